/** The contract of Alarms: of all bots one tells, and what a bot that died was about to tell is told by another. */
import { describe, expect, it } from 'vitest';
import type { AlarmRow } from '../../../src/engine/ports/health.ts';
import type { Store } from '../../../src/store/store.ts';
import { LEASE_MS, type OpenStores } from './stores.ts';

const KIND = 'deliveries-refused';

async function rowOf(store: Store, kind = KIND): Promise<AlarmRow> {
  const row = (await store.alarms.rows()).find((one) => one.kind === kind);
  if (!row) throw new Error(`no row of ${kind}`);
  return row;
}

async function claimed(store: Store): Promise<AlarmRow> {
  const row = await store.alarms.claim(await rowOf(store), LEASE_MS);
  if (!row) throw new Error('not claimed');
  return row;
}

export function alarmsContract(open: OpenStores): void {
  describe('alarms', () => {
    it('keep when a trouble began and when it was last seen, by whomever', async () => {
      const { store, second, clock } = await open();
      expect(await store.alarms.rows()).toEqual([]);
      await store.alarms.see([]);
      const beganAt = clock.now();
      await store.alarms.see([KIND, 'clock-skew']);
      clock.advance(30_000);
      await second.alarms.see([KIND]);
      const untouched = { toldAt: null, heldUntil: 0, fence: 0 };
      expect(await store.alarms.rows()).toEqual([
        { kind: 'clock-skew', beganAt, seenAt: beganAt, ...untouched },
        { kind: KIND, beganAt, seenAt: clock.now(), ...untouched },
      ]);
    });

    it('are seen by two bots at the same moment', async () => {
      const { store, second } = await open();
      await Promise.all([store, second, store, second].map((bot, index) => bot.alarms.see(index % 2 ? ['a', 'b'] : ['b', 'a'])));
      expect((await store.alarms.rows()).map(({ kind }) => kind)).toEqual(['a', 'b']);
    });

    it('are claimed by one of two that read the same', async () => {
      const { store, second, clock } = await open();
      await store.alarms.see([KIND]);
      const row = await rowOf(store);
      const claims = await Promise.all([store, second].map((bot) => bot.alarms.claim(row, LEASE_MS)));
      expect(claims.filter((one) => one !== null)).toEqual([{ ...row, heldUntil: clock.now() + LEASE_MS, fence: 1 }]);
      expect(await rowOf(second)).toMatchObject({ heldUntil: clock.now() + LEASE_MS });
    });

    it('are not claimed when somebody has seen the trouble since it was read', async () => {
      const { store, second, clock } = await open();
      await store.alarms.see([KIND]);
      const row = await rowOf(store);
      clock.advance(1);
      await second.alarms.see([KIND]);
      expect(await store.alarms.claim(row, LEASE_MS)).toBeNull();
      expect(await store.alarms.claim(await rowOf(store), LEASE_MS)).not.toBeNull();
    });

    it('are free again when they were told, with the time of that', async () => {
      const { store, clock } = await open();
      await store.alarms.see([KIND]);
      const row = await claimed(store);
      clock.advance(1_000);
      await store.alarms.markTold(row);
      expect(await rowOf(store)).toMatchObject({ toldAt: clock.now(), heldUntil: 0 });
    });

    it('that could not be told are given back, for after a pause', async () => {
      const { store, clock } = await open();
      await store.alarms.see([KIND]);
      await store.alarms.giveBack(await claimed(store), 5_000);
      expect(await rowOf(store)).toMatchObject({ toldAt: null, heldUntil: clock.now() + 5_000 });
    });

    it('go when their end was told, and begin anew', async () => {
      const { store, clock } = await open();
      await store.alarms.see([KIND]);
      await store.alarms.remove(await claimed(store));
      expect(await store.alarms.rows()).toEqual([]);
      clock.advance(1_000);
      await store.alarms.see([KIND]);
      expect(await rowOf(store)).toMatchObject({ beganAt: clock.now(), fence: 0 });
    });

    it('are not changed by a bot whose claim another one has overtaken', async () => {
      const { store, second } = await open();
      await store.alarms.see([KIND]);
      const late = await claimed(store);
      const now = await claimed(second);
      for (const end of ['markTold', 'remove'] as const) await store.alarms[end](late);
      await store.alarms.giveBack(late, 0);
      expect(await rowOf(store)).toEqual(now);
    });
  });
}
