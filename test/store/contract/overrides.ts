/** The contract of Overrides: what an engineer took by hand holds for all bots, also inside a transaction, until it ends. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStores } from './stores.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const primary = { level: 'primary' } as const;
const forBob = { insteadOf: 'bob' } as const;
const within = (store: Store) => store.outages.transaction((transaction) => transaction.overrides());

export function overridesContract(open: OpenStores): void {
  describe('on-call by hand', () => {
    it('holds from now until its time, for every bot, in the order in which it was made', async () => {
      const { store, second, clock } = await open();
      expect(await store.overrides.list()).toEqual([]);
      const from = clock.now();
      expect(await store.overrides.make({ personId: 'sam', target: primary, until: from + HOUR_MS })).toBe(true);
      clock.advance(1);
      expect(await second.overrides.make({ personId: 'ann', target: forBob, until: from + 2 * HOUR_MS })).toBe(true);
      const both = [
        { personId: 'sam', target: primary, from, until: from + HOUR_MS },
        { personId: 'ann', target: forBob, from: from + 1, until: from + 2 * HOUR_MS },
      ];
      expect(await second.overrides.list()).toEqual(both);
      expect(await within(store)).toEqual(both);
      clock.advance(HOUR_MS - 2);
      expect(await store.overrides.list()).toEqual(both);
      clock.advance(1);
      expect(await store.overrides.list()).toEqual(both.slice(1));
      expect(await within(second)).toEqual(both.slice(1));
    });

    it('made anew is one, with the new time, and the newest word', async () => {
      const { store, clock } = await open();
      const from = clock.now();
      await store.overrides.make({ personId: 'sam', target: primary, until: from + HOUR_MS });
      clock.advance(10);
      await store.overrides.make({ personId: 'ann', target: primary, until: from + HOUR_MS });
      clock.advance(10);
      await store.overrides.make({ personId: 'sam', target: primary, until: from + 3 * HOUR_MS });
      expect((await store.overrides.list()).map(({ personId, from: begun, until }) => [personId, begun - from, until - from])).toEqual([
        ['ann', 10, HOUR_MS],
        ['sam', 20, 3 * HOUR_MS],
      ]);
    });

    it('by two bots at the same moment is one', async () => {
      const { store, second, clock } = await open();
      const override = { personId: 'sam', target: primary, until: clock.now() + HOUR_MS };
      expect(await Promise.all([store, second].map((bot) => bot.overrides.make(override)))).toEqual([true, true]);
      expect(await store.overrides.list()).toHaveLength(1);
    });

    it('is remembered after it ended, also when its person took the same again, for as long as a calendar looks back', async () => {
      const { store, second, clock } = await open();
      const begin = clock.now();
      const makes = async (personId: string, target: typeof primary | typeof forBob, minutes: number) =>
        await store.overrides.make({ personId, target, until: clock.now() + minutes * MINUTE_MS });
      await makes('sam', primary, 60);
      clock.advance(10 * MINUTE_MS);
      // Anew while it lasts, then after it was ended, then after it had ended by itself.
      await makes('sam', primary, 60);
      clock.advance(10 * MINUTE_MS);
      await second.overrides.end({ personId: 'sam', target: primary });
      clock.advance(10 * MINUTE_MS);
      await makes('sam', primary, 5);
      await makes('sam', forBob, 5);
      clock.advance(10 * MINUTE_MS);
      await makes('sam', primary, 60);
      await makes('sam', forBob, 60);
      const minutes = (at: number) => (at - begin) / MINUTE_MS;
      const since = async (from: number) =>
        (await second.overrides.since(begin + from * MINUTE_MS)).map(({ target, from: begun, until }) => [
          'level' in target ? target.level : target.insteadOf,
          minutes(begun),
          minutes(until),
        ]);
      const now = [
        ['primary', 40, 100],
        ['bob', 40, 100],
      ];
      const ended = [
        ['primary', 30, 35],
        ['bob', 30, 35],
      ];
      expect((await since(0)).sort()).toEqual([['primary', 0, 10], ['primary', 10, 20], ...ended, ...now].sort());
      expect((await since(20)).sort()).toEqual([...ended, ...now].sort());
      expect(await store.overrides.list()).toHaveLength(2);
      expect((await since(35)).sort()).toEqual(now.toSorted());
      clock.advance(15 * DAY_MS - 30 * MINUTE_MS);
      await store.personal.sweep(begin);
      expect((await since(0)).sort()).toEqual([['primary', 10, 20], ...ended, ...now].sort());
      clock.advance(30 * MINUTE_MS);
      await store.personal.sweep(begin);
      expect((await since(0)).sort()).toEqual(now.toSorted());
    });

    it('for a time that is over is not made', async () => {
      const { store, clock } = await open();
      expect(await store.overrides.make({ personId: 'sam', target: primary, until: clock.now() })).toBe(false);
      expect(await store.overrides.list()).toEqual([]);
    });

    it('ends once, and only that one; then it can be made again', async () => {
      const { store, second, clock } = await open();
      const until = clock.now() + HOUR_MS;
      for (const target of [primary, forBob]) await store.overrides.make({ personId: 'sam', target, until });
      await store.overrides.make({ personId: 'ann', target: primary, until });
      expect(await second.overrides.end({ personId: 'sam', target: primary })).toBe(true);
      expect(await store.overrides.end({ personId: 'sam', target: primary })).toBe(false);
      expect((await store.overrides.list()).map(({ personId, target }) => [personId, target])).toEqual([
        ['ann', primary],
        ['sam', forBob],
      ]);
      await store.overrides.make({ personId: 'sam', target: primary, until });
      expect(await store.overrides.list()).toHaveLength(3);
    });
  });
}
