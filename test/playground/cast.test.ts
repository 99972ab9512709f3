import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everybody, findPerson, personOf, readCast, withInBrowser } from './cast.ts';

describe('the cast of the Playground', () => {
  test('is what the Playground accepts, and every id is there once', () => {
    const cast = readCast();
    const places = [cast.bot, cast.groupChat, cast.team, ...cast.team.channels];
    const ids = [...everybody(cast), ...places, cast.personalChat].map((known) => known.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(everybody(cast).map((person) => person.aadObjectId)).size).toBe(6);
  });

  test('knows people by first name, without accents and capitals', () => {
    const cast = readCast();
    expect(findPerson(cast, 'tomas')?.name).toBe('Tomás Herrera');
    expect(findPerson(cast, 'INGRID SORENSEN')?.id).toBe('29:ingrid-sorensen');
    expect(findPerson(cast, 'bob')).toBeUndefined();
  });

  test('lets another person sit at the browser, with a personal chat of her own', () => {
    const cast = readCast();
    const swapped = withInBrowser(cast, personOf(cast, 'priya'));
    expect(swapped.currentUser.name).toBe('Priya Nair');
    expect(swapped.personalChat.id).toBe('a:priya-nair');
    expect(swapped.users.map((user) => user.name)).toContain('Maya Lindt');
    expect(everybody(swapped)).toHaveLength(6);
  });

  test('names what is wrong with a configuration, because the Playground would not', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cast-')), 'broken.yml');
    writeFileSync(file, 'version: "0.1.1"\nusers: []\nextra: 1\n');
    expect(() => readCast(file)).toThrow(/exactly five users[\s\S]*extra|extra[\s\S]*exactly five users/);
  });
});
