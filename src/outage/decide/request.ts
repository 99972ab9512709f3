/** What is no outage: an ordinary support request. An engineer answers it, or finds that it is an outage. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, late, nothing, outdatedFor, reject, stamp } from '../decision.ts';
import { isOpen, type Outage, type Requested } from '../types/outage.ts';

/** An answer to the reporter; there may be several. */
export function answer(action: ActionOf<'resolve'>, outage: Requested): Decision {
  const { at, by, text } = action;
  if (outage.answer?.text === text && outage.answer.by.id === by.id) return nothing;
  const due = outage.answer ? undefined : outage.request?.plan?.replyBy;
  return outdatedFor(action, outage) ?? accept({ type: 'answered', ...stamp(action), text, ...late(at, due) });
}

/** It goes on the ladder with the whole promise from now on, because the people who work on the queue are not those on call. */
export function promote(action: ActionOf<'promote'>, outage: Outage): Decision {
  const { number, desk, followers, following, webhooks, policy, onCall } = action;
  const published = { ...(webhooks && { webhooks }), ...(following && { following }) };
  if (outage.state === 'requested')
    return accept({ type: 'promoted', ...stamp(action), number, desk, followers, ...published, policy, onCall });
  if (isOpen(outage)) return outage.request ? nothing : reject({ type: 'not-now', state: outage.state });
  return alreadyEnded(outage);
}
