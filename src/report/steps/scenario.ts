/** Step 2: what kind of outage it is, chosen from the desk file's list. */
import type { Scenario } from '../../desk/desk.ts';
import type { Entered } from '../draft.ts';
import type { StepContext, StepResult } from '../step.ts';

export function chooseScenario(entered: Entered, { desk }: StepContext): StepResult<Scenario> {
  if (!entered.scenario) return { errors: { scenario: 'required' } };
  const scenario = desk.scenario(entered.scenario);
  if (!scenario) return { errors: { scenario: 'unknown-choice' } };
  if (scenario.redirect) return { exit: { type: 'redirected', scenarioTitle: scenario.title, text: scenario.redirect } };
  return { part: scenario };
}
