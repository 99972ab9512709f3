/** Two bots on one PostgreSQL, at the same moment: each thing happens once, and every conversation stays in order. */
// @module-tag full
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS } from '../../../src/engine/delivery/limits.ts';
import { createHandle } from '../../../src/engine/handle.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { MINUTE_MS, objectId, PLACES, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { isAlarm } from '../../support/cards/alarms.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';

const START_LIMIT_MS = 300_000;
let postgres: TestPostgres;
let clock: FakeClock;
let teams: FakeTeams;
let one: TestBot;
let other: TestBot;

beforeAll(async () => {
  postgres = await startPostgres();
}, START_LIMIT_MS);
afterAll(() => postgres.stop(), START_LIMIT_MS);

beforeEach(async () => {
  const url = await postgres.createDatabase();
  clock = fakeClock();
  teams = await startFakeTeams(clock.now);
  const start = () => startTestBot({ clock, teams, store: async (now) => openPostgres({ url, now, log: silentLog() }) });
  [one, other] = await Promise.all([start(), start()]);
});
afterEach(async () => {
  await Promise.all([one.stop(), other.stop()]);
});

const settle = async () => void (await Promise.all([one.settles(), other.settles()]));
const inDesk = () => teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const deskThread = () => inDesk()[0];
const summaries = () => inDesk().map(({ summary }) => summary);
async function bothPass(minutes: number) {
  for (let left = minutes * MINUTE_MS; left > 0; left -= 30_000) {
    clock.advance(Math.min(left, 30_000));
    await settle();
  }
}

describe('two bots on one database', () => {
  it('are set up at the same moment, and let two engineers press at the same moment: one takes it, the other hears who and when', async () => {
    await one.reports();
    clock.advance(7 * MINUTE_MS);
    const answers = await Promise.all([
      one.presses('priya', 'Acknowledge', deskThread()),
      other.presses('tomas', 'Acknowledge', deskThread()),
    ]);
    await settle();
    const late = answers.findIndex(({ text }) => text.includes('already acknowledged'));
    const [winner, loser] = late === 1 ? ['Priya Nair', 'Tomás Herrera'] : ['Tomás Herrera', 'Priya Nair'];
    expect(answers[late]?.text).toMatch(new RegExp(`${winner} already acknowledged OUT-1001 .*TIME\\(2026-01-04T09:07:00Z\\)`));
    expect(answers[1 - late]?.text).toContain(`Acknowledged by ${winner}`);
    expect(teams.text(deskThread())).toContain(`Acknowledged by ${winner}`);
    const news = teams.messages.filter(({ summary }) => summary.includes('OUT-1001: Acknowledged. By'));
    for (const { summary } of news) expect(summary).toMatch(new RegExp(`By ${winner} at .*, after 7 minutes$`));
    // Once in the desk's thread, the reporter's chat, the channel and the group chat that follow.
    expect(new Set(news.map(({ conversationId }) => conversationId)).size).toBe(4);
    expect(news).toHaveLength(4);
    expect(JSON.stringify(teams.messages)).not.toContain(`${loser} acknowledged`);
  });

  it('merge into an outage that ends at that moment: it is refused, and the other one still waits for somebody', async () => {
    await one.reports();
    await one.reports('jonas');
    const [id, intoId] = await Promise.all([1001, 1002].map(async (number) => (await one.app.store.outages.idByNumber(number)) ?? ''));
    const by = one.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
    const { outages } = one.app.store;
    let meanwhile = async () => {
      meanwhile = async () => {};
      await other.app.engine.handle({ type: 'resolve', outageId: intoId ?? '', by, text: 'Over', seen: null });
    };
    const handle = createHandle({
      outages: {
        ...outages,
        transaction: (work) =>
          outages.transaction((transaction) =>
            work({
              ...transaction,
              append: async (change) => {
                await meanwhile();
                await transaction.append(change);
              },
            }),
          ),
      },
      ...{ desk: one.desk, log: silentLog(), onStored: () => {} },
    });
    const outcome = await handle({ type: 'merge', outageId: id ?? '', by, intoId: intoId ?? '', seen: null });
    expect(outcome).toMatchObject({ ok: false, rejection: { type: 'bad-target', why: 'ended' } });
    expect((await outages.read(id ?? ''))?.outage.state).toBe('reported');
  });

  it('ten times over decide it between two who press at once', async () => {
    for (let round = 0; round < 10; round++) {
      await one.reports();
      const root = inDesk().findLast(({ summary }) => summary.includes('Not acknowledged yet'));
      const answers = await Promise.all([one.presses('priya', 'Acknowledge', root), other.says('tomas', 'ack', thread(root))]);
      expect(answers.filter((answer) => answer?.text.includes('already acknowledged'))).toHaveLength(1);
      await settle();
    }
    expect(summaries().filter((summary) => summary.includes(': Acknowledged. By'))).toHaveLength(10);
  });

  it('make one outage of a Done that came to both', async () => {
    const review = await one.reviews();
    const receipts = await Promise.all([one, other, one, other].map((bot) => bot.presses('maya', 'Send report', review)));
    for (const receipt of receipts) expect(receipt.text).toContain('OUT-1001: your report has arrived');
    await settle();
    expect(inDesk()).toHaveLength(1);
    await other.reports('jonas');
    expect(summaries()[1]).toContain('OUT-1002');
  });

  it('go on with a report that was begun on the other', async () => {
    const review = await one.reviews();
    expect((await other.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
  });

  it('ping once at each step, however many of them look at the clock', async () => {
    await one.reports();
    await bothPass(41);
    expect(summaries().slice(1)).toEqual([
      'OUT-1001: please acknowledge',
      'OUT-1001: deadline is near',
      'OUT-1001: late, acknowledge it now',
      'OUT-1001: still not acknowledged',
    ]);
    for (const person of ['priya', 'tomas', 'ingrid']) {
      expect(teams.in(`a:chat-with-29:${person}`).map(({ summary }) => summary)).toEqual(['OUT-1001: deadline is near']);
    }
    expect(teams.in('a:maya').filter(({ summary }) => summary === 'OUT-1001: late, not acknowledged yet')).toHaveLength(1);
  });

  it('send one message at a time in each conversation, and the news of an outage in their order', async () => {
    for (const bot of [one, other, one]) await bot.reports();
    await settle();
    const isOffer = ({ summary }: { summary: string }) => summary.includes('similar outages');
    const roots = inDesk().filter((message) => !isOffer(message));
    teams.overlaps.length = 0;
    for (const [index, root] of roots.entries()) {
      const bot = index % 2 ? one : other;
      await bot.presses('priya', 'Acknowledge', root);
      for (const text of ['first', 'second', 'third']) await bot.says('tomas', `update The ${text} word`, thread(root));
      await bot.says('priya', 'resolve It works again', thread(root));
    }
    await settle();
    expect(teams.overlaps).toEqual([]);
    for (const root of roots) {
      const told = teams
        .in(root.conversationId)
        .slice(1)
        .filter((message) => !isOffer(message));
      expect(
        told.map((message) =>
          /: (Acknowledged|Resolved)|The (first|second|third) word/.exec(`${message.summary} ${teams.text(message)}`)?.slice(1),
        ),
      ).toEqual([['Acknowledged', undefined], ...['first', 'second', 'third'].map((word) => [undefined, word]), ['Resolved', undefined]]);
    }
  });

  it('tell the desk once of what both see, and once of its end', async () => {
    const refused = ({ path, text }: { path: string; text: string }) => `${path} ${text}`.includes(PLACES.announcements);
    teams.failNext({ status: 503 }, { times: 999, matches: refused });
    await one.reports();
    const watch = async (minutes: number) => {
      for (let left = minutes; left > 0; left -= 0.5) {
        await bothPass(0.5);
        await Promise.all([one, other].map(({ app }) => app.watcher.check()));
      }
    };
    const told = () => summaries().filter(isAlarm);
    await watch(10);
    expect(told()).toEqual(['Messages do not get through']);
    teams.heal();
    await watch(3);
    teams.failNext({ status: 403 }, { times: 999, matches: refused });
    await other.reports('jonas');
    await watch(2);
    expect(told()).toEqual(['Messages do not get through', 'Messages get through again', '1 message was given up']);
  });

  it('take over from one that died while it sent, when its lease ends and not before, and say that it is a repeat', async () => {
    teams.failNext('hang', { matches: ({ text }) => text.includes('New outage') || text.includes('new outage') });
    await one.presses('maya', 'Send report', await one.reviews());
    // Its request never gets an answer: to the others that looks as if it had died in the middle.
    // It waits for the answer that does not come, and may fail when the bot is stopped after the test.
    one.settles().catch(() => {});
    await teams.until(() => teams.received.some(({ text }) => text.includes('new outage')));
    clock.advance(LEASE_MS - 1);
    await other.app.engine.settle();
    expect(inDesk()).toEqual([]);
    clock.advance(1);
    await other.settles();
    expect(inDesk()).toHaveLength(1);
    expect(teams.text(deskThread())).toContain('Sent again');
    expect((await other.presses('priya', 'Acknowledge', deskThread())).text).toContain('Acknowledged by Priya Nair');
  });
});
