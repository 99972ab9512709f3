/** A drill: the whole flow sixty times as fast, of which nobody but the desk hears, and its report. */
import { afterEach, expect, it } from 'vitest';
import { drillEnded } from '../../../src/cards/watch/check.ts';
import { JOINS_NEXT, numberOf } from '../../../src/outage/types/outage.ts';
import { en } from '../../../src/words/en/index.ts';
import { objectId, PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const summaries = () => inDesk().map(({ summary }) => summary);
/** Second by second, so that each step of the fast ladder is one. */
async function seconds(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await testBot.passes(1 / 60);
}
const lastText = () => testBot.teams.text(inDesk().at(-1));
const toTomas = { matches: ({ path }: { path: string }) => path.includes('29:tomas/activities') };

it('plays the ladder in half a minute, mentions nobody, and ends with what came when', async () => {
  testBot = await startTestBot();
  expect((await testBot.says('priya', '/outage drill'))?.text).toMatch(
    /^DRILL-1 begins in the channel of the support desk\. Nobody is mentioned\. It ends at /,
  );
  await seconds(30);
  expect(summaries()).toEqual([
    expect.stringMatching(/^DRILL-1: .*\u201CA drill: nothing is down\u201D$/),
    'DRILL-1: please acknowledge',
    'DRILL-1: deadline is near',
    'DRILL-1: late, acknowledge it now',
  ]);
  await seconds(32);
  expect(summaries().at(-1)).toBe('DRILL-1: drill ended');
  expect(lastText()).toContain('Every message arrived.');
  expect(testBot.teams.text(inDesk()[0])).not.toMatch(/Since|Contact/);
  for (const message of inDesk()) expect(JSON.stringify(message)).not.toMatch(/<at>|"mentioned"/);
  const broken = testBot.teams.messages.find(({ summary }) => summary === 'DRILL-1: late, not acknowledged yet');
  expect(testBot.teams.text(broken)).toContain('A drill: nothing is down');
  expect(testBot.teams.text(broken)).not.toContain('Please call');
  // Nothing of it anywhere else, but for the answers where it was begun.
  const elsewhere = testBot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk));
  expect([...new Set(elsewhere.map(({ conversationId }) => conversationId))]).toEqual([expect.stringContaining('priya')]);
  const messages = testBot.teams.messages.length;
  await testBot.passes(10);
  expect(testBot.teams.messages).toHaveLength(messages);
});

it('is left out of all numbers: lists, what is open, and the next outage', async () => {
  testBot = await startTestBot();
  await testBot.says('priya', '/outage drill');
  expect((await testBot.says('priya', '/outage list'))?.text).not.toContain('DRILL');
  expect(await testBot.app.store.health.look({ deadlineMs: 0, deliveryMs: 60_000 })).toMatchObject({
    open: 0,
    overdue: null,
    withoutDeadline: null,
  });
  await testBot.reports();
  expect(summaries().some((text) => text.startsWith('OUT-1001'))).toBe(true);
});

it('can be taken by its number and resolved, and a second one is DRILL-2', async () => {
  testBot = await startTestBot();
  await testBot.says('priya', '/outage drill');
  expect((await testBot.says('tomas', 'ack DRILL-1'))?.text).toContain('Acknowledged by Tomás Herrera');
  await seconds(62);
  expect(summaries()).not.toContain('DRILL-1: deadline is near');
  expect(summaries().at(-1)).toBe('DRILL-1: drill ended');
  expect((await testBot.says('priya', '/outage drill'))?.text).toContain('DRILL-2 begins');
});

it('with pings calls people, and its report names whom they did not reach', async () => {
  testBot = await startTestBot();
  testBot.teams.failNext({ status: 403 }, { ...toTomas, times: 99 });
  expect((await testBot.says('priya', '/outage drill with pings'))?.text).toContain('People are pinged.');
  await seconds(1);
  expect(testBot.teams.text(inDesk()[0])).toContain('<at>Priya Nair</at>: you are on call.');
  await seconds(62);
  const report = inDesk().find(({ summary }) => summary === 'DRILL-1: drill ended');
  expect(testBot.teams.text(report)).toMatch(/the ping, .*Tomás Herrera.*: did not arrive\./);
});

it('says of pings that were held back that they came together with the next one, and sorts its rows by time', async () => {
  testBot = await startTestBot();
  await testBot.says('priya', '/outage drill with pings');
  await seconds(63);
  const id = (await testBot.app.store.outages.idByNumber(numberOf('drill', 1))) ?? '';
  const recorded = await testBot.app.store.outages.read(id);
  const event = recorded?.events.find(({ type }) => type === 'drill-ended');
  if (!recorded || event?.type !== 'drill-ended') throw new Error('the drill did not end');
  // In each place the first was held back, and held back those after it, which were not tried.
  const isHeld = ({ key }: { key: string }) => key.includes(objectId('tomas')) || key.includes('/ping/desk/');
  const first = event.came
    .filter(isHeld)
    .filter(({ key }, index, all) => index === all.findIndex((one) => placeOf(one.key) === placeOf(key)));
  const came = event.came
    .map((one) => (isHeld(one) ? { ...one, arrivedAt: null, error: first.includes(one) ? JOINS_NEXT : null } : one))
    .toReversed();
  expect(came.filter(isHeld).length).toBeGreaterThan(first.length);
  const view = {
    desk: testBot.desk,
    words: en,
    now: event.at,
    destination: { kind: 'desk' } as const,
    repeated: false,
    unknownSince: null,
  };
  const { lines, facts = [] } = drillEnded({ ...view, ...recorded, event: { ...event, came } });
  const texts = facts.flatMap((fact) => fact.lines);
  expect(texts).toContain("the ping, for Tomás Herrera's own chat with me: arrived together with the next one");
  expect([...lines, ...texts].join()).not.toMatch(/did not arrive|waits|not there/);
  const times = facts.map(({ label }) => Number(/\d+/.exec(label)?.[0]));
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

it('is for engineers', async () => {
  testBot = await startTestBot();
  expect((await testBot.says('maya', '/outage drill'))?.text).toContain('Only engineers of the support desk');
  expect(inDesk()).toEqual([]);
});

const placeOf = (key: string) => key.split('/').slice(1, 3).join('/');
