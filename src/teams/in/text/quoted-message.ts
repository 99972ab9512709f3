/** A message that somebody wants to report: what it says, as plain text, who wrote it, when, and where it is. */
import { z } from 'zod';
import type { Quoted } from '../../../commands/report/report-from-message.ts';
import { cutTo } from '../../../outage/types/values.ts';
import { messageLink } from '../../../report/message-link.ts';
import { attachments, hasFiles } from '../schema.ts';
import { MOST_HTML, readHtml } from './html.ts';

const MOST_TEXT = 20_000;
const text = (longest: number) =>
  z
    .string()
    .transform((value) => cutTo(value, longest))
    .catch('');

const named = z.object({ displayName: text(200) }).catch({ displayName: '' });
export const quotedMessageSchema = z.object({
  id: text(200),
  replyToId: text(200),
  subject: text(1000),
  createdDateTime: z.iso.datetime({ offset: true }).catch(''),
  linkToMessage: z.string().catch(''),
  /** A bot has no user, and a person no application. */
  from: z.object({ user: named, application: named }).catch({ user: { displayName: '' }, application: { displayName: '' } }),
  attachments,
  body: z.object({ contentType: z.string().catch('html'), content: text(MOST_HTML) }).catch({ contentType: 'text', content: '' }),
});
/** As it came, with its HTML: that takes time to read, so it waits until the sender is known to be allowed to report it. */
export type QuotedMessage = z.infer<typeof quotedMessageSchema>;

export function quotedOf({ id, subject, createdDateTime, linkToMessage, from, body, attachments }: QuotedMessage): Quoted {
  const read = readHtml(body.contentType === 'text' ? '' : body.content);
  return {
    id,
    subject,
    text: (body.contentType === 'text' ? body.content : read.text).slice(0, MOST_TEXT),
    withFiles: read.hasPicture || hasFiles(attachments),
    author: from.user.displayName || from.application.displayName,
    at: createdDateTime === '' ? null : Date.parse(createdDateTime),
    link: messageLink(linkToMessage),
  };
}
