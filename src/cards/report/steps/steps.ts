/** The cards of the guided report, one for each step. */

import type { Scenario } from '../../../desk/desk-file.ts';
import { AFFECTED, FIELDS, type StepId } from '../../../report/fields.ts';
import { complete } from '../../../report/report.ts';
import { CONDITIONS, environmentsOf, isTicking } from '../../../report/steps/confirmation.ts';
import { BEGAN } from '../../../report/steps/details.ts';
import { scenariosFor } from '../../../report/steps/scenario.ts';
import { zonesWith } from '../../../report/zones.ts';
import { type Card, firstThatFits, template } from '../../base/card.ts';
import { factRows, LAST_ROOM, ROOM, type Room, reportFacts, TIGHT_ROOM } from '../../base/facts.ts';
import { choicesOf, toggleInput } from '../../base/inputs.ts';
import { button } from '../../base/verbs.ts';
import { forInput, paragraphs } from '../../text.ts';
import confirmation from './confirmation.json' with { type: 'json' };
import contact from './contact.json' with { type: 'json' };
import details from './details.json' with { type: 'json' };
import { drawQuestions } from './questions.ts';
import review from './review.json' with { type: 'json' };
import scenario from './scenario.json' with { type: 'json' };
import { choiceStyle, environmentInput, errorText, fieldInputs, type StepView, stepButtons, stepFrame } from './step-frame.ts';

const expand = {
  confirmation: template(confirmation),
  scenario: template(scenario),
  details: template(details),
  contact: template(contact),
  review: template(review),
};

export const stepCard = (view: StepView): Card => CARDS[view.draft.step](view);

const CARDS: { readonly [step in StepId]: (view: StepView) => Card } = {
  confirmation(view) {
    const { draft, desk, projects, words } = view;
    const text = words.report.confirmation;
    const { confirm, tick, next, cancel, missing } = stepButtons(view, 'confirmation');
    const offered = environmentsOf(desk, projects);
    const only = offered.length === 1 ? offered[0] : undefined;
    const ticking = isTicking(draft.entered);
    return expand.confirmation(words, {
      ...stepFrame(view, 'confirmation', text.title, ticking ? [next, cancel, missing] : [confirm, tick, cancel, missing]),
      asksEnvironment: !only || Boolean(view.errors.environment),
      environment: environmentInput(view, { label: text.environment, offered, style: choiceStyle(offered) }),
      intro: ticking ? text.tick : text.intro,
      lines: ticking ? [] : CONDITIONS.map((condition, index) => `${index + 1}. ${text.conditions[condition]}`),
      toggles: (ticking ? CONDITIONS : []).map((id) =>
        toggleInput(words, {
          id,
          label: text.labels[id],
          title: text.conditions[id],
          value: forInput(draft.entered[id] ?? '', FIELDS[id].limit),
        }),
      ),
      facts: factRows(
        only
          ? [
              { label: words.facts.customer, lines: paragraphs(only.project.name) },
              { label: words.facts.environment, lines: paragraphs(only.environment.name) },
            ]
          : [],
      ),
    });
  },

  scenario: drawScenarios,

  details(view) {
    const { words, draft, errors } = view;
    const text = words.report.details;
    const { next, back } = stepButtons(view, 'details');
    const { beganDate, beganTime } = draft.entered;
    const { before, within, after } = fieldInputs(view, 'details', {
      began: BEGAN.map((value) => ({ title: text.beganChoices[value], value })),
      affected: AFFECTED.map((value) => ({ title: text.affectedChoices[value], value })),
    });
    return expand.details(words, {
      ...stepFrame(view, 'details', text.title, [next, back]),
      before,
      exactlyTitle: text.exactly,
      showExactly: Boolean(beganDate || beganTime || errors.beganDate || errors.beganTime),
      exactly: within,
      after,
    });
  },

  questions: drawQuestions,

  contact(view) {
    const { desk, words, draft } = view;
    const text = words.report.contact;
    const { next, back } = stepButtons(view, 'contact');
    const { before } = fieldInputs(view, 'contact', {
      timeZone: zonesWith(draft.entered.timeZone),
      language: choicesOf(desk.file.desk.languages),
    });
    return expand.contact(words, { ...stepFrame(view, 'contact', text.title, [next, back]), intro: text.intro, inputs: before });
  },

  review(view) {
    const { desk, words, draft, projects, now } = view;
    const text = words.report.review;
    const { done, back } = stepButtons(view, 'review');
    const completed = complete(draft, { desk, projects, now });
    const draw = (room: Room) =>
      expand.review(words, {
        ...stepFrame(view, 'review', text.title, [done, back]),
        intro: text.intro(words.formats.duration(desk.policy.acknowledgeWithinMs)),
        facts: factRows(
          'report' in completed
            ? reportFacts({ report: completed.report, words, zone: completed.report.contact.timeZone, now, contact: true, room })
            : [],
        ),
      });
    return firstThatFits([() => draw(ROOM), () => draw(TIGHT_ROOM), () => draw(LAST_ROOM)]);
  },
};

/** Each scenario is a button, so that one tap chooses it. */
function drawScenarios(view: StepView): Card {
  const { words, draft } = view;
  const text = words.report.scenario;
  const { back } = stepButtons(view, 'scenario');
  const offered = scenariosFor(draft.entered, view);
  const chosen = offered.find(({ id }) => id === draft.entered.scenario);
  const draw = (hint: (scenario: Scenario) => string) =>
    expand.scenario(words, {
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
