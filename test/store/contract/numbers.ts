/** What is counted of outages, and figures of them. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/outage/numbers/figure.ts';
import type { Store } from '../../../src/store/store.ts';
import { START } from '../../support/clock.ts';
import { sampleReport, sampleReportAction, sampleUpdateAction } from '../../support/outage/sample.ts';
import { SAMPLES, sampleRequest } from '../../support/outage/states.ts';
import { act, type OpenStores } from './stores.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ALWAYS = { from: 0, until: START + 1_000 * DAY_MS };

/** Reports one, acknowledges it after so many minutes and resolves it after so many more; null: nobody does. */
async function outage(store: Store, at: number, minutes: number | null, more: number | null = null, changes: object = {}): Promise<string> {
  const outageId = `at-${at}`;
  await act(store, sampleReportAction({ outageId, at, report: { ...sampleReport, ...changes } }));
  if (minutes === null) return outageId;
  await act(store, { ...SAMPLES.acknowledge, outageId, at: at + minutes * MINUTE_MS });
  if (more !== null) await act(store, { ...SAMPLES.resolve, outageId, at: at + (minutes + more) * MINUTE_MS });
  return outageId;
}

export function numbersContract(open: OpenStores): void {
  describe('the numbers of outages', () => {
    it('are none at first', async () => {
      const { store } = await open();
      const none = { outages: 0, kept: 0, waiting: 0 };
      const nothing: Figure = {
        ...none,
        ...{ updates: 0, updatesOnTime: 0, scenarios: [], hours: [] },
        ...{ acknowledged: { count: 0, few: [] }, resolved: { count: 0, few: [] } },
        apart: { transferred: none, merged: none, withdrawn: 0 },
      };
      expect(await store.numbers.figure(ALWAYS, null)).toEqual(nothing);
      expect(await store.numbers.catchUp()).toBe(false);
    });

    it('are percentiles by the nearest rank, and of fewer than five each outage', async () => {
      const { store, clock } = await open();
      const begin = clock.now();
      for (const [index, minutes] of [40, 10, 20, 30].entries()) await outage(store, begin + index, minutes, 50);
      const few = await store.numbers.figure(ALWAYS, null);
      expect(few.acknowledged).toEqual({
        count: 4,
        few: [1002, 1003, 1004, 1001].map((number, index) => ({ number, ms: (index + 1) * 10 * MINUTE_MS })),
      });
      for (const [index, minutes] of [5, 50, 60].entries()) await outage(store, begin + 10 + index, minutes);
      const { acknowledged, resolved, outages, kept } = await store.numbers.figure(ALWAYS, null);
      // Of 5, 10, 20, 30, 40, 50, 60: the fourth, and the seventh (6.3).
      expect(acknowledged).toEqual({ count: 7, median: 30 * MINUTE_MS, p90: 60 * MINUTE_MS });
      expect([resolved.count, outages, kept]).toEqual([4, 7, 4]);
    });

    it('count nobody acknowledged as broken when the deadline is over, as neither before that', async () => {
      const { store, clock } = await open();
      await outage(store, clock.now(), null);
      clock.advance(30 * MINUTE_MS);
      expect(await store.numbers.figure(ALWAYS, null)).toMatchObject({ outages: 1, kept: 0, waiting: 1 });
      clock.advance(1);
      expect(await store.numbers.figure(ALWAYS, null)).toMatchObject({ outages: 1, kept: 0, waiting: 0 });
    });

    it('count an update that never came as late, also while it is open', async () => {
      const { store, clock } = await open();
      const at = clock.now();
      const outageId = await outage(store, at, 5);
      await act(store, sampleUpdateAction({ outageId, at: at + 20 * MINUTE_MS, nextUpdateInMs: 30 * MINUTE_MS }));
      clock.advance(50 * MINUTE_MS);
      expect(await store.numbers.figure(ALWAYS, null)).toMatchObject({ updates: 1, updatesOnTime: 1 });
      clock.advance(1);
      expect(await store.numbers.figure(ALWAYS, null)).toMatchObject({ updates: 2, updatesOnTime: 1 });
    });

    it('leave out drills and requests, and keep apart what was transferred, merged or withdrawn', async () => {
      const { store, clock } = await open();
      const at = clock.now();
      await outage(store, at, 5);
      await act(store, sampleReportAction({ outageId: 'drill', at, number: -1, by: SAMPLES.acknowledge.by, drill: { mentions: false } }));
      const { number, followers, request } = sampleRequest;
      await act(store, sampleReportAction({ outageId: 'request', at, number, followers, request }));
      for (const type of ['transfer', 'merge', 'withdraw'] as const) {
        await act(store, sampleReportAction({ outageId: type, at }));
        const target =
          type === 'merge'
            ? { intoId: 'other', into: { id: 'other', number: 1001, state: 'acknowledged' as const, absorbed: [], apart: [] } }
            : {};
        await act(store, { ...SAMPLES[type], ...target, outageId: type, at: at + 6 * MINUTE_MS } as typeof SAMPLES.withdraw);
      }
      const { apart, outages, kept } = await store.numbers.figure(ALWAYS, null);
      expect([outages, kept]).toEqual([1, 1]);
      expect(apart).toMatchObject({
        transferred: { outages: 1, kept: 1 },
        merged: { outages: 1, kept: 1 },
        withdrawn: 1,
      });
    });

    it('are those of a period and of a project, by scenario and by the hour of a clock that changes', async () => {
      const { store } = await open();
      const midnight = Date.parse('2026-10-25T00:00:00Z');
      const other = { project: { id: 'bank', name: 'Bank' }, scenario: { id: 'slow', title: 'Slow' } };
      await outage(store, midnight - 1, 5);
      await outage(store, midnight, 5);
      await outage(store, midnight + HOUR_MS, 40, null, other);
      const period = { from: midnight, until: midnight + HOUR_MS + 1 };
      // In Copenhagen the clocks go back at 01:00 UTC: it is 02:00 twice.
      const offsets = [
        { from: midnight - DAY_MS, ms: 2 * HOUR_MS },
        { from: midnight + HOUR_MS, ms: HOUR_MS },
      ];
      const all = await store.numbers.figure(period, null, offsets);
      expect(all.hours.flatMap((count, hour) => (count > 0 ? [{ hour, count }] : []))).toEqual([{ hour: 2, count: 2 }]);
      expect(all.scenarios).toMatchObject([
        { id: 'slow', outages: 1, kept: 0 },
        { id: 'unreachable', outages: 1, kept: 1 },
      ]);
      expect(await store.numbers.figure({ ...period, until: midnight + HOUR_MS }, null)).toMatchObject({ outages: 1, kept: 1 });
      expect(await store.numbers.figure(period, 'bank')).toMatchObject({ outages: 1, acknowledged: { count: 1 } });
      expect(await store.numbers.figure(period, 'nobody')).toMatchObject({ outages: 0, acknowledged: { count: 0 } });
    });

    it('are counted again on request, some outages at a time, and stay what they are meanwhile', async () => {
      const { store, second, clock } = await open();
      for (let index = 0; index < 300; index++) await outage(store, clock.now() + index, 5);
      const figure = await store.numbers.figure(ALWAYS, null);
      expect(figure).toMatchObject({ outages: 300, kept: 300 });
      expect(await store.numbers.catchUp()).toBe(false);
      await store.numbers.countAgain();
      expect(await second.numbers.catchUp()).toBe(true);
      expect(await store.numbers.figure(ALWAYS, null)).toEqual(figure);
      expect(await store.numbers.catchUp()).toBe(false);
      expect(await store.numbers.figure(ALWAYS, null)).toEqual(figure);
    });
  });
}
