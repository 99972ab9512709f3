/** How messages leave: what is tried again, what is given up, what is never sent, and in which order. */
import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../../src/engine/delivery/limits.ts';
import { backoffMs } from '../../../src/engine/delivery/outcomes.ts';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { NOT_THEIRS } from '../../../src/outage/destinations.ts';
import { LEAST_URGENT } from '../../../src/outage/notices.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { BOARD, DESK, type DeskEngine, ORIGIN, type Script, startDeskEngine } from '../../support/bot/desk-engine.ts';
import { engineer, reporter, sampleFollower, sampleJoinAction, sampleReportAction } from '../../support/outage/sample.ts';

/** What needs no clock has happened then: nothing here waits for a network or a disk. */
async function turns(): Promise<void> {
  for (let left = 100; left > 0; left--) await turn();
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const A_FAULT = 'a fault of the bot (TypeError); its log says more';
const refused = (status: number, retryAfterMs?: number) =>
  new SendError('refused', `Teams said ${status}`, { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
const never = (status: number) => new SendError('never', `Teams said ${status}`, { status });
const ambiguous = () => new SendError('ambiguous', 'no answer');

/** Fails tries of one message: the first `times`, or all of them. */
const failing = (what: string | RegExp, error: () => Error, times = Number.POSITIVE_INFINITY): Script => {
  let left = times;
  return (sent) => {
    if (left > 0 && sent.what.match(what)) {
      left -= 1;
      throw error();
    }
  };
};

let desk: DeskEngine;
const sentOf = (what: string | RegExp) => desk.sent.filter((one) => one.what.match(what));
const whats = () => desk.sent.map(({ what }) => what);

beforeEach(async () => {
  desk = await startDeskEngine();
  await desk.report();
});

describe('what Teams refuses for now', () => {
  it.each([412, 502, 503, 504])('is tried again after %i, each time after a longer pause, and is no repeat', async (status) => {
    desk.script = failing('opening/desk/1', () => refused(status), 4);
    await desk.deliver();
    await desk.passes(20 * SECOND_MS);
    const tries = sentOf('opening/desk/1');
    const pauses = tries.slice(1).map(({ at }, index) => (at - (tries[index]?.at ?? 0)) / SECOND_MS);
    expect(pauses).toEqual([1, 2, 4, 8]);
    expect(tries.every(({ repeated }) => !repeated)).toBe(true);
    expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'done', attempts: 5, repeats: 0 });
  });

  it('is tried every 45 seconds at the longest, for as long as it takes', async () => {
    desk.script = failing('news/origin/2', () => refused(503));
    await desk.acknowledge();
    await desk.deliver();
    await desk.passes(20 * MINUTE_MS);
    const tries = sentOf('news/origin/2');
    expect((tries.at(-1)?.at ?? 0) - (tries.at(-2)?.at ?? 0)).toBe(45 * SECOND_MS);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'waiting', attempts: tries.length, error: 'Teams said 503' });
    desk.script = () => {};
    await desk.passes(MINUTE_MS);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'done', repeats: 0 });
  });

  it('with 429 stops that conversation alone for as long as Teams asks; the others go on', async () => {
    await desk.deliver();
    await desk.acknowledge();
    desk.script = failing('news/desk/2', () => refused(429, 30 * SECOND_MS), 1);
    await desk.deliver();
    expect(whats()).toContain('news/origin/2');
    expect(whats()).toContain('news/follower:board/2');
    await desk.update('still at it');
    await desk.passes(29 * SECOND_MS);
    expect(desk.sent.filter(({ to }) => to.startsWith(DESK)).map(({ what }) => what)).toEqual(['opening/desk/1', 'news/desk/2']);
    expect(sentOf('news/origin/3')).toHaveLength(1);
    await desk.passes(SECOND_MS);
    expect(sentOf(/(news|state)\/desk/).map(({ what }) => what)).toEqual(['news/desk/2', 'news/desk/2', 'news/desk/3', 'state/desk/3']);
  });

  it('with 429 and no Retry-After stops the conversation for the usual pause', async () => {
    desk.script = failing('opening/desk/1', () => refused(429), 1);
    await desk.deliver();
    expect(await desk.store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toEqual([]);
    await desk.passes(SECOND_MS);
    expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('holds up no other outage in the same conversation', async () => {
    desk.script = failing('opening/desk/1', () => refused(503), 1);
    await desk.report('nonce-2');
    await desk.deliver();
    expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'waiting' });
    expect(await desk.line('opening/desk/1', 'nonce-2')).toMatchObject({ state: 'done' });
  });
});

describe('3.10: a message whose connection had been closed', () => {
  const closed = () => new SendError('ambiguous', 'Teams: ECONNRESET', { atOnce: true });

  it('is sent again at once, labelled and counted', async () => {
    await desk.deliver();
    desk.script = failing('news/desk/2', closed, 1);
    await desk.acknowledge();
    await desk.deliver();
    expect(sentOf('news/desk/2').map(({ repeated, at }) => [repeated, at - desk.clock.now()])).toEqual([
      [false, 0],
      [true, 0],
    ]);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done', attempts: 2, repeats: 1 });
  });

  it('is not sent at once for ever, and is given up as any other that nobody confirms', async () => {
    await desk.deliver();
    desk.script = failing('news/desk/2', closed);
    await desk.acknowledge();
    await desk.deliver();
    expect(sentOf('news/desk/2')).toHaveLength(2);
    await desk.passes(2 * MINUTE_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'failed' });
    expect(sentOf('news/desk/2')).toHaveLength(2);
  });
});

describe('3.9: the card of a thread is edited some seconds after what is posted in the thread', () => {
  const edits = () => sentOf('state/desk/').map(({ what, at }) => [what, at - desk.clock.now()]);

  it('once for all that happened meanwhile', async () => {
    await desk.deliver();
    await desk.acknowledge();
    await desk.deliver();
    expect(whats()).toContain('news/desk/2');
    expect(edits()).toEqual([]);
    desk.clock.advance(SECOND_MS);
    await desk.update('one');
    await desk.update('two');
    await desk.deliver();
    expect(edits()).toEqual([]);
    expect(whats()).toContain('news/desk/4');
    await desk.passes(2 * SECOND_MS);
    expect(edits()).toEqual([['state/desk/4', 0]]);
    await desk.passes(10 * SECOND_MS);
    expect(edits()).toHaveLength(1);
  });

  it('and the card in the chat of a reporter, which nothing is posted under, at once', async () => {
    desk = await startDeskEngine();
    const {
      at: _,
      number: __,
      onCall: ___,
      ...request
    } = sampleReportAction({ origin: { ...sampleReportAction().origin, cardId: 'card-1' } });
    await desk.handle(request);
    await desk.acknowledge();
    await desk.deliver();
    expect(sentOf('state/origin/2')).toHaveLength(1);
  });
});

describe('what Teams refuses for ever', () => {
  it.each([400, 403, 404, 413])('with %i is not tried again; the desk is told once', async (status) => {
    await desk.deliver();
    desk.script = failing('/origin/', () => never(status));
    await desk.acknowledge();
    await desk.update('one');
    await desk.update('two');
    await desk.deliver();
    await desk.passes(10 * MINUTE_MS);
    expect(sentOf('news/origin/2')).toHaveLength(1);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'failed', attempts: 1, error: `Teams said ${status}` });
    const recorded = await desk.store.outages.read('nonce-1');
    const lost = recorded?.events.filter(({ type }) => type === 'place-lost');
    expect(lost).toMatchObject([{ place: 'origin', reason: `Teams said ${status}` }]);
    const seq = (recorded?.events.findIndex(({ type }) => type === 'place-lost') ?? 0) + 1;
    expect(sentOf(`news/desk/${seq}`)).toHaveLength(1);
  });

  it('at a follower fails its opening, tells the desk, and sends nothing more there', async () => {
    desk.script = failing('/follower:board/', () => never(403));
    await desk.deliver();
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(desk.sent.filter(({ to }) => to.startsWith(BOARD))).toHaveLength(1);
    expect((await desk.store.outages.read('nonce-1'))?.outage.unreachable).toEqual(['follower:board']);
    expect(sentOf('news/desk/2')).toHaveLength(1);
  });

  it('is not given up before the desk is told: when that cannot be stored, both are done later', async () => {
    let away = false;
    desk = await startDeskEngine({
      store: (store) => ({
        ...store,
        outages: {
          ...store.outages,
          transaction: async (work) => {
            if (away) throw new Error('the disk is full');
            return await store.outages.transaction(work);
          },
        },
      }),
    });
    await desk.report();
    desk.script = failing('/follower:board/', () => never(403));
    away = true;
    await desk.deliver();
    away = false;
    await desk.passes(MINUTE_MS);
    expect(sentOf('news/desk/2')).toHaveLength(1);
    expect(await desk.line('opening/follower:board/1')).toMatchObject({ state: 'failed' });
  });

  it('when an edit is refused, that edit alone is over, and nobody is told', async () => {
    await desk.deliver();
    desk.script = failing('state/desk/2', () => never(404));
    await desk.acknowledge();
    await desk.passes(2 * SECOND_MS);
    expect(await desk.line('state/desk/2')).toMatchObject({ state: 'failed' });
    await desk.update('more');
    await desk.passes(4 * SECOND_MS);
    expect(await desk.line('state/desk/3')).toMatchObject({ state: 'done' });
    expect((await desk.store.outages.read('nonce-1'))?.outage.unreachable).toEqual([]);
  });

  it('is still tried every 45 seconds when it is the thread of the desk, until it is there', async () => {
    desk.script = failing('opening/desk/1', () => never(403));
    await desk.deliver();
    await desk.passes(9 * MINUTE_MS);
    expect(sentOf('opening/desk/1')).toHaveLength(13);
    desk.script = () => {};
    await desk.passes(MINUTE_MS);
    expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'done', repeats: 0 });
  });

  it('is tried again in the thread of the desk, and told when Teams has the thread back, if it is still true', async () => {
    await desk.deliver();
    desk.script = failing('news/desk/2', () => never(404));
    await desk.acknowledge();
    await desk.passes(2 * MINUTE_MS);
    // Twice more in the first seconds, since a new thread might help.
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'waiting', attempts: 5 });
    desk.script = () => {};
    await desk.passes(MINUTE_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done', repeats: 0 });
  });

  it('is set aside in the thread of the desk when the message itself is wrong, and holds up nothing', async () => {
    await desk.deliver();
    desk.script = failing('news/desk/2', () => never(400));
    await desk.acknowledge();
    await desk.update('still at it');
    await desk.passes(MINUTE_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'failed', attempts: 1 });
    expect(await desk.line('news/desk/3')).toMatchObject({ state: 'done' });
  });
});

describe('a message whose answer was lost', () => {
  it('is sent once more, labelled as a repeat and counted', async () => {
    await desk.deliver();
    desk.script = failing('news/origin/2', ambiguous, 1);
    await desk.acknowledge();
    await desk.passes(30 * SECOND_MS);
    expect(sentOf('news/origin/2').map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'done', attempts: 2, repeats: 1 });
  });

  it('twice is not sent a third time, and stands in the ledger as failed', async () => {
    await desk.deliver();
    desk.script = failing('news/origin/2', ambiguous);
    await desk.acknowledge();
    await desk.passes(5 * MINUTE_MS);
    expect(sentOf('news/origin/2')).toHaveLength(2);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'failed', repeats: 1, error: 'sent twice, never confirmed' });
  });

  it('and then refused keeps its label: the first one may still be there', async () => {
    await desk.deliver();
    const errors = [ambiguous(), refused(503)];
    desk.script = failing('news/origin/2', () => errors.shift() as Error, 2);
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(sentOf('news/origin/2').map(({ repeated }) => repeated)).toEqual([false, true, true]);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'done', repeats: 1 });
  });

  it('is sent until it is confirmed when it is the thread of the desk, each time labelled', async () => {
    desk.script = failing('opening/desk/1', ambiguous, 3);
    await desk.deliver();
    await desk.passes(2 * MINUTE_MS);
    expect(sentOf('opening/desk/1').map(({ repeated }) => repeated)).toEqual([false, true, true, true]);
    expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'done', repeats: 3 });
  });

  it('is given up after one repeat when it is the opening at a follower, and the desk is told', async () => {
    desk.script = failing('opening/follower:board/1', ambiguous);
    await desk.deliver();
    await desk.passes(5 * MINUTE_MS);
    expect(sentOf('opening/follower:board/1')).toHaveLength(2);
    expect((await desk.store.outages.read('nonce-1'))?.outage.unreachable).toEqual(['follower:board']);
  });

  it('is repeated without a word when it is an edit, which shows the same whatever came before', async () => {
    await desk.deliver();
    desk.script = failing('state/desk/2', ambiguous, 3);
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(sentOf('state/desk/2').map(({ repeated }) => repeated)).toEqual([false, false, false, false]);
    expect(await desk.line('state/desk/2')).toMatchObject({ state: 'done', repeats: 0 });
  });
});

describe('a delivery that fails for a reason of our own', () => {
  it('is set aside after ten minutes and holds up no other', async () => {
    await desk.deliver();
    await desk.acknowledge();
    desk.script = failing('news/desk/2', () => new TypeError('a card that cannot be drawn'));
    await desk.report('nonce-2');
    await desk.deliver();
    expect(await desk.line('opening/desk/1', 'nonce-2')).toMatchObject({ state: 'done' });
    await desk.passes(5 * MINUTE_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'waiting', error: A_FAULT });
    await desk.passes(6 * MINUTE_MS);
    const tries = sentOf('news/desk/2').length;
    expect(tries).toBeGreaterThan(5);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'failed', repeats: 0, error: A_FAULT });
    expect(await desk.line('state/desk/2')).toMatchObject({ state: 'done' });
    expect(desk.log.filter(({ message }) => message === 'a delivery failed because of a fault of the bot')).toHaveLength(tries);
  });

  it('is not set aside sooner because Teams was away before', async () => {
    await desk.deliver();
    await desk.acknowledge();
    const errors = [...Array.from({ length: 10 }, () => refused(503)), ...Array.from({ length: 4 }, () => new Error('a fault'))];
    desk.script = failing('news/origin/2', () => errors.shift() as Error, 14);
    await desk.passes(20 * MINUTE_MS);
    expect(await desk.line('news/origin/2')).toMatchObject({ state: 'done', attempts: 15, repeats: 0 });
  });

  it('when its outage cannot be read does not stand in the way of its conversation', async () => {
    const broken = await startDeskEngine({
      store: (store) => ({
        ...store,
        outages: {
          ...store.outages,
          read: async (id) => (id === 'nonce-1' ? Promise.reject(new Error('an event of a newer bot')) : await store.outages.read(id)),
        },
      }),
    });
    await broken.report('nonce-1');
    await broken.report('nonce-2');
    await broken.deliver();
    expect(await broken.line('opening/desk/1', 'nonce-2')).toMatchObject({ state: 'done' });
    await broken.passes(11 * MINUTE_MS);
    expect(await broken.line('opening/follower:board/1')).toMatchObject({ state: 'failed' });
    // The thread of the desk is tried for as long as it takes.
    expect((await broken.line('opening/desk/1'))?.attempts).toBeGreaterThan(5);
  });
});

describe('a message that Teams took', () => {
  it('is recorded although the store fails once at that moment, and is not sent again', async () => {
    let failures = 1;
    const shaky = await startDeskEngine({
      store: (store) => ({
        ...store,
        deliveries: {
          ...store.deliveries,
          finish: async (lane, key, outcome) => {
            if (key.includes('opening/desk') && outcome.state === 'done' && failures-- > 0) throw new Error('the connection broke');
            await store.deliveries.finish(lane, key, outcome);
          },
        },
      }),
    });
    await shaky.report();
    await shaky.deliver();
    await shaky.passes(MINUTE_MS);
    expect(shaky.sent.filter(({ what }) => what === 'opening/desk/1')).toHaveLength(1);
  });

  it('or certainly not keeps no label from a store that fails once at that moment', async () => {
    let failures = 1;
    const shaky = await startDeskEngine({
      store: (store) => ({
        ...store,
        deliveries: {
          ...store.deliveries,
          finish: async (lane, key, outcome) => {
            if (outcome.state === 'retry' && failures-- > 0) throw new Error('the connection broke');
            await store.deliveries.finish(lane, key, outcome);
          },
        },
      }),
    });
    let refusals = 1;
    shaky.script = ({ what }) => {
      if (what === 'opening/desk/1' && refusals-- > 0) throw refused(503);
    };
    await shaky.report();
    await shaky.deliver();
    await shaky.passes(MINUTE_MS);
    const opening = shaky.sent.filter(({ what }) => what === 'opening/desk/1');
    expect(opening.map(({ repeated }) => repeated)).toEqual([false, false]);
    expect(await shaky.line('opening/desk/1')).toMatchObject({ state: 'done', attempts: 2, repeats: 0 });
  });

  it('and could not be recorded at all is repeated with its label when the lease ends, never as if it were new', async () => {
    let down = true;
    const shaky = await startDeskEngine({
      store: (store) => ({
        ...store,
        deliveries: {
          ...store.deliveries,
          finish: async (lane, key, outcome) => {
            if (outcome.state === 'done' && down) throw new Error('the store is away');
            await store.deliveries.finish(lane, key, outcome);
          },
        },
      }),
    });
    await shaky.report();
    await shaky.deliver();
    const opening = () => shaky.sent.filter(({ what }) => what === 'opening/desk/1').map(({ repeated }) => repeated);
    expect(opening()).toEqual([false]);
    down = false;
    await shaky.passes(LEASE_MS - SECOND_MS);
    expect(opening()).toEqual([false]);
    await shaky.passes(SECOND_MS);
    expect(opening()).toEqual([false, true]);
    expect(await shaky.line('opening/desk/1')).toMatchObject({ state: 'done', repeats: 1 });
  });
});

describe('what events have overtaken', () => {
  it('is skipped: a ping about an outage that was taken, and the breach that was just answered', async () => {
    await desk.deliver();
    desk.clock.advance(30 * MINUTE_MS);
    await desk.passDeadline();
    await desk.acknowledge();
    await desk.deliver();
    expect(whats().filter((what) => /^(ping|direct)|news\/origin\/2$/.test(what))).toEqual([]);
    const ledger = await desk.store.deliveries.ledger('nonce-1');
    const pings = ledger.filter(({ key }) => /\/(ping|direct)\//.test(key) || key.endsWith('news/origin/2'));
    expect(pings.length).toBeGreaterThan(2);
    for (const ping of pings) expect(ping).toMatchObject({ state: 'skipped', attempts: 0 });
  });

  it('of many edits leaves the last', async () => {
    await desk.deliver();
    await desk.acknowledge();
    for (const text of ['one', 'two', 'three']) await desk.update(text);
    await desk.deliver();
    await desk.passes(2 * SECOND_MS);
    expect(sentOf(/^state\/desk/).map(({ what }) => what)).toEqual(['state/desk/5']);
    expect(await desk.line('state/desk/2')).toMatchObject({ state: 'skipped' });
    expect(sentOf(/^news\/desk/).map(({ what }) => what)).toEqual(['news/desk/2', 'news/desk/3', 'news/desk/4', 'news/desk/5']);
  });

  it('is a lower step of the ladder that could not be sent before a higher one', async () => {
    await desk.deliver();
    desk.script = failing(/^ping/, () => refused(503));
    desk.clock.advance(15 * MINUTE_MS);
    await desk.passDeadline();
    await desk.deliver();
    desk.clock.advance(10 * MINUTE_MS);
    await desk.passDeadline();
    desk.script = () => {};
    desk.sent.length = 0;
    await desk.deliver();
    await desk.passes(MINUTE_MS);
    expect(sentOf(/^ping/).map(({ what }) => what)).toEqual(['ping/desk/3']);
    expect(await desk.line('ping/desk/2')).toMatchObject({ state: 'skipped' });
  });
});

describe('the order in a conversation', () => {
  it('is acknowledgements, then pings, then new outages, then updates, then edits', async () => {
    await desk.report('nonce-2');
    await desk.deliver();
    desk.sent.length = 0;
    await desk.acknowledge('nonce-2');
    await desk.update('found it', 'nonce-2');
    desk.clock.advance(15 * MINUTE_MS);
    await desk.passDeadline('nonce-1');
    await desk.report('nonce-3');
    await desk.deliver();
    await desk.passes(2 * SECOND_MS);
    expect(desk.sent.filter(({ to }) => to.startsWith(DESK)).map(({ what }) => what)).toEqual([
      'news/desk/2',
      'ping/desk/2',
      'opening/desk/1',
      'news/desk/3',
      'state/desk/3',
    ]);
    // What only moves a clock waits until there is room again.
    desk.sent.length = 0;
    await desk.passes(30 * SECOND_MS);
    expect(desk.sent.filter(({ to }) => to.startsWith(DESK)).map(({ what }) => what)).toEqual(['state/desk/2']);
  });

  it('is one at a time, while other conversations go on', async () => {
    const open = new Map<string, number>();
    let most = 0;
    let atOnce = 0;
    desk.script = async ({ to }) => {
      const room = to.split(';')[0] ?? '';
      open.set(room, (open.get(room) ?? 0) + 1);
      most = Math.max(most, open.get(room) ?? 0);
      atOnce = Math.max(atOnce, [...open.values()].filter((count) => count > 0).length);
      await new Promise(setImmediate);
      open.set(room, (open.get(room) ?? 0) - 1);
    };
    await desk.acknowledge();
    await desk.update('one');
    await desk.deliver();
    expect(most).toBe(1);
    expect(atOnce).toBeGreaterThan(1);
    expect(sentOf(/origin/).map(({ to }) => to)).toContain(ORIGIN);
  });
});

describe('a stop', () => {
  it('finishes the message that is out, begins no other, and gives the conversation back', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: answer, resolve: letGo } = Promise.withResolvers<void>();
    await desk.report('nonce-2');
    desk.script = async ({ to }) => {
      if (!to.startsWith(DESK)) return;
      arrive();
      await answer;
    };
    await desk.deliverer.begin();
    await arrived;
    let stopped = false;
    const stopping = desk.deliverer.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    letGo();
    await stopping;
    expect(desk.sent.filter(({ to }) => to.startsWith(DESK))).toHaveLength(1);
    expect(await desk.line('opening/desk/1')).toMatchObject({ state: 'done' });
    expect(await desk.line('opening/desk/1', 'nonce-2')).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await desk.deliverer.begin()).toBe(0);
    expect((await desk.store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).map(({ id }) => id)).toContain(DESK);
  });
});

describe('several pings that are due at once', () => {
  /** Three more outages, all with a thread, and all a quarter of an hour old. */
  async function pingAll(count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, (_, index) => `nonce-${index + 1}`);
    for (const id of ids.slice(1)) await desk.report(id);
    await desk.deliver();
    await desk.passes(15 * MINUTE_MS);
    desk.sent.length = 0;
    for (const id of ids) await desk.passDeadline(id);
    return ids;
  }
  /** Without the edits that move the clocks of cards. */
  const messages = () => desk.sent.filter(({ what }) => !what.startsWith('state/'));
  const states = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await desk.line('ping/desk/2', id))?.state));

  it('are one message beside the threads, and each is done with it', async () => {
    const ids = await pingAll(3);
    await desk.deliver();
    expect(messages()).toEqual([expect.objectContaining({ what: 'ping/desk/2 + ping/desk/2 + ping/desk/2', to: DESK, repeated: false })]);
    expect(await states(ids)).toEqual(['done', 'done', 'done']);
  });

  it('are two messages in two threads when there are two', async () => {
    const ids = await pingAll(2);
    await desk.deliver();
    expect(messages().map(({ what, to }) => [what, to.startsWith(`${DESK};messageid=`)])).toEqual([
      ['ping/desk/2', true],
      ['ping/desk/2', true],
    ]);
    expect(await states(ids)).toEqual(['done', 'done']);
  });

  it('leave out what somebody took meanwhile', async () => {
    const ids = await pingAll(5);
    await desk.acknowledge('nonce-2');
    await desk.deliver();
    const pings = desk.sent.filter(({ what }) => what.includes('ping/'));
    expect(pings.map(({ what }) => what.split(' + ').length)).toEqual([4]);
    expect(await states(ids)).toEqual(['done', 'skipped', 'done', 'done', 'done']);
  });

  it('are repeated together, labelled, when the answer was lost, and then set aside', async () => {
    const ids = await pingAll(3);
    desk.script = failing('ping', ambiguous);
    await desk.deliver();
    await desk.passes(5 * MINUTE_MS);
    expect(messages().map(({ what, repeated }) => [what.split(' + ').length, repeated])).toEqual([
      [3, false],
      [3, true],
    ]);
    expect(await states(ids)).toEqual(['failed', 'failed', 'failed']);
  });

  it('say that they are sent again when one of them may be there already', async () => {
    await desk.report('nonce-3');
    await pingAll(2);
    const answers = [refused(503), ambiguous()];
    desk.script = ({ what }) => {
      const answer = what.startsWith('ping/') && answers.shift();
      if (answer) throw answer;
    };
    await desk.deliver();
    await desk.passDeadline('nonce-3');
    desk.clock.advance(25 * SECOND_MS);
    await desk.deliver();
    expect(messages().slice(2)).toMatchObject([{ what: 'ping/desk/2 + ping/desk/2 + ping/desk/2', repeated: true }]);
  });

  it.each([400, 413])('go one by one when Teams finds the list wrong (%i)', async (status) => {
    const ids = await pingAll(3);
    desk.script = failing(/ \+ /, () => never(status));
    await desk.deliver();
    await desk.passes(10 * SECOND_MS);
    expect(messages().map(({ what }) => what.split(' + ').length)).toEqual([3, 1, 1, 1]);
    expect(await states(ids)).toEqual(['done', 'done', 'done']);
  });

  it('are not held up by one whose outage cannot be read', async () => {
    const ids = await pingAll(4);
    const { read } = desk.store.outages;
    desk.store.outages.read = async (id) => (id === 'nonce-3' ? Promise.reject(new Error('unreadable')) : await read(id));
    await desk.deliver();
    expect(messages().map(({ what }) => what.split(' + ').length)).toEqual([3]);
    expect(await states(ids)).toEqual(['done', 'done', 'waiting', 'done']);
    desk.store.outages.read = read;
    await desk.passes(10 * SECOND_MS);
    expect(await states(ids)).toEqual(['done', 'done', 'done', 'done']);
  });

  it.each([0, 1, 2, 3, 4, 5])('of one outage keep their order when the store fails for a moment, at look %i', async (failing) => {
    await desk.deliver();
    await desk.acknowledge();
    await desk.passes(5 * SECOND_MS);
    desk.sent.length = 0;
    for (const person of [
      { id: storedPersonKey('anna'), name: 'Anna' },
      { id: storedPersonKey('ben'), name: 'Ben' },
      { id: storedPersonKey('cleo'), name: 'Cleo' },
    ])
      await desk.handle({ type: 'assist', outageId: 'nonce-1', by: engineer, person });
    const { read } = desk.store.outages;
    let looks = 0;
    desk.store.outages.read = async (id) => (looks++ === failing ? Promise.reject(new Error('a connection was cut')) : await read(id));
    await desk.passes(30 * SECOND_MS);
    const pings = desk.sent.flatMap(({ what }) => what.split(' + ')).filter((what) => what.startsWith('ping/desk'));
    expect(pings).toEqual(['ping/desk/3', 'ping/desk/4', 'ping/desk/5']);
  });
});

it('what is for the desk is sent whatever the desk file says of tenants; of customers only to those that it names', async () => {
  const strict = await startDeskEngine({ mayHear: () => false });
  await strict.report();
  await strict.passes(30 * MINUTE_MS);
  const to = new Set(strict.sent.map(({ what }) => what.split('/').slice(0, 2).join('/')));
  expect([...to]).toEqual(expect.arrayContaining(['opening/desk', 'news/desk']));
  expect([...to].filter((what) => /origin|follower/.test(what))).toEqual([]);
});

it.each([
  ['theirs', 'no longer theirs'],
  ['no longer theirs', 'theirs'],
])('what waited for the end of quiet hours goes out together, without what is not theirs any more: %s first', async (...order) => {
  const lost = 'another project';
  let isLost = false;
  const own = await startDeskEngine({ mayHear: (projectId) => !(isLost && projectId === lost) });
  const clockAt = (ms: number) => new Date(own.clock.now() + ms).toISOString().slice(11, 16);
  const hours = { from: clockAt(-HOUR_MS), until: clockAt(HOUR_MS), timeZone: 'UTC' };
  const followers = [{ ...sampleFollower, hours }];
  const { report } = sampleReportAction();
  for (const outageId of order) {
    const project = outageId === 'theirs' ? report.project : { ...report.project, id: lost };
    await own.report(outageId, { followers, report: { ...report, project } });
    await own.acknowledge(outageId);
  }
  await own.passes(MINUTE_MS);
  for (const outageId of order) await own.update('We look at it.', outageId);
  await own.passes(MINUTE_MS);
  isLost = true;
  own.sent.length = 0;
  await own.passes(2 * HOUR_MS);
  const news = 'news/follower:board/3';
  expect(own.sent.filter(({ to, what }) => to.startsWith(BOARD) && what.includes('news/')).map(({ what }) => what)).toEqual([news]);
  expect(await own.line(news, 'theirs')).toMatchObject({ state: 'done' });
  expect(await own.line(news, 'no longer theirs')).toMatchObject({ state: 'failed', error: NOT_THEIRS });
  expect((await own.store.outages.read('theirs'))?.outage.unreachable).toEqual([]);
});

it.each([true, false])(
  'a reply goes to the own chat of who asked while the desk is out of reach, if they still work for it: %j',
  async (isStaff) => {
    const own = await startDeskEngine({ isStaff });
    await own.report();
    await own.acknowledge();
    await own.passes(10 * SECOND_MS);
    await own.handle({ type: 'ask', outageId: 'nonce-1', by: engineer, text: 'Since when?', choices: [], seen: null });
    await own.handle({ type: 'mark-unreachable', outageId: 'nonce-1', place: 'desk', reason: 'gone' });
    await own.handle({ type: 'reply', outageId: 'nonce-1', by: reporter, question: 3, text: 'Since 9:40' });
    await own.passes(10 * SECOND_MS);
    expect(own.sent.some(({ what }) => what.startsWith(`direct/person:${engineer.id}`))).toBe(isStaff);
    expect(own.sent.some(({ what }) => what.startsWith('ping/desk'))).toBe(true);
  },
);

describe('sixteen conversations that hang', () => {
  const COUNT = 16;
  /** An outage that was reported in a chat of its own. */
  const reportIn = async (chat: string, outageId: string) => {
    const { at: _, number: __, onCall: ___, ...request } = sampleReportAction({ outageId });
    await desk.handle({ ...request, origin: { ...request.origin, conversationId: chat } });
  };

  it('hold up no acknowledgement, and no other message is begun', async () => {
    const chats = Array.from({ length: COUNT }, (_, index) => `a:hangs-${index}`);
    for (const chat of [...chats, 'a:free', 'a:waits']) await reportIn(chat, chat);
    await desk.acknowledge('a:waits');
    for (const chat of chats) await desk.acknowledge(chat);
    await desk.passes(MINUTE_MS);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    desk.script = ({ to }) => (to.startsWith('a:hangs') ? answered : undefined);
    for (const chat of chats) await desk.update('It takes time.', chat);
    while (!desk.deliverer.isFull()) {
      await desk.deliverer.begin();
      await turns();
      desk.clock.advance(SECOND_MS / 10);
    }
    desk.sent.length = 0;
    await desk.update('It takes time.', 'a:waits');
    await desk.acknowledge('a:free');
    await desk.deliverer.begin();
    await turns();
    expect(desk.sent.filter(({ to }) => to === 'a:free')[0]?.what).toBe('news/origin/2');
    expect(desk.sent.filter(({ to }) => to === 'a:waits')).toEqual([]);
    answer();
    await desk.deliverer.idle();
    await desk.passes(3 * SECOND_MS);
    expect(desk.sent.filter(({ to }) => to === 'a:waits').length).toBeGreaterThan(0);
  });

  it('in one tenant hold up nothing of another one', async () => {
    const chats = Array.from({ length: COUNT }, (_, index) => `a:hangs-${index}`);
    for (const chat of chats) await reportIn(chat, chat);
    const { at: _, number: __, onCall: ___, ...request } = sampleReportAction({ outageId: 'elsewhere' });
    await desk.handle({ ...request, origin: { ...request.origin, conversationId: 'a:elsewhere', tenantId: 'another-tenant' } });
    for (const outage of [...chats, 'elsewhere']) await desk.acknowledge(outage);
    await desk.passes(MINUTE_MS);
    desk.script = ({ to }) => (to.startsWith('a:hangs') ? new Promise<void>(() => {}) : undefined);
    for (const chat of chats) await desk.update('It takes time.', chat);
    for (let round = 0; round < 30; round += 1) {
      await desk.deliverer.begin();
      await turns();
      desk.clock.advance(SECOND_MS / 10);
    }
    desk.sent.length = 0;
    await desk.update('It takes time.', 'elsewhere');
    await desk.deliverer.begin();
    await turns();
    expect(desk.sent.filter(({ to }) => to === 'a:elsewhere').map(({ what }) => what)).toContain('news/origin/3');
  });
});

describe('pings that fall due one after the other', () => {
  it('come three at once, then together every ten seconds, and nothing else in the channel waits for them', async () => {
    const ids = Array.from({ length: 61 }, (_, index) => `nonce-${index + 1}`);
    for (const id of ids.slice(1)) await desk.report(id);
    await desk.passes(15 * MINUTE_MS);
    desk.sent.length = 0;
    const first = desk.clock.now();
    for (const [index, id] of ids.entries()) {
      await desk.passDeadline(id);
      if (index === 30) await desk.update('found it', 'nonce-1');
      await desk.passes(SECOND_MS);
    }
    const after = desk.clock.now();
    await desk.passes(10 * SECOND_MS);
    const pings = desk.sent.filter(({ what }) => what.includes('ping/'));
    expect(pings.reduce((all, { what }) => all + what.split(' + ').length, 0)).toBe(ids.length);
    expect(pings.length).toBeLessThanOrEqual(21);
    expect(Math.max(...pings.map(({ what }) => what.split(' + ').length))).toBeGreaterThanOrEqual(7);
    expect(pings.at(-1)?.at).toBeLessThanOrEqual(after + 10 * SECOND_MS);
    const [told] = sentOf('news/desk/3');
    expect(told?.at).toBeLessThanOrEqual(first + 33 * SECOND_MS);
    expect(new Set(await Promise.all(ids.slice(1).map(async (id) => (await desk.line('ping/desk/2', id))?.state)))).toEqual(
      new Set(['done']),
    );
  });

  it('are passed by no news of their own outage, but by the acknowledgement', async () => {
    const ids = ['nonce-1', 'nonce-2', 'nonce-3', 'nonce-4', 'nonce-5'];
    for (const id of ids.slice(1)) await desk.report(id);
    await desk.passes(15 * MINUTE_MS);
    for (const id of ids) {
      await desk.passDeadline(id);
      await desk.passes(SECOND_MS / 10);
    }
    desk.sent.length = 0;
    await desk.handle(sampleJoinAction({ outageId: 'nonce-4' }));
    await desk.acknowledge('nonce-5');
    await desk.passes(SECOND_MS);
    expect(sentOf(/desk/).map(({ what }) => what)).toEqual(['news/desk/3']);
    await desk.passes(10 * SECOND_MS);
    expect(sentOf(/(ping|news).desk/).map(({ what }) => what)).toEqual(['news/desk/3', 'ping/desk/2', 'news/desk/3']);
  });
});

describe('a storm', () => {
  const COUNT = 1_000;
  const within = (times: readonly number[], ms: number) =>
    Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

  it("keeps to Teams' limits in the channel and the tenant, new outages before edits, and loses nothing", { tags: 'full' }, async () => {
    desk.sent.length = 0;
    for (let index = 2; index <= COUNT; index++) await desk.report(`nonce-${index}`);
    await desk.deliver();
    await desk.passes(15 * MINUTE_MS);
    const times = desk.sent.filter(({ to }) => to.startsWith(DESK)).map(({ at }) => at);
    expect(within(times, SECOND_MS)).toBeLessThanOrEqual(7);
    expect(within(times, 2 * SECOND_MS)).toBeLessThanOrEqual(8);
    expect(within(times, 30 * SECOND_MS)).toBeLessThanOrEqual(60);
    expect(
      within(
        desk.sent.map(({ at }) => at),
        SECOND_MS,
      ),
    ).toBeLessThanOrEqual(30);
    expect(sentOf(/^opening\/desk/)).toHaveLength(COUNT);
  });

  it('lets an acknowledgement through at once, whatever waits in the same channel', async () => {
    for (let index = 2; index <= COUNT; index++) await desk.report(`nonce-${index}`);
    await desk.deliver();
    await desk.passes(20 * SECOND_MS);
    expect(sentOf(/^opening\/desk/).length).toBeLessThan(COUNT / 2);
    await desk.acknowledge('nonce-1');
    const from = desk.clock.now();
    await desk.deliver();
    await desk.passes(SECOND_MS);
    const [told] = sentOf('news/desk/2');
    expect((told?.at ?? Number.POSITIVE_INFINITY) - from).toBeLessThanOrEqual(SECOND_MS);
  });
});

describe('a database in trouble', () => {
  it('for a while sets no message aside', async () => {
    let away = false;
    const shaky = await startDeskEngine({
      store: (store) => ({
        ...store,
        outages: {
          ...store.outages,
          read: async (id) => (away ? Promise.reject(new Error('timeout exceeded when trying to connect')) : await store.outages.read(id)),
        },
      }),
    });
    await shaky.report();
    away = true;
    await shaky.passes(5 * MINUTE_MS);
    away = false;
    await shaky.passes(MINUTE_MS);
    expect(new Set((await shaky.store.deliveries.ledger('nonce-1')).map(({ state }) => state))).toEqual(new Set(['done']));
  });
});

describe('the pause before another try', () => {
  it('doubles from half a second to 45 seconds, with jitter', () => {
    expect([0, 1, 2, 5, 6, 50].map((attempts) => backoffMs(attempts, 1))).toEqual([1_000, 2_000, 4_000, 32_000, 45_000, 45_000]);
    expect([0, 6].map((attempts) => backoffMs(attempts, 0))).toEqual([500, 22_500]);
  });
});
