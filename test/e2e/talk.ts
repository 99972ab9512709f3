/** The customer and the desk talk: a sentence that is added, a question with its reply, and one that is replied to late. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import { numberIn } from './elsewhere.ts';
import { chooseScenario } from './past-the-offer.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, type Scene, said } from './scene.ts';

const MAYA = 'a:maya-lindt';
const OUT = 'OUT-1001';

/** The reporter is reminded after some seconds. */
export function writeTalkDesk(file: string): void {
  const desk = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as Record<string, Record<string, unknown>>;
  writeFileSync(file, stringify({ ...desk, promise: { replyReminderMinutes: 0.15 } }));
}

export const chapters: readonly Chapter[] = [
  ['A customer reports, and an engineer takes it', reporting],
  ['A sentence of the customer', adding],
  ['A question of the engineer', asking],
  ['One that is replied to late', waiting],
];

async function picture({ page }: Scene, name: string, words: string): Promise<void> {
  await page.waitForText(words);
  await page.screenshotCard(name, page.cardWith(words).card);
  await page.screenshotCard(`${name}-phone`, page.cardWith(words).card, phoneWidth);
}
const hears = (scene: Scene, place: string, words: string) => heads(inPlace(scene, place), words).length;

async function reporting(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  await page.openPersonal();
  await page.say('/outage Invoices cannot be posted');
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  await chooseScenario(page, 'A core process fails for everyone');
  await page.waitForText(stepLabel('details'));
  await page.fill('What is happening, and what error do you see?', 'It says 503.');
  await page.choose('How many are affected?', 'Everyone');
  await page.press('Continue');
  await page.waitForText('Help the engineer start faster');
  await page.press('Continue');
  await page.waitForText(stepLabel('contact'));
  await page.fill('Phone, with country code', '+45 32 12 34 56');
  await page.toggle('Reachable');
  await page.press('Continue');
  checks.that('the report has a number', numberIn(await page.press('Send report')) === OUT);
  await checks.becomes('the desk has a thread', () => deskThread(scene, OUT) !== '');
  await people.pressButton('priya', deskThread(scene, OUT), 'Acknowledge');
  await checks.becomes('Maya hears who has it', () => hears(scene, MAYA, `${OUT}: Acknowledged`) > 0);
}

async function adding(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.say('The printers stopped as well');
  await picture(scene, 't01-word', 'Shall the support desk read this?');
  checks.that('nothing is in the thread before she says so', hears(scene, deskThread(scene, OUT), 'The printers') === 0);
  await page.press(`Add to ${OUT}`);
  await picture(scene, 't02-added', 'We told the support desk in its thread.');
  await checks.becomes('the sentence is in the thread', () => hears(scene, deskThread(scene, OUT), 'The printers stopped as well') === 1);
}

async function asking(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, OUT);
  await people.sayInThread('tomas', thread, 'ask Does it fail for every company? [Yes, No]');
  await picture(scene, 't03-question', `${OUT}: the support desk has a question`);
  const places = said(scene).filter(({ conversationId }) => conversationId !== MAYA && conversationId !== thread);
  checks.that('nobody else reads it', heads(places, 'every company').length === 0);
  await page.openChannel(DESK);
  await picture(scene, 't04-desk-waits', 'Waits for a reply');
  await page.openPersonal();
  await page.cardWith('the support desk has a question').press('Yes');
  await page.waitForText('Your reply is with the support desk');
  await checks.becomes('the reply is in the thread', () => hears(scene, thread, 'reply from the reporter') === 1);
  await page.openChannel(DESK);
  await page.openPersonal();
}

async function waiting(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, OUT);
  await people.pressButton('priya', thread, 'Ask reporter');
  await people.pressButton('priya', thread, 'Send question', { text: 'Which version do you run?', choices: '' });
  await page.waitForText('Which version do you run?');
  await checks.becomes('the desk is told to call', () => hears(scene, thread, 'no reply from the reporter yet') === 1, 30);
  await picture(scene, 't05-reminder', 'please reply to the desk');
  await page.say('yes');
  await picture(scene, 't06-reply-by-words', 'asked: “Which version do you run?”');
  await page.fill('What you wrote', '10.0.39');
  await page.press('Send as reply');
  await checks.becomes('her words are the reply', () => hears(scene, thread, '10.0.39') === 1);
}
