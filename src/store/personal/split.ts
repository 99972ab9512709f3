/**
 * Keeps personal data apart from the record. The record of an outage holds a token instead of every string that may say
 * something about a person; the string itself is in a row of `personal`. Without that row the record is anonymous, but still
 * the same record: its events fold as before, a person is the same token in all of an outage, and the hashes stay right.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { OutageEvent } from '../../outage/events.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { isClient } from '../../outage/types/person-key.ts';
import type { Report } from '../../outage/types/values.ts';
import type { ContactPart, ReportPart } from '../../report/fields.ts';

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

/**
 * Who called, where Teams does not know them: what they said belongs to their call, not to whoever took it. So does what a client of the
 * API says of somebody. Empty: nobody did.
 */
export const callerOf = ({ id, takenBy, reporter }: Pick<Outage, 'id' | 'takenBy' | 'reporter'>): string =>
  takenBy?.id === reporter.id || isClient(reporter.id) ? `call:${id}` : '';
const OF_CALLER = ['report', 'changes', 'was'];
/** What the review of an outage says is the desk's own: it stays when one person is removed, whose name goes. */
const OF_DESK = ['cause', 'helped', 'followUps'];

/** The event as it is stored in the record, and the personal data that was taken out. `caller`: see `callerOf`. */
export function split(event: OutageEvent, salt: string, caller = ''): { data: string; personal: ReadonlyMap<string, Personal> } {
  const personal = new Map<string, Personal>();
  const seen = new Map<string, string>();
  return { data: JSON.stringify(anonymous(event, PUBLIC_PARTS, '')), personal };

  function anonymous(value: unknown, parts: PublicParts, owner: string): unknown {
    if (typeof value === 'string') return value === '' || isPublic(value, parts) ? value : hide(value, owner);
    if (typeof value !== 'object' || value === null || parts === true) return value;
    if (Array.isArray(value)) return value.map((one) => anonymous(one, parts, owner));
    return hiddenParts(value, parts, owner);
  }

  function hiddenParts(value: object, parts: Exclude<PublicParts, true>, owner: string): object {
    const known: { readonly [key: string]: PublicParts } = typeof parts === 'function' ? {} : parts;
    const whose = ownerOf(value as Owned, known, owner);
    const hidden: Record<string, unknown> = {};
    const saidByCaller = caller !== '' && value === event ? OF_CALLER : [];
    for (const [key, one] of Object.entries(value)) {
      const said = value === event && OF_DESK.includes(key) ? '' : whose;
      hidden[key] = anonymous(one, partOf(known, key), saidByCaller.includes(key) ? caller : said);
    }
    return hidden;
  }

  function hide(text: string, owner: string): string {
    const personId = owner || (/\b(?:(?:person|joined|following):|pager:[^/+]*\+)([^/]+)/.exec(text)?.[1] ?? '');
    const value = JSON.stringify(text);
    const key = `${personId}\0${value}`;
    const token = seen.get(key) ?? tokenOf(salt, personId, value);
    seen.set(key, token);
    personal.set(token, { token, personId, value });
    return token;
  }
}

const partOf = (known: { readonly [key: string]: PublicParts }, key: string): PublicParts =>
  (Object.hasOwn(known, key) && known[key]) || {};
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

/** `true`: all of it. A function: the strings that it returns true for. Else by key; a key that is not listed is personal. */
type PublicParts = true | ((text: string) => boolean) | { readonly [key: string]: PublicParts };

const PUBLIC = true;
/** The place of a person's own chat, or of their phone, holds the id of that person. */
const ofNobody = (text: string): boolean => !/\b(?:person|joined|following):|\bpager:[^/]*\+/.test(text);
/** A value that is chosen from a list, never typed. */
const ofAList = (text: string): boolean => /^[a-z-]{1,16}$/.test(text);
const NAMED = { id: PUBLIC, name: PUBLIC } as const;
const ROOM = { kind: PUBLIC, conversationId: PUBLIC, tenantId: PUBLIC } as const;
const ENVIRONMENT = { ...NAMED, url: PUBLIC } as const;
/** Without the conversation, which may be a person's own chat. */
const ORIGIN = { kind: PUBLIC, tenantId: PUBLIC, serviceUrl: PUBLIC } as const;
/** Does not compile while a part that is public by its record in report/fields.ts is missing, or a personal one is listed. */
type Listed<Public extends string, Personal extends string> = { readonly [part in Public]: PublicParts } & {
  readonly [part in Personal]?: never;
};
type IsPublic = { readonly kept: { readonly personal: false } };
type IsPersonal = { readonly kept: { readonly personal: true } };
const CONTACT = { aroundTheClock: PUBLIC, timeZone: PUBLIC, language: PUBLIC } as const satisfies Listed<
  ContactPart<IsPublic>,
  ContactPart<IsPersonal>
>;
const REPORT = {
  project: NAMED,
  environment: ENVIRONMENT,
  scenario: { id: PUBLIC, title: PUBLIC },
  beganAt: PUBLIC,
  affected: ofAList,
  answers: { id: PUBLIC, question: PUBLIC },
  contact: CONTACT,
} as const satisfies Listed<ReportPart<IsPublic> | Exclude<keyof Report, ReportPart>, ReportPart<IsPersonal>>;

/**
 * Which parts of an event may stay in the record for ever: the desk file's own names, rooms, times and our own kinds. Any
 * other string counts as personal data. So does a new event or field until it is listed here.
 */
const PUBLIC_PARTS: PublicParts = {
  type: PUBLIC,
  is: PUBLIC,
  as: PUBLIC,
  id: PUBLIC,
  report: REPORT,
  changes: REPORT,
  was: REPORT,
  origin: ORIGIN,
  desk: ROOM,
  followers: { id: PUBLIC, audience: PUBLIC, ...ROOM, noise: PUBLIC, hours: PUBLIC, language: PUBLIC },
  following: { tenantId: PUBLIC, noise: PUBLIC },
  tenantId: PUBLIC,
  noise: PUBLIC,
  webhooks: { id: PUBLIC, events: PUBLIC },
  policy: PUBLIC,
  request: { queue: ROOM, plan: { name: PUBLIC } },
  files: { id: PUBLIC, kind: PUBLIC },
  phase: PUBLIC,
  people: { level: PUBLIC },
  team: { ...NAMED, room: ROOM },
  plan: PUBLIC,
  into: { id: PUBLIC },
  merged: { id: PUBLIC, origin: ORIGIN },
  ids: PUBLIC,
  joined: { project: NAMED, environment: NAMED, contact: CONTACT, origin: ORIGIN },
  says: PUBLIC,
  likeness: PUBLIC,
  others: { id: PUBLIC, project: PUBLIC, environment: PUBLIC },
  place: ofNobody,
  came: { key: ofNobody },
  pager: PUBLIC,
  outcome: PUBLIC,
  pages: { pager: PUBLIC },
  missed: { pager: PUBLIC },
};
