/** The kinds of outage that can be chosen, and for which products. The default catalogue is in default-scenarios.ts. */
import { z } from 'zod';
import { LONGEST_ADDRESS, readAddress } from '../../outage/types/links.ts';
import { textSchema } from '../texts.ts';
import { idSchema, questionsSchema } from './questions.ts';

/** Eight of these still fit the desk's card. */
const LONGEST_PAGE = LONGEST_ADDRESS / 2;
/** What engineers open from a card. */
export const pageSchema = z
  .url({ protocol: /^https$/, error: 'use the whole address, with https://' })
  .max(LONGEST_PAGE, `keep it under ${LONGEST_PAGE} characters`)
  .refine((value) => readAddress(value) !== null, 'use an address without a name or a password in it');

/** More would not fit a card, and would be too many to choose from in an outage. */
const MOST_SCENARIOS = 18;

export const scenarioSchema = z.strictObject({
  id: idSchema.describe('How it stands in the record.'),
  title: textSchema(z.string().trim().min(1).max(40, 'keep it under 40 characters; it has to fit a phone')).describe('What is chosen.'),
  chooseWhen: textSchema(z.string().trim().min(1).max(160, 'keep it under 160 characters')).describe(
    'When it is the right choice, in one line.',
  ),
  notThis: textSchema(z.string().trim().min(1).max(160, 'keep it under 160 characters'))
    .optional()
    .describe('What looks like it and is something else, and where that belongs.'),
  products: z
    .array(idSchema)
    .min(1, 'list at least one product, or leave it out')
    .optional()
    .describe('It is offered for environments with one of these that is eligible. Without it, for all.'),
  questions: questionsSchema.prefault([]).describe('What is asked beside the usual fields.'),
  runbook: pageSchema.optional().describe("What to do about it: linked on the desk's card, for engineers alone."),
  redirect: textSchema(z.string().trim().min(1)).optional().describe('What to do instead. Then nothing is reported.'),
});

export const scenariosSchema = z.array(scenarioSchema).min(1).max(MOST_SCENARIOS, `offer at most ${MOST_SCENARIOS}`);

type WithProducts = { readonly products?: readonly string[] | undefined };
type Product = { readonly id: string; readonly eligible: boolean };

/** Without products a scenario is for all environments, and an environment runs every eligible one of `products`, those of the desk file. */
export const offered = (scenario: WithProducts, environment: object & WithProducts, products: readonly Product[]): boolean =>
  !scenario.products ||
  products.some(({ id, eligible }) => eligible && (environment.products?.includes(id) ?? true) && scenario.products?.includes(id));
