/** Defects of what the bot says about itself: to its log, to the list of processes, beside an outage. */
import type { Mutant } from '../mutant.ts';

const LINES = 'test/log/lines.test.ts';

export const LOGS_AND_SECRETS: readonly Mutant[] = [
  {
    broken: 'all that a library hangs on an error, its configuration and its request too, stands in the log',
    file: 'src/log/describe-error.ts',
    text: '    ...Object.fromEntries(codes),',
    becomes: '    ...Object.fromEntries(codes),\n    ...(error as object),',
    caughtBy: { file: 'test/log/errors.test.ts', test: 'in the log > an error with more in it is told without what was in it' },
  },
  {
    broken: 'a field of a line that nobody has named is told',
    file: 'src/log/create-log.ts',
    text: 'const safe = value === null ? null : kind && SAFE[kind](value);',
    becomes: 'const safe = kind ? SAFE[kind](value) : value;',
    caughtBy: {
      file: LINES,
      test: 'a line of the log > leaves out what nobody has named, also in what it inherits, and says that something is missing',
    },
  },
  {
    broken: "the id of a person's own chat stands in the log",
    file: 'src/log/create-log.ts',
    text: 'return (ROOM.test(value) && !isOfTwo(value)) || PLACE.test(value) ? value : hashOf(value);',
    becomes: "return (ROOM.test(value) && !isOfTwo(value)) || PLACE.test(value) || value.startsWith('a:') ? value : hashOf(value);",
    caughtBy: {
      file: LINES,
      test: "a line of the log > names channels, group chats and people's Entra ids, and marks people's own chats and Teams accounts, always the same",
    },
  },
  {
    broken: 'names stand in the words of a line, which nothing filters',
    file: 'src/engine/handle.ts',
    text: "}, 'action decided');",
    becomes: "}, `action decided for ${'by' in request ? request.by.name : 'nobody'}`);",
    caughtBy: {
      file: 'test/flows/main-road.test.ts',
      test: 'a report > becomes a thread in the desk channel that says everything, and a receipt that says what happens next',
    },
  },
  {
    broken: 'what Teams quotes of a card is kept with the outage and shown',
    file: 'src/teams/out/send-error.ts',
    text: "return [...noToken, ...known].join(' ') || error.name;",
    becomes: "return [...noToken, ...known, error.message].join(' ');",
    caughtBy: {
      file: 'test/teams/out/send-error.test.ts',
      test: 'an error of the SDK > is described by its codes alone: the messages of Teams and the sign-in quote the card',
    },
  },
  {
    broken: 'everybody on the machine reads the password of the database while a backup runs',
    file: 'src/store/postgres/backup.ts',
    text: "  address.password = '';\n",
    becomes: '',
    caughtBy: {
      file: 'test/store/tools/backup.test.ts',
      test: 'a backup of a PostgreSQL store > is asked for without the password in the list of processes',
    },
  },
  {
    broken: 'a trace names the people who act',
    file: 'src/monitoring/attributes.ts',
    text: "new Set(['person', 'conversation',",
    becomes: "new Set(['conversation',",
    caughtBy: {
      file: 'test/monitoring/tracing.test.ts',
      test: 'what a span holds > is nothing of people: no name, text, number, address or id of one, also where things fail',
    },
  },
  {
    broken: 'what is sent later is in no trace of what stored it',
    file: 'src/monitoring/spans.ts',
    text: 'isOne && parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT',
    becomes: 'ROOT_CONTEXT',
    caughtBy: {
      file: 'test/monitoring/tracing.test.ts',
      test: 'the trace of a report > goes on in another process, which sends what the first one stored',
    },
  },
  {
    broken: 'the id that a person reads leads to no trace',
    file: 'src/monitoring/spans.ts',
    text: 'fail(notes, { id: fields.id, err: fields.err })',
    becomes: 'fail(notes, { err: fields.err })',
    caughtBy: { file: 'test/monitoring/tracing.test.ts', test: 'a turn that failed > has the id that its person reads' },
  },
];
