/** Reads a desk file's text: everything that is wrong with it, each with its line and what to do, or the desk. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import { createDesk, type Desk, deskFileSchema } from './desk.ts';

export type DeskFileProblem = { readonly line: number; readonly path: string; readonly message: string };
export type DeskFileResult = { readonly desk: Desk } | { readonly problems: readonly DeskFileProblem[] };

/** `text` is YAML. Never throws for what somebody wrote in it. */
export function readDeskFile(text: string): DeskFileResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => ({ line: lines.linePos(error.pos[0]).line, path: '', message: error.message })) };
  }
  // Aliases could be nested into a bomb; a desk file needs none of that size.
  const parsed = deskFileSchema.safeParse(document.toJS({ maxAliasCount: 50 }));
  if (parsed.success) return { desk: createDesk(parsed.data) };
  return {
    problems: parsed.error.issues.map((issue) => ({
      line: lineOf(issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))),
      path: issue.path.join('.'),
      message: issue.message,
    })),
  };

  /** The line of what a path names, or of its nearest parent that is there. */
  function lineOf(path: readonly (string | number)[]): number {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

/** The problems as a person reads them, each with its file and line. */
export const describeProblems = (file: string, problems: readonly DeskFileProblem[]): string[] =>
  problems.map(({ line, path, message }) => `${file}:${line}${path ? `  ${path}` : ''}  ${message}`);
