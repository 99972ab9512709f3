/**
 * A receiver of webhooks as other systems have one: it checks the signature with the library and the body by the published schema,
 * and knows an event that comes twice by its id. What it does wrong, a test or a seed chooses.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Webhook } from 'standardwebhooks';
import type { Body } from '../../../src/webhooks/body.ts';

/** 32 bytes, which is a secret of tests alone. */
export const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, so').toString('base64')}`;

/** `takes-then-resets`: it has the event, and the answer is lost. `away`: nothing listens. */
export const RECEIVER_FAULTS = [
  ...(['hang', 'slow', 'redirect', 'gone', 'error', 'huge', 'page', 'takes-then-resets', 'resets', 'limited', 'away'] as const),
  'refuses',
] as const;
export type ReceiverFault = (typeof RECEIVER_FAULTS)[number];

const TOLERANCE_S = 300;

const ajv = new Ajv2020({ strict: true });
addFormats.default(ajv);
export const isValidBody = ajv.compile(JSON.parse(readFileSync('src/webhooks/schema.json', 'utf8')));

type Headers = Readonly<Record<string, string | undefined>>;

/** `now`: by its own clock, in ms. */
export function createReceiver(now: () => number, secret = SECRET, toleranceS = TOLERANCE_S) {
  const library = new Webhook(secret);
  /** Every event that it took, in the order in which they first came. */
  const taken = new Map<string, Body>();
  const wrong: string[] = [];
  let again = 0;
  return {
    taken,
    /** What no sender may do: events that are unsigned, old, against the schema, or other than before under the same id. */
    wrong,
    again: () => again,
    bodies: (): readonly Body[] => [...taken.values()],
    types: (): readonly string[] => [...taken.values()].map(({ type }) => type),
    /** Takes an event; returns its status. */
    receive(headers: Headers, text: string): number {
      const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
      const isSigned = library.sign(id, new Date(Number(timestamp) * 1000), text) === signature;
      const isFresh = Math.abs(now() / 1000 - Number(timestamp)) <= toleranceS;
      if (!isSigned || !isFresh || headers['content-type'] !== 'application/json') {
        wrong.push(`${id} at ${timestamp}: ${isSigned ? 'signed' : 'not signed'}, ${isFresh ? 'fresh' : 'old'}`);
        return 401;
      }
      const body = JSON.parse(text) as Body;
      if (!isValidBody(body)) wrong.push(`${id}: ${ajv.errorsText(isValidBody.errors)}`);
      const before = taken.get(id);
      if (before) again += 1;
      if (before && JSON.stringify(before) !== text) wrong.push(`${id} says something else than before`);
      if (!before) taken.set(id, body);
      return 204;
    },
  };
}
export type Receiver = ReturnType<typeof createReceiver>;

/** The same over HTTP. `fault`: what is wrong with its next answer. */
export async function startReceiver(now: () => number, fault: () => ReceiverFault | null = () => null) {
  const receiver = createReceiver(now);
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(`${request.method} ${request.url}`);
    const take = () => receiver.receive(request.headers as Headers, body);
    await answer(response, fault(), take);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...receiver,
    /** What it was asked, each attempt. */
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A little over the time that a request may take would make a test slow, so `slow` is a moment. */
const SLOW_MS = 50;

async function answer(response: ServerResponse, fault: ReceiverFault | null, take: () => number): Promise<void> {
  const says = (status: number, headers: Record<string, string> = {}, text = '') => {
    response.writeHead(status, headers);
    response.end(text);
  };
  switch (fault) {
    case null:
      return says(take());
    case 'hang':
      return;
    case 'slow':
      await sleep(SLOW_MS);
      return says(take());
    case 'redirect':
      return says(308, { location: 'http://169.254.169.254/' });
    case 'gone':
      return says(410);
    case 'error':
      return says(500, {}, 'java.lang.NullPointerException');
    case 'huge':
      take();
      response.writeHead(200);
      for (let mb = 0; mb < 10 && !response.destroyed; mb++) response.write(Buffer.alloc(1_000_000, 'x'));
      return void response.end();
    case 'page':
      return says(200, { 'content-type': 'text/html' }, '<!DOCTYPE html><title>Sign in</title>');
    case 'refuses':
      return says(400);
    case 'limited':
      return says(429, { 'retry-after': '60' });
    case 'takes-then-resets':
      take();
      return void response.destroy();
    case 'resets':
    case 'away':
      return void response.destroy();
  }
}
