/** Every kind of person with every action in every state: the core allows what the table says, and nothing else. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actorForProject } from '../../src/commands/authorize/access.ts';
import type { Project } from '../../src/desk/desk-file.ts';
import type { Action } from '../../src/outage/actions.ts';
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
import type { Outage, OutageState } from '../../src/outage/types/outage.ts';
import { clientKey, personKey, storedPersonKey } from '../../src/outage/types/person-key.ts';
import type { Actor } from '../../src/outage/types/values.ts';
import { createCallers } from '../../src/teams/people/callers.ts';
import { SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import { actionIn, RULES_FILE, whoMayTable } from '../support/outage/rules.ts';
import { colleague, engineer, reporter, sampleReport, secondEngineer } from '../support/outage/sample.ts';
import { IN_STATE, sample } from '../support/outage/states.ts';
import { ACTION_TYPES, OUTAGE_STATES } from '../support/outage/types.ts';

/** The permissions of each relation, written by hand; everybody has those of `anyone` too. */
const BY_HAND: { readonly [relation in Relation]: readonly Permission[] } = {
  anyone: ['help', 'begin'],
  customer: ['report', 'join', 'leave', 'add-phone', 'see', 'follow'],
  stakeholder: ['see', 'follow'],
  following: ['unfollow'],
  joined: ['leave', 'pulse', 'note', 'add-files'],
  reporter: [
    ...(['see', 'see-request', 'see-entered', 'correct', 'withdraw', 'object', 'confirm', 'reopen'] as const),
    ...(['pulse', 'note', 'reply', 'add-files', 'certificate', 'follow'] as const),
  ],
  engineer: [
    'see',
    'follow',
    'see-request',
    'see-entered',
    'certificate',
    'see-notes',
    'see-affected',
    'acknowledge',
    'take-back',
    'plan',
    'update',
    'hand-over',
    'accept',
    'decline',
    'assist',
    'release',
    'note',
    'ask',
    'add-files',
    'see-files',
    'set-bridge',
    'add-ticket',
    'remove-ticket',
    'review',
    'follow-up-done',
    'reclassify',
    'transfer',
    'merge',
    'absorb',
    'resolve',
    'promote',
    'reopen',
    'on-call',
    'maintenance',
    'numbers',
    'check',
    'drill',
    'report-for',
  ],
  dispatcher: ['report-for'],
  administrator: ['setup', 'numbers'],
  'customer-administrator': ['setup'],
  client: ['report', 'note', 'see', 'see-entered'],
  bot: [
    'part',
    'suggest-merge',
    'pass-deadline',
    'note-page',
    'mark-unreachable',
    'note-desk-unreached',
    'note-desk-reached',
    'restore',
    'remove-personal-data',
  ],
};

const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

/** The outage of each state, which Eve has joined. */
const kim = { id: storedPersonKey('aad-kim'), name: 'Kim Vega', roles: [] } as const;
const { joined } = run(sample('report', 0), sample('join', 4)).outage;
const { following } = run(sample('report', 0), sample('follow', 4, { by: { ...kim, roles: ['customer'] } })).outage;
const OUTAGES = Object.fromEntries(OUTAGE_STATES.map((state) => [state, { ...IN_STATE[state].outage, joined, following }])) as Record<
  OutageState,
  Outage
>;

const nobody = { id: storedPersonKey('aad-zoe'), name: 'Zoe Ito', roles: [] } as const;
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
  const key = personKey(tenantId, id, desk.file.desk.tenant);
  return actorOf({ person: { id: key, name: 'X', teamsId: '' } });
}

const PEOPLE: readonly (readonly [string, Actor, readonly Relation[]])[] = [
  ['a stranger', nobody, []],
  ['a customer of another project', await of(nobody, 'mill'), []],
  ['a customer of the project', await of(nobody, HERE), ['customer']],
  ['its reporter', await of(reporter, HERE), ['customer', 'reporter']],
  ['its reporter, who is of the project no more', await of(reporter, 'mill'), ['reporter']],
  ['who joined', await of(colleague, HERE), ['customer', 'joined']],
  ['who joined, and is of the project no more', await of(colleague, 'mill'), ['joined']],
  ['who follows, and is of the project no more', await of(kim, 'mill'), ['following']],
  ['whom the desk file lets follow', { ...nobody, roles: ['stakeholder'] }, ['stakeholder']],
  ['its owner', engineer, ['engineer']],
  ['another engineer', secondEngineer, ['engineer']],
  ['an engineer who reported it', { ...reporter, roles: ['engineer'] }, ['engineer', 'reporter']],
  ['a dispatcher', { ...nobody, roles: ['dispatcher'] }, ['dispatcher']],
  ['an administrator', { ...nobody, roles: ['administrator'] }, ['administrator']],
  ['an administrator of the customer', { ...nobody, roles: ['customer-administrator'] }, ['customer-administrator']],
  ['a client of the API', { ...nobody, id: clientKey('monitor'), roles: ['client'] }, ['client']],
  ['the id of the reporter, from another tenant', elsewhere(reporter.id), []],
  ['the id of who joined, from another tenant', elsewhere(colleague.id), []],
  ['the id of an engineer and administrator, from another tenant', elsewhere(SMALL_PEOPLE.ada), []],
];

describe('the table', () => {
  test('grants each relation what it should', () => {
    const granted = RELATIONS.map((one) => [one, PERMISSION_NAMES.filter((permission) => isGrantedTo(permission, one)).toSorted()]);
    expect(Object.fromEntries(granted)).toEqual(
      Object.fromEntries(Object.entries(BY_HAND).map(([one, permissions]) => [one, permissions.toSorted()])),
    );
  });

  test('stands in RULES.md as it is', () => {
    expect(readFileSync(RULES_FILE, 'utf8'), 'npm run rules writes it anew').toContain(whoMayTable());
  });

  test('leaves to the bot alone what no person can send', () => {
    for (const type of ACTION_TYPES) expect(isGrantedTo(type, 'bot'), type).toBe(!('by' in actionIn(type, 'reported')));
    for (const permission of PERMISSION_NAMES) if (isGrantedTo(permission, 'bot')) expect(PERMISSIONS[permission]).toEqual(['bot']);
  });

  test('asked of no outage, it is never more generous to anybody', () => {
    for (const [name, actor, relations] of PEOPLE) {
      for (const permission of PERMISSION_NAMES) {
        const cell = `${permission}, to ${name}`;
        const some = Object.values(OUTAGES).some((outage) => may(actor, permission, outage));
        if (some) expect(mayForSomeOutage(actor, permission), cell).toBe(true);
        if (may(actor, permission)) expect(some, cell).toBe(true);
        expect(some, cell).toBe(['anyone' as const, ...relations].some((relation) => isGrantedTo(permission, relation)));
      }
    }
  });
});

/** The permission for which it was refused; null: it was not. */
const refused = (action: Action, outage: Outage | null): Permission | null => {
  const decision = decide(action, outage);
  return 'rejection' in decision && decision.rejection.type === 'not-permitted' ? decision.rejection.permission : null;
};
const isGranted = (permission: Permission, relations: readonly Relation[]): boolean =>
  relations.some((relation) => isGrantedTo(permission, relation));

describe('every kind of person', () => {
  test('may do in every state what the table says, and is else told nothing of the outage', () => {
    const types = ACTION_TYPES.filter((type) => type !== 'report' && !isGrantedTo(type, 'bot'));
    const wrong = PEOPLE.flatMap(([name, by, relations]) =>
      types.flatMap((type) =>
        OUTAGE_STATES.flatMap((state) => {
          const decision = decide({ ...actionIn(type, state), by } as Action, OUTAGES[state]);
          const denied = JSON.stringify(decision) === JSON.stringify({ rejection: { type: 'not-permitted', permission: type } });
          const deniedSomehow = 'rejection' in decision && decision.rejection.type === 'not-permitted';
          const right = isGranted(type, relations) ? !deniedSomehow : denied;
          return right ? [] : [`${name}: ${type} of an outage that is ${state} gives ${JSON.stringify(decision)}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
    expect([PEOPLE.length, types.length]).toEqual([19, 34]);
  });

  test('may report what is new, or begin a drill, as the table says; a report that is there is nobody else’s', () => {
    for (const [name, by, relations] of PEOPLE) {
      const action = { ...actionIn('report', 'reported'), by } as Extract<Action, { type: 'report' }>;
      expect(refused(action, null), name).toBe(isGranted('report', relations) ? null : 'report');
      expect(refused({ ...action, drill: { mentions: false } }, null), name).toBe(isGranted('drill', relations) ? null : 'drill');
      const own = relations.includes('reporter');
      for (const state of OUTAGE_STATES)
        expect(decide(action, OUTAGES[state]), `${name}, ${state}`).toEqual(
          own ? { events: [] } : { rejection: { type: 'unknown-outage' } },
        );
    }
  });

  test('may take a call as the table says, and makes only a customer of the project its reporter', async () => {
    const report = actionIn('report', 'reported') as Extract<Action, { type: 'report' }>;
    const member = await of(colleague, HERE);
    for (const [name, takenBy, relations] of PEOPLE) {
      const mayTake = isGranted('report-for', relations);
      for (const by of [takenBy, member]) expect(refused({ ...report, by, takenBy }, null), name).toBe(mayTake ? null : 'report-for');
      const another = { ...colleague, roles: [] };
      expect(refused({ ...report, by: another, takenBy }, null), name).toBe(mayTake ? 'report' : 'report-for');
      // Nobody else's, whoever they say called.
      for (const state of OUTAGE_STATES)
        expect(decide({ ...report, takenBy }, OUTAGES[state]), `${name}, ${state}`).toEqual({ rejection: { type: 'unknown-outage' } });
    }
  });

  test('may change of a report what the table says, and both only with both', () => {
    const correct = actionIn('correct', 'reported') as Extract<Action, { type: 'correct' }>;
    const ofClass = { scenario: { id: 'other', title: 'Other' } };
    const ofFacts = { title: 'Another' };
    for (const [name, by, relations] of PEOPLE) {
      const mayReclassify = isGranted('reclassify', relations);
      const mayCorrect = isGranted('correct', relations);
      for (const state of OUTAGE_STATES) {
        const isRefused = (changes: object) => refused({ ...correct, by, changes }, OUTAGES[state]) !== null;
        const cell = `${name}, ${state}`;
        expect(isRefused(ofClass), cell).toBe(!mayReclassify);
        expect(isRefused({ ...ofClass, environment: sampleReport.environment }), cell).toBe(!mayReclassify);
        expect(isRefused(ofFacts), cell).toBe(!mayCorrect);
        expect(isRefused({}), cell).toBe(!mayCorrect);
        expect(isRefused({ ...ofClass, ...ofFacts }), cell).toBe(!(mayReclassify && mayCorrect));
      }
    }
  });
});
