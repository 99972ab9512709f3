/** The probe: a store is ready only when a report could be stored in it. */
// @module-tag full
import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createReadiness } from '../../src/monitoring/readiness.ts';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { fakeClock } from '../support/clock.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../support/store/postgres.ts';
import { openOnSmallDisk } from '../support/store/small-disk.ts';
import { report } from './contract/stores.ts';

const LIMIT_MS = 60_000;
const liveness = { ticked: () => undefined, stalledFor: () => null };

describe('2.4: a bot whose store takes no report is not ready', () => {
  it('while the disk is full', async () => {
    const { store, fill, makeRoom } = await openOnSmallDisk(path.join(testFolder(), 'desk.sqlite'), fakeClock().now);
    onTestFinished(() => store.close());
    fill();
    await expect(store.ready()).rejects.toThrow("can't be read and written right now");
    makeRoom();
    await store.ready();
    await report(store, 'nonce-1');
  });

  it('each probe writes to the disk, not only the first', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    const store = await openSqlite({ file, log: silentLog() });
    onTestFinished(() => store.close());
    using other = new DatabaseSync(file);
    for (const _ of [1, 2]) {
      other.exec('pragma wal_checkpoint(truncate)');
      await store.ready();
      expect(statSync(`${file}-wal`).size).toBeGreaterThan(64 * 1024);
    }
  });

  it('while the watcher cannot look into the store, although the probe can write', async () => {
    const troubles = [{ kind: 'store-unavailable' } as const];
    const readiness = createReadiness({ store: { ready: async () => {} }, liveness, troubles: () => troubles, say: ({ kind }) => kind });
    expect(await readiness()).toEqual({ ready: false, status: 'the store does not answer', troubles: ['store-unavailable'] });
  });

  describe('on PostgreSQL', () => {
    let postgres: TestPostgres;
    let url: string;
    beforeAll(async () => {
      postgres = await startPostgres();
      url = await postgres.createDatabase();
      await postgres.query(`alter database "${new URL(url).pathname.slice(1)}" set lock_timeout = '100ms'`);
    }, LIMIT_MS);
    afterAll(() => postgres.stop(), LIMIT_MS);

    it.each(['counter', 'outage', 'outage_event', 'personal', 'lane', 'delivery', 'deadline', 'draft'])(
      'while the table %s is locked',
      async (table) => {
        const store = openPostgres({ url, log: silentLog() });
        onTestFinished(() => store.close());
        await store.ready();
        const other = new pg.Client({ connectionString: url });
        await other.connect();
        await other.query(`begin; lock table ${table} in access exclusive mode`);
        await expect(store.ready()).rejects.toThrow("can't be read and written right now");
        await other.end();
        await store.ready();
      },
    );

    it('and leaves nothing behind, also when two bots look at once', async () => {
      const another = await postgres.createDatabase();
      const stores = [1, 2].map(() => openPostgres({ url: another, log: silentLog() }));
      onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
      await Promise.all(Array.from({ length: 20 }, (_, index) => stores[index % 2]?.ready()));
      const [left] = await postgres.query(
        'select (select count(*) from outage) + (select count(*) from draft) + (select count(*) from lane) as rows',
        another,
      );
      expect(Number(left?.rows)).toBe(0);
    });
  });
});
