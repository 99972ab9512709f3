import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startLine } from './line.ts';

/** Answers with what it was asked. */
async function startEcho(): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      // In two statements: restify, which another test file may have loaded, lets writeHead return nothing.
      response.writeHead(201);
      response.end(JSON.stringify({ method: request.method, path: request.url, body }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a line passes on both ways, says to the bot that it is the Playground, and is bad only as long and as far as it is told', async () => {
  const [botUrl, playground] = [await startEcho(), await startEcho()];
  const line = await startLine({ botUrl, connectorUrl: `${playground}/_connector` });
  onTestFinished(() => line.close());
  const post = async (url: string, body: object) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, answer: (await response.json()) as { path?: string; body?: string } };
  };

  const toBot = await post(`${line.botUrl}/api/messages`, { text: 'ack', serviceUrl: 'http://elsewhere' });
  expect(toBot.answer.path).toBe('/api/messages');
  expect(JSON.parse(toBot.answer.body ?? '')).toEqual({ text: 'ack', serviceUrl: line.connectorUrl });

  const send = (room: string) => post(`${line.connectorUrl}/v3/conversations`, { room });
  expect(await send('desk')).toMatchObject({ status: 201, answer: { path: '/_connector/v3/conversations', body: '{"room":"desk"}' } });
  line.breaks(503, ({ path, body }) => path.startsWith('/v3/') && body.includes('desk'));
  expect([(await send('desk')).status, (await send('board')).status, line.refused()]).toEqual([503, 201, 1]);
  line.heals();
  expect([(await send('desk')).status, line.refused()]).toEqual([201, 1]);
});
