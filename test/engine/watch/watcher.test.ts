/** The watcher on the real store and engine: what is wrong is told once, by one bot, until it is over; silence is the alarm. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { createDeadlineKeeper } from '../../../src/engine/timers/deadlines.ts';
import { CLAIM_MS } from '../../../src/engine/watch/alarms.ts';
import { CHECK_EVERY_MS } from '../../../src/engine/watch/watcher.ts';
import { type DeskEngine, startDeskEngine } from '../../support/bot/desk-engine.ts';
import { type Bot, createWatchers, inWords, type Watchers } from '../../support/bot/watchers.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { changeFor, sampleAcknowledgeAction, sampleReportAction } from '../../support/outage/sample.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const REFUSED = 'deliveries-refused';

let desk: DeskEngine;
let watchers: Watchers;
let bot: Bot;

beforeEach(async () => {
  desk = await startDeskEngine();
  watchers = createWatchers(desk);
  bot = watchers.bot();
});

/** Lets time pass with a check of each bot every 30 seconds, all at the same moment. `works`: whether the engine does its part. */
async function watch(minutes: number, { bots = [bot], works = true }: { bots?: Bot[]; works?: boolean } = {}) {
  const passDue = createDeadlineKeeper({ deadlines: desk.store.deadlines, handle: desk.handle, log: silentLog() });
  for (let left = minutes * MINUTE_MS; left > 0; left -= CHECK_EVERY_MS) {
    if (works) {
      await passDue();
      await desk.passes(CHECK_EVERY_MS);
    } else desk.clock.advance(CHECK_EVERY_MS);
    await Promise.all(bots.map(({ watcher }) => watcher.check()));
  }
}

const kinds = (one: Bot = bot) => one.watcher.troubles().map(({ kind }) => kind);
const said = (one: Bot = bot) => one.log.map(({ level, message }) => `${level}: ${message}`);
const teamsRefuses = () => {
  desk.script = () => {
    throw new SendError('refused', 'Teams: 503', { status: 503 });
  };
};
const teamsWorks = () => {
  desk.script = () => {};
};
const deskRefuses = (error: Error = new SendError('refused', 'Teams: 503', { status: 503 })) => {
  watchers.script = () => {
    throw error;
  };
};

describe('while all is well', () => {
  it('nobody is told anything, and the heart beats with every check', async () => {
    await desk.report();
    await watch(10);
    expect(inWords(watchers.told)).toEqual([]);
    expect(bot.beats).toBe(20);
    expect(bot.log).toEqual([]);
    expect(kinds()).toEqual([]);
  });

  it('an owner who was asked for an update and gave none is no trouble until they are asked again', async () => {
    await desk.report();
    await desk.acknowledge();
    await desk.passes(1_000);
    desk.clock.advance(60 * MINUTE_MS);
    await desk.passDeadline();
    await watch(2);
    expect(bot.beats).toBe(4);
  });
});

describe('a room where nothing arrives any more', () => {
  const room = { conversationId: '19:x', kind: 'channel', teamId: null, tenantId: null, name: 'X' } as const;

  it('is told once, by one bot of two, and its return once', async () => {
    const bots = [bot, watchers.bot()];
    await desk.store.rooms.lose([room], 'channel-deleted');
    await watch(60, { bots });
    expect(inWords(watchers.told)).toEqual(['1 rooms changed']);
    await desk.store.rooms.regain([room.conversationId], ['channel-deleted']);
    await watch(60, { bots });
    expect(inWords(watchers.told)).toEqual(['1 rooms changed', '1 rooms changed']);
    expect(kinds()).toEqual([]);
  });

  it('is told when the desk can be told again, and until then that it is not told is a trouble', async () => {
    deskRefuses();
    await desk.store.rooms.lose([room], 'channel-deleted');
    await watch(5);
    expect(kinds()).toEqual(['desk-untold']);
    watchers.script = () => {};
    await watch(1);
    expect(inWords(watchers.told)).toEqual(['1 rooms changed']);
    expect(kinds()).toEqual([]);
  });
});

describe('trouble', () => {
  it('is told when it begins, every half hour while it lasts, and when it is over; and the heart is silent meanwhile', async () => {
    teamsRefuses();
    await desk.report();
    await watch(1);
    expect(bot.beats).toBe(2);
    await watch(0.5);
    expect(inWords(watchers.told)).toEqual([`${REFUSED} begins`]);
    expect(watchers.told[0]?.alarm).toMatchObject({ trouble: { outages: [1001], error: 'Teams: 503' } });
    await watch(65);
    expect(inWords(watchers.told)).toEqual([`${REFUSED} begins`, `${REFUSED} lasts`, `${REFUSED} lasts`]);
    expect(kinds()).toEqual([REFUSED]);
    expect(bot.beats).toBe(2);
    teamsWorks();
    await watch(5);
    expect(inWords(watchers.told).slice(3)).toEqual([`${REFUSED} is over`]);
    expect(bot.beats).toBeGreaterThan(6);
    expect(await desk.store.alarms.rows()).toEqual([]);
  });

  it('is one error in the log and one line when it is over, not one every 30 seconds', async () => {
    teamsRefuses();
    await desk.report();
    await watch(20);
    expect(said()).toEqual(['error: trouble begins', 'info: the desk was told']);
    expect(bot.log[0]?.fields).toMatchObject({ kind: REFUSED });
    teamsWorks();
    await watch(5);
    expect(said().slice(2)).toEqual(['info: trouble is over', 'info: the desk was told']);
  });

  it('that no engine works on is told as that: deadlines, and messages that nobody touches', async () => {
    await desk.report();
    await watch(16, { works: false });
    expect(inWords(watchers.told)).toEqual(['deliveries-untouched begins', 'deadlines-overdue begins']);
    await watch(5);
    expect(inWords(watchers.told).slice(2).sort()).toEqual(['deadlines-overdue is over', 'deliveries-untouched is over']);
  });

  it('is told by one of several bots, however many see it in the same moment', async () => {
    const bots = [bot, watchers.bot(), watchers.bot()];
    teamsRefuses();
    await desk.report();
    await watch(35, { bots });
    teamsWorks();
    await watch(5, { bots });
    expect(inWords(watchers.told)).toEqual([`${REFUSED} begins`, `${REFUSED} lasts`, `${REFUSED} is over`]);
    for (const one of bots) expect(said(one).filter((line) => line === 'error: trouble begins')).toHaveLength(1);
  });

  it('of an outage without a deadline, or without its thread, is found', async () => {
    await desk.report();
    await desk.deliver();
    await desk.store.outages.transaction(async ({ read, append }) => {
      await append({ ...changeFor(sampleAcknowledgeAction(), await read('nonce-1')), deadlines: [] });
      await append({ ...changeFor(sampleReportAction({ outageId: 'nonce-2', number: 1002 }), null), notices: [] });
    });
    await watch(0.5);
    expect(bot.watcher.troubles()).toEqual([
      { kind: 'deadlines-missing', count: 1, outages: [1001] },
      { kind: 'threads-missing', count: 1, outages: [1002] },
    ]);
    await desk.update('That sets the next deadline');
    await watch(0.5);
    expect(kinds()).toEqual(['threads-missing']);
  });

  it('that only one bot can see lasts as long as that one sees it', async () => {
    const skewed = watchers.bot({ skewMs: -3 * SECOND_MS });
    await watch(20, { bots: [bot, skewed] });
    expect(kinds(skewed)).toEqual(['clock-skew']);
    expect(skewed.watcher.troubles()).toEqual([{ kind: 'clock-skew', skewMs: 3_000 }]);
    expect([skewed.beats, bot.beats]).toEqual([0, 40]);
    expect(inWords(watchers.told)).toEqual(['clock-skew begins']);
    await watch(3);
    expect(inWords(watchers.told)).toEqual(['clock-skew begins', 'clock-skew is over']);
  });

  it('is not a clock that a slow answer explains', async () => {
    let wayBackMs = 10 * SECOND_MS;
    let passedMs = 0;
    const outages = {
      ...desk.store.outages,
      async now() {
        const read = await desk.store.outages.now();
        passedMs = wayBackMs;
        return read;
      },
    };
    const slow = watchers.bot({ store: { ...desk.store, outages }, now: () => desk.clock.now() - 6 * SECOND_MS + passedMs });
    await slow.watcher.check();
    expect(kinds(slow)).toEqual([]);
    [wayBackMs, passedMs] = [0, 0];
    await slow.watcher.check();
    expect(kinds(slow)).toEqual(['clock-skew']);
  });

  it('is a loop of this bot that has not come round for a minute', async () => {
    bot.liveness.ticked('deliveries');
    await watch(1);
    expect(kinds()).toEqual([]);
    desk.clock.advance(1);
    expect(kinds()).toEqual(['loop-stopped']);
    await watch(0.5);
    expect(inWords(watchers.told)).toEqual(['loop-stopped begins']);
    bot.liveness.ticked('deliveries');
    expect(kinds()).toEqual([]);
  });
});

describe("2.3: Microsoft's signing keys that cannot be read", () => {
  it('are trouble of their own: told to the desk, named by the bot from then on, asked for with each check, and over at once', async () => {
    let failing: { forMs: number; count: number } | null = { forMs: 31_000, count: 0 };
    let asked = 0;
    const cut = watchers.bot({
      signingKeys: {
        check: async () => {
          asked += 1;
        },
        failing: () => failing,
      },
    });
    await cut.watcher.check();
    expect(asked).toBe(1);
    expect(cut.watcher.troubles()).toEqual([{ kind: 'signing-keys-unreadable', forMs: 31_000, count: 0 }]);
    expect(inWords(watchers.told)).toEqual(['signing-keys-unreadable begins']);
    expect(cut.log).toContainEqual(expect.objectContaining({ level: 'error', message: 'trouble begins' }));
    failing = null;
    expect(cut.watcher.troubles()).toEqual([]);
  });
});

describe('a telling that fails', () => {
  it('is tried again with the next check; meanwhile that is trouble too, logged once', async () => {
    teamsRefuses();
    deskRefuses();
    await desk.report();
    await watch(5);
    expect(kinds()).toEqual([REFUSED, 'desk-untold']);
    expect(said()).toEqual([
      'error: trouble begins',
      'error: the desk could not be told; trying again with every check',
      'error: trouble begins',
    ]);
    watchers.script = () => {};
    await watch(0.5);
    expect(inWords(watchers.told)).toEqual([`${REFUSED} begins`]);
    expect(kinds()).toEqual([REFUSED]);
  });

  it('is made up for when the trouble is over by then: the desk hears when it was', async () => {
    teamsRefuses();
    deskRefuses();
    await desk.report();
    const beganAt = desk.clock.now() + 90 * SECOND_MS;
    await watch(10);
    teamsWorks();
    watchers.script = () => {};
    desk.script = () => {};
    await desk.passes(60 * SECOND_MS);
    desk.clock.advance(30 * SECOND_MS);
    await watch(3);
    expect(inWords(watchers.told)).toEqual([`${REFUSED} is over, untold`]);
    expect(watchers.told[0]?.alarm).toMatchObject({ beganAt, seenAt: beganAt + 8.5 * MINUTE_MS });
    expect(kinds()).toEqual([]);
  });

  it('without an answer is not repeated at once: it may stand there', async () => {
    teamsRefuses();
    deskRefuses(new SendError('ambiguous', 'no answer'));
    let tries = 0;
    const { script } = watchers;
    watchers.script = (alarm) => {
      tries += 1;
      return script(alarm);
    };
    await desk.report();
    await watch(6);
    expect(tries).toBe(1);
    await watch(1);
    expect(tries).toBe(2);
    expect(kinds()).toEqual([REFUSED, 'desk-untold']);
  });

  it('with a time to wait waits for it', async () => {
    teamsRefuses();
    const tries: number[] = [];
    watchers.script = () => {
      tries.push(desk.clock.now());
      throw new SendError('refused', 'Teams: 429', { status: 429, retryAfterMs: 100 * SECOND_MS });
    };
    await desk.report();
    await watch(5);
    expect(tries.slice(1).map((at, index) => at - (tries[index] ?? 0))).toEqual([120 * SECOND_MS]);
  });

  it('because the bot died is made up for by another one, when the claim has ended', async () => {
    teamsRefuses();
    const { promise: never } = Promise.withResolvers<void>();
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    watchers.script = () => {
      begin();
      return never;
    };
    await desk.report();
    await desk.passes(90 * SECOND_MS);
    void bot.watcher.check();
    await began;
    watchers.script = () => {};
    const other = watchers.bot();
    desk.clock.advance(CLAIM_MS - 1);
    await other.watcher.check();
    expect(inWords(watchers.told)).toEqual([]);
    desk.clock.advance(1);
    await other.watcher.check();
    expect(inWords(watchers.told)).toEqual([`${REFUSED} begins`]);
  });
});

describe('a message that is set aside', () => {
  const neverInBoard = () => {
    desk.script = ({ what }) => {
      if (what.includes('follower:board')) throw new SendError('never', 'Teams: 403 Forbidden', { status: 403 });
    };
  };

  it('is told once, with what it was, for whom, and why; the heart beats on', async () => {
    const bots = [bot, watchers.bot()];
    neverInBoard();
    await desk.report();
    await watch(40, { bots });
    expect(inWords(watchers.told)).toEqual(['1 set aside']);
    expect(watchers.told[0]?.alarm).toEqual({
      tell: 'set-aside',
      messages: [
        {
          key: 'nonce-1/opening/follower:board/1',
          number: 1001,
          kind: 'opening',
          event: 'reported',
          destination: { kind: 'follower', id: 'board' },
          error: 'Teams: 403 Forbidden',
        },
      ],
    });
    expect(bot.beats).toBe(80);
    expect(await desk.store.alarms.rows()).toEqual([]);
  });

  it('soon after another one is told with others, five minutes later', async () => {
    neverInBoard();
    await desk.report('nonce-1');
    await watch(0.5);
    for (const outageId of ['nonce-2', 'nonce-3', 'nonce-4']) {
      await desk.report(outageId);
      await watch(0.5);
    }
    expect(inWords(watchers.told)).toEqual(['1 set aside']);
    await watch(5);
    expect(inWords(watchers.told)).toEqual(['1 set aside', '3 set aside']);
    expect((watchers.told[1]?.at ?? 0) - (watchers.told[0]?.at ?? 0)).toBe(5 * MINUTE_MS);
  });

  it('is told later when it could not be told', async () => {
    neverInBoard();
    deskRefuses();
    await desk.report();
    await watch(2);
    expect(kinds()).toEqual(['desk-untold']);
    watchers.script = () => {};
    await watch(1);
    expect(inWords(watchers.told)).toEqual(['1 set aside']);
    expect(kinds()).toEqual([]);
  });
});

describe('a store that is away', () => {
  it('is trouble that nobody can be told of: one error, no heartbeat, and nothing that was there counts as over', async () => {
    let away = false;
    const { store } = desk;
    const health = {
      ...store.health,
      look: async (tolerances: Parameters<typeof store.health.look>[0]) => {
        if (away) throw new Error('connect ECONNREFUSED');
        return await store.health.look(tolerances);
      },
    };
    bot = watchers.bot({ store: { ...store, health } });
    teamsRefuses();
    await desk.report();
    await watch(2);
    away = true;
    await watch(2);
    expect(kinds()).toEqual(['store-unavailable', REFUSED]);
    away = false;
    await watch(0.5);
    expect(kinds()).toEqual([REFUSED]);
    expect(said()).toEqual([
      'error: trouble begins',
      'info: the desk was told',
      'error: the check failed; trying again',
      'error: trouble begins',
      'info: trouble is over',
    ]);
    expect(bot.beats).toBe(2);
  });
});

describe('the rounds of the watcher', () => {
  type Nap = { readonly ms: number; readonly wake: () => void };
  let naps: Nap[];
  let noticed: (() => void)[];
  const nap = async (count: number): Promise<Nap> => {
    while (naps.length < count) await new Promise<void>((resolve) => noticed.push(resolve));
    return naps[count - 1] as Nap;
  };

  beforeEach(() => {
    naps = [];
    noticed = [];
    bot = watchers.bot({
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          naps.push({ ms, wake: resolve });
          signal.addEventListener('abort', () => resolve(), { once: true });
          for (const tell of noticed.splice(0)) tell();
        }),
    });
  });

  it('come every 30 seconds, the first after 30 seconds', async () => {
    bot.watcher.start();
    expect((await nap(1)).ms).toBe(CHECK_EVERY_MS);
    expect(bot.beats).toBe(0);
    naps[0]?.wake();
    expect((await nap(2)).ms).toBe(CHECK_EVERY_MS);
    expect(bot.beats).toBe(1);
    await bot.watcher.stop();
    expect(bot.beats).toBe(1);
  });

  it('are themselves a loop that can stand still', async () => {
    bot.watcher.start();
    await nap(1);
    desk.clock.advance(MINUTE_MS + 1);
    expect(kinds()).toEqual(['loop-stopped']);
    naps[0]?.wake();
    await nap(2);
    expect(kinds()).toEqual([]);
    await bot.watcher.stop();
  });

  it('end with the message that is being told, and tell no other', async () => {
    const { promise: hold, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    watchers.script = () => {
      begin();
      return hold;
    };
    await desk.report();
    desk.clock.advance(16 * MINUTE_MS);
    bot.watcher.start();
    (await nap(1)).wake();
    await began;
    let stopped = false;
    const stopping = bot.watcher.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    letGo();
    await stopping;
    expect(watchers.told).toHaveLength(1);
    expect(naps).toHaveLength(1);
  });
});
