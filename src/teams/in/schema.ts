/** What the bot reads of a Teams activity; the rest is ignored. A part that is invalid counts as absent and never fails the whole. */
import { z } from 'zod';
import { shorten } from '../../cards/text.ts';
import type { SentFile } from '../../engine/ports/files.ts';
import { PLATFORMS, type Platform } from '../../outage/types/client.ts';
import { cleanFileName } from '../../outage/types/files.ts';

const LONGEST_ID = 500;
/** A directory allows 256 characters, but a card with so long a name may exceed its size limit. */
const LONGEST_NAME = 64;
const CONVERSATIONS = ['personal', 'groupChat', 'channel'] as const;

const text = z.string().catch('');
const id = z.string().min(1).max(LONGEST_ID);
/** null is the same as nothing. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const guid = z.guid().transform((value) => value.toLowerCase());
const optionalGuid = guid.optional().catch(undefined);
/** The Entra id: Teams names it in either way, by scenario. */
export const entraIds = { aadObjectId: optionalGuid, objectId: optionalGuid };
export const withEntraId = <T extends { aadObjectId?: string | undefined; objectId?: string | undefined }>(account: T) => {
  const { objectId, aadObjectId = objectId, ...more } = account;
  return { ...more, aadObjectId };
};
const named = z.object({ id, name: z.string().max(500).catch('') });
const members = z.array(z.object({ id, ...entraIds }).transform(withEntraId)).catch([]);

/** Of a message that nobody but its sender and the bot sees. What cannot be read counts as that: an answer to it must not be public. */
const isTargeted = z
  .unknown()
  .optional()
  .transform((value) => value !== undefined && value !== null && value !== false);

/** An id that is put into a URL, where '..' would change the request, and into a header, which takes printable ASCII only. */
export const URL_SAFE = /^(?!\.{1,2}$)[\x21-\x7e]+$/;
const urlSafe = z.string().max(LONGEST_ID).regex(URL_SAFE);

const senderSchema = z
  .object({
    id: text,
    name: text.transform((name) => shorten(name, LONGEST_NAME)),
    ...entraIds,
    /** Set for people from other tenants than that of the conversation: the tenant whose directory holds the Entra id. */
    tenantId: z.string().optional().catch(undefined),
  })
  .transform(withEntraId);

const conversationSchema = z.object({
  id,
  /** null: one that we do not know. */
  conversationType: z.enum(CONVERSATIONS).nullish().catch(null),
  isGroup: z.boolean().optional().catch(undefined),
  tenantId: absent(z.string()),
  name: z.string().max(500).catch(''),
});

const channelDataSchema = z.object({
  // Must not be dropped when it is invalid: it says whose directory the sender's id is of.
  tenant: absent(z.object({ id: z.string() })),
  eventType: z.string().max(100).catch(''),
  channel: named.optional().catch(undefined),
  team: named
    .extend({ aadGroupId: z.guid().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

const mentionSchema = z.object({
  type: z.literal('mention'),
  text,
  mentioned: z.object({ id: urlSafe, name: text, ...entraIds }).transform(withEntraId),
});
/** `{ "type": "clientInfo", "platform": "Windows", "locale": "en-US", "country": "US" }`; some clients omit the platform. */
const clientInfoSchema = z.object({
  type: z.literal('clientInfo'),
  platform: z.string().transform(platformOf).nullable().catch(null),
  country: z.string().max(2).catch(''),
  timezone: z.string().max(64).catch(''),
});
/** The message that is answered, of which Teams gives the beginning. */
const quotedReplySchema = z.object({ type: z.literal('quotedReply'), quotedReply: z.object({ preview: text }) });
const otherEntity = z.unknown().transform(() => ({ type: 'other' as const }));

const address = z.url().max(4_096).catch('');
/** Of a file, in the content of its attachment: an address that holds a key of its own. */
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
const downloadSchema = z.object({ downloadUrl: address });

/** Also of a message that is reported. */
export const attachments = z
  .array(
    z
      .object({ contentType: z.string().max(200), content: z.unknown().optional(), contentUrl: address, name: text })
      .transform(({ content, ...more }) => ({
        ...{ ...more, content: typeof content === 'string' ? content : '' },
        downloadUrl: downloadSchema.safeParse(content).data?.downloadUrl ?? '',
      }))
      .nullable()
      .catch(null),
  )
  .catch([])
  .transform((all) => all.filter((one) => one !== null));
type Attachments = z.infer<typeof attachments>;

/** The text itself, what it answers, and previews of the links in it. */
const NO_FILE = /^text\/|^messageReference$|^application\/vnd\.microsoft\.card\.(?:adaptive|hero|thumbnail)$/i;
const isFile = ({ contentType }: Attachments[number]): boolean => !NO_FILE.test(contentType);
export const hasFiles = (all: Attachments): boolean => all.some(isFile);

const MOST_FILES = 20;
/** Those of which Teams says where they are, and how many more there are. */
export function filesIn(all: Attachments): { readonly files: readonly SentFile[]; readonly more: number } {
  const sent = all.filter(isFile);
  const files = sent
    .flatMap(({ contentType, contentUrl, downloadUrl, name }): SentFile[] => {
      const [kind, url] = contentType === DOWNLOAD ? (['file', downloadUrl] as const) : (['picture', contentUrl] as const);
      const isSent = url !== '' && (kind === 'file' || /^image\//i.test(contentType));
      return isSent ? [{ kind, url, name: cleanFileName(name) }] : [];
    })
    .slice(0, MOST_FILES);
  return { files, more: sent.length - files.length };
}

export const activitySchema = z.object({
  type: text,
  id: text,
  channelId: text,
  name: text,
  action: z.string().max(50).catch(''),
  text,
  value: z.unknown().optional(),
  from: senderSchema.nullable().catch(null),
  recipient: z.object({ id, name: text, isTargeted }).nullable().catch(null),
  conversation: conversationSchema.nullable().catch(null),
  /** null: invalid, so that the sender's tenant is in doubt. */
  channelData: z.union([absent(channelDataSchema), z.unknown().transform(() => null)]),
  serviceUrl: z.url().catch(''),
  entities: z.array(z.union([mentionSchema, clientInfoSchema, quotedReplySchema, otherEntity])).catch([]),
  attachments,
  membersAdded: members,
  membersRemoved: members,
  reactionsAdded: z.array(z.object({ type: z.string() })).catch([]),
  replyToId: urlSafe.max(200).nullable().catch(null),
  // Clients set these; an invalid one must not silence the sender.
  locale: z.string().max(35).catch(''),
  localTimezone: z.string().max(64).catch(''),
  localTimestamp: z.string().max(40).catch(''),
});
export type Activity = z.infer<typeof activitySchema>;

/** 'other' for every client that we do not know. */
function platformOf(name: string): Platform {
  return PLATFORMS.find((one) => one.toLowerCase() === name.toLowerCase()) ?? 'other';
}
