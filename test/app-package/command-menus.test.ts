/** The manifest's menus are derived from src/commands/: what Teams offers is what the bot understands. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/commands.ts';
import { read } from '../support/read-command.ts';
import { commandLists, described, localizationInfo, localizations, messageActions, named, starters } from './menus.ts';

const folder = path.join(import.meta.dirname, '../../appPackage');
const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
  localizationInfo: { additionalLanguages: readonly { file: string }[] };
  bots: readonly { botId: string; commandLists: unknown }[];
  composeExtensions: unknown;
};

test('the command menus of the manifest are those that the commands say', () => {
  expect(manifest.bots[0]?.commandLists, 'appPackage/manifest.json differs from src/commands/: npm run manifest writes it').toEqual(
    commandLists,
  );
});

test('every command that has a menu is in the manifest under its own name', () => {
  const titles = new Set(commandLists.flatMap((list) => list.commands.map((command) => command.title)));
  for (const { name, menu } of COMMANDS) expect(titles.has(name), name).toBe(menu?.some((one) => one !== 'help') ?? false);
});

test('15.1 after a slash Teams offers the words without one, and in an empty chat two starters that are understood as they stand', () => {
  expect(commandLists[2]?.commands.map(({ title }) => title)).toEqual([
    'outage',
    'list',
    'mine',
    'status',
    'timeline',
    'catch up',
    'numbers',
    'on-call',
    'help',
  ]);
  const understood = starters.flatMap(({ title, prompt }) => [read(title)?.[0], read(prompt)?.[0]]);
  expect(understood).toEqual(['/outage', '/outage', '/outage list', '/outage list']);
});

test('the actions on messages are those that the bot answers, within what Teams takes', () => {
  expect(manifest.composeExtensions).toEqual([{ botId: manifest.bots[0]?.botId, commands: messageActions }]);
  for (const { title, description } of messageActions) {
    expect(title.length).toBeLessThanOrEqual(32);
    expect(description.length).toBeLessThanOrEqual(128);
  }
});

test('what the manifest says of the app is in the words, and it names a file for each other language', () => {
  expect(manifest).toMatchObject({ ...named, ...described, localizationInfo });
});

describe.each([...localizations])('what Teams shows from %s', (name, texts) => {
  test('is what the words say: npm run manifest writes it', () => {
    expect(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))).toEqual(texts);
  });

  test('has all descriptions, within what Teams takes, and no other title of a command than the English one', () => {
    const commands = commandLists.flatMap(({ commands: some }, list) =>
      some.map((_command, index) => `bots[0].commandLists[${list}].commands[${index}].description`),
    );
    expect(Object.keys(texts).filter((key) => key.startsWith('bots'))).toEqual(commands);
    for (const [key, text] of Object.entries(texts)) {
      if (key.endsWith('.title')) expect(text.length, key).toBeLessThanOrEqual(32);
      if (/\.description$/.test(key)) expect(text, key).toMatch(/^\S.{3,126}\S$/);
    }
    const english = JSON.stringify([commandLists, messageActions, described]);
    expect(
      Object.entries(texts).filter(([key, text]) => !/schema|name\.short/.test(key) && english.includes(JSON.stringify(text))),
    ).toEqual([]);
  });
});
