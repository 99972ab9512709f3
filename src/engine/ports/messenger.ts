/** The chat platform: sending messages, drawing them, asking where the bot is; and the cache for what the platform said. */
import type { Notice } from '../../outage/notices.ts';
import type { FileLinks } from '../../outage/types/files.ts';
import type { Instant, Person, Room } from '../../outage/types/values.ts';
import type { Recorded } from './outages.ts';

export type Address =
  | { readonly to: 'new-thread'; readonly room: Room }
  | { readonly to: 'conversation'; readonly conversationId: string; readonly tenantId: string; readonly serviceUrl?: string }
  | ToPerson
  | ToOne;
/** Their own chat. `orAlone`: where they have none, they alone see it in this conversation. */
export type ToPerson = {
  readonly to: 'person';
  readonly personId: string;
  readonly tenantId: string;
  readonly orAlone?: { readonly conversationId: string; readonly serviceUrl: string };
};
/**
 * A targeted message: one person alone sees it in the conversation, and Teams removes it after a day, so it is never the only place
 * of something. `teamsId`: Teams' id of the person, where it is known. `orInChat`: where Teams does not take it, it goes to their own chat.
 */
export type ToOne = {
  readonly to: 'one';
  readonly personId: string;
  readonly teamsId?: string;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly serviceUrl?: string;
  readonly orInChat: boolean;
};

/** A message that was sent: an edit or a reply needs both ids. */
export type Posted = {
  readonly conversationId: string;
  readonly activityId: string | null;
  /** Teams refused to mention one of these, so their names stand in the message as text. */
  readonly unmentioned?: readonly Person[];
};

/**
 * A drawn message: the card, and the one line that a phone's notification shows. `marks`: the keys of the deliveries that
 * it carries, the same in each attempt; by any of them the message can be found again. `attempt`: of their delivery, from 1 on.
 */
export type Message = { readonly card: object; readonly summary: string; readonly marks?: readonly string[]; readonly attempt?: number };

/** Throws SendError. Each call ends well within the lease of a lane. */
export interface Messenger {
  post(address: Address, message: Message): Promise<Posted>;
  edit(where: Extract<Address, { to: 'conversation' }>, activityId: string, message: Message): Promise<void>;
  /** Where the client opens a thread; null: Teams did not say yet what it takes. */
  linkTo?(thread: Posted, tenantId: string): Promise<string | null>;
  /**
   * Looks for messages whose answer was lost, where reading is granted. Throws nothing, and ends within LOOK_LIMIT_MS.
   * `marks`: one of each message. `since`: none was posted earlier. Returns, by mark, where the message is, or that it is
   * certainly not there. A mark that is not in the map is unknown: reading is not granted or not configured, there was no
   * answer, or the answer proves nothing. Reading lags behind posting: less than SETTLE_MS after the attempt, 'absent' means little.
   */
  find?(address: Address, marks: readonly string[], since: Instant): Promise<ReadonlyMap<string, Posted | 'absent'>>;
}

/**
 * - refused    the message is certainly not there; it may be tried again (429, 412, 502 to 504, no connection)
 * - never      it is not there and never will be (400, 401, 403, 404, 413)
 * - ambiguous  nobody knows (time limit, reset, 500): it may be there
 */
export type SendFailure = 'refused' | 'never' | 'ambiguous';

export class SendError extends Error {
  override name = 'SendError';
  readonly failure: SendFailure;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  /** Ambiguous, but it is most likely not there: the connection had been closed before. It need not wait to be sent again. */
  readonly atOnce: boolean;
  constructor(
    failure: SendFailure,
    message: string,
    details: { status?: number; retryAfterMs?: number; cause?: unknown; atOnce?: boolean } = {},
  ) {
    super(message, { cause: details.cause });
    this.atOnce = details.atOnce ?? false;
    this.failure = failure;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

export type Ping = { readonly notice: Notice; readonly recorded: Recorded };

/**
 * Draws what a notice says, from what is true now. `repeated`: label it as a message that may be there already. `pings`: those in the
 * message that it edits, where what they asked for was given. `threads`: what opens the desk's thread of each outage, by its id.
 * `files`: the addresses of its files. `language`: a BCP 47 tag; left out or empty: what the outage itself says of its readers, else the desk's.
 */
export type Renderer = (
  notice: Notice,
  recorded: Recorded,
  context: {
    now: Instant;
    repeated: boolean;
    pings?: readonly Ping[];
    threads?: ReadonlyMap<string, string>;
    files?: FileLinks;
    reaches?: number | null;
    language?: string;
  },
) => Message;

export type DigestRenderer = (
  pings: readonly Ping[],
  context: { now: Instant; repeated: boolean; threads?: ReadonlyMap<string, string>; reaches?: number | null; language?: string },
) => Message;

/** Facts that only a running bot can find out. Throws nothing, and ends within some seconds. */
export interface Reachability {
  /** Entra object ids with account names (empty: not said); 'refused': the bot is not in it; null: Teams did not answer. */
  members(room: Room): Promise<ReadonlyMap<string, string> | 'refused' | null>;
  /** Whether the bot can write to these people in person; sends them nothing. For a person who is not in it Teams did not answer. */
  chats(personIds: readonly string[], tenantId: string): Promise<ReadonlyMap<string, 'there' | 'refused'>>;
}

/** What the platform said and can be asked for again: profiles, chats, service addresses. Values are JSON. */
export interface Cache {
  /** `mayBeOld`: a text that was read or kept here within the last minute will do, whatever another process did to it since. */
  get(key: string, mayBeOld?: boolean): Promise<unknown>;
  set(key: string, value: unknown, lifeMs?: number): Promise<void>;
  /**
   * Stores what activities say again and again, where it is not stored yet. Whether it is stored is looked up once a minute, so what
   * another process wrote or deleted is corrected after a minute.
   */
  keep(key: string, value: string, lifeMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}
