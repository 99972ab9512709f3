/** Denials, and from which client the steps of an outage came; apart from the record, because a denial changes nothing. */
import type { DenialReason } from '../../outage/decision.ts';
import type { Instant } from '../../outage/types/values.ts';

export type Refusal = {
  readonly person: { readonly id: string; readonly name: string };
  /** The action, the button or the command; never what was typed. */
  readonly what: string;
  /** The outage they meant, as far as they named it; the store finds out whether there is one. */
  readonly outageId: string | null;
  readonly number: number | null;
  readonly reason: DenialReason;
  readonly client: string;
  readonly conversationId: string;
};
/** `threadId`: the conversation that says which outage is meant when nothing else does. */
export type Refused = Refusal & { readonly threadId: string | null };
export type KeptRefusal = Pick<Refusal, 'person' | 'what' | 'reason' | 'client'> & { readonly at: Instant };

/** Denials are deleted together with other personal data. */
export interface Audit {
  refused(refusal: Refusal): Promise<void>;
  /** The latest ones about this outage, oldest first. */
  refusalsOf(outageId: string, limit: number): Promise<readonly KeptRefusal[]>;
  /** The client of each step, by the number of its event (1 is the first). A step without a client is the clock's. */
  stepsOf(outageId: string): Promise<ReadonlyMap<number, string>>;
  /** The hash of event number `seq`, which is one over all events before it; null: there is no such event. */
  hashOf(outageId: string, seq: number): Promise<string | null>;
}
