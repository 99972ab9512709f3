/** `outage-desk review` as somebody of the desk types it, beside a bot that has the store open. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { act } from '../store/contract/stores.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleReportAction, sampleResolveAction } from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';

it('prints the review of one that is over as Markdown, and says why it does not', async () => {
  const folder = testFolder();
  const file = path.join(folder, 'desk.sqlite');
  const store = await openSqlite({ file, now: () => Date.now(), log: silentLog() });
  onTestFinished(() => store.close());
  const at = Date.now();
  await act(store, sampleReportAction({ at }));
  await act(store, sampleAcknowledgeAction({ at }));
  await act(store, sampleReportAction({ outageId: 'nonce-2', number: 1002, at }));
  await act(store, sampleResolveAction({ at, text: 'A *new* certificate.' }));
  await act(store, sample('review', 0, { at, cause: '# Nobody <b>looked</b>' }));
  const review = (...args: string[]) => {
    const environment = { ...childEnvironment(), DATABASE_FILE: file, DESK_FILE: 'env/playground.desk.yaml' };
    return spawnSync(process.execPath, ['src/outage-desk.ts', 'review', ...args], { env: environment, encoding: 'utf8' });
  };
  const { stdout, status } = review('OUT-1001');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^# OUT-1001: review\n/);
  expect(stdout).toContain('\\# Nobody \\<b\\>looked\\</b\\>');
  expect(stdout).toContain('> A \\*new\\* certificate.');
  expect(stdout).toContain('- [ ] Watch the end of certificates.');
  expect(review('OUT-1002').stderr).toContain('OUT-1002 is not over');
  expect(review('OUT-1099').stderr).toContain('there is no such outage');
  expect(review('1001').stderr).toContain('Write a number such as OUT-1042');
  expect(review().status).toBe(2);
});
