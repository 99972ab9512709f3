/** Between the third step and the fourth: what the chosen scenario asks. Skipped where it asks nothing. */
import { DateTime } from 'luxon';
import type { Scenario } from '../../desk/desk-file.ts';
import { ANSWER_LIMITS, type Question } from '../../desk/scenarios/questions.ts';
import type { Answer } from '../../outage/types/report.ts';
import { type Entered, type Given, givenTo } from '../draft.ts';
import { type AnswerErrors, type FieldError, isBlank, isTrue, type StepContext, type StepResult } from '../step.ts';
import { zoneOf } from './details.ts';

export function answerQuestions(entered: Entered, { desk }: StepContext, answers: readonly Given[]): StepResult<readonly Answer[]> {
  const read = readAnswers(questionsOf(desk.scenario(entered.scenario ?? '')), answers, zoneOf(entered));
  return 'errors' in read ? { errors: { answers: read.errors } } : read;
}

export const questionsOf = (scenario: Scenario | undefined): readonly Question[] => scenario?.questions ?? [];

/** The longest answer that is taken, in UTF-16 units. */
export const longestAnswer = ({ type }: Question): number => ANSWER_LIMITS[type];

/** The toggles that are on; a toggle that is not shown itself counts as off. */
export function openParents(questions: readonly Question[], answers: readonly Given[]): readonly string[] {
  const open: string[] = [];
  // A parent stands above what it shows, so one walk is enough.
  for (const { id, type, parent } of questions) {
    const shown = parent === undefined || open.includes(parent);
    if (shown && type === 'toggle' && isTrue(givenTo(answers, id))) open.push(id);
  }
  return open;
}

/** The questions that stand on the card while these toggles are on. */
export const shownWith = (questions: readonly Question[], open: readonly string[]): readonly Question[] =>
  questions.filter(({ parent }) => parent === undefined || open.includes(parent));

/** What was answered to what is shown, or what is wrong where. `zone`: IANA; times are in it. */
function readAnswers(
  questions: readonly Question[],
  answers: readonly Given[],
  zone: string,
): { part: readonly Answer[] } | { errors: AnswerErrors } {
  const read = shownWith(questions, openParents(questions, answers)).map((question) => ({
    question,
    ...readAnswer(question, givenTo(answers, question.id).trim(), zone),
  }));
  const errors = read.flatMap(({ question, error }) => (error ? [{ id: question.id, error }] : []));
  if (errors.length > 0) return { errors };
  return {
    part: read.flatMap(({ question, answer }) => (answer ? [{ id: question.id, question: question.text, answer }] : [])),
  };
}

type Read = { readonly answer: string; readonly error?: FieldError };
const wrong = (error: FieldError): Read => ({ answer: '', error });

function readAnswer(question: Question, given: string, zone: string): Read {
  // A box always says something: nobody can leave it unanswered.
  if (question.type === 'toggle')
    return { answer: isTrue(given) ? question.onText : (question.offText ?? (question.required ? 'No' : '')) };
  if (isBlank(given) || given === DATE_TIME_BETWEEN) return question.required ? wrong('required') : { answer: '' };
  if (given.length > longestAnswer(question)) return wrong('too-long');
  switch (question.type) {
    case 'text':
    case 'multiline':
      return { answer: given };
    case 'choice':
      return question.choices.includes(given) ? { answer: given } : wrong('unknown-choice');
    case 'number':
      return readNumber(given);
    case 'datetime':
      return readDateTime(given, zone);
  }
}

/** As people write it: also with full-width digits, spaces between thousands, and a comma. */
function readNumber(given: string): Read {
  const number = given.normalize('NFKC').replace(/\s/g, '').replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? { answer: number } : wrong('not-a-number');
}

/** Between the date and the time of an answer that is both. */
export const DATE_TIME_BETWEEN = 'T';
/** A deadline may lie ahead, but a year that nobody means is a slip of the finger. */
const YEARS = { first: 2000, last: 2099 };

function readDateTime(given: string, zone: string): Read {
  const at = DateTime.fromFormat(given, "yyyy-MM-dd'T'HH:mm", { zone });
  if (!at.isValid || at.year < YEARS.first || at.year > YEARS.last) return wrong('not-a-time');
  return { answer: `${at.toFormat('yyyy-MM-dd HH:mm')} (${zone})` };
}
