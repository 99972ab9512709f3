/** All that waits for a time which this store's clock wrote: leases, and pauses before a try. Promises are no waits. */
import { sql } from 'kysely';
import type { Leases } from '../../engine/ports/recovery.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { SqlDialect } from '../dialect.ts';

const LEASES = [
  { table: 'lane', column: 'lease_until' },
  { table: 'lane', column: 'not_before' },
  { table: 'lane', column: 'paced_until' },
  { table: 'deadline', column: 'lease_until' },
  { table: 'delivery', column: 'due_at', only: sql`state = 'waiting'` },
  { table: 'alarm', column: 'held_until' },
  { table: 'counter', column: 'value', only: sql`name = 'restored-held'` },
] as const;

export function createLeases({ db, now }: SqlDialect): Leases {
  return {
    async latest() {
      // Whatever waits for more than a moment waits after a try, and each try is counted.
      const { rows } = await sql<{ at: Instant | null }>`
        select max(at) as at from (select max(at) as at from pace_slot union all select max(at) from outage_event) as known`.execute(db);
      return rows[0]?.at ?? null;
    },

    async cap(toMs) {
      for (const { table, column, ...rest } of LEASES) {
        const [wait, latest] = [sql.ref(column), sql`${now()} + cast(${toMs} as bigint)`];
        const only = 'only' in rest ? rest.only : sql`1 = 1`;
        await sql`update ${sql.table(table)} set ${wait} = ${latest} where ${wait} > ${latest} and ${only}`.execute(db);
      }
    },
  };
}
