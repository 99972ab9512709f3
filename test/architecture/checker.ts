/**
 * Holds one file of src/ against the house plan (rooms.ts). Pure: path and text go in, sentences come out, so the
 * checker itself is checked with bad texts. It reads the syntax tree, so comments and strings never count.
 */
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { CLOCK_EXCEPTIONS, ENTRANCES, MAX_LINES, ROOMS, type RoomRule } from './rooms.ts';
import { importsOf, lineOf, type Node, nameOf, type Place, parse, places, propertyOf } from './syntax.ts';

export type SourceFile = {
  /** From the repository's root, with slashes: 'src/outage/decide/decide.ts'. */
  readonly path: string;
  readonly text: string;
};

type Checked = SourceFile & { readonly room: string; readonly rule: RoomRule };

/** The room of a file: its folder under src/, or the file itself when it lies in src/. */
export function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** Everything in which the file breaks the plan, as sentences that begin with where it is and end with what to do instead. */
export function violations(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const rule = Object.hasOwn(ROOMS, room) ? ROOMS[room] : undefined;
  if (!rule) {
    return [`${file.path}: "${room}" is no room of the house. Put the file in one of ${Object.keys(ROOMS).join(', ')}.`, ...tooLong(file)];
  }
  if (!file.path.endsWith('.ts')) return tooLong(file);
  const checked = { ...file, room, rule };
  try {
    const program = parse(file.path, file.text);
    return [...tooLong(file), ...badImports(checked, program), ...badNames(checked, program)];
  } catch (error) {
    return [`${file.path}: this is not TypeScript that can be read, so its imports are unknown. Mend it first. ${String(error)}`];
  }
}

function tooLong(file: SourceFile): readonly string[] {
  const count = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
  if (count <= MAX_LINES) return [];
  return [`${file.path}: ${count} lines, more than ${MAX_LINES}. Split it by what it holds, each file named for what it exports.`];
}

function badImports(file: Checked, program: Node): readonly string[] {
  return importsOf(program).flatMap(({ node, specifier, typeOnly }) => {
    const problem = specifier === null ? 'imports a module whose name is computed; write the name out' : refusal(file, specifier, typeOnly);
    return problem === null ? [] : [`${file.path}:${lineOf(file.text, node)} ${problem}. ${file.rule.instead}`];
  });
}

/** Why the file may not import this, or null when it may. */
function refusal(file: Checked, specifier: string, typeOnly: boolean): string | null {
  if (specifier.startsWith('.')) return refusedModule(file, specifier, typeOnly);
  return isBuiltin(specifier) ? refusedBuiltin(file, specifier) : refusedPackage(file, specifier);
}

function refusedModule({ path: from, room, rule }: Checked, specifier: string, typeOnly: boolean): string | null {
  const target = path.posix.join(path.posix.dirname(from), specifier);
  if (!target.startsWith('src/')) return `imports ${target}, which is outside of src/`;
  if (roomOf(target) === room || rule.rooms === 'everything') return null;
  const reach = rule.rooms[target.slice('src/'.length)] ?? rule.rooms[roomOf(target)];
  if (!reach) return `imports ${target}, but ${room} may import ${Object.keys(rule.rooms).join(', ') || 'no other room'}`;
  if (reach === 'all' || typeOnly) return null;
  return `loads ${target}, but ${room} may take only types from ${roomOf(target)}: write \`import type\``;
}

function refusedBuiltin(file: Checked, specifier: string): string | null {
  if (!file.rule.builtins) return `imports ${specifier}, but ${file.room} uses none of Node's own modules`;
  if (ENTRANCES.includes(file.path) || !/^(node:)?process$/.test(specifier)) return null;
  return `imports ${specifier}, but only ${ENTRANCES.join(', ')} may speak to the process`;
}

function refusedPackage({ room, rule }: Checked, specifier: string): string | null {
  const packageName = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (rule.packages === 'everything' || rule.packages.includes(packageName)) return null;
  return `imports the package ${packageName}, but ${room} may use ${rule.packages.join(', ') || 'no package'}`;
}

/** `console` anywhere, the process outside of the entrance, and time or chance where they come in from outside. */
function badNames(file: Checked, program: Node): readonly string[] {
  return [...places(program)].flatMap((place) => {
    const problem = consoleUse(place) ?? processUse(file, place) ?? clockUse(file, place);
    return problem === null ? [] : [`${file.path}:${lineOf(file.text, place.node)} ${problem}`];
  });
}

function consoleUse(place: Place): string | null {
  if (nameOf(place) !== 'console') return null;
  return 'uses console. Take a Log (engine/ports/log.ts) as a parameter and write one line with fields.';
}

/** `process.env` and `process.exit`, and `process` taken apart or handed on, which would hide them. */
function processUse(file: Checked, place: Place): string | null {
  const name = nameOf(place);
  const whole = name === 'process' && place.parent?.type !== 'MemberExpression';
  if (ENTRANCES.includes(file.path) || !(whole || name === 'process.env' || name === 'process.exit')) return null;
  return `uses ${whole ? 'process as a whole' : name}, but only ${ENTRANCES.join(', ')} may read the environment and end the process. Take the value from the configuration; to give up, throw.`;
}

function clockUse(file: Checked, place: Place): string | null {
  if (file.rule.clock) return null;
  const use = look(place) ?? hiddenLook(place.node);
  if (use === null || CLOCK_EXCEPTIONS[file.path]?.names.includes(use)) return null;
  return `uses ${use}, but ${file.room} reads no clock, sets no timer and rolls no dice. Take the time, the id or the sleep as a parameter.`;
}

/** However they are used: called, handed on, or kept under another name. */
const CLOCKS: ReadonlySet<string> = new Set([
  ...['Date.now', 'performance.now', 'Temporal.Now', 'DateTime.now', 'AbortSignal.timeout'],
  ...['setTimeout', 'setInterval', 'setImmediate'],
  ...['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'],
]);

/** Only without an argument: with one, they convert a time that was handed in. */
const CLOCKS_WHEN_EMPTY: ReadonlySet<string> = new Set(['Date', 'DateTime.local', 'DateTime.utc']);

/** Luxon's methods that compare with the present when nothing is given to compare with. */
const HIDDEN_CLOCKS: ReadonlySet<string> = new Set(['diffNow', 'toRelative', 'toRelativeCalendar']);

function look(place: Place): string | null {
  const name = nameOf(place);
  if (name === null || CLOCKS.has(name)) return name;
  const { parent, key } = place;
  if (!CLOCKS_WHEN_EMPTY.has(name) || key !== 'callee' || parent === null || !isEmptyCall(parent)) return null;
  return parent.type === 'NewExpression' ? `new ${name}()` : `${name}()`;
}

function hiddenLook(node: Node): string | null {
  const method = isEmptyCall(node) ? propertyOf(node.callee as Node) : null;
  return method !== null && HIDDEN_CLOCKS.has(method) ? `${method}()` : null;
}

function isEmptyCall(node: Node): boolean {
  return (node.type === 'CallExpression' || node.type === 'NewExpression') && (node.arguments as readonly Node[]).length === 0;
}
