/** The rules of an outage that an example shows best. Every action in every state is in table.test.ts. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/outage/decide/decide.ts';
import type { Decision, Rejection } from '../../../src/outage/decision.ts';
import type { OutageEventType } from '../../../src/outage/events.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { notices } from '../../../src/outage/notices.ts';
import { deadlines, speedUp } from '../../../src/outage/promise.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { START } from '../../support/clock.ts';
import { MINUTE_MS, run } from '../../support/outage/apply.ts';
import {
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleMarkUnreachableAction,
  sampleOnCall,
  samplePassDeadlineAction,
  samplePolicy,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  sampleUpdateAction,
  secondEngineer,
} from '../../support/outage/sample.ts';
import { IN_STATE, OTHER, sample } from '../../support/outage/states.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;
const { reported, acknowledged, transferred, resolved, closed } = IN_STATE;

const types = (decision: Decision): readonly OutageEventType[] | Rejection =>
  'events' in decision ? decision.events.map(({ type }) => type) : decision.rejection;

const unknownOutage: Rejection = { type: 'unknown-outage' };
const sam = { id: engineer.id, name: engineer.name };
const lin = { id: secondEngineer.id, name: secondEngineer.name };
const samHasIt: Rejection = { type: 'already-acknowledged', by: sam, at: at(5) };

describe('the same action twice', () => {
  test('the same restore is told once, also when somebody spoke in between; another one is another', () => {
    const restore = sampleRestoreAction();
    const spoken = run(sampleReportAction(), restore, sampleAcknowledgeAction({ at: at(20) }));
    expect(types(decide({ ...restore, at: at(21) }, spoken.outage))).toEqual([]);
    expect(types(decide({ ...restore, at: at(21), to: at(20) }, spoken.outage))).toEqual(['restored']);
  });

  test('what was said after a restore is known, so a restore that comes late to it says nothing', () => {
    expect(types(decide(sampleRestoreAction({ to: at(4) }), acknowledged.outage))).toEqual([]);
    expect(types(decide(sampleRestoreAction({ to: at(-1) }), reported.outage))).toEqual([]);
  });

  test('a second Done by the reporter gives nothing', () => {
    expect(types(decide(sampleReportAction({ at: at(1), number: 1002 }), reported.outage))).toEqual([]);
  });

  test('a report with somebody else’s nonce learns nothing of that outage', () => {
    expect(types(decide(sampleReportAction({ by: { ...reporter, id: storedPersonKey('aad-eve') } }), reported.outage))).toEqual(
      unknownOutage,
    );
  });

  test('a second acknowledgement by its owner gives nothing', () => {
    expect(types(decide(sampleAcknowledgeAction({ at: at(6) }), acknowledged.outage))).toEqual([]);
  });

  test('an update form that is sent twice tells people once', () => {
    const form = sampleUpdateAction({ seen: acknowledged.outage.version });
    const once = run(sampleReportAction(), sampleAcknowledgeAction(), form);
    expect(types(decide({ ...form, at: at(11) }, once.outage))).toEqual([]);
    expect(types(decide({ ...form, at: at(11), text: 'Something else.' }, once.outage))).toEqual(['updated']);
    expect(types(decide({ ...form, at: at(11), phase: 'monitoring' }, once.outage))).toEqual(['updated']);
    expect(types(decide({ ...form, at: at(40), seen: once.outage.version }, once.outage)), 'the same words half an hour later').toEqual([
      'updated',
    ]);
  });

  test('a typed update that Teams delivers again tells people once; the same words later are news', () => {
    const once = run(sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction({ at: at(10) }));
    expect(types(decide(sampleUpdateAction({ at: at(10) + 20_000 }), once.outage))).toEqual([]);
    expect(types(decide(sampleUpdateAction({ at: at(10) + 20_000, by: secondEngineer }), once.outage))).toEqual(['updated']);
    expect(types(decide(sampleUpdateAction({ at: at(11) }), once.outage))).toEqual(['updated']);
  });

  test('"nothing new" on a card that was drawn before the last update is news once that is a minute old', () => {
    const tap = sampleUpdateAction({ text: '', phase: null, seen: acknowledged.outage.version, at: at(30) });
    const once = run(sampleReportAction(), sampleAcknowledgeAction(), tap);
    expect(types(decide({ ...tap, at: at(30) + 2_000 }, once.outage))).toEqual([]);
    expect(types(decide({ ...tap, at: at(60) }, once.outage))).toEqual(['updated']);
  });

  test('a form that took the outage and is sent twice tells people once', () => {
    const form = sampleUpdateAction({ seen: 1 });
    const once = run(sampleReportAction(), form);
    expect(types(decide(form, once.outage))).toEqual([]);
  });

  test('a place is lost once', () => {
    const lost = run(sampleReportAction(), sampleMarkUnreachableAction());
    expect(types(decide(sampleMarkUnreachableAction({ at: at(40), reason: 'again' }), lost.outage))).toEqual([]);
    expect(types(decide(sampleMarkUnreachableAction({ place: 'origin' }), lost.outage))).toEqual(['place-lost']);
    const both = run(sampleReportAction(), sampleMarkUnreachableAction(), sampleMarkUnreachableAction({ place: 'origin' }));
    for (const place of ['follower:board', 'origin'])
      expect(types(decide(sampleMarkUnreachableAction({ place }), both.outage))).toEqual([]);
  });

  test('a deadline that passes twice gives nothing the second time', () => {
    const due = samplePassDeadlineAction({ at: at(15) });
    const once = run(sampleReportAction(), due);
    expect(types(decide(due, once.outage))).toEqual([]);
    const missed = run(sampleReportAction(), sampleAcknowledgeAction(), samplePassDeadlineAction({ at: at(65) }));
    expect(types(decide(samplePassDeadlineAction({ at: at(74) }), missed.outage))).toEqual([]);
  });
});

describe('two engineers', () => {
  test('the second is told who was first, and when', () => {
    expect(types(decide(sampleAcknowledgeAction({ by: secondEngineer, at: at(5) }), acknowledged.outage))).toEqual(samHasIt);
  });

  test('a form that was opened before somebody else changed the outage is not taken', () => {
    const byLin = run(sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction({ by: secondEngineer, seen: 2 }));
    const outdated: Rejection = { type: 'card-outdated', by: lin, at: at(10) };
    expect(types(decide(sampleUpdateAction({ seen: 2, at: at(12) }), byLin.outage))).toEqual(outdated);
    expect(types(decide(sampleResolveAction({ seen: 2, at: at(12) }), byLin.outage))).toEqual(outdated);
    expect(types(decide(sampleUpdateAction({ seen: 3, at: at(12) }), byLin.outage))).toEqual(['updated']);
  });

  test('3.1: an update that was being written when a colleague began to help is taken', () => {
    const helped = run(sampleReportAction(), sampleAcknowledgeAction(), sample('assist', 8));
    expect(types(decide(sampleUpdateAction({ by: engineer, seen: 2, at: at(12) }), helped.outage))).toEqual(['updated']);
    expect(types(decide(sampleUpdateAction({ by: secondEngineer, seen: 2, at: at(12) }), helped.outage))).toEqual(['updated']);
  });

  test('one’s own change, a ping or a lost place makes no card outdated', () => {
    const quiet = run(sampleReportAction(), samplePassDeadlineAction({ at: at(15) }), sampleMarkUnreachableAction({ at: at(16) }));
    expect(types(decide(sampleUpdateAction({ seen: 1, at: at(17) }), quiet.outage))).toEqual(['acknowledged', 'updated']);
    const own = run(sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction({ seen: 2 }));
    expect(types(decide(sampleResolveAction({ seen: 2, at: at(12) }), own.outage))).toEqual(['resolved']);
  });

  test('what is typed in the thread shows no version, so it is never outdated', () => {
    expect(types(decide(sampleUpdateAction({ by: secondEngineer, seen: null }), acknowledged.outage))).toEqual(['updated']);
  });

  test('either engineer may update and resolve; the owner stays who took it', () => {
    const { outage } = run(sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction({ by: secondEngineer }));
    expect(outage).toMatchObject({ state: 'acknowledged', owner: sam, lastChange: { by: lin } });
  });
});

describe('the breach', () => {
  test('is a fact beside the state', () => {
    const { outage, events } = run(sampleReportAction(), samplePassDeadlineAction({ at: at(30) }));
    expect(outage).toMatchObject({ state: 'reported', breachedAt: at(30) });
    expect(events).toContainEqual({ type: 'breached', at: at(30), dueAt: at(30) });
  });

  test('stays on the record when it is acknowledged later', () => {
    const late = run(sampleReportAction(), samplePassDeadlineAction({ at: at(30) }), sampleAcknowledgeAction({ at: at(42) }));
    expect(late.events.map(({ type }) => type)).toEqual(['reported', 'breached', 'escalated', 'acknowledged']);
    expect(late.outage).toMatchObject({ state: 'acknowledged', breachedAt: at(30), acknowledgedAt: at(42) });
    expect(late.events.at(-1)).toMatchObject({ afterMs: 42 * MINUTE_MS });
  });

  test('is recorded with a late acknowledgement when no timer had time to', () => {
    const late = run(sampleReportAction(), sampleAcknowledgeAction({ at: at(30) + 1 }));
    expect(late.events.map(({ type }) => type)).toEqual(['reported', 'breached', 'acknowledged']);
    expect(late.outage).toMatchObject({ breachedAt: at(30) });
  });

  test.each([
    ['an update', sampleUpdateAction({ at: at(31) }), 'updated'],
    ['a resolution', sampleResolveAction({ at: at(31) }), 'resolved'],
  ])('is recorded with %s that takes it late', (_what, action, last) => {
    const { events } = run(sampleReportAction(), action);
    expect(events.map(({ type }) => type)).toEqual(['reported', 'breached', 'acknowledged', last]);
  });

  test('does not happen to an acknowledgement in the last millisecond', () => {
    const { outage } = run(sampleReportAction(), sampleAcknowledgeAction({ at: at(30) }));
    expect(outage).toMatchObject({ state: 'acknowledged', breachedAt: null });
  });

  test('is recorded once, however long nobody comes', () => {
    const passes = [30, 45, 60, 75].map((minutes) => samplePassDeadlineAction({ at: at(minutes) }));
    const { events } = run(sampleReportAction(), ...passes);
    expect(events.filter(({ type }) => type === 'breached')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'escalated')).toHaveLength(4);
  });
});

describe('work on an outage that nobody took', () => {
  test('takes it, with the time that it took', () => {
    const { outage, events } = run(sampleReportAction(), sampleUpdateAction({ phase: null }));
    expect(events.slice(1)).toMatchObject([
      { type: 'acknowledged', by: sam, afterMs: 10 * MINUTE_MS },
      { type: 'updated', by: sam, phase: 'investigating' },
    ]);
    expect(outage).toMatchObject({ owner: sam, updates: 1, lastUpdate: 'We found the cause and are rolling back.' });
  });

  test('an update without a phase keeps the one before', () => {
    const { outage } = run(
      sampleReportAction(),
      sampleUpdateAction(),
      sampleUpdateAction({ at: at(20), phase: null, text: 'Nothing new.' }),
    );
    expect(outage).toMatchObject({ phase: 'mitigating' });
  });

  test.each([
    [null, 60],
    [15 * MINUTE_MS, 15],
  ])('the next update of %s ms is due after %s minutes', (nextUpdateInMs, minutes) => {
    const { outage } = run(sampleReportAction(), sampleUpdateAction({ nextUpdateInMs }));
    expect(outage).toMatchObject({ nextUpdateBy: at(10 + minutes) });
    expect(deadlines(outage)).toEqual([{ kind: 'update', dueAt: at(10 + minutes) }]);
  });

  test('an update that was missed is forgotten with the next one', () => {
    const missed = [sampleReportAction(), sampleAcknowledgeAction(), samplePassDeadlineAction({ at: at(65) })];
    expect(run(...missed).outage).toMatchObject({ nudges: 1 });
    expect(run(...missed, sampleUpdateAction({ at: at(70) })).outage).toMatchObject({ nudges: 0, nextUpdateBy: at(130) });
  });

  test('of an outage that lasts is less frequent', () => {
    const update = (minutes: number) =>
      run(sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction({ at: at(minutes) })).outage;
    expect(update(119)).toMatchObject({ nextUpdateBy: at(119 + 60) });
    expect(update(120)).toMatchObject({ nextUpdateBy: at(120 + 90) });
  });

  test.each([
    ['nobody is above', { ...sampleOnCall, primary: [secondEngineer], secondary: [] }],
    ['only the owner is', { ...sampleOnCall, primary: [secondEngineer], secondary: [engineer], 'duty-manager': [engineer] }],
  ])('that is overdue is asked of whoever is on call when %s and the owner does not answer', (_where, onCall) => {
    const passes = [65, 75, 85].map((minutes) => samplePassDeadlineAction({ at: at(minutes), onCall }));
    const { events } = run(sampleReportAction(), sampleAcknowledgeAction(), ...passes);
    const asked = events.flatMap((event) => (event.type === 'update-missed' ? [event.people] : []));
    expect(asked.map((people) => people.map(({ level }) => level))).toEqual([['owner'], ['owner', 'primary'], ['owner', 'primary']]);
  });

  test('that is overdue is asked of the owner, then of the levels above, then each hour, and late nudges are one', () => {
    const onCall = { ...sampleOnCall, secondary: [secondEngineer], 'duty-manager': [{ id: storedPersonKey('aad-dee'), name: 'Dee Moss' }] };
    const pass = (minutes: number) => samplePassDeadlineAction({ at: at(minutes), onCall });
    const taken = [sampleReportAction(), sampleAcknowledgeAction()];
    const { events, outage } = run(...taken, pass(65), pass(75), pass(85), pass(145));
    const nudges = events.flatMap((event) => (event.type === 'update-missed' ? [event] : []));
    expect(nudges.map(({ nudge, people }) => [nudge, people.map(({ level }) => level)])).toEqual([
      [0, ['owner']],
      [1, ['owner', 'secondary']],
      [2, ['owner', 'secondary', 'duty-manager']],
      [3, ['owner', 'secondary', 'duty-manager']],
    ]);
    expect(deadlines(outage)).toEqual([{ kind: 'update', dueAt: at(205) }]);
    const late = run(...taken, pass(150));
    expect(late.events.at(-1)).toMatchObject({ type: 'update-missed', nudge: 3, dueAt: at(65) });
    expect(types(decide(pass(150), late.outage))).toEqual([]);
  });
});

describe('the record', () => {
  test('keeps the policy of its submission: what the desk promises later moves no running clock', () => {
    const hasty = { ...samplePolicy, acknowledgeWithinMs: MINUTE_MS, rungs: [], updateEveryMs: MINUTE_MS };
    const before = run(sampleReportAction(), sampleAcknowledgeAction());
    const after = run(sampleReportAction({ policy: hasty, outageId: 'nonce-2' }), sampleAcknowledgeAction({ outageId: 'nonce-2' }));
    expect(before.events[0]).toMatchObject({ policy: samplePolicy });
    expect(before.outage).toMatchObject({ acknowledgeBy: at(30), nextUpdateBy: at(65), breachedAt: null });
    expect(after.outage).toMatchObject({ acknowledgeBy: at(1), nextUpdateBy: at(6), breachedAt: at(1) });
  });

  test('holds people by id and name, never with their roles', () => {
    const { events } = run(sampleReportAction(), samplePassDeadlineAction({ at: at(30) }), sampleUpdateAction({ at: at(31) }));
    expect(JSON.stringify(events.filter(({ type }) => type !== 'reported'))).not.toContain('roles');
    expect(events[0]).toMatchObject({ by: { id: reporter.id, name: reporter.name } });
    expect(Object.keys((events[0] as { by: object }).by)).toEqual(['id', 'name']);
  });

  test('is the fold of its events', () => {
    expect(replay(resolved.events)).toEqual(resolved.outage);
    expect(replay(JSON.parse(JSON.stringify(resolved.events)))).toEqual(resolved.outage);
    expect(replay([])).toBeNull();
  });

  test.each([
    ['begins with something else', acknowledged.events.slice(1)],
    ['reports twice', [...reported.events, ...reported.events]],
  ])('refuses an order that %s', (_what, events) => {
    expect(() => replay(events)).toThrow();
  });
});

describe('a hand-over', () => {
  const offered = run(sample('report', 0), sample('acknowledge', 5), sample('hand-over', 10));
  const kim = { ...engineer, id: storedPersonKey('aad-kim'), name: 'Kim Berg' };

  test('leaves the owner accountable until the other one accepts, by a button or by taking it', () => {
    expect(offered.outage).toMatchObject({ owner: sam, offeredTo: lin });
    for (const type of ['accept', 'acknowledge'] as const) {
      const accepted = run(
        sample('report', 0),
        sample('acknowledge', 5),
        sample('hand-over', 10),
        sample(type, 11, { by: secondEngineer }),
      );
      expect(accepted.outage).toMatchObject({ state: 'acknowledged', owner: lin, offeredTo: null, acknowledgedAt: at(5) });
      // People read when this owner took it, not when the first owner did.
      expect(types(decide(sample('acknowledge', 12, { by: kim }), accepted.outage))).toMatchObject({ by: lin, at: at(11) });
    }
  });

  test('can be refused, and taken back by the owner, but not by anybody else', () => {
    for (const by of [secondEngineer, engineer]) {
      expect(types(decide(sample('decline', 11, { by }), offered.outage))).toEqual(['hand-over-declined']);
    }
    for (const type of ['accept', 'decline'] as const) {
      expect(types(decide(sample(type, 11, { by: kim }), offered.outage))).toEqual({ type: 'not-offered', to: lin });
    }
  });

  test('to the owner or to the same person again is nothing; to a third it is another offer', () => {
    expect(types(decide(sample('hand-over', 11, { to: engineer }), offered.outage))).toEqual([]);
    expect(types(decide(sample('hand-over', 11), offered.outage))).toEqual([]);
    expect(types(decide(sample('hand-over', 11, { to: kim }), offered.outage))).toEqual(['hand-over-offered']);
  });
});

describe('a release', () => {
  const released = run(sample('report', 0), sample('acknowledge', 5), sample('update', 10), sample('release', 20));

  test('starts a fresh, shorter clock, keeps the promise of the first on the record, and calls who is on call but not the one who left', () => {
    const { outage, events } = released;
    expect(outage).toMatchObject({
      state: 'reported',
      acknowledgeBy: at(32),
      breachedAt: null,
      rungsPassed: 0,
      reportedAt: START,
      back: { by: 'release', owner: sam },
      lastUpdate: 'We found the cause and are rolling back.',
    });
    expect(deadlines(outage)).toEqual([{ kind: 'ladder', dueAt: at(26) }]);
    expect(events.at(-1)).toMatchObject({ people: [{ person: lin, level: 'secondary' }] });
  });

  test('can be taken again, by anybody, and its time counts from the release', () => {
    const again = run(
      sample('report', 0),
      sample('acknowledge', 5),
      sample('release', 20),
      sample('acknowledge', 24, { by: secondEngineer }),
    );
    expect(again.outage).toMatchObject({ state: 'acknowledged', owner: lin, acknowledgedAt: at(24) });
    expect(again.events.at(-1)).toMatchObject({ afterMs: 4 * MINUTE_MS, withinMs: 12 * MINUTE_MS });
  });

  test('that is breached is a breach of its own', () => {
    const late = run(sample('report', 0), sample('acknowledge', 35), sample('release', 40), sample('pass-deadline', 60));
    expect(late.events.filter(({ type }) => type === 'breached')).toEqual([
      { type: 'breached', at: at(35), dueAt: at(30) },
      { type: 'breached', at: at(60), dueAt: at(52) },
    ]);
  });
});

describe('15.7: a take-back', () => {
  const back = (minutes: number, by = engineer) => sample('take-back', minutes, { by });
  const reaction = sample('acknowledge', 5, { byReaction: true });

  test('15.7: puts it on the clock that ran before, and calls the primary, who may be somebody else', () => {
    const onCall = { ...sampleOnCall, primary: [secondEngineer] };
    const { outage, events } = run(sample('report', 0), reaction, { ...back(9), onCall });
    const { ladder, ladderFrom, acknowledgeBy, rungsPassed, breachedAt } = reported.outage;
    expect(outage).toMatchObject({
      state: 'reported',
      ladder,
      ladderFrom,
      acknowledgeBy,
      rungsPassed,
      breachedAt,
      back: { by: 'mistake' },
    });
    expect(events.at(-1)).toMatchObject({ type: 'taken-back', people: [{ person: lin, level: 'primary' }] });
    expect(deadlines(outage)).toEqual(deadlines(reported.outage));
    expect(run(sample('report', 0), reaction, back(9)).events.at(-1), 'not whoever pressed').toMatchObject({ people: [] });
  });

  test('15.7: brings what fell due meanwhile at once, as one step, and a promise that ended is broken', () => {
    const late = run(sample('report', 0), sample('acknowledge', 24, { byReaction: true }), back(33));
    expect(late.events.slice(-3)).toMatchObject([{ type: 'taken-back', people: [] }, { type: 'breached', dueAt: at(30) }, { rung: 2 }]);
    expect(types(decide(sample('acknowledge', 40), late.outage))).toEqual(['acknowledged']);
    expect(decide(sample('acknowledge', 40), late.outage)).toMatchObject({ events: [{ afterMs: 40 * MINUTE_MS }] });
  });

  test('15.7: is refused after ten minutes, to others, after work, and of what a button took', () => {
    const taken = run(sample('report', 0), reaction);
    const why = (by: typeof engineer, minutes: number, outage = taken.outage) => types(decide(back(minutes, by), outage));
    const stays = (reason: string) => ({ type: 'stays-taken', why: reason, owner: sam, until: at(15) });
    expect(why(engineer, 15)).toEqual(['taken-back', 'escalated']);
    expect(why(engineer, 15.01)).toEqual(stays('late'));
    expect(why(secondEngineer, 6)).toEqual(stays('theirs'));
    expect(why(engineer, 6, acknowledged.outage)).toEqual(stays('in-work'));
    const work = [sample('plan', 6), sample('update', 6), sample('hand-over', 6), sample('assist', 6)];
    for (const one of work) expect(why(engineer, 7, run(sample('report', 0), reaction, one).outage), one.type).toEqual(stays('in-work'));
    expect(why(engineer, 7, run(sample('report', 0), reaction, sample('note', 6)).outage)).toEqual(['taken-back']);
  });
});

describe('15.8: who was on call', () => {
  test('15.8: is on the record of an acknowledgement, and whoever was not is marked until it is handed over', () => {
    const kim = { ...engineer, id: storedPersonKey('aad-kim') };
    const taken = (by: typeof engineer, onCall?: typeof sampleOnCall) =>
      run(sample('report', 0), sample('acknowledge', 5, { by, ...(onCall && { onCall }) })).outage;
    const nobody = { primary: [], secondary: [], 'duty-manager': [] };
    const marks = [taken(kim, sampleOnCall), taken(engineer, sampleOnCall), taken(kim, nobody), taken(kim)];
    expect(marks).toMatchObject([{ notOnCall: true }, { notOnCall: false }, { notOnCall: false }, { notOnCall: false }]);
    // The primary of the report took it a minute after the shift.
    expect(taken(engineer, { ...nobody, primary: [secondEngineer] })).toMatchObject({ notOnCall: false });
  });
});

describe('a transfer', () => {
  test('stops the ladder, counts as an acknowledgement, and promises the reply of the plan', () => {
    const { outage, events } = run(sample('report', 0), sample('transfer', 10));
    expect(events.map(({ type }) => type)).toEqual(['reported', 'acknowledged', 'transferred']);
    expect(outage).toMatchObject({ state: 'transferred', replyBy: at(10 + 480), plan: 'Standard' });
    expect(deadlines(outage)).toEqual([]);
  });

  test('is put back by an objection, once, before the duty manager', () => {
    const onCall = { ...sampleOnCall, 'duty-manager': [{ id: storedPersonKey('aad-dee'), name: 'Dee Moss' }] };
    const back = [sample('report', 0), sample('transfer', 10), sample('object', 12, { onCall })] as const;
    const { outage, events } = run(...back);
    expect(outage).toMatchObject({ state: 'reported', objected: true, back: { by: 'objection' }, acknowledgeBy: at(24) });
    expect(events.at(-1)).toMatchObject({ people: [{ person: sam, level: 'owner' }, { level: 'duty-manager' }] });
    expect(decide(sample('pass-deadline', 18, { onCall }), outage)).toMatchObject({ events: [{ type: 'escalated', direct: true }] });
    const twice = run(...back, sample('transfer', 20)).outage;
    expect(types(decide(sample('object', 21), twice))).toEqual({ type: 'objected-already' });
  });

  test('and an objection does not ask the reporter again at once for what was asked before it', () => {
    const { outage } = run(sample('report', 0), sample('acknowledge', 2), sample('ask', 3), sample('transfer', 5), sample('object', 120));
    expect(outage.state).toBe('reported');
    expect(deadlines(outage).filter(({ dueAt }) => dueAt <= at(120))).toEqual([]);
    expect(types(decide(sample('pass-deadline', 120), outage))).toEqual([]);
  });
});

describe('a reopening', () => {
  test('by the reporter puts it back with the shorter clock and calls the last owner too', () => {
    const { outage, events } = run(sample('report', 0), sample('acknowledge', 5), sample('resolve', 20), sample('reopen', 60));
    expect(outage).toMatchObject({ state: 'reported', number: 1001, back: { by: 'reopening', owner: sam }, acknowledgeBy: at(72) });
    expect(events.at(-1)).toMatchObject({ people: [{ person: sam, level: 'owner' }] });
  });

  test('by the reporter is possible for so long as the policy says, by an engineer always, who takes it with that', () => {
    const until = 20 + 48 * 60;
    expect(types(decide(sample('reopen', until), resolved.outage))).toEqual(['reopened']);
    expect(types(decide(sample('reopen', until + 1), resolved.outage))).toEqual({ type: 'too-late', until: at(until) });
    const byLin = decide(sample('reopen', until + 1, { by: secondEngineer }), closed.outage);
    expect(types(byLin)).toEqual(['reopened', 'acknowledged']);
    const { outage } = run(sample('report', 0), sample('resolve', 20), sample('reopen', 30, { by: secondEngineer }));
    expect(outage).toMatchObject({ state: 'acknowledged', owner: lin });
    expect(types(decide(sample('reopen', 31, { by: secondEngineer }), outage)), 'the second tap').toEqual([]);
  });

  test('of a transferred one is an engineer’s; the reporter has an objection', () => {
    expect(types(decide(sample('reopen', 30), transferred.outage))).toEqual({ type: 'not-now', state: 'transferred' });
    expect(types(decide(sample('reopen', 30, { by: engineer }), transferred.outage))).toEqual(['reopened', 'acknowledged']);
  });

  test('3.3: of a merged or transferred one is an engineer’s also when they reported it; their objection stays, once', () => {
    const by = { ...reporter, roles: ['customer', 'engineer'] } as const;
    const into = run(sample('report', 0, { outageId: 'other', number: 1002 })).outage;
    const merged = run(sample('report', 0, { by }), sample('merge', 10, { intoId: into.id, into })).outage;
    for (const outage of [merged, run(sample('report', 0, { by }), sample('transfer', 10)).outage]) {
      expect(types(decide(sample('reopen', 99_999, { by }), outage))).toEqual(['reopened', 'acknowledged']);
      expect(types(decide(sample('object', 11, { by }), outage))).toEqual(['objected']);
      expect(types(decide(sample('object', 11, { by }), { ...outage, objected: true }))).toEqual({ type: 'objected-already' });
    }
    const resolvedOwn = run(sample('report', 0, { by }), sample('resolve', 20)).outage;
    expect(types(decide(sample('reopen', 30, { by }), resolvedOwn))).toEqual(['reopened']);
  });
});

describe('the end', () => {
  test('of a resolved outage comes by itself when nobody contradicts', () => {
    expect(deadlines(resolved.outage)).toEqual([{ kind: 'close', dueAt: at(20 + 24 * 60) }]);
    expect(types(decide(sample('pass-deadline', 20 + 24 * 60 - 1), resolved.outage))).toEqual([]);
    expect(decide(sample('pass-deadline', 20 + 24 * 60), resolved.outage)).toMatchObject({ events: [{ type: 'closed', by: null }] });
  });
});

describe('a correction', () => {
  test('tells what changed and from what; what is as it was is left out', () => {
    const changes = { title: 'Search is down too', impact: acknowledged.outage.report.impact };
    expect(decide(sample('correct', 10, { changes }), acknowledged.outage)).toMatchObject({
      events: [{ changes: { title: 'Search is down too' }, was: { title: 'Checkout answers 503' } }],
    });
    expect(types(decide(sample('correct', 10, { changes: { impact: changes.impact } }), acknowledged.outage))).toEqual([]);
  });

  test('of the facts is the reporter’s, of the class an engineer’s', () => {
    const scenario = { id: 'slow', title: 'Too slow to work' };
    expect(types(decide(sample('correct', 10, { by: engineer }), acknowledged.outage))).toEqual({
      type: 'not-permitted',
      permission: 'correct',
    });
    expect(types(decide(sample('correct', 10, { changes: { scenario } }), acknowledged.outage))).toMatchObject({
      permission: 'reclassify',
    });
    expect(types(decide(sample('correct', 10, { by: engineer, changes: { scenario } }), acknowledged.outage))).toEqual(['corrected']);
  });
});

describe('a merge', () => {
  test('needs another outage that is open', () => {
    const into = (change: object) => types(decide(sample('merge', 10, change), acknowledged.outage));
    expect(into({ intoId: 'nonce-1' })).toEqual({ type: 'bad-target', why: 'same' });
    expect(into({ into: null })).toEqual({ type: 'bad-target', why: 'unknown' });
    expect(into({ into: { ...OTHER, state: 'resolved' } })).toEqual({ type: 'bad-target', why: 'ended' });
  });
});

describe('a plan', () => {
  test('says what the owner looks at first and when the next update comes; the same choice tapped twice is one', () => {
    const planned = run(sample('report', 0), sample('acknowledge', 5), sample('plan', 6));
    expect(planned.outage).toMatchObject({ firstLook: 'The load balancer', nextUpdateBy: at(21), nudges: 0 });
    expect(types(decide({ ...sample('plan', 6), at: at(6) + 2_000 }, planned.outage))).toEqual([]);
  });

  test('does not move the time that an update has promised, nor one that has passed', () => {
    const updated = run(sample('report', 0), sample('acknowledge', 5), sampleUpdateAction({ at: at(10) }));
    expect(types(decide(sample('plan', 20), updated.outage))).toEqual({ type: 'not-now', state: 'acknowledged' });
    const missed = run(sample('report', 0), sample('acknowledge', 5), samplePassDeadlineAction({ at: at(65) }));
    expect(types(decide(sample('plan', 66), missed.outage))).toEqual({ type: 'not-now', state: 'acknowledged' });
    const look = run(
      sample('report', 0),
      sample('acknowledge', 5),
      samplePassDeadlineAction({ at: at(65) }),
      sample('plan', 66, { nextUpdateInMs: null }),
    );
    expect(types(decide(samplePassDeadlineAction({ at: at(66) }), look.outage)), 'nobody is asked again for that').toEqual([]);
  });
});

describe('a drill', () => {
  const minute = (minutes: number) => ({
    policy: speedUp(samplePolicy),
    drill: { mentions: false },
    by: engineer,
    at: at(minutes),
    number: -1,
  });
  const begun = sample('report', 0, minute(0));

  test('runs sixty times as fast, and ends by itself after twice its promise', () => {
    const { outage } = run(begun);
    expect(outage).toMatchObject({ acknowledgeBy: at(0.5), drill: { mentions: false, over: false } });
    expect(deadlines(outage)).toEqual([
      { kind: 'ladder', dueAt: at(0.25) },
      { kind: 'drill', dueAt: at(1) },
    ]);
    const came = [{ key: 'nonce-1/opening/desk/1', storedAt: at(0), arrivedAt: at(0), error: null }];
    const over = run(begun, sample('pass-deadline', 0.5), sample('pass-deadline', 1, { came }));
    expect(over.events.map(({ type }) => type)).toEqual(['reported', 'breached', 'escalated', 'drill-ended']);
    expect(over.events.at(-1)).toMatchObject({ came });
    expect(over.outage).toMatchObject({ state: 'withdrawn', drill: { over: true } });
    expect(deadlines(over.outage)).toEqual([]);
    expect(types(decide(sample('reopen', 2, { by: engineer }), over.outage))).toEqual({ type: 'not-now', state: 'withdrawn' });
  });

  test('that was resolved stays so, and has its report all the same', () => {
    const { outage } = run(begun, sample('resolve', 0.2), sample('pass-deadline', 1));
    expect(outage).toMatchObject({ state: 'resolved', drill: { over: true } });
  });

  test('is an engineer’s, and never becomes one with an outage', () => {
    expect(types(decide({ ...begun, by: reporter }, null))).toEqual({ type: 'not-permitted', permission: 'drill' });
    const unknown = { type: 'bad-target', why: 'unknown' };
    expect(types(decide(sample('merge', 0.1), run(begun).outage))).toEqual(unknown);
    expect(types(decide(sample('merge', 6, { into: { ...OTHER, number: -1 } }), acknowledged.outage))).toEqual(unknown);
  });

  test('disturbs nobody directly unless that was asked for', () => {
    const told = (mentions: boolean) => {
      const { events, outage } = run({ ...begun, drill: { mentions } }, sample('pass-deadline', 0.5));
      return notices(events.slice(1), outage).map(({ kind }) => kind);
    };
    expect(told(false)).not.toContain('direct');
    expect(told(true)).toContain('direct');
  });
});
