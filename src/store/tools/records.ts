/** The ids of outages, drills and requests, for a tool that reads them all. */
import type { Period } from '../../outage/numbers/figure.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Database } from '../dialect.ts';
import type { NumbersRow } from '../outages/numbers-row.ts';
import { BATCH, batches, type Report } from './open.ts';

/** Below every number, and within what PostgreSQL takes for an integer. */
const BEFORE_ALL = -(2 ** 31);

/** In the order of their numbers, those to which anything happened from `since` on. What is made meanwhile may be among them. */
export async function* outagesOf(db: Database, since: Instant, report: Report): AsyncGenerator<string> {
  const some = db
    .selectFrom('outage')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outage_event').select('seq').whereRef('outage_event.outage_id', '=', 'outage.id').where('outage_event.at', '>=', since),
      ),
    );
  const all = await countOf(some.select(({ fn }) => fn.countAll().as('count')));
  const outages = some.select(['id', 'number']).orderBy('number').limit(BATCH);
  const first = { id: '', number: BEFORE_ALL };
  let done = 0;
  for await (const found of batches(first, (last) => outages.where('number', '>', last.number).execute())) {
    for (const { id } of found) {
      yield id;
      report(++done, all);
    }
  }
}

/** How many outages are to be counted once more, after `countAgain`. */
export const uncounted = async (db: Database): Promise<number> =>
  await countOf(
    db
      .selectFrom('outage_numbers')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('version', '=', 0),
  );

type Counting = { executeTakeFirstOrThrow(): Promise<{ readonly count: string | number | bigint }> };
export const countOf = async (query: Counting): Promise<number> => Number((await query.executeTakeFirstOrThrow()).count);

/** What is counted of outages that were reported in the period, the earliest first; `projectId` null: of all projects. */
export async function* numbersIn(db: Database, { from, until }: Period, projectId: string | null): AsyncGenerator<readonly NumbersRow[]> {
  const rows = db
    .selectFrom('outage_numbers')
    .selectAll()
    .where('reported_at', '<', until)
    .orderBy('reported_at')
    .orderBy('outage_id')
    .limit(BATCH);
  const ofProject = projectId === null ? rows : rows.where('project_id', '=', projectId);
  yield* batches({ reported_at: from, outage_id: '' }, (last) =>
    ofProject
      .where((is) =>
        is.or([
          is('reported_at', '>', last.reported_at),
          is.and([is('reported_at', '=', last.reported_at), is('outage_id', '>', last.outage_id)]),
        ]),
      )
      .execute(),
  );
}
