/** What a client makes of a text, according to general parsers of Markdown, HTML and addresses. */
import { Parser } from 'htmlparser2';
import { LinkifyIt } from 'linkify-it';
import { Lexer, walkTokens } from 'marked';
import { isNode, type Node, withoutPhoneLinks } from './walk.ts';

const linkify = new LinkifyIt();
for (const scheme of ['tel:', 'msteams:', 'javascript:', 'data:'])
  linkify.add(scheme, { validate: (text, at) => /^[\w+/-]\S*/.exec(text.slice(at))?.[0].length ?? 0 });

const TEXT = ['paragraph', 'text', 'space'];

/** The links, styles, lists, headings, tags and entities that Markdown, HTML, and a client that looks for addresses find. */
export function madeOf(text: string): readonly string[] {
  const found: string[] = (linkify.match(text) ?? []).map(({ raw }) => `a link to ${raw}`);
  walkTokens(new Lexer({ gfm: true }).lex(text), ({ type, raw }) => {
    if (!TEXT.includes(type)) found.push(`${type}: ${raw}`);
  });
  let shown = '';
  const parser = new Parser({
    onopentag: (name) => found.push(`the tag ${name}`),
    oncomment: () => found.push('a comment'),
    ontext: (part) => {
      shown += part;
    },
  });
  parser.end(text);
  if (shown !== text) found.push(`another text: ${shown}`);
  return found;
}

/** Every text of a card that a client reads as Markdown: in blocks, toggles and choices. */
export function workedOn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(workedOn);
  if (!isNode(value)) return [];
  const own = value.type === 'TextBlock' ? [value.text] : [];
  const choices = value.type === 'Input.ChoiceSet' && Array.isArray(value.choices) ? value.choices.map((one: Node) => one.title) : [];
  return [...own, ...choices, ...(value.type === 'Input.Toggle' ? [value.title] : [])]
    .map((text) => withoutPhoneLinks(String(text)))
    .concat(Object.values(value).flatMap(workedOn));
}

/** Every TextRun with the elements around it, the nearest last. */
export function runs(value: unknown, around: readonly Node[] = []): readonly { readonly text: string; readonly around: readonly Node[] }[] {
  if (Array.isArray(value)) return value.flatMap((one) => runs(one, around));
  if (!isNode(value)) return [];
  if (value.type === 'TextRun') return [{ text: String(value.text), around }];
  return Object.values(value).flatMap((one) => runs(one, [...around, value]));
}
