/** Reads the text of a desk file: gives the desk, or every mistake with its line and what to do. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Range,
  visit,
  type YAMLMap,
} from 'yaml';
import type { z } from 'zod';
import { createDesk, type Desk } from '../desk.ts';
import { deskFileSchema } from '../desk-file.ts';

export type DeskFileProblem = { readonly line: number; readonly path: string; readonly message: string };
export type DeskFileResult = { readonly desk: Desk } | { readonly problems: readonly DeskFileProblem[] };

/** Limits nested aliases, which could expand to a huge file. */
const MAX_ALIASES = 50;

/** Where the text is no YAML, such as another file, each further line would be one more fault, and the message quotes it. */
const MAX_FAULTS = 10;
const MAX_MESSAGE = 160;
const quoted = (message: string) => (message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}... Is this a desk file?` : message);

/** `text` is YAML. Never throws because of what the file says. */
export function readDeskFile(text: string): DeskFileResult {
  const lines = new LineCounter();
  // The library compares each key with each other one, which takes minutes for 40,000 people.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const errors = document.errors.slice(0, MAX_FAULTS).map(({ pos, message }) => ({ at: pos[0], message }));
  const faults = [...errors, ...keysThatStandTwice(document)];
  if (faults.length > 0) {
    faults.sort((a, b) => a.at - b.at);
    return { problems: faults.map(({ at, message }) => ({ line: lines.linePos(at).line, path: '', message: quoted(message) })) };
  }
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problems: [{ line: 1, path: '', message: `its aliases (*name) cannot be followed: ${why}. Write the values out` }] };
  }
  const parsed = deskFileSchema.safeParse(data, { error: remedy });
  if (parsed.success) return { desk: createDesk(parsed.data) };
  return {
    problems: parsed.error.issues.flatMap(meant).flatMap((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
      return paths.map((one) => ({ line: lineOf(one), path: one.join('.'), message: issue.message }));
    }),
  };

  function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = pairs.get(map) ?? new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    pairs.set(map, known);
    return known;
  }

  /** The line of what a path names, or of its nearest parent that is there. */
  function lineOf(path: readonly (string | number)[]): number {
    let node: unknown = document.contents;
    let range: Range | null | undefined = document.contents?.range;
    for (const part of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(part));
        if (!pair) break;
        range = (pair.key as Node).range;
        node = pair.value;
      } else if (isSeq(node) && node.items[Number(part)]) {
        node = node.items[Number(part)];
        range = (node as Node).range;
      } else break;
    }
    return range ? lines.linePos(range[0]).line : 1;
  }
}

function keysThatStandTwice(document: Document): { at: number; message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(document, {
    Map(_place, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push({ at: key.range?.[0] ?? 0, message: 'Map keys must be unique' });
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** Of several forms that something may have, the mistakes of the one that was begun; all forms are named where none was. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const begun = issue.errors.filter((issues) => !issues.some(({ code, path }) => path.length === 0 && NOT_BEGUN.includes(code)));
  if (begun.length !== 1) return [issue];
  return (begun[0] ?? []).flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }));
}
const NOT_BEGUN: readonly string[] = ['invalid_type', 'invalid_value'];

const KINDS: { readonly [expected: string]: string } = {
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  string: 'text, in quotes if it is a number',
  number: 'a number',
  boolean: 'true or false',
};

const remedy: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected;
      return issue.input === undefined || issue.input === null ? `this is missing: write ${kind}` : `write ${kind} here`;
    }
    case 'unrecognized_keys':
      return 'no such key is known here; mend its name, or take it out';
    case 'invalid_key':
      return 'use small letters, digits and hyphens for this key';
    case 'invalid_value':
      return `use one of: ${issue.values.join(', ')}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `use one of: ${issue.options.join(', ')}` : undefined;
    default:
      return undefined;
  }
};

export const describeProblems = (file: string, problems: readonly DeskFileProblem[]): string[] =>
  problems.map(({ line, path, message }) => `${file}:${line}${path ? `  ${path}` : ''}  ${message}`);
