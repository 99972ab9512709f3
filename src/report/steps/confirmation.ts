/** Which environment it is, and whether it is an outage. It is one when all three conditions hold. */
import type { Desk } from '../../desk/desk.ts';
import type { Environment, Project } from '../../desk/desk-file.ts';
import type { Entered } from '../draft.ts';
import { isTrue, type StepContext, type StepResult } from '../step.ts';

export const CONDITIONS = ['live', 'many', 'stopped'] as const;

export type Place = { readonly project: Project; readonly environment: Environment };
/** `key`: what the card sends for it. */
export type OfferedPlace = Place & { readonly key: string };

const placesIn = (projects: readonly Project[], environments: (project: Project) => readonly Environment[]): readonly OfferedPlace[] =>
  projects.flatMap((project) =>
    environments(project).map((environment) => ({ project, environment, key: `${project.id}/${environment.id}` })),
  );

/** Every production environment that the person may report. */
export const environmentsOf = (desk: Desk, projects: readonly Project[]): readonly OfferedPlace[] => placesIn(projects, desk.productionOf);

/** Every environment of the person's projects, production or not. */
export const anyEnvironmentOf = (projects: readonly Project[]): readonly OfferedPlace[] =>
  placesIn(projects, ({ environments }) => environments);

/** The chosen environment, or the only one that is offered. */
export function chooseAmong(offered: readonly OfferedPlace[], { environment: key }: Entered): StepResult<Place> {
  // The only one needs no choice. A choice that is not offered any more is never replaced by another environment.
  const chosen = offered.length === 1 && !key ? offered[0] : offered.find((one) => one.key === key);
  if (!chosen) return { errors: { environment: key ? 'unknown-choice' : 'required' } };
  return { part: { project: chosen.project, environment: chosen.environment } };
}

/** Whether the conditions were ticked one by one, and not confirmed with one tap. */
export const isTicking = (entered: Entered): boolean => {
  const ticked = CONDITIONS.filter((condition) => isTrue(entered[condition]));
  return ticked.length < CONDITIONS.length && CONDITIONS.some((condition) => (entered[condition] ?? '') !== '');
};

export function confirm(entered: Entered, { desk, projects }: StepContext): StepResult<Place> {
  const chosen = chooseAmong(environmentsOf(desk, projects), entered);
  if ('errors' in chosen) return chosen;
  const missing = CONDITIONS.filter((condition) => !isTrue(entered[condition]));
  if (missing.length > 0) return { exit: { type: 'no-outage', missing } };
  return chosen;
}
