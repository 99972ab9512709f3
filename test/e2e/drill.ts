/**
 * A drill, with an engineer in the browser and the promise of the product: 30 minutes are half a minute. The desk hears it
 * all; nobody else hears anything. Then an outage, of which the engineer writes an update.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { channelId, personOf } from '../playground/cast.ts';
import { readableText } from '../playground/recording.ts';
import { phoneWidth } from './browser.ts';
import { reportsElsewhere } from './elsewhere.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, type Scene, said, threadsOf } from './scene.ts';

const DRILL = 'DRILL-1';
/** Its title: the answer to what was typed stands in the same channel and has the number too. */
const TITLE = 'A drill: nothing is down';
const BEGINS = `${DRILL}: a drill begins`;
const FAST = 60;

/** The playground's desk with the promise of the product. */
export function writeUsualDesk(file: string): void {
  const { promise: _short, ...desk } = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as Record<string, unknown>;
  writeFileSync(file, stringify(desk));
}

const SIGN_IN = 'Nobody in Aarhus can sign in';
const TYPED = 'The directory refuses our tokens. We talk to its owners.';

const CALLED = 'Nobody in Odense can sign in';

const never = (): never => {
  throw new Error('there is no such card');
};

export const chapters: readonly Chapter[] = [
  ['Would it work tonight?', checking],
  ['A drill begins', beginning],
  ['Nobody takes it, sixty times as fast', climbing],
  ['Somebody takes it', taking],
  ['and it ends with its report', ending],
  ['An update is written while a colleague begins to help', helping],
  ['It is offered to a colleague by the form', offering],
  ['A customer calls, and the engineer reports and acknowledges with one tap', calling],
];

const thread = (scene: Scene) => inPlace(scene, deskThread(scene, TITLE));

async function picture({ page }: Scene, name: string, words: string): Promise<void> {
  await page.waitForText(words);
  await page.screenshotCard(name, page.cardWith(words).card);
  await page.screenshotCard(`${name}-phone`, page.cardWith(words).card, phoneWidth);
}

async function checking(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.openPersonal();
  await page.say('/outage check');
  await page.waitForText('Would it work tonight?');
  const answer = said(scene).map(readableText).join();
  checks.that('the bot can write to everybody on the roster', answer.includes('I found nothing wrong'), answer);
  await picture(scene, 'd00-check', 'Would it work tonight?');
}

async function beginning(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.openChannel(DESK);
  await page.post('/outage drill', { mention: true });
  await checks.becomes('a thread is there', () => deskThread(scene, TITLE) !== '');
  await page.waitForText(BEGINS);
  const text = rootText(scene);
  checks.that('it says that it is a drill', text.includes('This is a drill. Its clock runs 60 times as fast'), text);
  await picture(scene, 'd01-thread', BEGINS);
  await picture(scene, 'd02-begun', `${DRILL} begins in the channel`);
  await page.screenshot('d02-page');
}

async function climbing(scene: Scene): Promise<void> {
  const { checks } = scene;
  const steps: readonly (readonly [words: string, minutes: number])[] = [
    [`${DRILL}: please acknowledge`, 15],
    [`${DRILL}: deadline is near`, 25],
    [`${DRILL}: late, acknowledge it now`, 30],
  ];
  for (const [words, minutes] of steps) {
    await checks.becomes(`it comes: ${words}`, () => heads(thread(scene), words).length === 1, 40);
    const began = thread(scene)[0]?.at ?? 0;
    const seconds = ((heads(thread(scene), words)[0]?.at ?? 0) - began) / 1_000;
    const due = (minutes * 60) / FAST;
    checks.that(`after ${due} seconds for ${minutes} minutes`, Math.abs(seconds - due) < 4, `after ${seconds} seconds`);
  }
  await picture(scene, 'd03-reminder', `${DRILL}: please acknowledge`);
  await picture(scene, 'd04-broken', `${DRILL}: late, acknowledge it now`);
  const told = `${DRILL}: late, not acknowledged yet`;
  const reporter = heads(said(scene), told).map(readableText).join();
  checks.that(
    'who began it hears it as a reporter would, marked as a drill, and is not told to ring',
    /A drill/.test(reporter) && !/call \+/.test(reporter),
    reporter,
  );
  await picture(scene, 'd05-reporter', told);
}

async function taking(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.threadWith(TITLE).root.press('Acknowledge');
  await checks.becomes('the card says who has it', () => rootText(scene).includes('Acknowledged by Priya Nair'));
  await picture(scene, 'd06-taken', `${DRILL}: Acknowledged by Priya Nair`);
}

async function ending(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  const over = `${DRILL}: drill ended`;
  await checks.becomes('the report comes', () => heads(thread(scene), over).length === 1, 60);
  const report = heads(thread(scene), over).map(readableText).join();
  checks.that('all has arrived', report.includes('Every message arrived.'), report);
  await picture(scene, 'd07-report', over);
  await checks.becomes('the card says that it is over', () => rootText(scene).includes('Drill ended'));
  await picture(scene, 'd08-over', 'Drill ended');
  await page.screenshot('d08-page');
  const mentioned = threadsOf(scene).flatMap(({ mentions }) => mentions);
  checks.that('nobody was mentioned', mentioned.length === 0, mentioned);
  const places = new Set(said(scene).map(({ conversationId }) => conversationId.split(';')[0]));
  checks.that(
    'and nobody but the desk, and the chat of the check, heard anything',
    [...places].sort().join() === [cast.personalChat.id, deskThread(scene, TITLE).split(';')[0]].sort().join(),
    [...places],
  );
}

/** The card that opened the drill's thread, as it stands now. */
function rootText(scene: Scene): string {
  const root = thread(scene)[0];
  return root ? readableText(root) : '';
}

async function helping(scene: Scene): Promise<void> {
  const { page, checks, people, cast } = scene;
  const what = { title: SIGN_IN, description: 'AADSTS90033 for everyone' };
  const name = await reportsElsewhere(scene, 'maya', { scenario: 'Nobody can sign in', ...what });
  await checks.becomes(`${name} has a thread`, () => deskThread(scene, name) !== '');
  const place = deskThread(scene, name);
  /** The cards that opened the threads of the desk and of those who follow. */
  const desk = () => inPlace(scene, place)[0];
  const follower = () =>
    said(scene).find((one) => one.conversationId.startsWith(channelId(cast, 'General')) && heads([one], name).length > 0);
  await page.openChannel(DESK);
  await page.waitForText(`${name}: new outage`);
  const outage = page.threadWith(name);
  await outage.root.press('Acknowledge');
  await checks.becomes('everybody sees who has it', () => heads([follower() ?? never()], 'Acknowledged by Priya Nair').length === 1);
  await outage.root.press('Post update');
  await outage.root.fill('What do people need to know?', TYPED);
  const before = { desk: desk()?.timesEdited, follower: follower()?.timesEdited };
  await people.sayInThread('tomas', place, 'I help');
  await outage.waitForText(`${name}: new helper`);
  await checks.becomes('the card of those who follow is edited', () => follower()?.timesEdited !== before.follower, 60);
  checks.that('3.1: the one with the open form is not', desk()?.timesEdited === before.desk, desk()?.timesEdited);
  const typed = await outage.root.card.getByRole('textbox', { name: 'What do people need to know?' }).inputValue();
  checks.that('3.1: what the engineer types stays there while a colleague begins to help', typed === TYPED, typed);
  await page.screenshotCard('d09-update-form', outage.root.card);
  await page.screenshotCard('d09-update-form-phone', outage.root.card, phoneWidth);
  await outage.root.press('Send update');
  const sent = `${name}: Investigating`;
  // The first card of the thread says so too.
  await checks.becomes('3.1: and is sent at once', () => heads(inPlace(scene, place).slice(1), sent).length === 1);
  await checks.becomes('then the card is edited', () => desk()?.timesEdited !== before.desk, 60);
  await picture(scene, 'd10-update-sent', sent);
}

/** Where nothing searches for people, as in old clients, the engineers of the desk are there to choose from. */
async function offering(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  const { root } = page.threadWith(SIGN_IN);
  await root.press('More');
  await root.press('Hand over');
  await page.screenshotCard('d11-hand-over', root.card);
  await page.screenshotCard('d11-hand-over-phone', root.card, phoneWidth);
  await root.press('Send offer');
  await root.card.getByText('A typed name is not enough').waitFor();
  await root.choose('To whom?', 'Ingrid Sørensen');
  await page.screenshotCard('d12-chosen', root.card);
  await root.press('Send offer');
  await checks.becomes(
    '15.6: the engineer who was chosen from the list is asked',
    () => heads(inPlace(scene, deskThread(scene, SIGN_IN)), 'hand-over offered').length === 1,
  );
}

async function calling(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  const heading = 'Report by phone for Contoso ERP';
  await page.openPersonal();
  await page.say('report for contoso');
  await page.waitForText(heading);
  await page.choose('Who is calling?', 'Maya Lindt');
  await page.fill('Their phone number, with country code', '+45 32 12 34 56');
  await page.choose('What kind of outage is it?', 'Nobody can sign in');
  await page.fill('What is wrong, in a few words?', CALLED);
  await picture(scene, 'd13-call', heading);
  await page.press('Send and acknowledge');
  await page.waitForText('Open there already');
  await picture(scene, 'd14-call-again', heading);
  await page.toggle('Is it another one?');
  await page.press('Send and acknowledge');
  await checks.becomes('a report by phone is acknowledged in the same tap', () => {
    const [root] = inPlace(scene, deskThread(scene, CALLED));
    return (
      root !== undefined && /Acknowledged by Priya Nair/.test(readableText(root)) && /Call taken by Priya Nair/.test(readableText(root))
    );
  });
  const { id, aadObjectId } = personOf(cast, 'maya');
  await checks.becomes('who called hears it in their own chat', () =>
    said(scene).some(({ directTo }) => directTo === id || directTo === aadObjectId),
  );
  await picture(scene, 'd15-called', 'is reported for Maya Lindt');
}
