/** Which service addresses the bot's token may be sent to. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createServiceUrls } from '../../../src/teams/out/service-url.ts';
import { silentLog } from '../../support/log/silent-log.ts';

const CONFIGURED = 'https://smba.trafficmanager.net/teams/';
const TENANT = 'a1b2c3d4-0000-4000-8000-00000000000a';

async function urls(loopback: boolean) {
  const store = await openSqlite({ file: ':memory:', log: silentLog() });
  onTestFinished(() => store.close());
  return { store, ...createServiceUrls({ configured: CONFIGURED, loopback, cache: store.cache }) };
}

describe('in earnest, a service address', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net/de/72f988bf-86f1-41af-91ab-2d7cd011db47/', true],
    ['https://SMBA.trafficmanager.net/teams/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true],
    ['https://smba.infra.gov.teams.microsoft.us/teams', true],
    ['https://smba.infra.dod.teams.microsoft.us/teams', true],
    ['http://smba.trafficmanager.net/teams/', false],
    ['https://evil.trafficmanager.net/teams/', false],
    ['https://smba.trafficmanager.net.attacker.example/', false],
    ['https://smba.trafficmanager.net@attacker.example/', false],
    ['https://attacker.example/smba.trafficmanager.net', false],
    ['https://attacker.example#smba.trafficmanager.net', false],
    ['https://xsmba.trafficmanager.net/', false],
    ['http://127.0.0.1:3978/', false],
    ['http://localhost/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['smba.trafficmanager.net', false],
    ['', false],
  ])('%s is trusted: %s', async (url, trusted) => {
    expect((await urls(false)).isTrusted(url)).toBe(trusted);
  });

  it('that is not trusted is never kept, and never used although it is kept', async () => {
    const { remember, of, store } = await urls(false);
    await remember(TENANT, 'https://attacker.example/');
    expect(await of(TENANT, undefined)).toBe(CONFIGURED);
    await store.cache.set(`service-url:${TENANT}`, 'https://attacker.example/');
    expect(await of(TENANT, 'https://attacker.example/')).toBe(CONFIGURED);
  });

  it('is the newest of the tenant, else the one that came with it, else the configured one', async () => {
    const { remember, of } = await urls(false);
    expect(await of(TENANT, undefined)).toBe(CONFIGURED);
    expect(await of(TENANT, 'https://smba.trafficmanager.net/amer/')).toBe('https://smba.trafficmanager.net/amer/');
    await remember(TENANT, 'https://smba.trafficmanager.net/emea/');
    expect(await of(TENANT, 'https://smba.trafficmanager.net/amer/')).toBe('https://smba.trafficmanager.net/emea/');
    expect(await of('another', undefined)).toBe(CONFIGURED);
  });

  it('is found while the store is away', async () => {
    const { of, store } = await urls(false);
    await store.close();
    expect(await of(TENANT, undefined)).toBe(CONFIGURED);
  });
});

describe('in the playground, a service address', () => {
  it.each([
    ['http://127.0.0.1:56150/_connector', true],
    ['http://localhost:56150/', true],
    ['http://[::1]:56150/', true],
    ['https://smba.trafficmanager.net/teams/', false],
    ['http://127.0.0.1.attacker.example/', false],
    ['http://10.0.0.1/', false],
  ])('%s is trusted: %s', async (url, trusted) => {
    expect((await urls(true)).isTrusted(url)).toBe(trusted);
  });
});
