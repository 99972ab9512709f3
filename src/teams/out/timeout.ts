/** A time limit for calls of the SDK that have none and take no signal, such as those for tokens. */

/** Rejects with `late()` when `work` has not ended within `limitMs`. The work itself goes on, and its result is dropped. */
export async function withTimeout<T>(
  work: Promise<T>,
  limitMs: number,
  late: () => Error = () => new Error(`no answer within ${limitMs} ms`),
): Promise<T> {
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), limitMs);
  return await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
