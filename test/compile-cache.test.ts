/** Where compiled code is kept for the next start. The bot runs what is in that folder, so nobody else may write to it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { spawnBot, startBot, testFolder } from './support/bot/bot-process.ts';

const ROOT = path.join(import.meta.dirname, '..');
type Case = { readonly given?: string; readonly store?: string };

/** What a process does that tries these one after the other: the folder that Node uses then, or the problem. */
function tried(cases: readonly Case[]): (string | null)[] {
  const code = `
    import { getCompileCacheDir } from 'node:module';
    import { useCompileCache } from './src/compile-cache.ts';
    const said = ${JSON.stringify(cases)}.map(({ given, store }) => useCompileCache(given, store) ?? getCompileCacheDir() ?? null);
    console.log(JSON.stringify(said));`;
  // Without the cache that the tests share: what Node uses already stays.
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, env, encoding: 'utf8' });
  return JSON.parse(output) as (string | null)[];
}

/** A folder that others can write to: by a mode of 777, whatever the umask. */
function opened(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777);
  return folder;
}

describe.skipIf(process.platform === 'win32')('the compile cache', { tags: ['full'] }, () => {
  it('is not used where others can write, nor where it cannot be made', () => {
    const folder = testFolder();
    const own = path.join(folder, 'own');
    opened(path.join(own, 'compile-cache'));
    const shared = opened(path.join(folder, 'shared'));
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const stores = [own, shared, file].map((one) => ({ store: path.join(one, 'desk.sqlite') }));
    expect(tried(stores)).toEqual([null, null, null]);
  });

  it('is for its owner alone', () => {
    const store = path.join(testFolder(), 'store');
    expect(tried([{ store: path.join(store, 'desk.sqlite') }])).toEqual([expect.stringContaining(store)]);
    expect(statSync(path.join(store, 'compile-cache')).mode & 0o777).toBe(0o700);
  });

  it('of NODE_COMPILE_CACHE is refused where others can write, and used where nobody else can', () => {
    const folder = testFolder();
    const given = opened(path.join(folder, 'shared'));
    const own = path.join(folder, 'own');
    const refusal = expect.stringMatching(
      /^NODE_COMPILE_CACHE: others can write to .*\. Leave it out, and the cache is beside the store; /,
    );
    expect(tried([{ given }, { given: path.join(given, 'x') }, { given: own }])).toEqual([refusal, refusal, expect.stringContaining(own)]);
  });

  it('is beside the store, and written when the bot stops', async () => {
    const folder = testFolder();
    const bot = await startBot({ DATABASE_FILE: path.join(folder, 'desk.sqlite'), NODE_COMPILE_CACHE: undefined });
    bot.signal('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    const [cache = ''] = readdirSync(path.join(folder, 'compile-cache'));
    expect(readdirSync(path.join(folder, 'compile-cache', cache)).length).toBeGreaterThan(500);
  });

  it('keeps no bot from starting where it cannot be written; in a shared folder it does', async () => {
    const shared = opened(path.join(testFolder(), 'shared'));
    const refused = spawnBot({ DATABASE_FILE: path.join(testFolder(), 'desk.sqlite'), NODE_COMPILE_CACHE: shared });
    expect(await refused.ended).toMatchObject({ code: 1 });
    expect(refused.stderr()).toContain('- NODE_COMPILE_CACHE: others can write to');
    const folder = testFolder();
    writeFileSync(path.join(folder, 'compile-cache'), 'in its place');
    const bot = await startBot({ DATABASE_FILE: path.join(folder, 'desk.sqlite'), NODE_COMPILE_CACHE: undefined });
    expect(bot.log.some(({ msg }) => msg === 'the store is ready')).toBe(true);
  });
});
