/**
 * Every card that exists, drawn in every state that it has: the one list that the tests of the cards walk through.
 * A new step, state or event does not compile before it has its sample here; a new card is found by its name.
 */
import { alarmCard } from '../../src/cards/alarm-card.ts';
import {
  type AnswerView,
  cancelledCard,
  exitCard,
  helpCard,
  noProductionCard,
  notMemberCard,
  publicReportCard,
  resumeCard,
  sentenceCard,
} from '../../src/cards/answer-card.ts';
import type { Card } from '../../src/cards/card.ts';
import { digestCard } from '../../src/cards/digest-card.ts';
import { resolveForm, updateForm } from '../../src/cards/engineer-forms.ts';
import { newsCard } from '../../src/cards/news-card.ts';
import { deskCard, followerCard, originCard } from '../../src/cards/outage-cards.ts';
import { stepCard } from '../../src/cards/report-steps.ts';
import { restoredCard } from '../../src/cards/restored-card.ts';
import { cardClock, refusalText } from '../../src/commands/refusals.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Action, Rejection } from '../../src/outage/decide.ts';
import type { Place } from '../../src/outage/notices.ts';
import {
  type Actor,
  type Origin,
  type Outage,
  type OutageEvent,
  type OutageEventType,
  type Person,
  replay,
  unknownSince,
} from '../../src/outage/outage.ts';
import { type Draft, type Entered, FIELD_LIMITS, type FieldId, STEP_FIELDS, STEP_IDS, type StepId } from '../../src/report/draft.ts';
import { type Errors, FIELD_ERRORS } from '../../src/report/step.ts';
import { LANGUAGES, type Words } from '../../src/words/words.ts';
import { sampleAlarms } from './alarms.ts';
import { START } from './clock.ts';
import { onCallCards } from './on-call-cards.ts';
import { MINUTE_MS, run } from './run.ts';
import * as sample from './sample.ts';
import { deskOfOne, sampleContext, sampleDraft } from './sample-draft.ts';
import { smallDesk } from './small-desk.ts';

export type SampleCard = {
  readonly name: string;
  /** The function that draws it. */
  readonly by: string;
  readonly card: Card;
  /** The step of the report that it is; null for every other card. */
  readonly step: StepId | null;
  /** Whether it is drawn for the support desk or for the reporter alone, and so may show how to reach the reporter. */
  readonly showsContact: boolean;
};

/** What people typed, by the longest that the place takes; and what they are called. */
export type Texts = { readonly typed: (limit: number) => string; readonly name: string };
export const CALM: Texts = { typed: (limit) => 'Nothing can be posted since the morning run.'.slice(0, limit), name: 'Mia Winter' };

/** The contact that no other card may show. */
export const SECRETS = { phone: '+4930123456', email: 'mia.winter@customer.example' } as const;
const NOW = START + 70 * MINUTE_MS;
const at = (minutes: number) => START + minutes * MINUTE_MS;

export function sampleCards(texts: Texts = CALM): readonly SampleCard[] {
  return Object.values(LANGUAGES).flatMap((words) => [
    ...reportCards(texts, words),
    ...answerCards(texts, words),
    ...outageCards(texts, words),
    ...newsCards(texts, words),
    ...digestCards(texts, words),
    ...formCards(texts, words),
    ...onCallCards(texts, words),
    ...alarmCards(texts, words),
  ]);
}

export const entry = (name: string, by: (...parts: never[]) => unknown, card: Card, more: Partial<SampleCard> = {}): SampleCard => ({
  name,
  by: by.name,
  card,
  step: null,
  showsContact: false,
  ...more,
});

// The guided report.

const FREE_TEXT = ['title', 'description', 'impact', 'changes', 'name', 'secondContact'] as const satisfies readonly FieldId[];

/** A draft in which every free text is as long as a form would take: more than its field does. */
function draftOf({ typed, name }: Texts, step: StepId, more: Entered = {}): Draft {
  const free = Object.fromEntries(FREE_TEXT.map((field) => [field, typed(Math.max(4000, FIELD_LIMITS[field]))]));
  const draft = sampleDraft({ ...free, ...more }, step);
  return { ...draft, person: { ...draft.person, name } };
}

/** The same, within the limits: what a review shows. */
const withinLimits = ({ typed }: Texts): Entered => Object.fromEntries(FREE_TEXT.map((field) => [field, typed(FIELD_LIMITS[field])]));

function reportCards(texts: Texts, words: Words): SampleCard[] {
  const draw = (name: string, draft: Draft, errors: Errors = {}, desk: Desk = smallDesk()) => {
    const view = { draft, errors, desk, projects: sampleContext(desk).projects, words, now: NOW };
    return entry(`${draft.step} of the report, ${name}`, stepCard, stepCard(view), {
      step: draft.step,
      showsContact: draft.step === 'contact' || draft.step === 'review',
    });
  };
  const allWrong = (step: StepId): Errors =>
    Object.fromEntries(STEP_FIELDS[step].map((field, index) => [field, FIELD_ERRORS[index % FIELD_ERRORS.length]]));
  const nonsense = Object.fromEntries(
    ['environment', 'scenario', 'began', 'beganDate', 'beganTime', 'affected', 'phone', 'email', 'timeZone', 'language'].map((field) => [
      field,
      texts.typed(4000),
    ]),
  );
  return [
    ...STEP_IDS.flatMap((step) => [
      draw('filled in', draftOf(texts, step)),
      draw('with every error', draftOf(texts, step), allWrong(step)),
      draw('where choices hold nonsense', draftOf(texts, step, nonsense), allWrong(step)),
      draw('untouched', { ...draftOf(texts, step), entered: {} }),
    ]),
    draw('where there is one environment', draftOf(texts, 'confirmation'), {}, deskOfOne()),
    draw('complete', draftOf(texts, 'review', withinLimits(texts))),
    draw(
      'complete, with somebody else to call',
      draftOf(texts, 'review', { ...withinLimits(texts), aroundTheClock: 'false', timeZone: 'UTC' }),
    ),
  ];
}

// Short answers.

function answerCards(texts: Texts, words: Words): SampleCard[] {
  const view: AnswerView = { desk: smallDesk(), words };
  const draft = draftOf(texts, 'details');
  const someone: Person = { id: 'aad-x', name: texts.name };
  const { outage } = run(sample.sampleReportAction());
  const rejections: { readonly [type in Rejection['type']]: Extract<Rejection, { type: type }> } = {
    'unknown-outage': { type: 'unknown-outage' },
    'not-permitted': { type: 'not-permitted', permission: 'acknowledge' },
    'already-acknowledged': { type: 'already-acknowledged', by: someone, at: at(5) },
    'already-resolved': { type: 'already-resolved', by: someone, at: at(-3000) },
    'card-outdated': { type: 'card-outdated', by: someone, at: at(5) },
  };
  return [
    entry('help', helpCard, helpCard(view, ['/outage  –  report'], { unknown: false })),
    entry('help for something unknown', helpCard, helpCard(view, ['/outage  –  report'], { unknown: true })),
    entry('not a member', notMemberCard, notMemberCard(view)),
    entry('no production', noProductionCard, noProductionCard(view)),
    entry('cancelled', cancelledCard, cancelledCard(view)),
    entry('no outage', exitCard, exitCard(view, draft, { type: 'no-outage', missing: ['live', 'many', 'stopped'] })),
    entry('redirected', exitCard, exitCard(view, draft, { type: 'redirected', scenarioTitle: 'Security', text: 'Call us.\n\nNow.' })),
    entry('a report that waits', resumeCard, resumeCard(view, draft, NOW)),
    entry('a report that waits without a title', resumeCard, resumeCard(view, { ...draft, entered: {} }, NOW)),
    entry('somebody reports here', publicReportCard, publicReportCard(view, draft)),
    ...Object.values(rejections).map((rejection) =>
      entry(`refused: ${rejection.type}`, sentenceCard, sentenceCard(view, refusalText(rejection, outage, words, cardClock(NOW)))),
    ),
  ];
}

// Outages.

type Story = { readonly outage: Outage; readonly events: readonly OutageEvent[] };

/** Outages in every condition that a card can show, told by the actions that lead there. */
function stories({ typed, name }: Texts, origin: Origin['kind']) {
  const sam: Actor = { ...sample.engineer, name };
  const lin: Actor = { ...sample.secondEngineer, name };
  const text = typed(4000);
  const onCall = { primary: [sam], secondary: [lin], 'duty-manager': [{ id: 'aad-duty', name }] };
  const { contact } = sample.sampleReport;
  const reported = sample.sampleReportAction({
    by: { ...sample.reporter, name },
    onCall,
    origin: { ...sample.sampleReportAction().origin, kind: origin },
    report: {
      ...sample.sampleReport,
      title: typed(FIELD_LIMITS.title),
      description: typed(FIELD_LIMITS.description),
      affected: 'most',
      impact: typed(FIELD_LIMITS.impact),
      recentChanges: typed(FIELD_LIMITS.changes),
      contact: { ...contact, ...SECRETS, name: typed(FIELD_LIMITS.name), secondContact: typed(FIELD_LIMITS.secondContact) },
    },
  });
  const pass = (minutes: number) => sample.samplePassDeadlineAction({ at: at(minutes), onCall });
  const acknowledged = sample.sampleAcknowledgeAction({ by: sam });
  const updated = sample.sampleUpdateAction({ by: sam, text });
  const resolved = sample.sampleResolveAction({ by: lin, text, at: at(66) });
  const restored = sample.sampleRestoreAction();
  const unsure: Action = {
    ...reported,
    report: { ...reported.report, beganAt: null, contact: { ...reported.report.contact, aroundTheClock: false } },
  };
  return {
    reported: run(reported),
    'reported, not sure since when': run(unsure),
    reminded: run(reported, pass(15)),
    breached: run(reported, pass(30)),
    'breached long ago': run(reported, pass(30), pass(60)),
    acknowledged: run(reported, acknowledged),
    'acknowledged late': run(reported, sample.sampleAcknowledgeAction({ by: sam, at: at(40) })),
    updated: run(reported, acknowledged, updated),
    'without its update': run(reported, acknowledged, updated, pass(71)),
    'without a place': run(reported, sample.sampleLosePlaceAction()),
    'without its origin': run(reported, sample.sampleLosePlaceAction({ place: 'origin' })),
    'without a person': run(reported, sample.sampleLosePlaceAction({ place: 'person:aad-sam' })),
    resolved: run(reported, acknowledged, updated, resolved),
    'put back': run(reported, restored),
    'put back, then late': run(reported, restored, pass(30)),
    'put back, then taken and resolved': run(reported, restored, { ...acknowledged, at: at(40) }, resolved),
    'put back after it was taken': run(reported, acknowledged, { ...restored, at: at(20) }, pass(71)),
  } satisfies { readonly [name: string]: Story };
}

const ORIGINS = ['personal', 'groupChat', 'channel'] as const satisfies readonly Origin['kind'][];

function outageCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  const hint = words.refused.alreadyAcknowledged('OUT-1001', 'Sam', '10:00');
  const inDesk = Object.entries(stories(texts, 'personal')).flatMap(([name, { outage }]) => {
    const view = { outage, desk, words, now: NOW };
    return [
      entry(`desk: ${name}`, deskCard, deskCard(view, { mentionOnCall: true }), { showsContact: true }),
      entry(`desk with a hint: ${name}`, deskCard, deskCard(view, { mentionOnCall: false, hint }), { showsContact: true }),
      entry(`follower: ${name}`, followerCard, followerCard(view)),
      entry(`follower with a hint: ${name}`, followerCard, followerCard(view, { hint: words.news.repeated })),
    ];
  });
  const atOrigins = ORIGINS.flatMap((kind) =>
    Object.entries(stories(texts, kind)).map(([name, { outage }]) =>
      entry(`origin in a ${kind}: ${name}`, originCard, originCard({ outage, desk, words, now: NOW })),
    ),
  );
  const all = Object.values(stories(texts, 'personal')).map(({ outage }) => outage);
  const putBack = [[], all.slice(0, 1), [...all, ...all]].map((open) =>
    entry(
      `the records were put back, ${open.length} open`,
      restoredCard,
      restoredCard({ to: at(1), open, onCall: [{ id: 'aad-sam', name: texts.name }], now: NOW, words }),
    ),
  );
  return [...inDesk, ...atOrigins, ...putBack];
}

// News of each kind of event.

type Newsworthy = Exclude<OutageEventType, 'reported' | 'restored'>;
const NEWS_PLACES: { readonly [type in Newsworthy]: readonly Place[] } = {
  acknowledged: ['desk', 'origin', 'follower:board'],
  updated: ['desk', 'origin', 'follower:board'],
  resolved: ['desk', 'origin', 'follower:board'],
  breached: ['origin'],
  escalated: ['desk', 'person:aad-sam'],
  'update-missed': ['desk'],
  'place-lost': ['desk'],
};

function newsCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  return ORIGINS.flatMap((origin) =>
    Object.entries(stories(texts, origin)).flatMap(([name, { outage, events }]) =>
      events.flatMap((event, index) => {
        if (event.type === 'reported' || event.type === 'restored') return [];
        return NEWS_PLACES[event.type].flatMap((place) =>
          [false, true].map((repeated) => {
            const unknown = unknownSince(replay(events.slice(0, index)));
            const now = Math.max(event.at, at(30)) + index * 20_000;
            const { card } = newsCard({ outage, event, events, place, desk, words, now, repeated, unknownSince: unknown });
            return entry(`news to ${place}, from a ${origin}: ${event.type} of ${name}${repeated ? ', again' : ''}`, newsCard, card);
          }),
        );
      }),
    ),
  );
}

// Many pings as one.

function digestCards(texts: Texts, words: Words): SampleCard[] {
  const ping = (story: Story, place: Place = 'desk') => {
    const event = story.events.findLast(({ type }) => type === 'escalated' || type === 'update-missed');
    if (!event) throw new Error('nobody is pinged in this story');
    return { outage: story.outage, event, place };
  };
  const { reminded, breached, 'without its update': missed } = stories(texts, 'personal');
  const draw = (name: string, pings: readonly ReturnType<typeof ping>[], repeated = false) =>
    entry(`digest: ${name}`, digestCard, digestCard({ pings, desk: smallDesk(), words, now: NOW, repeated }).card);
  const numbered = (index: number) => {
    const one = ping(index % 3 === 0 ? breached : reminded);
    return { ...one, outage: { ...one.outage, number: 1001 + index } };
  };
  return [
    draw('three', [numbered(1), numbered(2), ping(missed)]),
    draw(
      'a hundred, again',
      Array.from({ length: 100 }, (_, index) => numbered(index)),
      true,
    ),
    draw('updates that are due', [ping(missed), { ...ping(missed), outage: { ...missed.outage, number: 1007 } }, ping(missed)]),
    draw(
      'to one person',
      [1, 2, 3].map((index) => ({ ...numbered(index), place: 'person:aad-sam' as const })),
    ),
  ];
}

// The engineer's forms.

function formCards(texts: Texts, words: Words): SampleCard[] {
  const { acknowledged, updated } = stories(texts, 'personal');
  const typed = texts.typed(20_000);
  const hint = words.refused.cardOutdated('Sam', '10:00');
  const empty = { words, text: '', error: '', hint: '' };
  const again = { words, text: typed, error: words.report.errors['too-long'], hint };
  return [acknowledged.outage, updated.outage].flatMap((outage) => [
    entry('update form', updateForm, updateForm({ outage, ...empty })),
    entry('update form, once more', updateForm, updateForm({ outage, ...again, phase: 'monitoring', nextMinutes: 15 })),
    entry('resolve form', resolveForm, resolveForm({ outage, ...empty })),
    entry('resolve form, once more', resolveForm, resolveForm({ outage, ...again })),
  ]);
}

// What the desk is told of the bots themselves.

const alarmCards = ({ typed }: Texts, words: Words): SampleCard[] =>
  sampleAlarms(typed(1_000)).map(({ name, alarm }) =>
    entry(`alarm: ${name}`, alarmCard, alarmCard({ alarm, desk: smallDesk(), words, now: NOW }).card),
  );
