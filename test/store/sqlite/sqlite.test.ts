/** The store on SQLite: the contract, and what only a file can promise. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConflictError } from '../../../src/engine/ports/outages.ts';
import { LEAST_URGENT } from '../../../src/outage/notices.ts';
import { StoreInUseError } from '../../../src/store/sqlite/file.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sample } from '../../support/sample.ts';
import { storeContract } from '../contract/contract.ts';
import { report, type TestStores } from '../contract/stores.ts';

const log = silentLog();

function newFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-sqlite-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, 'data', 'desk.db');
}

async function openAt(file: string): Promise<TestStores> {
  const clock = fakeClock();
  const store = await openSqlite({ file, now: clock.now, log });
  onTestFinished(() => store.close());
  return { store, second: store, clock };
}

describe.each(sample('stores', ['in memory', 'in a file'], 1))('the store %s', { tags: 'sampled' }, (where) =>
  storeContract(() => openAt(where === 'in memory' ? ':memory:' : newFile())),
);

describe('the store in a file', () => {
  it('remembers after it was closed and opened again', async () => {
    const file = newFile();
    const first = await openAt(file);
    const recorded = await report(first.store);
    await first.store.close();
    const { store } = await openAt(file);
    expect(await store.outages.read('nonce-1')).toEqual(recorded);
  });

  it.each(['', '.lock', '-wal'])('2.9: says within half a minute that its file%s is gone', async (suffix) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const file = newFile();
    const lost: Error[] = [];
    const store = await openSqlite({ file, log, onLost: (error) => void lost.push(error) });
    onTestFinished(() => store.close());
    await report(store);
    vi.advanceTimersByTime(60_000);
    expect(lost).toEqual([]);
    rmSync(`${file}${suffix}`);
    vi.advanceTimersByTime(30_000);
    expect(lost.map(({ message }) => message)).toEqual([expect.stringContaining(`${file}${suffix} was removed or replaced`)]);
    expect(lost[0]?.message).toContain(suffix === '.lock' ? 'What is stored is safe' : 'restore the last backup');
  });

  it('2.9: says within half a minute that its folder can be read no more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const file = newFile();
    const lost: Error[] = [];
    const store = await openSqlite({ file, log, onLost: (error) => void lost.push(error) });
    onTestFinished(() => store.close());
    // A link to itself: root, as which containers run tests, can read every folder.
    const folder = path.dirname(file);
    renameSync(folder, `${folder}-away`);
    symlinkSync(folder, folder);
    vi.advanceTimersByTime(30_000);
    expect(lost.map(({ message }) => message)).toEqual([
      expect.stringMatching(/cannot be looked at any more \(ELOOP.*start the bot again$/),
    ]);
  });

  it('is for its owner only', async () => {
    const file = newFile();
    await openAt(file);
    const modes = [path.dirname(file), file, `${file}-wal`, `${file}.lock`].map((one) => statSync(one).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  it('waits for the disk before it says that something is stored', async () => {
    const file = newFile();
    const opened = vi.spyOn(DatabaseSync.prototype, 'exec');
    onTestFinished(() => opened.mockRestore());
    await openAt(file);
    // The store's own connection says how it is set: 2 is FULL, an fsync for each commit.
    const own = (opened.mock.contexts as DatabaseSync[]).find((database) => database.location()?.endsWith('desk.db'));
    expect(own?.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 });
    expect(own?.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it('sweeps out of the cache what is over', async () => {
    const file = newFile();
    const { store, clock } = await openAt(file);
    await store.cache.set('over', 1, 1_000);
    clock.advance(1_000);
    for (let write = 0; write < 100; write++) await store.cache.set('kept', write);
    const tool = new DatabaseSync(file, { readOnly: true });
    expect(tool.prepare('select key from cache').all()).toEqual([{ key: 'outage-desk:kept' }]);
    tool.close();
  });

  it('refuses a second bot and tells what to do', async () => {
    const file = newFile();
    const { store } = await openAt(file);
    const alias = path.join(path.dirname(file), 'alias.db');
    symlinkSync(file, alias);
    const remedy = `another bot already uses ${file}. Stop it, or give both a PostgreSQL with DATABASE_URL`;
    await expect(openSqlite({ file, log })).rejects.toThrow(remedy);
    await expect(openSqlite({ file, log })).rejects.toBeInstanceOf(StoreInUseError);
    await expect(openSqlite({ file: alias, log })).rejects.toBeInstanceOf(StoreInUseError);
    await report(store);
    await store.close();
    const { store: next } = await openAt(file);
    expect((await next.outages.read('nonce-1'))?.outage.number).toBe(1001);
  });

  it('is free of the leases that a dead bot had, since no other can have one', async () => {
    const file = newFile();
    const { store: dead, clock } = await openAt(file);
    await report(dead);
    clock.advance(15 * 60_000);
    const lanes = await dead.deliveries.claimLanes(10, 15_000, LEAST_URGENT);
    const due = await dead.deadlines.claimDue(10, 15_000);
    await dead.close();
    const heir = await openSqlite({ file, now: clock.now, log });
    onTestFinished(() => heir.close());
    expect((await heir.deliveries.claimLanes(10, 15_000, LEAST_URGENT)).map(({ id }) => id)).toEqual(lanes.map(({ id }) => id));
    expect(await heir.deadlines.claimDue(10, 15_000)).toEqual(due);
    expect(due).toHaveLength(1);
  });

  it('lets a tool read while the bot works', async () => {
    const file = newFile();
    const { store } = await openAt(file);
    await report(store, 'nonce-1');
    const tool = new DatabaseSync(file, { readOnly: true });
    expect(tool.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(tool.prepare('select count(*) as outages from outage').get()).toEqual({ outages: 1 });
    tool.exec('begin');
    tool.prepare('select count(*) from outage').get();
    await report(store, 'nonce-2');
    tool.exec('commit');
    expect(tool.prepare('select count(*) as outages from outage').get()).toEqual({ outages: 2 });
    tool.close();
  });

  it('takes the right to write when a transaction begins, and calls it a conflict when a tool has it', async () => {
    const file = newFile();
    const { store } = await openAt(file);
    const tool = new DatabaseSync(file, { timeout: 0 });
    await store.outages.transaction(async () => {
      expect(() => tool.exec('begin immediate')).toThrow('database is locked');
    });
    tool.exec('begin immediate');
    let begun = false;
    const refused = store.outages.transaction(async () => {
      begun = true;
    });
    await expect(refused).rejects.toBeInstanceOf(ConflictError);
    expect(begun).toBe(false);
    tool.exec('rollback');
    tool.close();
    expect((await report(store)).outage.number).toBe(1001);
  });

  it('lets no other query into an open transaction', async () => {
    const { store } = await openAt(newFile());
    let plain: Promise<unknown> = Promise.resolve();
    const broken = store.outages.transaction(async ({ nextNumber }) => {
      await nextNumber();
      plain = store.cache.set('draft', 'kept');
      await nextNumber();
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await plain;
    expect(await store.cache.get('draft')).toBe('kept');
  });

  it('says what is wrong with a file that is none of ours, and leaves it unlocked', async () => {
    const file = path.join(path.dirname(path.dirname(newFile())), 'notes.db');
    writeFileSync(file, 'Shopping list: '.repeat(500));
    for (const _ of [1, 2]) await expect(openSqlite({ file, log })).rejects.toThrow('is damaged, or no SQLite file');
  });

  it('says that its lock cannot be taken, and what to do', async () => {
    const file = newFile();
    await (await openSqlite({ file, log })).close();
    writeFileSync(`${file}.lock`, 'no lock '.repeat(500));
    await expect(openSqlite({ file, log })).rejects.toThrow(/the lock .*desk\.db\.lock cannot be taken: .*may be deleted/);
    rmSync(`${file}.lock`);
    await (await openSqlite({ file, log })).close();
  });

  it('stays locked although nobody in the process holds on to it any more', { tags: 'full' }, async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const file = newFile();
    await openSqlite({ file, log });
    for (let round = 0; round < 5; round++) {
      collectGarbage();
      await setImmediate();
    }
    await expect(openSqlite({ file, log })).rejects.toBeInstanceOf(StoreInUseError);
  });

  it('is free again, with all that was stored, when the bot is killed', { tags: 'full' }, async () => {
    const file = newFile();
    const holder = spawn(process.execPath, [path.join(import.meta.dirname, '../../support/store/hold-store.ts'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    const [line] = await once(holder.stdout, 'data');
    expect(String(line)).toBe('stored\n');
    await expect(openSqlite({ file, log })).rejects.toBeInstanceOf(StoreInUseError);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const { store } = await openAt(file);
    expect((await store.outages.read('nonce-1'))?.outage.number).toBe(1001);
    expect((await report(store, 'nonce-2')).outage.number).toBe(1002);
  });
});
