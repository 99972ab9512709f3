/** Defects of who may do what, and of what others are told. */
import type { Mutant } from '../mutant.ts';

const WHO_MAY = 'test/outage/permissions.test.ts';
const REPLAY = 'test/flows/security/replay.test.ts';
const AS_NOTHING = (state: string) => `every button of every card > is answered to outsiders as if nothing were there, when it is ${state}`;

export const WHO_MAY_DO_WHAT: readonly Mutant[] = [
  {
    broken: 'the table lets a customer acknowledge',
    file: 'src/outage/permissions.ts',
    text: "acknowledge: ['engineer'],",
    becomes: "acknowledge: ['engineer', 'customer'],",
    caughtBy: { file: WHO_MAY, test: 'the table > grants each relation what it should' },
  },
  {
    broken: 'an engineer changes what the reporter entered, together with the scenario',
    file: 'src/outage/decide/decide.ts',
    text: "(ofClass.includes(false) || ofClass.length === 0 ? (['correct'] as const) : [])",
    becomes: "(ofClass.includes(true) ? [] : (['correct'] as const))",
    caughtBy: { file: WHO_MAY, test: 'every kind of person > may change of a report what the table says, and both only with both' },
  },
  {
    broken: 'a member of any project is a customer of each',
    file: 'src/commands/authorize/access.ts',
    text: 'const isMember = projects.some(({ id }) => id === projectId);',
    becomes: 'const isMember = projects.length > 0 || projectId === actor.id;',
    caughtBy: {
      file: WHO_MAY,
      test: 'every kind of person > may do in every state what the table says, and is else told nothing of the outage',
    },
  },
  {
    broken: "another customer's number is answered as one that may not be shown here",
    file: 'src/commands/look/status.ts',
    text: 'if (!recorded || !showing) return { reply: sayLine(words.refusals.unknownOutage, turn) };',
    becomes:
      'if (!recorded || !showing) return { reply: sayLine(recorded ? words.look.list.ownChat : words.refusals.unknownOutage, turn) };',
    caughtBy: {
      file: REPLAY,
      test: 'every command with a number > reads to outsiders as one that is not there, when the outage is offered; a request so to colleagues too',
    },
  },
  {
    broken: 'the conversation alone says that somebody of another tenant knows of an outage',
    file: 'src/commands/authorize/access.ts',
    text: 'inTenantOf(caller, outage) &&',
    becomes: "(inTenantOf(caller, outage) || outage.id !== '') &&",
    caughtBy: { file: REPLAY, test: AS_NOTHING('transferred') },
  },
];
