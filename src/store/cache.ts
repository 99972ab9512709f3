/** keyv on the same database: for what may be lost or overwritten without harm, and nothing else. */
import { Keyv, type KeyvStoreAdapter } from 'keyv';
import { sql } from 'kysely';
import type { Cache } from '../engine/ports/messenger.ts';
import { later, type SqlDialect } from './dialect.ts';

const SWEEP_EVERY = 100;
const SWEEP_AT_MOST = 500;

/** A failed read throws: to keyv's default, `undefined`, a database that is away would look like a missing key. */
export function createCache(dialect: SqlDialect): Cache {
  const keyv = new Keyv({
    store: createAdapter(dialect),
    namespace: 'outage-desk',
    throwOnErrors: true,
    // Without keyv's own time of expiry in it: what is over is for the store's clock to say, and only for that.
    serialize: ({ value }) => JSON.stringify({ value }),
    deserialize: (text) => JSON.parse(text),
  });
  return {
    get: (key) => keyv.get(key),
    async set(key, value, lifeMs) {
      // To keyv a life of 0 ms means for ever.
      if (lifeMs !== undefined && lifeMs <= 0) await keyv.delete(key);
      else await keyv.set(key, value, lifeMs);
    },
    async delete(key) {
      await keyv.delete(key);
    },
  };
}

function createAdapter(dialect: SqlDialect): KeyvStoreAdapter {
  const { db } = dialect;
  let writes = 0;
  const adapter: KeyvStoreAdapter = {
    opts: {},
    // keyv listens here for errors that nobody waits for; there are none.
    on: () => adapter,

    async get<Value>(key: string) {
      const row = await db
        .selectFrom('cache')
        .select('value')
        .where('key', '=', key)
        .where((of) => of.or([of('expires_at', 'is', null), of('expires_at', '>', dialect.now())]))
        .executeTakeFirst();
      // keyv deserializes the text; its type only says so for stores that keep objects.
      return row?.value as Value | undefined;
    },

    async set(key: string, value: string, lifeMs?: number) {
      const expiry = lifeMs === undefined ? null : later(dialect.now(), Math.ceil(lifeMs));
      await db
        .insertInto('cache')
        .values({ key, value, expires_at: expiry })
        .onConflict((row) =>
          row.column('key').doUpdateSet((of) => ({ value: of.ref('excluded.value'), expires_at: of.ref('excluded.expires_at') })),
        )
        .execute();
      writes++;
      if (writes % SWEEP_EVERY === 0) await sweep(dialect);
    },

    async delete(key: string) {
      const { numDeletedRows } = await db.deleteFrom('cache').where('key', '=', key).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async clear() {
      await db.deleteFrom('cache').execute();
    },
  };
  return adapter;
}

/** Bounded, so that no single write pays for a long night. */
async function sweep(dialect: SqlDialect): Promise<void> {
  await sql`delete from cache where key in (
    select key from cache where expires_at is not null and expires_at <= ${dialect.now()} limit ${SWEEP_AT_MOST}
  )`.execute(dialect.db);
}
