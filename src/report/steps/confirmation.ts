/** Step 1: which environment it is, and whether it is an outage. It is one when all three conditions hold. */
import type { Desk } from '../../desk/desk.ts';
import type { Environment, Project } from '../../desk/desk-file.ts';
import type { Entered } from '../draft.ts';
import { isTrue, type StepContext, type StepResult } from '../step.ts';

export const CONDITIONS = ['live', 'many', 'stopped'] as const;

export type Confirmation = { readonly project: Project; readonly environment: Environment };

/** Every production environment that the person may report, each with the key that the card sends. */
export const environmentsOf = (desk: Desk, projects: readonly Project[]): (Confirmation & { readonly key: string })[] =>
  projects.flatMap((project) =>
    desk.productionOf(project).map((environment) => ({ project, environment, key: `${project.id}/${environment.id}` })),
  );

/** The chosen environment, or the only one that is offered; else null. */
export function chosenEnvironment(entered: Entered, { projects, desk }: Pick<StepContext, 'projects' | 'desk'>): Confirmation | null {
  const offered = environmentsOf(desk, projects);
  // The only one needs no choice. A choice that is not offered any more is never replaced by another environment.
  const chosen = offered.length === 1 && !entered.environment ? offered[0] : offered.find(({ key }) => key === entered.environment);
  return chosen ?? null;
}

/** Whether the conditions were ticked one by one, and not confirmed with one tap. */
export const isTicking = (entered: Entered): boolean => {
  const ticked = CONDITIONS.filter((condition) => isTrue(entered[condition]));
  return ticked.length < CONDITIONS.length && CONDITIONS.some((condition) => (entered[condition] ?? '') !== '');
};

export function confirm(entered: Entered, context: StepContext): StepResult<Confirmation> {
  const chosen = chosenEnvironment(entered, context);
  if (!chosen) return { errors: { environment: entered.environment ? 'unknown-choice' : 'required' } };
  const missing = CONDITIONS.filter((condition) => !isTrue(entered[condition]));
  if (missing.length > 0) return { exit: { type: 'no-outage', missing } };
  return { part: { project: chosen.project, environment: chosen.environment } };
}
