/** Which channel is the desk and which rooms follow: the desk file, the choices in Teams, and which of them wins. */
import { describe, expect, test } from 'vitest';
import { followersOf, type KnownRoom, roomOf } from '../../src/desk/rooms.ts';
import { may } from '../../src/outage/permissions.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import { smallDesk } from '../support/desk/small-desk.ts';

const inFile = smallDesk();
const inTeams = smallDesk((text) => `${text.replace(/ {2}channel: .*\n/, '').replace(/followers:[\s\S]*/, '')}administrators: [ada]\n`);
const room = (conversationId: string, more: Partial<KnownRoom> = {}): KnownRoom => ({
  conversationId,
  kind: 'channel',
  teamId: null,
  tenantId: null,
  name: '',
  use: { as: 'follower', projects: 'all' },
  lost: null,
  ...more,
});
const asDesk = { use: { as: 'desk' } } as const;
const followers = (desk: typeof inFile, known: readonly KnownRoom[], project = 'shop') =>
  followersOf(desk.roomsIn(known), project, desk.file).map(({ id, conversationId }) => `${id} ${conversationId}`);

describe('the desk', () => {
  test('is nowhere when nobody said where', () => {
    expect(inTeams.roomsIn([]).desk).toBeNull();
    expect(inTeams.roomsIn([room('19:a')]).desk).toBeNull();
  });

  test('is the channel that was chosen last', () => {
    const { desk, overruled } = inTeams.roomsIn([room('19:a', asDesk), room('19:b', { ...asDesk, name: 'B', lost: 'bot-removed' })]);
    expect(desk).toEqual({
      conversationId: '19:b',
      kind: 'channel',
      teamId: null,
      tenantId: null,
      name: 'B',
      lost: 'bot-removed',
      by: 'teams',
    });
    expect(overruled.map(({ conversationId }) => conversationId)).toEqual(['19:a']);
    expect(desk && roomOf(desk, inTeams.file)).toEqual({ kind: 'channel', conversationId: '19:b', tenantId: inTeams.file.desk.tenant });
  });

  test('is that of the desk file, whatever was chosen; and what is known of it is known', () => {
    const known = [room('19:desk@thread.tacv2', { use: null, lost: 'team-archived', name: 'Home' }), room('19:b', asDesk)];
    const { desk, overruled } = inFile.roomsIn(known);
    expect(desk).toMatchObject({ conversationId: '19:desk@thread.tacv2', by: 'file', name: 'Home', lost: 'team-archived' });
    expect(overruled.map(({ conversationId }) => conversationId)).toEqual(['19:b']);
  });
});

test('a follower of the desk file that is made the desk is told once', () => {
  const noChannel = smallDesk((text) => `${text.replace(/ {2}channel: .*\n/, '')}administrators: [ada]\n`);
  const known = [room('19:board@thread.tacv2', asDesk)];
  expect(noChannel.roomsIn(known).desk).toMatchObject({ conversationId: '19:board@thread.tacv2', by: 'teams' });
  expect(followers(noChannel, known)).toEqual(['everyone 19:everyone@thread.v2']);
});

describe('followers', () => {
  test('are those of the file, and those that were chosen, each room once', () => {
    const known = [room('19:new', { name: 'Contoso / Très bien' }), room('19:board@thread.tacv2'), room('19:desk@thread.tacv2')];
    expect(followers(inFile, known)).toEqual(['board 19:board@thread.tacv2', 'everyone 19:everyone@thread.v2', 'contoso-tres-bien 19:new']);
    // The file lets the board hear of the shop only, and wins.
    expect(followers(inFile, known, 'mill-2')).toEqual(['everyone 19:everyone@thread.v2', 'contoso-tres-bien 19:new']);
    expect(inFile.roomsIn(known).overruled).toHaveLength(2);
  });

  test('hear of the projects that were chosen', () => {
    const some = [room('19:a', { name: 'a', use: { as: 'follower', projects: ['shop'] } })];
    expect([followers(inTeams, some), followers(inTeams, some, 'mill-2')]).toEqual([['a 19:a'], []]);
  });

  test('are for whom the file or Teams says, and for customers without a word', () => {
    const desk = smallDesk((text) => text.replace('    projects: [shop]', '    audience: internal\n    projects: [shop]'));
    const known = [
      room('19:a', { name: 'a', use: { as: 'follower', projects: 'all', audience: 'executive' } }),
      room('19:b', { name: 'b' }),
    ];
    const found = followersOf(desk.roomsIn(known), 'shop', desk.file);
    expect(found.map(({ id, audience }) => `${id} ${audience}`)).toEqual([
      'board internal',
      'everyone undefined',
      'a executive',
      'b undefined',
    ]);
  });

  test('have ids of their own, whatever they are called', () => {
    const known = [
      room('1', { name: 'Board' }),
      room('2', { name: 'board!' }),
      room('3'),
      room('4', { kind: 'groupChat', name: '掲示板' }),
      room('5', { name: 'board 2' }),
    ];
    expect(followers(inFile, known).slice(2)).toEqual(['board-2 1', 'board-3 2', 'channel 3', 'chat 4', 'board-2-2 5']);
  });

  test('get nothing while nothing arrives there, by whomever they were named', () => {
    const known = [room('19:a', { lost: 'channel-deleted' }), room('19:everyone@thread.v2', { use: null, lost: 'bot-removed' })];
    expect(followers(inFile, known)).toEqual(['board 19:board@thread.tacv2']);
    expect(inFile.roomsIn(known).followers).toHaveLength(3);
  });
});

test('an administrator is one of the file', () => {
  const [ada] = inTeams.administrators;
  const mayIn = (desk: typeof inTeams, id = '') => may(desk.actor({ id: storedPersonKey(id), name: 'X' }), 'setup');
  expect(mayIn(inTeams, ada?.id)).toBe(true);
  expect(mayIn(inTeams, 'ada')).toBe(false);
  expect(mayIn(inFile, ada?.id)).toBe(false);
});

describe('the queue of requests', () => {
  const named = smallDesk((text) => text.replace('  phones:', '  queue: "19:queue@thread.tacv2"\n  phones:'));
  const queueOf = (desk: typeof inFile, known: readonly KnownRoom[]) => desk.roomsIn(known).queue?.conversationId;

  test('is the channel that the desk file names, else the desk, wherever that is', () => {
    expect(queueOf(named, [])).toBe('19:queue@thread.tacv2');
    expect(queueOf(inFile, [])).toBe('19:desk@thread.tacv2');
    expect(queueOf(inTeams, [room('19:a', { use: { as: 'desk' } })])).toBe('19:a');
    expect(inTeams.roomsIn([]).queue).toBeNull();
  });

  test('is the desk where nothing arrives in that channel any more', () => {
    const lost = room('19:queue@thread.tacv2', { use: null, lost: 'channel-deleted' });
    expect(queueOf(named, [lost])).toBe('19:desk@thread.tacv2');
  });
});
