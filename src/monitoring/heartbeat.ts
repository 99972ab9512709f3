/** Calls an address outside while all is well: whoever is called notices the silence, also when nothing of ours runs any more. */
import type { Log } from '../engine/ports/log.ts';

const LIMIT_MS = 5_000;

/**
 * Calls once, with no address nowhere; never rejects. A failure is logged when it begins, its end when it ends, both without the path, which may be
 * the secret of the address. A redirection is a failure: it is not followed.
 */
export function createHeartbeat({ url, log, limitMs = LIMIT_MS }: { url: string; log: Log; limitMs?: number }): () => Promise<void> {
  if (url === '') return async () => {};
  const { host } = new URL(url);
  let failing = false;

  return async function beat() {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(limitMs) });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`${host} answered ${response.status}`);
      if (failing) log.info({ host }, 'the heartbeat is heard again');
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error, host }, 'the heartbeat is not heard; trying again after each good check');
      failing = true;
    }
  };
}
