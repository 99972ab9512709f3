/** What the bot posts and draws, held against what it may: whom it mentions, where it links to, and in whose words. */
import { elements, leaves } from '../support/card-walk.ts';
import { objectId, PEOPLE } from '../support/crowd.ts';
import { HIDDEN, MARKER, mayHoldTyped, OURS } from '../support/hostile.ts';

/** Those of the desk file. */
const HOSTS = new Set(['support.example.com', 'contoso.operations.dynamics.example', 'teams.microsoft.com']);
const MENTIONABLE = new Set(PEOPLE.flatMap((person) => [objectId(person), `29:${person}`]));

type Entity = { type?: string; text?: string; mentioned?: { id?: string } };
const entitiesIn = (node: unknown): readonly Entity[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { entities?: unknown }).entities;
  return [...(Array.isArray(own) ? (own as Entity[]) : []), ...Object.values(node).flatMap(entitiesIn)];
};

/** Everything that is wrong with what was sent: a whole activity, or the card of an answer. */
export function wrongIn(sent: unknown): readonly string[] {
  const entities = entitiesIn(sent);
  const strangers = entities
    .filter(({ mentioned }) => !MENTIONABLE.has(mentioned?.id ?? ''))
    .map((one) => `mentions ${JSON.stringify(one)}`);
  const ownMentions = entities.map(({ text }) => text ?? '');
  const links = elements(sent)
    .flatMap(({ url, iconUrl, backgroundImage }) => [url, iconUrl, backgroundImage])
    .filter((url) => url !== undefined && !(typeof url === 'string' && isOurs(url)))
    .map((url) => `links to ${JSON.stringify(url)}`);
  const texts = leaves(sent).flatMap((leaf) => {
    const { value, path, key } = leaf;
    if (typeof value !== 'string' || key === 'url') return [];
    if (path.includes('.data.')) return value.includes(MARKER) ? [`the data of a button hold a user's text: ${path}`] : [];
    if (HIDDEN.test(value)) return [`hides something: ${path}: ${JSON.stringify(value)}`];
    if (mayHoldTyped(leaf)) return /\{\{|\$\{/.test(value.replace(OURS, '')) ? [`is run: ${path}: ${value}`] : [];
    if (key === 'summary') return [];
    if (value.includes(MARKER)) return [`a user's text is drawn as the bot's: ${path}: ${value.slice(0, 120)}`];
    const left = ownMentions.reduce((text, mention) => text.replaceAll(mention, ''), value.replace(OURS, ''));
    if (/<at>/i.test(left)) return [`mentions in its text: ${path}: ${value.slice(0, 120)}`];
    return /\{\{|\$\{/.test(left) || /\]\(/.test(left) ? [`is run: ${path}: ${value.slice(0, 120)}`] : [];
  });
  return [...strangers, ...links, ...texts];
}

function isOurs(url: string): boolean {
  if (url.startsWith('data:image/')) return true;
  return URL.canParse(url) && new URL(url).protocol === 'https:' && HOSTS.has(new URL(url).hostname);
}
