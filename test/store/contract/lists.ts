/** The contract of OutageStore.list. */
import { describe, expect, it } from 'vitest';
import type { OutageFilter } from '../../../src/engine/ports/outages.ts';
import type { Action } from '../../../src/outage/actions.ts';
import {
  changeFor,
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleOnCall,
  sampleReport,
  sampleReportAction,
  sampleResolveAction,
  secondEngineer,
} from '../../support/outage/sample.ts';
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

    it('hold those of one environment or one scenario only, the oldest first', async () => {
      const { store, list } = await three();
      const slow = { id: 'slow', title: 'Slow' };
      const plant = { ...sampleReport.environment, id: 'plant' };
      await act(store, sampleReportAction({ outageId: 'four', report: { ...sampleReport, scenario: slow } }));
      await act(store, sampleReportAction({ outageId: 'five', report: { ...sampleReport, environment: plant } }));
      await act(store, sampleReportAction({ outageId: 'six', report: { ...sampleReport, environment: plant, scenario: slow } }));
      const alike = { environmentId: sampleReport.environment.id, scenarioId: sampleReport.scenario.id };
      expect(await list({ alike, projects: ['shop'] })).toEqual([1001, 1003, 1004, 1005]);
      expect(await list({ alike, limit: 2 })).toEqual([1001, 1002]);
    });

    it('in a transaction: the open ones of a scenario, from a time on, the oldest first, and no drill', async () => {
      const { store } = await three();
      const slow = { ...sampleReport, scenario: { id: 'slow', title: 'Slow' } };
      await act(store, sampleReportAction({ outageId: 'four', report: slow }));
      const drill = sampleReportAction({ outageId: 'five', number: -1, by: engineer, drill: { mentions: false } });
      await store.outages.transaction(async ({ append }) => await append(changeFor(drill, null)));
      const found = async (since: number) =>
        await store.outages.transaction(async ({ alike }) => (await alike(sampleReport.scenario.id, since)).map(({ id }) => id));
      expect(await found(0)).toEqual(['one', 'two']);
      const second = await store.outages.read('two');
      expect(await found((second?.outage.reportedAt ?? 0) + 1)).toEqual([]);
      const [first] = await store.outages.transaction(async ({ alike }) => await alike(sampleReport.scenario.id, 0));
      const { project, environment } = sampleReport;
      const { number, reportedAt } = (await store.outages.read('one'))?.outage ?? {};
      expect(first).toEqual({ id: 'one', number, reportedAt, projectId: project.id, environmentId: environment.id });
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
