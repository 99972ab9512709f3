/** Reads a request's body as JSON, within limits. restify's own parser repairs broken text and does not limit nesting. */
import type { IncomingMessage } from 'node:http';

/** `hangUp`: the rest of the body is not read; close the connection. */
type Body = { readonly value: unknown } | { readonly refused: 400 | 413; readonly hangUp: boolean };

/** Teams' own limit for a message is about 100 KB, before encoding and without the envelope. Its activities have some ten levels. */
const MOST_BYTES = 512 * 1024;
const MOST_LEVELS = 64;
/** A larger body is read and discarded up to here, so that the sender gets the answer. */
const HANG_UP_BYTES = 4 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length']) > HANG_UP_BYTES) return { refused: 413, hangUp: true };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // By default, leaving the loop destroys the request, and the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > HANG_UP_BYTES) return { refused: 413, hangUp: true };
    }
    if (bytes > MOST_BYTES) return { refused: 413, hangUp: false };
    // Invalid UTF-8 is refused: repaired, it would say something that nobody sent.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    const value: unknown = JSON.parse(text);
    return isDeeper(value, MOST_LEVELS) ? { refused: 400, hangUp: false } : { value };
  } catch {
    return { refused: 400, hangUp: false };
  }
}

/** The SDK and we walk the value recursively, which would overflow the stack. `JSON.parse` itself does not recurse. */
export function isDeeper(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return limit === 0 || Object.values(value).some((one) => isDeeper(one, limit - 1));
}
