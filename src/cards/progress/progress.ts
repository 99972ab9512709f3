/** The work on an outage: news of acknowledgements, updates, notes and what is late, and what engineers are asked. */
import { mayCallAt, readerOf } from '../../outage/destinations.ts';
import { asMeant, type OutageEvent, pinged } from '../../outage/events.ts';
import { rungKind, TAKE_BACK_WITHIN_MS } from '../../outage/promise.ts';
import { type Outage, outageName, PHASES, partIn } from '../../outage/types/outage.ts';
import { isClient } from '../../outage/types/person-key.ts';
import { type Called, type Instant, LEVELS, type Person } from '../../outage/types/values.ts';
import type { CalledBefore, Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { type Fact, textFact } from '../base/facts.ts';
import { choiceInput, type Field, field } from '../base/inputs.ts';
import { button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/layouts.ts';
import {
  byLine,
  calledIn,
  clockOf,
  mayTakeThere,
  type News,
  type NewsOf,
  type NewsView,
  quoteOf,
  saysWorks,
  whatIsDown,
  whoTook,
} from '../news/news.ts';
import { deskButtons } from '../outage/buttons.ts';
import { type FilledForm, formAboutOutage, formWithText, textField } from '../outage/form.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { asName, plain, took, withLateness, withText } from '../text.ts';

export const progressNews: NewsOf<'acknowledged' | 'updated' | 'noted' | 'pulsed' | 'update-missed' | 'breached' | 'escalated'> = {
  acknowledged(view) {
    const { words, destination } = view;
    if (destination.kind === 'person') return ownReaction(view);
    const { afterMs, withinMs } = view.event;
    const late = afterMs > withinMs ? [words.news.acknowledgedLate(words.formats.duration(withinMs))] : [];
    return {
      ...acknowledgedHeading(view),
      lines: [...late, ...byReaction(view), ...nextUpdate(view)],
    };
  },

  /** An update without a text means "nothing new", and says since when. */
  updated(view) {
    const { outage, event, words } = view;
    const when = clockOf(view);
    const next = words.news.nextUpdate(when(event.nextUpdateBy));
    const say = event.text === '' ? words.progress.news.nothingNew : words.news.updated;
    const heading = say(outageName(outage), event.phase);
    if (event.text !== '') return { heading, quote: quoteOf(event.text, words), lines: [next] };
    const lastWord = lastWordBefore(view);
    const since = lastWord ? [words.progress.news.nothingNewSince(when(lastWord.at))] : [];
    return {
      heading,
      lines: [...since, next],
      facts: textFact(words.facts.lastUpdate, lastWord?.text ?? '', words),
    };
  },

  noted: (view) => written(view, view.event.text),
  pulsed: (view) => written(view, view.event.text || view.words.ending.reporter.said[view.event.says]),

  'update-missed': (view) => (readerOf(view.destination) === 'desk' ? remindOwner(view) : tellOfMissedUpdate(view)),

  breached(view) {
    const { outage, words } = view;
    const known = view.unknownSince === null;
    const promised = words.news.breachedText(words.formats.duration(outage.ladder.acknowledgeWithinMs));
    return {
      heading: (known ? words.news : words.watch.restored).breached(outageName(outage)),
      // Nobody should call the support desk because of a drill.
      lines: [
        known ? promised : words.watch.restored.breachedText,
        ...(outage.drill || readerOf(view.destination) === 'followers'
          ? []
          : [words.news.breachedCall(phonesOf(view), outageName(outage))]),
      ],
    };
  },

  escalated(view) {
    const { outage, event, words, destination } = view;
    const when = clockOf(view);
    const mayTake = mayTakeThere(destination, view.desk);
    const earlier = view.events.slice(0, view.events.indexOf(event));
    return {
      heading: words.ping.heading[rungKind(outage.ladder, event.rung)](outageName(outage)),
      lines: [
        ...saysWorks(outage, words, when),
        ...(outage.drill ? [] : whatIsDown(view)),
        ...(destination.kind === 'person' ? [mayTake ? words.ping.openThread : words.ping.notYours] : []),
      ],
      mentions: calledIn(destination, event.people).map((called) =>
        withText(called.person, (text) => words.ping.why(text, called.level, calledBefore(called, earlier, when))),
      ),
      actions: mayTake ? deskButtons(outage, words) : [],
    };
  },
};

/** Shown to the desk alone: a note of an engineer or of a program, or what somebody affected says. */
function written({ outage, event, words, desk }: NewsView<'noted' | 'pulsed'>, text: string): News {
  const { news } = words.progress;
  const [name, quote] = [outageName(outage), quoteOf(text, words)];
  // An engineer who took the call and so reported it writes notes for the desk too.
  const isDesks = outage.takenBy?.id === event.by.id && desk.engineer(event.by.id) !== null;
  const reported = event.by.id === outage.reporter.id && !isDesks && !isClient(event.by.id);
  if (!reported && !partIn(outage, event.by.id)) return { heading: news.noted(name), quote, lines: [news.notedText], quiet: true };
  const mentions = outage.state === 'acknowledged' ? [withText(outage.owner, news.forOwner)] : [];
  const heading = (reported ? news.reporterWrote : news.affectedWrote)(name);
  return { heading, mentions, quote, lines: [], facts: customerOf(outage, event.by, words) };
}

/** Of whom somebody speaks who did not report it: the customer of those who joined, or the outage that was theirs. */
function customerOf(outage: Outage, { id }: Person, { conversation: { word } }: Words): readonly Fact[] {
  const part = partIn(outage, id);
  if (!part || id === outage.reporter.id) return [];
  return [{ label: word.fromCustomer, lines: ['project' in part ? plain(part.project.name) : outageName(part)] }];
}

/** Calls somebody in person, because nothing arrives in the desk's channel. */
export function deskLost(view: NewsView): News {
  const { outage, event, words, destination } = view;
  const mayTake = mayTakeThere(destination, view.desk);
  const waits = outage.state === 'reported';
  return {
    heading: words.ping.deskLost(outageName(outage)),
    lines: [...whatIsDown(view), ...(waits ? [mayTake ? words.ping.takeHere : words.ping.notYours] : []), words.ping.deskLostAdmin],
    mentions: pinged(event).flatMap((person) => (mayCallAt(destination, person.id) ? [withText(person, words.ping.deskLostWhy)] : [])),
    actions: mayTake ? deskButtons(outage, words) : [],
  };
}

/** Says whose mention Teams refuses. When a message has several, nobody knows which of them it was. */
export function notMentioned({ event, words }: NewsView<'place-lost'>): News {
  const names = pinged(event).map(({ name }) => asName(name));
  const heading = names.length > 1 ? words.news.oneNotMentioned : words.news.notMentioned;
  return { heading: heading(words.formats.list(names)), lines: [words.news.notMentionedText] };
}

const BACK = { released: 'release', objected: 'objection', reopened: 'reopening' } as const;

/** Where it came back, the time is counted from then and not from the report, and the line under the heading says so. */
function acknowledgedHeading(view: NewsView<'acknowledged'>): Pick<News, 'heading' | 'by'> {
  const { outage, event, events, words, destination } = view;
  const { news, progress } = words;
  const { at, afterMs, withinMs } = event;
  const by = byLine(view, readerOf(destination) === 'desk' ? whoTook(event, outage, words) : '');
  const back = events.find((one) => one.at === at - afterMs && one.type in BACK)?.type as keyof typeof BACK | undefined;
  if (!back) return { heading: news.acknowledged(outageName(outage)), by: news.after(by, took(afterMs, withinMs, words)) };
  const since = progress.news.sinceBack[BACK[back]](by, words.formats[afterMs > withinMs ? 'exact' : 'duration'](afterMs));
  return { heading: news.acknowledgedAgain(outageName(outage)), by: withLateness(since, afterMs - withinMs, words) };
}

const takeBackUntil = (view: NewsView<'acknowledged'>): string => clockOf(view)(view.event.at + TAKE_BACK_WITHIN_MS);

/** A reaction is no reliable sign that somebody takes it, so the desk reads that it was one. */
const byReaction = (view: NewsView<'acknowledged'>): readonly string[] =>
  view.event.byReaction && readerOf(view.destination) === 'desk'
    ? [view.words.ownership.reaction.told(asName(view.event.by.name), takeBackUntil(view))]
    : [];

/** To the person whose reaction it was, alone: what it did, and the way back. */
function ownReaction(view: NewsView<'acknowledged'>): News {
  const { outage, words } = view;
  const { youTook, undo, notMeant } = words.ownership.reaction;
  const actions = [button(notMeant, 'outage-take-back', dataOf(outage))];
  return { heading: youTook(outageName(outage)), lines: [undo(takeBackUntil(view))], actions };
}

/** The last update with a text before this event, or the acknowledgement. */
function lastWordBefore({ events, event }: NewsView) {
  const last = events
    .slice(0, events.indexOf(event))
    .findLast((one) => one.type === 'acknowledged' || (one.type === 'updated' && one.text !== ''));
  return last && { at: last.at, text: last.type === 'updated' ? last.text : '' };
}

/** When the next update comes; empty when it is late already. */
export function nextUpdate(view: NewsView): readonly string[] {
  const { outage, words } = view;
  const isNext = outage.state === 'acknowledged' && outage.nudges === 0;
  return isNext ? [words.news.nextUpdate(clockOf(view)(outage.nextUpdateBy))] : [];
}

/** Asks the owner for the update, and tells the levels above whose update is missing. */
function remindOwner(view: NewsView<'update-missed'>): News {
  const { outage, event, words, now } = view;
  const { ping } = words.progress;
  const when = clockOf(view)(event.dueAt);
  const owner = asName(outage.state === 'acknowledged' ? outage.owner.name : '');
  const asked = event.nudge === 0 ? words.ping.updateMissedWhy : ping.updateMissedAgain;
  return {
    heading: words.news.updateMissed(outageName(outage)),
    lines: event.nudge === 0 ? [] : [ping.stillMissing(words.formats.duration(Math.max(now, event.at) - event.dueAt))],
    mentions: event.people.map(({ person, level }) =>
      withText(person, (mention) => (level === 'owner' ? asked(mention, when) : ping.updateMissedAbove(mention, level, owner, when))),
    ),
    actions: deskButtons(outage, words),
  };
}

/** Tells those who wait that there is no update, and who was asked for it. */
function tellOfMissedUpdate(view: NewsView<'update-missed'>): News {
  const { outage, event, words, destination } = view;
  const { news } = words.progress;
  const people = words.formats.list(event.people.map(({ person }) => plain(person.name)));
  return {
    heading: words.news.updateMissed(outageName(outage)),
    lines: [
      news.updateMissedText(clockOf(view)(event.dueAt), people),
      ...(readerOf(destination) === 'reporter' ? [news.updateMissedCall(phonesOf(view))] : []),
    ],
  };
}

type Call = { readonly at: Instant; readonly people: readonly Called[] };

/** Who was called before this person, without an answer; null for nobody. `earlier`: the events before this call. */
export function calledBefore(
  { person, level }: Called,
  earlier: readonly OutageEvent[],
  when: (at: Instant) => string,
): CalledBefore | null {
  if (level === 'owner') return null;
  // Calls before an acknowledgement have been answered.
  const meant = asMeant(earlier);
  const unanswered = meant.slice(meant.findLastIndex(({ type }) => type === 'acknowledged') + 1).flatMap(callOf);
  const above = LEVELS.slice(0, LEVELS.indexOf(level));
  const levels = above.filter((one) => unanswered.some(({ people }) => people.some((called) => called.level === one)));
  const last = unanswered.findLast(({ people }) => people.some((called) => levels.some((one) => one === called.level)));
  if (last) return { who: levels, when: when(last.at) };
  const own = unanswered.findLast(({ people }) => people.some((called) => called.level === level));
  if (!own) return null;
  return { who: own.people.some((called) => called.person.id === person.id) ? 'you' : [level], when: when(own.at) };
}

/** The calls that an event makes. The first message of an outage calls the primary. */
function callOf(event: OutageEvent): Call[] {
  if ('people' in event && event.type !== 'update-missed') return [event];
  if (event.type !== 'reported' && event.type !== 'promoted') return [];
  if (event.type === 'reported' && event.request) return [];
  return [{ at: event.at, people: event.onCall.primary.map((person) => ({ person, level: 'primary' })) }];
}

const NEXT_UPDATE_MINUTES = [15, 30, 60, 120] as const;

export function updateForm(view: FilledForm): Card {
  const { text, example, ...form } = view.words.progress.updateForm;
  return formAboutOutage(view, form, {
    send: 'outage-update',
    back: 'outage-show',
    fields: [textField(view, 'text', text, { placeholder: example }), ...updateChoices(view)],
  });
}

/** The stage, and when the next update comes. */
export function updateChoices({ outage, words, filled }: FilledForm): readonly Field[] {
  const { phase, next, minutes } = words.progress.updateForm;
  const cadence = outage ? Math.max(1, Math.round(outage.policy.updateEveryMs / 60_000)) : NEXT_UPDATE_MINUTES[0];
  const chosen = outage ? cadence : Number(filled.next ?? cadence);
  const offered = [...new Set([...NEXT_UPDATE_MINUTES, cadence, chosen])].sort((a, b) => a - b);
  return [
    field(
      choiceInput(words, {
        id: 'phase',
        label: phase,
        value: filled.phase ?? (outage && 'phase' in outage ? outage.phase : 'investigating'),
        choices: PHASES.map((value) => ({ title: words.names.phase[value], value })),
        style: 'expanded',
      }),
    ),
    field(
      choiceInput(words, {
        id: 'next',
        label: next,
        value: filled.next ?? String(cadence),
        choices: offered.map((n) => ({ title: minutes(n), value: String(n) })),
        style: 'compact',
      }),
    ),
  ];
}

export const noteForm = (view: FilledForm): Card => formWithText(view, 'text', view.words.progress.note, 'outage-note');

/** Asks an engineer whose words may or may not have been an acknowledgement. */
export function questionCard(view: AnswerView, outage: Outage): Card {
  const { words } = view;
  const { doYouTake, doYouTakeText } = words.ownership.say;
  return answer(view, {
    heading: doYouTake(outageName(outage)),
    lines: [doYouTakeText],
    actions: [button(words.desk.acknowledge, 'outage-acknowledge', dataOf(outage), 'positive')],
    phones: false,
  });
}
