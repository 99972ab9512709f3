/** What reaches people of the on-call schedule: which messages went out, and which calendars there are. */
import { type RawBuilder, sql } from 'kysely';
import type { Calendars } from '../engine/ports/desk.ts';
import type { OnCallNotices } from '../engine/ports/timers.ts';
import type { Instant } from '../outage/types/values.ts';
import { type Database, later, type SqlDialect } from './dialect.ts';

export function createOnCallNotices(dialect: SqlDialect): OnCallNotices {
  const { db, now } = dialect;
  return {
    async told(since) {
      const { rows } = await sql<Awaited<ReturnType<OnCallNotices['told']>>[number]>`
        select kind, at, person_id as "personId" from on_call_notice
        where at > ${since} and (again_at is null or again_at > ${now()})`.execute(db);
      return rows;
    },

    async begin({ kind, at, personId }) {
      const { numAffectedRows } = await sql`
        insert into on_call_notice (at, kind, person_id, again_at) values (${at}, ${kind}, ${personId}, null)
        on conflict (at, kind, person_id) do update set again_at = null where on_call_notice.again_at <= ${now()}`.execute(db);
      return numAffectedRows === 1n;
    },

    async postpone({ kind, at, personId }, pauseMs) {
      await sql`update on_call_notice set again_at = ${later(now(), pauseMs)}
        where at = ${at} and kind = ${kind} and person_id = ${personId}`.execute(db);
    },

    async knownSince() {
      return await db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction.deleteFrom('counter').where('name', '=', 'restored-on-call').executeTakeFirst();
        if (numDeletedRows > 0n) await noteRestore(transaction, dialect);
        const known = await transaction.selectFrom('counter').select('value').where('name', '=', 'on-call-since').executeTakeFirst();
        return known?.value ?? 0;
      });
    },
  };
}

/** Which calendars were withdrawn since the backup, nobody knows any more: all of them are. */
async function noteRestore(transaction: Database, { now }: SqlDialect): Promise<void> {
  await transaction.deleteFrom('calendar').execute();
  await sql`insert into counter (name, value) values ('on-call-since', ${now()})
    on conflict (name) do update set value = excluded.value`.execute(transaction);
}

export function createCalendars({ db, now }: SqlDialect): Calendars {
  const calendars = db.selectFrom('calendar').select(['person_id as personId', 'shows as of']);
  return {
    async make({ hash, personId, of }) {
      await db
        .insertInto('calendar')
        .values({ hash, person_id: personId, shows: of, made_at: now() })
        .onConflict((row) => row.columns(['person_id', 'shows']).doUpdateSet({ hash, made_at: now() }))
        .execute();
    },

    find: async (hash) => (await calendars.where('hash', '=', hash).executeTakeFirst()) ?? null,
    of: async (personId) => await calendars.where('person_id', '=', personId).orderBy('made_at').orderBy('shows').execute(),

    async withdraw({ personId, of }) {
      const { numDeletedRows } = await db
        .deleteFrom('calendar')
        .where('person_id', '=', personId)
        .where('shows', '=', of)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

const DAY_MS = 86_400_000;

/** Longer than a calendar looks back. */
const REMEMBERED_MS = 15 * DAY_MS;

/** Deletes what is over: overrides that ended before this time, and what neither a message nor a calendar needs any more. */
export async function sweepOnCall({ db, now }: SqlDialect, before: Instant): Promise<void> {
  await db.deleteFrom('on_call_override').where('until_at', '<=', before).execute();
  await sql`delete from on_call_override where target like 'ended:%' and until_at <= ${later(now(), -REMEMBERED_MS)}`.execute(db);
  // What they still had when they asked to be forgotten.
  await sql`delete from on_call_override where until_at <= ${now()} and exists (
    select 1 from to_forget t where t.asked_at >= from_at and ${isOf(sql.ref('t.person_id'))})`.execute(db);
  await sql`delete from on_call_notice where at <= ${later(now(), -2 * DAY_MS)}`.execute(db);
}

/** An override that has not ended stays, or somebody else would be called. */
export async function forgetOnCall(transaction: Database, { now }: SqlDialect, personId: string): Promise<void> {
  await sql`delete from on_call_notice where person_id = ${personId}`.execute(transaction);
  await sql`delete from calendar where person_id = ${personId} or shows = ${personId}`.execute(transaction);
  await sql`delete from on_call_override where until_at <= ${now()} and ${isOf(sql`cast(${personId} as text)`)}`.execute(transaction);
}

/** Whether an override is by or for this person. */
export const isOf = (person: RawBuilder<unknown>): RawBuilder<unknown> => sql`(on_call_override.person_id = ${person}
  or target = 'person:' || ${person} or target like 'ended:%' and target like '%:person:' || ${person})`;

/** All that is held of a person here. */
export async function onCallOf(db: Database, personId: string) {
  return {
    onCall: await db.selectFrom('on_call_override').selectAll().where('person_id', '=', personId).execute(),
    onCallMessages: await db.selectFrom('on_call_notice').selectAll().where('person_id', '=', personId).execute(),
    calendars: await db.selectFrom('calendar').select(['shows', 'made_at']).where('person_id', '=', personId).execute(),
  };
}
