/**
 * One attempt to deliver: reads the outage again, draws the message from what is true now, records that the attempt begins,
 * sends, and records how it ended. Delivery is at least once. When the answer to an attempt is lost, the conversation is read
 * back where that is granted. A message that is not there, or may not be there, is sent again, labelled as a repeat
 * and counted. Several pings for one place become one message. Teams' limits are kept before Teams has to refuse.
 */

import { asksAgain } from '../../outage/asks.ts';
import { DESK, languageAt, NOT_THEIRS, tenantOf } from '../../outage/destinations.ts';
import { eventOf } from '../../outage/events.ts';
import { WAITS_FOR_HOURS } from '../../outage/follow/chosen.ts';
import { isEdit, isPing, type Notice } from '../../outage/notices.ts';
import { overtaken } from '../../outage/overtaken.ts';
import type { FileLinks } from '../../outage/types/files.ts';
import { JOINS_NEXT } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { OpenForms } from '../open-forms.ts';
import type { Cooldown, Delivery, DeliveryQueue, Lane } from '../ports/deliveries.ts';
import type { DeskFacts, Follows, Languages } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import { type DigestRenderer, type Messenger, type Ping, type Posted, type Renderer, SendError } from '../ports/messenger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { OutageStore, Recorded } from '../ports/outages.ts';
import { batchOf, deliveriesOf, goesAlone, type Item, keysOf, toReadAgain } from './batch.ts';
import { pingQuota, quotasOf, SEND_LIMIT_MS, SETTLE_AFTER_MS, SETTLE_WITHIN_MS, tenantScope } from './limits.ts';
import type { LostThreads } from './lost-threads.ts';
import { isExhausted, isRepeat, type Outcomes } from './outcomes.ts';
import { createReaders } from './readers.ts';
import { createSend, digestAddress } from './send.ts';
import { createThreadOf } from './thread-link.ts';
import type { UnconfirmedSends } from './unconfirmed-sends.ts';

/** How much longer a tenant pauses than until it takes one more message, so that many conversations that wait get room together. */
const TENANT_PAUSE_MS = 100;

export type AttemptParts = {
  outages: OutageStore;
  deliveries: DeliveryQueue;
  forms: Pick<OpenForms, 'editAfter'>;
  messenger: Messenger;
  desk: Pick<DeskFacts, 'mayHear' | 'isStaff' | 'mayFollow' | 'timeZone'>;
  /** Left out: of nobody is it known. */
  languages?: Pick<Languages, 'of'>;
  /** Left out: nobody follows in their own chat. */
  follows?: Pick<Follows, 'chosenBy'>;
  /** Where the files of an outage are shown from now on; left out: none are. */
  fileLinks?: (outageId: string) => Promise<FileLinks>;
  render: Renderer;
  renderDigest: DigestRenderer;
  log: Log;
  /** Requests that a tenant accepts in a second from all bots of this app. */
  tenantPerSecond: number;
  /** 0 to 1, for the jitter of retries. */
  random: () => number;
  metrics: Metrics;
  /** This process's clock, which says how long a call took. */
  clock: () => Instant;
};

export function createAttempt(parts: AttemptParts & { unconfirmed: UnconfirmedSends; outcomes: Outcomes; lostThreads: LostThreads }) {
  const { outages, deliveries, messenger, unconfirmed, outcomes, lostThreads, forms } = parts;
  const { render, renderDigest, log, tenantPerSecond, metrics, clock, desk } = parts;
  const { send, editedBy, isUnopened } = createSend({ deliveries, messenger });
  const threadOf = createThreadOf({ deliveries, messenger });
  const { heardBy, isTheirs } = createReaders(parts);

  /**
   * `next`: what could go out as one message. Returns what comes after it (nothing: the lane is released), how long the conversation
   * has to pause, or null when it can go on.
   */
  return async function attempt(lane: Lane, next: readonly Delivery[]): Promise<readonly Delivery[] | Cooldown | null | 'lane-lost'> {
    let items: readonly Item[] = [];
    let begun = false;
    let sentAt: Instant;
    let posted: Posted;
    try {
      items = await alike(batchOf(await withoutOvertaken(lane, next)));
      // Reading back takes a while, so what is known of what remains is read again.
      if (items.some(({ delivery }) => isRepeat(delivery)))
        items = await alike(batchOf(await withoutOvertaken(lane, (await withoutConfirmed(lane, items)).map(toReadAgain))));
      const [first] = items;
      if (!first) return null;
      if (!(await isTheirs(first.delivery, first.recorded))) throw new SendError('never', NOT_THEIRS);
      const shown = { threads: await threadsFor(items, first), language: await languageFor(first), ...(await filesOf(first)) };
      const asked = clock();
      const result = await beginAll(lane, items, first);
      if (typeof result !== 'number') return result;
      begun = true;
      sentAt = await timeAfter(result, asked);
      // Storing the beginning took long: another worker may have the lane before Teams has answered.
      if (sentAt + SEND_LIMIT_MS > lane.leaseUntil) {
        await putBack(lane, deliveriesOf(items), sentAt, 'the lease was too short');
        return 'lane-lost';
      }
      posted = await sendAll(items, first, sentAt, shown);
    } catch (error) {
      const failing = items.length > 0 ? deliveriesOf(items) : next.slice(0, 1);
      return await outcomes.failed(lane, failing, error, begun);
    }
    outcomes.clearFaults(keysOf(items));
    const following = await outcomes.sent(lane, deliveriesOf(items), posted);
    await outcomes.tellUnmentioned(items[0]?.delivery.outageId ?? '', posted);
    recordSent(items, sentAt);
    return following;
  };

  /**
   * The store's time now, or somewhat later: it was `at` during a call that this process began at `asked`. Where the clock of this
   * process was set back since, the store is asked.
   */
  async function timeAfter(at: Instant, asked: Instant): Promise<Instant> {
    const tookMs = clock() - asked;
    return tookMs < 0 ? await outages.now() : at + tookMs;
  }

  /** Those that may be told of as the first may: one message is sent, or is not, although the outages in it are of several projects. */
  async function alike(items: readonly Item[]): Promise<readonly Item[]> {
    if (items.length < 2) return items;
    const are = await Promise.all(items.map(({ delivery, recorded }) => isTheirs(delivery, recorded)));
    return items.filter((_item, index) => are[index] === are[0]);
  }

  function recordSent(items: readonly Item[], sentAt: Instant): void {
    for (const { delivery, recorded } of items) {
      if (!recorded.outage.drill)
        metrics.delivered({ kind: delivery.kind, repeated: isRepeat(delivery), lateMs: sentAt - delivery.createdAt });
      log.info(
        { delivery: delivery.key, attempt: delivery.attempts + 1, repeated: isRepeat(delivery), together: items.length },
        'delivered',
      );
    }
  }

  async function beginAll(lane: Lane, items: readonly Item[], { delivery, recorded, settled }: Item) {
    const card = await editedBy(delivery, recorded.outage, settled?.posted ?? null);
    const formsEnd = card?.activityId ? await forms.editAfter({ ...card, activityId: card.activityId }) : null;
    // The engineer who had taken it gave it back, so the ping asks again: it is looked at later.
    const isAskedAgain = settled && asksAgain(eventOf(delivery, recorded.events), recorded.outage);
    const editAfter = formsEnd ?? (isAskedAgain ? (await outages.now()) + SETTLE_AFTER_MS : null);
    if (editAfter !== null) {
      await putBack(lane, deliveriesOf(items), editAfter, null);
      return null;
    }
    const { priority, destination } = delivery;
    const tenant = tenantOf(destination, recorded.outage);
    const quotas = quotasOf({ lane: lane.id, tenantId: tenant, priority }, tenantPerSecond);
    const pings = pingQuota(lane.id);
    const joins = isPing(delivery) && !goesAlone(items[0]);
    const result = await deliveries.begin(lane, keysOf(items), joins ? [pings, ...quotas] : quotas, SEND_LIMIT_MS);
    if (typeof result !== 'object') return result;
    if (result.scope !== pings.scope) {
      const { scope, waitUntil } = result;
      return scope === tenantScope(tenant) ? { until: waitUntil + TENANT_PAUSE_MS, priority, tenant } : { until: waitUntil, priority };
    }
    // These pings wait, so that those that fall due meanwhile join them. Of other messages, only news of the same outages wait for them.
    await putBack(lane, deliveriesOf(items), result.waitUntil, JOINS_NEXT);
    return null;
  }

  async function putBack(lane: Lane, some: readonly Delivery[], dueAt: Instant, error: string | null): Promise<void> {
    for (const { key, maybeSent, repeats } of some)
      await deliveries.finish(lane, [key], { state: 'retry', dueAt, maybeSent, repeats, error, holds: error === JOINS_NEXT });
  }

  async function withoutOvertaken(lane: Lane, next: readonly Delivery[]): Promise<readonly Item[]> {
    const found = await itemsOf(next);
    const skipped = found.filter(([, item]) => item === null).map(([delivery]) => delivery);
    const keys = skipped.map(({ key }) => key);
    for (const [delivery, item] of found) if (typeof item === 'number') await putBack(lane, [delivery], item, WAITS_FOR_HOURS);
    if (skipped.length > 0) await deliveries.finish(lane, keys, { state: 'skipped' });
    outcomes.clearFaults(keys);
    for (const { kind } of skipped) metrics.attemptEnded(kind, 'skipped');
    return found.flatMap(([, item]) => (item === null || typeof item === 'number' ? [] : item));
  }

  async function itemsOf(next: readonly Delivery[]): Promise<readonly (readonly [Delivery, Item | Instant | null])[]> {
    const found: (readonly [Delivery, Item | Instant | null])[] = [];
    const unreadable = new Set<string>();
    for (const delivery of next) {
      // Messages of one outage keep their order, so what follows one that can't be read waits with it.
      if (unreadable.has(delivery.outageId)) continue;
      try {
        found.push([delivery, await itemOf(delivery)]);
      } catch (error) {
        if (next.length === 1) throw error;
        outcomes.countFault(delivery.key);
        unreadable.add(delivery.outageId);
      }
    }
    return found;
  }

  /** What it takes to send it; null: it would be pointless now; a time: its reader hears of it then. */
  async function itemOf(delivery: Delivery): Promise<Item | Instant | null> {
    const recorded = await recordOf(delivery);
    const now = delivery.kind === 'alone' ? await outages.now() : delivery.createdAt;
    const isOthers = delivery.destination.kind === 'person' && desk.isStaff?.(delivery.destination.id) === false;
    if (isOthers || overtaken(delivery, recorded.outage, eventOf(delivery, recorded.events), now)) return null;
    const { when, reaches } = await heardBy(delivery, recorded);
    if (when !== 'now') return when === 'never' ? null : when;
    if (delivery.kind !== 'settled') {
      const isVain = (await isUntrue(delivery, recorded, deliveries)) || (await isUnopened(delivery, recorded.outage));
      const isNeedless = isVain || (await lostThreads.isNeedless(delivery));
      return isNeedless ? null : { delivery, recorded, settled: null, reaches };
    }
    const settled = await settledBy(delivery);
    return settled && { delivery, recorded, settled, reaches };
  }

  /** The message that is over, with all pings in it; null: it cannot be edited, or it is too late for that. */
  async function settledBy(delivery: Delivery): Promise<Item['settled']> {
    if ((await outages.now()) - delivery.createdAt > SETTLE_WITHIN_MS) return null;
    const found = await deliveries.settledBy(delivery);
    return found && { posted: found.posted, pings: await Promise.all(found.pings.map(asPing)) };
  }

  async function asPing(notice: Notice): Promise<Ping> {
    return { notice, recorded: await recordOf(notice) };
  }

  /** Records as done what is there although its answer was lost, and gives up what was repeated as often as it may be. */
  async function withoutConfirmed(lane: Lane, items: readonly Item[]): Promise<readonly Delivery[]> {
    const lookups = await unconfirmed.lookUp(items.filter(({ delivery }) => isRepeat(delivery)));
    const remaining: Delivery[] = [];
    for (const { delivery } of items) {
      const found = lookups.get(delivery.key) ?? 'unknown';
      if (typeof found !== 'string') await outcomes.record(lane, [delivery.key], { state: 'done', posted: found });
      else if (!isExhausted(delivery, found)) remaining.push(delivery);
      else {
        log.warn({ delivery: delivery.key, repeats: delivery.repeats }, 'sent again without an answer; it is not sent any more');
        await outcomes.giveUp(lane, delivery, 'sent twice, never confirmed', delivery.kind === 'opening');
      }
    }
    return remaining;
  }

  async function recordOf(delivery: Notice & Pick<Delivery, 'head'>): Promise<Recorded> {
    const recorded = await outages.read(delivery.outageId, delivery.head);
    if (!recorded) throw new Error(`the outage of delivery ${delivery.key} is not in the store`);
    return recorded;
  }

  async function sendAll(items: readonly Item[], first: Item, now: Instant, { threads, language, ...shown }: Shown): Promise<Posted> {
    const { delivery, recorded, settled, reaches } = first;
    const context = { now, repeated: items.some((item) => isRepeat(item.delivery)), threads, reaches, language };
    const sent = { marks: keysOf(items), attempt: delivery.attempts + 1 };
    if (items.length === 1) {
      const drawn = render(delivery, recorded, { ...context, ...shown, ...(settled && { pings: settled.pings }) });
      return await send(delivery, recorded.outage, { ...drawn, ...sent }, settled?.posted);
    }
    const pings = items.map((item) => ({ notice: item.delivery, recorded: item.recorded }));
    return await messenger.post(digestAddress(delivery, recorded.outage), { ...renderDigest(pings, context), ...sent });
  }

  /**
   * Where an engineer opens the desk's thread of each outage: from their own chat, and from a digest, which stands in the channel and
   * not in one of the threads. By the outage's id.
   */
  async function threadsFor(items: readonly Item[], first: Item): Promise<ReadonlyMap<string, string>> {
    const { delivery, recorded, settled } = first;
    const one = delivery.destination.kind === 'person' ? [{ outage: recorded.outage, opening: delivery.opening }] : [];
    const together = items.map((item) => ({ outage: item.recorded.outage, opening: item.delivery.opening }));
    const edited = (settled?.pings ?? []).map((ping) => ({ outage: ping.recorded.outage, opening: null }));
    const some = [together, edited].find(({ length }) => length > 1) ?? one;
    const found = await Promise.all(
      some.map(async ({ outage, opening }) => [outage.id, outage.desk ? await threadOf(outage, opening) : null] as const),
    );
    return new Map(found.flatMap(([id, url]) => (url === null ? [] : [[id, url]])));
  }

  /** In whose language it is drawn. A person may have chosen another one since the outage began. */
  async function languageFor({ delivery: { destination }, recorded: { outage } }: Item): Promise<string> {
    const { personId, language } = languageAt(destination, outage);
    return (personId !== null && (await parts.languages?.of(personId))) || language;
  }

  /** Addresses of files, which begin anew with each message that shows them. */
  async function filesOf({ delivery, recorded }: Item): Promise<Pick<Shown, 'files'>> {
    const isShown = eventOf(delivery, recorded.events).type === 'files-added' && !isEdit(delivery);
    return isShown && parts.fileLinks ? { files: await parts.fileLinks(delivery.outageId) } : {};
  }
}

type Shown = { readonly threads: ReadonlyMap<string, string>; readonly language: string; readonly files?: FileLinks };
/** Whether it says that the desk's channel was not reached, although the thread is there by now and only the event for it is missing. */
const isUntrue = async ({ outageId, seq }: Delivery, { events }: Recorded, deliveries: DeliveryQueue): Promise<boolean> =>
  events[seq - 1]?.type === 'desk-unreached' && (await deliveries.openingOf(outageId, DESK)) !== null;
