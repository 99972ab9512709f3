/** What was promised: times, and who is called when (an SLA with its escalation policy). */
import type { Level } from './person.ts';

export type Rung = {
  readonly afterMs: number;
  readonly kind: 'reminder' | 'last-call';
  readonly levels: readonly Level[];
  readonly direct: boolean;
};

export type Ladder = {
  readonly acknowledgeWithinMs: number;
  readonly rungs: readonly Rung[];
  readonly breach: { readonly levels: readonly Level[]; readonly direct: boolean; readonly repeatEveryMs: number };
};

/** The promise, its ladder and the cadence, as they were on submission. */
export type Policy = Ladder & {
  /** The ladder after a release, an objection or a reopening. */
  readonly again: Ladder;
  /** The cadence, and that of an outage which has lasted longer than `laterAfterMs`. */
  readonly updateEveryMs: number;
  readonly laterAfterMs: number;
  readonly laterUpdateEveryMs: number;
  readonly nudgeEveryMs: number;
  /** How long after the end the reporter may say that it is not over. */
  readonly reopenWithinMs: number;
  /** A resolved outage is closed after this time if nobody contradicts. */
  readonly closeAfterMs: number;
};
