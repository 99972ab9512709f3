/** What Teams says of channels and teams: each event as its documentation has it, and activities that are no such event. */
import { describe, expect, it } from 'vitest';
import { anActivity, read, TENANT } from '../../support/teams/activity.ts';

const channel = { id: '19:channel@thread.tacv2', name: 'Desk' };
const team = { id: '19:team@thread.tacv2', name: 'Contoso' };
const inChannel = { id: team.id, conversationType: 'channel', isGroup: true, tenantId: TENANT };
const inChat = { ...inChannel, id: '19:chat@thread.v2', conversationType: 'groupChat' };
const bot = { id: '28:bot', name: 'Outage Desk' };
const update = (channelData: object, more: object = {}) =>
  anActivity({
    type: 'conversationUpdate',
    recipient: bot,
    conversation: inChannel,
    channelData: { team, tenant: { id: TENANT }, ...channelData },
    ...more,
  });
const installed = (action: string, more: object = {}) => update({}, { type: 'installationUpdate', action, ...more });

const ofChannel = { conversationId: channel.id, name: 'Contoso / Desk' };
const ofTeam = { teamId: team.id };

it.each<[string, object, object | null]>([
  [
    'a channel that was deleted',
    update({ eventType: 'channelDeleted', channel }),
    { type: 'lost', why: 'channel-deleted', where: ofChannel },
  ],
  [
    'one that was restored',
    update({ eventType: 'channelRestored', channel }),
    { type: 'back', from: ['channel-deleted'], where: ofChannel },
  ],
  ['one that was renamed', update({ eventType: 'channelRenamed', channel }), { type: 'renamed', ...ofChannel }],
  ['one without a name', update({ eventType: 'channelRenamed', channel: { id: channel.id } }), null],
  ['a team that was archived', update({ eventType: 'teamArchived' }), { type: 'lost', why: 'team-archived', where: ofTeam }],
  ['one that was deleted', update({ eventType: 'teamDeleted' }), { type: 'lost', why: 'team-deleted', where: ofTeam }],
  ['one that was deleted for good', update({ eventType: 'teamHardDeleted' }), { type: 'lost', why: 'team-deleted', where: ofTeam }],
  ['one that is in use again', update({ eventType: 'teamUnarchived' }), { type: 'back', from: ['team-archived'], where: ofTeam }],
  ['one that was restored', update({ eventType: 'teamRestored' }), { type: 'back', from: ['team-deleted'], where: ofTeam }],
  ['the bot that left a team', update({}, { membersRemoved: [bot] }), { type: 'lost', why: 'bot-removed', where: ofTeam }],
  ['the bot that was taken out', installed('remove'), { type: 'lost', why: 'bot-removed', where: ofTeam }],
  ['the bot that came', installed('add'), { type: 'back', from: ['bot-removed'], where: ofTeam }],
  ['the bot that came, said the other way', update({}, { membersAdded: [bot] }), { type: 'back', from: ['bot-removed'], where: ofTeam }],
  ['a new version that replaces the old one', installed('add-upgrade'), { type: 'back', from: ['bot-removed'], where: ofTeam }],
  ['the old version that goes', installed('remove-upgrade'), null],
  [
    'the bot that left a chat',
    update({ team: undefined }, { conversation: inChat, membersRemoved: [bot] }),
    { type: 'lost', why: 'bot-removed', where: { conversationId: inChat.id, name: '' } },
  ],
  [
    'the bot that left one private channel',
    update({ eventType: 'channelMemberRemoved', channel }, { membersRemoved: [bot] }),
    { type: 'lost', why: 'bot-removed', where: { conversationId: channel.id, name: '' } },
  ],
  ['somebody else who left', update({ eventType: 'teamMemberRemoved' }, { membersRemoved: [{ id: '29:y' }] }), null],
  ['a channel that was made', update({ eventType: 'channelCreated', channel }), null],
  ['an event that nobody knows yet', update({ eventType: 'constructor', channel }), null],
  ['a channel of which no id is said', update({ eventType: 'channelDeleted', channel: { name: 'Desk' } }), null],
  ['a message', update({ eventType: 'channelDeleted', channel }, { type: 'message' }), null],
  ['nothing at all', {}, null],
])('reads %s', (_what, activity, expected) => {
  expect(read(activity).learned.roomEvent).toEqual(expected && { ...expected, tenantId: TENANT });
});

it('takes nothing from no tenant, or from several', () => {
  const event = { eventType: 'channelDeleted', channel };
  const shared = { conversation: { ...inChannel, tenantId: '00000000-0000-4000-8000-000000000002' } };
  expect(read(update(event, shared)).learned.roomEvent).toBeNull();
  expect(read(update({ ...event, tenant: undefined }, { conversation: { id: 'x' } })).learned.roomEvent).toBeNull();
  expect(read(update(event, { conversation: { ...inChannel, tenantId: TENANT.toUpperCase() } })).learned.roomEvent).not.toBeNull();
});

describe('a welcome', () => {
  it.each<[string, object, boolean]>([
    ['in a team', installed('add'), true],
    ['in a chat', update({ team: undefined }, { conversation: inChat, membersAdded: [bot] }), true],
    ['by one person', installed('add', { conversation: { id: 'a:x', conversationType: 'personal', tenantId: TENANT } }), false],
    ['of somebody else', update({}, { membersAdded: [{ id: '29:y' }] }), false],
    ['that is a farewell', installed('remove'), false],
    ['of a new version', installed('add-upgrade'), false],
  ])('%s', (_what, activity, expected) => {
    const incoming = read(activity);
    expect(incoming.kind === 'welcome' && incoming.to === 'room').toBe(expected);
  });
});
