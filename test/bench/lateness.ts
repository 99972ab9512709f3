/**
 * `npm run bench:lateness`: 10,000 open outages, the deadline of each in the same minute, on the real engine in real time,
 * on SQLite and on PostgreSQL. Says how late deadlines were stored, and fails when p99 of that is over a second; and how
 * late their pings were sent, which Teams' limits hold up: all channels share those of one tenant.
 *
 *   --outages N   --seconds S   --send-ms MS (how long Teams takes for a message)   --only sqlite|postgres   --channels N
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import { oneOrAll, readArguments, wholeNumber } from '../support/arguments.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { startPostgres } from '../support/store/postgres.ts';
import { type Measured, measure } from './measure.ts';

const LIMIT_MS = 1_000;
const USAGE = 'usage: npm run bench:lateness -- [--outages N] [--seconds S] [--send-ms MS] [--only sqlite|postgres] [--channels N]';
const values = readArguments(USAGE, {
  outages: { type: 'string', default: '10000' },
  seconds: { type: 'string', default: '60' },
  'send-ms': { type: 'string', default: '0' },
  only: { type: 'string' },
  channels: { type: 'string' },
});
const outages = wholeNumber('outages', values.outages);
const spreadMs = wholeNumber('seconds', values.seconds) * 1_000;
const sendMs = wholeNumber('send-ms', values['send-ms'], 0);
const names = oneOrAll('only', values.only, ['sqlite', 'postgres']);
/** The usual load, and a single desk: its channel is one lane, whose messages go out one at a time. */
const CHANNELS = values.channels === undefined ? [50, 1] : [wholeNumber('channels', values.channels)];

type Home = {
  readonly name: string;
  /** Four times what it takes to store an outage, in ms; what is left over is a time of rest. */
  readonly storingMs: number;
  readonly with: (work: (store: Store, settled: () => Promise<void>) => Promise<void>) => Promise<void>;
};

const HOMES: readonly Home[] = [
  {
    name: 'sqlite',
    storingMs: 4,
    async with(work) {
      const folder = await mkdtemp(path.join(tmpdir(), 'outage-desk-bench-'));
      await work(await openSqlite({ file: path.join(folder, 'desk.sqlite'), log: silentLog() }), async () => {});
      await rm(folder, { recursive: true });
    },
  },
  {
    name: 'postgres',
    storingMs: 10,
    async with(work) {
      const postgres = await startPostgres({ durable: true });
      const url = await postgres.createDatabase();
      const store = openPostgres({ url, log: silentLog() });
      await store.ready();
      // What autovacuum has long done where 10,000 outages came over days and not in seconds.
      await work(store, async () => void (await postgres.query('vacuum analyze', url)));
      await postgres.stop();
    },
  },
];

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(3)} s`;

function percentiles(lateness: readonly number[]) {
  const sorted = lateness.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), worst: at(1) };
}

function report(title: string, lateness: readonly number[]): number {
  const { p50, p99, worst } = percentiles(lateness);
  print(`  ${title.padEnd(22)} p50 ${seconds(p50)}   p99 ${seconds(p99)}   worst ${seconds(worst)}`);
  return p99;
}

function judge(name: string, channels: number, { handled, pinged, messages, elapsedMs }: Measured): boolean {
  const load = loadavg().map((average) => average.toFixed(1));
  print(
    `${name}, ${channels} ${channels === 1 ? 'channel' : 'channels'}: ${outages} pings in ${messages} messages, all sent after ${seconds(elapsedMs)} (load average ${load.join(' ')})`,
  );
  const early = Math.min(...handled, ...pinged);
  const p99 = report('the deadline is stored', handled);
  report('its ping is sent', pinged);
  if (early < 0) print(`  one came ${seconds(-early)} too early`);
  const whole = handled.length === outages && pinged.length === outages;
  if (!whole) print(`  measured were ${handled.length} deadlines and ${pinged.length} pings`);
  judged += 1;
  return whole && early >= 0 && p99 <= LIMIT_MS;
}

print(`${outages} open outages, ${outages} deadlines in ${seconds(spreadMs)}, ${sendMs} ms for a message`);
let good = true;
let judged = 0;
for (const home of HOMES.filter(({ name }) => name === (values.only ?? name))) {
  for (const channels of CHANNELS) {
    const storingMs = 10_000 + home.storingMs * outages;
    await home.with(async (store, settled) => {
      good = judge(home.name, channels, await measure(store, { outages, channels, spreadMs, storingMs, sendMs }, settled)) && good;
    });
  }
}
good = good && judged === names.length * CHANNELS.length;
print(
  good ? `good: the p99 of what is stored is at most ${seconds(LIMIT_MS)}` : `bad: see above; the limit for p99 is ${seconds(LIMIT_MS)}`,
);
process.exit(good ? 0 : 1);
