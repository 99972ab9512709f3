/** Which threads are late is asked of the store again and again: it must neither be in a hurry nor stand in its own way. */
import { expect, it } from 'vitest';
import type { Handle } from '../../../src/engine/handle.ts';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { createReceiptKeeper } from '../../../src/engine/timers/deadlines.ts';
import { DESK, ORIGIN, startDeskEngine } from '../../support/bot/desk-engine.ts';
import { silentLog } from '../../support/log/silent-log.ts';

const AFTER_MS = 60_000;

async function late(around: (handle: Handle) => Handle = (handle) => handle) {
  const desk = await startDeskEngine();
  const { store, clock } = desk;
  await desk.report();
  await desk.report('nonce-2');
  clock.advance(60 * AFTER_MS);
  const handle = around(desk.handle);
  const keeper = createReceiptKeeper({ receipts: store.receipts, now: store.outages.now, handle, afterMs: AFTER_MS, log: silentLog() });
  const typesOf = async (id: string) => (await store.outages.read(id))?.events.map(({ type }) => type);
  return { keeper, clock, typesOf };
}

it('what could not be sent while no bot ran has ten seconds first', async () => {
  const { keeper, clock, typesOf } = await late();
  expect(await keeper.step()).toBe(0);
  expect(await keeper.nextDueAt()).toBe(clock.now() + 10_000);
  clock.advance(10_000);
  expect(await keeper.step()).toBe(2);
  expect(await typesOf('nonce-1')).toEqual(['reported', 'desk-unreached']);
  expect([await keeper.step(), await keeper.nextDueAt()]).toEqual([0, null]);
});

it('an outage that cannot be read stands in the way of no other, and is tried again without hurry', async () => {
  let broken = true;
  const { keeper, clock, typesOf } = await late((handle) => async (request) => {
    if (broken && request.outageId === 'nonce-1') throw new Error('it cannot be read');
    return await handle(request);
  });
  await keeper.step();
  clock.advance(10_000);
  // Nothing more is due at once, or the loop would spin.
  expect([await keeper.step(), await keeper.nextDueAt()]).toEqual([0, null]);
  expect(await typesOf('nonce-2')).toEqual(['reported', 'desk-unreached']);
  broken = false;
  expect(await keeper.step()).toBe(1);
  expect(await typesOf('nonce-1')).toEqual(['reported', 'desk-unreached']);
});

it('a receipt is not told when the thread is there, although nobody has recorded that yet', async () => {
  const desk = await startDeskEngine();
  const refused = new Set([DESK, ORIGIN]);
  desk.script = ({ to }) => {
    if (refused.has(to)) throw new SendError('refused', 'Teams is away', { status: 503 });
  };
  await desk.report();
  await desk.passes(AFTER_MS);
  await desk.handle({ type: 'note-desk-unreached', outageId: 'nonce-1', afterMs: AFTER_MS });
  await desk.passes(AFTER_MS);
  refused.delete(DESK);
  await desk.passes(AFTER_MS);
  expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'done' });
  expect(await desk.line('news/origin/2')).toMatchObject({ state: 'skipped' });
});
