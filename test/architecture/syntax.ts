/** What the checker of the house plan reads of a file: its syntax tree, its imports, and the names that it uses. */
import { parseAst } from 'vitest/node';

export type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** A node where it stands: `key` is the field of its parent that holds it. */
export type Place = { readonly node: Node; readonly parent: Node | null; readonly key: string };

/** Throws when the text is not TypeScript. */
export function parse(file: string, text: string): Node {
  return parseAst(text, { lang: 'ts' }, file) as unknown as Node;
}

/** Every node of the tree, parents first. */
export function* places(node: Node, parent: Node | null = null, key = ''): Generator<Place> {
  yield { node, parent, key };
  for (const [childKey, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* places(child, node, childKey);
    }
  }
}

export type Import = {
  readonly node: Node;
  /** Null when it is computed. */
  readonly specifier: string | null;
  /** `import { type A }` is not: Node still loads the module. */
  readonly typeOnly: boolean;
};

/** Every import, re-export, dynamic import and import type. */
export function importsOf(program: Node): readonly Import[] {
  return [...places(program)].flatMap(({ node }) => {
    switch (node.type) {
      case 'ImportDeclaration':
        return [{ node, specifier: literal(node.source), typeOnly: node.importKind === 'type' }];
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        return node.source ? [{ node, specifier: literal(node.source), typeOnly: node.exportKind === 'type' }] : [];
      case 'ImportExpression':
        return [{ node, specifier: literal(node.source), typeOnly: false }];
      case 'TSImportType':
        return [{ node, specifier: literal(node.source ?? node.argument), typeOnly: true }];
      default:
        return [];
    }
  });
}

/** A name that is read as a value: `console`, `Date.now`, `globalThis.setTimeout` as `setTimeout`. Null for anything else. */
export function nameOf({ node, parent, key }: Place): string | null {
  if (node.type === 'MemberExpression') return memberName(node);
  if (node.type !== 'Identifier' || parent === null) return null;
  return isDeclaration(parent, key) ? null : String(node.name);
}

/** `Date.now` of `Date.now`, `globalThis.Date.now` and `Date['now']`; null when the object is no plain name. */
function memberName(member: Node): string | null {
  const object = member.object as Node;
  const property = propertyOf(member);
  const base = object.type === 'MemberExpression' ? memberName(object) : object.type === 'Identifier' ? String(object.name) : null;
  if (property === null || base === null) return null;
  return base === 'globalThis' || base === 'global' ? property : `${base}.${property}`;
}

/** Whether an identifier in this field only names something (a parameter, a key, a member, a type), and reads nothing. */
function isDeclaration(parent: Node, key: string): boolean {
  if (parent.type === 'TSQualifiedName' || /^TS(?!AsExpression|NonNull|Satisfies)/.test(parent.type)) return true;
  if (parent.type.endsWith('Specifier') || key === 'params' || key === 'id') return true;
  return (key === 'property' || key === 'key') && parent.computed !== true && parent.shorthand !== true;
}

/** The member's name, also of `a['b']`; null when it is computed, or the node is no member. */
export function propertyOf(member: Node): string | null {
  if (member.type !== 'MemberExpression') return null;
  return member.computed === true ? literal(member.property) : String((member.property as Node).name);
}

export function lineOf(text: string, node: Node): number {
  return text.slice(0, node.start).split('\n').length;
}

/** A string that is written out, as a value or as a type. */
function literal(node: unknown): string | null {
  const { type, value, literal: inner } = (node ?? {}) as { type?: string; value?: unknown; literal?: unknown };
  if (type === 'TSLiteralType') return literal(inner);
  return type === 'Literal' && typeof value === 'string' ? value : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
