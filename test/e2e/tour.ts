/** The guided tour of the playground, taken by a newcomer who does what the terminal says. */
import { readFileSync } from 'node:fs';
import { en } from '../../src/words/en/index.ts';
import { readMessages } from '../playground/recording.ts';
import { startTour } from '../playground/tour.ts';
import { stepLabel } from '../support/report/step-label.ts';
import { phoneWidth } from './browser.ts';
import { chooseScenario } from './past-the-offer.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, type Scene } from './scene.ts';

const { fields, confirmation, details, next, done } = en.report;
const STEPS = 7;

export const chapters: readonly Chapter[] = [['A newcomer takes the tour', taking]];

async function taking(scene: Scene): Promise<void> {
  const { page, people, cast, stage, checks } = scene;
  const said: string[] = [];
  const ended = new AbortController();
  const tour = startTour({
    cast,
    people,
    url: stage.playground.url,
    messages: () => readMessages(stage.playground.recordingFile),
    say: (text) => said.push(text),
    signal: ended.signal,
  });
  const comesTo = (step: number, words: string) =>
    checks.becomes(`16.8: the terminal comes to step ${step}: ${words}`, () => {
      const last = said.at(-1) ?? '';
      return last.includes(`${step} of ${STEPS}`) && last.includes(words);
    });
  const began = Date.now();
  await comesTo(1, '/outage');
  tour.enter();
  checks.that('16.8: Enter does not pass over what is to be done in the browser', (said.at(-1) ?? '').includes('by itself'), said.at(-1));
  await page.openPersonal();
  await page.say('/outage');
  await comesTo(2, done);
  await page.waitForText(stepLabel('confirmation'));
  await page.press(confirmation.yes);
  await chooseScenario(page, 'A core process fails for everyone');
  await page.fill(fields.title.label, 'Invoices cannot be posted');
  await page.fill(fields.description.label, 'Every posting ends with "Update conflict".');
  await page.choose(fields.began.label, details.beganChoices['ago-15']);
  await page.choose(fields.affected.label, details.affectedChoices.everyone);
  await page.press(next);
  await page.press(next);
  await page.fill(fields.phone.label, '+45 32 12 34 56');
  await page.toggle(fields.aroundTheClock.label);
  await page.press(next);
  await page.press(done);
  await comesTo(3, 'your number');
  await page.screenshotCard('tour-receipt-phone', undefined, phoneWidth);
  tour.enter();
  await comesTo(4, 'Priya');
  await page.openChannel(DESK);
  await page.waitForText('OUT-1001');
  await page.screenshot('tour-desk');
  tour.enter();
  await comesTo(5, 'acknowledged');
  await page.openPersonal();
  await page.waitForText('Priya Nair');
  await page.screenshot('tour-acknowledged');
  tour.enter();
  await comesTo(6, cast.groupChat.name);
  await page.openGroupChat(cast.groupChat.name);
  await page.waitForText('A lock on one table');
  await page.screenshot('tour-follower');
  tour.enter();
  await comesTo(7, en.affected.pulse.titles.worksAgain);
  await page.openPersonal();
  await page.waitForText(en.affected.pulse.titles.worksAgain);
  await page.press(en.affected.pulse.titles.worksAgain);
  await tour.ended;
  checks.that('16.8: it ends in the own tenant', (said.at(-1) ?? '').includes('in your own tenant'), said.at(-1));
  checks.that('16.8: nothing went wrong on the way', !said.join().includes('did not work'), said.join('\n'));
  const seconds = Math.round((Date.now() - began) / 1_000);
  checks.that('16.8: somebody fast needs less than three minutes', seconds < 180, `${seconds} seconds`);
  for (const [, page_] of said.join('\n').matchAll(/(\w+\/README\.md)/g)) readFileSync(page_ ?? '');
  checks.that('16.8: the thread is at the desk', deskThread(scene, 'OUT-1001') !== '');
  ended.abort();
}
