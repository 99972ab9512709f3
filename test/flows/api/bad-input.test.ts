/** What programs send that is wrong, and what strangers try. */
import { createHmac, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config.ts';
import {
  type Answered,
  API_SECRETS,
  alertsSent,
  apiDesk,
  ask,
  bearer,
  CLIENTS,
  get,
  post,
  REPORT,
  report,
  signed,
  startApiBot,
} from '../../support/bot/api.ts';
import { MINUTE_MS, startTestBot, type TestBot, testDesk } from '../../support/bot/test-bot.ts';

let bot: TestBot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const stored = async () =>
  (await bot?.app.store.outages.list({ projects: null, personId: null, states: null, limit: 50 }))?.map(({ events }) => events.length);
const isProblem = ({ headers, body, status }: Answered) => {
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({
    type: 'about:blank',
    status,
    title: expect.any(String),
    code: expect.any(String),
    detail: expect.any(String),
  });
  return [status, body.code];
};
const text = JSON.stringify(REPORT);
async function sends(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  path = '/api/reports?client=monitor',
): Promise<Answered> {
  return await ask(`${bot?.url}${path}`, { method: 'POST', body, headers });
}
const now = () => bot?.clock.now() ?? 0;

describe('a body', () => {
  const deep = `{"project":${'['.repeat(200)}${']'.repeat(200)}}`;
  const BODIES: readonly (readonly [string, string, readonly [number, string]])[] = [
    ['that is no JSON', '{"project":', [400, 'not-json']],
    ['that is empty', '', [400, 'not-json']],
    ['that is too deep', deep, [400, 'not-json']],
    ['that is a list', '[]', [422, 'invalid']],
    ['with keys that nobody knows', JSON.stringify({ ...REPORT, severity: 'high' }), [422, 'invalid']],
    ['with a prototype', '{"__proto__":{"project":"contoso-erp"},"title":"x"}', [422, 'invalid']],
    ['with numbers for texts', JSON.stringify({ ...REPORT, title: 7 }), [422, 'invalid']],
    ['of 600 KB', JSON.stringify({ ...REPORT, description: 'x'.repeat(600_000) }), [413, 'too-large']],
  ];
  it.each(BODIES)('%s is refused, and nothing is stored', async (_what, body, expected) => {
    bot = await startApiBot();
    expect(isProblem(await sends(body, signed('monitor', body, now())))).toEqual(expected);
    expect(await stored()).toEqual([]);
  });

  it('of 10 MB is not read to its end', async () => {
    bot = await startApiBot();
    const body = JSON.stringify({ ...REPORT, description: 'x'.repeat(10_000_000) });
    // The server hangs up while it is being sent: whoever reads on sees the answer.
    const answer = await sends(body, signed('monitor', 'other', now())).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect((await get(bot, '/api/outages')).status).toBe(200);
  });

  it('that is no UTF-8 is refused, and so is one that is compressed, or says that it is something else', async () => {
    bot = await startApiBot();
    const latin = Buffer.from(text.replace('everybody', 'Stéphane'), 'latin1');
    expect(isProblem(await sends(latin, signed('monitor', latin.toString('latin1'), now())))).toEqual([400, 'not-json']);
    const packed = gzipSync(text);
    const headers = { ...signed('monitor', text, now()), 'content-encoding': 'gzip' };
    expect(isProblem(await sends(packed, headers))).toEqual([415, 'not-json']);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect(isProblem(await sends(text, { ...signed('monitor', text, now()), 'content-type': type }))).toEqual([415, 'not-json']);
    expect((await sends(text, { ...signed('monitor', text, now()), 'content-type': 'application/json; charset=utf-8' })).status).toBe(201);
  });

  it('names each part that is wrong, and quotes none of it', async () => {
    bot = await startApiBot();
    const { body, text: answer } = await report(bot, { title: '', beganAt: 'yesterday-secret', 'we/ird~key': 'secret' });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(['', '/beganAt', '/title']);
    expect(answer).toContain('we/ird~key');
    expect(answer).not.toContain('secret');
  });
});

describe('who asks', () => {
  it('is nobody without the right signature: everything else gets one answer, and nothing is stored', async () => {
    bot = await startApiBot();
    const right = signed('monitor', text, now());
    const key = Buffer.from((API_SECRETS.MONITOR_SECRET ?? '').slice(6), 'base64');
    const withRawKey = createHmac('sha256', API_SECRETS.MONITOR_SECRET ?? '')
      .update(text)
      .digest('base64');
    const { 'webhook-id': id, 'webhook-timestamp': time } = right;
    const ofAnother = createHmac('sha256', key).update(`${randomUUID()}.${time}.${text}`).digest('base64');
    const forged: readonly Record<string, string>[] = [
      { ...right, 'webhook-signature': '' },
      { ...right, 'webhook-signature': 'v1' },
      { ...right, 'webhook-signature': `v1,${'A'.repeat(43)}=` },
      { ...right, 'webhook-signature': `v1,${withRawKey}` },
      { ...right, 'webhook-signature': `v1,${ofAnother}` },
      { ...right, 'webhook-signature': right['webhook-signature'].replace('v1,', 'v2,') },
      { ...right, 'webhook-signature': right['webhook-signature'].slice(3) },
      { ...right, 'webhook-id': `${id}x` },
      { ...right, 'webhook-id': '' },
      { ...right, 'webhook-timestamp': String(Number(time) + 1) },
      { ...right, 'webhook-timestamp': `${time}.5` },
      { ...right, 'webhook-timestamp': 'now' },
      signed('harbour-desk', text, now()),
      { 'content-type': 'application/json' },
      { 'content-type': 'application/json', ...bearer('monitor') },
      { 'content-type': 'application/json', ...bearer('reader') },
    ];
    const answers = [];
    for (const headers of forged) answers.push(await sends(text, headers));
    for (const client of ['', '?client=', '?client=alerts', '?client=nobody', '?client=harbour-desk', '?client=monitor%00'])
      answers.push(await sends(text, right, `/api/reports${client}`));
    answers.push(await sends(`${text} `, right), await sends(text.replace('production', 'producti0n'), right));
    expect(new Set(answers.map((one) => one.text)).size).toBe(1);
    for (const answer of answers) expect(isProblem(answer)).toEqual([401, 'not-authenticated']);
    expect(await stored()).toEqual([]);
    const [first, second] = ['v1,AAAA', right['webhook-signature']];
    expect((await sends(text, { ...right, 'webhook-signature': `${first} ${second}` })).status).toBe(201);
  });

  it('may have a clock that is five minutes off, and no more', async () => {
    bot = await startApiBot();
    const off = async (ms: number) => isProblemOr(await report(bot as TestBot, {}, { at: now() + ms }));
    const isProblemOr = (answer: Answered) => (answer.status < 300 ? answer.status : isProblem(answer));
    expect(await off(-5 * MINUTE_MS)).toBe(201);
    expect(await off(5 * MINUTE_MS)).toBe(200);
    expect(await off(-5 * MINUTE_MS - 1_000)).toEqual([401, 'clock-off']);
    expect(await off(5 * MINUTE_MS + 1_000)).toEqual([401, 'clock-off']);
  });

  it('is not told apart by a token that is nearly right', async () => {
    bot = await startApiBot();
    const token = API_SECRETS.MONITOR_TOKEN ?? '';
    const guesses = ['', 'x', token.slice(1), `${token}x`, token.toUpperCase().replace(/[A-F]/, 'a'), `${token} ${token}`];
    const answers = [];
    for (const guess of guesses) answers.push(await ask(`${bot.url}/api/outages`, { headers: { authorization: `Bearer ${guess}` } }));
    answers.push(await ask(`${bot.url}/api/outages`, { headers: { authorization: `Basic ${token}` } }));
    answers.push(await ask(`${bot.url}/api/outages?token=${token}`, {}));
    answers.push(await ask(`${bot.url}/api/outages`, {}));
    for (const answer of answers) expect(isProblem(answer)).toEqual([401, 'not-authenticated']);
    expect(new Set(answers.map((one) => one.text)).size).toBe(1);
    expect(answers[0]?.headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.stringify(bot.log)).not.toContain(token.slice(0, 20));
  });

  it('is limited for itself alone, and told how long to wait', async () => {
    bot = await startApiBot();
    let last: Answered | undefined;
    for (let index = 0; index <= 120; index++) last = await get(bot, '/api/outages');
    if (!last) throw new Error('no answer');
    expect(isProblem(last)).toEqual([429, 'too-many']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await get(bot, '/api/outages', 'reader')).status).toBe(200);
    // Who only claims to be a client uses up nothing of it.
    for (let index = 0; index < 130; index++) await sends(text, { ...signed('harbour-desk', text, now()), 'webhook-signature': 'v1,x' });
    expect((await report(bot, { project: 'harbour', environment: 'quay' }, { id: 'harbour-desk' })).status).toBe(201);
  });

  it('does only what the desk file lets it do', async () => {
    bot = await startApiBot({ desk: apiDesk((all) => all.replace('projects: [harbour] }', 'projects: [harbour], permissions: [note] }')) });
    expect(isProblem(await report(bot, {}, { id: 'harbour-desk' }))).toEqual([403, 'not-permitted']);
    expect(isProblem(await get(bot, '/api/outages', 'harbour-desk'))).toEqual([403, 'not-permitted']);
    expect(isProblem(await post(bot, '/api/outages/1/notes', { text: 'X' }, { id: 'harbour-desk' }))).toEqual([404, 'unknown-outage']);
    // An Alertmanager cannot say which note is which.
    const note = await ask(`${bot.url}/api/outages/1/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer('alerts') },
      body: '{}',
    });
    expect(isProblem(note)).toEqual([401, 'not-authenticated']);
  });
});

describe('an address', () => {
  it('that is none, or takes another method, is a problem that says so', async () => {
    bot = await startApiBot();
    for (const path of [
      '/api/',
      '/api/report',
      '/api/reports/1',
      '/api/outages/1/notes/2',
      '/api/outages//notes',
      `/api/outages/${'9'.repeat(60)}`,
    ])
      expect(isProblem(await get(bot, path))).toEqual([404, 'unknown-address']);
    const wrong = await get(bot, '/api/reports');
    expect([...isProblem(wrong), wrong.headers.get('allow')]).toEqual([405, 'wrong-method', 'POST']);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST'])
      expect(isProblem(await ask(`${bot.url}/api/outages`, { method, headers: bearer('monitor') }))).toEqual([405, 'wrong-method']);
    expect((await ask(`${bot.url}/api/outages`, { method: 'HEAD', headers: bearer('monitor') })).status).toBe(405);
    // Teams' own address is not the API's.
    expect((await sends('{}', { 'content-type': 'application/json' }, '/api/messages')).status).not.toBe(404);
  });

  it('is not there at all where the desk file lists no client', async () => {
    bot = await startTestBot();
    for (const path of ['/api/outages', '/api/openapi.json', '/api/reports']) {
      const answer = await get(bot, path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json']);
    }
  });

  it('answers a failure of the store with an id that is in the log, and takes the message when it is sent again', async () => {
    bot = await startApiBot();
    const { outages } = bot.app.store;
    const { now: clock } = outages;
    outages.now = async () => {
      throw new Error('the disk is full');
    };
    const failed = await report(bot, {}, { webhookId: 'msg-1' });
    expect(isProblem(failed)).toEqual([500, 'failed']);
    expect(failed.text).toContain('+45 70 10 20 30');
    expect(failed.text).not.toContain('disk');
    expect(bot.log.find(({ message }) => message === 'a request by the API failed')?.fields).toMatchObject({ id: failed.body.id });
    outages.now = clock;
    expect((await report(bot, {}, { webhookId: 'msg-1' })).status).toBe(201);
  });

  it('says that there is no desk yet', async () => {
    bot = await startApiBot({ desk: apiDesk((all) => all.replace(/\n {2}channel: .*/, '')) });
    const answer = await report(bot);
    expect([...isProblem(answer), answer.headers.get('retry-after')]).toEqual([503, 'no-desk', '60']);
  });
});

describe('the secrets of clients', () => {
  const startWith = async (environment: Record<string, string | undefined>) =>
    await startApiBot({ overrides: { environment } }).then(
      (started) => started.stop().then(() => []),
      (error) => {
        if (!(error instanceof ConfigError)) throw error;
        return error.problems;
      },
    );
  it('that are missing or weak are named with the remedy before anything starts, and never quoted', async () => {
    const missing = await startWith({ ...API_SECRETS, MONITOR_TOKEN: undefined, ALERTS_TOKEN: ' ' });
    expect(missing).toEqual([
      expect.stringMatching(/^MONITOR_TOKEN is missing\..*MONITOR_TOKEN_FILE/),
      expect.stringMatching(/^ALERTS_TOKEN is missing/),
    ]);
    const weak = await startWith({
      ...API_SECRETS,
      MONITOR_TOKEN: 'guess-me',
      MONITOR_SECRET: 'whsec_dG9vIHNob3J0',
      HARBOUR_SECRET: 'no base64 at all, whatever its length is',
      HARBOUR_TOKEN: API_SECRETS.READER_TOKEN ?? '',
    });
    expect(weak.join('\n')).toMatch(
      /MONITOR_TOKEN is too short.*openssl[\s\S]*READER_TOKEN is the token of another[\s\S]*MONITOR_SECRET is no secret.*\nHARBOUR_SECRET is no secret/,
    );
    for (const secret of ['guess-me', 'dG9v', 'base64 at all', API_SECRETS.READER_TOKEN ?? '-']) expect(weak.join()).not.toContain(secret);
  });

  it('stand in the desk file by name alone, and what a client names must be there', () => {
    const problems = (change: (all: string) => string) => {
      try {
        apiDesk(change);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(problems((all) => all.replace('MONITOR_SECRET', 'whsec_abc'))).toContain('write the name of an environment variable');
    expect(problems((all) => all.replace('environment: production }', 'environment: moon }'))).toContain(
      "no production environment 'moon'",
    );
    expect(problems((all) => all.replace('environment: production }', 'environment: sandbox }'))).toContain('no production');
    expect(problems((all) => all.replace('projects: [harbour] }', 'projects: [mill] }'))).toContain("no project 'mill'");
    expect(problems((all) => all.replace('project: contoso-erp, env', 'project: mill, env'))).toContain("no project 'mill'");
    expect(problems((all) => all.replace('id: harbour-desk', 'id: monitor'))).toContain("'monitor' stands twice");
    expect(problems((all) => all.replace('[see, see-entered]', '[resolve]'))).toContain('use report, note, see, see-entered');
    expect(testDesk().file.clients).toEqual([]);
    expect(CLIENTS).toContain('MONITOR_SECRET');
  });
});

describe('alerts', () => {
  it('that are none are refused', async () => {
    bot = await startApiBot();
    for (const body of ['[]', '{"status":"firing"}', '{"status":"firing","groupKey":"x","alerts":[]}'])
      expect(isProblem(await alertsSent(bot, body))).toEqual([422, 'invalid']);
    expect(isProblem(await alertsSent(bot, '{}', { authorization: 'Bearer x' }))).toEqual([401, 'not-authenticated']);
    expect(isProblem(await alertsSent(bot, '{}', bearer('monitor')))).toEqual([401, 'not-authenticated']);
  });
});
