/** Finds where a host is, without the threads that Node has for all look-ups and files together: Teams' messages need them too. */
import { lookup, Resolver } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export type Found = { readonly address: string; readonly family: number };
export type Lookup = (host: string) => Promise<readonly Found[]>;

/** Made anew for each look-up, because it reads once which servers there are. */
const createResolver = () => new Resolver({ timeout: 1_500, tries: 2 });

const OTHER_FAMILY_MS = 250;
/** How DNS says so, rather than that it could not find out. */
const DOES_NOT_HAVE_IT: readonly unknown[] = ['ENOTFOUND', 'ENODATA'];

/**
 * Asks DNS itself. The machine (`getaddrinfo`, which holds a thread for as long as DNS hangs) is asked for names without a dot and for those
 * that DNS does not have, such as `localhost` and those of /etc/hosts; never where DNS did not answer, or
 * failed.
 */
export function createLookup(resolver: () => Resolver = createResolver, machine: Lookup = (host) => lookup(host, { all: true })): Lookup {
  return async function lookup(host) {
    if (!host.includes('.')) return await machine(host);
    const dns = resolver();
    const asked = [dns.resolve4(host), dns.resolve6(host)];
    const late = afterFirst(asked);
    const answers = await Promise.allSettled(asked.map((one) => Promise.race([one, late])));
    const found = answers.flatMap((one, index) =>
      one.status === 'fulfilled' ? one.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })) : [],
    );
    if (found.length > 0) return found;
    const silent = answers.find((one) => one.status === 'rejected' && !DOES_NOT_HAVE_IT.includes(one.reason.code));
    if (silent?.status === 'rejected') throw silent.reason;
    return await machine(host);
  };
}

/** Where the addresses of one family are known, those of the other are waited for a moment alone: some servers never answer for IPv6. */
async function afterFirst(asked: readonly Promise<unknown>[]): Promise<never> {
  await Promise.any(asked).catch(() => new Promise<never>(() => {}));
  await sleep(OTHER_FAMILY_MS, undefined, { ref: false });
  throw new Error('the other family was known before');
}
