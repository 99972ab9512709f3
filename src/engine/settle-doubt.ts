/**
 * A message whose answer was lost may be there: before it is sent again, the conversation is read back, where that is
 * granted. Not to know leaves all as it would be without reading.
 */
import type { Address, Delivery, Log, Messenger, Posted } from './ports.ts';

/** What was posted a moment ago may not be read yet, so nobody looks earlier than this after a try began. */
export const SETTLE_MS = 5_000;
/** How often a message is sent again without knowing whether it is there. */
const MAX_REPEATS = 1;
/** How often when it was looked for each time and was not there; more is a sign that the looking is wrong. */
const MAX_REPEATS_OF_ABSENT = 5;
/** Old ones are of no use any more; one that still is will be asked for again. */
const MAX_KEPT = 1_000;

/** `posted`: it is there, and nothing is to be sent. */
export type Settled = { readonly posted: Posted | null; readonly mayRepeat: boolean };

export type SettleDoubt = (delivery: Delivery, addressOf: () => Promise<Address>) => Promise<Settled>;

export function createSettleDoubt({ messenger, log }: { messenger: Messenger; log: Log }): SettleDoubt {
  /**
   * By delivery and try. Looking may leave too little of a lane's lease to send in; when the lane is taken again nobody looks
   * again, or a slow Graph could hold a message back for ever.
   */
  const verdicts = new Map<string, 'absent' | 'unknown'>();

  return async function settle(delivery, addressOf) {
    const tried = `${delivery.key} ${delivery.attempts}`;
    const found = verdicts.get(tried) ?? (await look(delivery, addressOf));
    if (typeof found !== 'string') return { posted: found, mayRepeat: true };
    if (verdicts.size >= MAX_KEPT) verdicts.clear();
    verdicts.set(tried, found);
    return { posted: null, mayRepeat: delivery.repeats < (found === 'absent' ? MAX_REPEATS_OF_ABSENT : MAX_REPEATS) };
  };

  async function look(delivery: Delivery, addressOf: () => Promise<Address>): Promise<Posted | 'absent' | 'unknown'> {
    if (!messenger.find) return 'unknown';
    const found = await messenger.find(await addressOf(), delivery.key, delivery.createdAt);
    log.info({ delivery: delivery.key, found: typeof found === 'string' ? found : 'there' }, 'read back: its answer was lost');
    return found;
  }
}
