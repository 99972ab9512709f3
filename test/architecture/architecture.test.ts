/** Keeps the rooms of src/ apart: the checker holds the table of rooms (rooms.ts), Biome all else (biome.json). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { roomOf, type SourceFile, violations } from './checker.ts';
import { config, lint, type Violation } from './lint.ts';
import { MAX_FILES, ROOMS } from './rooms.ts';

const root = path.join(import.meta.dirname, '../..');
const files: readonly SourceFile[] = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .map((file) => ({ path: path.relative(root, file).replaceAll(path.sep, '/'), text: readFileSync(file, 'utf8') }));

function expectNone(found: readonly string[]): void {
  expect(found.length, `the rules of the rooms (test/architecture/rooms.ts) are broken:\n${found.join('\n')}\n`).toBe(0);
}

describe('the rooms', () => {
  test('have no folder with too many files', () => {
    const folders = Map.groupBy(files, ({ path: file }) => path.posix.dirname(file));
    const full = [...folders].filter(([folder, held]) => held.length > MAX_FILES.most && folder !== MAX_FILES.except);
    expect(full.map(([folder, held]) => `${folder} holds ${held.length} files: put those of one feature into a folder`)).toEqual([]);
  });

  test.each(Object.keys(ROOMS))('%s keeps to what it may import and use', (room) => {
    expectNone(files.filter((file) => roomOf(file.path) === room).flatMap(violations));
  });

  test('every file of src/ lies in a room', () => {
    expectNone(files.filter((file) => !Object.hasOwn(ROOMS, roomOf(file.path))).flatMap(violations));
  });

  test('a folder holds at most 12 files, the migrations excepted', () => {
    const folders = Map.groupBy(files, (file) => path.posix.dirname(file.path));
    const full = [...folders].filter(([folder, inside]) => inside.length > 12 && folder !== 'src/store/migrations');
    expectNone(full.map(([folder, inside]) => `${folder} holds ${inside.length} files. Make folders in it by what they hold.`));
  });
});

const [noProcess, noClock] = config.plugins;
const leftOut = (plugin: (typeof config.plugins)[number] | undefined): readonly string[] =>
  (plugin?.includes ?? []).filter((glob) => glob.startsWith('!')).map((glob) => glob.replace('!**/', ''));
/** Where a process begins: the only files that may read the environment and end the process. */
const ENTRANCES = leftOut(noProcess);

describe('the rules of Biome for the rooms', () => {
  test('leave out only files that are there', () => {
    const named = [...ENTRANCES, ...leftOut(noClock), ...config.overrides.flatMap(({ includes }) => includes)];
    expect(named.filter((file) => !existsSync(path.join(root, file.replace('/**', ''))))).toEqual([]);
  });

  test('know the same entrances everywhere', () => {
    expect(config.overrides.at(-1)?.includes).toEqual(ENTRANCES);
  });
});

type Seed = readonly [what: string, file: string, text: string, expected: string];

/** What the checker says about a file of these lines. */
function said(file: string, ...lines: readonly string[]): readonly string[] {
  return violations({ path: file, text: `${lines.join('\n')}\n` });
}

describe('the checker of the rooms', () => {
  test.each<Seed>([
    ['a package that the room may not use', 'src/outage/x.ts', "import { DateTime } from 'luxon';", 'the package luxon'],
    [
      'a subpath of such a package',
      'src/engine/x.ts',
      "import { parse } from '@microsoft/teams-ai/lib/x';",
      'the package @microsoft/teams-ai,',
    ],
    ['even a type of such a package', 'src/cards/x.ts', "import type { Activity } from 'botbuilder';", 'the package botbuilder'],
    ['a room that it may not know', 'src/outage/x.ts', "import type { Desk } from '../desk/desk.ts';", 'src/desk/desk.ts'],
    ['a value where only types are allowed', 'src/commands/x.ts', "import { createHandle } from '../engine/handle.ts';", '`import type`'],
    [
      'an inline type import, which loads the module',
      'src/commands/x.ts',
      "import { type Handle } from '../engine/handle.ts';",
      '`import type`',
    ],
    ['an import for its effect', 'src/desk/x.ts', "import '../outage/decide.ts';", '`import type`'],
    ['a re-export', 'src/words/x.ts', "export * from '../cards/render.ts';", 'src/cards/render.ts'],
    ['a re-export of names', 'src/words/x.ts', "export { render } from '../cards/render.ts';", 'src/cards/render.ts'],
    ['a dynamic import', 'src/report/x.ts', "const pg = await import('pg');", 'the package pg'],
    ['a dynamic import of a computed name', 'src/report/x.ts', 'export const load = (name: string) => import(name);', 'computed'],
    ['an import type', 'src/words/x.ts', "export type Row = import('../store/rows.ts').Row;", 'src/store/rows.ts'],
    ['a JSON module of another room', 'src/report/x.ts', "import card from '../cards/x.json' with { type: 'json' };", 'src/cards/x.json'],
    ['a file outside of src/', 'src/app.ts', "import { fake } from '../test/support/fake.ts';", 'outside of src/'],
    ["one of Node's modules", 'src/cards/x.ts', "import { readFileSync } from 'node:fs';", "Node's own modules"],
    ["one of Node's modules by its old name", 'src/engine/x.ts', "import { randomUUID } from 'crypto';", "Node's own modules"],
    ['a file in no room', 'src/utils/x.ts', 'export const one = 1;', '"utils" is no room'],
    ['a file beside the three of src/', 'src/helpers.ts', 'export const one = 1;', '"helpers.ts" is no room'],
    ['text that is not TypeScript', 'src/words/x.ts', 'import { from', 'Mend it first'],
  ])('sees %s', (_what, file, text, expected) => {
    const found = said(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
    expect(found[0]).toContain(file);
  });

  test('sees each of several violations at its own line', () => {
    const found = said('src/outage/x.ts', '// a comment', "import fs from 'node:fs';", '', 'export const at = [', "  import('pg'),", '];');
    expect(found.map((sentence) => sentence.split(' ')[0])).toEqual(['src/outage/x.ts:2', 'src/outage/x.ts:5']);
  });

  test('sees a file that is too long, also when it is a template', () => {
    expect(said('src/words/x.ts', ...Array<string>(300).fill('// one'))).toEqual([]);
    expect(said('src/words/x.ts', ...Array<string>(301).fill('// one'))[0]).toContain('301 lines');
    expect(said('src/cards/x.json', ...Array<string>(301).fill('[]'))[0]).toContain('Split it');
  });
});

describe('Biome', () => {
  const seeds: readonly Seed[] = [
    ['the process as a module', 'src/teams/x.ts', "import { env } from 'node:process';", 'node:process'],
    ['the process as a module by its old name', 'src/teams/old.ts', "import { env } from 'process';", 'process'],
    ['the environment', 'src/config.ts', 'export const port = process.env.PORT;', 'process.env'],
    ['the environment in pieces', 'src/app.ts', 'const { env } = process;', 'process'],
    ['the end of the process', 'src/teams/end.ts', 'process.exit(1);', 'process.exit'],
    ['the end of the process by another name', 'src/teams/other-end.ts', "globalThis['process'].exit(1);", 'globalThis'],
    ['console', 'src/main.ts', "console.log('hello');", 'console'],
    ['console handed on', 'src/store/x.ts', 'export const log = { log: console };', 'console'],
    ['the time', 'src/outage/x.ts', 'export const now = Date.now();', 'Date.now'],
    ['the time by a name of its own', 'src/engine/time.ts', 'export const clock = { now: Date.now };', 'Date.now'],
    ['the present date', 'src/report/x.ts', 'export const now = new Date();', 'new Date()'],
    ['a timer', 'src/engine/timer.ts', 'setTimeout(() => {}, 1000);', 'setTimeout'],
    ['a timer of globalThis', 'src/engine/other-timer.ts', 'globalThis.setInterval(() => {}, 1000);', 'globalThis'],
    ['dice', 'src/desk/x.ts', 'export const first = Math.random() < 0.5;', 'Math.random'],
    ['an id of its own', 'src/report/id.ts', 'export const id = crypto.randomUUID();', 'crypto.randomUUID'],
    ["luxon's clock", 'src/report/luxon.ts', "import { DateTime } from 'luxon';\nexport const now = DateTime.utc();", 'DateTime.utc()'],
    [
      "luxon's hidden clock",
      'src/cards/ago.ts',
      'export const ago = (at: { toRelative(): string }) => at.toRelative();',
      'at.toRelative()',
    ],
    ['a circle of imports', 'src/outage/one.ts', "import { other } from './other.ts';\nexport const one = other;", "'./other.ts'"],
    [
      'a circle of imported types',
      'src/desk/one.ts',
      "import type { Other } from './other.ts';\nexport type One = Other | null;",
      "'./other.ts'",
    ],
  ];
  const harmless: readonly (readonly [what: string, file: string, text: string])[] = [
    [
      'a date that is handed in',
      'src/outage/date.ts',
      'export const iso = (at: number) => new Date(at).toISOString();\nexport type Clock = typeof Date.now;',
    ],
    ['a zone that is handed in', 'src/report/zone.ts', "import { DateTime } from 'luxon';\nexport const at = DateTime.utc(2026, 11, 22);"],
    [
      'words that only look like it',
      'src/words/x.ts',
      "/* console.log(process.env) */\nexport const text = `import x from 'pg'; Date.now()`;",
    ],
    [
      'keys and members of the same name',
      'src/engine/keys.ts',
      'export const port = { console: 1, setTimeout: 2 };\nexport const of = (one: typeof port) => one.console + one.setTimeout;',
    ],
    [
      'a timer that is handed in',
      'src/engine/handed-in.ts',
      'export type Timers = { setTimeout(run: () => void, ms: number): void };\nexport const go = (timers: Timers) => timers.setTimeout(() => {}, 1);',
    ],
    ...ENTRANCES.filter((file) => file !== 'src/main.ts').map(
      (file) => [`the environment in ${file}`, file.replace('**', 'x.ts'), 'process.exit(Number(process.env.CODE));'] as const,
    ),
    ['what is harmless of the process', 'src/store/pid.ts', 'export const owner = process.pid;\nexport const at = Date.now();'],
  ];
  const found: readonly Violation[] = lint([
    ...[...seeds, ...harmless].map(([, file, text]) => ({ path: file, text: `${text}\n` })),
    { path: 'src/outage/other.ts', text: "import { one } from './one.ts';\nexport const other: number = one;\n" },
    { path: 'src/desk/other.ts', text: "import type { One } from './one.ts';\nexport type Other = One[];\n" },
  ]);
  const inFile = (file: string) => found.filter((one) => one.file === file);

  test.each(seeds)('sees %s', (_what, file, text, expected) => {
    expect(inFile(file)).toHaveLength(1);
    expect(inFile(file)[0]?.use).toContain(expected);
    expect(inFile(file)[0]?.line).toBe(text.split('\n').findIndex((line) => line.includes(expected)) + 1);
  });

  test.each(harmless)('lets %s pass', (_what, file) => {
    expect(inFile(file)).toEqual([]);
  });

  test('lets an entrance read the environment, and says what to do instead elsewhere', () => {
    expect(lint([{ path: 'src/main.ts', text: 'process.exit(Number(process.env.CODE));\n' }])).toEqual([]);
    expect(inFile('src/config.ts')[0]?.message).toContain('Take the value from the configuration');
    expect(inFile('src/outage/x.ts')[0]?.message).toContain('as a parameter');
  });
});

describe('the checker of the rooms, also', () => {
  test.each([
    ['a type from a room that gives types', 'src/commands/x.ts', "import type { Handle } from '../engine/handle.ts';"],
    ['a value from a file that is allowed by itself', 'src/store/x.ts', "import { ConflictError } from '../engine/ports/outages.ts';"],
    [
      'its own room, and a template in it',
      'src/cards/a/x.ts',
      "import '../render.ts';\nimport card from './x.json' with { type: 'json' };\nexport { card };",
    ],
    ['a subpath of a package that is allowed', 'src/report/x.ts', "import { parse } from 'libphonenumber-js/min';\nexport { parse };"],
    [
      'words that only look like it',
      'src/words/x.ts',
      "/* console.log(process.env) */\nexport const text = `import x from 'pg'; Date.now()`;",
    ],
  ])('lets %s pass', (_what, file, text) => {
    expect(said(file, text)).toEqual([]);
  });
});
