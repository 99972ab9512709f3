/**
 * When the first message of a thread was deleted, Teams refuses the replies; when the card in a chat was, the edits. Then the
 * first message is posted once more. That is the trial too: only if Teams takes it, what follows goes there. Teams also refuses for
 * a moment without a reason, or because the whole channel is out of reach; so it takes two refusals, and a trial that is refused
 * changes nothing.
 */
import { formatDestination, hasThread, isSame } from '../../outage/destinations.ts';
import { isReopening, type Notice, PRIORITY, readKey } from '../../outage/notices.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Delivery, DeliveryQueue, Lane } from '../ports/deliveries.ts';
import type { Log } from '../ports/log.ts';
import { type Messenger, SendError } from '../ports/messenger.ts';
import type { OutageStore } from '../ports/outages.ts';
import { type Conversation, createSend, UNNAMED, WITHOUT_ID } from './send.ts';

export type LostThreads = ReturnType<typeof createLostThreads>;

export function createLostThreads(parts: {
  outages: Pick<OutageStore, 'read'>;
  deliveries: DeliveryQueue;
  messenger: Messenger;
  log: Log;
}) {
  const { outages, deliveries, messenger, log } = parts;
  const { firstMessageOf } = createSend(parts);
  /** How often each delivery was refused here since it was last delivered. */
  const refusals = new Map<string, number>();

  return {
    forget: (key: string) => void refusals.delete(key),

    /** Whether the refusal is no reason yet to give up: it may pass, or the first message is on its way once more. */
    async mayPass(lane: Lane, delivery: Delivery, error: unknown): Promise<boolean> {
      if (!(error instanceof SendError && (error.status === 403 || error.status === 404 || error.message === WITHOUT_ID))) return false;
      try {
        const outage = (await outages.read(delivery.outageId))?.outage;
        return outage ? await beginAnew(lane, delivery, outage) : false;
      } catch (failure) {
        log.warn({ err: failure, delivery: delivery.key }, 'could not find out whether a thread has to be begun anew');
        return true;
      }
    },

    /** Whether it would begin a thread anew for which nothing waits that was refused: Teams has taken it since. */
    async isNeedless(delivery: Delivery): Promise<boolean> {
      const { outageId, destination } = delivery;
      const movesClock = delivery.kind === 'state' && delivery.priority === PRIORITY.settled;
      if (!isReopening(delivery) && !movesClock) return false;
      const ledger = await deliveries.ledger(outageId);
      // What was posted anew since shows a later clock, and goes on saying why it is there.
      const since = ledger.slice(ledger.findIndex(({ key }) => key === delivery.key));
      const openings = `${outageId}/opening/${formatDestination(destination)}/`;
      if (movesClock) return since.some(({ key, state }) => state === 'done' && key.startsWith(openings));
      return !ledger.some(({ key, state, attempts }) => {
        const line = readKey(key, outageId);
        const isAsked = line?.kind === 'news' || line?.kind === 'ping' || line?.kind === 'state';
        return state === 'waiting' && attempts > 0 && isAsked && isSame(line.destination, destination);
      });
    },
  };

  async function beginAnew(lane: Lane, delivery: Delivery, outage: Outage): Promise<boolean> {
    const thread = await firstMessageOf(delivery, outage);
    // What opens a thread or a card where it was reported takes two refusals as well.
    const isFirst = delivery.kind === 'opening' && !hasThread(delivery.destination) && !isReopening(delivery);
    if (thread === null) return isFirst && delivery.attempts === 0;
    const { lost, conversation } = thread;
    const refused = (refusals.get(delivery.key) ?? 0) + 1;
    refusals.set(delivery.key, refused);
    const first = delivery.after ?? `${outage.id}/opening/${formatDestination(delivery.destination)}/1`;
    const notice = reopening(delivery, first, lost);
    const ledger = await deliveries.ledger(outage.id);
    const state = ledger.find(({ key }) => key === notice.key)?.state;
    const latest = ledger.findLast((line) => line.state === 'done' && (line.key === first || line.key.startsWith(`${first}/`)));
    if (lost === UNNAMED && latest && (await findCard(lane, conversation, latest.key, outage.reportedAt))) return true;
    if (refused === 1 || state === 'waiting') return true;
    // At the third refusal the first message was refused too. What is tried further gets another trial each second time.
    if (state === 'done' || refused % 2 === 1) return false;
    // A thread that was begun anew and has taken nothing yet: nothing is taken in any thread there.
    if (latest && latest.key !== first && !(await deliveries.hasTaken(outage.id, conversation))) return false;
    await deliveries.reopen({ ...notice, lane: delivery.lane });
    return true;
  }

  /** Looks, where that is granted, for the id of a card in a chat, and records it. `key`: of the card. */
  async function findCard(lane: Lane, chat: Conversation, key: string, since: Instant): Promise<boolean> {
    const found = await messenger.find?.({ to: 'conversation', ...chat }, [key], since);
    const posted = found?.get(key);
    if (typeof posted !== 'object') return false;
    await deliveries.finish(lane, [key], { state: 'done', posted });
    return true;
  }
}

/** The first message once more, in the place of the one with the id `lost`: one for each. */
function reopening({ outageId, destination, after, priority }: Delivery, first: string, lost: string): Notice {
  const seq = readKey(first, outageId)?.seq ?? 1;
  return { key: `${first}/${lost}`, outageId, kind: 'opening', destination, seq, priority: Math.min(priority, PRIORITY.opening), after };
}
