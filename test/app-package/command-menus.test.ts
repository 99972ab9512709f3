/** The manifest's menus are derived from src/commands/: what Teams offers is what the bot understands. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/commands.ts';
import { read } from '../support/read-command.ts';
import { commandLists, messageActions, starters } from './menus.ts';

const file = path.join(import.meta.dirname, '../../appPackage/manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
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
