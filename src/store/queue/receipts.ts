/** Finds outages whose thread at the desk is late, and those whose late thread is there by now. */
import { sql } from 'kysely';
import type { Receipts } from '../../engine/ports/deadlines.ts';
import { later, type SqlDialect } from '../dialect.ts';

/** The values of `outage.desk_unreached`. */
export const UNREACHED = { no: 0, told: 1, over: 2 } as const;

/**
 * Literals, because SQLite uses a partial index only when its condition is written in the query; cross joins, because SQLite
 * then begins with the first table. Both indexes (delivery_no_thread, outage_unreached) are nearly always empty.
 */
const late = sql`
  delivery d cross join outage o
  where o.id = d.outage_id and d.kind = 'opening' and d.place = 'desk' and d.state in ('waiting', 'failed')
    and o.desk_unreached = 0 and o.state = 'reported' and o.number > 0`;
const there = sql`
  outage o cross join delivery d
  where d.outage_id = o.id and o.desk_unreached = 1 and d.kind = 'opening' and d.place || '' = 'desk' and d.state || '' = 'done'`;

export function createReceipts({ db, now }: SqlDialect): Receipts {
  return {
    async due(afterMs, limit) {
      const { rows } = await sql<{ id: string; reached: number }>`
        select * from (
          select o.id, 0 as reached, d.created_at as at from ${late} and d.created_at <= ${later(now(), -afterMs)}
          union all
          select o.id, 1 as reached, d.created_at as at from ${there}
        ) as due order by at, id limit ${sql.lit(limit)}`.execute(db);
      return rows.map(({ id, reached }) => ({ outageId: id, reached: reached === 1 }));
    },

    async nextDueAt(afterMs) {
      const { rows } = await sql<{ at: number | null }>`
        select min(at) as at from (
          select ${later(sql`min(d.created_at)`, afterMs)} as at from ${late}
          union all
          select min(d.created_at) as at from ${there}
        ) as next`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}
