/** Joining an outage, leaving it, and outages that look the same. */

import { describe, expect, test } from 'vitest';
import { similarity } from '../../../src/engine/similar-outages.ts';
import type { Action } from '../../../src/outage/actions.ts';
import { joinedAnew } from '../../../src/outage/decide/affected.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import { formatDestination, hearingIn } from '../../../src/outage/destinations.ts';
import { eventOf } from '../../../src/outage/events.ts';
import { notices } from '../../../src/outage/notices.ts';
import { overtaken } from '../../../src/outage/overtaken.ts';
import { affectedPeople } from '../../../src/outage/types/outage.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { START } from '../../support/clock.ts';
import { MINUTE_MS, run } from '../../support/outage/apply.ts';
import { reporter, sampleJoinAction, sampleReportAction } from '../../support/outage/sample.ts';
import { colleague, SAMPLES, sample } from '../../support/outage/states.ts';

const report = sampleReportAction();
const join = (index: number, conversationId = `a:${index}`, kind: 'personal' | 'groupChat' = 'personal') =>
  sampleJoinAction({
    by: { id: storedPersonKey(`aad-${index}`), name: `Person ${index}`, roles: ['customer'] },
    origin: { ...sampleJoinAction().origin, conversationId, kind, cardId: `card-${index}` },
  });

describe('who joins', () => {
  const { outage } = run(report, sampleJoinAction());

  test('is affected beside the reporter, once, however often they say so', () => {
    expect(affectedPeople(outage).map(({ id }) => id)).toEqual([reporter.id, colleague.id]);
    expect(decide(sampleJoinAction({ at: START + 20 * MINUTE_MS }), outage)).toEqual({ events: [] });
    expect(decide(sampleJoinAction({ by: reporter }), outage)).toEqual({ events: [] });
  });

  test('is quiet when what they reported was merged into it', () => {
    const noa = { id: storedPersonKey('aad-noa'), name: 'Noa Levi', roles: ['customer' as const] };
    expect(decide(sampleJoinAction({ by: noa }), run(report, SAMPLES.absorb).outage)).toEqual({ events: [] });
  });

  test('never joins a drill', () => {
    const drill = run(sampleReportAction({ drill: { mentions: false }, number: -1, by: { ...reporter, roles: ['engineer'] } })).outage;
    expect(decide(sampleJoinAction(), drill)).toEqual({ rejection: { type: 'unknown-outage' } });
  });

  test('changes nothing that a form of an engineer could be wrong about', () => {
    const before = run(report).outage.lastChange;
    expect(outage.lastChange).toEqual(before);
  });

  test('adds a phone number later, and may say that it is not theirs', () => {
    const more = run(report, sampleJoinAction(), SAMPLES['add-phone'], SAMPLES.leave);
    expect(more.events.map(({ type }) => type)).toEqual(['reported', 'joined', 'phone-added', 'left']);
    expect(run(report, sampleJoinAction(), SAMPLES['add-phone']).outage.joined[0]?.contact.phone).toBe('+49 30 999999');
    expect(more.outage).toMatchObject({ joined: [], joins: { count: 1, version: 4 } });
  });
});

describe('where they hear of it', () => {
  const places = (first: Action, ...actions: readonly Action[]) => {
    const { outage, events } = run(first, ...actions);
    return notices(events.slice(-1), outage).map(({ kind, destination }) => `${kind} ${formatDestination(destination)}`);
  };

  test('a join is told by the card of the desk, and the first, fifth and tenth in its thread', () => {
    const told = Array.from({ length: 12 }, (_, index) => index + 1).filter((count) =>
      places(report, ...Array.from({ length: count }, (_, index) => join(index))).includes('news desk'),
    );
    expect(told).toEqual([1, 5, 10]);
    expect(places(report, join(1), join(2))).toEqual(['state desk', 'state joined:aad-2']);
  });

  test('one message in a room where several joined, and none where it is told already', () => {
    const group = '19:night@thread';
    const { outage } = run(
      report,
      join(1),
      join(2, group, 'groupChat'),
      join(3, `${group};messageid=7`, 'groupChat'),
      join(4, report.origin.conversationId),
    );
    expect(hearingIn(outage).map(({ person }) => person.id)).toEqual(['aad-1', 'aad-2']);
    const resolved = places(report, join(1), join(2, group, 'groupChat'), join(3, group, 'groupChat'), sample('resolve', 9));
    expect(resolved.filter((place) => place.startsWith('news joined:'))).toEqual(['news joined:aad-1', 'news joined:aad-2']);
  });

  test('who left hears nothing of what was under way', () => {
    const { outage, events } = run(report, join(1), sample('acknowledge', 5));
    const told = notices(events.slice(-1), outage).filter(({ destination }) => formatDestination(destination) === 'joined:aad-1');
    expect(told.map(({ kind }) => kind)).toEqual(['news', 'state']);
    const left = run(report, join(1), sample('acknowledge', 5), { ...SAMPLES.leave, by: join(1).by }).outage;
    for (const notice of told) {
      expect(overtaken(notice, outage, eventOf(notice, events))).toBe(false);
      expect(overtaken(notice, left, eventOf(notice, events))).toBe(true);
    }
  });

  test('who joined what is merged into another goes with it, unless that one has them', () => {
    const { outage } = run(report, join(1), join(2));
    const into = run(sampleReportAction({ outageId: 'nonce-2', number: 1002, by: join(2).by })).outage;
    expect(joinedAnew(outage.joined, into).map(({ person, number, origin }) => [person.id, number, origin.cardId])).toEqual([
      ['aad-1', 1001, null],
    ]);
  });
});

describe('many that look the same', () => {
  const limits = { ofScenario: 4, ofProject: 3, withinMs: 15 * MINUTE_MS };
  const own = { id: 'own', report: report.report };
  const one = (id: string, minutesAgo: number, more = {}) => ({
    id,
    number: 1,
    reportedAt: START - minutesAgo * MINUTE_MS,
    projectId: report.report.project.id,
    environmentId: report.report.environment.id,
    scenarioId: report.report.scenario.id,
    ...more,
  });
  const found = (...others: ReturnType<typeof one>[]) => similarity(own, [...others, one('own', 0)], { limits, declined: [], now: START });
  const elsewhere = { projectId: 'mill' };

  test.each([
    ['one alone is not many', null, []],
    ['two of an environment within two minutes', 'environment', [one('a', 2)]],
    ['two of an environment with more time between', null, [one('a', 3)]],
    ['two of one environment id in two projects', null, [one('a', 1, elsewhere)]],
    ['two of one project in two environments', null, [one('a', 1, { environmentId: 'plant' })]],
    ['three of a project', 'project', [one('a', 14), one('b', 9, { environmentId: 'plant' })]],
    ['three of a project, one of them too long ago', null, [one('a', 16), one('b', 9)]],
    ['four of a scenario', 'scenario', [one('a', 9, elsewhere), one('b', 8, elsewhere), one('c', 7)]],
  ] as const)('%s: %s', (_sentence, expected, others) => {
    expect(found(...others)?.likeness ?? null).toBe(expected);
  });

  test('what the second has seen and said to be another one does not count', () => {
    const answer = similarity(own, [one('a', 1), one('own', 0)], { limits, declined: ['a'], now: START });
    expect(answer).toBeNull();
  });

  test.each(['not-listed', 'none'])('do not do so by saying nothing of what is down: %s', (id) => {
    const untold = { id: 'own', report: { ...report.report, scenario: { id, title: '' } } };
    const like = (...others: ReturnType<typeof one>[]) =>
      similarity(untold, [...others, one('own', 0)], { limits, declined: [], now: START })?.likeness ?? null;
    expect(like(one('a', 9, elsewhere), one('b', 8, elsewhere), one('c', 7), one('d', 6))).toBeNull();
    expect(like(one('a', 1))).toBe('environment');
  });

  test('are offered once', () => {
    const { outage } = run(report, SAMPLES['suggest-merge']);
    expect(decide({ ...SAMPLES['suggest-merge'], at: START + 10 * MINUTE_MS }, outage)).toEqual({ events: [] });
    expect(decide({ ...SAMPLES['suggest-merge'], likeness: 'project' }, outage)).toMatchObject({ events: [{ type: 'gathered' }] });
  });
});
