/** The door for what Teams says of channels, teams and the bot's own place in them, which nobody typed. Parsed, or ignored. */
import { z } from 'zod';
import type { Loss } from '../../desk/rooms.ts';
import type { RoomEvent, Where } from '../../engine/room-keeper.ts';
import { channelName } from '../people/groups.ts';

const id = z.string().min(1).max(500);
const named = z.object({ id, name: z.string().max(500).catch('') });
const members = z.array(z.object({ id })).catch([]);

const eventSchema = z.object({
  type: z.enum(['conversationUpdate', 'installationUpdate']),
  action: z.string().max(50).optional().catch(undefined),
  conversation: z.object({
    id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']).optional().catch(undefined),
    tenantId: z.string().optional(),
  }),
  recipient: z.object({ id }),
  membersAdded: members,
  membersRemoved: members,
  channelData: z
    .object({
      eventType: z.string().max(100).optional().catch(undefined),
      channel: named.optional().catch(undefined),
      team: named.optional().catch(undefined),
      tenant: z.object({ id: z.string() }).optional().catch(undefined),
    })
    .catch({}),
});
type Sentence = z.infer<typeof eventSchema>;

/** What befalls one channel, or all of a team. Other events are none of ours, and new ones will come. */
const CHANNEL_LOSSES = new Map<string, Loss>([['channelDeleted', 'channel-deleted']]);
const CHANNEL_RETURNS = new Map<string, Loss>([['channelRestored', 'channel-deleted']]);
const TEAM_LOSSES = new Map<string, Loss>([
  ['teamArchived', 'team-archived'],
  ['teamDeleted', 'team-deleted'],
  ['teamHardDeleted', 'team-deleted'],
]);
const TEAM_RETURNS = new Map<string, Loss>([
  ['teamUnarchived', 'team-archived'],
  ['teamRestored', 'team-deleted'],
]);

/** What Teams said of rooms, or null when it said nothing of that, or in another tenant than this. */
export function readRoomEvent(activity: unknown, tenantId: string): RoomEvent | null {
  const parsed = eventSchema.safeParse(activity);
  if (!parsed.success) return null;
  const { conversation, channelData } = parsed.data;
  const tenant = conversation.tenantId ?? channelData.tenant?.id;
  if (tenant?.toLowerCase() !== tenantId) return null;
  return ofBot(parsed.data) ?? ofChannel(parsed.data) ?? ofTeam(parsed.data);
}

/** Whether the bot was just added to a team or a group chat. Teams says it twice, in either order. */
export function isWelcome(activity: unknown): boolean {
  const parsed = eventSchema.safeParse(activity);
  if (!parsed.success || parsed.data.action === 'add-upgrade') return false;
  return parsed.data.conversation.conversationType !== 'personal' && movesBot(parsed.data) === 'added';
}

function movesBot({ type, action = '', recipient, membersAdded, membersRemoved }: Sentence): 'added' | 'removed' | null {
  const isBot = (member: { id: string }) => member.id === recipient.id;
  // An upgrade replaces the app; that the old one goes is no loss.
  if (type === 'installationUpdate') return action.startsWith('add') ? 'added' : action === 'remove' ? 'removed' : null;
  return membersAdded.some(isBot) ? 'added' : membersRemoved.some(isBot) ? 'removed' : null;
}

function ofBot(said: Sentence): RoomEvent | null {
  const moved = movesBot(said);
  if (!moved) return null;
  const { conversation, channelData } = said;
  const { eventType = '', channel, team } = channelData;
  // A private channel has members of its own, and so has a chat.
  const alone = eventType.startsWith('channelMember') ? channel : undefined;
  const where: Where = team && !alone ? { teamId: team.id } : { conversationId: alone?.id ?? conversation.id, name: '' };
  return moved === 'added' ? { type: 'back', from: ['bot-removed'], where } : { type: 'lost', why: 'bot-removed', where };
}

function ofChannel({ channelData: { eventType = '', channel, team } }: Sentence): RoomEvent | null {
  if (!channel) return null;
  const where = { conversationId: channel.id, name: channelName(channel.name, team?.name ?? '') };
  const [lost, back] = [CHANNEL_LOSSES.get(eventType), CHANNEL_RETURNS.get(eventType)];
  if (lost) return { type: 'lost', why: lost, where };
  if (back) return { type: 'back', from: [back], where };
  return eventType === 'channelRenamed' && channel.name ? { type: 'renamed', ...where } : null;
}

function ofTeam({ channelData: { eventType = '', team } }: Sentence): RoomEvent | null {
  if (!team) return null;
  const where = { teamId: team.id };
  const [lost, back] = [TEAM_LOSSES.get(eventType), TEAM_RETURNS.get(eventType)];
  if (lost) return { type: 'lost', why: lost, where };
  return back ? { type: 'back', from: [back], where } : null;
}
