/** The strange Teams of the tests: chosen by a seed, and in the shapes that real clients send. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTestBot, type TestBot } from '../../bot/test-bot.ts';
import { asSent, type Sent, strange } from './activities.ts';
import { mentionedIn, wireAnswer } from './answers.ts';
import { always, FRIENDLY, mannersOf } from './manners.ts';
import { asListed } from './roster.ts';
import { ALL_QUIRKS, QUIRKS, SUITES } from './switches.ts';
import { strangeTargeted } from './targeted.ts';

let testBot: TestBot | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await testBot?.stop();
  testBot = undefined;
});

const MENTION = { type: 'mention', mentioned: { id: '28:bot', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' };
const message: Sent = {
  type: 'message',
  text: '<at>Outage Desk</at> update 3 < 4',
  recipient: { id: '28:bot' },
  from: { id: '29:maya', aadObjectId: 'x' },
  conversation: { conversationType: 'channel' },
  channelData: { tenant: { id: 't' } },
  entities: [{ type: 'clientInfo', timezone: 'Europe/Copenhagen' }, MENTION],
  locale: 'en-GB',
  localTimezone: 'Europe/Copenhagen',
};
const card = { type: 'AdaptiveCard', body: ['Toggle', 'Number', 'Text', 'Date', 'Time'].map((one) => ({ type: `Input.${one}`, id: one })) };
const data = { Toggle: 'true', Number: '40', Text: '40', Date: '2026-11-28', Time: '20:05', draft: 'd' };
const press: Sent = { type: 'invoke', replyToId: '7', value: { action: { verb: 'x', data } } };
const dataOf = (sent: Sent) => (sent.value as { action: { data: object } }).action.data;

describe('manners', () => {
  const shown = (seed: string) => ALL_QUIRKS.map((quirk) => [1, 2, 3, 4].map(() => mannersOf('flows', seed).shows(quirk)));

  it('are the same for the same seed, and no quirk is chosen that the table keeps back', () => {
    expect(shown('7')).toEqual(shown('7'));
    for (const suite of SUITES) {
      const chosen = Array.from({ length: 40 }, (_, seed) => mannersOf(suite, String(seed)).quirks).flat();
      const on = ALL_QUIRKS.filter((quirk) => QUIRKS[quirk][suite] === 'on');
      expect([...new Set(chosen)].sort()).toEqual(on.sort());
    }
  });

  it('are forced by the environment, each time, and a name that nobody knows is said', () => {
    vi.stubEnv('QUIRKS', 'quoted reply, member by objectId');
    const manners = mannersOf('crash', '1');
    expect(manners.quirks).toEqual(['quoted reply', 'member by objectId']);
    expect([1, 2, 3, 4, 5, 6].every(() => manners.shows('quoted reply'))).toBe(true);
    expect(manners.told).toBe('quoted reply, member by objectId (manners of crash 1)');
    vi.stubEnv('QUIRKS', 'quoted replies');
    expect(() => mannersOf('crash', '1')).toThrow("no quirk 'quoted replies'");
  });

  it('that are friendly change nothing', () => {
    expect(asSent(message, FRIENDLY)).toBe(message);
    expect(asSent(press, FRIENDLY, card)).toBe(press);
  });
});

describe('a strange client', () => {
  it.each<[string, Sent, object]>([
    [
      'names no text in a mention',
      strange.mentionWithoutText(message),
      { entities: [{ type: 'clientInfo' }, { mentioned: MENTION.mentioned }] },
    ],
    [
      'escapes a name in the text only',
      strange.mentionNameEscaped(message),
      { text: '<at>Outage Desk &amp; Co</at> update 3 < 4', entities: [{}, { text: '<at>Outage Desk & Co</at>' }] },
    ],
    [
      'numbers its mentions',
      strange.numberedMention(message),
      { text: '<at id="0">Outage Desk</at> update 3 < 4', entities: [{}, MENTION] },
    ],
    ['greets first', strange.greetingFirst(message), { text: 'Hi <at>Outage Desk</at> update 3 < 4' }],
    ['mentions twice', strange.mentionedTwice(message), { text: `${message.text} <at>Outage Desk</at>`, entities: [{}, MENTION, MENTION] }],
    ['quotes', strange.quotedReply(message, '5'), { text: `<quoted messageId="5"/> ${message.text}` }],
    ['writes other spaces', strange.nonBreakingSpaces(message), { text: '<at>Outage Desk</at>\u00a0update\u00a03 < 4\u00a0' }],
    ['sends no channelData', strange.noChannelData(message), { channelData: null }],
    ['names a Windows zone', strange.windowsTimeZone(message), { entities: [{ timezone: 'Romance Standard Time' }, {}] }],
    [
      'names an old zone',
      strange.oldTimeZone({ ...message, localTimezone: 'Asia/Kolkata' }),
      { entities: [{ timezone: 'Asia/Calcutta' }, {}] },
    ],
    ['writes a locale otherwise', strange.localeTag(message), { locale: 'en_gb' }],
    ['writes a long locale', strange.localeTag(message, 'long'), { locale: 'EN-latn-GB-u-hc-h23' }],
    ['edits', strange.edited(message), { type: 'messageUpdate', channelData: { eventType: 'editMessage', tenant: { id: 't' } } }],
  ])('%s', (_what, sent, shape) => {
    expect(sent).toMatchObject(shape);
  });

  it('leaves things out', () => {
    expect(strange.noLocalTimezone(message)).not.toHaveProperty('localTimezone');
    expect(strange.guest(message).from).toEqual({ id: '29:guest', name: 'Guest (guest)' });
    expect(strange.pressWithoutReplyTo(press)).not.toHaveProperty('replyToId');
  });

  it('sends the text as HTML, once, beside it or instead of it', () => {
    const content = '<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Outage Desk</span> update 3 &lt; 4</p>';
    const attachments = [{ contentType: 'text/html', content }];
    expect(asSent(message, always('html beside the text', 'text only as html'))).toMatchObject({ attachments });
    expect(strange.htmlBesideText(message)).toMatchObject({ text: message.text, attachments });
    const only = strange.textOnlyAsHtml(message);
    expect(only).toMatchObject({ attachments });
    expect(only).not.toHaveProperty('text');
  });

  it('sends numbers and switches as JSON, and dates and times by another custom', () => {
    expect(dataOf(strange.inputsAsJson(press, card))).toEqual({ ...data, Toggle: true, Number: 40 });
    expect(dataOf(strange.datesInAnotherShape(press, card))).toEqual({ ...data, Date: '2026-11-28T00:00:00', Time: '8:05\u202fPM' });
  });

  it('15.1 writes a slash command otherwise, with the same title and words in it', () => {
    const slash: Sent = { ...message, id: '9', text: 'outage Invoices', entities: [], recipient: { id: '28:bot', isTargeted: true } };
    const inChannel = { ...slash, conversation: { conversationType: 'channel', id: '19:x@thread.tacv2' } };
    expect(strangeTargeted.titleInAnotherCase(slash).text).toMatch(/^(OUTAGE|Outage) Invoices$/);
    expect(strangeTargeted.slashesBefore(slash).text).toMatch(/^\/\/?outage Invoices$/);
    expect(strangeTargeted.nameBefore(slash).text).toMatch(/^(\/outage-desk|Outage Desk) outage Invoices$/);
    expect(strangeTargeted.inItsOwnThread(inChannel)).toMatchObject({ conversation: { id: '19:x@thread.tacv2;messageid=9' } });
    expect(strangeTargeted.withoutIsTargeted(slash).recipient).toEqual({ id: '28:bot' });
    const odd = asSent(slash, always('isTargeted of another type', 'slash title with slashes before it'));
    expect(odd.text).toMatch(/^\/\/?outage/);
    expect((odd.recipient as { isTargeted: unknown }).isTargeted).not.toBe(true);
    expect(asSent(message, always('isTargeted of another type', 'slash title in another case'))).toBe(message);
  });

  it('does several at once', () => {
    const sent = asSent(message, always('quoted reply', 'mention with a number', 'mention without text', 'no localTimezone'));
    expect(sent.text).toBe('<quoted messageId="1764288000000"/> <at id="0">Outage Desk</at> update 3 < 4');
    expect(sent).not.toHaveProperty('localTimezone');
  });
});

describe('a strange Teams', () => {
  it('lists people by objectId, or by both ids', () => {
    const account = { id: '29:x', aadObjectId: 'a', name: 'X', email: 'x@example.com', userPrincipalName: 'x@example.com' };
    const { aadObjectId: _, ...without } = account;
    expect(asListed(account, always('member by objectId'))).toEqual({ ...without, objectId: 'a' });
    expect(asListed(account, always('member by both ids'))).toEqual({ ...account, objectId: 'a' });
    expect(asListed(account, always('member without userPrincipalName'))).not.toHaveProperty('userPrincipalName');
    expect(asListed(account, always('member with another email')).email).toBe('post.x@example.com');
    expect(asListed(account, FRIENDLY)).toEqual(account);
  });

  it('answers a post with 202 and nothing, but never hides the id of a conversation', () => {
    const silent = always('post answered 202 without body');
    expect(wireAnswer('message', { id: '1' }, silent)).toEqual({ status: 202, type: null, text: '' });
    expect(wireAnswer('conversation', { id: '1' }, silent)).toMatchObject({ status: 201, text: '{"id":"1"}' });
    expect(wireAnswer('edit', { id: '1' }, always('edit answered 202'))).toEqual({ status: 202, type: null, text: '' });
    expect(wireAnswer('message', { id: '1' }, FRIENDLY)).toMatchObject({ status: 201, text: '{"id":"1"}' });
  });

  it('finds who is mentioned by a message, however deep', () => {
    expect(mentionedIn(JSON.stringify({ activity: { attachments: [{ content: { msteams: { entities: [MENTION] } } }] } }))).toEqual([
      '28:bot',
    ]);
    expect(mentionedIn('')).toEqual([]);
  });

  it('gives its roster in pages, in another order, and refuses what it refuses', async () => {
    const bot = await startTestBot({ quirks: ['roster in pages of one', 'roster in another order', 'edit refused'] });
    testBot = bot;
    const base = `${bot.teams.serviceUrl}/v3/conversations/x`;
    const send = (method: string, path: string, body: object) => fetch(`${base}${path}`, { method, body: JSON.stringify(body) });
    const page = (await (await fetch(`${base}/pagedmembers`)).json()) as { members: { id: string }[]; continuationToken?: string };
    expect(page.members.map(({ id }) => id)).toEqual(['29:aiko']);
    expect(page.continuationToken).toBe('1');
    expect((await send('PUT', '/activities/1', {})).status).toBe(403);
    bot.teams.unmentionable.add('29:priya');
    const mention = { entities: [{ type: 'mention', mentioned: { id: bot.teams.roster[1]?.aadObjectId } }] };
    expect((await send('POST', '/activities', mention)).status).toBe(400);
    expect((await send('POST', '/activities', {})).status).toBe(201);
    bot.teams.failNext({ proxy: 'proxy answers 200 with {}' });
    const before = bot.teams.messages.length;
    expect(await (await send('POST', '/activities', {})).text()).toBe('{}');
    expect(bot.teams.messages).toHaveLength(before);
    bot.teams.refusing.set('x', 502);
    expect((await send('POST', '/activities', {})).status).toBe(502);
  });

  it('resets a connection when it is used again, before anything is accepted', async () => {
    const bot = await startTestBot({ quirks: ['reset of a reused connection'] });
    testBot = bot;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const post = async () => {
      const sent = request(`${bot.teams.serviceUrl}/v3/conversations/x/activities`, { method: 'POST', agent }).end('{}');
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      await once(answer.resume(), 'close');
    };
    await post();
    const before = bot.teams.messages.length;
    await expect(post()).rejects.toThrow('socket hang up');
    expect(bot.teams.messages).toHaveLength(before);
    // Whoever counts what was sent has to know of it, or its repeat would have no reason.
    expect(bot.teams.received).toHaveLength(2);
  });
});
