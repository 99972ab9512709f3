/**
 * Which parts of an event may stay in the record for ever: the desk file's own names, rooms, times and our own kinds. Any
 * other string counts as personal data. So does a new event or field until it is listed here.
 */
import type { Report } from '../../outage/types/values.ts';
import type { ContactPart, ReportPart } from '../../report/fields.ts';

/** `true`: all of it. A function: the strings that it returns true for. Else by key; a key that is not listed is personal. */
export type PublicParts = true | ((text: string) => boolean) | { readonly [key: string]: PublicParts };

const PUBLIC = true;
/** The place of a person's own chat holds the id of that person. */
const ofNobody = (text: string): boolean => !/\b(?:person|joined):/.test(text);
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

export const PUBLIC_PARTS: PublicParts = {
  type: PUBLIC,
  id: PUBLIC,
  report: REPORT,
  changes: REPORT,
  was: REPORT,
  origin: ORIGIN,
  desk: ROOM,
  followers: { id: PUBLIC, ...ROOM },
  policy: PUBLIC,
  request: { queue: ROOM, plan: { name: PUBLIC } },
  phase: PUBLIC,
  people: { level: PUBLIC },
  team: { ...NAMED, room: ROOM },
  plan: PUBLIC,
  into: { id: PUBLIC },
  merged: { id: PUBLIC, origin: ORIGIN },
  joined: { project: NAMED, environment: NAMED, contact: CONTACT, origin: ORIGIN },
  likeness: PUBLIC,
  others: { id: PUBLIC, project: PUBLIC, environment: PUBLIC },
  place: ofNobody,
  came: { key: ofNobody },
};
