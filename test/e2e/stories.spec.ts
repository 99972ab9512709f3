/** The stories, each on a stage of its own. One alone: `npm run e2e -- -g night`. Its pictures are in .artifacts/e2e. */
import { test } from '@playwright/test';
import { personOf, readCast, withInBrowser } from '../playground/cast.ts';
import { customersCast, desksCast } from '../playground/two-tenants.ts';
import { chapters as afterwards, signing, writeSigningDesk } from './afterwards.ts';
import { chapters as day, writeDayDesk } from './day.ts';
import { chapters as drill, writeUsualDesk } from './drill.ts';
import { chapters as message } from './from-message.ts';
import { chaptersIn, GERMAN, JAPANESE, writeDeskIn } from './in-a-language.ts';
import { chapters as night, writeNightDesk } from './night.ts';
import { AT_THE_END, play } from './play.ts';
import { kinds, chapters as reports, writeReportsDesk } from './reports.ts';
import { chapters as talk, writeTalkDesk } from './talk.ts';
import { chapters as tour } from './tour.ts';
import { chapters as twoTenants, writeDeskOfTwo } from './two-tenants.ts';

const FOLDER = '.artifacts/e2e';

// The longest come first, so that no worker is left with one at the end.
test('each kind of outage', async ({ page }) => {
  await play(page, `${FOLDER}/kinds`, { writeDesk: writeReportsDesk, chapters: [...kinds, ...AT_THE_END] });
});

test('a day: a report, its updates and its end, and one that nobody takes', async ({ page }) => {
  await play(page, `${FOLDER}/day`, { writeDesk: writeDayDesk, chapters: [...day, ...AT_THE_END] });
});

test('a night: promises of seconds, from hand to hand', async ({ page }) => {
  await play(page, `${FOLDER}/night`, { writeDesk: writeNightDesk, chapters: [...night, ...AT_THE_END] });
});

test('reports: the ways to begin one and to send it', async ({ page }) => {
  await play(page, `${FOLDER}/reports`, { writeDesk: writeReportsDesk, chapters: [...reports, ...AT_THE_END], line: true });
});

test('a drill, with an engineer in the browser', async ({ page }) => {
  const cast = withInBrowser(readCast(), personOf(readCast(), 'priya'));
  await play(page, `${FOLDER}/drill`, { writeDesk: writeUsualDesk, chapters: [...drill, ...AT_THE_END], cast });
});

test('a talk: what the customer adds, and what the desk asks', async ({ page }) => {
  await play(page, `${FOLDER}/talk`, { writeDesk: writeTalkDesk, chapters: [...talk, ...AT_THE_END] });
});

test('afterwards: publish, review, numbers and the certificate', async ({ page }) => {
  const cast = withInBrowser(readCast(), personOf(readCast(), 'priya'));
  await play(page, `${FOLDER}/afterwards`, { writeDesk: writeSigningDesk, chapters: [...afterwards, ...AT_THE_END], cast, env: signing });
});

test('a message that is reported, and merged by mistake', async ({ page }) => {
  await play(page, `${FOLDER}/message`, { writeDesk: writeUsualDesk, chapters: [...message, ...AT_THE_END] });
});

test('two tenants: the customer and the desk each in their own Teams', async ({ page }) => {
  const [cast, customer] = [desksCast(readCast()), customersCast(readCast())];
  await play(page, `${FOLDER}/two-tenants`, { writeDesk: writeDeskOfTwo, chapters: [...twoTenants, ...AT_THE_END], cast, customer });
});

for (const told of [GERMAN, JAPANESE]) {
  test(`the main story in ${told.language}`, async ({ page }) => {
    await play(page, `${FOLDER}/${told.language}`, {
      writeDesk: writeDeskIn(told.language),
      chapters: [...chaptersIn(told), ...AT_THE_END],
    });
  });
}

test('a tour of the playground', async ({ page }) => {
  await play(page, `${FOLDER}/tour`, { writeDesk: writeDayDesk, chapters: [...tour, ...AT_THE_END] });
});
