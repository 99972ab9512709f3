/** How an invariant is written, and what it finds. */
import type { Outage } from '../../src/outage/outage.ts';
import { disturbances, inTimeUntil, outageIn } from './evidence.ts';
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

export const tooLate = (history: History, arrivals: readonly Arrival[]): Finding[] =>
  arrivals.flatMap(({ outageId, what, dueAt, cameAt }) => {
    if (cameAt <= inTimeUntil(history, dueAt, cameAt)) return [];
    const why = disturbances(history, dueAt, cameAt).map(({ kind, detail }) => `${kind} ${detail}`.trim());
    return [{ outageId, text: `${what} came ${cameAt - dueAt} ms after it was due (${why.join('; ') || 'nothing went wrong'})` }];
  });
