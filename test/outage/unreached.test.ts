/** The desk's channel is not reached in time: when that counts, who hears of it, and when the news is outdated. */

import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/outage/actions.ts';
import { decide } from '../../src/outage/decide/decide.ts';
import { formatDestination } from '../../src/outage/destinations.ts';
import { notices } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import { engineer, sampleReportAction } from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';

const { outage: fresh } = run(sample('report', 0));
const miss = sample('note-desk-unreached', 1);
const reach = sample('note-desk-reached', 4);
const unreached = run(sample('report', 0), miss);

describe('the thread of the desk', () => {
  test('is late from its time on, to the millisecond', () => {
    expect(decide({ ...miss, at: START + MINUTE_MS - 1 }, fresh)).toEqual({ events: [] });
    expect(decide(miss, fresh)).toEqual({ events: [{ type: 'desk-unreached', at: START + MINUTE_MS }] });
  });

  test('is not late when it is there, when that was said before, or in a drill', () => {
    expect(decide({ ...miss, posted: true }, fresh)).toEqual({ events: [] });
    expect(decide({ ...miss, at: miss.at + MINUTE_MS }, unreached.outage)).toEqual({ events: [] });
    const { outage: drill } = run(sampleReportAction({ drill: { mentions: true }, by: engineer }));
    expect(decide(miss, drill)).toEqual({ events: [] });
  });

  test('is there only when it was said that it was not, and it is; in whatever state the outage is by then', () => {
    expect(decide(reach, fresh)).toEqual({ events: [] });
    expect(decide({ ...reach, posted: false }, unreached.outage)).toEqual({ events: [] });
    const taken = run(sample('report', 0), miss, sample('acknowledge', 3), sample('resolve', 3.5));
    for (const { outage } of [unreached, taken])
      expect(decide(reach, outage)).toEqual({ events: [{ type: 'desk-reached', at: reach.at }] });
    expect(run(sample('report', 0), miss, reach, sample('note-desk-reached', 9)).events).toHaveLength(3);
    expect(run(sample('report', 0), miss, reach, sample('note-desk-unreached', 9)).events).toHaveLength(3);
  });
});

describe('who hears of it', () => {
  const told = (...actions: readonly Action[]) => {
    const { outage, events } = run(...actions);
    return notices(events.slice(-1), outage).map(({ kind, destination }) => `${kind} ${formatDestination(destination)}`);
  };

  test('is whoever reported it, also under another number, and nobody else', () => {
    expect(told(sample('report', 0), miss)).toEqual(['news origin']);
    expect(told(sample('report', 0), sample('absorb', 0), miss, reach)).toEqual(['news origin', 'news merged:nonce-3']);
  });

  test('need not hear of it any more when the thread is there, or when somebody has the outage', () => {
    const { outage, events } = unreached;
    const [receipt] = notices(events.slice(-1), outage);
    const [event] = events.slice(-1);
    if (!receipt || !event) throw new Error('nothing is told');
    const overtakenAfter = (...actions: readonly Action[]) => overtaken(receipt, run(sample('report', 0), miss, ...actions).outage, event);
    expect(overtakenAfter()).toBe(false);
    expect(overtakenAfter(sample('pass-deadline', 30))).toBe(false);
    expect(overtakenAfter(reach)).toBe(true);
    expect(overtakenAfter(sample('acknowledge', 5))).toBe(true);
  });
});
