/** The store's clock, when it is set back. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LEASE_MS } from '../../../src/engine/delivery/limits.ts';
import { createClockWatch } from '../../../src/engine/watch/recovery.ts';
import { START } from '../../support/clock.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';

const HOUR_MS = 3_600_000;

/** A clock that shows what the test says, and a store that remembers `latest`. */
function watched({ latest = null as number | null, failing = 0 } = {}) {
  const shown = { at: START };
  const shortened: number[] = [];
  const lines: LogLine[] = [];
  let failuresLeft = failing;
  const leases = {
    latest: async () => latest,
    async cap(toMs: number) {
      if (failuresLeft-- > 0) throw new Error('busy');
      shortened.push(toMs);
    },
  };
  return { shown, shortened, lines, now: createClockWatch({ outages: { now: async () => shown.at }, leases, log: silentLog(lines) }) };
}

it('a clock that goes on, or is brought together by a moment, changes nothing', async () => {
  const { shown, shortened, now } = watched({ latest: START - HOUR_MS });
  for (const at of [START, START + HOUR_MS, START + HOUR_MS - 1_000]) {
    shown.at = at;
    expect(await now()).toBe(at);
  }
  expect(shortened).toEqual([]);
});

it('a clock that is set back ends each wait within a lease, once, and the log says by how much', async () => {
  const { shown, shortened, lines, now } = watched();
  await now();
  shown.at -= HOUR_MS;
  await now();
  await now();
  expect(shortened).toEqual([LEASE_MS]);
  expect(lines).toMatchObject([{ level: 'warn', fields: { backMs: HOUR_MS } }]);
});

it('a clock that was set back while no bot ran is noticed at the first look', async () => {
  const { shortened, now } = watched({ latest: START + HOUR_MS });
  await now();
  expect(shortened).toEqual([LEASE_MS]);
});

it('what the store could not do is done at the next look', async () => {
  const { shown, shortened, now } = watched({ failing: 1 });
  await now();
  shown.at -= HOUR_MS;
  await expect(now()).rejects.toThrow('busy');
  await now();
  expect(shortened).toEqual([LEASE_MS]);
});

it('an answer that was long on its way is no clock that was set back', async () => {
  const answers: ((at: number) => void)[] = [];
  const shortened: number[] = [];
  const now = createClockWatch({
    outages: { now: () => new Promise((resolve) => void answers.push(resolve)) },
    leases: { latest: async () => null, cap: async (toMs) => void shortened.push(toMs) },
    log: silentLog(),
  });
  const both = [now(), now()];
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]?.(START + 5_000);
  await both[1];
  answers[0]?.(START);
  await both[0];
  expect(shortened).toEqual([]);
});
