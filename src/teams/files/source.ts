/** Fetches what came with a message, from Teams alone: whoever sends an activity writes its addresses. */
import type { FetchFile, SentFile } from '../../engine/ports/files.ts';
import type { ServiceUrls } from '../out/service-url.ts';

/** For one file, from the first byte to the last. */
const LIMIT_MS = 20_000;
const MOST_REDIRECTS = 3;
/** The one domain under which Teams keeps files, for each tenant a host. Only Microsoft names hosts in it. */
const FILE_HOSTS = '.sharepoint.com';
/** It may be there a moment later. */
const LATER = new Set([401, 408, 409, 425, 429]);

type Fetched = Awaited<ReturnType<FetchFile>>;

/** `token`: the value of the header by which the bot says who it is; null in the playground. `loopback`: as of service addresses. */
export function createFileSource(parts: {
  serviceUrls: Pick<ServiceUrls, 'isTrusted'>;
  loopback: boolean;
  token: () => Promise<string | null>;
}): { readonly mayFetch: (sent: SentFile) => boolean; readonly fetchFile: FetchFile } {
  const { serviceUrls, loopback, token } = parts;
  return { mayFetch, fetchFile };

  function mayFetch({ kind, url }: SentFile): boolean {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname, port, username, password } = new URL(url);
    if (username !== '' || password !== '') return false;
    if (loopback) return serviceUrls.isTrusted(url);
    if (protocol !== 'https:' || port !== '') return false;
    return kind === 'picture' ? serviceUrls.isTrusted(url) : hostname.endsWith(FILE_HOSTS);
  }

  async function fetchFile(sent: SentFile, mostBytes: number): Promise<Fetched> {
    if (!mayFetch(sent)) return { failed: 'elsewhere' };
    try {
      // The address of a file has a key of its own, and our token is for the connector alone.
      const authorization = sent.kind === 'picture' ? await token() : null;
      const headers = { 'accept-encoding': 'identity', ...(authorization && { authorization }) };
      return await get(new URL(sent.url), { headers, signal: AbortSignal.timeout(LIMIT_MS) }, mostBytes);
    } catch {
      // Without the error, which has the address in it.
      return { failed: 'later' };
    }
  }
}

async function get(url: URL, options: RequestInit, mostBytes: number, redirects = 0): Promise<Fetched> {
  const response = await fetch(url, { ...options, redirect: 'manual' });
  const { status, headers, body } = response;
  if (status === 200 && body)
    return Number(headers.get('content-length')) > mostBytes ? await end(body, 'too-large') : await read(body, mostBytes);
  await body?.cancel();
  if (status >= 300 && status < 400) {
    const next = URL.parse(headers.get('location') ?? '', url.href);
    // To another host the headers would go too, and that host nobody has checked.
    if (next?.origin !== url.origin || redirects >= MOST_REDIRECTS) return { failed: 'elsewhere' };
    return await get(next, options, mostBytes, redirects + 1);
  }
  return { failed: status >= 500 || LATER.has(status) ? 'later' : 'gone' };
}

async function end(body: ReadableStream, failed: 'too-large'): Promise<Fetched> {
  await body.cancel();
  return { failed };
}

/** No more of it is read than may be kept, whatever its header says. */
async function read(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    // Leaving the loop ends the request.
    if (bytes > mostBytes) return { failed: 'too-large' };
    chunks.push(chunk);
  }
  return { data: Buffer.concat(chunks) };
}
