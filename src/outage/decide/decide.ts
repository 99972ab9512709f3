/**
 * What may happen to an outage: an action and the outage give events, or a rejection that carries its data.
 * The same action twice gives no events the second time. Nothing here reads a clock.
 */
import {
  type Action,
  type Decision,
  events,
  type MarkUnreachableAction,
  nothing,
  type PersonsAction,
  type ReportAction,
  reject,
  withoutRoles,
} from '../actions.ts';
import { isOpen, type Outage } from '../outage.ts';
import { may, type Permission } from '../permissions.ts';
import { removePersonalData } from '../personal-data.ts';
import { addPhone, join, leave, suggestMerge } from './affected.ts';
import { correct } from './correct.ts';
import { absorb, confirm, merge, object, reopen, transfer, withdraw } from './ending.ts';
import { accept, assist, decline, handOver, release } from './ownership.ts';
import { passDeadline } from './pass-deadline.ts';
import { acknowledge, note, plan, resolve, update } from './progress.ts';
import { answer, promote } from './request.ts';

export function decide(action: Action, outage: Outage | null): Decision {
  if (action.type === 'report') return report(action, outage);
  if (!outage) return reject({ type: 'unknown-outage' });
  switch (action.type) {
    case 'pass-deadline':
      return passDeadline(action, outage);
    case 'mark-unreachable':
      return markUnreachable(action, outage);
    case 'note-desk-unreached': {
      const { at, afterMs, posted } = action;
      const late = !posted && at >= outage.reportedAt + afterMs;
      // Who took it has seen it, and nobody waits for a drill.
      const waits = outage.state === 'reported' && !outage.drill;
      return late && waits && !outage.deskUnreached ? events({ type: 'desk-unreached', at }) : nothing;
    }
    case 'note-desk-reached':
      return action.posted && outage.deskUnreached?.until === null ? events({ type: 'desk-reached', at: action.at }) : nothing;
    case 'suggest-merge':
      return suggestMerge(action, outage);
    case 'restore': {
      // Nothing when it is on the record already, or when somebody spoke after it: what they said is known.
      const { at, to } = action;
      if (!isOpen(outage) || outage.restored?.to === to || outage.lastChange.at > to) return nothing;
      return events({ type: 'restored', at, to });
    }
    case 'remove-personal-data':
      return removePersonalData(action, outage);
    default: {
      const permission = permissionsFor(action).find((one) => !may(action.by, one, outage));
      if (permission) return reject({ type: 'not-permitted', permission });
      // Who would have to hear of it, or had it, is not known any more.
      return outage.removed ? reject({ type: 'not-now', state: outage.state }) : decideForPerson(action, outage);
    }
  }
}

function markUnreachable({ at, place, reason }: MarkUnreachableAction, { unreachable, removed }: Outage): Decision {
  return unreachable.includes(place) || removed ? nothing : events({ type: 'place-lost', at, place, reason });
}

/** All that it needs. Of a correction it depends on what is changed: the class is the desk's to say, all else the reporter's. */
function permissionsFor(action: PersonsAction): readonly Permission[] {
  if (action.type !== 'correct') return [action.type];
  const ofClass = Object.keys(action.changes).map((key) => key === 'scenario' || key === 'environment');
  return [
    ...(ofClass.includes(true) ? (['reclassify'] as const) : []),
    ...(ofClass.includes(false) || ofClass.length === 0 ? (['correct'] as const) : []),
  ];
}

function report(action: ReportAction, outage: Outage | null): Decision {
  if (outage) return outage.reporter.id === action.by.id ? nothing : reject({ type: 'unknown-outage' });
  const permission = action.drill ? 'drill' : 'report';
  if (!may(action.by, permission)) return reject({ type: 'not-permitted', permission });
  const { outageId, by, type: _, request, ...rest } = action;
  const plan = request?.plan && { name: request.plan.name, replyBy: action.at + request.plan.replyWithinMs };
  return events({
    ...rest,
    type: 'reported',
    id: outageId,
    by: withoutRoles(by),
    request: request && { queue: request.queue, plan: plan ?? null },
  });
}

function decideForPerson(action: PersonsAction, outage: Outage): Decision {
  switch (action.type) {
    case 'acknowledge':
      return acknowledge(action, outage);
    case 'plan':
      return plan(action, outage);
    case 'update':
      return update(action, outage);
    case 'hand-over':
      return handOver(action, outage);
    case 'accept':
      return accept(action, outage);
    case 'decline':
      return decline(action, outage);
    case 'assist':
      return assist(action, outage);
    case 'release':
      return release(action, outage);
    case 'note':
      return note(action, outage);
    case 'correct':
      return correct(action, outage);
    case 'transfer':
      return transfer(action, outage);
    case 'object':
      return object(action, outage);
    case 'withdraw':
      return withdraw(action, outage);
    case 'merge':
      return merge(action, outage);
    case 'absorb':
      return absorb(action, outage);
    case 'resolve':
      return outage.state === 'requested' ? answer(action, outage) : resolve(action, outage);
    case 'confirm':
      return confirm(action, outage);
    case 'reopen':
      return reopen(action, outage);
    case 'promote':
      return promote(action, outage);
    case 'join':
      return join(action, outage);
    case 'leave':
      return leave(action, outage);
    case 'add-phone':
      return addPhone(action, outage);
    default:
      throw new Error(`unknown action ${(action satisfies never as PersonsAction).type}`);
  }
}
