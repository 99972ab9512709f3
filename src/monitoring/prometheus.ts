/** The metrics for Prometheus. Labels are kinds that the code knows, so they are few and hold no personal data. Times are in seconds. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, register as ofProcess, Registry } from 'prom-client';
import { WAITING_REASONS } from '../engine/ports/health.ts';
import { ATTEMPT_OUTCOMES, MESSAGE_KINDS, type Metrics } from '../engine/ports/metrics.ts';
import type { Recorded } from '../engine/ports/outages.ts';
import { TROUBLE_KINDS } from '../engine/watch/troubles.ts';
import { numbersOf } from '../outage/numbers/count.ts';
import { DEADLINE_KINDS } from '../outage/promise.ts';
import { FILE_REFUSALS } from '../outage/types/files.ts';
import { PAGE_OUTCOMES } from '../outage/types/pages.ts';

/** Buckets around what is promised: a second, the 20 seconds of a lease, the minute after a fault. */
const LATENESS_SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3_600];
/** Around what desks promise: 5 minutes to 4 hours. */
const ACKNOWLEDGED_SECONDS = [60, 120, 300, 600, 900, 1_200, 1_500, 1_800, 2_700, 3_600, 7_200, 14_400];
const seconds = (ms: number): number => ms / 1_000;

export type Page = { readonly type: string; readonly text: string };

/** `page`: all metrics in the text format of Prometheus. `droppedLines`: of the log, since the start. */
export function createPrometheus(droppedLines = () => 0): { metrics: Metrics; page: () => Promise<Page> } {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `outage_desk_${name}`, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `outage_desk_${name}_total`, help, labelNames, registers });
  const histogram = (name: string, help: string, label: string, buckets: number[]) =>
    new Histogram({ name: `outage_desk_${name}_seconds`, help, labelNames: [label], buckets, registers });
  const lateness = (name: string, help: string) => histogram(name, help, 'kind', LATENESS_SECONDS);

  const open = gauge('open_outages', 'Outages that are not resolved, at the last check');
  const overdue = gauge('deadlines_overdue', 'Deadlines that passed longer ago than is tolerated, at the last check');
  const waiting = gauge('deliveries_waiting', 'Deliveries that could be sent, at the last check');
  const oldest = gauge('deliveries_waiting_oldest_seconds', 'Age of the oldest of them');
  const skew = gauge('clock_skew_seconds', "The least by which the store's clock is ahead of this bot's, or behind");
  const goodCheck = gauge('last_good_check_timestamp_seconds', 'When this bot last found no trouble; 0: not yet');
  const lastCheck = gauge('last_check_timestamp_seconds', 'When this bot last could check the store; 0: not yet');
  const late = gauge('deliveries_late', 'Deliveries that wait longer than is tolerated, by why, at the last check', ['why']);
  const trouble = gauge('trouble', '1 while there is trouble of that kind', ['kind']);
  const attempts = counter('delivery_tries', 'Delivery attempts of this bot, by how they ended', ['kind', 'outcome']);
  const repeats = counter('delivery_repeats', 'Messages sent again although the first may have arrived', ['kind']);
  const failed = counter('deliveries_failed', 'Deliveries that failed and are not tried any more', ['kind']);
  const refused = counter('requests_refused', 'Requests that do not come from Teams, answered 401');
  const dropped = counter('log_lines_dropped', 'Lines of the log that could not be written');
  const pages = counter('pages', 'What came of pages, by the words of the record', ['outcome']);
  const files = counter('files', 'Files that people sent: added, or why they were not taken', ['outcome']);
  const toAcknowledge = 'From a report until its first acknowledgement, and whether that was in time';
  const acknowledged = histogram('acknowledged', toAcknowledge, 'in_time', ACKNOWLEDGED_SECONDS);
  const deadlineLateness = lateness('deadline_lateness', 'From when a deadline was due until it was handled');
  const deliveryLateness = lateness('delivery_lateness', 'From when a delivery was stored until it was sent');

  // Every label starts at 0: an alert on a rate needs a value before the first event.
  for (const kind of MESSAGE_KINDS) {
    for (const outcome of ATTEMPT_OUTCOMES) attempts.inc({ kind, outcome }, 0);
    repeats.inc({ kind }, 0);
    failed.inc({ kind }, 0);
    deliveryLateness.zero({ kind });
  }
  for (const kind of DEADLINE_KINDS) deadlineLateness.zero({ kind });
  for (const outcome of PAGE_OUTCOMES) pages.inc({ outcome }, 0);
  for (const outcome of ['added', ...FILE_REFUSALS]) files.inc({ outcome }, 0);
  for (const in_time of ['yes', 'no']) acknowledged.zero({ in_time });

  const metrics: Metrics = {
    stored({ recorded, events }) {
      // Drills are not counted in any metric.
      if (recorded.outage.drill) return;
      for (const event of events) {
        if (event.type === 'paged') pages.inc({ outcome: event.outcome });
        if (event.type === 'page-missed') pages.inc({ outcome: 'missed' }, event.missed.length);
        if (event.type === 'files-added') files.inc({ outcome: 'added' }, event.files.length);
        if (event.type === 'acknowledged') observeFirst(recorded, events.length);
      }
    },
    fileRefused: (why) => files.inc({ outcome: why }),
    deadline: ({ kind, lateMs }) => deadlineLateness.observe({ kind }, seconds(lateMs)),
    delivered({ kind, repeated, lateMs }) {
      attempts.inc({ kind, outcome: 'done' });
      deliveryLateness.observe({ kind }, seconds(lateMs));
      if (repeated) repeats.inc({ kind });
    },
    attemptEnded: (kind, outcome) => attempts.inc({ kind, outcome }),
    setAside: (kind) => failed.inc({ kind }),
    unauthenticated: () => refused.inc(),
    checked({ at, troubles, found }) {
      for (const kind of TROUBLE_KINDS) trouble.set({ kind }, troubles.includes(kind) ? 1 : 0);
      if (troubles.length === 0) goodCheck.set(seconds(at));
      if (!found) return;
      const { now, findings, skewMs } = found;
      lastCheck.set(seconds(at));
      open.set(findings.open);
      overdue.set(findings.overdue?.count ?? 0);
      waiting.set(findings.waiting.count);
      oldest.set(seconds(Math.max(0, now - (findings.waiting.oldestAt ?? now))));
      skew.set(seconds(skewMs));
      for (const why of WAITING_REASONS) late.set({ why }, findings.late.find((one) => one.why === why)?.count ?? 0);
    },
  };
  /** Of an outage that was given back, or reopened, its first acknowledgement counts. */
  function observeFirst({ outage, events }: Recorded, added: number): void {
    const before = numbersOf({ outage, events: events.slice(0, -added) });
    const counted = numbersOf({ outage, events });
    if (before?.acknowledgedAfter !== null || counted?.acknowledgedAfter == null) return;
    acknowledged.observe({ in_time: counted.inTime ? 'yes' : 'no' }, seconds(counted.acknowledgedAfter));
  }

  return {
    metrics,
    async page() {
      // Memory, processor and event loop: all bots that a test builds in this process share them.
      if (ofProcess.getMetricsAsArray().length === 0) collectDefaultMetrics();
      dropped.reset();
      dropped.inc(droppedLines());
      const all = Registry.merge([registry, ofProcess]);
      return { type: all.contentType, text: await all.metrics() };
    },
  };
}
