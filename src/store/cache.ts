/** keyv on the same database: for what may be lost or overwritten without harm, and nothing else. */
import { Keyv, type KeyvStoreAdapter } from 'keyv';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Cache } from '../engine/ports/messenger.ts';
import { type Database, later, type SqlDialect } from './dialect.ts';

const SWEEP_EVERY = 100;
/** Bounded, so that no single write pays for a long night. */
const SWEEP_AT_MOST = 500;
// By a size and not by a number, for which LRUCache would take all its room at once.
const KEPT = { maxSize: 10_000, sizeCalculation: () => 1, ttl: 60_000, ttlResolution: 0 };
const NAMESPACE = 'outage-desk';
const serialize = ({ value }: { readonly value?: unknown }): string => JSON.stringify({ value });

/**
 * A failed read throws: to keyv's default, `undefined`, a database that is away would look like a missing key. `clock`: for what is
 * remembered in memory; the machine's without it.
 */
export function createCache(dialect: SqlDialect, clock?: () => number): Cache {
  const keyv = new Keyv({
    store: createAdapter(dialect),
    namespace: NAMESPACE,
    throwOnErrors: true,
    // Without keyv's own time of expiry in it: what is over is for the store's clock to say, and only for that.
    serialize,
    deserialize: (text) => JSON.parse(text),
  });
  // Entries go by themselves too, since the store may be told to forget a person.
  const kept = new LRUCache<string, string>({ ...KEPT, ttlAutopurge: true, ...(clock && { perf: { now: clock } }) });
  const cache: Cache = {
    async get(key, mayBeOld = false) {
      const known = mayBeOld ? kept.get(key) : undefined;
      if (known !== undefined) return known;
      const value = await keyv.get(key);
      if (mayBeOld && typeof value === 'string') kept.set(key, value);
      return value;
    },
    async set(key, value, lifeMs) {
      kept.delete(key);
      // To keyv a life of 0 ms means for ever.
      await (lifeMs !== undefined && lifeMs <= 0 ? keyv.delete(key) : keyv.set(key, value, lifeMs));
    },
    async keep(key, value, lifeMs) {
      if (kept.get(key) === value) return;
      if ((await keyv.get(key)) !== value) await cache.set(key, value, lifeMs);
      kept.set(key, value);
    },
    async delete(key) {
      kept.delete(key);
      await keyv.delete(key);
    },
  };
  return cache;
}

/** The cache gives it back when this transaction is committed. Nothing is swept here: transactions that delete the same rows could deadlock. */
export async function setIn(transaction: Database, dialect: SqlDialect, key: string, value: string, lifeMs: number): Promise<void> {
  await put(transaction, dialect, `${NAMESPACE}:${key}`, serialize({ value }), lifeMs);
}

/** Hears how much was written, and at each hundredth deletes what is over. Not within a transaction. */
export function createSweep({ db, now }: SqlDialect): (written: number) => Promise<void> {
  let left = SWEEP_EVERY;
  return async (written) => {
    left -= written;
    if (left > 0) return;
    left = SWEEP_EVERY;
    await sql`delete from cache where key in (
      select key from cache where expires_at is not null and expires_at <= ${now()} limit ${SWEEP_AT_MOST}
    )`.execute(db);
  };
}

async function put(db: Database, { now }: SqlDialect, key: string, value: string, lifeMs?: number): Promise<void> {
  const row = { value, expires_at: lifeMs === undefined ? null : later(now(), Math.ceil(lifeMs)) };
  await db
    .insertInto('cache')
    .values({ key, ...row })
    .onConflict((known) => known.column('key').doUpdateSet(row))
    .execute();
}

function createAdapter(dialect: SqlDialect): KeyvStoreAdapter {
  const { db, now } = dialect;
  const swept = createSweep(dialect);
  const adapter: KeyvStoreAdapter = {
    opts: {},
    // keyv listens here for errors that nobody waits for; there are none.
    on: () => adapter,

    // keyv deserializes the text; the type is that of stores which keep objects.
    async get<Value>(key: string) {
      const isAlive = sql<boolean>`(expires_at is null or expires_at > ${now()})`;
      const row = await db.selectFrom('cache').select('value').where('key', '=', key).where(isAlive).executeTakeFirst();
      return row?.value as Value | undefined;
    },

    async set(key: string, value: string, lifeMs?: number) {
      await put(db, dialect, key, value, lifeMs);
      await swept(1);
    },

    delete: async (key) => (await db.deleteFrom('cache').where('key', '=', key).executeTakeFirst()).numDeletedRows > 0n,
    clear: async () => void (await db.deleteFrom('cache').execute()),
  };
  return adapter;
}
