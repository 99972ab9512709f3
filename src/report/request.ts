/** The ways between a report of an outage and a support request. Pure. */
import type { Project } from '../desk/desk-file.ts';
import type { Draft, Entered } from './draft.ts';
import { complete } from './report.ts';
import { type Advance, isTrue, type StepContext } from './step.ts';
import { anyEnvironmentOf, environmentsOf } from './steps/confirmation.ts';
import { redirected } from './steps/scenario.ts';

/** The project of the chosen environment, or the only project of the person. */
export const projectOf = ({ environment }: Entered, projects: readonly Project[]): Project | undefined =>
  anyEnvironmentOf(projects).find(({ key }) => key === environment)?.project ?? (projects.length === 1 ? projects[0] : undefined);

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
  const completed = complete(request, context);
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

const show = (draft: Draft): Advance => ({ type: 'show', draft, errors: {} });
