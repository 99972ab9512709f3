/** A report that was begun and not sent: it is there on every device and after every restart, and one nudge says that nobody knows of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { startBot, testFolder } from '../../support/bot/bot-process.ts';
import {
  ANSWERS,
  answersStep,
  createUsers,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  type TestBot,
  testDesk,
} from '../../support/bot/test-bot.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { stepLabel } from '../../support/report/step-label.ts';
import { type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';
import { until } from '../../support/until.ts';

const NUDGE = 'Your report waits to be sent. Nobody has read it yet.';
const OWN_CHAT = 'a:chat-with-29:maya';
const group: Place = { kind: 'groupChat', id: PLACES.announcements };
const nudgesIn = (teams: FakeTeams, id = OWN_CHAT) => teams.in(id).filter(({ summary }) => summary === NUDGE);

describe('a report that was begun and not sent', () => {
  let testBot: TestBot;
  beforeEach(async () => {
    testBot = await startTestBot();
  });
  afterEach(() => testBot.stop());
  const nudges = () => nudgesIn(testBot.teams);
  /** Time in which nobody presses anything. */
  async function silence(minutes: number): Promise<void> {
    for (let left = minutes; left > 0; left--) {
      testBot.clock.advance(60_000);
      await testBot.app.draftReminders.round();
    }
  }
  async function begins(): Promise<Shown> {
    const first = await testBot.says('maya', '/outage');
    return await answersStep(testBot, 'maya', first ?? undefined, ANSWERS.confirmation);
  }
  const drafts = async () => await testBot.app.store.drafts.newestOf('a1b2c3d4-0000-4000-8000-000000000001');

  it('is reminded of once, five minutes after the last press, and goes on where it was', async () => {
    const shown = await begins();
    await silence(4);
    await testBot.presses('maya', 'Back', await answersStep(testBot, 'maya', shown, ANSWERS.scenario), ANSWERS.details);
    await silence(4);
    expect(nudges()).toEqual([]);
    await silence(1);
    const [nudge] = nudges();
    expect(testBot.teams.text(nudge)).toContain('You began "Invoices cannot be posted" at 10:00');
    expect(testBot.teams.text(nudge)).not.toContain('Send report');
    const on = await testBot.presses('maya', 'Continue', nudge);
    expect(on.text).toContain(stepLabel('scenario'));
    await silence(120);
    expect(nudges()).toHaveLength(1);
  });

  it('is sent as it is, when nothing is missing', async () => {
    await testBot.reviews();
    await silence(5);
    const [nudge] = nudges();
    const shown = show(nudge?.card);
    const receipt = await testBot.presses('maya', 'Send report', nudge, {}, { kind: 'personal', id: OWN_CHAT });
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    await testBot.settles();
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))).toHaveLength(1);
    expect(await drafts()).toBeNull();
    // The same button once more leads to the report.
    expect((await testBot.presses('maya', 'Send report', shown)).text).toContain('OUT-1001: your report has arrived');
  });

  it('is not reminded of at its first step, after Done, or after Cancel', async () => {
    const first = await testBot.says('maya', '/outage');
    await silence(20);
    await testBot.presses('maya', 'Cancel', first ?? undefined);
    await testBot.reports();
    await silence(20);
    await testBot.presses('maya', 'Back', await begins());
    await testBot.presses('maya', 'Cancel', (await testBot.says('maya', '/outage')) ?? undefined);
    await silence(20);
    expect(nudges()).toEqual([]);
  });

  it('is not reminded of when the person was shown another way', async () => {
    const way = await testBot.presses('maya', 'Suspected breach or data leak', await begins());
    expect(way.text).toContain('call us instead');
    await silence(20);
    expect(nudges()).toEqual([]);
  });

  it('that was begun in a group is reminded of in their own chat, or nowhere', async () => {
    const offered = await testBot.says('maya', '/outage', group);
    const opened = await testBot.presses('maya', 'Continue my report', offered ?? undefined, {}, group);
    await answersStep(testBot, 'maya', opened, ANSWERS.confirmation, group);
    const before = testBot.teams.in(group.id).length;
    await silence(10);
    expect([nudges().length, testBot.teams.in(group.id).length]).toEqual([1, before]);

    // The bot is not installed for her: nothing anywhere.
    await testBot.presses('maya', 'Start over', (await testBot.says('maya', '/outage')) ?? undefined);
    await begins();
    testBot.teams.failNext({ status: 403 }, { times: 99, matches: ({ path: to }) => to.includes('29:maya') });
    await silence(10);
    testBot.teams.heal();
    await silence(60);
    expect([nudges().length, testBot.teams.in(group.id).length]).toEqual([1, before]);
  });

  it('is reminded of later when Teams takes nothing (503), and not again when nobody knows whether it did', async () => {
    await begins();
    testBot.teams.failNext({ status: 503 }, { times: 99, matches: ({ path: to }) => to.includes('29:maya') });
    await silence(8);
    expect(nudges()).toEqual([]);
    testBot.teams.heal();
    await silence(2);
    expect(nudges()).toHaveLength(1);

    await testBot.presses('maya', 'Start over', (await testBot.says('maya', '/outage')) ?? undefined);
    await begins();
    testBot.teams.failNext('accept-and-reset', { matches: ({ path: to }) => to.includes('29:maya') });
    await silence(60);
    expect(nudges()).toHaveLength(2);
  });

  it('is deleted a day after the last press, with all that was entered', async () => {
    await begins();
    testBot.clock.advance(24 * 3_600_000 - 1_000);
    expect(await drafts()).not.toBeNull();
    testBot.clock.advance(1_000);
    expect(await drafts()).toBeNull();
    await testBot.app.draftReminders.round();
    // Not only hidden.
    testBot.clock.advance(-24 * 3_600_000);
    expect(await drafts()).toBeNull();
  });

  it('of somebody who was taken off the project is not spoken of', async () => {
    await begins();
    const kept = await drafts();
    if (!kept) throw new Error('no draft');
    await testBot.app.store.drafts.save({ ...kept, before: kept.data, personId: 'a1b2c3d4-0000-4000-8000-000000000002' }, true);
    await silence(10);
    expect(testBot.teams.in('a:chat-with-29:priya')).toEqual([]);
  });
});

it('a desk that wants no nudges sends none', async () => {
  const testBot = await startTestBot({ desk: testDesk((text) => text.replace('desk:\n', 'desk:\n  nudgeDraftAfterMinutes: 0\n')) });
  await testBot.reviews();
  await testBot.passes(10);
  await testBot.app.draftReminders.round();
  expect(nudgesIn(testBot.teams)).toEqual([]);
  await testBot.stop();
});

it('two bots remind somebody once', async () => {
  const clock = fakeClock();
  const teams = await startFakeTeams(clock.now);
  const store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
  const bots = [
    await startTestBot({ clock, teams, store: async () => store }),
    await startTestBot({ clock, teams, store: async () => store }),
  ];
  await bots[0]?.reviews();
  clock.advance(5 * 60_000);
  await Promise.all(bots.map(({ app }) => app.draftReminders.round()));
  expect(nudgesIn(teams)).toHaveLength(1);
  for (const { app } of bots) await app.stop();
  await teams.stop();
});

describe('a bot that is killed (kill -9) while somebody reports', { tags: 'full' }, () => {
  it('has the draft when it is back, on every device, reminds of it once, and takes what it shows', async () => {
    const teams = await startFakeTeams(Date.now);
    const folder = testFolder();
    const deskFile = path.join(folder, 'desk.yaml');
    // Four seconds: later than it can be killed in, and soon enough to wait for.
    const playground = readFileSync('env/playground.desk.yaml', 'utf8').replace('desk:\n', 'desk:\n  nudgeDraftAfterMinutes: 0.07\n');
    writeFileSync(deskFile, playground);
    const file = path.join(folder, 'desk.sqlite');
    const environment = { DATABASE_FILE: file, DESK_FILE: deskFile, SERVICE_URL: teams.serviceUrl };
    let bot = await startBot(environment);
    const users = createUsers({ teams, url: () => bot.url() });
    await users.reviews();
    await bot.kill();
    expect(nudgesIn(teams)).toEqual([]);
    bot = await startBot(environment);

    // On another device she is offered to go on, with all that she entered.
    const offered = await users.says('maya', '/outage');
    expect(offered?.text).toContain('You began "Invoices cannot be posted" at');
    const review = await users.presses('maya', 'Continue', offered ?? undefined);
    for (const entered of ['Every posting ends with "Update conflict".', '40 trucks wait', '+45 32 12 34 56'])
      expect(JSON.stringify(review.card)).toContain(JSON.stringify(entered).slice(1, -1));

    await bot.kill();
    bot = await startBot(environment);
    await teams.until(() => nudgesIn(teams).length > 0);
    await bot.kill();
    bot = await startBot(environment);
    const receipt = await users.presses('maya', 'Send report', nudgesIn(teams)[0], {}, { kind: 'personal', id: OWN_CHAT });
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    // Its message has become the receipt, and no other came.
    expect(teams.in(OWN_CHAT)).toHaveLength(1);
    await teams.until(() => teams.messages.some(({ conversationId }) => conversationId.startsWith(PLACES.desk)));
    await until(() => {
      const tool = new DatabaseSync(file, { readOnly: true });
      const { left } = tool.prepare('select count(*) as left from draft').get() as { left: number };
      tool.close();
      return left === 0;
    });
    expect(teams.in(OWN_CHAT)).toHaveLength(1);
    await teams.stop();
  });
});
