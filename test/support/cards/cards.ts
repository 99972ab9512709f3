/**
 * Samples of every card in each of its states, which the tests of the cards read. A new step, state or event does not
 * compile before it has its sample here; a test finds a new card by its name.
 */

import { type Card, withNote } from '../../../src/cards/base/card.ts';
import { errorText } from '../../../src/cards/base/inputs.ts';
import { button } from '../../../src/cards/base/verbs.ts';
import { objectForm, stillDownForm, withdrawForm } from '../../../src/cards/ending.ts';
import { type AnswerView, sentenceCard } from '../../../src/cards/layouts/layouts.ts';
import { doubtCard, fullHelpCard, helpCard, kindCard, listCard } from '../../../src/cards/look/look.ts';
import { timelineCard } from '../../../src/cards/look/timeline.ts';
import { digestCard } from '../../../src/cards/news/digest.ts';
import type { FilledForm } from '../../../src/cards/outage/form.ts';
import { deskCard, followerCard, originCard } from '../../../src/cards/outage/outage.ts';
import { newsCard, settledCard } from '../../../src/cards/render.ts';
import {
  begunElsewhereCard,
  cancelledCard,
  draftReminderCard,
  forDialog,
  notInstalledCard,
  publicReportCard,
  resumeCard,
  unsureCard,
} from '../../../src/cards/report/begun.ts';
import { correctForm, savedText } from '../../../src/cards/report/correction.ts';
import { notMemberCard } from '../../../src/cards/report/not-eligible.ts';
import { copyCard, unsentCard } from '../../../src/cards/report/receipt.ts';
import { stepCard } from '../../../src/cards/report/steps/steps.ts';
import { exitCard } from '../../../src/cards/request/exit.ts';
import { noDeskCard, setupCard, setupInviteCard } from '../../../src/cards/setup/setup.ts';
import { plain } from '../../../src/cards/text.ts';
import { alarmCard, restoredCard } from '../../../src/cards/watch/alarm.ts';
import { rejectionText } from '../../../src/commands/authorize/rejection-text.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { type KnownRoom, LOSSES } from '../../../src/desk/rooms.ts';
import { answerTo } from '../../../src/outage/asks.ts';
import type { Rejection } from '../../../src/outage/decision.ts';
import { DESK, type Destination, formatDestination, otherReporterAt, readDestination, readerOf } from '../../../src/outage/destinations.ts';
import { type OutageEvent, type OutageEventType, pinged } from '../../../src/outage/events.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { LANGUAGES } from '../../../src/outage/follow/language.ts';
import { type Outage, requestIn, unknownSince } from '../../../src/outage/types/outage.ts';
import { isClient, storedPersonKey } from '../../../src/outage/types/person-key.ts';
import type { Origin, Person } from '../../../src/outage/types/values.ts';
import { CORRECTABLE, enteredOf } from '../../../src/report/correction.ts';
import type { Draft, Entered } from '../../../src/report/draft.ts';
import { FIELDS, STEP_FIELDS, STEP_IDS, type StepId } from '../../../src/report/fields.ts';
import { type Errors, FIELD_ERRORS } from '../../../src/report/step.ts';
import { WORDS, type Words } from '../../../src/words/words.ts';
import { askingDesk, everyAnswer } from '../desk/desk-with-every-question.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { run } from '../outage/apply.ts';
import * as sample from '../outage/sample.ts';
import { at, CALM, NOW, nightOfPings, type Story, stories, type Texts } from '../outage/stories.ts';
import { OUTAGE_STATES } from '../outage/types.ts';
import { FREE_TEXT } from '../report/free-text.ts';
import { deskOfOne, sampleContext, sampleDraft } from '../report/sample-draft.ts';
import { sample as chosenOf } from '../sample.ts';
import { accessCards } from './access.ts';
import { joiningCards } from './affected.ts';
import { sampleAlarms } from './alarms.ts';
import { OTHER_AUDIENCES, withAudiences } from './audience.ts';
import { audited } from './audit.ts';
import { catchUpCards } from './catch-up.ts';
import { certificateCards } from './certificate.ts';
import { conversationCards } from './conversation.ts';
import { deliveryCards } from './deliveries.ts';
import { engineerCards } from './engineer.ts';
import { fileCards, SAMPLE_LINKS } from './files.ts';
import { followCards } from './follow.ts';
import { languageCards } from './language.ts';
import { linkCards } from './links.ts';
import { maintenanceCards } from './maintenance.ts';
import { numbersCards } from './numbers.ts';
import { onCallCards } from './on-call.ts';
import { requestCards } from './request.ts';
import { reviewCards } from './review.ts';
import { entry, type SampleCard } from './sample-card.ts';

const again = (repeated: boolean, card: Card, words: Words): Card => (repeated ? withNote(card, words.news.repeated) : card);

export { SECRETS, type Texts } from '../outage/stories.ts';
export type { SampleCard } from './sample-card.ts';

/** The languages beside English in which cards are drawn: in a sample one, the same for all tests, because drawing takes long. */
export const DRAWN_LANGUAGES = chosenOf(
  'languages',
  LANGUAGES.filter((one) => one !== 'en'),
  1,
);

/** In English and in DRAWN_LANGUAGES. `nth`: of texts of which there are many, each in one language, in turns. */
export function sampleCards(texts: Texts = CALM, nth: number | null = null): readonly SampleCard[] {
  const drawn = nth === null ? ['en' as const, ...DRAWN_LANGUAGES] : LANGUAGES.filter((_one, index) => index === nth % LANGUAGES.length);
  return drawn.flatMap((language) => sampleCardsIn(WORDS[language], texts));
}

/** In one language, which may be one of the tests. Drawn once for each set of texts: a thousand cards and more take a second. */
export function sampleCardsIn(words: Words, texts: Texts): readonly SampleCard[] {
  const drawn = drawnIn.get(words) ?? new WeakMap<Texts, readonly SampleCard[]>();
  drawnIn.set(words, drawn);
  const cards = drawn.get(texts) ?? drawAll(words, texts);
  drawn.set(texts, cards);
  return cards;
}
const drawnIn = new WeakMap<Words, WeakMap<Texts, readonly SampleCard[]>>();

function drawAll(words: Words, texts: Texts): readonly SampleCard[] {
  return [
    ...reportCards(texts, words),
    ...answerCards(texts, words),
    ...accessCards(entry, texts, words),
    ...outageCards(texts, words),
    ...newsCards(texts, words),
    ...digestCards(texts, words),
    ...linkCards(entry, words, stories(texts, 'personal'), NOW),
    ...engineerCards(entry, texts, words, stories(texts, 'personal'), NOW),
    ...reporterForms(texts, words),
    ...conversationCards(entry, texts, words, stories(texts, 'personal')),
    ...copies(texts, words),
    ...lists(texts, words),
    ...joiningCards(entry, texts, words, stories(texts, 'personal'), NOW),
    ...fileCards(texts, words, stories(texts, 'personal')['with files'].outage, NOW),
    ...onCallCards(texts, words),
    ...deliveryCards(texts, words),
    ...catchUpCards(texts, words),
    ...certificateCards(texts, words),
    ...languageCards(words),
    ...reviewCards(texts, words),
    ...numbersCards(texts, words),
    ...followCards(texts, words, stories(texts, 'personal')),
    ...maintenanceCards(texts, words),
    ...alarmCards(texts, words),
    ...setupCards(texts, words),
  ];
}

// The guided report.

/** A draft in which every free text is longer than its field takes. */
function draftOf({ typed, name }: Texts, step: StepId, more: Entered = {}): Draft {
  const free = Object.fromEntries(FREE_TEXT.map((field) => [field, typed(Math.max(4000, FIELDS[field].limit))]));
  const draft = sampleDraft({ ...free, ...more }, step);
  return { ...draft, person: { ...draft.person, name } };
}

/** The same within the limits, as a review shows it. */
const withinLimits = ({ typed }: Texts): Entered => Object.fromEntries(FREE_TEXT.map((field) => [field, typed(FIELDS[field].limit)]));

/** As long as Teams' ids make it. */
const THREAD = `https://teams.microsoft.com/l/message/${encodeURIComponent(`19:${'a'.repeat(44)}@thread.tacv2`)}/1767517200000?tenantId=${'0'.repeat(36)}&groupId=${'0'.repeat(36)}&parentMessageId=1767517200000&createdTime=1767517200000`;
const LINK = 'https://teams.microsoft.com/l/message/19:x@thread.tacv2/1700000000000?groupId=g';

function reportCards(texts: Texts, words: Words): SampleCard[] {
  const draw = (
    name: string,
    draft: Draft,
    errors: Errors = {},
    desk: Desk = smallDesk(),
    counts: ReadonlyMap<string, number> = new Map(),
  ) => {
    const view = { draft, errors, desk, projects: sampleContext(desk).projects, words, now: NOW, counts };
    return entry(`${draft.step} of the report, ${name}`, stepCard, stepCard(view), {
      step: draft.step,
      showsContact: draft.step === 'contact' || draft.step === 'review',
    });
  };
  const allWrong = (step: StepId, { file }: Desk = smallDesk()): Errors => ({
    ...Object.fromEntries(STEP_FIELDS[step].map((field, index) => [field, FIELD_ERRORS[index % FIELD_ERRORS.length]])),
    answers: file.scenarios.flatMap(({ questions }) =>
      questions.map(({ id }, index) => ({ id, error: FIELD_ERRORS[index % FIELD_ERRORS.length] ?? 'required' })),
    ),
  });
  const asking = askingDesk();
  const asked = (text: string): Draft => ({
    ...draftOf(texts, 'questions', { scenario: 'everything' }),
    answers: everyAnswer(asking, text),
  });
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
    draw('of all kinds, answered', asked(texts.typed(500)), {}, asking),
    draw('of all kinds, untouched', { ...asked(''), answers: [] }, {}, asking),
    draw('of all kinds, with every error', asked(texts.typed(4000)), allWrong('questions', asking), asking),
    draw(
      'complete, with answers to everything',
      {
        ...draftOf(texts, 'review', { ...withinLimits(texts), scenario: 'everything' }),
        answers: everyAnswer(asking, texts.typed(200)),
      },
      {},
      asking,
    ),
    draw('of many kinds of outage', draftOf(texts, 'scenario', { scenario: 'kind-3' }), {}, asking),
    draw(
      'with what the project had most often',
      draftOf(texts, 'scenario', { scenario: 'environment-down' }),
      {},
      smallDesk(),
      new Map([
        ['environment-down', 4],
        ['sign-in', 1],
      ]),
    ),
    draw('gone through one by one', draftOf(texts, 'confirmation', { many: 'false' })),
    draw('where the exact time is known', draftOf(texts, 'details', { beganDate: '2026-11-22', beganTime: '09:15' })),
    draw('where there is one environment', draftOf(texts, 'confirmation'), {}, deskOfOne()),
    draw('complete', draftOf(texts, 'review', withinLimits(texts))),
    draw('complete, from a message', draftOf(texts, 'review', { ...withinLimits(texts), link: LINK })),
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
  const someone: Person = { id: storedPersonKey('aad-x'), name: texts.name };
  const { outage } = run(sample.sampleReportAction());
  const rejections: { readonly [type in Rejection['type']]: Extract<Rejection, { type: type }> } = {
    'unknown-outage': { type: 'unknown-outage' },
    'not-permitted': { type: 'not-permitted', permission: 'acknowledge' },
    'already-acknowledged': { type: 'already-acknowledged', by: someone, at: at(5) },
    'already-ended': { type: 'already-ended', state: 'resolved', by: someone, at: at(-3000) },
    'card-outdated': { type: 'card-outdated', by: someone, at: at(5) },
    'not-now': { type: 'not-now', state: 'reported' },
    'not-offered': { type: 'not-offered', to: someone },
    'too-many-questions': { type: 'too-many-questions', most: 8 },
    'objected-already': { type: 'objected-already' },
    'stays-taken': { type: 'stays-taken', why: 'late', owner: someone, until: at(15) },
    'too-late': { type: 'too-late', until: at(-30) },
    'bad-target': { type: 'bad-target', why: 'ended' },
    'said-already': { type: 'said-already', says: 'down', at: at(5), until: at(65) },
    parted: { type: 'parted', by: someone, at: at(5), into: 1004 },
    'too-many': { type: 'too-many', most: 10 },
  };
  const more: readonly Rejection[] = [
    ...OUTAGE_STATES.map((state) => ({ type: 'already-ended', state, by: someone, at: at(5) }) as const),
    { type: 'already-ended', state: 'closed', by: null, at: at(5) },
    { type: 'not-offered', to: null },
    { type: 'not-permitted', permission: 'withdraw' },
    { type: 'stays-taken', why: 'theirs', owner: someone, until: at(15) },
    { type: 'stays-taken', why: 'in-work', owner: someone, until: at(15) },
    { type: 'bad-target', why: 'same' },
    { type: 'bad-target', why: 'unknown' },
  ];
  return [
    entry('help', helpCard, helpCard(view, ['/outage  –  report'], { unknown: false, mine: false })),
    entry('help for something unknown', helpCard, helpCard(view, ['/outage  –  report'], { unknown: true, mine: true })),
    entry('help behind More', fullHelpCard, fullHelpCard(view, ['/outage  –  report'])),
    entry('greeting', kindCard, kindCard(view, 'greeting')),
    entry('thanks', kindCard, kindCard(view, 'thanks')),
    entry('doubt', doubtCard, doubtCard(view, [{ name: '/outage status', what: 'status' }], texts.typed(4000))),
    entry('cancelled', cancelledCard, cancelledCard(view)),
    ...requestCards(entry, (step) => draftOf(texts, step, withinLimits(texts)), words),
    entry(
      'redirected',
      exitCard,
      exitCard({ ...view, desk: redirecting(view.desk, texts.place ?? 'Security'), projects: [] }, draft, {
        type: 'redirected',
        scenarioId: 'security',
      }),
    ),
    entry('a report that waits', resumeCard, resumeCard(view, draft, NOW)),
    entry(
      'a list, led by a report that waits',
      listCard,
      listCard({ outages: [], heading: words.look.list.open(0), text: '', words, now: NOW, mayTake: false, unsent: draft }),
    ),
    entry('a report that waits, after more words', resumeCard, resumeCard(view, draft, NOW, words.report.resume.added)),
    entry('a request that waits', resumeCard, resumeCard(view, { ...draft, kind: 'request' }, NOW)),
    entry('a report that waits without a title', resumeCard, resumeCard(view, { ...draft, entered: {} }, NOW)),
    entry('begun from a message', begunElsewhereCard, begunElsewhereCard(view, { quoted: true })),
    entry('begun from a message, which was not added', begunElsewhereCard, begunElsewhereCard(view, { quoted: false })),
    entry('begun from a message, where the bot is not installed', notInstalledCard, notInstalledCard(view)),
    entry('begun from a message, and Teams says nothing', unsureCard, unsureCard(view)),
    entry('not a member, in a dialog', notMemberCard, forDialog(notMemberCard(view))),
    entry('somebody reports here', publicReportCard, publicReportCard(view, draft)),
    ...[...Object.values(rejections), ...more].map((rejection) =>
      entry(`refused: ${rejection.type}`, sentenceCard, sentenceCard(view, rejectionText(rejection, outage, words, NOW))),
    ),
  ];
}

// Outages.

const ORIGINS = ['personal', 'groupChat', 'channel'] as const satisfies readonly Origin['kind'][];

function outageCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  const hint = words.refusals.alreadyAcknowledged('OUT-1001', 'Sam', '10:00').text;
  const inDesk = Object.entries(stories(texts, 'personal')).flatMap(([name, { outage }]) => {
    const view = { outage, desk, words, now: NOW };
    return [
      entry(`desk: ${name}`, deskCard, deskCard(view, { mentionOnCall: true }), { showsContact: true }),
      entry(`desk with a hint: ${name}`, deskCard, deskCard(view, { mentionOnCall: false, hint }), { showsContact: true }),
      // A follower of the desk file, and a room of others, where it was looked up or an outage is that was merged into it.
      entry(`follower: ${name}`, followerCard, followerCard(view, { entered: true })),
      // A request has nobody who follows.
      ...(requestIn(outage) ? [] : OTHER_AUDIENCES).map((audience) =>
        entry(`follower, ${audience}: ${name}`, followerCard, followerCard(view, { audience })),
      ),
      entry(`elsewhere with a hint: ${name}`, followerCard, followerCard(view, { hint: words.news.repeated })),
    ];
  });
  const atOrigins = ORIGINS.flatMap((kind) =>
    Object.entries(stories(texts, kind)).map(([name, { outage }]) =>
      entry(`origin in a ${kind}: ${name}`, originCard, originCard({ outage, desk, words, now: NOW }), {
        // Where only the reporter reads, it shows them what they entered.
        showsContact: kind === 'personal',
      }),
    ),
  );
  const all = Object.values(stories(texts, 'personal')).map(({ outage }) => outage);
  const putBack = [[], all.slice(0, 1), [...all, ...all]].map((open) =>
    entry(
      `the records were put back, ${open.length} open`,
      restoredCard,
      restoredCard({ to: at(1), open, onCall: [{ id: storedPersonKey('aad-sam'), name: texts.name }], now: NOW, words }),
    ),
  );
  return [...inDesk, ...atOrigins, correctedCard(texts, words), ...putBack];
}

/** A desk whose scenario for what must be told by phone has this title. */
function redirecting(desk: Desk, title: string): Desk {
  const own = desk.scenario('security');
  return own ? { ...desk, scenario: () => ({ ...own, title, redirect: 'Call us.\n\nNow.' }) } : desk;
}

/** To the reporter, with all that they changed at once. */
function correctedCard(texts: Texts, words: Words): SampleCard {
  const { outage } = stories(texts, 'personal').reported;
  const { report } = outage;
  const before = <Part extends object>(part: Part): Part =>
    Object.fromEntries(Object.entries(part).map(([key, text]) => [key, typeof text === 'string' ? `2: ${text}` : text])) as Part;
  const { timeZone, language } = report.contact;
  const was = { ...before(report), affected: report.affected, contact: { ...before(report.contact), timeZone, language } };
  const hint = savedText([{ type: 'corrected', at: NOW, by: outage.reporter, changes: report, was }], {
    desk: smallDesk(),
    words,
    now: NOW,
  });
  const view = { outage, desk: smallDesk(), words, now: NOW };
  return entry('origin in a personal: after a correction', originCard, originCard(view, { own: true, hint }), { showsContact: true });
}

// News of each kind of event.

const TOLD_BY_CARD = [
  'reported',
  'planned',
  'restored',
  'left',
  'followed',
  'unfollowed',
  'phone-added',
  'ticket-added',
  'ticket-removed',
  'paged',
  'personal-data-removed',
] as const satisfies readonly OutageEventType[];
type Newsworthy = Exclude<OutageEventType, (typeof TOLD_BY_CARD)[number]>;
const OTHERS = ['origin', 'follower:board', 'merged:nonce-2', 'joined:aad-eve'] as const;
/** What the desk's own people read is what customers do, where the desk file lets those read full names. */
const EVERYWHERE = ['desk', ...OTHERS, 'follower:executive'] as const;
const NEWS_PLACES: { readonly [type in Newsworthy]: readonly string[] } = {
  acknowledged: [...EVERYWHERE, 'person:aad-sam'],
  'taken-back': EVERYWHERE,
  updated: EVERYWHERE,
  asked: ['desk', 'origin', 'reporter'],
  replied: ['desk'],
  'reply-missed': ['desk', 'origin', 'reporter'],
  resolved: EVERYWHERE,
  'handed-over': EVERYWHERE,
  withdrawn: EVERYWHERE,
  merged: EVERYWHERE,
  released: EVERYWHERE,
  reopened: [...EVERYWHERE, 'team:functional'],
  'update-missed': EVERYWHERE,
  transferred: [...EVERYWHERE, 'team:functional'],
  objected: [...EVERYWHERE, 'person:aad-duty', 'person:aad-lin', 'team:functional'],
  'hand-over-offered': ['desk', 'person:aad-lin'],
  'hand-over-declined': ['desk'],
  assisted: ['desk'],
  answered: ['queue', 'origin'],
  promoted: ['queue', 'origin'],
  noted: ['desk'],
  pulsed: ['desk'],
  'files-added': ['desk', ...OTHERS],
  'bridge-set': ['desk', 'origin'],
  corrected: ['desk'],
  absorbed: ['desk'],
  parted: ['desk'],
  closed: ['desk'],
  reviewed: ['desk'],
  'follow-up-due': ['desk', 'person:aad-lin'],
  'follow-up-done': ['desk'],
  breached: ['origin', 'follower:board', 'merged:nonce-2', 'joined:aad-eve'],
  joined: ['desk'],
  gathered: ['desk'],
  escalated: ['desk', 'person:aad-sam'],
  'page-missed': ['desk', 'person:aad-sam'],
  'place-lost': ['desk'],
  'desk-unreached': ['origin', 'merged:nonce-2', 'person:aad-sam'],
  'desk-reached': ['origin', 'merged:nonce-2'],
  'drill-ended': ['desk'],
};
/** Whether there is such a destination: nobody reads there before a merge, a join or a transfer. */
const hearsOf = (destination: Destination, outage: Outage): boolean => {
  if (destination.kind === 'merged' || destination.kind === 'joined') return otherReporterAt(destination, outage) !== null;
  if (destination.kind === 'follower' && destination.id === 'executive' && requestIn(outage)) return false;
  // A program reads nothing in Teams.
  if (destination.kind === 'origin' || destination.kind === 'reporter') return !isClient(outage.reporter.id);
  return destination.kind !== 'team' || outage.team !== null;
};

const isNewsworthy = (event: OutageEvent): event is Extract<OutageEvent, { type: Newsworthy }> =>
  !(TOLD_BY_CARD as readonly string[]).includes(event.type);

function newsCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  const cards = (['personal', 'groupChat'] as const).flatMap((origin) =>
    Object.entries(stories(texts, origin)).flatMap(([name, story]) =>
      story.events.flatMap((event, index) => {
        if (!isNewsworthy(event)) return [];
        const unknown = unknownSince(replay(story.events.slice(0, index)));
        // Delivered at once, with the outage as it was right after the event; and late, with the outage as it is in the end.
        const then = { outage: withAudiences(replay(story.events.slice(0, index + 1)) ?? story.outage), when: 'at once' };
        const destinations = NEWS_PLACES[event.type]
          .map(readDestination)
          .filter((one) => origin === 'personal' || readerOf(one) === 'reporter');
        return [then, { outage: withAudiences(story.outage), when: 'late' }].flatMap(({ outage, when }) =>
          destinations
            .filter((destination) => hearsOf(destination, outage))
            .flatMap((destination) => {
              const now = Math.max(event.at, at(30)) + index * 20_000;
              const { events } = story;
              const view = {
                outage,
                event,
                events,
                destination,
                desk,
                words,
                now,
                unknownSince: unknown,
                // What is not there any more, or has no picture of its own, is shown by its name.
                ...(when === 'at once' && { files: SAMPLE_LINKS }),
                thread: when === 'at once' ? 'https://teams.microsoft.com/l/message/19%3Adesk/1?tenantId=t' : null,
              };
              const news = entry(
                `news to ${formatDestination(destination)}, from a ${origin}: ${event.type} of ${name}, ${when}`,
                newsCard,
                again(when === 'late', newsCard(view).card, words),
                {
                  showsContact:
                    event.type === 'corrected' ||
                    (event.type === 'reply-missed' && destination.kind === 'desk') ||
                    // A program cannot reply, so the desk reads whom to ask.
                    (event.type === 'asked' && destination.kind === 'desk' && isClient(outage.reporter.id)) ||
                    (event.type === 'desk-unreached' && origin === 'personal' && destination.kind === 'origin'),
                },
              );
              if (!mayBeSettled(destination) || answerTo(event, events) === null || when === 'at once') return [news];
              const settled = `settled at ${formatDestination(destination)}: ${event.type} of ${name}`;
              return [news, entry(settled, settledCard, settledCard(view).card)];
            }),
        );
      }),
    ),
  );
  return unlike(cards);
}

const mayBeSettled = ({ kind }: Destination): boolean => kind === 'desk' || kind === 'person';

/** The stories share their beginnings, so each card is kept once. */
const unlike = (cards: readonly SampleCard[]): SampleCard[] => [...new Map(cards.map((one) => [JSON.stringify(one.card), one])).values()];

// Several pings as one message.

function digestCards(texts: Texts, words: Words): SampleCard[] {
  const ping = (story: Story, destination: Destination = DESK, answer = '') => {
    const event = story.events.findLast((one) => pinged(one).length > 0 && one.type !== 'reported');
    if (!event) throw new Error('nobody is pinged in this story');
    return { outage: story.outage, event, destination, answer, thread: THREAD };
  };
  const answered = (index: number) => ({
    ...numbered(index),
    answer: words.formats.sentence(
      words.formats.sentences([words.news.acknowledged(`OUT-${1001 + index}`), words.news.by(plain(texts.name), '10:12')]),
    ),
  });
  const all = stories(texts, 'personal');
  const { reminded, breached, offered, released, objected, 'without its update': missed } = all;
  const draw = (name: string, pings: readonly ReturnType<typeof ping>[], repeated = false) =>
    entry(`digest: ${name}`, digestCard, again(repeated, digestCard({ pings, desk: smallDesk(), words, now: NOW }).card, words));
  const numbered = (index: number) => {
    const one = ping(index % 3 === 0 ? breached : reminded);
    return { ...one, outage: { ...one.outage, id: `nonce-${index}`, number: 1001 + index } };
  };
  return [
    draw('three', [numbered(1), numbered(2), ping(missed)]),
    draw(
      'a hundred, again',
      Array.from({ length: 100 }, (_, index) => numbered(index)),
      true,
    ),
    draw('updates that are due', [
      ping(missed),
      { ...ping(missed), outage: { ...missed.outage, id: 'nonce-7', number: 1007 } },
      ping(missed),
    ]),
    draw(
      'of all kinds',
      [offered, released, objected, all['helped with'], all['not handed over'], all.reopened].map((one) => ping(one)),
    ),
    draw('offers', [ping(offered), ping(all['helped with'])]),
    draw('of which some were taken', [answered(1), numbered(2), answered(3)]),
    draw(
      'of which all were taken',
      [1, 2, 3].map((index) => answered(index)),
    ),
    draw(
      'to one person',
      [1, 2, 3].map((index) => ({ ...numbered(index), destination: readDestination('person:aad-sam') })),
    ),
  ];
}

// The reporter's forms.

function reporterForms({ typed, name }: Texts, words: Words): SampleCard[] {
  const { reported } = stories({ typed, name }, 'personal');
  const { outage } = reported;
  const target = { outage: outage.id, version: outage.version };
  const empty: FilledForm & { readonly desk: Desk } = {
    desk: smallDesk(),
    target,
    outage,
    words,
    filled: {},
    errors: {},
    hint: '',
  };
  const wrong = Object.fromEntries(
    CORRECTABLE.map((field, index) => [
      field,
      errorText(FIELD_ERRORS[index % FIELD_ERRORS.length], words, { timeZone: '', desk: smallDesk() }),
    ]),
  );
  const again: typeof empty = {
    ...empty,
    outage: null,
    hint: words.report.fix(1),
    filled: { ...Object.fromEntries(CORRECTABLE.map((field) => [field, typed(20_000)])), reason: typed(20_000) },
    errors: { ...wrong, reason: words.report.errors.required },
  };
  return [withdrawForm, objectForm, stillDownForm, correctForm].flatMap((draw) => [
    entry(`reporter's form ${draw.name}`, draw, draw({ ...empty, filled: enteredOf(outage.report) }), {
      showsContact: draw === correctForm,
    }),
    entry(`reporter's form ${draw.name}, once more, with nonsense`, draw, draw(again)),
  ]);
}

// The report as a text to copy.

function copies(texts: Texts, words: Words): SampleCard[] {
  const { outage } = stories(texts, 'personal').reported;
  const draft = sampleDraft();
  const [desk, own] = [smallDesk(), { showsContact: true }];
  return [
    entry('the report as a text', copyCard, copyCard({ outage, desk, words, now: NOW }), own),
    entry(
      'a report that could not be sent',
      unsentCard,
      unsentCard({ draft, report: outage.report, notice: words.refusals.failed('abc'), desk, words, now: NOW }),
      own,
    ),
    ...[true, false].flatMap((complete) =>
      [texts.typed(FIELDS.title.limit), ''].flatMap((title) =>
        (['outage', 'request'] as const).map((kind) =>
          entry(
            `${kind} that was not sent, ${complete ? 'complete' : 'with gaps'}`,
            draftReminderCard,
            draftReminderCard({ desk, words }, { ...draft, kind, entered: { ...draft.entered, title } }, { complete, now: NOW }),
          ),
        ),
      ),
    ),
  ];
}

// Lists and timelines.

function lists(texts: Texts, words: Words): SampleCard[] {
  const all = Object.entries(stories(texts, 'personal'));
  const outages = all.map(([, { outage }]) => outage);
  const { list } = words.look;
  const desk = smallDesk();
  const long = all.flatMap(([, { events }]) => events);
  const threads = new Map(outages.map(({ id }) => [id, THREAD]));
  const draw = (name: string, some: readonly Outage[], heading: string, text: string) =>
    entry(`list: ${name}`, listCard, listCard({ outages: some, heading, text, words, now: NOW, mayTake: true, threads }));
  return [
    draw('none', [], list.open(0), ''),
    ...outages.map((outage, index) => draw(`one, ${all[index]?.[0]}`, [outage], list.open(1), '')),
    draw('many', outages, list.atLeast(50), ''),
    draw('mine', outages.slice(0, 5), list.mine(5), list.mineText),
    ...all.flatMap(([name, { outage, events }]) =>
      [true, false].map((notes) =>
        entry(`timeline: ${name}`, timelineCard, timelineCard({ outage, events, desk, words, now: NOW, notes })),
      ),
    ),
    entry(
      'timeline: a night of pings',
      timelineCard,
      timelineCard({
        ...nightOfPings({ name: texts.name }),
        ...{ desk, words, now: NOW, notes: true, zone: 'UTC' },
        actions: [button(words.look.deliveries.button, 'deliveries-show', {})],
      }),
    ),
    ...all
      .slice(0, 1)
      .map(([, { outage }]) =>
        entry(
          'timeline: long',
          timelineCard,
          timelineCard({ outage, events: long, desk, words, now: NOW, notes: true, ...audited(texts, long) }),
        ),
      ),
  ];
}

// Alarms about the bots.

const alarmCards = ({ typed }: Texts, words: Words): SampleCard[] =>
  sampleAlarms(typed(1_000)).map(({ name, alarm }) =>
    entry(`alarm: ${name}`, alarmCard, alarmCard({ alarm, desk: smallDesk(), words, now: NOW }).card),
  );

// Setup in Teams.

function setupCards({ name }: Texts, words: Words): SampleCard[] {
  const inTeams = (change: (text: string) => string = (text) => text) =>
    smallDesk((text) => `${change(text.replace(/ {2}channel: .*\n/, '').replace(/followers:[\s\S]*/, ''))}administrators: [ada, bob]\n`);
  const room = (id: string, more: Partial<KnownRoom> = {}): KnownRoom => {
    return {
      conversationId: id,
      kind: 'channel',
      teamId: '19:team',
      tenantId: null,
      name: `${name} / General`,
      use: null,
      lost: null,
      ...more,
    };
  };
  const all = { as: 'follower', projects: 'all' } as const;
  const known = [
    room('19:home', { use: { as: 'desk' } }),
    ...LOSSES.map((lost) => room(`19:${lost}`, { use: all, lost })),
    ...Array.from({ length: 20 }, (_, index) => room(`19:${index}`, { use: all, name: index % 2 ? '' : `Room ${index}` })),
    room('19:here', { use: { as: 'follower', projects: ['shop', 'mill-2'], audience: 'executive' } }),
  ];
  const many = Array.from({ length: 80 }, (_, index) => {
    return `  - { id: p${index}, name: "Project ${index} ${'of a long name '.repeat(6)}", members: [mia], environments: [{ id: l, name: L, kind: production }] }\n`;
  }).join('');
  const desks: readonly [string, Desk, readonly KnownRoom[]][] = [
    ['nothing chosen', inTeams(), []],
    ['all that Teams can choose', inTeams(), known],
    ['by the desk file', smallDesk((text) => `${text}administrators: [ada]\n`), known],
    ['many projects', inTeams((text) => `${text}${many}`), known],
  ];
  const places = [null, room('19:home'), room('19:here'), room('19:new'), room('19:board@thread.tacv2'), room('a', { kind: 'groupChat' })];
  const drawn = desks.flatMap(([what, desk, rooms]) =>
    places.flatMap((here) =>
      [{}, { notice: words.setup.done.desk, error: words.setup.chooseProject, entered: ['*', 'shop', 'no-such'] }].map((more) =>
        entry(
          `setup: ${what}`,
          setupCard,
          setupCard({ desk, words, zone: 'Europe/Copenhagen', now: NOW, rooms: desk.roomsIn(rooms), here, ...more }),
        ),
      ),
    ),
  );
  const views = [inTeams(), smallDesk()].map((desk) => ({ desk, words }));
  return [
    ...drawn,
    ...views.map((view, index) =>
      entry('no desk', noDeskCard, noDeskCard(view, { setup: index > 0, administrators: view.desk.administrators })),
    ),
    ...views.flatMap((view) =>
      (['channel', 'groupChat'] as const).map((kind) =>
        entry(`setup invite, ${kind}`, setupInviteCard, setupInviteCard(view, kind, view.desk.administrators)),
      ),
    ),
  ];
}
