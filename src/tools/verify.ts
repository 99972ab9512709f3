/** `npm run verify`: whether the record is what the bots wrote. The bots may run meanwhile. Ends with 1 when something is wrong. */
import { parseArgs } from 'node:util';
import { readStorage } from '../config.ts';
import { openForTools } from '../store/open-for-tools.ts';
import { verify } from '../store/verify.ts';
import { runTool, silent } from './tool.ts';

const USAGE = 'usage: npm run verify';

async function run(): Promise<string> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) return USAGE;
  const { DATABASE_URL: url, DATABASE_FILE: file } = readStorage(process.env);
  const { db, close } = await openForTools({ url, file, log: silent });
  const { outages, events, personal, problems, head } = await verify(db).finally(close);
  if (problems.length > 0) process.exitCode = 1;
  return [...problems, `${outages} outages, ${events} events, ${personal} personal values: ${problems.length} wrong. Head ${head}`].join(
    '\n',
  );
}

await runTool(USAGE, run, (text, code) => {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code || process.exitCode;
});
