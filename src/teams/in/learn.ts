/** Keeps what an activity tells beside what its sender wants: the team of a channel, what became of rooms, who came and left. */
import type { Button } from '../../cards/base/verbs.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import type { RoomEvent, RoomKeeper } from '../../engine/room-keeper.ts';
import { roomIdOf } from '../../outage/types/values.ts';
import type { Groups } from '../people/groups.ts';
import type { Members } from '../people/members.ts';
import type { Learned } from './incoming.ts';

/** What it returns never throws, and resolves when the rooms and members are stored, since the answer may depend on them. */
export function createLearn(parts: { groups: Groups; keeper: RoomKeeper; members: Members; once: Once; log: Log }) {
  const { groups, keeper, members, once, log } = parts;
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
    if (event.type === 'lost' && event.why === 'bot-removed') await once.forget(greetingIn(conversationId));
  }
}

const REMEMBERED_MS = 30 * 24 * 3_600_000;

export type Once = ReturnType<typeof createOnce>;

/** The bot introduces itself once in a room or a chat: Teams says several times, and at each start of some clients, that it was added. */
export const greetingIn = (conversationId: string): string => `greeted:${roomIdOf(conversationId)}`;

/** What is done once only, by a key for each. */
export function createOnce(cache: Cache) {
  const underWay = new Set<string>();
  return {
    /** Whether this is the first time in so long, 30 days where nothing is said; the next one is not. */
    async isFirst(key: string, rememberedMs = REMEMBERED_MS): Promise<boolean> {
      if (underWay.has(key)) return false;
      underWay.add(key);
      try {
        if ((await cache.get(key)) === true) return false;
        await cache.set(key, true, rememberedMs);
        return true;
      } catch {
        // While the store is away, an answer too many is better than silence.
        return true;
      } finally {
        underWay.delete(key);
      }
    },
    has: async (key: string): Promise<boolean> => (await cache.get(key).catch(() => false)) === true,
    /** The next time is the first again. */
    forget: (key: string) => cache.delete(key),
  };
}

export type ReportCards = ReturnType<typeof createReportCards>;

/** The messages on which reports are entered: Teams does not say with each press which message it was on. */
export function createReportCards(cache: Cache) {
  const keyOf = (conversationId: string, reportId: string) => `report-card:${roomIdOf(conversationId)}:${reportId}`;
  return {
    /** `messageId`: empty where Teams gave none. `isAlone`: one person sees it. */
    async sent(conversationId: string, messageId: string, card: object, isAlone = false): Promise<void> {
      const { actions } = card as { readonly actions?: unknown };
      const data = (Array.isArray(actions) ? actions : []).map((action: Partial<Button>) => action.data as { draft?: string } | undefined);
      const draft = data.find((one) => one?.draft)?.draft;
      if (draft && (messageId !== '' || isAlone))
        await cache.set(keyOf(conversationId, draft), messageId, REMEMBERED_MS).catch(() => undefined);
    },
    /** null: it is not known; empty: one person alone sees it, and Teams gave it no id. The report is a draft, or the outage of the same id that it became. */
    async of(conversationId: string, reportId: string | null): Promise<string | null> {
      const known = reportId && (await cache.get(keyOf(conversationId, reportId)).catch(() => null));
      return typeof known === 'string' ? known : null;
    },
  };
}
