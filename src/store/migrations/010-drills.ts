/** Drills are counted by themselves, and downwards, so that they leave no gap in the numbers of outages. */
import { type Kysely, sql } from 'kysely';

export async function drills(db: Kysely<unknown>): Promise<void> {
  await sql`insert into counter (name, value) values ('drill', 0)`.execute(db);
}
