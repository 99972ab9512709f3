/** The few deadlines that somebody holds, so that "what is due next" need not look at all that are open. */
import { type Kysely, sql } from 'kysely';

export async function claimedDeadlines(db: Kysely<unknown>): Promise<void> {
  await sql`create index deadline_claimed on deadline (lease_until) where lease_until > 0`.execute(db);
}
