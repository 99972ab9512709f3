/** Who must hear what, as data. The card is drawn on delivery, from what is true then; later events can make the notice pointless. */
import { answered, asks, type Recorded, waitsSince } from './asks.ts';
import {
  DESK,
  type Destination,
  formatDestination,
  hasThread,
  hearingIn,
  joinedAt,
  ORIGIN,
  parseDestination,
  QUEUE,
} from './destinations.ts';
import { type OutageEvent, pinged } from './events.ts';
import { isOpen, isUnreached, type Joined, mentionsNobody, type Outage, outageName, requestIn } from './types/outage.ts';
import type { Person } from './types/values.ts';

/**
 * - opening  the first message in the desk's channel or in a follower: a thread or a card of its own
 * - state    an edit of that message (at the origin: of the report's card), so that it always shows the present state
 * - news     a new message about one event
 * - ping     a new message that mentions people, in the desk's thread
 * - direct   the same to one person
 * - settled  an edit of one of these messages when it asks for nothing any more: it says who gave what it asked for
 */
export const NOTICE_KINDS = ['opening', 'state', 'news', 'ping', 'direct', 'settled'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** An edit may be made twice without harm, and nobody is told when it cannot be made. */
export const isEdit = ({ kind }: { readonly kind: string | undefined }): boolean => kind === 'state' || kind === 'settled';

/** Lower goes first, whatever else waits for the same conversation. */
export const PRIORITY = { acknowledgement: 0, ping: 1, opening: 2, update: 3, edit: 4, settled: 5 } as const;
export const LEAST_URGENT = PRIORITY.settled;

export type Notice = {
  /** Unique for ever; storing it twice is refused by the database. */
  readonly key: string;
  readonly outageId: string;
  readonly kind: NoticeKind;
  readonly destination: Destination;
  /** The number of its event, counted from 1, which is also the version of the outage after the event. */
  readonly seq: number;
  readonly priority: number;
  /** The key of the notice that must have been delivered before: a thread has to exist before somebody writes in it. */
  readonly after: string | null;
};

/** After a restore the numbers of events repeat, and Teams may hold a message with the same one, so the restore's time makes the key another. */
function keyOf({ id, restored }: Outage, kind: NoticeKind, destination: Destination, seq: number): string {
  const again = restored && seq >= restored.version ? `/${restored.at}` : '';
  return `${id}/${kind}/${formatDestination(destination)}/${seq}${again}`;
}

/** A first message once more, because the first one is gone: it follows another opening, or is one where the outage opens none. */
export const isReopening = ({ kind, destination, after }: Notice): boolean =>
  kind === 'opening' && (after !== null || !hasThread(destination));

/** The parts of a key; null when it is none any more, because it named a person whose data was removed. */
export function readKey(key: string, outageId: string) {
  const [kind, text = '', seq] = key.slice(outageId.length + 1).split('/');
  const destination = parseDestination(text);
  return destination && { kind, destination, seq: Number(seq) };
}

/** The keys of the first messages in the desk's thread begin with this; the number of their event follows. */
export const deskOpeningKeys = (outageId: string): string => `${outageId}/opening/desk/`;

const followersOf = ({ followers }: Outage): Destination[] => followers.map(({ id }) => ({ kind: 'follower', id }));
/** The reporters of merged outages, and those who joined and do not hear of it there already. */
const alsoAffected = (outage: Outage): Destination[] => [
  ...outage.absorbed.map(({ id }) => ({ kind: 'merged', id }) as const),
  ...hearingIn(outage).map(({ person: { id } }) => ({ kind: 'joined', id }) as const),
];
/** The people for whom it is down, under this number or another. */
const affected = (outage: Outage): Destination[] => [ORIGIN, ...alsoAffected(outage)];
/** Everybody but the desk: the people for whom it is down, and the followers. */
const others = (outage: Outage): Destination[] => [ORIGIN, ...followersOf(outage), ...alsoAffected(outage)];
/** What the reporter does in their own chat or where they reported. */
const OF_REPORTERS: readonly OutageEvent['type'][] = ['withdrawn', 'reopened', 'objected'];
/** The same as `others`, but no news goes to the own chat of the reporter who did it: the answer there says it. */
function othersThanActor(event: OutageEvent, outage: Outage): Destination[] {
  const isActor = OF_REPORTERS.includes(event.type) && 'by' in event && event.by?.id === outage.reporter.id;
  return others(outage).filter(({ kind }) => kind !== 'origin' || !isActor || outage.origin.kind !== 'personal');
}
const workAt = (outage: Outage): Destination => (requestIn(outage) ? QUEUE : DESK);
/** The number of the event that opened a destination: the report, or the promotion of a request to an outage. */
const openedBy = ({ kind }: Destination, { request }: Outage): number => (kind === 'queue' ? 1 : (request?.promoted?.version ?? 1));
/** The desk hears of the first person who joins, then ever less often: its card shows the count. */
const ANNOUNCED_JOINS: readonly number[] = [1, 5, 10, 25, 50, 100, 250, 500, 1_000];
const announceJoins = ({ joins }: Outage): Destination[] => (ANNOUNCED_JOINS.includes(joins.count) ? [DESK] : []);

/** The destinations that get an opening message: a request is in its queue alone. */
const destinationsToOpen = (event: OutageEvent, outage: Outage): Destination[] =>
  'request' in event && event.request ? [QUEUE] : [DESK, ...followersOf(outage)];

/** Events after which the card of the outage shows the same as before. */
const SAME_STATE: readonly OutageEvent['type'][] = [
  'escalated',
  'place-lost',
  'desk-unreached',
  'desk-reached',
  'noted',
  'phone-added',
  'gathered',
];
/** From the second nudge on the card says that the owner and the levels above were asked. */
const showsTheSame = (event: OutageEvent): boolean =>
  SAME_STATE.includes(event.type) || (event.type === 'update-missed' && event.nudge > 1);

/** Its thread is not there yet, or a ping could not be posted in it. */
const isDeskLost = (outage: Outage): boolean => isUnreached(outage) || outage.unreachable.includes(formatDestination(DESK));

/** The notices of new events. `outage` is the outage after them, `events` ends with its latest, `before` is the record without them. */
export function notices(events: readonly OutageEvent[], outage: Outage, before: Recorded | null = null): readonly Notice[] {
  const firstSeq = outage.version - events.length + 1;
  const messages = events.flatMap((event, index) =>
    // The news of the reopening says who has it.
    event.type === 'acknowledged' && events[index - 1]?.type === 'reopened' ? [] : noticesOf(event, firstSeq + index, outage),
  );
  const edited = events.some((event) => !showsTheSame(event)) ? stateEdits(events, outage) : [];
  return [...messages, ...edited, ...(before ? settled(before, outage) : [])];
}

/** Edits of the messages that asked for something until now. */
const settled = (before: Recorded, outage: Outage): readonly Notice[] =>
  answered(before, outage, (event, seq, then) =>
    noticesOf(event, seq, then)
      .filter(mayAsk)
      .map(({ key, destination }) => ({ ...make(then, 'settled', destination, seq, PRIORITY.settled), after: key })),
  );

export const isPing = ({ kind }: Notice): boolean => kind === 'ping' || kind === 'direct';
/** Where nobody is on call, the desk is not pinged but told, with the same buttons. */
const mayAsk = (notice: Notice): boolean => isPing(notice) || (notice.kind === 'news' && notice.destination.kind === 'desk');

function make(outage: Outage, kind: NoticeKind, destination: Destination, seq: number, priority: number): Notice {
  const inThread = kind !== 'opening' && hasThread(destination);
  return {
    key: keyOf(outage, kind, destination, seq),
    outageId: outage.id,
    kind,
    destination,
    seq,
    priority,
    after: inThread ? keyOf(outage, 'opening', destination, openedBy(destination, outage)) : null,
  };
}

function noticesOf(event: OutageEvent, seq: number, outage: Outage): Notice[] {
  const news = (to: readonly Destination[], priority: number) => to.map((one) => make(outage, 'news', one, seq, priority));
  const openings = (to: readonly Destination[]) => to.map((one) => make(outage, 'opening', one, seq, PRIORITY.opening));
  // A drill disturbs nobody unless that was asked for.
  const direct = (people: readonly Person[]) =>
    (mentionsNobody(outage) ? [] : people).map(({ id }) => make(outage, 'direct', { kind: 'person', id }, seq, PRIORITY.ping));
  const work = workAt(outage);
  const callAll = () => [make(outage, 'ping', DESK, seq, PRIORITY.ping), ...direct(pinged(event))];
  // While nothing arrives in the desk's channel, everybody is called in person too.
  const ping = () => (isDeskLost(outage) ? callAll() : callAll().slice(0, 1));
  const told = othersThanActor(event, outage);
  const everywhere: Destination[] = [work, ...told];
  const team: Destination[] = outage.team?.room && !outage.drill ? [{ kind: 'team', id: outage.team.id }] : [];
  switch (event.type) {
    case 'reported':
      return openings(destinationsToOpen(event, outage));
    // The queue and the reporter hear that it goes on elsewhere and under another number.
    case 'promoted':
      return [...openings(destinationsToOpen(event, outage)), ...news([QUEUE, ORIGIN], PRIORITY.update)];
    case 'answered':
      return news([QUEUE, ORIGIN], PRIORITY.update);
    case 'acknowledged':
      // After a release or a reporter's reopening that news goes first, or people would hear who has it, and then that nobody has.
      return news(everywhere, outage.ladderFrom === outage.reportedAt ? PRIORITY.acknowledgement : PRIORITY.update);
    case 'updated':
    case 'handed-over':
    case 'resolved':
    case 'withdrawn':
    case 'merged':
      return news(everywhere, PRIORITY.update);
    case 'transferred':
      return news([...everywhere, ...team], PRIORITY.update);
    // The desk is pinged, and everybody else informed. An engineer who reopens it, and so owns it, calls nobody.
    case 'released':
    case 'reopened': {
      const informed = [...told, ...(event.type === 'reopened' && event.team ? team : [])];
      return event.people.length > 0 ? [...ping(), ...news(informed, PRIORITY.update)] : news([DESK, ...informed], PRIORITY.update);
    }
    case 'objected':
      return [...callAll(), ...news([...told, ...team], PRIORITY.update)];
    case 'hand-over-offered':
      return callAll();
    case 'hand-over-declined':
    case 'assisted':
      return ping();
    case 'noted':
      return event.shown ? [] : news([work], PRIORITY.update);
    case 'corrected':
      return news([work], PRIORITY.update);
    case 'absorbed':
    case 'parted':
      return news([DESK], PRIORITY.update);
    case 'joined':
      return news(announceJoins(outage), PRIORITY.update);
    case 'closed':
      return event.by ? news([DESK], PRIORITY.update) : [];
    case 'breached':
      return news(affected(outage), PRIORITY.ping);
    // Somebody may have to call instead, so it is as urgent as a ping.
    case 'desk-unreached':
      return [...direct(pinged(event)), ...news(affected(outage), PRIORITY.ping)];
    case 'desk-reached':
      return news(affected(outage), PRIORITY.update);
    case 'escalated':
      return event.direct ? callAll() : ping();
    // Followers are told once, the desk at each nudge.
    case 'update-missed':
      return [...ping(), ...(event.nudge === 0 ? news(told, PRIORITY.update) : [])];
    case 'place-lost':
      return event.place === formatDestination(work) ? direct(pinged(event)) : news([work], PRIORITY.update);
    case 'drill-ended':
    case 'gathered':
      return news([DESK], PRIORITY.update);
    // The card says what the owner means to do.
    case 'planned':
    // The card of the desk shows them.
    case 'left':
    case 'phone-added':
    // The cards say it, and so does the next message.
    case 'restored':
    // The desk's card is drawn again without the data.
    case 'personal-data-removed':
      return [];
    default:
      throw new Error(`${outageName(outage)}: no notices for ${(event satisfies never as OutageEvent).type}`);
  }
}

/** One edit a destination, however many events there are: it shows the state, not the event. */
function stateEdits(events: readonly OutageEvent[], outage: Outage): Notice[] {
  const reported = events.some((event) => event.type === 'reported');
  const opened = reported || events.some((event) => event.type === 'promoted');
  const joins = events.flatMap((event) => (event.type === 'joined' ? [event.joined] : []));
  // Only the desk's card and their own show who else is affected.
  if (events.every(({ type }) => type === 'joined' || type === 'left')) return edits(outage, [DESK, ...cardsOf(joins)]);
  // Nobody else needs to know, and the chats of these people may be gone.
  if (events.every(({ type }) => type === 'personal-data-removed')) return edits(outage, [workAt(outage)]);
  const queue: Destination[] = outage.request && !reported ? [QUEUE] : [];
  const cards: Destination[] = opened || requestIn(outage) ? queue : [DESK, ...queue, ...followersOf(outage)];
  if (outage.origin.cardId) cards.push(ORIGIN);
  return edits(outage, [...cards, ...cardsOf(outage.joined)]);
}

const cardsOf = (joined: readonly Joined[]): Destination[] =>
  joined.filter(({ origin }) => origin.cardId).map(({ person: { id } }) => ({ kind: 'joined', id }));

const edits = (outage: Outage, to: readonly Destination[]): Notice[] =>
  to.map((one) => make(outage, 'state', one, outage.version, PRIORITY.edit));

/** Whether it would be wrong or useless to send it now: it calls people to an outage that has an owner, or a later edit covers it. */
export function overtaken(notice: Notice, outage: Outage, event: OutageEvent): boolean {
  const { destination } = notice;
  // They left, or theirs goes on by itself: it is not their outage.
  if (destination.kind === 'joined' && joinedAt(destination, outage) === null) return true;
  if (destination.kind === 'merged' && outage.absorbed.every(({ id }) => id !== destination.id)) return true;
  if (notice.kind === 'state') return outage.version > notice.seq && laterEditExists(notice, outage);
  if (notice.kind === 'settled') return false;
  // Another team answers by now.
  if (destination.kind === 'team' && destination.id !== outage.team?.id) return true;
  switch (event.type) {
    case 'escalated':
      return !asks(event, outage) || outage.rungsPassed > event.rung + 1;
    case 'breached':
      return !waitsSince(event.at, outage);
    // Followers still hear that it was back, but nobody is called when somebody has taken it again.
    case 'released':
    case 'objected':
    case 'reopened':
      return isPing(notice) && !asks(event, outage);
    case 'update-missed':
      return !asks(event, outage) || (outage.state === 'acknowledged' && isPing(notice) && outage.nudges > event.nudge + 1);
    case 'hand-over-offered':
      return !asks(event, outage);
    case 'hand-over-declined':
    case 'assisted':
      return !isOpen(outage);
    case 'place-lost':
      return isPing(notice) && !isOpen(outage);
    // The news of its owner, or of its end, says more.
    case 'desk-unreached':
      return outage.state !== 'reported' || outage.deskUnreached?.until !== null;
    case 'desk-reached':
      return outage.state !== 'reported';
    default:
      return false;
  }
}

/** Every later version that changes a card has queued an edit of its own. */
const laterEditExists = ({ destination, seq }: Notice, { lastChange, joins }: Outage) =>
  lastChange.version > seq || (destination.kind === 'desk' && joins.version > seq);
