/** Finds and removes personal data, for retention and for the tools. */
import { hash } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import type { PersonalData, Retained } from '../../engine/ports/timers.ts';
import type { OutageEvent } from '../../outage/events.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Database, later, type SqlDialect } from '../dialect.ts';
import { forgetPlanner, sweepMaintenance } from '../maintenance.ts';
import { forgetOnCall, isOf, onCallOf, sweepOnCall } from '../on-call.ts';
import { followsOf, forgetFollows } from './follows.ts';
import { isToThem } from './own-deliveries.ts';
import { removeRemains, removeUnsent, sweepFiles } from './remove-files.ts';
import { SALT_ROW, tokenOf } from './split.ts';
import { sweepRooms } from './sweep-rooms.ts';

/** Matches any value that holds this text; `after`: what may follow it. SQLite knows no escape character unless it is given. */
const holds = (text: string, after = '%') => sql`like ${`%${text.replace(/[\\%_]/g, '\\$&')}${after}`} escape '\\'`;
/** People write numbers and addresses in many ways, so spaces, hyphens and capitals are ignored. */
const bare = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');

/** The port, and what the tools for the rights of a person need beyond it. `forgetRead`: empties a bot's memory of records. */
export function createPersonalRecords(dialect: SqlDialect, forgetRead: () => void) {
  const { db, now } = dialect;
  const port: PersonalData = {
    async due(endedBefore, limit, projects) {
      const found = await db
        .selectFrom('outage')
        .select('id')
        .where('ended_at', '<=', endedBefore)
        .where(isRetained(projects))
        .orderBy('ended_at')
        .limit(limit)
        .execute();
      return found.map(({ id }) => id);
    },

    async toForget(limit) {
      // Cross joins, because SQLite then begins with the first table, which is nearly always empty.
      const { rows } = await sql<{ outageId: string; personId: string }>`
        select distinct p.outage_id as "outageId", p.person_id as "personId"
        from to_forget t cross join personal p cross join outage o
        where p.person_id = t.person_id and o.id = p.outage_id and o.ended_at <= ${now()} and o.reported_at <= t.asked_at limit ${sql.lit(limit)}`.execute(
        db,
      );
      return rows;
    },

    async forgottenAt(personId) {
      const { rows } = await sql<{ value: string }>`
        select value from cache where key = ${forgottenKey(personId)} and expires_at > ${now()}`.execute(db);
      return rows[0] ? Number(rows[0].value) : null;
    },

    async sweep(before) {
      forgetRead();
      await removeRefusals(db, before);
      await sweepOnCall(dialect, before);
      await sweepMaintenance(db, before);
      await sql`delete from to_forget where not exists (
        select 1 from personal p join outage o on o.id = p.outage_id
        where p.person_id = to_forget.person_id and o.reported_at <= to_forget.asked_at)
        and not exists (select 1 from on_call_override where from_at <= to_forget.asked_at and ${isOf(sql.ref('to_forget.person_id'))})`.execute(
        db,
      );
      await sql`delete from look where seen_at <= ${before}`.execute(db);
      await sweepRooms(dialect);
      await sweepFiles(dialect);
      await dialect.erase();
    },
  };
  return {
    ...port,

    /** The ids of the people who have this id, or who entered this account, e-mail or phone in a contact. */
    async find(who: string): Promise<readonly string[]> {
      const id = who.trim().toLowerCase();
      // The same object id in a customer's tenant is somebody else, and whoever asks may have meant them.
      const inTenant = holds(`.${id}`, '');
      const { rows } = await sql<{ id: string }>`
        select person_id as id from personal where (person_id = ${id} or person_id ${inTenant}) and person_id <> ''
        union select person_id from draft where person_id = ${id} or person_id ${inTenant}
        union select person_id from file where person_id = ${id} or person_id ${inTenant}
        union select person_id from look where person_id = ${id} or person_id ${inTenant}
        union select person_id from on_call_override where person_id = ${id}
        union select person_id from calendar where person_id = ${id}
        union select person_id from maintenance where person_id = ${id}
        union select person_id from follow where person_id = ${id} or person_id ${inTenant}
        union select person_id from chosen where person_id = ${id} or person_id ${inTenant}
        union select person_id from refusal where person_id = ${id} or person_id ${inTenant} or person_id ${holds(`/${id}`, '')}
        union select person_id from personal where person_id <> ''
          and lower(replace(replace(value, ' ', ''), '-', '')) = ${bare(JSON.stringify(who))}`.execute(db);
      const { rows: seen } = await sql<{ key: string }>`
        select key from cache where key ${holds(':account:')} and value ${holds(JSON.stringify(id))}`.execute(db);
      return [...new Set([...rows.map(({ id }) => id), ...seen.map(({ key }) => key.slice(key.lastIndexOf(':') + 1))])];
    },

    /** Notes that the person is to be removed from each outage as soon as it has ended; what is not part of a record is deleted at once. */
    async forget(personId: string) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('to_forget')
          .values({ person_id: personId, asked_at: now() })
          .onConflict((row) => row.column('person_id').doUpdateSet((of) => ({ asked_at: of.ref('excluded.asked_at') })))
          .execute();
        for (const table of ['draft', 'refusal', 'look'] as const)
          await transaction.deleteFrom(table).where('person_id', '=', personId).execute();
        await removeUnsent(transaction, dialect, personId);
        await forgetOnCall(transaction, dialect, personId);
        await forgetPlanner(transaction, dialect, personId);
        await forgetFollows(transaction, personId);
        await cached(personId, sql`delete`).execute(transaction);
        await sql`insert into cache (key, value, expires_at)
          values (${forgottenKey(personId)}, cast(${now()} as text), ${later(now(), DAY_MS)})
          on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`.execute(transaction);
      });
      await removeRemains(dialect);
    },

    /** The numbers of the outages that have not ended and hold data of this person. */
    async open(personId: string): Promise<readonly number[]> {
      const found = await db
        .selectFrom('outage')
        .select('number')
        .where((is) => is.or([is('ended_at', 'is', null), is('ended_at', '>', now())]))
        .where('id', 'in', (of) => of.selectFrom('personal').select('outage_id').where('person_id', '=', personId))
        .orderBy('number')
        .execute();
      return found.map(({ number }) => number);
    },

    of: (personId: string) => everythingOf(dialect, personId),
  };
}

const isRetained = (projects: Retained['projects']) =>
  'only' in projects
    ? sql<SqlBool>`project_id = ${projects.only}`
    : projects.allBut.length > 0
      ? sql<SqlBool>`project_id not in (${sql.join(projects.allBut)})`
      : sql<SqlBool>`1 = 1`;

const DAY_MS = 86_400_000;
/** It names nobody. */
const forgottenKey = (personId: string): string => `forgotten:${hash('sha256', personId)}`;

/** Some at a time: there may be many, and others wait. */
const AT_ONCE = 500;
async function removeRefusals(db: Database, before: Instant): Promise<void> {
  for (let gone = AT_ONCE; gone === AT_ONCE; ) {
    const { numAffectedRows } = await sql`delete from refusal where position in (
      select position from refusal where at <= ${before} order by at limit ${sql.lit(AT_ONCE)})`.execute(db);
    gone = Number(numAffectedRows);
  }
}

/** Cache entries that name the person by id or by the account from Teams. A roster that holds them is deleted as a whole and read again when it is needed. */
const cached = (personId: string, what: ReturnType<typeof sql>) => sql<{ key: string; value: string }>`
  ${what} from cache where (key ${holds(personId)} and not key ${holds(`.${personId}`)}) or value ${holds(personId)}`;

async function everythingOf(dialect: SqlDialect, personId: string) {
  const { db } = dialect;
  const values = await db.selectFrom('personal').select(['outage_id', 'token', 'value']).where('person_id', '=', personId).execute();
  const outages = await db
    .selectFrom('outage')
    .select(['id', 'number', 'state', 'reported_at', 'ended_at'])
    .where('id', 'in', [...new Set(values.map(({ outage_id }) => outage_id)), ''])
    .orderBy('number')
    .execute();
  const { rows: messages } = await sql<{ at: number; message: string; state: string; chat: string | null }>`
    select created_at as at, key as message, state, conversation_id as chat from delivery where ${isToThem(personId)} order by position`.execute(
    db,
  );
  const records = [];
  for (const { id, number, state, reported_at, ended_at } of outages) {
    const known = values.filter((one) => one.outage_id === id && one.token !== SALT_ROW);
    const events = await db.selectFrom('outage_event').select(['type', 'at', 'data']).where('outage_id', '=', id).orderBy('seq').execute();
    const held = events.flatMap(({ type, at, data }) => {
      const theirs = known.flatMap(({ token, value }) => (data.includes(`"${token}"`) ? [JSON.parse(value) as string] : []));
      return theirs.length > 0 ? [{ at: time(at), event: type, data: theirs }] : [];
    });
    records.push({ number, state, reportedAt: time(reported_at), endedAt: ended_at && time(ended_at), held });
  }
  return {
    person: personId,
    outages: records,
    messages: messages.map((message) => ({ ...message, at: time(message.at) })),
    drafts: (await db.selectFrom('draft').select(['data', 'touched_at']).where('person_id', '=', personId).execute()).map((draft) => ({
      at: time(draft.touched_at),
      entered: JSON.parse(draft.data),
    })),
    files: await db.selectFrom('file').select(['outage_id', 'name', 'kind', 'bytes', 'hash']).where('person_id', '=', personId).execute(),
    looked: await db.selectFrom('look').select(['outage_id', 'version', 'seen_at']).where('person_id', '=', personId).execute(),
    ...(await onCallOf(db, personId)),
    ...(await followsOf(db, personId)),
    maintenance: await db.selectFrom('maintenance').selectAll().where('person_id', '=', personId).execute(),
    refused: await db.selectFrom('refusal').selectAll().where('person_id', '=', personId).orderBy('position').execute(),
    remembered: (await cached(personId, sql`select key, value`).execute(db)).rows,
  };
}

const time = (at: number): string => new Date(at).toISOString();

type Removed = Extract<OutageEvent, { type: 'personal-data-removed' }>;

/**
 * How personal data is removed: of one person (`forget`), or of everybody in an outage that ended (retention). The record
 * itself, `outage_event`, holds none and never changes.
 *
 * | where                                  | of one person                     | of everybody                  |
 * |----------------------------------------|-----------------------------------|-------------------------------|
 * | personal                               | their rows, and their name in     | all rows, and the salt        |
 * |                                        | rows of no known person           |                               |
 * | file, file_part                        | their files                       | all of them                   |
 * | outage.reporter_id, owner_id           | their token                       | the token                     |
 * | delivery to their chat (also of those  | deleted                           | deleted                       |
 * |   who follow), phone, or where they    |                                   |                               |
 * |   joined, reported or merged           |                                   |                               |
 * | delivery to the desk, queue, followers,| kept: places of the desk file     | deleted, but for what waits   |
 * |   teams                                |                                   | and the opening of its thread |
 * | delivery.error of those                | emptied                           | emptied                       |
 * | lane                                   | by `sweepRooms`, when it carries nothing any more                 |
 * | pace, pace_slot                        | by `sweepRooms`, some hours after the last send                   |
 * | refusal                                | deleted at once                   | deleted, and by its own age   |
 * | look                                   | deleted at once                   | deleted, and by its own age   |
 * | to_forget                              | the row goes when nothing is left |                               |
 * | draft                                  | deleted at once                   | a day after the last press    |
 * | file of a draft, or of no outage yet   | deleted at once                   | after a day, once no draft is |
 * | on_call_override                       | deleted once it is over           | as long after it is over      |
 * | on_call_notice                         | deleted at once                   | two days after its moment     |
 * | calendar                               | deleted at once                   | kept until it is withdrawn    |
 * | follow, chosen                         | deleted at once                   | kept until they unfollow      |
 * | maintenance                            | the same; else their id at once   | the same                      |
 * | maintenance_told                       | names nobody                      | as long after it was told     |
 * | cache (Teams' ids, chats, accounts and | deleted at once: what names them, | by its own age: an hour to    |
 * |   rosters)                             | rosters as a whole                | 30 days                       |
 * | cache (which messages they alone see)  | deleted at once                   | after a day                   |
 * | cache (what they entered in a form     | deleted at once                   | after a day                   |
 * |   that was not sent)                   |                                   |                               |
 * | the same in the memory of a bot        | within an hour                    | after a day                   |
 * | records in the memory of a bot         | within an hour, by the sweep      | the same                      |
 * | certificates in the memory of a bot    | after a minute                    | the same                      |
 * | cache (that they asked, as a hash)     | after a day                       | after a day                   |
 * | cache (which accounts of the desk file | kept                              | kept                          |
 * |   were seen)                           |                                   |                               |
 * | cache (which webhooks fail, or ended)  | kept: hosts of the desk file      | kept                          |
 * | room, alarm, counter, deadline,        | hold nothing of a person                                          |
 * |   outage_numbers                       |                                                                   |
 *
 * It runs in the transaction of the event that records the removal.
 */
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
  for (const table of ['refusal', 'look'] as const) await transaction.deleteFrom(table).where('outage_id', '=', outageId).execute();
  // The opening at the desk stays, because the outage is found by its thread.
  await sql`delete from delivery where outage_id = ${outageId} and (
    (state <> 'waiting' or kind = 'settled') and not (kind = 'opening' and place in ('desk', 'queue'))
    or place in ('origin', 'reporter') or place like 'person:%' or place like 'joined:%' or place like 'following:%' or place like 'merged:%' or place like 'pager:%+%')`.execute(
    transaction,
  );
}

async function removeOne(transaction: Database, outageId: string, personId: string): Promise<void> {
  // Their own chats and names, also in rows that belong to no known person.
  await sql`delete from look where outage_id = ${outageId} and person_id = ${personId}`.execute(transaction);
  const theirs = sql`select value from personal where outage_id = ${outageId} and person_id = ${personId}`;
  await sql`delete from delivery where outage_id = ${outageId} and ${isToThem(personId)}`.execute(transaction);
  await sql`delete from personal where outage_id = ${outageId} and token <> ${SALT_ROW}
    and (person_id = ${personId} or person_id = '' and value in (${theirs}))`.execute(transaction);
}
