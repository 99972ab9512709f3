/** A hundred customers join one outage on two bots while an engineer acknowledges it, as Teams sends it: over HTTP. */
// @module-tag full
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { asCustomer, crowdKeys, crowdLines } from '../../support/bot/crowd.ts';
import { chat, PLACES, type Shown, show, startTestBot, type TestBot, testDesk } from '../../support/bot/test-bot.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';

const LIMIT_MS = 120_000;
const CROWD = 100;
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, LIMIT_MS);
afterAll(() => postgres.stop(), LIMIT_MS);

/** The desk, with a crowd among the members of its first customer. */
const desk = testDesk((text) => {
  const crowd = crowdKeys(CROWD);
  return text.replace(/^people:\n/m, `people:\n${crowdLines(crowd)}`).replace(/members: \[/, `members: [${crowd.join(', ')}, `);
});

async function post(bot: TestBot, index: number, sent: object): Promise<string> {
  const { status, body } = await bot.post(asCustomer(`c${index}`, sent));
  expect(status, body).toBe(200);
  return body;
}

async function press(bot: TestBot, index: number, title: string, on: Shown): Promise<Shown> {
  const button = on.buttons.find((one) => one.title === title);
  if (!button) throw new Error(`no button '${title}' on: ${on.buttons.map((one) => one.title).join(', ')}\n${on.text}`);
  const { verb, data } = button;
  const body = await post(bot, index, bot.pressed('jonas', chat('jonas'), { verb, data, card: on.card, replyToId: 'none' }));
  return show((JSON.parse(body) as { value: unknown }).value);
}

it(
  '2.1: all of them get through, and so does the engineer',
  async () => {
    const url = await postgres.createDatabase();
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    const start = () =>
      startTestBot({ clock, teams, desk, quirks: [], store: async (now) => openPostgres({ url, now, log: silentLog() }) });
    const bots = [await start(), await start()] as const;
    onTestFinished(async () => void (await Promise.all(bots.map((bot) => bot.stop()))));
    await bots[0].reports('maya');
    const offered: Shown[] = [];
    for (let index = 0; index < CROWD; index++) {
      const bot = bots[index % 2] as TestBot;
      await post(bot, index, bot.typed('jonas', '/outage', chat('jonas')));
      const first = show(teams.in(`a:c${index}`).at(-1)?.card);
      const scenarios = await press(bot, index, 'Yes, all three are true', first);
      offered.push(await press(bot, index, 'A core process fails for everyone', scenarios));
    }
    const joins = offered.map((shown, index) => press(bots[index % 2] as TestBot, index, 'Join this outage', shown));
    const acknowledged = bots[1].presses(
      'priya',
      'Acknowledge',
      teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
    );
    const [taken, ...joined] = await Promise.all([acknowledged, ...joins]);
    expect(taken.text).toContain('Acknowledged by Priya Nair');
    expect(joined.filter(({ text }) => !text.includes('You joined it'))).toEqual([]);
    const id = (await bots[0].app.store.outages.idByNumber(1001)) ?? '';
    const types = ((await bots[0].app.store.outages.read(id))?.events ?? []).map(({ type }) => type);
    expect(types.filter((type) => type === 'joined')).toHaveLength(CROWD);
    expect(types).toContain('acknowledged');
  },
  LIMIT_MS,
);
