/** Reads a drawn card: its values, elements, texts and buttons. */

export type Node = { readonly [key: string]: unknown };
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of a card with its path. `owner` is the type of the nearest element around it. */
export type Leaf = { readonly path: string; readonly key: string; readonly owner: string; readonly value: unknown };

/** All values of a card that are neither objects nor lists. */
export function leaves(value: unknown, path = '', owner = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`, owner));
  if (!isNode(value))
    return [
      {
        path,
        key:
          path
            .replace(/\[\d+\]$/, '')
            .split('.')
            .at(-1) ?? '',
        owner,
        value,
      },
    ];
  const inside = typeof value.type === 'string' ? value.type : owner;
  return Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`, inside));
}

/** Where a card shows text to people. An input's value is what they typed, or an id. */
const SHOWN: ReadonlySet<string> = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'altText']);
/** What people see of a card: not what a press gives back, and not the mentions, which Teams compares with the texts. */
export const shownOn = (card: unknown): Leaf[] =>
  leaves(card).filter(({ path, key, value }) => SHOWN.has(key) && typeof value === 'string' && !/\.(?:data|msteams)[.[]/.test(path));

/** All elements and actions of a card, in reading order. */
export function elements(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  if (!isNode(value)) return [];
  return [...(typeof value.type === 'string' ? [value] : []), ...Object.values(value).flatMap(elements)];
}

export const ofType = (card: unknown, ...types: readonly string[]): Node[] =>
  elements(card).filter(({ type }) => types.includes(String(type)));
export const inputs = (card: unknown): Node[] => elements(card).filter(({ type }) => String(type).startsWith('Input.'));
/** The actions in the last row of the card. */
export const actions = (card: { readonly [key: string]: unknown }): readonly Node[] => (Array.isArray(card.actions) ? card.actions : []);
/** As a client shows it: the number, which calls when it is tapped. Any other link stays as it is. */
export const withoutPhoneLinks = (text: string): string =>
  text.replace(/\[(\+[\d ().-]{6,30}(?: ext\. \d{1,7})?)\]\(tel:\+\d{6,15}(?:;ext=\d{1,7})?\)/g, '$1');
export const textOf = (node: Node | undefined): string => String(node?.text ?? '');
/** Whether it stays in Teams, in letters that mean nothing to a card: a call, a chat, a new meeting. Links to messages have a check of their own. */
export const opensTeams = (url: string): boolean =>
  /^https:\/\/teams\.microsoft\.com\/(?:l\/(?:chat\/0\/0|call\/0\/0|meeting\/new)\?[\w=&.:%~!*()-]+|meet\/\d+)$/.test(url);
export const bytesOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card));
/** The first findings, each cut, so that a mistake in all cards is not printed hundreds of times. */
export const short = (findings: readonly string[]): string[] => findings.slice(0, 5).map((finding) => finding.slice(0, 240));
