/** Sends what people do to a program under test, a few at a time, as Teams would. */
import { setTimeout as pause } from 'node:timers/promises';

/** How many people act at once, on either side of a comparison: what is batched then is batched on both. */
const AT_ONCE = 4;
const ANSWER_LIMIT_MS = 30_000;
/** The bot takes 6,000 requests of a tenant in a minute. */
const A_MINUTE = 5_800;
const MINUTE_MS = 60_000;

/** `post`: no faster than the bot takes them. `postNow`: at once. Both give the body of the answer. */
export function createSender(url: string, token: () => string | undefined) {
  const times = new Map<string, number[]>();
  const postNow = (body: object) => post(url, body, token());
  return {
    postNow,
    async post(body: object): Promise<string> {
      const { channelData } = body as { readonly channelData?: { readonly tenant?: { readonly id: string } } };
      const tenant = channelData?.tenant?.id ?? '';
      const sent = times.get(tenant) ?? [];
      times.set(tenant, sent);
      const now = performance.now();
      const at = sent.length < A_MINUTE ? now : Math.max(now, (sent.shift() ?? 0) + MINUTE_MS);
      sent.push(at);
      if (at > now) await pause(at - now);
      return await postNow(body);
    },
  };
}

/** Throws for any answer but 200 to 202. */
async function post(url: string, body: object, authorization?: string): Promise<string> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  const text = await response.text();
  if (![200, 201, 202].includes(response.status)) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** Does `work` for each item, `atOnce` of them at a time. */
export async function several<Item>(items: Iterable<Item>, work: (item: Item) => Promise<unknown>, atOnce = AT_ONCE): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** 0, 1, 2 and so on, `count` of them. */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
