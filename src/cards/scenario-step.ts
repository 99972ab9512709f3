/** The second step: each scenario is a button, so that one tap says it. */
import { scenariosFor } from '../report/steps/scenario.ts';
import { type Card, firstThatFits, template } from './card.ts';
import { type StepView, stepButtons, stepFrame } from './step-frame.ts';
import scenario from './templates/scenario.json' with { type: 'json' };
import { shorten } from './text.ts';
import { button } from './verbs.ts';

const expand = template(scenario);

const WHOLE_LINE = 200;
/** What a long list of long texts is cut to, so that each scenario still has its line. */
const SHORT_LINE = 60;

export function drawScenarios(view: StepView): Card {
  const { words, draft } = view;
  const text = words.report.scenario;
  const { back } = stepButtons(view, 'scenario');
  const offered = scenariosFor(draft.entered, view);
  const hints = offered.flatMap(({ title, notThis }) => (notThis ? [{ title, notThis }] : []));
  const draw = (most: { readonly hints: boolean; readonly line: number }) =>
    expand({
      ...stepFrame(view, 'scenario', text.title, [back]),
      intro: text.intro,
      hintsTitle: most.hints && hints.length > 0 ? text.hints : '',
      hints,
      scenarios: offered.map(({ id, title, chooseWhen }) => ({
        chooseWhen: shorten(id === draft.entered.scenario ? text.chosen(chooseWhen) : chooseWhen, most.line),
        actions: [button(title, 'report-choose', { draft: draft.nonce, step: 'scenario', choice: id })],
      })),
    });
  return firstThatFits([
    () => draw({ hints: true, line: WHOLE_LINE }),
    () => draw({ hints: false, line: WHOLE_LINE }),
    () => draw({ hints: false, line: SHORT_LINE }),
  ]);
}
