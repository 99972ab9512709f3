/** Starts Microsoft's Agents Playground, the stand-in for Teams on this machine, from its npm package. */
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCast } from './cast.ts';
import { answers, type Child, describeEnding, startChild, waitUntil } from './child.ts';

const program = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));

export interface PlaygroundOptions {
  /** Where the bot takes activities, e.g. http://127.0.0.1:3978/api/messages. It need not be there yet. */
  readonly botUrl: string;
  readonly port: number;
  readonly configFile: string;
  /** Where its log and its recording go; what an earlier run left there of these two is removed. */
  readonly folder: string;
  /** Is given every line that it prints. */
  readonly log?: (line: string) => void;
  /** Stops it when aborted, also while it is being started. */
  readonly signal?: AbortSignal | undefined;
}

export interface Playground {
  /** The page for the browser. */
  readonly url: string;
  readonly port: number;
  /** What the bot gets as serviceUrl. */
  readonly connectorUrl: string;
  /** Everything that went between the bot and the Playground; recording.ts reads it. */
  readonly recordingFile: string;
  readonly ended: Child['ended'];
  stop(): Promise<void>;
}

const tries = 150;
const everyMs = 100;

/** @throws when the configuration is wrong, the port taken, or when it does not answer; the message carries what it printed. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  readCast(options.configFile); // it would answer for a moment and then end, without a word
  if (!(await isFree(options.port))) throw new Error(`Port ${options.port} is taken: whoever answers there is not this Playground.`);
  const url = playgroundUrl(options.port);
  const recordingFile = join(options.folder, 'recording.log');
  const logFile = join(options.folder, 'playground.log');
  mkdirSync(options.folder, { recursive: true });
  for (const file of [recordingFile, logFile]) rmSync(file, { force: true });

  const child = startChild({
    name: 'The Playground',
    program,
    args: ['start', '-e', options.botUrl, '-c', 'msteams', '-p', String(options.port), '--disable-telemetry'],
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: options.configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      M365_AGENTS_PLAYGROUND_ENABLE_EVENTS_RECORDING: 'true',
      M365_AGENTS_PLAYGROUND_RECORDING_FILE: recordingFile,
    },
    ...(options.log ? { onLine: options.log } : {}),
    signal: options.signal,
  });
  if (!(await waitUntil(child, () => answers(url), tries, everyMs))) throw await failure(child, options, url);
  return {
    url,
    port: options.port,
    connectorUrl: connectorUrl(options.port),
    recordingFile,
    ended: child.ended,
    stop: () => child.stop(),
  };
}

export function playgroundUrl(port: number): string {
  return `http://localhost:${port}`;
}

/** Known before the Playground runs, so that the bot can be started beside it. */
export function connectorUrl(port: number): string {
  return `${playgroundUrl(port)}/_connector`;
}

/** A port that nobody had a moment ago. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0);
  if (!port) throw new Error('This machine has no free port.');
  return port;
}

export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

/** Without a host it is every address of the machine, IPv4 and IPv6, as the Playground listens. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

async function failure(child: Child, options: PlaygroundOptions, url: string): Promise<Error> {
  const silent = `did not answer at ${url} within ${(tries * everyMs) / 1_000} seconds`;
  const ending = child.ending();
  await child.stop();
  return new Error(
    `The Playground did not start: it ${ending ? describeEnding(ending) : silent}. Its log: ${options.folder}/playground.log\n${child.lastLines()}`.trim(),
  );
}
