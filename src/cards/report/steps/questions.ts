/** What the chosen scenario asks, each question with the input of its kind. */
import type { Question } from '../../../desk/scenarios/questions.ts';
import { givenTo } from '../../../report/draft.ts';
import { choiceOf, inputOf } from '../../../report/press.ts';
import { zoneOf } from '../../../report/steps/details.ts';
import { DATE_TIME_BETWEEN, longestAnswer, openParents, questionsOf, shownWith } from '../../../report/steps/questions.ts';
import { type Card, template } from '../../base/card.ts';
import { zoneName } from '../../text/clock.ts';
import { forInput } from '../../text/safe.ts';
import questionsTemplate from './questions.json' with { type: 'json' };
import { type StepView, stepButtons, stepFrame } from './step-frame.ts';

const expand = template(questionsTemplate);

export function drawQuestions(view: StepView): Card {
  const { draft, desk, words } = view;
  const text = words.report.questions;
  const scenario = desk.scenario(draft.entered.scenario ?? '');
  const questions = questionsOf(scenario);
  const open = openParents(questions, draft.answers);
  const shown = shownWith(questions, open);
  const { next, back } = stepButtons(view, 'questions', { choice: choiceOf(scenario?.id ?? '', open) });
  return expand({
    ...stepFrame(view, 'questions', text.title, [next, back]),
    intro: shown.some(({ required, type }) => required && type !== 'toggle') ? text.introNeeded : text.intro,
    questions: shown.map((question) => inputFor(question, view)),
  });
}

/** Every field that the template names, whatever the kind. What no input of the kind can show is left out of it. */
function inputFor(question: Question, { draft, errors, words }: StepView) {
  const { id, type } = question;
  const { report } = words;
  const given = forInput(givenTo(draft.answers, id), longestAnswer(question));
  const error = errors.answers?.find((one) => one.id === id)?.error;
  const number = type === 'number' && /^-?\d+(\.\d+)?$/.test(given) ? Number(given) : null;
  const [date = '', time = ''] = given.split(DATE_TIME_BETWEEN);
  const needed = question.required && type !== 'toggle';
  return {
    kind: kindOf(type, number),
    id: type === 'datetime' ? inputOf(id).date : inputOf(id).answer,
    timeId: inputOf(id).time,
    label: needed ? report.questions.needed(question.text) : question.text,
    timeLabel: report.questions.time(question.text, zoneName(zoneOf(draft.entered))),
    title: type === 'toggle' ? question.onText : '',
    multiline: type === 'multiline',
    limit: longestAnswer(question),
    value: type === 'choice' && !question.choices.includes(given) ? '' : given,
    number: number ?? 0,
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '',
    time: /^\d\d:\d\d$/.test(time) ? time : '',
    choices: type === 'choice' ? question.choices.map((choice) => ({ title: choice, value: choice })) : [],
    error: error ? report.errors[error] : '',
    clientError: report.clientError,
  };
}

/** A number's input takes no empty text for a value. */
function kindOf(type: Question['type'], number: number | null): string {
  if (type === 'number') return number === null ? 'no-number' : 'number';
  return type === 'multiline' ? 'text' : type;
}
