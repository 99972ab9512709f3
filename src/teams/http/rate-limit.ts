/**
 * How much one person and one tenant may ask of this process. It protects the process, so it is kept in its memory and goes
 * by its clock: each bot counts for itself, and a restart forgets. What Teams lets us send is another matter (store/queue/rate-limits.ts).
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests in a minute. Five a second is more than anybody can press or type, also with every report of a storm before them. */
const PERSON = 300;
/** Whoever is of the desk counts for themselves alone, and four times as much: an acknowledgement is never in a line behind reports. */
const DESK_PERSON = 1_200;
/** A hundred a second, about half of what one process can answer. */
const TENANT = 6_000;
const MINUTE_S = 60;

/** `first`: nothing was refused before in this minute, so it is worth an answer where an answer costs a message. */
export type Refusal = { readonly waitSeconds: number; readonly first: boolean };
export type RateLimit = {
  /** Counts one request of this person (an Entra id) in this tenant; null when it may go on. */
  take(who: { readonly person: string; readonly tenant: string; readonly ofDesk: boolean }): Promise<Refusal | null>;
};
export type RateLimits = { readonly person: number; readonly deskPerson: number; readonly tenant: number };

export function createRateLimit(limits: RateLimits = { person: PERSON, deskPerson: DESK_PERSON, tenant: TENANT }): RateLimit {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_S });
  const people = limiter(limits.person);
  const desk = limiter(limits.deskPerson);
  const tenants = limiter(limits.tenant);
  return {
    async take({ person, tenant, ofDesk }) {
      // In another tenant the same id is somebody else.
      const own = await ask(ofDesk ? desk : people, `${tenant} ${person}`);
      return own ?? (ofDesk ? null : await ask(tenants, tenant));
    },
  };
}

async function ask(limiter: RateLimiterMemory, key: string): Promise<Refusal | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { waitSeconds: Math.ceil(refused.msBeforeNext / 1_000), first: refused.consumedPoints === limiter.points + 1 };
  }
}
