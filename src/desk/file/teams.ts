/** Who answers what is no outage, how soon, and where they are told. */
import { z } from 'zod';
import { keySchema as id } from '../on-call/schema.ts';
import { textSchema } from '../texts.ts';

export const text = z.string().trim().min(1, 'say something here');
export const conversation = z
  .string()
  .regex(/^\S+$/, 'use the conversation id, as in the link that Teams copies for a channel: 19:...@thread.tacv2');

export const roomSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('channel').describe('A channel: each outage has a thread.'),
    conversation: conversation.describe('Its conversation id in Teams.'),
  }),
  z.strictObject({
    kind: z.literal('groupChat').describe('A group chat: each outage has a card.'),
    conversation: conversation.describe('Its conversation id in Teams.'),
  }),
]);

export const planSchema = z.strictObject({
  id: id.describe('How projects name it.'),
  name: textSchema(text).describe('How it is shown.'),
  replyWithinMinutes: z
    .number()
    .positive('give minutes, more than 0')
    .max(60 * 24 * 31, 'give minutes, at most 31 days (44640)')
    .describe('So soon a request, or a transferred outage, gets a reply.'),
});

export const teamSchema = z.strictObject({
  id: id.describe('How it is named inside this file.'),
  name: textSchema(text).describe('How it is shown.'),
  room: roomSchema.optional().describe('Where the bot tells it. Without it, only the engineer who transfers does.'),
});
