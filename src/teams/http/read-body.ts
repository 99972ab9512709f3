/** The body of a request as JSON, within limits. restify's parser measures before it inflates, mends broken text, and asks for no depth. */
import type { IncomingMessage } from 'node:http';

/** `hangUp`: the rest is not worth reading. */
export type Body = { readonly value: unknown } | { readonly refused: 400 | 413; readonly hangUp: boolean };
/** What is longer than `bytes` is thrown away as it comes, so that the sender hears why; beyond `hangUpBytes` not even that. */
export type BodyLimits = { readonly bytes: number; readonly hangUpBytes: number; readonly depth: number };

export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Body> {
  if (Number(request.headers['content-length']) > limits.hangUpBytes) return { refused: 413, hangUp: true };
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Broken off by hand: for-await would destroy the request, and the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= limits.bytes) chunks.push(chunk);
      else chunks.length = 0;
      if (bytes > limits.hangUpBytes) return { refused: 413, hangUp: true };
    }
    if (bytes > limits.bytes) return { refused: 413, hangUp: false };
    // A half character is no text: to mend it would be to read something that nobody sent.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return isDeeper(text, limits.depth) ? { refused: 400, hangUp: false } : { value: JSON.parse(text) };
  } catch {
    return { refused: 400, hangUp: false };
  }
}

/** Counted before it is parsed: whoever walks through what is too deep, as the SDK and we do, falls off the stack. */
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
