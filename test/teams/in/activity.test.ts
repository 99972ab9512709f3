/** Which kind each activity is, and what is read of it. */
import { describe, expect, it } from 'vitest';
import { readActivity } from '../../../src/teams/in/activity.ts';
import { anActivity, read, TENANT } from '../../support/teams/activity.ts';

const OUTAGE = 'a1b2c3d4-0000-4000-8000-00000000aaaa';
const OTHER = '00000000-0000-4000-8000-000000000002';
const bot = { type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Outage Desk</at>' };
const inChannel = { conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: TENANT } };
const inChat = { conversation: { id: '19:g@thread.v2', conversationType: 'groupChat', tenantId: TENANT, name: 'Projects' } };
const press = (verb: unknown, data?: unknown) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data } },
});
const stranger = { from: { id: '29:x' } };

it.each<[string, object, object]>([
  ['a press', press('report-next', { draft: OUTAGE }), { kind: 'press', verb: 'report-next', outageId: OUTAGE, asMessage: false }],
  ['a press of an unknown button', press('constructor', 'x'), { kind: 'press', verb: null, data: 'x', outageId: null }],
  [
    'C20: a press whose inputs came as JSON',
    press('outage-update', { outage: OUTAGE, version: 3, next: 30, aroundTheClock: true, rate: 0.5, text: 'x' }),
    { data: { outage: OUTAGE, version: 3, next: '30', aroundTheClock: 'true', rate: '0.5', text: 'x' } },
  ],
  ['a press by message', { value: { verb: 'report-next', outage: OUTAGE } }, { kind: 'press', outageId: OUTAGE, asMessage: true }],
  ['a press by message in a group', { ...inChat, value: [] }, { kind: 'press', verb: null, asMessage: true }],
  ['a text', { text: ' help ' }, { kind: 'text', text: 'help' }],
  [
    'a text with a mention of the bot',
    { ...inChannel, text: '<at>Outage Desk</at>  ack', entities: [null, bot] },
    { kind: 'text', text: 'ack' },
  ],
  ['a text without one', { ...inChannel, text: 'on it' }, { kind: 'overheard', text: 'on it' }],
  ['a text without one, of an unreadable sender', { ...inChannel, ...stranger, text: 'on it' }, { kind: 'silent' }],
  [
    'a reaction',
    { ...inChannel, type: 'messageReaction', replyToId: '2', reactionsAdded: [{ type: 'sad' }, { type: '1f44d_yes' }] },
    { kind: 'reaction', threadId: '19:c@thread.tacv2;messageid=2' },
  ],
  ['another reaction', { ...inChannel, type: 'messageReaction', replyToId: '2', reactionsAdded: [{ type: 'sad' }] }, { kind: 'silent' }],
  [
    'a message action without a message',
    { type: 'invoke', name: 'composeExtension/submitAction', value: { commandId: 'report-outage' } },
    { kind: 'message-action', message: null },
  ],
  ['another message action', { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: 'x' } }, { kind: 'unknown-invoke' }],
  ['an installation by a person', { type: 'installationUpdate', action: 'add' }, { kind: 'welcome', to: 'person' }],
  ['an installation in a group', { ...inChat, type: 'installationUpdate', action: 'add' }, { kind: 'welcome', to: 'room' }],
  ['a new version of the app', { ...inChat, type: 'installationUpdate', action: 'add-upgrade' }, { kind: 'silent' }],
  ['typing', { type: 'typing' }, { kind: 'silent' }],
  ['A9: a press of somebody without an account', { ...press('report-next'), ...stranger }, { kind: 'guest', of: 'press' }],
  ['A9: a text of somebody without an account', { text: 'help', ...stranger }, { kind: 'guest', of: 'text' }],
  ['A9: a text of such a person to others', { ...inChat, text: 'help', ...stranger }, { kind: 'silent' }],
  ['A9: an installation by such a person', { type: 'installationUpdate', action: 'add', ...stranger }, { kind: 'unreadable', of: null }],
  [
    'A10: an edited message',
    { type: 'messageUpdate', id: '7', text: 'ack', channelData: { eventType: 'editMessage' } },
    { kind: 'text', text: 'ack', edited: true, messageId: '7' },
  ],
  [
    'A10: an edited message to others',
    { ...inChannel, type: 'messageUpdate', text: 'ack', channelData: { eventType: 'editMessage' } },
    { kind: 'silent' },
  ],
  ['A10: a message that comes back', { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } }, { kind: 'silent' }],
  ['A11: a text with null as its channelData', { text: 'help', channelData: null }, { kind: 'text' }],
  ['A11: a text with null as its tenant there', { text: 'help', channelData: { tenant: null, team: null } }, { kind: 'text' }],
  [
    'A11: a text whose conversation has null as its tenant',
    {
      text: 'help',
      channelData: { tenant: { id: TENANT } },
      conversation: { id: 'a:x', conversationType: 'personal', tenantId: null, name: null },
    },
    { kind: 'text' },
  ],
  [
    'a press in a conversation whose id would change a URL',
    { ...press('report-next'), conversation: { ...inChat.conversation, id: '..' } },
    { kind: 'unreadable', of: 'press' },
  ],
  [
    'a text in a conversation whose id would change a URL',
    { text: 'help', conversation: { id: '.', conversationType: 'personal', tenantId: TENANT } },
    { kind: 'unreadable', of: null },
  ],
  ['a press of nobody', { ...press('report-next'), from: undefined }, { kind: 'unreadable', of: null }],
  [
    'a text from an unknown kind of room',
    { text: 'help', conversation: { id: 'a:x', conversationType: 'x', tenantId: TENANT } },
    { of: null },
  ],
  ['a text whose tenant is in doubt', { text: 'help', channelData: { tenant: { id: 7 } } }, { kind: 'unreadable', of: null }],
])('%s', (_what, more, expected) => {
  expect(read(anActivity(more))).toMatchObject(expected);
});

describe('the sender', () => {
  const senderOf = (more: object) => {
    const incoming = read(anActivity({ text: 'help', ...more }));
    return incoming.kind === 'text' ? incoming.sender : null;
  };

  it('is of all the tenants that an activity names', () => {
    const from = { id: '29:x', aadObjectId: OUTAGE, tenantId: OTHER.toUpperCase() };
    expect(senderOf({ from, channelData: { tenant: { id: TENANT } } })?.tenants).toEqual([TENANT, OTHER]);
  });

  it('A1: is known by the Entra id under either of its names, and so is who is mentioned', () => {
    const tomas = { type: 'mention', mentioned: { id: '29:tomas', objectId: OTHER.toUpperCase() }, text: '<at>Tomás</at>' };
    const sender = senderOf({ from: { id: '29:x', objectId: OUTAGE.toUpperCase() }, entities: [tomas] });
    expect(sender).toMatchObject({ person: { id: OUTAGE }, mentions: [{ teamsId: '29:tomas', entraId: OTHER }] });
    const left = { type: 'conversationUpdate', membersRemoved: [{ id: '29:x', objectId: OUTAGE }] };
    expect(read(anActivity(left)).learned.members).toMatchObject({ gone: [OUTAGE] });
  });

  it('says in which room it is, not in which thread', () => {
    const channelData = { team: { id: '19:t@thread.tacv2' } };
    expect(senderOf({ ...inChannel, entities: [bot], channelData })?.room).toEqual({
      conversationId: '19:c@thread.tacv2',
      tenantId: TENANT,
      kind: 'channel',
      teamId: '19:t@thread.tacv2',
      name: '',
    });
    expect(senderOf({ ...inChat, entities: [bot] })?.room).toMatchObject({ kind: 'groupChat', teamId: null, name: 'Projects' });
    expect(senderOf({})?.room).toBeNull();
  });

  it('is nobody, and nothing is learned, when the service address is not trusted', () => {
    const renamed = { type: 'conversationUpdate', channelData: { eventType: 'channelDeleted', channel: { id: '19:c@thread.tacv2' } } };
    const isTrusted = () => false;
    expect(readActivity(anActivity({ text: 'help' }), { tenant: TENANT, isTrusted })).toMatchObject({
      kind: 'unreadable',
      host: 'smba.trafficmanager.net',
    });
    expect(readActivity(anActivity({ ...inChannel, ...renamed }), { tenant: TENANT, isTrusted }).learned.roomEvent).toBeNull();
    expect(read(anActivity({ ...inChannel, ...renamed })).learned.roomEvent).not.toBeNull();
  });
});

it('15.2 what cannot be read of isTargeted counts as private', () => {
  const said = (isTargeted: unknown) =>
    readActivity(
      anActivity({
        ...inChat,
        text: 'outage',
        recipient: { id: '28:bot', name: 'Outage Desk', ...(isTargeted !== 'absent' && { isTargeted }) },
      }),
      { tenant: TENANT, isTrusted: () => true },
    );
  for (const odd of [true, 1, 0, 'true', 'false', '', {}, [], 'yes'])
    expect(said(odd), JSON.stringify(odd)).toMatchObject({ kind: 'text', sender: { isPrivate: true } });
  // Not said to the bot, so only to the others there.
  for (const none of [false, null, undefined, 'absent']) expect(said(none).kind, String(none)).toBe('overheard');
});

it('15.3 a thread that is named by what one person alone sees is the channel itself', () => {
  const slash = { text: 'outage', id: '7', recipient: { id: '28:bot', name: 'Outage Desk', isTargeted: true } };
  const of = (thread: string, more = {}) =>
    readActivity(
      anActivity({
        ...slash,
        ...more,
        conversation: { id: `19:c@thread.tacv2;messageid=${thread}`, conversationType: 'channel', tenantId: TENANT },
      }),
      {
        tenant: TENANT,
        isTrusted: () => true,
      },
    );
  expect(of('7')).toMatchObject({ sender: { place: { conversationId: '19:c@thread.tacv2' } } });
  expect(of('7', { value: null })).toMatchObject({ sender: { place: { conversationId: '19:c@thread.tacv2' } } });
  expect(of('6')).toMatchObject({ sender: { place: { conversationId: '19:c@thread.tacv2;messageid=6' } } });
});
