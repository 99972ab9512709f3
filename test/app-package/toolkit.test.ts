/** The files for the Microsoft 365 Agents Toolkit: by its own schema, and with nothing in them that is not here. */
// @module-tag full
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageSchema } from '../../src/tools/teams-app/app-package.ts';

const root = path.join(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const schema = JSON.parse(textOf('test/app-package/m365agents.schema.json'));
const problemsOf = (file: unknown) => AppManifestUtils.validateAgainstSchema(file as never, schema);
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

type Step = { readonly uses: string; readonly with: Record<string, unknown>; readonly writeToEnvironmentFile?: Record<string, string> };
/** What a person writes into env/.env.dev or env/.env.local, and what the Toolkit sets itself. */
const GIVEN = ['BOT_ENDPOINT', 'TEAMSFX_ENV', 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP_NAME'];

test.each(['m365agents.yml', 'm365agents.local.yml'])('15.10 %s is what the Toolkit takes, and names only what is here', async (file) => {
  const text = textOf(file);
  const { version, environmentFolderPath, projectId: _, ...stages } = parse(text) as Record<string, unknown>;
  expect(await problemsOf(parse(text))).toEqual([]);
  expect(version).toBe('v1.11');
  expect(existsSync(path.join(root, String(environmentFolderPath)))).toBe(true);
  const steps = Object.values(stages as Record<string, readonly Step[]>).flat();
  const written = steps.flatMap((step) => Object.values(step.writeToEnvironmentFile ?? {}));
  const used = [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  expect(used.filter((name) => ![...written, ...GIVEN].includes(name))).toEqual([]);
  // The package needs these; the developer's are a person's.
  expect(Object.keys(packageSchema.shape).filter((name) => !written.includes(name) && !name.startsWith('DEVELOPER_'))).toEqual([]);
  const commands = steps.flatMap(
    ({ uses, with: { args } }) => (uses === 'cli/runNpmCommand' ? /^run (\S+)/.exec(String(args))?.[1] : undefined) ?? [],
  );
  expect(commands).toEqual(['package']);
  expect(scripts).toHaveProperty('package');
  const packages = new Set(steps.flatMap((step) => step.with.appPackagePath ?? []));
  expect([...packages]).toEqual(['./appPackage/build/outage-desk.zip']);
});

test('15.10 the schema is really asked, and git sees none of the files that the Toolkit writes', async () => {
  const wrong = {
    version: 'v1.11',
    provision: [{ uses: 'teamsApp/create', with: {}, writeToEnvironmentFile: { teamsAppId: 'TEAMS_APP_ID' } }],
  };
  expect((await problemsOf(wrong)).join()).toContain("must have required property 'name'");
  const ignored = textOf('.gitignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['env/.env', 'env/.env.*', '!env/.env.example', 'appPackage/build/']));
});
