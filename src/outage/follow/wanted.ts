/** How much each of those who follow hears: a pure filter over what everybody who follows would hear. */
import type { Destination } from '../destinations.ts';
import type { OutageEvent } from '../events.ts';
import type { Outage, Phase } from '../types/outage.ts';
import { followingIn } from '../types/values.ts';
import type { Noise } from './chosen.ts';

type News = { readonly kind: string; readonly destination: Destination; readonly seq: number };

/** The first message, which is no news, comes in any case. An objection undoes an end, as a reopening does. */
const BEGIN_AND_END: readonly OutageEvent['type'][] = ['resolved', 'withdrawn', 'merged', 'transferred', 'reopened', 'objected'];
/** Who heard that somebody has it must hear that nobody has it any more. */
const TURNING: readonly OutageEvent['type'][] = [
  ...BEGIN_AND_END,
  ...(['acknowledged', 'breached', 'update-missed', 'released', 'taken-back'] as const),
];

/** Whether the event with this number turns the course of its outage. An update does when it changes the phase. */
export function isTurningPoint(seq: number, events: readonly OutageEvent[]): boolean {
  const event = events[seq - 1];
  if (!event) return false;
  return event.type === 'updated' ? event.phase !== phaseBefore(seq, events) : TURNING.includes(event.type);
}

/** Each owner begins with the first phase. */
function phaseBefore(seq: number, events: readonly OutageEvent[]): Phase {
  const last = events.slice(0, seq - 1).findLast(({ type }) => type === 'updated' || type === 'acknowledged');
  return last?.type === 'updated' ? last.phase : 'investigating';
}

/** What the reader of a destination chose; null: they do not follow, so they chose nothing. */
export function noiseAt(destination: Destination, { followers, following }: Pick<Outage, 'followers' | 'following'>): Noise | null {
  if (destination.kind === 'follower') return followers.find(({ id }) => id === destination.id)?.noise ?? 'everything';
  if (destination.kind !== 'following') return null;
  return followingIn({ following }, destination.id)?.noise ?? null;
}

/** Whether those who read there want to hear of it. Edits of the first message make no noise, so they are always made. */
export function isWanted({ kind, destination, seq }: News, outage: Outage, events: readonly OutageEvent[]): boolean {
  const noise = kind === 'news' ? noiseAt(destination, outage) : null;
  if (noise === null || noise === 'everything') return true;
  const type = events[seq - 1]?.type;
  return noise === 'turning-points' ? isTurningPoint(seq, events) : type !== undefined && BEGIN_AND_END.includes(type);
}
