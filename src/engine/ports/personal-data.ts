/** Where personal data is kept. What removes it from the record of an outage is the event that says so. */
import type { Instant } from '../../outage/types/values.ts';

export interface PersonalData {
  /** Outages that ended before this time and hold personal data, the earliest first. */
  due(endedBefore: Instant, limit: number): Promise<readonly string[]>;
  /** Outages that have ended and hold data of a person who asked, after they were reported, to be forgotten. */
  toForget(limit: number): Promise<readonly { readonly outageId: string; readonly personId: string }[]>;
  /** Deletes the remains of what was removed, and denials and on-call overrides that are older than `before`. May be repeated. */
  sweep(before: Instant): Promise<void>;
}
