/** People who follow in their own chats: what they hear by the noise that they chose, and what joining or reporting does to it. */
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/outage/actions.ts';
import { formatDestination, laneOf, ownLanesOf, tenantAt } from '../../src/outage/destinations.ts';
import { NOISES, type Noise } from '../../src/outage/follow/chosen.ts';
import { isTurningPoint, isWanted } from '../../src/outage/follow/wanted.ts';
import { notices } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import { run } from '../support/outage/apply.ts';
import {
  colleague,
  reporter,
  sampleAcknowledgeAction,
  sampleReportAction,
  sampleResolveAction,
  sampleUpdateAction,
} from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';

const kim = { id: storedPersonKey('aad-kim'), name: 'Kim Vega', roles: ['customer'] } as const;
const follows = (noise: Noise = 'everything', by: typeof kim = kim) => sample('follow', 4, { by, noise });
const OWN = `following:${kim.id}`;

/** What came to Kim's chat by the last action. */
function heard(...actions: readonly Action[]): readonly string[] {
  const before = actions.length > 1 ? run(...actions.slice(0, -1)) : null;
  const { events, outage } = run(...actions);
  const told = notices(events.slice(before?.events.length ?? 0), outage, before);
  return told.filter(({ destination }) => formatDestination(destination) === OWN).map(({ kind, seq }) => `${kind} ${seq}`);
}
const report = sampleReportAction();
const take = sampleAcknowledgeAction();

describe('one outage', () => {
  test('begins with its card and nothing older; more or less noise is no second card', () => {
    expect(heard(report, take, follows())).toEqual(['opening 3']);
    expect(heard(report, take, follows(), follows('begin-and-end'))).toEqual([]);
    expect(heard(report, take, follows(), sample('unfollow', 5, { by: kim }), follows())).toEqual(['opening 5']);
  });

  test.each<[Action, Record<Noise, boolean>]>([
    [sampleUpdateAction({ phase: 'investigating' }), { everything: true, 'turning-points': false, 'begin-and-end': false }],
    [sampleUpdateAction({ phase: 'mitigating' }), { everything: true, 'turning-points': true, 'begin-and-end': false }],
    [sample('release', 9), { everything: true, 'turning-points': true, 'begin-and-end': false }],
    [sampleResolveAction(), { everything: true, 'turning-points': true, 'begin-and-end': true }],
    [sample('transfer', 9), { everything: true, 'turning-points': true, 'begin-and-end': true }],
    [sample('withdraw', 9), { everything: true, 'turning-points': true, 'begin-and-end': true }],
  ])('is heard by the noise that was chosen, and its card always shows it: $type', (action, expected) => {
    for (const noise of NOISES) {
      const told = heard(report, follows(noise), take, action);

      expect(
        told.some((one) => one.startsWith('news')),
        noise,
      ).toBe(expected[noise]);
      expect(
        told.some((one) => one.startsWith('state')),
        noise,
      ).toBe(true);
    }
  });

  test('is told in the own chat alone, in the tenant of the person, and in a lane of its own', () => {
    const { outage } = run(report, sample('follow', 4, { by: kim, tenantId: 'tenant-of-kim' }));
    const notice = { kind: 'news', destination: { kind: 'following', id: kim.id } } as const;
    expect([laneOf(notice, outage), tenantAt(notice.destination, outage)]).toEqual([OWN, 'tenant-of-kim']);
    expect(ownLanesOf(kim.id)).toContain(OWN);
  });

  test('what waits is not sent any more to who follows it no more, or began only since', () => {
    const before = run(report, follows(), take);
    const waiting = notices(before.events, before.outage).find((one) => formatDestination(one.destination) === OWN && one.kind === 'news');
    if (!waiting) throw new Error('nothing waits');
    const event = before.events[waiting.seq - 1];
    if (!event) throw new Error('no event');
    expect(overtaken(waiting, before.outage, event)).toBe(false);
    const left = run(report, follows(), take, sample('unfollow', 6, { by: kim })).outage;
    const back = run(report, follows(), take, sample('unfollow', 6, { by: kim }), follows()).outage;
    expect([overtaken(waiting, left, event), overtaken(waiting, back, event)]).toEqual([true, true]);
  });

  test('is not followed by those who hear of it in their own chat, and by them no more who come to', () => {
    const join = sample('join', 5);
    expect(run(report, sample('follow', 4, { by: reporter })).outage.following).toEqual([]);
    expect(run(report, join, sample('follow', 6, { by: colleague })).outage.following).toEqual([]);
    expect(run(report, sample('follow', 4, { by: colleague }), join).outage.following).toEqual([]);
    const inRoom = { ...join, origin: { ...join.origin, kind: 'groupChat', conversationId: '19:x@thread.v2' } } as const;
    expect(run(report, sample('follow', 4, { by: colleague }), inRoom).outage.following).toHaveLength(1);
  });
});

describe('a project', () => {
  const following = [kim, reporter].map(({ id, name }) => ({ person: { id, name }, tenantId: 'tenant', noise: 'begin-and-end' as const }));

  test('is on the record of what is reported, but for its reporter in their own chat', () => {
    const own = run({ ...report, following }).outage.following.map(({ person }) => person.id);
    const inRoom = run({ ...report, following, origin: { ...report.origin, kind: 'groupChat' } }).outage.following;
    expect([own, inRoom.length]).toEqual([[kim.id], 2]);
    expect(heard({ ...report, following })).toEqual(['opening 1']);
    expect(heard({ ...report, following }, take)).toEqual(['state 2']);
  });
});

test('an update turns the course when it changes the phase of this owner', () => {
  const { events, outage } = run(
    report,
    take,
    sampleUpdateAction({ phase: 'mitigating' }),
    sample('release', 9),
    sample('update', 12, { phase: 'mitigating' }),
  );
  const types = events.map(({ type }) => type);
  expect(events.flatMap((_, index) => (isTurningPoint(index + 1, events) ? types[index] : []))).toEqual([
    'acknowledged',
    'updated',
    'released',
    'acknowledged',
    'updated',
  ]);
  const quiet = { ...outage, followers: outage.followers.map((one) => ({ ...one, noise: 'begin-and-end' as const })) };
  expect(isWanted({ kind: 'news', destination: { kind: 'follower', id: 'board' }, seq: 3 }, quiet, events)).toBe(false);
});

test('ten thousand who follow take no time of those who wait for something else', () => {
  const following = Array.from({ length: 10_000 }, (_, index) => ({
    person: { id: storedPersonKey(`aad-${index}`), name: 'Somebody' },
    tenantId: 'tenant',
    noise: 'turning-points' as const,
  }));
  const before = run({ ...report, following });
  const { events, outage } = run({ ...report, following }, take);
  const taken = events.slice(1);
  const begun = performance.now();
  const told = notices(taken, outage, before);
  const lanes = new Set(told.map((notice) => laneOf(notice, outage)));
  expect(lanes.size).toBeGreaterThan(following.length);
  expect(told.some((notice) => taken.some((event) => overtaken(notice, outage, event)))).toBe(false);
  // Each looked for among all of them took seconds.
  expect(performance.now() - begun).toBeLessThan(1_000);
});
