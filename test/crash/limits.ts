/** Teams' limits per conversation, as published: sliding windows. Who is refused does not count. */

export type Limit = { readonly requests: number; readonly withinMs: number };

/** learn.microsoft.com, "Optimize your bot with rate limiting": per bot and conversation. */
export const TEAMS_LIMITS: readonly Limit[] = [
  { requests: 7, withinMs: 1_000 },
  { requests: 8, withinMs: 2_000 },
  { requests: 60, withinMs: 30_000 },
];

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

export type Limiter = {
  /** Takes a request, or gives the ms after which it may come again. */
  ask(conversation: string, now: number): 'taken' | { readonly waitMs: number };
};

export function createLimiter(limits: readonly Limit[]): Limiter {
  const longest = Math.max(...limits.map(({ withinMs }) => withinMs));
  const taken = new Map<string, number[]>();
  return {
    ask(conversation, now) {
      const times = (taken.get(conversation) ?? []).filter((at) => at > now - longest);
      taken.set(conversation, times);
      const waits = limits.map(({ requests, withinMs }) => {
        const first = times.at(-requests);
        return first === undefined ? 0 : first + withinMs - now;
      });
      const waitMs = Math.max(...waits);
      if (waitMs > 0) return { waitMs };
      times.push(now);
      return 'taken';
    },
  };
}
