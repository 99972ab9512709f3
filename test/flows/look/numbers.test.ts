/** What those who answer for the desk ask: how often promises were kept. The real bot over HTTP. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { chat, type PersonKey, PLACES, type Place, startTestBot, type TestBot, testDesk, thread } from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };
const asks = async (person: PersonKey, text = '/outage numbers', place: Place = chat(person)) =>
  (await testBot.says(person, text, place))?.text ?? '';

/** Maya reports one, and Priya acknowledges it after so many minutes; null: nobody does. Gives its thread. */
async function outage(minutes: number | null): Promise<Place> {
  const before = testBot.teams.messages.length;
  await testBot.reports('maya');
  const root = thread(testBot.teams.messages.slice(before).find(({ conversationId }) => conversationId.startsWith(PLACES.desk)));
  if (minutes === null) return root;
  await testBot.passes(minutes);
  await testBot.says('priya', 'ack', root);
  await testBot.settles();
  return root;
}

describe('/outage numbers', () => {
  it('says first how many promises were kept, then each of a few with its time, and what was late', async () => {
    testBot = await startTestBot({ quirks: [] });
    expect(await asks('priya')).toMatch(/^Numbers: last 90 days\nThere is nothing to count yet\./);
    const first = await outage(4);
    await testBot.passes(20);
    await testBot.says('priya', 'update We look at it. Next update in 30 minutes', first);
    await testBot.says('priya', 'resolve It was a certificate', first);
    await outage(40);
    await outage(null);
    const said = await asks('priya');
    expect(said).toContain('Promises kept: 1 of 2 (50%).');
    expect(said).toContain('1 outage not acknowledged yet, before the deadline.');
    expect(said).toMatch(/Time to acknowledge\nOUT-1001 [45] minutes, OUT-1002 4\d minutes/);
    expect(said).toMatch(/Time to resolve\nOUT-1001 2\d minutes/);
    await testBot.passes(31);
    const later = await testBot.says('priya', 'numbers this month');
    expect(later?.text).toMatch(/^Numbers: this month\nPromises kept: 1 of 3 \(33%\)\./);
    expect(ofType(later?.card, 'Chart.Donut').map(({ data }) => data)).toEqual([
      [
        { legend: 'In time', value: 1, color: 'good' },
        { legend: 'Late', value: 2, color: 'attention' },
      ],
    ]);
  });

  it('is of another period by a button, of a project by its id or name, and of none that nobody knows', async () => {
    testBot = await startTestBot({ quirks: [] });
    await outage(4);
    const { file } = testBot.desk;
    const [project] = file.projects;
    const ofProject = await testBot.says('priya', `/outage numbers quarter ${project?.id}`);
    expect(ofProject?.text).toMatch(/^Numbers: this quarter, .+\nPromises kept: 1 of 1 \(100%\)\./);
    const shown = await testBot.presses('priya', 'Show last month', ofProject ?? undefined);
    expect(shown.text).toMatch(/^Numbers: last month, .+\nThere is nothing to count yet\./);
    expect(await asks('priya', `/outage numbers 90 days ${project?.name}`)).toContain('Promises kept: 1 of 1');
    expect(await asks('priya', '/outage numbers for nowhere')).toMatch(/I know no project .?nowhere.*Write one of these: /);
  });

  it('is for engineers and administrators, and read by nobody else in a room', async () => {
    testBot = await startTestBot({ quirks: [] });
    await outage(4);
    expect(await asks('ingrid')).toContain('Promises kept: 1 of 1');
    expect(await asks('maya')).not.toContain('Promises');
    expect(await asks('maya')).toContain('engineers');
    expect(await asks('aiko')).not.toContain('Promises');
    expect(await asks('priya', '/outage numbers', general)).toContain('Ask me that in our own chat');
  });

  it('counts what a bot of the version before stored beside it', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    const clock = fakeClock();
    testBot = await startTestBot({ quirks: [], clock, store: (now) => openSqlite({ file, now, log: silentLog() }) });
    await outage(4);
    // That bot knows neither the rows nor that they are to be written.
    const older = new DatabaseSync(file);
    older.exec('delete from outage_numbers');
    older.close();
    await outage(40);
    expect(await asks('priya')).toContain('Promises kept: 1 of 2 (50%).');
  });
});

it('the week tells it to the desk, if the desk file wants it, and mentions nobody', async () => {
  const monday = fakeClock(Date.parse('2026-01-05T07:30:00Z'));
  const weekly = (text: string) => text.replace('  weekly: off\n', '  weekly: mon 09:00\n  numbers: true\n');
  testBot = await startTestBot({ quirks: [], desk: testDesk(weekly), clock: monday });
  const root = await outage(4);
  await testBot.says('priya', 'resolve It was a certificate', root);
  await testBot.settles();
  const before = testBot.teams.messages.length;
  await testBot.passes(60);
  await testBot.app.onCallMessages.round();
  await testBot.app.onCallMessages.round();
  const weeks = testBot.teams.messages.slice(before).filter((message) => testBot.teams.text(message).includes('On call this week'));
  expect(weeks.map(testBot.teams.text)).toEqual([
    expect.stringMatching(
      /Last week\n1 outage was reported; it was acknowledged in time\.\nUpdates in time: 1 of 1 \(100%\)\.\nFor more, write \/outage numbers to me\./,
    ),
  ]);
  expect(JSON.stringify(weeks)).not.toContain('<at>');
});
