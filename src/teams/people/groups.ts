/** Which team, and which Microsoft 365 group, a channel belongs to: as activities name them, else as the connector answers. */
import { TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Cache, Posted } from '../../engine/ports/messenger.ts';
import { roomIdOf } from '../../outage/types/values.ts';
import type { ChannelTeam } from '../in/incoming.ts';
import type { Clients } from '../out/clients.ts';
import { harden } from '../out/connector.ts';
import type { ServiceUrls } from '../out/service-url.ts';
import { withTimeout } from '../out/timeout.ts';

/** Short, since a person waits for the answer, which is useful without the name. */
const NAME_LIMIT_MS = 2_000;

const id = z.string().min(1).max(500);
const groupId = z.guid();
const teamSchema = z.object({ aadGroupId: groupId });
const namedTeamSchema = z.object({ name: z.string() });
/** The first channel of a team has no name. */
const channelsSchema = z.object({ conversations: z.array(z.object({ id, name: z.string().nullish() })) });

/** With the team's name, since every team has a General. Empty when Teams did not name the channel. */
export const channelName = (channel: string, team: string): string => (channel && team ? `${team} / ${channel}` : channel);

export type Groups = ReturnType<typeof createGroups>;

export function createGroups(parts: { cache: Cache; clients: Clients; serviceUrls: ServiceUrls; limitMs: number }) {
  const { cache, clients, serviceUrls, limitMs } = parts;
  const teamKey = (channelId: string) => `team:${channelId}`;
  const groupKey = (teamId: string) => `group:${teamId}`;
  /** What is stored already. A channel never moves to another team. */
  const known = new Set<string>();

  return {
    /** Remembers the team of a channel, as an activity names it. */
    async seen({ channelId, teamId, groupId }: ChannelTeam): Promise<void> {
      const fact = `${channelId} ${groupId}`;
      if (known.has(fact)) return;
      await cache.set(teamKey(channelId), teamId);
      if (groupId) await cache.set(groupKey(teamId), groupId);
      known.add(fact);
    },

    /** The id of the group behind a channel; null when Teams does not say. */
    async of(channelId: string, tenantId: string): Promise<string | null> {
      const teamId = await teamOf(channelId);
      const group = groupId.safeParse(await cache.get(groupKey(teamId)));
      if (group.success) return group.data;
      const { teams } = await client(tenantId);
      const asked = teamSchema.safeParse(await teams.fetchTeamDetails(teamId).catch(() => null));
      if (!asked.success) return null;
      await cache.set(groupKey(teamId), asked.data.aadGroupId);
      return asked.data.aadGroupId;
    },

    teamOf,

    /** Opens a thread in the client. From what activities said alone, because a ping does not wait for Teams' answer to a question. */
    async linkTo({ conversationId, activityId }: Posted, tenantId: string): Promise<string | null> {
      const channelId = roomIdOf(conversationId);
      // A list and a digest have many links into the same channel, which never moves.
      const group = groupId.safeParse(await cache.get(groupKey(await teamOf(channelId)), true));
      if (!group.success || activityId === null) return null;
      const query = new URLSearchParams({ tenantId, groupId: group.data, parentMessageId: activityId, createdTime: activityId });
      return `https://teams.microsoft.com/l/message/${encodeURIComponent(channelId)}/${encodeURIComponent(activityId)}?${query}`;
    },

    /** The name of a channel with that of its team; empty when Teams does not say. */
    async nameOf(channelId: string, teamId: string, tenantId: string): Promise<string> {
      try {
        const asked = client(tenantId).then(({ teams }) => Promise.all([teams.fetchTeamDetails(teamId), teams.fetchChannelList(teamId)]));
        const [team, list] = await withTimeout(asked, NAME_LIMIT_MS);
        const channel = channelsSchema.parse(list).conversations.find((one) => one.id === channelId);
        return channel ? channelName(channel.name || 'General', namedTeamSchema.parse(team).name) : '';
      } catch {
        return '';
      }
    },
  };

  /** Teams' own id of the team that a channel is in; that of the channel when no activity named the team. */
  async function teamOf(channelId: string): Promise<string> {
    const stored = await cache.get(teamKey(channelId), true);
    // A team has the id of its first channel.
    return typeof stored === 'string' ? stored : channelId;
  }

  async function client(tenantId: string): Promise<TeamsConnectorClient> {
    const baseUri = await serviceUrls.of(tenantId);
    const { credentials } = await clients(tenantId, baseUri);
    return harden(new TeamsConnectorClient(credentials, { baseUri }), limitMs);
  }
}
