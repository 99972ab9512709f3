/** How the tools end. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { PartlyDoneError, runTool, UsageError, writeWhole } from '../../src/tools/tool.ts';

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

it('a file in a folder that is not there, or not for this account, is told with what to do', async () => {
  const file = path.join(import.meta.dirname, 'nowhere/all.csv');
  await expect(writeWhole(file, async () => {})).rejects.toThrow(`there is no folder ${path.dirname(file)}`);
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '/root/all.csv' });
  const [[said = ''] = []] = await ending(refused);
  expect(said).toContain('- this account may not use /root/all.csv. Name another place, or run it as the account that may');
});
