/**
 * Which Microsoft 365 group a channel belongs to: Graph knows a team by that id only, and a channel's own id does not tell.
 * Teams says which team a channel is in with all that is done there; the group comes along, or the connector is asked.
 */
import { TeamsConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Cache } from '../engine/ports.ts';
import { harden } from './connector.ts';
import type { Clients } from './messenger.ts';
import type { ServiceUrls } from './service-url.ts';

const id = z.string().min(1).max(500);
const groupId = z.guid();
const inTeamSchema = z.object({
  conversation: z.object({ id, conversationType: z.literal('channel') }),
  channelData: z.object({ team: z.object({ id, aadGroupId: groupId.optional().catch(undefined) }) }),
});
const teamSchema = z.object({ aadGroupId: groupId });

export type Groups = {
  /** Remembers the team of the channel in which something was done, if it was one. */
  seen(activity: unknown): Promise<void>;
  /** The id of the group behind a channel; null when Teams does not say. */
  of(channelId: string, tenantId: string): Promise<string | null>;
};

export function createGroups(parts: { cache: Cache; clients: Clients; serviceUrls: ServiceUrls; limitMs: number }): Groups {
  const { cache, clients, serviceUrls, limitMs } = parts;
  const teamKey = (channelId: string) => `team:${channelId}`;
  const groupKey = (teamId: string) => `group:${teamId}`;
  /** A channel never moves to another team, so one look for each and process is enough. */
  const known = new Set<string>();

  return {
    async seen(activity) {
      const parsed = inTeamSchema.safeParse(activity);
      if (!parsed.success) return;
      const { conversation, channelData } = parsed.data;
      const channelId = conversation.id.replace(/;messageid=.*$/, '');
      const { id: teamId, aadGroupId } = channelData.team;
      const fact = `${channelId} ${aadGroupId}`;
      if (known.has(fact)) return;
      await cache.set(teamKey(channelId), teamId);
      if (aadGroupId) await cache.set(groupKey(teamId), aadGroupId);
      known.add(fact);
    },

    async of(channelId, tenantId) {
      const told = await cache.get(teamKey(channelId));
      // The id of a team is that of its first channel, so of that one nothing need be told.
      const teamId = typeof told === 'string' ? told : channelId;
      const group = groupId.safeParse(await cache.get(groupKey(teamId)));
      if (group.success) return group.data;
      const asked = teamSchema.safeParse(await ask(teamId, tenantId));
      if (!asked.success) return null;
      await cache.set(groupKey(teamId), asked.data.aadGroupId);
      return asked.data.aadGroupId;
    },
  };

  async function ask(teamId: string, tenantId: string): Promise<unknown> {
    const baseUri = await serviceUrls.of(tenantId, undefined);
    const { credentials } = await clients(baseUri);
    const client = harden(new TeamsConnectorClient(credentials, { baseUri }), limitMs);
    return await client.teams.fetchTeamDetails(teamId).catch(() => null);
  }
}
