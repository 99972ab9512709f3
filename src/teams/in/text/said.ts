/**
 * What somebody says to the bot, as clean text, however Teams and its clients wrote it: with or without markup, as HTML alone, with
 * mentions in several shapes, with a quoted message in front, with files.
 */

import { cutTo } from '../../../outage/types/values.ts';
import type { Mentioned } from '../incoming.ts';
import { type Activity, hasFiles } from '../schema.ts';
import { type Link, MOST_HTML, readHtml, unescaped } from './html.ts';

/** Teams takes messages of about 100 KB; more than this is no report. */
const MAX_TEXT = 30_000;
/** Each name in the text is looked for in all of them. */
const MOST_MENTIONS = 100;

/**
 * `toBot`: it mentions the bot. `withFiles`: pictures, files or something else came with it, which nobody gets. `quoted`: the message that it
 * answers, as far as Teams gives its text.
 */
export type Said = { readonly text: string; readonly toBot: boolean; readonly withFiles: boolean; readonly quoted: string };

/** A message that is answered, and the place of a file in the text. */
const REFERENCES = /<quoted\b[^<>]*>(?:[^<]*<\/quoted>)?|<\/?attachment\b[^<>]*>/gi;
/** With the punctuation and the spaces that follow. */
const AT = /<at\b([^<>]*)>([^<]*)<\/at>((?:[^\S\n]*[,:;.!]+)?[^\S\n]*)/gi;
const ESCAPED = /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/gi;
export function saidIn({ text: plain, entities, attachments, recipient }: Activity): Said {
  const botName = recipient?.name || [];
  const mentions = mentionsIn({ entities }).map((one) =>
    one.teamsId === recipient?.id ? { ...one, shown: one.shown.concat(botName), isBot: true } : one,
  );
  const toBot = mentions.some(({ isBot }) => isBot);
  const html = attachments.flatMap(({ contentType, content }) => (/^text\/html\b/i.test(contentType) ? content : [])).join('\n');
  const isBlank = plain.trim() === '';
  // Most messages come as HTML too, which says no more than the text does.
  const read = readHtml(isBlank || /<(?:a|img)\s/i.test(html) ? html.slice(0, MOST_HTML) : '', { typed: true });
  const withFiles = read.hasPicture || hasFiles(attachments);
  const raw = (isBlank ? read.text : cutTo(plain, MAX_TEXT)).replace(REFERENCES, '');
  const said = isBlank ? raw : decoded(raw);
  const named = withNames(said, mentions.slice(0, MOST_MENTIONS)).trim();
  const text = isBlank ? named : withAddresses(named, read.links);
  return { text: cutTo(text, MAX_TEXT), toBot, withFiles, quoted: quotedIn(entities, html) };
}

const PREVIEW = /itemprop="(?:preview|copy)"[^<>]{0,200}>/i;
/** Newer clients name it apart from the text, older ones have it in their HTML. */
function quotedIn(entities: Activity['entities'], html: string): string {
  const named = entities.find((entity) => entity.type === 'quotedReply');
  if (named) return cutTo(named.quotedReply.preview, MAX_TEXT);
  const begins = PREVIEW.exec(html);
  if (!begins) return '';
  const [inner = ''] = html.slice(begins.index + begins[0].length, MOST_HTML).split(/<\/(?:p|blockquote)>/i, 1);
  return cutTo(readHtml(inner).text, MAX_TEXT);
}

type Mention = Mentioned & { readonly isBot?: boolean; readonly shown: readonly string[] };

/** Everybody whom Teams says that the text mentions, in its order. `shown`: what may stand in the text. */
export const mentionsIn = ({ entities }: Pick<Activity, 'entities'>): readonly Mention[] =>
  entities.flatMap((entity) => {
    if (entity.type !== 'mention') return [];
    const { text, mentioned } = entity;
    const shown = [nameIn(text), nameIn(mentioned.name)].filter((name) => name !== '');
    return [{ teamsId: mentioned.id, entraId: mentioned.aadObjectId ?? null, shown }];
  });

const nameIn = (text: string): string =>
  unescaped(text.replace(/<[^<>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** Names in place of mentions. The bot's own are left out, since they only say whom the text is for. */
function withNames(text: string, mentions: readonly Mention[]): string {
  const inOrder = [...text.matchAll(AT)].length === mentions.length;
  let index = 0;
  let found = false;
  const named = text.replace(AT, (_tag, attributes: string, inner: string, after: string) => {
    const name = nameIn(inner);
    const number = /\bid\s*=\s*["']?(\d{1,4})/i.exec(attributes)?.[1];
    const [next, numbered] = [index++, Number(number ?? -1)].map((at) => mentions[at]);
    const shows = (fits: (shown: string) => boolean) => [next, numbered, ...mentions].find((mention) => mention?.shown.some(fits));
    // People shorten a name that they picked, and some clients send none.
    const one =
      shows((shown) => shown === name) ?? shows((shown) => name !== '' && shown.includes(name)) ?? numbered ?? (inOrder ? next : undefined);
    if (one?.isBot) found = true;
    return one?.isBot ? '' : `${name || one?.shown[0] || ''}${after}`;
  });
  // Some clients write no tag.
  const bare = mentions.flatMap(({ isBot, shown }) => (isBot && !found ? shown.flatMap((name) => [`@${name}`, name]) : []));
  const first = bare.find((name) => named.includes(name));
  return first ? named.replace(first, () => '').replace(/^[\s,:;.!]+/, '') : named;
}

/** Some clients write the text as HTML has it, others as it was typed: where one letter shows that it was typed, it stays so. */
function decoded(text: string): string {
  const parts = text.split(/(<at\b[^<>]*>[^<]*<\/at>)/i);
  const outside = parts.filter((_part, index) => index % 2 === 0);
  const isEscaped = !/[<>&]/.test(outside.join('').replace(ESCAPED, ''));
  return isEscaped ? parts.map((part, index) => (index % 2 === 0 ? unescaped(part) : part)).join('') : text;
}

/** The text has only the labels of links. An address whose label is not found in it stands at its end. */
function withAddresses(text: string, links: readonly Link[]): string {
  let done = '';
  let left = text;
  const missing: string[] = [];
  for (const { label, address } of links) {
    const end = label !== '' && left.includes(label) ? left.indexOf(label) + label.length : 0;
    if (end > 0) done += `${left.slice(0, end)} (${address})`;
    else missing.push(`\n${label} (${address})`);
    left = left.slice(end);
  }
  return `${done}${left}${missing.join('')}`;
}
