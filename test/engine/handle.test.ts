/** The shell around `decide`: what it stores, what it repeats, and what it says. */

import { describe, expect, it } from 'vitest';
import { createHandle } from '../../src/engine/handle.ts';
import { ConflictError, type OutageStore } from '../../src/engine/ports/outages.ts';
import { createDeadlineKeeper } from '../../src/engine/timers/deadlines.ts';
import { formatDestination, laneOf } from '../../src/outage/destinations.ts';
import { notices } from '../../src/outage/notices.ts';
import type { Store } from '../../src/store/store.ts';
import { BOARD, DESK, startDeskEngine } from '../support/bot/desk-engine.ts';
import { type LogLine, silentLog } from '../support/log/silent-log.ts';
import { run } from '../support/outage/apply.ts';
import {
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleJoinAction,
  sampleOnCall,
  sampleReportAction,
  secondEngineer,
} from '../support/outage/sample.ts';

const MINUTE_MS = 60_000;

async function reported() {
  const desk = await startDeskEngine();
  await desk.report();
  return desk;
}

/** The handle on a store whose next transactions are lost to somebody else. */
function contested(store: Store, losses: number, before: () => Promise<unknown> = async () => {}) {
  const log: LogLine[] = [];
  let stored = 0;
  let left = losses;
  const handle = createHandle({
    outages: {
      ...store.outages,
      async transaction(work) {
        if (left-- > 0) {
          await before();
          throw new ConflictError('another writer was first');
        }
        return await store.outages.transaction(work);
      },
    },
    desk: { onCall: () => sampleOnCall, mayHear: () => true },
    log: silentLog(log),
    onStored: () => {
      stored += 1;
    },
  });
  return { handle, log, stored: () => stored };
}

describe('who is on call', () => {
  it('is asked with the time and what was taken by hand, both of the transaction, for a report and for each rung', async () => {
    const { store, clock, handle: outside } = await reported();
    const asked: unknown[] = [];
    const handle = createHandle({
      outages: store.outages,
      desk: {
        onCall: (projectId, at, overrides) => {
          asked.push({ projectId, at, overrides });
          return sampleOnCall;
        },
        mayHear: () => true,
      },
      log: silentLog(),
      onStored: () => {},
    });
    const until = clock.now() + 60 * MINUTE_MS;
    await store.overrides.make({ personId: engineer.id, target: { level: 'primary' }, until });
    const override = { personId: engineer.id, target: { level: 'primary' }, from: clock.now(), until };
    clock.advance(MINUTE_MS);
    const { at: _, number: __, onCall: ___, ...report } = sampleReportAction({ outageId: 'nonce-2' });
    await handle(report);
    clock.advance(59 * MINUTE_MS);
    await handle({ type: 'pass-deadline', outageId: 'nonce-2' });
    await outside({ type: 'acknowledge', outageId: 'nonce-2', by: engineer });
    expect(asked).toEqual([
      { projectId: 'shop', at: until - 59 * MINUTE_MS, overrides: [override] },
      { projectId: 'shop', at: until, overrides: [] },
    ]);
  });
});

describe('an action', () => {
  it('that lost a race is decided again on what is true then', async () => {
    const { store, handle } = await reported();
    const late = contested(store, 1, () => handle({ type: 'acknowledge', outageId: 'nonce-1', by: secondEngineer }));
    const outcome = await late.handle({ type: 'acknowledge', outageId: 'nonce-1', by: engineer });
    expect(outcome).toMatchObject({
      ok: false,
      rejection: { type: 'already-acknowledged', by: { name: secondEngineer.name } },
      recorded: { outage: { state: 'acknowledged' } },
    });
    expect(late.stored()).toBe(0);
  });

  it('survives eight lost races, and throws after the ninth instead of trying for ever', async () => {
    const { store } = await reported();
    const update = { type: 'update', outageId: 'nonce-1', by: engineer, text: 'x', phase: null, nextUpdateInMs: null, seen: null } as const;
    await expect(contested(store, 8).handle(update)).resolves.toMatchObject({ ok: true });
    await expect(contested(store, 9).handle(update)).rejects.toBeInstanceOf(ConflictError);
  });

  it('that could not be stored for another reason throws at once', async () => {
    const { store } = await reported();
    let tries = 0;
    const handle = createHandle({
      outages: {
        ...store.outages,
        transaction: async () => {
          tries += 1;
          throw new Error('disk full');
        },
      },
      desk: { onCall: () => sampleOnCall, mayHear: () => true },
      log: silentLog(),
      onStored: () => {},
    });
    await expect(handle({ type: 'acknowledge', outageId: 'nonce-1', by: engineer })).rejects.toThrow('disk full');
    expect(tries).toBe(1);
  });

  it('is one line in the log: what, by whom, with which result, and a rejection says why', async () => {
    const { store } = await reported();
    const { handle, log } = contested(store, 0);
    await handle({ type: 'acknowledge', outageId: 'nonce-1', by: reporter });
    await handle({ type: 'acknowledge', outageId: 'nonce-1', by: engineer });
    expect(log).toMatchObject([
      { message: 'action rejected', fields: { outage: 1001, action: 'acknowledge', by: reporter.id, rejection: 'not-permitted' } },
      { message: 'action decided', fields: { outage: 1001, by: engineer.id, events: ['acknowledged'], version: 2 } },
    ]);
    const { contact } = sampleReportAction().report;
    for (const secret of [contact.phone, contact.email, contact.secondContact]) expect(JSON.stringify(log)).not.toContain(secret);
  });

  it('of an outage that is not there is rejected, and stores nothing', async () => {
    const { store } = await reported();
    const { handle, stored } = contested(store, 0);
    const outcome = await handle({ type: 'acknowledge', outageId: 'nobody', by: engineer });
    expect(outcome).toEqual({ ok: false, rejection: { type: 'unknown-outage' }, recorded: null });
    expect(stored()).toBe(0);
  });

  it('that is refused takes no number: the gap would look like an outage that somebody took out of the record', async () => {
    const { store, clock } = await reported();
    const { handle } = contested(store, 0);
    const { at: _, number: __, onCall: ___, ...report } = sampleReportAction({ outageId: 'nonce-2' });
    expect(await handle({ ...report, by: { ...reporter, roles: [] } })).toMatchObject({ rejection: { type: 'not-permitted' } });
    const { desk, followers, policy } = report;
    await handle({ ...report, request: { queue: desk, plan: null } });
    await handle({ type: 'resolve', outageId: 'nonce-2', by: engineer, text: 'No outage', seen: null });
    clock.advance(365 * 24 * 60 * MINUTE_MS);
    await handle({ type: 'remove-personal-data', outageId: 'nonce-2', of: null, endedBefore: clock.now() });
    const promoted = await handle({ type: 'promote', outageId: 'nonce-2', by: engineer, desk, followers, policy });
    expect(promoted).toMatchObject({ rejection: { type: 'not-now' } });
    const next = await handle({ ...report, outageId: 'nonce-3' });
    expect(next.recorded?.outage.number).toBe(1002);
  });

  it('that changes nothing wakes nobody, and takes no number', async () => {
    const { store } = await reported();
    const { handle, stored } = contested(store, 0);
    const { at: _, number: __, onCall: ___, ...again } = sampleReportAction();
    expect(await handle(again)).toMatchObject({ ok: true, events: [], recorded: { outage: { number: 1001 } } });
    expect(stored()).toBe(0);
    expect(await handle({ ...again, outageId: 'nonce-2' })).toMatchObject({ recorded: { outage: { number: 1002 } } });
    expect(stored()).toBe(1);
  });
});

describe('a merge', () => {
  it('into what is resolved at that very moment is decided again: no reporter is left with an outage that nobody works on', async () => {
    const { store, report, acknowledge, handle: outside } = await startDeskEngine();
    for (const id of ['nonce-1', 'nonce-2']) {
      await report(id);
      await acknowledge(id);
    }
    const before = await store.outages.read('nonce-2');
    await outside({ type: 'resolve', outageId: 'nonce-2', by: engineer, text: 'Restarted', seen: null });
    // As PostgreSQL lets a transaction see it: open when it looked first, resolved by somebody else when it looked again.
    const stale = [before];
    const handle = createHandle({
      outages: {
        ...store.outages,
        transaction: (work) =>
          store.outages.transaction((transaction) =>
            work({
              ...transaction,
              read: async (id) => (id === 'nonce-2' ? stale.pop() : undefined) ?? (await transaction.read(id)),
            }),
          ),
      },
      desk: { onCall: () => sampleOnCall, mayHear: () => true },
      log: silentLog(),
      onStored: () => {},
    });
    const outcome = await handle({ type: 'merge', outageId: 'nonce-1', by: engineer, intoId: 'nonce-2', seen: null });
    expect(outcome).toMatchObject({ ok: false, rejection: { type: 'bad-target', why: 'ended' } });
    expect((await store.outages.read('nonce-1'))?.outage.state).toBe('acknowledged');
  });
});

describe('2.1: before an action changes other outages too, all of them are locked, in the order of their ids', () => {
  async function merged() {
    const { store, report, handle: outside } = await reported();
    for (const id of ['b', 'a', 'c']) await report(id);
    const merge = async (outageId: string, intoId: string) =>
      expect(await outside({ type: 'merge', outageId, intoId, by: engineer, seen: null })).toMatchObject({ ok: true });
    const locked: (readonly string[])[] = [];
    const outages: OutageStore = {
      ...store.outages,
      async transaction(work, changed = []) {
        locked.push(changed);
        return await store.outages.transaction(work, changed);
      },
    };
    const handle = createHandle({
      outages,
      desk: { onCall: () => sampleOnCall, mayHear: () => true },
      log: silentLog(),
      onStored: () => {},
    });
    const read = async (id: string) => (await store.outages.read(id))?.outage;
    return { handle, merge, locked, read };
  }

  it('what was merged goes on by itself: what it was merged into, and what that was merged into', async () => {
    const { handle, merge, locked, read } = await merged();
    await merge('b', 'c');
    await merge('c', 'a');
    await handle({ type: 'reopen', outageId: 'b', by: engineer, reason: 'Not the same.' });
    expect(locked.at(-1)).toEqual(['a', 'b', 'c']);
    expect((await read('b'))?.state).toBe('acknowledged');
    expect([(await read('c'))?.absorbed, (await read('a'))?.absorbed.map(({ id }) => id)]).toEqual([[], ['c']]);
  });

  it('its reporter says that it is something else', async () => {
    const { handle, merge, locked } = await merged();
    await merge('b', 'a');
    expect(await handle({ type: 'object', outageId: 'b', by: reporter, reason: 'Only printing fails.' })).toMatchObject({ ok: true });
    expect(locked.at(-1)).toEqual(['a', 'b']);
  });

  it('somebody leaves: all that was merged into it, at once', async () => {
    const { handle, merge, locked, read } = await merged();
    const { at: _, ...join } = sampleJoinAction({ outageId: 'b' });
    await handle(join);
    await merge('c', 'a');
    await merge('b', 'a');
    locked.length = 0;
    expect(await handle({ type: 'leave', outageId: 'a', by: join.by })).toMatchObject({ ok: true });
    expect(locked).toEqual([['a'], ['a', 'b', 'c']]);
    expect([(await read('a'))?.joined, (await read('b'))?.joined]).toEqual([[], []]);
  });
});

describe('deadlines that passed', () => {
  it('come to the outage as an action, and one that fails keeps no other from its own', async () => {
    const { store, clock, report, handle, log } = await reported();
    await report('nonce-2');
    clock.advance(15 * MINUTE_MS);
    const passDue = createDeadlineKeeper({
      deadlines: store.deadlines,
      handle: (request) => (request.outageId === 'nonce-1' ? Promise.reject(new Error('broken')) : handle(request)),
      log: silentLog(log),
    });
    expect(await passDue()).toBe(2);
    expect((await store.outages.read('nonce-2'))?.outage.rungsPassed).toBe(1);
    expect((await store.outages.read('nonce-1'))?.outage.rungsPassed).toBe(0);
    expect(log.filter(({ level }) => level === 'error')).toHaveLength(1);
    clock.advance(15_000);
    expect(await createDeadlineKeeper({ deadlines: store.deadlines, handle, log: silentLog() })()).toBe(1);
    expect((await store.outages.read('nonce-1'))?.outage.rungsPassed).toBe(1);
  });

  it('while nobody looked are one ping, the highest', async () => {
    const { store, clock, handle } = await reported();
    clock.advance(27 * MINUTE_MS);
    const passDue = createDeadlineKeeper({ deadlines: store.deadlines, handle, log: silentLog() });
    expect(await passDue()).toBe(1);
    expect(await passDue()).toBe(0);
    const keys = (await store.deliveries.ledger('nonce-1')).map(({ key }) => key).filter((key) => key.includes('/ping/'));
    expect(keys).toEqual(['nonce-1/ping/desk/2']);
    expect(await store.deadlines.nextDueAt()).toBe(clock.now() + 3 * MINUTE_MS);
  });

  it('and turned out not to, because the clock went back, come at their time and not only when the claim ends', async () => {
    const { store, clock, handle } = await reported();
    const passDue = createDeadlineKeeper({ deadlines: store.deadlines, handle, log: silentLog() });
    clock.advance(15 * MINUTE_MS);
    const claimed = { ...store.deadlines, claimDue: () => store.deadlines.claimDue(1, 15_000).finally(() => clock.advance(-1_000)) };
    expect(await createDeadlineKeeper({ deadlines: claimed, handle, log: silentLog() })()).toBe(1);
    expect((await store.outages.read('nonce-1'))?.outage.rungsPassed).toBe(0);
    clock.advance(1_000);
    expect(await passDue()).toBe(1);
    expect((await store.outages.read('nonce-1'))?.outage.rungsPassed).toBe(1);
  });
});

describe('the conversation of a message', () => {
  it('of a report in a thread is the channel: Teams counts all its threads as one', () => {
    const origin = { ...sampleReportAction().origin, kind: 'channel', conversationId: `${DESK};messageid=7` } as const;
    const { outage, events } = run(sampleReportAction({ origin }), sampleAcknowledgeAction());
    const lanes = new Map(
      notices(events.slice(1), outage).map((notice) => [formatDestination(notice.destination), laneOf(notice, outage)]),
    );
    expect(lanes.get('origin')).toBe(DESK);
    expect(lanes.get('desk')).toBe(DESK);
    expect(lanes.get('follower:board')).toBe(BOARD);
  });
});
