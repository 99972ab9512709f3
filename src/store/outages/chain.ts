/** Chains the events of an outage: each has a hash over itself and over the hash of the event before it, so no event can be changed unnoticed. */
import { hash } from 'node:crypto';

export type Link = {
  readonly outageId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  /** As it is stored: without personal data, so that the hash stays right when personal data is removed. */
  readonly data: string;
  /** The client of the person who caused it; empty: none was recorded. */
  readonly client?: string;
};

/** `before`: the hash of the event before it in this outage; empty for the first. */
export const hashOf = (before: string, { outageId, seq, type, at, data, client = '' }: Link): string =>
  hash('sha256', JSON.stringify([before, outageId, seq, type, at, data, client]));
