/**
 * `npm run story`: one outage over HTTP, from a monitor's POST to a phone call, a key, the acknowledgement in Teams, the resolution and
 * the end of the page at PagerDuty. The bot is the real program; the other systems play on this machine and check what they get.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { heldWithin } from '../crash/wait-within.ts';
import { bearer, REPORT, signed } from '../support/bot/api-client.ts';
import { createUsers, PLACES, thread } from '../support/bot/users.ts';
import { type Callback, PUBLIC_URL, post, spokenIn } from '../support/pagers/fake-pagers.ts';
import { startBot } from './bot.ts';
import { startServices } from './services.ts';
import { createTranscript, type Step } from './transcript.ts';

/** For all that follows from one thing that somebody does. */
const LIMIT_MS = 30_000;
const EVENTS = ['outage.reported', 'outage.escalated', 'outage.acknowledged', 'outage.resolved'];
const say = (line: string) => void process.stdout.write(`${line}\n`);

const transcript = createTranscript(() => performance.now(), say);
const { tell, complain } = transcript;
const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-story-'));
const services = await startServices(transcript);
const { teams, pagers, receiver } = services;
let bot: Awaited<ReturnType<typeof startBot>> | undefined;

async function clean() {
  await bot?.child.stop();
  await services.stop();
}
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void clean().then(() => process.exit(130)));

try {
  say(`One outage, from a monitor's report to its end. The bot is the real program on SQLite, without the sign-in of Teams. Teams,
PagerDuty, Twilio, a webhook, the monitor and Priya, who is on call, are played on this machine. The last call is due 6 seconds after
the report. The bot's address outside is ${PUBLIC_URL}. Each line: seconds after the report, who to whom, and what.
`);
  bot = await startBot(folder, services);
  await play(bot.url);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
}
for (const one of [...pagers.wrong, ...receiver.wrong]) complain(one);
if (pagers.calls.length > 1 || pagers.incidents.size > 1) complain(`${pagers.calls.length} calls, and ${pagers.incidents.size} alerts`);
if (String(receiver.types()) !== String(EVENTS)) complain(`the webhook heard ${receiver.types().join(', ')}`);
const code = transcript.end();
if (code !== 0 && bot) say(`The last lines of the bot:\n${bot.child.lastLines()}`);
await clean();
process.exit(code);

async function play(url: string): Promise<void> {
  const users = createUsers({ teams, url: () => url });
  const number = await monitorReports(url);
  await came('created', 'thread', 'hears-reported');
  await came('last-call', 'direct', 'triggered', 'called', 'hears-escalated');
  await priyaPressesOne(url);
  await came('acknowledged', 'pagerduty-acknowledged', 'hears-acknowledged', 'shows-call');

  const root = teams.messages.find(({ conversationId, summary }) => conversationId.startsWith(PLACES.desk) && summary.startsWith(number));
  const timeline = await users.says('priya', 'timeline', thread(root));
  const line = timeline?.text.split('\n').find((one) => one.includes('by phone'));
  if (line) tell('by-phone', 'bot to Priya, in Teams', `the timeline: ${line}`);
  const form = await users.presses('priya', 'Resolve', root);
  tell('resolves', 'Priya to bot, in Teams', 'presses Resolve and writes "A lock on the session table. Removed."');
  await users.presses('priya', 'Resolve', form, { text: 'A lock on the session table. Removed.' }, thread(root));
  await came('resolved', 'pagerduty-resolved', 'hears-resolved');

  const response = await fetch(`${url}/api/outages/${number}`, { headers: bearer('monitor') });
  const { state } = (await response.json()) as { state?: string };
  if (state === 'resolved') tell('asked', 'monitor to bot', `GET /api/outages/${number}: ${state}`);
}

/** Gives the number of the outage. */
async function monitorReports(url: string): Promise<string> {
  const body = JSON.stringify(REPORT);
  const headers = signed('monitor', body, Date.now());
  tell('posted', 'monitor to bot', `POST /api/reports, signed: "${REPORT.title}"`);
  const response = await fetch(`${url}/api/reports?client=monitor`, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`the report got ${response.status}: ${text}`);
  const { result, outage } = JSON.parse(text) as { result: string; outage: { number: string } };
  tell('created', 'bot to monitor', `${response.status} ${result}: ${outage.number}`);
  return outage.number;
}

async function priyaPressesOne(url: string): Promise<void> {
  const [call] = pagers.calls;
  tell('rings', "Twilio to Priya's phone", `"${pagers.heard(call).split(' I repeat.')[0]}"`);
  const key = pagers.press(call);
  tell('pressed', 'Twilio to bot', `Priya has pressed 1: POST ${pathOf(key)}, Digits=1, signed`);
  const answer = await post(key, url);
  if (answer.status !== 200) throw new Error(`the key got ${answer.status}`);
  tell('thanked', 'bot to Twilio', `"${spokenIn(answer.text)}"`);
  const end = pagers.ends(call, 'completed');
  const { status } = await post(end, url);
  if (status !== 204) throw new Error(`the end of the call got ${status}`);
  tell('ended', 'Twilio to bot', `the call has ended: POST ${pathOf(end)}, signed`);
}

/** Without the id of the outage, which says nothing to a reader. */
function pathOf({ url }: Callback): string {
  return new URL(url).pathname.replace(/[\w-]{20,}/, '...');
}

/** Throws when these do not all come in time: what follows would not come either. */
async function came(...steps: readonly Step[]): Promise<void> {
  const hasEnded = () => bot?.child.ending() !== undefined;
  const isThere = await heldWithin(LIMIT_MS, () => transcript.has(...steps) || hasEnded());
  if (hasEnded()) throw new Error('the bot ended by itself');
  if (!isThere) throw new Error(`nothing more came in ${LIMIT_MS / 1_000} seconds`);
}
