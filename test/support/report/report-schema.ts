/**
 * What the core is promised of a report, written a second time and strictly: the tests check what comes out of the steps
 * against it. This is an independent check, so the limits and rules are written by hand and not taken from fields.ts. A
 * field that is not named here is only checked for its own limit and for being there when it has to be.
 */
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { AFFECTED, FIELDS } from '../../../src/report/fields.ts';
import type { StepContext } from '../../../src/report/step.ts';
import { FREE_TEXT } from './free-text.ts';

const YEAR_MS = 366 * 24 * 3_600_000;
const needed = (limit: number) => z.string().min(1).max(limit).regex(/\S/);
const text = (limit: number) => z.string().max(limit);

const BY_HAND = {
  title: needed(120),
  description: needed(4000),
  onBehalfOf: needed(120).optional(),
  impact: text(1000),
  recentChanges: text(1000),
  name: needed(120),
  secondContact: text(200),
};
/** The texts of the report, or of its contact, that are not named by hand. */
const others = (where: 'report' | 'contact'): { readonly [part: string]: z.ZodType } =>
  Object.fromEntries(
    FREE_TEXT.flatMap((id) => {
      const { limit, kept } = FIELDS[id];
      if (kept.in !== where || kept.as in BY_HAND) return [];
      const { whenEmpty }: { whenEmpty: string } = kept;
      return [[kept.as, whenEmpty === 'refused' ? needed(limit) : whenEmpty === 'kept' ? text(limit) : needed(limit).optional()]];
    }),
  );

/** One of these things of the desk file, with its names and addresses. */
const known = (things: readonly object[]) =>
  z.unknown().refine((value) => things.some((one) => JSON.stringify(one) === JSON.stringify(value)));

/** The longest answer to each kind of question, as the report keeps it. */
const LONGEST = { text: 200, multiline: 500, number: 24, choice: 60, toggle: 60, datetime: 90 };

export function reportSchemaOf({ desk, projects, now }: StepContext) {
  const { scenarios, desk: facts } = desk.file;
  const asked = scenarios.flatMap(({ questions }) => questions);
  return z.strictObject({
    project: known(projects.map(({ id, name }) => ({ id, name }))),
    environment: known(projects.flatMap((project) => desk.productionOf(project).map(({ id, name, url }) => ({ id, name, url })))),
    scenario: known(scenarios.filter(({ redirect }) => !redirect).map(({ id, title }) => ({ id, title }))),
    ...others('report'),
    title: BY_HAND.title,
    description: BY_HAND.description,
    beganAt: z
      .int()
      .min(now - YEAR_MS)
      .max(now)
      .nullable(),
    beganSaid: needed(81).optional(),
    onBehalfOf: BY_HAND.onBehalfOf,
    affected: z.enum(AFFECTED),
    impact: BY_HAND.impact,
    recentChanges: BY_HAND.recentChanges,
    answers: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), question: needed(120), answer: needed(500) }))
      .max(8)
      .refine((answers) =>
        answers.every(({ id, question, answer }) =>
          asked.some((one) => one.id === id && one.text === question && answer.length <= LONGEST[one.type]),
        ),
      )
      .refine((answers) => new Set(answers.map(({ id }) => id)).size === answers.length),
    contact: z.strictObject({
      ...others('contact'),
      name: BY_HAND.name,
      email: needed(254).regex(/^[^\s@]+@[^\s@]+$/),
      phone: z.string().regex(/^\+\d[\d ()-]{4,}( ext\. \d+)?( \/ \+\d[\d ()-]{4,}( ext\. \d+)?)*$/),
      aroundTheClock: z.boolean(),
      secondContact: BY_HAND.secondContact,
      timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
      language: z.enum(facts.languages.map(({ id }) => id)),
    }),
  });
}
