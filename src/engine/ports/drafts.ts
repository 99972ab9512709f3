/** Reports that were begun and not sent, for a day after they were last worked on. */
import type { Instant } from '../../outage/types/values.ts';

/** `data`: the draft as report/ writes it, as JSON. */
export type KeptDraft = { readonly nonce: string; readonly personId: string; readonly data: unknown; readonly touchedAt: Instant };

export interface Drafts {
  /** Stores the draft as it is now. `remind`: whether its person is to be reminded of it, which happens at most once. */
  save(draft: Omit<KeptDraft, 'touchedAt'>, remind: boolean): Promise<void>;
  find(nonce: string): Promise<KeptDraft | null>;
  newestOf(personId: string): Promise<KeptDraft | null>;
  drop(nonce: string): Promise<void>;
  /** Claims, until the lease ends, drafts that were not touched for `afterMs` and whose person was not reminded yet. */
  claimReminders(afterMs: number, limit: number, leaseMs: number): Promise<readonly KeptDraft[]>;
  /** Records, before anything is sent, that the reminder goes out; false: it was touched, sent or dropped since, or another bot was first. */
  beginReminder(draft: KeptDraft): Promise<boolean>;
  /** The reminder certainly did not arrive: it is due again after the pause. */
  postponeReminder(nonce: string, pauseMs: number): Promise<void>;
  /** No reminder will be sent for it, unless it is worked on. */
  cancelReminder(draft: KeptDraft): Promise<void>;
  /** Deletes what is too old; a few at a time, so that no round takes long. */
  deleteOld(): Promise<void>;
}
