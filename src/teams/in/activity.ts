/** The door: what Teams sends, parsed. Whatever does not fit is nobody's press and nobody's words. */
import { z } from 'zod';
import { shorten } from '../../cards/text/fit.ts';
import type { RoomFacts } from '../../desk/rooms.ts';
import { type Origin, roomIdOf } from '../../outage/types/rooms.ts';

/** Teams takes messages of about 100 KB; more than this is no report. */
const MAX_TEXT = 30_000;
/** A directory takes 256, but nobody reads them, and a card with all of it may be too large. */
const LONGEST_NAME = 64;
/** Teams is asked who each of them is. */
const MOST_MENTIONS = 10;
const CONVERSATIONS = ['personal', 'groupChat', 'channel'] as const;

/**
 * A chat of two people is personal too, but to them. What Teams names as it names rooms, or says nothing of, is one that
 * others read: what is for one person alone is not said there.
 */
function kindOf({ id, conversationType, isGroup = false }: Conversation): (typeof CONVERSATIONS)[number] {
  if (conversationType === 'channel' || conversationType === 'groupChat') return conversationType;
  if (!isGroup && !id.startsWith('19:')) return 'personal';
  return id.includes('@thread.tacv2') ? 'channel' : 'groupChat';
}
type Conversation = { id: string; conversationType?: (typeof CONVERSATIONS)[number] | undefined; isGroup?: boolean | undefined };

/**
 * An id that stands in the address of a request to Teams: two points would make it another request. The SDK sends it in a
 * header too, where other characters cannot stand.
 */
const addressed = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?!\.{1,2}$)[\x21-\x7e]+$/);

const accountSchema = z.object({
  id: z.string().min(1),
  name: z
    .string()
    .catch('')
    .transform((name) => shorten(name, LONGEST_NAME)),
  aadObjectId: z.guid().transform((id) => id.toLowerCase()),
  /** Where others than those of the conversation's own tenant speak, whose directory the id is of. */
  tenantId: z.string().optional().catch(undefined),
});

const activitySchema = z.object({
  type: z.string(),
  name: z.string().optional(),
  action: z.string().optional(),
  text: z.string().catch(''),
  value: z.unknown().optional(),
  from: accountSchema,
  recipient: z.object({ id: z.string().min(1) }),
  conversation: z.object({
    id: addressed(500),
    conversationType: z.enum(CONVERSATIONS).optional(),
    isGroup: z.boolean().optional().catch(undefined),
    tenantId: z.string().optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
  serviceUrl: z.url(),
  entities: z.array(z.unknown()).catch([]),
  replyToId: addressed(200).optional().catch(undefined),
  // What is said by the way: when it is odd, it is not known; nobody is met with silence for it.
  locale: z.string().max(35).catch(''),
  localTimezone: z.string().max(64).catch(''),
});

const executeSchema = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string().max(100), data: z.unknown().optional() }),
});

/** Somebody whom the text mentions, by the id that Teams vouches for; the name in the text is the sender's to write. */
export type Mentioned = { readonly teamsId: string; readonly entraId: string | null };

export type Incoming = {
  readonly person: { readonly id: string; readonly name: string; readonly teamsId: string };
  readonly place: Omit<Origin, 'cardId'>;
  /** All that it names: of the conversation, of the app's installation, of the person. Mostly one. */
  readonly tenants: readonly string[];
  readonly cardId: string | null;
  readonly text: string;
  /** The first ones, without the bot. */
  readonly mentions: readonly Mentioned[];
  readonly value: unknown;
  readonly locale: string;
  readonly timeZone: string;
};

/** Null when the activity does not say who did it, in which conversation and tenant; nothing may come of it then. */
export function readActivity(activity: unknown): Incoming | null {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return null;
  const { from, conversation, channelData, serviceUrl, replyToId, text, value, locale, localTimezone, entities, recipient } = parsed.data;
  const named = [conversation.tenantId, channelData?.tenant?.id, from.tenantId];
  const tenants = [...new Set(named.flatMap((id) => id?.toLowerCase() || []))];
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (!tenantId) return null;
  return {
    person: { id: from.aadObjectId, name: from.name, teamsId: from.id },
    place: { kind: kindOf(conversation), conversationId: conversation.id, tenantId: tenantId.toLowerCase(), serviceUrl },
    tenants,
    cardId: replyToId ?? null,
    text: text.slice(0, MAX_TEXT),
    mentions: distinct(mentionsIn(entities).filter(({ teamsId }) => teamsId !== recipient.id)).slice(0, MOST_MENTIONS),
    value,
    locale,
    timeZone: isZone(localTimezone) ? localTimezone : '',
  };
}

const roomSchema = z.object({
  conversation: z.object({
    id: z.string().min(1).max(500),
    conversationType: z.enum(['channel', 'groupChat']),
    name: z.string().max(500).catch(''),
  }),
  channelData: z.object({ team: z.object({ id: z.string().min(1).max(500) }).optional() }).catch({}),
});

/** The channel or group chat of an activity, not the thread; null in a chat with one person. */
export function readRoom(activity: unknown): RoomFacts | null {
  const parsed = roomSchema.safeParse(activity);
  if (!parsed.success) return null;
  const { conversation, channelData } = parsed.data;
  const { id, conversationType: kind, name } = conversation;
  return {
    conversationId: roomIdOf(id),
    kind,
    teamId: kind === 'channel' ? (channelData.team?.id ?? null) : null,
    // What Teams calls the conversation of a channel is not always the channel's name.
    name: kind === 'groupChat' ? name : '',
  };
}

/** The verb and the data of an Action.Execute, or null when it is none. */
export function readExecute(value: unknown): { verb: string; data: unknown } | null {
  const parsed = executeSchema.safeParse(value);
  return parsed.success ? { verb: parsed.data.action.verb, data: parsed.data.action.data } : null;
}

const sharedSchema = z.object({
  type: z.literal('message'),
  conversation: z.object({
    id: z.string(),
    conversationType: z.enum(CONVERSATIONS).optional(),
    isGroup: z.boolean().optional().catch(undefined),
  }),
  recipient: z.object({ id: z.string() }).optional().catch(undefined),
  entities: z.array(z.unknown()).catch([]),
  text: z.unknown().optional(),
  value: z.unknown().optional(),
});
const mentionSchema = z.object({
  type: z.literal('mention'),
  mentioned: z.object({
    id: addressed(500),
    aadObjectId: z
      .guid()
      .transform((id) => id.toLowerCase())
      .optional()
      .catch(undefined),
  }),
});

const mentionsIn = (entities: readonly unknown[]): Mentioned[] =>
  entities.flatMap((entity) => {
    const mentioned = mentionSchema.safeParse(entity).data?.mentioned;
    return mentioned ? [{ teamsId: mentioned.id, entraId: mentioned.aadObjectId ?? null }] : [];
  });

const distinct = (mentions: readonly Mentioned[]): Mentioned[] => [...new Map(mentions.map((one) => [one.teamsId, one])).values()];

/**
 * Whether people said it to each other. Where the bot may read a channel or chat, Teams hands it all that is said there;
 * only what mentions the bot, or comes from a button, is meant for it.
 */
export function isOverheard(activity: unknown): boolean {
  const parsed = sharedSchema.safeParse(activity);
  if (!parsed.success) return false;
  const { conversation, entities, recipient, text, value } = parsed.data;
  if (kindOf(conversation) === 'personal') return false;
  const pressed = !text && typeof value === 'object' && value !== null;
  return !pressed && !mentionsIn(entities).some(({ teamsId }) => teamsId === recipient?.id);
}

const reactionSchema = z.object({
  type: z.literal('messageReaction'),
  reactionsAdded: z.array(z.object({ type: z.string() })).min(1),
  replyToId: z.string().min(1).max(200),
  conversation: z.object({ id: z.string(), conversationType: z.literal('channel') }),
});
/** The thumb, the heart, the check marks, in Teams' older names and by their code; all others only say how somebody feels. */
const TAKES_IT = /^(?:(?:like|heart)$|(?:1f44d|2764|2705|2714)(?![0-9a-f]))/i;

/** The thread whose first message somebody marked as taken, or null. A reaction that is removed says nothing. */
export function readTakenThread(activity: unknown): string | null {
  const parsed = reactionSchema.safeParse(activity);
  if (!parsed.success || !parsed.data.reactionsAdded.some(({ type }) => TAKES_IT.test(type))) return null;
  const { conversation, replyToId } = parsed.data;
  return `${roomIdOf(conversation.id)};messageid=${replyToId}`;
}

function isZone(zone: string): boolean {
  if (zone === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
