/** Who hears of what happens to an outage: the desk, the people for whom it is down, and those who follow. */
import { audienceAt, DESK, type Destination, formatDestination, hearingIn, ORIGIN, QUEUE, REPORTER } from './destinations.ts';
import type { EventOf, OutageEvent } from './events.ts';
import type { Joined } from './types/affected.ts';
import { isOpen, isUnreached, joinedBy, mentionsNobody, type Outage, requestIn } from './types/outage.ts';
import { pagerIdOf } from './types/pages.ts';
import { followingIn, isRead, type Origin } from './types/values.ts';
import type { WebhookEvent } from './types/webhooks.ts';

export const followersOf = ({ followers, following }: Outage): Destination[] => [
  ...followers.map(({ id }) => ({ kind: 'follower', id }) as const),
  ...following.map(({ person: { id } }) => ({ kind: 'following', id }) as const),
];
/** The reporters of merged outages, and those who joined and do not hear of it there already. */
export const alsoAffected = (outage: Outage): Destination[] => [
  ...outage.absorbed.filter(({ origin }) => isRead(origin)).map(({ id }) => ({ kind: 'merged', id }) as const),
  ...hearingIn(outage).map(({ person: { id } }) => ({ kind: 'joined', id }) as const),
];
/** The people for whom it is down, under this number or another. */
export const affected = (outage: Outage): Destination[] => [...originOf(outage), ...alsoAffected(outage)];
const originOf = ({ origin }: Outage): Destination[] => (isRead(origin) ? [ORIGIN] : []);
/** Everybody but the desk: the people for whom it is down, and the followers. */
const others = (outage: Outage): Destination[] => [...originOf(outage), ...followersOf(outage), ...alsoAffected(outage)];
/** What the reporter does in their own chat or where they reported. */
const OF_REPORTERS: readonly OutageEvent['type'][] = ['withdrawn', 'reopened', 'objected'];
/** The same as `others`, but no news goes to the own chat of the reporter who did it, or of somebody who joined: the answer there says it. */
export function othersThanActor(event: OutageEvent, outage: Outage): Destination[] {
  const isActor = OF_REPORTERS.includes(event.type) && 'by' in event && event.by?.id === outage.reporter.id;
  const own = event.type === 'reopened' ? joinedBy(outage, event.by.id) : null;
  return others(outage).filter((one) => {
    if (one.kind === 'joined') return one.id !== own?.person.id || own.origin.kind !== 'personal';
    return one.kind !== 'origin' || !isActor || outage.origin.kind !== 'personal';
  });
}
/** Where the reporter alone reads: in their own chat with the bot. Nowhere, where Teams does not know who called. */
export const reporterAlone = ({ origin }: Outage): Destination[] =>
  isRead(origin) ? [origin.kind === 'personal' ? ORIGIN : REPORTER] : [];
export const hasCard = ({ cardId, opens }: Origin): boolean => cardId !== null || opens === true;
export const cardsOf = (joined: readonly Joined[]): Destination[] =>
  joined.filter(({ origin }) => hasCard(origin)).map(({ person: { id } }) => ({ kind: 'joined', id }));

/** Where an event rings. */
export const pagedBy = (event: OutageEvent): Destination[] =>
  ('pages' in event ? (event.pages ?? []) : []).map((page) => ({ kind: 'pager', id: pagerIdOf(page) }));
/** What ends a page at a service: somebody has it, or it is over. A call to a person ends by itself. */
const ENDS_PAGES: readonly OutageEvent['type'][] = ['acknowledged', 'resolved', 'transferred', 'withdrawn', 'merged', 'drill-ended'];
/** The services that are told of it: those that were paged. `events`: all of the outage. */
export const pagersToTell = ({ type }: OutageEvent, events: readonly OutageEvent[]): Destination[] => {
  const pages = ENDS_PAGES.includes(type) ? events.flatMap((one) => ('pages' in one ? (one.pages ?? []) : [])) : [];
  return [...new Set(pages.flatMap(({ pager, person }) => (person ? [] : pager)))].map((id) => ({ kind: 'pager', id }));
};
/** Where its owner cannot be reminded of a follow-up. */
export const dueAtDesk = ({ atDesk }: EventOf<'follow-up-due'>): Destination[] => (atDesk ? [DESK] : []);
/** Its thread is not there yet, or a ping could not be posted in it. */
export const isDeskLost = (outage: Outage): boolean => isUnreached(outage) || outage.unreachable.includes(formatDestination(DESK));
export const workAt = (outage: Outage): Destination => (requestIn(outage) ? QUEUE : DESK);
/** What a customer sends is for the desk alone; what an engineer shares is for the customer. */
export function seeFiles(event: EventOf<'files-added'>, outage: Outage): Destination[] {
  const shown = event.shared ? othersThanActor(event, outage).filter((one) => audienceAt(one, outage) === 'customer') : [];
  return [workAt(outage), ...shown];
}
/** Who hears of a call beside the desk: its reporter, where they may join it. */
export const invited = ({ shared }: EventOf<'bridge-set'>, outage: Outage): Destination[] => (shared ? originOf(outage) : []);
/** The number of the event that opened a destination: the report, the promotion of a request to an outage, or that somebody follows. */
export function openedBy(destination: Destination, outage: Outage): number {
  const { kind } = destination;
  if (kind === 'following') return followingIn(outage, destination.id)?.version ?? 1;
  return kind === 'queue' || kind === 'origin' ? 1 : (outage.request?.promoted?.version ?? 1);
}
/** The desk's card counts what people say: a crowd would fill its thread. It waits for the word of the reporter, who is one person. */
export function toldOf({ by, says, text }: EventOf<'pulsed'>, outage: Outage): Destination[] {
  const isReportersWord = isOpen(outage) && by.id === outage.reporter.id && says !== 'better';
  return text !== '' || isReportersWord ? [DESK] : [];
}
/** The desk hears of the first person who joins, then ever less often: its card shows the count. */
const ANNOUNCED_JOINS: readonly number[] = [1, 5, 10, 25, 50, 100, 250, 500, 1_000];
export const announceJoins = ({ joins }: Outage): Destination[] => (ANNOUNCED_JOINS.includes(joins.count) ? [DESK] : []);

/** The destinations that get an opening message: a request is in its queue alone. */
export const destinationsToOpen = (event: OutageEvent, outage: Outage): Destination[] =>
  'request' in event && event.request ? [QUEUE] : [DESK, ...followersOf(outage)];

/** What other systems hear, and as what. What is not listed is for people alone: what engineers and reporters say to each other, and who joins. */
const PUBLISHED: { readonly [type in OutageEvent['type']]?: WebhookEvent } = {
  reported: 'outage.reported',
  promoted: 'outage.reported',
  acknowledged: 'outage.acknowledged',
  'taken-back': 'outage.released',
  released: 'outage.released',
  escalated: 'outage.escalated',
  breached: 'outage.breached',
  planned: 'outage.planned',
  updated: 'outage.updated',
  'update-missed': 'outage.update_missed',
  'handed-over': 'outage.handed_over',
  corrected: 'outage.corrected',
  transferred: 'outage.transferred',
  objected: 'outage.objected',
  withdrawn: 'outage.withdrawn',
  merged: 'outage.merged',
  resolved: 'outage.resolved',
  reopened: 'outage.reopened',
  closed: 'outage.closed',
  'drill-ended': 'outage.drill_ended',
};
export const publishedAs = ({ type }: OutageEvent): WebhookEvent | null => PUBLISHED[type] ?? null;

/** The webhooks that hear of an event. A drill that mentions nobody is for the desk alone. */
export function webhooksOf(event: OutageEvent, outage: Outage): Destination[] {
  const name = publishedAs(event);
  if (name === null || mentionsNobody(outage)) return [];
  return outage.webhooks.filter(({ events }) => events === 'all' || events.includes(name)).map(({ id }) => ({ kind: 'webhook', id }));
}

/** The desk hears of a merge in the thread of the one that goes on. */
export const mergedAt = ({ type }: OutageEvent): Destination[] => (type === 'absorbed' ? [DESK] : []);

/** The chats of those who begin to follow with the event of this number. Who changes how much they hear has a card. */
export function ownChatsToOpen(event: EventOf<'followed' | 'absorbed'>, seq: number, outage: Outage): readonly Destination[] {
  const people = event.type === 'followed' ? [event.person] : (event.following ?? []).map(({ person }) => person);
  return people.map(({ id }) => ({ kind: 'following', id }) as const).filter((own) => openedBy(own, outage) === seq);
}

/** Where nobody else saw the card on which it was reported or joined, the others there hear of it by an opening message too. */
export function ownPlaceToOpen(event: EventOf<'reported' | 'joined'>): readonly Destination[] {
  if (event.type === 'reported') return event.origin.opens ? [ORIGIN] : [];
  const { person, origin } = event.joined;
  return origin.opens ? [{ kind: 'joined', id: person.id }] : [];
}
