/** A message whose answer was lost may have arrived, so the conversation is read back, where that is granted, before it is sent again. */

import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import type { Log } from '../ports/log.ts';
import type { Address, Messenger, Posted } from '../ports/messenger.ts';
import { createSend, digestAddress } from './send.ts';

/** What was posted a moment ago may not be readable yet, so no look-up comes earlier than this after an attempt began. */
export const SETTLE_MS = 5_000;
/** The messenger's `find` ends within it. With the longest pause before a repeat, and the repeat itself, it is still under a minute. */
export const LOOK_LIMIT_MS = 4_000;
/** The most conversations that are read in one look-up. Pings that an earlier bot sent may each be in the thread of their own outage. */
const MAX_CONVERSATIONS = 4;
/** When more is remembered, all of it is forgotten; what is still needed costs another look-up. */
const MAX_REMEMBERED = 1_000;

/** Where the message is; that it is certainly not there; that nobody knows. */
export type Lookup = Posted | 'absent' | 'unknown';
/** A ping goes into the thread of its outage, or with others in a digest beside the threads. */
type SentAs = 'single' | 'digest';
type UnconfirmedSend = { readonly delivery: Delivery; readonly recorded: { readonly outage: Outage } };

export type UnconfirmedSends = ReturnType<typeof createUnconfirmedSends>;

export function createUnconfirmedSends(parts: { deliveries: DeliveryQueue; messenger: Messenger; log: Log }) {
  const { messenger, log } = parts;
  const { addressOf } = createSend(parts);
  /** By delivery, how it may have been sent since it was last known to be absent. A bot that was not running then does not know. */
  const sentAs = new Map<string, ReadonlySet<SentAs>>();
  /** By delivery and attempt: after a slow look-up the lease may be too short to send, and the next lane takes the result from here. */
  const results = new Map<string, 'absent' | 'unknown'>();

  return {
    /** How long after an attempt without an answer nothing is looked up, in ms; 0 when this messenger can't look anything up. */
    settleMs: messenger.find ? SETTLE_MS : 0,

    /** These were in one message whose answer was lost; their number says where to look for them. */
    answerLost(deliveries: readonly Delivery[]) {
      const how = deliveries.length > 1 ? 'digest' : 'single';
      for (const { key } of deliveries) remember(sentAs, key, new Set(sentAs.get(key)).add(how));
    },

    /** What became of them, by key. Throws when the address of one can't be told yet. */
    async lookUp(items: readonly UnconfirmedSend[]): Promise<ReadonlyMap<string, Lookup>> {
      const fresh = items.filter(({ delivery }) => !results.has(attemptOf(delivery)));
      const found = messenger.find && fresh.length > 0 ? await readBack(messenger.find, fresh) : new Map<string, Lookup>();
      for (const { delivery } of fresh) keepResult(delivery, found.get(delivery.key) ?? 'unknown');
      return new Map(items.map(({ delivery }) => [delivery.key, results.get(attemptOf(delivery)) ?? found.get(delivery.key) ?? 'unknown']));
    },
  };

  function keepResult(delivery: Delivery, result: Lookup): void {
    if (typeof result === 'string') remember(results, attemptOf(delivery), result);
    if (result === 'unknown') remember(sentAs, delivery.key, new Set(waysOf(delivery)));
    else sentAs.delete(delivery.key);
    if (messenger.find) log.info({ delivery: delivery.key, found: typeof result === 'string' ? result : 'there' }, 'read back');
  }

  function waysOf({ key, kind }: Delivery): readonly SentAs[] {
    if (kind !== 'ping' && kind !== 'direct') return ['single'];
    return [...(sentAs.get(key) ?? (['single', 'digest'] as const))];
  }

  /** Reads each conversation once for all that may be in it. What may be in several is absent when it is in none of them. */
  async function readBack(find: NonNullable<Messenger['find']>, items: readonly UnconfirmedSend[]): Promise<Map<string, Lookup>> {
    const conversations = await conversationsOf(items);
    const reading = conversations.slice(0, MAX_CONVERSATIONS).map(async ({ address, deliveries }) => {
      const since = Math.min(...deliveries.map(({ createdAt }): Instant => createdAt));
      const marks = deliveries.map(({ key }) => key);
      return await find(address, marks, since);
    });
    const answers = await Promise.all(reading);
    const resultOf = ({ key }: Delivery): Lookup => {
      const all = conversations.flatMap(({ deliveries }, index) =>
        deliveries.some((one) => one.key === key) ? [answers[index]?.get(key)] : [],
      );
      const there = all.find((one): one is Posted => typeof one === 'object');
      return there ?? (all.length > 0 && all.every((one) => one === 'absent') ? 'absent' : 'unknown');
    };
    return new Map(items.map(({ delivery }) => [delivery.key, resultOf(delivery)]));
  }

  async function conversationsOf(items: readonly UnconfirmedSend[]) {
    const conversations = new Map<string, { address: Address; deliveries: Delivery[] }>();
    for (const { delivery, recorded } of items) {
      for (const how of waysOf(delivery)) {
        const address = how === 'single' ? await addressOf(delivery, recorded.outage) : digestAddress(delivery, recorded.outage);
        const conversation = conversations.get(JSON.stringify(address)) ?? { address, deliveries: [] };
        conversations.set(JSON.stringify(address), conversation);
        conversation.deliveries.push(delivery);
      }
    }
    return [...conversations.values()];
  }
}

const attemptOf = ({ key, attempts }: Delivery): string => `${key} ${attempts}`;

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  memory.set(key, value);
}
