/** An activity is parsed once, whatever its kind, and is not read again after that. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activitySchema } from '../../../src/teams/in/schema.ts';
import { chat, PLACES, type Place, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

const root = path.join(import.meta.dirname, '../../../src/teams');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The files that parse something, and what. Before in/activity.ts, only what the SDK needs of an activity is parsed. */
const PARSING: Readonly<Record<string, string>> = {
  'in/activity.ts': 'the activity',
  'in/schema.ts': 'what the activity says of a file, which may have any shape',
  'adapter.ts': 'a body, so that the SDK can read it',
  'in/tenant-guard.ts': 'a token and the tenants of a body, before the SDK verifies them',
  'live/question.ts': 'what the check from outside asks, and what it put into the store',
  'people/groups.ts': 'answers of Teams about teams',
  'people/members.ts': 'what is cached of members',
  'people/people.ts': 'answers of Teams about people',
  'in/signing-keys.ts': 'Microsoft’s directory of keys',
  'out/read-back.ts': 'answers of Graph',
  'out/transport.ts': 'whether an answer is one of Teams',
  'out/send-error.ts': 'errors of the SDK’s client',
};

describe('an activity', () => {
  const channel: Place = { kind: 'channel', id: `${PLACES.desk};messageid=1` };
  const execute = { action: { type: 'Action.Execute', verb: 'report-next', data: {} }, trigger: 'manual' };
  const chosen = { commandId: 'report-outage', messagePayload: { id: '1', body: { contentType: 'html', content: '<p>Down</p>' } } };
  const mention = { type: 'mention', mentioned: { id: '28:bot', name: 'Outage Desk' }, text: '<at>Outage Desk</at>' };
  let testBot: TestBot;

  beforeEach(async () => {
    testBot = await startTestBot();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await testBot.stop();
  });

  it.each<[string, Place, object]>([
    ['a press', chat('maya'), { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value: execute }],
    ['a press of an old client', chat('maya'), { type: 'message', value: { verb: 'report-next' } }],
    ['a text', chat('maya'), { type: 'message', text: 'help' }],
    ['a text in a channel', channel, { type: 'message', text: '<at>Outage Desk</at> help', entities: [mention] }],
    ['a text that others are meant to read', channel, { type: 'message', text: 'on it' }],
    ['a reaction', channel, { type: 'messageReaction', replyToId: '1', reactionsAdded: [{ type: 'like' }] }],
    ['a message that is reported', channel, { type: 'invoke', name: 'composeExtension/fetchTask', value: chosen }],
    ['a room that was renamed', channel, { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
    ['a welcome', channel, { type: 'installationUpdate', action: 'add' }],
    ['an invoke of an unknown name', chat('maya'), { type: 'invoke', name: 'task/fetch', value: {} }],
    ['a text from nobody known', chat('maya'), { type: 'message', text: 'help', from: { id: '29:x' } }],
    ['typing', chat('maya'), { type: 'typing' }],
  ])('that is %s is parsed once', async (_what, place, more) => {
    const parse = vi.spyOn(activitySchema, 'parse');
    const safeParse = vi.spyOn(activitySchema, 'safeParse');
    const { status } = await testBot.post(testBot.activity('maya', place, more));
    await testBot.settles();
    expect([200, 400]).toContain(status);
    expect([parse.mock.calls.length, safeParse.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('the code of teams/', () => {
  it('takes an activity from the SDK in one place, and hands it to one function', () => {
    const uses = files.flatMap((file) => (read(file).match(/\b(?:context|turn)\.activity\b|\{ activity\b/g) ?? []).map(() => file));
    expect(uses).toEqual(['application.ts']);
    expect(files.filter((file) => /\bactivitySchema\.|readActivity\(context/.test(read(file))).sort()).toEqual([
      'application.ts',
      'in/activity.ts',
    ]);
  });

  it('parses nothing where it is not known to', () => {
    const parsing = files.filter((file) => /(?<!Date|JSON|URL)\.(?:safeParse|parse)\(/.test(read(file)));
    expect(parsing.sort()).toEqual(Object.keys(PARSING).sort());
  });
});
