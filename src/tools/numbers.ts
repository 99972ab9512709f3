/**
 * `outage-desk numbers FILE.csv`: what is counted of each outage, a row an outage, the earliest first. It holds nothing of people.
 * `outage-desk numbers --rebuild` counts all outages once more from their records. Bots may run meanwhile.
 */
import { stringify } from 'csv-stringify/sync';
import { readStorage } from '../config.ts';
import { APART } from '../outage/numbers/count.ts';
import type { Period } from '../outage/numbers/figure.ts';
import { outageName } from '../outage/types/outage.ts';
import type { NumbersRow } from '../store/outages/numbers-row.ts';
import { openForTools } from '../store/tools/open.ts';
import { numbersIn, uncounted } from '../store/tools/records.ts';
import { progressOf } from './terminal.ts';
import { counted, writeWhole } from './tool.ts';

const time = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
const seconds = (ms: number | null): number | string => (ms === null ? '' : ms / 1_000);

/** `apart`: why it is not in the figures of /outage numbers. `inTime` empty: nobody has acknowledged it. */
const COLUMNS: readonly (readonly [name: string, of: (row: NumbersRow) => string | number])[] = [
  ['number', ({ number }) => outageName({ number })],
  ['projectId', (row) => row.project_id],
  ['scenarioId', (row) => row.scenario_id],
  ['reportedAt', (row) => time(row.reported_at)],
  ['apart', ({ apart }) => (apart === 0 ? '' : (APART[apart] ?? ''))],
  ['acknowledgeBy', (row) => time(row.due_at)],
  ['inTime', (row) => (row.in_time === null ? '' : String(row.in_time === 1))],
  ['acknowledgedAfterSeconds', (row) => seconds(row.acknowledged_after)],
  ['resolvedAfterSeconds', (row) => seconds(row.resolved_after)],
  ['updates', ({ updates }) => updates],
  ['updatesInTime', (row) => row.updates_on_time],
  ['nextUpdateBy', (row) => time(row.update_by)],
];

/** Of outages that were reported in the period; `project` null: of all projects. */
export async function writeNumbers(file: string, period: Period, project: string | null): Promise<string> {
  await using opened = await openForTools(readStorage(process.env));
  while (await opened.store.numbers.catchUp());
  let outages = 0;
  await writeWhole(file, async (add) => {
    await add(stringify([COLUMNS.map(([name]) => name)]));
    for await (const rows of numbersIn(opened.db, period, project)) {
      await add(
        stringify(
          rows.map((row) => COLUMNS.map(([, of]) => of(row))),
          { escape_formulas: true },
        ),
      );
      outages += rows.length;
    }
  });
  return `The numbers of ${counted(outages, 'outage')} are in ${file}.`;
}

export async function countAgain(): Promise<string> {
  await using opened = await openForTools(readStorage(process.env));
  const { numbers } = opened.store;
  using progress = progressOf('outages');
  await numbers.countAgain();
  const all = await uncounted(opened.db);
  while (await numbers.catchUp()) progress.report(all - (await uncounted(opened.db)), all);
  return 'All outages were counted once more.';
}
