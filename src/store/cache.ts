/** What may be lost or overwritten without harm, and nothing else. */
import { sql } from 'kysely';
import type { Cache } from '../engine/ports/messenger.ts';
import type { SqlDialect } from './dialect.ts';

/** After so many writes, the values whose life is over are deleted; not more than so many, so that no write takes long. */
const SWEEP_EVERY = 100;
const SWEEP_AT_MOST = 500;

/** Rows keep the shape that keyv gave them in earlier versions: the keys with a prefix, the value in an object. */
const keyOf = (key: string): string => `outage-desk:${key}`;

export function createCache({ db, now }: SqlDialect): Cache {
  let writes = 0;
  const remove = async (key: string) => void (await db.deleteFrom('cache').where('key', '=', keyOf(key)).execute());
  return {
    async get(key) {
      const row = await db
        .selectFrom('cache')
        .select('value')
        .where('key', '=', keyOf(key))
        .where((of) => of.or([of('expires_at', 'is', null), of('expires_at', '>', now())]))
        .executeTakeFirst();
      return row && JSON.parse(row.value).value;
    },

    async set(key, value, lifeMs) {
      if (lifeMs !== undefined && lifeMs <= 0) return await remove(key);
      const kept = {
        value: JSON.stringify({ value }),
        expires_at: lifeMs === undefined ? null : sql<number>`${now()} + cast(${Math.ceil(lifeMs)} as bigint)`,
      };
      await db
        .insertInto('cache')
        .values({ key: keyOf(key), ...kept })
        .onConflict((row) => row.column('key').doUpdateSet(kept))
        .execute();
      writes++;
      if (writes % SWEEP_EVERY === 0)
        await sql`delete from cache where key in (
          select key from cache where expires_at is not null and expires_at <= ${now()} limit ${SWEEP_AT_MOST}
        )`.execute(db);
    },

    delete: remove,
  };
}
