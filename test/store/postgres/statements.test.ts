/** What a deadline costs on PostgreSQL: each statement is a journey to the server and back, and 167 deadlines a second are promised. */
// @module-tag full
import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createHandle } from '../../../src/engine/handle.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleOnCall, samplePolicy } from '../../support/outage/sample.ts';
import { startPostgres } from '../../support/store/postgres.ts';
import { report } from '../contract/stores.ts';

const START_LIMIT_MS = 300_000;

it('a deadline or an acknowledgement, by a bot that sees the outage for the first time, takes five statements', {
  timeout: START_LIMIT_MS,
}, async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const url = await postgres.createDatabase();
  const clock = fakeClock();
  const [first, second] = [1, 2].map(() => openPostgres({ url, now: clock.now, log: silentLog() }));
  if (!first || !second) throw new Error('no stores');
  onTestFinished(async () => void (await Promise.all([first.close(), second.close()])));
  await first.ready();
  await report(first);
  const handle = createHandle({
    outages: second.outages,
    desk: { onCall: () => sampleOnCall, mayHear: () => true },
    log: silentLog(),
    onStored: () => {},
  });
  await handle({ type: 'pass-deadline', outageId: 'nobody-reported-it' });
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const statements = async (work: () => Promise<unknown>) => {
    asked.mockClear();
    await work();
    return asked.mock.calls.map(([query]) => /[a-z]+(?: "?[a-z_0-9]+"?)?/.exec((query as unknown as { text: string }).text)?.[0]);
  };
  const five = ['begin', 'with found', 'select', 'with "w0"', 'commit'];
  clock.advance(samplePolicy.rungs[0]?.afterMs ?? 0);
  expect(await statements(() => handle({ type: 'pass-deadline', outageId: 'nonce-1' }))).toEqual(five);
  expect(await statements(() => handle({ ...sampleAcknowledgeAction(), outageId: 'nonce-1' }))).toEqual(five);
});
