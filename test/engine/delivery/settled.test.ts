/** 3.7: edits of pings that are over: after everything else, only where there is room, and not for ever. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SETTLE_AFTER_MS, SETTLE_WITHIN_MS } from '../../../src/engine/delivery/limits.ts';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { DESK, type DeskEngine, startDeskEngine } from '../../support/bot/desk-engine.ts';

const MINUTE_MS = 60_000;
let desk: DeskEngine;
const inDesk = () => desk.sent.filter(({ to }) => to.startsWith(DESK));
const edits = () => desk.sent.filter(({ what }) => what.includes('settled/'));
const idOf = (index: number) => `nonce-${index}`;

beforeEach(async () => {
  desk = await startDeskEngine();
});

/** So many outages are reported and pinged, each by a message of its own, and nobody has them. */
async function pinged(count: number): Promise<void> {
  for (let index = 1; index <= count; index++) await desk.report(idOf(index));
  await desk.passes(2 * MINUTE_MS);
  desk.clock.advance(13 * MINUTE_MS);
  for (let index = 1; index <= count; index++) {
    await desk.passDeadline(idOf(index));
    await desk.passes(4_000);
  }
}

describe('3.7: the edit of a ping that is over', () => {
  it('3.7: waits a minute, and then for the news of all outages', async () => {
    await pinged(2);
    await desk.acknowledge(idOf(1));
    await desk.passes(SETTLE_AFTER_MS - 1_000);
    expect(edits()).toEqual([]);
    await desk.acknowledge(idOf(2));
    await desk.update('We restart it.', idOf(2));
    desk.sent.length = 0;
    await desk.passes(10_000);
    const whats = inDesk().map(({ what }) => what);
    expect(whats.filter((what) => what.startsWith('news/desk'))).toHaveLength(2);
    expect(whats.at(-1)).toBe('settled/desk/2');
  });

  it('3.7: in a storm leaves four fifths of the room to what people wait for, and comes after it', async () => {
    await pinged(20);
    for (let index = 1; index <= 20; index++) await desk.acknowledge(idOf(index));
    await desk.passes(SETTLE_AFTER_MS - 1_000);
    // Something new each four seconds, for which there is room at once.
    for (let seconds = 0; seconds < 120; seconds += 4) {
      await desk.update(`Still at it, ${seconds}.`, idOf(1 + (seconds % 20)));
      const storedAt = desk.clock.now();
      await desk.deliver();
      expect(inDesk().findLast(({ what }) => what.startsWith('news/desk'))?.at).toBe(storedAt);
      await desk.passes(4_000);
    }
    expect(edits().length).toBeLessThan(20);
    await desk.passes(2 * MINUTE_MS);
    expect(edits()).toHaveLength(20);
    const at = edits().map((one) => one.at);
    const within = at.map((from) => at.filter((one) => one >= from && one < from + 30_000).length);
    expect(Math.max(...within)).toBeLessThanOrEqual(11);
  });

  it('3.7: is not made any more when there was no room for a shift', async () => {
    await pinged(1);
    await desk.acknowledge();
    desk.script = ({ what }) => {
      if (what.includes('settled')) throw new SendError('refused', 'Teams: 503', { status: 503 });
    };
    await desk.passes(5 * MINUTE_MS);
    expect(await desk.line('settled/desk/2')).toMatchObject({ state: 'waiting' });
    desk.script = () => {};
    desk.sent.length = 0;
    desk.clock.advance(SETTLE_WITHIN_MS);
    await desk.deliver();
    expect(await desk.line('settled/desk/2')).toMatchObject({ state: 'skipped' });
    expect(edits()).toEqual([]);
  });

  it.each([403, 404])('3.7: is left out after %i, which is told to nobody', async (status) => {
    await pinged(1);
    await desk.acknowledge();
    desk.script = ({ what }) => {
      if (what.includes('settled')) throw new SendError('never', `Teams: ${status}`, { status });
    };
    await desk.passes(5 * MINUTE_MS);
    expect(await desk.line('settled/desk/2')).toMatchObject({ state: 'skipped', attempts: 1 });
    expect(await desk.store.health.setAside(9)).toEqual([]);
    expect(desk.log.filter(({ level }) => level !== 'info')).toEqual([]);
    expect((await desk.store.outages.read(idOf(1)))?.outage.unreachable).toEqual([]);
  });

  it('3.7: is made again when its answer was lost, and is no repeat', async () => {
    await pinged(1);
    await desk.acknowledge();
    let left = 1;
    desk.script = ({ what }) => {
      if (what.includes('settled') && left-- > 0) throw new SendError('ambiguous', 'no answer');
    };
    await desk.passes(5 * MINUTE_MS);
    expect(edits().map(({ repeated }) => repeated)).toEqual([false, false]);
    expect(await desk.line('settled/desk/2')).toMatchObject({ state: 'done' });
  });

  it('3.7: one at a time is tried while Teams does not answer, so that what is urgent finds the conversation free', async () => {
    await pinged(3);
    for (const index of [1, 2, 3]) await desk.acknowledge(idOf(index));
    await desk.passes(SETTLE_AFTER_MS - 1_000);
    desk.script = ({ what }) => {
      if (what.includes('settled')) throw new SendError('ambiguous', 'no answer');
    };
    desk.sent.length = 0;
    await desk.passes(10 * MINUTE_MS);
    expect(edits().length).toBeGreaterThan(5);
    expect(edits().length).toBeLessThanOrEqual(14);
    desk.script = () => {};
    desk.sent.length = 0;
    await desk.passes(2 * MINUTE_MS);
    expect(edits()).toHaveLength(3);
  });
});
