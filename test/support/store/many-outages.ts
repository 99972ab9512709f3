/** Fills a store with outages by copies of those that it has, so that what is copied is what the bot itself stored. */
import type { OutageState } from '../../../src/outage/types/outage.ts';

/** Of a database that is either one. */
export type Filling = {
  readonly run: (text: string) => Promise<readonly Record<string, unknown>[]>;
  readonly isPostgres: boolean;
};
/** How many copies of an outage that is in the store; those of the first get the lowest numbers. */
export type Copies = { readonly of: string; readonly count: number };

/** Above the numbers of what was reported before. */
const FIRST = 10_000;
/** Of what came after the acknowledgement no deliveries are copied, so that filling takes a minute and not three. */
const LAST_SEQ = 2;
const MINUTE_MS = 60_000;
const YEARS_MS = 10 * 365 * 86_400_000;

/** Copies outages with their events, personal data, deliveries and deadlines. Nothing of a copy waits or is ever due. */
export async function copyOutages({ run, isPostgres }: Filling, all: readonly Copies[]): Promise<void> {
  let next = FIRST;
  for (const { of, count } of all) {
    const [found] = await run(`select number from outage where id = '${of}'`);
    const number = Number(found?.number);
    const numbers = isPostgres
      ? `generate_series(${next}, ${next + count - 1}) as n`
      : `(with recursive numbers (n) as (select ${next} union all select n + 1 from numbers where n < ${next + count - 1}) select n from numbers) as s`;
    const n = isPostgres ? 'n::text' : 'n';
    // Cards accept nothing but a GUID.
    const id = `('00000000-0000-4000-8000-' || ${isPostgres ? "lpad(n::text, 12, '0')" : "printf('%012d', n)"})`;
    const keyed = (column: string) => `replace(${column}, t.outage_id, ${id})`;
    const copy = async (table: string, where: string, changed: Readonly<Record<string, string>>) => {
      const columns = (await columnsOf(table)).filter((column) => changed[column] !== '');
      const values = columns.map((column) => changed[column] ?? `t.${column}`);
      await run(
        `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${numbers} cross join ${table} t where ${where}`,
      );
    };
    // The record names its outage, too.
    const data = `replace(replace(t.data, '"number":${number},', '"number":' || ${n} || ','), t.outage_id, ${id})`;
    const ofOutage = `t.outage_id = '${of}'`;
    const earlier = `(${next + count} - n) * cast(${MINUTE_MS} as bigint)`;
    const reportedAt = `t.reported_at - ${earlier}`;
    await copy('outage', `t.id = '${of}'`, { id, number: 'n', reported_at: reportedAt });
    await copy('outage_numbers', ofOutage, { outage_id: id, number: 'n', reported_at: reportedAt });
    await copy('outage_event', ofOutage, { outage_id: id, data, at: `t.at - ${earlier}` });
    await copy('personal', ofOutage, { outage_id: id });
    await copy('deadline', ofOutage, { outage_id: id, due_at: `t.due_at + ${YEARS_MS}` });
    await copy('delivery', `${ofOutage} and t.seq <= ${LAST_SEQ}`, {
      position: '',
      key: keyed('t.key'),
      after_key: keyed('t.after_key'),
      outage_id: id,
      conversation_id: `case when t.conversation_id like '%;messageid=%' then t.conversation_id || ${n} else t.conversation_id end`,
      activity_id: `t.activity_id || '-' || ${n}`,
      state: "case when t.state = 'waiting' then 'done' else t.state end",
      done_at: 'coalesce(t.done_at, t.created_at)',
      maybe_sent: '0',
    });
    next += count;
  }
  await run(`update counter set value = ${next} where name = 'outage'`);
  // What PostgreSQL does by itself in time; the bot's SQLite keeps no statistics.
  if (isPostgres) await run('analyze');

  async function columnsOf(table: string): Promise<readonly string[]> {
    const rows = isPostgres
      ? await run(`select column_name as name from information_schema.columns where table_name = '${table}'`)
      : await run(`select name from pragma_table_info('${table}')`);
    return rows.map(({ name }) => String(name));
  }
}

/** The first outage in each of these states; throws where there is none. */
export async function outagesIn({ run }: Filling, states: readonly OutageState[]): Promise<readonly string[]> {
  return await Promise.all(
    states.map(async (state) => {
      const [found] = await run(`select id from outage where state = '${state}' and number > 0 order by number limit 1`);
      if (!found) throw new Error(`no outage is ${state}`);
      return String(found.id);
    }),
  );
}
