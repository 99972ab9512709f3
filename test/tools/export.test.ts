/** `outage-desk export` as an operator types it, beside a bot that has the store open. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import type { Body } from '../../src/webhooks/body.ts';
import { act } from '../store/contract/stores.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { engineer, sampleAcknowledgeAction, sampleReport, sampleReportAction, sampleResolveAction } from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';
import { isValidBody } from '../support/outward/receiver.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-02T08:00:00Z');
const TICKET = { name: 'INC0012345', url: null };
const FORMULA = '=HYPERLINK("https://evil.example","click")';

async function openStore() {
  const folder = testFolder();
  let now = START;
  const store = await openSqlite({ file: path.join(folder, 'desk.sqlite'), now: () => now, log: silentLog() });
  onTestFinished(() => store.close());
  const report = { ...sampleReport, title: FORMULA, description: 'two\nlines, "quoted"' };
  await act(store, sampleReportAction({ outageId: 'nonce-1', number: 1001, at: now, report }));
  now += DAY_MS;
  await act(store, sampleAcknowledgeAction({ at: now }));
  for (const ticket of [TICKET, { name: 'ERP-42 (jira.example.com)', url: 'https://jira.example.com/browse/ERP-42' }])
    await act(store, { type: 'add-ticket', outageId: 'nonce-1', by: engineer, at: now, ticket });
  await act(store, sampleResolveAction({ at: now, text: 'Restarted.' }));
  await act(store, sampleReportAction({ outageId: 'nonce-2', number: 1002, at: now }));
  const run = (name: string, ...args: string[]) => {
    const file = path.join(folder, name);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/outage-desk.ts', 'export', file, ...args], {
      env: { ...childEnvironment(), DATABASE_FILE: path.join(folder, 'desk.sqlite') },
      encoding: 'utf8',
    });
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return { status, said: stdout + stderr, file, text, lines: text.split('\n').filter(Boolean) };
  };
  return { run, store };
}

describe('outage-desk export', () => {
  it('writes what webhooks hear, without people and their words, for the operator alone', async () => {
    const { run } = await openStore();
    const { status, said, file, lines } = run('all.jsonl');
    expect(said).toContain('5 events of 2 outages');
    expect(status).toBe(0);
    const bodies = lines.map((line) => JSON.parse(line) as Body);
    expect(bodies.map(({ type, data }) => `${data.outage.number} ${type}`)).toEqual([
      'OUT-1001 outage.reported',
      'OUT-1001 outage.breached',
      'OUT-1001 outage.acknowledged',
      'OUT-1001 outage.resolved',
      'OUT-1002 outage.reported',
    ]);
    for (const body of bodies) expect(isValidBody(body), JSON.stringify(isValidBody.errors)).toBe(true);
    expect(lines.join('')).not.toMatch(/HYPERLINK|Restarted|quoted|example\.com|INC00/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('has their words with --full, and takes the days that it is given', async () => {
    const { run } = await openStore();
    const { lines, said } = run('full.jsonl', '--full', '--since', '2026-11-03', '--until', '2026-11-04');
    expect(said).toContain('personal data');
    const bodies = lines.map((line) => JSON.parse(line) as Body);
    expect(bodies.map(({ data }) => [data.outage.number, data.sequence, data.full?.title])).toEqual([
      ['OUT-1001', 2, FORMULA],
      ['OUT-1001', 3, FORMULA],
      ['OUT-1001', 6, FORMULA],
      ['OUT-1002', 1, sampleReport.title],
    ]);
    for (const body of bodies) expect(isValidBody(body)).toBe(true);
    expect(run('none.jsonl', '--until', '2026-11-02').said).toContain('0 events of 0 outages');
  });

  it('has reviews with --full, which no webhook hears', async () => {
    const { run, store } = await openStore();
    await act(store, sample('review', 0, { at: START + 2 * DAY_MS, cause: 'Nobody watched it.' }));
    const { lines } = run('full.jsonl', '--full');
    const reviews = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'outage.reviewed');
    expect(reviews.map(({ data }) => [data.outage.number, data.full.text])).toEqual([
      ['OUT-1001', 'Nobody watched it.\nRenewing it.\nWatch the end of certificates., Lin Zhao, 2026-01-06T11:00:00.000Z'],
    ]);
    expect(run('all.jsonl').text).not.toMatch(/reviewed|Nobody watched/);
    expect(run('full.csv', '--full').text).toContain('outage.reviewed');
  });

  it('writes a table whose cells are no formulas', async () => {
    const { run } = await openStore();
    const { lines } = run('all.csv');
    expect(lines[0]).toMatch(/^number,sequence,type,timestamp,drill,/);
    expect(lines).toHaveLength(6);
    expect(lines[1]).toMatch(/^OUT-1001,1,outage\.reported,2026-11-02T08:00:00\.000Z,false,,reported,/);
    const { text } = run('full.csv', '--full');
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""click"")"`);
    expect(text).toContain('"two\nlines, ""quoted"""');
    expect(text).toContain('INC0012345 https://jira.example.com/browse/ERP-42');
  });

  it.each([
    [['all.xlsx'], 'Write a name that ends with .csv or .jsonl'],
    [['all.csv', '--since', 'yesterday'], 'Write a day such as 2026-11-01'],
    [['all.csv', '--until', '2026-13-45'], 'Write a day such as 2026-11-01'],
    [['all.csv', 'more.csv'], 'Expected 1 argument but got 2'],
  ] as const)('says what is wrong with %j, and writes nothing', async ([name, ...args], words) => {
    const { run } = await openStore();
    const { status, said, text } = run(name, ...args);
    expect(said).toContain(words);
    expect(status).toBe(2);
    expect(text).toBe('');
  });
});
