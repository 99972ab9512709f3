/** The engine as one thing: what wakes it. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { fakeClock } from '../support/clock.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { engineer, sampleOnCall, sampleReportAction } from '../support/outage/sample.ts';

/** Lets everything happen that needs no clock: nothing here waits for a network or a disk. */
async function settled(turns: number): Promise<void> {
  for (let left = turns; left > 0; left--) await turn();
}

it('a message that is stored while its conversation is being given back goes out at once, not when a clock says so', async () => {
  const store = await openSqlite({ file: ':memory:', now: fakeClock().now, log: silentLog() });
  onTestFinished(() => store.close());
  const sent: string[] = [];
  let acknowledged = false;
  const engine: Engine = createEngine({
    ...store,
    forms: { editAfter: async () => null },
    deliveries: {
      ...store.deliveries,
      async release(lane, pauseUntil) {
        if (!acknowledged && lane.id.startsWith('19:desk')) {
          acknowledged = true;
          await engine.handle({ type: 'acknowledge', outageId: 'nonce-1', by: engineer });
          await settled(50);
        }
        await store.deliveries.release(lane, pauseUntil);
      },
    },
    messenger: {
      async post(_address, { summary }) {
        sent.push(summary);
        return { conversationId: '19:desk@thread.tacv2;messageid=1', activityId: '1' };
      },
      edit: async () => {},
    },
    renderDigest: () => ({ card: {}, summary: 'several' }),
    clock: fakeClock().now,
    tellRestored: async () => {},
    tenantPerSecond: 30,
    receiptAfterMs: 60_000,
    render: ({ key }) => ({ card: {}, summary: key }),
    desk: { onCall: () => sampleOnCall, mayHear: () => true },
    log: silentLog(),
    // No clock runs: only a call ends a sleep.
    sleep: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
    random: () => 1,
  });
  onTestFinished(() => engine.stop());
  engine.start();
  const { at: _, number: __, onCall: ___, ...report } = sampleReportAction();
  await engine.handle(report);
  await settled(500);
  expect(acknowledged).toBe(true);
  expect(sent).toContain('nonce-1/news/desk/2');
});
