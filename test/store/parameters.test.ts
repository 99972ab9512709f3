/** Reads the code for SQL into which a value is written: what comes from outside goes beside a statement, never into it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lineOf, type Node, type Place, parse, places, propertyOf } from '../architecture/syntax.ts';

const root = path.join(import.meta.dirname, '../..');
const STATEMENT = /^[\s(;]*(select|insert|update|delete|create|drop|alter|grant|revoke|truncate|copy|with|begin|pragma)\s/i;

/** Sentences that people read; these rooms reach no database (test/architecture/rooms.ts). */
const WORDS = /^src\/(words|cards)\//;

/** Constants of the code, and these: each with its reason. */
const ALLOWED: readonly (readonly [file: string, text: string, because: string])[] = [
  ['src/store/tools/backup.ts', 'now', 'a number of ms as text, or the name of the server clock: both callers are in store/'],
  ['src/store/queue/deadlines.ts', 'limit', 'a number: `sql.lit` writes it out so that SQLite plans the statement once'],
  ['src/store/queue/lanes.ts', 'limit', 'the same'],
  ['src/store/drafts.ts', 'limit', 'the same'],
  ['src/store/files.ts', 'limit', 'the same'],
  ['src/store/personal/personal-data.ts', 'limit', 'the same'],
  ['src/store/outages/outages.ts', 'limit', 'the same'],
  ['src/store/outages/numbers.ts', 'limit', 'the same'],
  ['src/store/outages/outages.ts', 'state', 'a state of outages: its type allows no other text'],
  [
    'src/store/sqlite/dialect.ts',
    'column',
    'the name of a column, which comes from the code: beside the statement it would be one value more for each',
  ],
];

const isConstant = (node: Node): boolean => {
  if (node.type === 'Literal') return true;
  if (node.type === 'Identifier') return /^[A-Z][A-Z0-9_]*$/.test(String(node.name));
  // One of a constant's.
  if (node.type === 'MemberExpression' && !node.computed) return isConstant(node.object as Node);
  // A constant list, joined.
  const { callee } = node as unknown as { callee?: Node };
  return node.type === 'CallExpression' && ['join', 'map'].includes(propertyOf(callee ?? node) ?? '') && isConstant(callee?.object as Node);
};

/** What is put into the text of a statement at this node. */
function putIn({ node, parent }: Place): readonly Node[] {
  if (node.type === 'TemplateLiteral' && parent?.type !== 'TaggedTemplateExpression') {
    const [first] = node.quasis as { value: { cooked: string } }[];
    return STATEMENT.test(first?.value.cooked ?? '') ? (node.expressions as Node[]) : [];
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const { type, value } = node.left as Node;
    return type === 'Literal' && STATEMENT.test(String(value)) ? [node.right as Node] : [];
  }
  return node.type === 'CallExpression' && isRaw(node.callee as Node) ? (node.arguments as Node[]) : [];
}

const isRaw = (callee: Node): boolean =>
  callee.type === 'MemberExpression' && (callee.object as Node).name === 'sql' && ['raw', 'lit'].includes(propertyOf(callee) ?? '');

/** The position of a value in the text of a statement. */
function written(file: string, text: string): string[] {
  const isAllowed = (node: Node) =>
    isConstant(node) || ALLOWED.some(([where, name]) => where === file && node.type === 'Identifier' && node.name === name);
  return [...places(parse(file, text))]
    .flatMap(putIn)
    .filter((node) => !isAllowed(node))
    .map((node) => `${file}:${lineOf(text, node)} ${text.slice(node.start, node.start + 60).split('\n')[0]}`);
}

test('no statement in src/ has a value in its text', () => {
  const files = readdirSync(path.join(root, 'src'), { recursive: true })
    .map((file) => `src/${String(file).replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith('.ts') && !WORDS.test(file));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap((file) => written(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

test.each([
  ['a template', 'export const x = (id: string) => `select * from outage where id = ${id}`;'],
  ['a template that begins with a line', 'export const x = (id: string) => `\n  delete from outage where id = ${id.trim()}`;'],
  ['a sum', "export const x = (id: string) => 'select * from outage where id = ' + id;"],
  ['raw SQL', 'export const x = (id: string) => sql.raw(id);'],
  ['a literal', 'export const x = (id: string) => sql.lit(id);'],
])('sees a value in %s', (_what, text) => {
  expect(written('src/store/x.ts', text)).toHaveLength(1);
});

test.each([
  ['a parameter', 'export const x = (id: string) => sql`select * from outage where id = ${id}`;'],
  ['a constant', 'export const x = `select * from ${TABLE}`;'],
  ['words that are none', 'export const x = (name: string) => `selected ${name}`;'],
])('lets %s pass', (_what, text) => {
  expect(written('src/store/x.ts', text)).toEqual([]);
});
