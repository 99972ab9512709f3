/**
 * The tables, the same on both databases. All times are ms since the epoch, UTC; yes and no are 1 and 0.
 * `outage_event` is the truth; `delivery` and `deadline` are the work that follows from it.
 */
import type { Generated } from 'kysely';
import type { Loss, RoomUse } from '../desk/rooms.ts';
import type { DenialReason } from '../outage/denial-reasons.ts';
import type { OutageEventType } from '../outage/events.ts';
import type { NoticeKind } from '../outage/notices.ts';
import type { DeadlineKind } from '../outage/promise.ts';
import type { Series } from '../outage/types/numbers.ts';
import type { OutageState } from '../outage/types/outage.ts';

export type Tables = {
  outage_event: OutageEventTable;
  personal: PersonalTable;
  to_forget: ToForgetTable;
  outage: OutageTable;
  deadline: DeadlineTable;
  delivery: DeliveryTable;
  lane: LaneTable;
  pace: PaceTable;
  pace_slot: PaceSlotTable;
  counter: CounterTable;
  cache: CacheTable;
  alarm: AlarmTable;
  room: RoomTable;
  on_call_override: OnCallOverrideTable;
  draft: DraftTable;
  refusal: RefusalTable;
};

/** All of them, so that a backup holds no more and a restore leaves nothing behind; the migrator's own come on top. */
export const TABLES = Object.keys({
  outage_event: 0,
  personal: 0,
  to_forget: 0,
  outage: 0,
  deadline: 0,
  delivery: 0,
  lane: 0,
  pace: 0,
  pace_slot: 0,
  counter: 0,
  cache: 0,
  alarm: 0,
  room: 0,
  on_call_override: 0,
  draft: 0,
  refusal: 0,
} satisfies Record<keyof Tables, 0>);

/** (outage_id, seq) is unique: of two who write event number 3 at once, the database lets one through. */
type OutageEventTable = {
  outage_id: string;
  seq: number;
  type: OutageEventType;
  at: number;
  /** The whole event as JSON, with a token in the place of what is personal. */
  data: string;
  /** From where the person came who caused it; null: the clock did, or it is older than this column. */
  client: string | null;
  /** Over this event and the hash before it. */
  hash: string;
};

/** What the tokens of the record stand for; see personal.ts. */
type PersonalTable = {
  outage_id: string;
  token: string;
  /** Whose it is; empty: nobody's whom we know. */
  person_id: string;
  /** JSON; of the salt, itself. */
  value: string;
};

/** Who asked that nothing is kept of them while an outage of theirs was open. */
type ToForgetTable = { person_id: string; asked_at: number };

/** Kept beside the events for lists and look-ups; it can be made again from them. */
type OutageTable = {
  id: string;
  number: number;
  /** The number that it had as a request; null: it never was one. */
  request_number: number | null;
  state: OutageState;
  version: number;
  /** The hash of its last event. */
  head: string;
  project_id: string;
  environment_id: string;
  scenario_id: string;
  reporter_id: string;
  /** Who has it, or had it when it ended. */
  owner_id: string | null;
  reported_at: number;
  updated_at: number;
  /** Since when it is over and holds personal data; null: it is not, or does not. */
  ended_at: number | null;
  /** Whether its reporter was told that the desk's channel was not reached, and that it was then; see receipts.ts. */
  desk_unreached: Generated<number>;
};

type DeadlineTable = {
  outage_id: string;
  kind: DeadlineKind;
  due_at: number;
  /** Until then the worker that claimed it is left alone; 0: free. */
  lease_until: number;
};

export type DeliveryTable = {
  /** Grows with every delivery: the order in which they were stored, and so the order of news of one outage. */
  position: Generated<number>;
  key: string;
  outage_id: string;
  kind: NoticeKind;
  /** A destination in its stored form (outage/destinations.ts). */
  place: string;
  lane: string;
  seq: number;
  priority: number;
  after_key: string | null;
  state: 'waiting' | 'done' | 'skipped' | 'failed';
  due_at: number;
  created_at: number;
  attempts: Generated<number>;
  repeats: Generated<number>;
  maybe_sent: Generated<number>;
  error: string | null;
  conversation_id: string | null;
  activity_id: string | null;
  /** When it ended, however it ended; null: it waits. */
  done_at: number | null;
  /** Whether the desk has been told that it was set aside (`failed`). */
  set_aside_told: Generated<number>;
};

type LaneTable = {
  id: string;
  lease_until: Generated<number>;
  /** Grows with each claim, so that a worker that lost the lane can't begin anything in it. */
  fence: Generated<number>;
  /** Nothing may be sent before (Teams said 429). */
  not_before: Generated<number>;
  /** Nothing of this priority, or of a less urgent one, may be sent before: our own quota is used up. */
  paced_until: Generated<number>;
  paced_priority: Generated<number>;
};

/** How often something was sent in a conversation or a tenant. */
type PaceTable = { scope: string; sent: number };
/** When send number `n` was, in slot `n` modulo their number. */
type PaceSlotTable = { scope: string; slot: number; at: number };

/**
 * - outage    the last number that was given
 * - drill     the last number of a drill, below 0
 * - request   the last number of a request, from its own end of the numbers on
 * - probe     written to see whether the store can be written
 * - backup    when the backup was made that this store is, or came from
 * - restored  a restore of which the desk was not told yet: when the records were put back to
 * - restored-drafts  a restore after which nobody is reminded of the drafts that are there
 * - skipped-SERIES-N  so many numbers after N were left out by a restore
 * - restored-held  until then the bot that tells it is left alone
 */
type CounterTable = {
  name: Series | 'probe' | 'backup' | 'restored' | 'restored-drafts' | 'restored-held' | `skipped-${string}`;
  value: number;
};

type CacheTable = { key: string; value: string; expires_at: number | null };

/** A report that was not sent yet, with all that was entered. It goes a day after the last press. */
type DraftTable = {
  nonce: string;
  person_id: string;
  /** JSON. */
  data: string;
  touched_at: number;
  /** Whether its person is to be reminded of it, or was; see drafts.ts. */
  nudge: number;
  /** Until then the bot that reminds somebody of it is left alone. */
  held_until: number;
};

/** What somebody wanted and did not get. Written once, read, and deleted when its time is over. */
export type RefusalTable = {
  position: Generated<number>;
  at: number;
  person_id: string;
  /** As Teams said it then. */
  name: string;
  what: string;
  /** Null: there is no such outage, or none was meant. The person is never told which of the two. */
  outage_id: string | null;
  /** The number that they typed, such as OUT-1042; empty when they typed none. */
  asked: string;
  reason: DenialReason;
  client: string;
  conversation_id: string;
};

/** What somebody took by hand; the row stays when it has ended, until they take the same again. */
type OnCallOverrideTable = {
  person_id: string;
  /** 'level:primary', or 'person:' and the id of who is covered for. */
  target: string;
  from_at: number;
  until_at: number;
};

/** A trouble of the bots themselves that lasts, and when the desk was told of it. */
type AlarmTable = {
  kind: string;
  began_at: number;
  seen_at: number;
  told_at: number | null;
  held_until: Generated<number>;
  fence: Generated<number>;
};

/** A channel or group chat of which something was chosen or happened in Teams. */
type RoomTable = {
  conversation_id: string;
  kind: 'channel' | 'groupChat';
  team_id: string | null;
  name: string;
  used_as: RoomUse['as'] | null;
  /** JSON: "all", or a list of project ids; null where it does not follow. */
  projects: string | null;
  /** Grows with each choice: of two desks that were chosen at once, one is the later one for everybody. */
  turn: number;
  lost: Loss | null;
  told: Loss | null;
};
