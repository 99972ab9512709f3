/** When the desk is offered to merge outages: a number of similar ones within a number of minutes. */
import { z } from 'zod';
import { minutes, toMs } from '../file/policy.ts';

const count = z.int().min(2, 'give a whole number, 2 or more').max(1000, 'give a whole number, at most 1000');

export const manyAtOnceSchema = z
  .strictObject({
    ofScenario: count.default(12).describe('So many of one scenario, of any customers.'),
    ofProject: count.default(3).describe('So many of one scenario in one project.'),
    withinMinutes: minutes.default(15).describe('Within so many minutes.'),
  })
  .prefault({});

export type ManyAtOnce = { readonly ofScenario: number; readonly ofProject: number; readonly withinMs: number };

export const toManyAtOnce = ({ withinMinutes, ...counts }: z.infer<typeof manyAtOnceSchema>): ManyAtOnce => ({
  ...counts,
  withinMs: toMs(withinMinutes),
});
