/** Checks whether all that was due is done, and all that was stored is delivered. Every bot does, to notice others that have stalled. */
import type { Instant } from '../../outage/types/values.ts';
import type { Sleep } from '../loop.ts';
import type { Rooms } from '../ports/desk.ts';
import type { Alarms, Findings, Health } from '../ports/health.ts';
import type { Log, LogFields } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { OutageStore } from '../ports/outages.ts';
import { createTellDesk, type Tell } from './alarms.ts';
import { skewOf, skewTrouble, TOLERANCES, type Trouble, type TroubleKind, troublesIn } from './troubles.ts';

export const CHECK_EVERY_MS = 30_000;
const NAME = 'watcher';
const OWN_KINDS: readonly TroubleKind[] = ['loop-stopped', 'signing-keys-unreadable'];

type Check = { readonly now: Instant; readonly skewMs: number; readonly findings: Findings; readonly troubles: readonly Trouble[] };

export type Watcher = ReturnType<typeof createWatcher>;

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
  /** `check` asks for the keys again where that is due, and never rejects; `failing`: null while they can be read. */
  signingKeys: { check(): Promise<void>; failing(): { readonly forMs: number; readonly count: number } | null };
  /** This bot's own clock, which is compared with the store's. */
  now: () => Instant;
  sleep: Sleep;
  log: Log;
}) {
  const { outages, health, heartbeat, metrics, liveness, signingKeys, now, sleep, log } = parts;
  const tellDesk = createTellDesk({ ...parts, mayTell });
  const stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let current: readonly Trouble[] = [];

  return {
    /** The first check comes after 30 seconds, in which what fell due while no bot ran can be done. */
    start: () => (running = run()),
    stop,
    check,
    /** What the last check found, and what is wrong with this bot itself by now. */
    troubles: (): readonly Trouble[] => [...current.filter(({ kind }) => !OWN_KINDS.includes(kind)), ...ofThisBot()],
  };

  async function run() {
    liveness.ticked(NAME);
    while (!stopping.signal.aborted) {
      await sleep(CHECK_EVERY_MS, stopping.signal);
      if (!stopping.signal.aborted) await check();
    }
  }

  /** Waits for a check that is running, and starts no other. */
  async function stop() {
    stopping.abort();
    await running;
  }

  /** A message may take long, which does not mean that the watcher has stalled. */
  function mayTell(): boolean {
    liveness.ticked(NAME);
    return !stopping.signal.aborted;
  }

  /** Makes one check now. Never rejects. */
  async function check() {
    liveness.ticked(NAME);
    let found: Check | null = null;
    try {
      await signingKeys.check();
      const seen = await look();
      found = seen;
      setTroubles([...seen.troubles, ...current.filter(({ kind }) => kind === 'desk-untold')]);
      const untold = await tellDesk(seen.troubles, seen.now);
      setTroubles([...seen.troubles, ...(untold ? [{ kind: 'desk-untold' } as const] : [])]);
    } catch (error) {
      const others = current.filter(({ kind }) => kind !== 'store-unavailable');
      if (others.length === current.length) log.error({ err: error }, 'the check failed; trying again');
      // Without a look into the store nothing that was wrong before can be called over.
      setTroubles([{ kind: 'store-unavailable' }, ...others]);
    }
    metrics.checked({ at: now(), troubles: current.map(({ kind }) => kind), found });
    if (current.length === 0) await heartbeat();
  }

  async function look(): Promise<Check> {
    const before = now();
    const stored = await outages.now();
    const skewMs = skewOf(before, stored, now());
    const findings = await health.look(TOLERANCES);
    return { now: stored, skewMs, findings, troubles: [...troublesIn(findings, stored), ...skewTrouble(skewMs), ...ofThisBot()] };
  }

  function ofThisBot(): readonly Trouble[] {
    const forMs = liveness.stalledFor();
    const failing = signingKeys.failing();
    const troubles: Trouble[] = forMs === null ? [] : [{ kind: 'loop-stopped', forMs }];
    return failing ? [...troubles, { kind: 'signing-keys-unreadable', ...failing }] : troubles;
  }

  function setTroubles(troubles: readonly Trouble[]) {
    const begun = troubles.filter(({ kind }) => !current.some((one) => one.kind === kind));
    const over = current.filter(({ kind }) => !troubles.some((one) => one.kind === kind));
    current = troubles;
    for (const trouble of begun) log.error(withoutAnswer(trouble), 'trouble begins');
    for (const { kind } of over) log.info({ kind }, 'trouble is over');
  }
}

/** The answer of Teams is shown in the alarm. It may quote a card, so it must not come into the log. */
function withoutAnswer(trouble: Trouble): LogFields {
  if (trouble.kind !== 'deliveries-refused') return trouble;
  const { error: _, ...fields } = trouble;
  return fields;
}

/** A loop that has not ticked for longer has stalled. */
const LONGEST_MS = 60_000;

export type LoopLiveness = ReturnType<typeof createLoopLiveness>;

/** Whether the loops of this bot still run, by the bot's own clock: this is asked when the store does not answer. */
export function createLoopLiveness(now: () => Instant) {
  const ticks = new Map<string, Instant>();
  return {
    /** A loop has started, or has finished a round, with or without an error. */
    ticked: (loop: string) => void ticks.set(loop, now()),
    /** For how many ms the slowest loop has not ticked, when that is too long; else null. Loops that never started do not count. */
    stalledFor() {
      const longest = now() - Math.min(...ticks.values(), now());
      return longest > LONGEST_MS ? longest : null;
    },
  };
}
