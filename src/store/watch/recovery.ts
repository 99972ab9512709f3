/** What a bot asks after the clock was set back, or after a restore. */
import { sql } from 'kysely';
import type { Leases, Restores } from '../../engine/ports/health.ts';
import { OPEN_STATES } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { later, type SqlDialect } from '../dialect.ts';

/** Everything that waits for a time that this store's clock wrote: leases, and pauses before an attempt; no deadlines. */
const LEASES = [
  { table: 'lane', column: 'lease_until' },
  { table: 'lane', column: 'not_before' },
  { table: 'lane', column: 'paced_until' },
  { table: 'tenant', column: 'paced_until' },
  { table: 'deadline', column: 'lease_until' },
  { table: 'delivery', column: 'due_at', only: sql`state = 'waiting'` },
  { table: 'alarm', column: 'held_until' },
  { table: 'on_call_notice', column: 'again_at' },
  { table: 'maintenance_told', column: 'again_at' },
  { table: 'draft', column: 'held_until', only: sql`nudge = 1` },
  { table: 'file', column: 'lease_until' },
  { table: 'file', column: 'due_at', only: sql`state <> 'added'` },
  { table: 'counter', column: 'value', only: sql`name = 'restored-held'` },
] as const;

export function createLeases({ db, now }: SqlDialect): Leases {
  return {
    async latest() {
      // What waits for longer than a moment waits after an attempt, and each attempt is counted in pace_slot.
      const { rows } = await sql<{ at: Instant | null }>`
        select max(at) as at from (select max(at) as at from pace_slot union all select max(at) from outage_event) as known`.execute(db);
      return rows[0]?.at ?? null;
    },

    async cap(toMs) {
      for (const { table, column, ...rest } of LEASES) {
        const [until, latest] = [sql.ref(column), later(now(), toMs)];
        const only = 'only' in rest ? rest.only : sql`1 = 1`;
        await sql`update ${sql.table(table)} set ${until} = ${latest} where ${until} > ${latest} and ${only}`.execute(db);
      }
    },
  };
}

/** It is kept in the store, so that any bot that starts on it can tell the desk. */
export function createRestores({ db, now }: SqlDialect): Restores {
  return {
    async pending() {
      const row = await db.selectFrom('counter').select('value').where('name', '=', 'restored').executeTakeFirst();
      return row?.value ?? null;
    },

    async openOutages() {
      const open = db.selectFrom('outage').select(['id', 'number']).where('state', 'in', OPEN_STATES).where('number', '>', 0);
      const toRemind = db
        .selectFrom('deadline')
        .innerJoin('outage', 'outage.id', 'deadline.outage_id')
        .select(['outage.id', 'outage.number'])
        .where('deadline.kind', '=', 'follow-up')
        .where('deadline.due_at', '<=', now());
      const rows = await open.union(toRemind).orderBy('number').execute();
      return rows.map(({ id }) => id);
    },

    async claim(leaseMs) {
      const { numUpdatedRows } = await db
        .updateTable('counter')
        .set({ value: later(now(), leaseMs) })
        .where('name', '=', 'restored-held')
        .where('value', '<=', now())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async markTold() {
      await db.deleteFrom('counter').where('name', 'in', ['restored', 'restored-held']).execute();
    },
  };
}
