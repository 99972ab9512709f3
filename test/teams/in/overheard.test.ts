/** Where the bot may read a channel, Teams sends it every message there. A message that is not for the bot has no effect. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Place, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

const GROUP: Place = { kind: 'groupChat', id: '19:projects@thread.v2' };
let testBot: TestBot;
let desk: Place;

beforeEach(async () => {
  testBot = await startTestBot();
  await testBot.reports();
  desk = thread(testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith('19:support-desk')));
});
afterEach(() => testBot.stop());

const messages = () => testBot.teams.messages.length;
const state = async () => (await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? ''))?.outage;

async function overhears(place: Place, more: object): Promise<void> {
  const { status } = await testBot.post(testBot.activity('priya', place, { type: 'message', ...more }));
  expect(status).toBe(200);
  await testBot.settles();
}

describe('what people say to each other in a channel or a group chat', () => {
  it.each([
    ['that could be a command', 'resolve it later, I would say'],
    ['that is a command, word for word', 'resolve We restarted it'],
    ['that names the outage', 'ack OUT-1001'],
    ['that is doubtful', 'can somebody take this?'],
    ['that says more than "on it"', 'I am on it since two hours and it is not it'],
    ['that asks', 'on it?'],
    ['that is nothing', ''],
  ])('%s does nothing and is not answered', async (_what, text) => {
    const before = messages();
    for (const place of [desk, GROUP]) await overhears(place, { text });
    expect(messages()).toBe(before);
    expect(await state()).toMatchObject({ state: 'reported', version: 1 });
  });

  it.each([
    ['another person', [{ type: 'mention', mentioned: { id: '29:tomas', name: 'Tomás Herrera' }, text: '<at>Tomás</at>' }]],
    ['another bot of our name', [{ type: 'mention', mentioned: { id: '28:other', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' }]],
    ['us in its text alone', []],
    ['nobody in particular', [null, 7, { type: 'mention' }, { type: 'mention', mentioned: null }]],
  ])('and mentions %s is not said to the bot', async (_whom, entities) => {
    await overhears(desk, { text: '<at>Outage Desk</at> ack', entities });
    expect(await state()).toMatchObject({ state: 'reported' });
  });

  it('leaves nothing behind, neither in the log nor in the cache', async () => {
    const before = testBot.log.length;
    await overhears(desk, {
      text: 'My password is hunter2',
      from: { id: '29:ingrid', name: 'Ingrid', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000004' },
    });
    expect(testBot.log.slice(before)).toEqual([]);
    expect(await testBot.app.store.cache.get('teams-id:a1b2c3d4-0000-4000-8000-000000000004')).toBeUndefined();
    expect(await testBot.app.store.cache.get(`team:${desk.id.split(';')[0]}`)).toBeUndefined();
  });
});

describe('an engineer who says to the others in the thread of an outage that they have it', () => {
  it.each(['ack', 'on it', 'Taking this.', 'I take it', 'looking'])('has it, and the thread is told so once: %s', async (text) => {
    await overhears(desk, { text });
    expect(await state()).toMatchObject({ state: 'acknowledged', owner: { name: 'Priya Nair' } });
    const before = messages();
    await overhears(desk, { text });
    expect(messages()).toBe(before);
  });

  it('takes nothing off the one who has it, and is not told so', async () => {
    await overhears(desk, { text: 'on it' });
    const before = messages();
    const from = { id: '29:tomas', name: 'Tomás Herrera', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000003' };
    await overhears(desk, { text: 'on it', from });
    expect(await state()).toMatchObject({ owner: { name: 'Priya Nair' }, version: 2 });
    expect(messages()).toBe(before);
  });

  it('elsewhere in the channel, or in a group chat, takes nothing', async () => {
    const channel = desk.id.replace(/;messageid=.*$/, '');
    for (const place of [{ ...desk, id: channel }, { ...desk, id: `${channel};messageid=1` }, GROUP])
      await overhears(place, { text: 'on it' });
    expect(await state()).toMatchObject({ state: 'reported', version: 1 });
  });

  it('takes nothing when they are a customer, or an engineer of another tenant, and is not remembered', async () => {
    const maya = { id: '29:maya', name: 'Maya Lindt', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000009' };
    const before = messages();
    await overhears(desk, { text: 'on it', from: maya });
    const tenantId = 'a1b2c3d4-0000-4000-8000-0000000000ff';
    await overhears(desk, { text: 'on it', conversation: { id: desk.id, conversationType: 'channel', tenantId } });
    expect(await state()).toMatchObject({ state: 'reported', version: 1 });
    expect(messages()).toBe(before);
    expect(await testBot.app.store.cache.get(`teams-id:${maya.aadObjectId}`)).toBeUndefined();
  });
});

describe('what is said to the bot', () => {
  it('with a mention, beside others, is heard', async () => {
    const entities = [
      { type: 'clientInfo', locale: 'en-GB' },
      { type: 'mention', mentioned: { id: '29:tomas', name: 'Tomás Herrera' }, text: '<at>Tomás</at>' },
      { type: 'mention', mentioned: { id: '28:bot', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' },
    ];
    await overhears(desk, { text: '<at>Outage Desk</at> ack', entities });
    expect(await state()).toMatchObject({ state: 'acknowledged' });
  });

  it('in its own chat needs no mention', async () => {
    const before = messages();
    await overhears({ kind: 'personal', id: 'a:priya' }, { text: 'ack OUT-1001' });
    expect(await state()).toMatchObject({ state: 'acknowledged' });
    expect(messages()).toBeGreaterThan(before);
  });

  it('with a button of an old client in a group is still answered', async () => {
    const before = messages();
    await overhears(GROUP, { value: { verb: 'outage-acknowledge' } });
    expect(messages()).toBe(before + 1);
  });
});
