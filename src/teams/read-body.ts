/** Reads the body of a request within limits: its size, its depth, and that it is text. */
import type { Request } from 'restify';

/** Teams' own limit for a message is about 100 KB, before encoding and without the envelope. Its activities have some ten levels. */
const MOST_BYTES = 512 * 1024;
const MOST_LEVELS = 64;
/** A larger body is read and discarded up to here, so that the sender gets the answer. */
const HANG_UP_BYTES = 4 * 1024 * 1024;

/** `text`: as it was sent, for whoever checks its signature. `hangUp`: the rest is not read. */
export type Body = { readonly text: string; readonly value: unknown } | { readonly refused: 400 | 413 | 415; readonly hangUp: boolean };

/** Reads the body as JSON. restify's own parser repairs broken text and does not limit nesting. */
export async function readBody(request: Request, mostBytes = MOST_BYTES): Promise<Body> {
  // What sends to us sends plain JSON. The size of a compressed body cannot be limited.
  if (request.getContentType() !== 'application/json' || request.headers['content-encoding'] !== undefined)
    return { refused: 415, hangUp: false };
  if (Number(request.headers['content-length']) > HANG_UP_BYTES) return { refused: 413, hangUp: true };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // By default, leaving the loop destroys the request, and the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > HANG_UP_BYTES) return { refused: 413, hangUp: true };
    }
    if (bytes > mostBytes) return { refused: 413, hangUp: false };
    // Invalid UTF-8 is refused: repaired, it would say something that nobody sent.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    const value: unknown = JSON.parse(text);
    return isDeeper(value, MOST_LEVELS) ? { refused: 400, hangUp: false } : { text, value };
  } catch {
    return { refused: 400, hangUp: false };
  }
}

/** The SDK and we walk the value recursively, which would overflow the stack. `JSON.parse` itself does not recurse. */
export function isDeeper(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((one) => isDeeper(one, limit - 1));
}
