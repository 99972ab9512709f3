/**
 * `npm run verify -- [--at TIME]`: whether the record is what the bots wrote. The bots may run meanwhile. Ends with 1 when
 * something is wrong. The head is that of a time: noted elsewhere, it is to come out the same whenever it is asked for again.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readStorage } from '../config.ts';
import { openForTools } from '../store/tools/open.ts';
import { verify } from '../store/tools/verify.ts';
import { runTool } from './tool.ts';

const USAGE = 'usage: npm run verify -- [--at TIME], a time as it stands behind a head that was noted';
/** What bots are storing at this moment is of no earlier time than this. */
const STORED_MS = 60_000;

async function run(): Promise<string> {
  const { values } = parseArgs({ options: { at: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return USAGE;
  const asked = values.at === undefined ? null : Date.parse(values.at);
  if (Number.isNaN(asked)) throw new ConfigError([USAGE]);
  const { DATABASE_URL: url, DATABASE_FILE: file } = readStorage(process.env);
  const { db, store, close } = await openForTools({ url, file });
  const verified = async () => {
    const until = asked ?? (await store.outages.now()) - STORED_MS;
    return { ...(await verify(db, until)), until: new Date(until).toISOString() };
  };
  const { outages, events, personal, problems, head, until } = await verified().finally(close);
  if (problems.length > 0) process.exitCode = 1;
  const count = `${outages} outages, ${events} events, ${personal} personal values: ${problems.length} wrong`;
  return [...problems, `${count}. Head ${head} of ${until}`].join('\n');
}

await runTool(USAGE, run, (text, code) => {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code || process.exitCode;
});
