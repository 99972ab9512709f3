/**
 * Messages whose answer was lost may be there: before they are sent again, the conversation is read back, where that is
 * granted. Not to know leaves all as it would be without reading.
 */
import type { Instant, Outage } from '../../outage/outage.ts';
import type { Address, Delivery, Log, Messenger, Posted } from '../ports/ports.ts';

/** What was posted a moment ago may not be read yet, so nobody looks earlier than this after a try began. */
export const SETTLE_MS = 5_000;
/** The finder keeps it. With the longest pause before a repeat, and the repeat itself, still under a minute. */
export const LOOK_LIMIT_MS = 4_000;
/** Of pings that an earlier bot sent, each in the thread of its own outage, so many threads are read at once. */
const MOST_ROOMS = 4;
/** Older memories are of no use any more; one that still is costs another look. */
const MOST_KEPT = 1_000;

/** Where it is; that it is certainly not there; that nobody knows. */
export type Lookup = Posted | 'absent' | 'unknown';
/** A ping goes into the thread of its outage, or with others in a digest beside the threads. */
type Way = 'alone' | 'together';
type UnconfirmedSend = { readonly delivery: Delivery; readonly recorded: { readonly outage: Outage } };

export type UnconfirmedSends = {
  /** These were in one message whose answer was lost: that says where to look for them. */
  lost(deliveries: readonly Delivery[]): void;
  /** What became of them, by key. Throws when one has nowhere to go yet. */
  settle(items: readonly UnconfirmedSend[]): Promise<ReadonlyMap<string, Lookup>>;
};

export function createUnconfirmedSends(parts: {
  messenger: Messenger;
  addressOf: (delivery: Delivery, outage: Outage, way: Way) => Promise<Address>;
  log: Log;
}): UnconfirmedSends {
  const { messenger, addressOf, log } = parts;
  /** How they may have gone since somebody last knew. A bot that was not there at the time does not know. */
  const ways = new Map<string, ReadonlySet<Way>>();
  /**
   * By delivery and try. Looking may leave too little of a lane's lease to send in; when the lane is taken again nobody looks
   * again, or a slow Graph could hold a message back for ever.
   */
  const verdicts = new Map<string, 'absent' | 'unknown'>();

  return {
    lost(deliveries) {
      const way = deliveries.length > 1 ? 'together' : 'alone';
      for (const { key } of deliveries) keep(ways, key, new Set(ways.get(key)).add(way));
    },

    async settle(items) {
      const fresh = items.filter(({ delivery }) => !verdicts.has(tryOf(delivery)));
      const found = messenger.find && fresh.length > 0 ? await look(messenger.find, fresh) : new Map<string, Lookup>();
      for (const { delivery } of fresh) conclude(delivery, found.get(delivery.key) ?? 'unknown');
      return new Map(items.map(({ delivery }) => [delivery.key, verdicts.get(tryOf(delivery)) ?? found.get(delivery.key) ?? 'unknown']));
    },
  };

  function conclude(delivery: Delivery, verdict: Lookup): void {
    if (typeof verdict === 'string') keep(verdicts, tryOf(delivery), verdict);
    if (verdict === 'unknown') keep(ways, delivery.key, new Set(waysOf(delivery)));
    else ways.delete(delivery.key);
    if (messenger.find) log.info({ delivery: delivery.key, found: typeof verdict === 'string' ? verdict : 'there' }, 'read back');
  }

  function waysOf({ key, kind }: Delivery): readonly Way[] {
    if (kind !== 'ping' && kind !== 'direct') return ['alone'];
    return [...(ways.get(key) ?? (['alone', 'together'] as const))];
  }

  /** Each conversation is read once for all that may be in it; what may be in several is absent when it is in none. */
  async function look(find: NonNullable<Messenger['find']>, items: readonly UnconfirmedSend[]): Promise<Map<string, Lookup>> {
    const rooms = await roomsOf(items);
    const read = rooms.slice(0, MOST_ROOMS).map(async ({ address, deliveries }) => {
      const since = Math.min(...deliveries.map(({ createdAt }): Instant => createdAt));
      return await find(
        address,
        deliveries.map(({ key }) => key),
        since,
      );
    });
    const answers = await Promise.all(read);
    const verdictOf = ({ key }: Delivery): Lookup => {
      const all = rooms.flatMap(({ deliveries }, room) => (deliveries.some((one) => one.key === key) ? [answers[room]?.get(key)] : []));
      const there = all.find((one): one is Posted => typeof one === 'object');
      return there ?? (all.length > 0 && all.every((one) => one === 'absent') ? 'absent' : 'unknown');
    };
    return new Map(items.map(({ delivery }) => [delivery.key, verdictOf(delivery)]));
  }

  async function roomsOf(items: readonly UnconfirmedSend[]): Promise<{ readonly address: Address; readonly deliveries: Delivery[] }[]> {
    const rooms = new Map<string, { address: Address; deliveries: Delivery[] }>();
    for (const { delivery, recorded } of items) {
      for (const way of waysOf(delivery)) {
        const address = await addressOf(delivery, recorded.outage, way);
        const room = rooms.get(JSON.stringify(address)) ?? { address, deliveries: [] };
        rooms.set(JSON.stringify(address), room);
        room.deliveries.push(delivery);
      }
    }
    return [...rooms.values()];
  }
}

const tryOf = ({ key, attempts }: Delivery): string => `${key} ${attempts}`;

function keep<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  if (memory.size >= MOST_KEPT) memory.clear();
  memory.set(key, value);
}
