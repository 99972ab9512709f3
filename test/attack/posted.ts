/** Checks what the bot posts and draws: whom it mentions, where it links to, and where users' text appears. */
import { objectId, PEOPLE } from '../support/bot/users.ts';
import { HIDDEN, MARKER, mayHoldTyped, OURS, withoutBreaks } from '../support/cards/hostile-text.ts';
import { elements, type Leaf, leaves, withoutPhoneLinks } from '../support/cards/walk.ts';

/** The hosts of the desk file, Teams, and our own. */
const HOSTS = new Set([
  'support.example.com',
  'contoso.operations.dynamics.example',
  'monitoring.contoso.example',
  'changes.contoso.example',
  'teams.microsoft.com',
  // Where the proxy passes on what is asked for pictures.
  'desk.example.com',
]);
const MENTIONABLE = new Set(PEOPLE.flatMap((person) => [objectId(person), `29:${person}`]));

type Entity = { type?: string; text?: string; mentioned?: { id?: string } };
const entitiesIn = (node: unknown): readonly Entity[] => {
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { entities?: unknown }).entities;
  return [...(Array.isArray(own) ? (own as Entity[]) : []), ...Object.values(node).flatMap(entitiesIn)];
};

/** All faults of what was sent: a whole activity, or the card of an answer. */
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
  return [...strangers, ...links, ...leaves(sent).flatMap((leaf) => wrongText(leaf, ownMentions) ?? [])];
}

function wrongText(leaf: Leaf, ownMentions: readonly string[]): string | null {
  const { value, path, key } = leaf;
  if (typeof value !== 'string' || key === 'url' || key === '$schema') return null;
  if (path.includes('.data.')) return value.includes(MARKER) ? `the data of a button hold a user's text: ${path}` : null;
  if (HIDDEN.test(withoutBreaks(value))) return `hides something: ${path}: ${JSON.stringify(value)}`;
  // The value of an input is plain text to every client.
  if (leaf.owner.startsWith('Input.') && key === 'value') return null;
  const typed = mayHoldTyped(leaf) || key === 'summary';
  if (value.includes(MARKER) && !typed) return `a user's text is drawn as the bot's: ${path}: ${value}`;
  const left = typed ? value : ownMentions.reduce((text, mention) => text.replaceAll(mention, ''), withoutPhoneLinks(value));
  if (!typed && /<at>|\]\(|https?:/i.test(left)) return `mentions or links in its text: ${path}: ${value}`;
  return /\{\{|\$\{/.test(left.replace(OURS, '')) ? `is run: ${path}: ${value}` : null;
}

/** The parts of a request to Teams that people see. */
export function shownOf(text: string): unknown {
  const sent = JSON.parse(text || '{}') as { activity?: object } & Record<string, unknown>;
  const { attachments, entities, summary, text: shown, suggestedActions } = { ...sent, ...sent.activity };
  return { attachments, entities, summary, text: shown, suggestedActions };
}

function isOurs(url: string): boolean {
  if (url.startsWith('data:image/')) return true;
  return URL.canParse(url) && new URL(url).protocol === 'https:' && HOSTS.has(new URL(url).hostname);
}
