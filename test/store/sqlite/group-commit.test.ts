/** What is written close together is committed together, and nobody hears of it before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextRound } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import { createStore } from '../../../src/store/store.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { createRandom } from '../../simulation/random.ts';
import { START } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleUpdateAction } from '../../support/outage/sample.ts';
import { act, report } from '../contract/stores.ts';

type World = {
  readonly file: string;
  readonly db: Kysely<Tables>;
  readonly database: DatabaseSync;
  /** What is on the disk, as another process reads it. */
  stored(): readonly number[];
  commits(): number;
};

function open(): World {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-group-'));
  const file = path.join(folder, 'desk.db');
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table written (n integer primary key)');
  const { db } = sqliteDialect(database, () => 0, { isGrouped: true });
  const other = new DatabaseSync(file, { readOnly: true });
  const exec = vi.spyOn(database, 'exec');
  onTestFinished(async () => {
    await db.destroy();
    other.close();
    rmSync(folder, { recursive: true });
  });
  return {
    file,
    db,
    database,
    stored: () =>
      other
        .prepare('select n from written order by n')
        .all()
        .map(({ n }) => Number(n)),
    commits: () => exec.mock.calls.filter(([statement]) => statement === 'commit').length,
  };
}

const ID = 'nonce-1';

const insert = (n: number) => sql`insert into written values (${n})`;
const inTransaction = ({ db }: World, ns: readonly number[], end: () => void = () => {}) =>
  db.transaction().execute(async (transaction) => {
    for (const n of ns) await insert(n).execute(transaction);
    end();
  });

describe('a group', () => {
  it('is one commit for all that is written in a round of the event loop', async () => {
    const world = open();
    await Promise.all([insert(1).execute(world.db), inTransaction(world, [2, 3]), insert(4).execute(world.db), inTransaction(world, [5])]);
    expect(world.stored()).toEqual([1, 2, 3, 4, 5]);
    expect(world.commits()).toBe(1);
    await insert(6).execute(world.db);
    await inTransaction(world, [7]);
    expect(world.commits()).toBe(3);
  });

  it('is not opened by what only reads', async () => {
    const world = open();
    await Promise.all([1, 2].map(() => sql`select count(*) from written`.execute(world.db)));
    expect(world.commits()).toBe(0);
    expect(world.database.isTransaction).toBe(false);
  });

  it('is on the disk before anybody hears what was written or read in it', async () => {
    const world = open();
    const heard: string[] = [];
    const asked = [
      insert(1)
        .execute(world.db)
        .then(() => heard.push(`written ${world.stored()}`)),
      sql<{ n: number }>`select n from written`
        .execute(world.db)
        .then(({ rows }) => heard.push(`read ${rows.length} of ${world.stored().length}`)),
      inTransaction(world, [2]).then(() => heard.push(`done ${world.stored()}`)),
    ];
    for (let turn = 0; turn < 50; turn += 1) await null;
    expect(heard).toEqual([]);
    expect(world.stored()).toEqual([]);
    await Promise.all(asked);
    expect(heard.toSorted()).toEqual(['done 1,2', 'read 1 of 2', 'written 1,2']);
  });

  it('keeps what the others wrote where a part of it is undone', async () => {
    const world = open();
    const parts = [
      inTransaction(world, [1]),
      inTransaction(world, [2, 3], () => {
        throw new Error('changed its mind');
      }),
      inTransaction(world, [4, 1]),
      insert(1).execute(world.db),
      insert(5).execute(world.db),
    ];
    const ended = await Promise.allSettled(parts);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
    expect(world.stored()).toEqual([1, 5]);
    expect(world.commits()).toBe(1);
  });

  it('ends before a pragma, which works outside of it', async () => {
    const world = open();
    const written = insert(1).execute(world.db);
    const { rows } = await sql`pragma wal_checkpoint(truncate)`.execute(world.db);
    expect(rows).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
    await written;
    expect(world.stored()).toEqual([1]);
  });

  it('tells all of it where the commit fails, keeps nothing of it, and is followed by one that works', async () => {
    const world = open();
    world.database.exec(
      'create table parent (n integer primary key); create table child (n references parent deferrable initially deferred)',
    );
    world.database.exec('pragma foreign_keys = on');
    const ended = await Promise.allSettled([
      inTransaction(world, [1]),
      sql`insert into child values (1)`.execute(world.db),
      sql`select 1`.execute(world.db),
    ]);
    expect(ended.map((one) => (one.status === 'rejected' ? String(one.reason) : one.status))).toEqual(
      [1, 2, 3].map(() => expect.stringContaining('FOREIGN KEY constraint failed')),
    );
    expect(world.stored()).toEqual([]);
    await inTransaction(world, [2]);
    expect(world.stored()).toEqual([2]);
  });

  it('tells all of it where the disk is full, and keeps nothing of it', async () => {
    const world = open();
    world.database.exec('create table large (value blob)');
    const pages = Number(world.database.prepare('pragma page_count').get()?.page_count);
    world.database.exec(`pragma max_page_count = ${pages + 2}`);
    const fill = sql`insert into large values (zeroblob(100000))`;
    const ended = await Promise.allSettled([
      inTransaction(world, [1]),
      world.db.transaction().execute((transaction) => fill.execute(transaction)),
      fill.execute(world.db),
    ]);
    for (const one of ended) expect(one).toMatchObject({ status: 'rejected', reason: { errcode: 13 } });
    expect(world.stored()).toEqual([]);
    world.database.exec('pragma max_page_count = 100000');
    await inTransaction(world, [2]);
    expect(world.stored()).toEqual([2]);
  });

  it('waits until the last of what was begun is on the disk when the store closes', async () => {
    const world = open();
    const written = [insert(1).execute(world.db), inTransaction(world, [2])];
    for (let turn = 0; turn < 20; turn += 1) await null;
    await world.db.destroy();
    await Promise.all(written);
    expect(world.stored()).toEqual([1, 2]);
  });
});

describe('where SQLite or the disk fails in the middle', () => {
  /** The next time that this is asked of SQLite, the disk fails. */
  const failAt = ({ database }: World, ...statements: readonly string[]) => {
    const exec = (statement: string) => DatabaseSync.prototype.exec.call(database, statement);
    const left = [...statements];
    vi.spyOn(database, 'exec').mockImplementation((statement) => {
      if (statement !== left[0]) return exec(statement);
      left.shift();
      throw new Error(`the disk fails at ${statement}`);
    });
  };

  it.each([
    [['rollback to part; release part']],
    [['savepoint part']],
    [['release part']],
    [['commit']],
    [['commit', 'rollback']],
    [['begin immediate']],
  ])('at %j, everybody is told what is true, and the next ones go on', async (statements) => {
    const world = open();
    failAt(world, ...statements);
    const isUndone = statements[0]?.startsWith('rollback') === true;
    const ended = await Promise.allSettled([
      insert(1).execute(world.db),
      inTransaction(world, [2], () => {
        if (isUndone) throw new Error('changed its mind');
      }),
      insert(3).execute(world.db),
    ]);
    const there = world.stored();
    for (const [index, { status }] of ended.entries())
      expect([index + 1, status === 'fulfilled']).toEqual([index + 1, there.includes(index + 1)]);
    expect(ended.some(({ status }) => status === 'rejected')).toBe(true);
    await inTransaction(world, [4]);
    await insert(5).execute(world.db);
    expect(world.stored()).toEqual([...there, 4, 5]);
  });

  it('nothing more of a transaction is written once it was refused', async () => {
    const world = open();
    let late: Promise<unknown> = Promise.resolve();
    const refused = world.db.transaction().execute(async (transaction) => {
      late = (async () => {
        for (let turn = 0; turn < 3; turn += 1) await null;
        await insert(1).execute(transaction);
      })().catch(() => {});
      throw new Error('changed its mind');
    });
    await expect(refused).rejects.toThrow('changed its mind');
    await late;
    await insert(3).execute(world.db);
    expect(world.stored()).toEqual([3]);
  });

  it('a transaction that SQLite has rolled back by itself writes nothing more', async () => {
    const world = open();
    world.database.exec('create table large (value blob)');
    const pages = Number(world.database.prepare('pragma page_count').get()?.page_count);
    world.database.exec(`pragma max_page_count = ${pages + 2}`);
    const ignoring = world.db.transaction().execute(async (transaction) => {
      await sql`insert into large values (zeroblob(100000))`.execute(transaction).catch(() => {});
      await insert(1).execute(transaction);
    });
    await expect(ignoring).rejects.toThrow();
    expect(world.stored()).toEqual([]);
  });

  it('a refusal by what is not stored in the end is not told as one', async () => {
    const world = open();
    world.database.exec(
      'create table parent (n integer primary key); create table child (n references parent deferrable initially deferred)',
    );
    world.database.exec('pragma foreign_keys = on');
    const refusal = () =>
      world.db.transaction().execute(async (transaction) => {
        const { rows } = await sql`select n from written where n = 1`.execute(transaction);
        if (rows.length > 0) throw new Error('1 is there already');
      });
    const ended = await Promise.allSettled([insert(1).execute(world.db), sql`insert into child values (1)`.execute(world.db), refusal()]);
    for (const one of ended) expect(String(one.status === 'rejected' && one.reason)).toContain('FOREIGN KEY constraint failed');
  });

  it('what is undone alone needs no disk', async () => {
    const world = open();
    await inTransaction(world, [1], () => {
      throw new Error('changed its mind');
    }).catch(() => {});
    expect(world.commits()).toBe(0);
    expect(world.database.isTransaction).toBe(false);
  });
});

describe('while a tool writes', () => {
  it.each(['select count(*) from written', 'with found as materialized (select n from written) select * from found', 'values (1)'])(
    '%s is answered at once',
    async (text) => {
      const world = open();
      const tool = new DatabaseSync(world.file);
      onTestFinished(() => tool.close());
      tool.exec('begin immediate; insert into written values (9)');
      await sql.raw(text).execute(world.db);
      await expect(insert(1).execute(world.db)).rejects.toThrow('database is locked');
      tool.exec('commit');
      await insert(2).execute(world.db);
      expect(world.stored()).toEqual([2, 9]);
    },
  );
});

it('keeps what it may undo in memory, not in a folder that others read', () => {
  const { database } = open();
  expect(database.prepare('pragma temp_store').get()).toEqual({ temp_store: 2 });
});

it.each(['begin', 'COMMIT', ' rollback', 'savepoint one'])('takes no %j beside its own', async (statement) => {
  const world = open();
  const written = insert(1).execute(world.db);
  await expect(sql.raw(statement).execute(world.db)).rejects.toThrow("use Kysely's");
  await written;
  expect(world.stored()).toEqual([1]);
});

it('what was read of a group that failed is no reason to leave personal data out later', async () => {
  const { file, database } = open();
  const dialect = sqliteDialect(database, () => START, { isGrouped: true });
  const store = createStore(dialect, { label: 'the store', log: silentLog(), close: async () => {} });
  await store.ready();
  await report(store);
  await act(store, sampleAcknowledgeAction());
  await store.outages.read(ID);
  const say = () => act(store, sampleUpdateAction({ text: 'Call Zoe Park at +41 79 555 00 00.' }));
  // Room for what is said, and not for the next one.
  database.exec(`pragma max_page_count = ${Number(database.prepare('pragma page_count').get()?.page_count) + 8}`);
  const ended = await Promise.allSettled([
    say(),
    store.outages.transaction(async (transaction) => {
      expect((await transaction.read(ID))?.events).toHaveLength(3);
      await transaction.remember('probe', 'x'.repeat(300_000), 1_000);
    }),
    store.outages.read(ID),
  ]);
  expect(ended.map(({ status }) => status).slice(0, 2)).toEqual(['rejected', 'rejected']);
  database.exec('pragma max_page_count = 1000000');
  await say();
  const known = await store.outages.read(ID);
  const other = createStore(
    sqliteDialect(new DatabaseSync(file), () => START),
    { label: 'it', log: silentLog(), close: async () => {} },
  );
  const read = await other.outages.read(ID);
  expect(read?.events).toEqual(known?.events);
  expect(read?.events.at(-1)).toMatchObject({ text: 'Call Zoe Park at +41 79 555 00 00.' });
});

it.each(['1', '2', '3'])('whatever comes at once: what was told is there, and what was refused is not (seed %s)', async (seed) => {
  const world = open();
  const random = createRandom(`group/${seed}`);
  let next = 0;
  const kept: number[] = [];
  const one = async () => {
    for (let count = random.int(0, 3); count > 0; count -= 1) await (random.chance(0.5) ? nextRound() : null);
    const own = Array.from({ length: random.int(1, 3) }, () => (next += 1));
    const isUndone = random.chance(0.3);
    const write = random.chance(0.3)
      ? insert(own[0] ?? 0).execute(world.db)
      : inTransaction(world, own, () => {
          if (isUndone) throw new Error('changed its mind');
        });
    const told = await write.then(
      () => true,
      () => false,
    );
    const there = world.stored();
    const written = own.filter((n) => there.includes(n));
    if (told) expect(written).toContain(own[0]);
    else expect(written).toEqual([]);
    kept.push(...written);
  };
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let time = 0; time < 10; time += 1) await one();
    }),
  );
  expect(world.stored()).toEqual(kept.toSorted((one, other) => one - other));
  expect(world.commits()).toBeLessThan(150);
});
