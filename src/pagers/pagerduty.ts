/** PagerDuty, by its Events API v2. Each step of the ladder is an alert of its own there: one that was acknowledged would ring nobody again. */
import { LRUCache } from 'lru-cache';
import type { PagerFile } from '../desk/file/pagers.ts';
import { SendError } from '../engine/ports/messenger.ts';
import { outageName } from '../outage/types/outage.ts';
import type { Words } from '../words/words.ts';
import { type Asked, checkTaken, LIMIT_MS, type Request } from './pager.ts';
import { lineOf, short } from './texts.ts';

/** What PagerDuty takes of a summary. */
const LONGEST_SUMMARY = 1024;

/** It takes about 120 events a minute of one routing key, and an outage that nobody took for a day has more alerts. */
const AT_ONCE = 10;
/** Deliveries of which it took a part, the newest. */
const MOST_REMEMBERED = 100;

/** By what sends: the keys that it took, by delivery, so that the next attempt goes on with the others. A new process sends all again. */
const remembered = new WeakMap<Request, LRUCache<string, Set<string>>>();
function partsOf(request: Request): LRUCache<string, Set<string>> {
  const parts = remembered.get(request) ?? new LRUCache({ max: MOST_REMEMBERED });
  remembered.set(request, parts);
  return parts;
}

/** `limitMs`: for all of it. */
export async function askPagerDuty(
  { address, allowPrivate }: Extract<PagerFile, { type: 'pagerduty' }>,
  asked: Asked,
  { request, secret, words, limitMs = LIMIT_MS }: { request: Request; secret: string; words: Words; limitMs?: number },
): Promise<{ readonly id: string | null }> {
  const url = `${address}/v2/enqueue`;
  const send = async (key: string) => {
    const event = {
      routing_key: secret,
      event_action: asked.step,
      dedup_key: key,
      ...(asked.step === 'trigger' && payloadOf(asked, words)),
    };
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(event);
    checkTaken('PagerDuty', await request({ url, method: 'POST', headers, body, allowPrivate, limitMs: eachMs }), true);
    taken.add(key);
  };

  const parts = partsOf(request);
  const taken = parts.get(asked.id) ?? new Set<string>();
  const left = asked.keys.filter((key) => !taken.has(key));
  // The last of many begins at half time.
  const eachMs = left.length > AT_ONCE ? limitMs / 2 : limitMs;
  const late = AbortSignal.timeout(eachMs);
  const failures: unknown[] = [];
  const work = async () => {
    while (failures.length === 0 && !late.aborted) {
      const key = left.shift();
      if (key === undefined) return;
      await send(key).catch((error) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (taken.size > 0 && taken.size < asked.keys.length) parts.set(asked.id, taken);
  if (failures.length > 0) throw failures[0];
  if (left.length > 0) throw new SendError('refused', `PagerDuty: ${left.length} alerts are left for the next attempt`);
  parts.delete(asked.id);
  return { id: asked.keys.at(-1) ?? null };
}

function payloadOf({ outage, now, thread }: Asked, words: Words) {
  const { report } = outage;
  return {
    client: words.pages.source,
    ...(thread && { client_url: thread, links: [{ href: thread, text: words.pages.openThread }] }),
    payload: {
      summary: short(lineOf(outage, now, words), LONGEST_SUMMARY),
      source: short(`${report.project.name}: ${report.environment.name}`, LONGEST_SUMMARY),
      severity: outage.drill ? 'info' : 'critical',
      timestamp: new Date(outage.reportedAt).toISOString(),
      component: short(report.scenario.title, LONGEST_SUMMARY),
      custom_details: {
        outage: outageName(outage),
        acknowledge_by: new Date(outage.acknowledgeBy).toISOString(),
        note: words.pages.notHere,
      },
    },
  };
}
