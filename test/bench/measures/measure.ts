/** A measure of the bench: rows of the table that are measured together. */
import type { World } from '../world/world.ts';

/** A row of the table. `bound`: the most that is allowed; null for what is measured to compare with, and is not judged. */
export type Row = {
  readonly name: string;
  /** What is measured, as the table says it. */
  readonly what: string;
  /** Behind the figure: 'times', 'ms', 's', '%', or nothing. */
  readonly unit: string;
  readonly bound: number | null;
  /** The most that is allowed with --quick, on any machine, however much else it has to do. A row without it is not measured there. */
  readonly quick?: number;
};

/**
 * What was measured for a row. `samples`: one for each pair of rounds, from which the median and the spread come. `value`: what is judged
 * where that is not the median, such as the worst of all. `note`: figures behind it, in one line.
 */
export type Outcome = { readonly samples: readonly number[]; readonly value?: number; readonly note?: string };
export type Outcomes = Readonly<Record<string, Outcome>>;

export type Measure = {
  /** The part of the bench, for --only. */
  readonly part: string;
  readonly rows: readonly Row[];
  /** Gives an outcome for each row that is wanted, by its name. `world`: its own, which is stopped afterwards. */
  run(world: World, wanted: (row: string) => boolean): Promise<Outcomes>;
};
