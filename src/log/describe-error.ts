/**
 * What of an error may be told: its kind, its codes, where it happened. Its text only where whoever wrote the text knew what
 * stands in it: errors of Microsoft's client hold the request with our token and the card, PostgreSQL's hold values of rows,
 * and a JavaScript error quotes what it did not like.
 */

/** As deep as causes are followed. */
const MOST_CAUSES = 5;
const MOST_FRAMES = 12;
const MOST_TEXT = 500;

export type DescribedError = {
  readonly type: string;
  readonly message?: string;
  readonly [code: string]: unknown;
};

/** Codes: what a library calls a failure, never what failed. Schemas' names are ours. */
const CODES = ['code', 'errno', 'syscall', 'status', 'statusCode', 'failure', 'errorCode', 'errcode', 'table', 'constraint'] as const;
const CODE = /^[\w.:-]{1,80}$/;
const TYPE = /^[A-Za-z]\w{0,59}$/;

/** Never throws. */
export function describeError(thrown: unknown, depth = 0): DescribedError {
  try {
    return thrown instanceof Error ? describe(thrown, depth) : { type: `no error but a ${typeof thrown}` };
  } catch {
    return { type: 'an error that cannot be read' };
  }
}

/** One sentence of it, for whoever started the process. */
export function sayError(thrown: unknown): string {
  const { type, message, code } = describeError(thrown);
  return message ?? (code === undefined ? type : `${type} (${code})`);
}

function describe(error: Error, depth: number): DescribedError {
  const codes = CODES.flatMap((name): [string, unknown][] => {
    const value = (error as unknown as Record<string, unknown>)[name];
    return typeof value === 'number' || (typeof value === 'string' && CODE.test(value)) ? [[name, value]] : [];
  });
  const frames = framesOf(error);
  const causes = error instanceof AggregateError ? error.errors.slice(0, MOST_CAUSES) : error.cause === undefined ? [] : [error.cause];
  const [cause, ...more] = depth < MOST_CAUSES ? causes.map((one) => describeError(one, depth + 1)) : [];
  const microsofts = /\bAADSTS\d{1,10}\b/.exec(error.message)?.[0];
  return {
    type: TYPE.test(error.name) ? error.name : 'Error',
    ...(isTellable(error, frames) ? { message: error.message.slice(0, MOST_TEXT) } : {}),
    ...Object.fromEntries(codes),
    ...(microsofts ? { entra: microsofts } : {}),
    ...(frames.length > 0 ? { at: frames.slice(0, MOST_FRAMES) } : {}),
    ...(cause ? { cause } : {}),
    ...(more.length > 0 ? { others: more } : {}),
  };
}

const ROOT = new URL('../..', import.meta.url).pathname;
const FRAME = /^ {4}at (?:(?:async )?(?:new )?[\w$.<>#[\] ]{1,120} \()?(?:file:\/\/)?([\w@./:-]{1,300}:\d+:\d+)\)?$/;

/** Where it happened, without its text, from the place where it was made outwards. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  // What stands before them is the text, and may look as they do.
  const from = message && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(from)
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .map((place) => (place.startsWith(ROOT) ? place.slice(ROOT.length) : place));
}

/** Made by us of what somebody else said, who is their cause. What is put into all others, test/log/lines.test.ts lists. */
const NOT_OURS = new Set(['SendError', 'NoTokenError', 'StoreUnavailableError', 'BackupError']);
/** PostgreSQL's classes of errors about connections, rights, resources and operators; those about data hold the data. */
const ABOUT_THE_SERVER = /^(?:08|28|3D|40|53|55|57|58)[0-9A-Z]{3}$/;
const CONNECTIONS = /^node_modules\/pg(?:-pool)?\//;

function isTellable(error: Error, [made = '']: readonly string[]): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof DOMException || typeof syscall === 'string') return true;
  // SQLite names columns, never what is in them.
  if (code === 'ERR_SQLITE_ERROR') return true;
  if (typeof code === 'string' && ABOUT_THE_SERVER.test(code)) return true;
  if (isQuoting(error) || NOT_OURS.has(error.name)) return false;
  return made.startsWith('src/') || (error.constructor === Error && CONNECTIONS.test(made));
}

/** JavaScript's own, also when our code made it stumble. */
const isQuoting = (error: Error): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  error instanceof ReferenceError ||
  error instanceof EvalError ||
  error instanceof URIError ||
  error instanceof AggregateError;
