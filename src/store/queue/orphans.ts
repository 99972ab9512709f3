/** Messages that wait for a thread that will never be there. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../dialect.ts';

/** Fails what had to come after a failed message and would wait for ever. The desk is told only of the message that failed first. */
export async function failOrphans(transaction: Database, now: RawBuilder<number>, outageIds: RawBuilder<unknown>): Promise<void> {
  await sql`
    update delivery set state = 'failed', set_aside_told = 1, done_at = ${now}, error = 'the message that it comes after was given up'
    where state = 'waiting' and outage_id in (${outageIds})
      and exists (select 1 from delivery a where a.key = delivery.after_key and a.state = 'failed')`.execute(transaction);
}
