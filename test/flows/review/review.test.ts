/** After the end: an engineer writes the review, the owner of a follow-up is reminded on its day, and marks it as done. Nobody else reads any of it. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  chat,
  MINUTE_MS,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
} from '../../support/bot/test-bot.ts';
import type { SentMessage } from '../../support/teams/fake-graph.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

/** The chat that the bot begins with him. */
const TOMAS = 'a:chat-with-29:tomas';
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const said = (place: string, summary: RegExp): SentMessage[] =>
  testBot.teams.messages.filter((message) => message.conversationId.startsWith(place) && summary.test(message.summary));
const elsewhere = () =>
  JSON.stringify(
    testBot.teams.messages.filter(({ conversationId }) => !/support-desk|a:(priya|tomas|chat-with-29:tomas)/.test(conversationId)),
  );
const titles = (shown: Shown | null) => (shown?.buttons ?? []).map(({ title }) => title);

/** The clock of the test begins at 09:00 UTC on 4 January 2026, which is 10:00 in Copenhagen. */
async function resolved(desk = testDesk()) {
  testBot = await startTestBot({ desk, quirks: [] });
  await testBot.reports();
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  testBot.clock.advance(20 * MINUTE_MS);
  await testBot.says('priya', 'update The certificate of the load balancer ended.', thread(root()));
  await testBot.settles();
  testBot.clock.advance(60 * MINUTE_MS);
  await testBot.says('priya', 'resolve A new certificate works since 10:50.', thread(root()));
  await testBot.settles();
}

const asks = async (text: string, person: PersonKey = 'priya', place: Place = chat(person)) => await testBot.says(person, text, place);

const WRITTEN = {
  cause: 'Nobody watched the certificate.',
  helped: 'The runbook.',
  change1: 'Watch the end of certificates.',
  owner1: objectId('tomas'),
  day1: '2026-01-06',
} as const;

/** Fills in the review in the own chat of an engineer. */
async function saves(more: Record<string, string> = {}, person: PersonKey = 'priya') {
  const draft = await asks('/outage review OUT-1001', person);
  const form = await testBot.presses(person, titles(draft).includes('Edit review') ? 'Edit review' : 'Fill in review', draft ?? undefined);
  const done = await testBot.presses(person, 'Save review', form, { ...WRITTEN, ...more });
  await testBot.settles();
  return done;
}

/** To so many minutes before or after nine o'clock in Copenhagen on a day of January. */
async function until(day: number, minutes: number) {
  testBot.clock.advance(Date.UTC(2026, 0, day, 8, 0) + minutes * MINUTE_MS - testBot.clock.now());
  await testBot.settles();
}

describe('the review', () => {
  it('goes from the end of an outage to a reminder on the day, and to Done', async () => {
    await resolved();
    const offered = await testBot.presses('priya', 'Write review', root(), {}, thread(root()));
    expect(offered.text).toContain('OUT-1001: review');
    expect(offered.text).toContain('Nobody has saved a review yet.');
    expect(offered.text).toContain('It lasted 1 hour 20 minutes');
    expect(offered.text).toMatch(/Acknowledged after .*promised within 30 minutes: kept/);
    expect(offered.text).toMatch(/1 of 2 updates in time/);
    expect(offered.text).toMatch(/the update, in \d of \d places/);
    const saved = await saves();
    expect(saved.text).toContain('The review is saved.');
    expect(saved.text).toContain('Nobody watched the certificate.');
    expect(saved.text).toMatch(/1\. Watch the end of certificates\. \(Tomás Herrera, by .*2026-01-06T08:00:00Z/);
    const [news] = said(PLACES.desk, /^OUT-1001: review saved/);
    expect(testBot.teams.text(news)).toContain('Tomás Herrera');
    expect(JSON.stringify(news?.card)).toContain('"mentioned"');
    expect(testBot.teams.text(root())).toMatch(/Review.*Saved by Priya Nair at .*; 0 of 1 follow-up done/s);

    await until(6, -1);
    expect(said(TOMAS, /follow-up/)).toHaveLength(0);
    await until(6, 0);
    const reminders = said(TOMAS, /^OUT-1001: a follow-up is due/);
    expect(reminders).toHaveLength(1);
    expect(testBot.teams.text(reminders[0])).toContain('Watch the end of certificates.');
    await until(9, 0);
    expect(said(TOMAS, /^OUT-1001: a follow-up is due/)).toHaveLength(1);

    const done = await testBot.presses('tomas', 'Mark as done', reminders[0]);
    expect(done.text).toContain('The follow-up of OUT-1001 is done.');
    expect(done.text).toContain('✓ Watch the end of certificates.');
    await testBot.passes(2);
    const settled = testBot.teams.messages.find(({ id }) => id === reminders[0]?.id);
    expect(testBot.teams.text(settled)).toContain('OUT-1001: follow-up done');
    expect(testBot.teams.text(root())).toContain('1 of 1 follow-up done');
    await until(20, 0);
    expect(said(TOMAS, /a follow-up is due/)).toHaveLength(0);
    const timeline = await asks('/outage timeline OUT-1001');
    expect(timeline?.text).toContain('saved the review');
    expect(timeline?.text).toMatch(/Tomás Herrera.*did a follow-up/s);
    // Neither the reporter nor those who follow heard or read a word of it.
    expect(elsewhere()).not.toMatch(/review|certificates|follow-up/);
    expect((await asks('timeline OUT-1001', 'maya'))?.text).not.toMatch(/review|follow-up/);
  });

  it('reminds nobody of what was done before its day', async () => {
    await resolved();
    const saved = await saves();
    await testBot.presses('priya', 'Mark 1 as done', saved);
    await until(9, 0);
    expect(said(TOMAS, /follow-up/)).toHaveLength(0);
    // Another day opens it again.
    await saves({ day1: '2026-01-12' });
    await until(12, 0);
    expect(said(TOMAS, /a follow-up is due/)).toHaveLength(1);
  });

  it('tells the desk where the owner is no engineer any more', async () => {
    const desk = testDesk();
    let isGone = false;
    await resolved({ ...desk, engineer: (id) => (isGone && id === objectId('tomas') ? null : desk.engineer(id)) });
    await saves();
    isGone = true;
    await until(6, 0);
    expect(said(TOMAS, /follow-up/)).toHaveLength(0);
    const [told] = said(PLACES.desk, /^OUT-1001: a follow-up is due/);
    expect(testBot.teams.text(told)).toContain('Tomás Herrera is no engineer of the desk any more');
    const done = await testBot.presses('priya', 'Mark as done', told, {}, thread(root()));
    expect(done.text).toContain('The follow-up of OUT-1001 is done.');
    await testBot.passes(2);
    expect(said(PLACES.desk, /^OUT-1001: follow-up done/)).toHaveLength(1);
  });

  it('keeps what two people write at the same time', async () => {
    await resolved();
    const [first, second] = [await asks('/outage review OUT-1001', 'priya'), await asks('/outage review OUT-1001', 'tomas')];
    const late = await testBot.presses('tomas', 'Fill in review', second ?? undefined);
    const form = await testBot.presses('priya', 'Fill in review', first ?? undefined);
    await testBot.presses('priya', 'Save review', form, WRITTEN);
    await testBot.settles();
    const refused = await testBot.presses('tomas', 'Save review', late, { ...WRITTEN, cause: 'The clock was wrong.' });
    expect(refused.text).toContain('Priya Nair changed it at');
    expect(JSON.stringify(refused.card)).toContain('The clock was wrong.');
    const again = await testBot.presses('tomas', 'Save review', refused, { ...WRITTEN, cause: 'The clock was wrong.' });
    expect(again.text).toContain('The review is saved.');
    expect(again.text).toContain('The clock was wrong.');
    // It is the same follow-up, of which its owner hears once.
    await until(7, 0);
    expect(said(TOMAS, /a follow-up is due/)).toHaveLength(1);
  });

  it('says beside the field what is missing, and keeps what was typed', async () => {
    await resolved();
    const wrong = await saves({ owner1: objectId('maya'), day1: '2026-01-03', change2: 'Renew it by a program.' });
    expect(wrong.text).toContain('Choose an engineer of the desk.');
    expect(wrong.text).toContain('Choose a day after today and before 2026-07-03, when this review is removed.');
    expect(JSON.stringify(wrong.card)).toContain('Renew it by a program.');
    const kept = await asks('/outage review OUT-1001');
    const form = await testBot.presses('priya', 'Fill in review', kept ?? undefined);
    expect(JSON.stringify(form.card)).toContain('Renew it by a program.');
  });

  it('is refused kindly while it is open, and points to what it was merged into', async () => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.reports();
    expect((await asks('/outage review OUT-1001'))?.text).toContain(
      'OUT-1001 is not over (Not acknowledged yet). You can write its review once it is resolved, transferred or withdrawn.',
    );
    await testBot.reports('jonas');
    const another = testBot.teams.messages.findLast(
      ({ conversationId, summary }) => conversationId.startsWith(PLACES.desk) && summary.startsWith('OUT-1002'),
    );
    const asked = await testBot.says('priya', 'merge OUT-1001', thread(another));
    await testBot.presses('priya', 'Merge', asked ?? undefined, {}, thread(another));
    await testBot.settles();
    const why = (await asks('/outage review OUT-1002'))?.text;
    expect(why).toContain('OUT-1002 was merged into OUT-1001. Write the review of OUT-1001');
  });

  it('gives Markdown to copy, in which nothing of people is a link, HTML or a list', async () => {
    await resolved();
    await saves({ cause: '[click](https://evil.example) <b>x</b>\n- item', helped: '| a | b |' });
    const shown = await asks('/outage review OUT-1001 markdown');
    const text = JSON.stringify(shown?.card);
    expect(text).toContain('# OUT-1001: review');
    expect(text).toContain('Times are in UTC. The support desk is in Copenhagen (UTC+1).');
    expect(text).not.toMatch(/[^\\]\[click\]\(|[^\\]<b>/);
    expect(titles(shown)).toContain('Back');
  });

  it('is for engineers, in the desk and in their own chats', async () => {
    await resolved();
    const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };
    expect((await asks('/outage review OUT-1001', 'maya'))?.text).not.toContain('OUT-1001: review');
    expect((await asks('/outage review OUT-1001', 'priya', general))?.text).toContain('Ask me that in our own chat');
    const shown = await asks('review', 'priya', thread(root()));
    expect(shown?.text).toContain('OUT-1001: review');
  });

  it('is written of a drill for practice, and reminds nobody', async () => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.says('priya', '/outage drill');
    await testBot.settles();
    await testBot.says('priya', 'ack', thread(root()));
    await testBot.settles();
    await testBot.says('priya', 'resolve It was a drill.', thread(root()));
    await testBot.settles();
    const draft = await asks('/outage review DRILL-1');
    expect(draft?.text).toContain('Nobody is reminded of follow-ups.');
    const form = await testBot.presses('priya', 'Fill in review', draft ?? undefined);
    await testBot.presses('priya', 'Save review', form, WRITTEN);
    await until(9, 0);
    expect(said(TOMAS, /follow-up/)).toHaveLength(0);
  });
});
