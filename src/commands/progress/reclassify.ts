/** An engineer corrects the scenario or the environment of an outage. */
import { classesFor, reclassifyForm } from '../../cards/report/correction.ts';
import { engineerForm, readChoice } from '../forms/outage-form.ts';

export const { presses: reclassifyPresses } = engineerForm({
  needs: 'reclassify',
  verb: 'outage-reclassify',
  fields: ['scenario', 'environment'],
  draw: reclassifyForm,
  action(sent) {
    const { scenarios, environments } = classesFor({ outage: sent.outage, desk: sent.desk });
    const scenario = readChoice(sent, 'scenario', scenarios);
    const environment = readChoice(sent, 'environment', environments);
    if ('errors' in scenario) return scenario;
    if ('errors' in environment) return environment;
    return { ...sent.common, type: 'correct', changes: { scenario: scenario.found, environment: environment.found }, seen: sent.seen };
  },
});
