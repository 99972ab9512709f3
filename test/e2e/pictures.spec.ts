/** `npm run pictures` makes the pictures of the pages anew. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { test } from '@playwright/test';
import { personOf, readCast, withInBrowser } from '../playground/cast.ts';
import { writeDayDesk } from './day.ts';
import { following, reporting, settingUp, writeSetupDesk } from './picturing.ts';
import { play } from './play.ts';

const FOLDER = '.artifacts/e2e/pictures';
const keep = (folder: string, ...names: readonly string[]) => {
  mkdirSync('test/e2e/pictures', { recursive: true });
  for (const name of names) copyFileSync(`${folder}/${name}.png`, `test/e2e/pictures/${name}.png`);
};

test('what a customer fills in, what the desk gets, what followers see', async ({ page }) => {
  const chapters = [['A report as people write it', reporting] as const, ['What followers see', following] as const];
  await play(page, `${FOLDER}/report`, { writeDesk: writeDayDesk, chapters });
  keep(`${FOLDER}/report`, 'report', 'thread', 'follower');
});

test('what an administrator sees', async ({ page }) => {
  const cast = withInBrowser(readCast(), personOf(readCast(), 'ingrid'));
  await play(page, `${FOLDER}/setup`, { writeDesk: writeSetupDesk, chapters: [['The setup', settingUp]], cast });
  keep(`${FOLDER}/setup`, 'setup');
});
