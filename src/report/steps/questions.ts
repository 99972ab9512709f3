/** The questions of the chosen scenario, after the details. Skipped when it has none. */
import { DateTime } from 'luxon';
import type { Desk } from '../../desk/desk.ts';
import type { Scenario } from '../../desk/desk-file.ts';
import { ANSWER_LIMITS, NO, type Question } from '../../desk/scenarios/questions.ts';
import { LANGUAGES } from '../../outage/follow/language.ts';
import type { Answer, Instant } from '../../outage/types/values.ts';
import { answerTo, type Entered, type EnteredAnswer } from '../draft.ts';
import { type FieldError, isBlank, isTrue, type StepContext, type StepResult } from '../step.ts';
import { readNumber } from '../typed.ts';
import { zoneOf } from './details.ts';

export const questionsOf = (scenario: Scenario | undefined): readonly Question[] => scenario?.questions ?? [];

/** The longest answer to a question, in UTF-16 units. */
export const longestAnswer = ({ type }: Question): number => ANSWER_LIMITS[type];

/** The toggles that are on. A toggle that is not shown counts as off. */
export function openParents(questions: readonly Question[], answers: readonly EnteredAnswer[]): readonly string[] {
  const open: string[] = [];
  // A parent stands above the questions that it shows, so one pass is enough.
  for (const { id, type, parent } of questions) {
    const shown = parent === undefined || open.includes(parent);
    if (shown && type === 'toggle' && isTrue(answerTo(answers, id))) open.push(id);
  }
  return open;
}

/** The questions on the card while these toggles are on. */
export const shownWith = (questions: readonly Question[], open: readonly string[]): readonly Question[] =>
  questions.filter(({ parent }) => parent === undefined || open.includes(parent));

/** The answers to the questions that are shown, or the errors by question. */
export function answerQuestions(entered: Entered, { desk }: StepContext, answers: readonly EnteredAnswer[]): StepResult<readonly Answer[]> {
  const scenario = entered.scenario ?? '';
  const questions = questionsOf(desk.scenario(scenario));
  const read = shownWith(questions, openParents(questions, answers)).map((question) => ({
    question,
    ...readAnswer(question, answerTo(answers, question.id).trim(), { desk, scenario, zone: zoneOf(entered) }),
  }));
  const errors = read.flatMap(({ question, error }) => (error ? [{ id: question.id, error }] : []));
  if (errors.length > 0) return { errors: { answers: errors } };
  return {
    part: read.flatMap(({ question, answer }) => (answer ? [{ id: question.id, question: question.text, answer }] : [])),
  };
}

type Read = { readonly answer: string; readonly error?: FieldError };
const wrong = (error: FieldError): Read => ({ answer: '', error });

/** `scenario`: its id. `zone`: of a time, as an IANA name. */
type Asking = { readonly desk: Desk; readonly scenario: string; readonly zone: string };

function readAnswer(question: Question, text: string, asking: Asking): Read {
  // A toggle always has a value, so it cannot be left unanswered.
  if (question.type === 'toggle')
    return { answer: isTrue(text) ? question.onText : (question.offText ?? (question.required ? NO[asking.desk.file.desk.language] : '')) };
  if (isBlank(text) || text === DATE_TIME_BETWEEN) return question.required ? wrong('required') : { answer: '' };
  if (text.length > longestAnswer(question)) return wrong('too-long');
  switch (question.type) {
    case 'text':
    case 'multiline':
      return { answer: text };
    case 'choice':
      return readChoice(question, text, asking);
    case 'number': {
      const number = readNumber(text);
      return number === null ? wrong('not-a-number') : { answer: number };
    }
    case 'datetime':
      return readDateTime(text, asking.zone);
  }
}

/** A choice counts in the words of any language, because the desk's may have changed since the card was drawn. The desk's are recorded. */
function readChoice({ id, choices }: Extract<Question, { type: 'choice' }>, text: string, { desk, scenario }: Asking): Read {
  const inAny = LANGUAGES.map((language) => questionsOf(desk.scenario(scenario, language)).find((one) => one.id === id));
  const found = [choices, ...inAny.map((one) => (one?.type === 'choice' ? one.choices : []))].map((some) => some.indexOf(text));
  const answer = choices[found.find((index) => index >= 0) ?? -1];
  return answer ? { answer } : wrong('unknown-choice');
}

/** Stands between the date and the time of an answer that has both. */
export const DATE_TIME_BETWEEN = 'T';
/** A date may be in the future, but a year outside of these is mistyped. */
const YEARS = { first: 2000, last: 2099 };
const IN_NUMBERS = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

function readDateTime(text: string, zone: string): Read {
  const at = DateTime.fromFormat(text, "yyyy-MM-dd'T'HH:mm", { zone });
  const parts = text.split(DATE_TIME_BETWEEN).map((part) => part.trim());
  // What cannot be read is kept as it was typed.
  if (parts.every(Boolean) && !IN_NUMBERS.test(text)) return { answer: parts.join(' ') };
  if (!at.isValid || at.year < YEARS.first || at.year > YEARS.last) return wrong('not-a-time');
  // The names of fixed offsets have the sign the other way round.
  return { answer: `${at.toFormat(RECORDED)} (${zone.startsWith('Etc/') ? `UTC${at.toFormat('ZZ')}` : zone})` };
}

const RECORDED = 'yyyy-MM-dd HH:mm';
/** The point in time that an answer holds; null for any other answer. */
export function timeIn(answer: string): Instant | null {
  const [, time = '', zone = ''] = /^(\d{4}-\d\d-\d\d \d\d:\d\d) \(([\w+:/-]{1,40})\)$/.exec(answer) ?? [];
  const at = time === '' ? null : DateTime.fromFormat(time, RECORDED, { zone });
  return at?.isValid ? at.toMillis() : null;
}
