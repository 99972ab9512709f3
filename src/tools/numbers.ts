/**
 * `npm run numbers -- FILE.csv [--since DAY] [--until DAY] [--project ID]`: what is counted of each outage, a row an outage, the earliest
 * first. It holds nothing of people. `npm run numbers -- --rebuild` counts all outages once more from their records. Bots may run meanwhile.
 */
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { ConfigError, readStorage } from '../config.ts';
import { APART } from '../outage/numbers/count.ts';
import { outageName } from '../outage/types/outage.ts';
import type { NumbersRow } from '../store/outages/numbers-row.ts';
import { openForTools } from '../store/tools/open.ts';
import { numbersIn } from '../store/tools/records.ts';
import { counted, daysOf, runTool, writeWhole } from './tool.ts';

const USAGE = `usage: npm run numbers -- FILE.csv [--since DAY] [--until DAY] [--project ID]
       npm run numbers -- --rebuild
  --since, --until: outages that were reported from the first day on, and before the second, such as 2026-11-01, in UTC
  --rebuild: counts all outages once more from their records, which takes about a minute for 50,000`;

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

async function run(): Promise<string> {
  const text = { type: 'string' } as const;
  const options = { since: text, until: text, project: text, rebuild: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (more.length > 0 || (values.rebuild ? file !== undefined : !file?.endsWith('.csv'))) throw new ConfigError([USAGE]);
  const days = daysOf(values);
  await using opened = await openForTools(readStorage(process.env));
  const { numbers } = opened.store;
  if (values.rebuild) await numbers.countAgain();
  while (await numbers.catchUp());
  if (file === undefined) return 'All outages were counted once more.';
  let outages = 0;
  await writeWhole(file, async (add) => {
    await add(stringify([COLUMNS.map(([name]) => name)]));
    for await (const rows of numbersIn(opened.db, days, values.project ?? null)) {
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

await runTool(USAGE, run);
