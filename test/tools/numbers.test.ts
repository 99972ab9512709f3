/** `outage-desk numbers` as an operator types it, beside a bot that has the store open. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { act } from '../store/contract/stores.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleReport, sampleReportAction, sampleResolveAction } from '../support/outage/sample.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-02T08:00:00Z');

async function openStore() {
  const folder = testFolder();
  const database = path.join(folder, 'desk.sqlite');
  const store = await openSqlite({ file: database, now: () => START + 2 * DAY_MS, log: silentLog() });
  onTestFinished(() => store.close());
  await act(store, sampleReportAction({ outageId: 'nonce-1', at: START }));
  await act(store, sampleAcknowledgeAction({ at: START + 12 * MINUTE_MS }));
  await act(store, sampleResolveAction({ at: START + 90 * MINUTE_MS }));
  const bank = { ...sampleReport, project: { id: '=bank', name: 'Bank' } };
  await act(store, sampleReportAction({ outageId: 'nonce-2', at: START + DAY_MS, report: bank }));
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/outage-desk.ts', 'numbers', ...args], {
      env: { ...childEnvironment(), DATABASE_FILE: database },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };
  const read = (name: string, ...args: string[]) => {
    const file = path.join(folder, name);
    const ran = run(file, ...args);
    return { ...ran, file, lines: existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [] };
  };
  const change = (statement: string) => {
    const opened = new DatabaseSync(database);
    opened.exec(statement);
    opened.close();
  };
  return { run, read, change };
}

describe('outage-desk numbers', () => {
  it('writes a row an outage, without people, and no formulas', async () => {
    const { read } = await openStore();
    const { status, said, file, lines } = read('all.csv');
    expect([status, said]).toEqual([0, expect.stringContaining('The numbers of 2 outages are in')]);
    expect(lines).toEqual([
      'number,projectId,scenarioId,reportedAt,apart,acknowledgeBy,inTime,acknowledgedAfterSeconds,resolvedAfterSeconds,updates,updatesInTime,nextUpdateBy',
      'OUT-1001,shop,unreachable,2026-11-02T08:00:00.000Z,,2026-11-02T08:30:00.000Z,true,720,5400,1,0,',
      "OUT-1002,'=bank,unreachable,2026-11-03T08:00:00.000Z,,2026-11-03T08:30:00.000Z,,,,0,0,",
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes the days and the project that it is given', async () => {
    const { read } = await openStore();
    expect(
      read('some.csv', '--since', '2026-11-03')
        .lines.slice(1)
        .map((line) => line.slice(0, 8)),
    ).toEqual(['OUT-1002']);
    expect(
      read('some.csv', '--until', '2026-11-03')
        .lines.slice(1)
        .map((line) => line.slice(0, 8)),
    ).toEqual(['OUT-1001']);
    expect(
      read('some.csv', '--project', 'shop')
        .lines.slice(1)
        .map((line) => line.slice(0, 8)),
    ).toEqual(['OUT-1001']);
    expect(read('none.csv', '--project', 'nobody').said).toContain('The numbers of 0 outages');
  });

  it('counts what a bot of an older version stored, and all again on request', async () => {
    const { read, run, change } = await openStore();
    const { lines } = read('all.csv');
    change("delete from outage_numbers where outage_id = 'nonce-1'; delete from counter where name = 'numbers-until'");
    expect(read('found.csv').lines).toEqual(lines);
    change('update outage_numbers set in_time = 0, acknowledged_after = 1');
    expect(read('wrong.csv').lines).not.toEqual(lines);
    expect(run('--rebuild')).toEqual({ status: 0, said: 'All outages were counted once more.\n' });
    expect(read('again.csv').lines).toEqual(lines);
  });

  it.each([[[]], [['all.xlsx']], [['all.csv', 'more.csv']], [['all.csv', '--rebuild']]])('says how it is used for %j', async (args) => {
    const { run } = await openStore();
    const { status, said } = run(...args);
    expect([status, said]).toEqual([2, expect.stringContaining('npx outage-desk numbers --help says how it is called')]);
  });
});
