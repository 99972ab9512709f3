/** All kinds of people times all actions, in every state: the core allows what the table says, and nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actorForProject } from '../../src/commands/authorize/actor-for-project.ts';
import type { Project } from '../../src/desk/desk-file.ts';
import { ACTION_TYPES, type Action } from '../../src/outage/actions.ts';
import { decide } from '../../src/outage/decide/decide.ts';
import {
  isGrantedTo,
  may,
  mayForSomeOutage,
  PERMISSIONS,
  type Permission,
  RELATIONS,
  type Relation,
} from '../../src/outage/permissions.ts';
import { OUTAGE_STATES, type Outage, type OutageState } from '../../src/outage/types/outage.ts';
import type { Actor } from '../../src/outage/types/person.ts';
import { createCallers } from '../../src/teams/people/callers.ts';
import { SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import { actionIn, README_FILE, withWhoMay } from '../support/outage/rules.ts';
import { colleague, engineer, reporter, sampleReport, secondEngineer } from '../support/outage/sample.ts';
import { IN_STATE, sample } from '../support/outage/states.ts';

/** What each may beyond what anyone may, written by hand. */
const BY_HAND: { readonly [relation in Relation]: readonly Permission[] } = {
  anyone: ['help', 'begin'],
  customer: ['report', 'join', 'leave', 'add-phone', 'see'],
  joined: ['leave'],
  reporter: ['see', 'see-request', 'see-entered', 'correct', 'withdraw', 'object', 'confirm', 'reopen'],
  engineer: [
    ...(['see', 'see-request', 'see-entered', 'see-notes', 'see-affected', 'acknowledge', 'plan', 'update', 'hand-over'] as const),
    ...(['accept', 'decline', 'assist', 'release', 'note', 'reclassify', 'transfer', 'merge', 'absorb', 'resolve', 'promote'] as const),
    ...(['reopen', 'on-call', 'check', 'drill'] as const),
  ],
  administrator: ['setup'],
  bot: [
    'suggest-merge',
    'pass-deadline',
    'mark-unreachable',
    'note-desk-unreached',
    'note-desk-reached',
    'restore',
    'remove-personal-data',
  ],
};

/** The outage of each state, which Eve has joined. */
const { joined } = run(sample('report', 0), sample('join', 4)).outage;
const OUTAGES = Object.fromEntries(OUTAGE_STATES.map((state) => [state, { ...IN_STATE[state].outage, joined }])) as Record<
  OutageState,
  Outage
>;

const nobody = { id: 'aad-zoe', name: 'Zoe Ito', roles: [] } as const;
const of = async (person: Actor, projectId: string) =>
  await actorForProject(sampleReport.project.id, {
    actor: { ...person, roles: [] },
    membership: async () => ({ projects: [{ id: projectId } as Project], doubt: null }),
  });
const HERE = sampleReport.project.id;
/** Somebody as Teams shows them, in a tenant of their own. */
function elsewhere(id: string): Actor {
  const desk = smallDesk((text) => `${text}administrators: [ada]\n`);
  const { actorOf } = createCallers({ desk } as Parameters<typeof createCallers>[0]);
  const tenantId = '7e9a1c00-0000-4000-8000-00000000ffff';
  return actorOf({ person: { id, name: 'X' }, place: { tenantId }, tenants: [tenantId] } as unknown as Parameters<typeof actorOf>[0]);
}

const PEOPLE: readonly (readonly [string, Actor, readonly Relation[]])[] = [
  ['a stranger', nobody, []],
  ['a customer of another project', await of(nobody, 'mill'), []],
  ['a customer of the project', await of(nobody, HERE), ['customer']],
  ['its reporter', await of(reporter, HERE), ['customer', 'reporter']],
  ['its reporter, who is of the project no more', await of(reporter, 'mill'), ['reporter']],
  ['who joined', await of(colleague, HERE), ['customer', 'joined']],
  ['who joined, and is of the project no more', await of(colleague, 'mill'), ['joined']],
  ['its owner', engineer, ['engineer']],
  ['another engineer', secondEngineer, ['engineer']],
  ['an engineer who reported it', { ...reporter, roles: ['engineer'] }, ['engineer', 'reporter']],
  ['an administrator', { ...nobody, roles: ['administrator'] }, ['administrator']],
  ['the id of the reporter, from another tenant', elsewhere(reporter.id), []],
  ['the id of who joined, from another tenant', elsewhere(colleague.id), []],
  ['the id of an engineer and administrator, from another tenant', elsewhere(SMALL_PEOPLE.ada), []],
];

describe('the table', () => {
  test.each(RELATIONS)('grants to %s what it should', (who) => {
    const granted = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => isGrantedTo(permission, who));
    expect(granted.toSorted()).toEqual([...BY_HAND[who]].toSorted());
  });

  test('stands in the README as it is', () => {
    const readme = readFileSync(README_FILE, 'utf8');
    expect(readme, 'npm run rules writes it anew').toBe(withWhoMay(readme));
  });

  test('leaves to the bot alone what no person can send', () => {
    for (const type of ACTION_TYPES) expect(isGrantedTo(type, 'bot'), type).toBe(!('by' in actionIn(type, 'reported')));
    for (const permission of Object.keys(PERMISSIONS) as Permission[])
      if (isGrantedTo(permission, 'bot')) expect(PERMISSIONS[permission]).toEqual(['bot']);
  });

  test.each(PEOPLE)('asked of no outage, it is never more generous to %s', (_name, actor, are) => {
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      const some = Object.values(OUTAGES).some((outage) => may(actor, permission, outage));
      if (some) expect(mayForSomeOutage(actor, permission), permission).toBe(true);
      if (may(actor, permission)) expect(some, permission).toBe(true);
      expect(some, permission).toBe(['anyone' as const, ...are].some((who) => isGrantedTo(permission, who)));
    }
  });
});

const refused = (action: Action, outage: Outage | null): Permission | null => {
  const decision = decide(action, outage);
  return 'rejection' in decision && decision.rejection.type === 'not-permitted' ? decision.rejection.permission : null;
};

describe.each(PEOPLE)('%s', (_name, by, are) => {
  const granted = (permission: Permission) => are.some((who) => isGrantedTo(permission, who));

  test.each(ACTION_TYPES.filter((type) => type !== 'report' && !isGrantedTo(type, 'bot')))('may %s in every state, or in none', (type) => {
    for (const state of OUTAGE_STATES) {
      const action = { ...actionIn(type, state), by } as Action;
      expect(refused(action, OUTAGES[state]), state).toBe(granted(type) ? null : type);
      // Without the permission nothing of the outage is in the answer, whatever its state.
      if (!granted(type)) expect(decide(action, OUTAGES[state])).toEqual({ rejection: { type: 'not-permitted', permission: type } });
    }
  });

  test('may report what is new, or begin a drill, as the table says; what is there is nobody else’s', () => {
    const action = { ...actionIn('report', 'reported'), by } as Extract<Action, { type: 'report' }>;
    expect(refused(action, null)).toBe(granted('report') ? null : 'report');
    expect(refused({ ...action, drill: { mentions: false } }, null)).toBe(granted('drill') ? null : 'drill');
    const own = are.includes('reporter');
    for (const state of OUTAGE_STATES)
      expect(decide(action, OUTAGES[state])).toEqual(own ? { events: [] } : { rejection: { type: 'unknown-outage' } });
  });

  test('may change of a report what the table says, and both only with both', () => {
    const correct = actionIn('correct', 'reported') as Extract<Action, { type: 'correct' }>;
    const ofClass = { scenario: { id: 'other', title: 'Other' } };
    const ofFacts = { title: 'Another' };
    for (const state of OUTAGE_STATES) {
      const no = (changes: object) => refused({ ...correct, by, changes }, OUTAGES[state]) !== null;
      expect(no(ofClass), state).toBe(!granted('reclassify'));
      expect(no({ ...ofClass, environment: sampleReport.environment }), state).toBe(!granted('reclassify'));
      expect(no(ofFacts), state).toBe(!granted('correct'));
      expect(no({}), state).toBe(!granted('correct'));
      expect(no({ ...ofClass, ...ofFacts }), state).toBe(!(granted('reclassify') && granted('correct')));
    }
  });
});
