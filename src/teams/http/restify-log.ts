/** What restify asks of a log. Its own would print requests, with their tokens, and values that a handler returned. */
import type { ServerOptions } from 'restify';
import type { Log } from '../../engine/ports/log.ts';

export function createRestifyLog(log: Log): NonNullable<ServerOptions['log']> {
  const tell = (said: unknown) => log.warn({ err: (said as { err?: unknown } | undefined)?.err }, 'restify has something to say');
  const nothing = () => false;
  const quiet = { trace: nothing, debug: nothing, info: nothing, warn: tell, error: tell, fatal: tell };
  return quiet as unknown as NonNullable<ServerOptions['log']>;
}
