/** kill -9 at the worst moments, of the real program on its real file. */
// @module-tag full
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BotProcess, startBot, testFolder } from '../../support/bot/bot-process.ts';
import { ANSWERS, createUsers, PLACES, type Users } from '../../support/bot/users.ts';
import { type FakeTeams, startFakeTeams, type TeamsRequest } from '../../support/teams/fake-teams.ts';
import { until } from '../../support/until.ts';

const REPEATED = 'Sent again: we could not tell whether the first message arrived.';
/** Reminder, last call and breach within half a second of each other, late enough that a bot can be killed before. */
const SHORT_PROMISE = `
promise:
  acknowledgeWithinMinutes: 0.07
  ladder:
    - { afterMinutes: 0.06, kind: reminder, levels: [primary, secondary] }
    - { afterMinutes: 0.065, kind: last-call, levels: [primary, secondary, duty-manager], direct: true }
  breach: { levels: [primary, secondary, duty-manager], repeatEveryMinutes: 10 }
`;
const BREACH_MS = 4_200;

type World = Users & { teams: FakeTeams; bot: BotProcess; restart(): Promise<void>; rows(sql: string): Record<string, unknown>[] };

async function startWorld(promise = ''): Promise<World> {
  const teams = await startFakeTeams(Date.now);
  onTestFinished(() => teams.stop());
  const folder = testFolder();
  const deskFile = path.join(folder, 'desk.yaml');
  const playground = readFileSync('env/playground.desk.yaml', 'utf8').replace(/\npromise:[\s\S]*?\n\n/, `\n${promise}\n`);
  writeFileSync(deskFile, playground);
  const file = path.join(folder, 'desk.sqlite');
  const environment = { DATABASE_FILE: file, DESK_FILE: deskFile, SERVICE_URL: teams.serviceUrl };
  let bot = await startBot(environment);
  const world: World = {
    ...createUsers({ teams, url: () => bot.url() }),
    teams,
    bot,
    async restart() {
      await bot.kill();
      teams.heal();
      bot = await startBot(environment);
    },
    rows(sql) {
      const tool = new DatabaseSync(file, { readOnly: true });
      try {
        return tool.prepare(sql).all() as Record<string, unknown>[];
      } finally {
        tool.close();
      }
    },
  };
  return world;
}

const isDeskThread = ({ method, path: to, text }: TeamsRequest) =>
  method === 'POST' && to === '/conversations' && text.includes(PLACES.desk) && text.includes('"activity"');
const deskMessages = ({ teams }: World) => teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const isDone = (world: World, key: string) =>
  world.rows(`select 1 from delivery where key like '%/${key}' and state = 'done'`).length === 1;
const openingRow = (world: World) =>
  world.rows(`select state, attempts, repeats, maybe_sent from delivery where kind = 'opening' and place = 'desk'`)[0];
const press = async (world: World) => (await world.presses('maya', 'Send report', await world.reviews())).text;

describe('a bot that is killed after Done', () => {
  it('and before the desk heard of it posts the thread once when it starts again', async () => {
    const world = await startWorld();
    // Teams asks for a pause, in which nothing is under way: that is when it is killed.
    world.teams.failNext({ status: 429, headers: { 'retry-after': '3' } }, { matches: isDeskThread, times: 99 });
    expect(await press(world)).toContain('OUT-1001: your report has arrived');
    await until(() => world.rows('select 1 from lane where lease_until = 0 and not_before > 0').length === 1);
    expect(deskMessages(world)).toEqual([]);
    await world.restart();
    await until(() => isDone(world, 'opening/desk/1'));
    expect(deskMessages(world).map(({ summary }) => summary)).toEqual([
      'OUT-1001: Not acknowledged yet. \u201CInvoices cannot be posted\u201D',
    ]);
    expect(world.teams.text(deskMessages(world)[0])).not.toContain(REPEATED);
    expect(openingRow(world)).toMatchObject({ state: 'done', repeats: 0 });
    expect((await world.presses('priya', 'Acknowledge', deskMessages(world)[0])).text).toContain('Acknowledged by Priya Nair');
  });

  it('of a request posts it in its queue once, and Done brings the same one', async () => {
    const world = await startWorld();
    world.teams.failNext({ status: 429, headers: { 'retry-after': '3' } }, { matches: isDeskThread, times: 99 });
    const first = (await world.says('maya', '/outage')) ?? undefined;
    const conditions = await world.presses('maya', 'No, not all three', first);
    const exit = await world.presses('maya', 'Continue', conditions, { live: 'true', many: 'false', stopped: 'true' });
    let review = await world.presses('maya', 'Send as a request', exit);
    for (const inputs of [ANSWERS.details, ANSWERS.contact]) review = await world.presses('maya', 'Continue', review, inputs);
    const send = review.buttons[0]?.title ?? '';
    expect((await world.presses('maya', send, review)).text).toContain('REQ-1 was sent');
    await until(() => world.rows('select 1 from lane where lease_until = 0 and not_before > 0').length === 1);
    await world.restart();
    expect((await world.presses('maya', send, review)).text).toContain('REQ-1 was sent');
    await until(() => isDone(world, 'opening/queue/1'));
    expect(deskMessages(world).map(({ summary }) => summary)).toEqual([
      'REQ-1: Request, waiting for a reply. \u201CInvoices cannot be posted\u201D',
    ]);
    expect(world.rows('select 1 from outage')).toHaveLength(1);
  });

  it('when Teams had the message and it could not record that, sends it exactly once more, labelled and counted', async () => {
    const world = await startWorld();
    world.teams.failNext('accept-and-hang', { matches: isDeskThread });
    await press(world);
    await world.teams.until(() => deskMessages(world).length === 1);
    await world.restart();
    await until(() => isDone(world, 'opening/desk/1'));
    const [first, second, ...more] = deskMessages(world);
    expect(more).toEqual([]);
    expect(world.teams.text(first)).not.toContain(REPEATED);
    expect(world.teams.text(second)).toContain(REPEATED);
    expect(openingRow(world)).toEqual({ state: 'done', attempts: 2, repeats: 1, maybe_sent: 0 });
    // Both have the button, and both lead to the one outage.
    await world.presses('priya', 'Acknowledge', first);
    expect((await world.presses('tomas', 'Acknowledge', second)).text).toContain('Priya Nair already acknowledged OUT-1001');
  });

  it('sends the pings that fell due meanwhile at once when it starts again, as one', async () => {
    const world = await startWorld(SHORT_PROMISE);
    await press(world);
    await until(() => isDone(world, 'opening/desk/1'));
    const breachAt = Number(world.rows('select reported_at as at from outage')[0]?.at) + BREACH_MS;
    await world.bot.kill();
    const summaries = () => deskMessages(world).map(({ summary }) => summary);
    expect(summaries()).toHaveLength(1);
    await until(() => Date.now() > breachAt);
    await world.restart();
    await until(() => world.rows("select 1 from delivery where kind in ('ping', 'news') and state = 'done'").length >= 2);
    await until(() => world.rows("select 1 from delivery where state = 'waiting'").length === 0);
    // On a busy machine the next call may be due by then.
    expect(summaries().slice(1, 2)).toEqual(['OUT-1001: late, acknowledge it now']);
    expect(world.teams.in('a:maya').filter(({ summary }) => summary === 'OUT-1001: late, not acknowledged yet')).toHaveLength(1);
    // The last call would have come by direct message, so what speaks for it does.
    for (const person of ['priya', 'tomas', 'ingrid']) {
      const [first] = world.teams.in(`a:chat-with-29:${person}`);
      expect(first?.summary).toBe('OUT-1001: late, acknowledge it now');
    }
  });
});
