/** What people and the clock ask of an outage. Time, ids, the actor and who is on call come in with it. */

import type { Noise } from './follow/chosen.ts';
import type { FollowUp } from './review/review.ts';
import type { Absorbed, Joined, Says, Similarity, SimilarOutage } from './types/affected.ts';
import type { OutageFile } from './types/files.ts';
import type { Ticket } from './types/links.ts';
import type { DrillDelivery, Facts, OutageState, Phase } from './types/outage.ts';
import type { Numbers, PageName, PageOutcome } from './types/pages.ts';
import type { Actor, Correction, FollowingFirst, Instant, OnCall, Person, Room, Team } from './types/values.ts';
import type { Published } from './types/webhooks.ts';

type Common = { readonly outageId: string; readonly at: Instant };
type ByPerson = Common & { readonly by: Actor };
/** The version that the card showed; null when it was typed. */
type Seen = { readonly seen: number | null };
/** It may put the outage back on the ladder, which calls people. */
type MayCall = ByPerson & { readonly onCall: OnCall };
/** The numbers of those on call that pagers can call; left out: none. */
type MayPage = { readonly onCall: OnCall; readonly numbers?: Numbers };

/** It makes the person the owner of what nobody has. `onCall`: at that moment; not there: it has an owner. */
type MayTake = ByPerson & { readonly onCall?: OnCall };

/** `inPerson`: who is called so when nothing arrives in the desk's channel. */
type InPerson = Common & { readonly inPerson?: readonly Person[] };

export type ReportAction = MayCall &
  Partial<Published> &
  FollowingFirst &
  Pick<Facts, 'number' | 'report' | 'origin' | 'desk' | 'followers' | 'policy' | 'maintenance'> & {
    readonly type: 'report';
    /** Who took the call, where it came by phone; `by` is the caller, or the same person where Teams does not know the caller. */
    readonly takenBy?: Actor;
    readonly drill: { readonly mentions: boolean } | null;
    /** null: it is an outage. `plan`: of the project; null: it has none. */
    readonly request: { readonly queue: Room; readonly plan: { readonly name: string; readonly replyWithinMs: number } | null } | null;
  };

/** What a person does to an outage that exists. */
export type PersonsAction =
  | (MayTake & { readonly type: 'acknowledge'; readonly byReaction?: true })
  /** It was taken by a reaction of theirs, which was not meant so. */
  | (MayCall & MayPage & { readonly type: 'take-back' })
  /** What the owner looks at first (null: as it is), and when the next update comes (null: as it is). */
  | (ByPerson & { readonly type: 'plan'; readonly firstLook: string | null; readonly nextUpdateInMs: number | null })
  /** An empty text: there is nothing new. `nextUpdateInMs` null: the cadence of the policy. */
  | (MayTake &
      Seen & { readonly type: 'update'; readonly text: string; readonly phase: Phase | null; readonly nextUpdateInMs: number | null })
  | (ByPerson & { readonly type: 'hand-over'; readonly to: Person })
  | (ByPerson & { readonly type: 'accept' })
  | (ByPerson & { readonly type: 'decline' })
  | (ByPerson & { readonly type: 'assist'; readonly person: Person })
  | (MayCall & Seen & { readonly type: 'release'; readonly reason: string })
  /** Somebody affected says how it is. `text`: what they wrote about it; empty: nothing. Once it has ended, it may reopen it. */
  | (MayCall & { readonly type: 'pulse'; readonly says: Says; readonly text: string })
  /** `works`: its reporter says that it works again. `whileOpen`: it is refused once the outage has ended. */
  | (ByPerson & {
      readonly type: 'note';
      readonly text: string;
      readonly shown: boolean;
      readonly works?: boolean;
      readonly whileOpen?: true;
    })
  /** To the reporter alone. `choices`: replies that they can give with one tap. */
  | (MayTake & Seen & { readonly type: 'ask'; readonly text: string; readonly choices: readonly string[] })
  /** `question`: the number of the event that asked it. */
  | (ByPerson & { readonly type: 'reply'; readonly question: number; readonly text: string })
  /** Files that the store has. `shared`: they came with an update, so everybody who hears of the outage sees them. */
  | (ByPerson & { readonly type: 'add-files'; readonly files: readonly OutageFile[]; readonly shared: boolean })
  /** `url` empty: there is none any more. `shared`: its reporter may join it too. Whether its host is allowed, the desk file says. */
  | (ByPerson & { readonly type: 'set-bridge'; readonly url: string; readonly shared: boolean })
  | (ByPerson & { readonly type: 'add-ticket'; readonly ticket: Ticket })
  /** `ticket`: as it is named; it may be that of an address by its last part. */
  | (ByPerson & { readonly type: 'remove-ticket'; readonly ticket: Ticket })
  | (ByPerson & Seen & { readonly type: 'correct'; readonly changes: Correction })
  /** `plan`: the customer's support plan, and how long a reply may take by it. */
  | (MayTake &
      Seen & {
        readonly type: 'transfer';
        readonly team: Team;
        readonly reason: string;
        readonly plan: { readonly name: string; readonly replyWithinMs: number };
      })
  | (MayCall & { readonly type: 'object'; readonly reason: string })
  | (ByPerson & { readonly type: 'withdraw'; readonly reason: string })
  /** `into`: the other outage as it is at that moment; null: there is none. */
  | (MayTake &
      Seen & {
        readonly type: 'merge';
        readonly intoId: string;
        readonly into: (Pick<Facts, 'id' | 'number' | 'absorbed' | 'apart'> & { readonly state: OutageState }) | null;
      })
  /** Follows from a merge, on the other outage. `joined`: who had joined the one that was merged. */
  /** `following`: who follows the merged one, which is of the project `projectId`. */
  | (ByPerson &
      FollowingFirst & {
        readonly type: 'absorb';
        readonly merged: Absorbed;
        readonly joined: readonly Joined[];
        readonly projectId: string;
      })
  | (MayTake & Seen & { readonly type: 'resolve'; readonly text: string })
  | (ByPerson & { readonly type: 'confirm' })
  /** After the end. `place`: where a follow-up stands among those that the form shows. */
  | (ByPerson &
      Seen & {
        readonly type: 'review';
        readonly cause: string;
        readonly helped: string;
        readonly followUps: readonly (Omit<FollowUp, 'id'> & { readonly place: number })[];
      })
  | (ByPerson & { readonly type: 'follow-up-done'; readonly id: number })
  | (MayCall & { readonly type: 'reopen'; readonly reason: string })
  /** A request is found to be an outage, and is handled as a new one from then on. */
  | (MayCall & Partial<Published> & FollowingFirst & Pick<Facts, 'number' | 'desk' | 'followers' | 'policy'> & { readonly type: 'promote' })
  | (ByPerson & Pick<Joined, 'project' | 'environment' | 'contact' | 'said' | 'origin'> & { readonly type: 'join' })
  /** In their own chat. `tenantId`: theirs. */
  | (ByPerson & { readonly type: 'follow'; readonly tenantId: string; readonly noise: Noise })
  | (ByPerson & { readonly type: 'unfollow' })
  /** Somebody who joined says that it is not their outage after all. */
  | (ByPerson & { readonly type: 'leave' })
  /** The number at which somebody who joined can be called. */
  | (ByPerson & { readonly type: 'add-phone'; readonly phone: string });

export type Action =
  | ReportAction
  | PersonsAction
  /** Follows when a merged outage goes on by itself, on what it was part of. `ids`: it, and what had been merged into it. */
  | (Common & {
      readonly type: 'part';
      readonly partedBy: Person;
      readonly parted: { readonly number: number; readonly ids: readonly string[] };
    })
  /** Follows from a report, on the earliest of those that look the same. */
  | (Common & { readonly type: 'suggest-merge'; readonly likeness: Similarity; readonly others: readonly SimilarOutage[] })
  /** `came`: what became of each message so far; given for a drill alone. */
  | (Common &
      MayPage & {
        readonly type: 'pass-deadline';
        readonly came?: readonly DrillDelivery[];
        /** The pages that waited too long and that pagers have taken all the same, by the ledger. */
        readonly taken?: readonly PageName[];
        /** The owners of follow-ups that are due who are no engineers any more. */
        readonly gone?: readonly string[];
      })
  /** What came of a page, as its pager says it. */
  | (Common & MayPage & PageName & { readonly type: 'note-page'; readonly outcome: PageOutcome })
  | (InPerson & { readonly type: 'mark-unreachable'; readonly place: string; readonly reason: string })
  /** The thread at the desk may be late, or there at last. `posted`: its first message is confirmed. `afterMs`: how long it may take. */
  | (InPerson & { readonly type: 'note-desk-unreached'; readonly afterMs: number; readonly posted: boolean })
  | (Common & { readonly type: 'note-desk-reached'; readonly posted: boolean })
  /** The records were put back: what happened from `to` until now is not in them. */
  | (Common & { readonly type: 'restore'; readonly to: Instant })
  /** Of outages that ended no later than `endedBefore`. `of` null: everybody's data, by the clock; else one person's, by the tool. */
  | (Common & { readonly type: 'remove-personal-data'; readonly of: Person | null; readonly endedBefore: Instant });

export type ActionOf<Type extends Action['type']> = Extract<Action, { type: Type }>;
