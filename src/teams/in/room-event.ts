/** What Teams says of channels, teams and the bot's own place in them, which nobody typed. */
import type { Loss } from '../../desk/rooms.ts';
import type { RoomChange as Event, RoomEvent, Where } from '../../engine/room-keeper.ts';
import { channelName } from '../people/groups.ts';
import type { Activity } from './schema.ts';

/** What happens to one channel, or to a whole team. Other events are ignored, and new ones will come. */
const CHANNEL_EVENTS = new Map<string, Change>([
  ['channelDeleted', { type: 'lost', why: 'channel-deleted' }],
  ['channelRestored', { type: 'back', from: ['channel-deleted'] }],
]);
const TEAM_EVENTS = new Map<string, Change>([
  ['teamArchived', { type: 'lost', why: 'team-archived' }],
  ['teamDeleted', { type: 'lost', why: 'team-deleted' }],
  ['teamHardDeleted', { type: 'lost', why: 'team-deleted' }],
  ['teamUnarchived', { type: 'back', from: ['team-archived'] }],
  ['teamRestored', { type: 'back', from: ['team-deleted'] }],
]);
type Change = { readonly type: 'lost'; readonly why: Loss } | { readonly type: 'back'; readonly from: readonly Loss[] };

/** What became of a room in this tenant, or null: it is about something else. */
export function roomEventOf(activity: Activity, tenantId: string): RoomEvent | null {
  const { type, conversation, recipient } = activity;
  if ((type !== 'conversationUpdate' && type !== 'installationUpdate') || !conversation || !recipient) return null;
  const change = ofBot(activity, conversation.id) ?? ofChannel(activity) ?? ofTeam(activity);
  return change && { ...change, tenantId };
}

/** Whether the bot was just added to the conversation or removed from it. Teams says it twice, in either order. */
export function botMoved({ type, action, recipient, membersAdded, membersRemoved }: Activity): 'added' | 'removed' | null {
  // With an upgrade the old version of the app goes; that is no loss.
  if (type === 'installationUpdate') return action.startsWith('add') ? 'added' : action === 'remove' ? 'removed' : null;
  const isBot = (member: { id: string }) => member.id === recipient?.id;
  return membersAdded.some(isBot) ? 'added' : membersRemoved.some(isBot) ? 'removed' : null;
}

function ofBot(activity: Activity, conversationId: string): Event | null {
  const moved = botMoved(activity);
  if (!moved) return null;
  const { eventType = '', channel, team } = activity.channelData ?? {};
  // A private channel has members of its own, and so has a chat.
  const alone = eventType.startsWith('channelMember') ? channel : undefined;
  const where: Where = team && !alone ? { teamId: team.id } : { conversationId: alone?.id ?? conversationId, name: '' };
  return moved === 'added' ? { type: 'back', from: ['bot-removed'], where } : { type: 'lost', why: 'bot-removed', where };
}

function ofChannel({ channelData }: Activity): Event | null {
  if (!channelData?.channel) return null;
  const { eventType, channel, team } = channelData;
  const where = { conversationId: channel.id, name: channelName(channel.name, team?.name ?? '') };
  if (eventType === 'channelRenamed') return channel.name ? { type: 'renamed', ...where } : null;
  return changed(CHANNEL_EVENTS.get(eventType), where);
}

function ofTeam({ channelData }: Activity): Event | null {
  return channelData?.team ? changed(TEAM_EVENTS.get(channelData.eventType), { teamId: channelData.team.id }) : null;
}

const changed = (change: Change | undefined, where: Where): Event | null => (change ? { ...change, where } : null);
