/**
 * "Report an outage" on somebody's message, as the Playground's own menu of a message sends it. Then what its reporter says of it,
 * and a merge that was wrong.
 */
import { en } from '../../src/words/en/index.ts';
import { personOf } from '../playground/cast.ts';
import { readableText } from '../playground/recording.ts';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import { reportsElsewhere } from './elsewhere.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, newsOf, type Scene, said, textOf } from './scene.ts';

const WORDS = 'Posting fails for everybody since 9. "Update conflict" <b>in</b> LedgerJournal';

export const chapters: readonly Chapter[] = [
  ['A message is reported', choosing],
  ['and stands in the details of the report', reporting],
  ['Its reporter says how it goes', speaking],
  ['An engineer merges it, and takes it apart', parting],
  ['Merged again, it is something else, says its reporter', objecting],
];

const MAYA = 'a:maya-lindt';
const OWN = 'OUT-1001';
const TITLE = 'Invoices cannot be posted';
const OTHER = 'OUT-1002';
const OTHER_TITLE = 'Nobody in Aarhus can sign in';
const APART = en.progress.news.parted(OWN);

async function pictured({ page }: Scene, name: string, words: string | RegExp): Promise<void> {
  await page.waitForText(words);
  await page.screenshotCard(name, page.cardWith(words).card);
  await page.screenshotCard(`${name}-phone`, page.cardWith(words).card, phoneWidth);
}

const hears = (scene: Scene, place: string, words: string | RegExp) => heads(inPlace(scene, place), words).length;

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
  await page.page.getByText('Continue in your own chat').waitFor();
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
  const details = await page.lastCard().getByRole('textbox', { name: 'What is happening, and what error do you see?' }).inputValue();
  checks.that('who wrote it and what', /^Maya Lindt wrote at .*:\nPosting fails for everybody since 9\./.test(details), details);
  await page.screenshotCard('m01-details');
  await page.screenshotCard('m01-details-phone', undefined, phoneWidth);
  await page.fill('Title: what is wrong, in a few words', TITLE);
  await page.choose('How many are affected?', 'Everyone');
  await page.press('Continue');
  // What the scenario asks may be left empty.
  await page.press('Continue');
  await page.fill('Phone, with country code', '+45 32 12 34 56');
  await page.toggle('Reachable');
  await page.press('Continue');
  await page.press('Send report');
  await checks.becomes('the desk reads it', () => deskThread(scene, OWN) !== '');
  const desk = inPlace(scene, deskThread(scene, OWN)).map(readableText).join();
  checks.that('with the words of the message', desk.includes('Maya Lindt wrote at') && desk.includes('LedgerJournal'), desk);
  checks.that(
    'those who follow do not',
    !said(scene).some((one) => one.conversationId === cast.groupChat.id && heads([one], 'wrote at').length > 0),
  );
  await page.openChannel(DESK);
  await page.screenshotCard('m02-desk', page.cardWith(OWN).card);
}

async function speaking(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, OWN);
  await people.sayInThread('priya', thread, 'ack');
  await checks.becomes('somebody has it', () => hears(scene, MAYA, newsOf(`${OWN}: Acknowledged`)) === 1);
  await page.openPersonal();
  await page.say('still down: now the printers too');
  const told = 'We told the support desk in its thread.';
  await pictured(scene, 'm03-still-down', told);
  await checks.becomes('3.4: "still down" goes to the thread', () => hears(scene, thread, 'now the printers too') === 1);
  await page.say('it works');
  await pictured(scene, 'm04-it-works', `${OWN}: withdraw it?`);
  await checks.becomes('3.4: "it works" tells the desk', () => hears(scene, thread, 'It works again') === 1);
  const offered = await page.cardWith(`${OWN}: withdraw it?`).card.getByRole('button', { name: 'Withdraw' }).isVisible();
  checks.that('3.4: and offers to withdraw', offered);
  await page.press('Back');
  checks.that('3.4: neither is answered with "no outage of yours"', hears(scene, MAYA, 'I find no outage of yours') === 0);
  await page.openChannel(DESK);
  await pictured(scene, 'm05-reporter-wrote', `${OWN}: message from the reporter`);
}

/** Typed in its thread, asked, and pressed. */
async function merge(scene: Scene, times: number, look: (question: string) => Promise<void> = async () => undefined): Promise<void> {
  const { checks, people } = scene;
  const thread = deskThread(scene, OWN);
  const question = `Is ${OWN} the same as ${OTHER}?`;
  await people.sayInThread('priya', thread, `merge ${OTHER}`);
  await checks.becomes('3.3: a typed merge asks', () => hears(scene, thread, question) === 1);
  await look(question);
  await people.pressButton('priya', thread, 'Merge');
  await checks.becomes('and merges', () => hears(scene, MAYA, newsOf(`${OWN}: Merged into ${OTHER}`)) === times);
}

async function parting(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, OWN);
  const told = { scenario: 'Nobody can sign in', title: OTHER_TITLE, description: 'AADSTS90033 for everyone' };
  const other = await reportsElsewhere(scene, 'jonas', told);
  checks.that('a colleague reports another one', other === OTHER, other);
  await checks.becomes('which has a thread', () => deskThread(scene, OTHER) !== '');
  await merge(scene, 1, async (question) => {
    const text = heads(inPlace(scene, thread), question).map(readableText).join();
    checks.that('3.3: with both titles', text.includes(TITLE) && text.includes(OTHER_TITLE), text);
    checks.that('3.3: and merges nothing before', hears(scene, MAYA, `merged into ${OTHER}`) === 0);
    await pictured(scene, 'm10-merge-question', question);
  });
  await page.openPersonal();
  await pictured(scene, 'm11-merged', `${OWN}: Merged into ${OTHER}`);
  await pictured(scene, 'm12-merged-receipt', `${OWN}: Merged into ${OTHER}`);
  await people.sayInThread('priya', thread, 'unmerge');
  await checks.becomes('3.3: an engineer takes it apart, and its reporter hears it', () => hears(scene, MAYA, APART) === 1);
  await pictured(scene, 'm13-apart', APART);
  await page.openChannel(DESK);
  await pictured(scene, 'm14-desk-apart', APART);
}

async function objecting(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  const thread = deskThread(scene, OWN);
  await merge(scene, 2);
  await page.openPersonal();
  const news = page.cardWith(`${OWN}: Merged into ${OTHER}`);
  await news.press('Say it is different');
  await pictured(scene, 'm15-something-else', `${OWN}: is it different?`);
  const form = page.cardWith(`${OWN}: is it different?`);
  await form.fill('What is different about it? (optional)', 'Sign-in works here; only posting fails.');
  await form.press('Say it is different');
  await checks.becomes('3.3: we ping the duty manager', () =>
    inPlace(scene, thread).some(
      (one) => heads([one], 'Sign-in works here').length > 0 && one.mentions.includes(personOf(cast, 'ingrid').aadObjectId),
    ),
  );
  await page.waitForText('It is an outage again, and we told the duty manager.');
  await pictured(scene, 'm16-objected', `${OWN}: Reporter objected, not acknowledged yet`);
  const again = textOf(await news.press('Say it is different'));
  checks.that('3.3: it can be said once', !again.includes('What is different about it'), again);
  await page.openChannel(DESK);
  await pictured(scene, 'm17-desk-objected', /The reporter says that it is not the same as/);
}
