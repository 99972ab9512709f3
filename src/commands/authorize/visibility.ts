/** Who may be told of which outage, and where: what one person may see is not for everybody in a group. */
import type { Desk } from '../../desk/desk.ts';
import { type DeskRooms, followersOf } from '../../desk/rooms.ts';
import { may } from '../../outage/permissions.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { requestIn, workRoomOf } from '../../outage/types/outage.ts';
import { roomIdOf } from '../../outage/types/rooms.ts';
import type { Caller } from '../command.ts';
import { actorForProject } from './actor-for-project.ts';

/** Ids count in the tenant of the desk only. */
export const inTenantOf = ({ place }: Caller, { desk }: Outage): boolean => place.tenantId === desk.tenantId.toLowerCase();
export const isReporter = (caller: Caller, outage: Outage): boolean => caller.actor.id === outage.reporter.id && inTenantOf(caller, outage);
const projectsOf = async ({ membership }: Caller): Promise<readonly string[]> => (await membership()).projects.map(({ id }) => id);

/** In the channel of a desk, and as somebody who may see every outage. */
export const atDesk = (caller: Caller, desk: { readonly conversationId: string } | null): boolean =>
  may(caller.actor, 'see') && roomIdOf(caller.place.conversationId) === desk?.conversationId;

/** The projects of which this person may be told everything here; null: all. Elsewhere it is those that are followed there. */
export async function projectsToTell(caller: Caller, desk: Desk, rooms: DeskRooms): Promise<readonly string[] | null> {
  const { place } = caller;
  if (atDesk(caller, rooms.desk) || (place.kind === 'personal' && may(caller.actor, 'see'))) return null;
  if (place.kind === 'personal') return await projectsOf(caller);
  const room = roomIdOf(place.conversationId);
  const followed = desk.file.projects
    .map(({ id }) => id)
    .filter((id) => followersOf(rooms, id, desk.file).some(({ conversationId }) => conversationId === room));
  if (may(caller.actor, 'see')) return followed;
  const own = await projectsOf(caller);
  return followed.filter((id) => own.includes(id));
}

/** How an outage is shown to this person in this place; 'own-chat': not here; null: to this person it does not exist. */
export type Showing = 'desk' | 'engineer' | 'own' | 'origin' | 'follower' | 'own-chat';

export async function showingOf(outage: Outage, caller: Caller): Promise<Showing | null> {
  const { place } = caller;
  // A request is between who sent it and the desk.
  const permission = requestIn(outage) ? 'see-request' : 'see';
  const actor = may(caller.actor, permission, outage) ? caller.actor : await actorForProject(outage.report.project.id, caller);
  if (!may(actor, permission, outage) || !inTenantOf(caller, outage)) return null;
  const own = isReporter(caller, outage);
  if (atDesk(caller, workRoomOf(outage))) return 'desk';
  if (place.kind === 'personal') return own ? 'own' : may(caller.actor, 'see-entered') ? 'engineer' : 'follower';
  const room = roomIdOf(place.conversationId);
  if (outage.followers.some(({ conversationId }) => conversationId === room)) return 'follower';
  return roomIdOf(outage.origin.conversationId) === room ? 'origin' : 'own-chat';
}

/** Whether it is no secret to whoever presses: they may see it, or its card stands in their room. */
export const isShownTo = async (caller: Caller, outage: Outage): Promise<boolean> =>
  inTenantOf(caller, outage) &&
  ((await showingOf(outage, caller)) !== null ||
    [outage.origin, ...outage.followers].some(({ conversationId }) => roomIdOf(conversationId) === roomIdOf(caller.place.conversationId)));
