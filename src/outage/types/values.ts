/** What an outage is made of: who acts and who is called, where people read and write, what was reported, and what was promised. */

import type { Chosen, Noise } from '../follow/chosen.ts';
import type { PersonKey } from './person-key.ts';

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

/** The beginning of a text: at most `limit` UTF-16 units, cut at a whole character. */
export const cutTo = (text: string, limit: number): string => text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');

export type Person = {
  /** The only identity that is trusted: never a name or an e-mail address. */
  readonly id: PersonKey;
  readonly name: string;
};

/** Each person once. */
export const everybodyOnce = (people: readonly Person[]): readonly Person[] => [...new Map(people.map((one) => [one.id, one])).values()];

/** A place that is lost in the record: not a conversation, but mentions of a person, whose id follows. */
export const NOT_MENTIONED = 'mention:person:';

export type Role = 'engineer' | 'dispatcher' | 'customer' | 'administrator' | 'customer-administrator' | 'client' | 'stakeholder';
export type Actor = Person & { readonly roles: readonly Role[] };

export const LEVELS = ['primary', 'secondary', 'duty-manager'] as const;
export type Level = (typeof LEVELS)[number];

/** Who is on call at one moment. It comes in with the action: the core does not know the desk file. */
export type OnCall = { readonly [level in Level]: readonly Person[] };

/** How an outage came back to the ladder. `mistake`: a reaction took it, and the person had not meant that. */
export type BackBy = 'release' | 'objection' | 'reopening' | 'mistake';

export type Called = { readonly person: Person; readonly level: Level | 'owner' };

type ConversationAddress = { readonly conversationId: string; readonly tenantId: string; readonly serviceUrl: string };

/** Where the report was made. `cardId` is the card that the reporter pressed Done on; it is edited to show the state. */
export type Origin = ConversationAddress & {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly cardId: string | null;
  /** There is no card yet that others see: the first message about the outage opens its thread, or card, there. */
  readonly opens?: true;
};

/**
 * Where somebody hears of what another person reported for them: in their own chat, which is found when something is sent. `isTold`: false
 * where the reporter is whoever took the call, who is told nothing of what the customer waits for.
 */
export const ownChatIn = (tenantId: string, isTold: boolean): Origin => ({
  kind: 'personal',
  conversationId: '',
  tenantId,
  serviceUrl: '',
  cardId: null,
  ...(isTold && { opens: true }),
});
export const isOwnChat = ({ conversationId }: InConversation): boolean => conversationId === '';
/** Whether the customer reads there. Nobody does after a call of somebody whom Teams does not know. */
export const isRead = ({ conversationId, opens }: Origin): boolean => conversationId !== '' || opens === true;

/** A channel in which each outage gets a thread of its own, or a group chat in which it gets a card. */
export type Room = { readonly kind: 'channel' | 'groupChat'; readonly conversationId: string; readonly tenantId: string };
/** For whom a room that follows is: people of the customer, the desk's own, or those who decide. Each reads other parts of an outage. */
export const AUDIENCES = ['customer', 'internal', 'executive'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** `audience`: customer without it, as in records of older versions. */
export type Follower = Room & Chosen & { readonly id: string; readonly audience?: Audience };

/**
 * Somebody who follows in their own chat. `tenantId`: theirs. `version`: of the outage when they began; they hear nothing that is older.
 * `of`: the id of the outage that they followed, and with which they came here.
 */
export type Following = {
  readonly person: Person;
  readonly tenantId: string;
  readonly noise: Noise;
  readonly version: number;
  readonly of?: string;
};
/** One of those who follow, found without reading all: thousands may, and each of their messages asks. */
export function followingIn({ following }: { readonly following: readonly Following[] }, personId: string): Following | undefined {
  const known = followingById.get(following) ?? new Map(following.map((one) => [one.person.id, one]));
  followingById.set(following, known);
  return known.get(personId);
}
const followingById = new WeakMap<readonly Following[], ReadonlyMap<string, Following>>();
export type FollowingFirst = { readonly following?: readonly Omit<Following, 'version' | 'of'>[] };

/** The team that answers when it is no outage. `room`: where they hear of it. */
export type Team = { readonly id: string; readonly name: string; readonly room: Room | null };

/** The channel or chat of a conversation: Teams names each thread of a channel by the channel and its first message. */
export const roomIdOf = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

type InConversation = { readonly conversationId: string };
export const inSameRoom = (one: InConversation, other: InConversation): boolean =>
  roomIdOf(one.conversationId) === roomIdOf(other.conversationId);

export type Contact = {
  readonly name: string;
  readonly email: string;
  /** With its country code and extension, as libphonenumber-js writes it for people: "+1 206 555 0100 ext. 5". */
  readonly phone: string;
  readonly aroundTheClock: boolean;
  /** Who else can be reached when the reporter can't; name and number as typed. */
  readonly secondContact: string;
  /** IANA time zone; times that only the reporter reads are in it. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
};

/** The answer to a question of the scenario; the question is kept as it was then. */
export type Answer = { readonly id: string; readonly question: string; readonly answer: string };

/** What was reported. Names are kept as they were then: the desk file may change, the record may not. */
export type Report = {
  readonly project: { readonly id: string; readonly name: string };
  readonly environment: { readonly id: string; readonly name: string; readonly url: string };
  readonly scenario: { readonly id: string; readonly title: string };
  readonly title: string;
  readonly description: string;
  /** null: the reporter is not sure. */
  readonly beganAt: Instant | null;
  /** What the reporter typed for it, where that could not be read. */
  readonly beganSaid?: string;
  readonly affected: string;
  readonly impact: string;
  readonly recentChanges: string;
  /** In the order in which they were asked; a question without an answer is not in it. */
  readonly answers: readonly Answer[];
  /** Of the message in Teams that the report began with. */
  readonly link?: string;
  readonly contact: Contact;
  /** For whom it was reported, as the reporter wrote it; absent: for themselves. */
  readonly onBehalfOf?: string;
};

export type Correction = Partial<Omit<Report, 'project' | 'answers' | 'link' | 'beganSaid'>>;

/** The scenario which says that nothing in the list fits, and that of a request for which none was chosen. */
export const NOT_LISTED = 'not-listed';
export const NO_SCENARIO = 'none';

/** Whether a scenario says what is down. Two outages whose scenario does not are not similar because of it. */
export const isTelling = (scenarioId: string): boolean => scenarioId !== NOT_LISTED && scenarioId !== NO_SCENARIO;

/** What rings. `callsPeople`: it needs the number of each person. Otherwise it pages a service of its own, once. */
export type Pager = { readonly id: string; readonly callsPeople: boolean };

export type Rung = {
  readonly afterMs: number;
  readonly kind: 'reminder' | 'last-call';
  readonly levels: readonly Level[];
  readonly direct: boolean;
  /** Left out: nothing rings. Records of older versions do not say it. */
  readonly page?: readonly Pager[];
};

export type Ladder = {
  readonly acknowledgeWithinMs: number;
  readonly rungs: readonly Rung[];
  readonly breach: Pick<Rung, 'levels' | 'direct' | 'page'> & { readonly repeatEveryMs: number };
};

/** The promise, its ladder and the cadence, as they were on submission. */
export type Policy = Ladder & {
  /** The ladder after a release, an objection or a reopening. */
  readonly again: Ladder;
  /** The cadence, and that of an outage which has lasted longer than `laterAfterMs`. */
  readonly updateEveryMs: number;
  readonly laterAfterMs: number;
  readonly laterUpdateEveryMs: number;
  readonly nudgeEveryMs: number;
  /** The reporter is reminded once of a question that they have not replied to. Records of older versions do not say it. */
  readonly replyReminderMs?: number;
  /** How long after the end the reporter may say that it is not over. */
  readonly reopenWithinMs: number;
  /** So many others for whom it is still down reopen it, or all of them where they are fewer. Older records: only the reporter does. */
  readonly reopenAtStillDown?: number;
  /** A resolved outage is closed after this time if nobody contradicts. */
  readonly closeAfterMs: number;
};
