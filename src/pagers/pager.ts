/** What a pager is asked to do, and how the answers of all kinds of them are read. */
import { SendError } from '../engine/ports/messenger.ts';
import type { Outage } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import { type Answer, pauseOf, type request } from '../outward/request.ts';

export type Request = typeof request;

/**
 * `step`: it begins, somebody has it, or it is over. `keys`: one for each time that it paged, oldest first; of one that begins, its own.
 * `thread`: opens the desk's thread; null: there is no such link.
 */
export type Asked = {
  readonly step: 'trigger' | 'acknowledge' | 'resolve';
  readonly keys: readonly string[];
  readonly outage: Outage;
  readonly now: Instant;
  readonly thread: string | null;
  /** Names this message, the same in each attempt. */
  readonly id: string;
};

/** For one attempt, in ms. Less than the lease of a lane. */
export const LIMIT_MS = 8_000;

/** However long a service asks for: the pages of all outages wait meanwhile, and people sleep. */
const LONGEST_PAUSE_MS = 15_000;

/**
 * Throws SendError unless it was taken. `isIdempotent`: what failed inside the other system may be sent again; else nobody knows what
 * became of it. The text of an answer is not quoted, because it may hold what we sent.
 */
export function checkTaken(name: string, answer: Answer, isIdempotent: boolean): void {
  const { status } = answer;
  if (status >= 200 && status < 300) return;
  const asked = pauseOf(answer);
  const retryAfterMs = asked === null ? null : Math.min(asked, LONGEST_PAUSE_MS);
  const details = { status, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
  const isBusy = status === 429 || status === 503 || (isIdempotent && (status >= 500 || status === 408));
  const isUnknown = status >= 500 || status === 408;
  throw new SendError(isBusy ? 'refused' : isUnknown ? 'ambiguous' : 'never', `${name}: ${status}`, details);
}
