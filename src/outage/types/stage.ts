/** The stages of an outage, as people read where it stands: it is acknowledged until its owner's first word, then in a phase. */
import { type Facts, PHASES } from './outage.ts';
import type { Instant } from './values.ts';

export const STAGES = ['reported', 'acknowledged', ...PHASES, 'resolved'] as const;
export type Stage = (typeof STAGES)[number];
export type Reached = Facts['reached'];

/** Where it stands, or stood when it ended in another way. */
export const stageOf = ({ reached }: Pick<Facts, 'reached'>): Stage =>
  STAGES.findLast((stage) => stage !== 'reported' && reached[stage] !== undefined) ?? 'reported';

/** It is in this stage now, or still. One that goes back to an earlier stage has not reached the later ones any more. */
export function reach(stage: keyof Reached, { reached }: Pick<Facts, 'reached'>, { at }: { readonly at: Instant }): Pick<Facts, 'reached'> {
  if (stageOf({ reached }) === stage) return { reached };
  const kept = Object.entries(reached).filter(([one]) => STAGES.indexOf(one as Stage) < STAGES.indexOf(stage));
  return { reached: { ...Object.fromEntries(kept), [stage]: at } };
}
