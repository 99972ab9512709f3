/**
 * The mark by which a message is found again when Teams' answer to it was lost: the id of an element of its card. People do
 * not see it, and Teams stores it with the card.
 */
import { createHash } from 'node:crypto';

/** Precedes the marks of every card that this bot posts, also of cards without a mark. */
export const MARKED = 'outage-desk';
const LENGTH = 22;

/** The mark for a key: 132 bits of its SHA-256, in characters that an id may contain. */
export const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, LENGTH);

/** A copy of the card with the marks of all `keys` as the id of its first element without an id. */
export function marked(card: object, keys: readonly string[]): object {
  const body: unknown = 'body' in card ? card.body : null;
  if (!Array.isArray(body)) return card;
  const free = body.findIndex((element) => typeof element === 'object' && element !== null && !('id' in element));
  if (free < 0) return card;
  const id = [MARKED, ...keys.map(markOf)].join(' ');
  return { ...card, body: body.with(free, { ...body[free], id }) };
}
