/**
 * Finds the texts of a language in its sources, by their syntax: each string and each template that people may read, with a key. The key is
 * the path by which the code reads it, such as `progress.publish.heading`; where a function holds several texts, each has a name or a number
 * behind it: `affected.desk.people#one`, `on-call.kept#2`. A text that no path of `Words` leads to has its file and its name.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, parse, places, propertyOf } from '../../architecture/syntax.ts';

/** What the code fills in. `label`: how translators see it, in braces. */
export type Blank = { readonly label: string; readonly start: number; readonly end: number };
export type Text = {
  readonly key: string;
  /** Every path that leads to it, without what stands behind the `#`. */
  readonly paths: readonly string[];
  /** What stands behind the `#`; empty where a path leads to one text. */
  readonly part: string;
  /** "{name}: reported by {by}". */
  readonly text: string;
  readonly blanks: readonly Blank[];
  readonly isTemplate: boolean;
  /** Where it stands in its file, with its quotation marks. */
  readonly start: number;
  readonly end: number;
};
/** A file of a language, with its texts in their order. `file`: below src/. */
export type Source = { readonly file: string; readonly code: string; readonly texts: readonly Text[] };
export type LanguageTexts = { readonly sources: readonly Source[]; readonly texts: readonly Text[]; readonly paths: ReadonlySet<string> };

type Module = {
  readonly file: string;
  readonly code: string;
  /** What its top level declares. */
  readonly names: ReadonlyMap<string, Node>;
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
};
type Found = { readonly node: Node; readonly module: Module };
type Held = { readonly node: Node; readonly names: readonly string[] };

/** These hold ids, not texts. */
const NO_TEXTS: ReadonlySet<string> = new Set(['called']);
/** How many of the first arguments are ids. */
const ID_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['denial', 1],
  ['formatsOf', 1],
  ['replace', 2],
  ['replaceAll', 2],
  ['padStart', 2],
  ['toLocaleUpperCase', 1],
  ['toLocaleLowerCase', 1],
]);
const COMPARISONS: ReadonlySet<unknown> = new Set(['===', '!==', '<', '>', '<=', '>=', 'in']);
const GLOBALS: ReadonlySet<string> = new Set(['Math', 'Object', 'Number', 'String', 'Boolean', 'undefined']);

/** `root`: the folder that holds src/. English has a folder like any other language. */
export function textsOf(root: string, language: string): LanguageTexts {
  const modules = readModules(path.join(root, 'src'), language);
  const held = new Map<Node, { found: Found; paths: string[]; part: string }>();
  const paths = new Set<string>();

  /** All texts within, which the path leads to. */
  function keep({ node, module }: Found, at: string, onlyNew = false): void {
    const all = [...textsIn(node)];
    const named = Map.groupBy(all, ({ names }) => names.join('.'));
    for (const one of all) {
      const alike = named.get(one.names.join('.')) ?? [];
      const part = [...one.names, ...(alike.length > 1 ? [alike.indexOf(one) + 1] : [])].join('.');
      const known = held.get(one.node);
      if (known === undefined) held.set(one.node, { found: { node: one.node, module }, paths: [at], part });
      else if (!onlyNew && !known.paths.includes(at)) known.paths.push(at);
    }
  }

  function walk(found: Found, at: string): void {
    if (at === 'language') return;
    paths.add(at);
    const members = membersOf(found, at, modules);
    if (members === null) keep(found, at);
    else for (const [one, path] of members) walk(one, path);
  }

  for (const [file, name, at] of rootsOf(language)) {
    const module = modules.get(file);
    const node = module?.names.get(name);
    if (module && node) walk({ node: bare(node), module }, at);
  }
  for (const module of modules.values()) {
    const place = module.file.replace(/^words\/[^/]+\//, '').replace(/\.ts$/, '');
    const rest = [...module.names].filter(([name]) => name !== language && !NO_TEXTS.has(name));
    for (const [name, node] of rest) keep({ node, module }, `${place}/${name}`, true);
  }

  const texts = [...held.values()].map(({ found, paths: lead, part }) => ({ file: found.module.file, text: textAt(found, lead, part) }));
  const sources = [...modules.values()].map(({ file, code }) => ({
    file,
    code,
    texts: texts.flatMap((one) => (one.file === file ? [one.text] : [])).sort((one, other) => one.start - other.start),
  }));
  return { sources, texts: texts.map(({ text }) => text), paths };
}

/** What a path leads on to, with the path of each; null where it ends, at a text or at a function. */
function membersOf(found: Found, at: string, modules: ReadonlyMap<string, Module>): readonly (readonly [Found, path: string])[] | null {
  const { node, module } = found;
  const under = (key: string | number) => (at === '' ? `${key}` : `${at}.${key}`);
  switch (node.type) {
    case 'ObjectExpression': {
      const { entries, others } = entriesOf(found, modules);
      return [...others.map((one) => [one, at] as const), ...[...entries].map(([key, one]) => [one, under(key)] as const)];
    }
    case 'ArrayExpression':
      return nodes(node.elements).map((one, index) => [{ node: bare(one), module }, under(index)]);
    case 'CallExpression': {
      // What goes through all texts of a language, as `spaced` does, changes no text of the sheet.
      const [only, ...more] = nodes(node.arguments).map(bare);
      return only?.type === 'ObjectExpression' && more.length === 0 && at === '' ? [[{ node: only, module }, at]] : null;
    }
    case 'Identifier':
    case 'MemberExpression': {
      const target = find(found, modules);
      return target ? [[target, at]] : [];
    }
    default:
      return null;
  }
}

/** Where the texts begin: file, what it exports, and the path that leads there. The default catalogue is read by customers, too. */
const rootsOf = (language: string) =>
  [
    [`words/${language}/index.ts`, language, ''],
    [catalogueOf(language), language, 'scenarios'],
  ] as const;
const catalogueOf = (language: string): string => `desk/scenarios/${language}.ts`;

function readModules(src: string, language: string): ReadonlyMap<string, Module> {
  const folder = `words/${language}`;
  const files = readdirSync(path.join(src, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .sort();
  const all = [...files, catalogueOf(language)].filter((file) => existsSync(path.join(src, file)));
  return new Map(all.map((file) => [file, readModule(file, readFileSync(path.join(src, file), 'utf8'))]));
}

function readModule(file: string, code: string): Module {
  const [names, imports] = [new Map<string, Node>(), new Map<string, { file: string; name: string }>()];
  for (const statement of nodes(parse(file, code).body)) {
    // Also what it only hands on: `export { commands } from './commands.ts'`.
    for (const { local, imported, exported } of statement.source ? nodes(statement.specifiers) : []) {
      const from = path.posix.join(path.posix.dirname(file), nameOf(statement.source));
      imports.set(nameOf(exported ?? local), { file: from, name: nameOf(imported ?? local) });
    }
    for (const [name, node] of declaredBy((statement.declaration ?? statement) as Node, code)) names.set(name, node);
  }
  return { file, code, names, imports };
}

function declaredBy(statement: Node, code: string): readonly (readonly [name: string, node: Node])[] {
  if (statement.type === 'FunctionDeclaration') return [[nameOf(statement.id), statement]];
  return nodes(statement.declarations).flatMap(({ id, init }) => {
    const { type, start, end } = id as Node;
    return init ? [[type === 'Identifier' ? nameOf(id) : code.slice(start, end), init as Node] as const] : [];
  });
}

/** What a file calls by this name, also where it comes from another one. */
function named(name: string, module: Module, modules: ReadonlyMap<string, Module>): Found | null {
  const own = module.names.get(name);
  if (own) return find({ node: bare(own), module }, modules);
  const from = module.imports.get(name);
  const other = from && modules.get(from.file);
  return from && other ? named(from.name, other, modules) : null;
}

/** What stands behind a name or a member that is written out; null where it is not in the files of this language. */
function find({ node, module }: Found, modules: ReadonlyMap<string, Module>): Found | null {
  if (node.type === 'Identifier') return named(nameOf(node), module, modules);
  if (node.type !== 'MemberExpression') return { node, module };
  const owner = find({ node: bare(node.object as Node), module }, modules);
  const key = propertyOf(node);
  if (owner?.node.type !== 'ObjectExpression' || key === null) return null;
  const entry = entriesOf(owner, modules).entries.get(key);
  return entry ? find(entry, modules) : null;
}

/** The properties of an object, of which a later one takes the place of an earlier one. `others`: what it spreads and is no object. */
function entriesOf({ node, module }: Found, modules: ReadonlyMap<string, Module>) {
  const [entries, others] = [new Map<string, Found>(), [] as Found[]];
  for (const one of nodes(node.properties)) {
    if (one.type === 'Property') entries.set(keyOf(one), { node: bare(one.value as Node), module });
    else {
      const spread = find({ node: bare(one.argument as Node), module }, modules);
      if (spread?.node.type === 'ObjectExpression') for (const [key, value] of entriesOf(spread, modules).entries) entries.set(key, value);
      else if (spread) others.push(spread);
    }
  }
  return { entries, others };
}

/** The strings and templates within that people may read, with the keys of the objects around them. What only chooses among texts is none. */
function* textsIn(node: Node, names: readonly string[] = []): Generator<Held> {
  const { type } = node;
  if (type === 'Literal') {
    if (typeof node.value === 'string' && node.value.trim() !== '') yield { node, names };
  } else if (type === 'TemplateLiteral') {
    // The order of two blanks is a matter of the language, too.
    if (cookedOf(node).some((text) => text.trim() !== '') || nodes(node.expressions).length > 1) yield { node, names };
    for (const one of nodes(node.expressions)) yield* textsIn(one, names);
  } else if (type === 'Property') {
    yield* textsIn(node.value as Node, [...names, keyOf(node)]);
  } else if (type.startsWith('TS')) {
    if (node.expression) yield* textsIn(node.expression as Node, names);
  } else {
    for (const one of readIn(node)) yield* textsIn(one, names);
  }
}

/** The nodes right below one that may hold texts, in the order of the file. */
function readIn(node: Node): readonly Node[] {
  switch (node.type) {
    case 'BinaryExpression': {
      const both = nodes([node.left, node.right]);
      return COMPARISONS.has(node.operator) ? both.filter(({ type }) => type !== 'Literal') : both;
    }
    case 'MemberExpression':
      return [node.object as Node];
    case 'SwitchCase':
      return nodes(node.consequent);
    case 'CallExpression': {
      const callee = node.callee as Node;
      const ids = ID_ARGUMENTS.get(callee.type === 'Identifier' ? nameOf(callee) : (propertyOf(callee) ?? '')) ?? 0;
      return [callee, ...nodes(node.arguments).slice(ids)];
    }
    default:
      return Object.values(node)
        .flatMap((value) => nodes(Array.isArray(value) ? value : [value]))
        .sort((one, other) => one.start - other.start);
  }
}

function textAt({ node, module }: Found, paths: readonly string[], part: string): Text {
  const { start, end } = node;
  const key = part === '' ? `${paths[0]}` : `${paths[0]}#${part}`;
  const rest = { key, paths, part, start, end };
  if (node.type === 'Literal') return { ...rest, text: String(node.value), blanks: [], isTemplate: false };
  const blanks = blanksOf(node, module);
  const text = cookedOf(node)
    .map((cooked, index) => `${index > 0 ? `{${blanks[index - 1]?.label}}` : ''}${cooked}`)
    .join('');
  return { ...rest, text, blanks, isTemplate: true };
}

/** Each is called by what the code fills in: its own name, or the first one in it that is not of the whole file. */
function blanksOf(template: Node, { code, names, imports }: Module): readonly Blank[] {
  const labels = new Map<string, string>();
  const isLocal = (name: string) => !names.has(name) && !imports.has(name) && !GLOBALS.has(name);
  return nodes(template.expressions).map((node) => {
    const { start, end } = node;
    const said = code.slice(start, end);
    const inside = [...places(node)].find(
      ({ node: one, parent, key }) =>
        one.type === 'Identifier' &&
        isLocal(nameOf(one)) &&
        !(key === 'property' && parent?.computed !== true) &&
        !(key === 'key' && parent?.computed !== true) &&
        !parent?.type.startsWith('TS'),
    );
    const name = /^[\w.]+$/.test(said) ? said : inside ? nameOf(inside.node) : 'text';
    const taken = [...labels].filter(([other, label]) => other !== said && (label === name || label.startsWith(`${name} `))).length;
    const label = labels.get(said) ?? (taken > 0 ? `${name} ${taken + 1}` : name);
    labels.set(said, label);
    return { label, start, end };
  });
}

const nodes = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : []).filter((one): one is Node => typeof (one as Node | null)?.type === 'string');
const nameOf = (node: unknown): string => String((node as Node).name ?? (node as Node).value);
const keyOf = ({ key }: Node): string => nameOf(key);
const cookedOf = (template: Node): readonly string[] =>
  nodes(template.quasis).map(({ value }) => String((value as { cooked: unknown }).cooked));

/** Without brackets and what only says the type. */
function bare(node: Node): Node {
  const { type } = node;
  return type === 'ParenthesizedExpression' || (type.startsWith('TS') && node.expression) ? bare(node.expression as Node) : node;
}
