/** Those for whom an outage is down besides its reporter: who joined it, and whose own outage was merged into it. */
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

export type Joins = {
  /** Those who said "this is us too", in the order in which they did. */
  readonly joined: readonly Joined[];
  /** How often that was said, and the version of the last time that somebody said it or took it back. */
  readonly joins: { readonly count: number; readonly version: number };
  /** The similarities for which the desk was offered to merge outages; each is offered once. */
  readonly gathered: readonly Similarity[];
};
