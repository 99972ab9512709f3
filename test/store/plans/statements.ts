/** Collects the statements that the store runs, each with the line of src/store/ that ran it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CompiledQuery, DefaultQueryExecutor } from 'kysely';

export type Statement = {
  readonly text: string;
  readonly parameters: readonly unknown[];
  /** The file in src/store/ and the line of the call. */
  readonly site: string;
};

const ROOT = path.join(import.meta.dirname, '../../../src/store');
/** Tools are run by hand, and migrations once. */
const OTHERS = /^(?:tools|migrations)\/|^migrate\.ts/;
const FRAME = /src\/store\/([\w./-]+\.ts):(\d+):\d+/;
const FRAMES = 30;

/** Kysely's own, of which each connection and each transaction has one. */
const executor = Object.getPrototypeOf(DefaultQueryExecutor.prototype) as { executeQuery(query: CompiledQuery): Promise<unknown> };

/** Notes what is run from now on, each text of each call once, until the function that it returns is called. */
export function collectStatements(statements: Map<string, Statement>): () => void {
  const { executeQuery } = executor;

  executor.executeQuery = function executeAndNote(query) {
    const { sql: text, parameters } = query;
    const site = siteOf();
    if (site) statements.set(`${site} ${text}`, { text, parameters, site });
    return executeQuery.call(this, query);
  };
  return () => {
    executor.executeQuery = executeQuery;
  };
}

/** The nearest call in src/store/; null: it was a tool, a migration or a test. */
function siteOf(): string | null {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const stack = new Error('where').stack ?? '';
  Error.stackTraceLimit = stackTraceLimit;
  const [, file = '', line] = FRAME.exec(stack) ?? [];
  return line === undefined || OTHERS.test(file) ? null : `${file}:${line}`;
}

const RUNS = /\.execute(?:TakeFirst|TakeFirstOrThrow|Query)?\(/;
/** Those that begin a transaction or take a connection, and run no statement themselves. */
const RUNS_NONE = /\b(?:transaction|connection)\(\)\.execute\(|\bdb$/;

/** A line that begins a function, and its name. */
const BEGINS = /^ *(?:export |override )?(?:async )?(?:function )?(\w+)\(.*\{$/;
const NO_FUNCTIONS = /^(?:if|for|while|switch|catch)$/;

export type Call = { readonly site: string; readonly file: string; readonly inside: string };

/** Each call in src/store/ that runs a statement, with the name of the function that it is in. */
export function callsInStore(): readonly Call[] {
  const files = readdirSync(ROOT, { recursive: true }).map((file) => String(file).replaceAll(path.sep, '/'));
  return files.filter((file) => file.endsWith('.ts') && !OTHERS.test(file)).flatMap(callsIn);
}

function callsIn(file: string): readonly Call[] {
  const calls: Call[] = [];
  let inside = '';
  for (const [index, line] of readFileSync(path.join(ROOT, file), 'utf8').split('\n').entries()) {
    const [, name = ''] = BEGINS.exec(line) ?? [];
    if (name && !NO_FUNCTIONS.test(name)) inside = name;
    if (RUNS.test(line) && !RUNS_NONE.test(line)) calls.push({ site: `${file}:${index + 1}`, file, inside });
  }
  return calls;
}
