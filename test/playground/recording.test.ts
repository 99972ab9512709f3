import { expect, test } from 'vitest';
import { type Exchange, findButton, foldMessages, readableText } from './recording.ts';

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
