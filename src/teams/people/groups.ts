/**
 * Which team, and which Microsoft 365 group, a channel belongs to: Graph knows a team by the group only, and a channel's own id does not tell.
 * Teams says which team a channel is in with all that is done there; the group comes along, or the connector is asked.
 */
import { TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Cache } from '../../engine/ports/messenger.ts';
import type { ChannelTeam } from '../in/incoming.ts';
import { harden } from '../out/connector.ts';
import type { Clients } from '../out/messenger.ts';
import type { ServiceUrls } from '../out/service-url.ts';
import { withTimeout } from '../out/timeout.ts';

/** A name is nice to have, and somebody waits for the answer. */
const NAME_LIMIT_MS = 2_000;

const id = z.string().min(1).max(500);
const groupId = z.guid();
const teamSchema = z.object({ aadGroupId: groupId });
const namedTeamSchema = z.object({ name: z.string() });
/** The first channel of a team comes without a name. */
const channelsSchema = z.object({ conversations: z.array(z.object({ id, name: z.string().nullish() })) });

/** What people know a channel by: there is a General in every team. Empty when Teams did not say it. */
export const channelName = (channel: string, team: string): string => (channel && team ? `${team} / ${channel}` : channel);

export type Groups = {
  /** Remembers the team of a channel, as an activity names it. */
  seen(team: ChannelTeam): Promise<void>;
  /** The id of the group behind a channel; null when Teams does not say. */
  of(channelId: string, tenantId: string): Promise<string | null>;
  /** Teams' own id of the team that a channel is in, as far as it was told. */
  teamOf(channelId: string): Promise<string>;
  /** The name of a channel with that of its team; empty when Teams does not say. */
  nameOf(channelId: string, teamId: string, tenantId: string): Promise<string>;
};

export function createGroups(parts: { cache: Cache; clients: Clients; serviceUrls: ServiceUrls; limitMs: number }): Groups {
  const { cache, clients, serviceUrls, limitMs } = parts;
  const teamKey = (channelId: string) => `team:${channelId}`;
  const groupKey = (teamId: string) => `group:${teamId}`;
  /** A channel never moves to another team, so one look for each and process is enough. */
  const known = new Set<string>();

  return {
    async seen({ channelId, teamId, groupId }) {
      const fact = `${channelId} ${groupId}`;
      if (known.has(fact)) return;
      await cache.set(teamKey(channelId), teamId);
      if (groupId) await cache.set(groupKey(teamId), groupId);
      known.add(fact);
    },

    async of(channelId, tenantId) {
      const teamId = await teamOf(channelId);
      const group = groupId.safeParse(await cache.get(groupKey(teamId)));
      if (group.success) return group.data;
      const asked = teamSchema.safeParse(await ask(teamId, tenantId));
      if (!asked.success) return null;
      await cache.set(groupKey(teamId), asked.data.aadGroupId);
      return asked.data.aadGroupId;
    },

    teamOf,

    async nameOf(channelId, teamId, tenantId) {
      try {
        const asked = client(tenantId).then(({ teams }) => Promise.all([teams.fetchTeamDetails(teamId), teams.fetchChannelList(teamId)]));
        const [team, list] = await withTimeout(asked, NAME_LIMIT_MS, () => new Error('no answer'));
        const channel = channelsSchema.parse(list).conversations.find((one) => one.id === channelId);
        return channel ? channelName(channel.name || 'General', namedTeamSchema.parse(team).name) : '';
      } catch {
        return '';
      }
    },
  };

  async function teamOf(channelId: string): Promise<string> {
    const told = await cache.get(teamKey(channelId));
    // The id of a team is that of its first channel, so of that one nothing need be told.
    return typeof told === 'string' ? told : channelId;
  }

  async function ask(teamId: string, tenantId: string): Promise<unknown> {
    const { teams } = await client(tenantId);
    return await teams.fetchTeamDetails(teamId).catch(() => null);
  }

  async function client(tenantId: string): Promise<TeamsConnectorClient> {
    const baseUri = await serviceUrls.of(tenantId, undefined);
    const { credentials } = await clients(baseUri);
    return harden(new TeamsConnectorClient(credentials, { baseUri }), limitMs);
  }
}
