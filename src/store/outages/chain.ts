/** The record as a chain: each event carries a hash over itself and over the hash before it, so nothing in between can be changed. */
import { hash } from 'node:crypto';

export type Link = {
  readonly outageId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  /** As the record keeps it: without personal data, so that the hash holds when that is removed. */
  readonly data: string;
  /** What it was asked by; empty: that was not recorded. */
  readonly client?: string;
};

/** `before`: the hash of the event before it in this outage; empty: it is the first. */
export const hashOf = (before: string, { outageId, seq, type, at, data, client = '' }: Link): string =>
  hash('sha256', JSON.stringify([before, outageId, seq, type, at, data, client]));
