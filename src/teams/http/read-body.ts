/** Reads a request's body as JSON, within limits. restify's own parser repairs broken text and does not limit nesting. */
import type { IncomingMessage } from 'node:http';

/** `hangUp`: the rest of the body is not read; close the connection. */
export type Body = { readonly value: unknown } | { readonly refused: 400 | 413; readonly hangUp: boolean };
/** A body over `bytes` is read and discarded, so that the sender gets the answer; over `hangUpBytes` reading stops. */
export type BodyLimits = { readonly bytes: number; readonly hangUpBytes: number; readonly depth: number };

export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Body> {
  if (Number(request.headers['content-length']) > limits.hangUpBytes) return { refused: 413, hangUp: true };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // By default, leaving the loop destroys the request, and the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= limits.bytes) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > limits.hangUpBytes) return { refused: 413, hangUp: true };
    }
    if (bytes > limits.bytes) return { refused: 413, hangUp: false };
    // Invalid UTF-8 is refused: repaired, it would say something that nobody sent.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return isDeeper(text, limits.depth) ? { refused: 400, hangUp: false } : { value: JSON.parse(text) };
  } catch {
    return { refused: 400, hangUp: false };
  }
}

/** Limits nesting before the text is parsed: the SDK and we walk the value recursively, which would overflow the stack. */
export function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > limit) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}
