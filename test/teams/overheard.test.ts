/** With leave to read a channel, Teams hands over all that is said in it. What is not said to the bot is as if it had not been said. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Place, startTown, type Town, thread } from '../support/town.ts';

const GROUP: Place = { kind: 'groupChat', id: '19:projects@thread.v2' };
let town: Town;
let desk: Place;

beforeEach(async () => {
  town = await startTown();
  await town.reports();
  desk = thread(town.teams.messages.find(({ conversationId }) => conversationId.startsWith('19:support-desk')));
});
afterEach(() => town.stop());

const messages = () => town.teams.messages.length;
const state = async () => (await town.app.store.outages.read((await town.app.store.outages.idByNumber(1001)) ?? ''))?.outage;

async function overhears(place: Place, more: object): Promise<void> {
  const { status } = await town.post(town.activity('priya', place, { type: 'message', ...more }));
  expect(status).toBe(200);
  await town.settles();
}

describe('what people say to each other in a channel or a group chat', () => {
  it.each([
    ['that could be a command', 'resolve it later, I would say'],
    ['that is a command, word for word', 'ack'],
    ['that names the outage', 'ack OUT-1001'],
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
    const before = town.log.length;
    await overhears(desk, {
      text: 'My password is hunter2',
      from: { id: '29:ingrid', name: 'Ingrid', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000004' },
    });
    expect(town.log.slice(before)).toEqual([]);
    expect(await town.app.store.cache.get('teams-id:a1b2c3d4-0000-4000-8000-000000000004')).toBeUndefined();
    expect(await town.app.store.cache.get(`team:${desk.id.split(';')[0]}`)).toBeUndefined();
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
