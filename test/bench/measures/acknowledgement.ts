/** What an acknowledgement costs with all that people hear of it: four messages, and two seconds later the edits of four cards. */
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../statistics.ts';
import type { Message } from '../world/connector-process.ts';
import { DATABASES, type DatabaseName } from '../world/databases.ts';
import { several, upTo } from '../world/load.ts';
import { apart } from '../world/people.ts';
import { acknowledge, begin, fillIn, opens, send } from '../world/reporting.ts';
import { cpuOf, ratioOf, type Usage, usageOf } from '../world/rounds.ts';
import type { Bot, Peer, World } from '../world/world.ts';
import type { Measure } from './measure.ts';

const ROUNDS = 3;
const WARM_UP_ROUNDS = 2;
/** With their edits they stay below what a channel takes of edits in half a minute. */
const IN_A_ROUND = 10;
/** A channel takes three edits in two seconds from a bot that leaves room for what is more urgent. */
const APART_MS = 1_000;
/** With the round, the rest before it and the echo's turn, half a minute. */
const PAUSE_MS = 1_000;
const IDLE_MS = 5_000;
const MESSAGES = 8;
/** Of the messages, those that go out with the answer to the press; the others are the edits. */
const AT_ONCE = 4;

export const acknowledgement: Measure = {
  part: 'acknowledgement',
  rows: [
    {
      name: 'acknowledgement-sqlite',
      what: 'CPU of an acknowledgement with its 8 messages in echo turns, SQLite',
      unit: 'times',
      bound: 14,
    },
    { name: 'acknowledgement-postgres', what: 'the same, PostgreSQL', unit: 'times', bound: 14 },
    { name: 'acknowledgement-statements', what: 'statements of an acknowledgement with its 8 messages, PostgreSQL', unit: '', bound: 80 },
  ],
  async run(world, wanted) {
    const names = DATABASES.filter(
      (name) => wanted(`acknowledgement-${name}`) || (name === 'postgres' && wanted('acknowledgement-statements')),
    );
    const echo = await world.startPeer('teams-ai');
    const sides = await Promise.all(names.map((name) => prepare(world, name)));
    for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
      await pause(PAUSE_MS);
      const used = await Promise.all(sides.map(({ acknowledgeSome }) => acknowledgeSome()));
      const peer = await cpuOfPacedTurn(echo);
      for (const [index, { taken }] of sides.entries()) if (round >= 0 && used[index]) taken.push({ ...used[index], peer });
    }
    const of = (side: (typeof sides)[number] | undefined, figure: (one: Taken) => number) => (side?.taken ?? []).map(figure);
    const postgres = sides.find(({ name }) => name === 'postgres');
    const server = `${median(of(postgres, ({ serverCpuMs }) => serverCpuMs)).toFixed(1)} ms of the server`;
    return {
      ...Object.fromEntries(
        sides.map(({ name, taken }) => [
          `acknowledgement-${name}`,
          ratioOf(
            taken.map(({ cpuMs, peer }) => ({ own: cpuMs, peer })),
            'ms',
            name === 'postgres' ? server : '',
          ),
        ]),
      ),
      'acknowledgement-statements': { samples: of(postgres, ({ statements }) => statements) },
    };
  },
};

/** Of one acknowledgement. */
type Taken = { readonly cpuMs: number; readonly serverCpuMs: number; readonly statements: number; readonly peer: number };

async function prepare(world: World, name: DatabaseName) {
  const bot = await world.startBot(await world.startDatabase(name, { counted: true }));
  const waiting = await openings(bot, (WARM_UP_ROUNDS + ROUNDS) * IN_A_ROUND);
  const taken: Taken[] = [];
  return { name, taken, acknowledgeSome };

  /** What a bot does while nothing is to be done is taken off. */
  async function acknowledgeSome(): Promise<Omit<Taken, 'peer'>> {
    const idle = await usageOf(bot, () => pause(IDLE_MS));
    const expected = bot.connector.accepted() + MESSAGES * IN_A_ROUND;
    const began = performance.now();
    const busy = await usageOf(bot, async () => {
      for (const opening of waiting.splice(0, IN_A_ROUND)) {
        await acknowledgeAndHear(bot, opening);
        await pause(APART_MS);
      }
      await bot.connector.until(expected);
    });
    const share = (performance.now() - began) / IDLE_MS;
    const each = (figure: (one: Usage) => number) => (figure(busy) - figure(idle) * share) / IN_A_ROUND;
    return {
      cpuMs: each(({ cpuMs }) => cpuMs),
      serverCpuMs: each(({ serverCpuMs }) => serverCpuMs),
      statements: each(({ statements }) => statements?.total ?? 0),
    };
  }
}

/**
 * A turn of the echo in the rhythm of the acknowledgements, in ms: a process that sleeps between them pays for each waking up. Turns
 * that follow each other without a pause cost less, by up to a half on a virtual machine.
 */
async function cpuOfPacedTurn(echo: Peer): Promise<number> {
  const idle = await cpuOf(echo, () => pause(IDLE_MS));
  const began = performance.now();
  const busy = await cpuOf(echo, async () => {
    for (let round = 0; round < IN_A_ROUND; round += 1) {
      for (const turns of [1 + AT_ONCE, MESSAGES - AT_ONCE]) {
        await echo.turns(turns);
        await pause(APART_MS / 2);
      }
    }
  });
  return (busy - (idle * (performance.now() - began)) / IDLE_MS) / (IN_A_ROUND * (1 + MESSAGES));
}

/** So many outages that nobody has acknowledged: the first messages of their threads. */
async function openings(bot: Bot, count: number): Promise<Message[]> {
  const found = new Map<string, Message>();
  const stop = bot.connector.listen((message) => void (message.kind === 'opening' && found.set(message.id, message)));
  const numbers: number[] = [];
  await several(upTo(count), async (index) => {
    const report = await begin(bot, apart(index));
    await fillIn(bot, report);
    numbers.push((await send(bot, report)).number);
  });
  const threads: Message[] = [];
  while (threads.length < count) {
    await pause(100);
    threads.splice(0, threads.length, ...[...found.values()].filter((one) => numbers.some((number) => opens(number)(one))));
  }
  stop();
  return threads;
}

/** Until the thread at the desk says it. */
async function acknowledgeAndHear(bot: Bot, opening: Message): Promise<void> {
  const heard = bot.connector.next(({ kind, conversationId }) => kind === 'post' && conversationId === opening.conversationId);
  await acknowledge(bot, opening);
  await heard;
}
