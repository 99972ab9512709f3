/** Where a message about an outage goes: data, which is stored as text such as 'follower:board'. This file alone reads and writes it. */
import type { Joined } from './types/affected.ts';
import { joinedBy, type Outage } from './types/outage.ts';
import { type Audience, type Contact, followingIn, isOwnChat, type Origin, type Person, type Room, roomIdOf } from './types/values.ts';

export type Destination =
  /** The thread of the outage in the desk's channel. */
  | { readonly kind: 'desk' }
  /** The thread of a request, in the channel where requests are. */
  | { readonly kind: 'queue' }
  /** The conversation in which it was reported. */
  | { readonly kind: 'origin' }
  | { readonly kind: 'follower'; readonly id: string }
  /** The own chat of somebody who follows; `id` is the person's. A room that follows has another kind: the version before knows no person there. */
  | { readonly kind: 'following'; readonly id: string }
  /** The own chat of the reporter, where it was reported in another place. */
  | { readonly kind: 'reporter' }
  /** The own chat of somebody who is called; `id` is the person's. */
  | { readonly kind: 'person'; readonly id: string }
  /** The team to which it was transferred. */
  | { readonly kind: 'team'; readonly id: string }
  /** The conversation in which an outage was reported that was merged into this one; `id` is that outage's. */
  | { readonly kind: 'merged'; readonly id: string }
  /** The conversation in which somebody joined; `id` is the person's. */
  | { readonly kind: 'joined'; readonly id: string }
  /** Another system that hears of events; `id` is its key in the desk file. */
  | { readonly kind: 'webhook'; readonly id: string }
  /** What wakes people; `id` is its key in the desk file, and where it calls people, a plus sign and the person's key follow. */
  | { readonly kind: 'pager'; readonly id: string };
type Kind = Destination['kind'];

export const DESK = { kind: 'desk' } as const satisfies Destination;
export const QUEUE = { kind: 'queue' } as const satisfies Destination;
export const ORIGIN = { kind: 'origin' } as const satisfies Destination;
export const REPORTER = { kind: 'reporter' } as const satisfies Destination;

/** For whom a message is written: engineers, the reporters, those who follow, or the team to which it was transferred. */
export type Reader = 'desk' | 'reporter' | 'followers' | 'team';

/** `hasId`: there may be several of the kind. `hasThread`: the outage has an opening message there, and all else comes below it. */
const KINDS: { readonly [kind in Kind]: { readonly hasId: boolean; readonly hasThread: boolean; readonly reader: Reader } } = {
  desk: { hasId: false, hasThread: true, reader: 'desk' },
  queue: { hasId: false, hasThread: true, reader: 'desk' },
  origin: { hasId: false, hasThread: false, reader: 'reporter' },
  follower: { hasId: true, hasThread: true, reader: 'followers' },
  following: { hasId: true, hasThread: true, reader: 'followers' },
  reporter: { hasId: false, hasThread: false, reader: 'reporter' },
  person: { hasId: true, hasThread: false, reader: 'desk' },
  team: { hasId: true, hasThread: false, reader: 'team' },
  merged: { hasId: true, hasThread: false, reader: 'reporter' },
  joined: { hasId: true, hasThread: false, reader: 'reporter' },
  webhook: { hasId: true, hasThread: false, reader: 'desk' },
  pager: { hasId: true, hasThread: false, reader: 'desk' },
};

/** The key of a pager in the desk file. */
export const pagerIn = ({ id }: Extract<Destination, { kind: 'pager' }>): string => id.split('+', 1)[0] ?? '';

/** Over which a destination is reached. What goes out over one of them waits for none of the others. */
export const CHANNELS = ['teams', 'webhook', 'pager'] as const;
export type Channel = (typeof CHANNELS)[number];
export const channelOf = ({ kind }: Destination): Channel => (kind === 'webhook' || kind === 'pager' ? kind : 'teams');

/** Reads the stored text; null when it names no destination, as in an event whose personal data was removed. */
export function parseDestination(text: string): Destination | null {
  const colon = text.indexOf(':');
  const kind = colon < 0 ? text : text.slice(0, colon);
  if (!Object.hasOwn(KINDS, kind) || KINDS[kind as Kind].hasId !== colon >= 0) return null;
  return (colon < 0 ? { kind } : { kind, id: text.slice(colon + 1) }) as Destination;
}

/** The same for a text that can be nothing else. Throws when it names no destination. */
export function readDestination(text: string): Destination {
  const destination = parseDestination(text);
  if (!destination) throw new Error('a delivery goes to no destination that is known');
  return destination;
}

/** The text that is stored. Two destinations are the same when their texts are. */
export const formatDestination = (destination: Destination): string =>
  'id' in destination ? `${destination.kind}:${destination.id}` : destination.kind;

export const isSame = (one: Destination, other: Destination): boolean => formatDestination(one) === formatDestination(other);
export const readerOf = ({ kind }: Destination): Reader => KINDS[kind].reader;
export const hasThread = ({ kind }: Destination): boolean => KINDS[kind].hasThread;
/** Where engineers work: a message to it is never given up, because they must see it. */
export const isDeskSide = ({ kind }: Destination): boolean => kind === 'desk' || kind === 'queue';

/** Somebody's own chat with the bot, which is found when something is sent. `tenantId`: theirs. */
type ChatAddress = { readonly personId: string; readonly tenantId: string };
type Address = { readonly origin: Origin } | { readonly room: Room } | ChatAddress;

/** The conversation of a destination; null: the outage knows of none, or not any more. */
function addressOf(destination: Destination, outage: Outage): Address | null {
  const ofRoom = (room: Room | null | undefined) => (room ? { room } : null);
  const ofOrigin = (found: { readonly origin: Origin; readonly reporter?: Person } | null | undefined) => {
    if (!found?.reporter || !isOwnChat(found.origin)) return found ? { origin: found.origin } : null;
    return { personId: found.reporter.id, tenantId: found.origin.tenantId };
  };
  switch (destination.kind) {
    case 'desk':
      return ofRoom(outage.desk);
    case 'queue':
      return ofRoom(outage.request?.queue);
    case 'follower':
      return ofRoom(outage.followers.find(({ id }) => id === destination.id));
    case 'following': {
      const found = followingIn(outage, destination.id);
      return found ? { personId: found.person.id, tenantId: found.tenantId } : null;
    }
    case 'team':
      return ofRoom(outage.team?.room);
    case 'origin':
      return ofOrigin(outage);
    case 'merged':
      return ofOrigin(outage.absorbed.find(({ id }) => id === destination.id));
    case 'joined': {
      const found = joinedBy(outage, destination.id);
      return ofOrigin(found && { origin: found.origin, reporter: found.person });
    }
    case 'reporter':
      return { personId: outage.reporter.id, tenantId: outage.origin.tenantId };
    case 'person':
      return { personId: destination.id, tenantId: outage.desk?.tenantId };
    case 'webhook':
    case 'pager':
      return null;
  }
}

/** The conversation in which it was reported, joined or reported as another outage; null: the destination is no such one. */
export function originAt(destination: Destination, outage: Outage): Origin | null {
  const address = addressOf(destination, outage);
  return address && 'origin' in address ? address.origin : null;
}

/** The own chat that a destination is, where it has to be found; null: the destination is another one. */
export function chatAt(destination: Destination, outage: Outage): ChatAddress | null {
  const address = addressOf(destination, outage);
  return address && 'personId' in address ? address : null;
}

/** The channel or chat that is a destination as a whole. Throws when the outage knows of none. */
export function roomAt(destination: Destination, outage: Outage): Room {
  const address = addressOf(destination, outage);
  if (address && 'room' in address) return address.room;
  throw new Error(`${formatDestination(destination)} is no room of this outage`);
}

/** For whom a destination is, where it is a room that follows. Only a room of the desk's own tenant reads what is internal. */
export function audienceAt(destination: Destination, { followers, desk }: Outage): Audience {
  const room = destination.kind === 'follower' ? followers.find(({ id }) => id === destination.id) : undefined;
  return room?.audience === 'internal' && room.tenantId !== desk?.tenantId ? 'customer' : (room?.audience ?? 'customer');
}

/** The tenant whose limits a message counts against; null: the outage knows of no conversation there. */
export function tenantAt(destination: Destination, outage: Outage): string | null {
  const address = addressOf(destination, outage);
  if (!address) return null;
  return ('room' in address ? address.room : 'origin' in address ? address.origin : address)?.tenantId ?? null;
}

/** The same where there must be one. Throws when the outage knows of no conversation there. */
export const tenantOf = (destination: Destination, outage: Outage): string =>
  tenantAt(destination, outage) ?? roomAt(destination, outage).tenantId;

/** Why a place is lost whose tenant the desk file has taken from the project. It stands in the record, so it does not change. */
export const NOT_THEIRS = 'the desk file does not name this tenant for the project any more';

/**
 * The conversation in Teams whose limits and order a notice shares; all threads of a channel share one. Another system has one, and
 * a pager one for each outage, so that no call waits for another. The name of a channel begins theirs, as no conversation's id does.
 */
export function laneOf(notice: { readonly kind: string; readonly destination: Destination }, outage: Outage): string {
  if (notice.destination.kind === 'pager') return `${formatDestination(notice.destination)}/${outage.id}`;
  // What one person reads alone stands in the desk's thread.
  const destination = notice.kind === 'alone' ? DESK : notice.destination;
  const address = addressOf(destination, outage);
  if (address && 'room' in address) return address.room.conversationId;
  if (address && 'origin' in address) return roomIdOf(address.origin.conversationId);
  if (!address) return formatDestination(destination);
  // Apart from the other: a bot of the version before reads everything in a lane that it uses, and does not know this destination.
  if (destination.kind === 'reporter') return reporterLane(address.personId);
  if (destination.kind === 'following') return formatDestination(destination);
  return formatDestination({ kind: 'person', id: address.personId });
}

const reporterLane = (personId: string): string => `reporter:${personId}`;
export const followingLane = (id: string): string => formatDestination({ kind: 'following', id });
/** The lanes that are named for a person. */
export const ownLanesOf = (id: string): readonly string[] => [
  formatDestination({ kind: 'person', id }),
  reporterLane(id),
  followingLane(id),
];

export const joinedAt = (destination: Destination, outage: Outage): Joined | null =>
  destination.kind === 'joined' ? joinedBy(outage, destination.id) : null;

/**
 * The reader of a destination where it was not reported: the reporter of an outage that was merged into it, or somebody who
 * joined it; null: it is another destination. They may be of another customer, so they read nothing that its reporter wrote.
 * `number`: the one by which they know it.
 */
export type OtherReporter = { readonly person: Person; readonly origin: Origin; readonly number: number; readonly joined: boolean };
export function otherReporterAt(destination: Destination, outage: Outage): OtherReporter | null {
  const absorbed = destination.kind === 'merged' ? outage.absorbed.find(({ id }) => id === destination.id) : undefined;
  if (absorbed) return { ...absorbed, person: absorbed.reporter, joined: false };
  const joined = joinedAt(destination, outage);
  return joined && { ...joined, joined: true };
}

/** The one reader of a destination: the reporter or somebody who joined, in their own chat; null: others read it too. */
export function onlyReaderAt(destination: Destination, outage: Outage): Pick<Contact, 'timeZone' | 'language'> | null {
  if (destination.kind === 'reporter') return outage.report.contact;
  const at = destination.kind === 'origin' ? { origin: outage.origin, contact: outage.report.contact } : joinedAt(destination, outage);
  return at?.origin.kind === 'personal' ? at.contact : null;
}

/**
 * Whose language is read at a destination. `personId`: of the one person who reads there; null: others read it too. `language`: that of
 * their contact, or of a room that follows; empty: none is known, so it is the desk's.
 */
export function languageAt(destination: Destination, outage: Outage): { readonly personId: string | null; readonly language: string } {
  const { language = '' } = onlyReaderAt(destination, outage) ?? {};
  const personId = onePersonAt(destination, outage);
  if (personId !== null) return { personId, language };
  const room = conversationAt(destination, outage);
  const follower = outage.followers.find(({ conversationId }) => room !== null && roomIdOf(conversationId) === roomIdOf(room));
  return { personId, language: follower?.language ?? '' };
}

function onePersonAt(destination: Destination, outage: Outage): string | null {
  switch (destination.kind) {
    case 'origin':
      return outage.origin.kind === 'personal' ? outage.reporter.id : null;
    case 'merged':
    case 'joined': {
      const other = otherReporterAt(destination, outage);
      return other?.origin.kind === 'personal' ? other.person.id : null;
    }
    case 'reporter':
      return outage.reporter.id;
    case 'following':
    case 'person':
      return destination.id;
    default:
      return null;
  }
}

function conversationAt(destination: Destination, outage: Outage): string | null {
  const address = addressOf(destination, outage);
  if (!address || 'personId' in address) return null;
  return 'room' in address ? address.room.conversationId : address.origin.conversationId;
}

/** Whether a message to the destination may call this person: in somebody's own chat nobody else is called. */
export const mayCallAt = (destination: Destination, personId: string): boolean =>
  destination.kind !== 'person' || destination.id === personId;

/** The destinations that one person alone stands behind; their texts hold the person's id. */
export const ownDestinationsOf = (id: string): readonly Destination[] => [
  { kind: 'person', id },
  { kind: 'joined', id },
  { kind: 'following', id },
];

/** One of those who joined in each conversation that does not hear of it already; an own chat that is found when something is sent is no other's. */
export function hearingIn({ origin, followers, absorbed, joined }: Outage): readonly Joined[] {
  const heard = new Set([origin, ...followers, ...absorbed.map((one) => one.origin)].map(({ conversationId }) => roomIdOf(conversationId)));
  return joined.filter(({ origin }) => {
    const room = roomIdOf(origin.conversationId);
    return isOwnChat(origin) || (!heard.has(room) && heard.add(room));
  });
}
