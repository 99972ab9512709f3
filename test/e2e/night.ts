/**
 * A whole night, with a bot and a desk file of its own whose promises are seconds: nobody answers, it goes from hand to
 * hand, an update is missed, another one turns out to be none, and the first comes back.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { personOf } from '../playground/cast.ts';
import { type BotMessage, buttonsOf, foldMessages, readableText, readExchanges } from '../playground/recording.ts';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, newsOf, type Scene, said, textOf, threadsOf } from './scene.ts';

const MAYA = 'a:maya-lindt';
const FIRST = 'OUT-1001';
const SECOND = 'OUT-1002';

/** Half a minute for an update and for each reminder of it, and a ladder of three steps within a minute. */
export function writeNightDesk(file: string): void {
  const desk = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as Record<string, unknown>;
  const promise = {
    acknowledgeWithinMinutes: 1,
    ladder: [
      { afterMinutes: 0.15, kind: 'reminder', levels: ['primary'] },
      { afterMinutes: 0.35, kind: 'last-call', levels: ['primary', 'secondary'], direct: true },
    ],
    breach: { levels: ['primary', 'secondary', 'duty-manager'], repeatEveryMinutes: 1 },
    againWithinMinutes: 1,
    updateEveryMinutes: 0.5,
    nudgeEveryMinutes: 0.5,
  };
  writeFileSync(file, stringify({ ...desk, promise }));
}

export const chapters: readonly Chapter[] = [
  ['A night: a report that nobody answers', waiting],
  ['The secondary takes it, and hands it over', handingOver],
  ['An update is missed', missing],
  ['Nothing new, and the end', ending],
  ['The next one is no outage, says an engineer', transferring],
  ['but the reporter objects', objecting],
  ['The first is still down', comingBack],
];

const hears = (scene: Scene, place: string, words: string | RegExp) => heads(inPlace(scene, place), words).length;
/** The bot's own chat with somebody whom no browser plays. */
const toldDirectly = (scene: Scene, person: string) => {
  const { id } = personOf(scene.cast, person);
  return said(scene).filter(({ directTo }) => directTo === id);
};
/** Whom the newest message with these words mentions. */
const mentionedIn = (scene: Scene, place: string, words: string | RegExp) => heads(inPlace(scene, place), words).at(-1)?.mentions ?? [];
const idOf = (scene: Scene, person: string) => personOf(scene.cast, person).aadObjectId;

/** The newest card with the words, at both widths if wished. */
async function picture({ page }: Scene, name: string, words: string, phone = false): Promise<void> {
  await page.waitForText(words);
  await page.screenshotCard(name, page.cardWith(words).card);
  if (phone) await page.screenshotCard(`${name}-phone`, page.cardWith(words).card, phoneWidth);
}

const PHONE = '+45 32 12 34 56';

/** From /outage to the receipt, with everything counted that a finger does; `knownAs`: the phone number that has to be there already. */
async function report({ page, checks }: Scene, what: { title: string; affected: string; knownAs: string | null }): Promise<void> {
  const hand = { taps: 0, typed: 0 };
  const press = async (title: string) => {
    hand.taps += 1;
    await page.press(title);
  };
  // The lists are radio buttons: one tap each.
  const choose = async (label: string, option: string) => {
    hand.taps += 1;
    await page.choose(label, option);
  };
  const fill = async (label: string, text: string) => {
    hand.typed += 1;
    await page.fill(label, text);
  };
  await page.openPersonal();
  await page.say('/outage');
  await page.waitForText(stepLabel('confirmation'));
  await press('Yes, all three are true');
  await press('A core process fails for everyone');
  await fill('Title: what is wrong, in a few words', what.title);
  await fill('What is happening, and what error do you see?', 'Every posting ends with "Update conflict in LedgerJournal".');
  await choose('When did it begin?', '15 minutes ago');
  await choose('How many are affected?', what.affected);
  await press('Continue');
  // What the scenario asks may be left empty.
  await press('Continue');
  await page.waitForText(stepLabel('contact'));
  if (what.knownAs === null) {
    await fill('Phone, with country code', PHONE);
    hand.taps += 1;
    await page.toggle('Reachable');
  } else {
    const phone = await page.lastCard().getByRole('textbox', { name: 'Phone, with country code' }).inputValue();
    checks.that('the phone number of the last report is there already', phone === what.knownAs, phone);
  }
  await press('Continue');
  await press('Send report');
  if (what.knownAs !== null) checks.that(`taps ${hand.taps}, typed fields ${hand.typed}`, hand.taps <= 8 && hand.typed <= 2);
}

async function waiting(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await report(scene, { title: 'Invoices cannot be posted in any company', affected: 'Everyone', knownAs: null });
  await checks.becomes('the desk has a thread', () => deskThread(scene, FIRST) !== '');
  const thread = deskThread(scene, FIRST);
  await page.openChannel(DESK);
  await picture(scene, 'n01-desk-new', `${FIRST}: new outage`, true);
  const reminder = `${FIRST}: please acknowledge`;
  await checks.becomes('the primary is reminded', () => hears(scene, thread, reminder) === 1, 30);
  checks.that('and told why', hears(scene, thread, 'Priya Nair: you are the primary') === 1);
  checks.that('nobody else is', mentionedIn(scene, thread, reminder).join() === idOf(scene, 'priya'), mentionedIn(scene, thread, reminder));
  await picture(scene, 'n02-reminder', reminder);
  await checks.becomes('the last call comes', () => hears(scene, thread, `${FIRST}: deadline is near`) === 1, 30);
  const lastCall = heads(inPlace(scene, thread), `${FIRST}: deadline is near`).map(readableText).join();
  checks.that(
    'it tells the secondary whom it asked before',
    /Tomás Herrera: you are the secondary; the primary was pinged at .*, no answer/.test(lastCall),
    lastCall,
  );
  await picture(scene, 'n03-last-call', `${FIRST}: deadline is near`, true);
  await checks.becomes('both are called in their own chat too', () =>
    ['priya', 'tomas'].every((person) => heads(toldDirectly(scene, person), `${FIRST}: deadline is near`).length === 1),
  );
}

async function handingOver(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, FIRST);
  await people.pressButton('tomas', thread, 'Acknowledge');
  await checks.becomes('the reporter hears who has it', () => hears(scene, MAYA, newsOf(`${FIRST}: Acknowledged`)) === 1);
  await checks.becomes('the desk too', () => hears(scene, thread, newsOf(`${FIRST}: Acknowledged`)) === 1);
  await picture(scene, 'n04-taken', `${FIRST}: Acknowledged by Tomás Herrera`, true);
  await people.pressButton('tomas', thread, 'More');
  await people.pressButton('tomas', thread, 'Logs');
  await checks.becomes('one tap says what is looked at first', () => /Looking first at Logs/.test(rootText(scene, FIRST)));
  await picture(scene, 'n05-first-look', `${FIRST}: Investigating (Tomás Herrera)`);
  await people.sayInThread('tomas', thread, 'hand over to', { naming: 'ingrid' });
  const offer = `${FIRST}: hand-over offered`;
  await checks.becomes('the other engineer is asked by name', () => mentionedIn(scene, thread, offer).includes(idOf(scene, 'ingrid')));
  await checks.becomes('the owner stays the owner', () =>
    /Tomás Herrera stays the owner until Ingrid Sørensen accepts/.test(rootText(scene, FIRST)),
  );
  await picture(scene, 'n06-offer', offer);
  await picture(scene, 'n07-offered', 'Offered to', true);
  const answer = await people.pressButton('priya', thread, 'Accept');
  checks.that('nobody else can accept', /is offered to Ingrid Sørensen/.test(textOf(answer)), textOf(answer));
  await people.pressButton('ingrid', thread, 'Accept');
  const handed = `${FIRST}: handed over`;
  await checks.becomes('she accepts, and the thread hears it', () => hears(scene, thread, handed) === 1);
  await checks.becomes('the reporter too', () => hears(scene, MAYA, handed) === 1);
  await checks.becomes('the card has one owner', () => rootText(scene, FIRST).includes(`${FIRST}: Investigating (Ingrid Sørensen)`));
  await picture(scene, 'n08-handed-over', handed);
  await page.openPersonal();
  await picture(scene, 'n09-customer-handed-over', handed);
}

async function missing(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  const thread = deskThread(scene, FIRST);
  const nudge = `${FIRST}: update is late`;
  await checks.becomes('the owner is asked for the update', () => hears(scene, thread, nudge) === 1, 45);
  checks.that('she alone', mentionedIn(scene, thread, nudge).join() === idOf(scene, 'ingrid'), mentionedIn(scene, thread, nudge));
  const plainly = `${FIRST}: update is late`;
  for (const [who, place] of [
    ['the reporter', MAYA],
    ['those who follow', cast.groupChat.id],
  ] as const) {
    await checks.becomes(`${who} read that there is none`, () => hears(scene, place, plainly) === 1);
    const text = heads(inPlace(scene, place), plainly).map(readableText).join();
    checks.that(`${who} read who was asked`, /It was due by .*We asked Ingrid Sørensen for it/.test(text), text);
  }
  await picture(scene, 'n10-customer-missed', plainly, true);
  await page.screenshot('n10-customer-page');
  await page.openGroupChat(cast.groupChat.name);
  await picture(scene, 'n11-follower-missed', plainly);
  await page.screenshot('n11-follower-page');
  await page.openChannel(DESK);
  await picture(scene, 'n12-nudge', nudge);
}

async function ending(scene: Scene): Promise<void> {
  const { page, checks, people, cast } = scene;
  const thread = deskThread(scene, FIRST);
  await people.pressButton('ingrid', thread, 'Post "Nothing new"');
  const same = `${FIRST}: Investigating, nothing new`;
  await checks.becomes('one tap says that nothing is new', () => hears(scene, MAYA, same) === 1);
  await checks.becomes('to those who follow as well', () => hears(scene, cast.groupChat.id, same) === 1);
  await page.openPersonal();
  await picture(scene, 'n13-nothing-new', same);
  await people.sayInThread('ingrid', thread, 'resolve The batch was stopped; posting has worked since 03:40. No data was lost.');
  await checks.becomes('the end reaches the reporter', () => hears(scene, MAYA, newsOf(`${FIRST}: Resolved`)) === 1);
  await picture(scene, 'n14-customer-resolved', `${FIRST}: Resolved`, true);
  await page.openChannel(DESK);
  await checks.becomes('the card says so', () => rootText(scene, FIRST).includes(`${FIRST}: Resolved`));
  await picture(scene, 'n15-desk-resolved', `${FIRST}: Resolved`);
  const asked = `${FIRST}: please acknowledge|${FIRST}: deadline is near`;
  checks.that('four messages asked for an acknowledgement', asking(scene, asked).length === 4, asking(scene, asked).length);
  await checks.becomes(
    '3.7: all of them say who took it, without a button to acknowledge',
    () => asking(scene, asked).every(isSettled),
    150,
  );
  const live = page.threadWith(FIRST).all.getByRole('button', { name: 'Acknowledge' });
  await checks.becomes('3.7: so nobody sees one', async () => (await live.count()) === 0);
  await picture(scene, 'n27-settled-ping', 'this message said: ', true);
}

/** The messages that had these words when they were sent, as they stand now. */
function asking(scene: Scene, words: string): BotMessage[] {
  const exchanges = readExchanges(scene.stage.playground.recordingFile);
  const sent = foldMessages(exchanges.filter(({ request }) => request.method !== 'PUT' && !request.url.endsWith('/api/messages')));
  const ids = sent.filter((message) => new RegExp(words).test(readableText(message))).map(({ activityId }) => activityId);
  return said(scene).filter(({ activityId }) => ids.includes(activityId));
}

const isSettled = (message: BotMessage): boolean =>
  readableText(message).includes(`${FIRST}: Acknowledged`) &&
  !message.cards.flatMap(buttonsOf).some(({ title }) => title === 'Acknowledge');

async function transferring(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  await report(scene, { title: 'Delivery notes lack the address', affected: 'Some users, more than one', knownAs: PHONE });
  await checks.becomes('the second has a thread of its own', () => deskThread(scene, SECOND) !== '');
  const thread = deskThread(scene, SECOND);
  checks.that('another one than the first', thread !== deskThread(scene, FIRST));
  await people.pressButton('priya', thread, 'Acknowledge');
  await checks.becomes('the primary takes it', () => hears(scene, MAYA, newsOf(`${SECOND}: Acknowledged`)) === 1);
  await people.pressButton('priya', thread, 'More');
  await people.pressButton('priya', thread, 'Transfer');
  await page.openChannel(DESK);
  const answer = await people.pressButton('priya', thread, 'Transfer', {
    team: 'customer-care',
    reason: 'One printer form is wrong; posting and shipping go on.',
  });
  checks.that('she hands it to another team', /With Customer care/.test(textOf(answer)), textOf(answer));
  const moved = `${SECOND}: Transferred to Customer care`;
  await checks.becomes('the reporter hears it', () => hears(scene, MAYA, moved) === 1);
  const text = heads(inPlace(scene, MAYA), moved).map(readableText).join();
  checks.that('reads the promise until now', /Promised so far As an outage: acknowledged within 1 minute, then an update/.test(text), text);
  checks.that('beside the new one', /Promised now Customer care replies by .* \(support plan: Premier support\)/.test(text), text);
  checks.that('and why', text.includes('One printer form is wrong'), text);
  await picture(scene, 'n16-desk-transferred', `${SECOND}: With Customer care`);
  await page.openPersonal();
  await picture(scene, 'n17-customer-transferred', moved, true);
}

async function objecting(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, SECOND);
  const moved = `${SECOND}: Transferred to Customer care`;
  const form = page.cardWith(new RegExp(`${moved}|${SECOND}: is it an outage`)); // the answer takes the card's place
  await form.press('Say it is an outage');
  await picture(scene, 'n18-object-form', `${SECOND}: is it an outage?`);
  await form.fill('What should the desk know? (optional)', 'No lorry leaves without the address: 40 wait.');
  await form.press('Say it is an outage');
  await page.waitForText('It is an outage again, and we told the duty manager.');
  const called = `${SECOND}: the reporter objected`;
  await checks.becomes('we ping the duty manager', () => mentionedIn(scene, thread, called).includes(idOf(scene, 'ingrid')));
  const text = heads(inPlace(scene, thread), called).map(readableText).join();
  checks.that('with the reason', /Ingrid Sørensen: you are the duty manager/.test(text) && text.includes('No lorry leaves'), text);
  // The form was a message of its own, so the news that it began on has kept its button.
  const again = await page.cardWith(moved).press('Say it is an outage');
  checks.that('a second objection is not offered', !textOf(again).includes('What should the desk know'), textOf(again));
  checks.that('and the button goes', (await page.page.getByRole('button', { name: 'Say it is an outage' }).count()) === 0);
  await page.screenshot('n19-customer-page');
  await page.openChannel(DESK);
  await picture(scene, 'n20-objected', called, true);
  await people.pressButton('ingrid', thread, 'Acknowledge');
  await checks.becomes('she takes it', () => hears(scene, MAYA, newsOf(`${SECOND}: Acknowledged`)) === 1);
  await people.sayInThread('ingrid', thread, "resolve The form was put back to last week's; the lorries leave.");
  await checks.becomes('and ends it', () => hears(scene, MAYA, newsOf(`${SECOND}: Resolved`)) === 1);
}

async function comingBack(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const thread = deskThread(scene, FIRST);
  const roots = threadsOf(scene).filter(({ activityId, conversationId }) => conversationId.endsWith(`=${activityId}`)).length;
  await page.openPersonal();
  await page.cardWith(`${FIRST}: Resolved`).press('Still down');
  await page.waitForText('It is still down. A support engineer acknowledges it again');
  const again = `${FIRST}: still down`;
  await checks.becomes('it is open again in the thread that it had', () => hears(scene, thread, again) === 1);
  checks.that(
    'whoever had it is called too',
    mentionedIn(scene, thread, again).includes(idOf(scene, 'ingrid')),
    mentionedIn(scene, thread, again),
  );
  const now = threadsOf(scene).filter(({ activityId, conversationId }) => conversationId.endsWith(`=${activityId}`));
  checks.that('no thread was added', now.length === roots && roots === 2, now.length);
  checks.that('no third number was given', heads(said(scene), 'OUT-1003').length === 0);
  await page.screenshot('n22-customer-page');
  await page.openChannel(DESK);
  await picture(scene, 'n23-reopened', again, true);
  await picture(scene, 'n24-desk-reopened', `${FIRST}: Still down`);
  await people.pressButton('tomas', thread, 'Acknowledge');
  await checks.becomes('it is taken again', () => hears(scene, MAYA, newsOf(`${FIRST}: Acknowledged again`)) === 1);
  // The press above was answered in the place of the message about the first resolution.
  const heard = hears(scene, MAYA, newsOf(`${FIRST}: Resolved`));
  await people.sayInThread('tomas', thread, 'resolve The lock came back with the batch, which is switched off until Monday.');
  await checks.becomes('and resolved again', () => hears(scene, MAYA, newsOf(`${FIRST}: Resolved`)) === heard + 1);
  await page.openPersonal();
  await page.cardWith(`${FIRST}: Resolved`).press('Works again');
  await checks.becomes('the reporter confirms, and it is closed', () => rootText(scene, FIRST).includes(`${FIRST}: Closed`));
  await page.screenshot('n25-customer-page');
  await page.openChannel(DESK);
  await picture(scene, 'n26-desk-closed', `${FIRST}: Closed`, true);
}

/** The card that opened the thread of an outage, as it stands now. */
function rootText(scene: Scene, name: string): string {
  const root = inPlace(scene, deskThread(scene, name))[0];
  return root ? readableText(root) : '';
}
