/** Reads an activity, once, and says which kind it is. After this nothing in teams/ reads it again. */
import { z } from 'zod';
import { VERBS } from '../../cards/base/verbs.ts';
import { PUBLISH_MESSAGE } from '../../commands/progress/publish.ts';
import { REPORT_MESSAGE } from '../../commands/report/report-from-message.ts';
import type { RoomFacts } from '../../desk/rooms.ts';
import { nobodyOf, type PersonKey, personKey } from '../../outage/types/person-key.ts';
import { type Origin, roomIdOf } from '../../outage/types/values.ts';
import type { ServiceUrls } from '../out/service-url.ts';
import type { ChannelTeam, Guest, Incoming, Learned, MembersChange, Request, Sender, Silent, UnknownInvoke } from './incoming.ts';
import { botMoved, roomEventOf } from './room-event.ts';
import { type Activity, activitySchema, filesIn, URL_SAFE } from './schema.ts';
import { type QuotedMessage, quotedMessageSchema } from './text/quoted-message.ts';
import { mentionsIn, type Said, saidIn } from './text/said.ts';
import { zoneOfClient } from './time-zone.ts';

/** Teams is asked who each of them is. */
const MOST_MENTIONS = 10;

/** `body`: an object, as the adapter hands it over. `tenant`: the desk's own. Never throws. */
export function readActivity(body: unknown, { tenant, isTrusted }: { tenant: string } & Pick<ServiceUrls, 'isTrusted'>): Incoming {
  const activity = activitySchema.parse(body);
  const { type, locale, channelId, from, recipient, conversation } = activity;
  const named = senderOf(activity, tenant);
  const tenants = tenantsIn(activity);
  const isTrustedAddress = isTrusted(activity.serviceUrl);
  const sender = isTrustedAddress ? named : null;
  const said = saidIn(activity);
  if (isOverheard(activity, said)) {
    const overheard = { type, locale, tenants, learned: NOTHING };
    return sender ? { ...overheard, kind: 'overheard', sender, text: said.text } : { ...overheard, kind: 'silent' };
  }

  const common = { type, locale, tenants, learned: isTrustedAddress ? learnedFrom(activity) : NOTHING };
  const wanted = wantedOf(activity, said);
  if (!channelId || !from?.id || !recipient || !conversation) return { ...common, kind: 'unreadable', of: null, host: undefined };
  if (wanted.kind === 'silent' || wanted.kind === 'unknown-invoke') return { ...common, ...wanted };
  if (sender) return { ...common, ...wanted, sender };
  const isAnswered = wanted.kind === 'message-action' || (wanted.kind === 'press' && !wanted.asMessage);
  const guest = isTrustedAddress ? guestIn(activity, tenant) : null;
  if (guest && (isAnswered || wanted.kind === 'text' || wanted.kind === 'press')) {
    return { ...common, kind: 'guest', of: isAnswered ? wanted.kind : 'text', ...guest };
  }
  const host = named ? URL.parse(activity.serviceUrl)?.host : undefined;
  return { ...common, kind: 'unreadable', of: isAnswered ? wanted.kind : null, host };
}

/** Null when it does not say who sent it, in which conversation and tenant; nothing may come of it then. */
function senderOf(activity: Activity, deskTenant: string, entraId = activity.from?.aadObjectId): Sender | null {
  const { from, recipient, conversation, channelData, serviceUrl, replyToId, entities, localTimezone, localTimestamp } = activity;
  if (!from?.id || entraId === undefined || !recipient || !conversation || !serviceUrl) return null;
  if (conversation.conversationType === null || channelData === null || !URL_SAFE.test(conversation.id)) return null;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (!tenantId) return null;
  const client = entities.find((entity) => entity.type === 'clientInfo');
  const isPrivate = isPrivateIn(activity);
  const others = mentionsIn(activity).filter(({ teamsId }) => teamsId !== recipient.id);
  const mentions = new Map(others.map(({ teamsId, entraId: id }) => [teamsId, { teamsId, entraId: id }]));
  return {
    person: { id: keyOf(tenantsIn(activity), entraId, deskTenant), name: from.name, teamsId: from.id },
    place: {
      kind: kindOf(conversation),
      conversationId: isPrivate ? publicIn(activity, conversation.id) : conversation.id,
      tenantId: tenantId.toLowerCase(),
      serviceUrl,
    },
    isPrivate,
    tenants: tenantsIn(activity),
    room: roomOf(activity),
    cardId: replyToId,
    mentions: [...mentions.values()].slice(0, MOST_MENTIONS),
    locale: activity.locale,
    timeZone: zoneOfClient({ names: [localTimezone, client?.timezone ?? ''], country: client?.country ?? '', localTimestamp }),
    platform: client?.platform ?? null,
  };
}

/** Where it names several tenants, nobody can say in which directory the object id stands. */
function keyOf([tenantId = '', ...others]: readonly string[], entraId: string, deskTenant: string): PersonKey {
  return others.length === 0 ? personKey(tenantId, entraId, deskTenant) : nobodyOf([tenantId, ...others], entraId);
}

/** All tenants that it names, in small letters: of the conversation, of the app's installation, of the person. */
function tenantsIn({ conversation, channelData, from }: Activity): readonly string[] {
  const named = [conversation?.tenantId, channelData?.tenant?.id, from?.tenantId];
  return [...new Set(named.flatMap((id) => id?.toLowerCase() || []))];
}

/** Somebody whom no directory has: all is known about them but the account. */
function guestIn(activity: Activity, deskTenant: string): Pick<Guest, 'teamsId' | 'place' | 'isPrivate' | 'timeZone'> | null {
  const sender = activity.from?.aadObjectId ? null : senderOf(activity, deskTenant, '');
  if (!sender) return null;
  const { person, place, isPrivate, timeZone } = sender;
  return { teamsId: person.teamsId, place, isPrivate, timeZone };
}

const isPrivateIn = ({ recipient, conversation }: Activity): boolean =>
  recipient?.isTargeted === true && conversation !== null && kindOf(conversation) !== 'personal';

/** The conversation that others see too: Teams may name a thread of a channel by a message that one person alone sees. */
function publicIn({ id, replyToId, value }: Activity, conversationId: string): string {
  const own = (value ?? null) === null ? id : replyToId;
  return own && conversationId.endsWith(`;messageid=${own}`) ? roomIdOf(conversationId) : conversationId;
}

type Conversation = NonNullable<Activity['conversation']>;

/**
 * Teams calls a chat of two people personal too, although the bot is not one of them. Where the id or Teams does not clearly
 * say that it is the bot's own chat, the conversation counts as one that others read, so nothing private is sent there.
 */
function kindOf({ id, conversationType, isGroup }: Conversation): Origin['kind'] {
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType;
  if (!isGroup && !id.startsWith('19:')) return 'personal';
  return id.includes('@thread.tacv2') ? 'channel' : 'groupChat';
}

function roomOf({ conversation, channelData }: Activity): RoomFacts | null {
  const { id = '', conversationType: kind, name = '' } = conversation ?? {};
  if (kind !== 'channel' && kind !== 'groupChat') return null;
  const teamId = kind === 'channel' ? (channelData?.team?.id ?? null) : null;
  // The name of a channel's conversation is not always the channel's.
  const tenantId = conversation?.tenantId ?? channelData?.tenant?.id ?? null;
  return { conversationId: roomIdOf(id), kind, teamId, tenantId: tenantId?.toLowerCase() ?? null, name: kind === 'groupChat' ? name : '' };
}

function isOverheard(activity: Activity, said: Said): boolean {
  const { type, conversation } = activity;
  if (type !== 'message' || !conversation || conversation.conversationType === null || kindOf(conversation) === 'personal') return false;
  return !isPress(activity.value, said) && !said.toBot && !isPrivateIn(activity);
}

/** A button of a client that is too old for Action.Execute. */
function isPress(value: unknown, { text }: Said): value is Record<string, unknown> {
  return text === '' && typeof value === 'object' && value !== null;
}

/** What an activity asks, before its sender is known. */
type Bare<One> = One extends Incoming ? Omit<One, 'sender' | 'type' | 'locale' | 'tenants' | 'learned'> : never;
type Wanted = Bare<Request | Silent | UnknownInvoke>;
const SILENT = { kind: 'silent' } as const;

function wantedOf(activity: Activity, said: Said): Wanted {
  const { type, id, conversation, channelData } = activity;
  const { text, withFiles, quoted } = said;
  switch (type) {
    case 'message':
      if (isPress(activity.value, said)) return pressOf(activity.value.verb, activity.value, true);
      return { kind: 'text', text, withFiles, quoted, ...filesIn(activity.attachments), messageId: id, edited: false };
    case 'messageUpdate':
      if (channelData?.eventType !== 'editMessage') return SILENT;
      if (!said.toBot && conversation && kindOf(conversation) !== 'personal' && !isPrivateIn(activity)) return SILENT;
      return { kind: 'text', text, withFiles, quoted, ...filesIn(activity.attachments), messageId: id, edited: true };
    case 'invoke':
      return invokeOf(activity);
    case 'messageReaction':
      return reactionOf(activity);
    case 'conversationUpdate':
    case 'installationUpdate':
      return welcomeOf(activity);
    default:
      return SILENT;
  }
}

const executeSchema = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string().max(100), data: z.unknown().optional() }),
});
const messageActionSchema = z.object({
  commandId: z.enum([REPORT_MESSAGE, PUBLISH_MESSAGE]),
  messagePayload: quotedMessageSchema.nullable().catch(null),
});

function invokeOf({ name, value, conversation }: Activity): Wanted {
  if (name === 'adaptiveCard/action') {
    const execute = executeSchema.safeParse(value).data?.action;
    if (execute) return pressOf(execute.verb, execute.data, false);
  }
  // Chosen on a message; again when the dialog's one button is pressed.
  if (name === 'composeExtension/fetchTask' || name === 'composeExtension/submitAction') {
    const action = messageActionSchema.safeParse(value).data;
    if (action) {
      const { commandId, messagePayload: message } = action;
      return { kind: 'message-action', action: commandId, message, threads: threadsOf(conversation?.id ?? '', message) };
    }
  }
  return { kind: 'unknown-invoke' };
}

/** Where the message stands: below the one that it answers, in the thread where its action was chosen, or as the first of a thread. */
function threadsOf(conversationId: string, message: QuotedMessage | null): readonly string[] {
  const first = [message?.replyToId, message?.id].map((id) => (id ? `${roomIdOf(conversationId)};messageid=${id}` : ''));
  return [first[0] ?? '', conversationId, first[1] ?? ''].filter(Boolean);
}

const claimedSchema = z.object({ outage: z.guid().optional().catch(undefined), draft: z.guid().optional().catch(undefined) });

function pressOf(verb: unknown, data: unknown, asMessage: boolean): Wanted {
  const claimed = claimedSchema.safeParse(data).data;
  const known = VERBS.find((one) => one === verb) ?? null;
  // A draft becomes the outage of the same id.
  const { outage = null, draft: draftId = null } = claimed ?? {};
  return { kind: 'press', verb: known, data: withTexts(data), outageId: outage ?? draftId, draftId, asMessage };
}

/** Some clients send the values of numbers and toggles as JSON. Of our own data only the version is a number. */
function withTexts(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const isInput = ([name, value]: [string, unknown]) => name !== 'version' && (typeof value === 'number' || typeof value === 'boolean');
  return Object.fromEntries(Object.entries(data).map((entry) => (isInput(entry) ? [entry[0], String(entry[1])] : entry)));
}

/** Thumb, heart and check marks, by Teams' older names and by their code points. Other reactions only express a feeling. */
const TAKES_IT = /^(?:(?:like|heart)$|(?:1f44d|2764|2705|2714)(?![0-9a-f]))/i;

function reactionOf({ conversation, replyToId, reactionsAdded }: Activity): Wanted {
  if (conversation?.conversationType !== 'channel' || replyToId === null) return SILENT;
  if (!reactionsAdded.some(({ type }) => TAKES_IT.test(type))) return SILENT;
  return { kind: 'reaction', threadId: `${roomIdOf(conversation.id)};messageid=${replyToId}` };
}

function welcomeOf(activity: Activity): Wanted {
  const { type, action, conversation } = activity;
  // A new version of the app says nothing new.
  if (!conversation || action === 'add-upgrade' || botMoved(activity) !== 'added') return SILENT;
  if (roomOf(activity)) return { kind: 'welcome', to: 'room' };
  const isPerson = conversation.conversationType === 'personal' && kindOf(conversation) === 'personal';
  return isPerson && type === 'installationUpdate' && action === 'add' ? { kind: 'welcome', to: 'person' } : SILENT;
}

const NOTHING: Learned = { conversationId: '', team: null, roomEvent: null, members: null };

function learnedFrom(activity: Activity): Learned {
  const conversationId = activity.conversation?.id ?? '';
  // Of a room that several tenants share nobody can say whose it is.
  const [tenantId, ...others] = tenantsIn(activity);
  if (!tenantId || others.length > 0) return { ...NOTHING, conversationId };
  // A message can be reported where the bot is not.
  const isElsewhere = activity.name.startsWith('composeExtension/');
  return {
    conversationId,
    team: isElsewhere ? null : teamOf(activity),
    roomEvent: roomEventOf(activity, tenantId),
    members: membersChangeOf(activity, tenantId),
  };
}

function teamOf({ conversation, channelData }: Activity): ChannelTeam | null {
  if (conversation?.conversationType !== 'channel' || !channelData?.team) return null;
  const { id: teamId, aadGroupId: groupId = null } = channelData.team;
  return { channelId: roomIdOf(conversation.id), teamId, groupId };
}

function membersChangeOf(activity: Activity, tenantId: string): MembersChange | null {
  const { type, conversation, channelData, membersAdded, membersRemoved } = activity;
  if (type !== 'conversationUpdate' || !conversation || membersAdded.length + membersRemoved.length === 0) return null;
  const rooms = [roomIdOf(conversation.id), channelData?.team?.id, channelData?.channel?.id].filter((id) => id !== undefined);
  const gone = membersRemoved.flatMap(({ aadObjectId }) => aadObjectId ?? []);
  return { tenantId, rooms, gone, added: membersAdded.length, removed: membersRemoved.length };
}
