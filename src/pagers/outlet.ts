/** The outlet of all pagers: finds out whom a delivery pages, and what of, and asks the pager of its kind. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Desk } from '../desk/desk.ts';
import { type PagerFile, secretNameOf } from '../desk/file/pagers.ts';
import type { ThreadOf } from '../engine/delivery/thread-link.ts';
import type { Handle } from '../engine/handle.ts';
import type { Delivery } from '../engine/ports/deliveries.ts';
import type { Log } from '../engine/ports/log.ts';
import { SendError } from '../engine/ports/messenger.ts';
import type { Recorded } from '../engine/ports/outages.ts';
import type { Outlet } from '../engine/ports/outlets.ts';
import { pagerIn } from '../outage/destinations.ts';
import { eventOf, type OutageEvent } from '../outage/events.ts';
import type { PageOutcome } from '../outage/types/pages.ts';
import type { Words } from '../words/words.ts';
import { addressesFor } from './callbacks.ts';
import { type Asked, LIMIT_MS, type Request } from './pager.ts';
import { askPagerDuty } from './pagerduty.ts';
import { createTwilio } from './twilio.ts';
import { askWebhook } from './webhook.ts';

/** The desk hears after a minute that nobody was paged. From then on a service that is away for long is asked less often. */
const PAUSES_MS: readonly [number, ...number[]] = [1_000, 2_000, 5_000, 10_000, 15_000, 15_000, 15_000, 15_000, 30_000, 30_000, 60_000];

/** Whether something rings does not wait for Teams to say where a thread is. */
const THREAD_LIMIT_MS = 1_500;

export type PagerParts = {
  readonly desk: Desk;
  /** By the names that the desk file gives them. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Without a slash at its end; empty: Twilio can reach nothing here. */
  readonly publicUrl: string;
  readonly request: Request;
  readonly words: Words;
  readonly handle: Handle;
  readonly threadOf: ThreadOf;
  readonly log: Log;
};

type Target = { readonly key: string; readonly pager: PagerFile; readonly secret: string; readonly to: string };

export function createPagerOutlet(parts: PagerParts): Outlet {
  const { desk, secrets, publicUrl, request, words, handle, threadOf, log } = parts;
  const twilio = createTwilio({ request, words });

  /**
   * Throws SendError when the desk file has changed so that nobody can be paged there: 'refused', because another bot may have it in its file,
   * as while bots are started anew one after the other. After a minute people are told that nobody was paged.
   */
  function targetOf({ destination }: Delivery): Target {
    if (destination.kind !== 'pager') throw new SendError('never', 'this is no pager');
    const key = pagerIn(destination);
    const pager = Object.hasOwn(desk.file.pagers, key) ? desk.file.pagers[key] : undefined;
    if (!pager) throw new SendError('refused', `the desk file has no pager '${key}'`);
    const to = desk.phoneOf(destination.id.slice(key.length + 1)) ?? '';
    if (pager.type === 'twilio' && to === '') throw new SendError('refused', 'the desk file has no number of this person');
    return { key, pager, to, secret: secrets.get(secretNameOf(pager)) ?? '' };
  }

  async function note({ outageId, destination, seq: of }: Delivery, outcome: PageOutcome): Promise<void> {
    if (destination.kind === 'pager') await handle({ type: 'note-page', outageId, pagerId: destination.id, of, outcome });
  }

  return {
    async send(delivery, recorded, { now }) {
      const { key, pager, secret, to } = targetOf(delivery);
      const thread = await threadWithin(threadOf(recorded.outage, delivery.opening));
      const asked = { ...askedOf(delivery, recorded, key), outage: recorded.outage, now, thread, id: delivery.key };
      const with_ = { request, secret, words };
      const sent =
        pager.type === 'pagerduty'
          ? await askPagerDuty(pager, asked, with_)
          : pager.type === 'webhook'
            ? await askWebhook(pager, asked, with_)
            : await twilio.send(pager, to, asked, secret, addressesFor(publicUrl, key, recorded.outage.id, delivery.seq));
      // It rings: only that the record says so may fail, and then the ledger says it when the page is looked at.
      if (asked.step === 'trigger')
        await note(delivery, 'accepted').catch((error) =>
          log.error({ err: error, delivery: delivery.key }, 'that a pager took a page could not be recorded'),
        );
      return sent;
    },
    async find(delivery, { outage }, context) {
      const { pager, secret, to } = targetOf(delivery);
      return pager.type === 'twilio' ? await twilio.find(pager, to, { outage, id: delivery.key }, secret, context) : 'unknown';
    },
    isIdempotent: ({ destination }) => destination.kind !== 'pager' || desk.file.pagers[pagerIn(destination)]?.type !== 'twilio',
    // Within the minute in which a page is awaited it is tried seven times. Later a page rings late, and an end still ends it.
    retry: { forMs: 3_600_000, pausesMs: PAUSES_MS },
    // What was no page changes nothing.
    gaveUp: (delivery) => note(delivery, 'missed'),
    lanes: 16,
    limitMs: LIMIT_MS + THREAD_LIMIT_MS + 1_000,
  };
}

async function threadWithin(thread: Promise<string | null>): Promise<string | null> {
  const known = new AbortController();
  const late = sleepFor(THREAD_LIMIT_MS, null, { ref: false, signal: known.signal }).catch(() => null);
  return await Promise.race([thread.catch(() => null), late]).finally(() => known.abort());
}

/** What the pager is asked to do, by the event. A page has a key of its own, the same in each attempt and after a restore. */
function askedOf(delivery: Delivery, { outage, events }: Recorded, pager: string): Pick<Asked, 'step' | 'keys'> {
  const event = eventOf(delivery, events);
  const keyOf = ({ at }: OutageEvent) => `${outage.id}/${at}`;
  if ('pages' in event) return { step: 'trigger', keys: [keyOf(event)] };
  // What rang after it goes on ringing, however late this comes.
  const paged = events
    .slice(0, delivery.seq)
    .filter((one) => 'pages' in one && one.pages?.some((page) => page.pager === pager && page.person === null));
  return { step: event.type === 'acknowledged' ? 'acknowledge' : 'resolve', keys: paged.map(keyOf) };
}
