/** Tables that are kept by person. */

import type { Generated } from 'kysely';
import type { DenialReason } from '../../outage/decision.ts';

export type PersonalTables = {
  /** A project that somebody follows in their own chat. */
  follow: {
    person_id: string;
    project_id: string;
    /** The person's. */
    tenant: string;
    name: string;
    followed_at: number;
  };
  /** What somebody chose to hear of all that they follow, as JSON. */
  chosen: { person_id: string; chosen: string };
  /** What a person asked for and was denied. A row is written once, and deleted when its time is over. */
  refusal: {
    position: Generated<number>;
    at: number;
    person_id: string;
    name: string;
    what: string;
    /** Null: there is no such outage, or none was named. The person is never told which of the two. */
    outage_id: string | null;
    /** The number that they typed, such as OUT-1042; empty when they typed none. */
    asked: string;
    reason: DenialReason;
    client: string;
    conversation_id: string;
  };
};
