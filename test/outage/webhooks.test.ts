/** Which other systems hear of an outage, and of what. */
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/outage/actions.ts';
import { publishedAs } from '../../src/outage/audience.ts';
import { laneOf } from '../../src/outage/destinations.ts';
import { notices, PRIORITY } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { WEBHOOK_EVENTS, type Webhook } from '../../src/outage/types/webhooks.ts';
import { run } from '../support/outage/apply.ts';
import { sampleReportAction } from '../support/outage/sample.ts';
import { sample, sampleRequest } from '../support/outage/states.ts';
import { OUTAGE_EVENT_TYPES } from '../support/outage/types.ts';

const ALL: Webhook = { id: 'tickets', events: 'all' };
const SOME: Webhook = { id: 'status', events: ['outage.reported', 'outage.resolved'] };
const report = sampleReportAction({ webhooks: [ALL, SOME] });

/** What the last of these actions has webhooks told. */
function toldBy(...actions: readonly Action[]) {
  const before = actions.length > 1 ? run(...actions.slice(0, -1)) : null;
  const { outage, events } = run(...actions);
  const fresh = events.slice(before?.events.length ?? 0);
  return notices(fresh, outage, before).filter(({ destination }) => destination.kind === 'webhook');
}
const keys = (...actions: readonly Action[]) =>
  toldBy(...actions).map(({ destination, seq }) => `${'id' in destination ? destination.id : ''} ${seq}`);

describe('a webhook', () => {
  it('hears of the report and of all that follows, as it asked for', () => {
    expect(keys(report)).toEqual(['tickets 1', 'status 1']);
    expect(keys(report, sample('acknowledge', 5))).toEqual(['tickets 2']);
    expect(keys(report, sample('acknowledge', 5), sample('resolve', 20))).toEqual(['tickets 3', 'status 3']);
  });

  it('hears nothing of what engineers and reporters say to each other', () => {
    expect(keys(report, sample('note', 6))).toEqual([]);
    expect(keys(report, sample('acknowledge', 5), sample('ask', 6))).toEqual([]);
    expect(keys(report, sample('join', 4))).toEqual([]);
  });

  it('hears each of several events that happen at once, in their order', () => {
    const events = toldBy(report, sample('pass-deadline', 31)).map(({ seq }) => seq);
    expect(events.length).toBeGreaterThan(1);
    expect(events).toEqual(events.toSorted((one, other) => one - other));
    const { id, roles, name } = sample('acknowledge', 5).by;
    const again = sample('reopen', 30, { by: { id, roles, name } });
    expect(keys(report, sample('acknowledge', 5), sample('resolve', 20), again)).toEqual(['tickets 4', 'tickets 5']);
  });

  it('has one lane for all outages, in which news come after what is urgent in Teams', () => {
    const [told] = toldBy(report);
    expect(told).toMatchObject({ kind: 'news', priority: PRIORITY.update, after: null });
    expect(told && laneOf(told, run(report).outage)).toBe('webhook:tickets');
  });

  it('hears of what was overtaken, too', () => {
    const actions = [report, sample('pass-deadline', 15)] as const;
    const { events } = run(...actions);
    const { outage } = run(...actions, sample('acknowledge', 16));
    const [told] = toldBy(...actions);
    const event = told && events[told.seq - 1];
    expect(event?.type).toBe('escalated');
    expect(told && event && overtaken(told, outage, event)).toBe(false);
  });
});

describe('a request', () => {
  const promote = (webhooks: readonly Webhook[]) => sample('promote', 9, { webhooks });

  it('is told to no webhook until it is an outage', () => {
    expect(keys(sampleRequest)).toEqual([]);
    expect(keys(sampleRequest, promote([ALL]))).toEqual(['tickets 2']);
    expect(keys(sampleRequest, promote([ALL]), sample('acknowledge', 12))).toEqual(['tickets 3']);
    expect(run(sampleRequest, promote([ALL])).outage.webhooks).toEqual([ALL]);
  });
});

describe('a drill', () => {
  it('is told to webhooks only when it pings people', () => {
    const drill = (mentions: boolean) =>
      sampleReportAction({ webhooks: [ALL], drill: { mentions }, by: sample('acknowledge', 5).by, number: -1 });
    expect(keys(drill(false))).toEqual([]);
    expect(keys(drill(true))).toEqual(['tickets 1']);
  });
});

describe('what is published', () => {
  it('is a part of the events, each under a name of the list', () => {
    const names = OUTAGE_EVENT_TYPES.flatMap((type) => publishedAs({ type } as Parameters<typeof publishedAs>[0]) ?? []);
    expect([...new Set(names)].sort()).toEqual([...WEBHOOK_EVENTS].sort());
  });

  it('is nothing of an outage of an older version, which has no webhooks', () => {
    expect(run(sampleReportAction()).outage.webhooks).toEqual([]);
    expect(keys(sampleReportAction(), sample('acknowledge', 5))).toEqual([]);
  });
});
