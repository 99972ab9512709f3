/** `npm run backup -- FILE`: makes a checked copy of the store. Bots may run meanwhile. */
import path from 'node:path';
import { readStorage } from '../config.ts';
import { backupPostgres } from '../store/postgres/backup.ts';
import { backupSqlite } from '../store/sqlite/backup.ts';
import { onlyArgument, runTool } from './tool.ts';

const USAGE = 'usage: npm run backup -- FILE';

async function backup(): Promise<string> {
  const to = onlyArgument(USAGE);
  const { url, file } = readStorage(process.env);
  if (url) await backupPostgres({ url, to, environment: process.env });
  else await backupSqlite({ file, to });
  return `${path.resolve(to)} is a whole backup. It holds names and telephone numbers: keep it where only you can read it.`;
}

await runTool(USAGE, backup);
