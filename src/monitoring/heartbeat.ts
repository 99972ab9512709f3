/** Calls an address outside while nothing is wrong. The service there notices when the calls stop, also when no bot runs any more. */
import type { Log } from '../engine/ports/log.ts';

const LIMIT_MS = 5_000;

/** What it returns never rejects. Failures are logged without the path, which may be a secret. A redirection is a failure. */
export function createHeartbeat({ url, log, limitMs = LIMIT_MS }: { url: string; log: Log; limitMs?: number }): () => Promise<void> {
  if (url === '') return async () => {};
  const { host } = new URL(url);
  let failing = false;

  return async function beat() {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(limitMs) });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`${host} answered ${response.status}`);
      if (failing) log.info({ host }, 'the heartbeat succeeds again');
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error, host }, 'the heartbeat failed; trying again after each good check');
      failing = true;
    }
  };
}
