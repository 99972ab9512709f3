/** Step 1: which environment it is, and whether it is an outage at all. All three conditions hold together or it is none. */
import type { Desk, Environment, Project } from '../../desk/desk.ts';
import type { Entered } from '../draft.ts';
import { isTrue, type StepContext, type StepResult } from '../step.ts';

export const CONDITIONS = ['live', 'many', 'stopped'] as const;

export type Confirmation = { readonly project: Project; readonly environment: Environment };

/** Every production environment that the person may report, each with the key that the card sends. */
export const environmentsOf = (desk: Desk, projects: readonly Project[]): (Confirmation & { readonly key: string })[] =>
  projects.flatMap((project) =>
    desk.productionOf(project).map((environment) => ({ project, environment, key: `${project.id}/${environment.id}` })),
  );

export function confirm(entered: Entered, { projects, desk }: StepContext): StepResult<Confirmation> {
  const offered = environmentsOf(desk, projects);
  // The only one needs no choice; but what was chosen is never exchanged for another, also when the desk file changed since.
  const chosen = offered.length === 1 && !entered.environment ? offered[0] : offered.find(({ key }) => key === entered.environment);
  if (!chosen) return { errors: { environment: entered.environment ? 'unknown-choice' : 'required' } };
  const missing = CONDITIONS.filter((condition) => !isTrue(entered[condition]));
  if (missing.length > 0) return { exit: { type: 'no-outage', missing } };
  return { part: { project: chosen.project, environment: chosen.environment } };
}
