/**
 * Reporting, in all its ways: each kind of outage with what it asks, one that is open already, one that was begun and not
 * sent while the bot is killed, what is none, somebody who may not, and a desk that cannot be reached.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { DEFAULT_SCENARIOS } from '../../src/desk/scenarios/default-scenarios.ts';
import { en as catalogue } from '../../src/desk/scenarios/en.ts';
import type { Question } from '../../src/desk/scenarios/questions.ts';
import { en } from '../../src/words/en/index.ts';
import { channelId } from '../playground/cast.ts';
import { readableText } from '../playground/recording.ts';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import { numberIn, reportsElsewhere } from './elsewhere.ts';
import { chooseScenario } from './past-the-offer.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, newsOf, type Scene, said, textOf } from './scene.ts';

const MAYA = 'a:maya-lindt';
const PHONE = '+45 32 12 34 56';
const ERROR_TEXT = 'It answers 503 since the restart.';

/** A desk that knows every product of the catalogue, and waits for nothing for long. */
export function writeReportsDesk(file: string): void {
  const desk = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as Record<string, Record<string, unknown>>;
  const ids = [...new Set(DEFAULT_SCENARIOS.flatMap(({ products }) => products ?? []))];
  writeFileSync(
    file,
    stringify({
      ...desk,
      desk: { ...desk.desk, nudgeDraftAfterMinutes: 0.6 },
      products: ids.map((id) => ({ id, name: id })),
      promise: { receiptAfterSeconds: 10 },
    }),
  );
}

/** A story of its own, because it alone takes minutes. */
export const kinds: readonly Chapter[] = [['Each kind of outage, with what it asks', eachKind]];

export const chapters: readonly Chapter[] = [
  ['A first report, which leaves the contact for the next one', first],
  ['Somebody of the same customer reports, and another joins', joining],
  ['A report is begun, and the bot is killed', resuming],
  ['Nothing in the list fits, and a condition does not hold', redirecting],
  ['Somebody who is no member', refusing],
  ['The desk cannot be reached', unreached],
];

async function picture({ page }: Scene, name: string, words: string): Promise<void> {
  await page.waitForText(words);
  await page.screenshotCard(name, page.cardWith(words).card);
  await page.screenshotCard(`${name}-phone`, page.cardWith(words).card, phoneWidth);
}

type Begun = { readonly scenario: string; readonly title: string };

/** From /outage to the card of the step after the details. */
async function begin({ page }: Scene, { scenario, title }: Begun): Promise<void> {
  await page.openPersonal();
  await page.say('/outage');
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  await chooseScenario(page, scenario);
  await page.waitForText(stepLabel('details'));
  await page.fill('Title: what is wrong, in a few words', title);
  await page.fill('What is happening, and what error do you see?', ERROR_TEXT);
  await page.choose('How many are affected?', 'Everyone');
  await page.press('Continue');
}

/** From the card of the contact to the receipt; gives the number. */
async function finish({ page, checks }: Scene): Promise<string> {
  await page.waitForText(stepLabel('contact'));
  const phone = page.lastCard().getByRole('textbox', { name: 'Phone, with country code' });
  if ((await phone.inputValue()) === '') {
    await page.fill('Phone, with country code', PHONE);
    await page.toggle('Reachable');
  }
  await page.press('Continue');
  const answer = await page.press('Send report');
  const name = numberIn(answer);
  if (name === '') checks.that('what was sent is answered with a number', false, textOf(answer));
  return name;
}

async function resolve(scene: Scene, name: string): Promise<void> {
  await scene.checks.becomes(`${name} has a thread at the desk`, () => deskThread(scene, name) !== '');
  await scene.people.sayInThread('priya', deskThread(scene, name), 'resolve It works again.');
  await scene.checks.becomes('and ends', () => heads(inPlace(scene, MAYA), newsOf(`${name}: Resolved`)).length > 0);
}

async function eachKind(scene: Scene): Promise<void> {
  const { page, checks, stage } = scene;
  const read = readDeskFile(readFileSync(path.join(path.dirname(stage.botLogFile), 'desk.yaml'), 'utf8'));
  const scenarios = 'desk' in read ? read.desk.file.scenarios : [];
  const kinds = scenarios.filter(({ id, redirect }) => !redirect && id !== 'not-listed');
  checks.that('there are twelve kinds', kinds.length === 12, kinds.length);
  for (const { id, title, questions } of kinds) {
    await begin(scene, { scenario: title, title: `About: ${title}` });
    const answers: string[] = [];
    if (questions.length > 0) {
      await page.waitForText('Help the engineer start faster');
      for (const question of questions.filter(({ parent }) => parent === undefined)) {
        const answer = await fillIn(scene, question);
        if (answer) answers.push(answer);
      }
      await page.screenshotCard(`r01-${id}`, undefined, phoneWidth);
      await page.press('Continue');
      // A toggle that was turned on may ask for more.
      if (await page.page.getByText('Help the engineer start faster').last().isVisible()) {
        const under = questions.some(({ parent }) => parent !== undefined);
        checks.that(`"${title}" asks more only under a toggle`, under);
        await page.press('Continue');
      }
    }
    const name = await finish(scene);
    await checks.becomes(`"${title}" has a thread`, () => deskThread(scene, name) !== '');
    const root = readableText(inPlace(scene, deskThread(scene, name))[0] ?? never());
    const lacking = answers.filter((answer) => !root.includes(answer));
    checks.that(`${name} shows the desk what was answered (${answers.length})`, root.includes(title) && lacking.length === 0, lacking);
    await resolve(scene, name);
  }
}

const never = (): never => {
  throw new Error('the thread has no first message');
};

/** Answers one question; gives what the desk must read, if that is the same text. */
async function fillIn({ page }: Scene, question: Question): Promise<string | null> {
  switch (question.type) {
    case 'toggle':
      await page.toggle(question.text);
      return question.onText;
    case 'choice':
      await page.choose(question.text, question.choices[0] ?? '');
      return question.choices[0] ?? null;
    case 'number':
      await page.fill(question.text, '40');
      return '40';
    case 'datetime':
      await page.setDate(question.text, '2026-11-20');
      await page.setTime(`${question.text} Time of day in UTC`, '08:15');
      return null;
    default:
      await page.fill(question.text, `Answer to ${question.id}`);
      return `Answer to ${question.id}`;
  }
}

async function first(scene: Scene): Promise<void> {
  await begin(scene, { scenario: 'The warehouse has stopped', title: 'No scanner answers' });
  await scene.page.press('Continue');
  await resolve(scene, await finish(scene));
}

async function joining(scene: Scene): Promise<void> {
  const { page, checks, people } = scene;
  const told = { scenario: 'Nobody can sign in', title: 'Sign-in loops for all of us', description: ERROR_TEXT };
  const name = await reportsElsewhere(scene, 'jonas', told);
  await checks.becomes(`${name} of a colleague is at the desk`, () => deskThread(scene, name) !== '');
  await page.openPersonal();
  await page.say('/outage');
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  await page.press('Nobody can sign in');
  await picture(scene, 'r10-offer', 'Is it this outage?');
  await page.press('Join this outage');
  await picture(scene, 'r11-joined', 'You joined it at');
  const thread = deskThread(scene, name);
  await checks.becomes('the desk sees who is affected too', () => {
    const root = inPlace(scene, thread)[0];
    return root !== undefined && /Maya Lindt/.test(readableText(root));
  });
  checks.that('no second outage was made', heads(said(scene), 'Nobody can sign in').length > 0 && !nextExists(scene, name));
  await people.pressButton('priya', thread, 'Acknowledge');
  await checks.becomes('who joined hears who has it', () => heads(inPlace(scene, MAYA), newsOf(`${name}: Acknowledged`)).length === 1);
  await page.openChannel(DESK);
  await picture(scene, 'r12-desk-joined', `${name}: Acknowledged by Priya Nair`);
  await resolve(scene, name);
}

const nextExists = (scene: Scene, name: string): boolean => deskThread(scene, `OUT-${Number(name.slice(4)) + 1}`) !== '';

async function resuming(scene: Scene): Promise<void> {
  const { page, checks, stage } = scene;
  await begin(scene, { scenario: 'Batch jobs do not run', title: 'Nothing runs since the restart' });
  await page.press('Continue');
  await page.waitForText(stepLabel('contact'));
  await page.fill('Phone, with country code', PHONE);
  await stage.killBot();
  await stage.startBot();
  await page.say('/outage');
  await picture(scene, 'r20-resume', 'not sent');
  const before = heads(inPlace(scene, MAYA), 'Your report waits to be sent').length;
  checks.that('nobody was reminded yet', before === 0);
  await checks.becomes(
    'after a while without a press, one reminder comes',
    () => heads(inPlace(scene, MAYA), 'Your report waits to be sent').length === 1,
    90,
  );
  await picture(scene, 'r21-nudge', 'Your report waits to be sent');
  const answer = await page.cardWith('Your report waits to be sent').press('Send report');
  const name = numberIn(answer);
  checks.that('one tap sends what was entered before the kill', name !== '', textOf(answer));
  await checks.becomes('with every word', () =>
    readableText(inPlace(scene, deskThread(scene, name))[0] ?? never()).includes('Nothing runs since the restart'),
  );
  await resolve(scene, name);
}

async function redirecting(scene: Scene): Promise<void> {
  const { page, checks } = scene;
  await page.openPersonal();
  await page.say('/outage');
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  const breach = catalogue.security.title;
  const before = said(scene).length;
  await page.press(breach);
  await picture(scene, 'r30-breach', 'must not be written');
  checks.that(
    'a suspected breach is posted nowhere',
    said(scene)
      .slice(before)
      .every(({ conversationId }) => conversationId === MAYA),
  );
  await page.press('Back');
  await page.press('None of these');
  await picture(scene, 'r31-not-listed', 'None of these fits');
  const blue = await page.blueButtons();
  checks.that('3.2: the blue button is the outage', blue.join() === 'Report it as an outage', blue);
  await page.press(en.request.exit.send);
  await page.fill('Title: what is wrong, in a few words', 'A report shows the wrong currency');
  await page.fill('What is happening, and what error do you see?', 'The total is in EUR.');
  await page.choose('How many are affected?', 'Some users, more than one');
  await page.press('Continue');
  await picture(scene, 'r32-request-contact', 'Who should we call?');
  await page.press('Continue');
  await picture(scene, 'r33-request-review', 'Nobody is alerted for it');
  const answer = await page.press(en.request.done);
  const name = numberIn(answer);
  checks.that('it has a number of its own', name.startsWith('REQ-'), textOf(answer));
  await picture(scene, 'r34-request-sent', `${name} was sent to`);
  await checks.becomes('the queue has it', () =>
    heads(said(scene), name).some(({ conversationId }) => conversationId.startsWith(channelId(scene.cast, DESK))),
  );
  const thread = heads(said(scene), name).find(({ conversationId }) => conversationId.startsWith(channelId(scene.cast, DESK)));
  checks.that('nobody is mentioned for it', thread?.mentions.length === 0, thread?.mentions);
  await page.openChannel(DESK);
  await picture(scene, 'r35-request-desk', `${name}: Request, waiting for a reply`);
}

async function refusing(scene: Scene): Promise<void> {
  const { checks, people } = scene;
  const chat = await people.directChat('aiko');
  await people.sayDirectly('aiko', '/outage');
  await checks.becomes('somebody who is no member is answered', () => inPlace(scene, chat).length > 0);
  const text = inPlace(scene, chat).map(readableText).join('\n');
  checks.that('with what is missing, whom to ask, and the phone', /\+45 70 10 20 30/.test(text) && !/Step 1 of/.test(text), text);
  checks.that('and no customer is named', !/Contoso ERP:|Contoso Production/.test(text), text);
}

async function unreached(scene: Scene): Promise<void> {
  const { page, checks, stage, cast } = scene;
  const { line } = stage;
  if (!line) throw new Error('this chapter needs a line that can be broken');
  const desk = channelId(cast, DESK);
  line.breaks(503, ({ path, body }) => (path === '/v3/conversations' && body.includes(desk)) || path.includes(encodeURIComponent(desk)));
  await begin(scene, { scenario: 'Nobody can sign in', title: 'Nobody gets in since 08:00' });
  await page.press('Continue');
  const name = await finish(scene);
  checks.that('it is answered with a number although Teams takes nothing there', name.startsWith('OUT-'), name);
  const late = `${name}: not at the support desk yet`;
  await checks.becomes('the failure receipt comes', () => heads(inPlace(scene, MAYA), late).length === 1, 40);
  const text = heads(inPlace(scene, MAYA), late).map(readableText).join();
  checks.that(
    'with the phone, and the report to read out',
    /\+45 70 10 20 30/.test(text) && text.includes('Nobody gets in since 08:00'),
    text,
  );
  checks.that('the desk has none of it', deskThread(scene, name) === '' && line.refused() > 0);
  await picture(scene, 'r40-failure-receipt', late);
  line.heals();
  await checks.becomes('the thread comes when Teams is back', () => deskThread(scene, name) !== '', 90);
  await checks.becomes('and the reporter hears it', () => heads(inPlace(scene, MAYA), `${name}: at the support desk now`).length === 1, 60);
  await picture(scene, 'r41-reached', `${name}: at the support desk now`);
  await page.openChannel(DESK);
  await picture(scene, 'r42-desk-late', `${name}`);
}
