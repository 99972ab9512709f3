/** What `check --live` asks a bot: who knows the question gets the answer beside a 401, and nobody else gets anything. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrometheus } from '../../../src/monitoring/prometheus.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createAnswerQuestion, HEADER, putQuestion } from '../../../src/teams/live/question.ts';
import { HardenedAuthentication } from '../../../src/teams/out/connector.ts';
import { createServer, type Server } from '../../../src/teams/server.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';

const IDENTITY = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppPassword: 'only-in-tests',
  MicrosoftAppType: 'MultiTenant',
};
const guess = () => randomBytes(32).toString('base64url');

let clock: FakeClock;
let store: Awaited<ReturnType<typeof openSqlite>>;
let server: Server;
let url: string;
let turns: number;
let looks: number;
let log: LogLine[];

beforeEach(async () => {
  clock = fakeClock();
  [turns, looks, log] = [0, 0, []];
  store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
  await store.ready();
  const { metrics, page } = createPrometheus();
  server = createServer({
    authentication: new HardenedAuthentication({ options: IDENTITY }, 1_000, () => true),
    turn: async () => {
      turns += 1;
    },
    readiness: async () => ({ ready: true, status: 'ready', troubles: [] }),
    metricsPage: page,
    onUnauthenticated: metrics.unauthenticated,
    cache: {
      get: (key) => {
        looks += 1;
        return store.cache.get(key);
      },
    },
    now: clock.now,
    log: silentLog(log),
  });
  url = `http://127.0.0.1:${(await server.listen(0, '127.0.0.1')).port}`;
});
afterEach(async () => {
  await server.close();
  await store.close();
});

/** All of the answer but the time. The clock moves on, so that the bot may look again. */
async function ask(question: string | null, more: Record<string, string> = {}) {
  clock.advance(1_000);
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(question === null ? {} : { [HEADER]: question }), ...more },
    body: JSON.stringify({ type: 'message', text: '/outage', channelId: 'msteams' }),
  });
  const { date: _date, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}
const strangers = async () => Number(/^outage_desk_requests_refused_total (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);

describe('a bot that is asked whether it is the one', () => {
  it('answers beside its 401, lets nobody in, counts no stranger, and says so in its log', async () => {
    await using put = await putQuestion(store.cache);
    const answer = await ask(put.question);
    expect(answer).toMatchObject({ status: 401, body: '', headers: { [HEADER]: put.answer } });
    expect([turns, await strangers()]).toEqual([0, 0]);
    expect(log.map(({ message }) => message)).toEqual(['a check from outside reached this bot']);
  });

  it.each<[string, (put: { question: string; answer: string }) => string]>([
    ['by a guess', guess],
    ['by the answer', ({ answer }) => answer],
    ['by a part of the question', ({ question }) => question.slice(0, -1)],
    ['by more than the question', ({ question }) => `${question}A`],
    ['by the question twice', ({ question }) => `${question}, ${question}`],
    ['by the question in capitals', ({ question }) => question.toUpperCase()],
    ['by nothing', () => ''],
    ['by 8 KB', () => 'A'.repeat(8_000)],
  ])('answers as if it had not been asked: %s', async (_how, question) => {
    await using put = await putQuestion(store.cache);
    const plain = await ask(null);
    expect(await ask(question(put))).toEqual(plain);
    expect(plain).toMatchObject({ status: 401, body: '' });
    expect(await strangers()).toBe(2);
  });

  it('answers as if it had not been asked while nobody checks, after the check, after a minute, and after the next check began', async () => {
    const plain = await ask(null);
    expect(await ask(guess())).toEqual(plain);
    const over = await putQuestion(store.cache);
    expect((await ask(over.question)).headers).not.toEqual(plain.headers);
    await over[Symbol.asyncDispose]();
    expect(await ask(over.question)).toEqual(plain);
    const late = await putQuestion(store.cache);
    clock.advance(60_000);
    expect(await ask(late.question)).toEqual(plain);
    const before = await putQuestion(store.cache);
    await using next = await putQuestion(store.cache);
    expect(await ask(before.question)).toEqual(plain);
    expect((await ask(next.question)).headers).not.toEqual(plain.headers);
  });

  it('makes each question and each answer new', async () => {
    const made = [await putQuestion(store.cache), await putQuestion(store.cache)].flatMap(({ question, answer }) => [question, answer]);
    expect(new Set(made).size).toBe(4);
  });

  it('looks once for a thousand questions of a moment, and again a moment later', async () => {
    const get = vi.fn(async () => undefined);
    const answer = createAnswerQuestion({ cache: { get }, now: clock.now, log: silentLog() });
    await Promise.all(Array.from({ length: 1_000 }, () => answer(guess())));
    expect(get).toHaveBeenCalledTimes(1);
    clock.advance(100);
    await answer(guess());
    expect(get).toHaveBeenCalledTimes(2);
  });

  it('does not look for what is no question, nor for a request that has a token of Teams', async () => {
    await using put = await putQuestion(store.cache);
    await ask('A'.repeat(42));
    await ask(null);
    const claims = Buffer.from(JSON.stringify({ iss: 'https://api.botframework.com' })).toString('base64url');
    expect((await ask(put.question, { authorization: `Bearer x.${claims}.x` })).headers).not.toHaveProperty(HEADER);
    expect(looks).toBe(0);
  });

  it('answers as ever when the store fails, and when it hangs, and does not ask it again meanwhile', async () => {
    const failing = createAnswerQuestion({ cache: { get: () => Promise.reject(new Error('away')) }, now: clock.now, log: silentLog() });
    expect(await failing(guess())).toBeNull();
    vi.useFakeTimers();
    try {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const get = vi.fn(() => promise);
      const hanging = createAnswerQuestion({ cache: { get }, now: clock.now, log: silentLog() });
      const first = hanging(guess());
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await first).toBeNull();
      clock.advance(60_000);
      expect(await hanging(guess())).toBeNull();
      expect(get).toHaveBeenCalledTimes(1);
      resolve(undefined);
      await vi.advanceTimersByTimeAsync(0);
      await hanging(guess());
      expect(get).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
