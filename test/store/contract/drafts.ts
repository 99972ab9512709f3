/** Reports that were not sent. */
import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../../src/engine/ports/outages.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStores } from './stores.ts';
import { LEASE_MS, report } from './stores.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const AFTER_MS = 5 * MINUTE_MS;
const draft = (nonce = 'nonce-1', personId = 'mia') => ({ nonce, personId, data: { title: 'It is down \ud83d' } });

/** Saves it as it was read just before, as the bot does. */
async function saveAgain({ drafts }: Store, again: ReturnType<typeof draft>): Promise<void> {
  const kept = await drafts.find(again.nonce);
  if (!kept) throw new Error(`no draft ${again.nonce}`);
  await drafts.save({ ...kept, data: again.data, before: kept.data }, true);
}

export function draftsContract(open: OpenStores): void {
  describe('a report that was not sent', () => {
    it('is kept as it was saved last, found by its nonce and by its person, and gone when it is dropped', async () => {
      const { store, second, clock } = await open();
      expect([await store.drafts.find('nonce-1'), await store.drafts.newestOf('mia')]).toEqual([null, null]);
      await store.drafts.save(draft(), false);
      clock.advance(10);
      await store.drafts.save(draft('nonce-2'), false);
      clock.advance(10);
      await saveAgain(store, { ...draft(), data: { title: 'later' } });
      await store.drafts.save(draft('nonce-3', 'bob'), false);
      const kept = { nonce: 'nonce-1', personId: 'mia', data: { title: 'later' }, touchedAt: clock.now() };
      expect(await second.drafts.find('nonce-1')).toEqual({ ...kept, isSent: false, now: clock.now() });
      expect(await second.drafts.newestOf('mia')).toEqual(kept);
      await second.drafts.drop('nonce-1');
      expect((await store.drafts.newestOf('mia'))?.nonce).toBe('nonce-2');
      expect((await store.drafts.find('nonce-2'))?.data).toEqual(draft().data);
    });

    it('says when it was read, and whether an outage has come of it since, also by another bot', async () => {
      const { store, second, clock } = await open();
      await store.drafts.save(draft(), true);
      await report(second, 'nonce-2');
      clock.advance(5);
      expect(await store.drafts.find('nonce-1')).toMatchObject({ isSent: false, now: clock.now(), touchedAt: clock.now() - 5 });
      await report(second, 'nonce-1');
      expect(await store.drafts.find('nonce-1')).toMatchObject({ isSent: true, now: clock.now() });
    });

    it('is overwritten by nobody who read it before it was saved or dropped by another, even in the same millisecond', async () => {
      const { store, second } = await open();
      await store.drafts.save(draft(), true);
      const [one, other] = [await store.drafts.find('nonce-1'), await second.drafts.find('nonce-1')];
      if (!one || !other) throw new Error('no draft');
      await store.drafts.save({ ...one, data: { title: 'first' }, before: one.data }, true);
      await expect(second.drafts.save({ ...other, data: { title: 'second' }, before: other.data }, true)).rejects.toThrow(ConflictError);
      expect((await store.drafts.find('nonce-1'))?.data).toEqual({ title: 'first' });
      await store.drafts.drop('nonce-1');
      await expect(second.drafts.save({ ...other, before: { title: 'first' } }, true)).rejects.toThrow(ConflictError);
      expect(await store.drafts.find('nonce-1')).toBeNull();
    });

    it('is reminded of when it was not touched for so long, by one of two bots, once', async () => {
      const { store, second, clock } = await open();
      await store.drafts.save(draft(), true);
      await store.drafts.save(draft('nonce-2', 'bob'), false);
      clock.advance(AFTER_MS - 1);
      expect(await store.drafts.claimReminders(AFTER_MS, 9, LEASE_MS)).toEqual([]);
      clock.advance(1);
      const [one, other] = await Promise.all([store, second].map(({ drafts }) => drafts.claimReminders(AFTER_MS, 9, LEASE_MS)));
      const [mine, ...more] = [...(one ?? []), ...(other ?? [])];
      expect([mine?.nonce, more]).toEqual(['nonce-1', []]);
      if (!mine) return;
      expect(await store.drafts.beginReminder(mine)).toBe(true);
      expect(await second.drafts.beginReminder(mine)).toBe(false);
      // It is worked on again: still, nobody is reminded twice.
      await saveAgain(store, draft());
      clock.advance(DAY_MS - 1);
      expect(await second.drafts.claimReminders(AFTER_MS, 9, LEASE_MS)).toEqual([]);
    });

    it('whose bot died before it recorded anything is another one’s when the lease ends; what was put back, after its pause', async () => {
      const { store, second, clock } = await open();
      await store.drafts.save(draft(), true);
      clock.advance(AFTER_MS);
      const [claimed] = await store.drafts.claimReminders(AFTER_MS, 9, LEASE_MS);
      clock.advance(LEASE_MS);
      const [again] = await second.drafts.claimReminders(AFTER_MS, 9, LEASE_MS);
      if (!claimed || !again) throw new Error('nothing was claimed');
      expect(again).toEqual(claimed);
      expect(await second.drafts.beginReminder(again)).toBe(true);
      await second.drafts.postponeReminder('nonce-1', 1_000);
      clock.advance(999);
      expect(await store.drafts.claimReminders(AFTER_MS, 9, LEASE_MS)).toEqual([]);
      clock.advance(1);
      expect(await store.drafts.claimReminders(AFTER_MS, 9, LEASE_MS)).toEqual([claimed]);
    });

    it('that was touched, left, dropped or sent since it was claimed is not reminded of', async () => {
      const { store, clock } = await open();
      for (const nonce of ['touched', 'dropped', 'nonce-1', 'left']) await store.drafts.save(draft(nonce, nonce), true);
      clock.advance(AFTER_MS);
      const claimed = await store.drafts.claimReminders(AFTER_MS, 9, LEASE_MS);
      expect(claimed).toHaveLength(4);
      clock.advance(1);
      await saveAgain(store, draft('touched'));
      await store.drafts.drop('dropped');
      await report(store, 'nonce-1');
      for (const one of claimed.filter(({ nonce }) => nonce === 'left')) await store.drafts.cancelReminder(one);
      for (const one of claimed) expect(await store.drafts.beginReminder(one), one.nonce).toBe(false);
    });

    it('is gone a day after it was touched, and deleted', async () => {
      const { store, clock } = await open();
      await store.drafts.save(draft(), true);
      clock.advance(DAY_MS - 1);
      await store.drafts.save(draft('nonce-2', 'bob'), true);
      await store.drafts.deleteOld();
      expect(await store.drafts.find('nonce-1')).not.toBeNull();
      clock.advance(1);
      expect([await store.drafts.find('nonce-1'), await store.drafts.newestOf('mia')]).toEqual([null, null]);
      await store.drafts.deleteOld();
      clock.advance(-1);
      expect([await store.drafts.find('nonce-1'), (await store.drafts.find('nonce-2'))?.personId]).toEqual([null, 'bob']);
    });
  });
}
