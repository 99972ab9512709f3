/** The examples of env/api.md, run as they are written. */
// @module-tag full
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { readDeskFile } from '../../../src/desk/file/read-desk-file.ts';
import { API_SECRETS, startApiBot } from '../../support/bot/api.ts';

const PAGE = readFileSync('env/api.md', 'utf8');
/** The blocks of the page in this language, without the indent of a list. */
const blocks = (language: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\``, 'gm'))].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

it('a report by curl makes an outage, and a question by curl shows it', async () => {
  // curl signs with the time of this machine.
  const bot = await startApiBot({ overrides: { environment: API_SECRETS, now: Date.now } });
  onTestFinished(() => bot.stop());
  const [report = '', question = ''] = blocks('bash');
  const { MONITOR_SECRET, MONITOR_TOKEN, ...others } = API_SECRETS;
  expect(Object.keys(others).length).toBeGreaterThan(0);
  const env = { PATH: process.env.PATH ?? '', DESK_URL: bot.url, MONITOR_SECRET, MONITOR_TOKEN };
  const run = async (script: string) => JSON.parse((await promisify(execFile)('bash', ['-euc', script], { env })).stdout);
  expect(await run(report)).toMatchObject({ result: 'created', outage: { number: 'OUT-1001', state: 'reported' } });
  expect(await run(question)).toMatchObject({ outages: [{ number: 'OUT-1001' }], more: false });
});

it('the desk files of the page are right', () => {
  const playground = readFileSync('env/playground.desk.yaml', 'utf8');
  const files = blocks('yaml').filter((text) => 'clients' in parse(text));
  expect(files).toHaveLength(2);
  for (const file of files) expect(readDeskFile(`${playground}\n${file}`)).not.toHaveProperty('problems');
});
