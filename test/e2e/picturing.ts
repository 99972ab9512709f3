/** The chapters behind the pictures of the pages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { stepLabel } from '../support/report/step-label.ts';
import { chooseScenario } from './past-the-offer.ts';
import { DESK, deskThread, type Scene } from './scene.ts';

const NUMBER = 'OUT-1001';

export async function reporting(scene: Scene): Promise<void> {
  const { page, people, checks } = scene;
  await page.openPersonal();
  await page.say('/outage');
  await page.waitForText(stepLabel('confirmation'));
  await page.press('Yes, all three are true');
  await chooseScenario(page, 'A core process fails for everyone');
  await page.fill('Title: what is wrong, in a few words', 'Invoices cannot be posted in any company');
  await page.fill(
    'What is happening, and what error do you see?',
    'Every posting ends with "Update conflict in LedgerJournal". Since the morning batch.',
  );
  await page.choose('When did it begin?', '15 minutes ago');
  await page.choose('How many are affected?', 'Everyone');
  await page.fill('What does it stop the business from doing? (optional)', '40 trucks wait for delivery notes.');
  await page.screenshotCard('report');
  await page.press('Continue');
  await page.press('Continue');
  await page.fill('Phone, with country code', '+45 32 12 34 56');
  await page.toggle('Reachable');
  await page.press('Continue');
  await page.press('Send report');
  await page.openChannel(DESK);
  await page.waitForText(`${NUMBER}: new outage`);
  await checks.becomes('the desk has a thread', () => deskThread(scene, NUMBER) !== '');
  await people.sayInThread('priya', deskThread(scene, NUMBER), 'ack');
  await people.sayInThread('priya', deskThread(scene, NUMBER), 'update A lock on the batch table blocks all postings. We are clearing it.');
  const thread = page.threadWith(NUMBER);
  await thread.waitForText(`${NUMBER}: Investigating`);
  // The edit of the first card follows the news.
  await thread.root.card.getByText('Investigating (Priya Nair)').waitFor();
  await page.screenshotCard('thread', thread.all);
}

export async function following({ page, cast }: Scene): Promise<void> {
  await page.openGroupChat(cast.groupChat.name);
  await page.waitForText('A lock on the batch table');
  await page.screenshot('follower');
}

/** A desk that is set up in Teams: the file names neither its channel nor who follows. */
export function writeSetupDesk(file: string): void {
  const { desk, followers: _followers, ...rest } = parse(readFileSync('env/playground.desk.yaml', 'utf8')) as Record<string, object>;
  writeFileSync(file, stringify({ desk: { ...desk, channel: undefined }, ...rest }));
}

export async function settingUp({ page }: Scene): Promise<void> {
  await page.openChannel(DESK);
  await page.post('setup', { mention: true });
  await page.waitForText('Set up Outage Desk');
  await page.press('Set up');
  await page.screenshotCard('setup');
}
