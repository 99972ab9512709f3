/** The cards of the guided report: one view for each template, and the one to show for a draft. */
import type { StepId } from '../../../report/draft.ts';
import { complete } from '../../../report/report.ts';
import { CONDITIONS, environmentsOf, isTicking } from '../../../report/steps/confirmation.ts';
import { AFFECTED, BEGAN, zoneOf } from '../../../report/steps/details.ts';
import { zonesWith } from '../../../report/zones.ts';
import { type Card, firstThatFits, template } from '../../base/card.ts';
import { factRows, ROOM, type Room, reportFacts, TIGHT_ROOM } from '../../base/facts.ts';
import { zoneName } from '../../text/clock.ts';
import { asName, paragraphs } from '../../text/safe.ts';
import confirmation from './confirmation.json' with { type: 'json' };
import contact from './contact.json' with { type: 'json' };
import details from './details.json' with { type: 'json' };
import { drawQuestions } from './questions.ts';
import review from './review.json' with { type: 'json' };
import { drawScenarios } from './scenario.ts';
import { choices, type StepView, stepButtons, stepFrame } from './step-frame.ts';

const expand = {
  confirmation: template(confirmation),
  details: template(details),
  contact: template(contact),
  review: template(review),
};

/** A few choices are one tap as a list; many would be a long card. */
const MOST_RADIO_BUTTONS = 4;

/** The card of the step that the draft is at. */
export const stepCard = (view: StepView): Card => CARDS[view.draft.step](view);

const CARDS: { readonly [step in StepId]: (view: StepView) => Card } = {
  confirmation(view) {
    const { draft, desk, projects, words } = view;
    const text = words.report.confirmation;
    const { confirm, tick, next, cancel, missing } = stepButtons(view, 'confirmation');
    const offered = environmentsOf(desk, projects);
    const only = offered.length === 1 ? offered[0] : undefined;
    const ticking = isTicking(draft.entered);
    return expand.confirmation({
      ...stepFrame(view, 'confirmation', text.title, ticking ? [next, cancel, missing] : [confirm, tick, cancel, missing]),
      ticking,
      intro: ticking ? text.tick : text.intro,
      lines: ticking ? [] : CONDITIONS.map((condition, index) => `${index + 1}. ${text.conditions[condition]}`),
      choose: text.choose,
      labels: { environment: text.environment, ...text.labels },
      conditions: text.conditions,
      askEnvironment: !only || Boolean(view.errors.environment),
      environmentStyle: offered.length > MOST_RADIO_BUTTONS ? 'compact' : 'expanded',
      choices: {
        environment: offered.map(({ key, project, environment }) => ({
          title: `${asName(project.name)}: ${asName(environment.name)}`,
          value: key,
        })),
      },
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
    const { words, draft } = view;
    const text = words.report.details;
    const { next, back } = stepButtons(view, 'details');
    const zone = zoneOf(draft.entered);
    const { beganDate, beganTime } = draft.entered;
    return expand.details({
      ...stepFrame(view, 'details', text.title, [next, back]),
      exactly: text.exactly,
      showExactly: Boolean(beganDate || beganTime || view.errors.beganDate || view.errors.beganTime),
      labels: {
        title: text.titleLabel,
        description: text.description,
        began: text.began,
        beganDate: text.beganDate,
        beganTime: text.beganTime(zoneName(zone)),
        affected: text.affected,
        impact: text.impact,
        changes: text.changes,
      },
      examples: {
        title: text.titleExample,
        description: text.descriptionExample,
        impact: text.impactExample,
        changes: text.changesExample,
      },
      choices: {
        began: BEGAN.map((value) => ({ title: text.beganChoices[value], value })),
        affected: AFFECTED.map((value) => ({ title: text.affectedChoices[value], value })),
      },
    });
  },

  questions: drawQuestions,

  contact(view) {
    const { desk, words, draft } = view;
    const text = words.report.contact;
    const { next, back } = stepButtons(view, 'contact');
    return expand.contact({
      ...stepFrame(view, 'contact', text.title, [next, back]),
      intro: text.intro,
      labels: {
        name: text.name,
        onBehalfOf: words.access.onBehalfOf.label,
        email: text.email,
        phone: text.phone,
        secondContact: text.secondContact,
        timeZone: text.timeZone,
        language: text.language,
        aroundTheClock: text.aroundTheClock,
      },
      reachableLabel: words.facts.reachable,
      languageStyle: desk.file.desk.languages.length > MOST_RADIO_BUTTONS ? 'compact' : 'expanded',
      examples: { phone: text.phoneExample, secondContact: text.secondContactExample },
      choices: { timeZone: zonesWith(draft.entered.timeZone), language: choices(desk.file.desk.languages) },
    });
  },

  review(view) {
    const { desk, words, draft, projects, now } = view;
    const text = words.report.review;
    const { done, back } = stepButtons(view, 'review');
    const completed = complete(draft, { desk, projects, now });
    const draw = (room: Room) =>
      expand.review({
        ...stepFrame(view, 'review', text.title, [done, back]),
        intro: text.intro(words.formats.duration(desk.policy.acknowledgeWithinMs)),
        facts: factRows(
          'report' in completed
            ? reportFacts(completed.report, words, { zone: completed.report.contact.timeZone, now, contact: true, room })
            : [],
        ),
      });
    return firstThatFits([() => draw(ROOM), () => draw(TIGHT_ROOM)]);
  },
};
