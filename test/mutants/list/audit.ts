/** Defects of the record of who did what from where, and of what was refused. */
import type { Mutant } from '../mutant.ts';

const AUDIT = 'test/flows/look/audit.test.ts';

export const AUDIT_TRAIL: readonly Mutant[] = [
  {
    broken: 'nobody knows from which client somebody acted',
    file: 'src/teams/in/run-request.ts',
    text: 'const outcome = await turn.handle(request, client);',
    becomes: 'const outcome = await turn.handle(request);',
    caughtBy: { file: AUDIT, test: 'whoever does something > stands in the trail of the whole story with the client that it came from' },
  },
  {
    broken: 'what is refused before the core is asked stands nowhere',
    file: 'src/teams/in/run-request.ts',
    text: 'if (reply.refused && !rejected)',
    becomes: 'if (reply.refused && rejected)',
    caughtBy: { file: AUDIT, test: 'whoever is refused > stands there without what they typed' },
  },
  {
    broken: "an engineer reads in their own chat which other customer's people tried something",
    file: 'src/commands/look/status.ts',
    text: "...(showing === 'desk' ? { refused:",
    becomes: '...(notes ? { refused:',
    caughtBy: { file: AUDIT, test: 'the timeline > tells an engineer alone from where, and everybody else neither' },
  },
];
