/**
 * Keeps personal data apart from the record. The record of an outage holds a token instead of every string that may say
 * something about a person; the string itself is in a row of `personal`. Without that row the record is anonymous, but still
 * the same record: its events fold as before, a person is the same token in all of an outage, and the hashes stay right.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { OutageEvent } from '../../outage/events.ts';
import { PUBLIC_PARTS, type PublicParts } from './public-parts.ts';

/** `personId`: an Entra object id; empty: not known. `value`: the string as JSON, which every database accepts. */
export type Personal = { readonly token: string; readonly personId: string; readonly value: string };

/** The token of the row of `personal` that holds the salt of its outage. The row is deleted together with the last of the others. */
export const SALT_ROW = 'salt';
export const newSalt = (): string => randomBytes(16).toString('base64url');

const DIGEST_LENGTH = 22;
export const TOKEN_LENGTH = DIGEST_LENGTH + 1;
const TOKENS = /"(~[\w-]{22})"/g;

/** The same string of the same person has the same token within one outage, and a different one in every other outage. */
export const tokenOf = (salt: string, personId: string, value: string): string =>
  `~${createHmac('sha256', salt).update(`${personId}\0${value}`).digest('base64url').slice(0, DIGEST_LENGTH)}`;

/** The event as it is stored in the record, and the personal data that was taken out. */
export function split(event: OutageEvent, salt: string): { data: string; personal: ReadonlyMap<string, Personal> } {
  const personal = new Map<string, Personal>();
  const seen = new Map<string, string>();
  return { data: JSON.stringify(anonymous(event, PUBLIC_PARTS, '')), personal };

  function anonymous(value: unknown, parts: PublicParts, owner: string): unknown {
    if (typeof value === 'string') return value === '' || isPublic(value, parts) ? value : hide(value, owner);
    if (typeof value !== 'object' || value === null || parts === true) return value;
    if (Array.isArray(value)) return value.map((one) => anonymous(one, parts, owner));
    const known: { readonly [key: string]: PublicParts } = typeof parts === 'function' ? {} : parts;
    const whose = ownerOf(value as Owned, known, owner);
    const hidden: Record<string, unknown> = {};
    for (const [key, one] of Object.entries(value))
      hidden[key] = anonymous(one, Object.hasOwn(known, key) ? (known[key] ?? {}) : {}, whose);
    return hidden;
  }

  function hide(text: string, owner: string): string {
    const personId = owner || (/\b(?:person|joined):([^/]+)/.exec(text)?.[1] ?? '');
    const value = JSON.stringify(text);
    const key = `${personId}\0${value}`;
    const token = seen.get(key) ?? tokenOf(salt, personId, value);
    seen.set(key, token);
    personal.set(token, { token, personId, value });
    return token;
  }
}

const isPublic = (text: string, parts: PublicParts): boolean => (typeof parts === 'function' ? parts(text) : parts === true);

type Owned = { readonly id?: unknown; readonly by?: Owned; readonly person?: Owned; readonly reporter?: Owned };

/** The id and name of a person belong to that person; what was typed belongs to the person who typed it; what was joined or merged, to the reporter of that. */
function ownerOf(value: Owned, parts: { readonly [key: string]: PublicParts }, owner: string): string {
  if (typeof value.id === 'string' && parts.id !== true) return value.id;
  for (const { id } of [value.by ?? {}, value.person ?? {}, value.reporter ?? {}]) if (typeof id === 'string') return id;
  return owner;
}

/** The text of events with the personal data put back. A token without a value stays. `values`: JSON, by token. */
export function join(data: string, values: ReadonlyMap<string, string>): string {
  return values.size === 0 ? data : data.replace(TOKENS, (quoted, token: string) => values.get(token) ?? quoted);
}
