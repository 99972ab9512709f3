/**
 * When the first message of a thread was deleted, Teams refuses the replies; when the card in a chat was, the edits. Then the
 * first message is posted once more. That is the trial too: only if Teams takes it, what follows goes there. Teams also refuses for
 * a moment without a reason, or because the whole channel is out of reach; so it takes two refusals, and a trial that is refused
 * changes nothing.
 */
import { formatDestination, isDeskSide, isSame, originAt, roomAt } from '../../outage/destinations.ts';
import { isReopening, type Notice, PRIORITY, readKey } from '../../outage/notices.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Delivery, DeliveryQueue, Lane } from '../ports/deliveries.ts';
import type { Log } from '../ports/log.ts';
import { type Messenger, SendError } from '../ports/messenger.ts';
import type { LedgerLine, OutageStore } from '../ports/outages.ts';
import { createSend, UNNAMED, WITHOUT_ID } from './send.ts';

export type LostThreads = ReturnType<typeof createLostThreads>;

export function createLostThreads(parts: {
  outages: Pick<OutageStore, 'read'>;
  deliveries: DeliveryQueue;
  messenger: Messenger;
  log: Log;
}) {
  const { outages, deliveries, messenger, log } = parts;
  const { firstMessageOf, editedBy } = createSend(parts);
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

    /** Whether it would begin a thread anew that has taken a message since. */
    async isNeedless(delivery: Delivery, outage: Outage): Promise<boolean> {
      if (!isReopening(delivery)) return false;
      return hasTaken(await deliveries.ledger(outage.id), delivery, outage, delivery.createdAt + 1);
    },
  };

  async function beginAnew(lane: Lane, delivery: Delivery, outage: Outage): Promise<boolean> {
    const lost = await firstMessageOf(delivery, outage);
    if (lost === null) return false;
    const refused = (refusals.get(delivery.key) ?? 0) + 1;
    refusals.set(delivery.key, refused);
    const first = delivery.after ?? `${outage.id}/opening/${formatDestination(delivery.destination)}/1`;
    const notice = reopening(delivery, first, lost);
    const ledger = await deliveries.ledger(outage.id);
    const state = ledger.find(({ key }) => key === notice.key)?.state;
    const latest = ledger.findLast((line) => line.state === 'done' && (line.key === first || line.key.startsWith(`${first}/`)));
    if (lost === UNNAMED && latest && (await findCard(lane, delivery, outage, latest.key))) return true;
    if (refused === 1 || state === 'waiting') return true;
    if (state === 'done' || (state === 'skipped' && refused > 2 && !goesOn(delivery))) return false;
    // A thread that was begun anew and has taken nothing yet: nothing is taken in any thread there.
    if (latest && latest.key !== first && !hasTaken(ledger, delivery, outage, latest.doneAt ?? 0)) return false;
    await deliveries.reopen({ ...notice, lane: delivery.lane });
    return refused === 2;
  }

  /** Looks, where that is granted, for the id of the card that this edits, and records it. `key`: of the card. */
  async function findCard(lane: Lane, delivery: Delivery, outage: Outage, key: string): Promise<boolean> {
    const card = await editedBy(delivery, outage);
    if (!messenger.find || !card) return false;
    const posted = (await messenger.find({ to: 'conversation', ...card }, [key], outage.reportedAt)).get(key);
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

/** It is tried for as long as it takes, and so is a new thread for it. */
const goesOn = ({ kind, destination }: Delivery): boolean => kind !== 'state' && isDeskSide(destination);

/** Whether the thread of a destination has taken a message since then; in a chat, whether its card was edited. */
function hasTaken(ledger: readonly LedgerLine[], { destination }: Delivery, outage: Outage, since: Instant): boolean {
  const inThread = originAt(destination, outage) !== null || roomAt(destination, outage).kind === 'channel';
  return ledger.some(({ key, state, doneAt }) => {
    const line = readKey(key, outage.id);
    if (state !== 'done' || (doneAt ?? 0) < since || !line || !isSame(line.destination, destination)) return false;
    return inThread ? line.kind === 'news' || line.kind === 'ping' : line.kind === 'state';
  });
}
