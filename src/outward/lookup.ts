/** Finds where a host is, without the threads that Node has for all look-ups and files together: Teams' messages need them too. */
import { lookup, Resolver } from 'node:dns/promises';

export type Found = { readonly address: string; readonly family: number };
export type Lookup = (host: string) => Promise<readonly Found[]>;

/** Made anew for each look-up, because it reads once which servers there are. */
const createResolver = () => new Resolver({ timeout: 1_500, tries: 2 });

/**
 * Asks DNS itself. The machine (`getaddrinfo`, which holds a thread for as long as DNS hangs) is asked for names without a dot and for those
 * that DNS does not have, such as `localhost` and those of /etc/hosts; never where DNS did not answer.
 */
export function createLookup(resolver: () => Resolver = createResolver, machine: Lookup = (host) => lookup(host, { all: true })): Lookup {
  return async function lookup(host) {
    if (!host.includes('.')) return await machine(host);
    const dns = resolver();
    const answers = await Promise.allSettled([dns.resolve4(host), dns.resolve6(host)]);
    const found = answers.flatMap((one, index) =>
      one.status === 'fulfilled' ? one.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })) : [],
    );
    if (found.length > 0) return found;
    const silent = answers.find((one) => one.status === 'rejected' && one.reason.code === 'ETIMEOUT');
    if (silent?.status === 'rejected') throw silent.reason;
    return await machine(host);
  };
}
