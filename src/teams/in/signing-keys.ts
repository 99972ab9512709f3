/**
 * Microsoft's directory of the keys that sign what Teams sends. It stands in the place of the SDK's own, which drops its keys for an
 * hour when the directory answers with an empty list, lets a request fail when a refresh fails, and waits without a limit.
 */
import { createHash, createPublicKey } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../engine/ports/log.ts';

/** Microsoft asks for a refresh at least once a day. */
const FRESH_MS = 24 * 3_600_000;
/** A key that is not in the list may be new, or forged: the directory is asked again so often. */
const ASK_AGAIN_MS = 60_000;
const RETRY_MS = 10_000;
const LIMIT_MS = 5_000;

const metadataSchema = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const listSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).optional(),
});

/** In the SDK's shape: `key` is PEM. */
type SigningKey = { readonly key: string; readonly endorsements?: readonly string[] | undefined };

/** Whether a request is from Teams cannot be said now, because no key is known that could tell. */
export class NoSigningKeysError extends Error {
  override name = 'NoSigningKeysError';
}

export type SigningKeys = ReturnType<typeof createSigningKeys>;

/** `url`: of the OpenID metadata, which says where the list of keys is. `limit`: ends a question to the directory. */
export function createSigningKeys(parts: { url: string; now: () => number; log: Log; limit?: () => AbortSignal }) {
  const { url, now, log, limit = () => AbortSignal.timeout(LIMIT_MS) } = parts;
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failingSince: number | null = null;
  let refreshing: Promise<void> | null = null;

  return {
    /** null: Microsoft does not know this key. Rejects with NoSigningKeysError when that cannot be said. */
    async getKey(id: string): Promise<SigningKey | null> {
      const due = refreshIfDue(keys.has(id) ? FRESH_MS : ASK_AGAIN_MS);
      // A key that is known does not wait for the directory.
      if (!keys.has(id)) await due;
      const found = keys.get(id);
      if (!found && failingSince !== null) throw new NoSigningKeysError('no answer of the directory of keys', { cause: url });
      return found ?? null;
    },
    /** Asks the directory where that is due. Never rejects. */
    check: () => refreshIfDue(FRESH_MS),
    /** For how many ms the directory has failed, and how many keys are known all the same; null: it does not fail. */
    failing: () => (failingSince === null ? null : { forMs: now() - failingSince, count: keys.size }),
  };

  /** One request to the directory serves all that wait for it. Never rejects. */
  function refreshIfDue(afterMs: number): Promise<void> {
    const at = now();
    // A clock that was set back must not hold up the next question.
    const isPast = (since: number, ms: number) => Math.abs(at - since) >= ms;
    const isDue = isPast(refreshedAt, afterMs) || failingSince !== null;
    if (!refreshing && isDue && isPast(triedAt, RETRY_MS)) {
      triedAt = at;
      refreshing = refresh().finally(() => {
        refreshing = null;
      });
    }
    return refreshing ?? Promise.resolve();
  }

  async function refresh() {
    try {
      keys = await readKeys();
      refreshedAt = now();
      if (failingSince !== null) log.info({ count: keys.size }, "Microsoft's signing keys can be read again");
      failingSince = null;
    } catch (error) {
      if (failingSince === null) log.error({ err: error, count: keys.size }, "Microsoft's signing keys cannot be read; trying again");
      failingSince ??= now();
    }
  }

  async function readKeys(): Promise<ReadonlyMap<string, SigningKey>> {
    const signal = limit();
    const { jwks_uri } = metadataSchema.parse(await read(url, signal));
    const { keys: listed } = listSchema.parse(await read(jwks_uri, signal));
    const found = new Map(listed.flatMap(readKey));
    if (found.size === 0) throw new Error('the directory lists no key');
    return found;
  }
}

const MOST_TOKENS = 1_000;
const tokenSchema = z.tuple([z.object({ kid: z.string() }), z.object({ exp: z.number() })]);

export type AcceptedTokens<Result> = ReturnType<typeof createAcceptedTokens<Result>>;

/**
 * What came of verifying a token: Teams sends the same one for an hour, and to verify it takes a third of a turn. It is known by a
 * hash, and forgotten when it ends, or when the directory does not list its key any more. A refusal is not remembered.
 */
export function createAcceptedTokens<Result>({ getKey, now }: Pick<SigningKeys, 'getKey'> & { now: () => number }) {
  type Accepted = { readonly result: Result; readonly kid: string; readonly key: string; readonly endsAt: number };
  const tokens = new LRUCache<string, Accepted>({ max: MOST_TOKENS });
  const hashOf = (header: string) => createHash('sha256').update(header).digest('base64');
  const keyOf = async (kid: string) => JSON.stringify(await getKey(kid));
  return {
    async find(header: string): Promise<Result | null> {
      const hash = hashOf(header);
      const found = tokens.get(hash);
      if (!found) return null;
      if (now() < found.endsAt && (await keyOf(found.kid)) === found.key) return found.result;
      tokens.delete(hash);
      return null;
    },
    /** The token must have been verified. */
    async keep(header: string, result: Result): Promise<void> {
      const [, ...parts] = header.split(/[ .]/, 3);
      const read = tokenSchema.safeParse(parts.map((text) => JSON.parse(Buffer.from(text, 'base64url').toString()))).data;
      const key = read && (await keyOf(read[0].kid));
      if (key && key !== 'null') tokens.set(hashOf(header), { result, kid: read[0].kid, key, endsAt: read[1].exp * 1_000 });
    },
  };
}

async function read(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`the directory of keys answered ${response.status}`);
  return await response.json();
}

/** The key under its id; nothing for a key of another kind, or one that is damaged. */
function readKey(listed: unknown): readonly [string, SigningKey][] {
  const parsed = keySchema.safeParse(listed);
  if (!parsed.success) return [];
  const { kid, kty, n, e, endorsements } = parsed.data;
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    return [[kid, { key: String(key), endorsements }]];
  } catch {
    return [];
  }
}
