/** Would the webhooks hear of an outage tonight? */
import type { Finding } from '../desk/check.ts';
import { faultOf } from '../outward/request.ts';
import type { createKnown } from './outlet.ts';
import type { Receiver } from './receivers.ts';

/** `known`: what became of the last events; null: nobody knows. What can't be found out is not wrong. */
export async function lookAtWebhooks(
  receivers: readonly Receiver[],
  known: Pick<ReturnType<typeof createKnown>, 'read'> | null,
): Promise<readonly Finding[]> {
  const found = await Promise.all(
    receivers.map(async (receiver): Promise<readonly Finding[]> => {
      const { id, url, allowPrivate } = receiver;
      const [why, last] = await Promise.all([faultOf(url, allowPrivate), known?.read(receiver).catch(() => null) ?? null]);
      const finding = { type: 'webhook', webhook: id, host: url.host, since: last?.since ?? null, error: last?.error ?? '' } as const;
      if (last?.gone) return [{ ...finding, why: 'gone' }];
      if (why) return [{ ...finding, why }];
      return last ? [{ ...finding, why: 'failing' }] : [];
    }),
  );
  return found.flat();
}
