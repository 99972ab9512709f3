/** Where the bot has introduced itself already: Teams says several times, and at each start of some clients, that it was added. */
import type { Cache } from '../../engine/ports/messenger.ts';
import { roomIdOf } from '../../outage/types/rooms.ts';

const REMEMBERED_MS = 30 * 24 * 3_600_000;

export type Greetings = {
  /** Whether this is the first time in 30 days, in a room or in somebody's chat; the next one is not. */
  isFirst(conversationId: string): Promise<boolean>;
  /** The bot was removed there, and introduces itself when it comes back. */
  forget(conversationId: string): Promise<void>;
};

export function createGreetings(cache: Cache): Greetings {
  const key = (conversationId: string) => `greeted:${roomIdOf(conversationId)}`;
  const underWay = new Set<string>();
  return {
    async isFirst(conversationId) {
      const room = key(conversationId);
      if (underWay.has(room)) return false;
      underWay.add(room);
      try {
        if ((await cache.get(room)) === true) return false;
        await cache.set(room, true, REMEMBERED_MS);
        return true;
      } finally {
        underWay.delete(room);
      }
    },
    forget: (conversationId) => cache.delete(key(conversationId)),
  };
}
