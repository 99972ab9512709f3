/** How an invariant is written, and what it finds. */
import type { Outage } from '../../src/outage/types/outage.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import { disturbances, inTimeUntil, outageIn, roomFrom } from './evidence.ts';
import type { History, Story } from './history.ts';
import type { Arrival } from './lateness.ts';

/** What the last line counts it as. */
export type Count = 'lost' | 'late' | 'doubled' | 'after-acknowledgement' | 'wrong';
export type Finding = { readonly outageId: string; readonly text: string };
export type Invariant = { readonly name: string; readonly count: Count; check(history: History): readonly Finding[] };

export const invariant = (name: string, count: Count, check: (history: History) => readonly Finding[]): Invariant => ({
  name,
  count,
  check,
});

/** One that is checked outage by outage; gives what is wrong with it. */
export const ofEach = (
  name: string,
  count: Count,
  check: (story: Story, outage: Outage, history: History) => readonly (string | Finding)[],
): Invariant =>
  invariant(name, count, (history) =>
    [...history.stories.values()].flatMap((story) => {
      const outage = outageIn(story);
      const found = outage ? check(story, outage, history) : [];
      return found.map((one) => (typeof one === 'string' ? { outageId: story.id, text: one } : one));
    }),
  );
export const when = (wrong: boolean, text: string): string[] => (wrong ? [text] : []);
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Everything that may delay a message: what goes wrong, and other messages that are as urgent and use up Teams' limits. */
function timelyUntil(history: History, { dueAt, cameAt, to }: Arrival): Instant {
  for (let from = dueAt; ; ) {
    const until = inTimeUntil(history, from, cameAt);
    if (cameAt <= until) return until;
    const room = roomFrom(history, until, to);
    if (room <= until) return until;
    from = room;
  }
}

export const tooLate = (history: History, arrivals: readonly Arrival[]): Finding[] =>
  arrivals.flatMap((arrival) => {
    const { outageId, what, dueAt, cameAt } = arrival;
    const until = timelyUntil(history, arrival);
    if (cameAt <= until) return [];
    const why = disturbances(history, dueAt, cameAt).map(({ kind, detail }) => `${kind} ${detail}`.trim());
    const text = `${what} came ${cameAt - dueAt} ms after it was due and ${cameAt - until} ms too late`;
    return [{ outageId, text: `${text} (${why.join('; ') || 'nothing went wrong'})` }];
  });
