/** Those for whom an outage is down besides its reporter: who joined it, and whose own outage was merged into it. */
import type { PersonKey } from './person-key.ts';
import type { Contact, Instant, Origin, Person } from './values.ts';

export type Joined = {
  readonly person: Person;
  /** The outage that they joined; another than this one when that was merged into this one. */
  readonly number: number;
  readonly at: Instant;
  readonly project: { readonly id: string; readonly name: string };
  readonly environment: { readonly id: string; readonly name: string };
  /** An empty phone: it is not known. */
  readonly contact: Pick<Contact, 'name' | 'email' | 'phone' | 'timeZone' | 'language'>;
  /** What they had entered of a report of their own; for the desk. */
  readonly said: string;
  readonly origin: Origin;
};

/** How outages may look the same: of one environment, of one project and scenario, or of one scenario. */
export const SIMILARITIES = ['environment', 'project', 'scenario'] as const;
export type Similarity = (typeof SIMILARITIES)[number];

export type SimilarOutage = {
  readonly id: string;
  readonly number: number;
  readonly reporter: string;
  readonly project: string;
  readonly environment: string;
};

/** An outage that turned out to be the same as this one. */
export type Absorbed = { readonly id: string; readonly number: number; readonly reporter: Person; readonly origin: Origin };

/** Somebody said of an outage that had been merged that these two are not the same. `version`: the one that says so. */
export type Apart = {
  readonly id: string;
  readonly number: number;
  readonly by: Person;
  readonly at: Instant;
  readonly version: number;
};

export const apartFrom = (
  { apart, version }: { readonly apart: readonly Apart[]; readonly version: number },
  { id, number }: Pick<Apart, 'id' | 'number'>,
  { by, at }: Pick<Apart, 'by' | 'at'>,
): readonly Apart[] => [...apart, { id, number, by, at, version }];

/** What somebody for whom it is down says with one tap. */
export const SAYINGS = ['down', 'better', 'works'] as const;
export type Says = (typeof SAYINGS)[number];
export type Pulse = { readonly id: PersonKey; readonly says: Says; readonly at: Instant };
/** The last word of each person counts, whatever they said before. */
export const withPulse = (pulses: readonly Pulse[], { id, says, at }: Pulse): readonly Pulse[] => [
  ...pulses.filter((one) => one.id !== id),
  { id, says, at },
];

/** Whose own it is, or was merged into it, or who joined it. */
type Hit = { readonly reporter: Person; readonly absorbed: readonly Absorbed[] } & Pick<Joins, 'joined' | 'pulses'>;
const isHit = ({ reporter, absorbed, joined }: Hit, id: string): boolean =>
  reporter.id === id || joined.some(({ person }) => person.id === id) || absorbed.some((one) => one.reporter.id === id);
/** The last words, with this one if somebody affected says it. */
export const said = (outage: Hit, { by, at }: { readonly by: Person | null; readonly at: Instant }, says: Says): readonly Pulse[] =>
  by && isHit(outage, by.id) ? withPulse(outage.pulses, { id: by.id, says, at }) : outage.pulses;
export const heardFrom = (outage: Hit): readonly Pulse[] => outage.pulses.filter(({ id }) => isHit(outage, id));

export const withoutJoined = ({ joined }: Pick<Joins, 'joined'>, id: string): readonly Joined[] =>
  joined.filter(({ person }) => person.id !== id);
export const withPhone = (joined: Joined, phone: string): Joined => ({ ...joined, contact: { ...joined.contact, phone } });

export type Joins = {
  /** Those who said "this is us too", in the order in which they did. */
  readonly joined: readonly Joined[];
  /** The last word of each of those affected, since it last ended or came back. */
  readonly pulses: readonly Pulse[];
  /** How often that was said, and the version of the last time that somebody said it, took it back, or said how it is. */
  readonly joins: { readonly count: number; readonly version: number };
  /** The similarities for which the desk was offered to merge outages; each is offered once. */
  readonly gathered: readonly Similarity[];
};
