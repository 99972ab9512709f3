/** How soon the desk's thread is there while 10,000 events wait for a webhook that hangs, beside a bot that has no webhook. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SECRET, startReceiver } from '../../support/outward/receiver.ts';
import { percentile } from '../statistics.ts';
import { DATABASES, type Database, type DatabaseName, execute } from '../world/databases.ts';
import { upTo } from '../world/load.ts';
import { apart, deskText } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { reportOnce } from './delivery.ts';
import type { Measure, Outcome } from './measure.ts';

const WAITING = 10_000;
const REPORTS = 60;
const WARM_UP = 15;
const SHARES = { p50: 0.5, p90: 0.9 } as const;
const BOUNDS = { p50: 1.2, p90: 1.5 } as const;
const rowOf = (name: DatabaseName, share: keyof typeof SHARES) => `webhooks-${name}-${share}`;

export const webhooks: Measure = {
  part: 'webhooks',
  rows: DATABASES.flatMap((name) =>
    (['p50', 'p90'] as const).map((share) => ({
      name: rowOf(name, share),
      what: `Send report to the thread's POST, 10,000 waiting for a webhook that hangs / no webhook, ${share}, ${name === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
      unit: 'times',
      bound: BOUNDS[share],
    })),
  ),
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const name of DATABASES) {
      if (!wanted(rowOf(name, 'p50')) && !wanted(rowOf(name, 'p90'))) continue;
      const { with: own, without } = await measure(world, name);
      for (const [share, at] of Object.entries(SHARES) as [keyof typeof SHARES, number][]) {
        const [ms, beside] = [percentile(own, at), percentile(without, at)];
        outcomes[rowOf(name, share)] = { samples: [ms / beside], note: `${ms} / ${beside} ms, ${own.length} reports each` };
      }
    }
    return outcomes;
  },
};

/** In turns, so that both meet the same machine. */
async function measure(world: World, name: DatabaseName) {
  const receiver = await startReceiver(Date.now, () => 'hang');
  try {
    const file = path.join(world.folder, `hanging-${name}.yaml`);
    writeFileSync(file, `${deskText()}\nwebhooks:\n  hangs: { address: "${receiver.url}", secret: HANGING_SECRET, allowPrivate: true }\n`);
    const database = await world.startDatabase(name);
    const bots = {
      with: await world.startBot(database, { env: { DESK_FILE: file, HANGING_SECRET: SECRET } }),
      without: await world.startBot(await world.startDatabase(name)),
    };
    const took: Record<keyof typeof bots, number[]> = { with: [], without: [] };
    await reportOnce(bots.with, apart(0));
    await fill(database);
    for (const index of upTo(WARM_UP + REPORTS))
      for (const which of ['with', 'without'] as const) took[which].push(await reportOnce(bots[which], apart(index + 1), 2));
    if (receiver.asked.length < 2) throw new Error(`the webhook was asked ${receiver.asked.length} times`);
    return { with: took.with.slice(WARM_UP), without: took.without.slice(WARM_UP) };
  } finally {
    receiver.stop();
  }
}

/** As if its one outage had had so many events; only the first is ever tried, because it hangs. */
const fill = (database: Database) =>
  execute(
    database,
    `with recursive number (n) as (select 1 union all select n + 1 from number where n < ${WAITING})
    insert into delivery (key, outage_id, kind, place, lane, seq, priority, state, due_at, created_at)
    select outage_id || '/news/webhook:hangs/' || (1000 + n), outage_id, kind, place, lane, 1000 + n, priority, 'waiting', created_at, created_at
    from (select * from delivery where place = 'webhook:hangs' limit 1) as first cross join number`,
  );
