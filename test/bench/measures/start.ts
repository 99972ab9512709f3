/**
 * What a start costs until the bot is ready, on a store with thousands of open outages, beside the start of the echo. Both with
 * Node's compile cache by NODE_COMPILE_CACHE, as the container image has it, and as an earlier start of the same has left it. Without
 * that setting the bot's own cache is beside its store, and Node strips the types of the first three modules: 0.06 s more.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { startChild } from '../../playground/child.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import type { Answer, Question } from '../world/meter.ts';
import { storeOpenOutages } from '../world/open-outages.ts';
import { programOf } from '../world/peers.ts';
import { METER } from '../world/program.ts';
import { pairs, ratioOf } from '../world/rounds.ts';
import type { Measure } from './measure.ts';

const OUTAGES = 3_000;
const TOMORROW_MS = 86_400_000;

export const start: Measure = {
  part: 'start',
  rows: [{ name: 'start', what: "start to ready on an existing store / teams-ai echo's start", unit: 'times', bound: 1.3, quick: 2.5 }],
  async run({ folder, quick }) {
    const store = path.join(folder, 'store');
    mkdirSync(store, { mode: 0o700 });
    const file = path.join(store, 'desk.sqlite');
    const opened = await openSqlite({ file, log: silentLog() });
    const dueAt = (index: number) => Date.now() + TOMORROW_MS + index;
    await storeOpenOutages(opened, { count: quick ? 300 : OUTAGES, channels: 50, dueAt });
    await opened.close();
    const cache = (name: string) => ({ NODE_COMPILE_CACHE: path.join(folder, `compiled-${name}`) });
    const bot = () =>
      cpuOfStart('src/main.ts', ['--playground'], 'the store is ready', { ...cache('bot'), DATABASE_FILE: file, DATABASE_URL: '' });
    const echo = () => cpuOfStart(programOf('teams-ai'), [], 'listening on', cache('echo'));
    await bot();
    await echo();
    return { start: ratioOf(await pairs(quick ? 2 : 7, { own: bot, peer: echo }), 'ms') };
  },
};

/** CPU of the process until it says that it is ready, in ms. Then it keeps what it has compiled, and is stopped. */
async function cpuOfStart(program: string, args: readonly string[], ready: string, env: Record<string, string>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = startChild({
    name: program,
    program,
    args,
    nodeArguments: ['--import', METER],
    env: { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', ...env },
    patienceMs: 12_000,
    onLine: (line) => line.includes(ready) && child.send({ meter: 1, flush: true } satisfies Question),
    onMessage: (message) => resolve((message as Answer).reading.cpuMs),
  });
  void child.ended.then(() => reject(new Error(`${program} ended before it was ready:\n${child.lastLines()}`)));
  return await promise.finally(() => child.stop());
}
