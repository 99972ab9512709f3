/**
 * The rooms of src/ and what each may import: DESIGN.md's table, in the one place that test/architecture/architecture.test.ts reads.
 * To let a room import more, add it here with the reason; think first whether the code belongs in another room.
 */

/** `types`: by `import type` only, so nothing of it is loaded. `all`: values too. */
export type Reach = 'types' | 'all';

export type RoomRule = {
  /** Other rooms, or single files of them ('engine/ports/health.ts'), by what may be taken from them. A file goes before its room. */
  readonly rooms: Readonly<Record<string, Reach>> | 'everything';
  /** npm packages; their subpaths come with them. */
  readonly packages: readonly string[] | 'everything';
  /** Whether it may use Node's own modules (`node:*`). */
  readonly builtins: boolean;
  /** Whether it may read the clock, set timers and roll dice. Where not, time and ids come in from outside. */
  readonly clock: boolean;
  /** What to do instead of importing something else; the end of every failure. */
  readonly instead: string;
};

const ASK_THE_CALLER = 'Take what you need as a parameter, or move the code to the room that has it.';

export const ROOMS: Readonly<Record<string, RoomRule>> = {
  outage: {
    rooms: {},
    packages: ['zod'],
    builtins: false,
    clock: false,
    instead: 'The core knows nobody: time, ids and people come in with the action, and what it wants from the world leaves as an event.',
  },
  desk: {
    // The list of on-call levels is a value: the desk file's schema is made of it. Which room a conversation is in is a pure function.
    rooms: { 'outage/types/person.ts': 'all', 'outage/types/rooms.ts': 'all', outage: 'types' },
    // Beyond DESIGN: `yaml`, because the mistakes in a desk file are named with their line; `luxon`, because shifts and
    // hours are in a time zone. Both are pure: the file's text and the time are handed in.
    packages: ['zod', 'yaml', 'luxon'],
    builtins: false,
    clock: false,
    instead: `The desk is pure: app.ts reads the file and hands its text in. ${ASK_THE_CALLER}`,
  },
  words: {
    // Beyond DESIGN: each reason for a no of the desk has its own words.
    rooms: { outage: 'types', desk: 'types' },
    packages: ['zod'],
    builtins: false,
    clock: false,
    instead: 'Words are sentences with blanks: let the card or the command fill them in with plain values.',
  },
  report: {
    rooms: { outage: 'all', desk: 'all' },
    // Beyond DESIGN: `libphonenumber-js` checks the phone number, `luxon` reads "when did it begin" in the reporter's time zone.
    packages: ['zod', 'libphonenumber-js', 'luxon'],
    builtins: false,
    clock: false,
    instead:
      'The report is pure: a draft and answers go in, the next step or an Action comes out. Cards and Teams call it, never the other way.',
  },
  cards: {
    // Beyond DESIGN: pure functions of outage and report (a number's name, a step's list) are values, they draw nothing and read nothing.
    // Which phone number comes first, and the list of reasons for a no, are the desk's, and pure.
    // What the watcher found is data that a card draws, and its shape is the engine's.
    rooms: {
      outage: 'all',
      report: 'all',
      'desk/phones.ts': 'all',
      'desk/eligibility.ts': 'all',
      desk: 'types',
      words: 'all',
      'engine/watch/troubles.ts': 'types',
      'engine/ports/health.ts': 'types',
      // What was refused to whom is drawn for the desk.
      'engine/ports/audit.ts': 'types',
    },
    // Beyond DESIGN: `adaptive-expressions` is the templates' own language (our functions are registered there).
    packages: ['adaptivecards-templating', 'adaptive-expressions'],
    builtins: false,
    clock: false,
    instead:
      "A card is a template and a pure view: import the template with `with { type: 'json' }`, take the rest as a parameter of the view.",
  },
  engine: {
    rooms: { outage: 'all', desk: 'all' },
    packages: ['p-limit'],
    builtins: false,
    clock: false,
    instead:
      'The engine speaks to the world through engine/ports/: add the smallest port that does it, and its real part in store/ or teams/.',
  },
  commands: {
    // Beyond DESIGN: `words`, because what a command answers is read by people.
    rooms: { outage: 'all', report: 'all', desk: 'all', cards: 'all', words: 'all', engine: 'types' },
    packages: ['zod'],
    builtins: false,
    clock: false,
    instead: 'A command gets `handle` and all that it needs passed in, and returns what to answer; teams/ does the talking.',
  },
  store: {
    // engine/ports/outages.ts with its values: the store throws its ConflictError. Of the core: which states are open, and the numbers
    // of each series, are values.
    rooms: {
      'engine/ports/outages.ts': 'all',
      engine: 'types',
      'outage/types/outage.ts': 'all',
      'outage/types/numbers.ts': 'all',
      'outage/personal-data.ts': 'all',
      'outage/destinations.ts': 'all',
      outage: 'types',
      desk: 'types',
      report: 'types',
    },
    packages: ['kysely', 'pg', 'keyv'],
    builtins: true,
    clock: true,
    instead:
      'The store is the durable side of engine/ports/: it keeps and finds what it is given. Decide in outage/, act in engine/, and pass the result in.',
  },
  teams: {
    // monitoring by its types: the server serves what it is handed.
    rooms: {
      ...{ outage: 'all', report: 'all', desk: 'all', cards: 'all', words: 'all', commands: 'all', engine: 'all', store: 'all' },
      monitoring: 'types',
    },
    packages: [
      ...['botbuilder', 'botframework-connector', '@microsoft/teams-ai', 'htmlparser2', 'p-limit', 'restify'],
      ...['rate-limiter-flexible', 'zod'],
    ],
    builtins: true,
    clock: true,
    instead:
      'teams/ is the wall around Microsoft code and nothing else: app.ts wires it to the rest and hands it the configuration that it needs.',
  },
  // Signals to whoever runs the bots, each in a format of its own; what is wrong is found in engine/.
  monitoring: {
    rooms: { outage: 'all', engine: 'all' },
    packages: ['prom-client'],
    builtins: false,
    clock: true,
    instead: 'monitoring/ turns what the engine found into what a machine outside reads: find it in engine/, serve it in teams/server.ts.',
  },
  // Backup and restore: commands of their own, because the bot is stopped when they are needed, and started when it can't be.
  // The check of a desk file is one too: it is asked before the bot is started with that file.
  tools: {
    // What removes personal data is an action like any other: it goes through the engine's handle.
    rooms: { 'config.ts': 'all', store: 'all', desk: 'all', cards: 'all', words: 'all', log: 'all', engine: 'all', outage: 'all' },
    packages: [],
    builtins: true,
    clock: false,
    instead: 'A tool reads its arguments and says how it ended: the work is done in store/ or desk/.',
  },
  // What may be told of what happens; which fields a line has is the engine's.
  log: {
    rooms: { 'engine/ports/log.ts': 'all' },
    packages: ['pino'],
    builtins: true,
    clock: false,
    instead: 'log/ leaves out of a line what may not be told. A new field has its line in engine/ports/log.ts.',
  },
  'app.ts': {
    rooms: 'everything',
    packages: 'everything',
    builtins: true,
    clock: true,
    instead: 'app.ts may import everything in src/ but nothing outside of it.',
  },
  'config.ts': {
    // Beyond DESIGN: `desk`, so that a desk file's mistakes are told together with the environment's.
    rooms: { desk: 'all' },
    packages: ['zod'],
    builtins: true,
    clock: false,
    instead: 'config.ts only says whether the environment is right: main.ts reads process.env, app.ts uses the result.',
  },
  'main.ts': {
    rooms: { 'config.ts': 'all', 'app.ts': 'all', log: 'all' },
    packages: [],
    builtins: true,
    clock: true,
    instead: 'main.ts only reads the environment, starts and stops: wire it in app.ts.',
  },
};

/** Where a process begins: the only files that may read `process.env` and end the process. */
export const ENTRANCES: readonly string[] = [
  'src/main.ts',
  'src/tools/backup.ts',
  'src/tools/restore.ts',
  'src/tools/check.ts',
  'src/tools/migrate.ts',
  'src/tools/audit.ts',
  'src/tools/verify.ts',
  'src/tools/person.ts',
  'src/tools/forget.ts',
];

/** Files of a room without a clock that may use these names all the same, each with its reason. */
export const CLOCK_EXCEPTIONS: Readonly<Record<string, { readonly names: readonly string[]; readonly because: string }>> = {
  'src/tools/check.ts': { names: ['Date.now'], because: 'the next 14 days begin now' },
};

export const MAX_LINES = 300;
