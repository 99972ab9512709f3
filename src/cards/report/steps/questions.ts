/** The card with the questions of the chosen scenario. */

import type { Question } from '../../../desk/scenarios/questions.ts';
import { answerTo } from '../../../report/draft.ts';
import { choiceOf, inputOf } from '../../../report/press.ts';
import { zoneOf } from '../../../report/steps/details.ts';
import { DATE_TIME_BETWEEN, longestAnswer, openParents, questionsOf, shownWith } from '../../../report/steps/questions.ts';
import { type Card, template } from '../../base/card.ts';
import { choiceInput, dateInput, type Element, field, numberInput, textInput, timeInput, toggleInput } from '../../base/inputs.ts';
import { forInput } from '../../text.ts';
import questionsTemplate from './questions.json' with { type: 'json' };
import { errorText, type StepView, stepButtons, stepFrame } from './step-frame.ts';

const expand = template(questionsTemplate);

export function drawQuestions(view: StepView): Card {
  const { draft, desk, words } = view;
  const text = words.report.questions;
  const scenario = desk.scenario(draft.entered.scenario ?? '');
  const questions = questionsOf(scenario);
  const open = openParents(questions, draft.answers);
  const shown = shownWith(questions, open);
  const { next, back } = stepButtons(view, 'questions', { choice: choiceOf(scenario?.id ?? '', open) });
  return expand(words, {
    ...stepFrame(view, 'questions', text.title, [next, back]),
    intro: shown.some(({ required, type }) => required && type !== 'toggle') ? text.introNeeded : text.intro,
    questions: shown.map((question) => ({ inputs: inputsFor(question, view) })),
  });
}

function inputsFor(question: Question, { draft, errors, words }: StepView): readonly Element[] {
  const { report } = words;
  const given = forInput(answerTo(draft.answers, question.id), longestAnswer(question));
  const error = errors.answers?.find(({ id }) => id === question.id)?.error;
  const needed = question.required && question.type !== 'toggle';
  const label = needed ? report.questions.needed(question.text) : question.text;
  const inputs = inputOf(question.id);
  const input = { id: inputs.answer, label, value: given };
  const draw = (): readonly Element[] => {
    switch (question.type) {
      case 'text':
      case 'multiline':
        return [textInput(words, { ...input, limit: longestAnswer(question), multiline: question.type === 'multiline' })];
      case 'number':
        return [numberInput(words, input)];
      case 'toggle':
        return [toggleInput(words, { ...input, title: question.onText })];
      case 'choice':
        return [choiceInput(words, { ...input, choices: question.choices.map((title) => ({ title, value: title })), style: 'expanded' })];
      case 'datetime': {
        const [date = '', time = ''] = given.split(DATE_TIME_BETWEEN);
        const timeLabel = report.questions.time(question.text, words.formats.zone(zoneOf(draft.entered)));
        return [
          dateInput(words, { id: inputs.date, label, value: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '' }),
          timeInput(words, { id: inputs.time, label: timeLabel, value: /^\d\d:\d\d$/.test(time) ? time : '' }),
        ];
      }
    }
  };
  return field(draw(), errorText(error, words));
}
