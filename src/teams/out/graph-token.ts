/** The bot's token for Microsoft Graph, by the SDK's credentials, which cache it until it expires. */
import { ConfigurationServiceClientCredentialFactory, type ConfigurationServiceClientCredentialFactoryOptions } from 'botbuilder';
import { AppCredentials, AuthenticationConstants } from 'botframework-connector';

/**
 * `options`: by the SDK's names. `tenantId`: the desk's, whose messages are read; a multi-tenant bot has no tenant of its
 * own. `graphUrl`: the token is valid for its host only. The function that it returns throws when there is no token.
 */
export function createGraphToken(
  options: ConfigurationServiceClientCredentialFactoryOptions,
  tenantId: string,
  graphUrl: string,
): () => Promise<string> {
  const { MicrosoftAppId = '', MicrosoftAppType } = options;
  const ofDesk = { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId };
  const factory = new ConfigurationServiceClientCredentialFactory(MicrosoftAppType === 'MultiTenant' ? { ...options, ...ofDesk } : options);
  const login = AuthenticationConstants.ToChannelFromBotLoginUrlPrefix;
  return async () => {
    const credentials = await factory.createCredentials(MicrosoftAppId, new URL(graphUrl).origin, login, true);
    if (!(credentials instanceof AppCredentials)) throw new Error("the SDK's credentials give no token any more");
    return await credentials.getToken();
  };
}
