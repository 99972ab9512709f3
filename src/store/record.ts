/** Reads the record of outages: the events, with the personal data that is kept beside them. */
import { type RawBuilder, sql } from 'kysely';
import { type Recorded, recordedFrom } from '../engine/ports.ts';
import type { Database } from './home.ts';
import { join, SALT_ROW } from './personal.ts';

/** `seq` 0: personal data, by its token. `mark`: that token, or the hash of the event. */
export type RecordRow = { readonly outage_id: string; readonly seq: number; readonly mark: string; readonly data: string };

/** What an append has to know of the record that it follows. */
export type Known = { readonly salt: string | null; readonly tokens: ReadonlyMap<string, string>; readonly head: string };

const known = new WeakMap<Recorded, Known>();
/** null: it was not read here. */
export const knownOf = (recorded: Recorded): Known | null => known.get(recorded) ?? null;

/** `rows`: of one outage, in the order of `seq`. */
export function recordedOf(rows: readonly RecordRow[]): Recorded | null {
  const first = rows.findIndex(({ seq }) => seq > 0);
  if (first < 0) return null;
  const tokens = new Map<string, string>();
  for (let index = 0; index < first; index++) {
    const row = rows[index];
    if (row) tokens.set(row.mark, row.data);
  }
  const events = rows.slice(first);
  const recorded = recordedFrom(events.map(({ data }) => join(data, tokens)));
  if (recorded) known.set(recorded, { salt: tokens.get(SALT_ROW) ?? null, tokens, head: events.at(-1)?.mark ?? '' });
  return recorded;
}

/** One statement, so that both parts are of one moment. */
const rowsOf = (condition: RawBuilder<unknown>): RawBuilder<RecordRow> => sql<RecordRow>`
  select outage_id, seq, hash as mark, data from outage_event where ${condition}
  union all select outage_id, 0 as seq, token as mark, value as data from personal where ${condition}
  order by seq`;

export async function readRecord(db: Database, outageId: string): Promise<Recorded | null> {
  const { rows } = await rowsOf(sql`outage_id = ${outageId}`).execute(db);
  return recordedOf(rows);
}

/** In the order of the ids; those that are not there are left out. */
export async function readRecords(db: Database, ids: readonly string[]): Promise<readonly Recorded[]> {
  if (ids.length === 0) return [];
  const { rows } = await rowsOf(sql`outage_id in (${sql.join([...ids])})`).execute(db);
  const byOutage = Map.groupBy(rows, ({ outage_id }) => outage_id);
  return ids.flatMap((id) => recordedOf(byOutage.get(id) ?? []) ?? []);
}
