/** What the rest of the bot asks of the desk: who somebody is, what they may report, who is on call, who follows. */
import { describe, expect, test } from 'vitest';
import { followersOf, roomOf } from '../../src/desk/rooms.ts';
import { type PersonKey, storedPersonKey } from '../../src/outage/types/person-key.ts';
import type { Role } from '../../src/outage/types/values.ts';
import { START } from '../support/clock.ts';
import { SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';

const desk = smallDesk();
const { ada, bob, mia } = SMALL_PEOPLE;
const stranger = storedPersonKey('00000000-0000-4000-8000-0000000000ff');

describe('who somebody is', () => {
  test.each<[string, PersonKey, Role[]]>([
    ['an engineer', ada, ['engineer']],
    ['an engineer who administrates too', bob, ['engineer', 'administrator']],
    ['a dispatcher', mia, ['dispatcher']],
    ['somebody whom the file does not name', stranger, []],
  ])('%s', (_who, id, roles) => {
    const desk = smallDesk((text) => `${text}administrators: [bob]\ndispatchers: [mia]\n`);
    expect(desk.isStaff(id)).toBe(roles.length > 0);
    expect(desk.actor({ id, name: 'As Teams says' })).toEqual({ id, name: 'As Teams says', roles });
  });

  test('who is a member of a project has no role by that: it depends on the outage', () => {
    expect(desk.actor({ id: mia, name: 'Mia' }).roles).toEqual([]);
  });

  test('is decided by the id, never by the name', () => {
    expect(desk.actor({ id: stranger, name: 'Ada Lund' }).roles).toEqual([]);
  });

  test('does not depend on capitals in the file: Teams gives ids in small letters', () => {
    const loud = smallDesk((text) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => id.toUpperCase()));
    expect(loud.actor({ id: ada, name: 'Ada' }).roles).toEqual(['engineer']);
    expect(loud.projectsOf(mia)).toHaveLength(2);
    expect(loud.onCall('shop', START, []).primary[0]?.id).toBe(ada);
    expect(loud.file.desk.tenant).toBe(desk.file.desk.tenant);
  });
});

describe('what somebody may report', () => {
  test.each<[string, PersonKey, string[]]>([
    ['a member of both', mia, ['shop', 'mill-2']],
    ['a member of one', bob, ['mill-2']],
    ['an engineer without a project', ada, []],
    ['a stranger', stranger, []],
  ])('%s', (_who, id, projects) => {
    expect(desk.projectsOf(id).map((project) => project.id)).toEqual(projects);
  });

  test('is production only', () => {
    const environments = desk.projectsOf(mia).map((project) => desk.productionOf(project).map(({ id }) => id));
    expect(environments).toEqual([['live'], ['east', 'west']]);
  });

  test('is a scenario of the list', () => {
    expect(desk.scenario('sign-in')?.title).toBe('Nobody can sign in');
    expect(desk.scenario('security')?.redirect).toMatch(/Call us now/);
    for (const unknown of ['', 'SIGN-IN', '__proto__', 'constructor']) expect(desk.scenario(unknown)).toBeUndefined();
  });
});

describe('who hears of it', () => {
  test('on call are the people of the file, by level, with their names as the file has them', () => {
    expect(desk.onCall('shop', START, [])).toEqual({ primary: [{ id: ada, name: 'Ada Lund' }], secondary: [], 'duty-manager': [] });
  });

  test.each<[string, string[]]>([
    ['shop', ['board', 'everyone']],
    ['mill-2', ['everyone']],
    ['unknown', ['everyone']],
  ])('the followers of %s are %j', (project, followers) => {
    expect(followersOf(desk.roomsIn([]), project, desk.file).map(({ id }) => id)).toEqual(followers);
  });

  test('the desk’s own room is a channel of its tenant', () => {
    const { desk: channel } = desk.roomsIn([]);
    expect(channel && roomOf(channel, desk.file)).toEqual({
      kind: 'channel',
      conversationId: '19:desk@thread.tacv2',
      tenantId: '00000000-0000-4000-8000-000000000001',
    });
  });
});

describe('where something goes that is no outage', () => {
  const withPlans = smallDesk((text) =>
    text.replace('    name: Web shop\n', '    name: Web shop\n    plan: gold\n').concat(`plans:
  - { id: gold, name: Gold support, replyWithinMinutes: 90 }
teams:
  - { id: care, name: Customer care }
  - { id: net, name: Network, room: { kind: groupChat, conversation: "19:net@thread.v2" } }
`),
  );

  test('is a team of the desk file, with its room if it has one', () => {
    const tenantId = desk.file.desk.tenant;
    expect(withPlans.teams).toEqual([
      { id: 'care', name: 'Customer care', room: null },
      { id: 'net', name: 'Network', room: { kind: 'groupChat', conversationId: '19:net@thread.v2', tenantId } },
    ]);
    expect(desk.teams).toEqual([]);
  });

  test("is answered in the time of the project's own plan", () => {
    expect(withPlans.planOf('shop')).toEqual({ name: 'Gold support', replyWithinMs: 90 * 60_000 });
    expect(withPlans.planOf('mill-2')).toBeUndefined();
    expect(withPlans.planOf('nowhere')).toBeUndefined();
  });
});

test('the engineers are the people of the file whom it lists as such, in its order', () => {
  expect(desk.engineers).toEqual([
    { id: ada, name: 'Ada Lund' },
    { id: bob, name: 'Bob Hall' },
  ]);
});
