/** What kind of outage it is, chosen from the desk file's list. */
import type { Desk } from '../../desk/desk.ts';
import type { Scenario } from '../../desk/desk-file.ts';
import { offered } from '../../desk/scenarios/schema.ts';
import type { Entered } from '../draft.ts';
import type { StepContext, StepResult } from '../step.ts';
import { chooseAmong, environmentsOf } from './confirmation.ts';

/** The scenarios that fit the chosen environment; all of them while none is chosen. */
export function scenariosFor(entered: Entered, { projects, desk }: Pick<StepContext, 'projects' | 'desk'>): readonly Scenario[] {
  const chosen = chooseAmong(environmentsOf(desk, projects), entered);
  const environment = 'part' in chosen ? chosen.part.environment : {};
  const { scenarios, products } = desk.file;
  return scenarios.filter((scenario) => offered(scenario, environment, products));
}

export function chooseScenario(entered: Entered, context: StepContext): StepResult<Scenario> {
  if (!entered.scenario) return { errors: { scenario: 'required' } };
  const scenario = scenariosFor(entered, context).find(({ id }) => id === entered.scenario);
  if (!scenario) return { errors: { scenario: 'unknown-choice' } };
  const exit = redirected(entered, context.desk);
  return exit ? { exit } : { part: scenario };
}

/** Where a scenario sends people instead. What must not be written into a channel must not become a request either. */
export function redirected({ scenario: id }: Entered, desk: Desk) {
  const scenario = id ? desk.scenario(id) : undefined;
  if (!scenario?.redirect) return null;
  return { type: 'redirected', scenarioId: scenario.id } as const;
}
