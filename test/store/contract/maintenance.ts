/** The contract of MaintenanceWindows: one list for all bots, and each thing is told to a room by one bot, once. */
import { describe, expect, it } from 'vitest';
import type { Maintenance } from '../../../src/desk/maintenance.ts';
import { OVER } from '../../../src/engine/ports/maintenance.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStores } from './stores.ts';

const HOUR_MS = 3_600_000;
const within = (store: Store) => store.outages.transaction((transaction) => transaction.maintenance());
const idsOf = async (store: Store, endedMs?: number) => (await store.maintenance.list(endedMs)).map(({ id }) => id);

export function maintenanceContract(open: OpenStores): void {
  const window = (from: number, more: Partial<Maintenance> = {}): Maintenance => ({
    ...{ id: 'w1', projectId: 'shop', environments: ['live'], from, until: from + HOUR_MS, what: 'Update', by: 'ada', ...more },
  });

  describe('maintenance', () => {
    it('is there for every bot until it ends, the earliest first, also inside a transaction', async () => {
      const { store, second, clock } = await open();
      const now = clock.now();
      await store.maintenance.save(window(now + HOUR_MS, { id: 'later', environments: [], by: null }));
      await store.maintenance.save(window(now));
      const both = [
        { ...window(now), changedAt: now },
        { ...window(now + HOUR_MS, { id: 'later', environments: [], by: null }), changedAt: now },
      ];
      expect(await second.maintenance.list()).toEqual(both);
      expect(await within(second)).toEqual(both);
      clock.advance(HOUR_MS);
      expect(await idsOf(second)).toEqual(['later']);
      expect(await idsOf(second, 1)).toEqual(['w1', 'later']);
      expect((await within(second)).map(({ id }) => id)).toEqual(['later']);
    });

    it('says when it was changed last; what is saved as it was is not changed', async () => {
      const { store, clock } = await open();
      const now = clock.now();
      const changedAt = async () => (await store.maintenance.list())[0]?.changedAt;
      await store.maintenance.save(window(now));
      const changes = [{ from: now + 1 }, { until: now + 2 * HOUR_MS }, { what: 'Another' }, { environments: [] }];
      for (const [index, more] of changes.entries()) {
        clock.advance(1_000);
        const before = (await store.maintenance.list())[0];
        if (before) await store.maintenance.save(before);
        expect(await changedAt()).toBe(now + index * 1_000);
        await store.maintenance.save({ ...window(now), ...before, ...more });
        expect((await store.maintenance.list())[0]).toMatchObject({ ...more, changedAt: now + (index + 1) * 1_000 });
      }
    });

    it('ends once, also before it began', async () => {
      const { store, second, clock } = await open();
      const now = clock.now();
      await store.maintenance.save(window(now));
      await store.maintenance.save(window(now + HOUR_MS, { id: 'later' }));
      clock.advance(1_000);
      for (const id of ['w1', 'later']) {
        expect(await Promise.all([store, second].map((bot) => bot.maintenance.end(id)))).toHaveLength(2);
        expect(await store.maintenance.end(id)).toBe(false);
      }
      expect(await store.maintenance.end('nothing')).toBe(false);
      expect(await idsOf(store)).toEqual([]);
      expect((await store.maintenance.list(HOUR_MS)).map(({ until }) => until)).toEqual([now + 1_000, now + 1_000]);
    });

    it('of the desk file is what the last file says; what engineers planned stays', async () => {
      const { store, second, clock } = await open();
      const now = clock.now();
      const ofFile = (id: string, more: Partial<Maintenance> = {}) => window(now, { id, by: null, ...more });
      await store.maintenance.save(window(now, { id: 'by hand' }));
      await Promise.all([store, second].map((bot) => bot.maintenance.takeFromFile([ofFile('b'), ofFile('a')])));
      expect(await idsOf(store)).toEqual(['a', 'b', 'by hand']);
      clock.advance(1_000);
      await second.maintenance.takeFromFile([ofFile('a', { until: now + 2 * HOUR_MS })]);
      expect(await idsOf(store)).toEqual(['a', 'by hand']);
      expect((await store.maintenance.list(HOUR_MS)).find(({ id }) => id === 'b')?.until).toBe(now + 1_000);
      expect((await store.maintenance.list())[0]).toMatchObject({ until: now + 2 * HOUR_MS, changedAt: now + 1_000 });
      await store.maintenance.takeFromFile([]);
      expect(await idsOf(second)).toEqual(['by hand']);
    });

    it('of the desk file that goes on by another id stays what it is, with what was told of it', async () => {
      const { store, second, clock } = await open();
      const now = clock.now();
      const ofFile = (id: string) => window(now, { id, by: null });
      const told = { windowId: 'a', conversationId: '19:a', tenantId: 't', said: now };
      await store.maintenance.takeFromFile([ofFile('a')]);
      await store.maintenance.save(window(now, { id: 'by hand' }));
      await store.maintenance.begin(told);
      // Of another one, which was there long ago.
      await store.maintenance.begin({ ...told, windowId: 'b' });
      clock.advance(1_000);
      const goesOn = new Map([
        ['a', 'b'],
        ['by hand', 'c'],
      ]);
      await Promise.all([store, second].map((bot) => bot.maintenance.takeFromFile([ofFile('b')], goesOn)));
      expect(await store.maintenance.list(HOUR_MS)).toMatchObject([{ id: 'b', changedAt: now }, { id: 'by hand' }]);
      expect(await store.maintenance.told(['a', 'b'])).toEqual([{ ...told, windowId: 'b' }]);
      // One that is there keeps its own.
      await store.maintenance.takeFromFile([ofFile('b'), ofFile('d')]);
      await store.maintenance.takeFromFile([ofFile('d')], new Map([['b', 'd']]));
      expect(await idsOf(store)).toEqual(['by hand', 'd']);
      expect(await idsOf(store, HOUR_MS)).toEqual(['b', 'by hand', 'd']);
      expect(await store.maintenance.told(['b', 'd'])).toEqual([{ ...told, windowId: 'b' }]);
    });

    it('that goes on after it was told that it is over, is over again, by one bot', async () => {
      const { store, second, clock } = await open();
      const now = clock.now();
      const over = { windowId: 'w1', conversationId: '19:a', tenantId: 't', said: OVER };
      await store.maintenance.save(window(now));
      await store.maintenance.end('w1');
      expect(await store.maintenance.begin(over)).toBe(true);
      expect([await store.maintenance.told(['w1']), await second.maintenance.begin(over)]).toEqual([[over], false]);
      clock.advance(1_000);
      await store.maintenance.save(window(now));
      expect(await store.maintenance.told(['w1'])).toEqual([]);
      clock.advance(HOUR_MS);
      const begun = await Promise.all([store, second, store].map((bot) => bot.maintenance.begin(over)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await second.maintenance.told(['w1'])).toEqual([over]);
      await store.maintenance.postpone(over, 1_000);
      expect(await second.maintenance.begin(over)).toBe(false);
      clock.advance(1_000);
      expect([await second.maintenance.told(['w1']), await second.maintenance.begin(over)]).toEqual([[], true]);
    });

    it('is told to a room by one bot, and again only after a pause when it did not arrive', async () => {
      const { store, second, clock } = await open();
      const told = { windowId: 'w1', conversationId: '19:a', tenantId: 't', said: clock.now() };
      const begun = await Promise.all([store, second, store].map((bot) => bot.maintenance.begin(told)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await second.maintenance.told(['w1'])).toEqual([told]);
      expect(await second.maintenance.told(['w2'])).toEqual([]);
      await store.maintenance.postpone(told, 1_000);
      expect(await second.maintenance.told(['w1'])).toEqual([told]);
      expect(await second.maintenance.begin(told)).toBe(false);
      clock.advance(1_000);
      expect(await second.maintenance.told(['w1'])).toEqual([]);
      expect(await second.maintenance.begin(told)).toBe(true);
      clock.advance(HOUR_MS);
      expect(await store.maintenance.begin(told)).toBe(false);
      // Another thing to say, another room and another window are their own.
      for (const more of [{ said: OVER }, { conversationId: '19:b' }, { windowId: 'w2' }])
        expect(await store.maintenance.begin({ ...told, ...more })).toBe(true);
      expect(await store.maintenance.told(['w1', 'w2'])).toHaveLength(4);
    });
  });
}
