/** Members while Teams is slow: nobody waits long, nothing is asked twice, and late answers are stored. */
import type { ConnectorClient } from 'botframework-connector';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PersonKey, storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { createMembers } from '../../../src/teams/people/members.ts';
import { createPeople } from '../../../src/teams/people/people.ts';
import { SMALL_PEOPLE, smallDesk } from '../../support/desk/small-desk.ts';
import { silentLog } from '../../support/log/silent-log.ts';

const TEAM = '19:mill@thread.tacv2';
const desk = smallDesk((text) => text.replace('members: [mia, bob]', `membersFrom: { team: "${TEAM}" }`));
const tenantId = desk.file.desk.tenant;
const stranger = storedPersonKey('00000000-0000-4000-8000-0000000000ff');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A Teams that answers when the test says so, with a cache that is a map. */
function slowTeams() {
  const waiting: ((people: readonly string[]) => void)[] = [];
  const getConversationPagedMembers = () =>
    new Promise((resolve) => waiting.push((people) => resolve({ members: people.map((id) => ({ id: `29:${id}`, aadObjectId: id })) })));
  const client = { conversations: { getConversationPagedMembers } } as unknown as ConnectorClient;
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    keep: async (key: string, value: unknown) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
  };
  const people = createPeople({ cache, rosterOf: async () => null, botId: '28:bot', deskTenant: tenantId });
  const members = createMembers({
    desk,
    cache,
    people,
    teamOf: async (id: string) => id,
    now: Date.now,
    log: silentLog(),
    clients: async () => client,
  });
  const of = (id: PersonKey) => {
    const place = { kind: 'personal', conversationId: 'a:x', tenantId, serviceUrl: 'https://x.example' } as const;
    return members.of({ person: { id, name: 'X', teamsId: `29:${id}` }, place, tenants: [tenantId] }, client);
  };
  return { of, members, waiting };
}

it('a person waits three seconds at most, and hears that it is unknown; a late answer counts the next time', async () => {
  const { of, waiting } = slowTeams();
  let answer: unknown;
  void of(stranger).then((found) => {
    answer = found;
  });
  await vi.advanceTimersByTimeAsync(2_900);
  expect(answer).toBeUndefined();
  await vi.advanceTimersByTimeAsync(200);
  expect(answer).toEqual({ projects: [], mayFollow: [], doubt: 'not-told' });
  waiting[0]?.([stranger]);
  await vi.advanceTimersByTimeAsync(0);
  expect(await of(stranger)).toMatchObject({ projects: [{ id: 'mill-2' }], doubt: null });
  expect(waiting).toHaveLength(1);
});

it('a crowd asks once', async () => {
  const { of, waiting } = slowTeams();
  const asked = [stranger, SMALL_PEOPLE.ada, SMALL_PEOPLE.bob].map(of);
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting).toHaveLength(1);
  waiting[0]?.([SMALL_PEOPLE.bob]);
  expect((await Promise.all(asked)).map(({ projects }) => projects.map(({ id }) => id))).toEqual([[], [], ['mill-2']]);
});

it('a person who left while the roster was being read does not stay in it', async () => {
  const { of, members, waiting } = slowTeams();
  const first = of(stranger);
  await vi.advanceTimersByTimeAsync(0);
  await members.keep({ tenantId, rooms: [TEAM], gone: [stranger], added: 0, removed: 1 });
  waiting[0]?.([stranger]);
  await first;
  const second = of(stranger);
  await vi.advanceTimersByTimeAsync(0);
  waiting[1]?.([]);
  expect(await second).toEqual({ projects: [], mayFollow: [], doubt: null });
});
