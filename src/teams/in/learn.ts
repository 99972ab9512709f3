/** Keeps what an activity tells beside what its sender wants: the team of a channel, what became of rooms, who came and left. */
import type { Log } from '../../engine/ports/log.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import type { RoomEvent, RoomKeeper } from '../../engine/room-keeper.ts';
import { roomIdOf } from '../../outage/types/values.ts';
import type { Groups } from '../people/groups.ts';
import type { Members } from '../people/members.ts';
import type { Learned } from './incoming.ts';

/** What it returns never throws, and resolves when the rooms and members are stored, since the answer may depend on them. */
export function createLearn(parts: { groups: Groups; keeper: RoomKeeper; members: Members; greetings: Greetings; log: Log }) {
  const { groups, keeper, members, greetings, log } = parts;
  return async ({ conversationId, team, roomEvent, members: change }: Learned): Promise<void> => {
    if (team) groups.seen(team).catch((error) => log.warn({ err: error }, 'the team of a channel could not be stored'));
    await Promise.all([
      // The desk hears of each message that does not arrive in a room all the same.
      roomEvent &&
        keepRoom(roomEvent, conversationId).catch((error) =>
          log.error({ err: error, event: roomEvent.type }, 'what Teams said about a room could not be stored'),
        ),
      // Without it the roster is asked for again within the hour.
      change && members.keep(change).catch((error) => log.warn({ err: error }, 'a change of the members of a team could not be stored')),
    ]);
  };

  async function keepRoom(event: RoomEvent, conversationId: string): Promise<void> {
    await keeper.take(event);
    if (event.type === 'lost' && event.why === 'bot-removed') await greetings.forget(conversationId);
  }
}

const REMEMBERED_MS = 30 * 24 * 3_600_000;

export type Greetings = ReturnType<typeof createGreetings>;

/** Where the bot has introduced itself already: Teams says several times, and at each start of some clients, that it was added. */
export function createGreetings(cache: Cache) {
  const key = (conversationId: string) => `greeted:${roomIdOf(conversationId)}`;
  const underWay = new Set<string>();
  return {
    /** Whether this is the first time in 30 days, in a room or in somebody's chat; the next one is not. */
    async isFirst(conversationId: string): Promise<boolean> {
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
    /** The bot was removed there, and introduces itself when it comes back. */
    forget: (conversationId: string) => cache.delete(key(conversationId)),
  };
}
