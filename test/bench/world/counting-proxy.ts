/**
 * Stands between the bots and PostgreSQL as a process of its own, and counts what they send: each simple query and each
 * execution of a prepared one, BEGIN and COMMIT among them. Nothing is changed on the way.
 */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

/** By the text of the statement, with its parameters as $1; how often it was sent. */
export type Counts = Readonly<Record<string, number>>;
export type Told = { readonly port: number } | { readonly counts: Counts };

const { values } = parseArgs({ options: { port: { type: 'string' } } });
const counts: Record<string, number> = {};
const tell = (told: Told) => void process.send?.(told);
const count = (text: string) => {
  counts[text] = (counts[text] ?? 0) + 1;
};

const server = createServer((client) => {
  const upstream = connect({ host: '127.0.0.1', port: Number(values.port), noDelay: true });
  client.setNoDelay(true);
  const read = createReader();
  client.on('data', (chunk: Buffer) => {
    upstream.write(chunk);
    read(chunk);
  });
  upstream.on('data', (chunk) => client.write(chunk));
  tie(client, upstream);
  tie(upstream, client);
});

function tie(one: Socket, other: Socket): void {
  one.on('end', () => other.end());
  one.on('close', () => other.destroy());
  one.on('error', () => other.destroy());
}

/** Reads the messages of a client, however they are cut; see "Message Formats" in PostgreSQL's documentation. */
function createReader(): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const statements = new Map<string, string>();
  const portals = new Map<string, string>();
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message of a connection has no type.
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (!isFirst) message(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
      isFirst = false;
      rest = rest.subarray(end);
    }
  };

  function message(type: string, body: Buffer): void {
    const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
    if (type === 'Q') count(first);
    if (type === 'P') statements.set(first, second);
    if (type === 'B') portals.set(first, statements.get(second) ?? '');
    if (type === 'E') count(portals.get(first) ?? '');
  }
}

process.on('message', () => tell({ counts }));
server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }));
