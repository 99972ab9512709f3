import { expect, test } from 'vitest';
import { asClientShows, type Exchange, findButton, foldMessages, inputsOf, newestOutageThread, readableText } from './recording.ts';

const connector = '/_connector/v3/conversations';
const thread = '19:desk@thread.tacv2;messageid=1';

function exchange(method: string, url: string, body: object, answer: object, statusCode = 201): Exchange {
  return { timestamp: 5, direction: '', request: { method, url, body }, response: { statusCode, body: answer } };
}

function card(text: string, ...titles: string[]) {
  const actions = titles.map((title) => ({ type: 'Action.Execute', title, verb: title.toLowerCase(), data: { id: 'OUT-1' } }));
  return { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }], actions };
}

function message(content: object) {
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

const opened = exchange(
  'POST',
  connector,
  { isGroup: true, activity: message(card('OUT-1', 'Acknowledge')) },
  { id: thread, activityId: '1' },
);

test('a thread that the bot opened is a message, and its edits change it', () => {
  const edited = exchange('PUT', `${connector}/${encodeURIComponent(thread)}/activities/1`, message(card('taken', 'Resolve')), {}, 200);
  const messages = foldMessages([opened, edited]);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ conversationId: thread, activityId: '1', timesEdited: 1 });
  expect(readableText(messages[0] as (typeof messages)[0])).toBe('taken');
  expect(findButton(messages, thread, 'Acknowledge')).toBeUndefined();
  expect(findButton(messages, thread, 'Resolve')).toMatchObject({ activityId: '1', verb: 'resolve', data: { id: 'OUT-1' } });
});

test('a card that answers a press stands in the place of the pressed one', () => {
  const pressed = exchange(
    'POST',
    'http://127.0.0.1:3978/api/messages',
    { type: 'invoke', replyToId: '1' },
    { type: 'application/vnd.microsoft.card.adaptive', value: card('mine', 'Back') },
    200,
  );
  expect(findButton(foldMessages([opened, pressed]), thread, 'Back')).toBeDefined();
});

test('a direct message says to whom, and one that failed does not count', () => {
  const chat = exchange('POST', connector, { isGroup: false, members: [{ id: '29:ingrid' }] }, { id: 'chat-1' });
  const url = `${connector}/chat-1/activities`;
  const entities = [{ type: 'mention', mentioned: { id: '29:ingrid' } }];
  const sent = exchange('POST', url, { type: 'message', text: '<at>Ingrid</at> last call', entities }, { id: '2' });
  const failed = exchange('POST', url, { type: 'message', text: 'again' }, {}, 500);
  const messages = foldMessages([chat, sent, failed]);
  expect(messages).toMatchObject([{ directTo: '29:ingrid', mentions: ['29:ingrid'] }]);
  expect(readableText(messages[0] as (typeof messages)[0])).toBe('Ingrid last call');
});

test('the newest thread is that of an outage, not of an alarm that came later', () => {
  const channel = '19:desk@thread.tacv2';
  const open = (id: string, text: string) =>
    exchange('POST', connector, { isGroup: true, activity: message(card(text)) }, { id: `${channel};messageid=${id}`, activityId: id });
  const messages = foldMessages([open('1', 'OUT-1001: new outage'), open('2', '○ REQ-7: new request'), open('3', '⚠ My pings are late')]);
  expect(newestOutageThread(messages, channel)?.activityId).toBe('2');
  expect(newestOutageThread(messages, '19:other@thread.tacv2')).toBeUndefined();
});

test('dates and times are shown as a client shows them, and other text in braces is left alone', () => {
  const text = 'by {{TIME(2026-11-28T21:05:00Z)}} on {{DATE(2026-11-28T21:05:00Z,SHORT)}}, {{TIME(soon)}}';
  expect(asClientShows(text, 'Europe/Copenhagen')).toBe('by 22:05 on 28 Nov, {{TIME(soon)}}');
});

test('the inputs of a card are what a client would send unchanged', () => {
  const body = [
    { type: 'Container', items: [{ type: 'Input.Text', id: 'phone', value: '+45' }] },
    { type: 'Input.Toggle', id: 'ok' },
  ];
  expect(inputsOf({ body })).toEqual({ phone: '+45', ok: '' });
});
