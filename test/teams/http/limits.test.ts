/** The limits on what the network may send: bytes, depth, headers, time and connections, on a server that really listens. */
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDeeper } from '../../../src/teams/read-body.ts';
import { chat, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot();
});
afterEach(() => testBot.stop());

const port = () => Number(new URL(testBot.url).port);
const alive = async () => (await fetch(`${testBot.url}/healthz`)).status;
const POST = 'POST /api/messages HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\n';

/** Sends these bytes and nothing more. Resolves to the answer when the server has closed the connection. */
function sendRaw(...bytes: (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port(), '127.0.0.1');
    const got: Buffer[] = [];
    socket.on('data', (chunk) => void got.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(got).toString()));
    for (const part of bytes) socket.write(part);
  });
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const withBody = (body: string | Uint8Array, more = '') => [
  `${POST}connection: close\r\n${more}content-length: ${body.length}\r\n\r\n`,
  body,
];
const message = (more: object = {}) => JSON.stringify(testBot.activity('maya', chat('maya'), { type: 'message', text: 'help', ...more }));

describe('the limits', () => {
  it('refuse 64 MB, announced or in pieces', async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    const pieces = Array.from({ length: 64 }, () => piece);
    const announced = sendRaw(`${POST}connection: close\r\ncontent-length: ${64 * piece.length}\r\n\r\n`, ...pieces);
    expect(statusOf(await announced)).toBe(413);
    const chunks = pieces.flatMap((one) => [`${one.length.toString(16)}\r\n`, one, '\r\n']);
    const chunked = sendRaw(`${POST}connection: close\r\ntransfer-encoding: chunked\r\n\r\n`, ...chunks, '0\r\n\r\n');
    expect(statusOf(await chunked)).toBe(413);
    expect(testBot.teams.received).toEqual([]);
  });

  it('take a body of 500 KB and not of 520 KB', async () => {
    expect(statusOf(await sendRaw(...withBody(message({ filler: 'x'.repeat(500_000) }))))).toBe(200);
    expect(statusOf(await sendRaw(...withBody(message({ filler: 'x'.repeat(525_000) }))))).toBe(413);
  });

  it('take 60 levels and not 70', async () => {
    const nested = (levels: number) => message({ value: JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) });
    expect(statusOf(await sendRaw(...withBody(nested(60))))).toBe(200);
    expect(statusOf(await sendRaw(...withBody(nested(70))))).toBe(400);
  });

  it('refuse text that is no UTF-8 instead of mending it', async () => {
    const [head = '', tail = ''] = message({ text: 'SPLIT' }).split('SPLIT');
    const broken = Buffer.concat([Buffer.from(head), Buffer.from([0xc3, 0x28]), Buffer.from(tail)]);
    expect(statusOf(await sendRaw(...withBody(broken)))).toBe(400);
    expect(testBot.teams.received).toEqual([]);
  });

  it('refuse 10,000 header lines', async () => {
    const lines = Array.from({ length: 10_000 }, (_none, index) => `x-${index}: 1\r\n`).join('');
    expect(statusOf(await sendRaw(...withBody(message(), lines)))).toBe(431);
    expect(await alive()).toBe(200);
  });

  it('end a request whose headers or body do not come, and one answers others meanwhile', { tags: 'full' }, async () => {
    const began = performance.now();
    const slow = [sendRaw('POST /api/messages HTTP/1.1\r\nhost: bot\r\n'), sendRaw(`${POST}content-length: 100\r\n\r\n{"type":`)];
    expect(await alive()).toBe(200);
    // Node checks every two seconds for requests that have exceeded their 10 or 15 seconds.
    for (const answer of await Promise.all(slow)) expect([408, 400]).toContain(statusOf(answer));
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(testBot.teams.received).toEqual([]);
  });

  it('hold no more than 500 connections', { tags: 'full' }, async () => {
    const sockets: Socket[] = [];
    let closed = 0;
    for (let index = 0; index < 520; index++) {
      const socket = connect(port(), '127.0.0.1');
      socket.on('error', () => {});
      socket.on('close', () => {
        closed += 1;
      });
      sockets.push(socket);
    }
    await expect.poll(() => closed, { timeout: 30_000 }).toBe(20);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => alive().catch(() => 0), { timeout: 30_000 }).toBe(200);
  });
});

describe('depth', () => {
  it.each([
    ['{"a":[1,2]}', 2],
    ['"{{{{[[[["', 0],
    ['{"a":"\\"[[[[[\\\\"}', 1],
    ['[[],[],[[]]]', 3],
  ])('of %s is %i', (text, depth) => {
    const value = JSON.parse(text);
    expect([isDeeper(value, depth - 1), isDeeper(value, depth)]).toEqual([depth > 0, false]);
  });
});
