/** A clock that moves when it is told to. */
export type FakeClock = { readonly now: () => number; advance(ms: number): void };

/** A Sunday morning, so that a test that reads the time by mistake is far off. */
export const START = Date.UTC(2026, 0, 4, 9, 0, 0);

export function fakeClock(start: number = START): FakeClock {
  let current = start;
  return {
    now: () => current,
    advance(ms) {
      current += ms;
    },
  };
}
