/** The contract of Looks: how far each person has read each outage. It only grows. */
import { describe, expect, it } from 'vitest';
import type { OpenStores } from './stores.ts';

export function looksContract(open: OpenStores): void {
  describe('looks', () => {
    it('of a person are the versions that they saw last, the last one first, and nobody else’s', async () => {
      const { store, second, clock } = await open();
      await store.looks.saw('aad-eve', [{ id: 'one', version: 3 }]);
      clock.advance(10);
      await second.looks.saw('aad-eve', [
        { id: 'two', version: 1 },
        { id: 'three', version: 7 },
      ]);
      await store.looks.saw('aad-joe', [{ id: 'one', version: 9 }]);
      const at = clock.now();
      expect(await store.looks.of('aad-eve')).toEqual([
        { outageId: 'three', version: 7, at },
        { outageId: 'two', version: 1, at },
        { outageId: 'one', version: 3, at: at - 10 },
      ]);
      await store.looks.saw('aad-eve', []);
      expect(await store.looks.of('aad-nobody')).toEqual([]);
    });

    it('go back for nobody: two bots, and a press that came twice', async () => {
      const { store, second, clock } = await open();
      await store.looks.saw('aad-eve', [{ id: 'one', version: 5 }]);
      clock.advance(10);
      await Promise.all([
        second.looks.saw('aad-eve', [{ id: 'one', version: 4 }]),
        store.looks.saw('aad-eve', [{ id: 'one', version: 2 }]),
      ]);
      expect(await store.looks.of('aad-eve')).toEqual([{ outageId: 'one', version: 5, at: clock.now() - 10 }]);
      await second.looks.saw('aad-eve', [{ id: 'one', version: 5 }]);
      expect(await store.looks.of('aad-eve')).toEqual([{ outageId: 'one', version: 5, at: clock.now() }]);
    });

    it('are 200 of a person at most', async () => {
      const { store, clock } = await open();
      for (let index = 0; index < 23; index += 1) {
        clock.advance(1);
        await store.looks.saw(
          'aad-eve',
          Array.from({ length: 10 }, (_, n) => ({ id: `outage-${index}-${n}`, version: 1 })),
        );
      }
      const kept = await store.looks.of('aad-eve');
      expect(kept).toHaveLength(200);
      expect(kept.some(({ outageId }) => outageId.startsWith('outage-2-'))).toBe(false);
    });
  });
}
