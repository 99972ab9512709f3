/**
 * How personal data is removed: of one person (`forget`), or of everybody in an outage that ended (retention). The record
 * itself, `outage_event`, holds none and never changes.
 *
 * | where                                  | of one person                     | of everybody                  |
 * |----------------------------------------|-----------------------------------|-------------------------------|
 * | personal                               | their rows, and their name in     | all rows, and the salt        |
 * |                                        | rows of no known person           |                               |
 * | outage.reporter_id, owner_id           | their token                       | the token                     |
 * | delivery to their own chat, or where   | deleted                           | deleted                       |
 * |   they joined, reported or merged      |                                   |                               |
 * | delivery to the desk, queue, followers,| kept: places of the desk file     | kept                          |
 * |   teams                                |                                   |                               |
 * | delivery.error of those                | emptied                           | emptied                       |
 * | lane                                   | by `sweepRooms`, when it carries nothing any more                 |
 * | pace, pace_slot                        | by `sweepRooms`, some hours after the last send                   |
 * | refusal                                | deleted at once                   | deleted, and by its own age   |
 * | to_forget                              | the row goes when nothing is left |                               |
 * | draft                                  | deleted at once                   | a day after the last press    |
 * | on_call_override                       | deleted once it is over           | as long after it is over      |
 * | cache (Teams' ids, chats, accounts and | deleted at once: what names them, | by its own age: an hour to    |
 * |   rosters)                             | rosters as a whole                | 30 days                       |
 * | cache (which accounts of the desk file | kept                              | kept                          |
 * |   were seen)                           |                                   |                               |
 * | room, alarm, counter, deadline         | hold nothing of a person                                          |
 */
import { sql } from 'kysely';
import { formatDestination, ownDestinationsOf } from '../../outage/destinations.ts';
import type { OutageEvent } from '../../outage/events.ts';
import type { Database, SqlDialect } from '../dialect.ts';
import { SALT_ROW, tokenOf } from './split.ts';

type Removed = Extract<OutageEvent, { type: 'personal-data-removed' }>;

/** Runs in the transaction of the event that records the removal. */
export async function removePersonal(transaction: Database, outageId: string, salt: string, { of }: Removed): Promise<void> {
  await putTokens(transaction, outageId, salt, of?.id ?? null);
  if (of) await removeOne(transaction, outageId, of.id);
  else await removeAll(transaction, outageId);
  await sql`update delivery set error = null where outage_id = ${outageId} and error is not null`.execute(transaction);
}

async function putTokens(transaction: Database, outageId: string, salt: string, personId: string | null): Promise<void> {
  const row = await transaction
    .selectFrom('outage')
    .select(['reporter_id', 'owner_id'])
    .where('id', '=', outageId)
    .executeTakeFirstOrThrow();
  const token = (id: string) => (personId === null || id === personId ? tokenOf(salt, id, JSON.stringify(id)) : id);
  await transaction
    .updateTable('outage')
    .set({ reporter_id: token(row.reporter_id), owner_id: row.owner_id && token(row.owner_id) })
    .where('id', '=', outageId)
    .execute();
}

async function removeAll(transaction: Database, outageId: string): Promise<void> {
  await transaction.deleteFrom('personal').where('outage_id', '=', outageId).execute();
  await transaction.deleteFrom('refusal').where('outage_id', '=', outageId).execute();
  await sql`delete from delivery where outage_id = ${outageId} and (
    place = 'origin' or place like 'person:%' or place like 'joined:%' or place like 'merged:%')`.execute(transaction);
}

async function removeOne(transaction: Database, outageId: string, personId: string): Promise<void> {
  // Their own chats and names, also in rows that belong to no known person.
  const theirs = sql`select value from personal where outage_id = ${outageId} and person_id = ${personId}`;
  await sql`delete from delivery where outage_id = ${outageId} and (
    place in (${sql.join(ownDestinationsOf(personId).map(formatDestination))})
    or (place = 'origin' or place like 'merged:%') and '"' || lane || '"' in (${theirs}))`.execute(transaction);
  await sql`delete from personal where outage_id = ${outageId} and token <> ${SALT_ROW}
    and (person_id = ${personId} or person_id = '' and value in (${theirs}))`.execute(transaction);
}

/**
 * Deletes lanes without deliveries, and counts of messages that no rate limit needs any more: both are named after chats and
 * people. The tables are locked for that, or a message could be stored in a lane that is being deleted.
 */
export async function sweepRooms({ db, alone, now }: SqlDialect): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await alone('lane').execute(transaction);
    await sql`delete from lane where id not in (select lane from delivery)`.execute(transaction);
  });
  await db.transaction().execute(async (transaction) => {
    await alone('pace').execute(transaction);
    await sql`delete from pace_slot where at <= ${now()} - ${sql.lit(COUNTED_MS)}`.execute(transaction);
    await sql`delete from pace where scope not in (select scope from pace_slot)`.execute(transaction);
  });
}

/** Twice the longest period of a rate limit. */
const COUNTED_MS = 2 * 3_600_000;
