/** The metrics for Prometheus. Labels are kinds that the code knows, so they are few and hold no personal data. Times are in seconds. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, register as ofProcess, Registry } from 'prom-client';
import { WAITING_REASONS } from '../engine/ports/health.ts';
import { ATTEMPT_OUTCOMES, MESSAGE_KINDS, type Metrics } from '../engine/ports/metrics.ts';
import { TROUBLE_KINDS } from '../engine/watch/troubles.ts';
import { DEADLINE_KINDS } from '../outage/promise.ts';

/** Buckets around what is promised: a second, the 20 seconds of a lease, the minute after a fault. */
const LATENESS_SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3_600];
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
  const lateness = (name: string, help: string) =>
    new Histogram({ name: `outage_desk_${name}_seconds`, help, labelNames: ['kind'], buckets: LATENESS_SECONDS, registers });

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

  const metrics: Metrics = {
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
