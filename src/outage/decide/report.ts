/** What is changed in a report after it was sent: the facts and the contact by the reporter, the class by an engineer. */
import { type CorrectAction, type Decision, events, nothing, withoutRoles } from '../actions.ts';
import { type Correction, isOpen, type Outage, type Report } from '../outage.ts';
import { alreadyEnded, outdatedFor } from './progress.ts';

/** Also of an outage that was transferred, or a request: somebody still answers it. */
export function correct(action: CorrectAction, outage: Outage): Decision {
  const { at, by } = action;
  const keys = Object.keys(action.changes) as (keyof Correction)[];
  const differing = keys.filter((key) => !same(action.changes[key], outage.report[key]));
  if (differing.length === 0) return nothing;
  if (!isOpen(outage) && outage.state !== 'transferred' && outage.state !== 'requested') return alreadyEnded(outage);
  // It is of no class until it is an outage.
  if (outage.state === 'requested' && ('scenario' in action.changes || 'environment' in action.changes)) return alreadyEnded(outage);
  const outdated = outdatedFor(action, outage);
  if (outdated) return outdated;
  return events({
    type: 'corrected',
    at,
    by: withoutRoles(by),
    changes: pick(action.changes, differing),
    was: pick(outage.report, differing),
  });
}

const pick = (from: Correction | Report, keys: readonly (keyof Correction)[]): Correction =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Correction;

/** Plain data, with its keys in one order. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
