/** The main story once more, in another language: a report on a phone, the desk's thread, an update, and the end. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Language } from '../../src/outage/follow/language.ts';
import { STEP_IDS } from '../../src/report/fields.ts';
import { de } from '../../src/words/de/index.ts';
import { ja } from '../../src/words/ja/index.ts';
import type { Words } from '../../src/words/words.ts';
import { readableText } from '../playground/recording.ts';
import { phoneWidth } from './browser.ts';
import type { Chapter } from './play.ts';
import { DESK, deskThread, heads, inPlace, type Scene, said, textOf } from './scene.ts';

export type Told = {
  readonly language: Language;
  /** Imported here: Playwright transforms what is loaded while it runs. */
  readonly words: Words;
  /** What the customer types to choose it, and then to begin. */
  readonly chooses: string;
  readonly begins: string;
  readonly scenario: string;
  readonly title: string;
  readonly description: string;
  /** What the engineer types in the thread, and what stands in it. */
  readonly updates: readonly [typed: string, text: string];
  readonly resolves: readonly [typed: string, text: string];
};

export const GERMAN: Told = {
  language: 'de',
  words: de,
  chooses: 'language Deutsch',
  begins: 'Ausfall melden',
  scenario: 'Kernprozess für alle gestört',
  title: 'Rechnungen lassen sich nicht buchen',
  description: 'Jede Buchung endet mit „Aktualisierungskonflikt“.',
  updates: ['update Wir sehen eine Sperre.', 'Wir sehen eine Sperre.'],
  resolves: ['resolve Die Sperre ist weg.', 'Die Sperre ist weg.'],
};

export const JAPANESE: Told = {
  language: 'ja',
  words: ja,
  chooses: 'language 日本語',
  begins: '障害を報告',
  scenario: '基幹業務を誰も処理できない',
  title: '請求書を転記できません',
  description: 'すべての転記が「更新の競合」で終わります。',
  updates: ['update ロックを確認しました。', 'ロックを確認しました。'],
  resolves: ['resolve ロックを解除しました。', 'ロックを解除しました。'],
};

/** The playground's desk, whose language is that one. */
export const writeDeskIn = (language: Language) => (file: string) =>
  writeFileSync(file, readFileSync('env/playground.desk.yaml', 'utf8').replace(/^desk:\n/m, `desk:\n  language: ${language}\n`));

/** Words of English sentences that would be there by accident. No other language here has them, and no name or command. */
const ENGLISH = /\b(?:the|your|you|this|with|by|and|of|to|are|reported|acknowledged|when|who)\b/i;

export function chaptersIn(told: Told): readonly Chapter[] {
  const { words } = told;
  const { fields, confirmation, details, next, done } = words.report;
  const step = (id: (typeof STEP_IDS)[number]) => words.report.progress(STEP_IDS.indexOf(id) + 1, STEP_IDS.length);

  async function reporting({ page, checks }: Scene): Promise<void> {
    await page.openPersonal();
    await page.say(told.chooses);
    await page.waitForText(words.languages.about);
    await page.screenshotCard('00-language-phone', undefined, phoneWidth);
    await page.say(told.begins);
    await page.waitForText(step('confirmation'));
    await page.screenshotCard('01-confirmation-phone', undefined, phoneWidth);
    await page.press(confirmation.yes);
    await page.waitForText(step('scenario'));
    await page.screenshotCard('02-scenario-phone', undefined, phoneWidth);
    await page.press(told.scenario);
    await page.waitForText(step('details'));
    await page.press(next);
    await page.waitForText(words.report.errors.required);
    await page.screenshotCard('03-details-errors-phone', undefined, phoneWidth);
    await page.fill(fields.title.label, told.title);
    await page.fill(fields.description.label, told.description);
    await page.choose(fields.began.label, details.beganChoices['ago-15']);
    await page.choose(fields.affected.label, details.affectedChoices.everyone);
    await page.press(next);
    await page.waitForText(step('questions'));
    await page.screenshotCard('04-questions-phone', undefined, phoneWidth);
    await page.press(next);
    await page.waitForText(step('contact'));
    await page.screenshotCard('05-contact-phone', undefined, phoneWidth);
    await page.fill(fields.phone.label, '+45 32 12 34 56');
    await page.toggle(fields.aroundTheClock.label);
    await page.press(next);
    await page.waitForText(step('review'));
    await page.screenshotCard('06-review-phone', undefined, phoneWidth);
    const receipt = textOf(await page.press(done));
    checks.that(`22: the receipt is in ${told.language}`, /OUT-1001/.test(receipt) && receipt.includes('+45 70'), receipt);
    await page.waitForText('OUT-1001');
    await page.screenshotCard('07-receipt-phone', page.cardWith('OUT-1001').card, phoneWidth);
  }

  async function working(scene: Scene): Promise<void> {
    const { page, checks, people, cast } = scene;
    await checks.becomes('22: the desk has a thread', () => deskThread(scene, 'OUT-1001') !== '');
    const thread = deskThread(scene, 'OUT-1001');
    await people.pressButton('priya', thread, words.desk.acknowledge);
    const hears = (place: string, text: string) =>
      checks.becomes(`22: ${place} reads "${text}"`, () => heads(inPlace(scene, place), text).length > 0);
    const [typed, update] = told.updates;
    await people.sayInThread('priya', thread, typed);
    await hears('a:maya-lindt', update);
    await hears(cast.groupChat.id, update);
    const [ends, resolution] = told.resolves;
    await people.sayInThread('priya', thread, ends);
    await hears('a:maya-lindt', resolution);
    await page.openChannel(DESK);
    await page.waitForText('OUT-1001');
    const { card } = page.threadWith('OUT-1001').root;
    await checks.becomes('22: the card of the desk is no new outage any more', async () => {
      return !(await card.innerText()).includes(words.desk.newOutage('OUT-1001'));
    });
    await page.screenshotCard('08-desk-phone', card, phoneWidth);
    await page.openGroupChat(cast.groupChat.name);
    await page.waitForText(resolution);
    await page.screenshotCard('09-follower-phone', undefined, phoneWidth);
    await page.openPersonal();
    await page.waitForText(words.affected.pulse.titles.worksAgain);
    await page.screenshotCard('10-resolved-phone', undefined, phoneWidth);
  }

  async function reading(scene: Scene): Promise<void> {
    // Until the customer chose a language, it was that of their Teams, and others read theirs in their own chats.
    const all = said(scene);
    const chosen = all.findIndex((message) => readableText(message).includes(words.languages.about));
    const theirs = all.slice(chosen).filter(({ conversationId }) => !conversationId.startsWith('a:') || conversationId === 'a:maya-lindt');
    const english = theirs.flatMap((message) =>
      readableText(message)
        .split('\n')
        .filter((line) => ENGLISH.test(line)),
    );
    scene.checks.that('22: no message has an English sentence', english.length === 0, english.join(' | '));
  }

  return [
    ['A customer reports', reporting],
    ['The desk works', working],
    ['No English is left', reading],
  ];
}
