import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigError, environmentSchema, readConfig } from '../src/config.ts';
import { packageSchema } from '../src/tools/teams-app/app-package.ts';

const example = readFileSync(path.join(import.meta.dirname, '../env/.env.example'), 'utf8');

/** `NAME=...` or `#NAME=...` (no space after the hash; a sentence has one), with the line before it. */
const settings = example.split('\n').flatMap((line, index, lines) => {
  const name = /^#?([A-Za-z]\w*)=/.exec(line)?.[1];
  return name === undefined ? [] : [{ name, before: lines[index - 1] ?? '' }];
});

function problemsOf(environment: Record<string, string>, playground = false): readonly string[] {
  try {
    readConfig(environment, playground);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('env/.env.example', () => {
  test('lists every setting that the bot and the app package know, once, and no other', () => {
    expect(
      settings.map(({ name }) => name).sort(),
      'add to env/.env.example what src/config.ts knows, or take out what it no longer knows',
    ).toEqual([...Object.keys(environmentSchema.shape), ...Object.keys(packageSchema.shape)].sort());
  });

  test.each(settings)('says of $name what it is', ({ before }) => {
    expect(before, 'write a comment on the line above').toMatch(/^# \S.{15,}[.]?/);
  });

  test('offers for LOG_LEVEL what the schema takes, and no other', () => {
    const said = settings.find(({ name }) => name === 'LOG_LEVEL')?.before ?? '';
    const levels = environmentSchema.shape.LOG_LEVEL.unwrap().options;
    expect(/logged: (.*?)\./.exec(said)?.[1]?.split(/, | or /)).toEqual(levels);
  });

  test('is read by Node as it stands, and holds no secret', () => {
    const values = parseEnv(example);
    expect(values).toMatchObject({ MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '' });
    expect(Object.keys(values)).not.toContain('DATABASE_URL');
  });
});

describe('the environment', () => {
  test('takes a name without a value for one that is not set', () => {
    expect(readConfig({ PORT: '', LOG_LEVEL: '  ', DATABASE_URL: '' }, true)).toMatchObject({
      PORT: 3978,
      LOG_LEVEL: 'info',
      DATABASE_URL: '',
    });
  });

  test.each(['https://hc.example/ping/1', 'http://127.0.0.1:9000/x', 'http://[::1]/x', 'http://localhost/x', ''])(
    'lets the heart beat to %j',
    (url) => {
      expect(readConfig({ HEARTBEAT_URL: url }, true).HEARTBEAT_URL).toBe(url);
    },
  );

  test.each([
    'http://hc.example/ping/1',
    'https://user:secret@hc.example/',
    'ftp://hc.example/',
    'hc.example/ping',
    'http://127.0.0.1.hc.example/',
  ])('lets nobody on the way read a heartbeat, and repeats no secret: %s', (url) => {
    expect(() => readConfig({ HEARTBEAT_URL: url }, true)).toThrow(
      /^HEARTBEAT_URL: use the whole address, with https:\/\/ and no password$/,
    );
  });

  test.each([
    [{ PORT: 'http' }, 'PORT: use a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT: use a whole number from 0 to 65535'],
    [{ PORT: '-1.5' }, 'PORT: use a whole number from 0 to 65535'],
    [{ TENANT_REQUESTS_PER_SECOND: '0' }, 'TENANT_REQUESTS_PER_SECOND: use a whole number from 1 to 1000'],
    [{ SERVICE_URL: 'ftp://x' }, 'SERVICE_URL: use the whole address, with https://'],
    [{ GRAPH_URL: 'graph.microsoft.com' }, 'GRAPH_URL: use the whole address, with https://'],
    [{ GRAPH_URL: 'https://graph.microsoft.com/v1.0/' }, 'GRAPH_URL: use the address without a path, such as https://graph.microsoft.com'],
  ])('refuses %j with the remedy, once', (environment, remedy) => {
    expect(problemsOf(environment, true)).toEqual([remedy]);
  });

  test.each(['https://graph.microsoft.com', 'https://graph.microsoft.us/'])('takes %s for GRAPH_URL', (url) => {
    expect(readConfig({ GRAPH_URL: url }, true).GRAPH_URL).toBe(url);
  });

  test.each([
    ['15.1: messages that one person alone sees', 'TARGETED_MESSAGES'],
    ["15.6: Teams' search for people", 'PEOPLE_PICKER'],
  ] as const)('%s are on, but in the playground, which lacks them, only when it says so', (_what, name) => {
    const id = 'aaaaaaaa-2222-4333-8444-555555555555';
    const real = { MicrosoftAppId: id, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: id, DESK_FILE: 'desk.yaml' };
    const of = (said: string, playground: boolean) => readConfig({ ...(playground ? {} : real), [name]: said }, playground)[name];
    expect([of('', false), of('off', false), of(' ', true), of('on', true)]).toEqual(['on', 'off', 'off', 'on']);
    expect(problemsOf({ [name]: 'yes' }, true)).toEqual([`${name}: use on or off`]);
  });

  test('takes a GUID for each id, and says of anything else where to find it', () => {
    const id = 'AAAAAAAA-2222-4333-8444-555555555555';
    const real = { MicrosoftAppId: id, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: id, DESK_FILE: 'desk.yaml' };
    expect(problemsOf(real)).toEqual([]);
    expect(problemsOf({ ...real, MicrosoftAppTenantId: '', MicrosoftAppType: 'MultiTenant' })).toEqual([]);
    const { MicrosoftAppPassword: _, ...bare } = real;
    expect(problemsOf({ ...bare, FEDERATED_TOKEN_FILE: '/var/run/token' })).toEqual([]);
    expect(problemsOf({ ...real, FEDERATED_TOKEN_FILE: '/var/run/token' })[0]).toMatch(/leave out MicrosoftAppPassword\.$/);
    const multi = { ...bare, FEDERATED_TOKEN_FILE: '/var/run/token', MicrosoftAppTenantId: '', MicrosoftAppType: 'MultiTenant' };
    expect(problemsOf(multi)[0]).toMatch(/^MicrosoftAppTenantId is missing/);
    expect(problemsOf({ ...real, MicrosoftAppId: 'outage-desk', MicrosoftAppTenantId: 'contoso.onmicrosoft.com' })).toEqual([
      expect.stringMatching(/^MicrosoftAppId is no GUID\. It is the .* > Configuration\.$/),
      expect.stringMatching(/^MicrosoftAppTenantId is no GUID\. It is the .* > Overview\.$/),
      expect.stringContaining('Write settings into env/.env'),
      'To try it out without an account, run: npm run playground',
    ]);
  });

  test('15.10 the app may be named as the Teams CLI names it; what says it twice and differently is refused, without the secret', () => {
    const id = 'aaaaaaaa-2222-4333-8444-555555555555';
    const other = 'bbbbbbbb-2222-4333-8444-555555555555';
    const cli = { CLIENT_ID: id, CLIENT_SECRET: 'hidden', TENANT_ID: id, DESK_FILE: 'desk.yaml' };
    const own = { MicrosoftAppId: id, MicrosoftAppPassword: 'hidden', MicrosoftAppTenantId: id };
    expect(readConfig(cli, false)).toMatchObject({ ...own, identity: ['CLIENT_ID', 'CLIENT_SECRET', 'TENANT_ID'] });
    expect(readConfig({ ...cli, ...own }, false)).toMatchObject({ ...own, identity: Object.keys(own) });
    expect(readConfig({ ...cli, CLIENT_ID: '', MicrosoftAppId: id }, false).identity).toEqual([
      'MicrosoftAppId',
      'CLIENT_SECRET',
      'TENANT_ID',
    ]);
    expect(problemsOf({ ...cli, MicrosoftAppId: other, MicrosoftAppPassword: 'other' }).slice(0, 2)).toEqual([
      'MicrosoftAppId and CLIENT_ID are both set, and differ: leave out the one that is not meant.',
      'MicrosoftAppPassword and CLIENT_SECRET are both set, and differ: leave out the one that is not meant.',
    ]);
    expect(problemsOf({ ...cli, CLIENT_ID: 'outage-desk' })[0]).toMatch(/^CLIENT_ID is no GUID/);
    expect(problemsOf({ ...cli, MicrosoftAppType: 'UserAssignedMsi' })[0]).toMatch(/^CLIENT_SECRET must not be set/);
    expect(problemsOf({ CLIENT_ID: id }, true)[0]).toMatch(/^CLIENT_ID must not be set in the playground/);
  });

  test('says everything that is wrong with it at once', () => {
    expect(() => readConfig({ PORT: 'http', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' }, true)).toThrow(
      /PORT[\s\S]*DATABASE_URL[\s\S]*LOG_LEVEL/,
    );
  });
});
