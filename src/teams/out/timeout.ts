/** The SDK waits without end for some things, such as a token: this is the end of our patience. */

/** Rejects with `late()` when `work` has not ended within `limitMs`. The work itself goes on; nobody waits for it. */
export async function withTimeout<T>(work: Promise<T>, limitMs: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
