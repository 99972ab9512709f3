/** "Report an outage" on somebody's message, as the Playground's own menu of a message sends it. */
import { readableText } from '../playground/recording.ts';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, type Scene, said } from './scene.ts';

const WORDS = 'Posting fails for everybody since 9. "Update conflict" <b>in</b> LedgerJournal';

export const chapters: readonly Chapter[] = [
  ['A message is reported', choosing],
  ['and stands in the details of the report', reporting],
];

async function choosing(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  await page.openGroupChat(cast.groupChat.name);
  await page.say(WORDS);
  await page.page.getByText('Posting fails').last().hover();
  await page.page.getByRole('button', { name: 'Show more information' }).last().click();
  await page.page.getByRole('menuitem', { name: 'Action Command' }).click();
  // The Playground reads no manifest: where Teams has the command in its menu, it asks for the command's id.
  await page.page.getByPlaceholder('Input command id').fill('report-outage');
  await page.page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.page.getByText('Your report has begun in your own chat').waitFor();
  await page.screenshot('m00-dialog');
  await page.page.getByRole('button', { name: 'Close', exact: true }).click();
  checks.that(
    'nobody else heard of it',
    inPlace(scene, cast.groupChat.id).length === 0,
    inPlace(scene, cast.groupChat.id).map(readableText),
  );
}

async function reporting(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  await page.openPersonal();
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  await page.press('A core process fails for everyone');
  await page.waitForText(stepLabel('details'));
  const details = await page.lastCard().getByRole('textbox', { name: 'What happens, and what error do you see?' }).inputValue();
  checks.that('who wrote it and what', /^Maya Lindt wrote at .*:\nPosting fails for everybody since 9\./.test(details), details);
  await page.screenshotCard('m01-details');
  await page.screenshotCard('m01-details-phone', undefined, phoneWidth);
  await page.fill('Title: what is wrong, in a few words', 'Invoices cannot be posted');
  await page.choose('How many are affected?', 'Everyone');
  await page.press('Next');
  // What the scenario asks may be left empty.
  await page.press('Next');
  await page.fill('Phone, with country code', '+45 32 12 34 56');
  await page.toggle('Reachable');
  await page.press('Next');
  await page.press('Done');
  await checks.becomes('the desk reads it', () => deskThread(scene, 'OUT-1001') !== '');
  const desk = inPlace(scene, deskThread(scene, 'OUT-1001')).map(readableText).join();
  checks.that('with the words of the message', desk.includes('Maya Lindt wrote at') && desk.includes('LedgerJournal'), desk);
  checks.that(
    'those who follow do not',
    !said(scene).some((one) => one.conversationId === cast.groupChat.id && heads([one], 'wrote at').length > 0),
  );
  await page.openChannel(DESK);
  await page.screenshotCard('m02-desk', page.cardWith('OUT-1001').card);
}
