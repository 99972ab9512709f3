/** PagerDuty, by its Events API v2. Each step of the ladder is an alert of its own there: one that was acknowledged would ring nobody again. */
import type { PagerFile } from '../desk/file/pagers.ts';
import { outageName } from '../outage/types/outage.ts';
import type { Words } from '../words/words.ts';
import { type Asked, checkTaken, LIMIT_MS, type Request } from './pager.ts';
import { lineOf, short } from './texts.ts';

/** What PagerDuty takes of a summary. */
const LONGEST_SUMMARY = 1024;

export async function askPagerDuty(
  { address, allowPrivate }: Extract<PagerFile, { type: 'pagerduty' }>,
  asked: Asked,
  { request, secret, words }: { request: Request; secret: string; words: Words },
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
    checkTaken(
      'PagerDuty',
      await request({ url, method: 'POST', headers, body: JSON.stringify(event), allowPrivate, limitMs: LIMIT_MS }),
      true,
    );
  };
  await Promise.all(asked.keys.map(send));
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
