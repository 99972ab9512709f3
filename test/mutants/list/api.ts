/** Defects of api/, and of what does its requests once. */
import type { Mutant } from '../mutant.ts';

const REPORTS = 'test/flows/api/reports.test.ts';
const LOOKING = 'test/flows/api/looking.test.ts';
const BAD_INPUT = 'test/flows/api/bad-input.test.ts';

export const API: readonly Mutant[] = [
  {
    broken: 'nobody knows any more what a request of the API did, once what it joined has ended',
    file: 'src/engine/handle.ts',
    text: '(isDoneOnce(client) && (await doneBefore(client, transaction))) ||',
    becomes: '',
    caughtBy: {
      file: REPORTS,
      test: 'a report that is sent again > is the same after a restart, also where it had joined what ended meanwhile',
    },
  },
  {
    broken: 'a report of a program is noted on what ended in that moment, and nobody looks at it',
    file: 'src/outage/decide/progress.ts',
    text: 'if (whileOpen && !isOpen(outage)) return alreadyEnded(outage);',
    becomes: '',
    caughtBy: { file: REPORTS, test: 'a report of what is open already > is an outage of its own where that ended in the very moment' },
  },
  {
    broken: 'a client reads the outages of every customer by their numbers',
    file: 'src/api/look.ts',
    text: 'outage.number > 0 && client.projects.includes(outage.report.project.id)',
    becomes: 'outage.number > 0',
    caughtBy: {
      file: LOOKING,
      test: 'a program that asks > gets one answer for what is not there, what is another customer’s, and what is no outage',
    },
  },
  {
    broken: 'every client reads what people wrote',
    file: 'src/api/look.ts',
    text: "mayClient(client, 'see-entered') && {",
    becomes: "mayClient(client, 'see') && {",
    caughtBy: {
      file: LOOKING,
      test: 'a program that asks > reads states and times, and what people wrote only with the permission for it',
    },
  },
  {
    broken: 'a signed message may be replayed for ever',
    file: 'src/api/clients.ts',
    text: "if (Math.abs(now() / 1_000 - seconds) > TOLERANCE_S) return 'stale';",
    becomes: '',
    caughtBy: { file: BAD_INPUT, test: 'who asks > may have a clock that is five minutes off, and no more' },
  },
  {
    broken: 'who signs for one client is taken for any other',
    file: 'src/api/clients.ts',
    text: 'const client = clients.find(({ entry, webhook }) => webhook && entry.id === clientId);',
    becomes: 'const client = clients.find(({ webhook }) => webhook);',
    caughtBy: {
      file: BAD_INPUT,
      test: 'who asks > is nobody without the right signature: everything else gets one answer, and nothing is stored',
    },
  },
];
