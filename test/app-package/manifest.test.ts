/** The app package is what an administrator uploads: a mistake in it is found here, not by Teams. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AppManifestUtils, type TeamsManifestV1D29 as V1D29 } from '@microsoft/app-manifest';
import { describe, expect, test } from 'vitest';
import { type Picture, pixelsOf, readPng } from '../support/png.ts';

const folder = path.join(import.meta.dirname, '../../appPackage');
const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
const packageJson = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8')) as { version: string };

/** The placeholders that the Agents Toolkit fills in, and what stands in for them here. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a01',
  BOT_ID: '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a02',
};

const fill = (json: string) => json.replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => PLACEHOLDERS[name] ?? placeholder);
const filled = fill(text);
const manifest = JSON.parse(filled) as V1D29.TeamsManifestV1D29;
const [bot] = manifest.bots ?? [];

/** Microsoft's own schema, from the package: nothing is fetched. */
const schema = JSON.parse(
  readFileSync(
    createRequire(import.meta.url)
      .resolve('@microsoft/app-manifest')
      .replace(/index\.js$/, 'json-schemas/teams/v1.29/MicrosoftTeams.schema.json'),
    'utf8',
  ),
);

describe('the manifest', () => {
  test('is valid by the schema of Teams, once its placeholders are filled in', async () => {
    expect(await AppManifestUtils.validateAgainstSchema(manifest, schema)).toEqual([]);
  });

  test('is refused by that schema when something is wrong, so the schema is really asked', async () => {
    const wrong = { ...manifest, version: 1, colour: 'blue' } as unknown as V1D29.TeamsManifestV1D29;
    const errors = await AppManifestUtils.validateAgainstSchema(wrong, schema);
    expect(errors.join('\n')).toMatch(/\/version must be string[\s\S]*colour|colour[\s\S]*\/version must be string/);
  });

  test('has no placeholder but those that the Agents Toolkit fills in', () => {
    expect([...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort()).toEqual(['BOT_ID', 'TEAMS_APP_ID']);
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
  const reading = JSON.parse(fill(readFileSync(path.join(folder, 'optional/reading.json'), 'utf8')));

  test('makes a valid manifest with the rest, and names the bot itself', async () => {
    expect(await AppManifestUtils.validateAgainstSchema({ ...manifest, ...reading }, schema)).toEqual([]);
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

  test('are one for each scope of the bot, within the three that Teams takes', () => {
    expect(lists.map((list) => list.scopes)).toEqual(bot?.scopes.map((scope) => [scope]));
    expect(lists.length).toBeLessThanOrEqual(3);
  });

  test.each(lists.map((list) => [list.scopes.join(), list.commands] as const))(
    '%s: fit the limits of Teams and read well',
    (_scope, commands) => {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length, 'Teams shows 12 commands a menu; its older documents say 10, so stay with 10').toBeLessThanOrEqual(10);
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
    ).toEqual([...Object.values(manifest.icons), 'manifest.json', 'README.md'].sort());
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
