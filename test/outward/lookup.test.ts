/** Where a host is: by DNS, by the machine where DNS does not have it, and not at all where DNS is silent. */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createLookup } from '../../src/outward/lookup.ts';

const NO_SUCH_NAME = 3;
const HOSTS_FILE = { address: '10.0.0.7', family: 4 };

/** What was asked of the machine, whose look-up takes a thread. */
let ofMachine: string[];
beforeEach(() => {
  ofMachine = [];
});

/** `address`: of each name, in IPv4; a number: the error that it answers; null: it never answers. */
async function lookupBy(answer: readonly number[] | number | null) {
  const server = createSocket('udp4');
  onTestFinished(() => void server.close());
  server.on('message', (query, { port, address }) => {
    if (answer === null) return;
    const isIPv4 = query.readUInt16BE(query.indexOf(0, 12) + 1) === 1;
    const records = typeof answer === 'object' && isIPv4 ? [Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, ...answer])] : [];
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const flags = [0x81, 0x80 | (typeof answer === 'number' ? answer : 0)];
    const head = Buffer.from([...query.subarray(0, 2), ...flags, 0, 1, 0, records.length, 0, 0, 0, 0]);
    server.send(Buffer.concat([head, question, ...records]), port, address);
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  const resolver = () => {
    const one = new Resolver({ timeout: 50, tries: 1 });
    one.setServers([`127.0.0.1:${server.address().port}`]);
    return one;
  };
  return createLookup(resolver, async (host) => {
    ofMachine.push(host);
    return [HOSTS_FILE];
  });
}

it('is what DNS says', async () => {
  const lookup = await lookupBy([8, 8, 4, 4]);
  expect(await lookup('hook.example')).toEqual([{ address: '8.8.4.4', family: 4 }]);
  expect(ofMachine).toEqual([]);
});

it.each(['hook', 'localhost', 'hook.internal'])('is what the machine says of %s, which DNS does not have', async (host) => {
  const lookup = await lookupBy(NO_SUCH_NAME);
  expect(await lookup(host)).toEqual([HOSTS_FILE]);
  expect(ofMachine).toEqual([host]);
});

it('takes no thread where DNS never answers', async () => {
  const lookup = await lookupBy(null);
  await expect(lookup('hook.example')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  expect(ofMachine).toEqual([]);
});

it.each([
  ['SERVFAIL', 2],
  ['REFUSED', 5],
])('is not asked of the machine where DNS answers %s, because that may hang', async (_name, code) => {
  const lookup = await lookupBy(code);
  await expect(lookup('hook.example')).rejects.toThrow();
  expect(ofMachine).toEqual([]);
});

it('is known soon where DNS answers for IPv4 alone', async () => {
  const asked: string[] = [];
  const late = () => {
    asked.push('IPv6');
    return new Promise<never>(() => {});
  };
  const resolver = { resolve4: async () => ['8.8.4.4'], resolve6: late } as unknown as Resolver;
  expect(await createLookup(() => resolver)('hook.example')).toEqual([{ address: '8.8.4.4', family: 4 }]);
  expect(asked).toEqual(['IPv6']);
});
