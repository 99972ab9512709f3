/** Points in time at which the bot has to act by itself: deadlines, and outages whose thread at the desk is late. */
import { sql } from 'kysely';
import type { DeadlineQueue, Receipts } from '../../engine/ports/timers.ts';
import { later, type SqlDialect } from '../dialect.ts';

type Claimed = Awaited<ReturnType<DeadlineQueue['claimDue']>>[number];

export function createDeadlines(dialect: SqlDialect): DeadlineQueue {
  const { db } = dialect;
  return {
    async claimDue(limit, leaseMs) {
      const now = dialect.now();
      const { rows } = await sql<Claimed>`
        with due as (
          select d.outage_id, d.kind from deadline d
          where d.due_at <= ${now} and d.lease_until <= ${now}
          order by d.due_at limit ${sql.lit(limit)} ${dialect.claiming('d')}
        )
        update deadline set lease_until = ${later(now, leaseMs)}
        where (outage_id, kind) in (select outage_id, kind from due)
        returning outage_id as "outageId", kind, due_at as "dueAt"`.execute(db);
      // `returning` has no order.
      return rows.sort((one, other) => one.dueAt - other.dueAt);
    },

    async nextDueAt() {
      // Two parts, each with an index of its own: of 10,000 open outages few are claimed.
      const { rows } = await sql<{ at: number | null }>`
        select min(at) as at from (
          select min(due_at) as at from deadline where lease_until = 0
          union all
          select min(${dialect.greatest}(due_at, lease_until)) from deadline where lease_until > 0
        ) as next`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}

/** The values of `outage.desk_unreached`. */
export const UNREACHED = { no: 0, told: 1, over: 2 } as const;

/**
 * Literals, because SQLite uses a partial index only when its condition is written in the query; cross joins, because SQLite
 * then begins with the first table. Both indexes (delivery_no_thread, outage_unreached) are nearly always empty.
 */
const late = sql`
  delivery d cross join outage o
  where o.id = d.outage_id and d.kind = 'opening' and d.place = 'desk' and d.state in ('waiting', 'failed') and d.after_key is null
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
