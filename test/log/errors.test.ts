/** Errors as the real libraries throw them, with all that they were given. The log shows only what failed and where. */
import { DatabaseSync } from 'node:sqlite';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { openPostgres } from '../../src/store/postgres/open.ts';
import { refuseUnsafe, UnsafePlaceError } from '../../src/store/sqlite/file.ts';
import { NoTokenError } from '../../src/teams/out/connector.ts';
import { toSendError } from '../../src/teams/out/send-error.ts';
import { personalIn } from '../support/log/leak-check.ts';
import { written } from '../support/log/log-line.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { freePort, startPostgres, type TestPostgres } from '../support/store/postgres.ts';
import { startFakeTeams } from '../support/teams/fake-teams.ts';

const NAME = 'Maya Lindt';
const PHONE = '+45 32 12 34 56';
const TYPED = 'Invoices cannot be posted';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl';
const PASSWORD = 'pass-word-of-the-database';
const PRIVATE = [NAME, PHONE, TYPED, TOKEN, PASSWORD, 'maya@example.com'];

/** What it throws, or what its promise is rejected with. */
async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function lineOf(err: unknown) {
  const line = written({ err });
  expect(personalIn([line.text], PRIVATE)).toEqual([]);
  return line.err as { type: string; message?: string; at?: readonly string[]; cause?: object };
}

describe('in the log', () => {
  it("an error of Teams' client has its status and its code, and not the request with the card and our token", async () => {
    const teams = await startFakeTeams(Date.now);
    onTestFinished(() => teams.stop());
    teams.failNext({ status: 400 });
    const credentials = Object.assign(new MicrosoftAppCredentials('app', 'secret'), { getToken: async () => TOKEN });
    const client = new ConnectorClient(credentials, { baseUri: teams.serviceUrl });
    const send = () => client.conversations.sendToConversation('a:maya', { type: 'message', text: `${NAME} ${PHONE} ${TYPED}` });
    const error = await thrownBy(send);
    // Or this test proves nothing: the error has all of it.
    const held = JSON.stringify(error, [
      'message',
      'request',
      'body',
      'headers',
      'authorization',
      'name',
      'value',
      'rawHeaders',
      'details',
    ]);
    expect(String((error as Error).message) + held).toContain(NAME);
    expect(lineOf(error)).toMatchObject({ type: 'RestError', code: 'Injected', statusCode: 400 });
    const toldOn = lineOf(toSendError(error, 0));
    expect(toldOn).toMatchObject({ type: 'SendError', failure: 'never', status: 400, cause: { code: 'Injected' } });
    expect(toSendError(error, 0).message).toBe('Teams: 400 Injected');
  });

  it('an error of the sign-in has the number that Microsoft explains, and nothing else of its text', () => {
    const error = new NoTokenError(`AADSTS7000215: Invalid client secret ${PASSWORD}`);
    expect(lineOf(error)).toMatchObject({ type: 'NoTokenError', entra: 'AADSTS7000215' });
  });

  it.each<[string, () => unknown, object]>([
    ['JSON that is none', () => JSON.parse(`${NAME} ${PHONE}`), { type: 'SyntaxError' }],
    ['a value of another type', () => BigInt(`${NAME} ${PHONE}`), { type: 'SyntaxError' }],
    [
      'something that is no function',
      () => (({ [NAME]: PHONE }) as unknown as Record<string, () => void>)[NAME]?.(),
      { type: 'TypeError' },
    ],
    ['a URL that is none', () => new URL(`postgres://desk:${PASSWORD}@ /x`), { type: 'TypeError', code: 'ERR_INVALID_URL' }],
    ['an address that cannot be fetched', () => fetch(`htt:/hc.example/${TOKEN}`), { type: 'TypeError' }],
    [
      'a schema that refuses',
      () =>
        z
          .object({ phone: z.literal('none') })
          .strict()
          .parse({ phone: PHONE, [NAME]: TYPED }),
      { type: 'ZodError' },
    ],
    ['a regular expression', () => new RegExp(`(${TYPED}`), { type: 'SyntaxError' }],
    ['several at once', () => Promise.any([Promise.reject(new Error(NAME))]), { type: 'AggregateError', cause: { type: 'Error' } }],
    ['a text that was thrown', () => Promise.reject(PHONE), { type: 'no error but a string' }],
    ['an object that was thrown', () => Promise.reject({ config: { password: PASSWORD } }), { type: 'no error but a object' }],
    ['an error with more in it', () => Promise.reject(Object.assign(new Error(NAME), { config: PASSWORD, code: NAME })), { type: 'Error' }],
    ['an error in an error', () => Promise.reject(new Error(NAME, { cause: new Error(PHONE, { cause: TYPED }) })), { type: 'Error' }],
    ['a name that is no name', () => Promise.reject(Object.assign(new Error('x'), { name: NAME })), { type: 'Error' }],
    [
      'a text that looks like a place',
      () => Promise.reject(new Error(`x\n    at ${PHONE} (/src/maya@example.com:1:1)`)),
      { type: 'Error' },
    ],
    ['a stack of its own', () => Promise.reject(Object.assign(new Error('x'), { stack: `${NAME}\n    at ${PHONE}` })), { type: 'Error' }],
  ])('%s is told without what was in it', async (_what, work, told) => {
    expect(lineOf(await thrownBy(work))).toMatchObject(told);
  });

  it('an error that cannot be read is told as that, and one that is its own cause has an end', () => {
    const unreadable = Object.defineProperty(new Error('x'), 'stack', {
      get() {
        throw new Error(NAME);
      },
    });
    expect(lineOf(unreadable)).toEqual({ type: 'an error that cannot be read' });
    const round = new Error('x');
    round.cause = round;
    expect(lineOf(round)).toMatchObject({ type: 'Error' });
  });

  it('what Node says of files and connections keeps its words: an operator needs them', async () => {
    const port = await freePort();
    const refused = lineOf(await thrownBy(() => fetch(`http://127.0.0.1:${port}/`).catch((error) => Promise.reject(error.cause))));
    expect(refused).toMatchObject({ code: 'ECONNREFUSED', message: `connect ECONNREFUSED 127.0.0.1:${port}` });
  });

  it('our own errors keep their words, with the place in our code where they were made', () => {
    const mine = new UnsafePlaceError('made by a test');
    expect(lineOf(mine).message).toBeUndefined();
    const error = (() => {
      try {
        refuseUnsafe('/dev/shm/x/y', () => 0x6969);
      } catch (caught) {
        return caught;
      }
      return null;
    })();
    const { type, message, at } = lineOf(error);
    expect([type, message?.slice(0, 34), at?.[0]]).toEqual([
      'UnsafePlaceError',
      '/dev/shm/x is on a file system of ',
      expect.stringMatching(/^src\/store\/sqlite\/file\.ts:\d+:\d+$/),
    ]);
  });

  it('SQLite names the column that it did not like, not the value', async () => {
    const database = new DatabaseSync(':memory:');
    onTestFinished(() => database.close());
    database.exec('create table person (name text unique)');
    const insert = () => database.prepare('insert into person values (?)').run(NAME);
    insert();
    expect(lineOf(await thrownBy(insert))).toMatchObject({ code: 'ERR_SQLITE_ERROR', message: 'UNIQUE constraint failed: person.name' });
  });
});

describe('of PostgreSQL', { tags: 'full' }, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('what was wrong with a value is told by its code and the name of the constraint', async () => {
    const url = await postgres.createDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query('create table person (name text constraint one_name unique, born int)');
    const insert = (name: string, born: string) => client.query('insert into person values ($1, $2)', [name, born]);
    await insert(NAME, '1');
    const duplicate = await thrownBy(() => insert(NAME, '1'));
    expect((duplicate as pg.DatabaseError).detail).toContain(NAME);
    expect(lineOf(duplicate)).toMatchObject({ code: '23505', table: 'person', constraint: 'one_name' });
    expect(lineOf(await thrownBy(() => insert(NAME, PHONE)))).toMatchObject({ code: '22P02' });
  });

  it('a database that does not let us in is told with the reason, without the password', async () => {
    const url = new URL(await postgres.createDatabase());
    url.password = PASSWORD;
    url.pathname = '/nowhere';
    const store = openPostgres({ url: url.href, log: silentLog() });
    onTestFinished(() => store.close());
    const error = lineOf(await thrownBy(() => store.ready()));
    expect(error.type).toBe('StoreUnavailableError');
    expect(error.cause).toMatchObject({ code: expect.stringMatching(/^(?:28P01|3D000)$/), message: expect.any(String) });
  });
});
