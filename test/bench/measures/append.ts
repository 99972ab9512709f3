/** Whether an action on an outage costs more the more has happened to it: many updates, or many who joined. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Action } from '../../../src/outage/actions.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { act } from '../../store/contract/stores.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleJoinAction, sampleReportAction, sampleUpdateAction } from '../../support/outage/sample.ts';
import { median } from '../statistics.ts';
import { DATABASES, type DatabaseName } from '../world/databases.ts';
import { pairs, ratioOf } from '../world/rounds.ts';
import type { World } from '../world/world.ts';
import type { Measure, Outcome } from './measure.ts';

const LONG = 2_000;
const SHORT = 10;
const ROUNDS = 9;
const APPENDS = 15;
const WARM_UP = 60;

const join = (outageId: string, n: number): Action =>
  sampleJoinAction({ outageId, by: { id: storedPersonKey(`aad-${n}`), name: `Person ${n}`, roles: ['customer'] } });
const update = (outageId: string, n: number): Action => sampleUpdateAction({ outageId, text: `Update ${n}` });
const KINDS = { joins: join, updates: update };
type Kind = keyof typeof KINDS;

const nameOf = (database: DatabaseName, kind: Kind) => `append-${kind}-${database}`;

export const append: Measure = {
  part: 'append',
  rows: DATABASES.flatMap((database) =>
    (['joins', 'updates'] as const).map((kind) => ({
      name: nameOf(database, kind),
      what: `append to an outage with ${LONG} ${kind} / with ${SHORT}, ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
      unit: 'times',
      bound: 1.3,
    })),
  ),
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const database of DATABASES) {
      const store = await openStore(world, database);
      for (const kind of ['joins', 'updates'] as const)
        if (wanted(nameOf(database, kind))) outcomes[nameOf(database, kind)] = await compare(store, kind);
      await store.close();
    }
    return outcomes;
  },
};

async function openStore(world: World, name: DatabaseName): Promise<Store> {
  const { address } = await world.startDatabase(name);
  const log = silentLog();
  const store = name === 'sqlite' ? await openSqlite({ file: address, log }) : openPostgres({ url: address, log });
  await store.ready();
  return store;
}

/** Median of the time of an append, as the engine makes it: a transaction that reads, decides and stores. */
async function compare(store: Store, kind: Kind): Promise<Outcome> {
  let number = 0;
  const add = (outageId: string) => {
    number += 1;
    return act(store, KINDS[kind](outageId, number));
  };
  const outage = async (outageId: string, size: number) => {
    await act(store, sampleReportAction({ outageId, followers: [] }));
    await act(store, sampleAcknowledgeAction({ outageId }));
    for (let count = 0; count < size; count += 1) await add(outageId);
    return outageId;
  };
  const timeOf = async (outageId: string, appends: number) => {
    const times: number[] = [];
    for (let count = 0; count < appends; count += 1) {
      const began = performance.now();
      await add(outageId);
      times.push(performance.now() - began);
    }
    return median(times);
  };
  const long = await outage(`long-${kind}`, LONG);
  const short = await Promise.all(Array.from({ length: ROUNDS + 1 }, (_, index) => outage(`short-${kind}-${index}`, SHORT)));
  // What was written to make them long is out of the way then.
  await pause(2_000);
  for (const one of [long, short[ROUNDS] ?? long]) await timeOf(one, WARM_UP);
  const measured = await pairs(ROUNDS, {
    own: () => timeOf(long, APPENDS),
    peer: (round) => timeOf(short[round] ?? long, APPENDS),
  });
  return ratioOf(measured);
}
