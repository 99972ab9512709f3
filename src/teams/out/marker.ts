/**
 * The mark by which a message is found again when Teams' answer to it was lost: the id of an element of its card. Nobody
 * sees it, and it is kept with the card wherever Teams keeps that.
 */
import { createHash } from 'node:crypto';

/** Stands before the marks of every card that this bot posts, also of those that nobody looks for. */
export const MARKED = 'outage-desk';
const LENGTH = 22;

/** What to look for in a card that was posted with this key: 132 bits of its SHA-256, in letters that any id may have. */
export const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);

/** The card with the marks of all `keys` in the id of its first element that has none. The given card is not changed. */
export function marked(card: object, keys: readonly string[]): object {
  const body: unknown = 'body' in card ? card.body : null;
  if (!Array.isArray(body)) return card;
  const free = body.findIndex((element) => typeof element === 'object' && element !== null && !('id' in element));
  if (free < 0) return card;
  const id = [MARKED, ...keys.map(markOf)].join(' ');
  return { ...card, body: body.with(free, { ...body[free], id }) };
}
