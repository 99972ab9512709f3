/**
 * The guided report: its steps as data, and a function that says what comes after each press. A report that is no outage continues
 * as an ordinary support request: the same steps with all that was entered, but for any environment, without the three conditions
 * and without a scenario. Pure: the draft is handed in and back.
 */
import type { Scenario } from '../desk/desk-file.ts';
import { type Answer, type Contact, type Instant, NO_SCENARIO, NOT_LISTED, type Person } from '../outage/types/values.ts';
import { type Draft, type Entered, withAnswers } from './draft.ts';
import { STEP_IDS, type StepId } from './fields.ts';
import type { Press } from './press.ts';
import type { Advance, AskingStep, Completed, Errors, StepContext, StepResult } from './step.ts';
import { anyEnvironmentOf, chooseAmong, confirm, type Place } from './steps/confirmation.ts';
import { readContact } from './steps/contact.ts';
import { type Details, describe } from './steps/details.ts';
import { answerQuestions, openParents, questionsOf } from './steps/questions.ts';
import { chooseScenario, redirected, scenariosFor } from './steps/scenario.ts';
import { readStepTexts } from './texts.ts';

/** What each step gives of the report. */
type Parts = {
  readonly confirmation: Place;
  readonly scenario: Pick<Scenario, 'id' | 'title'>;
  readonly details: Details;
  readonly questions: readonly Answer[];
  readonly contact: Contact;
};
type Steps = { readonly [step in AskingStep]: (entered: Entered, context: StepContext, draft: Draft) => StepResult<Parts[step]> };

const STEPS: Steps = {
  confirmation: confirm,
  scenario: chooseListed,
  details: describe,
  questions: (entered, context, { answers }) => answerQuestions(entered, context, answers),
  contact: readContact,
};
export const ASKING_STEPS = Object.keys(STEPS) as AskingStep[];

const STEPS_OF_REQUEST: Steps = {
  ...STEPS,
  confirmation: (entered, { projects }) => chooseAmong(anyEnvironmentOf(projects), entered),
  // The title is empty when none was chosen.
  scenario: ({ scenario = '' }, { desk }) => ({ part: desk.scenario(scenario) ?? { id: NO_SCENARIO, title: '' } }),
  // The questions of a scenario are for outages.
  questions: () => ({ part: [] }),
};
/** The steps that a request shows. The first asks for the environment alone. */
export const REQUEST_STEPS: readonly StepId[] = ['confirmation', 'details', 'contact', 'review'];

/** What is in no list becomes an outage only when the person says so. */
function chooseListed(entered: Entered, context: StepContext, { kind }: Draft): StepResult<Scenario> {
  const scenario = chooseScenario(entered, context);
  return 'part' in scenario && scenario.part.id === NOT_LISTED && !kind ? { exit: { type: 'not-listed' } } : scenario;
}

export function startDraft(start: { nonce: string; person: Person; now: Instant; known: Entered }): Draft {
  const { nonce, person, now, known } = start;
  return { nonce, person, step: 'confirmation', startedAt: now, entered: { ...known, began: 'just-now' }, answers: [] };
}

/**
 * What a press leads to. What was entered is kept in any case, also when it is wrong. A press on an old card counts for
 * the step which that card shows, so a press that is delivered twice leads to the same step.
 */
export function advance(draft: Draft, press: Press, context: StepContext): Advance {
  const { step, move } = press;
  // A button outside the step's own card brings no inputs, and must not clear them.
  if (move === 'stay') return show(draft, draft.step);
  const kept = keepPressed(draft, press);
  if (step === 'review' && move === 'done') return submit(kept, context);
  const isRequest = kept.kind === 'request';
  const steps = isRequest ? REQUEST_STEPS : stepsOfOutage(kept, step, context);
  const at = steps.indexOf(step);
  if (move === 'back') {
    const before = steps[at - 1];
    // Going back from its first step makes a request an outage again.
    return before ? show(kept, before) : show(isRequest ? { ...kept, kind: undefined } : kept, 'confirmation');
  }
  const next = steps[at + 1] ?? 'review';
  if (step === 'review' || at < 0) return show(kept, next);
  if (move === 'tick' && !isRequest) return show(kept, step);
  if (asksMore(kept, press, context)) return show(kept, 'questions');

  const result = (isRequest ? STEPS_OF_REQUEST : STEPS)[step](kept.entered, context, kept);
  if ('errors' in result) return show(kept, step, result.errors);
  if ('exit' in result) return { type: 'exit', draft: kept, exit: result.exit };
  return show({ ...kept, entered: { ...kept.entered, ...result.settled } }, next);
}

/** What was entered is kept, right or wrong. */
export const keepPressed = (draft: Draft, { step, entered, asked }: Press): Draft => ({
  ...draft,
  step,
  entered: { ...draft.entered, ...entered },
  answers: asked ? [...withAnswers(draft.answers, asked.answers)] : draft.answers,
});

/** Without the questions where the scenario has none, unless an old card shows them. */
const stepsOfOutage = (draft: Draft, shown: StepId, context: StepContext): readonly StepId[] =>
  STEP_IDS.filter((step) => step !== 'questions' || shown === step || asked(draft, context).length > 0);

/** The number of the draft's card, and how many cards there are: from `least` to `most`, because questions depend on the scenario. */
export function countCards(draft: Draft, context: StepContext): { readonly at: number; readonly least: number; readonly most: number } {
  const steps = draft.kind === 'request' ? REQUEST_STEPS : stepsOfOutage(draft, draft.step, context);
  const at = steps.indexOf(draft.step) + 1;
  // On its own card and before it, any scenario may be chosen yet. "None of these" and a redirection are exceptions.
  if (draft.kind === 'request' || at > STEP_IDS.indexOf('scenario') + 1) return { at, least: steps.length, most: steps.length };
  const regular = scenariosFor(draft.entered, context).filter(({ id, redirect }) => id !== NOT_LISTED && !redirect);
  const asking = regular.filter(({ questions }) => questions.length > 0).length;
  const all = STEP_IDS.length;
  return { at, least: asking < regular.length || asking === 0 ? all - 1 : all, most: asking > 0 ? all : all - 1 };
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

/** The whole report, or the first step that lacks something. */
export function complete(draft: Draft, context: StepContext): Completed {
  const { entered, kind } = draft;
  const exit = kind === 'request' && redirected(entered, context.desk);
  if (exit) return { step: 'scenario', problem: { exit } };
  const parts: { [step in AskingStep]?: unknown } = {};
  for (const step of ASKING_STEPS) {
    const result = (kind === 'request' ? STEPS_OF_REQUEST : STEPS)[step](entered, context, draft);
    if (!('part' in result)) return { step, problem: result };
    parts[step] = result.part;
  }
  const { confirmation, scenario, details, questions, contact } = parts as Parts;
  const { project, environment } = confirmation;
  const texts = readStepTexts('contact', entered, context.desk);
  // The names of the desk file are copied, because the record must stay as it was when the desk file changes.
  const report = {
    project: { id: project.id, name: project.name },
    environment: { id: environment.id, name: environment.name, url: environment.url },
    scenario: { id: scenario.id, title: scenario.title },
    ...details,
    answers: questions,
    contact,
    ...('report' in texts ? texts.report : {}),
  };
  return { report };
}
