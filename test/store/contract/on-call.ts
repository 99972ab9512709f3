/** What reaches people of the on-call schedule: which messages went out, and calendars. */
import { describe, expect, it } from 'vitest';
import type { OnCallNotice } from '../../../src/desk/on-call/changes.ts';
import type { OpenStores } from './stores.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function onCallContract(open: OpenStores): void {
  const noticeAt = (at: number, kind: OnCallNotice['kind'] = 'change', personId = 'sam'): OnCallNotice => ({ kind, at, personId });

  describe('a message about the on-call schedule', () => {
    it('goes out once, whichever of two bots is first, and each kind, person and moment by itself', async () => {
      const { store, second, clock } = await open();
      const at = clock.now();
      const others = [noticeAt(at, 'before'), noticeAt(at, 'change', 'ann'), noticeAt(at + 1), noticeAt(at, 'week', '')];
      expect((await Promise.all([store, second, store].map((bot) => bot.onCallNotices.begin(noticeAt(at))))).sort()).toEqual([
        false,
        false,
        true,
      ]);
      for (const other of others) expect(await second.onCallNotices.begin(other)).toBe(true);
      for (const one of [noticeAt(at), ...others]) expect(await store.onCallNotices.begin(one)).toBe(false);
      const byKey = (all: readonly OnCallNotice[]) => all.map(({ kind, at: when, personId }) => `${kind} ${when} ${personId}`).sort();
      expect(byKey(await store.onCallNotices.told(at - 1))).toEqual(byKey([noticeAt(at), ...others]));
      expect(await store.onCallNotices.told(at)).toEqual([noticeAt(at + 1)]);
    });

    it('that certainly did not arrive is due again after its pause, for one bot', async () => {
      const { store, second, clock } = await open();
      const notice = noticeAt(clock.now());
      await store.onCallNotices.begin(notice);
      await store.onCallNotices.postpone(notice, MINUTE_MS);
      clock.advance(MINUTE_MS - 1);
      expect([await second.onCallNotices.told(0), await second.onCallNotices.begin(notice)]).toEqual([[notice], false]);
      clock.advance(1);
      expect(await second.onCallNotices.told(0)).toEqual([]);
      expect((await Promise.all([store, second].map((bot) => bot.onCallNotices.begin(notice)))).sort()).toEqual([false, true]);
      clock.advance(DAY_MS);
      expect(await second.onCallNotices.begin(notice)).toBe(false);
    });

    it('that waits does not wait longer than a lease after the clock was set back', async () => {
      const { store, clock } = await open();
      const notice = noticeAt(clock.now());
      await store.onCallNotices.begin(notice);
      await store.onCallNotices.postpone(notice, MINUTE_MS);
      clock.advance(-DAY_MS);
      await store.leases.cap(MINUTE_MS);
      clock.advance(MINUTE_MS);
      expect(await store.onCallNotices.begin(notice)).toBe(true);
    });

    it('is forgotten two days after its moment', async () => {
      const { store, clock } = await open();
      await store.onCallNotices.begin(noticeAt(clock.now()));
      clock.advance(2 * DAY_MS - 1);
      await store.personal.sweep(0);
      expect(await store.onCallNotices.told(0)).toHaveLength(1);
      clock.advance(1);
      await store.personal.sweep(0);
      expect(await store.onCallNotices.told(0)).toEqual([]);
    });
  });

  describe('a calendar', () => {
    it('is found by the hash of its token alone, until its person withdraws it or makes a new one of the same', async () => {
      const { store, second, clock } = await open();
      expect([await store.calendars.find('hash-1'), await store.calendars.of('sam')]).toEqual([null, []]);
      await store.calendars.make({ hash: 'hash-1', personId: 'sam', of: 'primary' });
      clock.advance(1);
      await second.calendars.make({ hash: 'hash-2', personId: 'sam', of: 'ann' });
      await second.calendars.make({ hash: 'hash-3', personId: 'ann', of: 'primary' });
      expect(await second.calendars.find('hash-1')).toEqual({ personId: 'sam', of: 'primary' });
      expect(await store.calendars.of('sam')).toEqual([
        { personId: 'sam', of: 'primary' },
        { personId: 'sam', of: 'ann' },
      ]);
      await second.calendars.make({ hash: 'hash-4', personId: 'sam', of: 'primary' });
      expect([await store.calendars.find('hash-1'), (await store.calendars.find('hash-4'))?.personId]).toEqual([null, 'sam']);
      expect(await store.calendars.withdraw({ personId: 'ann', of: 'ann' })).toBe(false);
      expect(await store.calendars.withdraw({ personId: 'sam', of: 'ann' })).toBe(true);
      expect(await second.calendars.withdraw({ personId: 'sam', of: 'ann' })).toBe(false);
      expect([await second.calendars.find('hash-2'), (await second.calendars.find('hash-3'))?.of]).toEqual([null, 'primary']);
    });
  });
}
