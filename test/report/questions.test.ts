/** The questions of a scenario: which are asked, which answers are accepted, and that nothing typed is lost. */
import { describe, expect, test } from 'vitest';
import { offered } from '../../src/desk/scenarios/schema.ts';
import { type Draft, draftSchema, type EnteredAnswer } from '../../src/report/draft.ts';
import { choiceOf, readPress } from '../../src/report/press.ts';
import { advance, complete } from '../../src/report/report.ts';
import type { FieldError } from '../../src/report/step.ts';
import { askingDesk, everyAnswer } from '../support/desk/desk-with-every-question.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { sampleContext, sampleDraft } from '../support/report/sample-draft.ts';

const desk = askingDesk();
const context = sampleContext(desk);
const NEEDED = { answer_line: 'The needed line' };

const atQuestions = (answers: EnteredAnswer[] = []): Draft => ({ ...sampleDraft({ scenario: 'everything' }, 'questions'), answers });
const next = (draft: Draft, data: object, open: readonly string[] = [], button: 'next' | 'back' = 'next') =>
  advance(draft, readPress(button, 'questions', { ...data, choice: choiceOf('everything', open) }, desk), context);
const answersOf = (draft: Draft) => {
  const read = complete(draft, context);
  return 'report' in read ? read.report.answers.map(({ id, answer }) => `${id}: ${answer.slice(0, 20)}`) : read.problem;
};

describe('the step', () => {
  test('comes between what happens and whom to call, and is passed over where nothing is asked', () => {
    const from = (scenario: string) =>
      advance(sampleDraft({ scenario }, 'details'), { step: 'details', move: 'next', entered: {} }, context).draft.step;
    expect(from('everything')).toBe('questions');
    expect(from('kind-1')).toBe('contact');
    const back = (scenario: string) =>
      advance(sampleDraft({ scenario }, 'contact'), { step: 'contact', move: 'back', entered: {} }, context).draft.step;
    expect(back('everything')).toBe('questions');
    expect(back('kind-1')).toBe('details');
  });

  test('comes back once when a toggle is turned on, with all that was typed; a press that comes again leads to the same place', () => {
    const sent = { ...NEEDED, answer_all: 'true', answer_count: '7' };
    const once = next(atQuestions(), sent);
    expect(once).toMatchObject({ type: 'show', draft: { step: 'questions' }, errors: {} });
    expect(once.draft.answers).toEqual([
      { id: 'all', text: 'true' },
      { id: 'line', text: 'The needed line' },
      { id: 'count', text: '7' },
    ]);
    expect(next(once.draft, sent)).toEqual(once);
    expect(next(once.draft, { ...sent, answer_under: 'Below' }, ['all']).draft.step).toBe('contact');
  });

  test('keeps what stood under a toggle that is turned off, and leaves it out of the report', () => {
    const filled = atQuestions(everyAnswer(desk, 'Below'));
    const off = next(filled, { ...NEEDED, answer_all: 'false', answer_under: 'Below' }, ['all']);
    expect(off.draft.step).toBe('contact');
    expect(answersOf(off.draft)).toEqual(['all: Some', 'line: The needed line']);
    const on = next(off.draft, { ...NEEDED, answer_all: 'true' });
    expect(on.draft).toMatchObject({ step: 'questions', answers: expect.arrayContaining([{ id: 'under', text: 'Below' }]) });
  });

  test('keeps on the way back what was typed, also when it is wrong', () => {
    const back = next(atQuestions(), { answer_count: 'many' }, [], 'back');
    expect(back).toMatchObject({ type: 'show', draft: { step: 'details', answers: [{ id: 'count', text: 'many' }] }, errors: {} });
  });

  test('comes with its own questions when the card was that of another scenario, of which nothing is lost', () => {
    const two = askingDesk((scenarios) =>
      scenarios.map((one, index) => (index === 1 ? { ...one, questions: [{ id: 'x', type: 'text', text: 'X?' }] } : one)),
    );
    const at = sampleContext(two);
    const late = readPress('next', 'questions', { answer_x: 'of the other', choice: choiceOf('kind-0', []) }, two);
    const result = advance(atQuestions(), late, at);
    expect(result).toMatchObject({ type: 'show', draft: { step: 'questions', answers: [{ id: 'x', text: 'of the other' }] }, errors: {} });
  });
});

describe('an answer', () => {
  const read = (id: string, text: string, more: EnteredAnswer[] = []) => {
    const rest = [{ id: 'line', text: 'x' }, ...more].filter((one) => one.id !== id);
    const found = complete(atQuestions([...rest, { id, text }]), context);
    if ('report' in found) return found.report.answers.find((one) => one.id === id)?.answer ?? null;
    return 'errors' in found.problem ? found.problem.errors.answers?.find((one) => one.id === id)?.error : found.problem;
  };
  const on = [{ id: 'all', text: 'true' }];
  const choice = everyAnswer(desk, '').find(({ id }) => id === 'pick')?.text ?? '';

  test.each<[string, string, string | null]>([
    ['line', '  All of them ', 'All of them'],
    ['lines', 'one\ntwo', 'one\ntwo'],
    ['lines', ' \u200b ', null],
    ['count', '12', '12'],
    ['count', '1 234,5', '1234.5'],
    ['count', '１２', '12'],
    ['count', '-3', '-3'],
    // C20: what may be two numbers is kept as it was typed.
    ['count', '1,200', '1,200'],
    ['count', '1.200', '1.200'],
    ['count', '1,200.5', '1200.5'],
    ['count', '1.200.000', '1200000'],
    ['count', '12,34,567', '1234567'],
    ['count', "1'200", '1200'],
    ['count', '0,250', '0.250'],
    ['count', '١٢٣٫٥', '123.5'],
    ['count', '−3', '-3'],
    ['since', '01/13/2026 00:00:00T8:30 AM', '01/13/2026 00:00:00 8:30 AM'],
    ['since', '2026-11-22T09:15', '2026-11-22 09:15 (Europe/Berlin)'],
    ['since', 'T', null],
    ['since', '', null],
    ['pick', choice, choice],
    ['pick', '', null],
    ['more', 'false', null],
  ])('to "%s" of %j is %j', (id, text, answer) => {
    expect(read(id, text)).toBe(answer);
  });

  test.each<[string, string, FieldError]>([
    ['line', '', 'required'],
    ['count', 'many', 'not-a-number'],
    ['count', '1e9', 'not-a-number'],
    ['count', '0x10', 'not-a-number'],
    ['count', '1.2.3', 'not-a-number'],
    ['since', '2026-11-22T', 'not-a-time'],
    ['since', 'T09:15', 'not-a-time'],
    ['since', '0000-01-01T09:15', 'not-a-time'],
    ['since', '9999-12-31T09:15', 'not-a-time'],
    ['since', '2026-02-30T09:15', 'not-a-time'],
    ['pick', 'lunch', 'unknown-choice'],
  ])('to "%s" of %j is refused as %s', (id, text, error) => {
    expect(read(id, text)).toBe(error);
  });

  test('that is longer than its kind takes is refused', () => {
    expect([read('line', 'x'.repeat(200)), read('line', 'x'.repeat(201))]).toEqual(['x'.repeat(200), 'too-long']);
    expect([read('lines', 'x'.repeat(500)), read('lines', 'x'.repeat(501))]).toEqual(['x'.repeat(500), 'too-long']);
  });

  test('of a box is what the desk file says for it', () => {
    expect(read('all', 'true')).toMatch(/^All /);
    expect(read('all', 'false')).toBe('Some');
    expect(read('more', 'true', on)).toBe('Yes');
    expect(read('more', 'false', on)).toBeNull();
  });

  test('keeps the question as it was put', () => {
    const found = complete(atQuestions(everyAnswer(desk, 'Below')), context);
    const asked = desk.scenario('everything')?.questions ?? [];
    expect('report' in found && found.report.answers.map(({ question }) => question)).toEqual(
      asked.filter(({ id }) => id !== 'more').map(({ text }) => text),
    );
  });

  test('that is missing leads Done to the questions', () => {
    expect(advance(atQuestions(), { step: 'review', move: 'done', entered: {} }, context)).toMatchObject({
      type: 'show',
      draft: { step: 'questions' },
      errors: { answers: [{ id: 'line', error: 'required' }] },
    });
  });
});

describe('what a card sends', () => {
  const answersIn = (data: unknown, open: readonly string[] = []) =>
    readPress('next', 'questions', Object.assign(Object.create(null), data, { choice: choiceOf('everything', open) }), desk).asked?.answers;

  test('takes text for the questions that the card asked, and nothing else', () => {
    const sent = {
      answer_line: 'Line',
      answer_lines: 7,
      answer_under: 'not on this card',
      answer_strange: 'x',
      line: 'x',
      answer___proto__: 'x',
      answer_constructor: 'x',
      title: 'x',
    };
    expect(answersIn(sent)?.filter(({ text }) => text !== '')).toEqual([{ id: 'line', text: 'Line' }]);
  });

  test('reads a date and a time as one answer, and keeps neither without end', () => {
    expect(answersIn({ answer_since_date: '2026-11-22', answer_since_time: '09:15' })).toContainEqual({
      id: 'since',
      text: '2026-11-22T09:15',
    });
    const long = 'x'.repeat(1_000_000);
    const draft = next(atQuestions(), { answer_since_date: long, answer_since_time: long, answer_lines: long }).draft;
    expect(draftSchema.safeParse(draft).success).toBe(true);
  });

  test.each(['', 'lunch', '__proto__', 'constructor', 'everything '.repeat(9_000)])('asked by a card of %j, knows its way', (choice) => {
    const press = readPress('next', 'questions', { choice, ...NEEDED }, desk);
    expect(advance(atQuestions(), press, context).type).toBe('show');
  });

  test('takes a scenario only from its own button, so that going back does not clear it', () => {
    expect(readPress('choose', 'scenario', { choice: 'sign-in' }, desk).entered).toEqual({ scenario: 'sign-in' });
    expect(readPress('back', 'scenario', { choice: 'sign-in', scenario: 'x' }, desk).entered).toEqual({});
    expect(readPress('choose', 'contact', { choice: 'sign-in' }, desk).entered).not.toHaveProperty('scenario');
  });

  test('takes "all three" for the first card alone', () => {
    expect(readPress('confirm', 'confirmation', { live: 'false' }, desk).entered).toMatchObject({
      live: 'true',
      many: 'true',
      stopped: 'true',
    });
    expect(readPress('confirm', 'details', {}, desk).entered).not.toHaveProperty('live');
  });
});

describe('who says that not all three hold', () => {
  const draft = sampleDraft({ live: '', many: '', stopped: '' }, 'confirmation');

  test('is asked for each, and told what is missing', () => {
    const asked = advance(draft, readPress('tick', 'confirmation', { environment: 'shop/live' }, desk), context);
    expect(asked).toMatchObject({ type: 'show', draft: { step: 'confirmation', entered: { live: 'false', environment: 'shop/live' } } });
    const result = advance(
      asked.draft,
      readPress('next', 'confirmation', { environment: 'shop/live', live: 'true', stopped: 'true' }, desk),
      context,
    );
    expect(result).toMatchObject({ type: 'exit', exit: { type: 'no-outage', missing: ['many'] } });
  });
});

describe('what is offered', () => {
  const KNOWN = [
    { id: 'finance', eligible: true },
    { id: 'commerce', eligible: true },
    { id: 'crm', eligible: false },
  ];
  test.each([
    [undefined, undefined, true],
    [undefined, ['finance'], true],
    [['commerce'], undefined, true],
    [['commerce', 'finance'], ['finance'], true],
    [['commerce'], ['finance'], false],
    // Nobody can report it, whether or not an environment says that the product runs there.
    [['crm'], undefined, false],
    [['crm'], ['finance', 'crm'], false],
    [['human-resources'], undefined, false],
  ])('a scenario for %j to an environment with %j: %s', (products, has, expected) => {
    expect(offered({ products }, { products: has }, KNOWN)).toBe(expected);
  });

  test('by default is the twelve and the two ways out, of which the security one never goes further', () => {
    const { file } = smallDesk();
    expect(file.scenarios).toHaveLength(14);
    expect(file.scenarios.filter(({ redirect }) => redirect).map(({ id }) => id)).toEqual(['security']);
    expect(file.scenarios.filter(({ questions }) => questions.some(({ required }) => required))).toEqual([]);
  });
});
