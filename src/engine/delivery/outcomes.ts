/** How a delivery attempt ended: delivered, to be tried again, and when, or given up. */
import { formatDestination, isDeskSide } from '../../outage/destinations.ts';
import { WAITS_FOR_HOURS } from '../../outage/follow/chosen.ts';
import { isEdit, isReopening } from '../../outage/notices.ts';
import { type Instant, NOT_MENTIONED } from '../../outage/types/values.ts';
import type { Handle } from '../handle.ts';
import type { Cooldown, Delivery, DeliveryOutcome, DeliveryQueue, Lane } from '../ports/deliveries.ts';
import type { Log } from '../ports/log.ts';
import { type Posted, SendError } from '../ports/messenger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { OutageStore } from '../ports/outages.ts';
import type { LostThreads } from './lost-threads.ts';
import { WITHOUT_ID } from './send.ts';
import type { UnconfirmedSends } from './unconfirmed-sends.ts';

const MAX_RECORDINGS = 3;
/** When a ping could not be posted in the desk's channel for so long, people are called in person. */
const UNHEARD_AFTER_MS = 60_000;

export type Outcomes = ReturnType<typeof createOutcomes>;

export function createOutcomes(parts: {
  outages: Pick<OutageStore, 'now'>;
  deliveries: DeliveryQueue;
  unconfirmed: UnconfirmedSends;
  lostThreads: LostThreads;
  handle: Handle;
  log: Log;
  random: () => number;
  metrics: Metrics;
}) {
  const { outages, deliveries, unconfirmed, lostThreads, handle, log, random, metrics } = parts;
  /** How often each delivery failed for a reason of our own. Failures of Teams are not counted here. */
  const faults = new Map<string, number>();
  const faultsOf = (key: string) => faults.get(key) ?? 0;
  const countFault = (key: string) => void faults.set(key, faultsOf(key) + 1);

  return {
    record,
    /**
     * Returns what comes next in the lane; nothing: the lane is released; null: ask for it, because what waits for a thread is found
     * only after the thread was recorded.
     */
    async sent(lane: Lane, sent: readonly Delivery[], posted: Posted): Promise<readonly Delivery[] | null> {
      const keys = sent.map(({ key }) => key);
      if (sent.every(({ kind }) => kind !== 'opening')) return await insist(() => deliveries.advance(lane, keys, posted));
      await record(lane, keys, { state: 'done', posted });
      return null;
    },
    failed,
    giveUp,
    /** The message is there; only that the desk hears of this may fail, and then the next message says it. */
    async tellUnmentioned(outageId: string, { unmentioned: inPerson }: Posted): Promise<void> {
      if (!inPerson) return;
      const place = `${NOT_MENTIONED}${inPerson[0]?.id}`;
      const reason = 'Teams: 400';
      await handle({ type: 'mark-unreachable', outageId, place, reason, inPerson }).catch((error) =>
        log.error({ err: error, outageId }, 'the desk could not be told who cannot be mentioned'),
      );
    },
    /** Whether this delivery failed here for a reason of our own since it was last delivered. */
    hasFault: (key: string) => faults.has(key),
    countFault,
    clearFaults,
  };

  function clearFaults(keys: readonly string[]): void {
    for (const key of keys) {
      faults.delete(key);
      lostThreads.forget(key);
    }
  }

  async function record(lane: Lane, keys: readonly string[], outcome: DeliveryOutcome): Promise<void> {
    await insist(() => deliveries.finish(lane, keys, outcome));
  }

  /** Stores the outcome, and tries more than once: without one, the attempt counts as one that may have sent something. */
  async function insist<T>(store: () => Promise<T>): Promise<T> {
    for (let recordings = 1; ; recordings++) {
      try {
        return await store();
      } catch (error) {
        if (recordings >= MAX_RECORDINGS) throw error;
      }
    }
  }

  /** After an attempt that threw. `begun`: it was counted before it threw. Returns how long the conversation has to pause, or null. */
  async function failed(lane: Lane, failing: readonly Delivery[], error: unknown, begun: boolean): Promise<Cooldown | null | 'lane-lost'> {
    // A record that can't be read counts as an attempt too, or it would block its lane for ever.
    const keys = failing.map(({ key }) => key);
    if (!begun && typeof (await deliveries.begin(lane, keys, [], 0)) !== 'number') return 'lane-lost';
    // Teams rejects the digest as wrong. As faults of our own, its pings go one by one.
    const wrongDigest = failing.length > 1 && error instanceof SendError && (error.status === 400 || error.status === 413);
    const cause = wrongDigest ? new Error('as one of a digest', { cause: error }) : error;
    if (error instanceof SendError && error.failure === 'ambiguous') unconfirmed.answerLost(failing);
    let cooldown: Cooldown | null = null;
    const [first, ...others] = failing;
    const mayPass = first && others.length === 0 ? await lostThreads.mayPass(lane, first, cause) : false;
    for (const delivery of failing) cooldown = await failedOne(lane, delivery, cause, mayPass);
    return cooldown;
  }

  async function failedOne(lane: Lane, delivery: Delivery, error: unknown, mayPass: boolean): Promise<Cooldown | null> {
    if (!(error instanceof SendError)) countFault(delivery.key);
    metrics.attemptEnded(delivery.kind, error instanceof SendError ? error.failure : 'fault');
    const now = await outages.now();
    const context = { now, random: random(), faults: faultsOf(delivery.key), settleMs: unconfirmed.settleMs, mayPass };
    const next = afterFailure(delivery, error, context);
    const fields = { err: error, delivery: delivery.key, attempt: delivery.attempts + 1, next: next.state };
    if (!(error instanceof SendError)) log.error(fields, 'a delivery failed because of a fault of the bot');
    else if (delivery.kind === 'settled') log.info(fields, 'a ping that is over is not edited');
    else if (error.failure === 'never') log.error(fields, 'a message cannot be delivered');
    else log.warn(fields, 'a message is not delivered yet; trying again');
    if (isUnheard(delivery, error, now)) await markUnreachable(delivery, reasonOf(error));
    if (next.state === 'retry') await record(lane, [delivery.key], next);
    else await giveUp(lane, delivery, reasonOf(error), next.destinationIsLost);
    const mustPause = error instanceof SendError && error.failure === 'refused' && error.status === 429;
    if (next.state !== 'retry') return null;
    if (mustPause) return { until: next.dueAt, priority: 0 };
    // Of those edits one at a time is tried in vain, so that what is urgent finds the conversation free.
    return delivery.kind === 'settled' ? { until: next.dueAt, priority: delivery.priority } : null;
  }

  async function markUnreachable({ outageId, destination }: Delivery, reason: string): Promise<void> {
    await handle({ type: 'mark-unreachable', outageId, place: formatDestination(destination), reason });
  }

  /** Sets a delivery aside for good. `destinationIsLost`: the desk is told first; if that fails, this delivery is tried again. */
  async function giveUp(lane: Lane, delivery: Delivery, error: string, destinationIsLost: boolean): Promise<void> {
    const isNeedless = delivery.kind === 'settled' || delivery.kind === 'alone' || error === WITHOUT_ID;
    if (isReopening(delivery) || isNeedless) await leaveOut(lane, delivery, error);
    else {
      if (destinationIsLost) await markUnreachable(delivery, error);
      await deliveries.finish(lane, [delivery.key], { state: 'failed', error });
      metrics.setAside(delivery.kind);
    }
    clearFaults([delivery.key]);
  }

  /** Nobody has to hear of it: the thread stays as it was, the news of the same event is there, or the ping is gone. */
  async function leaveOut(lane: Lane, { key, maybeSent, repeats }: Delivery, error: string): Promise<void> {
    await record(lane, [key], { state: 'retry', dueAt: await outages.now(), maybeSent, repeats, error });
    await deliveries.finish(lane, [key], { state: 'skipped' });
  }
}

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

/** `destinationIsLost`: nothing arrives at this place any more, and the desk has to be told. */
type AfterFailure = Extract<DeliveryOutcome, { state: 'retry' }> | { readonly state: 'give-up'; readonly destinationIsLost: boolean };

/**
 * `faults`: how often it failed, this time included, for a reason of our own. `random`: 0 to 1, for the jitter. `settleMs`: a
 * message whose answer was lost may appear within this time, so it is not sent again for as long and up to a quarter more.
 * `mayPass`: what refuses it may not be for ever.
 */
function afterFailure(
  delivery: Delivery,
  error: unknown,
  context: { now: Instant; random: number; faults: number; settleMs: number; mayPass: boolean },
): AfterFailure {
  const { now, random, faults, settleMs, mayPass } = context;
  const text = reasonOf(error, delivery);
  const wait = delivery.kind === 'settled' ? LONGEST_RETRY_MS : backoffMs(delivery.attempts, random);
  /** This attempt sent nothing, so all is as it was before it. */
  const asBefore = { maybeSent: delivery.maybeSent, repeats: delivery.repeats };
  const again = (afterMs: number, counted: { maybeSent: boolean; repeats?: number }) =>
    ({ state: 'retry', dueAt: now + afterMs, error: text, ...counted }) as const;

  if (!(error instanceof SendError)) {
    if (faults < MAX_FAULTS || now - delivery.createdAt < FAULTS_FOR_MS || mustArrive(delivery)) return again(wait, asBefore);
    return { state: 'give-up', destinationIsLost: delivery.kind === 'opening' };
  }
  switch (error.failure) {
    case 'refused': {
      // 'Retry-After: 0' does not allow a retry without a pause.
      const pause = error.retryAfterMs === null ? wait : Math.max(error.retryAfterMs, FIRST_RETRY_MS);
      return again(pause, asBefore);
    }
    case 'ambiguous': {
      if (isEdit(delivery)) return again(wait, { maybeSent: false });
      if (error.atOnce && !delivery.maybeSent) return again(0, { maybeSent: true });
      const settle = settleMs > 0 ? settleMs : REPEAT_AFTER_MS;
      return again(Math.max(wait, Math.round(settle * (1 + random / 4))), { maybeSent: true });
    }
    case 'never':
      if (mayPass) return again(backoffMs(Math.min(Math.max(0, delivery.attempts - 1), 2), random), asBefore);
      if (isTriedOn(delivery, error.status)) return again(LONGEST_RETRY_MS, asBefore);
      return { state: 'give-up', destinationIsLost: !isEdit(delivery) && !isDeskSide(delivery.destination) };
  }
}

/** What is stored with the delivery and shown to the desk. Of a fault of our own only its kind: its text may quote a report. */
export function reasonOf(error: unknown, delivery?: Delivery): string {
  // What waited for the end of quiet hours still goes out together.
  if (delivery?.waited) return `${WAITS_FOR_HOURS}; ${reasonOf(error)}`;
  if (error instanceof SendError) return error.message;
  return `a fault of the bot (${error instanceof Error ? error.name : typeof error}); its log says more`;
}

/** Whether it should call people in the desk's channel, and Teams has taken nothing there for too long. */
const isUnheard = ({ kind, destination, createdAt }: Delivery, error: unknown, now: Instant): boolean =>
  kind === 'ping' && isDeskSide(destination) && error instanceof SendError && error.status !== 429 && now - createdAt >= UNHEARD_AFTER_MS;

/** The first message to the desk is never given up, however often it has to be sent. */
const mustArrive = ({ kind, destination }: Delivery): boolean => kind === 'opening' && isDeskSide(destination);

/** Whether it was sent as often as a message may be that nobody confirms. */
export const isExhausted = (delivery: Delivery, known: 'absent' | 'unknown'): boolean =>
  isRepeat(delivery) && delivery.repeats >= (known === 'absent' ? MAX_REPEATS_OF_ABSENT : MAX_REPEATS) && !mustArrive(delivery);

/** The message may be there already, so it is labelled as sent again. An edit shows the same however often it is made. */
export const isRepeat = (delivery: Delivery): boolean => delivery.maybeSent && !isEdit(delivery);

/** The desk may be back (the bot was removed by mistake): what is still true is sent then. A message that Teams finds wrong stays wrong. */
const isTriedOn = (delivery: Delivery, status: number | null): boolean =>
  !isReopening(delivery) &&
  (mustArrive(delivery) || (isDeskSide(delivery.destination) && !isEdit(delivery) && (status === 403 || status === 404)));

/** Exponential with full jitter below a cap; `attempts` attempts came before. */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
