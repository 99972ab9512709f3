/** One HTTP request to an address of the desk file. It goes to the address that was checked, to no other, and reads no more than it needs. */
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { SendError } from '../engine/ports/messenger.ts';
import { createLookup, type Found, type Lookup } from './lookup.ts';
import { isPublic } from './public-address.ts';

const MOST_BYTES = 64 * 1024;
const lookupAll = createLookup();
/** So long a host may keep a message that it refuses, at most. */
const LONGEST_PAUSE_MS = 3_600_000;

export type Ask = {
  readonly url: string;
  readonly method: 'POST' | 'GET';
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** Whether it may be inside the own network, and without TLS. */
  readonly allowPrivate: boolean;
  /** For all of it. */
  readonly limitMs: number;
};
/** `text`: its first 64 KB; less where the answer broke off, because the status says already what became of the request. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

/**
 * Redirects are not followed: the answer has their status. The host is looked up once, and what was found is checked and connected to, so
 * another answer of DNS changes nothing. Throws SendError: 'refused' before the request was written, 'never' for an address that can't
 * be used, 'ambiguous' after it. Its message names the host alone, because the rest of an address may be a secret.
 */
export const request = createRequest(lookupAll);

/** Where an address leads at this moment; 'unknown': DNS does not know its host, or does not answer in time. */
export async function placeOf(url: URL, limitMs: number, lookup: Lookup = lookupAll): Promise<'outside' | 'inside' | 'unknown'> {
  const found = await within(AbortSignal.timeout(limitMs), addressesOf(url, lookup)).catch(() => []);
  if (found.length === 0) return 'unknown';
  return found.every(({ address }) => isPublic(address)) ? 'outside' : 'inside';
}

/** For the check of a desk: it waits no longer for DNS. */
const CHECK_LIMIT_MS = 5_000;

/** Why nothing is sent to an address of the desk file now; null: as far as DNS says, it is. */
export async function faultOf(url: URL, allowPrivate: boolean): Promise<'inside' | 'unknown' | null> {
  const place = await placeOf(url, CHECK_LIMIT_MS);
  return place === 'outside' || (place === 'inside' && allowPrivate) ? null : place;
}

export function createRequest(lookup: Lookup) {
  return async function request(ask: Ask): Promise<Answer> {
    const url = URL.parse(ask.url);
    if (!url || !isUsable(url, ask.allowPrivate)) throw new SendError('never', 'the address is not one with https://');
    const limit = AbortSignal.timeout(ask.limitMs);
    const found = await within(limit, addressesOf(url, lookup)).catch((error) => {
      throw new SendError('refused', `${url.host}: its address was not found${codeOf(error)}`, { cause: error });
    });
    if (found.length === 0) throw new SendError('refused', `${url.host}: it has no address`);
    if (!ask.allowPrivate && !found.every(({ address }) => isPublic(address)))
      throw new SendError('refused', `${url.host} is inside the own network, and the desk file does not allow that (allowPrivate)`);
    return await send(url, ask, found, limit);
  };
}

/** Without TLS only inside the own network; a name and a password would stand in the desk file. */
export const isUsable = ({ protocol, username, password }: URL, allowPrivate: boolean): boolean =>
  (protocol === 'https:' || (protocol === 'http:' && allowPrivate)) && username === '' && password === '';

async function addressesOf({ hostname }: URL, lookup: Lookup): Promise<readonly Found[]> {
  // An IPv6 address stands in brackets in a URL.
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family === 0 ? await lookup(host) : [{ address: host, family }];
}

function within<T>(limit: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    limit.addEventListener('abort', () => reject(limit.reason), { once: true });
    work.then(resolve, reject);
  });
}

function send(url: URL, { method, headers, body = '' }: Ask, found: readonly Found[], signal: AbortSignal): Promise<Answer> {
  const lookup: LookupFunction = (_host, { all }, callback) => {
    const [first] = found;
    if (all) callback(null, [...found]);
    else callback(null, first?.address ?? '', first?.family);
  };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  // A connection of its own: one that was kept open may be gone, and nobody would know whether the request was.
  const options: RequestOptions = {
    method,
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup,
    signal,
    agent: false,
  };
  const sending = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
  let connected = false;
  sending.once('socket', (socket) => socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => (connected = true)));
  let answered = false;
  sending.once('response', (response) => {
    answered = true;
    read(response).then(resolve, reject);
  });
  const failed = (error: unknown) => {
    // What was read until then is the answer.
    if (answered) return;
    const [failure, what] = connected ? (['ambiguous', 'it gave no answer'] as const) : (['refused', 'no connection'] as const);
    reject(new SendError(failure, `${url.host}: ${what}${codeOf(error)}`, { cause: error }));
  };
  sending.on('error', failed);
  // A host that switches to another protocol (101) ends it without an answer and without an error.
  sending.once('close', () => failed(null));
  sending.end(body);
  return promise;
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      bytes += chunk.length;
      // Leaving the loop ends the connection.
      if (bytes >= MOST_BYTES) break;
    }
  } catch {
    // It broke off, or took too long: its status is known.
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headersDistinct)) for (const one of value ?? []) headers.append(name, one);
  return { status: response.statusCode ?? 0, headers, text: Buffer.concat(chunks).subarray(0, MOST_BYTES).toString() };
}

/** Codes alone: the text of an error may quote the address. */
function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || code === 'ABORT_ERR') return ' (time limit)';
  return typeof code === 'string' ? ` (${code})` : '';
}

/** How long the host asks to wait, in ms; null: it does not say, or by a date, which its clock may have wrong. */
export function pauseOf({ headers }: Pick<Answer, 'headers'>): number | null {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text) * 1000, LONGEST_PAUSE_MS) : null;
}
