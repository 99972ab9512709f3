/** What people read, as a diff that somebody has to approve. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { DRAWN_LANGUAGES } from '../support/cards/cards.ts';
import { GOLDEN_FOLDER, goldenFiles } from '../support/cards/golden.ts';

test('16.1: every card says what its golden file says; after a change that is meant, run `npm run golden` and read the diff', {
  tags: 'sampled',
}, () => {
  const files = goldenFiles(['en', ...DRAWN_LANGUAGES]);
  const there = existsSync(GOLDEN_FOLDER) ? readdirSync(GOLDEN_FOLDER, { recursive: true, encoding: 'utf8' }) : [];
  const leftOut = LANGUAGES.filter((one) => one !== 'en' && !DRAWN_LANGUAGES.includes(one));
  const known = there.filter((file) => file.endsWith('.txt') && !leftOut.some((one) => file.startsWith(`${one}/`)));
  expect(known.filter((file) => !files.has(file))).toEqual([]);
  const changed = [...files].filter(([file, text]) => {
    const place = path.join(GOLDEN_FOLDER, file);
    return !existsSync(place) || readFileSync(place, 'utf8') !== text;
  });
  expect(changed.map(([file]) => file)).toEqual([]);
  const others = [...files.keys()].filter((file) => /^[a-z]{2}\//.test(file));
  expect(files.size - others.length).toBeGreaterThan(300);
  expect(files.size - others.length).toBeLessThan(800);
  expect(new Set(others.map((file) => file.slice(0, 2)))).toEqual(new Set(DRAWN_LANGUAGES));
});
