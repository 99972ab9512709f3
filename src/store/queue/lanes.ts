/** The lanes of deliveries: which worker may send in a conversation, and what it sends next. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Delivery, DeliveryQueue, Lane } from '../../engine/ports/deliveries.ts';
import { type Channel, parseDestination, readDestination } from '../../outage/destinations.ts';
import { WAITS_FOR_HOURS } from '../../outage/follow/chosen.ts';
import { later, type SqlDialect } from '../dialect.ts';

/**
 * The one rule for what may be sent next: whether delivery `d` may be sent when it is due; `d.due_at` is not checked here. Claiming,
 * reading and waking up must all use it, or a worker would loop without sending.
 * - It waits until the delivery that it comes after (its opening) was delivered; when that failed, it is never sent, but where the
 *   outage was reported: there the news can stand alone.
 * - An older delivery of the same outage in the same lane that is being tried again holds back news and pings that are not
 *   more urgent, so that news never overtakes older news, unless that waits for the end of its reader's quiet hours. It holds back no other outage.
 *   Its conditions match an index of its own (delivery_tried) and no other: PostgreSQL takes the indexes of waiting
 *   deliveries for nearly empty, and with thousands in one lane would scan all of them for each.
 * - Every delivery has a priority of 0 or more. It is asked so that SQLite takes the index of what waits in a lane (delivery_waiting),
 *   which has it, and not that of all that was ever sent there.
 */
export const deliverable = (now: RawBuilder<number>): RawBuilder<SqlBool> => sql<SqlBool>`(
  d.state = 'waiting' and d.priority >= 0
  and (d.after_key is null or exists (
    select 1 from delivery a where a.key = d.after_key and (a.state = 'done' or (a.state = 'failed' and d.place = 'origin'))
  ))
  and not (d.kind in ('news', 'ping') and exists (
    select 1 from delivery e
    where e.done_at is null and e.attempts > 0 and e.outage_id = d.outage_id and e.lane = d.lane
      and e.position < d.position and e.due_at > ${now} and e.priority <= d.priority
      and coalesce(e.error, '') <> ${sql.lit(WAITS_FOR_HOURS)}
  ))
)`;

/** Above every priority. */
const NO_BOUND = sql.lit(1_000);
/** After every time. */
const NEVER = sql.lit(9_007_199_254_740_991);

/**
 * Below this priority a delivery need not wait for the pause of lane `l`, or for that of its tenant `t` (WITH_TENANT). As a bound, so that
 * what waits for a pause is not read.
 */
const unpaused = ({ now, least }: SqlDialect): RawBuilder<number> => sql<number>`case when l.not_before > ${now()} then 0 else ${least}(
  case when l.paced_until > ${now()} then l.paced_priority else ${NO_BOUND} end,
  case when t.paced_until > ${now()} then t.paced_priority else ${NO_BOUND} end) end`;
/** The first end of the pauses of lane `l`. */
const pauseEnd = ({ now, least }: SqlDialect): RawBuilder<number> => {
  const ends = ['l.not_before', 'l.paced_until', 't.paced_until'].map((end) => {
    const until = sql.ref(end);
    return sql`case when ${until} > ${now()} then ${until} else ${NEVER} end`;
  });
  return sql<number>`${least}(${sql.join(ends)})`;
};
const WITH_TENANT = sql`left join tenant t on t.id = l.tenant`;
const isFree = (now: RawBuilder<number>): RawBuilder<SqlBool> => sql<SqlBool>`l.lease_until <= ${now}`;
/** Whether lane `l` is one of them. As an expression, or PostgreSQL would read all lanes of a channel, not those in which something waits. */
const IS_OF: { readonly [channel in Channel]: RawBuilder<SqlBool> } = {
  teams: sql<SqlBool>`l.id || '' not like 'webhook:%' and l.id || '' not like 'pager:%'`,
  webhook: sql<SqlBool>`l.id || '' like 'webhook:%'`,
  pager: sql<SqlBool>`l.id || '' like 'pager:%'`,
};

/** The lanes in which something waits, found one after the other by an index, so that it does not matter how much waits in each. */
const BUSY = sql`busy (lane) as (
  select (select lane from delivery where state = 'waiting' and priority >= 0 order by lane limit 1)
  union all
  select (select d.lane from delivery d where d.state = 'waiting' and d.priority >= 0 and d.lane > busy.lane order by d.lane limit 1)
  from busy where busy.lane is not null
)`;

export function createLanes(dialect: SqlDialect): Pick<DeliveryQueue, 'claimLanes' | 'next' | 'release' | 'nextDueAt'> {
  const { db } = dialect;
  return {
    async claimLanes(limit, leaseMs, priority, full, channel = 'teams') {
      const now = dialect.now();
      const least =
        full && full.tenants.length > 0
          ? sql`case when coalesce(l.tenant, '') in (${sql.join(full.tenants)}) then cast(${full.priority} as bigint) else cast(${priority} as bigint) end`
          : priority;
      // The first delivery of a lane is its most urgent one, the oldest of several. Of lanes whose first deliveries are equally urgent and
      // equally long due, the one whose was stored first goes first. What is due is read before the lane is locked. So a lane that another
      // bot has used meanwhile is left for the next look: what it tried may have to wait, or may have arrived.
      const found = await dialect.following(
        sql<DeliveryRow & Claim>`
          with recursive ${BUSY}, due as materialized (
            select l.id, l.fence, (
              select d.position from delivery d
              where d.lane = l.id and d.priority < ${unpaused(dialect)} and d.priority <= ${least} and d.due_at <= ${now} and ${deliverable(now)}
              order by d.priority, d.position limit 1
            ) as first
            from busy join lane l on l.id = busy.lane ${WITH_TENANT} where ${isFree(now)} and ${IS_OF[channel]}
          ), claimed as materialized (
            select l.id, l.tenant, l.fence + 1 as fence, ${later(now, leaseMs)} as "leaseUntil", f.priority as urgency, f.due_at as since, due.first
            from due join lane l on l.id = due.id and l.fence = due.fence join delivery f on f.position = due.first
            where ${isFree(now)} and l.not_before <= ${now}
            order by f.priority, f.due_at, due.first limit ${sql.lit(limit)} ${dialect.claiming('l')}
          )
          select claimed.*, ${COLUMNS} from claimed join delivery d on d.position = claimed.first`,
        ['id', 'leaseUntil'],
        [sql`update lane set fence = fence + 1, lease_until = (select max("leaseUntil") from found) where id in (select id from found)`],
      );
      // A newer bot may send to places that this one does not know. It leaves them alone, and goes on with all others.
      return found
        .filter(({ place }) => parseDestination(place) !== null)
        .toSorted((one, other) => one.urgency - other.urgency || one.since - other.since || one.first - other.first)
        .map(({ id, fence, leaseUntil, tenant, urgency: _, since: __, first: ___, ...row }) => ({
          id,
          fence,
          leaseUntil,
          tenant,
          next: [deliveryOf(row)],
        }));
    },

    async next(lane, limit) {
      return (await nextOf(dialect, lane, limit).execute(db)).rows.map(deliveryOf);
    },

    async release(lane, cooldown) {
      const { until = 0, priority = 0, tenant } = cooldown ?? {};
      // A pause from Teams is for the conversation, so it is recorded also when the lane was lost. All else belongs to the worker that has the lane.
      const pause = sql<number>`cast(${priority === 0 ? until : 0} as bigint)`;
      const owned = (column: string, value: number) =>
        sql`${sql.ref(column)} = case when fence = ${lane.fence} then cast(${value} as bigint) else ${sql.ref(column)} end`;
      const paced =
        priority > 0 && tenant === undefined
          ? sql`, ${owned('paced_until', until)}, ${owned('paced_priority', priority)}`
          : // What its messages count against is known now. Were another one left there, the lane would be claimed again at once, for ever.
            sql`, tenant = coalesce(${tenant ?? null}, tenant)`;
      if (tenant !== undefined) await pauseTenant(dialect, tenant, until, priority);
      await sql`
        update lane set not_before = case when ${pause} > not_before then ${pause} else not_before end, ${owned('lease_until', 0)}${paced}
        where id = ${lane.id}`.execute(db);
    },

    async nextDueAt(channel = 'teams') {
      const now = dialect.now();
      const waits = (from: RawBuilder<unknown>) =>
        sql`exists (select 1 from delivery d where d.lane = l.id and d.priority >= ${from} and ${deliverable(now)})`;
      // Of what waits for a pause or for the end of a lease it is not read when it is due, because it may be thousands of deliveries:
      // what is due later is looked at once too often.
      const { rows } = await sql<{ at: number | null }>`
        with recursive ${BUSY}, l as materialized (
          select l.*, ${unpaused(dialect)} as bound, ${pauseEnd(dialect)} as pause_end from busy join lane l on l.id = busy.lane ${WITH_TENANT} where ${IS_OF[channel]}
        )
        select min(at) as at from (
          select (
            select min(d.due_at) from delivery d where d.lane = l.id and d.priority < l.bound and ${deliverable(now)}
          ) as at from l where ${isFree(now)}
          union all
          select l.pause_end from l where ${isFree(now)} and l.pause_end < ${NEVER} and ${waits(sql`l.bound`)}
          union all
          select ${dialect.greatest}(l.lease_until, l.not_before) from l where not ${isFree(now)} and ${waits(sql.lit(0))}
        ) as next`.execute(db);
      return rows[0]?.at ?? null;
    },
  };
}

/** A pause of what is less urgent changes nothing of one that is still on: what that holds back, it holds back too. */
async function pauseTenant({ db, now }: SqlDialect, id: string, until: number, priority: number): Promise<void> {
  await sql`
    insert into tenant (id, paced_until, paced_priority) values (${id}, cast(${until} as bigint), ${priority})
    on conflict (id) do update set paced_until = excluded.paced_until, paced_priority = excluded.paced_priority
    where tenant.paced_until <= ${now()} or tenant.paced_priority >= excluded.paced_priority`.execute(db);
}

/** The next due deliveries of a lane; none for a worker that has lost it. `others`: the keys of those that are left out. */
export function nextOf(dialect: SqlDialect, lane: Lane, limit: number, others: readonly string[] = ['']): RawBuilder<DeliveryRow> {
  const now = dialect.now();
  return sql<DeliveryRow>`
    select ${COLUMNS} from delivery d join lane l on l.id = d.lane ${WITH_TENANT}
    where d.lane = ${lane.id} and l.fence = ${lane.fence} and d.priority < ${unpaused(dialect)} and d.due_at <= ${now} and ${deliverable(now)} and d.key not in (${sql.join(others)})
    order by d.priority, d.position limit ${sql.lit(limit)}`;
}

/** Ends the lease of a lane in which nothing was found. */
export const releaseIdle = ({ id, fence }: Lane): RawBuilder<unknown> =>
  sql`update lane set lease_until = 0 where id = ${id} and fence = ${fence} and not exists (select 1 from found)`;

type Claim = Lane & { readonly tenant: string | null; readonly urgency: number; readonly since: number; readonly first: number };
/** The columns of a delivery, as the port names them but for the destination, which is stored as text. */
type DeliveryRow = Omit<Delivery, 'destination' | 'maybeSent' | 'opening' | 'waited'> & {
  readonly waited: number;
  readonly place: string;
  readonly maybeSent: number;
  readonly openingIn: string | null;
  readonly openingId: string | null;
};
/** The latest opening: a person's chat has none, and the desk's is wanted. */
const opening = (column: string) => sql`(
  select ${sql.ref(column)} from delivery a
  where a.outage_id = d.outage_id and a.kind = 'opening' and a.state = 'done'
    and a.place = case when d.place like 'person:%' then 'desk' else d.place end
  order by a.position desc limit 1)`;
const WAITED = `${WAITS_FOR_HOURS}%`;
const COLUMNS = sql`d.key, d.outage_id as "outageId", d.kind, d.place, d.seq, d.priority, d.after_key as after, d.lane,
  d.created_at as "createdAt", d.attempts, d.maybe_sent as "maybeSent", d.repeats,
  case when d.error like ${sql.lit(WAITED)} then 1 else 0 end as waited,
  (select o.head from outage o where o.id = d.outage_id) as head,
  ${opening('a.conversation_id')} as "openingIn", ${opening('a.activity_id')} as "openingId"`;

export const deliveryOf = ({ place, maybeSent, waited, openingIn, openingId, ...row }: DeliveryRow): Delivery => ({
  ...row,
  destination: readDestination(place),
  maybeSent: maybeSent === 1,
  ...(waited === 1 && { waited: true }),
  opening: openingIn === null ? null : { conversationId: openingIn, activityId: openingId },
});
