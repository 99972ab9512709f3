/** The cards of the guided report, one for each step. When they make a request, they have other words. */
import type { Scenario } from '../../../desk/desk-file.ts';
import type { Question } from '../../../desk/scenarios/questions.ts';
import { isTelling } from '../../../outage/types/values.ts';
import { answerTo } from '../../../report/draft.ts';
import { AFFECTED, FIELDS, type StepId } from '../../../report/fields.ts';
import { choiceOf, inputOf } from '../../../report/press.ts';
import { complete } from '../../../report/report.ts';
import { projectOf } from '../../../report/request.ts';
import { anyEnvironmentOf, CONDITIONS, environmentsOf, isTicking } from '../../../report/steps/confirmation.ts';
import { BEGAN, zoneOf } from '../../../report/steps/details.ts';
import { DATE_TIME_BETWEEN, longestAnswer, openParents, questionsOf, shownWith } from '../../../report/steps/questions.ts';
import { scenariosFor } from '../../../report/steps/scenario.ts';
import { zonesWith } from '../../../report/zones.ts';
import type { Words } from '../../../words/words.ts';
import { type Card, firstThatFits, template } from '../../base/card.ts';
import { factRows, fieldWords, LAST_ROOM, ROOM, type Room, reportFacts, TIGHT_ROOM, textFact } from '../../base/facts.ts';
import {
  type Choice,
  choiceInput,
  choicesOf,
  dateInput,
  type Element,
  type Field,
  field,
  numberInput,
  textInput,
  timeInput,
  toggleInput,
} from '../../base/inputs.ts';
import { button } from '../../base/verbs.ts';
import { runningLines } from '../../maintenance.ts';
import { asName, forInput, paragraphs, plain } from '../../text.ts';
import confirmation from './confirmation.json' with { type: 'json' };
import contact from './contact.json' with { type: 'json' };
import details from './details.json' with { type: 'json' };
import scenario from './scenario.json' with { type: 'json' };
import stepTemplate from './step.json' with { type: 'json' };
import { draftData, environmentInput, errorIn, fieldInputs, type StepView, stepButtons, stepFrame } from './step-frame.ts';

const expand = {
  confirmation: template(confirmation),
  scenario: template(scenario),
  details: template(details),
  contact: template(contact),
};
const expandStep = template(stepTemplate);

/** A step that has no more than an introduction, inputs and facts. */
const drawStep = (words: Words, view: object): Card => expandStep(words, { inputs: [], fields: [], facts: [], ...view });

/** What the button says that deletes a report because maintenance explains it. */
export const IS_MAINTENANCE = 'maintenance';

export const stepCard = (view: StepView): Card => CARDS[view.draft.step](view);

const CARDS: { readonly [step in StepId]: (view: StepView) => Card } = {
  confirmation(view) {
    const { draft, desk, projects, words } = view;
    const text = words.report.confirmation;
    const { confirm, tick, next, cancel, missing } = stepButtons(view);
    const offered = environmentsOf(desk, projects);
    const only = offered.length === 1 ? offered[0] : undefined;
    const ticking = isTicking(draft.entered);
    const { maintenance = [], now } = view;
    const isThat = button(words.maintenance.yes, 'report-cancel', { ...draftData(draft, draft.step), choice: IS_MAINTENANCE });
    // Both delete the report, and a card has room for four buttons.
    const others = [maintenance.length > 0 ? isThat : cancel, missing];
    return expand.confirmation(words, {
      ...stepFrame(view, text.title, ticking ? [next, ...others] : [confirm, tick, ...others]),
      ...runningLines(view, maintenance, { now, zone: zoneOf(draft.entered) }),
      fields: !only || view.errors.environment ? [environmentInput(view, text.environment, offered)] : [],
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
      facts: factRows([
        // What they wrote when they began.
        ...textFact(fieldWords(words).title.fact, draft.entered.title ?? '', words),
        ...(only
          ? [
              { label: words.facts.customer, lines: paragraphs(only.project.name) },
              { label: words.facts.environment, lines: paragraphs(only.environment.name) },
            ]
          : []),
      ]),
    });
  },

  scenario: drawScenarios,

  details(view) {
    const { words, draft, errors } = view;
    const text = words.report.details;
    const { next, back, cancel } = stepButtons(view);
    const { beganDate, beganTime } = draft.entered;
    const { before, within, after } = fieldInputs(view, 'details', {
      began: BEGAN.map((value) => ({ title: text.beganChoices[value], value })),
      affected: AFFECTED.map((value) => ({ title: text.affectedChoices[value], value })),
    });
    return expand.details(words, {
      ...stepFrame(view, text.title, [next, back, cancel]),
      before,
      exactlyTitle: text.exactly,
      showExactly: Boolean(beganDate || beganTime || errors.beganDate || errors.beganTime),
      exactly: within,
      after: [...after, ...mayShow(view)],
    });
  },

  questions: drawQuestions,

  contact(view) {
    const { desk, words, draft, now } = view;
    const text = words.report.contact;
    const { next, back, cancel } = stepButtons(view);
    const { before } = fieldInputs(view, 'contact', {
      timeZone: zonesWith(draft.entered.timeZone ?? '', now).map((value) => ({ title: words.formats.zone(value, now), value })),
      language: choicesOf(desk.file.desk.languages),
    });
    return expand.contact(words, { ...stepFrame(view, text.title, [next, back, cancel]), intro: text.intro, inputs: before });
  },

  review(view) {
    const { desk, words, draft, projects, now } = view;
    const text = words.report.review;
    const { done, back, cancel } = stepButtons(view);
    const intro = text.intro(words.formats.duration(desk.policy.acknowledgeWithinMs));
    const completed = complete(draft, { desk, projects, now });
    const draw = (room: Room) =>
      drawStep(words, {
        ...stepFrame(view, text.title, [done, back, cancel]),
        fix: '',
        intro: view.inRoom ? words.formats.joined([intro, words.report.public.willSee]) : intro,
        facts: factRows(
          'report' in completed
            ? reportFacts({ report: completed.report, desk, words, zone: completed.report.contact.timeZone, now, contact: true, room })
            : [],
        ),
      });
    return firstThatFits([() => draw(ROOM), () => draw(TIGHT_ROOM), () => draw(LAST_ROOM)]);
  },
};

/** In somebody's own chat. */
const mayShow = ({ takesFiles, words }: StepView): readonly Element[] =>
  takesFiles ? [{ type: 'TextBlock', text: words.files.maySend, wrap: true, isSubtle: true, spacing: 'Small' }] : [];

/** So many of the scenarios stand above the others: those that the project had most often. */
const MOST_OFTEN = 3;

/** Each scenario is a button, so that one tap chooses it. */
function drawScenarios(view: StepView): Card {
  const { words, draft, counts = new Map<string, number>() } = view;
  const text = words.report.scenario;
  const { back, cancel } = stepButtons(view);
  const offered = scenariosFor(draft.entered, view).map((one) => view.desk.scenario(one.id, words.language) ?? one);
  const timesOf = ({ id }: Scenario) => (isTelling(id) ? (counts.get(id) ?? 0) : 0);
  const often = offered
    .filter((one) => timesOf(one) > 0)
    .toSorted((a, b) => timesOf(b) - timesOf(a))
    .slice(0, MOST_OFTEN);
  const others = offered.filter((one) => !often.includes(one));
  const heading = (title: string) => ({ type: 'TextBlock', text: title, wrap: true, size: 'Small', isSubtle: true, spacing: 'Medium' });
  const choice = ({ id, title }: Scenario) => {
    const isCut = columnsOf(title) > COLUMNS_OF_BUTTON;
    const above = id === draft.entered.scenario ? text.chosen(title) : isCut ? title : '';
    const choose = button(isCut ? text.thisOne : title, 'report-choose', { draft: draft.nonce, step: 'scenario', choice: id });
    return [
      ...(above ? [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: above }] }] : []),
      { type: 'ActionSet', spacing: 'Small', actions: [choose] },
    ];
  };
  const draw = (hint: (scenario: Scenario) => string) =>
    expand.scenario(words, {
      ...stepFrame(view, text.title, [back, cancel]),
      intro: text.intro,
      error: errorIn(view, view.errors.scenario),
      hintsTitle: hint === NONE ? '' : text.hints,
      hints: offered.map((one) => ({ title: words.formats.pair(one.title, ''), text: hint(one) })),
      scenarios: [
        ...(often.length > 0 ? [heading(text.often), ...often.flatMap(choice)] : []),
        ...(often.length > 0 && others.length > 0 ? [heading(text.others)] : []),
        ...others.flatMap(choice),
      ],
    });
  // When the list is too long for a card, the hints are left out first.
  return firstThatFits([
    () => draw(({ chooseWhen, notThis }) => (notThis ? words.formats.joined([chooseWhen, text.notThis(notThis)]) : chooseWhen)),
    () => draw(({ chooseWhen }) => chooseWhen),
    () => draw(NONE),
  ]);
}

const NONE = (): string => '';

/** A button has one line. So much of it is seen on a phone that is 320 px wide; what is longer stands above its button. */
const COLUMNS_OF_BUTTON = 34;
/** Letters of Latin scripts take one column, those of Chinese and the like two. */
const columnsOf = (title: string): number => [...title].reduce((sum, letter) => sum + (letter < '\u1100' ? 1 : 2), 0);

function drawQuestions(view: StepView): Card {
  const { draft, desk, words } = view;
  const text = words.report.questions;
  const scenario = desk.scenario(draft.entered.scenario ?? '', words.language);
  const questions = questionsOf(scenario);
  const open = openParents(questions, draft.answers);
  const shown = shownWith(questions, open);
  const { next, back, cancel } = stepButtons(view, choiceOf(scenario?.id ?? '', open));
  return drawStep(words, {
    ...stepFrame(view, text.title, [next, back, cancel]),
    intro: shown.some(({ required, type }) => required && type !== 'toggle') ? text.introNeeded : text.intro,
    fields: shown.map((question) => inputsFor(question, view)),
  });
}

function inputsFor(question: Question, view: StepView): Field {
  const { draft, errors, words, now } = view;
  const { report } = words;
  const given = forInput(answerTo(draft.answers, question.id), longestAnswer(question));
  const error = errors.answers?.find(({ id }) => id === question.id)?.error;
  const needed = question.required && question.type !== 'toggle';
  const label = needed ? report.questions.needed(question.text) : question.text;
  const inputs = inputOf(question.id);
  const input = { id: inputs.answer, label, value: given };
  const draw = (): Field => {
    switch (question.type) {
      case 'text':
      case 'multiline':
        return [textInput(words, { ...input, limit: longestAnswer(question), multiline: question.type === 'multiline' })];
      case 'number':
        return [numberInput(words, input)];
      case 'toggle':
        return [toggleInput(words, { ...input, title: question.onText })];
      case 'choice':
        return [choiceInput(words, { ...input, choices: choicesFor(question, view), style: 'expanded' })];
      case 'datetime': {
        const [date = '', time = ''] = given.split(DATE_TIME_BETWEEN);
        const timeLabel = report.questions.time(question.text, words.formats.zone(zoneOf(draft.entered), now));
        return [
          dateInput(words, { id: inputs.date, label, value: date }),
          timeInput(words, { id: inputs.time, label: timeLabel, value: time }),
        ];
      }
    }
  };
  return field(draw(), errorIn(view, error));
}

/** People read the choices in their own language; what is sent is in the desk's, because it is recorded. */
function choicesFor({ id, choices }: Extract<Question, { type: 'choice' }>, { draft, desk }: StepView): readonly Choice[] {
  const own = questionsOf(desk.scenario(draft.entered.scenario ?? '')).find((one) => one.id === id);
  return choices.map((title, index) => ({ title, value: (own?.type === 'choice' && own.choices[index]) || title }));
}

export function draftStepCard(view: StepView): Card {
  if (view.draft.kind !== 'request') return stepCard(view);
  const asRequest = { ...view, words: wordsOf(view) };
  return view.draft.step === 'confirmation' ? environmentCard(asRequest) : stepCard(asRequest);
}

/** Another heading, and on the last card the reply time instead of the promise. */
function wordsOf({ words, desk, projects, draft, now }: StepView): Words {
  const { request, report } = words;
  const project = projectOf(draft.entered, projects);
  const plan = project && desk.planOf(project.id, words.language);
  const when = plan ? words.formats.clock(now + plan.replyWithinMs, zoneOf(draft.entered), now) : '';
  const name = asName(desk.file.desk.name);
  return {
    ...words,
    report: {
      ...report,
      heading: request.heading,
      done: request.done,
      review: {
        ...report.review,
        intro: () => (plan ? request.review.intro(name, when, plain(plan.name)) : request.review.introNoPlan(name)),
      },
    },
  };
}

function environmentCard(view: StepView): Card {
  const { words, projects } = view;
  const { environment } = words.request;
  const { next, back, cancel } = stepButtons(view);
  return drawStep(words, {
    ...stepFrame(view, environment.title, [next, back, cancel]),
    intro: environment.intro,
    inputs: environmentInput(view, environment.label, anyEnvironmentOf(projects), 'compact'),
  });
}
