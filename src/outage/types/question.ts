/** What the desk asks the reporter. */
import type { Instant, Person } from './values.ts';

/** An engineer asks the reporter. `choices`: replies that the reporter can give with one tap. */
export type Question = {
  /** The number of the event that asked it. */
  readonly id: number;
  readonly by: Person;
  readonly at: Instant;
  readonly text: string;
  readonly choices: readonly string[];
  readonly reminded: boolean;
};
