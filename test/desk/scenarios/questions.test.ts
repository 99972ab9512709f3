/** Mistakes in a scenario's questions are named with their line and what to do, all at once. */
import { describe, expect, test } from 'vitest';
import { readDeskFile } from '../../../src/desk/file/read-desk-file.ts';
import { DEFAULT_SCENARIOS } from '../../../src/desk/scenarios/default-scenarios.ts';
import { SMALL_DESK, smallDesk } from '../../support/desk/small-desk.ts';

const BEFORE = SMALL_DESK.split('\n').length - 1;
/** The small desk with one scenario; its first question stands in line 5 of what is added. */
const withQuestions = (...questions: readonly string[]) =>
  [
    `${SMALL_DESK}scenarios:`,
    '  - id: down',
    '    title: Down',
    '    chooseWhen: Always.',
    '    questions:',
    ...questions.map((one) => `      - ${one}`),
  ].join('\n');
const problemsOf = (...questions: readonly string[]) => {
  const result = readDeskFile(withQuestions(...questions));
  return 'problems' in result ? result.problems.map(({ line, path, message }) => `${line - BEFORE} ${path} ${message}`) : [];
};

const TOGGLE = '{ id: all, type: toggle, text: All of them }';

describe('the questions of a scenario', () => {
  test('are taken in the shape of the form that they come from', () => {
    const result = readDeskFile(
      withQuestions(
        '{ id: all, type: toggle, text: All of them, onText: All, offText: Some }',
        '{ id: which, type: text, text: Which, parent: all, required: true }',
        '{ id: more, type: multiline, text: More }',
        '{ id: since, type: datetime, text: Since }',
        '{ id: pick, type: choice, text: Pick, choices: [One, Two] }',
        '{ id: count, type: number, text: Count }',
      ),
    );
    expect('desk' in result && result.desk.scenario('down')?.questions.map(({ type, required }) => `${type} ${required}`)).toEqual([
      'toggle false',
      'text true',
      'multiline false',
      'datetime false',
      'choice false',
      'number false',
    ]);
  });

  test.each<[string, readonly string[], string]>([
    [
      'a parent that is not there',
      ['{ id: a, type: text, text: A, parent: none }'],
      "6 scenarios.0.questions.0.parent there is no question 'none'",
    ],
    [
      'a parent that is no toggle',
      ['{ id: a, type: text, text: A }', '{ id: b, type: text, text: B, parent: a }'],
      "7 scenarios.0.questions.1.parent 'a' is no toggle",
    ],
    [
      'a parent below its child',
      ['{ id: a, type: text, text: A, parent: all }', TOGGLE],
      "6 scenarios.0.questions.0.parent 'all' has to stand above",
    ],
    ['a parent of itself', ['{ id: a, type: toggle, text: A, parent: a }'], "6 scenarios.0.questions.0.parent 'a' has to stand above"],
    ['an id twice', [TOGGLE, '{ id: all, type: text, text: A }'], "7 scenarios.0.questions.1.id 'all' stands twice"],
    ['a choice without choices', ['{ id: a, type: choice, text: A }'], '6 scenarios.0.questions.0.choices this is missing: write a list'],
    ['a choice of one', ['{ id: a, type: choice, text: A, choices: [One] }'], '6 scenarios.0.questions.0.choices give at least two'],
    [
      'a choice twice',
      ['{ id: a, type: choice, text: A, choices: [One, One] }'],
      '6 scenarios.0.questions.0.choices a choice stands twice',
    ],
    ['choices of a text', ['{ id: a, type: text, text: A, choices: [One, Two] }'], '6 scenarios.0.questions.0.choices no such key'],
    ['a kind that is none', ['{ id: a, type: colour, text: A }'], '6 scenarios.0.questions.0.type use one of: toggle'],
    [
      'a question that no phone shows',
      [`{ id: a, type: text, text: ${'long '.repeat(30)} }`],
      '6 scenarios.0.questions.0.text keep it under 120',
    ],
    ['an id with capitals', ['{ id: A, type: text, text: A }'], '6 scenarios.0.questions.0.id use small letters'],
    [
      'too many',
      Array.from({ length: 9 }, (_, index) => `{ id: q${index}, type: text, text: Q }`),
      '5 scenarios.0.questions ask at most 8',
    ],
  ])('%s is named with its line', (_what, questions, expected) => {
    expect(problemsOf(...questions)).toEqual([expect.stringContaining(expected)]);
  });

  test('with several mistakes are told all of them', () => {
    expect(problemsOf('{ id: a, type: choice, text: A }', '{ id: a, type: text, text: A, parent: b }')).toHaveLength(3);
  });
});

test('the default questions are answered by nobody against their will, and read the same after they were read', () => {
  expect(smallDesk((text) => `${text}scenarios: ${JSON.stringify(DEFAULT_SCENARIOS)}\n`).file.scenarios).toEqual(
    smallDesk().file.scenarios,
  );
});
