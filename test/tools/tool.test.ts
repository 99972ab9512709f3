/** How the tools end. */
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { PartlyDoneError, runTool, UsageError, writeWhole } from '../../src/tools/tool.ts';
import { testFolder } from '../support/bot/bot-process.ts';

const ending = async (error: Error) => {
  const said: [string, number][] = [];
  const work = async () => {
    throw error;
  };
  await runTool(work, (text, code) => said.push([text, code]));
  return said;
};

it('a tool that stopped half-way does not say that nothing was changed', async () => {
  expect(await ending(new ConfigError(['no']))).toEqual([['Nothing was changed:\n- no\n', 1]]);
  const partly = new PartlyDoneError('run it again', { cause: new ConfigError(['connection lost']) });
  expect(await ending(partly)).toEqual([['Not all of it was done:\n- connection lost\n- run it again\n', 1]]);
});

it('a tool that was called in a wrong way ends with 2', async () => {
  expect(await ending(new UsageError(['add --yes']))).toEqual([['Nothing was changed:\n- add --yes\n', 2]]);
});

describe.skipIf(process.platform === 'win32')('a file that a tool writes', () => {
  it('is there whole or not at all, for its owner alone, and nothing else beside it', async () => {
    const folder = testFolder();
    const file = path.join(folder, 'all.csv');
    await writeWhole(file, async (add) => {
      await add('one,');
      await add(Buffer.from('two'));
    });
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['one,two', 0o600]);
    const failing = writeWhole(file, async (add) => {
      await add('three');
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['one,two', ['all.csv']]);
  });

  it('is never written into what somebody else has put in its place', async () => {
    const folder = testFolder();
    const [file, other] = [path.join(folder, 'all.csv'), path.join(folder, 'other')];
    writeFileSync(other, 'theirs', { mode: 0o666 });
    symlinkSync(other, `${file}.${process.pid}.unfinished`);
    await writeWhole(file, async (add) => void (await add('ours')));
    expect([readFileSync(other, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['theirs', 'ours']);
    expect(lstatSync(file).isFile()).toBe(true);
  });

  it('is the whole of one of them when two write it at once', async () => {
    const file = path.join(testFolder(), 'all.csv');
    const text = 'x'.repeat(100_000);
    const both = await Promise.allSettled(['a', 'b'].map((one) => writeWhole(file, async (add) => void (await add(`${one}${text}`)))));
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(readFileSync(file)).toHaveLength(text.length + 1);
  });
});

it('a file in a folder that is not there, or not for this account, is told with what to do', async () => {
  const file = path.join(import.meta.dirname, 'nowhere/all.csv');
  await expect(writeWhole(file, async () => {})).rejects.toThrow(`there is no folder ${path.dirname(file)}`);
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/root/all.csv' });
  const [[said = ''] = []] = await ending(refused);
  expect(said).toContain('- this account may not use /root/all.csv. Name another place, or run it as the account that may');
});
