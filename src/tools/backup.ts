/** `outage-desk backup FILE`: makes a checked copy of the store. Bots may run meanwhile. */
import { readStorage } from '../config.ts';
import { backupPostgres } from '../store/postgres/backup.ts';
import { backupSqlite } from '../store/sqlite/backup.ts';
import { finishFirst } from './tool.ts';

export async function backup(to: string): Promise<string> {
  const { url, file } = readStorage(process.env);
  finishFirst();
  if (url) await backupPostgres({ url, to, environment: process.env });
  else await backupSqlite({ file, to });
  return `${to} is a whole backup. It holds names and telephone numbers: keep it where only you can read it.`;
}
