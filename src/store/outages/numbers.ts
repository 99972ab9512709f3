/** What is counted of outages: a row for each beside its record, and the figures that many rows make. */
import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Offset, OutageNumbers, Recorded } from '../../engine/ports/outages.ts';
import { APART, numbersOf } from '../../outage/numbers/count.ts';
import { FEW, type Figure, type Kept, type Period, rankOf, type Spread } from '../../outage/numbers/figure.ts';
import type { Instant } from '../../outage/types/values.ts';
import { later, type SqlDialect } from '../dialect.ts';
import { rowOf } from './numbers-row.ts';
import { recordedOf, recordsOf } from './record.ts';

/** The row of this outage as it is after these events; nothing for what is not counted. A newer row stays. */
export function putNumbers(recorded: Recorded): readonly RawBuilder<{ n: number }>[] {
  const counted = numbersOf(recorded);
  if (!counted) return [];
  const row = rowOf(recorded.outage, counted);
  const columns = Object.keys(row).map((column) => sql.ref(column));
  // Kysely takes longer to build it of parts than a database to run it.
  return [
    sql`insert into outage_numbers (${sql.join(columns)}) values (${sql.join(Object.values(row))})
    on conflict (outage_id) do update set (${sql.join(columns)}) = (${sql.join(columns.map((column) => sql`excluded.${column}`))})
    where outage_numbers.version < excluded.version returning 0 as n`,
  ];
}

/** Until when the events of all outages are known to be counted. */
const CAUGHT_UP = sql.lit('numbers-until');
/** Of outages of which that many events were not counted, all are. */
const EVENTS_AT_ONCE = 500;
/** A transaction that began before takes no longer to end. */
const SLACK_MS = 600_000;

export function createNumbers(dialect: SqlDialect): OutageNumbers {
  const { db } = dialect;
  return {
    async catchUp() {
      const { rows } = await sql<{ id: string; at: Instant }>`
        select e.outage_id as id, e.at from outage_event e
        join outage o on o.id = e.outage_id left join outage_numbers n on n.outage_id = e.outage_id
        where e.at >= coalesce((select value from counter where name = ${CAUGHT_UP}), 0) and o.number > 0
          and (n.version is null or n.version < o.version)
        order by e.at, e.outage_id, e.seq limit ${sql.lit(EVENTS_AT_ONCE)}`.execute(db);
      const asked = [...new Set(rows.map(({ id }) => id))].map((id) => ({ id, version: 0, head: '' }));
      for (const one of asked) {
        const { rows: found } = await recordsOf(dialect, [one]).execute(db);
        const recorded = found[0] && recordedOf(found[0], null);
        for (const put of recorded ? putNumbers(recorded) : []) await put.execute(db);
        // Each takes a moment, and people wait for others.
        await setImmediate();
      }
      const isFull = rows.length === EVENTS_AT_ONCE;
      const until = isFull ? sql<number>`${rows.at(-1)?.at ?? 0}` : later(dialect.now(), -SLACK_MS);
      await sql`insert into counter (name, value) values (${CAUGHT_UP}, ${until})
        on conflict (name) do update set value = excluded.value where counter.value < excluded.value`.execute(db);
      return isFull;
    },
    async countAgain() {
      await db.transaction().execute(async (transaction) => {
        await transaction.updateTable('outage_numbers').set({ version: 0 }).execute();
        await sql`delete from counter where name = ${CAUGHT_UP}`.execute(transaction);
      });
    },
    figure: (period, projectId, offsets = []) => figure(dialect, period, projectId, offsets),
  };
}

type Summed = Kept & {
  readonly id: string;
  readonly apart: number;
  readonly updates: number;
  readonly updatesOnTime: number;
  readonly acknowledged: number;
  readonly resolved: number;
};

async function figure(dialect: SqlDialect, { from, until }: Period, projectId: string | null, offsets: readonly Offset[]): Promise<Figure> {
  const { db, now } = dialect;
  const ofProject = projectId === null ? sql`1 = 1` : sql`project_id = ${projectId}`;
  const within = sql`reported_at >= ${from} and reported_at < ${until} and ${ofProject}`;
  const { rows } = await sql<Summed>`
    select scenario_id as id, apart, count(*) as outages, coalesce(sum(in_time), 0) as kept,
      count(case when in_time is null and due_at >= now then 1 end) as waiting,
      sum(updates) + count(case when update_by < now then 1 end) as updates, sum(updates_on_time) as "updatesOnTime",
      count(acknowledged_after) as acknowledged, count(resolved_after) as resolved
    from outage_numbers cross join (select ${now()} as now) as clock where ${within} group by scenario_id, apart`.execute(db);
  const inAll = rows.filter(({ apart }) => apart === 0);
  const apartOf = (why: (typeof APART)[number]) => keptOf(rows.filter(({ apart }) => APART[apart] === why));
  const scenarios = inAll.map(({ id, outages, kept, waiting }) => ({ id, outages, kept, waiting }));
  return {
    ...keptOf(inAll),
    updates: sumOf(inAll, 'updates'),
    updatesOnTime: sumOf(inAll, 'updatesOnTime'),
    acknowledged: await spread('acknowledged_after', sumOf(inAll, 'acknowledged')),
    resolved: await spread('resolved_after', sumOf(inAll, 'resolved')),
    apart: { transferred: apartOf('transferred'), merged: apartOf('merged'), withdrawn: apartOf('withdrawn').outages },
    scenarios: scenarios.sort((one, other) => other.outages - one.outages || (one.id < other.id ? -1 : 1)),
    hours: offsets.length > 0 ? await hours() : [],
  };

  /** Each value is read by its rank, in the order of an index: of `reported_at` as it stands, another one would be taken and all of it sorted. */
  async function spread(measure: 'acknowledged_after' | 'resolved_after', count: number): Promise<Spread> {
    const column = sql.ref(measure);
    const some = sql`apart = 0 and ${column} is not null and reported_at + 0 >= ${from} and reported_at + 0 < ${until} and ${ofProject}`;
    // Others have their turn between two statements: SQLite works in this very thread.
    await setImmediate();
    if (count < FEW) {
      const { rows: few } = await sql<{ number: number; ms: number }>`
        select number, ${column} as ms from outage_numbers where ${some} order by ${column}, reported_at, project_id limit ${sql.lit(FEW)}`.execute(
        db,
      );
      return { count, few };
    }
    // What is not in the index would have to be read from the table, for each row on the way.
    const ranked = async (rank: number) => {
      const { rows: values } = await sql<{ ms: number }>`
        select ${column} as ms from outage_numbers where ${some}
        order by ${column}, reported_at, project_id limit 1 offset ${rank - 1}`.execute(db);
      await setImmediate();
      return values[0]?.ms ?? 0;
    };
    return { count, median: await ranked(rankOf(50, count)), p90: await ranked(rankOf(90, count)) };
  }

  async function hours(): Promise<readonly number[]> {
    await setImmediate();
    const [first, ...later] = offsets.map(({ from: at, ms }) => ({ at, ms: sql`cast(${ms} as bigint)` }));
    const changes = later.toReversed().map(({ at, ms }) => sql`when reported_at >= ${at} then ${ms}`);
    const offset = changes.length > 0 ? sql`case ${sql.join(changes, sql` `)} else ${first?.ms} end` : first?.ms;
    const { rows: found } = await sql<{ hour: number; count: number }>`
      select ((reported_at + ${offset}) / 3600000) % 24 as hour, count(*) as count from outage_numbers
      where ${within} and apart = 0 group by 1`.execute(db);
    const counts = new Map(found.map(({ hour, count }) => [hour, count]));
    return Array.from({ length: 24 }, (_, hour) => counts.get(hour) ?? 0);
  }
}

const sumOf = <Key extends string>(all: readonly { readonly [key in Key]: number }[], key: Key): number =>
  all.reduce((sum, one) => sum + one[key], 0);
const keptOf = (all: readonly Kept[]): Kept => ({
  outages: sumOf(all, 'outages'),
  kept: sumOf(all, 'kept'),
  waiting: sumOf(all, 'waiting'),
});
