/**
 * What rooms that follow are told of maintenance, whatever happens: two bots on one store that stop, start and look at any moment,
 * Teams that refuses or does not answer, and windows that are planned, changed and ended meanwhile. A seed that fails is named.
 */
// @module-tag sampled
import { expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { isRunning, type Maintenance } from '../../../src/desk/maintenance.ts';
import { type Address, SendError } from '../../../src/engine/ports/messenger.ts';
import { createMaintenanceNews, LATEST_MS, type MaintenanceNews } from '../../../src/engine/timers/maintenance.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createRandom, type Random } from '../../simulation/random.ts';
import { fakeClock } from '../../support/clock.ts';
import { smallDesk } from '../../support/desk/small-desk.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sample } from '../../support/sample.ts';

const MINUTE_MS = 60_000;
const BOARD = '19:board@thread.tacv2';
const EVERYONE = '19:everyone@thread.v2';
/** The board follows one project; everyone hears of both. */
const ROOMS: Readonly<Record<string, readonly string[]>> = { shop: [BOARD, EVERYONE], 'mill-2': [EVERYONE] };

type Outcome = 'arrives' | 'refused' | 'lost' | 'arrives without an answer';
type Sent = { readonly room: string; readonly at: number; readonly arrived: boolean } & MaintenanceNews;

async function world(desk: Desk = smallDesk(), outcome: () => Outcome = () => 'arrives') {
  const clock = fakeClock();
  const store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
  await store.ready();
  const sent: Sent[] = [];
  const bot = (own: Desk = desk) => {
    return createMaintenanceNews({
      ...{ desk: own, maintenance: store.maintenance, rooms: store.rooms, outages: store.outages, log: silentLog(), onTurn: () => {} },
      sleep: async () => {},
      draw: (card) => ({ card, summary: '' }),
      messenger: {
        async post(address: Address, { card }) {
          const came = outcome();
          const room =
            address.to === 'new-thread' ? address.room.conversationId : 'conversationId' in address ? address.conversationId : '';
          const arrived = came.startsWith('arrives');
          sent.push({ ...(card as MaintenanceNews), room, at: clock.now(), arrived });
          if (came === 'refused') throw new SendError('refused', 'later', { retryAfterMs: 20_000 });
          if (came !== 'arrives') throw new SendError('ambiguous', 'no answer');
          return { conversationId: room, activityId: '1' };
        },
      },
    });
  };
  return { clock, store, sent, bot };
}

const hour = (from: number, more: Partial<Maintenance> = {}): Maintenance => ({
  ...{ id: 'w', projectId: 'shop', environments: [], from, until: from + 60 * MINUTE_MS, what: 'Update', by: 'ada', ...more },
});

type World = Awaited<ReturnType<typeof world>>;

/** Plans, changes and ends windows by chance. `ran`, `over`: those that a bot could see run, and see end after that. */
function planner({ clock, store }: World, { next, int, chance, pick }: Random) {
  const planned = new Map<string, Maintenance>();
  const [changed, ran, over] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const open = () => [...planned.values()].filter(({ until }) => until > clock.now());
  const keep = (window: Maintenance) => void planned.set(window.id, window);
  return { planned, changed, ran, over, plan, change, end, look };

  async function plan(): Promise<void> {
    const from = clock.now() + int(0, 40) * MINUTE_MS;
    const projectId = chance(0.5) ? 'shop' : 'mill-2';
    const id = `w${planned.size}`;
    // Of an environment that no other has, as one would be refused.
    const window = hour(from, { id, projectId, environments: [id], until: from + int(1, 90) * MINUTE_MS });
    keep(window);
    await store.maintenance.save(window);
  }
  async function change(): Promise<void> {
    if (open().length === 0) return;
    const one = pick(open());
    const window = { ...one, until: one.until + (1 + Math.floor(next() * 20)) * MINUTE_MS };
    changed.add(one.id);
    keep(window);
    await store.maintenance.save(window);
  }
  async function end(): Promise<void> {
    if (open().length === 0) return;
    const one = pick(open());
    keep({ ...one, until: clock.now() });
    expect(await store.maintenance.end(one.id)).toBe(true);
  }
  function look(): void {
    for (const window of planned.values()) {
      if (isRunning(window, clock.now())) ran.add(window.id);
      else if (ran.has(window.id)) over.add(window.id);
    }
  }
}

/** Lives through some hours with two bots. `isDown`: no bot looks in this minute. */
async function lives(seed: number, outcome: (random: Random) => Outcome, isDown: (minute: number) => boolean = () => false) {
  const random = createRandom(`maintenance ${seed}`);
  const faults = random.fork('faults');
  const at = await world(smallDesk(), () => outcome(faults));
  const plans = planner(at, random);
  const bots = [at.bot(), at.bot()];
  for (let minute = 0; minute < 400; minute++) {
    for (const [what, probability] of [
      ['plan', 0.04],
      ['change', 0.02],
      ['end', 0.02],
    ] as const)
      if (random.chance(probability)) await plans[what]();
    // One of them was started anew.
    if (random.chance(0.05)) bots[random.int(0, 1)] = at.bot();
    if (!isDown(minute)) {
      while ((await Promise.all(bots.map((one) => one.round()))).some((count) => count > 0));
      plans.look();
    }
    at.clock.advance(MINUTE_MS);
  }
  const told = (id: string, room: string, type: MaintenanceNews['type']) =>
    at.sent.filter((one) => one.window.id === id && one.room === room && one.type === type);
  return { ...plans, sent: at.sent, told };
}
const hears = ({ projectId }: Maintenance, room: string): boolean => ROOMS[projectId]?.includes(room) === true;

const seeds = (name: string, count: number) => sample(`maintenance ${name}`, [...Array(count).keys()], 5);
test.each(seeds('stopped', 12))('each room hears exactly once that a window begins and ends, with seed %i', async (seed) => {
  const { planned, changed, ran, over, told, sent } = await lives(seed, () => 'arrives');
  expect(sent.length).toBeGreaterThan(10);
  for (const window of planned.values()) {
    for (const room of [BOARD, EVERYONE]) {
      const expected = (what: ReadonlySet<string>) => (hears(window, room) && what.has(window.id) ? 1 : 0);
      expect(told(window.id, room, 'begins'), `${window.id} in ${room}`).toHaveLength(expected(ran));
      expect(told(window.id, room, 'over'), `${window.id} in ${room}`).toHaveLength(expected(over));
      if (!changed.has(window.id)) expect(told(window.id, room, 'changed')).toEqual([]);
    }
  }
});

test.each(seeds('any', 30))(
  'no room hears anything twice, late, or of another project, whatever Teams answers, with seed %i',
  async (seed) => {
    const outcomes: readonly Outcome[] = ['arrives', 'arrives', 'arrives', 'refused', 'refused', 'lost', 'arrives without an answer'];
    const { planned, told, sent } = await lives(
      seed,
      (random) => random.pick(outcomes),
      (minute) => minute % 130 > 55 + seed,
    );
    expect(sent.some(({ arrived }) => !arrived)).toBe(true);
    for (const window of planned.values()) {
      for (const room of [BOARD, EVERYONE]) {
        const [begun, ended] = [told(window.id, room, 'begins'), told(window.id, room, 'over')];
        const where = `${window.id} in ${room}`;
        if (!hears(window, room)) expect([...begun, ...ended, ...told(window.id, room, 'changed')], where).toEqual([]);
        for (const all of [begun, ended]) expect(all.filter(({ arrived }) => arrived).length, where).toBeLessThanOrEqual(1);
        expect(ended.length === 0 || begun.length > 0, where).toBe(true);
        expect(
          begun.filter(({ at }) => at - window.from > LATEST_MS),
          where,
        ).toEqual([]);
        expect(
          ended.filter(({ at }) => at - window.until > LATEST_MS),
          where,
        ).toEqual([]);
      }
    }
  },
);

/** A desk file with these windows of the shop. */
const planned = (...windows: readonly string[]) =>
  smallDesk((text) =>
    windows.length === 0
      ? text
      : text.replace(
          '    members: [mia]\n',
          `    members: [mia]\n    maintenance: [${windows.map((one) => `{ ${one}, what: Update }`).join()}]\n`,
        ),
  );
const between = (from: string, until: string, more = '') => `from: 2026-01-04 ${from}, until: 2026-01-04 ${until}${more}`;
/** Of an environment. */
const [LIVE, TEST] = [', environments: [live]', ', environments: [test]'];
const onBoard = (sent: readonly Sent[]) => sent.filter(({ room }) => room === BOARD).map(({ type }) => type);

test('a bot with an older desk file does not take back what the bot that started last has told', async () => {
  const { clock, sent, bot } = await world();
  const old = bot(planned(between('09:00', '10:00')));
  await old.round();
  clock.advance(MINUTE_MS);
  const next = bot(planned(between('09:00', '11:00')));
  for (let minute = 0; minute < 90; minute++) {
    await Promise.all([old.round(), next.round()]);
    clock.advance(MINUTE_MS);
  }
  expect(onBoard(sent)).toEqual(['begins', 'changed']);
});

test('two windows that begin at once in different environments are both told, and no start of a bot changes them', async () => {
  const { clock, store, sent, bot } = await world();
  const desk = planned(between('09:00', '11:00', LIVE), between('09:00', '10:00', TEST));
  for (let minute = 0; minute < 90; minute++) {
    await bot(desk).round();
    clock.advance(MINUTE_MS);
  }
  expect((await store.maintenance.list()).map(({ environments }) => environments)).toEqual([['live']]);
  expect(onBoard(sent)).toEqual(['begins', 'begins', 'over']);
});

test('of a window that runs while bots are replaced by some that make its id otherwise, rooms hear its end alone', async () => {
  const { clock, sent, bot } = await world();
  const desk = planned(between('09:00', '10:00', LIVE));
  // As bots until 0.9.0 make it.
  const old = bot({ ...desk, maintenance: desk.maintenance.map((one) => ({ ...one, id: `shop ${one.from}` })) });
  await old.round();
  expect(onBoard(sent)).toEqual(['begins']);
  clock.advance(MINUTE_MS);
  const next = bot(desk);
  for (let minute = 0; minute < 70; minute++) {
    await next.round();
    await old.round();
    clock.advance(MINUTE_MS);
  }
  expect(onBoard(sent)).toEqual(['begins', 'over']);
});

test.each([
  ['begin', [between('09:00', '13:00')], [between('08:55', '13:00')], ['begins', 'changed', 'over']],
  ['begin and end', [between('09:00', '13:00')], [between('08:55', '12:00')], ['begins', 'changed', 'over']],
  ['environments', [between('09:00', '13:00', LIVE)], [between('09:00', '13:00')], ['begins', 'changed', 'over']],
  ['begin, to one that is to come', [between('09:00', '13:00')], [between('11:00', '13:00')], ['begins', 'over', 'begins', 'over']],
] as const)(
  'the %s of a window that runs is corrected in the file: rooms hear of it, and of the one end',
  async (_what, before, after, heard) => {
    const { clock, sent, bot } = await world();
    await bot(planned(...before)).round();
    clock.advance(90 * MINUTE_MS);
    const corrected = bot(planned(...after));
    for (let minute = 0; minute < 300; minute++) {
      await corrected.round();
      clock.advance(MINUTE_MS);
    }
    expect(onBoard(sent)).toEqual(heard);
  },
);

test('a window that is over by an older desk file and goes on by the newer one is over again when it ends', async () => {
  const { clock, sent, bot } = await world();
  const next = bot(planned(between('09:00', '11:00')));
  await next.round();
  clock.advance(10 * MINUTE_MS);
  // The other bot, which still has the older file, starts anew, and then gets the newer one.
  await bot(planned()).round();
  await next.round();
  clock.advance(5 * MINUTE_MS);
  const other = bot(planned(between('09:00', '11:00')));
  for (let minute = 0; minute < 150; minute++) {
    await Promise.all([next.round(), other.round()]);
    clock.advance(MINUTE_MS);
  }
  expect(onBoard(sent)).toEqual(['begins', 'over', 'changed', 'over']);
});

test.each([
  ['all of them', [between('09:00', '12:00')], ['begins', 'begins', 'changed', 'over']],
  ['others', [between('09:00', '12:00', LIVE)], ['begins', 'begins', 'over', 'changed', 'over']],
] as const)('no room hears that maintenance of an environment is over while that of %s goes on there', async (_what, after, heard) => {
  const { clock, sent, bot } = await world();
  await bot(planned(between('09:00', '11:00', LIVE), between('09:00', '11:00', TEST))).round();
  clock.advance(30 * MINUTE_MS);
  const merged = bot(planned(...after));
  for (let minute = 0; minute < 240; minute++) {
    await merged.round();
    clock.advance(MINUTE_MS);
  }
  expect(onBoard(sent).sort()).toEqual([...heard].sort());
  expect(onBoard(sent).at(-1)).toBe('over');
});

test('a room that knows nothing of the maintenance that goes on hears that the one that it knows is over', async () => {
  const { clock, store, sent, bot } = await world();
  await store.maintenance.save(hour(clock.now() - 2 * LATEST_MS, { id: 'unheard', until: clock.now() + 2 * LATEST_MS }));
  await store.maintenance.save(hour(clock.now()));
  await bot().round();
  clock.advance(61 * MINUTE_MS);
  await bot().round();
  expect(onBoard(sent)).toEqual(['begins', 'over']);
});

test('a room that stopped following is not told of the end, nor one of a project that is gone', async () => {
  const { clock, store, sent, bot } = await world();
  await store.maintenance.save(hour(clock.now()));
  await bot().round();
  expect(sent.map(({ room }) => room).sort()).toEqual([BOARD, EVERYONE]);
  clock.advance(61 * MINUTE_MS);
  await bot(smallDesk((text) => text.replace('projects: [shop]', 'projects: [mill-2]'))).round();
  expect(sent.filter(({ type }) => type === 'over').map(({ room }) => room)).toEqual([EVERYONE]);
  await store.maintenance.save(hour(clock.now(), { id: 'gone', projectId: 'gone' }));
  await bot().round();
  expect(sent.filter(({ window }) => window.id === 'gone')).toEqual([]);
});
