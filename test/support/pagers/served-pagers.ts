/** The fake pagers as services of this machine, each with an address of its own. */
import type { Ask } from '../../../src/outward/request.ts';
import { serve } from '../outward/serve.ts';
import { createFakePagers, type PagerFault } from './fake-pagers.ts';

/** `fault`: what is wrong with the next request. `onTaken`: called for each request that a service has taken; `isLost`: nobody hears that. */
export async function servePagers({
  fault = () => null,
  onTaken = () => {},
}: {
  readonly fault?: () => PagerFault | null;
  readonly onTaken?: (ask: Ask, isLost: boolean) => void;
} = {}) {
  let next: PagerFault | null = null;
  const pagers = createFakePagers(Date.now, () => next);

  const serviceOf = (host: string) =>
    serve(async ({ path, ...asked }) => {
      const ask: Ask = { ...asked, url: `https://${host}${path}`, allowPrivate: false, limitMs: 0 };
      const wrong = fault();
      // It is asked for before anything else happens.
      next = wrong;
      const answer = await pagers.request(ask).catch(() => null);
      if (wrong === 'hang') return await new Promise<never>(() => {});
      if (wrong === 'lost' || (answer && answer.status < 300)) onTaken(ask, wrong === 'lost');
      return answer;
    });
  const services = { pagerDuty: await serviceOf('events.pagerduty.com'), twilio: await serviceOf('api.twilio.com') };
  return {
    pagers,
    urls: { pagerDuty: services.pagerDuty.url, twilio: services.twilio.url },
    stop() {
      for (const one of Object.values(services)) one.stop();
    },
  };
}
export type ServedPagers = Awaited<ReturnType<typeof servePagers>>;
