/** Points in time, claimed with a lease. */
import { sql } from 'kysely';
import type { DeadlineQueue } from '../engine/ports.ts';
import type { DeadlineKind } from '../outage/promise.ts';
import type { Home } from './home.ts';

type Claimed = { outage_id: string; kind: DeadlineKind; due_at: number };

export function createDeadlines(home: Home): DeadlineQueue {
  const { db } = home;
  return {
    async claimDue(limit, leaseMs) {
      const now = home.now();
      const { rows } = await sql<Claimed>`
        with due as (
          select d.outage_id, d.kind from deadline d
          where d.due_at <= ${now} and d.lease_until <= ${now}
          order by d.due_at limit ${limit} ${home.claiming('d')}
        )
        update deadline set lease_until = ${now} + cast(${leaseMs} as bigint)
        where (outage_id, kind) in (select outage_id, kind from due)
        returning outage_id, kind, due_at`.execute(db);
      // What `returning` gives back is in no order.
      return rows
        .map(({ outage_id: outageId, kind, due_at: dueAt }) => ({ outageId, kind, dueAt }))
        .sort((one, other) => one.dueAt - other.dueAt);
    },

    async nextDueAt() {
      const { rows } = await sql<{ at: number | null }>`
        select min(${home.greatest}(due_at, lease_until)) as at from deadline`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}
