/** Which tables grow with the years, and what of them may be read from end to end. */
import type { Tables } from '../../../src/store/tables.ts';

/** null: it grows, so no statement may read all of it. Otherwise why it stays small. */
export const SMALL: { readonly [table in keyof Tables]: string | null } = {
  outage: null,
  outage_numbers: null,
  outage_event: null,
  personal: null,
  deadline: null,
  delivery: null,
  lane: null,
  tenant: 'a row for each tenant of a customer',
  pace: null,
  pace_slot: null,
  cache: null,
  draft: null,
  file: null,
  file_part: null,
  refusal: null,
  look: null,
  to_forget: 'a row for each person who asked, until the last of their outages has ended',
  follow: null,
  chosen: 'a row for each person who follows and chose how much',
  counter: 'a row for each series of numbers',
  alarm: 'a row for each kind of trouble',
  room: 'a row for each channel and chat that was chosen in Teams',
  on_call_override: 'a row for each person and level, and those of the last two weeks',
  on_call_notice: 'the messages of two days',
  calendar: 'a row for each calendar that somebody subscribed to',
  maintenance: 'a row for each window that was planned, as long as the retention says',
  maintenance_told: 'some rows for each window and room that follows, as long as the retention says',
};

/** Indexes that hold few rows of a table that grows, so that all of one may be read. */
export const SMALL_INDEXES: { readonly [index: string]: string } = {
  delivery_tried: 'what is being tried again',
  delivery_set_aside: 'what was given up since the desk was last told',
  delivery_no_thread: 'openings that wait, and those that were given up',
  outage_unreached: 'whose reporters were told that the desk was not reached',
  deadline_claimed: 'what a bot is working on',
  draft_nudge: 'reports of the last day that were begun and not sent',
  lane_claimed: 'what a bot is working on',
  file_due: 'files that wait to be fetched, told of or recorded',
  file_claimed: 'what a bot is working on',
};

/** Indexes of which a part may be read that begins or ends at a time, because all in that part is then worked on, or a limit ends it. */
export const RANGES: { readonly [index: string]: string } = {
  deadline_due: 'what is due',
  draft_by_age: 'what is deleted',
  draft_nudge: 'what is due',
  cache_expiry: 'what is deleted',
  refusal_by_age: 'what is deleted',
  look_by_age: 'what is deleted',
  outage_to_anonymise: 'what is due',
  outage_numbers_reported: 'the period that somebody asks for: all of it is counted',
  outage_numbers_acknowledged: 'up to a rank, which ends it',
  outage_numbers_resolved: 'the same',
  deadline_claimed: 'what a bot is working on',
};

/** Indexes that have a great many rows of one value. PostgreSQL knows that; SQLite, without statistics, takes all values for rare. */
export const WIDE_INDEXES: { readonly [index: string]: string } = {
  delivery_of_lane: 'all that was ever sent in a conversation',
};

export type Allowed = {
  readonly file: string;
  /** A part of the statement. */
  readonly holds: string;
  readonly table: keyof Tables;
  /** The index by which it may be read. */
  readonly by?: string;
  readonly because: string;
};
/** What else is read from end to end. What waits may be tens of thousands of messages, so it is not read where messages are sent. */
export const ALLOWED: readonly Allowed[] = [
  ...(['queue/lanes.ts', 'sqlite/dialect.ts'] as const).map((file) => ({
    file,
    holds: 'with recursive busy (lane)',
    table: 'delivery' as const,
    by: 'delivery_waiting',
    because: 'the first of the next lane; a limit ends it',
  })),
  {
    file: 'outages/numbers.ts',
    holds: 'select e.outage_id as id, e.at',
    table: 'outage_event',
    by: 'outage_event_by_age',
    because: 'what happened since all was known to be counted, ended by a limit',
  },
  {
    file: 'outages/numbers.ts',
    holds: 'update "outage_numbers" set',
    table: 'outage_numbers',
    because: 'a tool: all are to be counted again',
  },
  {
    file: 'watch/health.ts',
    holds: 'oldest',
    table: 'delivery',
    by: 'delivery_waiting',
    because: 'twice a minute: all that waits is looked at',
  },
  {
    file: 'queue/delivery-attempts.ts',
    holds: "case when (kind = 'settled' or place like 'following:%') then 'skipped'",
    table: 'delivery',
    by: 'delivery_waiting',
    because: 'only after a message was given up that another one comes after',
  },
  {
    file: 'personal/sweep-rooms.ts',
    holds: 'order by id limit 500',
    table: 'lane',
    because: 'once an hour, 500 at a time; others run in between',
  },
  {
    file: 'personal/sweep-rooms.ts',
    holds: 'delete from pace',
    table: 'pace_slot',
    because: 'once an hour; what is older than two is deleted',
  },
  {
    file: 'personal/sweep-rooms.ts',
    holds: 'where delivery.lane = lane.id limit 1',
    table: 'delivery',
    by: 'delivery_of_lane',
    because: 'the first of a lane; a limit ends it',
  },
  { file: 'personal/sweep-rooms.ts', holds: 'delete from pace', table: 'pace', because: 'the same' },
  ...(['draft', 'refusal'] as const).map((table) => ({
    file: 'personal/personal-data.ts',
    holds: `delete from "${table}" where "person_id"`,
    table,
    because: 'by hand, for one person who asked to be forgotten',
  })),
  {
    file: 'files.ts',
    holds: 'max(bytes + preview_bytes)',
    table: 'file',
    by: 'file_of_hash',
    because: 'when a file is kept: how much all of them take, which is bounded',
  },
  {
    file: 'personal/remove-files.ts',
    holds: 'delete from file_part where (hash, variant, part) in',
    table: 'file_part',
    because: 'once an hour, and when a file was not taken; it is bounded',
  },
  { file: 'personal/personal-data.ts', holds: 'delete from cache where (key like', table: 'cache', because: 'the same' },
  ...(
    [
      ['delivery', 'select created_at as at, key as message'],
      ['refusal', 'select * from "refusal" where "person_id"'],
      ['cache', 'select key, value from cache where (key like'],
    ] as const
  ).map(([table, holds]) => ({
    file: 'personal/personal-data.ts',
    holds,
    table,
    because: 'by hand, for one person who asked what is held of them, or to be forgotten',
  })),
  {
    file: 'queue/deadlines.ts',
    holds: 'min(due_at) as at from deadline where lease_until = 0',
    table: 'deadline',
    because: 'from the first on, until one is found that nobody is working on',
  },
  { file: 'watch/recovery.ts', holds: 'max(at) from outage_event', table: 'pace_slot', because: 'once, when a bot starts' },
  ...(['lane', 'deadline', 'delivery', 'file'] as const).map((table) => ({
    file: 'watch/recovery.ts',
    holds: `update "${table}" set`,
    table,
    because: 'only after the clock was set back',
  })),
  {
    file: 'outages/outages.ts',
    holds: 'project_id in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,',
    table: 'outage',
    because: 'for somebody of more than 20 projects, what is open in these',
  },
  {
    file: 'watch/recovery.ts',
    holds: 'select "id", "number" from "outage"',
    table: 'outage',
    because: 'after a restore: all that are open',
  },
  {
    file: 'outages/outages.ts',
    holds: 'from outage where number + 0 > 0 order by number + 0 desc limit',
    table: 'outage',
    because: 'the newest of all, ended by a limit; asked by tests alone',
  },
];

/** Functions whose statements run neither in a turn nor in a loop. */
export const UNREACHED: readonly { readonly file: string; readonly inside: string; readonly because: string }[] = [
  { file: 'personal/personal-data.ts', inside: 'find', because: 'a tool for the rights of a person' },
  { file: 'personal/personal-data.ts', inside: 'open', because: 'the same' },
  { file: 'personal/personal-data.ts', inside: 'everythingOf', because: 'the same' },
  { file: 'personal/follows.ts', inside: 'followsOf', because: 'the same' },
  { file: 'on-call.ts', inside: 'onCallOf', because: 'the same' },
  { file: 'on-call.ts', inside: 'noteRestore', because: 'once, after a restore' },
  { file: 'personal/leave.ts', inside: 'peopleOf', because: 'a tool, once for a customer' },
  { file: 'personal/leave.ts', inside: 'dropTenant', because: 'the same' },
  { file: 'postgres/open.ts', inside: 'grantTo', because: 'a tool' },
  { file: 'sqlite/dialect.ts', inside: 'beginTransaction', because: 'begins a transaction' },
  { file: 'cache.ts', inside: 'set', because: 'keyv wants a `clear`, which nobody calls' },
  { file: 'drafts.ts', inside: 'silenceAfterRestore', because: 'once, after a restore' },
];

/** Indexes for which SQLite would take another one that reads more, but no table as a whole. */
export const UNMISSED: { readonly [index: string]: string } = {
  delivery_openings: 'delivery_ledger has all deliveries of the outage',
};
