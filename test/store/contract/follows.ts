/** The contract of Follows: who follows which project, and what they chose; and what a reader got in a day. */
import { describe, expect, it } from 'vitest';
import { createHandle } from '../../../src/engine/handle.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { engineer, sampleOnCall, sampleReport, sampleReportAction } from '../../support/outage/sample.ts';
import type { OpenStores } from './stores.ts';

const kim = { id: storedPersonKey('aad-kim'), name: 'Kim Vega' };
const lee = { id: storedPersonKey('tenant-lee.aad-lee'), name: 'Lee Park' };
const DESK = { onCall: () => sampleOnCall, mayHear: () => true };

export function followsContract(open: OpenStores): void {
  describe('those who follow', () => {
    it('are the same for every bot, each once, with what they chose last', async () => {
      const { store, second } = await open();
      const follows = (person: typeof kim, projectId: string) => store.follows.follow({ person, tenantId: 'tenant', projectId });
      await follows(kim, 'shop');
      await follows({ ...kim, name: 'Kim V. Vega' }, 'shop');
      await follows(kim, 'mill');
      await follows(lee, 'shop');
      expect(await second.follows.chosenBy(kim.id)).toEqual({});
      await store.follows.choose(kim.id, { noise: 'everything' });
      const chosen = { noise: 'begin-and-end', mostADay: 4, hours: { from: '22:00', until: '07:00', timeZone: 'UTC' } } as const;
      await store.follows.choose(kim.id, chosen);
      expect(await second.follows.chosenBy(kim.id)).toEqual(chosen);
      expect(await second.follows.projectsOf(kim.id)).toEqual(['mill', 'shop']);
      expect(await second.outages.transaction((transaction) => transaction.following('shop'))).toEqual([
        { person: { ...kim, name: 'Kim V. Vega' }, tenantId: 'tenant', noise: 'begin-and-end' },
        { person: lee, tenantId: 'tenant', noise: 'everything' },
      ]);
      expect([await store.follows.unfollow(kim.id, 'none'), await store.follows.unfollow(kim.id, 'mill')]).toEqual([0, 1]);
      expect(await store.follows.unfollow(kim.id, null)).toBe(1);
      expect(await second.follows.projectsOf(kim.id)).toEqual([]);
    });

    it('stand on the record of what is reported from then on, and are found by it while it is open', async () => {
      const { store } = await open();
      const handle = createHandle({ outages: store.outages, desk: DESK, log: silentLog(), onStored: () => {} });
      const { at: _, number: __, onCall: ___, ...request } = sampleReportAction();
      await handle({ ...request, outageId: 'before' });
      await store.follows.follow({ person: lee, tenantId: 'tenant-lee', projectId: sampleReport.project.id });
      await handle({ ...request, outageId: 'after' });
      const found = await store.outages.openFollowedBy(lee.id);
      expect(found.map(({ outage }) => [outage.id, outage.following])).toEqual([
        ['after', [{ person: lee, tenantId: 'tenant-lee', noise: 'everything', version: 1 }]],
      ]);
      await handle({ type: 'resolve', outageId: 'after', by: engineer, text: 'Over.', seen: null });
      expect(await store.outages.openFollowedBy(lee.id)).toEqual([]);
    });

    it('got so many messages with news since then: what is one message counts once, and what waits, an edit or a first message not', async () => {
      const { store, clock } = await open();
      const handle = createHandle({ outages: store.outages, desk: DESK, log: silentLog(), onStored: () => {} });
      const { at: _, number: __, onCall: ___, ...request } = sampleReportAction();
      await handle(request);
      const update = { type: 'update', outageId: request.outageId, by: engineer, phase: null, nextUpdateInMs: null, seen: null } as const;
      for (const text of ['One.', 'Two.', 'Three.']) await handle({ ...update, text });
      const place = { kind: 'follower', id: 'board' } as const;
      const since = clock.now();
      expect(await store.deliveries.newsSince(place, since)).toBe(0);
      const [first, ...others] = (await store.deliveries.ledger(request.outageId)).filter(({ key }) =>
        /\/(?:news|opening|state)\/follower:board\//.test(key),
      );
      const lane = { id: 'x', fence: 0, leaseUntil: 0 };
      const posted = (activityId: string) => ({ state: 'done', posted: { conversationId: 'c', activityId } }) as const;
      await store.deliveries.finish(lane, [first?.key ?? ''], posted('opening'));
      const news = others.filter(({ key }) => key.includes('/news/'));
      await store.deliveries.finish(
        lane,
        news.slice(0, 2).map(({ key }) => key),
        posted('m1'),
      );
      expect(await store.deliveries.newsSince(place, since)).toBe(1);
      await store.deliveries.finish(
        lane,
        news.slice(2, 3).map(({ key }) => key),
        posted('m2'),
      );
      expect(await store.deliveries.newsSince(place, since)).toBe(2);
      expect(await store.deliveries.newsSince({ ...place, id: 'other' }, since)).toBe(0);
      clock.advance(1);
      expect(await store.deliveries.newsSince(place, clock.now())).toBe(0);
    });
  });
}
