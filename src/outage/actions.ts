/** What people and the clock ask of an outage. Time, ids, the actor and who is on call come in with it. */
import type { Absorbed, Joined, Similarity, SimilarOutage } from './types/affected.ts';
import type { DrillDelivery, OutageState, Phase } from './types/outage.ts';
import type { Actor, Instant, OnCall, Person } from './types/person.ts';
import type { Policy } from './types/policy.ts';
import type { Correction, Report } from './types/report.ts';
import type { Follower, Origin, Room, Team } from './types/rooms.ts';

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
/** A request is found to be an outage, and is handled as a new one from then on. */
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
/** Somebody who joined says that it is not their outage after all. */
export type LeaveAction = ByPerson & { readonly type: 'leave' };
/** The number at which somebody who joined can be called. */
export type AddPhoneAction = ByPerson & { readonly type: 'add-phone'; readonly phone: string };
/** Follows from a report, on the earliest of those that look the same. */
export type SuggestMergeAction = Common & {
  readonly type: 'suggest-merge';
  readonly likeness: Similarity;
  readonly others: readonly SimilarOutage[];
};
/** `came`: what became of each message so far; given for a drill alone. */
export type PassDeadlineAction = Common & {
  readonly type: 'pass-deadline';
  readonly onCall: OnCall;
  readonly came?: readonly DrillDelivery[];
};
export type MarkUnreachableAction = Common & { readonly type: 'mark-unreachable'; readonly place: string; readonly reason: string };
/** The thread at the desk may be late, or there at last. `posted`: its first message is confirmed. `afterMs`: how long it may take. */
export type NoteDeskUnreachedAction = Common & { readonly type: 'note-desk-unreached'; readonly afterMs: number; readonly posted: boolean };
export type NoteDeskReachedAction = Common & { readonly type: 'note-desk-reached'; readonly posted: boolean };
/** The records were put back: what happened from `to` until now is not in them. */
export type RestoreAction = Common & { readonly type: 'restore'; readonly to: Instant };

/**
 * Asked by the clock, or by the tool that removes one person. `of` null: everybody's data. Only of outages that ended no later than
 * `endedBefore`.
 */
export type RemovePersonalDataAction = Common & {
  readonly type: 'remove-personal-data';
  readonly of: Person | null;
  readonly endedBefore: Instant;
};

/** What a person does to an outage that exists. */
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
