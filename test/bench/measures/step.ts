/** What a step of the report costs: the draft is stored durably and the next card returned. Beside the echo of the same SDK. */
import { median, sum } from '../statistics.ts';
import type { DatabaseName } from '../world/databases.ts';
import { several, upTo } from '../world/load.ts';
import { CUSTOMERS } from '../world/people.ts';
import { begin, fillIn, type Report } from '../world/reporting.ts';
import { cpuOfTurn, pairs, ratioOf, type Usage, usageOf } from '../world/rounds.ts';
import type { Bot, World } from '../world/world.ts';
import type { Measure, Outcome } from './measure.ts';

const ECHO_TURNS = 500;
/** Each has five steps. */
const REPORTS = 80;
const WARM_UP_REPORTS = 160;
const QUICK_REPORTS = 40;

export const step: Measure = {
  part: 'step',
  rows: [
    { name: 'step-sqlite', what: 'CPU of a step / teams-ai echo turn, SQLite', unit: 'times', bound: 1.5, quick: 3 },
    {
      name: 'step-postgres',
      what: "CPU of a step / teams-ai echo turn, PostgreSQL, the bot's process alone",
      unit: 'times',
      bound: 1.8,
      quick: 3.5,
    },
    { name: 'step-tokens', what: 'CPU of a step / teams-ai echo turn, SQLite, both verifying tokens', unit: 'times', bound: 1.5 },
  ],
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    if (wanted('step-sqlite')) outcomes['step-sqlite'] = await compare(world, 'sqlite');
    if (wanted('step-postgres')) outcomes['step-postgres'] = await compare(world, 'postgres');
    if (wanted('step-tokens')) outcomes['step-tokens'] = await compare(world, 'sqlite', true);
    return outcomes;
  },
};

/** `tokens`: both sides verify who sends, against the same keys; the echo as the SDK does it. */
async function compare(world: World, name: DatabaseName, tokens = false): Promise<Outcome> {
  const bot = await world.startBot(await world.startDatabase(name, { counted: true }), { tokens });
  const echo = await world.startPeer('teams-ai', { tokens });
  let people = 0;
  const used: Used[] = [];
  const steps = async (reports: number) => {
    people += reports;
    return await fillInSome(bot, reports, people);
  };
  await steps(world.quick ? REPORTS : WARM_UP_REPORTS);
  const measured = await pairs(world.quick ? 3 : 7, {
    async own() {
      const one = await steps(world.quick ? QUICK_REPORTS : REPORTS);
      used.push(one);
      return one.cpuMs / one.steps;
    },
    peer: () => cpuOfTurn(echo, ECHO_TURNS),
  });
  const each = (of: (one: Used) => number) => median(used.map((one) => of(one) / one.steps)).toFixed(1);
  const server = `${each(({ statements }) => statements?.total ?? 0)} statements, ${each(({ serverCpuMs }) => serverCpuMs)} ms of the server`;
  return ratioOf(measured, 'ms', name === 'postgres' ? server : '');
}

type Used = Usage & { readonly steps: number };

/** People fill in the form from its first card to the review; what comes before is not counted. `first`: the number of the first of them. */
export async function fillInSome(bot: Bot, reports: number, first: number): Promise<Used> {
  const begun: Report[] = [];
  await several(upTo(reports), async (index) => begun.push(await begin(bot, (first + index) % CUSTOMERS)));
  const steps: number[] = [];
  const usage = await usageOf(bot, () => several(begun, async (report) => steps.push(await fillIn(bot, report))));
  return { ...usage, steps: sum(steps) };
}
