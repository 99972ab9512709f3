/** Removes pictures and files, with all that is kept of them. */
import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { type Database, later, type SqlDialect } from '../dialect.ts';

const DAY_MS = 24 * 3_600_000;
const SWEPT_AT_ONCE = 200;
/** 2 MB in one write: SQLite overwrites what it deletes. */
const PARTS_AT_ONCE = 8;

export const outageIsThere = (alias: RawBuilder<unknown>) => sql`exists (select 1 from outage o where o.id = ${alias}.outage_id)`;

/** Of one person, or (null) of everybody; in the transaction of the event that records the removal. The sweep that follows removes the bytes. */
export const removeFiles = (transaction: Database, dialect: SqlDialect, outageId: string, personId: string | null): Promise<void> =>
  remove(transaction, dialect, sql`outage_id = ${outageId} ${personId === null ? sql`` : sql`and person_id = ${personId}`}`);

/** At once, of what is not part of a record: files without an outage, or of a report that is not sent. */
export const removeUnsent = (transaction: Database, dialect: SqlDialect, personId: string): Promise<void> =>
  remove(transaction, dialect, sql`person_id = ${personId} and not ${outageIsThere(sql`file`)}`);

/** The same of everybody, after a day, but for a report that somebody still works on; and bytes that a bot wrote while their file was deleted. */
export async function sweepFiles(dialect: SqlDialect): Promise<void> {
  const { db, now } = dialect;
  const isOld = sql`f.received_at <= ${later(now(), -DAY_MS)} and not ${outageIsThere(sql`f`)} and not exists (
    select 1 from draft d where d.nonce = f.outage_id and d.touched_at > ${later(now(), -DAY_MS)})`;
  await db.transaction().execute(async (transaction) => {
    await remove(
      transaction,
      dialect,
      sql`id in (select f.id from file f where f.state <> 'added' and ${isOld} limit ${sql.lit(SWEPT_AT_ONCE)})`,
    );
  });
  await removeRemains(dialect);
}

/** The bytes that no file has, a few parts at a time, so that no write holds up the others. Nobody changes a file meanwhile, so that none begins to have them. */
export async function removeRemains({ db, alone }: SqlDialect): Promise<void> {
  for (let gone = -1; gone !== 0; await setImmediate()) {
    gone = await db.transaction().execute(async (transaction) => {
      await alone('file').execute(transaction);
      const { numAffectedRows } = await sql`delete from file_part where (hash, variant, part) in (
        select p.hash, p.variant, p.part from file_part p where not exists (select 1 from file f where f.hash = p.hash)
        limit ${sql.lit(PARTS_AT_ONCE)})`.execute(transaction);
      return Number(numAffectedRows);
    });
  }
}

/** Deletes files: from then on nobody gets their bytes, which are removed after it. */
export async function remove(transaction: Database, dialect: SqlDialect, which: RawBuilder<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from file where ${which}`.execute(transaction);
  if (rows.length === 0) return;
  await dialect.alone('file').execute(transaction);
  await sql`delete from file where id in (${sql.join(rows.map(({ id }) => id))})`.execute(transaction);
}
