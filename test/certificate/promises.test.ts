/** Which promises were kept, of every sample outage and of those that are hard to judge. */
import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/certificate/promises.ts';
import type { Action } from '../../src/outage/actions.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { certifiedStories } from '../support/certificate.ts';
import { run } from '../support/outage/apply.ts';
import {
  sampleAcknowledgeAction,
  samplePassDeadlineAction,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  sampleUpdateAction,
} from '../support/outage/sample.ts';
import { SAMPLES } from '../support/outage/states.ts';
import { at } from '../support/outage/stories.ts';

const MINUTE_MS = 60_000;
const outcomes = (events: readonly OutageEvent[], now = Number.MAX_SAFE_INTEGER) =>
  promisesOf(events, now).map(({ kind, outcome }) => `${kind} ${outcome}`);
const story = (...actions: readonly Action[]) => run(...actions).events;
const reported = sampleReportAction();
const acknowledged = (minutes: number) => sampleAcknowledgeAction({ at: at(minutes) });
const updated = (minutes: number, nextMinutes = 30) =>
  sampleUpdateAction({ at: at(minutes), nextUpdateInMs: nextMinutes * MINUTE_MS, text: `at ${minutes}` });
const resolved = (minutes: number) => sampleResolveAction({ at: at(minutes) });

describe('the promise to acknowledge', () => {
  it('is kept until the last moment, and late a moment after it', () => {
    expect(outcomes(story(reported, acknowledged(30), resolved(31)))).toEqual(['acknowledge kept', 'update kept']);
    const late = story(reported, sampleAcknowledgeAction({ at: at(30) + 1 }), resolved(31));
    expect(outcomes(late)).toEqual(['acknowledge late', 'update kept']);
    expect(promisesOf(late, at(40))[0]).toMatchObject({ dueAt: at(30), doneAt: at(30) + 1 });
  });

  it('is open before its time, and late after it without anybody', () => {
    const events = story(reported);
    expect([outcomes(events, at(30)), outcomes(events, at(30) + 1)]).toEqual([['acknowledge open'], ['acknowledge late']]);
  });

  it('ends when the reporter withdraws in time, and is late when they withdraw after it', () => {
    const withdrawn = (minutes: number) => ({ ...SAMPLES.withdraw, at: at(minutes) });
    expect(outcomes(story(reported, withdrawn(6)))).toEqual(['acknowledge ended']);
    expect(outcomes(story(reported, samplePassDeadlineAction({ at: at(30) }), withdrawn(40)))).toEqual(['acknowledge late']);
  });

  it('was never kept by an acknowledgement that was taken back', () => {
    const reaction = { ...acknowledged(5), byReaction: true as const };
    const back = { ...SAMPLES['take-back'], at: at(7) };
    expect(outcomes(story(reported, reaction, back), at(20))).toEqual(['acknowledge open']);
    expect(outcomes(story(reported, reaction, back, acknowledged(35), resolved(36)))).toEqual(['acknowledge late', 'update kept']);
  });

  it('is made anew when it is reopened or given back', () => {
    const again = { ...SAMPLES.reopen, at: at(50) };
    expect(outcomes(story(reported, acknowledged(5), resolved(20), again, acknowledged(60), resolved(61)))).toEqual([
      ...['acknowledge kept', 'update kept', 'acknowledge kept', 'update kept'],
    ]);
    const released = { ...SAMPLES.release, at: at(8) };
    expect(outcomes(story(reported, acknowledged(5), released), at(9))).toEqual(['acknowledge kept', 'update ended', 'acknowledge open']);
  });
});

describe('the promise of an update', () => {
  it('is kept by the next update or by the resolution, and late after its time', () => {
    const events = story(reported, acknowledged(5), updated(10), updated(41), resolved(50));
    expect(outcomes(events)).toEqual(['acknowledge kept', 'update kept', 'update late', 'update kept']);
  });

  it('holds until the new time when the owner names one in time, not when they are late with it', () => {
    const planned = (minutes: number) => ({ ...SAMPLES.plan, at: at(minutes) });
    // The sample plans an update in 15 minutes.
    expect(outcomes(story(reported, acknowledged(5), planned(6), updated(20), resolved(21)))).toEqual([
      ...['acknowledge kept', 'update kept', 'update kept'],
    ]);
    expect(outcomes(story(reported, acknowledged(5), planned(6), updated(22), resolved(23)))).toEqual([
      ...['acknowledge kept', 'update late', 'update kept'],
    ]);
  });

  it('is not called late where a restore lost what may have kept it', () => {
    const restored = sampleRestoreAction({ at: at(60) });
    const events = story(reported, acknowledged(5), restored, updated(80));
    expect(events.some(({ type }) => type === 'restored')).toBe(true);
    expect(outcomes(events, at(80))).toEqual(['acknowledge kept', 'update unknown', 'update open']);
  });
});

describe('of all sample outages', () => {
  it('a promise to acknowledge is late where the record says so, and an update where its event does', () => {
    let late = 0;
    for (const [name, { events }] of certifiedStories()) {
      const last = events.at(-1)?.at ?? 0;
      const promises = promisesOf(events, last);
      const lateTimes = (kind: string) => promises.flatMap((one) => (one.kind === kind && one.outcome === 'late' ? [one.dueAt] : []));
      const breached = events.flatMap((event) => (event.type === 'breached' ? [event.dueAt] : []));
      expect(lateTimes('acknowledge'), name).toEqual(breached.filter((due) => due < last));
      const lateUpdates = events.flatMap((event) => (event.type === 'updated' && event.lateMs ? [event.at - event.lateMs] : []));
      for (const due of lateUpdates) expect(lateTimes('update'), name).toContain(due);
      late += breached.length + lateUpdates.length;
    }
    expect(late).toBeGreaterThan(10);
  });
});
