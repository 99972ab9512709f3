/** The guided report: its steps as data, and a function that says what comes after each press. Pure: the draft is handed in and back. */
import { type Instant, NOT_LISTED, type Person } from '../outage/types/values.ts';
import { type Draft, type Entered, withAnswers } from './draft.ts';
import { STEP_IDS, type StepId } from './fields.ts';
import type { Press } from './press.ts';
import { advanceRequest, completeRequest } from './request.ts';
import type { Advance, AskingStep, Completed, Errors, StepContext, StepResult } from './step.ts';
import { confirm } from './steps/confirmation.ts';
import { readContact } from './steps/contact.ts';
import { describe } from './steps/details.ts';
import { answerQuestions, openParents, questionsOf } from './steps/questions.ts';
import { chooseScenario } from './steps/scenario.ts';
import { toReport } from './to-report.ts';

const STEPS = {
  confirmation: confirm,
  scenario: chooseScenario,
  details: describe,
  questions: answerQuestions,
  contact: readContact,
} as const satisfies { readonly [step in AskingStep]: unknown };
export const ASKING_STEPS = Object.keys(STEPS) as AskingStep[];

export function startDraft(start: { nonce: string; person: Person; now: Instant; known: Entered }): Draft {
  const { nonce, person, now, known } = start;
  return { nonce, person, step: 'confirmation', startedAt: now, entered: { ...known, began: 'just-now' }, answers: [] };
}

/**
 * What a press leads to. What was entered is kept in any case, also when it is wrong. A press on an old card counts for
 * the step which that card shows, so a press that is delivered twice leads to the same step.
 */
export function advance(draft: Draft, press: Press, context: StepContext): Advance {
  // A button outside the step's own card brings no inputs, and must not clear them.
  if (press.move === 'stay') return show(draft, draft.step);
  const kept = keep(draft, press);
  if (press.step === 'review' && press.move === 'done') return submit(kept, context);
  if (draft.kind === 'request') return advanceRequest(kept, press, context);
  if (press.move === 'back') return show(kept, neighbour(press.step, -1, kept, context) ?? 'confirmation');
  if (press.move === 'tick') return show(kept, press.step);
  if (press.step === 'review') return show(kept, 'review');
  if (asksMore(kept, press, context)) return show(kept, 'questions');

  const result: StepResult<unknown> = STEPS[press.step](kept.entered, context, kept.answers);
  if ('errors' in result) return show(kept, press.step, result.errors);
  if ('exit' in result) return { type: 'exit', draft: kept, exit: result.exit };
  if (press.step === 'scenario' && kept.entered.scenario === NOT_LISTED && !kept.kind)
    return { type: 'exit', draft: kept, exit: { type: 'not-listed' } };
  const settled: Draft = { ...kept, entered: { ...kept.entered, ...result.settled } };
  return show(settled, neighbour(press.step, 1, settled, context) ?? 'review');
}

const keep = (draft: Draft, { step, entered, asked }: Press): Draft => ({
  ...draft,
  step,
  entered: { ...draft.entered, ...entered },
  answers: asked ? [...withAnswers(draft.answers, asked.answers)] : draft.answers,
});

/** The step before or after, without the questions where the scenario has none. */
function neighbour(step: StepId, direction: 1 | -1, draft: Draft, context: StepContext): StepId | undefined {
  const next = STEP_IDS[STEP_IDS.indexOf(step) + direction];
  return next === 'questions' && asked(draft, context).length === 0 ? neighbour(next, direction, draft, context) : next;
}

const asked = ({ entered }: Draft, { desk }: StepContext) => questionsOf(desk.scenario(entered.scenario ?? ''));

/** Whether the questions are shown again: a toggle was turned on whose questions were not shown yet, or the scenario changed. */
function asksMore(draft: Draft, press: Press, context: StepContext): boolean {
  if (press.step !== 'questions' || !press.asked) return false;
  const { scenario, open } = press.asked;
  const questions = asked(draft, context);
  if (scenario !== draft.entered.scenario) return questions.length > 0;
  return openParents(questions, draft.answers).some(
    (parent) => !open.includes(parent) && questions.some((question) => question.parent === parent),
  );
}

const show = (draft: Draft, step: StepId, errors: Errors = {}): Advance => ({ type: 'show', draft: { ...draft, step }, errors });

/** Reads all steps again: that a step was shown does not mean that its answers were right. */
function submit(draft: Draft, context: StepContext): Advance {
  const read = complete(draft, context);
  if ('report' in read) return { type: 'submit', draft, report: read.report };
  if ('exit' in read.problem) return { type: 'exit', draft: { ...draft, step: read.step }, exit: read.problem.exit };
  return show(draft, read.step, 'errors' in read.problem ? read.problem.errors : {});
}

export function complete(draft: Draft, context: StepContext): Completed {
  if (draft.kind === 'request') return completeRequest(draft, context);
  const { entered } = draft;
  const confirmation = confirm(entered, context);
  if (!('part' in confirmation)) return { step: 'confirmation', problem: confirmation };
  const scenario = chooseScenario(entered, context);
  if (!('part' in scenario)) return { step: 'scenario', problem: scenario };
  if (scenario.part.id === NOT_LISTED && !draft.kind) return { step: 'scenario', problem: { exit: { type: 'not-listed' } } };
  const details = describe(entered, context);
  if (!('part' in details)) return { step: 'details', problem: details };
  const answers = answerQuestions(entered, context, draft.answers);
  if (!('part' in answers)) return { step: 'questions', problem: answers };
  const contact = readContact(entered, context);
  if (!('part' in contact)) return { step: 'contact', problem: contact };
  const parts = { where: confirmation.part, scenario: scenario.part, details: details.part, answers: answers.part, contact: contact.part };
  return { report: toReport(entered, parts) };
}
