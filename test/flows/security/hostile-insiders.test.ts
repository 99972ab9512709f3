/** People who may use the bot and misuse it: each of these attacks succeeded once. */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import {
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  show,
  startTestBot,
  TENANT,
  type TestBot,
  testDesk,
  withHarbour,
} from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const OTHER = '0f0f0f0f-0000-4000-8000-000000000001';
const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
const inTenant = (id: string, place: Place) => ({
  conversation: { id: place.id, conversationType: place.kind, tenantId: id },
  channelData: { tenant: { id } },
});
const pressOf = (person: PersonKey, place: Place, verb: string, data: object, more: object = {}) =>
  testBot.post(
    testBot.activity(person, place, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: '1',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...more,
    }),
  );
const outage = async () => (await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? ''))?.outage;

it('somebody of another tenant under an engineer’s id does not get the messages that are for the engineer', async () => {
  testBot = await startTestBot();
  const stranger = { from: { id: '29:stranger', name: 'Priya Nair', aadObjectId: objectId('priya') } };
  await testBot.says('priya', 'help');
  await testBot.post({
    ...testBot.activity('priya', chat('priya'), { type: 'message', text: 'help' }),
    ...inTenant(OTHER, { kind: 'personal', id: 'a:s' }),
    ...stranger,
  });
  await testBot.reports();
  await testBot.passes(26);
  expect(testBot.teams.messages.map(({ conversationId }) => conversationId)).toContain('a:chat-with-29:priya');
  expect(testBot.teams.messages.map(({ conversationId }) => conversationId)).not.toContain('a:chat-with-29:stranger');
});

it.each([
  ['a channel of which Teams does not say that it is one', PLACES.general],
  ['a chat of two people, which is personal too, but to them', '19:a1b2_c3d4@unq.gbl.spaces'],
])('%s is not taken for a chat with the bot alone', async (_what, id) => {
  testBot = await startTestBot();
  await testBot.reports();
  const conversation = { id, tenantId: TENANT, ...(id.includes('unq') ? { conversationType: 'personal' } : {}) };
  const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' };
  const command = { type: 'message', text: '<at>Outage Desk</at> status OUT-1001', entities: [mention] };
  await testBot.post({ ...testBot.activity('maya', chat('maya'), command), conversation });
  await testBot.post({ ...testBot.activity('ingrid', chat('ingrid'), { ...command, text: 'setup' }), conversation });
  const there = JSON.stringify(testBot.teams.in(id));
  expect(there).not.toMatch(/\+45 32|maya@example|40 trucks|setup-follow/);
  const before = testBot.teams.messages.length;
  await testBot.post({ ...testBot.activity('priya', chat('priya'), { type: 'message', text: 'ack OUT-1001' }), conversation });
  await testBot.settles();
  // Without a mention the message is not for the bot.
  expect(await outage()).toMatchObject({ state: 'reported' });
  expect(testBot.teams.messages).toHaveLength(before);
});

it.each([
  ['the channel’s tenant is the desk’s and the other one is theirs', { channelData: { tenant: { id: OTHER } } }],
  ['their account says so', { from: { id: '29:x', name: 'X', aadObjectId: objectId('priya'), tenantId: OTHER } }],
])('a guest of a conversation who is of another tenant has no role there: %s', async (_what, more) => {
  testBot = await startTestBot({ environment: { TENANTS: OTHER } });
  await testBot.reports();
  await testBot.post({ ...testBot.activity('priya', chat('priya'), { type: 'message', text: 'ack OUT-1001' }), ...more });
  await testBot.settles();
  expect(await outage()).toMatchObject({ state: 'reported' });
  const setUp = { ...more, ...('from' in more ? { from: { ...more.from, aadObjectId: objectId('ingrid') } } : {}) };
  const answer = await pressOf('ingrid', general, 'setup-open', {}, setUp);
  expect(answer.body).not.toContain('setup-');
});

it('somebody who knows the id of another customer’s outage learns nothing by using it as the id of a draft', async () => {
  testBot = await startTestBot({ desk: testDesk((text) => withHarbour(text)) });
  await testBot.reports();
  const id = (await outage())?.id ?? '';
  for (const verb of ['report-stay', 'report-cancel', 'report-start-over', 'report-done', 'join-not', 'report-as-request']) {
    const data = (draft: string) => ({ draft, step: 'review', shown: [draft] });
    const there = await pressOf('aiko', chat('aiko'), verb, data(id));
    const nothing = await pressOf('aiko', chat('aiko'), verb, data(randomUUID()));
    expect(there, verb).toEqual(nothing);
  }
});

it('the draft of somebody is not dropped, and not continued, by the same id in another tenant', async () => {
  testBot = await startTestBot({ environment: { TENANTS: OTHER } });
  const review = await testBot.reviews('maya');
  const draft = review.buttons.find(({ title }) => title === 'Send report')?.data.draft;
  for (const verb of ['report-cancel', 'report-start-over', 'join-not', 'report-stay']) {
    const { body } = await pressOf('maya', chat('maya'), verb, { draft, step: 'review', shown: [draft] }, inTenant(OTHER, chat('maya')));
    expect(body, verb).not.toMatch(/\+45 32|maya@example|40 trucks|Step 1/);
  }
  expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001');
});

it('a former engineer no longer reads the outages of customers', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  await testBot.says('tomas', 'ack OUT-1001');
  await testBot.settles();
  expect((await testBot.says('tomas', '/outage mine'))?.text).toContain('Invoices cannot be posted');
  // As after he was removed from the desk file.
  const actor = testBot.desk.actor;
  Object.assign(testBot.desk, { actor: (person: Parameters<typeof actor>[0]) => ({ ...actor(person), roles: [] }) });
  expect((await testBot.says('tomas', '/outage mine'))?.text).not.toContain('Invoices');
  expect((await testBot.says('maya', '/outage mine'))?.text).toContain('Invoices cannot be posted');
});

it.each(['hand over', 'assist'])('who may not %s cannot make the bot ask Teams for ten people', async (text) => {
  testBot = await startTestBot();
  const entities = Array.from({ length: 10 }, (_, index) => ({ type: 'mention', mentioned: { id: `29:x${index}`, name: 'X' }, text: '' }));
  const before = testBot.teams.asked.length;
  await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', text, entities }));
  expect(testBot.teams.asked.slice(before)).toEqual([]);
});

it('an odd button of an old client is an old card, not an error', async () => {
  testBot = await startTestBot();
  const { status } = await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', value: { verb: { toString: 1 } } }));
  expect(status).toBe(200);
  expect(testBot.log.filter(({ level }) => level === 'error')).toEqual([]);
});

it.each(['..', '.'])('a message that is called %s is not edited: it would be another request to Teams', async (replyToId) => {
  testBot = await startTestBot();
  await testBot.says('maya', '/outage', general);
  const [button] = show(testBot.teams.in(general.id)[0]?.card).buttons;
  await pressOf('maya', general, 'report-cancel', button?.data ?? {}, { replyToId });
  // Presses are handled in order, so once this one is done the first one is too.
  await testBot.says('maya', '/outage', general);
  const [again] = show(testBot.teams.in(general.id)[1]?.card).buttons;
  await pressOf('maya', general, 'report-cancel', again?.data ?? {}, { replyToId: testBot.teams.in(general.id)[1]?.id });
  const edited = () => testBot.teams.received.filter(({ method }) => method === 'PUT').map(({ path }) => path);
  const cards = testBot.teams.in(general.id).map(({ id }) => `/conversations/${general.id}/activities/${id}`);
  await testBot.teams.until(() => edited().includes(cards[1] ?? ''));
  // What is no id counts as none: then it is the message on which the report was begun.
  expect(cards).toEqual(expect.arrayContaining(edited()));
});

it('what is over the rate limit asks nothing of the store', async () => {
  testBot = await startTestBot();
  const asked = vi.spyOn(testBot.app.store.rooms, 'regain');
  for (let times = 0; times < 310; times++) await pressOf('maya', general, 'no-such-button', {});
  expect(asked).toHaveBeenCalledTimes(300);
});
