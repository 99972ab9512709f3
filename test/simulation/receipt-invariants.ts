/** A stored report is in its desk's thread, or its reporter has a failure receipt in time; and what that says is true. */

import { arrivedAt, eventsOf, inTimeUntil, isDeskOpening, told, trueTimeOf, underWay } from './evidence.ts';
import { RECEIPT_AFTER_MS } from './fleet.ts';
import type { History, Story } from './history.ts';
import { type Invariant, invariant, ofEach, when } from './invariant.ts';

/** When it was recorded that the thread is there; infinite: never. */
const recordedAt = (story: Story): number =>
  story.finishes.find(({ key, outcome }) => outcome.state === 'done' && key.includes('/opening/desk/'))?.at ?? Number.POSITIVE_INFINITY;

/** Whether it was on record by then. */
export const isThere = (story: Story, at: number | undefined): boolean => at !== undefined && recordedAt(story) <= at;

/** Each change that was due: until it was made, or nobody needed it any more. */
type Due = { readonly outageId: string; readonly what: string; readonly dueAt: number; readonly cameAt: number };
function due(story: Story, history: History): Due[] {
  const [first] = story.commits;
  if (!first || first.outage.drill) return [];
  const madeAt = (type: string) => story.commits.find(({ events }) => events.some((event) => event.type === type))?.at ?? null;
  const [there, unreached, reached] = [recordedAt(story), madeAt('desk-unreached'), madeAt('desk-reached')];
  const takenAt = story.commits.find(({ outage }) => outage.state !== 'reported')?.at ?? Number.POSITIVE_INFINITY;
  const arrival = (what: string, dueAt: number, cameAt: number): Due => ({ outageId: story.id, what, dueAt, cameAt });
  const lateAt = trueTimeOf(history, first.storeAt + RECEIPT_AFTER_MS, first.at);
  const settled = Math.min(there, takenAt, unreached ?? history.end.at);
  return [
    ...(settled > lateAt ? [arrival('that the desk was not reached', lateAt, settled)] : []),
    ...(unreached !== null && there < history.end.at
      ? [arrival('that the desk was reached', Math.max(unreached, there), reached ?? history.end.at)]
      : []),
  ];
}

const toldOf = (story: Story, type: string) => told(story).filter(({ event }) => event.type === type);

export const RECEIPTS: readonly Invariant[] = [
  invariant('a stored report is in the thread of its desk in time, or in a failure receipt', 'late', (history) => {
    // That Teams is away is what it is for, and no excuse.
    const others = { ...history, faults: history.faults.filter(({ kind }) => !kind.startsWith('connector')) };
    return [...history.stories.values()].flatMap((story) =>
      due(story, history).flatMap(({ outageId, what, dueAt, cameAt }) =>
        cameAt > inTimeUntil(others, dueAt, cameAt) ? [{ outageId, text: `${what} was recorded ${cameAt - dueAt} ms late` }] : [],
      ),
    );
  }),
  ofEach('a failure receipt is true when it is told', 'wrong', (story, _outage, history) => {
    const receipts = toldOf(story, 'desk-unreached').filter(({ notice }) => notice.kind !== 'settled');
    const keys = new Set(receipts.map(({ notice }) => notice.key));
    const there = recordedAt(story);
    return story.sends.flatMap((send) =>
      when(keys.has(send.key) && send.at > there && !underWay(history, send, there), `${send.key} was told when the thread was there`),
    );
  }),
  ofEach('a failure receipt is given once, in earnest, and ends when the desk is reached', 'wrong', (story, outage) => {
    const count = (type: string) => eventsOf(story).filter((event) => event.type === type).length;
    const [unreached, reached] = [count('desk-unreached'), count('desk-reached')];
    const early = toldOf(story, 'desk-unreached').some(({ event }) => event.at < outage.reportedAt + RECEIPT_AFTER_MS);
    const baseless = reached > 0 && !story.sends.some((send) => isDeskOpening(send.notice) && arrivedAt(story, send.key) !== null);
    return when(unreached > (outage.drill ? 0 : 1) || reached > unreached || early || baseless, `${unreached} receipts, ${reached} ends`);
  }),
];
