/** Who must hear what, as data. The card is drawn on delivery, from what is true then; later events can make the notice pointless. */
import { answered, type Recorded } from './asks.ts';
import {
  affected,
  alsoAffected,
  announceJoins,
  cardsOf,
  destinationsToOpen,
  dueAtDesk,
  followersOf,
  hasCard,
  invited,
  isDeskLost,
  mergedAt,
  openedBy,
  othersThanActor,
  ownChatsToOpen,
  ownPlaceToOpen,
  pagedBy,
  pagersToTell,
  reporterAlone,
  seeFiles,
  toldOf,
  webhooksOf,
  workAt,
} from './audience.ts';
import { DESK, type Destination, formatDestination, hasThread, ORIGIN, parseDestination, QUEUE } from './destinations.ts';
import { OF_LINKS, type OutageEvent, pinged, SAME_STATE } from './events.ts';
import { isWanted } from './follow/wanted.ts';
import { breachRung } from './promise.ts';
import { OF_REVIEW } from './review/review.ts';
import { mentionsNobody, type Outage, outageName, requestIn } from './types/outage.ts';
import type { Person } from './types/values.ts';

/**
 * - opening  the first message in the desk's channel or in a follower: a thread or a card of its own
 * - state    an edit of that message (at the origin: of the report's card), so that it always shows the present state
 * - news     a new message about one event
 * - ping     a new message that mentions people, in the desk's thread
 * - direct   the same to one person
 * - alone    a new message in the desk's thread that one person alone sees; its destination is that person
 * - settled  an edit of one of these messages when it asks for nothing any more: it says who gave what it asked for
 */
export const NOTICE_KINDS = ['opening', 'state', 'news', 'ping', 'direct', 'alone', 'settled'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
/** An edit may be made twice without harm, and nobody is told when it cannot be made. */
export const isEdit = ({ kind }: { readonly kind: string | undefined }): boolean => kind === 'state' || kind === 'settled';

/** Lower goes first, whatever else waits for the same conversation, or for room in its tenant. */
export const PRIORITY = { acknowledgement: 0, ping: 1, opening: 2, update: 3, edit: 4, settled: 5, following: 6 } as const;
export const LEAST_URGENT = PRIORITY.following;

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

/**
 * After a restore the numbers of events repeat, and Teams may hold a message with the same one, so the restore's time makes the key
 * another. Where an outage mostly opens nothing, the key says that this is its first message.
 */
function keyOf({ id, restored }: Outage, kind: NoticeKind, destination: Destination, seq: number): string {
  const again = restored && seq >= restored.version ? `/${restored.at}` : '';
  const first = kind === 'opening' && !hasThread(destination) ? FIRST : '';
  return `${id}/${kind}/${formatDestination(destination)}/${seq}${again}${first}`;
}
const FIRST = '/first';

/** A first message once more, because the first one is gone: it follows another opening, or is one where the outage opens none. */
export const isReopening = ({ kind, key, destination, after }: Notice): boolean =>
  kind === 'opening' && (after !== null || (!hasThread(destination) && !key.endsWith(FIRST)));

/** The parts of a key; null when it is none any more, because it named a person whose data was removed. */
export function readKey(key: string, outageId: string) {
  const [kind, text = '', seq] = key.slice(outageId.length + 1).split('/');
  const destination = parseDestination(text);
  return destination && { kind, destination, seq: Number(seq) };
}

/** The keys of the first messages in the desk's thread begin with this; the number of their event follows. */
export const deskOpeningKeys = (outageId: string): string => `${outageId}/opening/desk/`;

/** From the second nudge on the card says that the owner and the levels above were asked. */
const showsTheSame = (event: OutageEvent): boolean =>
  SAME_STATE.includes(event.type) ||
  // What comes of a call follows in a minute.
  (event.type === 'paged' && event.outcome === 'accepted' && event.person !== null) ||
  (event.type === 'update-missed' && event.nudge > 1);

/** The notices of new events. `outage` is the outage after them, `events` ends with its latest, `before` is the record without them. */
export function notices(events: readonly OutageEvent[], outage: Outage, before: Recorded | null = null): readonly Notice[] {
  const firstSeq = outage.version - events.length + 1;
  const all = [...(before?.events ?? []), ...events];
  const messages = events
    .flatMap((event, index) =>
      // The news of the reopening says who has it.
      event.type === 'acknowledged' && events[index - 1]?.type === 'reopened' ? [] : noticesOf(event, firstSeq + index, outage),
    )
    .filter((notice) => isWanted(notice, outage, all));
  const outward = events.flatMap((event, index) => [
    ...pagedBy(event).map((one) => make(outage, 'news', one, firstSeq + index, PRIORITY.ping)),
    ...[...webhooksOf(event, outage), ...pagersToTell(event, all)].map((one) =>
      make(outage, 'news', one, firstSeq + index, PRIORITY.update),
    ),
  ]);
  const edited = events.some((event) => !showsTheSame(event)) ? stateEdits(events, outage, before) : clockEdits(events, outage);
  const taken = events.filter((event) => event.type === 'acknowledged');
  const alone = taken.flatMap((event) => (event.byReaction ? [toTaker(event.by, firstSeq + events.indexOf(event), outage)] : []));
  return [...messages, ...outward, ...alone, ...edited, ...(before ? settled(before, outage) : [])];
}

const toTaker = ({ id }: Person, seq: number, outage: Outage) => make(outage, 'alone', { kind: 'person', id }, seq, PRIORITY.update);
/**
 * After a release or a reporter's reopening that news goes first, or people would hear who has it, and then that nobody has. That a
 * reaction was not meant is as urgent as its acknowledgement, for the same reason.
 */
const takenPriority = ({ ladderFrom, reportedAt, request }: Outage): number =>
  ladderFrom === (request?.promoted?.at ?? reportedAt) ? PRIORITY.acknowledgement : PRIORITY.update;

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
  const place = kind === 'alone' ? DESK : destination;
  const inThread = kind !== 'opening' && (hasThread(place) || (place.kind === 'origin' && outage.origin.opens === true));
  return {
    key: keyOf(outage, kind, destination, seq),
    outageId: outage.id,
    kind,
    destination,
    seq,
    // Thousands may follow, and each takes room in their tenant: nothing of the desk waits for them.
    priority: destination.kind === 'following' ? PRIORITY.following : priority,
    after: inThread ? keyOf(outage, 'opening', place, openedBy(place, outage)) : null,
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
  // Only where they are told, because thousands may have joined.
  const told = () => othersThanActor(event, outage);
  const everywhere = (): Destination[] => [work, ...told()];
  const team: Destination[] = outage.team?.room && !outage.drill ? [{ kind: 'team', id: outage.team.id }] : [];
  switch (event.type) {
    case 'reported':
      return openings([...destinationsToOpen(event, outage), ...ownPlaceToOpen(event)]);
    // The queue and the reporter hear that it goes on elsewhere and under another number.
    case 'promoted':
      return [...openings(destinationsToOpen(event, outage)), ...news([QUEUE, ORIGIN], PRIORITY.update)];
    case 'answered':
      return news([QUEUE, ORIGIN], PRIORITY.update);
    case 'acknowledged':
      return news(everywhere(), takenPriority(outage));
    case 'updated':
    case 'handed-over':
    case 'resolved':
    case 'withdrawn':
    case 'merged':
      return news(everywhere(), PRIORITY.update);
    case 'transferred':
      return news([...everywhere(), ...team], PRIORITY.update);
    // The desk is pinged, and everybody else informed. An engineer who reopens it, and so owns it, calls nobody.
    case 'released':
    case 'taken-back':
    case 'reopened': {
      const informed = [...told(), ...(event.type === 'reopened' && event.team ? team : [])];
      const first = event.type === 'taken-back' ? takenPriority(outage) : PRIORITY.update;
      return event.people.length > 0 ? [...ping(), ...news(informed, first)] : news([DESK, ...informed], first);
    }
    case 'objected':
      return [...callAll(), ...news([...told(), ...team], PRIORITY.update)];
    case 'hand-over-offered':
    case 'page-missed':
      return callAll();
    case 'hand-over-declined':
    case 'assisted':
    case 'replied':
      return ping();
    case 'noted':
      return event.shown ? [] : news([work], PRIORITY.update);
    case 'pulsed':
      return news(toldOf(event, outage), PRIORITY.update);
    case 'asked':
      return news([DESK, ...reporterAlone(outage)], PRIORITY.update);
    case 'reply-missed':
      return [...ping(), ...news(reporterAlone(outage), PRIORITY.update)];
    case 'files-added':
      return news(seeFiles(event, outage), PRIORITY.update);
    case 'corrected':
      return news([work], PRIORITY.update);
    case 'bridge-set':
      return news([work, ...invited(event, outage)], PRIORITY.update);
    case 'absorbed':
    case 'followed':
      return [...news(mergedAt(event), PRIORITY.update), ...openings(ownChatsToOpen(event, seq, outage))];
    case 'parted':
    case 'reviewed':
    case 'drill-ended':
    case 'gathered':
      return news([DESK], PRIORITY.update);
    case 'joined':
      return [...news(announceJoins(outage), PRIORITY.update), ...openings(ownPlaceToOpen(event))];
    case 'closed':
      return event.by ? news([DESK], PRIORITY.update) : [];
    case 'breached':
      return [...news(affected(outage), PRIORITY.ping), ...news(followersOf(outage), PRIORITY.update)];
    // Somebody may have to call instead, so it is as urgent as a ping. Of a call, whoever took it can tell the desk.
    case 'desk-unreached':
      return [...direct(pinged(event)), ...news([ORIGIN, ...alsoAffected(outage)], PRIORITY.ping)];
    case 'desk-reached':
      return news([ORIGIN, ...alsoAffected(outage)], PRIORITY.update);
    case 'escalated':
      return event.direct ? callAll() : ping();
    // Followers are told once, the desk at each nudge.
    case 'update-missed':
      return [...ping(), ...(event.nudge === 0 ? news(told(), PRIORITY.update) : [])];
    case 'place-lost':
      return event.place === formatDestination(work) ? direct(pinged(event)) : news([work], PRIORITY.update);
    case 'follow-up-due':
      return [...direct(pinged(event)), ...news(dueAtDesk(event), PRIORITY.update)];
    // The card says what the owner means to do, and the desk's the others.
    case 'planned':
    case 'follow-up-done':
    case 'paged':
    case 'left':
    case 'unfollowed':
    case 'phone-added':
    case 'ticket-added':
    case 'ticket-removed':
    // The cards say it and so does the next message, or they are drawn again without the data.
    case 'restored':
    case 'personal-data-removed':
      return [];
    default:
      throw new Error(`${outageName(outage)}: no notices for ${(event satisfies never as OutageEvent).type}`);
  }
}

/** One edit a destination, however many events there are: it shows the state, not the event. */
function stateEdits(events: readonly OutageEvent[], outage: Outage, before: Recorded | null): Notice[] {
  const reported = events.some((event) => event.type === 'reported');
  const opened = reported || events.some((event) => event.type === 'promoted');
  const joins = events.flatMap((event) => (event.type === 'joined' ? [event.joined] : []));
  // Only the desk's card and their own show who else is affected, and only the desk's who was paged.
  if (events.every(({ type }) => type === 'joined' || type === 'left' || type === 'paged' || type === 'pulsed'))
    return edits(outage, [DESK, ...cardsOf(joins.filter(({ origin }) => !origin.opens))]);
  // What they say to each other is for nobody else.
  if (events.every(({ type }) => type === 'asked' || type === 'replied')) {
    const isOwn = outage.origin.kind === 'personal' && hasCard(outage.origin);
    return edits(outage, isOwn ? [DESK, ORIGIN] : [DESK]);
  }
  // Only the desk's card says how many there are, and that there is a review.
  if (events.every(({ type }) => type === 'files-added' || OF_REVIEW.includes(type))) return edits(outage, [workAt(outage)]);
  // The reporter's card shows the call that they may join, or might until now.
  if (events.every(({ type }) => OF_LINKS.includes(type))) {
    const isShared = before?.outage.bridge?.shared || outage.bridge?.shared;
    const isTheirs = isShared && events.some(({ type }) => type === 'bridge-set') && hasCard(outage.origin);
    return edits(outage, isTheirs ? [workAt(outage), ORIGIN] : [workAt(outage)]);
  }
  // Nobody else needs to know, and the chats of these people may be gone.
  if (events.every(({ type }) => type === 'personal-data-removed')) return edits(outage, [workAt(outage)]);
  const queue: Destination[] = outage.request && !reported ? [QUEUE] : [];
  const cards: Destination[] = opened || requestIn(outage) ? queue : [DESK, ...queue, ...followersOf(outage)];
  if (hasCard(outage.origin) && !(reported && outage.origin.opens)) cards.push(ORIGIN);
  return edits(outage, [...cards, ...cardsOf(outage.joined)]);
}

/** The clock of the promise moves on at the rungs before its end, when nothing more urgent waits. The breach edits these cards anyway. */
const clockEdits = (events: readonly OutageEvent[], outage: Outage): Notice[] =>
  events.some((event) => event.type === 'escalated' && event.rung < breachRung(outage.ladder))
    ? edits(outage, hasCard(outage.origin) ? [DESK, ORIGIN] : [DESK], PRIORITY.settled)
    : [];

const edits = (outage: Outage, to: readonly Destination[], priority: number = PRIORITY.edit): Notice[] =>
  to.map((one) => make(outage, 'state', one, outage.version, priority));
