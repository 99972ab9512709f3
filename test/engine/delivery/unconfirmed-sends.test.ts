/** A message whose answer was lost, where the conversation can be read: found, absent, or nobody knows. */
import { describe, expect, it } from 'vitest';
import { LEASE_MS, SEND_LIMIT_MS } from '../../../src/engine/delivery/limits.ts';
import { LOOK_LIMIT_MS, SETTLE_MS } from '../../../src/engine/delivery/unconfirmed-sends.ts';
import { type Posted, SendError } from '../../../src/engine/ports/messenger.ts';
import { LEAST_URGENT } from '../../../src/outage/notices.ts';
import { DESK, type DeskEngine, type Finder, startDeskEngine } from '../../support/bot/desk-engine.ts';

const MINUTE_MS = 60_000;
const OPENING = 'opening/desk/1';
const NEWS = 'news/follower:board/2';

type Found = Posted | 'absent' | 'unknown';
type Look = { readonly to: string; readonly marks: readonly string[]; readonly since: number; readonly at: number };

/** A desk on which the answers to `what` are lost the first `times`, and on which reading says the same of all that is asked for. */
async function start(what: string, times: number, find: (look: Look) => Found) {
  const looks: Look[] = [];
  const looking: Finder = async (address, marks, since) => {
    const to =
      address.to === 'new-thread' ? address.room.conversationId : address.to === 'person' ? address.personId : address.conversationId;
    const look = { to, marks, since, at: desk.clock.now() };
    looks.push(look);
    const found = find(look);
    return new Map(found === 'unknown' ? [] : marks.map((mark) => [mark, found]));
  };
  const desk: DeskEngine = await startDeskEngine({ find: looking });
  let left = times;
  desk.script = (sent) => {
    if (sent.what !== what || left-- <= 0) return;
    throw new SendError('ambiguous', 'no answer');
  };
  await desk.report();
  await desk.deliver();
  const sent = () => desk.sent.filter((one) => one.what === what);
  return { desk, looks, sent };
}

async function startWithNews(times: number, find: () => Found) {
  const started = await start(NEWS, times, find);
  await started.desk.acknowledge();
  await started.desk.deliver();
  return started;
}

const there: Posted = { conversationId: `${DESK};messageid=77`, activityId: '77' };

describe('a message that is found', () => {
  it('is not sent again; what belongs into its thread goes where it was found', async () => {
    const { desk, looks, sent } = await start(OPENING, 1, () => there);
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(sent()).toHaveLength(1);
    expect(await desk.line(OPENING)).toMatchObject({ state: 'done', attempts: 1, repeats: 0, error: null });
    expect(await desk.store.deliveries.openingOf('nonce-1', { kind: 'desk' })).toEqual(there);
    expect(desk.sent.find(({ what }) => what === 'news/desk/2')?.to).toBe(there.conversationId);
    expect(looks).toMatchObject([{ to: DESK, marks: [`nonce-1/${OPENING}`] }]);
  });

  it('is looked for five seconds after it was sent and a little more, from the time on when it was stored', async () => {
    const { desk, looks, sent } = await start(OPENING, 1, () => there);
    const [first] = sent();
    await desk.passes(MINUTE_MS);
    // With all the jitter that there is, and the second in which this clock moves.
    expect(looks.map(({ at }) => at - (first?.at ?? 0))).toEqual([Math.ceil((SETTLE_MS * 1.25) / 1_000) * 1_000]);
    expect(looks[0]?.since).toBe(first?.at);
  });

  it('late, after a repeat was lost as well, is not sent a third time', async () => {
    let looked = 0;
    const { desk, sent } = await start(OPENING, 2, () => (++looked === 1 ? 'unknown' : there));
    await desk.passes(MINUTE_MS);
    expect(sent()).toHaveLength(2);
    expect(await desk.line(OPENING)).toMatchObject({ state: 'done', attempts: 2, repeats: 1 });
  });

  it('after the bot died in the middle of it is recorded by the next one', async () => {
    const { desk, sent } = await start(OPENING, 0, () => there);
    await desk.report('nonce-2');
    const lanes = await desk.store.deliveries.claimLanes(9, LEASE_MS, LEAST_URGENT);
    const began = await Promise.all(lanes.map(async (lane) => await desk.store.deliveries.begin(lane, [`nonce-2/${OPENING}`], [], 0)));
    expect(began.filter((result) => typeof result === 'number')).toHaveLength(1);
    await desk.passes(LEASE_MS);
    expect(sent(), 'of nonce-1 only').toHaveLength(1);
    expect(await desk.line(OPENING, 'nonce-2')).toMatchObject({ state: 'done', attempts: 1, repeats: 0 });
  });
});

describe('a message that is not there', () => {
  it('is sent again, with its label', async () => {
    const { desk, sent } = await startWithNews(1, () => 'absent');
    await desk.passes(MINUTE_MS);
    expect(sent().map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(await desk.line(NEWS)).toMatchObject({ state: 'done', attempts: 2, repeats: 1 });
  });

  it('is sent five times more at the most: then it is the looking that is wrong', async () => {
    const { desk, sent } = await startWithNews(99, () => 'absent');
    await desk.passes(10 * MINUTE_MS);
    expect(sent()).toHaveLength(6);
    expect(await desk.line(NEWS)).toMatchObject({ state: 'failed', repeats: 5 });
  });

  it('is looked for before each repeat', async () => {
    const { desk, looks } = await startWithNews(3, () => 'absent');
    await desk.passes(10 * MINUTE_MS);
    expect(looks).toHaveLength(3);
  });
});

describe('a message of which nobody knows', () => {
  it('is sent once more, as where nothing can be read', async () => {
    const { desk, sent } = await startWithNews(99, () => 'unknown');
    await desk.passes(10 * MINUTE_MS);
    expect(sent().map(({ repeated }) => repeated)).toEqual([false, true]);
    expect(await desk.line(NEWS)).toMatchObject({ state: 'failed', repeats: 1, error: 'sent twice, never confirmed' });
  });

  it('is sent until it is confirmed when it is the thread of the desk', async () => {
    const { desk, sent } = await start(OPENING, 7, () => 'unknown');
    await desk.passes(10 * MINUTE_MS);
    expect(sent()).toHaveLength(8);
    expect(await desk.line(OPENING)).toMatchObject({ state: 'done', repeats: 7 });
  });
});

describe('what is not looked for', () => {
  it('is an edit, which shows the same whatever came before', async () => {
    const { desk, looks, sent } = await start('state/desk/2', 2, () => there);
    await desk.acknowledge();
    await desk.deliver();
    await desk.passes(MINUTE_MS);
    expect(looks).toEqual([]);
    expect(sent()).toHaveLength(3);
  });

  it('is a message that was certainly not taken', async () => {
    const { desk, looks } = await start(OPENING, 0, () => there);
    let refused = 1;
    desk.script = ({ what }) => {
      if (what === 'news/desk/2' && refused-- > 0) throw new SendError('refused', 'Teams said 503', { status: 503 });
    };
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done', attempts: 2 });
    expect(looks).toEqual([]);
  });
});

describe('looking that takes long', () => {
  it('is not believed about the outage: what somebody took meanwhile is not pinged', async () => {
    const { desk, sent } = await start('ping/desk/2', 1, () => 'unknown');
    const { find } = desk.messenger;
    desk.messenger.find = async (...asked) => {
      await desk.acknowledge();
      return (await find?.(...asked)) ?? new Map();
    };
    await desk.passes(15 * MINUTE_MS);
    await desk.passDeadline();
    await desk.passes(MINUTE_MS);
    expect(sent()).toHaveLength(1);
    expect(await desk.line('ping/desk/2')).toMatchObject({ state: 'skipped' });
  });

  it.each(['absent', 'unknown'] as const)('never sends with less of the lease left than a message may take (%s)', async (verdict) => {
    let looked = 0;
    const { desk, looks, sent } = await start(OPENING, 1, () => {
      desk.clock.advance(LOOK_LIMIT_MS);
      looked += 1;
      return looked > 9 ? there : verdict;
    });
    const leases = new Map<string, number>();
    const { claimLanes } = desk.store.deliveries;
    Object.assign(desk.store.deliveries, {
      claimLanes: async (...options: Parameters<typeof claimLanes>) => {
        const lanes = await claimLanes(...options);
        for (const { id, leaseUntil } of lanes) leases.set(id, leaseUntil);
        return lanes;
      },
    });
    let room = 0;
    desk.script = ({ to, at }) => {
      room = (leases.get(to) ?? 0) - at;
    };
    await desk.passes(MINUTE_MS);
    expect(sent()).toHaveLength(2);
    expect(room).toBeGreaterThan(SEND_LIMIT_MS);
    expect(looks, 'nor is it looked for without end').toHaveLength(1);
  });
});

describe('pings that were one message', () => {
  const DIGEST = 'ping/desk/2 + ping/desk/2 + ping/desk/2';
  const IDS = ['nonce-1', 'nonce-2', 'nonce-3'];
  const PING = 'ping/desk/2';

  async function startWithDigest(times: number, find: (look: Look) => Found) {
    const started = await start(DIGEST, times, find);
    const { desk } = started;
    for (const id of IDS.slice(1)) await desk.report(id);
    await desk.deliver();
    await desk.passes(15 * MINUTE_MS);
    desk.sent.length = 0;
    for (const id of IDS) await desk.passDeadline(id);
    const lines = async () => await Promise.all(IDS.map((id) => desk.line(PING, id)));
    return { ...started, lines };
  }

  it('are found by one look beside the threads, and none is sent again', async () => {
    const { desk, looks, sent, lines } = await startWithDigest(1, () => there);
    await desk.passes(MINUTE_MS);
    expect(sent()).toHaveLength(1);
    expect(desk.sent.filter(({ what }) => what.includes('ping'))).toHaveLength(1);
    expect(await lines()).toMatchObject(IDS.map(() => ({ state: 'done', attempts: 1, repeats: 0 })));
    expect(looks).toMatchObject([{ to: DESK, marks: IDS.map((id) => `${id}/${PING}`) }]);
  });

  it('are sent again together when they are absent, and as often as their answer is lost', async () => {
    const { desk, sent, lines } = await startWithDigest(3, () => 'absent');
    await desk.passes(MINUTE_MS);
    expect(sent().map(({ repeated }) => repeated)).toEqual([false, true, true, true]);
    expect(await lines()).toMatchObject(IDS.map(() => ({ state: 'done', repeats: 3 })));
  });

  it('are sent once more when nobody knows', async () => {
    const { desk, sent, lines } = await startWithDigest(9, () => 'unknown');
    await desk.passes(5 * MINUTE_MS);
    expect(sent()).toHaveLength(2);
    expect(await lines()).toMatchObject(IDS.map(() => ({ state: 'failed', repeats: 1 })));
  });

  it('by a bot that died are looked for beside the threads and in each, and only absent where they are in none', async () => {
    const { desk, looks, lines } = await startWithDigest(0, ({ to }) => (to === DESK ? 'absent' : there));
    const lanes = await desk.store.deliveries.claimLanes(9, LEASE_MS, LEAST_URGENT);
    const keys = IDS.map((id) => `${id}/${PING}`);
    const began = await Promise.all(lanes.map(async (lane) => await desk.store.deliveries.begin(lane, keys, [], 0)));
    expect(began).toContainEqual(expect.any(Number));
    desk.sent.length = 0;
    await desk.passes(LEASE_MS);
    expect(looks.map(({ to }) => to.replace(/;.*/, ';')).sort()).toEqual([DESK, ...IDS.map(() => `${DESK};`)]);
    // Nothing but the edits that move the clocks of the cards.
    expect(desk.sent.filter(({ what }) => !what.startsWith('state/'))).toEqual([]);
    expect(await lines()).toMatchObject(IDS.map(() => ({ state: 'done', attempts: 1 })));
  });
});
