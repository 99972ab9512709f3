/** The contract of OutageStore.list. */
import { describe, expect, it } from 'vitest';
import type { OutageFilter } from '../../../src/engine/ports.ts';
import type { Action } from '../../../src/outage/actions.ts';
import {
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleOnCall,
  sampleReport,
  sampleReportAction,
  sampleResolveAction,
  secondEngineer,
} from '../../support/sample.ts';
import { act, type OpenStores } from './stores.ts';

const ALL: OutageFilter = { projects: null, personId: null, states: null, limit: 100 };

export function listsContract(open: OpenStores): void {
  describe('lists of outages', () => {
    /** 1001: reported. 1002: of another project and person, Sam has it. 1003: resolved by Lin. */
    async function three() {
      const { store } = await open();
      const joe = { ...reporter, id: 'aad-joe', name: 'Joe' };
      const mill = { ...sampleReport, project: { id: 'mill', name: 'Mill' } };
      await act(store, sampleReportAction({ outageId: 'one' }));
      await act(store, sampleReportAction({ outageId: 'two', by: joe, report: mill }));
      await act(store, sampleReportAction({ outageId: 'three' }));
      await act(store, sampleAcknowledgeAction({ outageId: 'two' }));
      await act(store, sampleResolveAction({ outageId: 'three', by: secondEngineer }));
      const list = async (filter: Partial<OutageFilter>) =>
        (await store.outages.list({ ...ALL, ...filter })).map(({ outage }) => outage.number);
      return { store, list, joe };
    }

    it('hold whole records, the newest number first, and no more than asked for', async () => {
      const { store, list } = await three();
      expect(await list({})).toEqual([1003, 1002, 1001]);
      expect(await list({ limit: 2 })).toEqual([1003, 1002]);
      const [newest] = await store.outages.list(ALL);
      expect(newest).toEqual(await store.outages.read('three'));
    });

    it('are empty where nothing is', async () => {
      const { store } = await open();
      expect(await store.outages.list(ALL)).toEqual([]);
    });

    it('hold those of some projects only; of none, nothing', async () => {
      const { list } = await three();
      expect(await list({ projects: ['shop'] })).toEqual([1003, 1001]);
      expect(await list({ projects: ['mill', 'shop'] })).toEqual([1003, 1002, 1001]);
      expect(await list({ projects: ['other'] })).toEqual([]);
      expect(await list({ projects: [] })).toEqual([]);
    });

    it('hold those in some states only', async () => {
      const { list } = await three();
      expect(await list({ states: ['reported', 'acknowledged'] })).toEqual([1002, 1001]);
      expect(await list({ states: ['resolved'] })).toEqual([1003]);
      expect(await list({ states: [] })).toEqual([]);
    });

    it('hold what somebody reported, and what they own or owned when it ended', async () => {
      const { list, joe } = await three();
      expect(await list({ personId: reporter.id })).toEqual([1003, 1001]);
      expect(await list({ personId: joe.id })).toEqual([1002]);
      expect(await list({ personId: engineer.id })).toEqual([1002]);
      expect(await list({ personId: secondEngineer.id })).toEqual([1003]);
      expect(await list({ personId: secondEngineer.id, projects: ['mill'] })).toEqual([]);
    });

    it('follow the owner: handed over it is the other one’s, given back it is nobody’s', async () => {
      const { store, list } = await three();
      const common = { outageId: 'two', at: sampleAcknowledgeAction().at + 1, onCall: sampleOnCall };
      const steps: readonly Action[] = [
        { ...common, type: 'hand-over', by: engineer, to: secondEngineer },
        { ...common, type: 'accept', by: secondEngineer },
      ];
      for (const step of steps) await act(store, step);
      expect(await list({ personId: engineer.id })).toEqual([]);
      expect(await list({ personId: secondEngineer.id })).toEqual([1003, 1002]);
      await act(store, { ...common, type: 'release', by: secondEngineer, reason: '', seen: null });
      expect(await list({ personId: secondEngineer.id })).toEqual([1003]);
    });
  });
}
