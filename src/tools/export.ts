/**
 * `outage-desk export FILE`: what happened, an event a line, oldest outage first, as webhooks hear it
 * (webhooks/schema.json). A FILE that ends with .csv is a table with the same values, .jsonl JSON lines. Without --full it holds nothing of people
 * and nothing that they wrote. The bots may run meanwhile.
 */
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { readStorage } from '../config.ts';
import { publishedAs } from '../outage/audience.ts';
import type { Period } from '../outage/numbers/figure.ts';
import { openForTools, type Report } from '../store/tools/open.ts';
import { outagesOf } from '../store/tools/records.ts';
import { type Body, bodyAs, bodyOf } from '../webhooks/body.ts';
import { progressOf } from './terminal.ts';
import { counted, writeWhole } from './tool.ts';

/** A line: what a webhook hears, or a review. */
type Line = Omit<Body, 'type'> & { readonly type: string };
type Format = { readonly begin: string; readonly lineOf: (line: Line) => string };

const jsonLines: Format = { begin: '', lineOf: (body) => `${JSON.stringify(body)}\n` };
/** A spreadsheet takes a cell that begins with one of = + - @ for a formula, so these are marked as text. */
const csv = (full: boolean): Format => {
  const rowOf = (values: readonly unknown[]) => stringify([[...values]], { escape_formulas: true, cast: { boolean: String } });
  return {
    begin: rowOf([...COLUMNS, ...(full ? FULL_COLUMNS : [])].map(([name]) => name)),
    lineOf: (body) => rowOf([...COLUMNS, ...(full ? FULL_COLUMNS : [])].map(([, of]) => of(body))),
  };
};

type Column = readonly [name: string, of: (line: Line) => string | number | boolean | null | undefined];
const COLUMNS: readonly Column[] = [
  ['number', ({ data }) => data.outage.number],
  ['sequence', ({ data }) => data.sequence],
  ['type', ({ type }) => type],
  ['timestamp', ({ timestamp }) => timestamp],
  ['drill', ({ data }) => data.drill],
  ['rung', ({ data }) => data.rung],
  ['state', ({ data }) => data.outage.state],
  ['phase', ({ data }) => data.outage.phase],
  ['projectId', ({ data }) => data.outage.project.id],
  ['project', ({ data }) => data.outage.project.name],
  ['environmentId', ({ data }) => data.outage.environment.id],
  ['environment', ({ data }) => data.outage.environment.name],
  ['scenarioId', ({ data }) => data.outage.scenario.id],
  ['scenario', ({ data }) => data.outage.scenario.title],
  ['reportedAt', ({ data }) => data.outage.reportedAt],
  ['acknowledgeBy', ({ data }) => data.outage.acknowledgeBy],
  ['acknowledgedAt', ({ data }) => data.outage.acknowledgedAt],
  ['breachedAt', ({ data }) => data.outage.breachedAt],
  ['nextUpdateBy', ({ data }) => data.outage.nextUpdateBy],
  ['resolvedAt', ({ data }) => data.outage.resolvedAt],
  ['team', ({ data }) => data.outage.team?.name],
  ['mergedInto', ({ data }) => data.outage.mergedInto],
];
const FULL_COLUMNS: readonly Column[] = [
  ...(['title', 'description', 'affected', 'impact', 'recentChanges', 'reporter', 'owner', 'by', 'text'] as const).map(
    (name): Column => [name, ({ data }) => data.full?.[name]],
  ),
  ...(['name', 'email', 'phone'] as const).map((name): Column => [`contact.${name}`, ({ data }) => data.full?.contact[name]]),
  ['tickets', ({ data }) => data.full?.tickets.join(' ')],
];

/** `file`: ends with .csv or .jsonl. `full`: with titles, texts, names, contacts and reviews. */
export async function exportEvents(file: string, { from, until, full }: Period & { readonly full: boolean }): Promise<string> {
  const format = path.extname(file) === '.csv' ? csv(full) : jsonLines;
  await using opened = await openForTools(readStorage(process.env));
  using progress = progressOf('outages');
  const detail = full ? 'full' : 'public';
  const count = await write(file, format, bodies(opened, { from, until, detail, report: progress.report }));
  return `${counted(count.events, 'event')} of ${counted(count.outages, 'outage')}: ${file}.${full ? ' It holds personal data: keep it as you keep that.' : ''}`;
}

type Wanted = Period & { readonly detail: 'public' | 'full'; readonly report: Report };

/** Of one outage after the other. A request is none before it is made one. */
async function* bodies({ store, db }: Awaited<ReturnType<typeof openForTools>>, { from, until, detail, report }: Wanted) {
  for await (const id of outagesOf(db, from, report)) {
    const { events } = (await store.outages.read(id)) ?? { events: [] };
    const outageFrom = events.findIndex((event) => publishedAs(event) === 'outage.reported');
    yield events.flatMap((event, index): Line[] => {
      if (index < outageFrom || outageFrom < 0 || event.at < from || event.at >= until) return [];
      const notice = { key: '', seq: index + 1 };
      // No webhook hears of a review.
      if (event.type === 'reviewed' && detail === 'full') return [bodyAs('outage.reviewed', notice, events, detail)];
      return publishedAs(event) === null ? [] : [bodyOf(notice, events, detail)];
    });
  }
}

async function write(file: string, { begin, lineOf }: Format, all: AsyncIterable<readonly Line[]>) {
  const count = { outages: 0, events: 0 };
  await writeWhole(file, async (add) => {
    await add(begin);
    for await (const some of all) {
      if (some.length === 0) continue;
      await add(some.map(lineOf).join(''));
      count.outages += 1;
      count.events += some.length;
    }
  });
  return count;
}
