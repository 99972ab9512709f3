/** Sends events to other systems by Standard Webhooks: signed, each under one id however often it is sent. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Delivery } from '../engine/ports/deliveries.ts';
import { type Cache, SendError } from '../engine/ports/messenger.ts';
import type { Recorded } from '../engine/ports/outages.ts';
import type { Outlet } from '../engine/ports/outlets.ts';
import type { Instant } from '../outage/types/values.ts';
import { type Answer, pauseOf, type request } from '../outward/request.ts';
import { type Body, bodyOf } from './body.ts';
import type { Receiver } from './receivers.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LIMIT_MS = 10_000;
/** So long after an event all bots have the same desk file. */
const STARTED_WITHIN_MS = 15 * MINUTE_MS;
/** Of different receivers; to each of them one event goes after the other. */
const LANES = 8;
const RETRY = {
  forMs: DAY_MS,
  pausesMs: [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS],
} as const;

/** What a receiver will say of the same body for ever. */
const NEVER: readonly number[] = [400, 413, 422];
const GONE = 410;
/** A sign-in page or a proxy's answers 200 too, and took nothing. */
const PAGE = /^\s*<(?:!doctype html|html)\b/i;

/** What is known of a receiver, of the address whose mark it has. `gone`: it said that it wants nothing more. */
const knownSchema = z.object({ mark: z.string(), gone: z.boolean(), since: z.number(), error: z.string() });
type Known = z.infer<typeof knownSchema>;

/** Kept where it may be lost: then a receiver that is gone is asked once more, and says it again. */
export function createKnown(cache: Pick<Cache, 'get' | 'set' | 'delete'>) {
  const keyOf = ({ id }: Receiver) => `webhook:${id}`;
  return {
    /** null: nothing is wrong with it. `mayBeOld`: by up to a minute. */
    async read(receiver: Receiver, mayBeOld = false): Promise<Known | null> {
      const text = await cache.get(keyOf(receiver), mayBeOld);
      const known = typeof text === 'string' ? knownSchema.parse(JSON.parse(text)) : null;
      return known?.mark === receiver.mark ? known : null;
    },
    write: (receiver: Receiver, known: Omit<Known, 'mark'>) =>
      cache.set(keyOf(receiver), JSON.stringify({ mark: receiver.mark, ...known } satisfies Known)),
    forget: (receiver: Receiver) => cache.delete(keyOf(receiver)),
  };
}

export function createWebhookOutlet(parts: {
  readonly receivers: readonly Receiver[];
  readonly known: ReturnType<typeof createKnown>;
  readonly request: typeof request;
}): Outlet {
  const { known, request } = parts;
  const receivers = new Map(parts.receivers.map((one) => [one.id, one]));
  return { send, isIdempotent: () => true, retry: RETRY, gaveUp: async () => {}, lanes: LANES, limitMs: LIMIT_MS };

  async function send(delivery: Delivery, { events }: Recorded, { now }: { readonly now: Instant }) {
    const receiver = delivery.destination.kind === 'webhook' ? receivers.get(delivery.destination.id) : undefined;
    // Another bot may have another desk file, as while bots are started anew one after the other.
    const isNew = now - delivery.createdAt < STARTED_WITHIN_MS;
    const body = receiver && bodyOf(delivery, events, receiver.detail);
    if (!body || !wants(receiver, body)) {
      const why = body ? 'the desk file has taken this event or project from the webhook' : 'the desk file has no such webhook';
      return isNew ? { waits: why } : { skipped: why };
    }
    const before = await known.read(receiver, true);
    if (before?.gone) return { skipped: ENDED };
    const sent = await post(receiver, delivery, JSON.stringify(body), now).catch((error) => remember(receiver, error, before, now));
    if ('id' in sent && before) await known.forget(receiver);
    return sent;
  }

  /** Throws it again, unless another bot has heard before that the receiver is gone: the desk is told of that once. */
  async function remember(receiver: Receiver, error: unknown, before: Known | null, now: Instant): Promise<{ readonly skipped: string }> {
    if (!(error instanceof SendError)) throw error;
    const gone = error.status === GONE;
    if (gone && (await known.read(receiver))?.gone) return { skipped: ENDED };
    if (gone || !before) await known.write(receiver, { gone, since: now, error: error.message });
    throw error;
  }

  async function post(receiver: Receiver, { key }: Delivery, body: string, now: Instant): Promise<{ readonly id: string }> {
    const { url, headers, allowPrivate, signer } = receiver;
    const id = idOf(key);
    const own = {
      'content-type': 'application/json',
      'user-agent': 'outage-desk',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now / SECOND_MS)),
      'webhook-signature': signer.sign(id, new Date(now), body),
    };
    const ask = { url: url.href, method: 'POST', headers: { ...headers, ...own }, body, allowPrivate, limitMs: LIMIT_MS } as const;
    const answer = await request(ask);
    const failure = failureOf(answer, url.host);
    if (failure) throw failure;
    return { id };
  }
}

const ENDED = 'the webhook has ended: it answered 410 Gone';

/** The desk file may have changed since the outage began. */
const wants = ({ events, projects }: Receiver, { type, data }: Body): boolean =>
  (events === 'all' || events.includes(type)) && (projects === 'all' || projects.includes(data.outage.project.id));

/** The same for all attempts. The key of a delivery names what nobody outside needs to know. */
export const idOf = (key: string): string => `msg_${hash('sha256', key, 'base64url')}`;

/** null: it was taken. */
function failureOf(answer: Answer, host: string): SendError | null {
  const { status, text } = answer;
  const pause = pauseOf(answer);
  const details = { status, ...(pause !== null && { retryAfterMs: pause }) };
  if (status >= 200 && status < 300)
    return PAGE.test(text)
      ? new SendError('refused', `${host} answered ${status} with a web page, not as a receiver of events`, details)
      : null;
  if (status === GONE)
    return new SendError(
      'never',
      `${host} answered 410 Gone: it gets no more events. Take it out of the desk file, or correct its address`,
      details,
    );
  if (status >= 300 && status < 400)
    return new SendError('refused', `${host} answered ${status}: it redirects, which is not followed. Write the new address`, details);
  if (NEVER.includes(status)) return new SendError('never', `${host} answered ${status}: it does not take this event`, details);
  return new SendError(status >= 500 ? 'ambiguous' : 'refused', `${host} answered ${status}`, details);
}
