/** Another system that wakes people, by Standard Webhooks. */
import { Webhook } from 'standardwebhooks';
import type { PagerFile } from '../desk/file/pagers.ts';
import { outageName } from '../outage/types/outage.ts';
import type { Words } from '../words/words.ts';
import { type Asked, checkTaken, LIMIT_MS, type Request } from './pager.ts';
import { lineOf } from './texts.ts';

const NAMES = { trigger: 'page.triggered', acknowledge: 'page.acknowledged', resolve: 'page.resolved' } as const;

export async function askWebhook(
  { address, allowPrivate }: Extract<PagerFile, { type: 'webhook' }>,
  { step, keys, outage, now, thread, id }: Asked,
  { request, secret, words }: { request: Request; secret: string; words: Words },
): Promise<{ readonly id: string | null }> {
  const { report } = outage;
  const body = JSON.stringify({
    type: NAMES[step],
    timestamp: new Date(now).toISOString(),
    data: {
      keys,
      outage: outageName(outage),
      project: report.project,
      environment: { id: report.environment.id, name: report.environment.name },
      drill: outage.drill !== null,
      acknowledge_by: new Date(outage.acknowledgeBy).toISOString(),
      ...(step === 'trigger' && { text: lineOf(outage, now, words), note: words.pages.notHere }),
      ...(thread && { thread }),
    },
  });
  const at = new Date(now);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  checkTaken('the webhook', await request({ url: address, method: 'POST', headers, body, allowPrivate, limitMs: LIMIT_MS }), true);
  return { id };
}
