/** How the tools end. */
import { expect, it } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { PartlyDoneError, runTool, UsageError } from '../../src/tools/tool.ts';

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
