/** Records what Teams reports of the rooms in use: that one was renamed, that nothing arrives there any more, or that it does again. */
import type { Desk } from '../desk/desk.ts';
import { LOSSES, type Loss, type RoomFacts, type UsedRoom } from '../desk/rooms.ts';
import type { Rooms } from './ports/desk.ts';
import type { Log } from './ports/log.ts';

export type Where = { readonly conversationId: string; readonly name: string } | { readonly teamId: string };

export type RoomChange =
  | { readonly type: 'renamed'; readonly conversationId: string; readonly name: string }
  | { readonly type: 'lost'; readonly why: Loss; readonly where: Where }
  /** Messages arrive again in rooms that were lost for one of these reasons. */
  | { readonly type: 'back'; readonly from: readonly Loss[]; readonly where: Where };
/** `tenantId`: where it happened. What one tenant says changes no room of another. */
export type RoomEvent = RoomChange & { readonly tenantId: string };

export type RoomKeeper = ReturnType<typeof createRoomKeeper>;

/** `teamOf`: Teams' id of the team that a channel is in. */
export function createRoomKeeper(parts: { rooms: Rooms; desk: Desk; teamOf: (channelId: string) => Promise<string>; log: Log }) {
  const { rooms, desk, teamOf, log } = parts;

  return {
    /** Records an event. Rooms that are not in use are ignored. */
    async take(event: RoomEvent): Promise<void> {
      const where = event.type === 'renamed' ? event : event.where;
      const affected = await usedIn(where, event.tenantId);
      if (affected.length === 0) return;
      const conversations = affected.map(({ conversationId }) => conversationId);
      if (event.type === 'renamed') return await rooms.rename(event.conversationId, event.name);
      if (event.type === 'lost') await rooms.lose(affected, event.why);
      else await rooms.regain(conversations, event.from);
      log.info({ conversations, event: event.type }, 'Teams reported a change of rooms');
    },

    /** Somebody of the room's own tenant wrote to the bot there, so the bot is in it, even if Teams never reported that it came back. */
    async seen(conversationId: string, tenantId: string): Promise<void> {
      const where = tenantId === desk.file.desk.tenant ? null : tenantId;
      // Most are of the desk's own tenant. One that the desk file takes for that, and is a customer's, may hear of other customers.
      const wrong = where !== null && (await used()).some((room) => room.conversationId === conversationId && room.tenantId !== where);
      if (wrong) log.warn({ conversation: conversationId, tenant: tenantId }, 'a room in use is of another tenant than the desk file says');
      else await rooms.regain([conversationId], LOSSES);
    },
  };

  async function used(): Promise<readonly UsedRoom[]> {
    const { desk: channel, followers } = desk.roomsIn(await rooms.all());
    return channel ? [channel, ...followers] : followers;
  }

  async function usedIn(where: Where, tenantId: string): Promise<readonly RoomFacts[]> {
    const theirs = (await used()).filter((room) => (room.tenantId ?? desk.file.desk.tenant) === tenantId);
    if ('conversationId' in where) {
      return theirs.filter(({ conversationId }) => conversationId === where.conversationId).map((room) => factsOf(room, where.name));
    }
    const found: RoomFacts[] = [];
    for (const room of theirs) {
      if (room.kind === 'channel' && (room.teamId ?? (await teamOf(room.conversationId))) === where.teamId) found.push(factsOf(room));
    }
    return found;
  }
}

/** The name of a follower from the desk file is its id there, not a name that Teams gave. */
const factsOf = ({ conversationId, kind, teamId, tenantId, name, by }: UsedRoom, reported = ''): RoomFacts => ({
  conversationId,
  kind,
  teamId,
  tenantId,
  name: reported || (by === 'teams' ? name : ''),
});
