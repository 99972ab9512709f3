/**
 * A drill, with an engineer in the browser and the promise of the product: 30 minutes are half a minute. The desk hears it
 * all; nobody else hears anything.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { readableText } from '../playground/recording.ts';
import { phoneWidth } from './browser.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, type Scene, said, threadsOf } from './scene.ts';

const DRILL = 'DRILL-1';
/** Its title: the answer to what was typed stands in the same channel and has the number too. */
const TITLE = 'A drill: nothing is down';
const BEGINS = `${DRILL}: a drill begins`;
const FAST = 60;

export function writeDrillDesk(file: string): void {
  const { promise: _short, ...desk } = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as Record<string, unknown>;
  writeFileSync(file, stringify(desk));
}

export const chapters: readonly Chapter[] = [
  ['Would it work tonight?', checking],
  ['A drill begins', beginning],
  ['Nobody takes it, sixty times as fast', climbing],
  ['Somebody takes it', taking],
  ['and it ends with its report', ending],
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
  checks.that('the bot can write to everybody on the roster', answer.includes('Nothing is wrong that can be seen from here'), answer);
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
    [`${DRILL} waits for an acknowledgement`, 15],
    [`${DRILL}: last call`, 25],
    [`${DRILL}: the promise is broken`, 30],
  ];
  for (const [words, minutes] of steps) {
    await checks.becomes(`it comes: ${words}`, () => heads(thread(scene), words).length === 1, 40);
    const began = thread(scene)[0]?.at ?? 0;
    const seconds = ((heads(thread(scene), words)[0]?.at ?? 0) - began) / 1_000;
    const due = (minutes * 60) / FAST;
    checks.that(`after ${due} seconds for ${minutes} minutes`, Math.abs(seconds - due) < 4, `after ${seconds} seconds`);
  }
  await picture(scene, 'd03-reminder', `${DRILL} waits for an acknowledgement`);
  await picture(scene, 'd04-broken', `${DRILL}: the promise is broken`);
  const told = `Nobody has acknowledged ${DRILL} yet`;
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
  await checks.becomes('the card says who has it', () => rootText(scene).includes('Priya Nair is on it'));
  await picture(scene, 'd06-taken', `${DRILL}: Priya Nair is on it`);
}

async function ending(scene: Scene): Promise<void> {
  const { page, checks, cast } = scene;
  const over = `${DRILL} is over: what came when`;
  await checks.becomes('the report comes', () => heads(thread(scene), over).length === 1, 60);
  const report = heads(thread(scene), over).map(readableText).join();
  checks.that('all has arrived', report.includes('Every message arrived.'), report);
  await picture(scene, 'd07-report', over);
  await checks.becomes('the card says that it is over', () => rootText(scene).includes('The drill is over'));
  await picture(scene, 'd08-over', 'The drill is over');
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
