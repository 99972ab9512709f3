/** The record of outages: how its events are chained, and read with the personal data that is kept apart from them. */
import { hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Recorded, recordedFrom } from '../../engine/ports/outages.ts';
import type { OutageEvent } from '../../outage/events.ts';
import type { Database } from '../dialect.ts';
import { join, SALT_ROW, TOKEN_LENGTH } from '../personal/split.ts';

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
  readonly events: string | null;
  /** Lines of a token and its value; the salt has a name of another length. null: there are none. */
  readonly personal: string | null;
};

/** What an append has to know of the stored record. */
export type Known = { readonly salt: string | null; readonly tokens: ReadonlyMap<string, string>; readonly head: string };

const known = new WeakMap<Recorded, Known>();
/** null: this record was not read from the store. */
export const knownOf = (recorded: Recorded): Known | null => known.get(recorded) ?? null;

export function recordedOf(row: RecordRow | undefined): Recorded | null {
  if (!row?.events) return null;
  const { head, events, personal } = row;
  const tokens = new Map<string, string>();
  let salt: string | null = null;
  for (const line of personal?.split('\n') ?? []) {
    if (line.startsWith(SALT_ROW)) salt = line.slice(SALT_ROW.length);
    else tokens.set(line.slice(0, TOKEN_LENGTH), line.slice(TOKEN_LENGTH));
  }
  const recorded = recordedFrom(JSON.parse(`[${join(events, tokens).replaceAll('\n', ',')}]`) as OutageEvent[]);
  if (recorded) known.set(recorded, { salt, tokens, head });
  return recorded;
}

/**
 * One statement, so that all of it is read at one moment. The order is in a subselect, because SQLite would sort again for
 * an order in the aggregate. `knownHead`: of a record with this head only the head is read.
 */
export const rowsOf = (condition: RawBuilder<unknown>, knownHead = 'none'): RawBuilder<RecordRow> => sql<RecordRow>`
  select id, head,
    case when head <> ${knownHead} then
      (select string_agg(data, ${'\n'}) from (select data from outage_event where outage_id = outage.id order by seq) as e) end as events,
    case when head <> ${knownHead} then
      (select string_agg(token || value, ${'\n'}) from personal where outage_id = outage.id) end as personal
  from outage where ${condition}`;

const MAX_CACHED = 256;

/**
 * Returns a reader that caches records and reads again only those that changed. The head shows a change: it is a hash over
 * the whole record, and a removal of personal data is an event in it. Every delivery reads its outage before it is sent, and
 * mostly finds it unchanged.
 */
export function createReader(): (db: Database, outageId: string) => Promise<Recorded | null> {
  const kept = new Map<string, Recorded>();
  return async (db, outageId) => {
    const last = kept.get(outageId);
    const head = last && known.get(last)?.head;
    const { rows } = await rowsOf(sql`id = ${outageId}`, head).execute(db);
    const recorded = last && rows[0]?.head === head ? last : recordedOf(rows[0]);
    // Put at the end, so that the first one is the oldest.
    kept.delete(outageId);
    if (recorded) kept.set(outageId, recorded);
    const [oldest] = kept.size > MAX_CACHED ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return recorded;
  };
}

export async function readRecord(db: Database, outageId: string): Promise<Recorded | null> {
  const [recorded = null] = await readRecords(db, [outageId]);
  return recorded;
}

/** In the order of the ids; ids without an outage are left out. */
export async function readRecords(db: Database, ids: readonly string[]): Promise<readonly Recorded[]> {
  if (ids.length === 0) return [];
  const { rows } = await rowsOf(sql`id in (${sql.join([...ids])})`).execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => recordedOf(byId.get(id)) ?? []);
}
