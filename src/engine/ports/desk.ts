/** The desk's facts: who is on call, and the rooms in Teams that are in use. */

import type { ManyAtOnce } from '../../desk/file/policy.ts';
import type { Override } from '../../desk/on-call/roster.ts';
import type { KnownRoom, Loss, RoomFacts, RoomUse } from '../../desk/rooms.ts';
import type { Chosen } from '../../outage/follow/chosen.ts';
import type { Language } from '../../outage/follow/language.ts';
import type { Numbers } from '../../outage/types/pages.ts';
import type { PersonKey } from '../../outage/types/person-key.ts';
import type { Instant, OnCall, Person } from '../../outage/types/values.ts';
import type { Webhook } from '../../outage/types/webhooks.ts';

/** What the engine asks of the desk file when it acts. Without `manyAtOnce` the desk is never offered a merge. */
export type DeskFacts = {
  readonly onCall: (projectId: string, at: Instant, overrides: readonly Override[]) => OnCall;
  readonly manyAtOnce?: ManyAtOnce;
  /** The webhooks that hear of a project's outages; left out: there are none. */
  readonly webhooks?: (projectId: string) => readonly Webhook[];
  /** Whether a project's news may go to people, or to a room, of this tenant at this moment. */
  readonly mayHear: (tenantId: string, projectId: string, as: 'person' | 'room') => boolean;
  /** Whether this person of this tenant may follow a project's outages at this moment. Throws nothing. Left out: everybody may. */
  readonly mayFollow?: (personId: PersonKey, tenantId: string, projectId: string) => Promise<boolean>;
  /** The day of a reader who chose no zone is the desk's. Left out: UTC. */
  readonly timeZone?: string;
  /** Whether somebody works for the desk at this moment; nobody else reads what it is told in person. Left out: everybody does. */
  readonly isStaff?: (personId: string) => boolean;
  /** null: somebody is no engineer of the desk at this moment. Left out: everybody is one. */
  readonly engineer?: (personId: string) => Person | null;
  /** The numbers of these people, as they may be shown, where a pager calls people and their number is known. Left out: of nobody. */
  readonly numbersOf?: (people: readonly Person[]) => Numbers;
  /** They hear in person that the desk's channel is out of reach. */
  readonly administrators?: readonly Person[];
};

/** Who took a level of on-call by hand, or covers for somebody, and until when. Inside a transaction use its own `overrides`. */
export interface Overrides {
  /** Those that have not ended, in the order in which they were made; all of them have begun. */
  list(): Promise<readonly Override[]>;
  /** The same, with those that ended after this time. */
  since(at: Instant): Promise<readonly Override[]>;
  /** Begins now; when it is made a second time, it begins again. Returns false, and makes nothing, when `until` is over. */
  make(override: Pick<Override, 'personId' | 'target' | 'until'>): Promise<boolean>;
  /** Ends it now; returns whether it held until now. The caller makes sure that only its own person ends it. */
  end(override: Pick<Override, 'personId' | 'target'>): Promise<boolean>;
}

/** Which projects people follow in their own chats, and what they chose to hear. */
export interface Follows {
  /** From now on. What is open there already, they follow one by one. */
  follow(one: { readonly person: Person; readonly tenantId: string; readonly projectId: string }): Promise<void>;
  /** `projectId` null: none any more. Returns how many they followed. */
  unfollow(personId: string, projectId: string | null): Promise<number>;
  projectsOf(personId: string): Promise<readonly string[]>;
  /** Of all that they follow. */
  chosenBy(personId: string): Promise<Chosen>;
  choose(personId: string, chosen: Chosen): Promise<void>;
}

/** Which language a person reads: what they chose, else what Teams said last of their client. */
export interface Languages {
  /** A BCP 47 tag; empty: nothing is known. */
  of(personId: string): Promise<string>;
  chosenBy(personId: string): Promise<Language | null>;
  /** null: that of their client. */
  choose(personId: string, language: Language | null): Promise<void>;
}

/** A calendar that a person subscribed to. `of`: a level, or the id of a person. */
export type Calendar = { readonly personId: string; readonly of: string };

/** Calendars, by a hash of their secret tokens; the tokens themselves are stored nowhere. */
export interface Calendars {
  /** The one that this person had of the same is withdrawn. */
  make(calendar: Calendar & { readonly hash: string }): Promise<void>;
  find(hash: string): Promise<Calendar | null>;
  of(personId: string): Promise<readonly Calendar[]>;
  /** Returns whether there was one. */
  withdraw(calendar: Calendar): Promise<boolean>;
}

/** Gives people the addresses of calendars. */
export type CalendarDesk = Pick<Calendars, 'of' | 'withdraw'> & {
  /** The address, which is said only once. */
  make(calendar: Calendar): Promise<string>;
};

/** A room where something changed for the desk's messages. `told`: the loss that the desk was last told of; null: none, or that it ended. */
export type RoomChange = KnownRoom & { readonly told: Loss | null };

/** What is known of channels and group chats beyond the desk file: what administrators chose them for, and where nothing arrives. */
export interface Rooms {
  /** In the order in which they were chosen. */
  all(): Promise<readonly KnownRoom[]>;
  /** An administrator chose a room in Teams. They did it in that room, so messages arrive there. A new desk replaces the old one. */
  choose(room: RoomFacts, use: RoomUse): Promise<void>;
  release(conversationId: string): Promise<void>;
  /** Does nothing for a room that is not known. */
  rename(conversationId: string, name: string): Promise<void>;
  /** Nothing arrives in these rooms any more. An empty name keeps the known one. */
  lose(rooms: readonly RoomFacts[], why: Loss): Promise<void>;
  /** Messages arrive again in those of these rooms that were lost for one of these reasons. */
  regain(conversationIds: readonly string[], reasons: readonly Loss[]): Promise<void>;
  /** Changes that the desk has not been told of: rooms that were lost, and lost ones that are back. */
  changesToTell(): Promise<readonly RoomChange[]>;
  /** The desk has been told of these changes, as they were read. */
  markTold(changes: readonly RoomChange[]): Promise<void>;
}
