/** How late deadlines are stored when 10,000 fall due in a minute, and when others do beside a process that keeps a core busy. */
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { samplePolicy } from '../../support/outage/sample.ts';
import { percentile } from '../statistics.ts';
import { DATABASES, type Database, execute } from '../world/databases.ts';
import { meetDeadlines } from '../world/deadlines.ts';
import { storeOpenOutages } from '../world/open-outages.ts';
import type { Measure, Outcome } from './measure.ts';

/** In a minute, and then as many in half a minute as would be 10,000 in a whole one. */
const QUIET = 10_000;
const BUSY = 5_000;
const SPREAD_MS = 90_000;
/** Their desks; all are in one tenant, whose limits hold up the pings and nothing else. */
const CHANNELS = 50;
const SHARES = { p50: 0.5, p99: 0.99, worst: 1 } as const;
const BOUNDS = { p50: 0.1, p99: 1, worst: 2 } as const;
const firstRungMs = samplePolicy.rungs[0]?.afterMs ?? 0;
/** Stored first, twice, to see how long the others will take: the code of the first ones is not compiled yet. */
const TRIAL = 300;

export const lateness: Measure = {
  part: 'lateness',
  rows: DATABASES.flatMap((database) =>
    ['', '-busy'].flatMap((busy) =>
      (['p50', 'p99', 'worst'] as const).map((share) => ({
        name: `lateness-${database}${busy}-${share}`,
        what: `lateness of 10,000 deadlines in a minute, ${share}, ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}${busy && ', a core kept busy'}`,
        unit: 's',
        bound: BOUNDS[share],
      })),
    ),
  ),
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const name of DATABASES) {
      const rows = (busy: string) =>
        (['p50', 'p99', 'worst'] as const).map((share) => [share, `lateness-${name}${busy}-${share}`] as const);
      if (!['', '-busy'].flatMap(rows).some(([, row]) => wanted(row))) continue;
      const late = await measureOn(await world.startDatabase(name));
      for (const [busy, some] of [
        ['', late.slice(0, QUIET)],
        ['-busy', late.slice(QUIET)],
      ] as const)
        for (const [share, row] of rows(busy)) outcomes[row] = { samples: [percentile(some, SHARES[share]) / 1_000] };
    }
    return outcomes;
  },
};

async function measureOn(database: Database): Promise<readonly number[]> {
  const log = silentLog();
  const store =
    database.name === 'sqlite' ? await openSqlite({ file: database.address, log }) : openPostgres({ url: database.address, log });
  await store.ready();
  await msOfOne(store, 1_000_000);
  const storingMs = 10_000 + 1.5 * (await msOfOne(store, 2_000_000)) * (QUIET + BUSY);
  const deadlines = { count: QUIET + BUSY, channels: CHANNELS, spreadMs: SPREAD_MS, storingMs, busyFrom: QUIET };
  // What autovacuum has long done where these outages came over days and not in seconds.
  const settled = async () => (database.name === 'postgres' ? await execute(database, 'vacuum analyze') : undefined);
  const late = await meetDeadlines(store, deadlines, { settled, opened: () => execute(database, OPENED) });
  const early = Math.min(...late);
  if (early < 0) throw new Error(`a deadline came ${-early} ms too early`);
  return late;
}

async function msOfOne(store: Store, from: number): Promise<number> {
  const began = performance.now();
  await storeOpenOutages(store, { count: TRIAL, from, channels: CHANNELS, dueAt: () => Date.now() + firstRungMs }, async () => {});
  return (performance.now() - began) / TRIAL;
}

/** All first messages at the desks were sent. */
const OPENED = `update delivery set state = 'done', done_at = created_at, activity_id = key, conversation_id = lane || ';messageid=' || key
  where kind = 'opening'`;
