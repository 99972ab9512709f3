/** The connection to PostgreSQL by TLS: it works with the right certificate, and not at all with another. */
// @module-tag full
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { readStorage } from '../../../src/config.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';

const START_LIMIT_MS = 300_000;
let postgres: TestPostgres;
let url: string;
const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-tls-'));
const at = (file: string) => path.join(folder, file);

function certificate(name: string): void {
  const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      ...files,
    ],
    { stdio: 'ignore' },
  );
}

beforeAll(async () => {
  certificate('server');
  certificate('another');
  postgres = await startPostgres();
  url = await postgres.createDatabase();
  const [place] = await postgres.query('show data_directory');
  // Written by the server's own user, who alone may read its key.
  for (const file of ['server.key', 'server.crt']) {
    const text = execFileSync('cat', [at(file)]).toString();
    await postgres.query(`copy (select unnest(string_to_array('${text.trim()}', e'\\n'))) to '${place?.data_directory}/${file}'`);
  }
  // The program reads what it is given: otherwise the server may find the pipe closed.
  await postgres.query(`copy (select 1) to program 'cat > /dev/null; chmod 600 ${place?.data_directory}/server.key'`);
  await postgres.query('alter system set ssl = on');
  await postgres.query('select pg_reload_conf()');
}, START_LIMIT_MS);
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, START_LIMIT_MS);

function open(parameters: string) {
  const named = new URL(url);
  named.hostname = 'localhost';
  const { url: accepted } = readStorage({ DATABASE_URL: `${named.href}?${parameters}` });
  const store = openPostgres({ url: accepted, log: silentLog(), workerId: parameters.slice(0, 20) });
  onTestFinished(() => store.close());
  return store;
}

it('goes by TLS when the certificate is of the authority that is named', async () => {
  const store = open(`sslmode=verify-full&sslrootcert=${at('server.crt')}`);
  await store.ready();
  const ways = await postgres.query(
    "select s.ssl from pg_stat_ssl s join pg_stat_activity a using (pid) where a.application_name like 'outage-desk%'",
  );
  expect(ways).toEqual([{ ssl: true }]);
});

it.each([
  ['of another authority', () => `sslmode=verify-full&sslrootcert=${at('another.crt')}`],
  ['of nobody that the machine knows', () => 'sslmode=verify-full'],
])('is not opened when the certificate is %s', async (_what, parameters) => {
  await expect(open(parameters()).ready()).rejects.toThrow(/certificate|self-signed/);
});

describe('B14: the address of a database on another machine', () => {
  const remote = (parameters: string) => ({ DATABASE_URL: `postgres://u:p@db.example.com/x${parameters}` });
  const problem = /DATABASE_URL: it leaves this machine, so say whether by TLS/;

  it.each([
    '',
    '?sslmode=',
    '?sslmode=prefer',
    '?sslmode=allow',
    '?sslmode=no-verify',
    '?sslmode=disable&sslmode=prefer',
    '?ssl=no-verify',
  ])(
    'is refused with "%s", which would not check the certificate',
    (parameters) => void expect(() => readStorage(remote(parameters))).toThrow(problem),
  );

  it('is refused when its host is hidden in a parameter, or when libpq has its own rules', () => {
    expect(() => readStorage({ DATABASE_URL: 'postgres://u:p@localhost/x?host=db.example.com' })).toThrow(problem);
    expect(() => readStorage(remote('?sslmode=require&uselibpqcompat=true'))).toThrow(problem);
  });

  it('is taken when it says how, and on this machine without', () => {
    for (const mode of ['verify-full', 'verify-ca', 'require', 'disable']) readStorage(remote(`?sslmode=${mode}`));
    for (const host of ['localhost', '127.0.0.1', '[::1]']) readStorage({ DATABASE_URL: `postgres://u:p@${host}/x` });
    readStorage({ DATABASE_URL: 'postgres://u:p@localhost/x?host=/var/run/postgresql' });
  });

  it.each([
    'postgres://u:pa#ss@db.example.com/x?sslmode=disable',
    'postgres://u:12#3@db.example.com/x',
    'postgres://u:12/3@db.example.com/x',
    'postgres://u:12?3@db.example.com/x',
    'postgres://u:pa/ss@localhost/x',
  ])(
    'in which a sign of the password ends the address is refused with how to write it: %s',
    (url) => void expect(() => readStorage({ DATABASE_URL: url })).toThrow(/# as %23, @ as %40, \/ as %2F, \? as %3F/),
  );
});
