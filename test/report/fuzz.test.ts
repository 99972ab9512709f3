/**
 * Every button of the report, sent with data of wrong types, missing and unknown keys, a megabyte of text, half characters,
 * any date, and objects nested 2,000 deep. Nothing throws, nothing unchecked reaches the core, a press that is refused
 * changes only what was entered on its own card, and the card that answers can be drawn and sent.
 */
// @module-tag sampled
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, type Card, MAX_CARD_BYTES } from '../../src/cards/base/card.ts';
import { deskCard, originCard } from '../../src/cards/outage/outage.ts';
import { stepCard } from '../../src/cards/report/steps/steps.ts';
import { exitCard } from '../../src/cards/request/exit.ts';
import { type Draft, draftSchema } from '../../src/report/draft.ts';
import { FIELD_IDS, STEP_FIELDS, STEP_IDS, type StepId } from '../../src/report/fields.ts';
import { choiceOf, inputOf, type Press, type PressedButton, readPress } from '../../src/report/press.ts';
import { advance } from '../../src/report/report.ts';
import type { Advance } from '../../src/report/step.ts';
import { en } from '../../src/words/en/index.ts';
import { problemsOf } from '../support/cards/schema.ts';
import { START } from '../support/clock.ts';
import { askingDesk, everyAnswer } from '../support/desk/desk-with-every-question.ts';
import { run } from '../support/outage/apply.ts';
import * as sample from '../support/outage/sample.ts';
import { reportSchemaOf } from '../support/report/report-schema.ts';
import { ANSWERED, freshDraft, sampleContext, sampleDraft } from '../support/report/sample-draft.ts';
import { runs } from '../support/sample.ts';

const RUNS = runs(5000, 300);
const desk = askingDesk((scenarios) => [
  ...scenarios.slice(0, 6),
  // An id that is the name of a property which every object inherits.
  { id: 'constructor', title: 'Constructor', chooseWhen: 'Never.', questions: [{ id: 'constructor', type: 'text', text: 'Constructor?' }] },
  { id: 'breach', title: 'Breach', chooseWhen: 'Never.', redirect: 'Call us.' },
]);
const context = sampleContext(desk);
const reportSchema = reportSchemaOf(context);

const BUTTONS: readonly PressedButton[] = ['next', 'back', 'done', 'stay', 'tick', 'confirm', 'choose'];
const questions = desk.file.scenarios.flatMap((scenario) => scenario.questions);
const inputIds = [...FIELD_IDS, ...questions.flatMap(({ id }) => Object.values(inputOf(id)))];
const strangeKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'nonce', 'person', 'answers', 'entered', ''];
const choices = [
  ...desk.file.scenarios.flatMap(({ id }) => [id, choiceOf(id, ['all']), choiceOf(id, ['all', 'more', '__proto__'])]),
  ...['', '__proto__', 'constructor', 'toString valueOf'],
];

const MEGABYTE = ['x', '停', '\ud800', '\u0000', '\n', '{{DATE(', '🔥'].map((unit) => unit.repeat(1_000_000 / unit.length));
const digits = (count: number) => fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'));
const date = fc
  .tuple(digits(4), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([year, month, day]) => [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'));
const good = [
  ...Object.values(ANSWERED).flatMap((step) => Object.values(step)),
  ...everyAnswer(desk, 'An answer').map(({ text }) => text),
  ...choices,
];
const text = fc.oneof(
  { arbitrary: fc.constantFrom(...good, ''), weight: 4 },
  {
    arbitrary: fc.oneof(
      date,
      date.map((day) => `${day}T09:15`),
      fc.constantFrom('24:00', '09:15', '9:5', '-1', '1e308', 'NaN'),
    ),
    weight: 2,
  },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 300 }), weight: 1 },
  {
    arbitrary: fc.constantFrom('\ud800', '\udfffhalf', '\u202egnp', ...[119, 120, 121, 200, 500, 1000, 4000].map((n) => '停'.repeat(n))),
    weight: 1,
  },
  { arbitrary: fc.constantFrom(...MEGABYTE), weight: 1 },
);
const deep = fc.constant(Array.from({ length: 2_000 }).reduce<object>((inner) => ({ inner, list: [inner] }), {}));
const value = fc.oneof({ arbitrary: text, weight: 6 }, { arbitrary: fc.oneof(fc.anything(), deep, fc.bigInt()), weight: 1 });

/** Own keys, also `__proto__`, as JSON.parse makes them. */
const entries = (most: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...inputIds, ...strangeKeys, 'choice', 'draft', 'step'), value), { maxLength: most })
    .map((list): object => Object.fromEntries(list));
const strange = entries(12);
const answered = Object.fromEntries(everyAnswer(desk, 'An answer').map(({ id, text }) => [inputOf(id).answer, text]));
const right = Object.assign({}, ...Object.values(ANSWERED), answered, { choice: choiceOf('everything', ['all']) }) as object;
/** Next on any step with right answers but one: the most common mistake. */
const nearlyRight = fc
  .tuple(fc.constantFrom(...STEP_IDS, 'questions' as const), fc.constantFrom(...inputIds), value)
  .map(([step, input, other]) => ({ step, button: 'next' as const, data: { ...right, [input]: other } }));
/** What a person sends with a few changes, or anything at all. */
const data = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.constantFrom<object>(right, right, {}), entries(3), fc.boolean())
      .map(([base, over, bare]) => (bare ? base : { ...base, ...over })),
    weight: 6,
  },
  { arbitrary: strange.map((own): object => Object.create(own)), weight: 1 },
  { arbitrary: fc.oneof(fc.anything(), deep), weight: 1 },
);
const starts = fc.constantFrom<Draft>(
  freshDraft(),
  sampleDraft({ scenario: 'kind-1' }),
  sampleDraft({ scenario: 'breach', many: 'false' }),
  {
    ...sampleDraft({ scenario: 'everything' }),
    answers: everyAnswer(desk, 'An answer'),
  },
);
const anything = fc.record({ step: fc.constantFrom(...STEP_IDS), button: fc.constantFrom(...BUTTONS), data });
const presses = fc.array(fc.oneof<fc.Arbitrary<{ step: StepId; button: PressedButton; data: unknown }>[]>(anything, nearlyRight), {
  minLength: 1,
  maxLength: 3,
});

const DONE = { step: 'review', button: 'done', data: {} } as const;

/** The fields that a press may change: those of its own card, and those that its step settles when it is accepted. */
function mayChange({ step }: Press, refused: boolean): readonly string[] {
  const settled = { details: ['beganAt', 'beganFrom'], contact: ['phone'] } as { readonly [step in string]?: readonly string[] };
  return [...STEP_FIELDS[step], ...(refused ? [] : (settled[step] ?? []))];
}

function expectKept(before: Draft, press: Press, result: Advance): void {
  const { draft } = result;
  expect(draft).toMatchObject({ nonce: before.nonce, person: before.person, startedAt: before.startedAt });
  // The store gives the same draft back, also after a restart.
  expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  if (press.move === 'stay') {
    expect(draft).toEqual(before);
    return;
  }
  const refused = result.type === 'exit' || (result.type === 'show' && Object.keys(result.errors).length > 0);
  const may = mayChange(press, refused);
  for (const field of FIELD_IDS) if (!may.includes(field)) expect(draft.entered[field], field).toBe(before.entered[field]);
  if (refused)
    for (const field of STEP_FIELDS[press.step]) expect(draft.entered[field]).toBe({ ...before.entered, ...press.entered }[field]);
  const asked = press.asked?.answers.map(({ id }) => id) ?? [];
  expect(draft.answers.filter(({ id }) => !asked.includes(id))).toEqual(before.answers.filter(({ id }) => !asked.includes(id)));
}

function drawn(result: Advance): Card[] {
  const view = { desk, words: en, now: START };
  if (result.type === 'exit') return [exitCard({ ...view, projects: context.projects }, result.draft, result.exit)];
  if (result.type === 'show') return [stepCard({ ...view, draft: result.draft, errors: result.errors, projects: context.projects })];
  const { outage } = run(sample.sampleReportAction({ report: result.report }));
  return [deskCard({ ...view, outage }, { mentionOnCall: true }), originCard({ ...view, outage })];
}

test('of the reports that are fuzzed none throws, loses what was entered, or reaches the core unread', () => {
  const seen = { submit: 0, exit: 0, refused: 0, taken: 0 };
  fc.assert(
    fc.property(starts, presses, (start, all) => {
      let draft = start;
      // Done is pressed in the end, after any other presses.
      for (const { step, button, data: sent } of [...all, DONE]) {
        const press = readPress(button, step, sent, desk);
        const result = advance(draft, press, context);
        expectKept(draft, press, result);
        if (result.type === 'submit') expect(reportSchema.safeParse(result.report).error?.issues).toBeUndefined();
        for (const card of drawn(result)) {
          expect(bytesOf(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
          expect(problemsOf(card)).toEqual([]);
        }
        if (result.type !== 'show') seen[result.type] += 1;
        else seen[Object.keys(result.errors).length > 0 ? 'refused' : 'taken'] += 1;
        draft = result.draft;
      }
    }),
    RUNS,
  );
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  // Without this, a fuzz whose presses are all refused would pass too.
  for (const [way, times] of Object.entries(seen)) expect(times, way).toBeGreaterThan(RUNS.numRuns / 50);
});
