/** What the record says of an outage for its review: promises, updates, gaps, who was affected, and what people were told. Pure. */
import { asMeant, type EventOf, type OutageEvent } from '../../outage/events.ts';
import { evolve } from '../../outage/evolve.ts';
import { cadenceMs } from '../../outage/promise.ts';
import { isOpen, type Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type DeliveriesView, messagesIn } from '../look/deliveries.ts';
import type { OutageView } from '../outage/next-lines.ts';

export type ReviewView = OutageView & Pick<DeliveriesView, 'events' | 'ledger' | 'zone'>;

/** What people say to all who wait. */
const WORDS: readonly OutageEvent['type'][] = [
  ...(['reported', 'promoted', 'acknowledged', 'updated', 'handed-over', 'released', 'taken-back', 'objected', 'reopened'] as const),
  ...(['transferred', 'withdrawn', 'merged', 'resolved'] as const),
];
/** What gives the update that was due, or makes it needless. */
const UPDATES: readonly OutageEvent['type'][] = ['updated', 'transferred', 'withdrawn', 'merged', 'resolved'];

type Span = { readonly from: Instant; readonly until: Instant };
type Update = { readonly at: Instant; readonly dueAt: Instant };

/** `gaps`: longer than the cadence without a word while it was open. */
export function lookBack(events: readonly OutageEvent[]) {
  let outage: Outage | null = null;
  let word: { readonly at: Instant; readonly withinMs: number } | null = null;
  const updates: Update[] = [];
  const gaps: Span[] = [];
  for (const event of events) {
    const { at, type } = event;
    if (outage?.state === 'acknowledged' && UPDATES.includes(type)) updates.push({ at, dueAt: outage.nextUpdateBy });
    const isWord = WORDS.includes(type);
    if (isWord && word && at - word.at > word.withinMs) gaps.push({ from: word.at, until: at });
    outage = evolve(outage, event);
    if (isWord) word = isOpen(outage) ? { at, withinMs: cadenceMs(outage, at) } : null;
  }
  const acknowledged = asMeant(events).filter((event): event is EventOf<'acknowledged'> => event.type === 'acknowledged');
  return { acknowledged, updates, gaps, late: updates.filter(({ at, dueAt }) => at > dueAt) };
}

/** Of each word of people: in how many places it arrived, of those where it was to be told. */
export function toldIn(view: ReviewView) {
  const messages = Map.groupBy(messagesIn(view), ({ seq }) => seq);
  return view.events.flatMap((event, index) => {
    const sent = messages.get(index + 1) ?? [];
    return WORDS.includes(event.type) && sent.length > 0
      ? [{ event, came: sent.filter(({ state }) => state === 'done').length, all: sent.length }]
      : [];
  });
}

/** How many people of each customer; what was merged with it says no more than how often. */
export function affectedIn({ report, joined, absorbed }: Outage) {
  const names = new Map([[report.project.id, report.project.name], ...joined.map(({ project }) => [project.id, project.name] as const)]);
  const people = [...names].map(([id, name]) => {
    const isTheirs = joined.filter(({ project }) => project.id === id).length;
    return { name, people: isTheirs + (id === report.project.id ? 1 : 0) };
  });
  return { people, merged: absorbed.length };
}
