/** A message that somebody wants to report: what it says, as plain text, who wrote it, when, and where it is. */
import { Parser } from 'htmlparser2';
import { z } from 'zod';
import type { Quoted } from '../../commands/report/report-from-message.ts';
import { messageLink } from '../../report/message-link.ts';

/** Teams takes messages of about 100 KB. */
const MOST_HTML = 200_000;
const MOST_TEXT = 20_000;
const text = (longest: number) =>
  z
    .string()
    .transform((value) => value.slice(0, longest))
    .catch('');

const named = z.object({ displayName: text(200) }).catch({ displayName: '' });
export const quotedMessageSchema = z.object({
  id: text(200),
  subject: text(1000),
  createdDateTime: z.iso.datetime({ offset: true }).catch(''),
  linkToMessage: z.string().catch(''),
  /** A bot has no user, and a person no application. */
  from: z.object({ user: named, application: named }).catch({ user: { displayName: '' }, application: { displayName: '' } }),
  body: z.object({ contentType: z.string().catch('html'), content: text(MOST_HTML) }).catch({ contentType: 'text', content: '' }),
});
/** As it came, with its HTML: that takes time to read, so it waits until the sender is known to be allowed to report it. */
export type QuotedMessage = z.infer<typeof quotedMessageSchema>;

export function quotedOf({ id, subject, createdDateTime, linkToMessage, from, body }: QuotedMessage): Quoted {
  return {
    id,
    subject,
    text: (body.contentType === 'text' ? body.content : plainText(body.content)).slice(0, MOST_TEXT),
    author: from.user.displayName || from.application.displayName,
    at: createdDateTime === '' ? null : Date.parse(createdDateTime),
    link: messageLink(linkToMessage),
  };
}

/** The parser searches all open tags at each closing one, which for a message of nothing but tags takes quadratic time. */
const DEEPEST = 300;
/** How many characters are read before the depth is checked. */
const PIECE = 2_000;
/** Elements that begin and end a line. */
const BLOCKS = new Set('p div br li tr ul ol table blockquote pre hr h1 h2 h3 h4 h5 h6'.split(' '));
/** Elements whose content is no text of the message. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'textarea', 'noscript', 'svg']);

/** What a reader of this HTML sees, line by line. Nothing in it is run; broken HTML is read as far as it goes. */
export function plainText(html: string): string {
  let read = '';
  let silent = 0;
  let exact = 0;
  let deep = 0;
  const parser = new Parser({
    onopentag(name, { alt = '' }) {
      deep += 1;
      if (SILENT.has(name)) silent += 1;
      if (name === 'pre') exact += 1;
      if (BLOCKS.has(name)) read += '\n';
      if (name === 'li') read += '- ';
      // Emoji, and pictures with a description.
      if ((name === 'img' || name === 'emoji') && silent === 0) read += alt;
    },
    ontext(data) {
      if (silent === 0) read += exact > 0 ? data : data.replace(/[ \t\r\n\f]+/g, ' ');
    },
    onclosetag(name) {
      deep -= 1;
      if (SILENT.has(name)) silent -= 1;
      if (name === 'pre') exact -= 1;
      if (BLOCKS.has(name)) read += '\n';
      if (name === 'td' || name === 'th') read += ' ';
    },
  });
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (deep <= DEEPEST) continue;
    // Closes all open tags, and goes on with the rest.
    parser.end();
    parser.reset();
  }
  parser.end();
  return read
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');
}
