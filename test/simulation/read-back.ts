/** Reading messages back from the fake connector: only in some rooms, late, and not always. */
import { LOOK_LIMIT_MS } from '../../src/engine/delivery/unconfirmed-sends.ts';
import type { Address, Messenger, Posted } from '../../src/engine/ports/messenger.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

type Finder = NonNullable<Messenger['find']>;
export type ReadBack = {
  /** Teams accepted a message with these marks. */
  keep(address: Address, marks: readonly string[], at: Instant, posted: Posted): void;
  find: Finder;
};

const READABLE = 0.6;
const NO_ANSWER = 0.1;
const STALE_MS = { min: 0, max: 4_000 };
const READING_MS = { min: 50, max: 900 };

export function createReadBack({ time, random }: { time: VirtualTime; random: Random }): ReadBack {
  const messages = new Map<string, { marks: readonly string[]; at: Instant; posted: Posted }[]>();
  const granted = new Map<string, boolean>();

  return {
    keep(address, marks, at, posted) {
      if (address.to === 'one') return;
      const posts = messages.get(conversationOf(address)) ?? [];
      messages.set(conversationOf(address), posts);
      posts.push({ marks, at, posted });
    },

    async find(address, marks) {
      const known = new Map<string, Posted | 'absent'>();
      const conversation = conversationOf(address);
      // What one person alone sees, the bot cannot read.
      if (address.to === 'one' || !isGranted(conversation.replace(/;messageid=.*$/, ''))) return known;
      if (random.chance(NO_ANSWER)) {
        await time.wait(LOOK_LIMIT_MS);
        return known;
      }
      await time.wait(random.int(READING_MS.min, READING_MS.max));
      const shownUntil = time.now() - random.int(STALE_MS.min, STALE_MS.max);
      for (const mark of marks) {
        const there = messages.get(conversation)?.find((one) => one.at <= shownUntil && one.marks.includes(mark));
        known.set(mark, there?.posted ?? 'absent');
      }
      return known;
    },
  };

  function isGranted(room: string): boolean {
    const known = granted.get(room) ?? (!room.startsWith('person:') && random.chance(READABLE));
    granted.set(room, known);
    return known;
  }
}

/** New threads of a channel are kept apart from the messages in its threads. */
function conversationOf(address: Address): string {
  if (address.to === 'person') return `person:${address.personId}`;
  return address.to === 'new-thread' ? address.room.conversationId : address.conversationId;
}
