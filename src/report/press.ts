/** Reads what a button of a report's card sent. Only the texts of the inputs that this card has are taken. Pure. */
import type { Desk } from '../desk/desk.ts';
import { asInput, type Entered, type EnteredAnswer, readEntered, readString } from './draft.ts';
import type { StepId } from './fields.ts';
import { CONDITIONS } from './steps/confirmation.ts';
import { DATE_TIME_BETWEEN, questionsOf, shownWith } from './steps/questions.ts';

/** `stay`: show the step again. `tick`: show the three conditions one by one, because not all of them hold or nobody is sure. */
export type Move = 'next' | 'back' | 'done' | 'stay' | 'tick';

/** What the card of the questions asked, and the answers. `open`: the toggles that were on when it was drawn. */
export type Asked = { readonly scenario: string; readonly open: readonly string[]; readonly answers: readonly EnteredAnswer[] };
export type Press = { readonly step: StepId; readonly move: Move; readonly entered: Entered; readonly asked?: Asked };

/** The buttons of the report. `confirm` says that all three conditions hold, `choose` which scenario it is. */
export type PressedButton = Move | 'confirm' | 'choose';

export function readPress(button: PressedButton, step: StepId, data: unknown, desk: Desk): Press {
  const move = button === 'confirm' || button === 'choose' ? 'next' : button;
  switch (step) {
    case 'confirmation':
      if (button === 'confirm') return { step, move, entered: { ...readEntered(step, data), ...allThree('true') } };
      if (button === 'tick') return { step, move, entered: { ...readEntered(step, data), ...allThree('false') } };
      return { step, move, entered: readShown(step, data) };
    case 'scenario':
      // The scenarios are buttons, not an input, so that going back does not clear what was chosen before.
      return { step, move, entered: button === 'choose' ? { scenario: readString(data, 'choice') } : {} };
    case 'questions':
      return { step, move, entered: {}, asked: readAsked(data, desk) };
    default:
      return { step, move, entered: readEntered(step, data) };
  }
}

/** In UTF-16 units. A date or a time is shorter than that. */
const LONGEST_PART = 40;

/** A toggle always sends its value. A condition that was not sent was not on the card, and stays as it was. */
const readShown = (step: StepId, data: unknown): Entered =>
  Object.fromEntries(Object.entries(readEntered(step, data)).filter(([field, text]) => text !== '' || !isCondition(field)));
const isCondition = (field: string): boolean => CONDITIONS.some((condition) => condition === field);

const allThree = (value: string): Entered => Object.fromEntries(CONDITIONS.map((condition) => [condition, value]));

/** The ids of a question's inputs. The id of a question has no underscore, so all of these differ. */
export const inputOf = (id: string) => ({ answer: `answer_${id}`, date: `answer_${id}_date`, time: `answer_${id}_time` });

/** Says for the buttons of a card which questions it shows: those of this scenario while these toggles are on. */
export const choiceOf = (scenarioId: string, open: readonly string[]): string => [scenarioId, ...open].join(' ');

/** Reads the answers by what the card asked, even if another scenario was chosen since. Other answers stay as they were. */
function readAsked(data: unknown, desk: Desk): Asked {
  const [scenario = '', ...toggles] = readString(data, 'choice').split(' ');
  const questions = questionsOf(desk.scenario(scenario));
  const open = questions.map(({ id }) => id).filter((id) => toggles.includes(id));
  const answers = shownWith(questions, open).map(({ id, type }) => {
    const input = inputOf(id);
    if (type !== 'datetime') return { id, text: readString(data, input.answer) };
    const part = (kind: 'date' | 'time') => asInput(kind, readString(data, input[kind]).slice(0, LONGEST_PART));
    const [date, time] = [part('date'), part('time')];
    return { id, text: date || time ? `${date}${DATE_TIME_BETWEEN}${time}` : '' };
  });
  return { scenario, open, answers };
}
