/**
 * What is no outage: an ordinary support request. It has a number and a queue of its own, the reply time of the customer's
 * support plan, no ladder and no followers. An engineer answers it, or finds that it is an outage.
 */
import type { PromoteAction, ResolveAction } from '../actions.ts';
import { accept, type Decision, nothing, reject, withoutRoles } from '../decision.ts';
import { isOpen, type Outage, type Requested } from '../types/outage.ts';
import { alreadyEnded, outdatedFor } from './progress.ts';

/** Told to the reporter, and more than once if there is more to say. */
export function answer(action: ResolveAction, outage: Requested): Decision {
  const { at, by, text } = action;
  if (outage.answer?.text === text && outage.answer.by.id === by.id) return nothing;
  return outdatedFor(action, outage) ?? accept({ type: 'answered', at, by: withoutRoles(by), text });
}

/**
 * "It is an outage": on the ladder with the whole promise from now on, because who looks through the queue is not who is
 * on call. It gets the number of an outage; the request's own is still known.
 */
export function promote({ at, by, number, desk, followers, policy, onCall }: PromoteAction, outage: Outage): Decision {
  if (outage.state === 'requested') return accept({ type: 'promoted', at, by: withoutRoles(by), number, desk, followers, policy, onCall });
  if (isOpen(outage)) return outage.request ? nothing : reject({ type: 'not-now', state: outage.state });
  return alreadyEnded(outage);
}
