/** How the bot proves who it is: a secret or a managed identity, which the SDK does, or a federated token instead of a secret. */
import { readFile } from 'node:fs/promises';
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { MsalServiceClientCredentialsFactory, type ServiceClientCredentialsFactory } from 'botframework-connector';

/** The same class, by the declarations for CommonJS. */
type SdksClient = ConstructorParameters<typeof MsalServiceClientCredentialsFactory>[1];

export type Credentials = {
  /** Under the SDK's names; without an app id authentication is off. */
  readonly options: ConfigurationBotFrameworkAuthenticationOptions;
  /** In the place of what the SDK would make of the options. */
  readonly factory?: ServiceClientCredentialsFactory;
};

type Identity = { readonly [name in 'MicrosoftAppId' | 'MicrosoftAppPassword' | 'MicrosoftAppType' | 'MicrosoftAppTenantId']: string };

/** In the playground there are none, which switches off authentication. */
export async function credentialsOf({
  playground,
  FEDERATED_TOKEN_FILE: tokenFile,
  ...own
}: Identity & { readonly playground: boolean; readonly FEDERATED_TOKEN_FILE: string }): Promise<Credentials> {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = own;
  if (playground) return { options: {} };
  if (tokenFile) return await federated({ appId: MicrosoftAppId, tenantId: MicrosoftAppTenantId, tokenFile });
  return { options: { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } };
}

/**
 * The token of another identity provider (a Kubernetes service account, a build) is in a file that its host renews, and Entra takes it in
 * exchange for one of ours. The SDK's own factory keeps the first token for ever, which then ends, so the file is read each time.
 */
export async function federated(of: { appId: string; tenantId: string; tokenFile: string }): Promise<Credentials> {
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  const { appId, tenantId, tokenFile } = of;
  const clientAssertion = async () => (await readFile(tokenFile, 'utf8')).trim();
  const auth = { clientId: appId, authority: `https://login.microsoftonline.com/${tenantId}`, clientAssertion };
  const client = new ConfidentialClientApplication({ auth });
  return {
    options: { MicrosoftAppId: appId, MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId },
    factory: new MsalServiceClientCredentialsFactory(appId, client as unknown as SdksClient),
  };
}
