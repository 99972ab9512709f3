/** Starts the connector, and keeps what it says until somebody asks for it. */
import { within } from '../../crash/wait-within.ts';
import { startChild } from '../../playground/child.ts';
import type { Message, Told } from './connector-process.ts';

export type Connector = {
  readonly serviceUrl: string;
  /** How many messages and edits it has accepted. */
  accepted(): number;
  /** Those over a limit of Teams, each as a sentence. */
  readonly refused: readonly string[];
  /** Resolves when it has accepted so many in all. */
  until(count: number): Promise<void>;
  /** The next message that fits, of those that come from now on. */
  next(fits: (message: Message) => boolean): Promise<Message>;
  /** Calls `heard` with each message from now on, until the function that it returns is called. */
  listen(heard: (message: Message) => void): () => void;
  stop(): Promise<void>;
};

const NEXT_LIMIT_MS = 60_000;

/** `limits`: those of Teams are enforced. `answerMs`: what Teams takes for a message. */
export type ConnectorOptions = { readonly limits?: boolean; readonly answerMs?: number };

export async function startConnector({ limits = false, answerMs = 0 }: ConnectorOptions = {}): Promise<Connector> {
  let serviceUrl = '';
  let accepted = 0;
  const refused: string[] = [];
  const listeners = new Set<(message: Message) => void>();
  const child = startChild({
    name: 'connector',
    program: 'test/bench/world/connector-process.ts',
    args: [...(limits ? ['--limits'] : []), '--answer-ms', String(answerMs)],
    onMessage(sent) {
      const told = sent as Told;
      if ('serviceUrl' in told) serviceUrl = told.serviceUrl;
      else if ('refused' in told) refused.push(told.refused);
      else {
        accepted += 1;
        for (const heard of [...listeners]) heard(told.message);
      }
    },
  });
  await within(30_000, 'the connector does not start', () => serviceUrl !== '').catch(async (error) => {
    await child.stop();
    throw new Error(child.lastLines(), { cause: error });
  });
  const listen = (heard: (message: Message) => void) => {
    listeners.add(heard);
    return () => void listeners.delete(heard);
  };
  return {
    serviceUrl,
    accepted: () => accepted,
    until: (count) => within(NEXT_LIMIT_MS, `${count} messages were expected`, () => accepted >= count),
    refused,
    listen,
    stop: () => child.stop(),
    next(fits) {
      const { promise, resolve, reject } = Promise.withResolvers<Message>();
      const limit = setTimeout(() => reject(new Error(`no such message within ${NEXT_LIMIT_MS} ms`)), NEXT_LIMIT_MS);
      const stop = listen((message) => void (fits(message) && resolve(message)));
      const found = promise.finally(() => {
        stop();
        clearTimeout(limit);
      });
      // Where what leads to the message fails, nobody waits for it any more, and the other rows go on.
      found.catch(() => {});
      return found;
    },
  };
}
