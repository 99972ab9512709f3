/** The desk file's schema for editors, and the table of its keys for env/README.md: both are made of the zod schema. */
import { z } from 'zod';
import { deskFileSchema } from '../../../src/desk/desk-file.ts';

export type Node = {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
};

/** `io: 'input'` describes the file as it is written; the other direction throws on values that are transformed. */
export function deskJsonSchema(): Node {
  const { $schema, ...schema } = z.toJSONSchema(deskFileSchema, { io: 'input' });
  return { $schema, title: 'The desk file of Outage Desk', ...schema } as Node;
}

export type Row = { readonly key: string; readonly nodes: readonly Node[]; readonly required: boolean };

/** Every key, parents first. `[]` stands behind a list, `NAME` for a key of the writer's own. */
export function rowsOf(node: Node, key = '', required = false): readonly Row[] {
  const own = key === '' ? [] : [{ key, nodes: [node], required }];
  return [...own, ...childrenOf(node, key)];
}

function childrenOf(node: Node, key: string): readonly Row[] {
  const under = (name: string) => (key === '' ? name : `${key}.${name}`);
  const variants = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return merged([
    ...Object.entries(node.properties ?? {}).flatMap(([name, child]) => rowsOf(child, under(name), node.required?.includes(name) ?? false)),
    ...(typeof node.additionalProperties === 'object' ? childrenOf(node.additionalProperties, under('NAME')) : []),
    ...(node.items ? childrenOf(node.items, `${key}[]`) : []),
    // What may be one entry or a list of them is told as a list.
    ...variants.flatMap((one) => childrenOf(one, variants.some(({ items }) => items) && one.properties ? `${key}[]` : key)),
  ]);
}

/** The forms of a key are one row, such as the kinds of a question. */
function merged(rows: readonly Row[]): readonly Row[] {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return [...byKey].map(([key, same]) => ({
    key,
    nodes: same.flatMap(({ nodes }) => nodes),
    required: same.every(({ required }) => required),
  }));
}

export function referenceTable(): string {
  const all = rowsOf(deskJsonSchema());
  // The levels are written alike, so the keys of an entry are told once.
  const alike = /^onCall\.(?:secondary|duty-manager)\[\]/;
  const rows = all
    .filter(({ key }) => !alike.test(key))
    .map(({ key, nodes, required }) => {
      const texts = [...new Set(nodes.map(({ description }) => description ?? ''))].join(' ');
      const kinds = [...new Set(nodes.map(kindOf))].join(' or ');
      const fallback = nodes[0]?.default === undefined ? '' : shortJson(nodes[0].default);
      return `| \`${key}\` | ${texts} | ${kinds} | ${required ? 'required' : fallback} |`;
    });
  return ['| key | what it says | kind | default |', '|---|---|---|---|', ...rows].join('\n');
}

/** A long default says only what it is: the text beside it says more. */
function shortJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === '[]' || text === '{}' || text === '""') return 'empty';
  return text.length > 40 ? 'as described' : `\`${text.replaceAll('"', '')}\``;
}

function kindOf(node: Node): string {
  if (node.enum) return node.enum.map((one) => `\`${one}\``).join(', ');
  if (node.const !== undefined) return `\`${node.const}\``;
  const variants = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  if (variants.length > 0) return [...new Set(variants.map(kindOf))].join(' or ');
  if (node.items) return `list${rangeOf(node.minItems, node.maxItems)}`;
  if (node.type === 'number' || node.type === 'integer') {
    const least = node.minimum ?? (node.exclusiveMinimum === undefined ? undefined : `more than ${node.exclusiveMinimum}`);
    return `number${rangeOf(least, node.maximum)}`;
  }
  if (node.type === 'string') return node.format === 'uuid' ? 'GUID' : node.format === 'uri' ? 'address' : 'text';
  if (node.propertyNames?.enum) return 'a text by language';
  return node.type === 'object' ? 'block' : (node.type ?? '');
}

/** The largest integer is zod's way to say that there is no limit. */
function rangeOf(least: number | string | undefined, most: number | undefined): string {
  const limit = most === Number.MAX_SAFE_INTEGER ? undefined : most;
  if (least === undefined && limit === undefined) return '';
  if (limit === undefined) return `, ${typeof least === 'number' ? `at least ${least}` : least}`;
  return `, ${least === undefined ? 'at most' : `${least} to`} ${limit}`;
}

const BEGIN = '## The desk file: every key\n';

/** The page with its last part made anew. */
export function withReference(page: string): string {
  const at = page.indexOf(BEGIN);
  if (at < 0) throw new Error(`env/README.md has no heading "${BEGIN.trim()}"`);
  return `${page.slice(0, at)}${BEGIN}\nMade of the schema by \`npm run desk-schema\`. \`[]\` stands behind a list, NAME is a key of your own.\n\n${referenceTable()}\n`;
}
