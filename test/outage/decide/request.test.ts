/** A request: which actions it allows, who hears of them, and what changes when it is promoted to an outage. */

import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/outage/actions.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import { formatDestination } from '../../../src/outage/destinations.ts';
import { pinged } from '../../../src/outage/events.ts';
import { notices, PRIORITY } from '../../../src/outage/notices.ts';
import { deadlines } from '../../../src/outage/promise.ts';
import { numberOf, outageName, requestIn, SERIES, seriesOf, workRoomOf } from '../../../src/outage/types/outage.ts';
import { START } from '../../support/clock.ts';
import { MINUTE_MS, run } from '../../support/outage/apply.ts';
import { engineer, reporter, sampleFollower, sampleOnCall, samplePolicy } from '../../support/outage/sample.ts';
import { OTHER, sample, sampleRequest } from '../../support/outage/states.ts';

const places = (...actions: readonly Action[]) => {
  const before = actions.length > 1 ? run(...actions.slice(0, -1)).events.length : 0;
  const { events, outage } = run(...actions);
  return notices(events.slice(before), outage).map(({ kind, destination }) => `${kind} ${formatDestination(destination)}`);
};
const rejection = (action: Action, ...before: readonly Action[]) => {
  const decision = decide(action, run(...before).outage);
  return 'rejection' in decision ? decision.rejection : decision.events.map(({ type }) => type);
};

describe('a number', () => {
  test.each(SERIES.flatMap((series) => [1, 7, 1042, 999_999_999].map((said) => ({ series, said }))))(
    '$said of the $series is no other one',
    ({ series, said }) => {
      const number = numberOf(series, said);
      expect(seriesOf(number)).toBe(series);
      expect(outageName({ number })).toBe(`${{ outage: 'OUT', drill: 'DRILL', request: 'REQ' }[series]}-${said}`);
      expect(Math.abs(number), 'it fits the column').toBeLessThan(2 ** 31);
    },
  );
});

describe('a request', () => {
  test('waits in its queue until the plan says, and nowhere else; nobody is called', () => {
    const { outage, events } = run(sampleRequest);
    expect(outage).toMatchObject({ state: 'requested', followers: [], request: { plan: { replyBy: START + 480 * MINUTE_MS } } });
    expect(workRoomOf(outage)).toEqual(sampleRequest.request?.queue);
    expect(places(sampleRequest)).toEqual(['opening queue', 'state origin']);
    expect(events.flatMap(pinged)).toEqual([]);
    expect(deadlines(outage)).toEqual([]);
  });

  test('knows no reply time where there is no plan', () => {
    const { outage } = run({ ...sampleRequest, request: { queue: sampleRequest.desk, plan: null } });
    expect(outage.request?.plan).toBeNull();
  });

  test('is answered, more than once if there is more to say, to who sent it', () => {
    const answer = sample('resolve', 20, { text: 'It is a setting.' });
    expect(places(sampleRequest, answer)).toEqual(['news queue', 'news origin', 'state queue', 'state origin']);
    expect(rejection({ ...answer, at: answer.at + 1 }, sampleRequest, answer), 'sent twice').toEqual([]);
    expect(rejection({ ...answer, text: 'And it is changed now.' }, sampleRequest, answer)).toEqual(['answered']);
    expect(rejection(sample('withdraw', 30), sampleRequest, answer)).toEqual(['withdrawn']);
  });

  test('is answered by nobody who read an older one', () => {
    const corrected = sample('correct', 6);
    expect(rejection(sample('resolve', 20, { seen: 1 }), sampleRequest, corrected)).toMatchObject({ type: 'card-outdated' });
  });

  test('keeps what is told of it in its queue', () => {
    expect(places(sampleRequest, sample('note', 6))).toEqual(['news queue']);
    expect(places(sampleRequest, sample('correct', 6))).toEqual(['news queue', 'state queue', 'state origin']);
    expect(places(sampleRequest, sample('withdraw', 6))).toEqual(['news queue', 'state queue', 'state origin']);
    expect(places(sampleRequest, sample('mark-unreachable', 6, { place: 'queue' }))).toEqual([]);
    expect(places(sampleRequest, sample('mark-unreachable', 6, { place: 'origin' }))).toEqual(['news queue']);
  });

  test('that was withdrawn is not opened again, and is no outage any more', () => {
    const gone = [sampleRequest, sample('withdraw', 6)] as const;
    expect(rejection(sample('reopen', 9), ...gone)).toEqual({ type: 'not-now', state: 'withdrawn' });
    expect(rejection(sample('reopen', 9, { by: engineer }), ...gone)).toEqual({ type: 'not-now', state: 'withdrawn' });
    expect(rejection(sample('promote', 9), ...gone)).toMatchObject({ type: 'already-ended', by: { id: reporter.id } });
  });

  test('has no class that an engineer could change, and no outage is merged into it', () => {
    const changes = { scenario: { id: 'slow', title: 'Slow' } };
    expect(rejection(sample('correct', 6, { by: engineer, changes }), sampleRequest)).toEqual({ type: 'not-now', state: 'requested' });
    const into = { ...OTHER, number: sampleRequest.number, state: 'requested' } as const;
    expect(rejection(sample('merge', 6, { into }), sample('report', 0))).toEqual({ type: 'bad-target', why: 'unknown' });
    expect(rejection(sample('merge', 6), sampleRequest)).toEqual({ type: 'not-now', state: 'requested' });
  });
});

describe('a request that is an outage', () => {
  const promoted = sample('promote', 45);

  test('begins as one: another number, the whole promise, the policy and who is on call as they are then', () => {
    const policy = { ...samplePolicy, acknowledgeWithinMs: 20 * MINUTE_MS };
    const { outage } = run(sampleRequest, { ...promoted, policy });
    expect(outage).toMatchObject({
      state: 'reported',
      number: 1042,
      back: null,
      onCall: sampleOnCall,
      followers: [sampleFollower],
      reportedAt: START,
      ladderFrom: START + 45 * MINUTE_MS,
      acknowledgeBy: START + 65 * MINUTE_MS,
      breachedAt: null,
      request: { number: numberOf('request', 7), promoted: { by: { id: engineer.id }, version: 2 } },
    });
    expect(requestIn(outage)).toBeNull();
    expect(workRoomOf(outage)).toEqual(outage.desk);
    expect(deadlines(outage)).toEqual([{ kind: 'ladder', dueAt: START + 60 * MINUTE_MS }]);
  });

  test('has a thread at the desk that calls the primary, and all who follow hear of it', () => {
    expect(places(sampleRequest, promoted)).toEqual([
      'opening desk',
      'opening follower:board',
      'news queue',
      'news origin',
      'state queue',
      'state origin',
    ]);
    expect(pinged(run(sampleRequest, promoted).events[1] as never)).toEqual(sampleOnCall.primary);
  });

  test('has its messages in that thread, which has to be there first', () => {
    const { events, outage } = run(sampleRequest, sample('note', 3), promoted, sample('pass-deadline', 60));
    const told = notices(events.slice(3), outage);
    expect(told.map(({ destination, after }) => [formatDestination(destination), after])).toEqual([
      ['desk', 'nonce-1/opening/desk/3'],
      // The clocks of both cards move.
      ['desk', 'nonce-1/opening/desk/3'],
      ['origin', null],
    ]);
    const taken = run(sampleRequest, sample('note', 3), promoted, sample('acknowledge', 50));
    const after = Object.fromEntries(
      notices(taken.events.slice(3), taken.outage).map((notice) => [formatDestination(notice.destination), notice.after]),
    );
    // As urgent as that of any other outage.
    const news = notices(taken.events.slice(3), taken.outage).filter(({ kind }) => kind === 'news');
    expect(new Set(news.map(({ priority }) => priority))).toEqual(new Set([PRIORITY.acknowledgement]));
    expect(after).toEqual({
      desk: 'nonce-1/opening/desk/3',
      'follower:board': 'nonce-1/opening/follower:board/3',
      queue: 'nonce-1/opening/queue/1',
      origin: null,
    });
  });

  test('is made one once, and only of a request', () => {
    expect(rejection({ ...promoted, at: promoted.at + 1 }, sampleRequest, promoted)).toEqual([]);
    expect(rejection(promoted, sample('report', 0))).toEqual({ type: 'not-now', state: 'reported' });
    expect(rejection({ ...promoted, by: reporter }, sampleRequest)).toEqual({ type: 'not-permitted', permission: 'promote' });
  });

  test('may be reopened as any other', () => {
    const over = [sampleRequest, promoted, sample('acknowledge', 50), sample('resolve', 60)] as const;
    expect(rejection(sample('reopen', 70), ...over)).toEqual(['reopened']);
    expect(rejection(sample('reopen', 70), sampleRequest, promoted, sample('withdraw', 60))).toEqual(['reopened']);
  });
});
