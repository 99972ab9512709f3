/**
 * A report that is no outage continues as an ordinary support request: the same steps with all that was entered, but for
 * any environment, without the three conditions and without a scenario. Pure.
 */
import type { Desk } from '../desk/desk.ts';
import type { Project } from '../desk/desk-file.ts';
import { NO_SCENARIO } from '../outage/types/values.ts';
import type { Draft, Entered } from './draft.ts';
import type { StepId } from './fields.ts';
import type { Press } from './press.ts';
import { type Advance, type Completed, isTrue, type StepContext, type StepResult } from './step.ts';
import { anyEnvironmentOf, chooseAmong, environmentsOf } from './steps/confirmation.ts';
import { readContact } from './steps/contact.ts';
import { describe } from './steps/details.ts';
import { toReport } from './to-report.ts';

/** The steps of a request that ask something, in order. The first asks for the environment alone. */
const STEPS: { readonly [step in StepId]?: (entered: Entered, context: StepContext) => StepResult<unknown> } = {
  confirmation: (entered, { projects }) => chooseAmong(anyEnvironmentOf(projects), entered),
  details: describe,
  contact: readContact,
};
export const ASKING_STEPS = Object.keys(STEPS) as readonly StepId[];
export const REQUEST_STEPS: readonly StepId[] = [...ASKING_STEPS, 'review'];

/** The project of the chosen environment, or the only project of the person. */
export const projectOf = ({ environment }: Entered, projects: readonly Project[]): Project | undefined =>
  anyEnvironmentOf(projects).find(({ key }) => key === environment)?.project ?? (projects.length === 1 ? projects[0] : undefined);

/** Where a scenario sends people instead. What must not be written into a channel must not become a request either. */
export function redirected({ scenario: id }: Entered, desk: Desk) {
  const scenario = id ? desk.scenario(id) : undefined;
  if (!scenario?.redirect) return null;
  return { type: 'redirected', scenarioTitle: scenario.title, text: scenario.redirect } as const;
}

/** The whole request, or the first step that lacks something. The title of the scenario is empty when none was chosen. */
export function completeRequest({ entered }: Draft, context: StepContext): Completed {
  const exit = redirected(entered, context.desk);
  if (exit) return { step: 'scenario', problem: { exit } };
  const where = chooseAmong(anyEnvironmentOf(context.projects), entered);
  if (!('part' in where)) return { step: 'confirmation', problem: where };
  const details = describe(entered, context);
  if (!('part' in details)) return { step: 'details', problem: details };
  const contact = readContact(entered, context);
  if (!('part' in contact)) return { step: 'contact', problem: contact };
  const scenario = context.desk.scenario(entered.scenario ?? '') ?? { id: NO_SCENARIO, title: '' };
  // The questions of a scenario are for outages.
  return { report: toReport(entered, { where: where.part, scenario, details: details.part, answers: [], contact: contact.part }) };
}

/** Makes a request of what was entered: sends it when it is complete, or asks for what is missing. */
export function sendAsRequest(draft: Draft, context: StepContext): Advance {
  // Where there is one production environment it was not asked for, and the first condition confirmed it.
  const [only, another] = environmentsOf(context.desk, context.projects);
  const environment = draft.entered.environment || (only && !another && isTrue(draft.entered.live) ? only.key : '');
  const request: Draft = { ...draft, kind: 'request', entered: { ...draft.entered, environment } };
  const exit = redirected(draft.entered, context.desk);
  if (exit) return { type: 'exit', draft, exit };
  // Somebody who says that it is not live production most likely means another environment.
  const elsewhere = !isTrue(draft.entered.live) && anyEnvironmentOf(context.projects).length > 1;
  if (elsewhere) return show({ ...request, step: 'confirmation' });
  const completed = completeRequest(request, context);
  return 'report' in completed ? { type: 'submit', draft: request, report: completed.report } : show({ ...request, step: completed.step });
}

/** Sends it as an outage although no scenario fits: support decides whether it is one. */
export const sendAnyway = (draft: Draft): Advance => show({ ...draft, kind: 'outage', step: 'details' });

/** Makes an outage of a request: all three conditions hold. */
export function toOutage(draft: Draft): Draft {
  if (draft.kind !== 'request') return draft;
  const { kind: _, ...outage } = draft;
  return outage;
}

/** The same as `advance` in report.ts, for a request. Going back from its first step makes it an outage again. */
export function advanceRequest(kept: Draft, { step, move }: Press, context: StepContext): Advance {
  const at = REQUEST_STEPS.indexOf(step);
  if (move === 'back') {
    const before = REQUEST_STEPS[at - 1];
    return before ? show({ ...kept, step: before }) : show({ ...kept, kind: undefined, step: 'confirmation' });
  }
  const result = STEPS[step]?.(kept.entered, context);
  if (result && 'errors' in result) return show({ ...kept, step }, result.errors);
  const settled = result && 'settled' in result ? result.settled : {};
  return show({ ...kept, entered: { ...kept.entered, ...settled }, step: REQUEST_STEPS[at + 1] ?? 'review' });
}

const show = (draft: Draft, errors = {}): Advance => ({ type: 'show', draft, errors });
