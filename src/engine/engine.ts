/** The engine, to start and to stop. Deadlines and deliveries run in loops of their own, so a slow message does not delay a deadline. */
import type { Instant } from '../outage/types/values.ts';
import { createDeliverer } from './delivery/deliver.ts';
import { createOutward } from './delivery/outward.ts';
import { createHandle, type Handle } from './handle.ts';
import { createLoop, LONGEST_SLEEP_MS, type Sleep } from './loop.ts';
import type { DeskFacts } from './ports/desk.ts';
import type { Leases, Restores } from './ports/health.ts';
import type { Outlets } from './ports/outlets.ts';
import type { DeadlineQueue, Receipts } from './ports/timers.ts';
import { BATCH, createDeadlineKeeper, createReceiptKeeper } from './timers/deadlines.ts';
import { createClockWatch, createRestoreRecovery, type TellRestored } from './watch/recovery.ts';

export type Engine = ReturnType<typeof createEngine>;

type DelivererParts = Parameters<typeof createDeliverer>[0];

export function createEngine(
  parts: Omit<DelivererParts, 'handle' | 'onLaneDone'> & {
    deadlines: DeadlineQueue;
    restores: Restores;
    receipts: Receipts;
    leases: Leases;
    tellRestored: TellRestored;
    desk: DeskFacts;
    /** What goes out beside Teams, each in a loop of its own. */
    outlets?: Outlets;
    sleep: Sleep;
    /** What is put around each action, of a person or of the clock. */
    around?: (handle: Handle) => Handle;
    /** When the desk's first message takes longer than this, the reporter is told. */
    receiptAfterMs: number;
    /** Called when a loop starts and after each of its rounds. */
    onTurn?: (loop: string) => void;
  },
) {
  const { outages, deadlines, deliveries, restores, log, sleep, metrics, onTurn = () => {} } = parts;
  /** A deadline that is due later need not wake its loop, which asks for the next one every second. */
  const onStored = (soonestInMs: number) => {
    if (soonestInMs <= LONGEST_SLEEP_MS) deadlineLoop.wake();
    deliveryLoop.wake();
    wakeOutward();
  };
  const decided = createHandle({ outages, desk: parts.desk, log, onStored });
  const decide = parts.around?.(decided) ?? decided;
  const handle: Handle = async (...action) => {
    const outcome = await decide(...action);
    if (outcome.ok) metrics?.stored(outcome);
    return outcome;
  };
  const recovery = createRestoreRecovery({ restores, handle, tell: parts.tellRestored, log });
  const passDue = createDeadlineKeeper({ deadlines, handle, log, metrics });
  const deliverer = createDeliverer({ ...parts, handle, onLaneDone: () => deliveryLoop.wake() });
  const now = createClockWatch({ outages, leases: parts.leases, log });
  const recovered = (step: () => Promise<boolean>) => async () => {
    await recovery.ready();
    return await step();
  };
  // Until the desk was told of a restore, each round tries it again.
  const next = (nextDueAt: () => Promise<Instant | null>) => async () => (recovery.isOver() ? await nextDueAt() : undefined);
  // Looking again at once makes sense only after a full batch. Lanes are claimed until none is due or enough are worked on.
  const passBatch = recovered(async () => (await passDue()) >= BATCH);
  const beginLanes = recovered(() => deliverer.begin().then(() => false));
  // When no more lanes may be worked on, the next one that ends wakes the loop; acknowledgements are looked for all the same.
  const nextDelivery = next(() => deliveries.nextDueAt());
  const nextDeliveryAt = async () => (deliverer.isFull() ? undefined : await nextDelivery());
  const lateThreads = createReceiptKeeper({ ...parts, now: () => outages.now(), handle, afterMs: parts.receiptAfterMs });
  const shared = { now, sleep, log, onTurn };
  const deadlineLoop = createLoop({ name: 'deadlines', step: passBatch, nextDueAt: next(() => deadlines.nextDueAt()), ...shared });
  const deliveryLoop = createLoop({ name: 'deliveries', step: beginLanes, nextDueAt: nextDeliveryAt, ...shared });
  const wakeOutward = () => {
    for (const loop of outwardLoops) loop.wake();
  };
  const outward = (['pager', 'webhook'] as const).flatMap((channel) => {
    const outlet = parts.outlets?.[channel];
    return outlet ? { channel, ...createOutward({ ...parts, channel, outlet, onLaneDone: wakeOutward }) } : [];
  });
  const outwardLoops = outward.map(({ channel, begin, isFull }) => {
    const nextAt = next(() => deliveries.nextDueAt(channel));
    const step = recovered(() => begin().then(() => false));
    return createLoop({ name: `${channel}s`, step, nextDueAt: async () => (isFull() ? undefined : await nextAt()), ...shared });
  });
  const receiptStep = recovered(async () => (await lateThreads.step()) >= BATCH);
  // What is stored now is not late at once, so storing does not wake this loop.
  const receiptLoop = createLoop({ name: 'receipts', step: receiptStep, nextDueAt: next(lateThreads.nextDueAt), ...shared });
  const loops = [deadlineLoop, deliveryLoop, ...outwardLoops, receiptLoop];

  return {
    handle,
    start() {
      for (const loop of loops) loop.start();
    },
    /** Starts nothing new and finishes what is running. */
    async stop() {
      const senders = [deliverer, ...outward];
      await Promise.all([...[...loops, ...senders].map((one) => one.stop()), recovery.idle()]);
      // Lanes that were being claimed in that moment.
      await Promise.all(senders.map((one) => one.idle()));
    },
    /** Does all that is due now and returns when nothing is left; for tests that control the clock. */
    async settle() {
      await recovery.ready();
      await recovery.idle();
      for (let done = 1; done > 0; ) {
        done = await passDue();
        done += await deliverer.begin();
        await deliverer.idle();
        for (const one of outward) {
          done += await one.begin();
          await one.idle();
        }
        done += await lateThreads.step();
      }
    },
  };
}
