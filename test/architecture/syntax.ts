/** What the checker of the rooms, and others, read of a file: its syntax tree and its imports. */
import { parseAst } from 'vitest/node';

export type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

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
