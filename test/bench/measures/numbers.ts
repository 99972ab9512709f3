/** How long the numbers of a desk with 100,000 outages take, all of them in the period, and how long they hold up everybody else. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { offsetsIn, periodOf } from '../../../src/desk/periods.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { act } from '../../store/contract/stores.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleReportAction, sampleResolveAction } from '../../support/outage/sample.ts';
import { copyOutages } from '../../support/store/many-outages.ts';
import { median } from '../statistics.ts';
import { DATABASES, type DatabaseName } from '../world/databases.ts';
import { connect } from '../world/large-store.ts';
import type { World } from '../world/world.ts';
import type { Measure, Outcome } from './measure.ts';

const OUTAGES = 100_000;
const TIMES = 21;
const BOUND_MS = 300;
const ZONE = 'Europe/Copenhagen';
const MINUTE_MS = 60_000;

const nameOf = (database: DatabaseName) => `numbers-100000-${database}`;

export const numbers: Measure = {
  part: 'numbers',
  rows: DATABASES.map((database) => ({
    name: nameOf(database),
    what: `numbers of 90 days with 100,000 outages, and of the 90 days before, ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
    unit: 'ms',
    bound: BOUND_MS,
  })),
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const database of DATABASES) if (wanted(nameOf(database))) outcomes[nameOf(database)] = await measured(world, database);
    return outcomes;
  },
};

/** Times and kinds that differ, as they would be; the outages are copies of one. */
const SPREAD = `update outage_numbers set acknowledged_after = (number * 7919) % 3000000, in_time = 1 - (number * 7919) % 3000000 / 1800000,
  resolved_after = (number * 7919) % 3000000 + (number % 1000 * 104729) % 90000000, scenario_id = 'scenario-' || (number * 31) % 12,
  project_id = 'project-' || (number * 17) % 20, apart = case when number % 50 = 0 then 1 when number % 60 = 0 then 2 else 0 end`;

async function measured(world: World, name: DatabaseName): Promise<Outcome> {
  const database = await world.startDatabase(name);
  const now = Date.now();
  const first = await open(name, database.address);
  await act(first, sampleReportAction({ at: now - 3 * MINUTE_MS, followers: [] }));
  await act(first, sampleAcknowledgeAction({ at: now - 2 * MINUTE_MS }));
  await act(first, sampleResolveAction({ at: now - MINUTE_MS }));
  await first.close();
  const { filling, end } = await connect(database);
  await copyOutages(filling, [{ of: 'nonce-1', count: OUTAGES }]);
  await filling.run(SPREAD);
  if (filling.isPostgres) await filling.run('vacuum analyze outage_numbers');
  await end();
  const store = await open(name, database.address);
  while (await store.numbers.catchUp());
  const { period, before: earlier } = periodOf('90 days', now, ZONE);
  const ask = async () => {
    await store.numbers.catchUp();
    const figure = await store.numbers.figure(period, null, offsetsIn(period, ZONE));
    await store.numbers.figure(earlier, null);
    return figure;
  };
  const { outages, apart } = await ask();
  const counted = outages + apart.transferred.outages + apart.merged.outages;
  if (counted < OUTAGES) throw new Error(`of ${OUTAGES} outages ${counted} were counted`);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const samples: number[] = [];
  const before = process.cpuUsage();
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    await ask();
    samples.push(performance.now() - began);
  }
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const cpu = `${((user + system) / 1_000 / TIMES).toFixed(0)} ms CPU of this process`;
  await store.close();
  return { samples, value: median(samples), note: `${cpu}, which was held up for at most ${(delay.max / 1e6).toFixed(0)} ms` };
}

async function open(name: DatabaseName, address: string): Promise<Store> {
  const log = silentLog();
  const store = name === 'sqlite' ? await openSqlite({ file: address, log }) : openPostgres({ url: address, log });
  await store.ready();
  return store;
}
