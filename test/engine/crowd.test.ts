/** A crowd on one outage: on PostgreSQL with two bots at the same moment, everybody gets through, and an acknowledgement goes first. */
// @module-tag full
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActionRequest, createHandle, type Handle } from '../../src/engine/handle.ts';
import type { OutageStore } from '../../src/engine/ports/outages.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { engineer, reporter, sampleJoinAction, sampleOnCall, sampleReportAction } from '../support/outage/sample.ts';
import { startPostgres, type TestPostgres } from '../support/store/postgres.ts';

const LIMIT_MS = 60_000;
let postgres: TestPostgres;
let stores: Store[];
/** How many transactions of one bot run at the same moment, and the most that did. */
let atOnce: { now: number; most: number };

beforeAll(async () => {
  postgres = await startPostgres();
}, LIMIT_MS);
afterAll(() => postgres.stop(), LIMIT_MS);
beforeEach(async () => {
  const url = await postgres.createDatabase();
  stores = [1, 2].map(() => openPostgres({ url, log: silentLog() }));
  for (const store of stores) await store.ready();
  atOnce = { now: 0, most: 0 };
});
afterEach(async () => void (await Promise.all(stores.map((store) => store.close()))));

const bot = ({ outages }: { outages: OutageStore }): Handle =>
  createHandle({ outages, desk: { onCall: () => sampleOnCall, mayHear: () => true }, log: silentLog(), onStored: () => {} });

function counted(store: Store): OutageStore {
  return {
    ...store.outages,
    async transaction(work, changed) {
      atOnce.now += 1;
      atOnce.most = Math.max(atOnce.most, atOnce.now);
      return await store.outages.transaction(work, changed).finally(() => {
        atOnce.now -= 1;
      });
    },
  };
}

async function reported(handle: Handle, outageId: string): Promise<void> {
  const { at: _, number: __, onCall: ___, ...report } = sampleReportAction({ outageId });
  await handle(report);
}

function joins(outageId: string, index: number): ActionRequest {
  const { at: _, ...join } = sampleJoinAction({
    outageId,
    by: { ...reporter, id: storedPersonKey(`aad-${index}`), name: `Person ${index}` },
  });
  return join;
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const typesOf = async (outageId: string) => ((await stores[0]?.outages.read(outageId))?.events ?? []).map(({ type }) => type);

describe('2.1: a hundred people who join one outage on two bots, and an engineer who acknowledges it', () => {
  it('all get through, and the acknowledgement overtakes those that wait', async () => {
    const [one, other] = stores.map((store) => bot(store)) as [Handle, Handle];
    await reported(one, 'nonce-1');
    const crowd = numbers(100).map((index) => (index % 2 === 0 ? one : other)(joins('nonce-1', index)));
    const acknowledged = one({ type: 'acknowledge', outageId: 'nonce-1', by: engineer });
    const outcomes = await Promise.all([...crowd, acknowledged]);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([]);
    const types = await typesOf('nonce-1');
    expect(types.filter((type) => type === 'joined')).toHaveLength(100);
    // Before it: the report, one join of its own bot, and the few that the other bot stores while these two run. In its turn it came after 50.
    expect(types.indexOf('acknowledged')).toBeLessThanOrEqual(15);
  });

  it('hold one connection of each bot, and another outage does not wait for them', async () => {
    const handle = bot({ outages: counted(stores[0] as Store) });
    await reported(handle, 'nonce-1');
    await reported(handle, 'nonce-2');
    const crowd = numbers(50).map((index) => handle(joins('nonce-1', index)));
    let joined = 0;
    for (const one of crowd) void one.then(() => (joined += 1));
    await handle({ type: 'acknowledge', outageId: 'nonce-2', by: engineer });
    expect(joined).toBeLessThan(50);
    await Promise.all(crowd);
    expect(atOnce.most).toBe(2);
  });

  it('and similar reports and merges in both directions meet them without a loss', async () => {
    const [one, other] = stores.map((store) => bot(store)) as [Handle, Handle];
    for (const id of ['a', 'b', 'c']) await reported(one, id);
    const merges = [
      one({ type: 'merge', outageId: 'c', intoId: 'a', by: engineer, seen: null }),
      other({ type: 'merge', outageId: 'b', intoId: 'a', by: engineer, seen: null }),
    ];
    const back = other({ type: 'merge', outageId: 'a', intoId: 'b', by: engineer, seen: null });
    const crowd = numbers(60).map((index) => (index % 2 === 0 ? one : other)(joins(['a', 'b'][index % 3 === 0 ? 0 : 1] as string, index)));
    const settled = await Promise.allSettled([...merges, back, ...crowd]);
    expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect((await stores[0]?.outages.read('a'))?.events.length).toBeGreaterThan(1);
  });
});

describe('an engineer who takes a merge apart amid a crowd on two bots', () => {
  const deadlocks = async () => (await postgres.query('select sum(deadlocks)::int as count from pg_stat_database')) as unknown;
  let one: Handle;
  let other: Handle;
  const merged = async (joined: number) => {
    [one, other] = stores.map((store) => bot(store)) as [Handle, Handle];
    for (const id of ['x', 'a']) await reported(one, id);
    for (const index of numbers(joined)) await one(joins('a', index));
    expect(await one({ type: 'merge', outageId: 'a', intoId: 'x', by: engineer, seen: null })).toMatchObject({ ok: true });
  };
  const unmerges = () => one({ type: 'reopen', outageId: 'a', by: engineer, reason: 'Not the same.' });
  /** What failed, and whether all is well; a connection that ends has reported its deadlocks. */
  async function allGetThrough(work: readonly Promise<unknown>[], before: unknown) {
    const settled = await Promise.allSettled(work);
    expect(settled.filter((each) => each.status === 'rejected' || !(each.value as { ok: boolean }).ok)).toEqual([]);
    const x = (await stores[0]?.outages.read('x'))?.outage;
    const a = (await stores[0]?.outages.read('a'))?.outage;
    await Promise.all(stores.splice(0).map((store) => store.close()));
    expect(await deadlocks()).toEqual(before);
    expect([a?.state, x?.absorbed]).toEqual(['acknowledged', []]);
    return { x, a };
  }

  it('2.1: gets through among those who join the other outage, and so do they and an acknowledgement', async () => {
    await merged(0);
    const before = await deadlocks();
    const crowd = numbers(60).map((index) => (index % 2 === 0 ? one : other)(joins('x', index)));
    const acknowledged = other({ type: 'acknowledge', outageId: 'x', by: engineer });
    const { x } = await allGetThrough([...crowd, unmerges(), acknowledged], before);
    expect(x?.joined).toHaveLength(60);
    expect(x?.state).toBe('acknowledged');
  });

  it('3.3: does not block those who leave the other outage, nor they the engineer', async () => {
    await merged(30);
    const before = await deadlocks();
    const crowd = numbers(30).map((index) => {
      const by = { ...reporter, id: storedPersonKey(`aad-${index}`), name: `Person ${index}` };
      return (index % 2 === 0 ? one : other)({ type: 'leave', outageId: 'x', by });
    });
    const { x } = await allGetThrough([...crowd, unmerges()], before);
    expect(x?.joined).toEqual([]);
  });
});
