/** Messages that ask people for something: an acknowledgement, an update, an answer to an offer. What they ask for is given some time. */
import type { OutageEvent } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { isWaiting } from './review/review.ts';
import type { Outage } from './types/outage.ts';

/** Whether it has waited on the ladder since then without a break. */
export const waitsSince = (at: number, outage: Outage): boolean =>
  outage.state === 'reported' && (outage.back?.at ?? outage.ladderFrom) <= at;

/** Whether the messages of this event ask for something that nobody has given yet. */
export function asks(event: OutageEvent, outage: Outage): boolean {
  switch (event.type) {
    case 'escalated':
    case 'page-missed':
    case 'released':
    case 'taken-back':
    case 'objected':
    case 'reopened':
    case 'desk-unreached':
    case 'place-lost':
      return waitsSince(event.at, outage);
    case 'update-missed':
      return outage.state === 'acknowledged' && outage.nextUpdateBy === event.dueAt;
    case 'hand-over-offered':
      return outage.state === 'acknowledged' && outage.offeredTo?.id === event.to.id;
    case 'follow-up-due':
      return event.told && isWaiting(outage.review, event.id);
    default:
      return false;
  }
}

/** What is known of an outage before new events. */
export type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };

/** An outage that waited for days has more messages; those before these are out of sight. */
export const MOST_ANSWERED = 200;

/**
 * The messages that asked for something before and ask for nothing in `outage`, the oldest first. The record is told again, because
 * `messagesOf` has to know the outage as it was after the event: where a message went depends on it.
 */
export function answered<Message>(
  before: Recorded,
  outage: Outage,
  messagesOf: (event: OutageEvent, seq: number, then: Outage) => readonly Message[],
): readonly Message[] {
  if (!before.events.some((event) => asks(event, before.outage) && !asks(event, outage))) return [];
  let then: Outage | null = null;
  let asking: readonly { readonly event: OutageEvent; readonly seq: number; readonly at: Outage }[] = [];
  for (const [index, event] of before.events.entries()) {
    const now = evolve(then, event);
    then = now;
    asking = asking.filter((one) => asks(one.event, now));
    // Bounded here, or the time that this takes grows with the square of what was asked.
    if (asks(event, now)) asking = [...asking.slice(1 - MOST_ANSWERED), { event, seq: index + 1, at: now }];
  }
  const over = asking.filter(({ event }) => !asks(event, outage));
  return over.flatMap((one) => messagesOf(one.event, one.seq, one.at)).slice(-MOST_ANSWERED);
}

/** Whether what this event asked for was given, and is asked for again: whoever had it gave it back. */
export function asksAgain(event: OutageEvent, outage: Outage): boolean {
  return !OF_ONE.includes(event.type) && outage.state === 'reported' && !asks(event, outage);
}

const OF_ONE: readonly OutageEvent['type'][] = ['update-missed', 'hand-over-offered', 'follow-up-due'];

/** Who transfers, merges or resolves an outage takes it in the same moment, and the end says more. */
const ENDS: readonly OutageEvent['type'][] = ['transferred', 'merged', 'resolved'];

/**
 * The event that gave what this one asked for, or made it pointless; if that was given back, the one after it that gave it again.
 * null: it still asks, or never did.
 */
export function answerTo(event: OutageEvent, events: readonly OutageEvent[]): OutageEvent | null {
  const seq = events.indexOf(event) + 1;
  let outage = replay(events.slice(0, seq));
  if (!outage || !asks(event, outage)) return null;
  let answer: OutageEvent | null = null;
  let isGiven = false;
  for (const next of events.slice(seq)) {
    outage = evolve(outage, next);
    const wasGiven = isGiven;
    isGiven = !asks(event, outage) && !asksAgain(event, outage);
    if (isGiven && !wasGiven) answer = events.find(({ type, at }) => at === next.at && ENDS.includes(type)) ?? next;
  }
  return answer;
}
