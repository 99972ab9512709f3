/**
 * The rooms of src/ and what each may import. To let a room import more, add it here with the reason; think first whether
 * the code belongs in another room. Biome holds what needs no such table (biome.json): circles of imports, console, the
 * process, clocks, timers and dice. It cannot tell a type from a value that is imported, so this table is checked here.
 */

/** `types`: by `import type` only, so nothing of it is loaded. `all`: values too. */
export type Reach = 'types' | 'all';

export type RoomRule = {
  /** Other rooms, or single files of them ('engine/ports/health.ts'), by what may be taken from them. A file goes before its room. */
  readonly rooms: Readonly<Record<string, Reach>> | 'everything';
  /** npm packages; their subpaths come with them. */
  readonly packages: readonly string[] | 'everything';
  /** Whether it may use Node's own modules (`node:*`), or which of them. */
  readonly builtins: boolean | readonly string[];
  /** What to do instead of importing something else; the end of every failure. */
  readonly instead: string;
};

const ASK_THE_CALLER = 'Take what you need as a parameter, or move the code to the room that has it.';

export const ROOMS: Readonly<Record<string, RoomRule>> = {
  outage: {
    rooms: {},
    packages: ['zod'],
    builtins: false,
    instead: 'The core knows nobody: time, ids and people come in with the action, and what it wants from the world leaves as an event.',
  },
  desk: {
    // The list of on-call levels is a value: the desk file's schema is made of it. Which room a conversation is in, and which address may
    // be opened, are pure functions.
    rooms: {
      'outage/types/values.ts': 'all',
      'outage/types/person-key.ts': 'all',
      'outage/types/links.ts': 'all',
      // The names of the events that a webhook may ask for.
      'outage/types/webhooks.ts': 'all',
      // How much a room may choose to hear, and in which language.
      ...{ 'outage/follow/chosen.ts': 'all', 'outage/follow/language.ts': 'all' },
      outage: 'types',
    },
    // `yaml`: the mistakes in a desk file are named with their line. `luxon`: shifts and hours are in a
    // time zone. `libphonenumber-js`: whether the desk's numbers can be called, and the numbers in a text; `linkify-it`: its addresses.
    // All are pure: the file's text and the time are handed in.
    // `lru-cache`, here and in other rooms: remembers a bounded number of what is costly to find out.
    packages: ['zod', 'yaml', 'luxon', 'libphonenumber-js', 'lru-cache', 'linkify-it'],
    builtins: false,
    instead: `The desk is pure: app.ts reads the file and hands its text in. ${ASK_THE_CALLER}`,
  },
  words: {
    // Each reason for which something is refused has words of its own.
    rooms: { 'outage/follow/language.ts': 'all', outage: 'types', desk: 'types', certificate: 'types' },
    packages: ['zod', 'lru-cache'],
    // `node:module` loads a language when somebody reads it.
    builtins: ['node:module'],
    instead: 'Words are sentences with blanks: let the card or the command fill them in with plain values.',
  },
  report: {
    rooms: { outage: 'all', desk: 'all' },
    // `libphonenumber-js` checks the phone number, `luxon` reads "when did it begin" in the reporter's time zone.
    packages: ['zod', 'libphonenumber-js', 'luxon', 'lru-cache'],
    builtins: false,
    instead:
      'The report is pure: a draft and answers go in, the next step or an Action comes out. Cards and Teams call it, never the other way.',
  },
  cards: {
    // Pure functions of outage and report (a number's name, the list of steps) are values. Which phone number comes first, and
    // why an environment is not eligible, are pure functions of the desk. What the watcher found is drawn on a card, and the engine
    // says what shape it has.
    rooms: {
      outage: 'all',
      report: 'all',
      'desk/phones.ts': 'all',
      // Until when somebody has a level of on-call, and what it costs when nobody has it.
      'desk/on-call/changes.ts': 'all',
      'desk/on-call/gaps.ts': 'all',
      'desk/eligibility.ts': 'all',
      desk: 'types',
      words: 'all',
      'engine/watch/troubles.ts': 'types',
      'engine/ports/health.ts': 'types',
      // The desk's card shows who was refused what.
      'engine/ports/audit.ts': 'types',
      // What the rooms that follow are told of maintenance.
      'engine/timers/maintenance.ts': 'types',
    },
    // `adaptive-expressions` is the templates' own language (our functions are registered there).
    packages: ['adaptivecards-templating', 'adaptive-expressions'],
    builtins: false,
    instead:
      "A card is a template and a pure view: import the template with `with { type: 'json' }`, take the rest as a parameter of the view.",
  },
  engine: {
    rooms: { outage: 'all', desk: 'all' },
    packages: ['p-queue'],
    builtins: false,
    instead:
      'The engine speaks to the world through engine/ports/: add the smallest port that does it, and its real part in store/ or teams/.',
  },
  commands: {
    // `words`: people read what a command answers.
    rooms: { outage: 'all', report: 'all', desk: 'all', cards: 'all', words: 'all', engine: 'types' },
    packages: ['zod'],
    builtins: false,
    instead: 'A command gets `handle` and all that it needs passed in, and returns what to answer; teams/ does the talking.',
  },
  store: {
    // engine/ports/outages.ts with its values: the store throws its ConflictError. Of the core: which states are open, and the numbers
    // of each series, are values. What is counted of an outage, and of many, follows from their records, as rows do.
    rooms: {
      'engine/ports/outages.ts': 'all',
      engine: 'types',
      'outage/types/outage.ts': 'all',
      'outage/personal-data.ts': 'all',
      'outage/destinations.ts': 'all',
      ...{ 'outage/numbers/count.ts': 'all', 'outage/numbers/figure.ts': 'all' },
      'outage/types/person-key.ts': 'all',
      // What stands as the error of what waits for the end of quiet hours.
      'outage/follow/chosen.ts': 'all',
      outage: 'types',
      desk: 'types',
      report: 'types',
    },
    packages: ['kysely', 'pg', 'keyv', 'lru-cache'],
    builtins: true,
    instead:
      'The store is the durable side of engine/ports/: it keeps and finds what it is given. Decide in outage/, act in engine/, and pass the result in.',
  },
  files: {
    // Which addresses of files are signed, and how names are cleaned, are pure functions of the core.
    rooms: { 'engine/ports/files.ts': 'all', engine: 'types', 'outage/types/files.ts': 'all', outage: 'types' },
    // `file-type` knows files by their first bytes, `sharp` makes previews; both run in a thread of their own. `zod`: who asks for a file wrote its address.
    packages: ['file-type', 'sharp', 'zod'],
    builtins: true,
    instead: 'files/ looks at bytes, and signs and serves them: fetching them from Teams is done in teams/files/, keeping them in store/.',
  },
  // Requests to the addresses of the desk file. A failure is said as the engine says it of Teams.
  outward: {
    rooms: { 'engine/ports/messenger.ts': 'all' },
    packages: [],
    builtins: true,
    instead: `outward/ makes one request and knows nothing of outages: what is sent, and what an answer means, is for its caller. ${ASK_THE_CALLER}`,
  },
  // Other systems hear of outages: what is said, signed, and known of each of them.
  webhooks: {
    rooms: {
      outage: 'all',
      desk: 'types',
      'engine/ports/messenger.ts': 'all',
      engine: 'types',
      outward: 'all',
    },
    packages: ['zod', 'standardwebhooks'],
    builtins: true,
    instead: 'webhooks/ says what happened to an outage: what is published is for outage/ to decide, when it is sent for engine/.',
  },
  'on-call': {
    // Draws what the engine's timer sends, and what calendar apps fetch.
    rooms: { outage: 'all', desk: 'all', cards: 'all', words: 'all', engine: 'all' },
    packages: ['ical-generator'],
    builtins: true,
    instead: 'on-call/ is where the schedule leaves the desk: what it says is in desk/on-call/, how it reads in cards/on-call/ and words/.',
  },
  // What a certificate says, signs and draws. A key that is none stops the start.
  certificate: {
    rooms: { outage: 'all', desk: 'types', words: 'all', 'cards/base/shown-names.ts': 'all', engine: 'types', 'config.ts': 'all' },
    // `pdfkit` draws the pages, with a font of `biz-udpgothic`; `luxon` writes times in the reader's zone; `zod`: who asks for one wrote its address.
    packages: ['zod', 'pdfkit', '@expo-google-fonts/biz-udpgothic', 'luxon', 'lru-cache'],
    builtins: true,
    instead: 'certificate/ says what the record says, signs it and serves it: who may have one is asked in commands/.',
  },
  // Other systems ask by HTTP; teams/server.ts has the routes, because there is one server.
  api: {
    // A report by the API is read by the same rules as one of people; the desk reads what a monitor says in its own words. Its secrets are
    // settings.
    rooms: {
      outage: 'all',
      desk: 'all',
      report: 'all',
      words: 'all',
      engine: 'types',
      'engine/ports/outages.ts': 'all',
      'named-secrets.ts': 'all',
      'config.ts': 'all',
    },
    // `standardwebhooks`: signatures. `zod-openapi`: the document of the schemas.
    packages: ['zod', 'zod-openapi', 'standardwebhooks', 'rate-limiter-flexible'],
    builtins: true,
    instead: 'api/ says who may ask what, and turns it into an Action: decide in outage/, act by the engine, speak HTTP in teams/.',
  },
  teams: {
    // monitoring by its types: the server serves what it is handed.
    rooms: {
      outage: 'all',
      report: 'all',
      desk: 'all',
      cards: 'all',
      words: 'all',
      commands: 'all',
      engine: 'all',
      store: 'all',
      files: 'all',
      'on-call': 'all',
      certificate: 'all',
      api: 'types',
      pagers: 'all',
      monitoring: 'types',
    },
    packages: [
      'botbuilder',
      'botframework-connector',
      '@azure/msal-node',
      '@microsoft/teams-ai',
      'htmlparser2',
      // `luxon` and `windows-iana`: the time zone that a client names.
      'luxon',
      'windows-iana',
      'lru-cache',
      'p-queue',
      'restify',
      'rate-limiter-flexible',
      'zod',
    ],
    builtins: true,
    instead: 'teams/ holds all Microsoft code and nothing else: app.ts wires it to the rest and hands it the configuration that it needs.',
  },
  pagers: {
    // What a page says is a sentence in words/; whom it calls, and what came of it, the core knows. Secrets that are missing stop the start.
    rooms: {
      outage: 'all',
      desk: 'all',
      words: 'all',
      'engine/ports/messenger.ts': 'all',
      engine: 'types',
      outward: 'all',
      'named-secrets.ts': 'all',
      'config.ts': 'all',
    },
    // `standardwebhooks` signs; `zod` reads what Twilio answers; `lru-cache` remembers a bounded number of calls.
    packages: ['standardwebhooks', 'zod', 'lru-cache'],
    builtins: true,
    instead: 'pagers/ speaks with what wakes people: whom a step pages is decided in outage/, and when it is sent in engine/.',
  },
  // Signals to the operators of the bots, each in a format of its own; the engine finds what is wrong.
  monitoring: {
    // A span may hold what a line of the log may.
    rooms: { outage: 'all', engine: 'all', 'log/create-log.ts': 'all' },
    // OpenTelemetry's SDK is loaded only where traces are on.
    packages: [
      'prom-client',
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
    ],
    // Which span runs is known by `node:async_hooks`.
    builtins: true,
    instead: 'monitoring/ turns what the engine found into what a machine outside reads: find it in engine/, serve it in teams/server.ts.',
  },
  // Backup and restore: commands of their own, because the bot is stopped when they are needed, and started when it can't be.
  // The check of a desk file is one too: it is asked before the bot is started with that file.
  tools: {
    // What removes personal data is an action like any other: it goes through the engine's handle.
    rooms: {
      ...{ 'config.ts': 'all', store: 'all', desk: 'all', cards: 'all', words: 'all', log: 'all', engine: 'all', outage: 'all' },
      // What the check finds out about other systems, and with which of their secrets the bot does not start.
      certificate: 'all',
      ...{ 'outlets.ts': 'all', webhooks: 'all', 'pagers/pagers.ts': 'all', 'pagers/look.ts': 'all', 'api/clients.ts': 'all' },
      // With --live: whether Teams reaches the bot, and the bot the desk's channel.
      'teams/live/road.ts': 'all',
    },
    // `zod`: the values of the app package, which are settings. The next two check and pack it, and are there for development only.
    // `csv-stringify`: the table of an export. `cli-progress`: how far long work is.
    packages: ['zod', '@microsoft/app-manifest', 'fflate', 'csv-stringify', 'cli-progress'],
    builtins: true,
    instead: 'A tool is told what to do by outage-desk.ts and says how it ended: the work is done in store/ or desk/.',
  },
  // Which fields a line of the log has is said by a port of the engine.
  log: {
    rooms: { 'engine/ports/log.ts': 'all' },
    packages: ['pino'],
    builtins: true,
    instead: 'log/ leaves out of a line what must not be in a log. A new field has its line in engine/ports/log.ts.',
  },
  'app.ts': {
    rooms: 'everything',
    packages: 'everything',
    builtins: true,
    instead: 'app.ts may import everything in src/ but nothing outside of it.',
  },
  'config.ts': {
    // `desk`: the mistakes of the desk file are reported together with those of the environment.
    // `compile-cache.ts`: where the store is by default.
    rooms: { desk: 'all', 'compile-cache.ts': 'all' },
    packages: ['zod'],
    builtins: true,
    instead: 'config.ts only says whether the environment is right: main.ts reads process.env, app.ts uses the result.',
  },
  'outlets.ts': {
    rooms: {
      ...{
        desk: 'all',
        engine: 'types',
        webhooks: 'all',
        'pagers/look.ts': 'all',
        outward: 'all',
        'named-secrets.ts': 'all',
        'config.ts': 'all',
      },
    },
    packages: [],
    builtins: false,
    instead: 'outlets.ts wires what goes out beside Teams for app.ts and for the check: the work is done in the rooms.',
  },
  'named-secrets.ts': {
    rooms: { 'config.ts': 'all' },
    packages: [],
    builtins: false,
    instead: 'named-secrets.ts only looks up secrets by the names in the desk file: app.ts hands them to those that need them.',
  },
  'compile-cache.ts': {
    rooms: {},
    packages: [],
    builtins: true,
    instead: 'compile-cache.ts is loaded before everything that it makes quicker.',
  },
  'outage-desk.ts': {
    rooms: { 'main.ts': 'all', tools: 'all' },
    packages: ['commander'],
    builtins: true,
    instead: 'outage-desk.ts only reads the command line: a command has its work in tools/.',
  },
  'bin.mjs': {
    rooms: {},
    packages: [],
    builtins: true,
    instead: "bin.mjs starts outage-desk.ts by the right Node, and is read by older ones: it knows nothing but Node's own modules.",
  },
  'main.ts': {
    rooms: { 'compile-cache.ts': 'all', 'config.ts': 'all', 'app.ts': 'all', log: 'all' },
    packages: [],
    builtins: true,
    instead: 'main.ts only reads the environment, starts and stops: wire it in app.ts.',
  },
};

export const MAX_LINES = 300;
/** More would be a list that nobody reads; migrations can only be added. */
export const MAX_FILES = { most: 12, except: 'src/store/migrations' } as const;
