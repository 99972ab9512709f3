/** The stages of an outage, as people read where it stands: it is acknowledged until its owner's first word, then in a phase. */
import { type Facts, PHASES } from './outage.ts';

export const STAGES = ['reported', 'acknowledged', ...PHASES, 'resolved'] as const;
export type Stage = (typeof STAGES)[number];
export type Reached = Facts['reached'];

/** Where it stands, or stood when it ended in another way. */
export const stageOf = ({ reached }: Pick<Facts, 'reached'>): Stage =>
  STAGES.findLast((stage) => stage !== 'reported' && reached[stage] !== undefined) ?? 'reported';
