/**
 * The door of the report: what a button of one of its cards sent, made into a press. Nothing that was sent is taken but
 * the text of what that card asks for.
 */
import type { Desk } from '../desk/desk.ts';
import { type Entered, type Given, readEntered, readString } from './draft.ts';
import type { StepId } from './fields.ts';
import { CONDITIONS } from './steps/confirmation.ts';
import { DATE_TIME_BETWEEN, questionsOf, shownWith } from './steps/questions.ts';

/** `tick`: not all three are true, or nobody is sure; they are gone through one by one. */
export type Move = 'next' | 'back' | 'done' | 'stay' | 'tick';

/** What the questions' card asked and what was answered; `open`: the toggles that were on when it was drawn. */
export type Asked = { readonly scenario: string; readonly open: readonly string[]; readonly given: readonly Given[] };
export type Press = { readonly step: StepId; readonly move: Move; readonly entered: Entered; readonly asked?: Asked };

/** The buttons of the report. Two say it all with one tap: that all three conditions hold, and which scenario it is. */
export type PressedButton = Move | 'confirm' | 'choose';

export function readPress(button: PressedButton, step: StepId, data: unknown, desk: Desk): Press {
  const move = button === 'confirm' || button === 'choose' ? 'next' : button;
  switch (step) {
    case 'confirmation':
      if (button === 'confirm') return { step, move, entered: { ...readEntered(step, data), ...allThree('true') } };
      if (button === 'tick') return { step, move, entered: { ...readEntered(step, data), ...allThree('false') } };
      return { step, move, entered: readShown(step, data) };
    case 'scenario':
      // The scenarios are buttons, not an input: who goes back has not cleared what was chosen before.
      return { step, move, entered: button === 'choose' ? { scenario: readString(data, 'choice') } : {} };
    case 'questions':
      return { step, move, entered: {}, asked: readAsked(data, desk) };
    default:
      return { step, move, entered: readEntered(step, data) };
  }
}

/** A date or a time is shorter; what is longer is none. */
const LONGEST_PART = 20;

/** A toggle that is on a card always sends its value: a condition that was not sent was not on this card, and stays as it was. */
const readShown = (step: StepId, data: unknown): Entered =>
  Object.fromEntries(Object.entries(readEntered(step, data)).filter(([field, text]) => text !== '' || !isCondition(field)));
const isCondition = (field: string): boolean => CONDITIONS.some((condition) => condition === field);

const allThree = (value: string): Entered => Object.fromEntries(CONDITIONS.map((condition) => [condition, value]));

/** What the inputs of a question are called on the card. An underscore stands in no id, so no two are called the same. */
export const inputOf = (id: string) => ({ answer: `answer_${id}`, date: `answer_${id}_date`, time: `answer_${id}_time` });

/** Which questions a card shows, for its own buttons: the scenario, and the toggles that are on. */
export const choiceOf = (scenarioId: string, open: readonly string[]): string => [scenarioId, ...open].join(' ');

/** By what the card asked, whatever was chosen since; questions that it did not show are left as they are. */
function readAsked(data: unknown, desk: Desk): Asked {
  const [scenario = '', ...said] = readString(data, 'choice').split(' ');
  const questions = questionsOf(desk.scenario(scenario));
  const open = questions.map(({ id }) => id).filter((id) => said.includes(id));
  const given = shownWith(questions, open).map(({ id, type }) => {
    const input = inputOf(id);
    if (type !== 'datetime') return { id, text: readString(data, input.answer) };
    const [date, time] = [readString(data, input.date), readString(data, input.time)].map((part) => part.slice(0, LONGEST_PART));
    return { id, text: date || time ? `${date}${DATE_TIME_BETWEEN}${time}` : '' };
  });
  return { scenario, open, given };
}
