/** What a step costs, beyond what the bots take when they have nothing to do, when the presses of a person come to two bots in turns, beside all of them at one. */
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../statistics.ts';
import { pairs, ratioOf, usageOf } from '../world/rounds.ts';
import type { Bot } from '../world/world.ts';
import type { Measure } from './measure.ts';
import { fillInSome } from './step.ts';

const ROUNDS = 7;
const REPORTS = 60;
const WARM_UP_REPORTS = 160;
/** Both bots look for what is due all the time; what that takes is a row of its own. */
const IDLE_MS = 10_000;

export const twoBots: Measure = {
  part: 'two-bots',
  rows: [
    { name: 'two-bots-cpu', what: 'CPU of a step with two bots on one PostgreSQL / with one', unit: 'times', bound: 1.1 },
    { name: 'two-bots-statements', what: 'statements of a step with two bots / with one', unit: 'times', bound: 1 },
  ],
  async run(world) {
    const database = await world.startDatabase('postgres', { counted: true });
    const one = await world.startBot(database);
    const other = await world.startBot(database, { connector: one.connector });
    let posted = 0;
    const both: Bot = {
      ...one,
      post(body) {
        posted += 1;
        return (posted % 2 === 0 ? one : other).post(body);
      },
      cpuMs: async () => (await one.cpuMs()) + (await other.cpuMs()),
    };
    let people = 0;
    const bots = { one, both };
    const statements: Record<keyof typeof bots, number[]> = { one: [], both: [] };
    const idle = { one: { cpuMs: 0, statements: 0 }, both: { cpuMs: 0, statements: 0 } };
    const steps = async (name: keyof typeof bots, reports = REPORTS) => {
      people += reports;
      const began = performance.now();
      const used = await fillInSome(bots[name], reports, people);
      const ms = performance.now() - began;
      statements[name].push(((used.statements?.total ?? 0) - ms * idle[name].statements) / used.steps);
      return (used.cpuMs - ms * idle[name].cpuMs) / used.steps;
    };
    await steps('both', 2 * WARM_UP_REPORTS);
    await steps('one', WARM_UP_REPORTS);
    for (const name of ['one', 'both'] as const) {
      const used = await usageOf(bots[name], () => pause(IDLE_MS));
      idle[name] = { cpuMs: used.cpuMs / IDLE_MS, statements: (used.statements?.total ?? 0) / IDLE_MS };
    }
    for (const all of Object.values(statements)) all.length = 0;
    const measured = await pairs(ROUNDS, { own: () => steps('both'), peer: () => steps('one') });
    const each = (all: readonly number[]) => Math.round(10 * median(all)) / 10;
    const [of, by] = [each(statements.both), each(statements.one)];
    return {
      'two-bots-cpu': ratioOf(measured),
      'two-bots-statements': { samples: [of / by], note: `${of.toFixed(1)} / ${by.toFixed(1)} statements` },
    };
  },
};
