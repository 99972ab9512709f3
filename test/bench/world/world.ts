/** What a measure works with: bots, peers and databases, each a process of its own, stopped when the measure is done. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { within } from '../../crash/wait-within.ts';
import { type Connector, type ConnectorOptions, startConnector } from './connector.ts';
import { type Database, type DatabaseName, sqliteIn, startPostgresServer } from './databases.ts';
import { createSender, several, upTo } from './load.ts';
import { type PeerName, programOf } from './peers.ts';
import { CUSTOMERS, customer, deskText, typed } from './people.ts';
import { type Program, startProgram } from './program.ts';
import { type SignIn, startLocalSignIn } from './sign-in.ts';

/** A program that answers Teams, with the connector that it sends its messages to. */
type Answering = Program & {
  readonly connector: Connector;
  /** By which Teams names the connector in what it sends. */
  readonly serviceUrl: string;
  /** Posts an activity as Teams would, no faster than the bot takes them of a tenant; gives the body of the answer. */
  post(body: object): Promise<string>;
  /** The same at once. */
  postNow(body: object): Promise<string>;
};
export type Bot = Answering & { readonly database: Database };
export type Peer = Answering & {
  /** So many turns, each answered by one message; a few at a time. */
  turns(count: number): Promise<void>;
};

export type World = {
  /** Whether this is a quick run, in which fewer and shorter rounds have to do. */
  readonly quick: boolean;
  /** A folder on disk that is removed at the end. */
  readonly folder: string;
  startDatabase(name: DatabaseName, options?: { readonly counted?: boolean }): Promise<Database>;
  /** The bot by src/main.ts; not warmed up. Several may share a database. */
  startBot(database: Database, options?: BotOptions): Promise<Bot>;
  /** A peer, warmed up. */
  startPeer(name: PeerName, options?: { readonly tokens?: boolean }): Promise<Peer>;
  /** Stops what has been started. */
  stop(): Promise<void>;
};
/** `tokens`: authentication as in earnest. `connector`: one that another bot has. `env`: further settings. */
export type BotOptions = ConnectorOptions & {
  readonly tokens?: boolean;
  readonly connector?: Connector;
  readonly env?: Readonly<Record<string, string>>;
};

/** Until the code of a peer is compiled. */
const WARM_UP_TURNS = 800;
const READY_LIMIT_MS = 90_000;
const QUICK_WARM_UP_TURNS = 400;

export function createWorld({ quick }: { readonly quick: boolean }): World {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-bench-'));
  const stops: (() => Promise<unknown>)[] = [];
  const deskFile = path.join(folder, 'desk.yaml');
  writeFileSync(deskFile, deskText());
  let files = 0;
  let signIn: Promise<SignIn> | null = null;

  return { quick, folder, startDatabase, startBot, startPeer, stop };

  async function owned<Started extends { stop(): Promise<unknown> }>(starting: Promise<Started>): Promise<Started> {
    const started = await starting;
    stops.push(() => started.stop());
    return started;
  }

  async function startDatabase(name: DatabaseName, options: { readonly counted?: boolean } = {}): Promise<Database> {
    files += 1;
    return name === 'sqlite' ? sqliteIn(folder, `desk-${files}.sqlite`) : await owned(startPostgresServer(options));
  }

  async function startBot(database: Database, { tokens = false, connector: given, env = {}, ...limits }: BotOptions = {}): Promise<Bot> {
    const connector = given ?? (await owned(startConnector(limits)));
    const name = `bot on ${database.name}`;
    const own = tokens ? {} : { SERVICE_URL: connector.serviceUrl };
    const answering = await answer(connector, tokens, {
      name,
      program: 'src/main.ts',
      args: tokens ? [] : ['--playground'],
      env: { HOST: '127.0.0.1', LOG_LEVEL: 'info', DESK_FILE: deskFile, ...own, ...database.environment, ...env },
      portIn: portInLog,
    });
    // It listens before its tables are there.
    await within(READY_LIMIT_MS, `${name} is not ready`, async () => (await fetch(`${answering.url}/readyz`)).ok);
    return { ...answering, database };
  }

  async function startPeer(name: PeerName, { tokens = false } = {}): Promise<Peer> {
    const connector = await owned(startConnector());
    const peer = await answer(connector, tokens, { name, program: programOf(name), env: {}, portIn: portInLine });
    let said = 0;
    const turns = (count: number) =>
      several(upTo(count), () => {
        said += 1;
        return peer.post(typed(customer(said % CUSTOMERS), peer.serviceUrl, `Hello ${said}`));
      });
    const first = quick ? QUICK_WARM_UP_TURNS : WARM_UP_TURNS;
    await turns(first);
    if (connector.accepted() !== first) throw new Error(`${name} sent ${connector.accepted()} messages in ${first} turns`);
    return { ...peer, turns };
  }

  async function answer(
    connector: Connector,
    tokens: boolean,
    { env, ...program }: Omit<Parameters<typeof startProgram>[0], 'imports'>,
  ): Promise<Answering> {
    if (tokens) signIn ??= owned(startLocalSignIn());
    const signedIn = tokens ? await signIn : null;
    const started = await owned(
      startProgram({
        ...program,
        imports: signedIn?.imports ?? [],
        env: { PORT: '0', ...env, ...signedIn?.environment(connector) },
      }),
    );
    const token = () => signedIn?.token();
    const serviceUrl = signedIn?.serviceUrl ?? connector.serviceUrl;
    return { ...started, connector, serviceUrl, ...createSender(started.url, token) };
  }

  async function stop(): Promise<void> {
    for (const stopOne of stops.splice(0).toReversed()) await stopOne();
    rmSync(folder, { recursive: true, force: true });
  }
}

const portInLine = (line: string): number | null => Number(/^listening on (\d+)$/.exec(line)?.[1] ?? 0) || null;

function portInLog(line: string): number | null {
  if (!line.includes('"listening"')) return null;
  return (JSON.parse(line) as { port?: number }).port ?? null;
}
