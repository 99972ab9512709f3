/**
 * Who must hear what, as data. A notice holds no card: it is rendered when it is delivered, from what is true then,
 * and skipped when events have overtaken it.
 */
import { hearingIn } from './decide/affected.ts';
import type { OutageEvent } from './events.ts';
import type { Joined } from './types/affected.ts';
import { outageName } from './types/numbers.ts';
import { isOpen, mentionsNobody, type Outage, requestIn } from './types/outage.ts';
import type { Person } from './types/person.ts';

/**
 * - opening  the first message in the desk's channel or in a follower: a thread or a card of its own
 * - state    an edit of that message (at the origin: of the report's card), so that it always shows the present state
 * - news     a new message about one event
 * - ping     a new message that mentions people, in the desk's thread
 * - direct   the same to one person
 */
export const NOTICE_KINDS = ['opening', 'state', 'news', 'ping', 'direct'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** `queue`: where requests are, and the desk's in all that is about them. */
export type Place =
  | 'desk'
  | 'queue'
  | 'origin'
  | `follower:${string}`
  | `person:${string}`
  | `team:${string}`
  | `merged:${string}`
  | `joined:${string}`;

/** Lower goes first, whatever else waits for the same conversation. */
export const PRIORITY = { acknowledgement: 0, ping: 1, opening: 2, update: 3, edit: 4 } as const;
export const LEAST_URGENT = PRIORITY.edit;

export type Notice = {
  /** Unique for ever; storing it twice is refused by the database. */
  readonly key: string;
  readonly outageId: string;
  readonly kind: NoticeKind;
  readonly place: Place;
  /** The number of the event that it tells of, counted from 1: also the version of the outage then. */
  readonly seq: number;
  readonly priority: number;
  /** The key of the notice that must have been delivered before: a thread has to exist before somebody writes in it. */
  readonly after: string | null;
};

/**
 * After a restore the events are counted on from an older number: in Teams there may be a message of the lost time with that
 * number, which must not be taken for this one.
 */
function keyOf({ id, restored }: Outage, kind: NoticeKind, place: Place, seq: number): string {
  const again = restored && seq >= restored.version ? `/${restored.at}` : '';
  return `${id}/${kind}/${place}/${seq}${again}`;
}
const followerPlaces = (outage: Outage): Place[] => outage.followers.map((f): Place => `follower:${f.id}`);
/** Where those read who reported the same, or joined it and do not hear of it there already. */
const alsoAffected = (outage: Outage): Place[] => [
  ...outage.absorbed.map(({ id }): Place => `merged:${id}`),
  ...hearingIn(outage).map(({ person }): Place => `joined:${person.id}`),
];
/** Those for whom it is down, under this number or another. */
const affected = (outage: Outage): Place[] => ['origin', ...alsoAffected(outage)];
/** Everybody but the desk: those for whom it is down, and those who follow. */
const others = (outage: Outage): Place[] => ['origin', ...followerPlaces(outage), ...alsoAffected(outage)];
/** Where engineers work, and nothing of what they must see is given up. */
export const isDeskSide = (place: string): boolean => place === 'desk' || place === 'queue';
const workPlace = (outage: Outage): Place => (requestIn(outage) ? 'queue' : 'desk');
/** The event with which a place was opened: the report, or that a request became an outage. */
const openedBy = (place: Place, { request }: Outage): number => (place === 'queue' ? 1 : (request?.promoted?.version ?? 1));
/** The desk hears of the first who joins, then ever less often: its card has the count. */
const TOLD_JOINS: readonly number[] = [1, 5, 10, 25, 50, 100, 250, 500, 1_000];
const toldOfJoins = ({ joins }: Outage): Place[] => (TOLD_JOINS.includes(joins.count) ? ['desk'] : []);
/** Where the bot has no message of its own to write under. */
const standsAlone = (place: Place): boolean => !(isDeskSide(place) || place.startsWith('follower:'));

/** Where a first message comes: a request is in its queue alone. */
const placesToOpen = (event: OutageEvent, outage: Outage): Place[] =>
  'request' in event && event.request ? ['queue'] : ['desk', ...followerPlaces(outage)];

/** The card of the outage shows the same before and after. */
const SAME_STATE: readonly OutageEvent['type'][] = [
  ...(['escalated', 'place-lost', 'desk-unreached', 'desk-reached', 'noted', 'phone-added', 'gathered'] as const),
];
/** From the second nudge on it says that the owner and those above were asked. */
const showsTheSame = (event: OutageEvent): boolean =>
  SAME_STATE.includes(event.type) || (event.type === 'update-missed' && event.nudge > 1);

/** The notices of new events. `outage` is the outage after them, `events` ends with its latest. */
export function notices(events: readonly OutageEvent[], outage: Outage): readonly Notice[] {
  const firstSeq = outage.version - events.length + 1;
  const told = events.flatMap((event, index) => noticesOf(event, firstSeq + index, outage));
  return events.some((event) => !showsTheSame(event)) ? [...told, ...stateEdits(events, outage)] : told;
}

function make(outage: Outage, kind: NoticeKind, place: Place, seq: number, priority: number): Notice {
  const inThread = kind !== 'opening' && !standsAlone(place);
  return {
    key: keyOf(outage, kind, place, seq),
    outageId: outage.id,
    kind,
    place,
    seq,
    priority,
    after: inThread ? keyOf(outage, 'opening', place, openedBy(place, outage)) : null,
  };
}

function noticesOf(event: OutageEvent, seq: number, outage: Outage): Notice[] {
  const news = (places: readonly Place[], priority: number) => places.map((place) => make(outage, 'news', place, seq, priority));
  const home = workPlace(outage);
  const ping = () => make(outage, 'ping', 'desk', seq, PRIORITY.ping);
  const openings = (places: readonly Place[]) => places.map((place) => make(outage, 'opening', place, seq, PRIORITY.opening));
  // A drill disturbs nobody unless that was asked for.
  const direct = (people: readonly Person[]) =>
    (mentionsNobody(outage) ? [] : people).map(({ id }) => make(outage, 'direct', `person:${id}`, seq, PRIORITY.ping));
  const everywhere: Place[] = [home, ...others(outage)];
  const team: Place[] = outage.team?.room && !outage.drill ? [`team:${outage.team.id}`] : [];
  switch (event.type) {
    case 'reported':
      return openings(placesToOpen(event, outage));
    // Who looks through the queue, and who sent it, hear that it goes on elsewhere and under another number.
    case 'promoted':
      return [...openings(placesToOpen(event, outage)), ...news(['queue', 'origin'], PRIORITY.update)];
    case 'answered':
      return news(['queue', 'origin'], PRIORITY.update);
    case 'acknowledged':
      // What came back before is told first, or people would hear who has it now, and then that nobody has.
      return news(everywhere, outage.ladderFrom === outage.reportedAt ? PRIORITY.acknowledgement : PRIORITY.update);
    case 'updated':
    case 'handed-over':
    case 'resolved':
    case 'withdrawn':
    case 'merged':
      return news(everywhere, PRIORITY.update);
    case 'transferred':
      return news([...everywhere, ...team], PRIORITY.update);
    // Called back: the desk is pinged, everybody else is told. Who takes it with that calls nobody.
    case 'released':
    case 'reopened': {
      const told = [...others(outage), ...(event.type === 'reopened' && event.team ? team : [])];
      return event.people.length > 0 ? [ping(), ...news(told, PRIORITY.update)] : news(['desk', ...told], PRIORITY.update);
    }
    case 'objected':
      return [ping(), ...direct(event.people.map(({ person }) => person)), ...news([...others(outage), ...team], PRIORITY.update)];
    case 'hand-over-offered':
      return [ping(), ...direct([event.to])];
    case 'hand-over-declined':
    case 'assisted':
      return [ping()];
    case 'noted':
      return event.shown ? [] : news([home], PRIORITY.update);
    case 'corrected':
      return news([home], PRIORITY.update);
    case 'absorbed':
      return news(['desk'], PRIORITY.update);
    case 'joined':
      return news(toldOfJoins(outage), PRIORITY.update);
    case 'closed':
      return event.by ? news(['desk'], PRIORITY.update) : [];
    case 'breached':
    // Somebody may have to call instead, so it is as urgent as a ping.
    case 'desk-unreached':
      return news(affected(outage), PRIORITY.ping);
    case 'desk-reached':
      return news(affected(outage), PRIORITY.update);
    case 'escalated':
      return [ping(), ...(event.direct ? direct(event.people.map(({ person }) => person)) : [])];
    // Followers are told once, the desk at each nudge.
    case 'update-missed':
      return [ping(), ...(event.nudge === 0 ? news(others(outage), PRIORITY.update) : [])];
    case 'place-lost':
      return event.place === home ? [] : news([home], PRIORITY.update);
    case 'drill-ended':
    case 'gathered':
      return news(['desk'], PRIORITY.update);
    // Only what the owner means to do: the card says it.
    case 'planned':
    // The card of the desk shows them.
    case 'left':
    case 'phone-added':
    // The cards go back with the record and say why; so does whatever is told next.
    case 'restored':
    // The desk's card is drawn again without it.
    case 'personal-data-removed':
      return [];
    default:
      throw new Error(`${outageName(outage)}: no notices for ${(event satisfies never as OutageEvent).type}`);
  }
}

/** One edit a place, whatever the number of events: it shows the state, not the event. */
function stateEdits(events: readonly OutageEvent[], outage: Outage): Notice[] {
  const reported = events.some((event) => event.type === 'reported');
  const opened = reported || events.some((event) => event.type === 'promoted');
  const joins = events.flatMap((event) => (event.type === 'joined' ? [event.joined] : []));
  // Who else is affected stands on no card but the desk's and their own.
  if (events.every(({ type }) => type === 'joined' || type === 'left')) return edits(outage, ['desk', ...cardsOf(joins)]);
  // Who they were is of no concern to anybody else, and their own chat may be gone.
  if (events.every(({ type }) => type === 'personal-data-removed')) return edits(outage, [workPlace(outage)]);
  const queue: Place[] = outage.request && !reported ? ['queue'] : [];
  const places: Place[] = opened || requestIn(outage) ? queue : ['desk', ...queue, ...followerPlaces(outage)];
  if (outage.origin.cardId) places.push('origin');
  return edits(outage, [...places, ...cardsOf(outage.joined)]);
}

const cardsOf = (joined: readonly Joined[]) =>
  joined.filter(({ origin }) => origin.cardId).map(({ person }): Place => `joined:${person.id}`);

function edits(outage: Outage, places: readonly Place[]): Notice[] {
  return places.map((place) => make(outage, 'state', place, outage.version, PRIORITY.edit));
}

/** The event that a notice tells of. Throws when the record does not hold it. */
export function eventOf(notice: Notice, events: readonly OutageEvent[]): OutageEvent {
  const event = events[notice.seq - 1];
  if (!event) throw new Error(`${notice.key} tells of event ${notice.seq}, of ${events.length}`);
  return event;
}

/**
 * Whether telling it now would be wrong or worthless: a ping about something that was taken, a breach that somebody
 * has just answered, an edit that a later one covers.
 */
export function overtaken(notice: Notice, outage: Outage, event: OutageEvent): boolean {
  // They said that it is not theirs.
  if (notice.place.startsWith('joined:') && !outage.joined.some(({ person }) => notice.place === `joined:${person.id}`)) return true;
  if (notice.kind === 'state') return outage.version > notice.seq && laterEditExists(notice, outage);
  // Another team answers by now.
  if (notice.place.startsWith('team:') && notice.place !== `team:${outage.team?.id}`) return true;
  const isPing = notice.kind === 'ping' || notice.kind === 'direct';
  switch (event.type) {
    case 'escalated':
      return !waitsSince(event.at, outage) || outage.rungsPassed > event.rung + 1;
    case 'breached':
      return !waitsSince(event.at, outage);
    // What was called back and taken again is told to those who follow, but calls nobody any more.
    case 'released':
    case 'objected':
    case 'reopened':
      return isPing && !waitsSince(event.at, outage);
    case 'update-missed':
      return outage.state !== 'acknowledged' || outage.nextUpdateBy !== event.dueAt || (isPing && outage.nudges > event.nudge + 1);
    case 'hand-over-offered':
      return outage.state !== 'acknowledged' || outage.offeredTo?.id !== event.to.id;
    case 'hand-over-declined':
    case 'assisted':
      return !isOpen(outage);
    // Who took it, or how it ended, says more.
    case 'desk-unreached':
      return outage.state !== 'reported' || outage.deskUnreached?.until !== null;
    case 'desk-reached':
      return outage.state !== 'reported';
    default:
      return false;
  }
}

/** Whether it has waited on the ladder since then without a break. */
const waitsSince = (at: number, outage: Outage): boolean => outage.state === 'reported' && outage.ladderFrom <= at;

/** An edit was queued for the last change, whatever changed: every version above this one that matters has its own. */
const laterEditExists = ({ place, seq }: Notice, { lastChange, joins }: Outage) =>
  lastChange.version > seq || (place === 'desk' && joins.version > seq);

/** The people whom a ping must reach. */
export function pinged(event: OutageEvent): readonly Person[] {
  switch (event.type) {
    case 'reported':
      return event.request ? [] : event.onCall.primary;
    case 'promoted':
      return event.onCall.primary;
    case 'released':
    case 'objected':
    case 'reopened':
    case 'escalated':
    case 'update-missed':
      return event.people.map(({ person }) => person);
    case 'hand-over-offered':
      return [event.to];
    case 'hand-over-declined':
      return [event.owner];
    case 'assisted':
      return [event.person];
    default:
      return [];
  }
}
