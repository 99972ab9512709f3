/** Connections on a server that really listens: those of strangers, and how all of them end when the bot stops. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTenantGuard } from '../../../src/teams/in/tenant-guard.ts';
import { HardenedAuthentication } from '../../../src/teams/out/connector.ts';
import { createServer, type Server } from '../../../src/teams/server.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { until } from '../../support/until.ts';

const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
let server: Server;
let port: number;
/** Turns that were begun; each ends when it is called. */
let turns: (() => void)[];
let isHeld: boolean;
let sockets: Socket[];
let agents: Agent[];

beforeEach(async () => {
  [turns, isHeld, sockets, agents] = [[], false, [], []];
  server = createServer({
    // As in the playground: whatever is sent to it counts as sent by Teams.
    authentication: new HardenedAuthentication({ options: {} }, 1_000, createTenantGuard({ isTrusted: () => true })),
    turn: () => (isHeld ? new Promise((resolve) => void turns.push(resolve)) : Promise.resolve()),
    readiness: async () => ({ ready: true, status: 'ready', troubles: [] }),
    metricsPage: async () => ({ type: 'text/plain', text: '' }),
    onUnauthenticated() {},
    log: silentLog(),
  });
  port = (await server.listen(0, '127.0.0.1')).port;
});
afterEach(async () => {
  for (const agent of agents) agent.destroy();
  for (const socket of sockets) socket.destroy();
  await server.close();
});

/** A client that keeps one connection. */
function client() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  agents.push(agent);
  return agent;
}

async function post(agent: Agent) {
  const body = JSON.stringify({ type: 'message', channelId: 'msteams', serviceUrl: SERVICE_URL, conversation: { id: 'a:x' }, from: {} });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/messages', agent, headers });
  sent.end(body);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject));
  answer.resume();
  await new Promise((resolve) => answer.once('end', resolve));
  return { status: answer.statusCode, connection: answer.headers.connection, reused: sent.reusedSocket };
}

/** A connection that says nothing, or this. */
async function stranger(said = '', localAddress = '127.0.0.1') {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  sockets.push(socket);
  let closed = false;
  socket
    .on('error', () => {})
    .once('close', () => {
      closed = true;
    });
  await new Promise((resolve) => socket.once('connect', resolve).once('error', resolve));
  if (said) socket.write(said);
  return { isClosed: () => closed };
}
const strangers = (count: number) => Promise.all(Array.from({ length: count }, () => stranger()));
const HALF = 'POST /api/messages HTTP/1.1\r\nhost: bot\r\n';

describe('2.7: a bot that stops', () => {
  it('answers all it has taken, tells each that its connection ends, and waits for nobody who keeps one', async () => {
    const clients = Array.from({ length: 6 }, client);
    for (const one of clients) expect(await post(one)).toMatchObject({ status: 200, connection: 'keep-alive' });
    await post(client());
    await Promise.all([stranger(), stranger(HALF)]);
    isHeld = true;
    const answers = clients.map(post);
    await until(() => turns.length === 6);
    const closed = server.close();
    for (const end of turns) end();
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 6 }, () => ({ status: 200, connection: 'close', reused: true })));
    // The limit of this test is shorter than the 65 seconds for which a connection is kept.
    await closed;
  });

  it('answers what comes on a kept connection while it stops', async () => {
    const kept = client();
    await post(kept);
    const closed = server.close(1_000);
    expect(await post(kept)).toEqual({ status: 200, connection: 'close', reused: true });
    await closed;
  });
});

describe('2.9: 600 connections of strangers', () => {
  it('keep out neither who comes then, nor who was there with a valid token', { tags: 'full' }, async () => {
    const teams = client();
    await post(teams);
    const all = await strangers(600);
    expect(await post(teams)).toMatchObject({ status: 200, reused: true });
    expect(await post(client())).toMatchObject({ status: 200 });
    await until(() => all.filter(({ isClosed }) => isClosed()).length >= 100);
    // Those that came last are not the ones that are closed.
    expect(all.slice(200).filter(({ isClosed }) => isClosed()).length).toBeLessThan(10);
  });

  it.runIf(process.platform === 'linux')('of one address do not end those of another', { tags: 'full' }, async () => {
    const other = await stranger('', '127.0.0.2');
    await strangers(600);
    expect(await post(client())).toMatchObject({ status: 200 });
    expect(other.isClosed()).toBe(false);
  });
});

describe('what is no request for an address', () => {
  it.each([
    ['a target that is no address', 'GET http://[/healthz HTTP/1.1\r\nhost: x\r\n\r\n'],
    ['a host whose port is none', 'GET /healthz HTTP/1.1\r\nhost: desk.example.com:99999\r\n\r\n'],
    ['a host that is none', 'GET /healthz HTTP/1.1\r\nhost: a b\r\n\r\n'],
    ['a host of signs', 'POST /api/messages HTTP/1.1\r\nhost: <>\r\ncontent-length: 0\r\n\r\n'],
  ])('is refused, and ends nothing: %s', async (_what, said) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect({ port, host: '127.0.0.1' }, () => void socket.write(said));
      sockets.push(socket);
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.once('close', () => resolve(text));
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await post(client())).status).toBe(200);
  });
});
