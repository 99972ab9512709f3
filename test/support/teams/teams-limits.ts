/**
 * Teams' published limits, enforced as Teams would: exact sliding windows over accepted requests; refused ones do not
 * count. Independent of src/engine/delivery/limits.ts, so that both cannot have the same fault.
 */
import type { Limit } from '../../../src/engine/ports/deliveries.ts';

/** learn.microsoft.com, "Optimize your bot with rate limiting": per bot and conversation; all threads of a channel are one. */
export const TEAMS_LIMITS: readonly Limit[] = [
  { requests: 7, withinMs: 1_000 },
  { requests: 8, withinMs: 2_000 },
  { requests: 60, withinMs: 30_000 },
  { requests: 1_800, withinMs: 3_600_000 },
];
/** Per bot and tenant; the smaller of the two figures that are published (30 and 50 in a second). */
export const TENANT_LIMITS: readonly Limit[] = [{ requests: 30, withinMs: 1_000 }];

/** `60/30000,7/1000` as limits. */
export function readLimits(text: string): readonly Limit[] {
  return text.split(',').map((one) => {
    const [requests, withinMs] = one.split('/').map(Number);
    if (!requests || !withinMs) throw new Error(`a limit is written as requests/ms, not '${one}'`);
    return { requests, withinMs };
  });
}

export const writeLimits = (limits: readonly Limit[]): string =>
  limits.map(({ requests, withinMs }) => `${requests}/${withinMs}`).join(',');

/** A conversation or a tenant, which has limits of its own. */
export type Scope = { readonly name: string; readonly limits: readonly Limit[] };
/** The limit that was exceeded, and the ms after which the same request may be sent again. */
export type Exceeded = { readonly waitMs: number; readonly scope: string; readonly limit: Limit };

export type Limiter = {
  /** Counts a request for all of these, or for none. `now`: ms, must not decrease. */
  ask(scopes: readonly Scope[], now: number): 'taken' | Exceeded;
};

export function createLimiter(): Limiter {
  const taken = new Map<string, number[]>();
  const timesOf = (name: string): number[] => {
    const times = taken.get(name) ?? [];
    taken.set(name, times);
    return times;
  };

  return {
    ask(scopes, now) {
      const waits = scopes.flatMap(({ name, limits }) =>
        limits.map((limit) => ({ scope: name, limit, waitMs: (timesOf(name).at(-limit.requests) ?? -Infinity) + limit.withinMs - now })),
      );
      const [longest] = waits.toSorted((one, other) => other.waitMs - one.waitMs);
      if (longest && longest.waitMs > 0) return longest;
      for (const { name, limits } of scopes) remember(timesOf(name), limits, now);
      return 'taken';
    },
  };

  function remember(times: number[], limits: readonly Limit[], now: number): void {
    times.push(now);
    const needed = Math.max(...limits.map(({ requests }) => requests));
    if (times.length > 2 * needed) times.splice(0, times.length - needed);
  }
}
