/** Node's compile cache: what Node has compiled is kept in a folder, so that the next start takes less CPU. */
import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';

/** Where the store is unless DATABASE_FILE says so. */
export const DEFAULT_STORE = '.data/outage-desk.sqlite';
/** A store that is beside nothing. */
const IN_MEMORY = ':memory:';

/**
 * `given`: the folder of NODE_COMPILE_CACHE; without it the cache is beside the store, if that is a file. The bot runs what is in it, so a
 * folder that others can write to is not used, and where it was given the problem is returned. A start without a cache only takes longer.
 */
export function useCompileCache(given: string | undefined, store: string | undefined): string | null {
  if (!given && store === IN_MEMORY) return null;
  const folder = given || path.join(path.dirname(store?.trim() || DEFAULT_STORE), 'compile-cache');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return null;
  }
  if (isWritableByOthers(folder)) return given ? refusalOf(given) : null;
  // Node uses a given one already, unless it comes from `env/.env`.
  enableCompileCache(folder);
  return null;
}

const refusalOf = (given: string): string =>
  `NODE_COMPILE_CACHE: others can write to ${given}, or to the folder that it is in, and so change what the bot runs. Leave it out, and the cache is beside the store; or set it to a folder of the bot's account, such as /var/lib/outage-desk/compile-cache`;

/** Whether somebody else can change what is in the folder. */
function isWritableByOthers(folder: string): boolean {
  if (process.platform === 'win32') return false;
  const real = realpathSync(folder);
  return [real, path.dirname(real)].some((one) => {
    const { uid, mode } = statSync(one);
    return (mode & 0o022) !== 0 || ![0, process.getuid?.()].includes(uid);
  });
}
