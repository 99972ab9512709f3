/** Deletes what is kept of conversations in which nothing is sent any more. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { SqlDialect } from '../dialect.ts';

/** Some at a time: there may be many, and others wait. */
const AT_ONCE = 500;

/**
 * Deletes lanes without deliveries, and counts of messages that no rate limit needs any more: both are named after chats and
 * people. The tables are locked for that, or a message could be stored in a lane that is being deleted.
 */
export async function sweepRooms({ db, alone, now }: SqlDialect): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { rows } = await sql<{ id: string; isUsed: number | null }>`
      select id, (select 1 from delivery where delivery.lane = lane.id limit 1) as "isUsed" from lane
      where id > ${after} order by id limit ${sql.lit(AT_ONCE)}`.execute(db);
    const empty = rows.filter(({ isUsed }) => isUsed === null).map(({ id }) => id);
    if (empty.length > 0) await deleteLanes(empty);
    after = rows.length === AT_ONCE ? rows.at(-1)?.id : undefined;
    // Other work runs between two pages.
    if (after !== undefined) await setImmediate();
  }
  async function deleteLanes(ids: readonly string[]) {
    await db.transaction().execute(async (transaction) => {
      await alone('lane').execute(transaction);
      await sql`delete from lane where id in (${sql.join([...ids])})
        and (select 1 from delivery where delivery.lane = lane.id limit 1) is null`.execute(transaction);
    });
  }
  await db.transaction().execute(async (transaction) => {
    await alone('pace').execute(transaction);
    await sql`delete from pace_slot where at <= ${now()} - ${sql.lit(COUNTED_MS)}`.execute(transaction);
    await sql`delete from pace where not exists (select 1 from pace_slot s where s.scope = pace.scope)`.execute(transaction);
  });
}

/** Twice the longest period of a rate limit. */
const COUNTED_MS = 2 * 3_600_000;
