/** The newest service address of each tenant. One that is not Microsoft's is never stored or used: its owner would get our token. */
import { seenTenant } from '../../desk/desk-file.ts';
import type { Cache } from '../../engine/ports/messenger.ts';

/** Exact hosts, since anybody can register names below some of their domains. Public cloud, GCC, GCC High, DoD. */
const HOSTS = new Set([
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export type ServiceUrls = ReturnType<typeof createServiceUrls>;

type Options = { readonly configured: string; readonly loopback: boolean; readonly cache: Pick<Cache, 'get' | 'keep'> };

export function createServiceUrls({ configured, loopback, cache }: Options) {
  const isTrusted = (serviceUrl: string) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname } = new URL(serviceUrl);
    if (loopback) return LOOPBACK.has(hostname);
    return protocol === 'https:' && (HOSTS.has(hostname) || hostname === new URL(configured).hostname);
  };
  return {
    /** Whether it is a service address that our token may be sent to. */
    isTrusted,
    async remember(tenantId: string, serviceUrl: string): Promise<void> {
      if (isTrusted(serviceUrl)) await cache.keep(seenTenant(tenantId), serviceUrl);
    },
    /** The newest address of the tenant, else the one given, else the configured one. */
    async of(tenantId: string, known?: string): Promise<string> {
      const newest = await cache.get(seenTenant(tenantId), true).catch(() => undefined);
      const found = [newest, known, configured].find((url): url is string => typeof url === 'string' && isTrusted(url));
      return found ?? configured;
    },
  };
}
