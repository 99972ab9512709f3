/** The door for a message that somebody wants to report: what it says, as plain text, who wrote it, when, and where it is. */
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
const payloadSchema = z.object({
  id: text(200),
  subject: text(1000),
  createdDateTime: z.iso.datetime({ offset: true }).catch(''),
  linkToMessage: z.string().catch(''),
  /** A bot has no user, and a person no application. */
  from: z.object({ user: named, application: named }).catch({ user: { displayName: '' }, application: { displayName: '' } }),
  body: z.object({ contentType: z.string().catch('html'), content: text(MOST_HTML) }).catch({ contentType: 'text', content: '' }),
});
const valueSchema = z.object({ messagePayload: payloadSchema });

/** Null when the action came without a message that can be read. */
export function readQuoted(value: unknown): Quoted | null {
  const parsed = valueSchema.safeParse(value);
  if (!parsed.success) return null;
  const { id, subject, createdDateTime, linkToMessage, from, body } = parsed.data.messagePayload;
  return {
    id,
    subject,
    text: (body.contentType === 'text' ? body.content : plainText(body.content)).slice(0, MOST_TEXT),
    author: from.user.displayName || from.application.displayName,
    at: createdDateTime === '' ? null : Date.parse(createdDateTime),
    link: messageLink(linkToMessage),
  };
}

/** The parser looks through all open tags at each closing one: of a message that is nothing but tags, that is for ever. */
const DEEPEST = 300;
/** So much of it is read before it is asked how deep it is. */
const PIECE = 2_000;
/** They begin and end a line. */
const BLOCKS = new Set('p div br li tr ul ol table blockquote pre hr h1 h2 h3 h4 h5 h6'.split(' '));
/** What stands in them is no text of the message. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'textarea', 'noscript', 'svg']);

/** What a reader of this HTML sees, line by line. Nothing in it is run; broken HTML is read as far as it goes. */
export function plainText(html: string): string {
  let said = '';
  let silent = 0;
  let exact = 0;
  let deep = 0;
  const parser = new Parser({
    onopentag(name, { alt = '' }) {
      deep += 1;
      if (SILENT.has(name)) silent += 1;
      if (name === 'pre') exact += 1;
      if (BLOCKS.has(name)) said += '\n';
      if (name === 'li') said += '- ';
      // Pictures of faces, and others that say what they show.
      if ((name === 'img' || name === 'emoji') && silent === 0) said += alt;
    },
    ontext(data) {
      if (silent === 0) said += exact > 0 ? data : data.replace(/[ \t\r\n\f]+/g, ' ');
    },
    onclosetag(name) {
      deep -= 1;
      if (SILENT.has(name)) silent -= 1;
      if (name === 'pre') exact -= 1;
      if (BLOCKS.has(name)) said += '\n';
      if (name === 'td' || name === 'th') said += ' ';
    },
  });
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (deep <= DEEPEST) continue;
    // Closes all that is open, and goes on with what follows.
    parser.end();
    parser.reset();
  }
  parser.end();
  return said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n');
}
