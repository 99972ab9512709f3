/** What may happen to an outage: every action in every state, and the rules that an example says best. */
import { describe, expect, test } from 'vitest';
import { ACTION_TYPES, type Action, type Decision, type Rejection } from '../../src/outage/actions.ts';
import { decide } from '../../src/outage/decide.ts';
import { type OutageEventType, replay } from '../../src/outage/events.ts';
import type { Outage, OutageState } from '../../src/outage/outage.ts';
import { deadlines } from '../../src/outage/promise.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS, run } from '../support/run.ts';
import {
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleLosePlaceAction,
  samplePassDeadlineAction,
  samplePolicy,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  sampleUpdateAction,
  secondEngineer,
} from '../support/sample.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;
const reported = run(sampleReportAction());
const acknowledged = run(sampleReportAction(), sampleAcknowledgeAction());
const resolved = run(sampleReportAction(), sampleAcknowledgeAction(), sampleResolveAction({ at: at(20) }));
const IN: { readonly [state in OutageState | 'nothing']: Outage | null } = {
  nothing: null,
  reported: reported.outage,
  acknowledged: acknowledged.outage,
  resolved: resolved.outage,
};

const types = (decision: Decision): readonly OutageEventType[] | Rejection =>
  'events' in decision ? decision.events.map(({ type }) => type) : decision.rejection;

const unknownOutage: Rejection = { type: 'unknown-outage' };
const sam = { id: engineer.id, name: engineer.name };
const lin = { id: secondEngineer.id, name: secondEngineer.name };
const alreadyResolved: Rejection = { type: 'already-resolved', by: sam, at: at(20) };
const samHasIt: Rejection = { type: 'already-acknowledged', by: sam, at: at(5) };

/** By Lin, thirty minutes after the report, so that a deadline is due in the states that have one. */
const ACTIONS: { readonly [type in Action['type']]: Action } = {
  report: sampleReportAction({ at: at(30) }),
  acknowledge: sampleAcknowledgeAction({ at: at(30), by: secondEngineer }),
  update: sampleUpdateAction({ at: at(30), by: secondEngineer }),
  resolve: sampleResolveAction({ at: at(30), by: secondEngineer }),
  'pass-deadline': samplePassDeadlineAction({ at: at(65) }),
  'lose-place': sampleLosePlaceAction({ at: at(30) }),
  restore: sampleRestoreAction({ at: at(30) }),
};
const TABLE: {
  readonly [type in Action['type']]: { readonly [state in OutageState | 'nothing']: readonly OutageEventType[] | Rejection };
} = {
  report: { nothing: ['reported'], reported: [], acknowledged: [], resolved: [] },
  acknowledge: { nothing: unknownOutage, reported: ['acknowledged'], acknowledged: samHasIt, resolved: alreadyResolved },
  update: { nothing: unknownOutage, reported: ['acknowledged', 'updated'], acknowledged: ['updated'], resolved: alreadyResolved },
  resolve: { nothing: unknownOutage, reported: ['acknowledged', 'resolved'], acknowledged: ['resolved'], resolved: alreadyResolved },
  'pass-deadline': { nothing: unknownOutage, reported: ['breached', 'escalated'], acknowledged: ['update-missed'], resolved: [] },
  'lose-place': { nothing: unknownOutage, reported: ['place-lost'], acknowledged: ['place-lost'], resolved: ['place-lost'] },
  restore: { nothing: unknownOutage, reported: ['restored'], acknowledged: ['restored'], resolved: [] },
};

describe('every action in every state', () => {
  const rows = ACTION_TYPES.flatMap((action) =>
    (Object.keys(IN) as (keyof typeof IN)[]).map((state) => ({ action, state, expected: TABLE[action][state] })),
  );
  test.each(rows)('$action on $state', ({ action, state, expected }) => {
    expect(types(decide(ACTIONS[action], IN[state]))).toEqual(expected);
  });

  test.each(ACTION_TYPES.filter((type) => 'by' in ACTIONS[type] && type !== 'report'))(
    '%s by somebody who is no engineer is refused in every state, before anything else is said',
    (type) => {
      for (const outage of [reported.outage, acknowledged.outage, resolved.outage]) {
        const action = { ...ACTIONS[type], by: reporter } as Action;
        expect(types(decide(action, outage))).toEqual({ type: 'not-permitted', permission: type });
      }
    },
  );

  test('report by somebody without a role is refused, and makes no outage', () => {
    const stranger = { ...reporter, roles: [] };
    expect(types(decide(sampleReportAction({ by: stranger }), null))).toEqual({ type: 'not-permitted', permission: 'report' });
  });

  test('decide changes neither the outage nor the action', () => {
    const before = structuredClone({ IN, ACTIONS });
    for (const action of Object.values(ACTIONS)) for (const outage of Object.values(IN)) decide(action, outage);
    expect({ IN, ACTIONS }).toEqual(before);
  });
});

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
    expect(types(decide(sampleReportAction({ by: { ...reporter, id: 'aad-eve' } }), reported.outage))).toEqual(unknownOutage);
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

  test('a form that took the outage and is sent twice tells people once', () => {
    const form = sampleUpdateAction({ seen: 1 });
    const once = run(sampleReportAction(), form);
    expect(types(decide(form, once.outage))).toEqual([]);
  });

  test('a place is lost once', () => {
    const lost = run(sampleReportAction(), sampleLosePlaceAction());
    expect(types(decide(sampleLosePlaceAction({ at: at(40), reason: 'again' }), lost.outage))).toEqual([]);
    expect(types(decide(sampleLosePlaceAction({ place: 'origin' }), lost.outage))).toEqual(['place-lost']);
    const both = run(sampleReportAction(), sampleLosePlaceAction(), sampleLosePlaceAction({ place: 'origin' }));
    for (const place of ['follower:board', 'origin']) expect(types(decide(sampleLosePlaceAction({ place }), both.outage))).toEqual([]);
  });

  test('a deadline that passes twice gives nothing the second time', () => {
    const due = samplePassDeadlineAction({ at: at(15) });
    const once = run(sampleReportAction(), due);
    expect(types(decide(due, once.outage))).toEqual([]);
    const missed = run(sampleReportAction(), sampleAcknowledgeAction(), samplePassDeadlineAction({ at: at(65) }));
    expect(types(decide(samplePassDeadlineAction({ at: at(300) }), missed.outage))).toEqual([]);
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

  test('one’s own change, a ping or a lost place makes no card outdated', () => {
    const quiet = run(sampleReportAction(), samplePassDeadlineAction({ at: at(15) }), sampleLosePlaceAction({ at: at(16) }));
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
    const missed = run(sampleReportAction(), sampleAcknowledgeAction(), samplePassDeadlineAction({ at: at(65) }));
    expect(missed.outage).toMatchObject({ updateMissed: true });
    expect(deadlines(missed.outage)).toEqual([]);
    const { outage } = run(
      sampleReportAction(),
      sampleAcknowledgeAction(),
      samplePassDeadlineAction({ at: at(65) }),
      sampleUpdateAction({ at: at(70) }),
    );
    expect(outage).toMatchObject({ updateMissed: false, nextUpdateBy: at(130) });
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
