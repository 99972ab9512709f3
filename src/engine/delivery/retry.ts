/** What follows from a try that failed: again, and when, or never. */
import { isDeskSide } from '../../outage/notices.ts';
import type { Instant } from '../../outage/outage.ts';
import { type Cooldown, type Delivery, type DeliveryOutcome, SendError } from '../ports/ports.ts';

/** How often a message is sent again of which nobody knows whether it is there. */
const MAX_REPEATS = 1;
/** How often when it was looked for each time and was not there; more is a sign that the looking is wrong. */
const MAX_REPEATS_OF_ABSENT = 5;
const MAX_FAULTS = 5;
/** And not before: a database that is in trouble for a while is a reason of our own too, and no fault of the message. */
const FAULTS_FOR_MS = 10 * 60_000;
const FIRST_RETRY_MS = 1_000;
/** Of one repeat the most is made when it comes late: Teams may be silent for a while. */
const REPEAT_AFTER_MS = 20_000;
/** With a request's limit still under a minute, so that what Teams takes again is told within a minute. */
const LONGEST_RETRY_MS = 45_000;

export type AfterFailure = {
  readonly next: Extract<DeliveryOutcome, { state: 'retry' }> | { readonly state: 'give-up'; readonly placeIsLost: boolean };
  /** The whole conversation has to rest: Teams said 429. */
  readonly rest: Cooldown | null;
};

/**
 * `faults`: how often it failed, this time included, for a reason of our own. `random`: 0 to 1, for the jitter. `settleMs`: so
 * long, and up to a quarter more, a message whose answer was lost is left alone, in which it may appear.
 */
export function afterFailure(
  delivery: Delivery,
  error: unknown,
  context: { now: Instant; random: number; faults: number; settleMs: number },
): AfterFailure {
  const { now, random, faults, settleMs } = context;
  const text = reasonOf(error);
  const wait = backoffMs(delivery.attempts, random);
  /** This try sent nothing, so all is as it was before it. */
  const asBefore = { maybeSent: delivery.maybeSent, repeats: delivery.repeats };
  const again = (afterMs: number, counted: { maybeSent: boolean; repeats?: number }) =>
    ({ state: 'retry', dueAt: now + afterMs, error: text, ...counted }) as const;

  if (!(error instanceof SendError)) {
    if (faults < MAX_FAULTS || now - delivery.createdAt < FAULTS_FOR_MS || mustArrive(delivery))
      return { next: again(wait, asBefore), rest: null };
    return { next: { state: 'give-up', placeIsLost: delivery.kind === 'opening' }, rest: null };
  }
  switch (error.failure) {
    case 'refused': {
      // 'Retry-After: 0' is no leave to ask without a pause.
      const pause = error.retryAfterMs === null ? wait : Math.max(error.retryAfterMs, FIRST_RETRY_MS);
      return { next: again(pause, asBefore), rest: error.status === 429 ? { until: now + pause, priority: 0 } : null };
    }
    case 'ambiguous': {
      if (delivery.kind === 'state') return { next: again(wait, { maybeSent: false }), rest: null };
      const settle = settleMs > 0 ? settleMs : REPEAT_AFTER_MS;
      return { next: again(Math.max(wait, Math.round(settle * (1 + random / 4))), { maybeSent: true }), rest: null };
    }
    case 'never': {
      if (mustArrive(delivery) || mayComeBack(delivery, error.status)) return { next: again(LONGEST_RETRY_MS, asBefore), rest: null };
      return { next: { state: 'give-up', placeIsLost: delivery.kind !== 'state' && !isDeskSide(delivery.place) }, rest: null };
    }
  }
}

/** What is kept with the delivery and shown to the desk: of a fault of our own its kind alone, since its text may quote a report. */
export function reasonOf(error: unknown): string {
  if (error instanceof SendError) return error.message;
  return `a fault of the bot (${error instanceof Error ? error.name : typeof error}); its log says more`;
}

/** What the desk must see is never given up, however often it has to be sent. */
const mustArrive = ({ kind, place }: Delivery): boolean => kind === 'opening' && isDeskSide(place);

/** Whether it was sent as often as a message is that nobody confirms. */
export const isExhausted = (delivery: Delivery, known: 'absent' | 'unknown'): boolean =>
  isRepeat(delivery) && delivery.repeats >= (known === 'absent' ? MAX_REPEATS_OF_ABSENT : MAX_REPEATS) && !mustArrive(delivery);

/** It may be there already, so it says that it is sent again. An edit shows the same, however often it is made. */
export const isRepeat = ({ kind, maybeSent }: Delivery): boolean => maybeSent && kind !== 'state';

/**
 * The desk's thread is not given up because Teams refuses it for a while (the bot was removed by mistake, a thread was not
 * found): what is still true when it is back is told then. A message that Teams finds wrong stays wrong.
 */
const mayComeBack = ({ kind, place }: Delivery, status: number | null): boolean =>
  isDeskSide(place) && kind !== 'state' && (status === 403 || status === 404);

/** Exponential with full jitter below a cap; `attempts` tries came before. */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
