/** Who joined an outage, and which others look the same: what is known of it, and how the events change that. */
import type { Contact, Instant, Origin, Person } from './outage.ts';

/** Somebody for whom it is down too, and where they hear of it. */
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
/** The scenario that says that nothing in the list fits, and that of a request for which none was chosen. */
export const NOT_LISTED = 'not-listed';
export const NO_SCENARIO = 'none';
/** Whether it says what is down. Two outages of which it does not are not alike by it. */
export const isTelling = (scenarioId: string): boolean => scenarioId !== NOT_LISTED && scenarioId !== NO_SCENARIO;
/** An open outage that looks the same as another, as the desk is told of it. */
export type SimilarOutage = {
  readonly id: string;
  readonly number: number;
  readonly reporter: string;
  readonly project: string;
  readonly environment: string;
};

export type Joins = {
  /** Those who said "this is us too", in the order in which they did. */
  readonly joined: readonly Joined[];
  /** How often that was said, and the version of the last time that somebody said it or took it back. */
  readonly joins: { readonly count: number; readonly version: number };
  /** What the desk was offered once already: to make this one of those that look the same. */
  readonly gathered: readonly Similarity[];
};
export const NO_JOINS: Joins = { joined: [], joins: { count: 0, version: 0 }, gathered: [] };

type By = { readonly at: Instant; readonly by: Person };
export type JoinEvent =
  | (By & { readonly type: 'joined'; readonly joined: Joined })
  | (By & { readonly type: 'left' })
  | (By & { readonly type: 'phone-added'; readonly phone: string })
  /** `others`: what looks the same as this one, which is the earliest. */
  | { readonly type: 'gathered'; readonly at: Instant; readonly likeness: Similarity; readonly others: readonly SimilarOutage[] };

/** `version`: of the outage after the event. */
export function foldJoins({ joined, joins, gathered }: Joins, version: number, event: JoinEvent): Joins {
  switch (event.type) {
    case 'joined':
      return { joined: [...joined, event.joined], joins: { count: joins.count + 1, version }, gathered };
    case 'left':
      return { joined: joined.filter(({ person }) => person.id !== event.by.id), joins: { ...joins, version }, gathered };
    case 'phone-added':
      return { joined: joined.map((one) => (one.person.id === event.by.id ? withPhone(one, event.phone) : one)), joins, gathered };
    case 'gathered':
      return { joined, joins, gathered: [...gathered, event.likeness] };
  }
}

const withPhone = (joined: Joined, phone: string): Joined => ({ ...joined, contact: { ...joined.contact, phone } });
