/** What the timers ask of the store: which deadlines, late threads, unsent reports and personal data are due. */
import type { OnCallNotice } from '../../desk/on-call/changes.ts';
import type { Deadline } from '../../outage/promise.ts';
import type { Instant } from '../../outage/types/values.ts';

/** Deadlines, claimed with a lease: one worker acts; if it dies, another one does when the lease ends. */
export interface DeadlineQueue {
  /** Due and unclaimed ones, earliest first. Handling an outage's deadline rewrites its deadlines, which ends the claim. */
  claimDue(limit: number, leaseMs: number): Promise<readonly (Deadline & { readonly outageId: string })[]>;
  nextDueAt(): Promise<Instant | null>;
}

/** Outages whose first message is late at the desk. The methods must agree on what is due, or the loop that asks them would never sleep. */
export interface Receipts {
  /**
   * Two kinds: outages that nobody has acknowledged and whose first message at the desk has waited for `afterMs`, or was set
   * aside, without the reporter being told; and those where the reporter was told and the message is there now. The oldest
   * first; no drills.
   */
  due(afterMs: number, limit: number): Promise<readonly { readonly outageId: string; readonly reached: boolean }[]>;
  nextDueAt(afterMs: number): Promise<Instant | null>;
}

/** `data`: the draft as report/ writes it, as JSON. */
export type KeptDraft = { readonly nonce: string; readonly personId: string; readonly data: unknown; readonly touchedAt: Instant };

/** `isSent`: an outage has its nonce. `now`: when it was read. What a step needs, in one statement. */
export type FoundDraft = KeptDraft & { readonly isSent: boolean; readonly now: Instant };

/** Reports that were begun and not sent, for a day after they were last worked on. */
export interface Drafts {
  /**
   * Stores the draft as it is now. `before`: its data as it was read; a new draft has none. Throws ConflictError when it was changed
   * or dropped since. `remind`: whether its person is to be reminded of it, which happens at most once.
   */
  save(draft: Omit<KeptDraft, 'touchedAt'> & { readonly before?: unknown }, remind: boolean): Promise<void>;
  find(nonce: string): Promise<FoundDraft | null>;
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

/** Which messages about the on-call schedule went out, for all bots together. */
export interface OnCallNotices {
  /** What is about a moment after `since`, and was told or waits to be tried again. */
  told(since: Instant): Promise<readonly OnCallNotice[]>;
  /** Records, before anything is sent, that it goes out; false: another bot was first, or it waits. */
  begin(notice: OnCallNotice): Promise<boolean>;
  /** It certainly did not arrive: it is due again after the pause. */
  postpone(notice: OnCallNotice, pauseMs: number): Promise<void>;
  /** What was due before this time may have been told although nothing says so, because the store was restored; 0: it never was. */
  knownSince(): Promise<Instant>;
}

/** How long outages keep personal data after their end: of these projects alone, or of all but these. */
export type Retained = { readonly days: number; readonly projects: { readonly only: string } | { readonly allBut: readonly string[] } };

/** What removes personal data from the record of an outage is the event that says so. */
export interface PersonalData {
  /** Outages of these projects, or of all but these, that ended before this time and hold personal data, the earliest first. */
  due(endedBefore: Instant, limit: number, projects: Retained['projects']): Promise<readonly string[]>;
  /** Outages that have ended and hold data of a person who asked, after they were reported, to be forgotten. */
  toForget(limit: number): Promise<readonly { readonly outageId: string; readonly personId: string }[]>;
  /** When this person asked to be forgotten, for a day: the memory of a process may still hold what they entered. Else null. */
  forgottenAt(personId: string): Promise<Instant | null>;
  /** Deletes the remains of what was removed, and denials and on-call overrides that are older than `before`. May be repeated. */
  sweep(before: Instant): Promise<void>;
}
