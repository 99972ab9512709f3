/** The bot and the Playground, started side by side and stopped together. */
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cast, writeCast } from './cast.ts';
import { answers, type Child, describeEnding, type Ending, startChild, waitUntil } from './child.ts';
import { type Line, startLine } from './line.ts';
import { connectorUrl, isFree, type Playground, startPlayground } from './playground.ts';

const bot = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export interface StageOptions {
  readonly botPort: number;
  readonly playgroundPort: number;
  /** Database, logs, recording, the Playground's configuration: all of it in here. */
  readonly folder: string;
  readonly cast: Cast;
  /** A second Playground, which is another tenant. */
  readonly customer?: { readonly port: number; readonly cast: Cast };
  /** More for the bot's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Is given what the bot logs at level warn and above, and whatever it prints that is no log line. */
  readonly onTrouble?: (line: string) => void;
  /** Puts a line between the two that can be made bad. */
  readonly line?: boolean;
  /** Stops both when aborted, also while they are being started. */
  readonly signal?: AbortSignal | undefined;
}

export interface Stage {
  readonly playground: Playground;
  /** The customer's, where there are two. */
  readonly customer: Playground | null;
  readonly botUrl: string;
  readonly botLogFile: string;
  /** Between the bot and the Playground, if one was asked for. */
  readonly line: Line | null;
  /** Settles when one of the two has ended without having been told to, with a sentence that says which and why. */
  readonly broken: Promise<string>;
  /** Ends the bot as a power cut would; the Playground goes on. */
  killBot(): Promise<void>;
  /** Starts the bot again on the same database. */
  startBot(): Promise<void>;
  stop(): Promise<void>;
}

/** @throws with a sentence that names the remedy, and leaves nothing running. */
export async function startStage(options: StageOptions): Promise<Stage> {
  await requireFree(options.botPort, 'the bot', 'PORT');
  await requireFree(options.playgroundPort, 'the Playground', 'PLAYGROUND_PORT');
  if (options.customer) await requireFree(options.customer.port, 'the customer’s Playground', 'CUSTOMER_PORT');
  mkdirSync(options.folder, { recursive: true });
  const configFile = join(options.folder, 'playground.client.yml');
  writeCast(configFile, options.cast);
  const botLogFile = join(options.folder, 'bot.log');
  const log = createWriteStream(botLogFile, { flags: 'a' });
  const botUrl = `http://127.0.0.1:${options.botPort}`;
  const line = options.line ? await startLine({ botUrl, connectorUrl: connectorUrl(options.playgroundPort) }) : null;

  let botProcess: Child | undefined;
  let playground: Playground | undefined;
  let customer: Playground | null = null;
  let expected = false;
  let break_: (reason: string) => void = () => undefined;
  const broken = new Promise<string>((resolve) => {
    break_ = resolve;
  });
  const report = (name: string, ending: Ending, told: () => boolean, lines: string) => {
    if (!expected && !told()) break_(`${name} ${describeEnding(ending)}.${lines}`);
  };

  // Trouble was told as it came, if anybody listened.
  const unseen = (child: Child) => (options.onTrouble ? '' : `\n${child.lastLines()}`);

  const startBot = async () => {
    const child = startChild({
      name: 'The bot',
      program: bot,
      args: ['--playground'],
      env: botEnvironment(options, line),
      patienceMs: 12_000, // it promises to finish what it holds within 10 s
      onLine: (line) => takeLogLine(line, log, options.onTrouble),
      signal: options.signal,
    });
    botProcess = child;
    void child.ended.then((ending) => report('The bot', ending, () => botProcess !== child, unseen(child)));
    if (await waitUntil(child, () => answers(`${botUrl}/readyz`), 300, 100)) return;
    botProcess = undefined;
    await child.stop();
    throw new Error(`The bot ${describeEnding(await child.ended)} before it was ready. All it said is in ${botLogFile}.${unseen(child)}`);
  };
  const killBot = async () => {
    const child = botProcess;
    botProcess = undefined;
    if (!child) return;
    process.kill(child.pid, 'SIGKILL');
    await child.ended;
  };
  const stop = async () => {
    expected = true;
    await botProcess?.stop(); // first: it may still have something to send
    await playground?.stop();
    await customer?.stop();
    await line?.close();
    await new Promise((resolve) => log.end(resolve));
  };

  const startCustomer = async (): Promise<Playground | null> => {
    if (!options.customer) return null;
    const { port, cast } = options.customer;
    const folder = join(options.folder, 'customer');
    mkdirSync(folder, { recursive: true });
    const configFile = join(folder, 'playground.client.yml');
    writeCast(configFile, cast);
    return await startPlayground({ botUrl: `${botUrl}/api/messages`, port, configFile, folder, signal: options.signal });
  };

  const started = await Promise.allSettled([
    startBot(),
    startPlayground({
      botUrl: `${line?.botUrl ?? botUrl}/api/messages`,
      port: options.playgroundPort,
      configFile,
      folder: options.folder,
      signal: options.signal,
    }),
    startCustomer(),
  ]);
  if (started[1].status === 'fulfilled') playground = started[1].value;
  if (started[2].status === 'fulfilled') customer = started[2].value;
  const failed = started.find((one) => one.status === 'rejected');
  if (failed || !playground) {
    await stop();
    throw failed?.reason;
  }
  void playground.ended.then((ending) => report('The Playground', ending, () => false, ''));
  void customer?.ended.then((ending) => report('The customer’s Playground', ending, () => false, ''));
  return { playground, customer, botUrl, botLogFile, line, broken, killBot, startBot, stop };
}

function botEnvironment({ botPort, playgroundPort, folder, env }: StageOptions, line: Line | null): NodeJS.ProcessEnv {
  return {
    PORT: String(botPort),
    SERVICE_URL: line?.connectorUrl ?? connectorUrl(playgroundPort),
    DATABASE_FILE: join(folder, 'outage-desk.db'),
    ...env,
  };
}

async function requireFree(port: number, whose: string, variable: string): Promise<void> {
  if (await isFree(port)) return;
  throw new Error(
    `Port ${port}, meant for ${whose}, is taken. End what uses it (is a playground still running?), or choose another: ${variable}=${port + 1} npm run playground`,
  );
}

/** pino writes one JSON object a line; 40 is its level "warn". What is no JSON is a crash or a refusal to start. */
function takeLogLine(line: string, file: WriteStream, onTrouble?: (line: string) => void): void {
  file.write(`${line}\n`);
  if (!onTrouble || !line.trim()) return;
  const entry = parseJson(line);
  if (!entry) onTrouble(line);
  else if (Number(entry.level) >= 40) onTrouble(String(entry.msg ?? line));
}

function parseJson(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
