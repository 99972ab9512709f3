/** What a probe is told: whether this bot can take and store reports, and in words what else is wrong. */
import type { LoopLiveness } from '../engine/watch/loop-liveness.ts';
import type { Trouble } from '../engine/watch/troubles.ts';

export type Readiness = {
  readonly ready: boolean;
  readonly status: string;
  /** For an administrator; no personal data. */
  readonly troubles: readonly string[];
};

/**
 * Trouble with Teams is none of a load balancer's business: whoever takes the bot away from customers then takes their way
 * to report.
 */
export function createReadiness(parts: {
  /** Rejects when the store can't be written now. */
  storeReady: () => Promise<void>;
  liveness: LoopLiveness;
  troubles: () => readonly Trouble[];
  say: (trouble: Trouble) => string;
}): () => Promise<Readiness> {
  const { storeReady, liveness, troubles, say } = parts;
  let probe: Promise<boolean> | null = null;
  return async () => {
    // However many ask at once, the store is written once for them.
    probe ??= storeReady()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        probe = null;
      });
    const stored = await probe;
    const others = troubles().filter(({ kind }) => kind !== 'store-unavailable');
    const found: readonly Trouble[] = stored ? others : [{ kind: 'store-unavailable' }, ...others];
    const sentences = found.map(say);
    if (!stored) return { ready: false, status: 'the store does not answer', troubles: sentences };
    if (liveness.stalledFor() !== null) return { ready: false, status: 'this bot stands still', troubles: sentences };
    return { ready: true, status: found.length === 0 ? 'ready' : 'ready, with trouble', troubles: sentences };
  };
}
