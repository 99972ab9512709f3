/**
 * Checks one file of src/ against the table of rooms (rooms.ts). Pure: path and text go in, sentences come out, so that bad
 * texts can test the checker. It reads the syntax tree, so comments and strings never count.
 */
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { MAX_LINES, ROOMS, type RoomRule } from './rooms.ts';
import { importsOf, lineOf, type Node, parse } from './syntax.ts';

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

/** Every import rule that the file breaks, as sentences that begin with where it is and end with what to do instead. */
export function violations(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const rule = Object.hasOwn(ROOMS, room) ? ROOMS[room] : undefined;
  if (!rule) {
    return [`${file.path}: "${room}" is no room of src/. Put the file in one of ${Object.keys(ROOMS).join(', ')}.`, ...tooLong(file)];
  }
  if (!file.path.endsWith('.ts')) return tooLong(file);
  const checked = { ...file, room, rule };
  try {
    return [...tooLong(file), ...badImports(checked, parse(file.path, file.text))];
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
  if (!isBuiltin(specifier)) return refusedPackage(file, specifier);
  const { builtins } = file.rule;
  const isKnown = typeof builtins === 'boolean' ? builtins : builtins.includes(specifier);
  return isKnown ? null : `imports ${specifier}, but ${file.room} uses none of Node's own modules`;
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

function refusedPackage({ room, rule }: Checked, specifier: string): string | null {
  const packageName = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (rule.packages === 'everything' || rule.packages.includes(packageName)) return null;
  return `imports the package ${packageName}, but ${room} may use ${rule.packages.join(', ') || 'no package'}`;
}
