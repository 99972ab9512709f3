/** What the watcher asks, in a few cheap queries: what was not done or not delivered in time, and which bot tells the desk of it. */
import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { AlarmRow, Alarms, Findings, Health, SetAside, WaitingReason } from '../../engine/ports/health.ts';
import { parseDestination } from '../../outage/destinations.ts';
import { WAITS_FOR_HOURS } from '../../outage/follow/chosen.ts';
import { OPEN_STATES } from '../../outage/types/outage.ts';
import { type Database, later, type SqlDialect } from '../dialect.ts';
import { deliverable } from '../queue/lanes.ts';

const EXAMPLES = 5;

export function createHealth(dialect: SqlDialect): Health {
  const { db, now } = dialect;
  return {
    async look({ deadlineMs, deliveryMs }) {
      const passed = sql`deadline d join outage o on o.id = d.outage_id where o.number > 0 and d.due_at < ${later(now(), -deadlineMs)}`;
      const overdue = await find(db, passed, sql`d.due_at`);
      const [oldest] = overdue;
      return {
        ...(await lookAtOpen(db)),
        overdue: oldest ? { count: oldest.count, oldestAt: oldest.first, outages: overdue.map(({ number }) => number) } : null,
        waiting: await waiting(dialect),
        late: await late(dialect, deliveryMs),
      };
    },

    async setAside(limit) {
      // Literals, because SQLite uses a partial index only when its condition is written in the query.
      const { rows } = await sql<Omit<SetAside, 'destination'> & { place: string }>`
        select d.key, o.number, d.kind, e.type as event, d.place, d.error
        from delivery d join outage o on o.id = d.outage_id join outage_event e on e.outage_id = d.outage_id and e.seq = d.seq
        where d.state = 'failed' and d.set_aside_told = 0
        order by d.position limit ${limit}`.execute(db);
      // A newer bot tells of places that this one does not know.
      return rows.flatMap(({ place, ...row }) => {
        const destination = parseDestination(place);
        return destination ? [{ ...row, destination }] : [];
      });
    },

    async markSetAsideTold(keys) {
      if (keys.length === 0) return;
      await db.updateTable('delivery').set({ set_aside_told: 1 }).where('key', 'in', keys).execute();
    },
  };
}

/** So many open outages are looked at in one statement, so that none takes long, however many are open. */
const PAGE = 1_000;
/** Looked up for each outage of a page. Without the limit PostgreSQL would read the whole table for a join. */
const deadlineOf = sql`(select 1 from deadline d where d.outage_id = o.id limit 1)`;
const threadOf = sql`(select 1 from delivery d
  where d.outage_id = o.id and d.kind = 'opening' and d.place = 'desk' and d.state || '' in ('waiting', 'done') limit 1)`;
const numbersWithout = (found: RawBuilder<unknown>) => sql`string_agg(case when ${found} is null then cast(o.number as text) end, ',')`;
type Page = { readonly count: number; readonly last: number; readonly noDeadline: string | null; readonly noThread: string | null };

/** All open outages, page by page; drills are not counted. */
async function lookAtOpen(db: Database): Promise<Pick<Findings, 'open' | 'withoutDeadline' | 'withoutThread'>> {
  const pages: Page[] = [];
  for (const state of OPEN_STATES) {
    for (let page: Page | undefined = { count: PAGE, last: 0, noDeadline: null, noThread: null }; page?.count === PAGE; ) {
      // Other work runs between two pages.
      if (page.last > 0) await setImmediate();
      const { rows } = await sql<Page>`
        with o as materialized (
          select id, number from outage where state = ${state} and number + 0 > ${page.last} order by number + 0 limit ${sql.lit(PAGE)}
        )
        select count(*) as count, max(o.number) as last, ${numbersWithout(deadlineOf)} as "noDeadline", ${numbersWithout(threadOf)} as "noThread"
        from o`.execute(db);
      [page] = rows;
      if (page) pages.push(page);
    }
  }
  const summary = (key: 'noDeadline' | 'noThread') => {
    const numbers = pages.flatMap((page) => page[key]?.split(',').map(Number) ?? []).sort((one, other) => one - other);
    return numbers.length > 0 ? { count: numbers.length, outages: numbers.slice(0, EXAMPLES) } : null;
  };
  const open = pages.reduce((sum, { count }) => sum + count, 0);
  return { open, withoutDeadline: summary('noDeadline'), withoutThread: summary('noThread') };
}

/** Nobody waits for the edit of a ping that is over, so it may wait for hours. */
const isWanted = (now: RawBuilder<number>) => sql`${deliverable(now)} and d.kind <> 'settled'`;
/** What is kept until its reader's quiet hours end has not failed, and waits since then. */
const QUIET = sql.lit(WAITS_FOR_HOURS);
const waitsSince = sql<number>`case when d.error = ${QUIET} then d.due_at else d.created_at end`;

type Found = { readonly number: number; readonly first: number; readonly count: number };

/** The first outages of those that match, by `order`, with the count of all that match. */
async function find(db: Database, matching: RawBuilder<unknown>, order = sql`o.number`): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select o.number, ${order} as first, count(*) over () as count from ${matching} order by ${order}, o.number limit ${EXAMPLES}`.execute(
    db,
  );
  return rows;
}

async function waiting(dialect: SqlDialect): Promise<Findings['waiting']> {
  const now = dialect.now();
  const { rows } = await sql<{ count: number; oldest: number | null }>`
    select count(*) as count, min(${waitsSince}) as oldest from delivery d where ${isWanted(now)}
      and (d.error is null or d.error <> ${QUIET} or d.due_at <= ${now})`.execute(dialect.db);
  return { count: rows[0]?.count ?? 0, oldestAt: rows[0]?.oldest ?? null };
}

type Late = { why: WaitingReason; number: number; error: string | null; place: number; total: number; oldestAt: number };

/**
 * In Teams: other systems have a patience of their own. Grouped by outage and conversation, because a refused message holds back what follows it there. A group is a backlog when
 * Teams has just limited the conversation, or when none of its attempts failed and we are keeping Teams' limits or a bot is
 * sending: its turn will come.
 */
async function late(dialect: SqlDialect, deliveryMs: number): Promise<Findings['late']> {
  const now = dialect.now();
  const tolerated = later(now, -deliveryMs);
  const { rows } = await sql<Late>`
    with late as (
      select d.lane, d.outage_id, ${waitsSince} as created_at, nullif(d.error, ${QUIET}) as error from delivery d
      where ${isWanted(now)} and d.place not like 'webhook:%' and d.place not like 'pager:%'
        and case when nullif(d.error, ${QUIET}) is null then d.due_at else d.created_at end < ${tolerated}
    ), groups as (
      select t.lane, t.outage_id, count(*) as count, min(t.created_at) as oldest, max(t.error) as error
      from late t group by t.lane, t.outage_id
    ), reasons as (
      select g.*, case
        when l.not_before > ${tolerated} then 'backlog'
        when g.error is not null then 'refused'
        when l.paced_until > ${tolerated} then 'backlog'
        when exists (select 1 from lane busy where busy.lease_until > 0 and busy.lease_until > ${now}) then 'backlog'
        else 'untouched' end as why
      from groups g join lane l on l.id = g.lane
    ), outages as (
      select r.why, o.number, sum(r.count) as count, min(r.oldest) as oldest, max(r.error) as error
      from reasons r join outage o on o.id = r.outage_id group by r.why, o.number
    ), ranked as (
      select why, number, error, row_number() over (partition by why order by oldest, number) as place,
        cast(sum(count) over (partition by why) as bigint) as total, min(oldest) over (partition by why) as "oldestAt"
      from outages
    )
    select * from ranked where place <= ${EXAMPLES} order by why, place`.execute(dialect.db);
  return rows
    .filter(({ place }) => place === 1)
    .map(({ why, total, oldestAt, error }) => {
      const outages = rows.filter((row) => row.why === why).map(({ number }) => number);
      return { why, count: total, oldestAt, outages, error };
    });
}

/** One row for each kind of trouble, which a bot claims if it has not changed since it was read. */
export function createAlarms({ db, now }: SqlDialect): Alarms {
  /** Changes the row if this bot still has it, and counts the change. */
  const change = ({ kind, fence }: AlarmRow) =>
    db
      .updateTable('alarm')
      .set({ fence: fence + 1 })
      .where('kind', '=', kind)
      .where('fence', '=', fence);
  return {
    async see(kinds) {
      // Sorted, so that two bots never deadlock.
      for (const kind of [...kinds].sort()) {
        await db
          .insertInto('alarm')
          .values({ kind, began_at: now(), seen_at: now(), told_at: null })
          .onConflict((alarm) => alarm.column('kind').doUpdateSet({ seen_at: (row) => row.ref('excluded.seen_at') }))
          .execute();
      }
    },

    async rows() {
      return await db
        .selectFrom('alarm')
        .select(['kind', 'began_at as beganAt', 'seen_at as seenAt', 'told_at as toldAt', 'held_until as heldUntil', 'fence'])
        .orderBy('began_at')
        .orderBy('kind')
        .execute();
    },

    async claim(row, leaseMs) {
      const found = await change(row)
        .set({ held_until: later(now(), leaseMs) })
        .where('seen_at', '=', row.seenAt)
        .returning(['held_until as heldUntil', 'fence'])
        .executeTakeFirst();
      return found ? { ...row, ...found } : null;
    },

    async markTold(row) {
      await change(row).set({ told_at: now(), held_until: 0 }).execute();
    },

    async giveBack(row, pauseMs) {
      await change(row)
        .set({ held_until: later(now(), pauseMs) })
        .execute();
    },

    async remove({ kind, fence }) {
      await db.deleteFrom('alarm').where('kind', '=', kind).where('fence', '=', fence).execute();
    },
  };
}
