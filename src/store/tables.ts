/**
 * The tables, the same on both databases. All times are ms since the epoch, UTC; booleans are 1 and 0. `outage_event` is
 * the record; the rows of `delivery` and `deadline` follow from it.
 */
import type { Generated } from 'kysely';
import type { OnCallNotice } from '../desk/on-call/changes.ts';
import type { Loss, WrittenUse } from '../desk/rooms.ts';
import type { ClaimedFile, Preview, Variant } from '../engine/ports/files.ts';
import type { OutageEventType } from '../outage/events.ts';
import type { NoticeKind } from '../outage/notices.ts';
import type { DeadlineKind } from '../outage/promise.ts';
import type { FileKind, FileRefusal } from '../outage/types/files.ts';
import type { OutageState, Series } from '../outage/types/outage.ts';
import type { NumbersRow } from './outages/numbers-row.ts';
import type { PersonalTables } from './personal/tables.ts';

/** The version of all that is stored, tables and events: 13 is that of release 0.13. A bot reads its own and that of the next release. */
export const FORMAT = 13;

export type Tables = PersonalTables & {
  /** (outage_id, seq) is unique: when two bots write event number 3 at the same time, the database accepts one. */
  outage_event: {
    outage_id: string;
    seq: number;
    type: OutageEventType;
    at: number;
    /** The whole event as JSON, with tokens instead of personal data. */
    data: string;
    /** The client of the person who caused it; null: the clock caused it, or the event is older than this column. */
    client: string | null;
    /** Over this event and the hash of the event before it. */
    hash: string;
  };
  personal: {
    outage_id: string;
    token: string;
    /** The person whose data it is; empty: not known. */
    person_id: string;
    /** JSON; in the row of the salt, the salt itself. */
    value: string;
  };
  /** People who asked to be forgotten while an outage of theirs was open. */
  to_forget: { person_id: string; asked_at: number };
  /** For lists and look-ups; it can be made again from the events. */
  outage: {
    id: string;
    number: number;
    /** The number that it had as a request; null: it was never a request. */
    request_number: number | null;
    state: OutageState;
    version: number;
    head: string;
    project_id: string;
    environment_id: string;
    scenario_id: string;
    reporter_id: string;
    /** Its owner now, or when it ended. */
    owner_id: string | null;
    reported_at: number;
    updated_at: number;
    /** When it ended, while it still holds personal data; else null. */
    ended_at: number | null;
    /** Whether the reporter was told that the desk's channel was not reached, and later that it was; see queue/deadlines.ts. */
    desk_unreached: Generated<number>;
  };
  outage_numbers: NumbersRow;
  /** Which version of an outage a person saw last, and when. */
  look: { person_id: string; outage_id: string; version: number; seen_at: number };
  deadline: {
    outage_id: string;
    kind: DeadlineKind;
    due_at: number;
    /** Until then the worker that claimed it has it; 0: free. */
    lease_until: number;
  };
  delivery: {
    /** Grows with every delivery: the order in which they were stored, and in which the messages of an outage are sent. */
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
    /** When it was done, skipped or failed; null: it waits. */
    done_at: number | null;
    set_aside_told: Generated<number>;
  };
  lane: {
    id: string;
    lease_until: Generated<number>;
    /** Grows with each claim, so that a worker that lost the lane can't begin an attempt in it. */
    fence: Generated<number>;
    /** Nothing may be sent before this time (Teams answered 429). */
    not_before: Generated<number>;
    /** Nothing of this priority, or of a less urgent one, may be sent before this time: a quota is used up. */
    paced_until: Generated<number>;
    paced_priority: Generated<number>;
    /** The tenant whose limits its messages count against; null: a bot before 0.6.1 stored it, and no limit was met since. */
    tenant: string | null;
  };
  /** A tenant of which a limit was met: nothing of this priority, or of a less urgent one, goes there before this time. */
  tenant: { id: string; paced_until: number; paced_priority: number };
  pace: { scope: string; sent: number };
  /** When message number `n` was sent, in slot `n` modulo the number of slots. */
  pace_slot: { scope: string; slot: number; at: number };
  /**
   * - outage    the last number that was given
   * - drill     the last number of a drill, below 0
   * - request   the last number of a request; requests have a range of their own
   * - probe     written to find out whether the store can be written
   * - backup    when the backup was made that this store is, or was restored from
   * - restored  the time that a restore put the records back to, while the desk has not been told of it
   * - restored-drafts  after a restore: nobody is to be reminded of the drafts that are there
   * - restored-on-call  the same of messages about the on-call schedule; on-call-since: which were due before then
   * - skipped-SERIES-N  how many numbers after N a restore left out
   * - restored-held  until then another bot is telling the desk of the restore
   * - format    the FORMAT of the newest bot that ever used the store
   */
  counter: {
    name:
      | Series
      | 'probe'
      | 'backup'
      | 'restored'
      | 'restored-drafts'
      | 'restored-on-call'
      | 'on-call-since'
      | 'restored-held'
      | 'format'
      | `skipped-${string}`;
    value: number;
  };
  cache: { key: string; value: string; expires_at: number | null };
  alarm: {
    kind: string;
    began_at: number;
    seen_at: number;
    told_at: number | null;
    held_until: Generated<number>;
    fence: Generated<number>;
  };
  /** A channel or group chat that was chosen in Teams, or where Teams reported a change. */
  room: {
    conversation_id: string;
    kind: 'channel' | 'groupChat';
    team_id: string | null;
    /** The customer's; null: the desk's own. */
    tenant: string | null;
    name: string;
    used_as: WrittenUse | null;
    /** JSON: "all", or a list of project ids; null when the room is not a follower. */
    projects: string | null;
    /** JSON: what is to be heard there; null: the room is no follower, or hears everything. */
    chosen: string | null;
    /** Grows with each choice, so that of two desks that were chosen at the same time one is the later for all bots. */
    turn: number;
    lost: Loss | null;
    told: Loss | null;
  };
  /** What a person took by hand; the row stays when it has ended. */
  on_call_override: {
    person_id: string;
    /** 'level:primary', or 'person:' and the id of the person who is covered for. When they take the same again, 'ended:TIME:' is put before it. */
    target: string;
    from_at: number;
    until_at: number;
  };
  /** A message about the on-call schedule. It is deleted two days after the moment that it is about. */
  on_call_notice: {
    at: number;
    kind: OnCallNotice['kind'];
    /** Empty: it went to the desk's channel. */
    person_id: string;
    /** Null: it was told, or is being told. */
    again_at: number | null;
  };
  /** A calendar that a person subscribed to. */
  calendar: {
    /** Of its secret token. */
    hash: string;
    person_id: string;
    /** A level, or the id of a person. */
    shows: string;
    made_at: number;
  };
  /** Planned maintenance; the row stays for a while when it has ended. */
  maintenance: {
    id: string;
    project_id: string;
    /** JSON: ids; none: the whole project. */
    environments: string;
    from_at: number;
    until_at: number;
    what: string;
    /** Who planned it in Teams; null: the desk file, empty: somebody who was forgotten. */
    person_id: string | null;
    changed_at: number;
  };
  /** What a room that follows was told of a window. */
  maintenance_told: {
    window_id: string;
    conversation_id: string;
    /** Of the room. */
    tenant: string;
    /** When the window was changed last; 0: that it is over. */
    said: number;
    told_at: number;
    /** It did not arrive, and is due again then; null: it went out. */
    again_at: number | null;
  };
  /** A report that was not sent yet, with all that was entered. It is deleted a day after it was last worked on. */
  draft: {
    nonce: string;
    person_id: string;
    /** JSON. */
    data: string;
    touched_at: number;
    /** Whether its person is to be reminded, or was; see drafts.ts. */
    nudge: number;
    /** Until then another bot is sending the reminder. */
    held_until: number;
  };
  /** A picture or a file that somebody sent. */
  file: {
    id: string;
    /** The message that it came with. */
    batch: string;
    /** Also of a report that is not sent; empty: its person has not said yet to which outage it belongs. */
    outage_id: string;
    person_id: string;
    person_name: string;
    tenant: string;
    locale: string;
    shared: number;
    name: string;
    state: ClaimedFile['state'] | 'added';
    /** Where it is to be fetched, as JSON; empty when that is done. */
    address: string;
    /** Why it was not taken; empty: it was, or waits. */
    why: FileRefusal | '';
    /** What its addresses are signed with. */
    secret: string;
    kind: FileKind | null;
    hash: string | null;
    bytes: number;
    preview_kind: Preview['kind'] | null;
    preview_bytes: number;
    attempts: number;
    received_at: number;
    due_at: number;
    lease_until: number;
  };
  /** The bytes of files, in pieces, by their hash: what was sent twice is there once. */
  file_part: { hash: string; variant: Variant; part: number; data: Uint8Array };
};

/** The names of all tables but the migrator's own: a backup holds these, and a restore replaces them. */
export const TABLES = Object.keys({
  outage_event: 0,
  personal: 0,
  to_forget: 0,
  ...{ outage: 0, outage_numbers: 0, look: 0, deadline: 0 },
  delivery: 0,
  lane: 0,
  tenant: 0,
  ...{ pace: 0, pace_slot: 0 },
  counter: 0,
  cache: 0,
  alarm: 0,
  room: 0,
  on_call_override: 0,
  on_call_notice: 0,
  calendar: 0,
  ...{ maintenance: 0, maintenance_told: 0 },
  draft: 0,
  ...{ file: 0, file_part: 0 },
  refusal: 0,
  follow: 0,
  chosen: 0,
} satisfies Record<keyof Tables, 0>);
