/** The lanes of deliveries: which worker may send in a conversation, and what it sends next. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Delivery, DeliveryQueue, Lane } from '../../engine/ports/deliveries.ts';
import { readDestination } from '../../outage/destinations.ts';
import { later, type SqlDialect } from '../dialect.ts';

/**
 * The one rule for what may be sent next: whether delivery `d` may be sent when it is due; `d.due_at` is not checked here. Claiming,
 * reading and waking up must all use it, or a worker would loop without sending.
 * - It waits until the delivery that it comes after (its opening) was delivered; when that failed, it is never sent.
 * - An older delivery of the same outage in the same lane that is being tried again holds back news and pings that are not
 *   more urgent, so that news never overtakes older news. It holds back no other outage.
 *   Its conditions match an index of its own (delivery_tried) and no other: PostgreSQL takes the indexes of waiting
 *   deliveries for nearly empty, and with thousands in one lane would scan all of them for each.
 */
export const deliverable = (now: RawBuilder<number>): RawBuilder<SqlBool> => sql<SqlBool>`(
  d.state = 'waiting'
  and (d.after_key is null or exists (select 1 from delivery a where a.key = d.after_key and a.state = 'done'))
  and not (d.kind in ('news', 'ping') and exists (
    select 1 from delivery e
    where e.done_at is null and e.attempts > 0 and e.outage_id = d.outage_id and e.lane = d.lane
      and e.position < d.position and e.due_at > ${now} and e.priority <= d.priority
  ))
)`;

/** Whether delivery `d` need not wait for the pauses of lane `l`. */
const isUnpaused = (now: RawBuilder<number>): RawBuilder<SqlBool> =>
  sql<SqlBool>`(l.not_before <= ${now} and (l.paced_until <= ${now} or d.priority < l.paced_priority))`;
const isFree = (now: RawBuilder<number>): RawBuilder<SqlBool> => sql<SqlBool>`l.lease_until <= ${now}`;

export function createLanes(dialect: SqlDialect): Pick<DeliveryQueue, 'claimLanes' | 'next' | 'release' | 'nextDueAt'> {
  const { db } = dialect;
  return {
    /** One statement, because most claims find nothing and should not cost a transaction. `returning` has no order. */
    async claimLanes(limit, leaseMs, priority) {
      const now = dialect.now();
      const { rows } = await sql<Lane & { urgency: number }>`
        with due as (
          select d.lane as id, ${urgency} as urgency from delivery d join lane l on l.id = d.lane
          where ${isFree(now)} and ${isUnpaused(now)} and d.due_at <= ${now} and d.priority <= ${priority} and ${deliverable(now)}
          group by d.lane
        ), claimed as materialized (
          select l.id, due.urgency from lane l join due on due.id = l.id
          where ${isFree(now)} and l.not_before <= ${now}
          order by due.urgency, l.id limit ${sql.lit(limit)} ${dialect.claiming('l')}
        )
        update lane set fence = fence + 1, lease_until = ${later(now, leaseMs)}
        where id in (select id from claimed)
        returning id, fence, lease_until as "leaseUntil", (select urgency from claimed where claimed.id = lane.id) as urgency`.execute(db);
      return rows
        .sort((one, other) => one.urgency - other.urgency || (one.id < other.id ? -1 : 1))
        .map(({ id, fence, leaseUntil }) => ({ id, fence, leaseUntil }));
    },

    async next(lane, limit) {
      const now = dialect.now();
      const { rows } = await sql<DeliveryRow>`
        select ${COLUMNS} from delivery d join lane l on l.id = d.lane
        where d.lane = ${lane.id} and d.due_at <= ${now} and ${isUnpaused(now)} and ${deliverable(now)}
        order by d.priority, d.position limit ${sql.lit(limit)}`.execute(db);
      return rows.map(({ place, maybeSent, ...row }) => ({ ...row, destination: readDestination(place), maybeSent: maybeSent === 1 }));
    },

    async release(lane, cooldown) {
      // A pause from Teams is for the conversation, so it is recorded also when the lane was lost. All else belongs to the worker that has the lane.
      const pause = sql<number>`cast(${cooldown?.priority === 0 ? cooldown.until : 0} as bigint)`;
      const owned = (column: string, value: number) =>
        sql`${sql.ref(column)} = case when fence = ${lane.fence} then cast(${value} as bigint) else ${sql.ref(column)} end`;
      const paced =
        cooldown && cooldown.priority > 0
          ? sql`, ${owned('paced_until', cooldown.until)}, ${owned('paced_priority', cooldown.priority)}`
          : sql``;
      await sql`
        update lane set not_before = case when ${pause} > not_before then ${pause} else not_before end, ${owned('lease_until', 0)}${paced}
        where id = ${lane.id}`.execute(db);
    },

    async nextDueAt() {
      const now = dialect.now();
      // A claimed lane counts as due when its lease ends. What waits in it is not read, because it may be thousands of deliveries.
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

/** Priority and due time as one number, so that `min` finds the most urgent delivery: the lowest priority number, then the longest due. */
const urgency = sql<number>`min(d.priority * 10000000000000 + d.due_at)`;

/** The columns of a delivery, as the port names them but for the destination, which is stored as text. */
type DeliveryRow = Omit<Delivery, 'destination' | 'maybeSent'> & { readonly place: string; readonly maybeSent: number };
const COLUMNS = sql`d.key, d.outage_id as "outageId", d.kind, d.place, d.seq, d.priority, d.after_key as after, d.lane,
  d.created_at as "createdAt", d.attempts, d.maybe_sent as "maybeSent", d.repeats`;
