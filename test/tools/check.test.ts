/** `outage-desk check`, as an administrator runs it: seeded mistakes, each found and named with its remedy. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newKey } from '../../src/certificate/sign.ts';
import { SMALL_DESK } from '../support/desk/small-desk.ts';

/** The small desk with ids, a number and addresses that could be somebody's: an example is a finding of its own. */
const GOOD = SMALL_DESK.replace('  primary: [ada]\n', '  primary: ada\n  secondary: bob\n  duty-manager: mia\n')
  .replace('00000000-0000-4000-8000-000000000001', '5f0d8a4e-93c1-4b7e-a2d6-0b1c7e9f4a35')
  .replaceAll('00000000-0000-4000-8000-0000000000', '8c41e7d2-6a0b-4f93-b5e8-d2719a3c60')
  .replace('+45 70 10 20 30', '+45 70 25 91 84')
  .replaceAll('example.com', 'nordwind-support.dk');

/** Runs the tool on a desk file with this text; null: with no file at all. `before`: the text of the file as it was. */
function check(text: string | null, before?: string, environment: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'desk.yaml');
  const fileBefore = path.join(folder, 'before.yaml');
  if (text !== null) writeFileSync(file, text);
  if (before !== undefined) writeFileSync(fileBefore, before);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/outage-desk.ts', 'check', ...(before === undefined ? [] : [fileBefore])],
    {
      env: { ...process.env, DESK_FILE: file, ...environment },
      encoding: 'utf8',
    },
  );
  return { status, said: stdout + stderr };
}

describe('outage-desk check', () => {
  it('ends with 0 on a good desk file, and says what it looked at', () => {
    const { status, said } = check(GOOD);
    expect(said).toMatch(
      /I found nothing wrong[\s\S]*Checked: the on-call schedule until \w{3} \d+ \w+, \d\d:\d\d \(UTC\), escalation, projects/,
    );
    expect(status).toBe(0);
  });

  const turns = '{ rotation: [ada, bob], starts: 2999-01-05, handOver: 09:00, every: 1 week }';
  it.each<[mistake: string, from: string, to: string, found: RegExp]>([
    [
      'nobody at night',
      'secondary: bob',
      'secondary: { people: [bob], hours: 08:00-20:00 }',
      /Nobody is secondary on call from \w{3} .* more times within 30 days\. 15 minutes after a report, only the primary would be pinged\. Add a person or a rotation.*onCall > secondary/,
    ],
    [
      'nobody for a week',
      'primary: ada\n  secondary: bob\n  duty-manager: mia',
      `primary: ${turns}\n  secondary: ${turns}\n  duty-manager: ${turns}`,
      /Nobody would be pinged from \w{3} \d\d:\d\d \(UTC\) to \w{3} \d+ .*Add a person or a rotation for those hours under onCall > primary/,
    ],
    [
      'a text that a room cannot read',
      'followers:\n  - id: board\n',
      'teams: [{ id: care, name: { en: Care, de: Betreuung } }]\nfollowers:\n  - id: board\n    language: fr\n',
      /missing in French.*: teams > care > name\. Write them[\s\S]*not in Japanese: teams > care > name\./,
    ],
    ['a rotation that has not begun', 'primary: ada', `primary: ${turns}`, /Nobody is primary on call from .*Add a person or a rotation/],
    [
      'a pager without its secret',
      'people:\n',
      'pagers: { ops: { type: pagerduty, routingKey: NO_SUCH_KEY } }\npeople:\n',
      /The pager .ops. has no secret, so the bot does not start\. Set NO_SUCH_KEY, or NO_SUCH_KEY_FILE/,
    ],
    [
      'a pager that calls people without numbers, at no public address',
      'people:\n',
      'pagers: { phones: { type: twilio, account: AC00000000000000000000000000000001, token: PATH, from: "+45 70 25 91 84" } }\npeople:\n',
      /No pager can call these people.*people > phone\.[\s\S]*no public address for phones\. Set PUBLIC_URL/,
    ],
    [
      'a pager whose secret is none',
      'people:\n',
      'pagers: { ops: { type: pagerduty, routingKey: PATH } }\npeople:\n',
      /- PATH, which pagers > ops of the desk file names, is no integration key of PagerDuty/,
    ],
    [
      'a pager whose secret is none, beside one without',
      'people:\n',
      'pagers: { ops: { type: pagerduty, routingKey: PATH }, more: { type: pagerduty, routingKey: NO_SUCH_KEY } }\npeople:\n',
      /NO_SUCH_KEY[\s\S]*- PATH, which pagers > ops of the desk file names, is no integration key of PagerDuty/,
    ],
    [
      'a client of the API without its secrets',
      'people:\n',
      'clients: [{ id: a, name: A, kind: alertmanager, token: NO_SUCH_TOKEN, project: shop, environment: live }]\npeople:\n',
      /- NO_SUCH_TOKEN is missing\. The desk file names it: set it, or NO_SUCH_TOKEN_FILE/,
    ],
    [
      'a client of the API whose secret is none',
      'people:\n',
      'clients: [{ id: a, name: A, kind: standard, token: PATH, secret: PATH, projects: [shop] }]\npeople:\n',
      /- PATH is no secret of Standard Webhooks: write whsec_/,
    ],
    [
      'a level with nobody',
      '  secondary: bob\n',
      '',
      /Nobody is ever secondary on call, but the escalation pings that level\. Name a person under onCall > secondary/,
    ],
    [
      'one person on two levels',
      'secondary: bob',
      'secondary: ada',
      /Ada Lund is both primary on call and secondary on call from .*Put another person under onCall > secondary/,
    ],
    [
      'a last level without time',
      'people:\n',
      'promise: { ladder: [{ beforeEndMinutes: 10, kind: reminder, levels: [secondary] }, { beforeEndMinutes: 2, kind: last-call, levels: [duty-manager] }] }\npeople:\n',
      /The duty manager is pinged only 2 minutes before the deadline\. Ping the duty manager at least 5 minutes before the deadline: promise > ladder > beforeEndMinutes/,
    ],
    [
      'a level that is called too late',
      'people:\n',
      'promise: { ladder: [{ beforeEndMinutes: 10, kind: reminder, levels: [secondary] }] }\npeople:\n',
      /The duty manager is never pinged before the deadline\. Add duty-manager to the levels of a step/,
    ],
    [
      'a project without production',
      'kind: production, url',
      'kind: sandbox, url',
      /Web shop has no environment for which an outage can be reported.*Give one of its environments kind: production/,
    ],
    [
      'a phone number that is none',
      '"+45 70 25 91 84"',
      '"to be added"',
      /The phone number for Europe cannot be called: to be added is not a phone number\. Write it with its country code/,
    ],
    [
      'a phone number that lacks a digit',
      '"+45 70 25 91 84"',
      '"+45 70 25 91 8"',
      /The phone number for Europe cannot be called: \+45 70 25 91 8 is too short\./,
    ],
    [
      'the tenant of the example',
      '5f0d8a4e-93c1-4b7e-a2d6-0b1c7e9f4a35',
      '00000000-0000-0000-0000-000000000000',
      /These ids are from an example: 00000000-0000-0000-0000-000000000000\. Write the ids of your own tenant/,
    ],
    [
      'a person of the playground',
      '8c41e7d2-6a0b-4f93-b5e8-d2719a3c600a',
      'a1b2c3d4-0000-4000-8000-000000000002',
      /These ids are from an example: a1b2c3d4/,
    ],
    [
      'a phone number of films',
      '+45 70 25 91 84',
      '+1 206 555 0100',
      /These phone numbers are from an example, and nobody answers them: \+1 206 555 0100\. Write your own/,
    ],
    ['a British number of films', '+45 70 25 91 84', '+44 20 7946 0123', /These phone numbers are from an example.*7946/],
    ['a number that was counted up', '+45 70 25 91 84', '+45 12 34 56 78', /These phone numbers are from an example/],
    [
      'an address of examples',
      'shop.nordwind-support.dk',
      'shop.contoso.com',
      /These addresses are from an example: https:\/\/shop\.contoso\.com/,
    ],
    [
      'the promise of the playground',
      'people:\n',
      'promise: { acknowledgeWithinMinutes: 3, ladder: [{ afterMinutes: 1, kind: reminder, levels: [primary, secondary, duty-manager] }] }\npeople:\n',
      /The promise is 3 minutes\. That is for trying things out.*at least 5/,
    ],
    [
      'somebody on call who may not acknowledge',
      'secondary: bob',
      'secondary: mia',
      /desk\.yaml:\d+ {2}onCall\.secondary {2}'mia' is on call but no engineer.*add them to engineers/,
    ],
    [
      'a project without members',
      'members: [mia]',
      'members: []',
      /desk\.yaml:\d+ {2}projects\.0\.members {2}list at least one person who may report/,
    ],
    [
      'an account that cannot be one',
      'mia: { id: 8c41e7d2-6a0b-4f93-b5e8-d2719a3c600c',
      'mia: { upn: mia',
      /desk\.yaml:\d+ {2}people\.mia\.upn {2}use the user principal name/,
    ],
    [
      'a turn without a time zone that exists',
      'primary: ada',
      `primary: ${turns.replace(' }', ', timeZone: Copenhagen }')}`,
      /desk\.yaml:\d+ {2}onCall\.primary\.timeZone {2}use an IANA time zone/,
    ],
  ])('finds %s, names the remedy, and ends with 1', (_mistake, from, to, found) => {
    expect(GOOD).toContain(from);
    const { status, said } = check(GOOD.replace(from, to));
    expect(said).toMatch(found);
    expect(status).toBe(1);
  });

  it('finds all that the example to copy has, and nothing else', () => {
    const { status, said } = check(readFileSync('env/desk.example.yaml', 'utf8'));
    expect(said.match(/^- .*$/gm)?.map((line) => line.slice(0, 28))).toEqual(
      ['- These ids are from an examp', '- These phone numbers are from', '- These addresses are from an'].map((line) => line.slice(0, 28)),
    );
    expect(said).toContain('Write your own: desk > phones.');
    expect(said).toContain(
      'Write your own: desk > askForAccess, desk > supportRequest > url, projects > environments > url, projects > environments > links.',
    );
    expect(status).toBe(1);
  });

  it('says where a desk file has to be when there is none', () => {
    const { status, said } = check(null);
    expect(said).toMatch(/cannot be read\. Set DESK_FILE to the path of yours/);
    expect(status).toBe(1);
  });
});

describe('A6: somebody leaves a rotation', () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10);
  const withRotation = (people: string, starts: string) =>
    GOOD.replace('people:\n', 'people:\n  cay: { id: 5f0d8a4e-93c1-4b7e-a2d6-0b1c7e9f4a99, name: Cay Holm }\n')
      .replace('engineers: [ada, bob]', 'engineers: [ada, bob, cay]')
      .replace('primary: ada', `primary: { rotation: [${people}], starts: ${starts}, handOver: "00:00", every: 1 week }`);
  const before = withRotation('ada, bob, cay', daysAgo(10));

  it('and whoever is on call this minute changes: it says so, with what to write so that the turn stays, and that is right', () => {
    const { status, said } = check(withRotation('bob, cay', daysAgo(10)), before);
    expect(said).toContain('By this file, Cay Holm is the primary now. Until now it was Bob');
    expect(said).toMatch(new RegExp(`put Bob .* first in the rotation .* and write starts: ${daysAgo(3)}\\.`));
    expect(said).toMatch(/On call now, by this file: Cay Holm \(primary\)/);
    expect(status).toBe(1);
    expect(check(withRotation('bob, cay', daysAgo(3)), before).said).not.toContain('Until now it was');
  });

  it('whose turn it was: it says who takes over', () => {
    const { said } = check(withRotation('ada, cay', daysAgo(10)), before);
    expect(said).toMatch(/By this file, Cay Holm is the primary now. Until now it was Bob .*Tell both/);
  });

  it('and nobody else moves: it says nothing', () => {
    expect(check(withRotation('ada, bob', daysAgo(10)), before).said).not.toContain('Until now it was');
  });

  it('and the file before cannot be read: it says which', () => {
    expect(check(GOOD, 'desk: [').said).toContain('before.yaml:1');
  });

  const webhook = (settings: string) => `${GOOD}webhooks:\n  jira: { secret: WEBHOOK_JIRA_SECRET, ${settings} }\n`;
  const WEBHOOK_JIRA_SECRET = `whsec_${'A'.repeat(43)}=`;
  it.each<[mistake: string, settings: string, environment: Record<string, string>, found: RegExp]>([
    [
      'whose secret is missing',
      'address: https://8.8.8.8/',
      {},
      /- WEBHOOK_JIRA_SECRET is missing\. The desk file names it: set it, or WEBHOOK_JIRA_SECRET_FILE/,
    ],
    [
      'whose secret is none',
      'address: https://8.8.8.8/',
      { WEBHOOK_JIRA_SECRET: 'hunter2' },
      /- WEBHOOK_JIRA_SECRET, which webhooks > jira of the desk file names, is no secret of Standard Webhooks/,
    ],
    [
      'whose address is in the own network',
      'address: https://127.0.0.1:8443/x',
      { WEBHOOK_JIRA_SECRET },
      /The webhook "jira" \(127\.0\.0\.1:8443\) is inside your own network.*allowPrivate: true/,
    ],
    [
      'whose host nobody knows',
      'address: https://nowhere.invalid/x',
      { WEBHOOK_JIRA_SECRET },
      /The host of the webhook "jira" \(nowhere\.invalid\) was not found/,
    ],
  ])('finds a webhook %s', (_mistake, settings, environment, found) => {
    const { status, said } = check(webhook(settings), undefined, environment);
    expect(said).toMatch(found);
    expect(said).not.toContain('hunter2');
    expect(status).toBe(1);
  });

  it('finds nothing wrong with a webhook that has its secret', () => {
    expect(check(webhook('address: https://8.8.8.8/'), undefined, { WEBHOOK_JIRA_SECRET }).status).toBe(0);
  });

  it('finds that nobody signs the certificates that the desk file promises, and a key that is none', () => {
    const promised = GOOD.replace('desk:\n', 'desk:\n  certificateKeyUrl: https://nordwind-support.dk/keys.pem\n');
    expect(check(promised)).toMatchObject({ status: 1, said: expect.stringContaining('CERTIFICATE_KEY is missing') });
    expect(check(promised, undefined, { CERTIFICATE_KEY: 'hunter2' })).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^(?![\s\S]*hunter2)[\s\S]*CERTIFICATE_KEY: use an Ed25519 key in PEM/),
    });
    expect(check(promised, undefined, { CERTIFICATE_KEY: newKey() }).status).toBe(0);
    expect(check(promised.replace('https://nordwind-support.dk/keys.pem', 'http://x.dk')).said).toContain('https://');
  });
});
