/** The ladder of the promise: which rung is due when, whom it reaches, and that the ladder has no end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/outage/decide/decide.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { evolve } from '../../src/outage/evolve.ts';
import { breachRung, deadlines, highestRungDue, rungAfterMs, rungAudience, rungKind } from '../../src/outage/promise.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import type { Policy } from '../../src/outage/types/values.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import {
  engineer,
  sampleAcknowledgeAction,
  sampleOnCall,
  samplePassDeadlineAction,
  samplePolicy,
  sampleReportAction,
  sampleResolveAction,
  secondEngineer,
} from '../support/outage/sample.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;
const pass = (minutes: number) => samplePassDeadlineAction({ at: at(minutes) });
const eventsOf = (...passes: ReturnType<typeof pass>[]) => run(sampleReportAction(), ...passes).events.slice(1);

describe('the ladder', () => {
  test.each([
    [0, 15, 'reminder'],
    [1, 25, 'last-call'],
    [2, 30, 'breach'],
    [3, 45, 'still-open'],
    [4, 60, 'still-open'],
    [100, 30 + 98 * 15, 'still-open'],
  ])('rung %i is due after %i minutes: %s', (rung, minutes, kind) => {
    expect(rungAfterMs(samplePolicy, rung)).toBe(minutes * MINUTE_MS);
    expect(rungKind(samplePolicy, rung)).toBe(kind);
  });

  test.each([
    [0, -1],
    [14.99, -1],
    [15, 0],
    [24.99, 0],
    [25, 1],
    [29.99, 1],
    [30, 2],
    [44.99, 2],
    [45, 3],
    [60 * 24, 2 + (24 * 60 - 30) / 15],
  ])('after %d minutes the highest rung due is %i', (minutes, rung) => {
    expect(highestRungDue(samplePolicy, START, at(minutes))).toBe(rung);
  });

  test('each rung reaches whom the policy names, the breach and all after it the same people', () => {
    expect(rungAudience(samplePolicy, 0, 0)).toMatchObject({ levels: ['primary'], direct: false });
    expect(rungAudience(samplePolicy, 1, 1)).toMatchObject({ levels: ['primary', 'secondary'], direct: true });
    const { levels, direct } = samplePolicy.breach;
    for (const rung of [2, 3, 50]) expect(rungAudience(samplePolicy, rung, rung)).toEqual({ levels, direct, pagers: [] });
  });

  test('a late rung also reaches whom the rungs below it would have reached, and in the way that they would have', () => {
    const [reminder, lastCall] = samplePolicy.rungs;
    if (!reminder || !lastCall) throw new Error('the sample has two rungs');
    const policy: Policy = {
      ...samplePolicy,
      rungs: [reminder, { ...lastCall, levels: ['duty-manager'], direct: true }],
      breach: { ...samplePolicy.breach, levels: ['secondary'], direct: false },
    };
    expect(rungAudience(policy, 0, 1)).toEqual({ levels: ['primary', 'duty-manager'], direct: true, pagers: [] });
    expect(rungAudience(policy, 1, 2)).toEqual({ levels: ['secondary', 'duty-manager'], direct: true, pagers: [] });
    expect(rungAudience(policy, 2, 9)).toEqual({ levels: ['secondary'], direct: false, pagers: [] });
  });

  test('may have no rungs before the breach', () => {
    const policy = { ...samplePolicy, rungs: [] };
    expect(breachRung(policy)).toBe(0);
    expect(rungKind(policy, 0)).toBe('breach');
    expect(deadlines(run(sampleReportAction({ policy })).outage)).toEqual([{ kind: 'ladder', dueAt: at(30) }]);
  });
});

describe('a deadline that passes', () => {
  test('too early gives nothing', () => {
    expect(eventsOf(pass(14))).toEqual([]);
    expect(run(sampleReportAction(), sampleAcknowledgeAction(), pass(64)).events).toHaveLength(2);
  });

  test('too late for its outage gives nothing', () => {
    expect(run(sampleReportAction(), sampleAcknowledgeAction(), pass(15)).events).toHaveLength(2);
    expect(run(sampleReportAction(), sampleResolveAction(), pass(500)).events.at(-1)).toMatchObject({ type: 'resolved' });
  });

  test('in time pings each rung once, and names why each person is asked', () => {
    const events = eventsOf(pass(15), pass(16), pass(25), pass(30), pass(45));
    const sam = { person: { id: engineer.id, name: engineer.name }, level: 'primary' };
    const lin = { person: { id: secondEngineer.id, name: secondEngineer.name }, level: 'secondary' };
    expect(events).toEqual([
      { type: 'escalated', at: at(15), rung: 0, people: [sam], direct: false },
      { type: 'escalated', at: at(25), rung: 1, people: [sam, lin], direct: true },
      { type: 'breached', at: at(30), dueAt: at(30) },
      { type: 'escalated', at: at(30), rung: 2, people: [sam, lin], direct: true },
      { type: 'escalated', at: at(45), rung: 3, people: [sam, lin], direct: true },
    ]);
  });

  test('late is collapsed into the highest step that is due', () => {
    expect(eventsOf(pass(26))).toMatchObject([{ type: 'escalated', rung: 1 }]);
    expect(eventsOf(pass(31))).toMatchObject([
      { type: 'breached', dueAt: at(30) },
      { type: 'escalated', rung: 2 },
    ]);
    expect(eventsOf(pass(200))).toMatchObject([{ type: 'breached' }, { type: 'escalated', rung: 2 + Math.floor(170 / 15) }]);
  });

  test('asks who is on call then, each person once at the first level that names them', () => {
    const onCall = { primary: [secondEngineer], secondary: [secondEngineer, engineer], 'duty-manager': [engineer] };
    const { events } = run(sampleReportAction(), samplePassDeadlineAction({ at: at(30), onCall }));
    const escalated = events.at(-1) as Extract<OutageEvent, { type: 'escalated' }>;
    expect(escalated.people.map(({ person, level }) => [person.id, level])).toEqual([
      [secondEngineer.id, 'primary'],
      [engineer.id, 'secondary'],
    ]);
  });

  test('with nobody on call is still on the record, so that the desk is pinged', () => {
    const onCall = { ...sampleOnCall, primary: [] };
    expect(run(sampleReportAction(), samplePassDeadlineAction({ onCall })).events.at(-1)).toMatchObject({ type: 'escalated', people: [] });
  });
});

/** A policy that is valid in a desk file. */
const policies: fc.Arbitrary<Policy> = fc
  .record({
    acknowledgeWithinMs: fc.integer({ min: 2, max: 1_440 * MINUTE_MS }),
    shares: fc.uniqueArray(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { maxLength: 4 }),
    repeatEveryMs: fc.integer({ min: 1, max: 60 * MINUTE_MS }),
  })
  .map(({ acknowledgeWithinMs, shares, repeatEveryMs }) => ({
    ...samplePolicy,
    acknowledgeWithinMs,
    rungs: [...new Set(shares.map((share) => Math.floor(share * acknowledgeWithinMs)))]
      .filter((afterMs) => afterMs > 0)
      .sort((a, b) => a - b)
      .map((afterMs) => ({ afterMs, kind: 'reminder' as const, levels: ['primary' as const], direct: false })),
    breach: { ...samplePolicy.breach, repeatEveryMs },
  }));

describe('whatever the policy', () => {
  test('each rung comes after the one before, without end', () => {
    fc.assert(
      fc.property(policies, fc.nat(1000), (policy, rung) => {
        expect(rungAfterMs(policy, rung + 1)).toBeGreaterThan(rungAfterMs(policy, rung));
      }),
    );
  });

  test('a rung is due exactly from its own time on', () => {
    fc.assert(
      fc.property(policies, fc.nat(200), (policy, rung) => {
        const due = START + rungAfterMs(policy, rung);
        expect(highestRungDue(policy, START, due)).toBe(rung);
        expect(highestRungDue(policy, START, due - 1)).toBe(rung - 1);
      }),
    );
  });

  test('an untaken outage always has its next step ahead, and a step that passed on time pings exactly once', () => {
    fc.assert(
      fc.property(policies, fc.array(fc.nat(200 * MINUTE_MS), { maxLength: 12 }), (policy, waits) => {
        let { outage } = run(sampleReportAction({ policy }));
        let now = START;
        for (const wait of waits) {
          now += wait;
          const action = samplePassDeadlineAction({ at: now });
          const due = deadlines(outage)[0]?.dueAt ?? 0;
          const decision = decide(action, outage);
          const events = 'events' in decision ? decision.events : [];
          expect(events.filter(({ type }) => type === 'escalated')).toHaveLength(due <= now ? 1 : 0);
          outage = events.reduce<Outage>(evolve, outage);
          expect(deadlines(outage)[0]?.dueAt).toBeGreaterThan(now);
        }
      }),
    );
  });
});
