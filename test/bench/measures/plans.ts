/** Whether a desk with years of outages is as quick as a new one: every command and every step, beside one with a hundred. */
import { setTimeout as pause } from 'node:timers/promises';
import { COMMANDS } from '../../../src/commands/commands.ts';
import { drill } from '../../../src/commands/drill.ts';
import { numbers } from '../../../src/commands/look/numbers.ts';
import { percentile } from '../statistics.ts';
import { DATABASES } from '../world/databases.ts';
import { REPORTER, startLarge } from '../world/large-store.ts';
import { upTo } from '../world/load.ts';
import { customer, ENGINEER, type Person, typed } from '../world/people.ts';
import { acknowledge, begin, fillInStep, send } from '../world/reporting.ts';
import type { Bot } from '../world/world.ts';
import { timesOfCatchUp } from './catch-up.ts';
import type { Measure, Outcome } from './measure.ts';

const LARGE = { closed: 100_000, open: 10_000 };
const SMALL = { closed: 100, open: 50 };
const TIMES = 16;
/** An engineer asks each command twice in a round, and then sends no more than the bot takes of one in a minute, which is 1,200. */
const ROUND_MS = 2 * COMMANDS.length * (60_000 / 1_000);
const BOUND = 1.2;
const WHAT = 'the slowest command or step with 100,000 closed and 10,000 open outages / with 100 and 50';
const CATCH_UP = '"catch up" with 100,000 closed and 10,000 open outages, p90';

export const plans: Measure = {
  part: 'plans',
  rows: [
    { name: 'plans-sqlite', what: `${WHAT}, SQLite`, unit: 'times', bound: BOUND },
    { name: 'plans-postgres', what: `${WHAT}, PostgreSQL`, unit: 'times', bound: BOUND },
    { name: 'catch-up-100000-sqlite', what: `${CATCH_UP}, SQLite`, unit: 'ms', bound: 50 },
    { name: 'catch-up-100000-postgres', what: `${CATCH_UP}, PostgreSQL`, unit: 'ms', bound: 50 },
  ],
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const name of DATABASES) {
      const [own, caughtUp] = [`plans-${name}`, `catch-up-100000-${name}`];
      if (!wanted(own) && !wanted(caughtUp)) continue;
      const large = await startLarge(world, await world.startDatabase(name), LARGE);
      if (wanted(caughtUp)) outcomes[caughtUp] = await timesOfCatchUp(large, LARGE.closed);
      if (wanted(own)) outcomes[own] = await compare(large, await startLarge(world, await world.startDatabase(name), SMALL));
      await large.stop();
    }
    return outcomes;
  },
};

type Times = Map<string, { readonly large: number[]; readonly small: number[] }>;

/** Each turn is made on either store, one right after the other, and its time is taken. */
async function compare(large: Bot, small: Bot): Promise<Outcome> {
  const times: Times = new Map();
  for (const round of upTo(TIMES)) {
    // What is compiled and cached on the way is the same on both, and comes before.
    const noted = round < 4 ? new Map() : times;
    const waited = pause(ROUND_MS);
    for (const [side, bot] of [
      ['large', large],
      ['small', small],
    ] as const)
      await everything(bot, round, notedFor(noted, side));
    await waited;
  }
  // Whatever else the machine does makes a turn slower, never quicker.
  const quick = (all: readonly number[]) => percentile(all, 0.25);
  const ratios = [...times].map(([what, one]) => ({ what, ratio: quick(one.large) / quick(one.small), ms: quick(one.large) }));
  ratios.sort((one, other) => other.ratio - one.ratio);
  const worst = ratios.slice(0, 4).map(({ what, ratio, ms }) => `${what} ${ratio.toFixed(2)} (${ms.toFixed(1)} ms)`);
  return { samples: ratios.map(({ ratio }) => ratio), value: ratios[0]?.ratio ?? Number.NaN, note: worst.join(', ') };
}

type Timed = (what: string, work: () => Promise<unknown>) => Promise<void>;
const notedFor =
  (times: Times, side: 'large' | 'small'): Timed =>
  async (what, work) => {
    const before = performance.now();
    await work();
    const all = times.get(what) ?? { large: [], small: [] };
    all[side].push(performance.now() - before);
    times.set(what, all);
  };

/**
 * People ask everything, then somebody else of their project reports, and an engineer acknowledges it. There is no drill: its messages
 * would come between. Numbers count all outages, and have a row of their own.
 */
async function everything(bot: Bot, round: number, timed: Timed): Promise<void> {
  const asking: readonly (readonly [string, Person])[] = [
    ['customer', customer(REPORTER)],
    ['engineer', ENGINEER],
  ];
  for (const { name } of COMMANDS.filter(({ name }) => name !== drill.name && name !== numbers.name)) {
    for (const [who, person] of asking) {
      await timed(`${who}: ${name}`, () => bot.post(typed(person, bot.serviceUrl, name)));
      await timed(`${who}: ${name} OUT-N`, () => bot.post(typed(person, bot.serviceUrl, `${name} OUT-10010`)));
    }
  }
  const report = await begin(bot, round % 2 === 0 ? 8 : 9);
  for (let step = 1, more = true; more; step += 1) {
    const post: Bot['post'] = async (body) => {
      let answer = '';
      await timed(`step ${step}`, async () => {
        answer = await bot.post(body);
      });
      return answer;
    };
    more = await fillInStep(bot, report, post);
  }
  // Nobody else reports meanwhile.
  const opened = bot.connector.next(({ kind, conversationId }) => kind === 'opening' && conversationId.includes('support-desk'));
  await timed('send the report', () => send(bot, report));
  const opening = await opened;
  const told = bot.connector.next(({ conversationId, kind }) => conversationId === report.person.chat && kind === 'chat');
  await timed('acknowledge', () => acknowledge(bot, opening));
  await told;
}
