/** Deadlines, claimed with a lease. */
import { sql } from 'kysely';
import type { DeadlineQueue } from '../../engine/ports/deadlines.ts';
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
