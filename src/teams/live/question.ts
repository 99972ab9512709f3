/**
 * How `check --live` finds out whether its request came to this desk's bot. It makes up a question and an answer for this one time, writes
 * both into the store, and sends the question along. A bot on the same store knows the answer; nobody else can. It stands beside the same
 * 401, so nobody is let in by it, and a request that does not know the question gets nothing that another request would not get.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../../engine/ports/log.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import { withTimeout } from '../out/timeout.ts';

/** Carries the question, and the answer back. */
export const HEADER = 'x-outage-desk-check';
const KEY = 'live-check';
const BYTES = 32;
const LASTS_MS = 60_000;
/** So long the store may take to say what was asked; then the answer is that of a bot that was not asked. */
const LOOK_LIMIT_MS = 2_000;
/** Anybody can send a question, so the store is looked at for one of them at a time, and not more often than this. */
const LOOK_EVERY_MS = 100;

/** 256 bits: nobody guesses one. */
const valueSchema = z.string().regex(/^[\w-]{43}$/);
const questionSchema = z.object({ question: valueSchema, answer: valueSchema });
export type Question = z.infer<typeof questionSchema>;

/** A new question, known to all bots on this store for a minute, or until it is disposed of. The one before it is void. */
export async function putQuestion(cache: Pick<Cache, 'set' | 'delete'>): Promise<Question & AsyncDisposable> {
  const made = () => randomBytes(BYTES).toString('base64url');
  const put = { question: made(), answer: made() };
  await cache.set(KEY, put, LASTS_MS);
  return { ...put, [Symbol.asyncDispose]: () => cache.delete(KEY) };
}

export type AnswerQuestion = (asked: unknown) => Promise<string | null>;

/** `asked`: the header of a request without a token. What it returns never rejects; null: this is not what was asked, or nobody asked. */
export function createAnswerQuestion({ cache, now, log }: { cache: Pick<Cache, 'get'>; now: () => number; log: Log }): AnswerQuestion {
  let isLooking = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async (asked) => {
    const given = valueSchema.safeParse(asked);
    // A clock that was set back must not hold up the next look.
    if (!given.success || isLooking || Math.abs(now() - lookedAt) < LOOK_EVERY_MS) return null;
    isLooking = true;
    lookedAt = now();
    const looked = cache.get(KEY).finally(() => {
      isLooking = false;
    });
    const put = questionSchema.safeParse(await withTimeout(looked, LOOK_LIMIT_MS).catch(() => null)).data;
    if (!put || !timingSafeEqual(Buffer.from(given.data), Buffer.from(put.question))) return null;
    log.info({}, 'a check from outside reached this bot');
    return put.answer;
  };
}
