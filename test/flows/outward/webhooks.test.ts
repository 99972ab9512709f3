/** Another system hears what happens to outages: the real bot, a fake Teams, and a receiver over HTTP that checks all that it gets. */
// @module-tag sampled
import path from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { buildApp, type Overrides } from '../../../src/app.ts';
import { ConfigError, readConfig } from '../../../src/config.ts';
import { request } from '../../../src/outward/request.ts';
import { backupSqlite, restoreSqlite } from '../../../src/store/sqlite/backup.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createRandom } from '../../simulation/random.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { MINUTE_MS, PLACES, startTestBot, type TestBot, testDesk, thread } from '../../support/bot/test-bot.ts';
import { isAlarm } from '../../support/cards/alarms.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { RECEIVER_FAULTS, type ReceiverFault, SECRET, startReceiver } from '../../support/outward/receiver.ts';
import { sample } from '../../support/sample.ts';
import { cardText } from '../../support/teams/fake-teams.ts';

let testBot: TestBot;
afterEach(async () => await testBot?.stop());

const clock = (): FakeClock => fakeClock();
const environment = { WEBHOOK_SECRET: SECRET };
/** What hangs is given up after a moment, so that the test need not wait. */
const impatient: Overrides = { environment, request: (ask) => request({ ...ask, limitMs: 250 }) };

async function receiver(time: FakeClock, fault: () => ReceiverFault | null = () => null) {
  const started = await startReceiver(time.now, fault);
  onTestFinished(() => started.stop());
  return started;
}
const deskWith = (url: string, settings = '') =>
  testDesk((text) => `${text}\nwebhooks:\n  tickets: { address: "${url}", secret: WEBHOOK_SECRET, allowPrivate: true${settings} }\n`);

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const alarms = () => inDesk().filter(({ summary }) => isAlarm(summary));
const root = () => inDesk().find(({ summary }) => summary.startsWith('OUT-1001'));
/** In steps of a quarter of an hour, for what takes a day. */
async function hours(count: number, check = false): Promise<void> {
  for (let left = count * 4; left > 0; left--) {
    testBot.clock.advance(15 * MINUTE_MS);
    await testBot.settles();
    if (check) await testBot.app.watcher.check();
  }
}
const takesAndResolves = async () => {
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  await testBot.says('priya', 'update The gateway is back, we watch it.', thread(root()));
  await testBot.says('priya', 'resolve It was the gateway.', thread(root()));
  await testBot.settles();
};

describe('a webhook', () => {
  it('hears an outage from its report to its end, in order, and in public nothing of people or of what they wrote', async () => {
    const time = clock();
    const tickets = await receiver(time);
    testBot = await startTestBot({ clock: time, desk: deskWith(tickets.url), overrides: { environment } });
    await testBot.reports();
    await testBot.passes(16);
    await takesAndResolves();
    await hours(24.25);
    expect(tickets.types()).toEqual([
      ...['outage.reported', 'outage.escalated', 'outage.acknowledged', 'outage.updated', 'outage.resolved', 'outage.closed'],
    ]);
    expect(tickets.bodies().map(({ data }) => data.outage.number)).toEqual(Array(6).fill('OUT-1001'));
    expect(tickets.wrong).toEqual([]);
    expect(tickets.again()).toBe(0);
    expect(JSON.stringify(tickets.bodies())).not.toMatch(/maya|lindt|priya|nair|32 12 34 56|invoices|trucks|gateway/i);
    expect(JSON.stringify(testBot.log)).not.toContain(SECRET.slice(6));
  });

  it('hears the report, the contact and the updates where the desk file says full', async () => {
    const time = clock();
    const tickets = await receiver(time);
    testBot = await startTestBot({ clock: time, desk: deskWith(tickets.url, ', detail: full'), overrides: { environment } });
    await testBot.reports();
    await takesAndResolves();
    expect(tickets.bodies()[0]?.data.full).toMatchObject({ title: 'Invoices cannot be posted', reporter: 'Maya Lindt' });
    expect(tickets.bodies().at(-1)?.data.full).toMatchObject({ by: 'Priya Nair', text: 'It was the gateway.' });
    expect(tickets.wrong).toEqual([]);
  });

  it('hears only what it asked for', async () => {
    const time = clock();
    const tickets = await receiver(time);
    const desk = deskWith(tickets.url, ', events: [outage.reported, outage.breached, outage.resolved]');
    testBot = await startTestBot({ clock: time, desk, overrides: { environment } });
    await testBot.reports();
    await testBot.passes(31);
    await takesAndResolves();
    expect(tickets.types()).toEqual(['outage.reported', 'outage.breached', 'outage.resolved']);
  });

  it('hears nothing of an outage of another project', async () => {
    const time = clock();
    const tickets = await receiver(time);
    const desk = testDesk(
      (text) =>
        `${text.replace('followers:', '  - id: harbour\n    name: Harbour\n    members: [aiko]\n    environments:\n      - { id: quay, name: Quay, kind: production }\nfollowers:')}
webhooks:
  tickets: { address: "${tickets.url}", secret: WEBHOOK_SECRET, allowPrivate: true, projects: [harbour] }
`,
    );
    testBot = await startTestBot({ clock: time, desk, overrides: { environment } });
    await testBot.reports();
    await testBot.passes(1);
    expect(tickets.asked).toEqual([]);
  });
});

describe('a drill', () => {
  const drill = async (words: string) => {
    const time = clock();
    const tickets = await receiver(time);
    testBot = await startTestBot({ clock: time, desk: deskWith(tickets.url), overrides: { environment } });
    await testBot.says('priya', words);
    await testBot.passes(2);
    return tickets;
  };

  it('sends no webhook', async () => {
    expect((await drill('/outage drill')).asked).toEqual([]);
  });

  it('with pings does, and says in each that it is a drill', async () => {
    const tickets = await drill('/outage drill with pings');
    expect(tickets.types()).toEqual(expect.arrayContaining(['outage.reported', 'outage.breached', 'outage.drill_ended']));
    expect(tickets.bodies().filter(({ data }) => !data.drill || data.outage.number !== 'DRILL-1')).toEqual([]);
    expect(tickets.wrong).toEqual([]);
  });
});

describe('a receiver that fails', () => {
  it.each(sample('receivers', ['1', '2', '3', '4', '5', '6'], 1))(
    'in every way of seed %s gets all events in order all the same, and Teams waits for none of them',
    async (seed) => {
      const time = clock();
      const random = createRandom(`receiver ${seed}`);
      const faults = RECEIVER_FAULTS.filter((fault) => fault !== 'gone' && fault !== 'refuses');
      let bad = 12;
      const tickets = await receiver(time, () => (bad-- > 0 ? random.pick(faults) : null));
      testBot = await startTestBot({ clock: time, desk: deskWith(tickets.url), overrides: impatient });
      await testBot.reports();
      await takesAndResolves();
      // Teams has all of it before the receiver has taken anything for sure.
      expect(
        testBot.teams
          .in('a:maya')
          .map(({ summary }) => summary)
          .at(-1),
      ).toContain('OUT-1001');
      await hours(12);
      expect(bad).toBeLessThanOrEqual(0);
      expect(tickets.types().slice(0, 4)).toEqual(['outage.reported', 'outage.acknowledged', 'outage.updated', 'outage.resolved']);
      expect(tickets.wrong).toEqual([]);
      expect(alarms().map(({ summary }) => summary)).toEqual([]);
    },
  );

  it('for more than a day is shown with what it missed, and hears what comes afterwards', async () => {
    const time = clock();
    let isAway = true;
    const tickets = await receiver(time, () => (isAway ? 'error' : null));
    testBot = await startTestBot({
      clock: time,
      desk: deskWith(tickets.url, ', events: [outage.reported, outage.resolved]'),
      overrides: { environment },
    });
    await testBot.reports();
    await hours(1);
    expect(tickets.asked.length).toBeLessThan(12);
    expect((await testBot.says('priya', '/outage check'))?.text).toMatch(
      /The webhook "tickets" \(127.*has taken nothing since .* Last answer: 127.*answered 500/,
    );
    await hours(25, true);
    const told = cardText(alarms().at(-1)?.card);
    expect(alarms().map(({ summary }) => summary)).toEqual(['1 message was given up']);
    for (const part of ['OUT-1001', 'the webhook "tickets"', 'answered 500', 'Enter there by hand']) expect(told).toContain(part);
    isAway = false;
    await takesAndResolves();
    expect(tickets.types()).toEqual(['outage.resolved']);
    expect((await testBot.says('priya', '/outage check'))?.text).not.toContain('webhook');
  });

  it('and answers 410 Gone gets nothing more, also after a restart, and the desk is told once', async () => {
    const time = clock();
    const tickets = await receiver(time, () => 'gone');
    const file = path.join(testFolder(), 'desk.sqlite');
    const store = () => openSqlite({ file, now: time.now, log: silentLog() });
    const start = async (teams?: TestBot['teams']) =>
      await startTestBot({ clock: time, store, desk: deskWith(tickets.url), overrides: { environment }, ...(teams && { teams }) });
    testBot = await start();
    await testBot.reports();
    await testBot.watches(5);
    await testBot.app.stop();
    testBot = await start(testBot.teams);
    await takesAndResolves();
    await hours(2, true);
    expect(tickets.asked).toEqual(['POST /hook']);
    expect(alarms().map(({ summary }) => summary)).toEqual(['1 message was given up']);
    expect(cardText(alarms()[0]?.card)).toContain('answered 410 Gone: it gets no more events');
    expect((await testBot.says('priya', '/outage check'))?.text).toContain(
      'answered 410 Gone, so it gets no more events. Remove it from webhooks',
    );
  });
});

describe('after a restore', () => {
  it('nothing that was on its way is sent, the desk is told of it, and what happens from then on is sent', async () => {
    const time = clock();
    let isAway = true;
    const tickets = await receiver(time, () => (isAway ? 'error' : null));
    const folder = testFolder();
    const [file, from] = [path.join(folder, 'desk.sqlite'), path.join(folder, 'copy')];
    const store = () => openSqlite({ file, now: time.now, log: silentLog() });
    testBot = await startTestBot({ clock: time, store, desk: deskWith(tickets.url), overrides: { environment } });
    const { teams } = testBot;
    await testBot.reports();
    await backupSqlite({ file, to: from, now: time.now });
    await testBot.app.stop();
    await restoreSqlite({ file, from, replace: true });
    isAway = false;
    testBot = await startTestBot({ clock: time, store, teams, desk: deskWith(tickets.url), overrides: { environment } });
    await testBot.watches(10);
    expect(tickets.types()).toEqual([]);
    expect(cardText(alarms().find(({ summary }) => summary === '1 message was given up')?.card)).toContain('the records were restored');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    expect(tickets.types()).toEqual(['outage.acknowledged']);
    expect(tickets.wrong).toEqual([]);
  });
});

describe('a bot', () => {
  it('does not start without the secret of a webhook, and says which, and what to do', async () => {
    const start = buildApp(readConfig({ PORT: '0' }, true), deskWith('http://127.0.0.1:1/'), silentLog());
    const error = await start.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems).toEqual([
      expect.stringMatching(/^WEBHOOK_SECRET is missing\..*set it, or WEBHOOK_SECRET_FILE/),
    ]);
  });
});
