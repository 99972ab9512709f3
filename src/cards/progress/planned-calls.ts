/** Who is called, and when, if nobody acknowledges an outage. */
import type { OutageEvent } from '../../outage/events.ts';
import { plannedCalls } from '../../outage/promise.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { type Called, type Instant, LEVELS, type Level, type Person } from '../../outage/types/values.ts';
import type { CalledBefore, Words } from '../../words/words.ts';
import type { Fact } from '../base/facts.ts';
import { oneLine, shorten } from '../text.ts';

const LONGEST_NAMES = 80;
const names = (people: readonly Person[], words: Words) =>
  people.length === 0 ? words.onCall.nobody : shorten(words.formats.list(people.map(({ name }) => oneLine(name))), LONGEST_NAMES);

/** One row: the first call of each level, then the end of the promise. Empty once somebody acknowledged it or the promise is broken. */
export function planFacts(outage: Outage, words: Words, when: (at: Instant) => string): Fact[] {
  if (outage.state !== 'reported' || outage.breachedAt !== null) return [];
  const { plan } = words.onCall;
  // The steps of a drill are seconds apart, but a client shows minutes.
  const step = (at: Instant) => (outage.drill ? words.watch.drill.after(words.formats.duration(at - outage.ladderFrom)) : when(at));
  const called = new Set<Level>();
  const lines = plannedCalls(outage).flatMap(({ at, kind, levels }) => {
    const first = levels.filter((level) => !called.has(level));
    for (const level of first) called.add(level);
    const calls = first.map((level) => plan.calls(step(at), level, names(outage.onCall[level], words)));
    if (kind !== 'breach') return calls;
    return [...calls, plan.again(step(at), outage.ladder.breach.repeatEveryMs, levels)];
  });
  return [{ label: plan.label, lines }];
}

type Call = { readonly at: Instant; readonly people: readonly Called[] };

/** Who was called before this person, without an answer; null for nobody. `earlier`: the events before this call. */
export function calledBefore(
  { person, level }: Called,
  earlier: readonly OutageEvent[],
  when: (at: Instant) => string,
): CalledBefore | null {
  if (level === 'owner') return null;
  // Calls before an acknowledgement have been answered.
  const unanswered = earlier.slice(earlier.findLastIndex(({ type }) => type === 'acknowledged') + 1).flatMap(callOf);
  const above = LEVELS.slice(0, LEVELS.indexOf(level));
  const levels = above.filter((one) => unanswered.some(({ people }) => people.some((called) => called.level === one)));
  const last = unanswered.findLast(({ people }) => people.some((called) => levels.some((one) => one === called.level)));
  if (last) return { who: levels, when: when(last.at) };
  const own = unanswered.findLast(({ people }) => people.some((called) => called.level === level));
  if (!own) return null;
  return { who: own.people.some((called) => called.person.id === person.id) ? 'you' : [level], when: when(own.at) };
}

/** The calls that an event makes. The first message of an outage calls the primary. */
function callOf(event: OutageEvent): Call[] {
  if ('people' in event && event.type !== 'update-missed') return [event];
  if (event.type !== 'reported' && event.type !== 'promoted') return [];
  if (event.type === 'reported' && event.request) return [];
  return [{ at: event.at, people: event.onCall.primary.map((person) => ({ person, level: 'primary' })) }];
}
