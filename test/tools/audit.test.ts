/** `outage-desk audit` as an operator types it, beside a bot that has the store open. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { act, report } from '../store/contract/stores.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { changeFor, sampleAcknowledgeAction, sampleReportAction } from '../support/outage/sample.ts';

function audit(file: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/outage-desk.ts', 'audit', ...args], {
    env: { ...childEnvironment(), DATABASE_FILE: file },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return {
    status,
    stderr,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

async function openStore() {
  const file = path.join(testFolder(), 'desk.sqlite');
  let now = Date.now() - 60_000;
  const store = await openSqlite({ file, now: () => now++, log: silentLog() });
  onTestFinished(() => store.close());
  return { file, store };
}

describe('outage-desk audit', () => {
  it('writes decisions and refusals as lines, in the order of time, while a bot has the store', async () => {
    const { file, store } = await openStore();
    const at = await store.outages.now();
    await act(store, sampleReportAction({ outageId: 'nonce-1', at }));
    await store.audit.refused({
      person: { id: 'eve', name: 'Eve' },
      what: 'ack',
      outageId: null,
      number: 1001,
      reason: 'not-permitted',
      client: 'command iOS',
      conversationId: 'a:eve',
    });
    await act(store, sampleAcknowledgeAction({ at: at + 1_000 }));
    const { status, lines } = audit(file, '--since', '1h');
    expect(status).toBe(0);
    expect(lines).toEqual([
      {
        at: new Date(at).toISOString(),
        decided: 'reported',
        outage: 'OUT-1001',
        person: 'aad-mia',
        name: expect.any(String),
        client: null,
      },
      {
        at: expect.any(String),
        refused: 'ack',
        why: 'not-permitted',
        outage: 'OUT-1001',
        asked: 'OUT-1001',
        person: 'eve',
        name: 'Eve',
        client: 'command iOS',
        conversation: 'a:eve',
      },
      expect.objectContaining({ decided: 'acknowledged', person: 'aad-sam' }),
    ]);
    expect(audit(file, '--person', 'EVE').lines).toEqual([lines[1]]);
    expect(audit(file, '--outage', 'out-1001').lines).toEqual(lines);
    expect(audit(file, '--since', '1m', '--person', 'nobody').lines).toEqual([]);
  });

  it('reads more than a batch, each line once', async () => {
    const { file, store } = await openStore();
    await report(store);
    const refusal = { what: 'ack', outageId: null, number: null, reason: 'no-thread', client: 'command', conversationId: 'a:x' } as const;
    for (let count = 0; count < 1_200; count++) await store.audit.refused({ ...refusal, person: { id: `${count}`, name: '' } });
    for (let count = 0; count < 600; count++)
      await store.outages.transaction(async ({ read, append }) => {
        const before = await read('nonce-1');
        await append(
          changeFor(
            {
              type: 'note',
              outageId: 'nonce-1',
              at: 1,
              by: { id: storedPersonKey('aad-sam'), name: 'Sam', roles: ['engineer'] },
              text: `n${count}`,
              shown: false,
            },
            before,
          ),
        );
      });
    const { lines } = audit(file);
    expect(lines.filter(({ refused }) => refused).map(({ person }) => person)).toEqual(
      Array.from({ length: 1_200 }, (_, index) => `${index}`),
    );
    expect(lines.filter(({ decided }) => decided)).toHaveLength(601);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());
  });

  it.each([
    ['a time that is none', 2, ['--since', 'yesterday'], /Write a time such as 90m, 12h or 7d/],
    ['a number that is none', 2, ['--outage', '7'], /Write a number such as OUT-1042/],
    ['an outage that is not there', 1, ['--outage', 'OUT-7'], /there is no OUT-7/],
  ] as const)('says what is wrong with %s, and ends with %i', async (_what, status, args, said) => {
    const { file } = await openStore();
    expect(audit(file, ...args)).toMatchObject({ status, lines: [], stderr: expect.stringMatching(said) });
  });

  it('makes no store where none is', () => {
    const file = path.join(testFolder(), 'none.sqlite');
    expect(audit(file)).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no store at') });
  });
});
