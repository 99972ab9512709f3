/** Opens the store that the configuration names. */
import type { Log } from '../engine/ports/log.ts';
import { openSqlite } from './sqlite/open.ts';
import type { Store } from './store.ts';

export type StoreConfig = {
  /** Of PostgreSQL; empty: the embedded store. */
  readonly DATABASE_URL: string;
  readonly DATABASE_FILE: string;
  readonly DATABASE_CONNECTIONS: number;
};

/** `onLost`: called once when a file of the embedded store is gone. */
export async function openStore(config: StoreConfig, log: Log, onLost?: (error: Error) => void): Promise<Store> {
  if (!config.DATABASE_URL) return await openSqlite({ file: config.DATABASE_FILE, log, ...(onLost && { onLost }) });
  // Its driver is loaded only where it is used.
  const { openPostgres } = await import('./postgres/open.ts');
  return openPostgres({ url: config.DATABASE_URL, log, connections: config.DATABASE_CONNECTIONS });
}
