/** One database, its bots, the connector and the crowd: killed around, left in peace, and asked what became of it all. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChild } from '../playground/child.ts';
import { createRandom } from '../simulation/random.ts';
import { API_SECRETS } from '../support/bot/api-client.ts';
import { personalIn } from '../support/log/leak-check.ts';
import { SECRET, startReceiver } from '../support/outward/receiver.ts';
import { PAGER_ENVIRONMENT, PUBLIC_URL } from '../support/pagers/fake-pagers.ts';
import { FRIENDLY, mannersOf } from '../support/teams/quirks/manners.ts';
import { writeLimits } from '../support/teams/teams-limits.ts';
import { createBot } from './bots.ts';
import { createCrowds, type Gathering } from './crowds.ts';
import type { Database } from './databases.ts';
import { deskText } from './desk-file.ts';
import { CUSTOMERS, createCardReader, customerLoop, type Scene, type Told, work } from './people.ts';
import { answerPhones, monitorLoop, type Paged, type Posted, startPagers } from './programs.ts';
import { createKilling, type Downtime } from './random-kills.ts';
import { createReceivedMessages, type Line, type ReceivedMessages } from './received-messages.ts';
import { type Rolling, rollBots } from './rolling.ts';
import { createUserRequests, type UserRequests } from './user-requests.ts';
import { heldWithin, within } from './wait-within.ts';

export type Ran = {
  readonly received: ReceivedMessages;
  /** The ids of the events that the webhook took, in the order in which they first came. */
  readonly webhook: readonly string[];
  readonly paged: readonly Paged[];
  /** What the monitor sent. */
  readonly posted: readonly Posted[];
  readonly told: readonly Told[];
  readonly gatherings: readonly Gathering[];
  readonly downtimes: readonly Downtime[];
  /** When the last thing that was killed was there again and the connector was healed. */
  readonly calmAt: number;
  readonly endedAt: number;
  /** What should not have been, and is no matter of the record. */
  readonly complaints: readonly string[];
  readonly counts: UserRequests['counts'];
  /** Bots were replaced one after the other, and nothing was killed: how often. null: things were killed. */
  readonly replaced: number | null;
};
export type Options = {
  readonly seed: string;
  readonly kills: number;
  /** In the place of kills: nothing goes wrong, but bots are replaced by those of another release. */
  readonly rolling: Rolling | null;
  readonly folder: string;
  readonly database: Database;
  readonly limits: Parameters<typeof writeLimits>[0];
  readonly say: (text: string) => void;
  /** Hands over what has to be stopped, also when this run is broken off. */
  readonly owns: (stop: () => Promise<unknown>) => void;
};

/** At most, for each kill; fewer kills than asked for are a complaint. On a busy machine a bot takes ten seconds to start. */
const KILLING_LIMIT_MS = 15_000;
const LEAST_KILLING_LIMIT_MS = 130_000;
const PEOPLE_LIMIT_MS = 90_000;
const DRAIN_LIMIT_MS = 240_000;
/** How many outages nobody looks at before the faults have ended. */
const QUIET_CHANCE = 0.2;
/** A rolling upgrade takes minutes, in which edits have to keep half of what the desk's channel takes in an hour for more urgent ones. */
const ROLLING_SLOWER = 4;
/** Then nobody looks at those for so long, past the breach of their promise. */
const ROLLING_QUIET_MS = 45_000;
/** A crowd for so many kills, one of which comes amid the crowd. A card offers three outages to join, so there are no more crowds. */
const KILLS_A_CROWD = 15;
const MOST_CROWDS = 3;
/** How often the webhook answers strangely while things are killed: seldom, because the pauses after it grow to minutes. */
const STRANGE = 0.05;
const STRANGELY = ['takes-then-resets', 'resets', 'slow', 'huge'] as const;
/** Until the ladder of those has been told in peace. */
const PEACE_MS = 16_000;

export async function runWorld({ seed, kills, rolling, folder, database, limits, say, owns }: Options): Promise<Ran> {
  const random = createRandom(`${database.name}/${seed}`);
  const manners = rolling ? FRIENDLY : mannersOf('crash', `${database.name}/${seed}`);
  say(`${database.name}: Teams and its clients are ${manners.told}`);
  const complaints: string[] = [];
  const printed: string[] = [];
  const received = createReceivedMessages();
  const connector = startConnector();
  await within(20_000, 'the connector does not start', () => connector.serviceUrl() !== '');
  const deskFile = path.join(folder, 'desk.yaml');
  let isStrange = !rolling;
  const strange = random.fork('webhook');
  const webhook = await startReceiver(Date.now, () => (isStrange && strange.chance(STRANGE) ? strange.pick(STRANGELY) : null));
  owns(async () => webhook.stop());
  const pagers = await startPagers(random.fork('pagers'), () => isStrange);
  owns(async () => pagers.stop());
  writeFileSync(deskFile, deskText({ webhook: webhook.url, ...pagers.urls }));
  const secrets = { WEBHOOK_SECRET: SECRET, ...PAGER_ENVIRONMENT, ...API_SECRETS };
  const environment = { ...database.environment, ...secrets, PUBLIC_URL, DESK_FILE: deskFile, SERVICE_URL: connector.serviceUrl() };
  const bots = ['bot A', 'bot B'].map((name) =>
    createBot({ name, environment, onOwnEnd: (why) => complaints.push(why), onLine: (line) => void printed.push(line) }),
  );
  owns(() => Promise.all(bots.map((bot) => bot.kill())));
  await Promise.all((database.kill ? bots : bots.slice(0, 1)).map((bot) => bot.start(rolling?.before.folder)));
  const beganAt = Date.now();

  const urls = () => bots.flatMap((bot) => bot.url() ?? []);
  const requests = createUserRequests({ received, urls, serviceUrl: connector.serviceUrl(), random: random.fork('requests'), manners });
  owns(async () => requests.end());
  const told: Told[] = [];
  const scene: Scene = { requests, received, random: random.fork('people'), told };
  const newThreads = createCardReader(scene);
  const tryAnother = database.kill ? null : () => isRefused(environment);
  const killing = createKilling({ database, bots, random, tryAnother }, (text) => complaints.push(text));
  const crowds = createCrowds(scene, killing.reserve, (text) => say(`${database.name}: ${text}`));
  const slower = rolling ? ROLLING_SLOWER : 1;
  let reporting = true;
  let looking = true;
  let peace = () => {};
  const inPeace = new Promise<void>((resolve) => {
    peace = resolve;
  });
  const broken = (error: unknown) => void complaints.push(error instanceof Error ? error.message : String(error));
  const customers = Promise.all(CUSTOMERS.map((person) => customerLoop(scene, person, () => reporting, slower).catch(broken)));
  const monitor = monitorLoop({ urls, random: random.fork('monitor') }, () => reporting, slower).catch((error) => {
    broken(error);
    return [];
  });
  const phones = answerPhones(pagers.pagers, told, { urls, random: random.fork('phones') }, () => looking).catch(broken);
  const lives: Promise<void>[] = [];
  const quiet = () => (rolling ? heldWithin(ROLLING_QUIET_MS, () => false) : inPeace);
  const anyMoment = () => (scene.random.chance(QUIET_CHANCE) ? quiet() : heldWithin(scene.random.int(100, 9_000), () => false));
  const lookout = (async () => {
    while (looking) {
      for (const opening of newThreads()) {
        const gathering = crowds.gatherings.find((one) => one.isIts(opening));
        lives.push(work(scene, opening, gathering ?? { moment: anyMoment() }).catch(broken));
      }
      await heldWithin(50, () => false);
    }
  })();

  const planned = rolling ? 0 : Math.min(MOST_CROWDS, Math.ceil(kills / KILLS_A_CROWD));
  const gathered = (async () => {
    for (let count = 0; count < planned; count++) await crowds.gather();
  })().catch(broken);
  const limitMs = Math.max(LEAST_KILLING_LIMIT_MS, kills * KILLING_LIMIT_MS);
  const replaced = rolling && (await rollBots(bots, rolling, random.fork('rolling'), broken, say));
  if (!rolling) await killing.atRandom(kills - planned, Date.now() + limitMs);
  await bounded(gathered, PEOPLE_LIMIT_MS, 'a crowd is not done');
  const { downtimes } = killing;
  if (!rolling && downtimes.length < kills) complaints.push(`${downtimes.length} kills, not ${kills}, in ${limitMs} ms`);
  connector.heal();
  isStrange = false;
  const calmAt = rolling ? beganAt : Date.now();
  const peaceAt = Date.now();
  say(`${database.name}: ${replaced === null ? `${downtimes.length} kills` : `${replaced} bots replaced`}; peace from now on`);
  reporting = false;
  await bounded(customers, PEOPLE_LIMIT_MS, 'the customers are not done');
  await bounded(monitor, PEOPLE_LIMIT_MS, 'the monitor is not done');
  await within(DRAIN_LIMIT_MS, 'a stored outage has no thread', async () => {
    const [row] = await database.rows("select count(*) as n from delivery where kind = 'opening' and place = 'desk' and state = 'waiting'");
    return Number(row?.n) === 0;
  }).catch(broken);
  await heldWithin(PEACE_MS - (Date.now() - peaceAt), () => false);
  peace();
  looking = false;
  await lookout;
  await bounded(phones, PEOPLE_LIMIT_MS, 'a phone rings still');
  await bounded(Promise.all(lives), PEOPLE_LIMIT_MS, 'the engineers are not done');
  await within(DRAIN_LIMIT_MS, 'something still waits', drained).catch(broken);
  const endedAt = Date.now();
  for (const bot of bots) {
    const ending = await bot.stop();
    if (ending !== 'ended with code 0' && ending !== 'was not running') complaints.push(`${bot.name}, told to stop, ${ending}`);
  }
  await connector.stop();
  complaints.push(...personalIn(printed).slice(0, 20), ...webhook.wrong, ...pagers.pagers.wrong);
  return {
    webhook: [...webhook.taken.keys()],
    paged: pagers.paged,
    posted: await monitor,
    received,
    told,
    gatherings: crowds.gatherings,
    downtimes,
    calmAt,
    endedAt,
    complaints,
    counts: requests.counts,
    replaced,
  };

  /** Nothing waits that could go out, but for edits that rest, and nothing is due that was not done. */
  async function drained(): Promise<boolean> {
    const waiting = await database.rows(
      `select 1 from delivery d where state = 'waiting'
       and not (error is null and ((kind = 'settled' and attempts = 0) or (kind = 'state' and due_at > ${Date.now()})))
       and not exists (select 1 from delivery a where a.key = d.after_key and a.state = 'failed') limit 1`,
    );
    const due = await database.rows(`select 1 from deadline where due_at <= ${Date.now()} limit 1`);
    return waiting.length + due.length === 0;
  }

  async function bounded(work: Promise<unknown>, limitMs: number, complaint: string): Promise<void> {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    await within(limitMs, complaint, () => done).catch(broken);
  }

  function startConnector() {
    let serviceUrl = '';
    const child = startChild({
      name: 'connector',
      program: 'test/crash/connector.ts',
      args: ['--seed', `${database.name}/${seed}`, '--limits', writeLimits(limits), ...(rolling ? ['--calm'] : [])],
      onLine(text) {
        if (!text.startsWith('{')) return say(`connector: ${text}`);
        const line = JSON.parse(text) as Line;
        if ('serviceUrl' in line) serviceUrl = line.serviceUrl;
        else received.keep(line.remembered);
      },
    });
    owns(() => child.stop());
    return { serviceUrl: () => serviceUrl, heal: () => void process.kill(child.pid, 'SIGUSR2'), stop: () => child.stop() };
  }

  async function isRefused(env: Record<string, string>): Promise<string | null> {
    const second = startChild({
      name: 'a second bot',
      program: 'src/main.ts',
      args: ['--playground'],
      env: { PORT: '0', DATABASE_URL: '', ...env },
    });
    await heldWithin(20_000, () => second.ending() !== undefined);
    const refused = second.ending()?.code === 1 && second.lastLines().includes('already uses');
    await second.stop();
    return refused ? null : `a second bot on one file was not refused: ${second.lastLines()}`;
  }
}
