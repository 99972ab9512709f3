/** The card of the second step: each scenario is a button, so that one tap chooses it. */
import type { Scenario } from '../../../desk/desk-file.ts';
import { scenariosFor } from '../../../report/steps/scenario.ts';
import { type Card, firstThatFits, template } from '../../base/card.ts';
import { button } from '../../base/verbs.ts';
import scenario from './scenario.json' with { type: 'json' };
import { errorText, type StepView, stepButtons, stepFrame } from './step-frame.ts';

const expand = template(scenario);

export function drawScenarios(view: StepView): Card {
  const { words, draft } = view;
  const text = words.report.scenario;
  const { back } = stepButtons(view, 'scenario');
  const offered = scenariosFor(draft.entered, view);
  const chosen = offered.find(({ id }) => id === draft.entered.scenario);
  const draw = (hint: (scenario: Scenario) => string) =>
    expand(words, {
      ...stepFrame(view, 'scenario', text.title, [back]),
      intro: text.intro,
      error: errorText(view.errors.scenario, words),
      chosen: chosen ? text.chosen(chosen.title) : '',
      hintsTitle: hint === NONE ? '' : text.hints,
      hints: offered.map((one) => ({ title: one.title, text: hint(one) })),
      scenarios: offered.map(({ id, title }) => ({
        actions: [button(title, 'report-choose', { draft: draft.nonce, step: 'scenario', choice: id })],
      })),
    });
  // When the list is too long for a card, the hints are left out first.
  return firstThatFits([
    () => draw(({ chooseWhen, notThis }) => (notThis ? `${chooseWhen} ${text.notThis(notThis)}` : chooseWhen)),
    () => draw(({ chooseWhen }) => chooseWhen),
    () => draw(NONE),
  ]);
}

const NONE = (): string => '';
