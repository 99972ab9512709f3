/** The record of outages: how its events are chained, and read with the personal data that is kept apart from them. */
import { hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import { type Recorded, recordedFrom } from '../../engine/ports/outages.ts';
import type { OutageEvent, OutageEventType } from '../../outage/events.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Database, SqlDialect } from '../dialect.ts';
import { join, SALT_ROW, TOKEN_LENGTH } from '../personal/split.ts';
import { FORMAT } from '../tables.ts';

type Link = {
  readonly outageId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  /** As it is stored: without personal data, so that the hash stays right when personal data is removed. */
  readonly data: string;
  /** The client of the person who caused it; empty: none was recorded. */
  readonly client?: string;
};

/** Over the event and over `before`, the hash of the one before it in this outage (empty for the first), so none can be changed unnoticed. */
export const hashOf = (before: string, { outageId, seq, type, at, data, client = '' }: Link): string =>
  hash('sha256', JSON.stringify([before, outageId, seq, type, at, data, client]));

/** An outage as one row, because a row costs more than its content. JSON holds no line breaks, so they separate the values of a list. */
export type RecordRow = {
  readonly id: string;
  readonly head: string;
  readonly version: number;
  /** How many of its events were known. What follows is after these; 0: it is the whole record. */
  readonly since: number;
  readonly events: string | null;
  /** Lines of a token and its value; the salt has a name of another length. null: there are none. */
  readonly personal: string | null;
};

/**
 * What an append has to know of the stored record. `tokens`: the values that are stored, shared by all states of a record that follow
 * each other; `fresh`: those that a transaction adds to them while it is not committed.
 */
export type Known = {
  readonly salt: string | null;
  readonly tokens: Map<string, string>;
  readonly fresh: ReadonlyMap<string, string>;
  readonly head: string;
};

/**
 * The version before throws at an event that it does not know, and then works on nothing of that outage. So one that is new is stored
 * as one that it knows and that changes nothing there, with its own name beside it. In the next version it can be stored by its name.
 */
/** A note that the desk has read already tells nobody anything. */
const QUIET_NOTE = { type: 'noted', text: '', shown: true } as const;
/** Not beside `is`: the version before reads whatever name stands there, and throws at one that it does not know. */
const QUIET_PHONE = { type: 'phone-added', by: { id: '', name: '' }, phone: '' } as const;
const AS_KNOWN: { readonly [type in OutageEventType]?: object } = {
  asked: { type: 'noted', shown: true },
  replied: { type: 'noted', shown: true },
  pulsed: { type: 'noted', shown: true },
  'reply-missed': QUIET_PHONE,
  paged: QUIET_PHONE,
  'page-missed': QUIET_PHONE,
  followed: QUIET_PHONE,
  unfollowed: QUIET_PHONE,
  'files-added': QUIET_NOTE,
  reviewed: QUIET_NOTE,
  'follow-up-done': QUIET_NOTE,
  'follow-up-due': QUIET_PHONE,
  'bridge-set': QUIET_NOTE,
  'ticket-added': QUIET_NOTE,
  'ticket-removed': QUIET_NOTE,
};

export function storedForm(event: OutageEvent): Stored {
  const known = AS_KNOWN[event.type];
  return { ...event, ...(known && { ...known, as: event.type }), v: FORMAT } as Stored;
}

/** `is`: what versions before 0.7 wrote for `as`. `v`: the FORMAT of the bot that stored it; none: that was before 0.11. */
type Stored = OutageEvent & {
  readonly as?: OutageEventType;
  readonly is?: 'taken-back';
  readonly reason?: string;
  readonly v?: number;
};
/** An event of a version to come, whose name is not known here, stays what it is stored as. */
function named({ v = 0, ...stored }: Stored): OutageEvent {
  if (v > FORMAT + 1)
    throw new Error('an event was stored by a bot that is two releases newer, or more: end this bot, and start a newer one');
  const event = stored as Omit<Stored, 'v'> as OutageEvent & Stored;
  const { as, is, ...rest } = event;
  const lent = as && AS_KNOWN[as];
  if (lent) {
    // The type stays where it stood, so that the event is the same text again.
    const own = Object.entries(rest).filter(([key]) => key === 'type' || !(key in lent));
    return { ...Object.fromEntries(own), type: as } as OutageEvent;
  }
  if (!is) return event;
  const { reason: _, ...takenBack } = rest;
  return { ...takenBack, type: is } as OutageEvent;
}

const known = new WeakMap<Recorded, Known>();
/** null: this record was not read from the store. */
export const knownOf = (recorded: Recorded): Known | null => known.get(recorded) ?? null;

/** The record with stored events after those of `before`. `values`: the personal data in them, by token. */
export function recordedAfter(before: Recorded | null, events: readonly string[], values: ReadonlyMap<string, string>, now: Known) {
  const recorded = recordedFrom((JSON.parse(`[${join(events.join(','), values)}]`) as Stored[]).map(named), before);
  if (recorded) known.set(recorded, now);
  return recorded;
}

export function recordedOf({ head, version, since, events, personal }: RecordRow, last: Recorded | null): Recorded | null {
  const before = since === 0 ? null : last;
  if (before && since === version) return before;
  const was = before && knownOf(before);
  // Not into those of the record before: in a transaction this may have been read of one that is never committed.
  const tokens = was && personal === null ? was.tokens : new Map(was?.tokens);
  let salt = was?.salt ?? null;
  for (const line of personal?.split('\n') ?? []) {
    if (line.startsWith(SALT_ROW)) salt = line.slice(SALT_ROW.length);
    else tokens.set(line.slice(0, TOKEN_LENGTH), line.slice(TOKEN_LENGTH));
  }
  return recordedAfter(before, events?.split('\n') ?? [], tokens, { salt, tokens, fresh: new Map(), head });
}

type Asked = { readonly id: string; readonly version: number; readonly head: string };

/**
 * Reads outages in one statement, so that all of it is of one moment; of a record in memory, only what came after it. It is the
 * beginning of the stored one when its last event has the same hash, which is one over all events before. Where personal data was
 * removed since, it is read anew. The ids are given beside the rows too, because PostgreSQL takes rows in a value for a hundred, and would
 * scan all outages for so many. The order is in a subselect, because SQLite would sort again for an order in the aggregate.
 */
const found = ({ rows, locking }: SqlDialect, asked: readonly Asked[], isLocked: boolean) => sql`
  with found as materialized (
    select o.id, o.head, o.version, coalesce((
      select e.seq from outage_event e where e.outage_id = o.id and e.seq = k.version and e.hash = k.head and not exists (
        select 1 from outage_event r where r.outage_id = o.id and r.seq > e.seq and r.type = 'personal-data-removed')
    ), 0) as since
    from outage o left join ${rows(asked, 'k')} on k.id = o.id where o.id in (${sql.join(asked.map(({ id }) => id))})
    order by o.id ${isLocked ? locking('o') : sql``}
  ), told as materialized (
    select found.*, (
      select string_agg(data, ${'\n'}) from (
        select data from outage_event where outage_id = found.id and seq > found.since order by seq) as e) as events
    from found
  )`;
const COLUMNS = sql`told.*, case when events is not null then (
  select string_agg(token || value, ${'\n'}) from personal
  where outage_id = told.id and (since = 0 or token = ${sql.lit(SALT_ROW)} or events like '%' || token || '%')) end as personal`;

export const recordsOf = (dialect: SqlDialect, asked: readonly Asked[]): RawBuilder<RecordRow> =>
  sql<RecordRow>`${found(dialect, asked, false)} select ${COLUMNS} from told`;

const MAX_CACHED = 256;
/** Of all cached records together. A record with more is cached alone. */
const MAX_EVENTS = 20_000;
const sizeCalculation = ({ events }: Recorded): number => Math.min(events.length, MAX_EVENTS);

export type Records = ReturnType<typeof createRecords>;

/**
 * Reads records, and caches those that it read or stored last: every delivery reads its outage before it is sent, and every action
 * follows others. What is cached is used only for the head that the store has at that moment, whoever wrote it: the head is a hash over
 * the whole record, and a removal of personal data is an event in it.
 */
export function createRecords(dialect: SqlDialect) {
  const kept = new LRUCache<string, Recorded>({ max: MAX_CACHED, maxSize: MAX_EVENTS, sizeCalculation });
  // What nobody asks for would be kept for ever, with the personal data that was in it.
  return { read, readAll, lock, keep, forgetAll: () => kept.clear() };

  /** `head`: of the record as it is now, where that was read with something else; what is kept with it is not read again. */
  async function read(db: Database, outageId: string, head?: string): Promise<Recorded | null> {
    const last = kept.get(outageId);
    if (last && head !== undefined && knownOf(last)?.head === head) return last;
    return (await readAll(db, [outageId]))[0] ?? null;
  }

  /** In the order of the ids; ids without an outage are left out. */
  async function readAll(db: Database, ids: readonly string[]): Promise<readonly Recorded[]> {
    if (ids.length === 0) return [];
    const { asked, take } = ask(ids);
    const { rows } = await recordsOf(dialect, asked).execute(db);
    const byId = new Map(rows.map((row) => [row.id, take(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Locks outages for a transaction, in the order of their ids. Resolves to the time after that, and to the records. */
  async function lock(transaction: Database, ids: readonly string[]) {
    const { asked, take } = ask(ids);
    // The count needs all the locks, so the clock is read after them.
    const { rows } = await sql<{ now: Instant } & (RecordRow | { id: null })>`${found(dialect, asked, true)}
      select ${dialect.now()} as now, counted.n, ${COLUMNS} from (select count(*) as n from found) as counted left join told on 1 = 1`.execute(
      transaction,
    );
    const locked = new Map<string, Recorded | null>(ids.map((id) => [id, null]));
    for (const row of rows) {
      if (row.id === null) continue;
      // When it waited for the lock, the row is newer than the events.
      const isWhole = row.since + (row.events?.split('\n').length ?? 0) === row.version;
      locked.set(row.id, isWhole ? take(row) : await read(transaction, row.id));
    }
    return { now: rows[0]?.now ?? 0, locked };
  }

  /** What is known now of these outages, to ask with, and what turns the answer into records. */
  function ask(ids: readonly string[]) {
    const last = new Map(ids.map((id) => [id, kept.get(id) ?? null]));
    const asked = ids.map((id) => {
      const one = last.get(id);
      return { id, version: one?.outage.version ?? 0, head: (one && knownOf(one)?.head) ?? '' };
    });
    const take = (row: RecordRow) => keep(recordedOf(row, last.get(row.id) ?? null), row.id);
    return { asked, take };
  }

  /** What is kept of a transaction is committed. null: there is no such outage. */
  function keep(recorded: Recorded | null, id: string): Recorded | null {
    const now = recorded && knownOf(recorded);
    if (recorded && now && now.fresh.size > 0) {
      for (const [token, value] of now.fresh) now.tokens.set(token, value);
      known.set(recorded, { ...now, fresh: new Map() });
    }
    if (recorded) kept.set(id, recorded);
    else kept.delete(id);
    return recorded;
  }
}
