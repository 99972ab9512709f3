/** The real program in its own process, on an SQLite file of its own, with a desk file that leads to the services of the story. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentSchema, SECRETS } from '../../src/config.ts';
import { within } from '../crash/wait-within.ts';
import { type Child, startChild } from '../playground/child.ts';
import { API_SECRETS } from '../support/bot/api-client.ts';
import { SECRET } from '../support/outward/receiver.ts';
import { ACCOUNT, FROM, PAGER_ENVIRONMENT, PUBLIC_URL } from '../support/pagers/fake-pagers.ts';
import type { Services } from './services.ts';

const START_LIMIT_MS = 45_000;
const PHONE = '+4520123456';
/** Five minutes to acknowledge, so that no breach comes meanwhile; the last call after seconds. */
const PROMISE = `
promise:
  acknowledgeWithinMinutes: 5
  ladder: [{ afterMinutes: 0.1, kind: last-call, levels: [primary], direct: true }]

`;

const deskText = ({ pagerDuty, twilio, webhook }: Services['urls']): string =>
  readFileSync('env/playground.desk.yaml', 'utf8')
    .replace(/\npromise:[\s\S]*?\n\n/, PROMISE)
    .replace(/\nfollowers:[\s\S]*?\n\n/, '\n')
    .replace('name: Priya Nair }', `name: Priya Nair, phone: "${PHONE}" }`)
    .concat(`
pagers:
  ops: { type: pagerduty, routingKey: PD_KEY, address: "${pagerDuty}", allowPrivate: true }
  phones: { type: twilio, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}", address: "${twilio}", allowPrivate: true }
webhooks:
  tickets: { address: "${webhook}", secret: WEBHOOK_SECRET, allowPrivate: true }
clients:
  - { id: monitor, name: Contoso Monitoring, kind: standard, secret: MONITOR_SECRET, token: MONITOR_TOKEN, projects: [contoso-erp] }
`);

/** Nothing that is set for a bot of this machine counts here. */
const UNSET = Object.fromEntries(
  [...Object.keys(environmentSchema.shape), ...SECRETS.map((name) => `${name}_FILE`)].map((name) => [name, '']),
);

/** Throws with what it printed when it does not start. `folder`: for its files. */
export async function startBot(folder: string, { urls, teams }: Services): Promise<{ readonly url: string; readonly child: Child }> {
  const deskFile = path.join(folder, 'desk.yaml');
  writeFileSync(deskFile, deskText(urls));
  let port: number | undefined;
  let ready = false;
  const child = startChild({
    name: 'the bot',
    program: 'src/main.ts',
    args: ['--playground'],
    patienceMs: 12_000,
    env: {
      ...UNSET,
      PORT: '0',
      DATABASE_FILE: path.join(folder, 'desk.sqlite'),
      DESK_FILE: deskFile,
      SERVICE_URL: teams.serviceUrl,
      PUBLIC_URL,
      ...PAGER_ENVIRONMENT,
      ...API_SECRETS,
      WEBHOOK_SECRET: SECRET,
    },
    onLine(line) {
      if (!line.startsWith('{')) return;
      const entry = JSON.parse(line) as { msg?: string; port?: number };
      if (entry.msg === 'listening') port = entry.port;
      ready ||= entry.msg === 'the store is ready';
    },
  });
  await within(START_LIMIT_MS, 'the bot does not start', () => (port !== undefined && ready) || child.ending() !== undefined);
  if (child.ending()) throw new Error(`the bot did not start:\n${child.lastLines()}`);
  return { url: `http://127.0.0.1:${port}`, child };
}
