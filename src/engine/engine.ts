/** The engine as one thing to start and stop: deadlines and deliveries run beside each other, so a slow send delays no ping. */
import { createDeliverer } from './delivery/deliver.ts';
import { createHandle, type Handle } from './handle.ts';
import { createLoop, type Sleep } from './loop.ts';
import type { DeadlineQueue, Receipts } from './ports/deadlines.ts';
import type { DeliveryQueue } from './ports/deliveries.ts';
import type { DeskFacts } from './ports/desk.ts';
import type { Log } from './ports/log.ts';
import type { DigestRenderer, Messenger, Renderer } from './ports/messenger.ts';
import type { Metrics } from './ports/metrics.ts';
import type { OutageStore } from './ports/outages.ts';
import type { Leases, Restores } from './ports/recovery.ts';
import { BATCH, createDeadlineKeeper } from './timers/deadlines.ts';
import { createReceiptKeeper, BATCH as RECEIPTS } from './timers/receipts.ts';
import { createRestoreRecovery, type TellRestored } from './watch/after-restore.ts';
import { createClockWatch } from './watch/clock-watch.ts';

export type Engine = {
  readonly handle: Handle;
  start(): void;
  /** Takes nothing new, finishes what it holds. */
  stop(): Promise<void>;
  /** Does all that is due now and returns when nothing is; for tests and tools that own the clock. */
  settle(): Promise<void>;
};

export function createEngine(parts: {
  outages: OutageStore;
  deadlines: DeadlineQueue;
  deliveries: DeliveryQueue;
  restores: Restores;
  receipts: Receipts;
  leases: Leases;
  messenger: Messenger;
  render: Renderer;
  renderDigest: DigestRenderer;
  tellRestored: TellRestored;
  desk: DeskFacts;
  log: Log;
  sleep: Sleep;
  tenantPerSecond: number;
  /** So long the first message of the desk's thread may take. */
  receiptAfterMs: number;
  random: () => number;
  metrics?: Metrics;
  /** A loop begins or has come round: for whoever watches that they do. */
  onTurn?: (loop: string) => void;
}): Engine {
  const { outages, deadlines, deliveries, restores, log, sleep, metrics, onTurn = () => {} } = parts;
  const wakeAll = () => {
    deadlineLoop.wake();
    deliveryLoop.wake();
  };
  const handle = createHandle({ outages, desk: parts.desk, log, onStored: wakeAll });
  const recovery = createRestoreRecovery({ restores, handle, tell: parts.tellRestored, log });
  const passDue = createDeadlineKeeper({ deadlines, handle, log, metrics });
  const deliverer = createDeliverer({ ...parts, handle, onLaneDone: () => deliveryLoop.wake() });
  const now = createClockWatch({ outages, leases: parts.leases, log });
  // To look again at once pays only after a full batch; of lanes, what is due or what there are hands for was taken.
  const passBatch = async () => {
    await recovery.ready();
    return (await passDue()) >= BATCH;
  };
  const beginLanes = async () => {
    await recovery.ready();
    await deliverer.begin();
    return false;
  };
  // With all hands full there is nothing to look for: the next lane that ends wakes the loop.
  const nextDeliveryAt = async () => (deliverer.isFull() ? null : await deliveries.nextDueAt());
  const lateThreads = createReceiptKeeper({ ...parts, now: () => outages.now(), handle, afterMs: parts.receiptAfterMs });
  const common = { now, sleep, log, onTurn };
  const deadlineLoop = createLoop({ name: 'deadlines', step: passBatch, nextDueAt: () => deadlines.nextDueAt(), ...common });
  const deliveryLoop = createLoop({ name: 'deliveries', step: beginLanes, nextDueAt: nextDeliveryAt, ...common });
  const receiptStep = async () => {
    await recovery.ready();
    return (await lateThreads.step()) >= RECEIPTS;
  };
  // Nothing that is stored now is late at once, so this loop is not woken by it.
  const receiptLoop = createLoop({ name: 'receipts', step: receiptStep, nextDueAt: lateThreads.nextDueAt, ...common });

  return {
    handle,
    start() {
      deadlineLoop.start();
      deliveryLoop.start();
      receiptLoop.start();
    },
    async stop() {
      await Promise.all([deadlineLoop.stop(), deliveryLoop.stop(), receiptLoop.stop(), deliverer.stop(), recovery.idle()]);
    },
    async settle() {
      await recovery.ready();
      await recovery.idle();
      for (let done = 1; done > 0; ) {
        done = await passDue();
        done += await deliverer.begin();
        await deliverer.idle();
        done += await lateThreads.step();
      }
    },
  };
}
