/**
 * `npm run attack`: attacks the real bot with real authentication over HTTP: by strangers, forged tokens, broken requests,
 * and by people who may use it and type hostile text. --short  --fuzz N (20000)  --forged N (100000)  --seed N (1)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { heldWithin, within } from '../crash/wait-within.ts';
import { readArguments, wholeNumber } from '../support/arguments.ts';
import { ANSWERS, chat, createUsers, fillReport, offers, type PersonKey, PLACES, type Shown, show, TENANT } from '../support/bot/users.ts';
import { MARKER } from '../support/cards/hostile-text.ts';
import { heard, personalIn } from '../support/log/leak-check.ts';
import type { SentMessage } from '../support/teams/fake-graph.ts';
import { startFakeTeams } from '../support/teams/fake-teams.ts';
import { mannersOf } from '../support/teams/quirks/manners.ts';
import type { Quirk } from '../support/teams/quirks/switches.ts';
import { attackerOf, CLIENT_SECRETS } from './api.ts';
import { type Attacked, type LogEntry, startAttacked } from './bot.ts';
import { guessedCalendars } from './calendars.ts';
import { forgedCallbacks } from './callbacks.ts';
import { forgedCertificates } from './certificates.ts';
import { forgedAddresses, judgeFetched, pictureAtDesk, strangeFiles } from './files.ts';
import { fuzzed } from './fuzz.ts';
import { BOT_TOKEN, FORGED, SECRET, SERVICE_URL, startSignIn, tokenFor, trueToken } from './microsoft.ts';
import { shownOf, wrongIn } from './posted.ts';
import { forgedPresses, forgedWords } from './presses.ts';
import { beginInPrivate, beginsBySlash, forgedPrivately, judgePrivate } from './private.ts';
import { type Attack, createTarget, type Target } from './target.ts';
import { judgeWebhooks, NOT_REFUSED, startHostileReceiver, WEBHOOK_SECRETS } from './webhooks.ts';
import { bodies, slowAndBroken, tooLarge } from './wire.ts';
import { hostileStories } from './words.ts';

const USAGE = 'usage: npm run attack -- [--short] [--fuzz N] [--forged N] [--seed N]';
const values = readArguments(USAGE, {
  short: { type: 'boolean', default: false },
  fuzz: { type: 'string' },
  forged: { type: 'string' },
  seed: { type: 'string', default: '1' },
});
const short = values.short === true;
const fuzzCount = wholeNumber('fuzz', values.fuzz ?? (short ? '3000' : '20000'));
const forgedCount = wholeNumber('forged', values.forged ?? (short ? '5000' : '100000'));
const seed = wholeNumber('seed', values.seed);
/** What a strange Teams refuses or does not answer is sent again within this time. */
const SENT_LIMIT_MS = 120_000;
/** Somebody who gets no answer to "/outage" types it again. */
const ANSWER_LIMIT_MS = 3_000;
const MOST_ASKED = 10;
const GO_ON = 'Continue';
/** Thousands of forged tokens must not become thousands of log lines. */
const MOST_LINES = 50;
const MEGABYTE = 1024 * 1024;
const MOST_GROWN_BYTES = 50 * MEGABYTE;
/** Of what is in use, after garbage was collected. */
const MOST_HELD_BYTES = 20 * MEGABYTE;
const OTHER_TENANTS = Array.from({ length: 9 }, (_none, index) => `0f0f0f0f-0000-4000-8000-00000000000${index}`);
const UNLISTED = 'eeeeeeee-0000-4000-8000-000000000000';
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The quirks by which an answer to somebody may be lost. */
const LOSE_ANSWERS = [
  'proxy answers 200 with a page',
  'proxy answers 200 with {}',
  'proxy answers 200 without body',
  'reset of a reused connection',
] as const satisfies readonly Quirk[];

const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-attack-'));
const signIn = await startSignIn();
const manners = mannersOf('attack', String(seed));
say(`Teams and its clients are ${manners.told}`);
const receiver = await startHostileReceiver();
const fake = await startFakeTeams(Date.now, {}, manners);
const teams = { ...fake, serviceUrl: SERVICE_URL };
let bot: Attacked | undefined;
let code = 1;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void clean().then(() => process.exit(130)));

async function clean() {
  await bot?.stop();
  await fake.stop();
  signIn.stop();
  receiver.stop();
  rmSync(folder, { recursive: true, force: true });
}

try {
  code = await attack();
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await clean();
}
process.exit(code);

async function attack(): Promise<number> {
  const teamsPort = Number(new URL(fake.serviceUrl).port);
  const ports = {
    'login.botframework.com': signIn.port,
    'login.microsoftonline.com': signIn.port,
    'graph.microsoft.com': signIn.port,
    'smba.trafficmanager.net': teamsPort,
    localhost: receiver.port,
  };
  bot = await startAttacked({ folder, ports, tenants: OTHER_TENANTS, webhooks: receiver.lines });
  const { url, file, printed, measure } = bot;
  const target = createTarget(url, trueToken);
  const users = createUsers({ teams, url: () => url, send: target.send });
  const posted = () => fake.received.length;
  const activity = (more: object = {}) => users.activity('maya', chat('maya'), { type: 'message', text: 'help', ...more });

  function stored<Result>(read: (store: DatabaseSync) => Result): Result {
    const store = new DatabaseSync(file, { readOnly: true });
    try {
      return read(store);
    } finally {
      store.close();
    }
  }
  /** All stored events, on-call changes and planned maintenance, as one text. */
  const record = (): string =>
    stored((store) => {
      const events = store.prepare('select outage_id, seq, type, data from outage_event order by outage_id, seq').all();
      const tables = ['on_call_override', 'maintenance'].map((table) => store.prepare(`select * from ${table}`).all());
      return JSON.stringify([events, ...tables]);
    });
  const draftOf = (nonce: string): string =>
    stored((store) => JSON.stringify(store.prepare('select data from draft where nonce = ?').all(nonce)));
  /** Waits until nothing is left that the bot would send by itself. */
  const drained = () =>
    within(SENT_LIMIT_MS, 'the bot still has something to send', () =>
      stored((store) => store.prepare(`select 1 from delivery where state = 'waiting' and ${NOT_REFUSED} limit 1`).get() === undefined),
    );
  async function phase(name: string, options: { changesNothing: boolean; sendsNothing?: boolean }, run: () => Promise<void>) {
    const [began, attacks, before, sent] = [performance.now(), target.counts.attacks, record(), posted()];
    await run();
    if (bot?.ending()) throw new Error(`the bot ${bot.ending()}`);
    if (options.changesNothing) target.judge(name, record() === before ? null : 'changed what is recorded');
    if (options.sendsNothing) target.judge(name, posted() === sent ? null : `made the bot send ${posted() - sent} requests to Teams`);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    // It collects garbage, so that what V8 has not given back yet does not count as growth.
    const { rss, held } = await measure();
    say(`${name}: ${target.counts.attacks - attacks} attacks in ${seconds} s; memory ${megabytes(rss)} MB, ${megabytes(held)} of it held`);
  }
  const threads = () => fake.messages.filter(({ conversationId }) => conversationId.startsWith(`${PLACES.desk};`));
  const newest = (): SentMessage | undefined => threads().at(-1);
  /** Waits until the desk has more than `before` threads. */
  const settled = (before: number) => within(SENT_LIMIT_MS, 'no thread of the desk was opened', () => threads().length > before);

  /** Types "/outage" until the answer comes. */
  async function firstStep(person: PersonKey): Promise<Shown> {
    const before = fake.messages.length;
    const first = () => {
      const shown = fake.messages.slice(before).map(({ card }) => show(card));
      return shown.find(({ buttons }) => buttons.some(({ title }) => title === ANSWERS.confirmation.press || title === GO_ON));
    };
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      await users.says(person, '/outage');
      await heldWithin(ANSWER_LIMIT_MS, () => first() !== undefined);
      const shown = first();
      if (shown) return offers(shown, GO_ON) ? await users.presses(person, GO_ON, shown) : shown;
    }
    throw new Error('the bot does not answer /outage');
  }

  // The bot has to work, or nothing below proves anything. This also warms it up.
  const review = await fillReport(users, 'maya', await firstStep('maya'));
  const draft = String(review.buttons.find(({ title }) => title === 'Send report')?.data.draft);
  const receipt = await users.presses('maya', 'Send report', review);
  const number = Number(/OUT-(\d+)/.exec(receipt.text)?.[1]);
  await settled(0);
  await drained();
  const opening = newest();
  if (!opening || !number) throw new Error(`the bot does not do its work:\n${printed.slice(-20).join('\n')}`);
  const outage = stored((store) => String(store.prepare('select id from outage').get()?.id));
  const secrets = ['Invoices cannot be posted', '40 trucks wait', '32 12 34 56', 'maya@example.com', `OUT-${number}`];
  const known = { outage, draft, number, secrets, thread: { kind: 'channel', id: opening.conversationId } as const };

  const forged = function* (count: number): Generator<Attack> {
    const kinds = Object.entries(FORGED);
    for (let index = 0; index < count; index++) {
      const [kind, make] = kinds[index % kinds.length] ?? ['', () => null];
      const authorization = make(index);
      const headers: Record<string, string> = authorization === null ? {} : { authorization };
      yield { name: `token: ${kind}`, headers, body: JSON.stringify(activity({ text: '/outage' })), expect: refused };
    }
  };
  const refused: Attack['expect'] = ({ status, body }) =>
    status === 401 && body === '' ? null : `${status} ${JSON.stringify(body.slice(0, 100))}`;
  const wrongOrigins = function* (): Generator<Attack> {
    const cases: readonly (readonly [string, object, string?])[] = [
      ['AseChannel', { channelId: 'AseChannel' }],
      ['the emulator as a channel', { channelId: 'emulator' }],
      ['no channel', { channelId: undefined }],
      ['an empty service address', { serviceUrl: '' }],
      ['an empty service address, as signed', { serviceUrl: '' }, tokenFor('')],
      ['no service address', { serviceUrl: undefined }],
      ['a strange service address', { serviceUrl: 'https://attacker.example/' }],
      ['a strange service address, as signed', { serviceUrl: 'https://attacker.example/' }, tokenFor('https://attacker.example/')],
      [
        'an address that only looks like it',
        { serviceUrl: 'https://smba.trafficmanager.net.attacker.example/' },
        tokenFor('https://smba.trafficmanager.net.attacker.example/'),
      ],
      [
        'an address with a user',
        { serviceUrl: 'https://smba.trafficmanager.net@attacker.example/' },
        tokenFor('https://smba.trafficmanager.net@attacker.example/'),
      ],
      [
        'an address without TLS',
        { serviceUrl: 'http://smba.trafficmanager.net/teams/' },
        tokenFor('http://smba.trafficmanager.net/teams/'),
      ],
      ['no tenant', { conversation: { id: 'a:x', conversationType: 'personal' }, channelData: {} }],
    ];
    for (const [name, more, token] of cases)
      yield {
        name: `origin: ${name}`,
        headers: { authorization: token ?? trueToken() },
        body: JSON.stringify(activity(more)),
        expect: refused,
      };
  };

  /** Of one person: everything but the first message is in vain. */
  const ofUnlisted = function* (): Generator<Attack> {
    const there = {
      conversation: { id: 'a:x', conversationType: 'personal', tenantId: UNLISTED },
      channelData: { tenant: { id: UNLISTED } },
    };
    const types = ['message', 'invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction', 'messageUpdate'] as const;
    for (let index = 0; index < 240; index++)
      yield {
        name: 'a tenant that nobody lists',
        headers: { authorization: trueToken() },
        body: JSON.stringify({
          ...activity(there),
          type: types[index % types.length],
          text: `ack OUT-${number}`,
          name: 'adaptiveCard/action',
        }),
        expect: ({ status, body }) =>
          [200, 400].includes(status) && !body.includes('Acknowledged') ? null : `${status} ${body.slice(0, 100)}`,
      };
  };

  const fuzzCheck: Attack['expect'] = ({ status }) => ([200, 400, 401, 501].includes(status) ? null : String(status));
  const authorization = { authorization: trueToken() };
  const withToken = () => [...bodies(JSON.stringify(activity()))].map((one) => ({ ...one, headers: { ...one.headers, ...authorization } }));
  const ofStrangers = () => [...bodies(JSON.stringify(activity()))].map((one) => ({ ...one, expect: [401] }));
  // Some of everything first, so that one-time allocations do not count as growth.
  const tenants = [TENANT, ...OTHER_TENANTS];
  await target.all(fuzzed({ count: 2_000, seed: seed + 1_000_000, users, tenants, check: fuzzCheck }));
  await target.all(forged(2_000));
  await target.all([...withToken(), ...ofStrangers()]);
  await tooLarge(target, url, trueToken());
  const picture = await pictureAtDesk(target, users, fake, number);
  await drained();
  const before = await measure();

  const lines = printed.length;
  await phase('forged tokens', { changesNothing: true, sendsNothing: true }, () => target.all(forged(forgedCount)));
  target.judge('the log', printed.length - lines < MOST_LINES ? null : `${printed.length - lines} lines about forged tokens`);
  await phase('wrong origins', { changesNothing: true, sendsNothing: true }, () => target.all(wrongOrigins()));
  await phase('bodies', { changesNothing: true }, () => target.all([...withToken(), ...ofStrangers()]));
  await phase('too large', { changesNothing: true, sendsNothing: true }, () => tooLarge(target, url, trueToken()));
  await phase('slow and broken requests', { changesNothing: true, sendsNothing: true }, () => slowAndBroken(target, url, trueToken()));
  const sent = fake.messages.length;
  await phase('tenants that nobody lists', { changesNothing: true }, () => target.all(ofUnlisted()));
  const told = fake.messages.slice(sent).map(({ card }) => JSON.stringify(card));
  target.judge('a tenant that nobody lists', told.length <= 1 && told.every((text) => text.includes(UNLISTED)) ? null : told.join());
  await phase('forged presses', { changesNothing: true }, () => forgedPresses(target, users, known, OTHER_TENANTS));
  await phase('forged words', { changesNothing: true }, () => forgedWords(target, users, known, OTHER_TENANTS));
  const privately = await beginInPrivate(users, await beginsBySlash(users, MOST_ASKED));
  await phase('presses and words beside what one person sees', { changesNothing: true }, () =>
    forgedPrivately({ target, users, teams: fake, stored: draftOf }, privately),
  );
  const api = attackerOf(target, url);
  const captured = await api.capture();
  await drained();
  await phase('forged and replayed signatures of programs', { changesNothing: true, sendsNothing: true }, async () => {
    await api.forged(captured);
    await api.replayed(captured);
  });
  await phase('guessed tokens of programs', { changesNothing: true, sendsNothing: true }, () => api.guessed());
  await phase('programs of another customer', { changesNothing: true, sendsNothing: true }, () => api.ofOthers(number));
  await phase('files of other hosts', { changesNothing: true }, () => strangeFiles(target, users));
  await phase('forged addresses of files', { changesNothing: true, sendsNothing: true }, () => forgedAddresses(target, url, picture));
  judgeFetched(target, fake);
  await phase('forged certificates', { changesNothing: true }, () => forgedCertificates(target, users, { url, number }));
  await phase('guessed calendars', { changesNothing: true }, () => guessedCalendars(target, users, url));
  const outageIds = stored((store) =>
    store
      .prepare('select id from outage order by number limit 5')
      .all()
      .map(({ id }) => String(id)),
  );
  await phase('forged and replayed callbacks of calls', { changesNothing: true, sendsNothing: true }, () =>
    forgedCallbacks(target, url, outageIds),
  );
  const beforeFuzz = await measure();
  const half = Math.ceil(fuzzCount / 2);
  const fuzzHalf = (from: number) => target.all(fuzzed({ count: half, seed: seed + from, users, tenants, check: fuzzCheck }));
  await phase('fuzzed activities', { changesNothing: true }, () => fuzzHalf(0));
  const amidFuzz = await measure();
  await phase('more of them', { changesNothing: true }, () => fuzzHalf(half));
  const after = await measure();
  const jonas = fake.roster.find(({ id }) => id === '29:jonas');
  const rename = (name: string) => void (jonas && Object.assign(jonas, { name }));
  await phase('hostile words', { changesNothing: false }, () =>
    hostileStories({
      ...{ users, rename, newest, settled, heard: () => threads().length, firstStep, few: short },
      ...{ record, judge: target.judge },
    }),
  );

  judgeOutput(target, bot);
  judgePrivate(target, fake);
  await drained();
  judgeWebhooks(target, receiver);
  // Under load the process takes up to 100 MB once, which glibc keeps for it when they are free again. A leak goes on.
  const held = after.held - before.held;
  target.judge('memory', held < MOST_HELD_BYTES ? null : `holds ${megabytes(held)} MB more`);
  for (const grown of [beforeFuzz.rss - before.rss, after.rss - amidFuzz.rss])
    target.judge('memory', grown < MOST_GROWN_BYTES ? null : `grew by ${megabytes(grown)} MB`);

  for (const [one, times] of counted(target.through)) say(`  got through${times > 1 ? ` ${times} times` : ''}: ${one}`);
  const { attacks, worstMs } = target.counts;
  say(
    `${attacks} attacks, ${target.through.length} got through, worst answer ${Math.round(worstMs)} ms, memory grew ${megabytes(after.rss - before.rss)} MB, ${megabytes(held)} of it held`,
  );
  return target.through.length === 0 ? 0 : 1;
}

/** Each sentence once, with how often it occurred; at most 40. */
function counted(sentences: readonly string[]): readonly (readonly [string, number])[] {
  const times = new Map<string, number>();
  for (const one of sentences) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].slice(0, 40);
}

/** Judges all output of the bot: to Teams, to other hosts, and to its log. */
function judgeOutput(target: Target, { strange, printed, log }: Attacked): void {
  for (const { text } of fake.received) {
    const wrong = wrongIn(shownOf(text));
    target.judge('posted', wrong[0] ?? null);
  }
  // Without a hostile text among the messages these checks would prove nothing.
  if (!fake.received.some(({ text }) => text.includes(MARKER))) throw new Error('no hostile text reached Teams');
  target.judge('strange hosts', strange.length === 0 ? null : `tried to connect to ${[...new Set(strange)].join(', ')}`);
  const output = printed.join('\n');
  for (const secret of [SECRET, BOT_TOKEN, 'eyJ', WEBHOOK_SECRETS.WEBHOOK_SECRET.slice(-20), ...Object.values(CLIENT_SECRETS)])
    target.judge('secrets', output.includes(secret) ? `printed ${secret.slice(0, 3)}...` : null);
  // Everything that people typed, their names, and their addresses.
  if (heard().size < 20) throw new Error('nobody typed anything that could be in the log');
  for (const wrong of personalIn(printed)) target.judge('the log', wrong.slice(0, 300));
  for (const id of target.errorIds)
    target.judge('an answer with 500', id && log.some((entry) => entry.id === id) ? null : 'has no id that is in the log');
  for (const { msg, err } of log.filter((entry) => entry.level >= 50 && !isOfTeams(entry)))
    target.judge('an error', `${msg} ${String(JSON.stringify(err)).slice(0, 400)}`);
}

/** Whether it says only what a strange Teams did: refuse an edit, or answer as nobody expects. */
function isOfTeams({ msg, err }: LogEntry): boolean {
  const { failure, status } = (err ?? {}) as { failure?: string; status?: number };
  if (msg === 'a message cannot be delivered') return manners.has('edit refused') && failure === 'never' && status === 403;
  return msg === 'an answer could not be sent' && LOSE_ANSWERS.some((quirk) => manners.has(quirk)) && failure === 'ambiguous';
}

function megabytes(bytes: number): number {
  return Math.max(0, Math.round(bytes / MEGABYTE));
}
