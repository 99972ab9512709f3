/** What people look up: the help, a list of outages, and the timeline of one. */

import type { KeptRefusal } from '../engine/ports/audit.ts';
import { readClient } from '../outage/client.ts';
import { parseDestination } from '../outage/destinations.ts';
import type { OutageEvent } from '../outage/events.ts';
import { rungKind } from '../outage/promise.ts';
import { type Outage, outageName } from '../outage/types/outage.ts';
import type { Called, Instant } from '../outage/types/values.ts';
import type { Draft } from '../report/draft.ts';
import type { Words } from '../words/words.ts';
import type { Card } from './base/card.ts';
import type { Fact } from './base/facts.ts';
import { button } from './base/verbs.ts';
import { type AnswerView, answer, drawMessage } from './layouts/layouts.ts';
import { destinationIn } from './news/news.ts';
import type { Clock, OutageView } from './outage/next-lines.ts';
import { stateStyle, stateText } from './outage/outage.ts';
import { begunLead } from './report/begun.ts';
import { clockIn, fitting, oneLine, plain, quoted, shorten, took, withLateness } from './text.ts';

const reportButton = ({ look }: Words) => button(look.help.report, 'report-open', {}, 'positive');

const mineButton = ({ look }: Words) => button(look.help.mine, 'list-mine');

/**
 * `help`: a line for each of the commands that matter most. `unknown`: what the person typed is no command. `mine`: they may
 * have reported something, or own it.
 */
export function helpCard(view: AnswerView, help: readonly string[], options: { unknown: boolean; mine: boolean }): Card {
  const { look, ownership } = view.words;
  return answer(view, {
    heading: look.help.heading,
    first: [reportButton(view.words)],
    lines: [options.unknown ? look.help.youSaid : look.help.text, ...help],
    actions: [...(options.mine ? [mineButton(view.words)] : []), button(ownership.buttons.more, 'help-more')],
  });
}

/** `help`: a line for each command, and for what has a button only. */
export const fullHelpCard = (view: AnswerView, help: readonly string[]): Card =>
  answer(view, { heading: view.words.look.help.heading, first: [reportButton(view.words)], lines: [view.words.look.help.all, ...help] });

/** To somebody who greets or thanks the bot. */
export const kindCard = (view: AnswerView, said: 'greeting' | 'thanks'): Card =>
  answer(view, { heading: view.words.look.help[said], lines: [], actions: [reportButton(view.words)], phones: false });

/** To a customer whose outage is open and who wrote what is no command. */
export const openAlreadyCard = (view: AnswerView, open: readonly Outage[]): Card => {
  const { formats, look } = view.words;
  const { help } = look;
  const heading = help.open(formats.and(open.map(outageName)));
  return answer(view, { heading, lines: [help.tellDesk, help.another], actions: [reportButton(view.words), mineButton(view.words)] });
};

/** So many outages are shown with their details; the others only by their names. */
const MOST_ROWS = 12;

type ListView = {
  readonly outages: readonly Outage[];
  readonly heading: string;
  readonly text: string;
  readonly words: Words;
  readonly now: Instant;
  /** Of the one reader; without it each reader's client writes the times. */
  readonly zone?: string | undefined;
  /** Whether the reader may acknowledge one. */
  readonly mayTake: boolean;
  /** The report that the one reader began and did not send. */
  readonly unsent?: Draft | null;
};

export function listCard({ outages, heading, text, words, now, zone, mayTake, unsent = null }: ListView): Card {
  const { list } = words.look;
  const begun = unsent && begunLead(words, unsent, now);
  const rest = outages.slice(MOST_ROWS).map(outageName);
  const [first] = outages;
  return drawMessage(words, {
    style: 'emphasis',
    heading: begun?.heading ?? heading,
    lead: begun ? [begun.line, heading] : [],
    lines: [...(text ? [text] : []), ...(first ? [list.more(outageName(first))] : [])],
    facts: [
      ...outages.slice(0, MOST_ROWS).map((outage) => listRow(outage, words, clockIn(words, now, zone), mayTake)),
      ...(rest.length > 0 ? [{ label: list.and, lines: [words.formats.list(rest)] }] : []),
    ],
    actions: begun?.actions ?? [],
    fallbackText: `${begun ? `${begun.heading}. ` : ''}${heading}. ${words.formats.list(outages.map(outageName))}`,
  });
}

function listRow(outage: Outage, words: Words, when: Clock, mayTake: boolean): Fact {
  const { project, environment, title } = outage.report;
  return {
    label: outageName(outage),
    lines: [
      quoted(title),
      words.formats.list([plain(project.name), plain(environment.name)]),
      `${stateText(outage, words)}${nextOf(outage, words, when, mayTake)}`,
    ],
  };
}

function nextOf(outage: Outage, words: Words, when: Clock, mayTake: boolean): string {
  const { list } = words.look;
  switch (outage.state) {
    case 'reported':
      if (outage.breachedAt !== null) return `. ${list.late(when(outage.acknowledgeBy))}`;
      return `. ${(mayTake ? list.reported : list.reportedOthers)(when(outage.acknowledgeBy))}`;
    case 'acknowledged':
      return `. ${(outage.nudges === 0 ? list.taken : list.missed)(when(outage.nextUpdateBy))}`;
    case 'requested':
      return outage.request?.plan && !outage.answer ? `. ${words.request.list.replyBy(when(outage.request.plan.replyBy))}` : '';
    default:
      return '';
  }
}

const MOST_LINES = 40;
const LONGEST_TEXT = 200;
const LONGEST_NAME = 80;
const MOST_REFUSED = 8;

export type TimelineView = OutageView & {
  readonly events: readonly OutageEvent[];
  readonly zone?: string | undefined;
  /** Whether only engineers read it, so that it shows notes. */
  readonly notes: boolean;
  /** The client of each event, by the event's number; left out where it is not shown. */
  readonly clients?: ReadonlyMap<number, string>;
  /** What people were denied, oldest first. For the desk. */
  readonly refused?: readonly KeptRefusal[];
};

export function timelineCard(view: TimelineView): Card {
  const { outage, words, now, zone } = view;
  const when = clockIn(words, now, zone);
  const { timeline } = words.look;
  const happened = view.events
    .map((event, index) => ({ event, client: view.clients?.get(index + 1) ?? null }))
    .filter(({ event }, index) => !isTakenBy(view.events[index - 1], event))
    .filter(({ event: { type } }) => view.notes || type !== 'noted')
    .map(({ event, client }): Line => ({ at: event.at, text: from(lineOf(event, view, when), client, words) }));
  const refused = refusedLines(view.refused ?? [], words);
  const shown = [...happened, ...refused].sort((a, b) => a.at - b.at).slice(-MOST_LINES);
  const earlier = happened.length + refused.length - shown.length;
  const lines = shown.map(({ at, text }) => timeline.line(when(at), text));
  const heading = timeline.heading(outageName(outage));
  return drawMessage(words, {
    style: stateStyle(outage, 'others'),
    heading,
    subheading: stateText(outage, words),
    lines: [...(earlier > 0 ? [timeline.earlier(earlier)] : []), ...fitting(lines, 18_000, words.facts.cut)],
    fallbackText: `${heading}. ${stateText(outage, words)}.`,
  });
}

/** An engineer's reopening, whose line says that they took it. */
const isTakenBy = (before: OutageEvent | undefined, event: OutageEvent): boolean =>
  event.type === 'acknowledged' && before?.type === 'reopened' && before.at === event.at && before.by.id === event.by.id;

type Line = { readonly at: Instant; readonly text: string };

function from(text: string, client: string | null, words: Words): string {
  const known = readClient(client);
  return known ? words.look.audit.from(text, words.look.audit.client(known)) : text;
}

/** Repeated denials are one line, or somebody who presses a hundred times would hide everything else. */
function refusedLines(refused: readonly KeptRefusal[], words: Words): readonly Line[] {
  const alike = new Map<string, KeptRefusal[]>();
  for (const one of refused) {
    const key = JSON.stringify([one.person.id, one.what, one.reason, one.client]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const { tried, whyNot } = words.look.audit;
  return [...alike.values()].slice(-MOST_REFUSED).flatMap((some) => {
    const last = some.at(-1);
    if (!last) return [];
    const text = tried(shorten(oneLine(last.person.name), LONGEST_NAME), last.what, whyNot[last.reason], some.length);
    return { at: last.at, text: from(text, last.client, words) };
  });
}

function lineOf(event: OutageEvent, view: TimelineView, when: Clock): string {
  const by = 'by' in event && event.by ? plain(event.by.name) : '';
  if (event.type === 'escalated') {
    return view.words.look.timeline.rung[rungKind(view.outage.ladder, event.rung)](people(event.people, view.words));
  }
  const { look, request } = view.words;
  const say = event.type === 'reported' && event.request ? request.timeline.sent : look.timeline.event[event.type];
  return withLateness(say(by, moreOf(event, view, when)), 'lateMs' in event ? (event.lateMs ?? 0) : 0, view.words);
}

/** To whom, from whom, or what was written. It shows nothing that was entered in the report, because others may read it too. */
function moreOf(event: OutageEvent, { outage, words }: TimelineView, when: Clock): string {
  const quote = (text: string) => (text === '' ? '' : quoted(shorten(text, LONGEST_TEXT)));
  switch (event.type) {
    case 'reported':
      return plain(event.report.scenario.title);
    case 'acknowledged':
      return took(event.afterMs, event.withinMs, words);
    case 'planned':
      return [oneLine(event.firstLook), words.news.nextUpdate(when(event.nextUpdateBy))].filter(Boolean).join('. ');
    case 'updated':
    case 'noted':
    case 'resolved':
    case 'answered':
      return quote(event.text);
    case 'hand-over-offered':
      return plain(event.to.name);
    case 'handed-over':
      return plain(event.from.name);
    case 'assisted':
      return plain(event.person.name);
    case 'corrected':
      return words.formats.list(Object.keys(event.changes).map((key) => words.look.timeline.changed[key as keyof typeof event.changes]));
    case 'transferred':
      return plain(event.team.name);
    case 'reopened':
      return event.by.id === outage.reporter.id ? '' : plain(event.by.name);
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

const people = (called: readonly Called[], words: Words): string =>
  words.formats.list(called.map(({ person, level }) => `${plain(person.name)} (${words.names.level[level]})`)) ||
  words.look.timeline.nobody;
