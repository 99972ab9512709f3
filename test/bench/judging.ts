/** What is measured, and whether it is within its bounds. Pure. */
import type { Measure, Outcome, Row } from './measures/measure.ts';
import { median } from './statistics.ts';

/** `least` and `most`: of the samples. `failed`: why there is no figure. */
export type Judged = Row & {
  readonly part: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly samples: readonly number[];
  readonly good: boolean;
  readonly note: string;
  readonly failed: string | null;
};
export type Chosen = { readonly measure: Measure; readonly rows: readonly Row[] };

/** `only`: names of parts or of rows; null for all. Gives, where a name is unknown, a sentence instead. */
export function choose(measures: readonly Measure[], only: readonly string[] | null, quick: boolean): readonly Chosen[] | string {
  const known = measures.flatMap(({ part, rows }) => [part, ...rows.map(({ name }) => name)]);
  const unknown = only?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) return `--only does not know ${unknown.join(', ')}; there are: ${[...new Set(known)].join(', ')}`;
  const chosen = measures.map((measure) => ({
    measure,
    rows: measure.rows.filter(({ name, quick: bound }) => {
      const isNamed = only === null || only.includes(measure.part) || only.includes(name);
      return isNamed && (!quick || bound !== undefined);
    }),
  }));
  const some = chosen.filter(({ rows }) => rows.length > 0);
  return some.length > 0 ? some : `none of ${only?.join(', ')} is measured with --quick`;
}

/** With --quick the row's own bound for that counts. */
export function judge(part: string, row: Row, outcome: Outcome | undefined, quick: boolean): Judged {
  const bound = quick ? (row.quick ?? row.bound) : row.bound;
  const samples = outcome?.samples ?? [];
  const value = outcome?.value ?? median(samples);
  const failed = outcome && Number.isFinite(value) ? null : 'it was not measured';
  const spread = samples.length > 0 ? samples : [value];
  return {
    ...row,
    part,
    bound,
    value,
    least: Math.min(...spread),
    most: Math.max(...spread),
    samples,
    good: failed === null && (bound === null || value <= bound),
    note: outcome?.note ?? '',
    failed,
  };
}

export const failed = (part: string, row: Row, why: string, quick: boolean): Judged => ({
  ...judge(part, row, undefined, quick),
  failed: why,
});

/** Three figures that mean something, without a thousand zeros. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

const withUnit = (value: number, unit: string): string => (unit === '' ? figure(value) : `${figure(value)} ${unit}`);

/** The lines of the table: what, its median with the spread, its bound, and whether it is kept. */
export function tableOf(rows: readonly Judged[]): readonly string[] {
  const cells = rows.map((row) => [
    row.good ? (row.bound === null ? '' : 'good') : 'BAD',
    row.name,
    withUnit(row.value, row.unit),
    row.samples.length > 1 ? `${figure(row.least)} to ${figure(row.most)} of ${row.samples.length}` : '',
    row.bound === null ? '' : `bound ${figure(row.bound)}`,
    row.what,
    row.failed ?? row.note,
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What has no bound counts only where it could not be measured. */
export function summaryOf(rows: readonly Judged[]): string {
  const counted = rows.filter(({ bound, good }) => bound !== null || !good);
  return `bench: ${counted.filter(({ good }) => good).length} of ${counted.length} within their bounds`;
}
