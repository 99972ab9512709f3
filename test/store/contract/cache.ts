/** The contract of Cache, and of a store's readiness. */
import { describe, expect, it } from 'vitest';
import type { OpenStores } from './stores.ts';

export function cacheContract(open: OpenStores): void {
  describe('the cache', () => {
    it('gives back what it was given, until it is deleted', async () => {
      const { store, second } = await open();
      const draft = { step: 3, answers: { title: 'Checkout ü 🔥', beganAt: null, list: [1, 2] } };
      expect(await store.cache.get('draft')).toBeUndefined();
      await store.cache.set('draft', { step: 1 });
      await store.cache.set('draft', draft);
      expect(await second.cache.get('draft')).toEqual(draft);
      await second.cache.delete('draft');
      await second.cache.delete('draft');
      expect(await store.cache.get('draft')).toBeUndefined();
    });

    it('keeps what a transaction remembers once that is committed, for as long as it says, and nothing of one that failed', async () => {
      const { store, second, clock } = await open();
      await store.outages.transaction(async ({ remember }) => await remember('trace:one', 'first', 1_000));
      await store.outages.transaction(async ({ remember }) => await remember('trace:one', 'second', 1_000));
      const failing = store.outages.transaction(async ({ remember }) => {
        await remember('trace:two', 'x', 1_000);
        throw new Error('it failed');
      });
      await expect(failing).rejects.toThrow('it failed');
      expect([await second.cache.get('trace:one'), await second.cache.get('trace:two')]).toEqual(['second', undefined]);
      clock.advance(1_000);
      expect(await second.cache.get('trace:one')).toBeUndefined();
    });

    it('deletes what is over also where only transactions write', async () => {
      const { store, clock } = await open();
      const person = 'aad-mia';
      const write = (count: number, name: string) =>
        store.outages.transaction(async ({ remember }) => {
          for (let n = 0; n < count; n += 1) await remember(`${name}:${n}:${person}`, 'x', 1_000);
        });
      await write(150, 'before');
      clock.advance(1_000);
      await write(100, 'after');
      const { remembered } = await store.personal.of(person);
      expect(remembered.map(({ key }) => key).filter((key) => key.includes('before'))).toEqual([]);
      expect(remembered).toHaveLength(100);
    });

    it('forgets when the life of a value is over, by the store clock', async () => {
      const { store, clock } = await open();
      await store.cache.set('short', 'a', 1_000);
      await store.cache.set('long', 'b');
      await store.cache.set('none', 'c', 0);
      clock.advance(999);
      expect(await store.cache.get('short')).toBe('a');
      expect(await store.cache.get('none')).toBeUndefined();
      clock.advance(1);
      expect(await store.cache.get('short')).toBeUndefined();
      expect(await store.cache.get('long')).toBe('b');
    });

    it('keeps what is said again and again, and what another process wrote or deleted since for a minute at most', async () => {
      const { store, second, clock } = await open();
      const [key, person] = ['teams-id:mia', 'mia'];
      await store.cache.keep(key, '29:old');
      await store.cache.keep(key, '29:mia', 60_000);
      expect(await second.cache.get(key)).toBe('29:mia');
      await second.cache.set(key, '29:of-another-bot');
      await store.cache.keep(key, '29:mia');
      // Two bots are two memories: this one did not look.
      expect(await store.cache.get(key)).toBe(second === store ? '29:mia' : '29:of-another-bot');
      clock.advance(60_001);
      await store.cache.keep(key, '29:mia');
      expect(await store.cache.get(key)).toBe('29:mia');
      // The tool that forgets somebody runs in a process of its own.
      await second.personal.forget(person);
      clock.advance(60_001);
      expect(await store.cache.get(key)).toBeUndefined();
      await store.cache.keep(key, '29:mia');
      expect(await store.cache.get(key)).toBe('29:mia');
    });

    it('may give back what was read within the last minute, and after that what another process wrote since', async () => {
      const { store, second, clock } = await open();
      if (store === second) return;
      await store.cache.set('chat:mia', 'a:old');
      expect(await store.cache.get('chat:mia', true)).toBe('a:old');
      await second.cache.set('chat:mia', 'a:new');
      expect(await store.cache.get('chat:mia', true)).toBe('a:old');
      expect(await store.cache.get('chat:mia')).toBe('a:new');
      clock.advance(60_001);
      expect(await store.cache.get('chat:mia', true)).toBe('a:new');
      await store.cache.delete('chat:mia');
      expect(await store.cache.get('chat:mia', true)).toBeUndefined();
    });

    it('throws when the store is closed, instead of looking empty', async () => {
      const { store } = await open();
      await store.close();
      await expect(store.cache.get('draft')).rejects.toThrow();
      await expect(store.cache.set('draft', 1)).rejects.toThrow();
    });
  });

  describe('a store', () => {
    it('says that it is ready as often as it is asked', async () => {
      const { store } = await open();
      await store.ready();
      await expect(store.ready()).resolves.toBeUndefined();
    });

    it('can be closed twice, and is not ready after it', async () => {
      const { store } = await open();
      await Promise.all([store.close(), store.close()]);
      await expect(store.ready()).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    });

    it('finishes what is under way before it closes', async () => {
      const { store } = await open();
      let closing: Promise<void> = Promise.resolve();
      const writing = store.outages.transaction(async ({ nextNumber }) => {
        await nextNumber();
        closing = store.close();
        return await nextNumber();
      });
      await expect(writing).resolves.toBe(1002);
      await closing;
    });
  });
}
