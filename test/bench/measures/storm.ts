/** A thousand people report within a minute, and Teams takes what it takes: no limit is exceeded, and an acknowledgement is not held up. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../statistics.ts';
import type { Message } from '../world/connector-process.ts';
import type { DatabaseName } from '../world/databases.ts';
import { several, upTo } from '../world/load.ts';
import { deskText } from '../world/people.ts';
import { acknowledge, begin, fillIn, type Report, send } from '../world/reporting.ts';
import type { World } from '../world/world.ts';
import type { Measure, Outcome } from './measure.ts';

const REPORTS = 1_000;
const PROJECTS = 100;
const STORM_MS = 60_000;
/** The first answer to each is a message too, and a tenant has room for thirty in a second. */
const BEGIN_EVERY_MS = 40;
/** The channel leaves so much room beside new threads. */
const ACKNOWLEDGE_EVERY_MS = 3_000;

const rowsOf = (name: DatabaseName, title: string) => [
  { name: `storm-${name}-limits`, what: `a storm of 1,000 reports in a minute: limits of Teams exceeded, ${title}`, unit: '', bound: 0 },
  { name: `storm-${name}`, what: `an acknowledgement in it reaches the connector, p99, ${title}`, unit: 's', bound: 1 },
];

export const storm: Measure = {
  part: 'storm',
  rows: [...rowsOf('sqlite', 'SQLite'), ...rowsOf('postgres', 'PostgreSQL')],
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const name of ['sqlite', 'postgres'] as const) {
      if (!wanted(`storm-${name}`) && !wanted(`storm-${name}-limits`)) continue;
      const { refused, delays, sent } = await measure(world, name);
      const note = `${sent} messages; ${delays.length} acknowledgements`;
      outcomes[`storm-${name}-limits`] = { samples: [refused.length], note: refused[0] ?? note };
      outcomes[`storm-${name}`] = { samples: delays, value: percentile(delays, 0.99), note };
    }
    return outcomes;
  },
};

async function measure(world: World, name: DatabaseName) {
  const deskFile = path.join(world.folder, 'storm.yaml');
  writeFileSync(deskFile, deskText(PROJECTS));
  const bot = await world.startBot(await world.startDatabase(name), { limits: true, env: { DESK_FILE: deskFile } });
  const ready: Report[] = [];
  // A few at a time, so that a slow machine takes longer for it and is not flooded; what came late is not made up for.
  let beginAt = performance.now();
  await several(upTo(REPORTS), async (index) => {
    beginAt = Math.max(beginAt + BEGIN_EVERY_MS, performance.now());
    await pause(Math.max(0, beginAt - performance.now()));
    const report = await begin(bot, index);
    await fillIn(bot, report);
    ready.push(report);
  });
  const threads: Message[] = [];
  const posts = new Map<string, number>();
  bot.connector.listen((message) => {
    const { kind, conversationId, at } = message;
    if (!conversationId.includes('support-desk')) return;
    if (kind === 'opening') threads.push(message);
    if (kind === 'post') posts.set(conversationId, at);
  });
  const before = bot.connector.accepted();
  const asked = new Map<string, number>();
  const acknowledging = every(ACKNOWLEDGE_EVERY_MS, STORM_MS / ACKNOWLEDGE_EVERY_MS, async () => {
    const thread = threads.shift();
    if (!thread) return;
    asked.set(thread.conversationId, Date.now());
    await acknowledge(bot, thread);
  });
  await Promise.all([acknowledging, every(STORM_MS / REPORTS, REPORTS, async (index) => ready[index] && (await send(bot, ready[index])))]);
  await pause(2 * ACKNOWLEDGE_EVERY_MS);
  const delays = [...asked].map(([thread, at]) => ((posts.get(thread) ?? Number.POSITIVE_INFINITY) - at) / 1_000);
  return { refused: bot.connector.refused, delays, sent: bot.connector.accepted() - before };
}

/** Begins `work` so many times, one after the other in equal time, however long each takes. Done when all of it is. */
async function every(ms: number, times: number, work: (index: number) => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const all: Promise<unknown>[] = [];
  for (const index of upTo(times)) {
    await pause(Math.max(0, began + index * ms - performance.now()));
    const one = work(index);
    // It is thrown below; until then nobody waits for it.
    one.catch(() => undefined);
    all.push(one);
  }
  await Promise.all(all);
}
