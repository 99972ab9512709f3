/** What follows from an attempt that failed: another one, and when, or none. */
import { isDeskSide } from '../../outage/destinations.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Cooldown, Delivery, DeliveryOutcome } from '../ports/deliveries.ts';
import { SendError } from '../ports/messenger.ts';

/** How often a message is sent again when nobody knows whether it is there. */
const MAX_REPEATS = 1;
/** How often when it was looked up each time and was not there. More would mean that the look-up is wrong. */
const MAX_REPEATS_OF_ABSENT = 5;
/** A delivery that failed so often for a reason of our own is given up, */
const MAX_FAULTS = 5;
/** but not before this time: a database that is away for a while is a reason of our own too, and no fault of the message. */
const FAULTS_FOR_MS = 10 * 60_000;
const FIRST_RETRY_MS = 1_000;
/** The only repeat comes late, when it is most likely to get through: Teams may give no answer for a while. */
const REPEAT_AFTER_MS = 20_000;
/** Together with a request's limit it is under a minute, so that within a minute after Teams works again the message is there. */
const LONGEST_RETRY_MS = 45_000;

export type AfterFailure = {
  /** `destinationIsLost`: nothing arrives at this place any more, and the desk has to be told. */
  readonly next: Extract<DeliveryOutcome, { state: 'retry' }> | { readonly state: 'give-up'; readonly destinationIsLost: boolean };
  /** The whole conversation has to pause: Teams said 429. */
  readonly cooldown: Cooldown | null;
};

/**
 * `faults`: how often it failed, this time included, for a reason of our own. `random`: 0 to 1, for the jitter. `settleMs`: a
 * message whose answer was lost may appear within this time, so it is not sent again for as long and up to a quarter more.
 */
export function afterFailure(
  delivery: Delivery,
  error: unknown,
  context: { now: Instant; random: number; faults: number; settleMs: number },
): AfterFailure {
  const { now, random, faults, settleMs } = context;
  const text = reasonOf(error);
  const wait = backoffMs(delivery.attempts, random);
  /** This attempt sent nothing, so all is as it was before it. */
  const asBefore = { maybeSent: delivery.maybeSent, repeats: delivery.repeats };
  const again = (afterMs: number, counted: { maybeSent: boolean; repeats?: number }) =>
    ({ state: 'retry', dueAt: now + afterMs, error: text, ...counted }) as const;

  if (!(error instanceof SendError)) {
    if (faults < MAX_FAULTS || now - delivery.createdAt < FAULTS_FOR_MS || mustArrive(delivery))
      return { next: again(wait, asBefore), cooldown: null };
    return { next: { state: 'give-up', destinationIsLost: delivery.kind === 'opening' }, cooldown: null };
  }
  switch (error.failure) {
    case 'refused': {
      // 'Retry-After: 0' does not allow a retry without a pause.
      const pause = error.retryAfterMs === null ? wait : Math.max(error.retryAfterMs, FIRST_RETRY_MS);
      return { next: again(pause, asBefore), cooldown: error.status === 429 ? { until: now + pause, priority: 0 } : null };
    }
    case 'ambiguous': {
      if (delivery.kind === 'state') return { next: again(wait, { maybeSent: false }), cooldown: null };
      const settle = settleMs > 0 ? settleMs : REPEAT_AFTER_MS;
      return { next: again(Math.max(wait, Math.round(settle * (1 + random / 4))), { maybeSent: true }), cooldown: null };
    }
    case 'never': {
      if (mustArrive(delivery) || mayComeBack(delivery, error.status)) return { next: again(LONGEST_RETRY_MS, asBefore), cooldown: null };
      return {
        next: { state: 'give-up', destinationIsLost: delivery.kind !== 'state' && !isDeskSide(delivery.destination) },
        cooldown: null,
      };
    }
  }
}

/** What is stored with the delivery and shown to the desk. Of a fault of our own only its kind: its text may quote a report. */
export function reasonOf(error: unknown): string {
  if (error instanceof SendError) return error.message;
  return `a fault of the bot (${error instanceof Error ? error.name : typeof error}); its log says more`;
}

/** The first message to the desk is never given up, however often it has to be sent. */
const mustArrive = ({ kind, destination }: Delivery): boolean => kind === 'opening' && isDeskSide(destination);

/** Whether it was sent as often as a message may be that nobody confirms. */
export const isExhausted = (delivery: Delivery, known: 'absent' | 'unknown'): boolean =>
  isRepeat(delivery) && delivery.repeats >= (known === 'absent' ? MAX_REPEATS_OF_ABSENT : MAX_REPEATS) && !mustArrive(delivery);

/** The message may be there already, so it is labelled as sent again. An edit shows the same however often it is made. */
export const isRepeat = ({ kind, maybeSent }: Delivery): boolean => maybeSent && kind !== 'state';

/** The desk may be back (the bot was removed by mistake): what is still true is sent then. A message that Teams finds wrong stays wrong. */
const mayComeBack = ({ kind, destination }: Delivery, status: number | null): boolean =>
  isDeskSide(destination) && kind !== 'state' && (status === 403 || status === 404);

/** Exponential with full jitter below a cap; `attempts` attempts came before. */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
