/** Microsoft's Agents Playground as a process that we start and stop. */
// @module-tag full
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { castFile } from './cast.ts';
import { freePort, isFree, startPlayground } from './playground.ts';

const botUrl = 'http://127.0.0.1:9/api/messages'; // nobody is there, and nobody need be

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'playground-'));
}

test('the Playground starts with our configuration and leaves nothing when it is stopped, however often', async () => {
  const port = await freePort();
  const playground = await startPlayground({ botUrl, port, configFile: castFile, folder: emptyFolder() });
  expect((await fetch(`${playground.connectorUrl}/v3/teams/19:contoso-erp@thread.tacv2`)).status).toBe(200);
  expect(await isFree(port)).toBe(false);
  await Promise.all([playground.stop(), playground.stop()]);
  expect(await isFree(port)).toBe(true);
});

test('a configuration that it would not accept is refused before anything starts', async () => {
  const folder = emptyFolder();
  const configFile = join(folder, 'broken.yml');
  writeFileSync(configFile, 'version: "0.1.1"\n');
  await expect(startPlayground({ botUrl, port: await freePort(), configFile, folder })).rejects.toThrow(
    /broken\.yml is not a configuration/,
  );
});

test('a taken port is named', async () => {
  const taken = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => taken.listen(port, resolve));
  await expect(startPlayground({ botUrl, port, configFile: castFile, folder: emptyFolder() })).rejects.toThrow(`Port ${port} is taken`);
  await new Promise((resolve) => taken.close(resolve));
});
