/** Why somebody was refused, in one word for the record; what they read instead is in words/. */
import type { Rejection } from './decision.ts';

export const DENIAL_REASONS = [
  // The rejections of the core (decision.ts).
  'unknown-outage',
  'not-permitted',
  'already-acknowledged',
  'already-ended',
  'card-outdated',
  'not-now',
  'not-offered',
  'objected-already',
  'too-late',
  'bad-target',
  // What is refused before the core is asked.
  /** The report, the draft or the membership among the affected is somebody else's. */
  'not-yours',
  /** Too many people would read the answer here. */
  'not-here',
  /** Neither the text nor the thread says which outage is meant. */
  'no-thread',
  /** The data of the card can't be read, or the card is an old one. */
  'unreadable',
  'draft-gone',
  'old-client',
  'rate-limited',
  'not-administrator',
  'no-desk',
  'other-tenant',
  /** Member of no project. */
  'not-member',
  /** Member of a project in which nothing can be reported. */
  'not-eligible',
  /** Teams did not say which projects they are members of. */
  'not-told',
] as const satisfies readonly (Rejection['type'] | string)[];

export type DenialReason = (typeof DENIAL_REASONS)[number];

/** Each rejection has its word: does not compile when one is missing. */
export const denialReason = ({ type }: Rejection): DenialReason => type;
