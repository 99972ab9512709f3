/** The SDK's clients, by the service address of a tenant. */
import type { ConnectorClient } from 'botframework-connector';
import { botIdentity, type HardenedAuthentication } from './connector.ts';
import type { ServiceUrls } from './service-url.ts';

/** The client for a tenant. `known`: a service address of it; a newer one counts more. */
export type Clients = (tenantId: string, known?: string) => Promise<ConnectorClient>;

export function createClients(authentication: HardenedAuthentication, appId: string, serviceUrls: ServiceUrls): Clients {
  const factory = authentication.createConnectorFactory(botIdentity(appId));
  return async (tenantId, known) => await factory.create(await serviceUrls.of(tenantId, known), '');
}

/** What the SDK would put into a request of its own; asks Microsoft for a token where it has none. */
export async function tokenOf({ credentials }: ConnectorClient): Promise<string | null> {
  let authorization: string | null = null;
  const headers = {
    set(name: string, value: string) {
      if (name.toLowerCase() === 'authorization') authorization = value;
    },
  };
  await credentials.signRequest({ headers } as unknown as Parameters<typeof credentials.signRequest>[0]);
  return authorization;
}
