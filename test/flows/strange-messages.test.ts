/** Messages as the stranger clients of Teams send them, through the real bot: what they ask for happens, and nothing is lost in silence. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chat, type PersonKey, PLACES, type Place, startTestBot, type TestBot, thread } from '../support/bot/test-bot.ts';
import { type Sent, strange } from '../support/teams/quirks/activities.ts';

let testBot: TestBot;
let desk: Place;
afterEach(async () => {
  vi.useRealTimers();
  await testBot.stop();
});

async function begin(): Promise<void> {
  testBot = await startTestBot({ quirks: [] });
  await testBot.reports();
  desk = thread(testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)));
}
const outage = async () => (await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? ''))?.outage;
const errors = () => testBot.log.filter(({ level }) => level === 'error');
/** What came to a conversation since, in order. */
async function sends(activity: Sent, place: Place = desk): Promise<readonly string[]> {
  const before = testBot.teams.in(place.id).length;
  expect((await testBot.post(activity)).status).toBe(200);
  await testBot.settles();
  return testBot.teams.in(place.id).slice(before).map(testBot.teams.text);
}
const typed = (person: PersonKey, text: string, place: Place = desk) => testBot.typed(person, text, place) as Sent;
const withHtml = (activity: Sent, content: string): Sent => ({ ...activity, attachments: [{ contentType: 'text/html', content }] });
const PICTURE = { contentType: 'image/png', contentUrl: 'https://smba.example/1' };
const NOT_TAKEN = 'I cannot pass on pictures or files';

it.each<[string, (activity: Sent) => Sent]>([
  ['A7: a mention without a text', strange.mentionWithoutText],
  ['A7: a mention of a name with an ampersand', strange.mentionNameEscaped],
  ['A8: no text but HTML', strange.textOnlyAsHtml],
  ['A8: no text but HTML, with a number for the mention', (activity) => strange.textOnlyAsHtml(strange.numberedMention(activity))],
  ['C16: the message that is answered', (activity) => strange.quotedReply(activity)],
  ['C17: a number for the mention', strange.numberedMention],
  ['C17: a greeting', (activity) => strange.greetingFirst(activity)],
  ['C17: another greeting', (activity) => strange.greetingFirst(activity, 'Good morning team, ')],
  ['C17: the bot twice', strange.mentionedTwice],
  ['C17: other spaces', strange.nonBreakingSpaces],
])('an "ack" with %s takes the outage', async (_what, change) => {
  await begin();
  await sends(change(typed('priya', 'ack')));
  expect(await outage()).toMatchObject({ owner: { name: 'Priya Nair' } });
  expect(errors()).toEqual([]);
});

it('A7: an engineer with an ampersand in the name is handed the outage', async () => {
  await begin();
  await sends(typed('priya', 'ack'));
  await sends(strange.mentionNameEscaped(typed('priya', 'hand over to @tomas')));
  expect(await outage()).toMatchObject({ offeredTo: { name: 'Tomás Herrera' } });
});

it('A11: in a chat whose channelData is null, somebody reports', async () => {
  testBot = await startTestBot({ quirks: ['no channelData in a personal chat'] });
  expect((await testBot.says('maya', '/outage'))?.text).toContain('Is this a production outage?');
});

describe('what customers read of an update', () => {
  const customer = () => testBot.teams.in(chat('maya').id).map(testBot.teams.text).join('\n');

  it('C17: names who was mentioned, and has neither markup nor the bot', async () => {
    await begin();
    await sends(typed('priya', 'ack'));
    await sends(strange.mentionedTwice(strange.quotedReply(typed('priya', 'update @tomas restarts the server'))));
    expect(customer()).toContain('Tomás Herrera restarts the server');
    expect(customer()).not.toMatch(/quoted|Outage Desk<|restarts the server .*Outage Desk/);
  });

  it('C18: has the addresses of links, and so has a note', async () => {
    await begin();
    await sends(typed('priya', 'ack'));
    const html = '<p>See the <a href="https://status.example/erp?id=7">status page</a> and <a href="javascript:alert(1)">this</a></p>';
    await sends(withHtml(typed('priya', 'update See the status page and this'), html));
    expect(customer()).toContain('See the status page (https://status.example/erp?id=7) and this');
    await sends(withHtml(typed('priya', 'note See the status page'), html));
    expect(testBot.teams.in(desk.id).map(testBot.teams.text).join('\n')).toContain('See the status page (https://status.example/erp?id=7)');
  });
});

describe('C19: pictures and files', () => {
  it('beside a command do not stop it, and their sender is told that nobody gets them', async () => {
    await begin();
    const sent = await sends({ ...typed('priya', 'ack'), attachments: [PICTURE] });
    expect(await outage()).toMatchObject({ owner: { name: 'Priya Nair' } });
    expect(sent.filter((text) => text.includes(NOT_TAKEN))).toHaveLength(1);
  });

  it.each([
    ['a picture', { text: '', attachments: [PICTURE] }],
    ['a pasted picture', withHtml({ text: undefined }, '<p><img alt="image" itemtype="http://schema.skype.com/AMSImage"></p>')],
    ['a file', { text: '', attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content: {}, name: 'x' }] }],
  ])('alone are answered with one sentence: %s', async (_what, more) => {
    await begin();
    const sent = await sends({ ...typed('maya', '', chat('maya')), ...more }, chat('maya'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(NOT_TAKEN);
  });
});

describe('A10: a message that was edited', () => {
  const edited = (activity: Sent, text: string) => strange.edited({ ...activity, text: String(activity.text).replace(/ack.*|hm.*/, text) });
  const ONLY_FIRST = 'an edit changes nothing';

  it('into a command is that command, where its first version was none', async () => {
    await begin();
    const first = typed('priya', 'hm, let me see');
    await sends(first);
    expect(await outage()).toMatchObject({ state: 'reported' });
    await sends(edited(first, 'ack'));
    expect(await outage()).toMatchObject({ owner: { name: 'Priya Nair' } });
    expect((await sends(edited(first, 'ack, on it'))).join()).toContain(ONLY_FIRST);
  });

  it('into a command is that command, where its first version was not for the bot', async () => {
    await begin();
    await sends(strange.edited(typed('priya', 'ack')));
    expect(await outage()).toMatchObject({ owner: { name: 'Priya Nair' } });
  });

  it.each(['ack OUT-1001', 'sorry, wrong thread'])('and was a command, is answered with one sentence, once: %s', async (text) => {
    await begin();
    const first = typed('priya', 'ack');
    await sends(first);
    const before = await outage();
    expect(await sends(edited(first, text))).toEqual([expect.stringContaining(ONLY_FIRST)]);
    expect(await sends(edited(first, text))).toEqual([]);
    expect(await outage()).toEqual(before);
  });

  it('and is no command, then and now, is left alone', async () => {
    await begin();
    const first = typed('priya', 'hm, let me see');
    await sends(first);
    expect(await sends(edited(first, 'hmm'))).toEqual([]);
  });
});

describe('1C: a press of which Teams does not say on which message it was', () => {
  const startStrange = async () => (testBot = await startTestBot({ quirks: ['press without replyToId'] }));

  it('sends the report, whose card goes on to show what becomes of it, in a chat and in a group', async () => {
    await startStrange();
    for (const place of [chat('maya'), { kind: 'groupChat', id: '19:night-shift@thread.v2' } as const]) {
      await testBot.reports('maya', place);
      const [card] = testBot.teams.in(place.id);
      const root = testBot.teams.messages.findLast(
        ({ conversationId, summary }) => conversationId.startsWith(PLACES.desk) && summary.includes('Not acknowledged yet'),
      );
      await testBot.presses('priya', 'Acknowledge', root);
      await testBot.settles();
      expect(testBot.teams.text(card)).toContain('Acknowledged by Priya Nair');
    }
  });

  it('changes who is on call, and everybody in the channel reads it in a new message', async () => {
    await startStrange();
    const place: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
    const roster = await testBot.says('ingrid', '/outage on-call', place);
    const before = testBot.teams.in(place.id).length;
    const form = await testBot.presses('ingrid', 'Take on-call', roster ?? undefined, {}, place);
    const taken = { what: 'primary', untilDate: '2026-01-04', untilTime: '18:00' };
    expect((await testBot.presses('ingrid', 'Take on-call', form, taken, place)).text).toContain('You are the primary');
    await testBot.teams.until(() => testBot.teams.in(place.id).length > before);
    expect(testBot.teams.text(testBot.teams.in(place.id).at(-1))).toContain('Now: Ingrid Sørensen');
  });
});

it('C25: however long an answer takes, nothing says that the bot is typing', async () => {
  await begin();
  const before = testBot.teams.received.length;
  let go = () => {};
  const slow = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { rooms } = testBot.app.store;
  const all = rooms.all.bind(rooms);
  const waits = vi.spyOn(rooms, 'all').mockImplementation(async () => {
    await slow;
    return await all();
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answered = testBot.post(typed('priya', 'help'));
  await vi.waitUntil(() => waits.mock.calls.length > 0, { timeout: 5_000, interval: 5 }).catch(() => {});
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  go();
  await answered;
  expect(testBot.teams.received.slice(before).filter(({ text }) => text.includes('"typing"'))).toEqual([]);
});
