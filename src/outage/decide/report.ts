/** A report becomes an outage or a request, and can be corrected: by the reporter, its scenario and environment by an engineer. */
import type { ActionOf, ReportAction } from '../actions.ts';
import { accept, alreadyEnded, type Decision, nothing, outdatedFor, reject, stamp, withoutRoles } from '../decision.ts';
import { may, type Permission } from '../permissions.ts';
import { isOpen, type Outage } from '../types/outage.ts';
import type { Correction, Report } from '../types/values.ts';

export function report(action: ReportAction, outage: Outage | null): Decision {
  const { outageId, by, takenBy, type: _, request, ...rest } = action;
  const isSame = outage?.reporter.id === by.id && outage.takenBy?.id === takenBy?.id;
  if (outage) return isSame ? nothing : reject({ type: 'unknown-outage' });
  const permission = lacking(action);
  if (permission) return reject({ type: 'not-permitted', permission });
  const plan = request?.plan && { name: request.plan.name, replyBy: action.at + request.plan.replyWithinMs };
  return accept({
    ...rest,
    type: 'reported',
    id: outageId,
    by: withoutRoles(by),
    ...(takenBy && { takenBy: withoutRoles(takenBy) }),
    request: request && { queue: request.queue, plan: plan ?? null },
  });
}

/** What somebody needs who reports; of a call, whoever took it, and a caller who is made the reporter. */
function lacking({ by, takenBy, drill }: ReportAction): Permission | null {
  if (takenBy && !may(takenBy, 'report-for')) return 'report-for';
  if (takenBy?.id === by.id) return null;
  const permission = drill ? 'drill' : 'report';
  return may(by, permission) ? null : permission;
}

/** Also of an outage that was transferred, or a request: somebody still answers it. */
export function correct(action: ActionOf<'correct'>, outage: Outage): Decision {
  const keys = Object.keys(action.changes) as (keyof Correction)[];
  const differing = keys.filter((key) => !same(action.changes[key], outage.report[key]));
  if (differing.length === 0) return nothing;
  if (!isOpen(outage) && outage.state !== 'transferred' && outage.state !== 'requested') return alreadyEnded(outage);
  // A request has no scenario that anybody relies on.
  if (outage.state === 'requested' && ('scenario' in action.changes || 'environment' in action.changes)) return alreadyEnded(outage);
  const [changes, was] = [pick(action.changes, differing), pick(outage.report, differing)];
  return outdatedFor(action, outage) ?? accept({ type: 'corrected', ...stamp(action), changes, was });
}

const pick = (from: Correction | Report, keys: readonly (keyof Correction)[]): Correction =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Correction;

/** Plain data, with its keys in one order. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
