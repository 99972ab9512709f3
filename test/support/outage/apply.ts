/** Runs actions through the real core, and gives the outage and its events. */
import type { Action } from '../../../src/outage/actions.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import type { OutageEvent } from '../../../src/outage/events.ts';
import { evolve } from '../../../src/outage/evolve.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';

export const MINUTE_MS = 60_000;

/** The outage after these actions. Throws when the core rejects one. */
export function run(...actions: readonly Action[]): { readonly outage: Outage; readonly events: readonly OutageEvent[] } {
  let outage: Outage | null = null;
  const events: OutageEvent[] = [];
  for (const action of actions) {
    const decision = decide(action, outage);
    if ('rejection' in decision) throw new Error(`'${action.type}' was rejected: ${decision.rejection.type}`);
    events.push(...decision.events);
    outage = decision.events.reduce<Outage | null>(evolve, outage);
  }
  if (!outage) throw new Error('no outage came of it');
  return { outage, events };
}
