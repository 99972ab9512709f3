/** Reads the record of outages: the events, with the personal data that is kept beside them. */
import { type RawBuilder, sql } from 'kysely';
import { type Recorded, recordedFrom } from '../../engine/ports/outages.ts';
import type { OutageEvent } from '../../outage/events.ts';
import type { Database } from '../dialect.ts';
import { join, SALT_ROW, TOKEN_LENGTH } from '../personal/split.ts';

/** An outage as one row, because a row costs more than what stands in it. JSON holds no line break, so one parts what is listed. */
export type RecordRow = {
  readonly id: string;
  /** The hash of its last event. */
  readonly head: string;
  /** Its events, the oldest first. */
  readonly events: string | null;
  /** Each a token and its value; the salt has a name of its own length. null: there are none. */
  readonly personal: string | null;
};

/** What an append has to know of the record that it follows. */
export type Known = { readonly salt: string | null; readonly tokens: ReadonlyMap<string, string>; readonly head: string };

const known = new WeakMap<Recorded, Known>();
/** null: it was not read here. */
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
 * One statement, so that all of it is of one moment. SQLite sorts anew where the order stands in the aggregate itself.
 * `knownHead`: of a record with this head nothing else is read.
 */
export const rowsOf = (condition: RawBuilder<unknown>, knownHead = 'none'): RawBuilder<RecordRow> => sql<RecordRow>`
  select id, head,
    case when head <> ${knownHead} then
      (select string_agg(data, ${'\n'}) from (select data from outage_event where outage_id = outage.id order by seq) as e) end as events,
    case when head <> ${knownHead} then
      (select string_agg(token || value, ${'\n'}) from personal where outage_id = outage.id) end as personal
  from outage where ${condition}`;

const MOST_KEPT = 256;

/**
 * Reads again only what changed: the head is a hash over the whole record, and what is removed beside it is an event in it.
 * Every message looks at its outage anew before it goes out, mostly to find it as it was.
 */
export function createReader(): (db: Database, outageId: string) => Promise<Recorded | null> {
  const kept = new Map<string, Recorded>();
  return async (db, outageId) => {
    const last = kept.get(outageId);
    const head = last && known.get(last)?.head;
    const { rows } = await rowsOf(sql`id = ${outageId}`, head).execute(db);
    const recorded = last && rows[0]?.head === head ? last : recordedOf(rows[0]);
    // The newest stands last.
    kept.delete(outageId);
    if (recorded) kept.set(outageId, recorded);
    const [oldest] = kept.size > MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    return recorded;
  };
}

export async function readRecord(db: Database, outageId: string): Promise<Recorded | null> {
  const { rows } = await rowsOf(sql`id = ${outageId}`).execute(db);
  return recordedOf(rows[0]);
}

/** In the order of the ids; those that are not there are left out. */
export async function readRecords(db: Database, ids: readonly string[]): Promise<readonly Recorded[]> {
  if (ids.length === 0) return [];
  const { rows } = await rowsOf(sql`id in (${sql.join([...ids])})`).execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => recordedOf(byId.get(id)) ?? []);
}
