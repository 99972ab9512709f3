/** What is counted, where it comes about. Nobody's name or text is in it: the numbers are read by machines of all kinds. */
import type { NoticeKind } from '../../outage/notices.ts';
import type { DeadlineKind } from '../../outage/promise.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { TroubleKind } from '../watch/troubles.ts';
import type { Findings } from './health.ts';
import type { SendFailure } from './messenger.ts';

/** How a try to deliver ended; `fault`: for a reason of our own. */
export const ATTEMPT_OUTCOMES = ['done', 'skipped', 'refused', 'never', 'ambiguous', 'fault'] as const;
export type AttemptOutcome = Extract<SendFailure, 'refused' | 'never' | 'ambiguous'> | 'done' | 'skipped' | 'fault';

export interface Metrics {
  /** `lateMs`: from its due time until it was decided. */
  deadline(passed: { readonly kind: DeadlineKind; readonly lateMs: number }): void;
  /** `lateMs`: from when it was stored until it was handed to Teams. */
  delivered(sent: { readonly kind: NoticeKind; readonly repeated: boolean; readonly lateMs: number }): void;
  /** A try that ended in another way. */
  attemptEnded(kind: NoticeKind, outcome: Exclude<AttemptOutcome, 'done'>): void;
  /** It is not tried any more. */
  setAside(kind: NoticeKind): void;
  /** A request did not come from Teams. */
  unauthenticated(): void;
  /** A check has ended at `at`, by this bot's clock. `found`: null when the store did not answer. */
  checked(check: {
    readonly at: Instant;
    readonly troubles: readonly TroubleKind[];
    readonly found: { readonly now: Instant; readonly findings: Findings; readonly skewMs: number } | null;
  }): void;
}

export const noMetrics: Metrics = { deadline() {}, delivered() {}, attemptEnded() {}, setAside() {}, unauthenticated() {}, checked() {} };
