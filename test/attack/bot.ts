/** The bot that is attacked: the real program in its own process, on its own SQLite file, with a fake Microsoft on this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { within } from '../crash/wait-within.ts';
import { crowdLines } from '../support/bot/crowd.ts';
import { TENANT } from '../support/bot/users.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { ACCOUNT, AUTH_TOKEN, FROM } from '../support/pagers/fake-pagers.ts';
import { CLIENT_SECRETS, CLIENTS } from './api.ts';
import { PHONE } from './callbacks.ts';
import { CERTIFICATE_KEY } from './certificates.ts';
import { PUBLIC_URL } from './files.ts';
import { APP_ID, SECRET } from './microsoft.ts';
import { WITHOUT_ROLE } from './presses.ts';
import { WEBHOOK_SECRETS } from './webhooks.ts';

const LISTEN_LIMIT_MS = 60_000;
const here = (file: string) => new URL(file, import.meta.url).href;

export type LogEntry = { readonly level: number; readonly msg: string } & Record<string, unknown>;
export type Memory = { readonly rss: number; readonly held: number };
export type Attacked = {
  readonly url: string;
  readonly file: string;
  readonly log: readonly LogEntry[];
  /** All lines that it printed, to search for secrets. */
  readonly printed: readonly string[];
  /** Hosts other than Microsoft's that it tried to connect to. */
  readonly strange: readonly string[];
  /** How it ended; null while it runs. */
  ending(): string | null;
  /** Memory after a garbage collection. */
  measure(): Promise<Memory>;
  stop(): Promise<void>;
};

/** `tenants`: of another customer, beside the desk's own. */
export async function startAttacked(parts: {
  folder: string;
  ports: Record<string, number>;
  tenants: readonly string[];
  /** Of the desk file. */
  webhooks: string;
}): Promise<Attacked> {
  const { folder, ports, tenants, webhooks } = parts;
  const file = path.join(folder, 'desk.sqlite');
  const deskFile = path.join(folder, 'desk.yaml');
  // So that no ping interferes, however busy the machine is.
  const promise = '\npromise:\n  acknowledgeWithinMinutes: 600\n\n';
  const playground = readFileSync('env/playground.desk.yaml', 'utf8').replace(/\npromise:[\s\S]*?\n\n/, promise);
  // Another customer, in all these tenants, whose members have the object ids of people of the desk and of the first customer.
  const another = `  - id: dock
    name: Dock
    tenant: [${tenants.join(', ')}]
    members: [maya, jonas, priya, aiko]
    environments:
      - { id: pier, name: Pier, kind: production }
`;
  const phones = `pagers:\n  phones: { type: twilio, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}" }\n`;
  const text = playground
    .replace(/^people:\n/m, `${phones}people:\n${crowdLines(WITHOUT_ROLE)}`)
    .replace('name: Priya Nair }', `name: Priya Nair, phone: "${PHONE}" }`)
    .replace(/^followers:/m, `${another}followers:`);
  writeFileSync(deskFile, `${text}\n${webhooks}${CLIENTS}`);
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', here('../playground/leash.ts'), '--import', here('./local-microsoft.ts'), 'src/main.ts'],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...childEnvironment(),
        PORT: '0',
        HOST: '127.0.0.1',
        DATABASE_FILE: file,
        DESK_FILE: deskFile,
        PUBLIC_URL,
        CERTIFICATE_KEY,
        TWILIO_TOKEN: AUTH_TOKEN,
        MicrosoftAppId: APP_ID,
        MicrosoftAppPassword: SECRET,
        MicrosoftAppTenantId: TENANT,
        ...WEBHOOK_SECRETS,
        LOCAL_MICROSOFT: JSON.stringify(ports),
        ...CLIENT_SECRETS,
      },
    },
  );
  const log: LogEntry[] = [];
  const printed: string[] = [];
  const strange: string[] = [];
  let ending: string | null = null;
  let memory: Memory | null = null;
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) throw new Error('the bot has no output');
    createInterface({ input: stream }).on('line', (line) => {
      printed.push(line);
      if (line.startsWith('{"level"')) log.push(JSON.parse(line) as LogEntry);
    });
  }
  child.on('message', (message: { strange?: string; memory?: Memory }) => {
    if (message.strange) strange.push(message.strange);
    if (message.memory) memory = message.memory;
  });
  const ended = once(child, 'close').then(([code, signal]) => {
    ending = `ended with ${signal ?? code}: ${printed.slice(-5).join('\n')}`;
  });
  const port = () => log.find(({ msg }) => msg === 'listening')?.port;
  await within(LISTEN_LIMIT_MS, 'the bot does not start', () => {
    if (ending) throw new Error(ending);
    return port() !== undefined && log.some(({ msg }) => msg === 'the store is ready');
  }).catch((error) => {
    child.kill('SIGKILL');
    throw new Error(printed.join('\n'), { cause: error });
  });
  return {
    url: `http://127.0.0.1:${port()}`,
    file,
    log,
    printed,
    strange,
    ending: () => ending,
    async measure() {
      memory = null;
      child.send('measure');
      await within(30_000, 'the bot does not report its memory', () => memory !== null);
      return memory as unknown as Memory;
    },
    async stop() {
      child.kill('SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 12_000).unref())]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}
