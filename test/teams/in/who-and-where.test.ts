/** What an activity says about its sender and where to answer: ids in any letter case, invalid time zones, addresses that change. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answersStep,
  chat,
  objectId,
  PLACES,
  type Shown,
  show,
  startTestBot,
  TENANT,
  type TestBot,
} from '../../support/bot/test-bot.ts';
import { read } from '../../support/teams/activity.ts';

let testBot: TestBot;

beforeEach(async () => {
  testBot = await startTestBot();
});
afterEach(() => testBot.stop());

const deskThread = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));

it('an id and a tenant in capitals are the same person of the same tenant', async () => {
  await testBot.reports();
  const capitals = {
    from: { id: '29:priya', name: 'Priya Nair', aadObjectId: objectId('priya').toUpperCase() },
    conversation: { id: 'a:priya', conversationType: 'personal', tenantId: TENANT.toUpperCase() },
  };
  const text = 'ack OUT-1001';
  await testBot.post({ ...testBot.activity('priya', chat('priya'), { type: 'message', text }), ...capitals });
  await testBot.settles();
  expect(testBot.teams.text(deskThread())).toContain('OUT-1001: Acknowledged by Priya Nair');
  // She is the owner in either spelling.
  expect((await testBot.says('priya', text))?.text).toContain('OUT-1001 is already yours');
});

it('an invalid time zone is ignored: the one of the desk is offered', async () => {
  await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage', localTimezone: 'Mars/Olympus' }));
  let shown: Shown = show(testBot.teams.in('a:maya').at(-1)?.card);
  for (const step of ['confirmation', 'scenario', 'details', 'questions'] as const)
    shown = await answersStep(testBot, 'maya', shown, ANSWERS[step]);
  expect(JSON.stringify(shown.card)).not.toContain('Olympus');
  expect(JSON.stringify(shown.card)).toContain(`"value":"${testBot.desk.file.desk.timeZone}"`);
});

it('the newest address of the tenant is where messages go from then on', async () => {
  const moved = testBot.teams.serviceUrl.replace('127.0.0.1', 'localhost');
  await testBot.post({ ...testBot.activity('maya', chat('maya'), { type: 'message', text: 'help' }), serviceUrl: moved });
  expect(await testBot.app.store.cache.get(`service-url:${TENANT}`)).toBe(moved);
});

it('a name that nobody reads to its end is cut, at a whole character', () => {
  const from = (name: string) => ({ id: '29:maya', name, aadObjectId: objectId('maya') });
  const named = (name: string) => {
    const incoming = read(testBot.activity('maya', chat('maya'), { type: 'message', text: 'help', from: from(name) }));
    return incoming.kind === 'text' ? incoming.sender.person.name : undefined;
  };
  expect(named('Maya Lindt')).toBe('Maya Lindt');
  expect(named('\u{1F525}'.repeat(20_000))).toBe(`${'\u{1F525}'.repeat(63)}\u2026`);
});

it('of a crowd that is mentioned only the first are read: Teams is asked for each, and the sender waits for that', () => {
  const mention = (id: string) => ({ type: 'mention', mentioned: { id, name: 'X' } });
  const crowd = Array.from({ length: 300 }, (_, index) => mention(`29:stranger-${index >> 1}`));
  const entities = [mention('28:bot'), ...crowd];
  const incoming = read(testBot.activity('maya', chat('maya'), { type: 'message', text: 'hand over', entities }));
  expect(incoming.kind === 'text' && incoming.sender.mentions.map(({ teamsId }) => teamsId)).toEqual(
    Array.from({ length: 10 }, (_, index) => `29:stranger-${index}`),
  );
});

describe('somebody who installs the bot', () => {
  const installs = (action: string, place = chat('maya')) =>
    testBot.post(testBot.activity('maya', place, { type: 'installationUpdate', action }));

  it('is told once what it is for, however often Teams says so', async () => {
    await installs('add');
    await installs('add');
    expect(testBot.teams.in('a:maya')).toHaveLength(1);
    expect(testBot.teams.text(testBot.teams.in('a:maya')[0])).toContain('/outage');
  });

  it('for a team or a group, or takes it away, is told nothing', async () => {
    await installs('remove');
    await installs('add', { kind: 'channel', id: PLACES.general });
    await installs('add', { kind: 'groupChat', id: PLACES.announcements });
    expect(testBot.teams.received).toEqual([]);
  });
});
