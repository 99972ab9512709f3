/** `outage-desk keys`, `certificate` and `verify --certificate`, as an operator and a customer type them. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newKey } from '../../src/certificate/sign.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { act } from '../store/contract/stores.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { sampleAcknowledgeAction, sampleReportAction, sampleResolveAction, sampleUpdateAction } from '../support/outage/sample.ts';
import { at } from '../support/outage/stories.ts';

type Settings = { readonly [name: string]: string };
/** A folder with the store of a desk that had one outage, and what runs in it. */
async function startDesk() {
  const folder = testFolder();
  let now = at(0);
  const store = await openSqlite({ file: path.join(folder, 'desk.sqlite'), now: () => now, log: silentLog() });
  onTestFinished(() => store.close());
  await act(store, sampleReportAction({ at: now }));
  for (const action of [sampleAcknowledgeAction({ at: at(5) }), sampleUpdateAction({ at: at(20) }), sampleResolveAction({ at: at(40) })]) {
    now = action.at;
    await act(store, action);
  }
  const place = (file: string) => path.join(folder, file);
  const settings = { DATABASE_FILE: place('desk.sqlite'), DESK_FILE: 'env/playground.desk.yaml', CERTIFICATE_KEY_FILE: place('key.pem') };
  const run = (tool: string, args: readonly string[], environment: Settings = settings) => {
    const env = { ...childEnvironment(), ...environment };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/outage-desk.ts', tool, ...args], { env, encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };
  const keys = (...args: string[]) => run('keys', args);
  const issue = (...args: string[]) => run('certificate', args);
  const verify = (args: readonly string[], environment?: Settings) => run('verify', ['--certificate', ...args], environment);
  return { place, settings, keys, issue, verify };
}

describe('the tools of certificates', () => {
  it('make a key for its owner alone, never over another, and print its public half again', async () => {
    const { place, keys } = await startDesk();
    expect(keys(place('in/a/folder/key.pem')).status).toBe(0);
    const made = keys(place('key.pem'));
    expect([made.status, statSync(place('key.pem')).mode & 0o777]).toEqual([0, 0o600]);
    expect(made.said).toMatch(/Key [\w-]{43}\n-----BEGIN PUBLIC KEY-----/);
    expect(made.said).not.toContain('PRIVATE');
    const before = readFileSync(place('key.pem'), 'utf8');
    const again = keys(place('key.pem'));
    expect([again.status, again.said, readFileSync(place('key.pem'), 'utf8')]).toEqual([
      1,
      expect.stringContaining('is there already'),
      before,
    ]);
    const shown = keys('--public');
    expect(shown.status).toBe(0);
    expect(made.said).toContain(shown.said.trim());
    expect(keys('a.pem', 'b.pem')).toMatchObject({ status: 2, said: expect.stringContaining('Expected 1 argument but got 2') });
  });

  it('write a certificate that is valid for whoever has the public key, as JSON and as PDF, and find what was changed', async () => {
    const { place, keys, issue, verify, settings } = await startDesk();
    writeFileSync(place('public.pem'), keys(place('key.pem')).said);
    for (const file of ['a.json', 'a.pdf']) {
      const written = issue('OUT-1001', place(file), '--zone', 'Asia/Tokyo');
      expect([written.status, written.said]).toEqual([0, expect.stringContaining('The certificate of OUT-1001 for the reporter is in ')]);
      expect(statSync(place(file)).mode & 0o777).toBe(0o600);
      // A customer has the public key alone; the desk its own settings.
      for (const [args, environment] of [
        [[place(file), '--key', place('public.pem')], {}],
        [[place(file), '--store'], settings],
      ] as const) {
        const { status, said } = verify(args, environment);
        expect([status, said]).toEqual([0, expect.stringMatching(/^Valid: signed with the key [\w-]{43}\./)]);
        expect(said).toContain('"number": "OUT-1001"');
      }
    }
    writeFileSync(place('other.pem'), keys(place('other-key.pem')).said);
    expect(verify([place('a.pdf'), '--key', place('other.pem')], {})).toMatchObject({
      status: 1,
      said: expect.stringContaining('none of these'),
    });
    const pdf = readFileSync(place('a.pdf'), 'latin1');
    // What somebody reads, changed without touching the file inside of it.
    writeFileSync(place('pages.pdf'), pdf.replace(/\[<[0-9a-f]{2}/, '[<58'), 'latin1');
    expect(verify([place('pages.pdf')], settings)).toMatchObject({
      status: 1,
      said: expect.stringContaining('Not valid: the signed file in it is valid, but its pages'),
    });
    writeFileSync(place('inside.pdf'), pdf.replace(/"signature": "../, '"signature": "__'), 'latin1');
    expect(verify([place('inside.pdf')], settings)).toMatchObject({
      status: 1,
      said: expect.stringContaining('its signature is not of this text'),
    });
    // The pages of one with the file of another.
    issue('OUT-1001', place('desk.json'), '--for', 'desk');
    const [own, other] = [readFileSync(place('a.json'), 'utf8'), readFileSync(place('desk.json'), 'utf8')];
    const swapped = pdf
      .replace(Buffer.from(own).toString('latin1'), Buffer.from(other).toString('latin1'))
      .replace(/\/Length \d+(?=\s*>>\s*stream\s*\{)/, `/Length ${Buffer.byteLength(other)}`);
    expect(swapped).not.toBe(pdf);
    writeFileSync(place('swapped.pdf'), swapped, 'latin1');
    expect(verify([place('swapped.pdf')], settings)).toMatchObject({ status: 1, said: expect.stringContaining('Not valid') });
    writeFileSync(place('x.json'), '{}');
    expect(verify([place('x.json')], settings)).toMatchObject({
      status: 1,
      said: expect.stringContaining('no certificate of an Outage Desk'),
    });
  });

  it('find a certificate that the record of the desk does not hold', async () => {
    const [one, other] = [await startDesk(), await startDesk()];
    one.keys(one.place('key.pem'));
    one.issue('OUT-1001', one.place('a.json'));
    const elsewhere = { ...other.settings, CERTIFICATE_KEY_FILE: one.place('key.pem') };
    expect(one.verify([one.place('a.json'), '--store'], elsewhere)).toMatchObject({
      status: 1,
      said: expect.stringContaining('has no such event'),
    });
    expect(one.verify([one.place('a.json')], elsewhere).status).toBe(0);
  });

  it('say what is missing', async () => {
    const { place, issue, keys, verify, settings } = await startDesk();
    writeFileSync(place('key.pem'), 'hunter-2');
    expect(issue('OUT-1001', place('a.json'))).toMatchObject({ status: 1, said: expect.stringContaining('use an Ed25519 key in PEM') });
    writeFileSync(place('key.pem'), newKey());
    expect(issue('OUT-1099', place('a.json')).said).toContain('the store holds no outage OUT-1099');
    for (const args of [['OUT-1001'], ['DRILL-1', 'a.json'], ['OUT-1001', 'a.txt'], ['OUT-1001', 'a.json', '--for', 'everybody']])
      expect(issue(...args), args.join(' ')).toMatchObject({
        status: 2,
        said: expect.stringContaining('npx outage-desk certificate --help'),
      });
    issue('OUT-1001', place('a.json'));
    expect(verify([place('a.json')], {})).toMatchObject({ status: 1, said: expect.stringContaining('--key PUBLIC.pem') });
    const { CERTIFICATE_KEY_FILE: _, ...without } = settings;
    expect(verify([place('missing.json')], settings).status).toBe(1);
    expect(keys('--public').status).toBe(0);
    const noKey = spawnSync(process.execPath, ['src/outage-desk.ts', 'keys', '--public'], {
      env: { ...childEnvironment(), ...without },
      encoding: 'utf8',
    });
    expect([noKey.status, noKey.stderr]).toEqual([1, expect.stringContaining('make a key with npx outage-desk keys')]);
  });
});
