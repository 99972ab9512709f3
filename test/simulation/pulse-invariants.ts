/** What must hold of those who say how it is: who may, and when it comes back because enough of them say that it is still down. */
import type { OutageEvent } from '../../src/outage/events.ts';
import { evolve } from '../../src/outage/evolve.ts';
import { affectedPeople, type Outage } from '../../src/outage/types/outage.ts';
import { eventsOf } from './evidence.ts';
import type { Story } from './history.ts';
import { type Invariant, ofEach, when } from './invariant.ts';

type Step = { readonly event: OutageEvent; readonly next: OutageEvent | undefined; readonly before: Outage; readonly down: number };

/** Each event with the outage before it, and how many of those affected have said since its end that it is down, counted from the events. */
function stepsOf(story: Story): readonly Step[] {
  const events = eventsOf(story);
  const down = new Set<string>();
  let outage: Outage | null = null;
  return events.flatMap((event, index) => {
    const before: Outage | null = outage;
    outage = evolve(before, event);
    count(event, outage, down);
    return before ? [{ event, next: events[index + 1], before, down: down.size }] : [];
  });
}

function count(event: OutageEvent, outage: Outage, down: Set<string>): void {
  if (event.type === 'resolved' || event.type === 'withdrawn') down.clear();
  if (event.type === 'pulsed' && event.says === 'down') down.add(event.by.id);
  if (event.type === 'pulsed' && event.says !== 'down') down.delete(event.by.id);
  for (const id of down) if (!isAffected(outage, id)) down.delete(id);
}

const isAffected = (outage: Outage, id: string): boolean =>
  [outage.reporter, ...outage.joined.map(({ person }) => person), ...outage.absorbed.map(({ reporter }) => reporter)].some(
    (one) => one.id === id,
  );
const ENDED: readonly Outage['state'][] = ['resolved', 'closed', 'withdrawn'];
const needIn = ({ policy, ...outage }: Outage): number => {
  const others = affectedPeople({ policy, ...outage } as Outage).filter(({ id }) => id !== outage.reporter.id).length;
  return policy.reopenAtStillDown === undefined ? Number.POSITIVE_INFINITY : Math.min(policy.reopenAtStillDown, others);
};

export const PULSES: readonly Invariant[] = [
  ofEach('only those affected say how it is, and nobody of a drill or a request', 'wrong', (story) =>
    stepsOf(story).flatMap(({ event, before }) =>
      event.type === 'pulsed'
        ? when(!isAffected(before, event.by.id) || before.drill !== null || before.state === 'requested', `${event.by.id} did`)
        : [],
    ),
  ),
  ofEach('while it is open, somebody else than its reporter says how it is once an hour, or writes something', 'wrong', (story) => {
    const last = new Map<string, number>();
    return stepsOf(story).flatMap(({ event, before }) => {
      if (['resolved', 'withdrawn', 'reopened', 'left', 'parted'].includes(event.type)) last.clear();
      if (event.type !== 'pulsed' || event.by.id === before.reporter.id || ENDED.includes(before.state)) return [];
      const soon = event.text === '' && event.at < (last.get(event.by.id) ?? -Infinity) + 3_600_000;
      last.set(event.by.id, event.at);
      return when(soon, `${event.by.id} at ${event.at}`);
    });
  }),
  ofEach('it comes back exactly when the reporter says so, or so many of the others as its policy says', 'wrong', (story) =>
    stepsOf(story).flatMap(({ event, next, before, down }) => {
      if (event.type === 'reopened' && event.stillDown) {
        const isLate = 'resolvedAt' in before && event.at > before.resolvedAt + before.policy.reopenWithinMs;
        const { count, of } = event.stillDown;
        return [
          ...when(count !== down || count < needIn(before), `it came back by ${count}, of ${down}, at ${needIn(before)}`),
          ...when(of !== affectedPeople(before).length || isLate || event.by.id === before.reporter.id, `${count} of ${of} at ${event.at}`),
        ];
      }
      if (event.type !== 'pulsed' || event.says !== 'down' || !ENDED.includes(before.state)) return [];
      const isBack = next?.type === 'reopened' && next.at === event.at && next.stillDown !== undefined;
      return when(
        isBack !== down >= needIn(before),
        `${down} of ${needIn(before)} said so, and it ${isBack ? 'came' : 'did not come'} back`,
      );
    }),
  ),
];
