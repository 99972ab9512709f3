/** What an engineer does beside the thread and after the end, in the browser: publish, resolve, review, numbers, deliveries, the certificate. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { judge, newKey, readKey } from '../../src/certificate/sign.ts';
import { en } from '../../src/words/en/index.ts';
import { readableText } from '../playground/recording.ts';
import { phoneWidth } from './browser.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, type Scene, said } from './scene.ts';

const OUT = 'OUT-1001';
const TITLE = 'Nobody in Odense can sign in';
const LINE = 'The directory was restarted by Tomas on db07.contoso.local, and people sign in again. Call +45 32 12 34 56 if not.';
const PUBLISHED = 'The directory was restarted by Tomas';
const CAUSE = 'A certificate of the directory had expired.';

const { publish } = en.progress;
const { review, certificate, follow } = en;
const { deliveries, numbers } = en.look;

/** Its public address leads nowhere here: what the bot serves is fetched from the bot. */
const ADDRESS = 'https://desk.example.com';
const pem = newKey();

export const signing = { CERTIFICATE_KEY: pem, PUBLIC_URL: ADDRESS };

/** The promise of the product, and a place for the public keys. */
export function writeSigningDesk(file: string): void {
  const { promise: _short, ...desk } = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as { desk: object; promise: unknown };
  writeFileSync(file, stringify({ ...desk, desk: { ...desk.desk, certificateKeyUrl: `${ADDRESS}/keys.json` } }));
}

export const chapters: readonly Chapter[] = [
  ['A customer calls, and Priya takes it', calling],
  ['She follows it in her own chat', following],
  ['She publishes a line without its secrets', publishing],
  ['It is resolved, and she writes the review', reviewing],
  ['Numbers and deliveries', counting],
  ['The certificate', certifying],
];

async function picture({ page }: Scene, name: string, words: string): Promise<void> {
  await page.waitForText(words);
  await page.screenshotCard(name, page.cardWith(words).card);
  await page.screenshotCard(`${name}-phone`, page.cardWith(words).card, phoneWidth);
}

async function calling(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.openPersonal();
  await page.say('report for contoso');
  await page.waitForText('Report by phone for Contoso ERP');
  await page.choose('Who is calling?', 'Maya Lindt');
  await page.fill('Their phone number, with country code', '+45 32 12 34 56');
  await page.choose('What kind of outage is it?', 'Nobody can sign in');
  await page.fill('What is wrong, in a few words?', TITLE);
  await page.press('Send and acknowledge');
  await checks.becomes('it is acknowledged', () => {
    const [root] = inPlace(scene, deskThread(scene, OUT));
    return root !== undefined && readableText(root).includes('Acknowledged by Priya Nair');
  });
}

async function following(scene: Scene): Promise<void> {
  const { page, people, checks } = scene;
  await page.say(`follow ${OUT}`);
  await page.waitForText(follow.started(OUT));
  await picture(scene, 'a11-followed', TITLE);
  await page.say('my follows');
  await picture(scene, 'a12-my-follows', follow.mine.heading);
  await people.sayInThread('tomas', deskThread(scene, OUT), 'update We look at the directory.');
  await page.waitForText('We look at the directory.');
  await page.say('catch up');
  await picture(scene, 'a13-catch-up', en.look.catchUp.heading);
  checks.that(
    'it says what is new',
    heads(said(scene), en.look.catchUp.heading).some((message) => readableText(message).includes(OUT)),
  );
}

async function publishing(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.say(`publish ${OUT} ${LINE}`);
  await picture(scene, 'a01-publish', publish.heading(OUT));
  const thread = deskThread(scene, OUT);
  checks.that('nothing is posted before she says so', heads(inPlace(scene, thread), PUBLISHED).length === 0);
  await page.press(publish.send);
  await checks.becomes('it is in the thread', () => heads(inPlace(scene, thread), PUBLISHED).length > 0);
  const everywhere = said(scene).filter((message) => readableText(message).includes(PUBLISHED));
  const others = everywhere.filter(({ conversationId }) => conversationId !== inPlace(scene, thread)[0]?.conversationId);
  checks.that('others read it too', others.length > 0);
  checks.that('no phone number went out', heads(inPlace(scene, thread), '+45 32 12 34 56 if not').length === 0);
  await picture(scene, 'a02-published', 'Posted');
}

async function reviewing(scene: Scene): Promise<void> {
  const { page, people, checks } = scene;
  const thread = deskThread(scene, OUT);
  await people.sayInThread('priya', thread, 'resolve The certificate was renewed.');
  await checks.becomes('it is resolved', () => heads(inPlace(scene, thread), `${OUT}: Resolved`).length > 0);
  await page.say(`/outage review ${OUT}`);
  await picture(scene, 'a03-review', review.unsaved);
  await page.press(review.fillIn);
  await page.waitForText(review.form.heading(OUT));
  await page.fill(review.form.cause, CAUSE);
  await page.fill(review.form.helped, 'The log of the directory named it.');
  await page.fill(review.form.text(1), 'Renew certificates a month before they expire');
  await picture(scene, 'a04-review-form', review.form.heading(OUT));
  await page.press(review.form.send);
  await page.waitForText(review.form.noOwner);
  await picture(scene, 'a05-review-error', review.form.noOwner);
  await page.choose(review.form.owner(1), 'Tomás Herrera');
  const day = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.fill(review.form.day(1), day);
  await page.press(review.form.send);
  await picture(scene, 'a06-review-saved', CAUSE);
  await page.openChannel(DESK);
  await picture(scene, 'a07-desk', TITLE);
  await page.openPersonal();
}

async function counting(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.say('/outage numbers month');
  const heading = numbers.heading(numbers.period.month, '');
  await picture(scene, 'a08-numbers', heading);
  const card = heads(said(scene), heading).map(readableText).join();
  checks.that('the promise that was kept is counted', card.includes('1 of 1'), card.slice(0, 300));
  await page.say(`/outage deliveries ${OUT}`);
  await picture(scene, 'a09-deliveries', deliveries.heading(OUT));
}

async function certifying(scene: Scene): Promise<void> {
  const { page, checks, stage } = scene;
  await page.say(`/outage certificate ${OUT}`);
  await picture(scene, 'a10-certificate', certificate.heading(OUT));
  const [card] = heads(said(scene), certificate.heading(OUT));
  const addresses = [...JSON.stringify(card).matchAll(/https:\/\/desk\.example\.com(\/certificates\/[^"\\]+)/g)].map(
    ([, path]) => path ?? '',
  );
  const files = await Promise.all(addresses.map(async (path) => await (await fetch(`${stage.botUrl}${path}`)).text()));
  const json = files.find((text) => text.startsWith('{')) ?? '{}';
  checks.that(
    'one of the files is a PDF',
    files.some((text) => text.startsWith('%PDF')),
  );
  const key = readKey(pem);
  const judged = judge(json, key ? [key] : []);
  checks.that('the other is signed by the key of the desk', 'certificate' in judged, JSON.stringify(judged).slice(0, 300));
}
