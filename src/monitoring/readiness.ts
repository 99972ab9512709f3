/** The answer to a probe: whether this bot can accept and store reports, and what else is wrong, in sentences. */

import type { Trouble } from '../engine/watch/troubles.ts';
import type { LoopLiveness } from '../engine/watch/watcher.ts';

export type Readiness = {
  readonly ready: boolean;
  readonly status: string;
  /** Sentences for an administrator, without personal data. */
  readonly troubles: readonly string[];
};

/** Trouble with Teams does not make a bot unready: a load balancer would send it no requests, and customers could not report. */
export function createReadiness(parts: {
  /** `ready` rejects when the store can't be written now. */
  store: { ready(): Promise<void> };
  liveness: LoopLiveness;
  troubles: () => readonly Trouble[];
  say: (trouble: Trouble) => string;
}): () => Promise<Readiness> {
  const { store, liveness, troubles, say } = parts;
  let probe: Promise<boolean> | null = null;
  return async () => {
    // Probes that ask at the same time share one write to the store.
    probe ??= store
      .ready()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        probe = null;
      });
    const isProbed = await probe;
    const seen = troubles();
    // The watcher reads and writes what the probe does not.
    const stored = isProbed && !seen.some(({ kind }) => kind === 'store-unavailable');
    const found: readonly Trouble[] = stored
      ? seen
      : [{ kind: 'store-unavailable' }, ...seen.filter(({ kind }) => kind !== 'store-unavailable')];
    const sentences = found.map(say);
    if (!stored) return { ready: false, status: 'the store does not answer', troubles: sentences };
    if (liveness.stalledFor() !== null) return { ready: false, status: 'this bot stands still', troubles: sentences };
    return { ready: true, status: found.length === 0 ? 'ready' : 'ready, with trouble', troubles: sentences };
  };
}
