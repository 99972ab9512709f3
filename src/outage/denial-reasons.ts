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
  /** It is somebody else's report, draft or place among the affected. */
  'not-yours',
  /** Too many people would read the answer in this place. */
  'not-here',
  /** It does not say of which outage. */
  'no-thread',
  /** What the card sent is none of ours, or of an older one. */
  'unreadable',
  'draft-gone',
  'old-client',
  'rate-limited',
  'not-administrator',
  /** No channel is the desk yet. */
  'no-desk',
  'other-tenant',
  /** Of no project. */
  'not-member',
  /** Of a project, but nothing in it can be reported. */
  'not-eligible',
  /** Teams did not say of which project they are. */
  'not-told',
] as const satisfies readonly (Rejection['type'] | string)[];

export type DenialReason = (typeof DENIAL_REASONS)[number];

/** Each rejection has its word: does not compile when one is missing. */
export const denialReason = ({ type }: Rejection): DenialReason => type;
