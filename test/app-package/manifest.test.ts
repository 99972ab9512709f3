/** The app package is what an administrator uploads: a mistake in it is found here, not by Teams. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TeamsManifestV1D29 as V1D29 } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ConfigError } from '../../src/config.ts';
import { buildPackage, fillIn, type PackageValues, packageSchema } from '../../src/tools/teams-app/app-package.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { type Picture, pixelsOf, readPng } from '../support/png.ts';
import { localizations } from './menus.ts';

const folder = path.join(import.meta.dirname, '../../appPackage');
const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
const packageJson = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8')) as { version: string };

/** What stands in the place of the placeholders here. */
const VALUES: PackageValues = {
  TEAMS_APP_ID: '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a01',
  BOT_ID: '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a02',
  DEVELOPER_NAME: 'Contoso "IT"',
  DEVELOPER_WEBSITE_URL: 'https://help.contoso.com/outage-desk',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/terms',
};
const packed = (reading: boolean, from = folder) => buildPackage(from, VALUES, { reading });
const manifestIn = (zip: Uint8Array) =>
  JSON.parse(Buffer.from(unzipSync(zip)['manifest.json'] ?? []).toString()) as V1D29.TeamsManifestV1D29;

const filled = fillIn(text, VALUES);
const manifest = JSON.parse(filled) as V1D29.TeamsManifestV1D29;
const [bot] = manifest.bots ?? [];

describe('the manifest', () => {
  test('15.9 is packed with its values and its icons when the schema of Teams takes it', async () => {
    const { zip, files } = await packed(false);
    expect(files).toEqual(['manifest.json', ...localizations.keys(), 'color.png', 'outline.png', 'color32x32.png']);
    expect(Object.keys(unzipSync(zip))).toEqual(files);
    expect(manifestIn(zip)).toEqual(manifest);
    expect(manifest.developer.name).toBe('Contoso "IT"');
  });

  test('15.9 is refused when something is wrong, in a sentence for each', { tags: 'full' }, async () => {
    const wrong = testFolder();
    cpSync(folder, wrong, { recursive: true });
    cpSync(path.join(folder, 'outline.png'), path.join(wrong, 'color.png'));
    const changed = { ...JSON.parse(text), colour: 'blue', validDomains: ['*.contoso.com', 'www.example.com'], accentColor: '${{COLOUR}}' };
    writeFileSync(path.join(wrong, 'manifest.json'), JSON.stringify(changed));
    const problems = await packed(false, wrong).catch((error: ConfigError) => error.problems);
    expect(problems).toEqual([
      expect.stringMatching(/^manifest\.json: must NOT have additional properties\. .*colour.*\.$/),
      expect.stringMatching(/^manifest\.json: \/accentColor must match pattern .*\.$/),
      'manifest.json: nothing fills in ${{COLOUR}}.',
      'color.png: save it as a PNG of 192 x 192 pixels.',
      'manifest.json: *.contoso.com in validDomains is no name of a host of your own. Take it out: the bot needs none.',
      'manifest.json: www.example.com in validDomains is no name of a host of your own. Take it out: the bot needs none.',
    ]);
  });

  test('15.9 is refused when a file of another language is wrong, or longer than Teams takes', { tags: 'full' }, async () => {
    const wrong = testFolder();
    cpSync(folder, wrong, { recursive: true });
    const texts = JSON.parse(readFileSync(path.join(folder, 'de.json'), 'utf8'));
    const { 'description.full': _, ...left } = { ...texts, 'description.short': 'x'.repeat(81), 'bots[0].commands': 'x' };
    writeFileSync(path.join(wrong, 'de.json'), JSON.stringify(left));
    const problems = await packed(false, wrong).catch((error: ConfigError) => error.problems);
    expect(problems).toEqual([
      expect.stringMatching(/^de\.json: .*description\.full.*\.$/),
      expect.stringMatching(/^de\.json: must NOT have additional properties.*\.$/),
      expect.stringMatching(/^de\.json: .*must NOT have more than 80 characters.*\.$/),
    ]);
  });

  test('has a placeholder for each value of the package, and no other', () => {
    const names = new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]));
    expect([...names].sort()).toEqual(Object.keys(packageSchema.shape).sort());
    expect(filled, 'a placeholder is written ${{NAME}}').not.toContain('{{');
  });

  test('names the schema that it is checked against', () => {
    expect(manifest.$schema).toBe('https://developer.microsoft.com/en-us/json-schemas/teams/v1.29/MicrosoftTeams.schema.json');
  });

  test('has the version of package.json: Teams takes an update only when the version grows', () => {
    expect(manifest.version, 'set "version" in appPackage/manifest.json to that of package.json').toBe(packageJson.version);
  });

  test('says tier1 at its root: Teams refuses a bot in teams without it, and the schema does not know that', () => {
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  test('offers one bot in personal chats, teams and group chats', () => {
    expect(manifest.bots).toHaveLength(1);
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat']);
  });

  test('asks for no permission that the bot does not use', () => {
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(manifest).not.toHaveProperty('permissions');
    expect(manifest.validDomains).toEqual([]);
  });
});

describe('the permission to read, which an administrator may add', () => {
  const reading = JSON.parse(fillIn(readFileSync(path.join(folder, 'optional/reading.json'), 'utf8'), VALUES));

  test('15.9 is packed with the rest when it is asked for, and names the bot itself', { tags: 'full' }, async () => {
    expect(manifestIn((await packed(true)).zip)).toEqual({ ...manifest, ...reading });
    expect(reading.webApplicationInfo.id).toBe(bot?.botId);
  });

  test('is for messages where the app is installed, and for nothing else', () => {
    expect(reading.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      { name: 'ChatMessage.Read.Chat', type: 'Application' },
    ]);
    expect(Object.keys(reading).filter((key) => key in manifest)).toEqual([]);
  });
});

describe('the command menus', () => {
  const lists = bot?.commandLists ?? [];

  test('15.1 are three, as many as Teams takes: for the own chat, for mentions, and for a slash, which the own chat does not have', () => {
    expect(lists.map(({ scopes, triggers }) => [scopes, triggers])).toEqual([
      [['personal'], ['mention']],
      [['team', 'groupChat'], ['mention']],
      [['team', 'groupChat'], ['slash']],
    ]);
    expect(bot?.supportsTargetedMessages, 'without it Teams shows no slash commands').toBe(true);
  });

  test.each(lists.map((list) => [`${list.scopes} by ${list.triggers}`, list.commands] as const))(
    '%s: fit the limits of Teams and read well',
    (_scope, commands) => {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length, 'Teams takes 12 commands a list').toBeLessThanOrEqual(12);
      expect(new Set(commands.map((command) => command.title)).size, 'each title once').toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title.length, `"${title}": a title has at most 32 characters (128 in new clients only)`).toBeLessThanOrEqual(32);
        expect(title).toBe(title.trim());
        expect(description, `"${title}" says what it does`).toMatch(/^\S.{4,126}\S$/);
      }
    },
  );
});

describe('the icons', () => {
  const picture = (name: string): Picture => readPng(readFileSync(path.join(folder, name)));

  test('are the PNGs that the manifest names, and nothing else lies there but the page that says how to pack them', () => {
    expect(
      readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => (entry.isFile() ? entry.name : []))
        .sort(),
    ).toEqual([...Object.values(manifest.icons), ...localizations.keys(), 'manifest.json', 'README.md'].sort());
  });

  test.each([
    ['color.png', 192],
    ['outline.png', 32],
    ['color32x32.png', 32],
  ])('%s is %i pixels square and small', (name, size) => {
    const { width, height } = picture(name);
    expect([width, height]).toEqual([size, size]);
    expect(readFileSync(path.join(folder, name)).length).toBeLessThan(30_000);
  });

  test('color.png fills its square: Teams rounds the corners itself', () => {
    expect(pixelsOf(picture('color.png')).every(({ alpha }) => alpha === 255)).toBe(true);
  });

  test('outline.png is white on transparent', () => {
    const outline = pixelsOf(picture('outline.png'));
    expect(outline.every(({ red, green, blue, alpha }) => alpha === 0 || (red === 255 && green === 255 && blue === 255))).toBe(true);
    expect(outline.some(({ alpha }) => alpha === 255)).toBe(true);
    expect(outline.some(({ alpha }) => alpha === 0)).toBe(true);
  });

  test('color32x32.png is transparent in its corners', () => {
    const { at } = picture('color32x32.png');
    expect([at(0, 0), at(31, 0), at(0, 31), at(31, 31)].map(({ alpha }) => alpha)).toEqual([0, 0, 0, 0]);
    expect(at(16, 30).alpha).toBe(255);
  });
});
