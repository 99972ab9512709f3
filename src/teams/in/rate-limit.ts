/** Limits requests by person and by tenant. It protects this process, so it counts in memory, and each bot counts for itself. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests in a minute. Five a second is more than anybody can press or type, even in a storm of reports. */
const PERSON = 300;
/** People of the desk have four times as much, and do not count for their tenant: an acknowledgement never waits behind reports. */
const DESK_PERSON = 1_200;
/** A hundred a second, about half of what one process can answer. */
const TENANT = 6_000;
const MINUTE_S = 60;

/** `first`: the first denial in this minute; only this one is answered where an answer costs a message. */
export type OverLimit = { readonly waitSeconds: number; readonly first: boolean };

export function createRateLimit() {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_S });
  const people = limiter(PERSON);
  const desk = limiter(DESK_PERSON);
  const tenants = limiter(TENANT);
  return {
    /** Counts one request of this person (an Entra id) in this tenant; null when it is within the limits. */
    async count({ person, tenant, ofDesk }: { person: string; tenant: string; ofDesk: boolean }): Promise<OverLimit | null> {
      // In another tenant the same id belongs to somebody else.
      const own = await consume(ofDesk ? desk : people, `${tenant} ${person}`);
      return own ?? (ofDesk ? null : await consume(tenants, tenant));
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<OverLimit | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (denied) {
    if (!(denied instanceof RateLimiterRes)) throw denied;
    return { waitSeconds: Math.ceil(denied.msBeforeNext / 1_000), first: denied.consumedPoints === limiter.points + 1 };
  }
}
