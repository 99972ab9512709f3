/** A table for what may be lost or overwritten without harm, and nothing else. */
import { sql } from 'kysely';
import type { Cache } from '../engine/ports/messenger.ts';
import { later, type SqlDialect } from './dialect.ts';

const SWEEP_EVERY = 100;
/** Bounded, so that no single write pays for a long night. */
const SWEEP_AT_MOST = 500;

export function createCache({ db, now }: SqlDialect): Cache {
  const rowOf = (key: string) => `outage-desk:${key}`;
  let writes = 0;

  async function remove(key: string): Promise<void> {
    await db.deleteFrom('cache').where('key', '=', rowOf(key)).execute();
  }

  return {
    async get(key) {
      const row = await db
        .selectFrom('cache')
        .select('value')
        .where('key', '=', rowOf(key))
        .where((of) => of.or([of('expires_at', 'is', null), of('expires_at', '>', now())]))
        .executeTakeFirst();
      return row && JSON.parse(row.value).value;
    },

    async set(key, value, lifeMs) {
      if (lifeMs !== undefined && lifeMs <= 0) return await remove(key);
      const row = { value: JSON.stringify({ value }), expires_at: lifeMs === undefined ? null : later(now(), Math.ceil(lifeMs)) };
      await db
        .insertInto('cache')
        .values({ key: rowOf(key), ...row })
        .onConflict((known) => known.column('key').doUpdateSet(row))
        .execute();
      writes++;
      if (writes % SWEEP_EVERY !== 0) return;
      await sql`delete from cache where key in (
        select key from cache where expires_at is not null and expires_at <= ${now()} limit ${SWEEP_AT_MOST}
      )`.execute(db);
    },

    delete: remove,
  };
}
