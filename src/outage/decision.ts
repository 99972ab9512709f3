/** What an action leads to: events, or a rejection that carries what people need to know about it; and each refusal in one word. */
import type { OutageEvent } from './events.ts';
import type { Permission } from './permissions.ts';
import type { Says } from './types/affected.ts';
import type { Open, Outage, OutageState, Requested } from './types/outage.ts';
import type { Actor, Instant, Person } from './types/values.ts';

export type Rejection =
  | { readonly type: 'unknown-outage' }
  | { readonly type: 'not-permitted'; readonly permission: Permission }
  | { readonly type: 'already-acknowledged'; readonly by: Person; readonly at: Instant }
  /** `by` null: the clock ended it. */
  | { readonly type: 'already-ended'; readonly state: OutageState; readonly by: Person | null; readonly at: Instant }
  /** Somebody changed the outage after the card was drawn; the form is shown again with what was typed. */
  | { readonly type: 'card-outdated'; readonly by: Person; readonly at: Instant }
  /** It makes no sense in this state: nobody has it yet, it is not over, it was not transferred. */
  | { readonly type: 'not-now'; readonly state: OutageState }
  /** It was offered to somebody else (null: to nobody). */
  | { readonly type: 'not-offered'; readonly to: Person | null }
  /** So many questions wait for the reporter already. */
  | { readonly type: 'too-many-questions'; readonly most: number }
  | { readonly type: 'objected-already' }
  /** It is not taken back: it is somebody else's, it was taken otherwise or worked on since, or it is too late for that. */
  | { readonly type: 'stays-taken'; readonly why: 'theirs' | 'in-work' | 'late'; readonly owner: Person; readonly until: Instant }
  | { readonly type: 'too-late'; readonly until: Instant }
  /** They said how it is less than an hour ago. */
  | { readonly type: 'said-already'; readonly says: Says; readonly at: Instant; readonly until: Instant }
  | { readonly type: 'bad-target'; readonly why: 'same' | 'unknown' | 'ended' }
  | { readonly type: 'too-many'; readonly most: number }
  /** They were merged, and somebody said that they are not the same. `into`: the number of the other one. */
  | { readonly type: 'parted'; readonly by: Person; readonly at: Instant; readonly into: number };

export type Decision = { readonly events: readonly OutageEvent[] } | { readonly rejection: Rejection };

/** Accepted, and there is nothing to do: it was done already. */
export const nothing: Decision = { events: [] };
export const reject = (rejection: Rejection): Decision => ({ rejection });
export const accept = (...events: readonly OutageEvent[]): Decision => ({ events });
/** An actor as events keep them: roles may change, and the record may not. */
export const withoutRoles = ({ id, name }: Person): Person => ({ id, name });
/** When and by whom, as the event of an action says it. */
export const stamp = ({ at, by }: { readonly at: Instant; readonly by: Actor }) => ({ at, by: withoutRoles(by) });

/** How late it is after what was promised. `due` undefined: nothing was. */
export const late = (at: Instant, due: Instant | undefined) => (due !== undefined && at > due ? { lateMs: at - due } : {});

/** When it ended and by whom; null: it has not, or the clock ended it. */
export function endOf(outage: Exclude<Outage, Open | Requested>): { readonly at: Instant; readonly by: Person | null } {
  switch (outage.state) {
    case 'transferred':
      return { at: outage.transferredAt, by: outage.transferredBy };
    case 'withdrawn':
      return { at: outage.withdrawnAt, by: outage.withdrawnBy };
    case 'merged':
      return { at: outage.mergedAt, by: outage.mergedBy };
    case 'resolved':
    case 'closed':
      return { at: outage.resolvedAt, by: outage.resolvedBy };
  }
}

/** The rejection of an action that needs an open outage. A request has not ended, but the action makes no sense for it. */
export const alreadyEnded = (outage: Exclude<Outage, Open>): Decision =>
  outage.state === 'requested'
    ? reject({ type: 'not-now', state: outage.state })
    : reject({ type: 'already-ended', state: outage.state, ...endOf(outage) });

/** The rejection when somebody else changed the outage after the form was opened: what was written may be wrong by now. */
export function outdatedFor({ seen, by }: { seen: number | null; by: Actor }, { lastChange }: Outage): Decision | null {
  if (seen === null || lastChange.version <= seen || lastChange.by.id === by.id) return null;
  return reject({ type: 'card-outdated', by: lastChange.by, at: lastChange.at });
}

/** Why somebody was refused, in one word for the record; what they read instead is in words/. */
export type DenialReason =
  | Rejection['type']
  // What is refused before the core is asked:
  /** The report, the draft or the membership among the affected is somebody else's. */
  | 'not-yours'
  /** Too many people would read the answer here. */
  | 'not-here'
  /** Neither the text nor the thread says which outage is meant. */
  | 'no-thread'
  /** The data of the card can't be read, or the card is an old one. */
  | 'unreadable'
  | 'draft-gone'
  | 'old-client'
  | 'rate-limited'
  | 'not-administrator'
  | 'no-desk'
  | 'other-tenant'
  /** Member of no project. */
  | 'not-member'
  /** Member of a project in which nothing can be reported. */
  | 'not-eligible'
  /** Teams did not say which projects they are members of. */
  | 'not-told';
