/** The desk's channel cannot be reached: the reporter has a receipt in hand that says so, and hears when it can. */
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markSqliteRestored } from '../../../src/store/sqlite/backup.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { ANSWERS, answersStep, PLACES, type Place, startTestBot, type TestBot, testDesk } from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { type FakeTeams, startFakeTeams, type TeamsRequest } from '../../support/teams/fake-teams.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot();
});
afterEach(() => testBot.stop());

const group: Place = { kind: 'groupChat', id: PLACES.announcements };
const isThread = ({ method, path, text }: TeamsRequest) => method === 'POST' && path === '/conversations' && text.includes(PLACES.desk);
const toMaya = ({ path }: TeamsRequest) => path.startsWith('/conversations/a:maya/');
const away = (status = 503, matches = isThread, teams: FakeTeams = testBot.teams) => teams.failNext({ status }, { times: 9_999, matches });

const receiptsTo = (id = 'a:maya', { teams }: TestBot = testBot) =>
  teams.in(id).filter(({ summary }) => /not at the support desk yet/.test(summary));
const endsTo = (id = 'a:maya') => testBot.teams.in(id).filter(({ summary }) => summary === 'OUT-1001: at the support desk now');
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const copyIn = (shown: { card: unknown } | undefined) => String(ofType(shown?.card, 'Input.Text')[0]?.value ?? '');
const seconds = (count: number) => testBot.passes(count / 60);

describe('a desk whose channel cannot be reached for two minutes (503)', () => {
  it('is told to the reporter after one, with all that was entered and the phone, once; and when it is there, once', async () => {
    away();
    await testBot.reports();
    await seconds(50);
    expect(receiptsTo()).toEqual([]);
    await seconds(20);
    const [receipt] = receiptsTo();
    const text = testBot.teams.text(receipt);
    expect(text).toContain(
      'We stored your report at 10:00 (Copenhagen time), with everything that you entered. You do not have to enter it again.',
    );
    expect(text).toContain('a support engineer acknowledges it by 10:30');
    // Their part of the world first.
    expect(text).toContain('call +45 70 10 20 30 (Europe) or +1 206 555 0100 (Americas) and say OUT-1001');
    for (const entered of [
      'Number: OUT-1001',
      'Title: Invoices cannot be posted',
      'Since the morning run.',
      '40 trucks wait',
      '+45 32 12 34 56',
    ])
      expect(copyIn(receipt)).toContain(entered);
    await seconds(50);
    expect(endsTo()).toEqual([]);

    testBot.teams.heal();
    await seconds(60);
    expect(inDesk().map(({ summary }) => summary)).toEqual([expect.stringContaining('OUT-1001: Not acknowledged yet')]);
    // Engineers know that somebody may be on the phone.
    expect(testBot.teams.text(inDesk()[0])).toMatch(/At \{\{TIME\(.*we told the reporter that it had not reached this channel/);
    expect(testBot.teams.text(endsTo()[0])).toContain('A support engineer acknowledges it by 10:30');
    await seconds(600);
    expect([receiptsTo().length, endsTo().length, inDesk().length]).toEqual([1, 1, 1]);
  });

  it('is not told when it can be reached within the time', async () => {
    away();
    await testBot.reports();
    await seconds(20);
    testBot.teams.heal();
    await seconds(600);
    expect(inDesk()).toHaveLength(1);
    expect([...receiptsTo(), ...endsTo()]).toEqual([]);
  });

  it('is told after the time of the desk file', async () => {
    await testBot.stop();
    testBot = await startTestBot({ desk: testDesk((text) => `${text}\npromise: { receiptAfterSeconds: 20 }\n`) });
    away();
    await testBot.reports();
    await seconds(20);
    expect(receiptsTo()).toHaveLength(1);
  });

  it('is told to a group without what was entered, which the reporter alone can have', async () => {
    away();
    await testBot.reports('maya', group);
    await seconds(70);
    const [receipt] = receiptsTo(group.id);
    expect(testBot.teams.text(receipt)).toContain('<at>Maya Lindt</at>');
    expect(JSON.stringify(receipt?.card)).not.toMatch(/Invoices|trucks|32 12 34/);
    expect(copyIn(await testBot.presses('maya', 'Show text to copy', receipt, {}, group))).toContain('Invoices cannot be posted');
    const other = await testBot.presses('aiko', 'Show text to copy', receipt, {}, group);
    expect(other.said).toContain('Only Maya Lindt');
    expect(receiptsTo()).toEqual([]);
  });

  it('is not told of a report that somebody took by its number, or that was withdrawn', async () => {
    away();
    const receipt = await testBot.reports();
    await testBot.says('priya', 'ack OUT-1001');
    await seconds(90);
    expect(receiptsTo()).toEqual([]);
    testBot.teams.heal();
    await seconds(60);
    expect(endsTo()).toEqual([]);

    away();
    await testBot.presses('maya', 'Withdraw', await testBot.presses('maya', 'Withdraw report', await testBot.reports()));
    await seconds(90);
    expect(receiptsTo()).toEqual([]);
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
  });

  it('is not told of a drill', async () => {
    away();
    await testBot.says('priya', '/outage drill');
    await seconds(55);
    const drill = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(-1)) ?? '');
    expect(drill?.events.map(({ type }) => type)).not.toContain('desk-unreached');
    expect(testBot.teams.messages.filter(({ summary }) => /not at the support desk/.test(summary))).toEqual([]);
  });
});

it('a desk whose channel is gone (404) is tried again, and the receipt comes all the same', async () => {
  away(404);
  await testBot.reports();
  await seconds(70);
  expect(receiptsTo()).toHaveLength(1);
  testBot.teams.heal();
  await seconds(60);
  expect([inDesk().length, endsTo().length]).toEqual([1, 1]);
});

it('a first message that was set aside is no thread either', async () => {
  away();
  await testBot.reports();
  const { store } = testBot.app;
  testBot.clock.advance(5_000);
  const id = (await store.outages.idByNumber(1001)) ?? '';
  const lane = (await store.deliveries.claimLanes(9, 15_000, 9)).find((one) => one.id === PLACES.desk);
  if (!lane) throw new Error('the lane of the desk cannot be claimed');
  await store.deliveries.finish(lane, [`${id}/opening/desk/1`], { state: 'failed', error: 'by hand' });
  await store.deliveries.release(lane, null);
  await seconds(70);
  expect(receiptsTo()).toHaveLength(1);
});

describe('while Teams is away altogether', () => {
  /** From Done on: what she typed before had its answers. */
  async function reportsInto() {
    const review = await testBot.reviews();
    away();
    away(503, toMaya);
    await testBot.presses('maya', 'Send report', review);
    await testBot.settles();
  }

  it('the receipt is left out when the thread comes first', async () => {
    await reportsInto();
    await seconds(90);
    expect(receiptsTo()).toEqual([]);
    const id = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    const before = await testBot.app.store.outages.read(id);
    expect(before?.events.map(({ type }) => type)).toEqual(['reported', 'desk-unreached']);
    // The thread is there, and nobody has recorded yet that the reporter is to hear so.
    testBot.teams.heal();
    away(503, toMaya);
    await seconds(50);
    testBot.teams.heal();
    await seconds(60);
    expect([inDesk().length, receiptsTo().length, endsTo().length]).toEqual([1, 0, 1]);
  });

  it('the receipt comes as soon as it can, while the desk is still away', async () => {
    await reportsInto();
    await seconds(600);
    expect(receiptsTo()).toEqual([]);
    testBot.teams.heal();
    away();
    await seconds(60);
    expect(receiptsTo()).toHaveLength(1);
  });

  it('a receipt that comes after the promise says that it was broken', async () => {
    await reportsInto();
    await seconds(31 * 60);
    testBot.teams.heal();
    away();
    await seconds(60);
    expect(testBot.teams.text(receiptsTo()[0])).toContain('We promised to acknowledge it by 10:30 (Copenhagen time), and we are late.');
  });
});

describe('two bots', () => {
  it('tell it once', async () => {
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    const store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
    const common = { clock, teams, store: async () => store };
    const first = await startTestBot(common);
    const second = await startTestBot(common);
    away(503, isThread, teams);
    await first.presses('maya', 'Send report', await first.reviews());
    for (let left = 13; left > 0; left--) {
      clock.advance(10_000);
      await Promise.all([first, second].map(({ app }) => app.engine.settle()));
    }
    expect(receiptsTo('a:maya', first)).toHaveLength(1);
    teams.heal();
    clock.advance(60_000);
    await Promise.all([first, second].map(({ app }) => app.engine.settle()));
    await first.settles();
    expect(teams.in('a:maya').filter(({ summary }) => /desk now$/.test(summary))).toHaveLength(1);
    await Promise.all([first.app.stop(), second.app.stop()]);
  });
});

describe('a store that was put back from a backup', () => {
  it('has its receipts too, and reminds nobody of drafts that may have been sent since', async () => {
    const [clock, file] = [fakeClock(), path.join(testFolder(), 'desk.sqlite')];
    const teams = await startFakeTeams(clock.now);
    const start = () => startTestBot({ clock, teams, store: (now) => openSqlite({ file, now, log: silentLog() }) });
    const before = await start();
    away(503, isThread, teams);
    await before.reports();
    await answersStep(before, 'jonas', (await before.says('jonas', '/outage')) ?? undefined, ANSWERS.confirmation);
    await before.app.stop();
    await markSqliteRestored(file);
    const after = await start();
    await after.passes(6);
    await after.app.draftReminders.round();
    expect(receiptsTo('a:maya', after)).toHaveLength(1);
    expect(teams.in('a:chat-with-29:jonas')).toEqual([]);
    await after.app.stop();
    await teams.stop();
  });
});
