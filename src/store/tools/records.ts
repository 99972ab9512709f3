/** The ids of outages, drills and requests, for a tool that reads them all. */
import type { Instant } from '../../outage/types/values.ts';
import type { Database } from '../dialect.ts';
import { BATCH, batches } from './open.ts';

/** In the order of their numbers, those to which anything happened from `since` on. What is made meanwhile may be among them. */
export async function* outagesOf(db: Database, since: Instant): AsyncGenerator<string> {
  const outages = db
    .selectFrom('outage')
    .select(['id', 'number'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outage_event').select('seq').whereRef('outage_event.outage_id', '=', 'outage.id').where('outage_event.at', '>=', since),
      ),
    )
    .orderBy('number')
    .limit(BATCH);
  const first = { id: '', number: Number.MIN_SAFE_INTEGER };
  for await (const found of batches(first, (last) => outages.where('number', '>', last.number).execute())) yield* found.map(({ id }) => id);
}
