/** The review of an outage after its end: why it came about, what helped, and what the desk changes so that it does not come again. Pure. */
import type { Instant, Person } from '../types/values.ts';

/** What the desk changes. `id`: counts up within an outage and is never given twice. `dueAt`: when its owner is reminded. */
export type FollowUp = { readonly id: number; readonly text: string; readonly owner: Person; readonly dueAt: Instant };
export type KnownFollowUp = FollowUp & {
  readonly reminded: boolean;
  readonly done: { readonly by: Person; readonly at: Instant } | null;
};

/** As it was saved last; `version`: the one that says so. `lastId`: the highest of its follow-ups, also of those that are gone. */
export type Review = {
  readonly version: number;
  readonly by: Person;
  readonly at: Instant;
  readonly cause: string;
  readonly helped: string;
  readonly followUps: readonly KnownFollowUp[];
  readonly lastId: number;
};
export const MOST_FOLLOW_UPS = 5;

export type ReviewEvent =
  | {
      readonly type: 'reviewed';
      readonly at: Instant;
      readonly by: Person;
      readonly cause: string;
      readonly helped: string;
      readonly followUps: readonly FollowUp[];
    }
  | { readonly type: 'follow-up-done'; readonly at: Instant; readonly by: Person; readonly id: number }
  /** Its owner is reminded; `atDesk`: the desk is, because the owner is no engineer any more. `told` false: nobody is, after a restore. */
  | {
      readonly type: 'follow-up-due';
      readonly at: Instant;
      readonly id: number;
      readonly owner: Person;
      readonly atDesk: boolean;
      readonly told: boolean;
    };
/** They change no more than the card of the desk. */
export const OF_REVIEW: readonly string[] = ['reviewed', 'follow-up-done', 'follow-up-due'] satisfies readonly ReviewEvent['type'][];

export const followUpIn = (review: Review | null, id: number): KnownFollowUp | null =>
  review?.followUps.find((one) => one.id === id) ?? null;

/** `version`: of the outage after the event. A follow-up that gets another owner or day is open again. */
export function reviewAfter(review: Review | null, event: ReviewEvent, version: number): Review | null {
  if (event.type === 'reviewed') {
    const { type: _, followUps: saved, ...said } = event;
    const followUps = saved.map((one) => {
      const known = followUpIn(review, one.id);
      const isSame = known?.dueAt === one.dueAt && known.owner.id === one.owner.id;
      return { ...one, reminded: isSame && known.reminded, done: isSame ? known.done : null };
    });
    return { ...said, version, followUps, lastId: Math.max(review?.lastId ?? 0, ...saved.map(({ id }) => id)) };
  }
  const { at } = event;
  const change = event.type === 'follow-up-due' ? { reminded: true } : { done: { by: event.by, at } };
  return review && { ...review, followUps: review.followUps.map((one) => (one.id === event.id ? { ...one, ...change } : one)) };
}

/** Those of which nobody was reminded yet. None of a drill, which is for practice, and none once nobody knows whose they were. */
export const toRemind = (outage: {
  readonly review: Review | null;
  readonly drill: object | null;
  readonly removed: { readonly everybody: boolean } | null;
}): readonly KnownFollowUp[] =>
  outage.drill || outage.removed?.everybody ? [] : (outage.review?.followUps.filter(({ reminded, done }) => !reminded && !done) ?? []);

/** Its reminder still asks for something. */
export function isWaiting(review: Review | null, id: number): boolean {
  const known = followUpIn(review, id);
  return known?.reminded === true && known.done === null;
}
