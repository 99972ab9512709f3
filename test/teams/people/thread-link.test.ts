/** The link that opens a thread in the client, whatever its ids are. */
import { expect, test } from 'vitest';
import type { Clients } from '../../../src/teams/out/clients.ts';
import type { ServiceUrls } from '../../../src/teams/out/service-url.ts';
import { createGroups } from '../../../src/teams/people/groups.ts';

const GROUP = '5f6d7c8b-0000-4000-8000-000000000001';

function groupsWith(facts: Readonly<Record<string, unknown>>) {
  const cache = {
    get: async (key: string) => facts[key],
    set: async () => undefined,
    keep: async () => undefined,
    delete: async () => undefined,
  };
  // A link asks Teams nothing: a ping would wait for the answer.
  return createGroups({ cache, clients: {} as Clients, serviceUrls: {} as ServiceUrls, limitMs: 0 });
}

test('16.4: a strange id of a conversation, a message or a tenant stays within its own part of the link', async () => {
  const [channel, message, tenant] = ['19:x/../../l/call?a=b&groupId=evil#@evil.example', '1/2?tenantId=evil&x=#y', 't&groupId=evil#z'];
  const { linkTo } = groupsWith({ [`group:${channel}`]: GROUP });
  const url = new URL((await linkTo({ conversationId: `${channel};messageid=7`, activityId: message }, tenant)) ?? '');
  expect([url.origin, url.hash]).toEqual(['https://teams.microsoft.com', '']);
  expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'l', 'message', channel, message]);
  expect([...url.searchParams]).toEqual([
    ['tenantId', tenant],
    ['groupId', GROUP],
    ['parentMessageId', message],
    ['createdTime', message],
  ]);
});

test('16.4: there is no link to a message without an id, nor where what is remembered of the group is no id', async () => {
  const thread = { conversationId: '19:a;messageid=7', activityId: '7' };
  expect(await groupsWith({ 'group:19:a': GROUP }).linkTo({ ...thread, activityId: null }, 't')).toBeNull();
  expect(await groupsWith({ 'group:19:a': 'evil&x=1' }).linkTo(thread, 't')).toBeNull();
  expect(await groupsWith({}).linkTo(thread, 't')).toBeNull();
});
