/** Which channel is the desk and which rooms follow. The desk file wins over choices in Teams: the operator has the last word. Pure. */
import type { Chosen } from '../outage/follow/chosen.ts';
import { type Audience, type Follower, type Origin, type Room, roomIdOf } from '../outage/types/values.ts';
import type { DeskFile } from './desk-file.ts';
import { tenantsOf } from './eligibility.ts';

export const LOSSES = ['channel-deleted', 'team-deleted', 'team-archived', 'bot-removed'] as const;
export type Loss = (typeof LOSSES)[number];

/** Of what a room hears, how much and when, and for whom it is. `projects`: their ids. `audience`: customer without it. */
type Follows = { readonly projects: 'all' | readonly string[]; readonly audience?: Audience; readonly chosen?: Chosen };
/** The use of a room that an administrator chose. */
export type RoomUse = { readonly as: 'desk' } | ({ readonly as: 'follower' } & Follows);
/** How the store writes it: with for whom the room is, where that is no customer. */
export type WrittenUse = RoomUse['as'] | `follower/${Audience}`;

/**
 * Where a room is and what people call it. `teamId`: Teams' id of the team that a channel is in; null when it is not known. `tenantId`:
 * the customer's; null: the desk's own.
 */
export type RoomFacts = {
  readonly conversationId: string;
  readonly kind: Room['kind'];
  readonly teamId: string | null;
  readonly tenantId: string | null;
  /** As Teams said it last; empty when it never did. */
  readonly name: string;
};

/** A room for which a use was chosen in Teams, or that was lost or renamed there. `use` null: the desk file alone says what it is for. */
export type KnownRoom = RoomFacts & { readonly use: RoomUse | null; readonly lost: Loss | null };

/** A room that is in use, and who says so. */
export type UsedRoom = RoomFacts & { readonly by: 'file' | 'teams'; readonly lost: Loss | null };

export type DeskRooms = {
  readonly desk: UsedRoom | null;
  /** The room for support requests: the desk, when the file names no channel for them or that one was lost. */
  readonly queue: UsedRoom | null;
  readonly followers: readonly (UsedRoom & Follows & { readonly id: string })[];
  /** Rooms whose use was chosen in Teams, while the desk file says otherwise. */
  readonly overruled: readonly KnownRoom[];
};

/** `known`: in the order in which they were chosen; of two desks the later counts. */
export function roomsIn(file: Pick<DeskFile, 'desk' | 'followers'>, known: readonly KnownRoom[]): DeskRooms {
  const knownAs = (conversationId: string) => known.find((room) => room.conversationId === conversationId);
  const ofFile = (conversationId: string, kind: Room['kind'], name = '', tenant = file.desk.tenant): UsedRoom => {
    const { teamId = null, lost = null, name: nameInTeams = '' } = knownAs(conversationId) ?? {};
    const tenantId = tenant === file.desk.tenant ? null : tenant;
    return { conversationId, kind, teamId, tenantId, lost, name: nameInTeams || name, by: 'file' };
  };
  const ofTeams = ({ use: _use, ...room }: KnownRoom): UsedRoom => ({ ...room, by: 'teams' });

  const chosenDesk = known.findLast(({ use }) => use?.as === 'desk');
  const channel = file.desk.channel;
  const desk = channel ? ofFile(channel, 'channel') : chosenDesk ? ofTeams(chosenDesk) : null;
  const listed = file.followers
    // A follower that became the desk gets everything in its threads.
    .filter(({ room }) => desk?.by !== 'teams' || room.conversation !== desk.conversationId)
    .map(({ id, room, tenant, projects, audience, ...heard }) => {
      const chosen = chosenIn(heard, file.desk.timeZone);
      return { ...ofFile(room.conversation, room.kind, id, tenant), id, projects, audience, ...(chosen && { chosen }) };
    });
  const taken = new Set([desk?.conversationId, ...listed.map(({ conversationId }) => conversationId)]);
  const ids = new Set(listed.map(({ id }) => id));
  const chosen = known.flatMap((room) => {
    if (room.use?.as !== 'follower' || taken.has(room.conversationId)) return [];
    const { projects, audience = 'customer', chosen } = room.use;
    return [{ ...ofTeams(room), id: idFor(room, ids), projects, audience, ...(chosen && { chosen }) }];
  });
  const used = new Set([...taken, ...chosen.map(({ conversationId }) => conversationId)]);
  const counts = ({ conversationId, use }: KnownRoom) =>
    use?.as === 'desk' ? desk?.conversationId === conversationId : used.has(conversationId) && !taken.has(conversationId);
  const named = file.desk.queue ? ofFile(file.desk.queue, 'channel') : null;
  return {
    desk,
    queue: named && named.lost === null ? named : desk,
    followers: [...listed, ...chosen],
    overruled: known.filter((room) => room.use !== null && !counts(room)),
  };
}

export const roomOf = ({ kind, conversationId, tenantId }: UsedRoom, file: Pick<DeskFile, 'desk'>): Room => ({
  kind,
  conversationId,
  tenantId: tenantId ?? file.desk.tenant,
});

/**
 * The followers of a project: rooms of the desk's tenant and of the project's own. Nothing is sent to a room that was lost: the desk has
 * been told of it.
 */
export function followersOf({ followers }: DeskRooms, projectId: string, file: Pick<DeskFile, 'desk' | 'projects'>): readonly Follower[] {
  const project = file.projects.find(({ id }) => id === projectId);
  const tenants = project ? tenantsOf(project, file) : [];
  return followers
    .filter(({ lost, projects }) => lost === null && (projects === 'all' || projects.includes(projectId)))
    .filter(({ tenantId }) => tenantId === null || tenants.includes(tenantId))
    .map(({ id, audience, chosen, ...room }) => ({ id, ...roomOf(room, file), ...(audience !== 'customer' && { audience }), ...chosen }));
}

/** The same without the channel or chat in which the outage was reported, which hears of it already. */
export const followersExceptOrigin = (
  origin: Pick<Origin, 'conversationId'>,
  ...about: Parameters<typeof followersOf>
): readonly Follower[] => followersOf(...about).filter(({ conversationId }) => conversationId !== roomIdOf(origin.conversationId));

/** What the desk file lets a room hear; undefined: everything. */
function chosenIn({ hours, ...heard }: Pick<DeskFile['followers'][number], 'noise' | 'hours' | 'mostADay' | 'language'>, timeZone: string) {
  const { noise, mostADay, language } = heard;
  const chosen: Chosen = {
    ...(noise && { noise }),
    ...(hours && { hours: { ...hours, timeZone: hours.timeZone ?? timeZone } }),
    ...(mostADay !== undefined && { mostADay }),
    ...(language && { language }),
  };
  return Object.keys(chosen).length > 0 ? chosen : undefined;
}

/** An id made of the room's name, because people read it when a message to the room can't be sent. */
function idFor({ name, kind }: RoomFacts, ids: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const base = plain || (kind === 'channel' ? 'channel' : 'chat');
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  ids.add(id);
  return id;
}
