/**
 * What is no outage: an ordinary support request. It has a number and a queue of its own, the reply time of the customer's
 * support plan, no ladder and no followers. An engineer answers it, or finds that it is an outage.
 */
import { type Decision, events, nothing, type PromoteAction, type ResolveAction, reject, withoutRoles } from '../actions.ts';
import { type Facts, type Instant, isOpen, type Outage, type Person, type Room } from '../outage.ts';
import { alreadyEnded, outdatedFor } from './progress.ts';

export type Request = {
  /** Its own number, by which it is still found when it has become an outage, which has another. */
  readonly number: number;
  /** Where engineers see it. */
  readonly queue: Room;
  /** By which support plan a reply comes, and by when; null: the desk file gives the project none. */
  readonly plan: { readonly name: string; readonly replyBy: Instant } | null;
  /** When it was found to be an outage, and the version that said so; null: it is none so far. */
  readonly promoted: { readonly by: Person; readonly at: Instant; readonly version: number } | null;
};

export type Requested = Facts & {
  readonly state: 'requested';
  /** The last answer that the reporter was given. */
  readonly answer: { readonly by: Person; readonly at: Instant; readonly text: string } | null;
};

/** The request that it is, also when it was withdrawn; null: it is an outage. */
export const requestIn = ({ request }: Pick<Facts, 'request'>): Request | null => (request && !request.promoted ? request : null);

/** Where engineers work on it. */
export const workRoomOf = (outage: Pick<Facts, 'request' | 'desk'>): Room => requestIn(outage)?.queue ?? outage.desk;

/** Told to the reporter, and more than once if there is more to say. */
export function answer(action: ResolveAction, outage: Requested): Decision {
  const { at, by, text } = action;
  if (outage.answer?.text === text && outage.answer.by.id === by.id) return nothing;
  return outdatedFor(action, outage) ?? events({ type: 'answered', at, by: withoutRoles(by), text });
}

/**
 * "It is an outage": on the ladder with the whole promise from now on, because who looks through the queue is not who is
 * on call. It gets the number of an outage; the request's own is still known.
 */
export function promote({ at, by, number, desk, followers, policy, onCall }: PromoteAction, outage: Outage): Decision {
  if (outage.state === 'requested') return events({ type: 'promoted', at, by: withoutRoles(by), number, desk, followers, policy, onCall });
  if (isOpen(outage)) return outage.request ? nothing : reject({ type: 'not-now', state: outage.state });
  return alreadyEnded(outage);
}
