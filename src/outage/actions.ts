/** What people and the clock ask of an outage, and the reasons for a no. Time, ids, the actor and who is on call come in with it. */
import type { OutageEvent } from './events.ts';
import type { Joined, Similarity, SimilarOutage } from './joined.ts';
import type {
  Absorbed,
  Actor,
  Correction,
  DrillDelivery,
  Follower,
  Instant,
  OnCall,
  Origin,
  OutageState,
  Person,
  Phase,
  Policy,
  Report,
  Room,
  Team,
} from './outage.ts';
import type { Permission } from './permissions.ts';

type Common = { readonly outageId: string; readonly at: Instant };
type ByPerson = Common & { readonly by: Actor };
/** The version that the card showed; null when it was typed. */
type Seen = { readonly seen: number | null };
/** It may put the outage back on the ladder, which calls people. */
type MayCall = ByPerson & { readonly onCall: OnCall };

export type ReportAction = MayCall & {
  readonly type: 'report';
  readonly number: number;
  readonly report: Report;
  readonly origin: Origin;
  readonly desk: Room;
  readonly followers: readonly Follower[];
  readonly policy: Policy;
  readonly drill: { readonly mentions: boolean } | null;
  /** null: it is an outage. `plan`: of the project; null: it has none. */
  readonly request: { readonly queue: Room; readonly plan: { readonly name: string; readonly replyWithinMs: number } | null } | null;
};
/** A request is found to be an outage: from now on all is as it is for a new one. */
export type PromoteAction = MayCall & Pick<ReportAction, 'number' | 'desk' | 'followers' | 'policy'> & { readonly type: 'promote' };
export type AcknowledgeAction = ByPerson & { readonly type: 'acknowledge' };
/** What the owner looks at first (null: as it is), and when the next update comes (null: as it is). */
export type PlanAction = ByPerson & { readonly type: 'plan'; readonly firstLook: string | null; readonly nextUpdateInMs: number | null };
export type UpdateAction = ByPerson &
  Seen & {
    readonly type: 'update';
    /** Empty: there is nothing new. */
    readonly text: string;
    readonly phase: Phase | null;
    /** null: the cadence of the policy. */
    readonly nextUpdateInMs: number | null;
  };
export type HandOverAction = ByPerson & { readonly type: 'hand-over'; readonly to: Person };
export type AcceptAction = ByPerson & { readonly type: 'accept' };
export type DeclineAction = ByPerson & { readonly type: 'decline' };
export type AssistAction = ByPerson & { readonly type: 'assist'; readonly person: Person };
export type ReleaseAction = MayCall & Seen & { readonly type: 'release'; readonly reason: string };
export type NoteAction = ByPerson & { readonly type: 'note'; readonly text: string; readonly shown: boolean };
export type CorrectAction = ByPerson & Seen & { readonly type: 'correct'; readonly changes: Correction };
export type TransferAction = ByPerson &
  Seen & {
    readonly type: 'transfer';
    readonly team: Team;
    readonly reason: string;
    /** The customer's support plan, and how long a reply may take by it. */
    readonly plan: { readonly name: string; readonly replyWithinMs: number };
  };
export type ObjectAction = MayCall & { readonly type: 'object'; readonly reason: string };
export type WithdrawAction = ByPerson & { readonly type: 'withdraw'; readonly reason: string };
/** `into`: the other outage as it is at that moment; null: there is none. */
export type MergeAction = ByPerson &
  Seen & {
    readonly type: 'merge';
    readonly intoId: string;
    readonly into: { readonly number: number; readonly state: OutageState } | null;
  };
/** Follows from a merge, on the other outage. `joined`: who had joined the one that was merged. */
export type AbsorbAction = ByPerson & { readonly type: 'absorb'; readonly merged: Absorbed; readonly joined: readonly Joined[] };
export type ResolveAction = ByPerson & Seen & { readonly type: 'resolve'; readonly text: string };
export type ConfirmAction = ByPerson & { readonly type: 'confirm' };
export type ReopenAction = MayCall & { readonly type: 'reopen'; readonly reason: string };
export type JoinAction = ByPerson & { readonly type: 'join' } & Pick<Joined, 'project' | 'environment' | 'contact' | 'said' | 'origin'>;
/** It is not theirs after all. */
export type LeaveAction = ByPerson & { readonly type: 'leave' };
/** How whoever joined can be called. */
export type AddPhoneAction = ByPerson & { readonly type: 'add-phone'; readonly phone: string };
/** Follows from a report, on the earliest of those that look the same. */
export type SuggestMergeAction = Common & {
  readonly type: 'suggest-merge';
  readonly likeness: Similarity;
  readonly others: readonly SimilarOutage[];
};
/** `came`: what became of each message so far; asked for a drill alone. */
export type PassDeadlineAction = Common & {
  readonly type: 'pass-deadline';
  readonly onCall: OnCall;
  readonly came?: readonly DrillDelivery[];
};
export type MarkUnreachableAction = Common & { readonly type: 'mark-unreachable'; readonly place: string; readonly reason: string };
/** The thread of the desk may be late, or there at last. `posted`: its first message is confirmed. `afterMs`: so long it may take. */
export type NoteDeskUnreachedAction = Common & { readonly type: 'note-desk-unreached'; readonly afterMs: number; readonly posted: boolean };
export type NoteDeskReachedAction = Common & { readonly type: 'note-desk-reached'; readonly posted: boolean };
/** The records were put back: what happened from `to` until now is not in them. */
export type RestoreAction = Common & { readonly type: 'restore'; readonly to: Instant };

/** By the clock, or by who answers for a person's rights. `of`: null: everybody's. Only of what ended no later than `endedBefore`. */
export type RemovePersonalDataAction = Common & {
  readonly type: 'remove-personal-data';
  readonly of: Person | null;
  readonly endedBefore: Instant;
};

/** What a person does to an outage that is there. */
export type PersonsAction =
  | AcknowledgeAction
  | PlanAction
  | UpdateAction
  | HandOverAction
  | AcceptAction
  | DeclineAction
  | AssistAction
  | ReleaseAction
  | NoteAction
  | CorrectAction
  | TransferAction
  | ObjectAction
  | WithdrawAction
  | MergeAction
  | AbsorbAction
  | ResolveAction
  | ConfirmAction
  | ReopenAction
  | PromoteAction
  | JoinAction
  | LeaveAction
  | AddPhoneAction;
export type Action =
  | ReportAction
  | PersonsAction
  | SuggestMergeAction
  | PassDeadlineAction
  | MarkUnreachableAction
  | NoteDeskUnreachedAction
  | NoteDeskReachedAction
  | RestoreAction
  | RemovePersonalDataAction;
export const ACTION_TYPES = [
  'report',
  'acknowledge',
  'plan',
  'update',
  'hand-over',
  'accept',
  'decline',
  'assist',
  'release',
  'note',
  'correct',
  'transfer',
  'object',
  'withdraw',
  'merge',
  'absorb',
  'resolve',
  'confirm',
  'reopen',
  'promote',
  'join',
  'leave',
  'add-phone',
  'suggest-merge',
  'pass-deadline',
  'mark-unreachable',
  'note-desk-unreached',
  'note-desk-reached',
  'restore',
  'remove-personal-data',
] as const satisfies readonly Action['type'][];

export type Rejection =
  | { readonly type: 'unknown-outage' }
  | { readonly type: 'not-permitted'; readonly permission: Permission }
  | { readonly type: 'already-acknowledged'; readonly by: Person; readonly at: Instant }
  /** `by` null: the clock ended it. */
  | { readonly type: 'already-ended'; readonly state: OutageState; readonly by: Person | null; readonly at: Instant }
  /** Somebody changed the outage after the card was drawn; what was typed is not lost, it is asked again. */
  | { readonly type: 'card-outdated'; readonly by: Person; readonly at: Instant }
  /** It makes no sense in this state: nobody has it yet, it is not over, it was not transferred. */
  | { readonly type: 'not-now'; readonly state: OutageState }
  /** It was offered to somebody else (null: to nobody). */
  | { readonly type: 'not-offered'; readonly to: Person | null }
  | { readonly type: 'objected-already' }
  | { readonly type: 'too-late'; readonly until: Instant }
  | { readonly type: 'bad-target'; readonly why: 'same' | 'unknown' | 'ended' };
export type Decision = { readonly events: readonly OutageEvent[] } | { readonly rejection: Rejection };

export const nothing: Decision = { events: [] };
export const reject = (rejection: Rejection): Decision => ({ rejection });
export const events = (...happened: readonly OutageEvent[]): Decision => ({ events: happened });
export const withoutRoles = ({ id, name }: Person): Person => ({ id, name });
