/** The whole story on the real client: the customer in the browser, the others over the Playground's routes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { channelId } from '../playground/cast.ts';
import { readableText } from '../playground/recording.ts';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import { chooseScenario } from './past-the-offer.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, newsOf, type Scene, said, textOf, threadsOf } from './scene.ts';

/** The playground's desk with a promise of a minute, or the story would take ten. */
export function writeDayDesk(file: string): void {
  const text = readFileSync('env/playground.desk.yaml', 'utf8');
  const short = text
    .replace('acknowledgeWithinMinutes: 3', 'acknowledgeWithinMinutes: 1')
    .replace('afterMinutes: 1.5', 'afterMinutes: 0.4')
    .replace('afterMinutes: 2.5', 'afterMinutes: 0.7');
  writeFileSync(file, short);
}

export const chapters: readonly Chapter[] = [
  ['A customer reports', reporting],
  ['and submits', submitting],
  ['Engineers acknowledge', acknowledging],
  ['Updates, and the end', updating],
  ['A report in a group chat', reportingInCompany],
  ['A report in a channel, cancelled', cancellingInAChannel],
  ['Nobody takes it', climbing],
  ['The button that matters', reaching],
];

const TITLE = 'Invoices cannot be posted in any company';
const HOSTILE =
  'Error "Update conflict" in LedgerJournal. [click](http://evil.example) **bold** ${1+1} {{DATE(2020-01-01T00:00:00Z)}} <at>Everyone</at>';
const PHONE = '+45 32 12 34 56';
const IMPACT = 'What does it stop the business from doing? (optional)';
const CORRECTED = '60 trucks wait for delivery notes';

async function reporting(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.openPersonal();
  await page.say('hello');
  await page.waitForText('Hello. If production is down');
  await page.say('help');
  await page.waitForText('Report it here');
  await page.screenshotCard('00-help');
  await page.screenshotCard('00-help-phone', undefined, phoneWidth);
  await page.say('we cannot post invoices any more');
  await page.waitForText('Is this a production outage?');
  checks.that(
    'words that are no command begin a report with them as its title',
    await page.lastCard().getByText('we cannot post').isVisible(),
  );
  await page.screenshotCard('00-own-words-phone', undefined, phoneWidth);
  await page.press('Cancel');
  await page.waitForText('Cancelled. Nothing was sent.');
  await page.say('  /OUTAGE ');
  await page.waitForText(stepLabel('confirmation'));
  await page.screenshotCard('01-confirmation');
  await page.screenshotCard('01-confirmation-phone', undefined, phoneWidth);
  const blue = await page.blueButtons();
  checks.that('3.2: the blue button of the first card is the outage', blue.join() === 'Yes, all three are true', blue);
  await page.press('No, not all three');
  await page.waitForText('Tick what is true now');
  await page.screenshotCard('01-confirmation-ticks-phone', undefined, phoneWidth);
  await page.toggle('Live production');
  await page.toggle('More than one user');
  await page.press('Continue');
  await page.waitForText('This is not a production outage');
  checks.that(
    'two of three conditions are no outage, and the card says which one is missing',
    await page.page.getByText('Not ticked: The business cannot do its daily work.').isVisible(),
  );
  await page.screenshotCard('02-no-outage');
  await page.press('Back');
  await page.waitForText(stepLabel('confirmation'));
  checks.that('going back keeps what was ticked', await page.lastCard().getByRole('checkbox', { name: 'Live production' }).isChecked());
  await page.toggle('Daily business stopped');
  await page.press('Continue');
  await page.waitForText(stepLabel('scenario'));
  await page.screenshotCard('03-scenario');
  await page.lastCard().getByRole('button', { name: 'Help me choose' }).click();
  await page.screenshotCard('03-scenario-hints', undefined, phoneWidth);
  await chooseScenario(page, 'A core process fails for everyone');
  await page.waitForText(stepLabel('details'));
  await page.screenshotCard('04-details-phone', undefined, phoneWidth);
  await page.press('Continue');
  await page.waitForText('This is needed.');
  await page.screenshotCard('04-details-errors');
  await page.fill('Title: what is wrong, in a few words', TITLE);
  await page.fill('What is happening, and what error do you see?', HOSTILE);
  await page.choose('When did it begin?', '15 minutes ago');
  await page.choose('How many are affected?', 'Everyone');
  await page.fill(IMPACT, '40 trucks wait for delivery notes');
  await page.screenshotCard('05-details');
  await page.press('Continue');
  await page.waitForText('Help the engineer start faster');
  await page.press('Back');
  await page.waitForText('What is happening, and what error do you see?');
  checks.that('what was entered is still there after Back', await page.page.getByText('40 trucks wait').first().isVisible());
  await page.press('Continue');
  await page.waitForText('Help the engineer start faster');
  await page.fill('In which legal entities?', 'All of them');
  await page.toggle('A deadline depends on it');
  await page.screenshotCard('05-questions-phone', undefined, phoneWidth);
  await page.press('Continue');
  await page.waitForText('When is the deadline?');
  checks.that(
    'a question that a toggle shows comes on the same card, which keeps what was typed on it',
    (await page.lastCard().getByRole('textbox', { name: 'In which legal entities?' }).inputValue()) === 'All of them',
  );
  await page.screenshotCard('05-questions-under-toggle');
  await page.press('Continue');
  await page.waitForText(stepLabel('contact'));
  checks.that(
    'name and e-mail come from the profile',
    (await page.lastCard().getByRole('textbox', { name: 'E-mail' }).inputValue()) === 'maya.lindt@example.com',
  );
  await page.fill('Phone, with country code', '32 12');
  await page.press('Continue');
  await page.waitForText('This is not a phone number.');
  await page.screenshotCard('06-contact-error');
  await page.fill('Phone, with country code', PHONE);
  await page.toggle('Reachable');
  await page.screenshotCard('06-contact-phone', undefined, phoneWidth);
  await page.press('Continue');
  await page.waitForText('Check and send');
  await page.screenshotCard('07-review');
  await page.screenshotCard('07-review-phone', undefined, phoneWidth);
}

async function submitting(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  const answer = await page.press('Send report');
  checks.that(
    'the receipt says the number, the time and the phone',
    /OUT-1001.*acknowledges it by.*\+45 70/s.test(textOf(answer)),
    textOf(answer),
  );
  await page.waitForText('OUT-1001: your report has arrived');
  await page.screenshotCard('08-receipt', page.cardWith('your report has arrived').card);
  await page.screenshotCard('08-receipt-phone', page.cardWith('your report has arrived').card, phoneWidth);
  await checks.becomes('the desk has a thread', () => deskThread(scene, 'OUT-1001') !== '');
  await checks.becomes('General has a thread and the group chat a card', () => heads(said(scene), 'OUT-1001').length >= 4);
  const root = inPlace(scene, deskThread(scene, 'OUT-1001'))[0];
  checks.that('on-call is mentioned by id', root?.mentions.includes('a1b2c3d4-0000-4000-8000-000000000002') === true, root?.mentions);
  checks.that('the desk reads the phone number', root !== undefined && readableText(root).includes('+45 32 12 34 56'));
  const others = said(scene).filter(
    ({ conversationId }) => !conversationId.startsWith(channelId(cast, DESK)) && conversationId !== 'a:maya-lindt',
  );
  checks.that('nobody else does', others.length > 0 && others.every((message) => !/32 12 34 56|maya\.lindt@/.test(readableText(message))));
  await page.openChannel(DESK);
  await page.waitForText('OUT-1001: new outage');
  await page.screenshotCard('09-desk-new', page.cardWith('OUT-1001').card);
  await page.screenshotCard('09-desk-new-phone', page.cardWith('OUT-1001').card, phoneWidth);
  await page.cardWith('OUT-1001').card.getByText('Details').click();
  await page.screenshotCard('09-desk-new-details', page.cardWith('OUT-1001').card);
  checks.that(
    'what a customer typed is shown as typed',
    await page.page.getByText('[click](http://evil.example) **bold** ').first().isVisible(),
  );
  checks.that('and nothing in it is a link', (await page.page.getByRole('link', { name: 'click' }).count()) === 0);
}

async function acknowledging(scene: Scene): Promise<void> {
  const { page, checks, people, cast } = scene;
  const thread = deskThread(scene, 'OUT-1001');
  await page.openPersonal();
  await page.cardWith('your report has arrived').press('Correct report');
  await page.waitForText('OUT-1001: correct the report');
  const correction = page.cardWith('OUT-1001: correct the report');
  await correction.fill(IMPACT, CORRECTED);
  checks.that(
    'a colleague of the customer cannot acknowledge',
    /Only engineers/.test(textOf(await people.pressButton('jonas', thread, 'Acknowledge'))),
  );
  const [first, second] = await Promise.all([
    people.pressButton('priya', thread, 'Acknowledge'),
    people.pressButton('tomas', thread, 'Acknowledge'),
  ]);
  const lost = [first, second].filter((answer) => /already acknowledged OUT-1001/.test(textOf(answer)));
  checks.that('of two engineers at once one wins and the other is told who', lost.length === 1);
  const tookIt = newsOf('OUT-1001: Acknowledged');
  for (const [name, place] of [
    ['the thread', thread],
    ['the customer', 'a:maya-lindt'],
    ['the group chat', cast.groupChat.id],
  ] as const) {
    await checks.becomes(`${name} hears it, once`, () => heads(inPlace(scene, place), tookIt).length === 1);
  }
  await page.waitForText('OUT-1001: Acknowledged');
  await checks.becomes('the receipt says who has it', () => heads(inPlace(scene, 'a:maya-lindt'), ': Acknowledged by ').length === 1);
  await page.waitForText(': Acknowledged by ');
  const typed = await correction.card.getByRole('textbox', { name: IMPACT }).inputValue();
  checks.that('3.1: what the customer types stays there when an engineer acknowledges', typed === CORRECTED, typed);
  await page.screenshotCard('09-correction-phone', correction.card, phoneWidth);
  await correction.press('Save correction');
  await page.waitForText('Your correction is saved');
  await page.screenshotCard('09-corrected-phone', page.cardWith('Your correction is saved').card, phoneWidth);
  await checks.becomes('3.1: and the desk hears it', () => heads(inPlace(scene, thread), `Now: ${CORRECTED}`).length === 1);
  await page.openChannel(DESK);
  await page.waitForText('Acknowledged by');
  await page.screenshotCard('10-desk-acknowledged', page.cardWith('Acknowledged by').card);
  await page.screenshotCard('10-desk-acknowledged-phone', page.cardWith('Acknowledged by').card, phoneWidth);
  await page.screenshot('10-desk-page');
  await page.openPersonal();
  await page.waitForText('OUT-1001: Acknowledged');
  await page.screenshot('11-customer-page');
  await page.say('/outage');
  await page.waitForText(stepLabel('confirmation'));
  checks.that('a report that was sent is not offered again', (await page.page.getByText('Your report is not sent yet').count()) === 0);
}

async function updating(scene: Scene): Promise<void> {
  const { page, checks, people, cast } = scene;
  const thread = deskThread(scene, 'OUT-1001');
  await people.sayInThread('priya', thread, 'update We see a lock on the batch table.\nClearing it now.');
  await checks.becomes('an update by words goes to the customer', () => heads(inPlace(scene, 'a:maya-lindt'), 'We see a lock').length > 0);
  await checks.becomes('and to those who follow', () => heads(inPlace(scene, cast.groupChat.id), 'We see a lock').length >= 1);
  await people.pressButton('priya', thread, 'Post update');
  await people.pressButton('priya', thread, 'Send update', {
    text: 'The lock is gone. We watch the queue.',
    phase: 'monitoring',
    next: '15',
  });
  await checks.becomes(
    'an update by the card goes to the customer with the phase',
    () => heads(inPlace(scene, 'a:maya-lindt'), 'OUT-1001: Monitoring').length === 1,
  );
  await page.openGroupChat(cast.groupChat.name);
  await page.waitForText('The lock is gone');
  await page.screenshot('12-group-page');
  await people.sayInThread('priya', thread, 'resolve Posting has worked since 10:40. No data was lost.');
  await checks.becomes(
    'the end reaches the customer',
    () => heads(inPlace(scene, 'a:maya-lindt'), newsOf('OUT-1001: Resolved')).length === 1,
  );
  await checks.becomes('and the card at the desk', () => heads(inPlace(scene, thread).slice(0, 1), 'OUT-1001: Resolved').length === 1);
  await page.openChannel(DESK);
  const desk = page.threadWith('OUT-1001').root.card;
  await desk.getByText('OUT-1001: Resolved').waitFor();
  const left = await desk.getByRole('button').allInnerTexts();
  checks.that('of its buttons only the review and More are left', left.join() === 'Write review,More,▸ Details', left);
  await page.screenshotCard('13-desk-resolved', desk);
  await page.openChannel('General');
  await page.waitForText('OUT-1001: Resolved');
  await page.screenshot('14-general-page');
}

/** In company: only who began may go on, and what is entered is theirs alone. */
async function reportingInCompany(scene: Scene): Promise<void> {
  const { page, checks, people, cast } = scene;
  await page.openPersonal();
  await page.cardWith(stepLabel('confirmation')).press('Cancel');
  await page.waitForText('Cancelled. Nothing was sent.');
  await page.openGroupChat(cast.groupChat.name);
  await page.say('outage', { mention: true });
  await page.waitForText('Maya Lindt is reporting a production outage');
  await page.screenshotCard('20-company', page.cardWith('is reporting').card);
  checks.that(
    'a colleague who presses is told kindly',
    /someone else began it/.test(textOf(await people.pressButton('jonas', cast.groupChat.id, 'Continue my report'))),
  );
  await page.press('Continue my report');
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  await chooseScenario(page, 'Nobody can sign in');
  await page.fill('Title: what is wrong, in a few words', 'Secret title of the group');
  await page.fill('What is happening, and what error do you see?', 'AADSTS90033 for everyone');
  await page.choose('How many are affected?', 'Everyone');
  await page.press('Continue');
  await page.choose('Do other Microsoft apps work?', 'Yes');
  await page.press('Continue');
  await page.waitForText(stepLabel('contact'));
  checks.that(
    'the phone number of the report before is there already',
    (await page.lastCard().getByRole('textbox', { name: 'Phone, with country code' }).inputValue()) === PHONE,
  );
  await page.fill('Who else can be called? (optional if you tick the box above)', 'Jonas Weber, +45 32 12 34 57');
  await page.press('Continue');
  await page.waitForText('Check and send');
  await page.press('Send report');
  await page.waitForText('OUT-1002, reported by Maya Lindt');
  await checks.becomes(
    'everybody sees the number in the end',
    () => heads(inPlace(scene, cast.groupChat.id), 'OUT-1002, reported by').length === 1,
  );
  await page.screenshotCard('21-company-number', page.cardWith('OUT-1002').card);
}

/** In a channel the bot answers in the thread; a report that is cancelled leaves no riddle behind. */
async function cancellingInAChannel(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  await page.openChannel('General');
  await page.post('/outage', { mention: true });
  const thread = page.threadWith('is reporting a production outage');
  await thread.waitForText('Maya Lindt is reporting a production outage');
  await thread.last.press('Continue my report');
  const entering = page.threadWith(stepLabel('confirmation'));
  await entering.waitForText(stepLabel('confirmation'));
  await entering.last.press('Cancel');
  const general = channelId(cast, 'General');
  await checks.becomes('everybody in the channel reads that nothing was sent', () =>
    said(scene).some(
      (message) => message.conversationId.startsWith(general) && readableText(message).includes('started a report and cancelled it'),
    ),
  );
}

/** The ladder, with the bot killed in the middle of it. */
async function climbing(scene: Scene): Promise<void> {
  const { page, checks, people, cast, stage } = scene;
  await checks.becomes('the second outage has its thread', () => deskThread(scene, 'OUT-1002') !== '');
  const thread = deskThread(scene, 'OUT-1002');
  await checks.becomes('the reminder comes', () => heads(inPlace(scene, thread), 'please acknowledge').length === 1, 60);
  await page.openChannel(DESK);
  await page.waitForText('OUT-1002: please acknowledge');
  await page.screenshot('22-reminder-page');
  await page.screenshotCard('22-reminder-phone', page.cardWith('OUT-1002: please acknowledge').card, phoneWidth);
  await stage.killBot();
  const before = Date.now();
  await checks.becomes('time passes while the bot is dead', () => Date.now() - before > 25_000, 60);
  await stage.startBot();
  await checks.becomes(
    'after kill -9 and a second start, what fell due comes at once',
    () => heads(inPlace(scene, thread), 'OUT-1002').length >= 3,
    10,
  );
  await checks.becomes(
    'the breach is told where it was reported',
    () => heads(inPlace(scene, cast.groupChat.id), 'OUT-1002: late, not acknowledged yet').length === 1,
    60,
  );
  await checks.becomes('the breach is told to the desk', () => heads(inPlace(scene, thread), 'late, acknowledge it now').length === 1, 20);
  for (const words of ['please acknowledge', 'deadline is near', 'late, acknowledge it now']) {
    checks.that(`"${words}" came at most once`, heads(inPlace(scene, thread), words).length <= 1);
  }
  checks.that(
    'late steps were one message',
    heads(inPlace(scene, thread), 'deadline is near').length + heads(inPlace(scene, thread), 'late, acknowledge it now').length <= 2,
  );
  await page.openGroupChat(cast.groupChat.name);
  await page.waitForText('OUT-1002: late, not acknowledged yet');
  await page.screenshot('23-breach-page');
  await people.sayInThread('tomas', thread, 'ack');
  await checks.becomes(
    'a late acknowledgement is one, and says so',
    () => heads(inPlace(scene, cast.groupChat.id), newsOf('OUT-1002: Acknowledged')).length === 1,
  );
  await checks.becomes('the desk hears it too', () => heads(inPlace(scene, thread), newsOf('OUT-1002: Acknowledged')).length === 1);
  for (const [who, place] of [
    ['where it was reported', cast.groupChat.id],
    ['at the desk', thread],
  ] as const) {
    const late = heads(inPlace(scene, place), newsOf('OUT-1002: Acknowledged')).map(readableText).join();
    checks.that(`3.6: how late it is stands in the message ${who}`, / late\b/.test(late), late);
  }
  await page.waitForText('OUT-1002: Acknowledged');
  await page.screenshotCard('24-late-phone', page.cardWith(newsOf('OUT-1002: Acknowledged')).card, phoneWidth);
  const pings = inPlace(scene, thread).length;
  const taken = Date.now();
  await checks.becomes('a minute passes', () => Date.now() - taken > 25_000, 60);
  checks.that(
    'nothing is pinged after that',
    inPlace(scene, thread).length === pings,
    inPlace(scene, thread).slice(pings).map(readableText),
  );
  checks.that(
    'the thread of the second outage exists once',
    threadsOf(scene).filter((message) => readableText(message).includes('OUT-1002: ') && readableText(message).includes('Environment'))
      .length === 1,
  );
}

/** What a phone shows of a card before anybody scrolls. */
const ABOVE_THE_FOLD = 500;

async function reaching({ page, checks }: Scene): Promise<void> {
  for (const [picture, title] of [
    ['09-desk-new-phone', 'Acknowledge'],
    ['10-desk-acknowledged-phone', 'Post update'],
    ['08-receipt-phone', 'Correct report'],
    ['22-reminder-phone', 'Acknowledge'],
  ] as const) {
    const ends = page.reachOnPhone(picture, title);
    checks.that(
      `16.2: "${title}" is in the first ${ABOVE_THE_FOLD} pixels on a phone (${picture})`,
      ends !== null && ends <= ABOVE_THE_FOLD,
      ends,
    );
  }
}
