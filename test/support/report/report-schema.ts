/** What the core is promised of a report, said a second time and strictly: the tests hold what comes out of the steps against it. */
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { AFFECTED } from '../../../src/report/fields.ts';
import type { StepContext } from '../../../src/report/step.ts';

const YEAR_MS = 366 * 24 * 3_600_000;
const said = (limit: number) => z.string().min(1).max(limit).regex(/\S/);
const text = (limit: number) => z.string().max(limit);
/** One of these names, with what the desk file says of it. */
const known = (things: readonly object[]) =>
  z.unknown().refine((value) => things.some((one) => JSON.stringify(one) === JSON.stringify(value)));

/** The longest answer to each kind of question, as it is written down. */
const LONGEST = { text: 200, multiline: 500, number: 24, choice: 60, toggle: 60, datetime: 90 };

export function reportSchemaOf({ desk, projects, now }: StepContext) {
  const { scenarios, desk: facts } = desk.file;
  const asked = scenarios.flatMap(({ questions }) => questions);
  return z.strictObject({
    project: known(projects.map(({ id, name }) => ({ id, name }))),
    environment: known(projects.flatMap((project) => desk.productionOf(project).map(({ id, name, url }) => ({ id, name, url })))),
    scenario: known(scenarios.filter(({ redirect }) => !redirect).map(({ id, title }) => ({ id, title }))),
    title: said(120),
    description: said(4000),
    beganAt: z
      .int()
      .min(now - YEAR_MS)
      .max(now)
      .nullable(),
    onBehalfOf: said(120).optional(),
    affected: z.enum(AFFECTED),
    impact: text(1000),
    recentChanges: text(1000),
    answers: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), question: said(120), answer: said(500) }))
      .max(8)
      .refine((answers) =>
        answers.every(({ id, question, answer }) =>
          asked.some((one) => one.id === id && one.text === question && answer.length <= LONGEST[one.type]),
        ),
      )
      .refine((answers) => new Set(answers.map(({ id }) => id)).size === answers.length),
    contact: z.strictObject({
      name: said(120),
      email: said(254).regex(/^[^\s@]+@[^\s@]+$/),
      phone: z.string().regex(/^\+\d[\d ()-]{4,}( ext\. \d+)?$/),
      aroundTheClock: z.boolean(),
      secondContact: text(200),
      timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
      language: z.enum(facts.languages.map(({ id }) => id)),
    }),
  });
}
