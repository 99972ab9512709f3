/** The logger that restify wants. Its own would print requests with their tokens, and values that a handler returns. */
import type { ServerOptions } from 'restify';
import type { Log } from '../../engine/ports/log.ts';

export function createRestifyLog(log: Log): NonNullable<ServerOptions['log']> {
  const warn = (entry: unknown) => log.warn({ err: (entry as { err?: unknown } | undefined)?.err }, 'restify reports a problem');
  const ignore = () => false;
  const quiet = { trace: ignore, debug: ignore, info: ignore, warn, error: warn, fatal: warn };
  return quiet as unknown as NonNullable<ServerOptions['log']>;
}
