/** On-call overrides: one row for each person and level, so the table does not grow. */
import type { Override } from '../desk/on-call/roster.ts';
import type { Overrides } from '../engine/ports/desk.ts';
import type { Level } from '../outage/types/values.ts';
import type { Database, SqlDialect } from './dialect.ts';

type Target = Override['target'];
const toText = (target: Target): string => ('level' in target ? `level:${target.level}` : `person:${target.insteadOf}`);
const fromText = (text: string): Target =>
  text.startsWith('level:') ? { level: text.slice('level:'.length) as Level } : { insteadOf: text.slice('person:'.length) };

/** Those that have not ended, in the order in which they were made, which is the order of their beginnings. */
export async function listOverrides(db: Database, { now }: Pick<SqlDialect, 'now'>): Promise<readonly Override[]> {
  const rows = await db
    .selectFrom('on_call_override')
    .selectAll()
    .where('until_at', '>', now())
    .orderBy('from_at')
    .orderBy('person_id')
    .orderBy('target')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, target: fromText(row.target), from: row.from_at, until: row.until_at }));
}

export function createOverrides(dialect: SqlDialect): Overrides {
  const { db } = dialect;
  return {
    list: () => listOverrides(db, dialect),

    async make({ personId, target, until }) {
      const now = await dialect.readNow(db);
      if (until <= now) return false;
      const times = { from_at: now, until_at: until };
      await db
        .insertInto('on_call_override')
        .values({ person_id: personId, target: toText(target), ...times })
        .onConflict((row) => row.columns(['person_id', 'target']).doUpdateSet(times))
        .execute();
      return true;
    },

    async end({ personId, target }) {
      const { numUpdatedRows } = await db
        .updateTable('on_call_override')
        .set({ until_at: dialect.now() })
        .where('person_id', '=', personId)
        .where('target', '=', toText(target))
        .where('until_at', '>', dialect.now())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
