/** Reads HTML of Teams as the plain text that a reader sees, with the addresses of its links. */
import { Parser } from 'htmlparser2';

/** Teams takes messages of about 100 KB. */
export const MOST_HTML = 200_000;
/** The parser searches all open tags at each closing one, which for a message of nothing but tags takes quadratic time. */
const DEEPEST = 300;
/** How many characters are read before the depth is checked. */
const PIECE = 2_000;
/** Elements that begin and end a line. */
const BLOCKS = new Set('p div br li tr ul ol table blockquote pre hr h1 h2 h3 h4 h5 h6'.split(' '));
/** Elements whose content is no text of the message. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'textarea', 'noscript', 'svg']);
/** Teams says of some elements what they are: a mention, a quoted message, an emoji. */
const KIND = /schema\.skype\.com\/(\w+)$/i;

/** `address`: empty when the label says it already, or when it is not of the web. */
export type Link = { readonly label: string; readonly address: string };
export type Html = { readonly text: string; readonly links: readonly Link[]; readonly hasPicture: boolean };

/**
 * What a reader of this HTML sees, line by line. Nothing in it is run; broken HTML is read as far as it goes.
 * `typed`: somebody says it to the bot. Mentions are marked then, as in the text of an activity, and what it quotes is left out.
 */
export function readHtml(html: string, { typed = false } = {}): Html {
  const links: Link[] = [];
  /** What each open element, from the outermost, does when it closes. */
  const closing: (() => void)[] = [];
  let read = '';
  let label = '';
  let hasPicture = false;
  let silent = 0;
  let exact = 0;
  const write = (text: string) => {
    if (silent > 0) return;
    read += text;
    label += text;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const { isBlock, isSilent, isExact, isPicture, before, after } = elementOf(name, attributes, typed);
      if (isBlock) write('\n');
      if (isPicture && silent === 0) hasPicture = true;
      if (isSilent) silent += 1;
      if (isExact) exact += 1;
      write(before);
      if (name === 'a') label = '';
      closing.push(() => {
        write(after);
        if (name === 'a' && silent === 0) writeAddress(attributes.href ?? '');
        if (isSilent) silent -= 1;
        if (isExact) exact -= 1;
        if (isBlock) write('\n');
      });
    },
    ontext: (data) => write(exact > 0 ? data : data.replace(/[ \t\r\n\f]+/g, ' ')),
    onclosetag: () => closing.pop()?.(),
  });
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (closing.length <= DEEPEST) continue;
    // Closes all open tags, and goes on with the rest.
    parser.end();
    parser.reset();
  }
  parser.end();
  const lines = read.split('\n').map((line) => line.trim());
  return { text: lines.filter((line) => line !== '' && line !== '-').join('\n'), links, hasPicture };

  function writeAddress(href: string): void {
    const link = { label: label.replace(/\s+/g, ' ').trim(), address: addressOf(href, label) };
    if (link.address === '') return;
    links.push(link);
    write(/\s$/.test(label) ? `(${link.address}) ` : ` (${link.address})`);
  }
}

/** `before`, `after`: what a reader sees around the content. */
function elementOf(name: string, { alt = '', itemtype = '', itemid = '', id = itemid }: Record<string, string>, typed: boolean) {
  const kind = KIND.exec(itemtype)?.[1];
  const isMention = typed && (name === 'at' || kind === 'Mention');
  const isPicture = name === 'img' && kind !== 'Emoji' && /^$|[\p{L}\p{N}]/u.test(alt);
  // Emoji, and pictures with a description.
  const shown = (name === 'img' && !(typed && isPicture)) || name === 'emoji' ? alt : '';
  return {
    isBlock: BLOCKS.has(name),
    isSilent: SILENT.has(name) || (typed && kind === 'Reply'),
    isExact: name === 'pre',
    isPicture,
    before: isMention ? `<at id="${id.replace(/\D/g, '')}">` : name === 'li' ? '- ' : shown,
    after: isMention ? '</at>' : name === 'td' || name === 'th' ? ' ' : '',
  };
}

/** Of the web only, and without the name and password that an address can hold. */
function addressOf(href: string, label: string): string {
  const url = URL.parse(href);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return '';
  Object.assign(url, { username: '', password: '' });
  return [href, url.href].some((one) => bare(one) === bare(label)) ? '' : url.href;
}

/** People write an address without what the client adds to it. */
const bare = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');

/** The letters that HTML writes as `&amp;` and the like. For a text without tags. */
export function unescaped(text: string): string {
  let read = '';
  const ontext = (data: string) => {
    read += data;
  };
  new Parser({ ontext }).end(text);
  return read;
}
