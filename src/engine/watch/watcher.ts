/**
 * Looks every 30 seconds whether nothing due is undone and nothing stored is undelivered. Every bot does, so that one that
 * stands still is noticed by the others; what is wrong goes to the log, the desk, the probe and the metrics, and only
 * while nothing is, the heartbeat beats.
 */
import type { Instant } from '../../outage/types/person.ts';
import type { Sleep } from '../loop.ts';
import type { Rooms } from '../ports/desk.ts';
import type { Alarms, Findings, Health } from '../ports/health.ts';
import type { Log, LogFields } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { OutageStore } from '../ports/outages.ts';
import { createTellDesk, type Tell } from './alarms.ts';
import type { LoopLiveness } from './loop-liveness.ts';
import { skewOf, skewTrouble, TOLERANCES, type Trouble, troublesIn } from './troubles.ts';

export const CHECK_EVERY_MS = 30_000;
const NAME = 'watcher';

export type Watcher = {
  /** The first check comes after 30 seconds: what fell due while no bot ran has its time to be done. */
  start(): void;
  /** Ends the check that is under way, and makes no other. */
  stop(): Promise<void>;
  /** One check, now. Never rejects. */
  check(): Promise<void>;
  /** What the last check found, and how long the loops of this bot have stood still by now. */
  troubles(): readonly Trouble[];
};

type Seen = { readonly now: Instant; readonly skewMs: number; readonly findings: Findings; readonly troubles: readonly Trouble[] };

export function createWatcher(parts: {
  outages: Pick<OutageStore, 'now'>;
  health: Health;
  alarms: Alarms;
  rooms: Pick<Rooms, 'changesToTell' | 'markTold'>;
  tell: Tell;
  /** Called after each good check; never rejects. */
  heartbeat: () => Promise<void>;
  metrics: Metrics;
  liveness: LoopLiveness;
  /** This bot's own clock, which is held against the store's. */
  now: () => Instant;
  sleep: Sleep;
  log: Log;
}): Watcher {
  const { outages, health, heartbeat, metrics, liveness, now, sleep, log } = parts;
  const tellDesk = createTellDesk({ ...parts, mayTell: beatUnlessStopped });
  const nap = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let current: readonly Trouble[] = [];

  return {
    start: () => (running = run()),
    stop,
    check,
    troubles: () => [...current.filter(({ kind }) => kind !== 'loop-stopped'), ...stopped()],
  };

  async function run() {
    liveness.ticked(NAME);
    while (!nap.signal.aborted) {
      await sleep(CHECK_EVERY_MS, nap.signal);
      if (!nap.signal.aborted) await check();
    }
  }

  async function stop() {
    nap.abort();
    await running;
  }

  /** Each message may take its time, which is no standing still. */
  function beatUnlessStopped(): boolean {
    liveness.ticked(NAME);
    return !nap.signal.aborted;
  }

  async function check() {
    liveness.ticked(NAME);
    let found: Seen | null = null;
    try {
      const seen = await look();
      found = seen;
      become([...seen.troubles, ...current.filter(({ kind }) => kind === 'desk-untold')]);
      const untold = await tellDesk(seen.troubles, seen.now);
      become([...seen.troubles, ...(untold ? [{ kind: 'desk-untold' } as const] : [])]);
    } catch (error) {
      const others = current.filter(({ kind }) => kind !== 'store-unavailable');
      if (others.length === current.length) log.error({ err: error }, 'the check failed; trying again');
      // Nobody could look, so nothing that was there is over.
      become([{ kind: 'store-unavailable' }, ...others]);
    }
    metrics.checked({ at: now(), troubles: current.map(({ kind }) => kind), found });
    if (current.length === 0) await heartbeat();
  }

  async function look(): Promise<Seen> {
    const before = now();
    const stored = await outages.now();
    const skewMs = skewOf(before, stored, now());
    const findings = await health.look(TOLERANCES);
    return { now: stored, skewMs, findings, troubles: [...troublesIn(findings, stored), ...skewTrouble(skewMs), ...stopped()] };
  }

  function stopped(): readonly Trouble[] {
    const forMs = liveness.stalledFor();
    return forMs === null ? [] : [{ kind: 'loop-stopped', forMs }];
  }

  /** One line when a trouble begins and one when it ends. */
  function become(troubles: readonly Trouble[]) {
    const begun = troubles.filter(({ kind }) => !current.some((one) => one.kind === kind));
    const over = current.filter(({ kind }) => !troubles.some((one) => one.kind === kind));
    current = troubles;
    for (const trouble of begun) log.error(withoutWords(trouble), 'trouble begins');
    for (const { kind } of over) log.info({ kind }, 'trouble is over');
  }
}

/** What Teams answered stands in the alarm; what it quotes of a card has no place in a log. */
function withoutWords(trouble: Trouble): LogFields {
  if (trouble.kind !== 'deliveries-refused') return trouble;
  const { error: _, ...fields } = trouble;
  return fields;
}
