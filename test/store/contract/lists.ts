/** The contract of OutageStore.list. */
import { describe, expect, it } from 'vitest';
import type { OutageFilter, SimilarFilter } from '../../../src/engine/ports/outages.ts';
import type { Action } from '../../../src/outage/actions.ts';
import { OPEN_STATES } from '../../../src/outage/types/outage.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import {
  changeFor,
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleJoinAction,
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
      const joe = { ...reporter, id: storedPersonKey('aad-joe'), name: 'Joe' };
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

    it('of similar outages: the open ones of one environment or one scenario, the oldest first, of some projects only', async () => {
      const { store } = await three();
      const slow = { id: 'slow', title: 'Slow' };
      const plant = { ...sampleReport.environment, id: 'plant' };
      await act(store, sampleReportAction({ outageId: 'four', report: { ...sampleReport, scenario: slow } }));
      await act(store, sampleReportAction({ outageId: 'five', report: { ...sampleReport, environment: plant } }));
      await act(store, sampleReportAction({ outageId: 'six', report: { ...sampleReport, environment: plant, scenario: slow } }));
      const similar = async (same: SimilarFilter['same'], projects: readonly string[], limit = 100) =>
        (await store.outages.similar({ same, projects, limit })).map(({ number }) => number);
      const [environment, scenario] = [{ environmentId: sampleReport.environment.id }, { scenarioId: sampleReport.scenario.id }];
      expect(await similar(environment, ['shop'])).toEqual([1001, 1004]);
      expect(await similar(scenario, ['shop'])).toEqual([1001, 1005]);
      expect(await similar(scenario, ['shop', 'mill'])).toEqual([1001, 1002, 1005]);
      expect(await similar(scenario, ['mill', 'shop'], 2)).toEqual([1001, 1002]);
      const many = Array.from({ length: 30 }, (_, index) => `project-${index}`);
      expect(await similar(scenario, [...many, 'shop'])).toEqual([1001, 1005]);
      expect(await similar(scenario, many)).toEqual([]);
      expect(await similar(scenario, [])).toEqual([]);
    });

    it('of somebody who takes part: the open ones that others reported and that name them, the newest first', async () => {
      const { store, joe } = await three();
      const named = async (id: string) => (await store.outages.joinedBy(id, OPEN_STATES)).map(({ outage }) => outage.number);
      await act(store, sampleReportAction({ outageId: 'four' }));
      expect(await named(reporter.id)).toEqual([]);
      expect(await named(joe.id)).toEqual([]);
      for (const outageId of ['one', 'two', 'four']) await act(store, sampleJoinAction({ outageId, by: joe }));
      expect(await named(joe.id)).toEqual([1004, 1001]);
      const [newest] = await store.outages.joinedBy(joe.id, OPEN_STATES);
      expect(newest).toEqual(await store.outages.read('four'));
      expect(await named('aad-nobody')).toEqual([]);
      expect(await store.outages.joinedBy(joe.id, ['resolved'])).toEqual([]);
    });

    it('of many projects are those of a few', async () => {
      const { list } = await three();
      const many = Array.from({ length: 30 }, (_, index) => `project-${index}`);
      expect(await list({ projects: [...many, 'shop'], states: ['reported', 'acknowledged'], waitingFirst: true })).toEqual([1001]);
    });

    it('in a transaction: the open ones of a scenario, from a time on, the oldest first, and no drill', async () => {
      const { store } = await three();
      const slow = { ...sampleReport, scenario: { id: 'slow', title: 'Slow' } };
      await act(store, sampleReportAction({ outageId: 'four', report: slow }));
      const drill = sampleReportAction({ outageId: 'five', number: -1, by: engineer, drill: { mentions: false } });
      await store.outages.transaction(async ({ append }) => await append(changeFor(drill, null)));
      const found = async (since: number) =>
        await store.outages.transaction(async ({ openOfScenario }) =>
          (await openOfScenario(sampleReport.scenario.id, since)).map(({ id }) => id),
        );
      expect(await found(0)).toEqual(['one', 'two']);
      const second = await store.outages.read('two');
      expect(await found((second?.outage.reportedAt ?? 0) + 1)).toEqual([]);
      const [first] = await store.outages.transaction(async ({ openOfScenario }) => await openOfScenario(sampleReport.scenario.id, 0));
      const { project, environment, scenario } = sampleReport;
      const { number, reportedAt } = (await store.outages.read('one'))?.outage ?? {};
      expect(first).toEqual({
        id: 'one',
        number,
        reportedAt,
        projectId: project.id,
        environmentId: environment.id,
        scenarioId: scenario.id,
      });
    });

    it('16.3 how many outages of each scenario a project had, ended ones too; no drill, no request', async () => {
      const { store } = await three();
      const slow = { ...sampleReport, scenario: { id: 'slow', title: 'Slow' } };
      await act(store, sampleReportAction({ outageId: 'four', report: slow }));
      const request = sampleReportAction({ outageId: 'five', request: { queue: sampleReportAction().desk, plan: null } });
      const drill = sampleReportAction({ outageId: 'six', number: -1, by: engineer, drill: { mentions: false } });
      await store.outages.transaction(async ({ append, nextNumber }) => {
        await append(changeFor({ ...request, number: await nextNumber('request') }, null));
        await append(changeFor(drill, null));
      });
      const common = sampleReport.scenario.id;
      expect(Object.fromEntries(await store.outages.countByScenario('shop'))).toEqual({ [common]: 2, slow: 1 });
      expect(Object.fromEntries(await store.outages.countByScenario('mill'))).toEqual({ [common]: 1 });
      expect((await store.outages.countByScenario('other')).size).toBe(0);
    });

    it('16.2 hold those that nobody has acknowledged first, then the oldest, where a list is cut', async () => {
      const { store, list } = await three();
      await act(store, sampleReportAction({ outageId: 'four' }));
      const open = { states: ['reported', 'acknowledged'], waitingFirst: true } as const;
      expect(await list(open)).toEqual([1001, 1004, 1002]);
      expect(await list({ ...open, limit: 2 })).toEqual([1001, 1004]);
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
