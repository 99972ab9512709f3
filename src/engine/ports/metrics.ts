/** What is counted. It holds no names and no texts of people, because the metrics are read by other systems. */
import { CHANNELS } from '../../outage/destinations.ts';
import type { OutageEvent } from '../../outage/events.ts';
import { NOTICE_KINDS } from '../../outage/notices.ts';
import type { DeadlineKind } from '../../outage/promise.ts';
import type { FileRefusal } from '../../outage/types/files.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { TroubleKind } from '../watch/troubles.ts';
import type { Findings } from './health.ts';
import type { SendFailure } from './messenger.ts';
import type { Recorded } from './outages.ts';

/** How a delivery attempt ended; `fault`: it failed for a reason of our own. */
export const ATTEMPT_OUTCOMES = ['done', 'skipped', 'refused', 'never', 'ambiguous', 'fault'] as const;
export type AttemptOutcome = Extract<SendFailure, 'refused' | 'never' | 'ambiguous'> | 'done' | 'skipped' | 'fault';

/** What kind of message: of those in Teams which notice, of others over which channel. */
export const MESSAGE_KINDS = [...NOTICE_KINDS, ...CHANNELS.filter((channel) => channel !== 'teams')] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface Metrics {
  /** An action was stored with these events; `recorded`: the outage after them. */
  stored(change: { readonly recorded: Recorded; readonly events: readonly OutageEvent[] }): void;
  /** A file that somebody sent was not taken. */
  fileRefused(why: FileRefusal): void;
  /** A deadline was handled. `lateMs`: from its due time until then. */
  deadline(passed: { readonly kind: DeadlineKind; readonly lateMs: number }): void;
  /** A message was delivered. `lateMs`: from when it was stored until it was sent. */
  delivered(sent: { readonly kind: MessageKind; readonly repeated: boolean; readonly lateMs: number }): void;
  attemptEnded(kind: MessageKind, outcome: Exclude<AttemptOutcome, 'done'>): void;
  setAside(kind: MessageKind): void;
  /** A request did not come from Teams and was answered 401. */
  unauthenticated(): void;
  /** A check ended at `at`, by this bot's clock. `found`: null when the store did not answer. */
  checked(check: {
    readonly at: Instant;
    readonly troubles: readonly TroubleKind[];
    readonly found: { readonly now: Instant; readonly findings: Findings; readonly skewMs: number } | null;
  }): void;
}

export const noMetrics: Metrics = {
  ...{ stored() {}, fileRefused() {}, deadline() {}, delivered() {} },
  ...{ attemptEnded() {}, setAside() {}, unauthenticated() {}, checked() {} },
};
