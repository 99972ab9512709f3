/**
 * Describes an error by what may be shown of it: its type, its codes, and where it happened. The message is shown only when its
 * author knew what it holds: errors of Microsoft's client hold the request with our token and the card, those of PostgreSQL
 * hold values of rows, and JavaScript errors quote the value that caused them.
 */

/** How many causes of causes are described. */
const MAX_CAUSES = 5;
const MAX_FRAMES = 12;
const MAX_TEXT = 500;

type DescribedError = { readonly type: string; readonly message?: string; readonly [code: string]: unknown };

/** Properties that name the kind of a failure and hold no data. The names of tables and constraints are our own. */
const CODES = ['code', 'errno', 'syscall', 'status', 'statusCode', 'failure', 'errorCode', 'errcode', 'table', 'constraint'] as const;
const CODE = /^[\w.:-]{1,80}$/;
const TYPE = /^[A-Za-z]\w{0,59}$/;

/** The description for the log. Never throws. */
export function describeError(thrown: unknown, depth = 0): DescribedError {
  try {
    return thrown instanceof Error ? describe(thrown, depth) : { type: `no error but a ${typeof thrown}` };
  } catch {
    return { type: 'an error that cannot be read' };
  }
}

/** One sentence for the person who started the process. */
export function sayError(thrown: unknown): string {
  const { type, message, code } = describeError(thrown);
  if (message === undefined && thrown instanceof Error && thrown.cause !== undefined) return sayError(thrown.cause);
  return message ?? (code === undefined ? type : `${type} (${code})`);
}

function describe(error: Error, depth: number): DescribedError {
  const codes = CODES.flatMap((name): [string, unknown][] => {
    const value = (error as unknown as Record<string, unknown>)[name];
    return typeof value === 'number' || (typeof value === 'string' && CODE.test(value)) ? [[name, value]] : [];
  });
  const frames = framesOf(error);
  const causes = error instanceof AggregateError ? error.errors.slice(0, MAX_CAUSES) : error.cause === undefined ? [] : [error.cause];
  const [cause, ...more] = depth < MAX_CAUSES ? causes.map((one) => describeError(one, depth + 1)) : [];
  const entraCode = /\bAADSTS\d{1,10}\b/.exec(error.message)?.[0];
  return {
    type: TYPE.test(error.name) ? error.name : 'Error',
    ...(mayShowMessage(error, frames) ? { message: error.message.slice(0, MAX_TEXT) } : {}),
    ...Object.fromEntries(codes),
    ...(entraCode ? { entra: entraCode } : {}),
    ...(frames.length > 0 ? { at: frames.slice(0, MAX_FRAMES) } : {}),
    ...(cause ? { cause } : {}),
    ...(more.length > 0 ? { others: more } : {}),
  };
}

const ROOT = new URL('../..', import.meta.url).pathname;
const FRAME = /^ {4}at (?:(?:async )?(?:new )?[\w$.<>#[\] ]{1,120} \()?(?:file:\/\/)?([\w@./:-]{1,300}:\d+:\d+)\)?$/;

/** The stack without the message, from the place where the error was made outwards. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  // The message comes before the frames and may look like them, so it is cut off first.
  const from = message && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(from)
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .map((place) => (place.startsWith(ROOT) ? place.slice(ROOT.length) : place));
}

/** Our own errors whose message quotes another system. The cause describes that. What goes into all our other messages is listed in test/log/lines.test.ts. */
const QUOTING_OTHERS = new Set(['SendError', 'NoTokenError', 'StoreUnavailableError', 'BackupError', 'PressFailedError']);
/** PostgreSQL's errors about connections, rights, roles, resources and operators. Those about data would quote the data. */
const ABOUT_THE_SERVER = /^(?:(?:08|28|3D|40|53|55|57|58)[0-9A-Z]{3}|42501|42704)$/;
const CONNECTIONS = /^node_modules\/pg(?:-pool)?\//;

function mayShowMessage(error: Error, [madeAt = '']: readonly string[]): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof DOMException || typeof syscall === 'string') return true;
  // SQLite's messages name columns, never values.
  if (code === 'ERR_SQLITE_ERROR') return true;
  if (typeof code === 'string' && ABOUT_THE_SERVER.test(code)) return true;
  if (QUOTING.some((kind) => error instanceof kind) || QUOTING_OTHERS.has(error.name)) return false;
  return madeAt.startsWith('src/') || (error.constructor === Error && CONNECTIONS.test(madeAt));
}

/** JavaScript's own errors, also those that our code caused. */
const QUOTING = [TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError, AggregateError];
