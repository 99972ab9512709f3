/** The loop behind everything that is due: it never dies, never spins, and says what is wrong once. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createLoop, type Loop } from '../../src/engine/loop.ts';
import { type LogLine, silentLog } from '../support/log/silent-log.ts';

const NOW = 1_000_000;
let naps: { ms: number; wake: () => void }[];
let steps: number;
let log: LogLine[];
let step: () => Promise<boolean>;
let dueAt: () => Promise<number | null>;
let loop: Loop;
let noticed: (() => void)[];

/** Resolves when the loop has gone to sleep for the n-th time. */
async function nap(count: number): Promise<{ ms: number; wake: () => void }> {
  while (naps.length < count) await new Promise<void>((resolve) => noticed.push(resolve));
  return naps[count - 1] as { ms: number; wake: () => void };
}

beforeEach(() => {
  naps = [];
  noticed = [];
  steps = 0;
  log = [];
  step = async () => false;
  dueAt = async () => null;
  loop = createLoop({
    name: 'test',
    step: async () => {
      steps += 1;
      return await step();
    },
    nextDueAt: () => dueAt(),
    now: async () => NOW,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        naps.push({ ms, wake: resolve });
        signal.addEventListener('abort', () => resolve(), { once: true });
        for (const tell of noticed.splice(0)) tell();
      }),
    log: silentLog(log),
  });
});

describe('the loop', () => {
  it('sleeps until the next thing is due, a second at the most, and never so short that it spins', async () => {
    const due = [null, NOW + 60_000, NOW + 300, NOW - 5];
    dueAt = async () => due.shift() ?? null;
    loop.start();
    for (const index of [1, 2, 3, 4]) (await nap(index)).wake();
    await nap(5);
    expect(naps.slice(0, 4).map(({ ms }) => ms)).toEqual([1_000, 1_000, 300, 20]);
    await loop.stop();
  });

  it('takes no step while it is told that nothing is due, and one at once when something is', async () => {
    const due = [null, NOW + 60_000, NOW - 5, NOW + 60_000];
    dueAt = async () => due.shift() ?? null;
    loop.start();
    for (const index of [1, 2]) (await nap(index)).wake();
    await nap(3);
    expect([steps, naps.map(({ ms }) => ms)]).toEqual([2, [1_000, 1_000, 1_000]]);
    await loop.stop();
  });

  it('works on without a pause while there is something to do', async () => {
    const more = [true, true, true, false];
    step = async () => more.shift() ?? false;
    loop.start();
    await nap(1);
    expect(steps).toBe(4);
    await loop.stop();
  });

  it('wakes at once when it is called', async () => {
    loop.start();
    await nap(1);
    loop.wake();
    await nap(2);
    expect(steps).toBe(2);
    await loop.stop();
  });

  it('does not sleep on a call that comes while it works', async () => {
    const { promise: hold, resolve: letGo } = Promise.withResolvers<void>();
    step = async () => {
      if (steps === 1) await hold;
      return false;
    };
    loop.start();
    loop.wake();
    letGo();
    await nap(1);
    expect(steps).toBe(2);
    await loop.stop();
  });

  it('survives a store that is away, tries every second, and tells it once and the recovery once', async () => {
    step = async () => Promise.reject(new Error('connect ECONNREFUSED'));
    loop.start();
    for (const index of [1, 2, 3]) (await nap(index)).wake();
    step = async () => false;
    (await nap(4)).wake();
    (await nap(5)).wake();
    await nap(6);
    expect(naps.slice(0, 4).map(({ ms }) => ms)).toEqual([1_000, 1_000, 1_000, 1_000]);
    expect(log.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'error: the store does not answer; trying again every second',
      'info: the store answers again',
    ]);
    await loop.stop();
  });

  it('tells a second failure again', async () => {
    dueAt = async () => NOW + 300;
    const outcomes = [Promise.reject.bind(Promise, new Error('1')), async () => false, Promise.reject.bind(Promise, new Error('2'))];
    step = async () => await ((outcomes.shift() ?? (async () => false))() as Promise<boolean>);
    loop.start();
    for (const index of [1, 2, 3]) (await nap(index)).wake();
    await nap(4);
    expect(log.filter(({ level }) => level === 'error')).toHaveLength(2);
    await loop.stop();
  });

  it('stops when the step that it is in has ended, and not before', async () => {
    const { promise: hold, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    step = async () => {
      begin();
      await hold;
      return true;
    };
    loop.start();
    await began;
    let stopped = false;
    const stopping = loop.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    letGo();
    await stopping;
    expect(steps).toBe(1);
  });

  it('stops at once when it sleeps, and does nothing when it is started after its stop', async () => {
    loop.start();
    await nap(1);
    await loop.stop();
    expect(steps).toBe(1);
    loop.start();
    await loop.stop();
    expect(steps).toBe(1);
  });
});
