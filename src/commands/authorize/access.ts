/** What somebody may report, which outages they may see, and where: what one person may see is not for everybody in a group. */
import { AUDIENCE_VIEWS } from '../../cards/base/audience.ts';
import { createShownNames, type ShownNames } from '../../cards/base/shown-names.ts';
import { notEligibleCard, notMemberCard, notToldCard, otherTenantCard, publicNotEligibleCard } from '../../cards/report/not-eligible.ts';
import type { Membership } from '../../desk/eligibility.ts';
import { followersOf } from '../../desk/rooms.ts';
import { may } from '../../outage/permissions.ts';
import { type Outage, requestIn, workRoomOf } from '../../outage/types/outage.ts';
import { type Actor, type Audience, roomIdOf } from '../../outage/types/values.ts';
import { environmentsOf } from '../../report/steps/confirmation.ts';
import { type Caller, cardReply, isAlone, type Reply, refusing, type Services, type Turn } from '../command.ts';

/** The denial to somebody who may report nothing, with what they can do; null: they may report something. */
export function withoutAccess(
  { projects, doubt }: Membership,
  turn: Turn,
  /** Whether nobody else sees the answer: in their own chat, or after a press. */
  { alone = isAlone(turn) } = {},
): Reply | null {
  if (environmentsOf(turn.desk, projects).length > 0) return null;
  if (doubt === 'other-tenant') return refusing({ refused: 'other-tenant' }, cardReply(otherTenantCard(turn)));
  if (doubt === 'not-told') return refusing({ refused: 'not-told' }, cardReply(notToldCard(turn)));
  if (projects.length === 0) return refusing({ refused: 'not-member' }, cardReply(notMemberCard(turn)));
  return refusing({ refused: 'not-eligible' }, cardReply(alone ? notEligibleCard(turn, projects) : publicNotEligibleCard(turn)));
}

/** The actor with what they are to this project: its customer, where the desk file or Teams say so, or somebody whom the file lets follow. */
export async function actorForProject(projectId: string, { actor, membership }: Pick<Caller, 'actor' | 'membership'>): Promise<Actor> {
  const { projects, mayFollow = [] } = await membership();
  const isMember = projects.some(({ id }) => id === projectId);
  const also = [...(isMember ? (['customer'] as const) : []), ...(mayFollow.includes(projectId) ? (['stakeholder'] as const) : [])];
  return also.length > 0 ? { ...actor, roles: [...actor.roles, ...also] } : actor;
}

/** Somebody in a place, and the desk that they ask. */
type Here = Caller & Pick<Services, 'desk'>;

/**
 * Whether this is a place in which the outage may be known: in the tenant of its desk for who works there, in a tenant of its project for all
 * others. When the desk file takes a tenant from a project, its people lose what they were to the project's outages at once.
 */
export function inTenantOf({ place: { tenantId }, actor, desk }: Here, outage: Outage): boolean {
  const isOurs = tenantId === desk.file.desk.tenant;
  // Bare ids in the record are of the desk's tenant of that time.
  if (isOurs && outage.desk.tenantId.toLowerCase() !== tenantId) return false;
  const { project } = outage.report;
  const isLet = desk.members.followableBy(actor.id).includes(project.id);
  return (isOurs && may(actor, 'report-for')) || isLet || desk.members.isTenantOf(tenantId, project.id);
}
export const isReporter = (caller: Here, outage: Outage): boolean => caller.actor.id === outage.reporter.id && inTenantOf(caller, outage);
async function projectsOf({ membership }: Caller): Promise<readonly string[]> {
  const { projects, mayFollow = [] } = await membership();
  return [...new Set([...projects.map(({ id }) => id), ...mayFollow])];
}
/** Whether somebody is in the desk's own tenant. */
export const isOurs = ({ place, desk }: Here): boolean => place.tenantId === desk.file.desk.tenant;

/** Whether it was typed or pressed in the channel of this desk, by somebody who may see every outage. */
export const atDesk = (caller: Caller, desk: { readonly conversationId: string } | null): boolean =>
  may(caller.actor, 'see') && roomIdOf(caller.place.conversationId) === desk?.conversationId;

/** Who reads along where this was typed: the desk's own people in its channels, and customers in a room that the desk file does not name. */
export async function audienceOfRoom(turn: Turn): Promise<Audience> {
  const rooms = turn.desk.roomsIn(await turn.rooms.all());
  if (atDesk(turn, rooms.desk) || atDesk(turn, rooms.queue)) return 'internal';
  const room = roomIdOf(turn.place.conversationId);
  return rooms.followers.find(({ conversationId }) => conversationId === room)?.audience ?? 'customer';
}

/** How a room of this audience reads who works for them, whoever asks there. */
export const namesFor = (audience: Audience, { desk, words }: Pick<Turn, 'desk' | 'words'>): ShownNames =>
  AUDIENCE_VIEWS[audience].names === 'full' ? (shown) => shown : createShownNames(desk, words.news.engineer);

/** The projects whose outages this person may see here; null: all. In a room it is the projects that the room follows. */
export async function visibleProjects(turn: Turn): Promise<readonly string[] | null> {
  const { place, actor, desk } = turn;
  const rooms = desk.roomsIn(await turn.rooms.all());
  if (atDesk(turn, rooms.desk) || (isAlone(turn) && may(actor, 'see'))) return null;
  if (isAlone(turn)) return await projectsOf(turn);
  const room = roomIdOf(place.conversationId);
  const followed = desk.file.projects
    .map(({ id }) => id)
    .filter((id) => followersOf(rooms, id, desk.file).some(({ conversationId }) => conversationId === room));
  if (may(actor, 'see')) return followed;
  const own = await projectsOf(turn);
  return followed.filter((id) => own.includes(id));
}

/** How an outage is shown to this person in this place. 'own-chat': only in their own chat with the bot. */
export type Showing = 'desk' | 'engineer' | 'own' | 'origin' | 'follower' | 'own-chat';

/** null: this person may not know that it exists. */
export async function showingOf(outage: Outage, caller: Here): Promise<Showing | null> {
  const { place } = caller;
  // Only the person who sent a request and the desk may see it.
  const permission = requestIn(outage) ? 'see-request' : 'see';
  const actor = may(caller.actor, permission, outage) ? caller.actor : await actorForProject(outage.report.project.id, caller);
  if (!may(actor, permission, outage) || !inTenantOf(caller, outage)) return null;
  const own = isReporter(caller, outage);
  if (atDesk(caller, workRoomOf(outage))) return 'desk';
  if (isAlone(caller)) return own ? 'own' : may(caller.actor, 'see-entered') ? 'engineer' : 'follower';
  const room = roomIdOf(place.conversationId);
  if (outage.followers.some(({ conversationId }) => conversationId === room)) return 'follower';
  return roomIdOf(outage.origin.conversationId) === room ? 'origin' : 'own-chat';
}

/** Whether this person knows of the outage: they may see it, or its card stands in their room. */
export const isShownTo = async (caller: Here, outage: Outage): Promise<boolean> =>
  inTenantOf(caller, outage) &&
  ((await showingOf(outage, caller)) !== null ||
    [outage.origin, ...outage.followers].some(({ conversationId }) => roomIdOf(conversationId) === roomIdOf(caller.place.conversationId)));
