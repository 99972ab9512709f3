/** Real tokens: Microsoft's sign-in on this machine, for the bot and for a peer alike, and the header that Teams would send. */
import { APP_ID, SECRET, SERVICE_URL, startSignIn, trueToken } from '../../attack/microsoft.ts';
import { TENANT } from '../../support/bot/users.ts';
import type { Connector } from './connector.ts';

export type SignIn = {
  /** For a program that speaks to this connector. */
  environment(connector: Connector): Record<string, string>;
  readonly imports: readonly string[];
  /** By which Teams names the connector. */
  readonly serviceUrl: string;
  token(): string;
  stop(): Promise<void>;
};

/** Leads connections to Microsoft's hosts to this machine. */
const redirect = new URL('../../attack/local-microsoft.ts', import.meta.url).href;

export async function startLocalSignIn(): Promise<SignIn> {
  const { port, stop } = await startSignIn();
  return {
    environment(connector) {
      const own = Number(new URL(connector.serviceUrl).port);
      const ports = {
        'smba.trafficmanager.net': own,
        'login.botframework.com': port,
        'login.microsoftonline.com': port,
        'graph.microsoft.com': port,
      };
      return {
        MicrosoftAppId: APP_ID,
        MicrosoftAppPassword: SECRET,
        MicrosoftAppTenantId: TENANT,
        LOCAL_MICROSOFT: JSON.stringify(ports),
      };
    },
    imports: [redirect],
    serviceUrl: SERVICE_URL,
    token: trueToken,
    stop: async () => stop(),
  };
}
