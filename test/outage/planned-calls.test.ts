/** The plan on the card says what the ladder will do. */
import { expect, test } from 'vitest';
import { deadlines, plannedCalls } from '../../src/outage/promise.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import { engineer, sampleOnCall, samplePassDeadlineAction, sampleReportAction, secondEngineer } from '../support/outage/sample.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;
const sam = { person: engineer, level: 'primary' };
const lin = { person: secondEngineer, level: 'secondary' };

test('the plan is each rung up to the end of the promise: when, which levels, who', () => {
  expect(plannedCalls(run(sampleReportAction()).outage)).toEqual([
    { at: at(15), kind: 'reminder', levels: ['primary'], people: [sam] },
    { at: at(25), kind: 'last-call', levels: ['primary', 'secondary'], people: [sam, lin] },
    { at: at(30), kind: 'breach', levels: ['primary', 'secondary', 'duty-manager'], people: [sam, lin] },
  ]);
});

test('what was planned is what happens, while the same people are on call', () => {
  let { outage, events } = run(sampleReportAction());
  const plan = plannedCalls(outage);
  const passes = [];
  for (const planned of plan) {
    expect(deadlines(outage)).toMatchObject([{ kind: 'ladder', dueAt: planned.at }]);
    passes.push(samplePassDeadlineAction({ at: planned.at, onCall: sampleOnCall }));
    ({ outage, events } = run(sampleReportAction(), ...passes));
    expect(events.at(-1)).toMatchObject({
      type: 'escalated',
      at: planned.at,
      people: planned.people.map(({ person, level }) => ({ person: { id: person.id }, level })),
    });
  }
});
