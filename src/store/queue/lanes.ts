/** The lanes of deliveries: who may send in a conversation, and what goes next in it. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Delivery, DeliveryQueue, Lane } from '../../engine/ports/deliveries.ts';
import { readDestination } from '../../outage/destinations.ts';
import type { SqlDialect } from '../dialect.ts';
import { deliverable } from './deliverable.ts';

type ClaimedLane = { id: string; fence: number; lease_until: number; urgency: number };

/** Whether lane `l` lets delivery `d` through. */
const letsThrough = (now: RawBuilder<number>): RawBuilder<SqlBool> =>
  sql<SqlBool>`(l.not_before <= ${now} and (l.paced_until <= ${now} or d.priority < l.paced_priority))`;
const isFree = (now: RawBuilder<number>): RawBuilder<SqlBool> => sql<SqlBool>`l.lease_until <= ${now}`;

export function createLanes(dialect: SqlDialect): Pick<DeliveryQueue, 'claimLanes' | 'next' | 'release' | 'nextDueAt'> {
  const { db } = dialect;
  return {
    claimLanes: (limit, leaseMs, priority) => claimLanes(dialect, limit, leaseMs, priority),

    async next(lane, limit) {
      const now = dialect.now();
      const { rows } = await sql<DeliveryRow>`
        select d.* from delivery d join lane l on l.id = d.lane
        where d.lane = ${lane.id} and d.due_at <= ${now} and ${letsThrough(now)} and ${deliverable(now)}
        order by d.priority, d.position limit ${sql.lit(limit)}`.execute(db);
      return rows.map(toDelivery);
    },

    async release(lane, rest) {
      // Teams' pause is the conversation's and counts also when the lane was lost; what else there is belongs to its owner.
      const pause = sql<number>`cast(${rest?.priority === 0 ? rest.until : 0} as bigint)`;
      const owned = (column: string, value: number) =>
        sql`${sql.ref(column)} = case when fence = ${lane.fence} then cast(${value} as bigint) else ${sql.ref(column)} end`;
      const paced =
        rest && rest.priority > 0 ? sql`, ${owned('paced_until', rest.until)}, ${owned('paced_priority', rest.priority)}` : sql``;
      await sql`
        update lane set not_before = case when ${pause} > not_before then ${pause} else not_before end, ${owned('lease_until', 0)}${paced}
        where id = ${lane.id}`.execute(db);
    },

    async nextDueAt() {
      const now = dialect.now();
      // A lane that is held is looked at when its lease ends, whatever waits in it: thousands may.
      const { rows } = await sql<{ at: number | null }>`
        select min(at) as at from (
          select ${dialect.greatest}(d.due_at, l.not_before, case when d.priority < l.paced_priority then 0 else l.paced_until end) as at
          from delivery d join lane l on l.id = d.lane
          where ${isFree(now)} and ${deliverable(now)}
          union all
          select ${dialect.greatest}(l.lease_until, l.not_before) from lane l
          where not ${isFree(now)} and exists (select 1 from delivery d where d.lane = l.id and ${deliverable(now)})
        ) as next`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}

/** The most urgent first: the lowest priority number, then the longest due, as one number that `min` can compare. */
const urgency = sql<number>`min(d.priority * 10000000000000 + d.due_at)`;

/** One statement: most looks find nothing, and these should cost no transaction. What `returning` gives back is in no order. */
async function claimLanes(
  { db, now: readNow, claiming }: SqlDialect,
  limit: number,
  leaseMs: number,
  priority: number,
): Promise<readonly Lane[]> {
  const now = readNow();
  const { rows } = await sql<ClaimedLane>`
    with due as (
      select d.lane as id, ${urgency} as urgency from delivery d join lane l on l.id = d.lane
      where ${isFree(now)} and ${letsThrough(now)} and d.due_at <= ${now} and d.priority <= ${priority} and ${deliverable(now)}
      group by d.lane
    ), claimed as materialized (
      select l.id, due.urgency from lane l join due on due.id = l.id
      where ${isFree(now)} and l.not_before <= ${now}
      order by due.urgency, l.id limit ${sql.lit(limit)} ${claiming('l')}
    )
    update lane set fence = fence + 1, lease_until = ${now} + cast(${leaseMs} as bigint)
    where id in (select id from claimed)
    returning id, fence, lease_until, (select urgency from claimed where claimed.id = lane.id) as urgency`.execute(db);
  return rows
    .sort((one, other) => one.urgency - other.urgency || (one.id < other.id ? -1 : 1))
    .map(({ id, fence, lease_until: leaseUntil }) => ({ id, fence, leaseUntil }));
}

type DeliveryRow = {
  key: string;
  outage_id: string;
  kind: Delivery['kind'];
  place: string;
  seq: number;
  priority: number;
  after_key: string | null;
  lane: string;
  created_at: number;
  attempts: number;
  maybe_sent: number;
  repeats: number;
};

const toDelivery = (row: DeliveryRow): Delivery => ({
  key: row.key,
  outageId: row.outage_id,
  kind: row.kind,
  destination: readDestination(row.place),
  seq: row.seq,
  priority: row.priority,
  after: row.after_key,
  lane: row.lane,
  createdAt: row.created_at,
  attempts: row.attempts,
  maybeSent: row.maybe_sent === 1,
  repeats: row.repeats,
});
