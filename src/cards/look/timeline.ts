/** The timeline of an outage: who did what and when. */

import type { KeptRefusal } from '../../engine/ports/audit.ts';
import { parseDestination } from '../../outage/destinations.ts';
import { followUpOf, OF_LINKS, type OutageEvent } from '../../outage/events.ts';
import { everyoneOnce, rungKind } from '../../outage/promise.ts';
import { readClient } from '../../outage/types/client.ts';
import { outageName } from '../../outage/types/outage.ts';
import type { Called, Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, firstThatFits, template } from '../base/card.ts';
import { scenarioTitle } from '../base/desk-texts.ts';
import type { Button } from '../base/verbs.ts';
import { destinationIn, whoTook } from '../news/news.ts';
import type { OutageView } from '../outage/next-lines.ts';
import { stateText } from '../outage/outage.ts';
import { lookOf } from '../outage/stages.ts';
import { pagedText, whoIsPaged } from '../pages.ts';
import { clockIn, firstOf, oneLine, plain, quoted, readersClock, shorten, took, withLateness } from '../text.ts';
import timelineTemplate from './timeline.json' with { type: 'json' };

const LONGEST_TEXT = 200;
const LONGEST_NAME = 80;
const MOST_NAMES = 4;
const MOST_REFUSED = 8;
/** A shorter time between two rows is not shown. */
const GAP_MS = 10 * 60_000;

/** A sign for each kind of event. The words beside it say the same. */
const KINDS: readonly (readonly [sign: string, ...OutageEvent['type'][]])[] = [
  ['\u25CB', 'reported', 'reopened', 'released', 'taken-back', 'parted', 'promoted'],
  ['\u25D4', 'acknowledged', 'handed-over'],
  ['\u25D1', 'updated', 'planned'],
  ['!', 'escalated', 'update-missed', 'follow-up-due'],
  ['\u26A0', 'breached', 'place-lost', 'desk-unreached', 'page-missed'],
  ['\u260E', 'paged'],
  ['\u2713', 'resolved', 'answered', 'closed', 'desk-reached', 'follow-up-done'],
  ['\u2715', 'withdrawn', 'hand-over-declined', 'objected', 'left'],
  ['\u2192', 'transferred', 'hand-over-offered'],
  ['=', 'merged', 'absorbed', 'gathered'],
  ['\u2295', 'joined', 'assisted', 'phone-added', 'bridge-set', 'ticket-added', 'ticket-removed'],
  ['\u270E', 'noted', 'pulsed', 'replied', 'corrected', 'files-added', 'reviewed'],
  ['?', 'asked', 'reply-missed'],
];
const signOf = (type: OutageEvent['type']): string => KINDS.find(([, ...types]) => types.includes(type))?.[0] ?? '\u00B7';

const expand = template(timelineTemplate);

export type TimelineView = OutageView & {
  readonly events: readonly OutageEvent[];
  readonly zone?: string | undefined;
  /** Whether only engineers read it, so that it shows notes. */
  readonly notes: boolean;
  /** The client of each event, by the event's number; left out where it is not shown. */
  readonly clients?: ReadonlyMap<number, string>;
  /** What people were denied, oldest first. For the desk. */
  readonly refused?: readonly KeptRefusal[];
  readonly actions?: readonly Button[];
};

/** Notes, what was asked of the reporter, links for engineers, and what may tell of people of another customer, whose outage was merged with this one. */
const OF_THE_DESK: readonly OutageEvent['type'][] = [
  ...(['noted', 'files-added', 'asked', 'replied', 'reply-missed', 'pulsed'] as const),
  ...(['absorbed', 'parted', 'left', 'gathered', 'place-lost'] as const),
  ...(['paged', 'page-missed', 'reviewed', 'follow-up-due', 'follow-up-done'] as const),
  ...OF_LINKS,
];

export function timelineCard(view: TimelineView): Card {
  const { outage, words, zone, now } = view;
  const { timeline } = words.look;
  const rows = rowsOf(view);
  const heading = timeline.heading(outageName(outage));
  const draw = (most: number) => {
    const shown = rows.slice(-most);
    const earlier = rows.slice(0, -most).reduce((sum, { events }) => sum + events, 0);
    return expand(words, {
      ...{ color: 'Default', ...lookOf(outage) },
      heading,
      subheadings: [stateText(outage, words)],
      lines: [...(zone ? [timeline.zone(words.formats.zone(zone, now))] : []), ...(earlier > 0 ? [timeline.earlier(earlier)] : [])],
      rows: shown.map((row, index) => {
        const gap = (shown[index + 1]?.at ?? row.until) - row.until;
        return { ...row, when: timeOf(row.at, view), gap: gap < GAP_MS ? '' : timeline.later(words.formats.duration(gap)) };
      }),
      fallbackText: words.formats.sentence(words.formats.sentences([heading, stateText(outage, words)])),
      actions: view.actions ?? [],
    });
  };
  return firstThatFits([() => draw(40), () => draw(25), () => draw(12)]);
}

export function rowsOf(view: TimelineView): readonly Row[] {
  const happened = readBy(view).map(({ event, seq }) => rowOf(event, view.clients?.get(seq) ?? null, view));
  return folded(
    [...happened, ...refusedRows(view.refused ?? [], view.words)].sort((a, b) => a.at - b.at),
    view,
  );
}

/** The events that its reader may read, each with its number. */
export const readBy = ({ events, notes }: Pick<TimelineView, 'events' | 'notes'>) =>
  events
    .map((event, index) => ({ event, seq: index + 1 }))
    .filter(({ event }, index) => !isTakenBy(events[index - 1], event))
    .filter(({ event: { type } }) => notes || !OF_THE_DESK.includes(type));

/** The zone stands once above the table. */
export const timeOf = (at: Instant, { words, zone, now }: Pick<TimelineView, 'words' | 'zone' | 'now'>): string =>
  zone ? words.formats.moment(at, zone, now) : readersClock(at, now, words);

/** An engineer's reopening, whose line says that they took it. */
const isTakenBy = (before: OutageEvent | undefined, event: OutageEvent): boolean =>
  event.type === 'acknowledged' && before?.type === 'reopened' && before.at === event.at && before.by.id === event.by.id;

/** A line around the name in it, which is bold; all of it is `what` where it has none. */
type Line = { readonly [part in 'before' | 'who' | 'what']: string };

export function aroundName(line: string, who: string): Line {
  const at = who === '' ? -1 : line.indexOf(who);
  return at < 0 ? { before: '', who: '', what: line } : { before: line.slice(0, at), who, what: line.slice(at + who.length) };
}

/** `until`: when the last of its events happened. `who`: empty where nobody did it. `called`: whom a ping called. */
type Row = Line & {
  readonly [time in 'at' | 'until']: Instant;
} & {
  readonly sign: string;
  readonly events: number;
  readonly called?: readonly Called[];
  readonly pulsed?: boolean;
};

const row = (sign: string, { at }: { readonly at: Instant }, line: Line, more: Partial<Row> = {}): Row => ({
  ...{ at, until: at, events: 1, sign, ...line },
  ...more,
});
/** Nobody did it where `who` is empty. */
const lineOf = (who: string, what: string, { look }: Words): Line => aroundName(who ? look.timeline.line(who, what) : what, who);

/** Pings of one kind that follow each other become one row, and so does what people say how it is. */
function folded(rows: readonly Row[], view: TimelineView): readonly Row[] {
  const all: Row[] = [];
  for (const one of rows) {
    const last = all.at(-1);
    if (last?.called && one.called && last.sign === one.sign) {
      const called = everyoneOnce([...last.called, ...one.called]);
      const events = last.events + 1;
      const text = view.words.look.timeline.pings(events, timeOf(last.at, view), timeOf(one.at, view), people(called, view.words));
      all[all.length - 1] = { ...last, until: one.at, events, called, what: text };
    } else if (last?.pulsed && one.pulsed) {
      // A crowd would hide everything else.
      const events = last.events + 1;
      const what = view.words.look.timeline.pulses(events, timeOf(last.at, view), timeOf(one.at, view));
      all[all.length - 1] = { ...last, ...lineOf('', what, view.words), until: one.at, events };
    } else all.push(one);
  }
  return all;
}

export function rowOf(event: OutageEvent, client: string | null, view: TimelineView): Row {
  const { words, outage } = view;
  const { look, request } = words;
  if (event.type === 'escalated') {
    const what = look.timeline.rung[rungKind(outage.ladder, event.rung)](people(event.people, words));
    return row(signOf(event.type), event, lineOf('', what, words), { called: event.people });
  }
  const taker = event.type === 'acknowledged' && view.notes ? whoTook(event, outage, words) : '';
  const unnamed = event.type === 'reopened' && event.stillDown && !view.notes;
  const by = !unnamed && 'by' in event && event.by ? shorten(plain(event.by.name), LONGEST_NAME) : '';
  const say = event.type === 'reported' && event.request ? request.timeline.sent : look.timeline.event[event.type];
  const said = withLateness(say(moreOf(event, view), by), 'lateMs' in event ? (event.lateMs ?? 0) : 0, words);
  const called = event.type === 'update-missed' ? { called: event.people } : { pulsed: event.type === 'pulsed' && event.text === '' };
  return row(signOf(event.type), event, lineOf(taker || by, from(said, client, words), words), called);
}

function from(text: string, client: string | null, words: Words): string {
  const known = readClient(client);
  return known ? words.look.audit.from(text, words.look.audit.client(known)) : text;
}

/** Repeated denials are one row, or somebody who presses a hundred times would hide everything else. */
function refusedRows(refused: readonly KeptRefusal[], words: Words): readonly Row[] {
  const alike = new Map<string, KeptRefusal[]>();
  for (const one of refused) {
    const key = JSON.stringify([one.person.id, one.what, one.reason, one.client]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const { tried, whyNot, somebody } = words.look.audit;
  return [...alike.values()].slice(-MOST_REFUSED).flatMap((some) => {
    const last = some.at(-1);
    if (!last) return [];
    const what = from(tried(last.what, whyNot[last.reason], some.length), last.client, words);
    const who = shorten(oneLine(last.person.name), LONGEST_NAME) || somebody;
    return row('\u2715', last, lineOf(who, what, words), { events: some.length });
  });
}

/** To whom, from whom, or what was written. It shows nothing that was entered in the report, because others may read it too. */
function moreOf(event: OutageEvent, view: TimelineView): string {
  const { outage, events, words, now, zone } = view;
  const when = clockIn(words, now, zone);
  const quote = (text: string) => (text === '' ? '' : quoted(shorten(text, LONGEST_TEXT), words));
  switch (event.type) {
    case 'reported': {
      const title = plain(scenarioTitle(event.report.scenario, view));
      return event.takenBy ? words.report.byPhone.timeline(title, plain(event.takenBy.name)) : title;
    }
    case 'acknowledged':
      return took(event.afterMs, event.withinMs, words);
    case 'planned':
      return words.formats.sentences([oneLine(event.firstLook), words.news.nextUpdate(when(event.nextUpdateBy))]);
    case 'updated':
    case 'noted':
    case 'asked':
    case 'replied':
    case 'resolved':
    case 'answered':
      return quote(event.text);
    case 'files-added':
      return words.formats.list(event.files.map(({ name }) => shorten(plain(name), LONGEST_NAME)));
    case 'follow-up-due':
    case 'follow-up-done':
      return quote(followUpOf(event, events)?.text ?? '');
    case 'bridge-set':
      return event.url === '' ? '' : words.links.bridge.timeline(event.shared);
    case 'ticket-added':
      return oneLine(event.ticket.name);
    case 'ticket-removed': {
      const added = events[event.added - 1];
      return added?.type === 'ticket-added' ? oneLine(added.ticket.name) : '';
    }
    case 'hand-over-offered':
      return plain(event.to.name);
    case 'handed-over':
      return plain(event.from.name);
    case 'assisted':
      return plain(event.person.name);
    case 'pulsed':
      return quote(event.text) || words.affected.pulse.says[event.says];
    case 'corrected':
      return words.formats.list(Object.keys(event.changes).map((key) => words.look.timeline.changed[key as keyof typeof event.changes]));
    case 'transferred':
      return plain(event.team.name);
    case 'reopened':
      return event.by.id === outage.reporter.id || event.stillDown ? '' : plain(event.by.name);
    case 'promoted':
      return outageName(event);
    case 'merged':
      return outageName(event.into);
    case 'absorbed':
      return outageName(event.merged);
    case 'parted':
      return outageName(event);
    case 'joined':
      return words.affected.desk.where(plain(event.joined.project.name), plain(event.joined.environment.name));
    case 'gathered':
      return words.affected.gathered.timeline(event.others.length);
    case 'paged':
      return pagedText(event, words);
    case 'page-missed':
      return words.pages.timelineMissed(words.formats.list(event.missed.map((page) => whoIsPaged(page, words))));
    case 'update-missed':
      return people(event.people, words);
    case 'place-lost':
      return destinationIn(outage, parseDestination(event.place), words);
    case 'restored':
      return when(event.to);
    default:
      return '';
  }
}

function people(called: readonly Called[], words: Words): string {
  const names = called.map(({ person, level }) => `${shorten(plain(person.name), LONGEST_NAME)} (${words.names.level[level]})`);
  return words.formats.list(firstOf(names, MOST_NAMES, (more) => `+${more}`)) || words.look.timeline.nobody;
}
