/** The files for Azure, as far as they can be judged without it: by a small reader of Bicep, by our own settings, and by Caddy and Bicep where they are installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { environmentSchema, readConfig } from '../../src/config.ts';
import { declaredIn, tokensOf, unknownNames } from './bicep.ts';

const root = path.join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const files = readdirSync(path.join(root, 'infra')).filter((file) => file.endsWith('.bicep'));
const infra = (file: string) => textOf(`infra/${file}`);
const sources = files.map((file) => ({ file, text: infra(file), declared: declaredIn(infra(file)) }));
/** Takes away the # of what is off: one that no space follows. */
const allOn = (text: string) => text.replace(/^(\s*)#(?=\S)/gm, '$1');

/** Looked up on 1 December 2026 in bicep-types-az, which is made of Azure's own descriptions. None is a preview. */
const VERSIONS: Readonly<Record<string, string>> = {
  'Microsoft.App/containerApps': '2025-07-01',
  'Microsoft.App/managedEnvironments': '2025-07-01',
  'Microsoft.Authorization/locks': '2020-05-01',
  'Microsoft.Authorization/roleAssignments': '2022-04-01',
  'Microsoft.BotService/botServices': '2022-09-15',
  'Microsoft.Compute/disks': '2024-03-02',
  'Microsoft.Compute/virtualMachines': '2024-07-01',
  'Microsoft.ContainerRegistry/registries': '2025-04-01',
  'Microsoft.DBforPostgreSQL/flexibleServers': '2025-08-01',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/metricAlerts': '2018-03-01',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.Insights/webtests': '2022-06-15',
  'Microsoft.KeyVault/vaults': '2024-11-01',
  'Microsoft.KeyVault/vaults/secrets': '2024-11-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities': '2024-11-30',
  'Microsoft.Network/networkInterfaces': '2024-05-01',
  'Microsoft.Network/networkSecurityGroups': '2024-05-01',
  'Microsoft.Network/privateDnsZones': '2024-06-01',
  'Microsoft.Network/publicIPAddresses': '2024-05-01',
  'Microsoft.Network/virtualNetworks': '2024-05-01',
  'Microsoft.OperationalInsights/workspaces': '2025-02-01',
};

describe('the reader of Bicep', () => {
  it.each<[string, string, RegExp]>([
    ['a brace that is open', "resource a 'x@1' = {\n", /line 1: \{ is not closed/],
    ['one that closes nothing', 'var a = [1]]\n', /closes nothing/],
    ['another than was opened', 'var a = [1}\n', /\} closes nothing/],
    ['a text that does not end', "var a = 'x\n", /a text is not closed/],
    ['a blank of a text that does not end', "var a = 'x${b\n'", /not closed|closes nothing/],
    ['a sign of another language', 'var a = 1; var b = 2\n', /; is no sign of Bicep/],
  ])('finds %s', (_what, text, told) => {
    expect(() => tokensOf(text)).toThrow(told);
  });

  it('finds names that nothing declares, also inside of texts, and none that are declared', () => {
    expect(unknownNames("param a string\nvar b = '${a}${c}'\n")).toEqual(['c']);
    expect(unknownNames('param a array\nvar b = map(a, one => { name: one.x, d: e ? a : [for f in a: f] })\n')).toEqual(['e']);
  });

  it('sees what is secure', () => {
    const found = declaredIn('@secure()\n@minLength(3)\nparam a string\n\nparam b string = 1\n');
    expect(found.map(({ name, isSecure, type }) => [name, isSecure, type])).toEqual([
      ['a', true, 'string'],
      ['b', false, 'string'],
    ]);
  });
});

describe.each(sources)('infra/$file', ({ file, text, declared }) => {
  it('closes what it opens, and uses only names that are declared', () => {
    expect(tokensOf(text).length).toBeGreaterThan(20);
    expect(unknownNames(text)).toEqual([]);
  });

  it('uses each parameter, variable and resource that is not there for itself', () => {
    const names = tokensOf(text).flatMap((token) => (token.kind === 'name' ? [token.text] : []));
    const unused = declared
      .filter(({ kind }) => kind === 'param' || kind === 'var')
      .filter(({ name }) => names.filter((one) => one === name).length < 2)
      .map(({ name }) => name);
    expect(unused).toEqual([]);
    // A name that is declared twice would be two things.
    const twice = declared.filter(({ kind, name }) => kind === 'param' && declared.some((one) => one.kind === 'var' && one.name === name));
    expect(twice).toEqual([]);
  });

  it('marks what is secret, and gives none of it out', () => {
    const secret = declared.filter(({ kind, name }) => kind === 'param' && /password|secret$|token|connectionString/i.test(name));
    expect(secret.filter(({ isSecure }) => !isSecure)).toEqual([]);
    const outputs = declared.filter(({ kind }) => kind === 'output').map((output) => output.text);
    for (const { name } of declared.filter(({ isSecure }) => isSecure)) expect(outputs.join()).not.toContain(name);
    expect(outputs.join()).not.toMatch(/listKeys|password/i);
  });

  it('names versions that Azure has', () => {
    for (const { type } of declared.filter(({ kind, type }) => kind === 'resource' && type.includes('/'))) {
      const [name = '', version] = type.split('@');
      expect([name, version]).toEqual([name, VERSIONS[name]]);
    }
  });

  it('hands modules what they take, and all that they need', () => {
    for (const module of declared.filter(({ kind }) => kind === 'module')) {
      const taken = sources.find((one) => one.file === module.type)?.declared.filter(({ kind }) => kind === 'param') ?? [];
      const [, params = ''] = /^ {2}params: \{\n([\s\S]*?)^ {2}\}$/m.exec(module.text) ?? [];
      const given = [...params.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
      expect(given.toSorted(), `${file}: ${module.name}`).toEqual(
        taken
          .filter(({ text: param, name }) => given.includes(name) || !/^param \w+ \w+ =/.test(param))
          .map(({ name }) => name)
          .toSorted(),
      );
    }
  });
});

describe('the container app', () => {
  const main = infra('main.bicep');
  const [, bot = ''] = /name: 'bot'\n {10}image: image\n([\s\S]*?)\n {10}name: 'proxy'/.exec(main) ?? [];
  const settings = [...bot.matchAll(/^ {14}\{ name: '(\w+)'/gm)].map(([, name = '']) => name);

  it('gives the bot only settings that it has', () => {
    expect(settings.length).toBeGreaterThan(5);
    expect(settings.filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  });

  it('gives the bot all that it needs, as a managed identity and with a secret', () => {
    const guid = '11111111-2222-4333-8444-555555555555';
    const value = (name: string) => {
      const [, said = ''] = new RegExp(`\\{ name: '${name}', value: (.*) \\}`).exec(bot) ?? [];
      return /^'([^'$]*)'$/.exec(said)?.[1] ?? '';
    };
    const given = Object.fromEntries(settings.map((name) => [name, value(name)]));
    const environment = { ...given, MicrosoftAppId: guid, MicrosoftAppTenantId: guid, PUBLIC_URL: 'https://desk.azurecontainerapps.io' };
    const [, url = ''] = /value: '(postgresql:[^']*)'/.exec(main) ?? [];
    const DATABASE_URL = url
      .replace('${databasePassword}', 'only-in-tests')
      .replace('${database.outputs.host}', 'desk.postgres.database.azure.com');
    const types = /name: 'MicrosoftAppType', value: isManaged \? '(\w+)' : '(\w+)'/.exec(bot) ?? [];
    expect(readConfig({ ...environment, DATABASE_URL, MicrosoftAppType: types[1] }, false).MicrosoftAppType).toBe('UserAssignedMsi');
    const withSecret = { ...environment, DATABASE_URL, MicrosoftAppType: types[2], MicrosoftAppPassword: 'only-in-tests' };
    expect(readConfig(withSecret, false).MicrosoftAppType).toBe('SingleTenant');
    expect(main).toContain("isManaged ? [] : ['MicrosoftAppPassword']");
  });

  it('never scales to nothing', () => {
    const replicas = declaredIn(main).find(({ name }) => name === 'replicas');
    expect(main).toMatch(/@minValue\(1\)\n@maxValue\(\d+\)\nparam replicas int = [1-9]/);
    expect(replicas?.text).toBeDefined();
    expect(main).toMatch(/scale: \{\n\s+minReplicas: replicas\n\s+maxReplicas: replicas\n/);
  });

  it('asks the bot on its own port by the paths that the bot has, and lets the outside in by the proxy alone', () => {
    const server = textOf('src/teams/server.ts');
    const probes = [...bot.matchAll(/type: '(\w+)'\n\s+httpGet: \{\n\s+path: '([^']+)'\n\s+port: (\d+)/g)].map(([, ...one]) => one);
    expect(probes).toEqual([
      ['Startup', '/healthz', '3978'],
      ['Liveness', '/healthz', '3978'],
      ['Readiness', '/readyz', '3978'],
    ]);
    for (const [, asked = ''] of probes) expect(server).toContain(`'${asked}'`);
    expect(main).toMatch(/targetPort: 8080\n/);
    expect(main).toMatch(/'OUTAGE_DESK_HOST', value: ':8080'[\s\S]*'OUTAGE_DESK_BOT', value: '127\.0\.0\.1:3978'/);
  });

  it('lets as many bots side by side as the smallest server has connections for', () => {
    const [, each] = /'DATABASE_CONNECTIONS', value: '(\d+)'/.exec(main) ?? [];
    // Azure: 50 of a B1ms, of which it keeps 15. Two bots, old and new.
    expect(2 * 2 * Number(each)).toBeLessThanOrEqual(35);
  });

  it('has a database that can be put back to any moment, and that is not deleted by mistake', () => {
    const database = infra('database.bicep');
    expect(main).toMatch(/@minValue\(7\)\n@maxValue\(35\)\nparam backupDays int = \d+/);
    expect(database).toContain('backupRetentionDays: backupDays');
    expect(database).toMatch(/locks@[\s\S]*scope: server[\s\S]*CanNotDelete/);
    expect(database).toContain("publicNetworkAccess: 'Disabled'");
  });
});

describe('the proxy in Azure', () => {
  const caddyfile = textOf('env/deploy/Caddyfile');
  // As main.bicep does it.
  const changed = caddyfile.replaceAll('\t# ', '\t## ').replaceAll('\t#', '\t');

  it('is the example with all its lines on', () => {
    expect(infra('main.bicep')).toContain(
      String.raw`replace(replace(loadTextContent('../env/deploy/Caddyfile'), '\t# ', '\t## '), '\t#', '\t')`,
    );
    expect(changed).toBe(allOn(caddyfile));
    expect(changed).toMatch(/path \/files\/\*[\s\S]*path \/pagers\/\*[\s\S]*path \/api\/\*/);
  });

  const CADDY = '/usr/bin/caddy';
  it.skipIf(!existsSync(CADDY))('is taken by Caddy as plain HTTP on port 8080', { tags: 'full' }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-azure-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(path.join(folder, 'Caddyfile'), changed);
    const env = { ...process.env, HOME: folder, OUTAGE_DESK_HOST: ':8080', OUTAGE_DESK_BOT: '127.0.0.1:3978' };
    const args = ['adapt', '--adapter', 'caddyfile', '--config', path.join(folder, 'Caddyfile'), '--validate'];
    const adapted = execFileSync(CADDY, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const { apps } = JSON.parse(adapted) as {
      apps: { http: { servers: Record<string, { listen: string[]; tls_connection_policies?: unknown }> } };
    };
    expect(Object.values(apps.http.servers).map(({ listen, tls_connection_policies }) => [listen, tls_connection_policies])).toEqual([
      [[':8080'], undefined],
    ]);
  });
});

describe('the alerts', () => {
  const alerts = infra('alerts.bicep');

  it('ask for lines that the bot writes', () => {
    const asked = [...alerts.matchAll(/tostring\(line\.msg\) (?:in \(([^)]*)\)|== ("[^"]*"))/g)].flatMap(([, list = '', one = '']) =>
      [...`${list}${one}`.matchAll(/"([^"]*)"/g)].map(([, line = '']) => line),
    );
    expect(asked.length).toBeGreaterThan(3);
    const sourceFiles = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const source = sourceFiles.map((file) => textOf(`src/${file}`)).join('\n');
    expect(asked.filter((line) => !source.includes(`'${line}'`))).toEqual([]);
  });

  it('lead to places that the runbook has', () => {
    const anchors = [...textOf('env/RUNBOOK.md').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    const led = [...alerts.matchAll(/RUNBOOK\.md#([\w-]+)/g)].map(([, anchor = '']) => anchor);
    expect(led.length).toBeGreaterThan(6);
    expect(led.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  it('take the 401 of the bot for right, and the page names each of them', () => {
    expect(alerts).toContain('ExpectedHttpStatusCode: 401');
    const names = [...alerts.matchAll(/^ {4}name: '([a-z-]+)'$/gm)].map(([, name = '']) => name);
    const page = textOf('infra/README.md');
    expect(names.length).toBe(8);
    for (const name of names) expect(page).toMatch(new RegExp(name.replace('database', '')));
  });
});

describe('the tools of Microsoft', () => {
  const parametersOf = (file: string) => Object.keys((JSON.parse(infra(file)) as { parameters: object }).parameters);

  it.each(['main.parameters.json', 'toolkit.parameters.json'])('%s gives what main.bicep takes, and all that it needs', (file) => {
    const taken = declaredIn(infra('main.bicep')).filter(({ kind }) => kind === 'param');
    const given = parametersOf(file);
    expect(given.filter((name) => !taken.some((one) => one.name === name))).toEqual([]);
    expect(taken.filter(({ text, name }) => !/^param \w+ \w+ =/.test(text) && !given.includes(name))).toEqual([]);
  });

  it('azd finds the files by azure.yaml, and what it keeps is not seen by git', () => {
    const { infra: where } = parse(textOf('azure.yaml')) as { infra: { path: string; module: string } };
    expect(existsSync(path.join(root, where.path, `${where.module}.bicep`))).toBe(true);
    expect(textOf('.gitignore').split('\n')).toContain('.azure/');
  });

  it('the Toolkit takes the step for Azure, as it is off in m365agents.yml', async () => {
    const file = parse(allOn(textOf('m365agents.yml'))) as {
      provision: { uses: string; with: { templates: { path: string; parameters: string }[] } }[];
    };
    const schema = JSON.parse(textOf('test/app-package/m365agents.schema.json'));
    expect(await AppManifestUtils.validateAgainstSchema(file as never, schema)).toEqual([]);
    const [template] = file.provision.find(({ uses }) => uses === 'arm/deploy')?.with.templates ?? [];
    for (const named of [template?.path ?? '', template?.parameters ?? '']) expect(existsSync(path.join(root, named))).toBe(true);
  });

  it('cloud-init mounts the disk of the record where the service keeps it, and the service needs it', () => {
    const text = infra('small.cloud-init.yaml');
    expect(text.startsWith('#cloud-config\n')).toBe(true);
    const { mounts, write_files: written } = parse(text) as { mounts: string[][]; write_files: { path: string; content: string }[] };
    expect(textOf('env/deploy/outage-desk.service')).toContain(`DATABASE_FILE=${mounts[0]?.[1]}/`);
    expect(written).toEqual([
      { path: expect.stringContaining('outage-desk.service.d/'), content: `[Unit]\nRequiresMountsFor=${mounts[0]?.[1]}\n` },
    ]);
  });
});

const BICEP = ['/usr/local/bin/bicep', '/usr/bin/bicep'].find(existsSync);
describe.skipIf(!BICEP)(`the compiler of Bicep${BICEP ? '' : ' (there is none here)'}`, { tags: 'full' }, () => {
  it.each(['main.bicep', 'small.bicep'])('takes %s', (file) => {
    execFileSync(BICEP ?? '', ['build', path.join(root, 'infra', file), '--stdout'], { stdio: ['ignore', 'pipe', 'pipe'] });
  });
});
