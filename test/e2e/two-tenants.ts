/** The customer and the desk in two Teams, each in a window of its own: nothing that is one's is in the other's. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readableText, readMessages } from '../playground/recording.ts';
import { deskFileOfTwo } from '../playground/two-tenants.ts';
import { phoneWidth } from './browser.ts';
import { chooseScenario } from './past-the-offer.ts';
import type { Chapter } from './play.ts';
import { DESK, type Scene } from './scene.ts';

const TITLE = 'Nobody at Contoso can sign in';
const UPDATE = 'The directory is slow. We talk to its owners.';
/** Only the desk reads it. */
const NOTE = 'Third time this month';

export const writeDeskOfTwo = (file: string): void => writeFileSync(file, deskFileOfTwo());

export const chapters: readonly Chapter[] = [
  ['Maya reports in her own Teams', reporting],
  ['Priya acknowledges in the desk’s', acknowledging],
  ['An update, and a note that only the desk reads', updating],
  ['Nothing of one is in the other’s', searching],
];

function customersPage({ customer }: Scene) {
  if (!customer) throw new Error('this story needs two Playgrounds');
  return customer;
}

async function reporting(scene: Scene): Promise<void> {
  const page = customersPage(scene);
  await page.openPersonal();
  await page.say('/outage');
  await page.waitForText('Is this a production outage?');
  await page.press('Yes, all three are true');
  await chooseScenario(page, 'Nobody can sign in');
  await page.fill('Title: what is wrong, in a few words', TITLE);
  await page.fill('What is happening, and what error do you see?', 'AADSTS90033 for everyone');
  await page.choose('How many are affected?', 'Everyone');
  await page.press('Continue');
  await page.press('Continue');
  await page.fill('Phone, with country code', '+45 32 12 34 56');
  await page.toggle('Around the clock');
  await page.press('Continue');
  await page.press('Send report');
  await page.waitForText('your report has arrived');
  await page.screenshot('t00-customer-reported');
}

async function acknowledging(scene: Scene): Promise<void> {
  const { page } = scene;
  await page.openChannel(DESK);
  await page.threadWith(TITLE).root.press('Acknowledge');
  await page.screenshot('t01-desk-acknowledged');
  await page.screenshotCard('t01-desk-acknowledged-phone', page.threadWith(TITLE).root.card, phoneWidth);
  const customer = customersPage(scene);
  await customer.waitForText('Priya (support engineer)');
  await customer.screenshot('t02-customer-acknowledged');
  await customer.screenshotCard('t02-customer-acknowledged-phone', undefined, phoneWidth);
}

async function updating(scene: Scene): Promise<void> {
  const thread = scene.page.threadWith(TITLE);
  await thread.reply(`update ${UPDATE}`, { mention: true });
  await thread.reply(`note ${NOTE}`, { mention: true });
  const customer = customersPage(scene);
  await customer.waitForText(UPDATE);
  await customer.openChannel('General');
  await customer.waitForText(UPDATE);
  await customer.screenshot('t03-customer-channel');
  await scene.page.screenshot('t04-desk');
}

async function searching({ stage, checks }: Scene): Promise<void> {
  const textIn = (file: string) => readMessages(file).map(readableText).join('\n');
  const desk = textIn(stage.playground.recordingFile);
  const customer = textIn(stage.customer?.recordingFile ?? join('.', 'none'));
  checks.that('the customer reads the first name of the engineer alone', !customer.includes('Priya Nair'), customer);
  checks.that('the customer reads nothing that only the desk may', !customer.includes(NOTE), customer);
  checks.that('the customer has the thread in their channel and the card in their chat', customer.split(TITLE).length > 2, customer);
  checks.that('the desk has the thread with the contact', desk.includes('+45 32 12 34 56') && desk.includes('Priya Nair'), desk);
  checks.that('what Maya reads in her chat is not in the desk’s Teams', !desk.includes('your report has arrived'), desk);
}
