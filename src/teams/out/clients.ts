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
