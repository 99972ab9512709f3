/** What the watcher asks, in a few cheap queries: what was not done or not delivered in time, and which bot tells the desk of it. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { AlarmRow, Alarms, Findings, Health, SetAside, WaitingReason } from '../../engine/ports/health.ts';
import { readDestination } from '../../outage/destinations.ts';
import { OPEN_STATES } from '../../outage/types/outage.ts';
import { type Database, later, type SqlDialect } from '../dialect.ts';
import { deliverable } from '../queue/lanes.ts';

const EXAMPLES = 5;

export function createHealth(dialect: SqlDialect): Health {
  const { db } = dialect;
  return {
    async look({ deadlineMs, deliveryMs }) {
      return {
        open: await count(db, sql`outage o`, isOpen),
        overdue: await overdue(dialect, deadlineMs),
        withoutDeadline: await withoutDeadline(db),
        withoutThread: await withoutThread(db),
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
      return rows.map(({ place, ...row }) => ({ ...row, destination: readDestination(place) }));
    },

    async markSetAsideTold(keys) {
      if (keys.length === 0) return;
      await db.updateTable('delivery').set({ set_aside_told: 1 }).where('key', 'in', keys).execute();
    },
  };
}

/** Drills are not counted. */
const isOpen = sql<SqlBool>`o.state in (${sql.join(OPEN_STATES)}) and o.number > 0`;

async function count(db: Database, from: RawBuilder<unknown>, where: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from} where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function overdue(dialect: SqlDialect, deadlineMs: number): Promise<Findings['overdue']> {
  const passed = sql`deadline d join outage o on o.id = d.outage_id where o.number > 0 and d.due_at < ${later(dialect.now(), -deadlineMs)}`;
  const { rows } = await sql<{ count: number; oldest: number | null }>`
    select count(*) as count, min(d.due_at) as oldest from ${passed}`.execute(dialect.db);
  const [found] = rows;
  if (!found || found.oldest === null) return null;
  const { rows: examples } = await sql<{ number: number }>`
    select o.number from ${passed} order by d.due_at, o.number limit ${EXAMPLES}`.execute(dialect.db);
  return { count: found.count, oldestAt: found.oldest, outages: examples.map(({ number }) => number) };
}

const withoutDeadline = (db: Database) => someOpen(db, sql`not exists (select 1 from deadline d where d.outage_id = o.id)`);

const withoutThread = (db: Database) =>
  someOpen(
    db,
    sql`not exists (
      select 1 from delivery d
      where d.outage_id = o.id and d.kind = 'opening' and d.place = 'desk' and d.state || '' in ('waiting', 'done')
    )`,
  );

async function someOpen(db: Database, which: RawBuilder<unknown>): Promise<Findings['withoutThread']> {
  const found = sql<SqlBool>`${isOpen} and ${which}`;
  const total = await count(db, sql`outage o`, found);
  if (total === 0) return null;
  const { rows } = await sql<{ number: number }>`
    select o.number from outage o where ${found} order by o.number limit ${EXAMPLES}`.execute(db);
  return { count: total, outages: rows.map(({ number }) => number) };
}

async function waiting(dialect: SqlDialect): Promise<Findings['waiting']> {
  const { rows } = await sql<{ count: number; oldest: number | null }>`
    select count(*) as count, min(d.created_at) as oldest from delivery d where ${deliverable(dialect.now())}`.execute(dialect.db);
  return { count: rows[0]?.count ?? 0, oldestAt: rows[0]?.oldest ?? null };
}

/**
 * Grouped by outage and conversation, because a refused message holds back what follows it there. A group is a backlog when
 * Teams has just limited the conversation, or when none of its attempts failed and we are keeping Teams' limits or a bot is
 * sending: its turn will come.
 */
async function late(dialect: SqlDialect, deliveryMs: number): Promise<Findings['late']> {
  const now = dialect.now();
  const tolerated = later(now, -deliveryMs);
  const groups = sql`
    with late as (
      select d.lane, d.outage_id, d.created_at, d.error from delivery d
      where ${deliverable(now)} and case when d.error is null then d.due_at else d.created_at end < ${tolerated}
    ), groups as (
      select t.lane, t.outage_id, count(*) as count, min(t.created_at) as oldest, max(t.error) as error
      from late t group by t.lane, t.outage_id
    ), reasons as (
      select g.*, case
        when l.not_before > ${tolerated} then 'backlog'
        when g.error is not null then 'refused'
        when l.paced_until > ${tolerated} then 'backlog'
        when exists (select 1 from lane busy where busy.lease_until > ${now}) then 'backlog'
        else 'untouched' end as why
      from groups g join lane l on l.id = g.lane
    )`;
  const { rows } = await sql<{ why: WaitingReason; count: number; oldest: number }>`${groups}
    select why, cast(sum(count) as bigint) as count, min(oldest) as oldest from reasons group by why order by why`.execute(dialect.db);
  if (rows.length === 0) return [];
  const examples = await Promise.all(rows.map(({ why }) => examplesOf(dialect.db, groups, why)));
  return rows.map(({ why, count: total, oldest }, index) => ({ why, count: total, oldestAt: oldest, ...(examples[index] ?? NONE) }));
}

const NONE = { outages: [], error: null };

async function examplesOf(db: Database, groups: RawBuilder<unknown>, why: WaitingReason) {
  const { rows } = await sql<{ number: number; error: string | null }>`${groups}
    select o.number, max(r.error) as error from reasons r join outage o on o.id = r.outage_id where r.why = ${why}
    group by o.number order by min(r.oldest), o.number limit ${EXAMPLES}`.execute(db);
  return { outages: rows.map(({ number }) => number), error: rows[0]?.error ?? null };
}

/** One row for each kind of trouble, which a bot claims if it has not changed since it was read. */
export function createAlarms(dialect: SqlDialect): Alarms {
  const { db } = dialect;
  const claimed = ({ kind, fence }: AlarmRow) => db.updateTable('alarm').where('kind', '=', kind).where('fence', '=', fence);
  return {
    async see(kinds) {
      // Sorted, so that two bots never deadlock.
      for (const kind of [...kinds].sort()) {
        await db
          .insertInto('alarm')
          .values({ kind, began_at: dialect.now(), seen_at: dialect.now(), told_at: null })
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
      const found = await claimed(row)
        .where('seen_at', '=', row.seenAt)
        .set({ held_until: later(dialect.now(), leaseMs), fence: row.fence + 1 })
        .returning('held_until')
        .executeTakeFirst();
      return found ? { ...row, heldUntil: found.held_until, fence: row.fence + 1 } : null;
    },

    async markTold(row) {
      await claimed(row)
        .set({ told_at: dialect.now(), held_until: 0, fence: row.fence + 1 })
        .execute();
    },

    async giveBack(row, pauseMs) {
      await claimed(row)
        .set({ held_until: later(dialect.now(), pauseMs), fence: row.fence + 1 })
        .execute();
    },

    async remove({ kind, fence }) {
      await db.deleteFrom('alarm').where('kind', '=', kind).where('fence', '=', fence).execute();
    },
  };
}
