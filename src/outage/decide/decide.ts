/** An action and the outage give events, or a rejection that carries its data. The same action twice gives no events the second time. */
import type { Action, ActionOf, PersonsAction } from '../actions.ts';
import { accept, type Decision, nothing, reject, withoutRoles } from '../decision.ts';
import { follow, unfollow } from '../follow/decide.ts';
import { may, type Permission } from '../permissions.ts';
import { endedAt, isAnonymous } from '../personal-data.ts';
import { dueFollowUps, followUpDone, review } from '../review/decide.ts';
import { isOpen, type Outage } from '../types/outage.ts';
import { addPhone, join, leave, suggestMerge } from './affected.ts';
import { ask, reply } from './conversation.ts';
import { absorb, confirm, merge, object, pulse, reopen, transfer, withdraw } from './ending.ts';
import { addFiles } from './files.ts';
import { addTicket, removeTicket, setBridge } from './links.ts';
import { acceptHandOver, assist, declineHandOver, handOver, release, takeBack } from './ownership.ts';
import { notePage } from './pages.ts';
import { passDeadline } from './pass-deadline.ts';
import { acknowledge, note, plan, resolve, update } from './progress.ts';
import { correct, report } from './report.ts';
import { answer, promote } from './request.ts';

export function decide(action: Action, outage: Outage | null): Decision {
  if (action.type === 'report') return report(action, outage);
  if (!outage) return reject({ type: 'unknown-outage' });
  switch (action.type) {
    case 'pass-deadline':
      return withReminders(action, outage, passDeadline(action, outage));
    case 'note-page':
      return notePage(action, outage);
    case 'mark-unreachable':
      return markUnreachable(action, outage);
    case 'note-desk-unreached': {
      const { at, afterMs, posted, inPerson } = action;
      const late = !posted && at >= outage.reportedAt + afterMs;
      // An engineer who took it has seen it, and nobody waits for a drill.
      const waits = outage.state === 'reported' && !outage.drill;
      return late && waits && !outage.deskUnreached ? accept({ type: 'desk-unreached', at, inPerson }) : nothing;
    }
    case 'note-desk-reached':
      return action.posted && outage.deskUnreached?.until === null ? accept({ type: 'desk-reached', at: action.at }) : nothing;
    case 'part': {
      const { at, partedBy, parted } = action;
      return outage.absorbed.some(({ id }) => parted.ids.includes(id))
        ? accept({ type: 'parted', at, by: withoutRoles(partedBy), ...parted })
        : nothing;
    }
    case 'suggest-merge':
      return suggestMerge(action, outage);
    case 'restore':
      return restore(action, outage);
    case 'remove-personal-data':
      return removePersonalData(action, outage);
    default: {
      const permission = permissionsFor(action).find((one) => !may(action.by, one, outage));
      if (permission) return reject({ type: 'not-permitted', permission });
      // The people who would have to hear of it are not known any more.
      if (outage.removed && (action.type !== 'follow-up-done' || isAnonymous(outage)))
        return reject({ type: 'not-now', state: outage.state });
      const decision = DECISIONS[action.type] as (action: PersonsAction, outage: Outage) => Decision;
      return decision(action, outage);
    }
  }
}

/** Owners are reminded of what they wanted to do, whatever became of the outage since. */
const withReminders = ({ at, gone = [] }: ActionOf<'pass-deadline'>, outage: Outage, decision: Decision): Decision =>
  'rejection' in decision ? decision : accept(...decision.events, ...dueFollowUps(at, outage, gone));

function restore({ at, to }: ActionOf<'restore'>, outage: Outage): Decision {
  // They may have been reminded after the backup was made.
  const due = dueFollowUps(at, outage, [], false);
  // Nothing when the record says so already, or when somebody acted after it: what they did is known.
  if (!isOpen(outage) || outage.restored?.to === to || outage.lastChange.at > to) return accept(...due);
  return accept({ type: 'restored', at, to }, ...due);
}

function markUnreachable({ at, place, reason, inPerson }: ActionOf<'mark-unreachable'>, { unreachable, removed }: Outage): Decision {
  return unreachable.includes(place) || removed ? nothing : accept({ type: 'place-lost', at, place, reason, inPerson });
}

/** Does nothing when the data is gone, or while the outage may go on; without a person's request, also while it may be reopened. */
function removePersonalData({ at, of, endedBefore }: ActionOf<'remove-personal-data'>, outage: Outage): Decision {
  const ended = endedAt(outage);
  if (ended === null || ended > Math.min(at, endedBefore) || isAnonymous(outage)) return nothing;
  if (of && outage.removed?.of.includes(of.id)) return nothing;
  if (!of && at < ended + outage.policy.reopenWithinMs) return nothing;
  return accept({ type: 'personal-data-removed', at, of });
}

/** The permissions that an action needs. Who shares a file shows it to everybody, as an update. An engineer may correct the scenario and the environment, the reporter all else. */
function permissionsFor(action: PersonsAction): readonly Permission[] {
  if (action.type === 'add-files' && action.shared) return ['add-files', 'update'];
  if (action.type !== 'correct') return [action.type];
  const ofClass = Object.keys(action.changes).map((key) => key === 'scenario' || key === 'environment');
  return [
    ...(ofClass.includes(true) ? (['reclassify'] as const) : []),
    ...(ofClass.includes(false) || ofClass.length === 0 ? (['correct'] as const) : []),
  ];
}

/** How each action of a person is decided. A new one does not compile without its line. */
const DECISIONS: { readonly [type in PersonsAction['type']]: (action: ActionOf<type>, outage: Outage) => Decision } = {
  acknowledge,
  'take-back': takeBack,
  plan,
  update,
  'hand-over': handOver,
  accept: acceptHandOver,
  decline: declineHandOver,
  assist,
  release,
  note,
  ask,
  reply,
  'add-files': addFiles,
  'set-bridge': setBridge,
  'add-ticket': addTicket,
  'remove-ticket': removeTicket,
  correct,
  transfer,
  object,
  withdraw,
  merge,
  absorb,
  resolve: (action, outage) => (outage.state === 'requested' ? answer(action, outage) : resolve(action, outage)),
  confirm,
  review,
  'follow-up-done': followUpDone,
  reopen,
  pulse,
  promote,
  join,
  leave,
  'add-phone': addPhone,
  follow,
  unfollow,
};
