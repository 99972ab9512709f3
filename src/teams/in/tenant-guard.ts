/**
 * Which requests come in at all, before the activity is read. The SDK checks whether Teams signed a request for this bot; what
 * it does not check, or only where the body asks for it, is checked here. That takes a parse of its own: the SDK verifies
 * the token by parts of the body, so they are checked before.
 */
import { AuthenticationConstants, AuthenticationError, type Claim } from 'botframework-connector';
import { z } from 'zod';

export const UNAUTHORIZED = 401;
const ISSUER = AuthenticationConstants.ToBotFromChannelTokenIssuer;

const payloadSchema = z.object({ iss: z.string() });

/** Whether the token claims to be from Teams; its signature is not verified yet. HardenedAuthentication says why this comes first. */
export function claimsToBeTeams(authorization: string): boolean {
  const [, payload = ''] = authorization.split('.', 2);
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).iss === ISSUER;
  } catch {
    return false;
  }
}

const guardedSchema = z.object({
  // For other channels the SDK accepts other issuers; for "AseChannel" it does not check the service address.
  channelId: z.literal('msteams'),
  // The SDK does not compare an empty one with the token.
  serviceUrl: z.string().min(1),
  conversation: z.object({ tenantId: z.string().nullish() }).nullish(),
  channelData: z.object({ tenant: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});

/** Whether an activity names its tenant and comes by a trusted address. */
export type TenantGuard = (activity: unknown) => boolean;

/** What comes of a tenant that is no customer's is for people/strangers.ts. */
export function createTenantGuard(parts: { isTrusted: (serviceUrl: string) => boolean }): TenantGuard {
  return (activity) => {
    const parsed = guardedSchema.safeParse(activity);
    if (!parsed.success || !parts.isTrusted(parsed.data.serviceUrl)) return false;
    const { conversation, channelData } = parsed.data;
    const named = [conversation?.tenantId, channelData?.tenant?.id].filter((tenant) => typeof tenant === 'string');
    return named.length > 0;
  };
}

/** The SDK calls this with the claims of every valid token. Throws for another bot's token and for one without a service address. */
export async function onlyTeams(claims: readonly Claim[]): Promise<void> {
  const claim = (name: string) => claims.find(({ type }) => type === name)?.value;
  if (claim(AuthenticationConstants.IssuerClaim) === ISSUER && claim(AuthenticationConstants.ServiceUrlClaim)) return;
  throw new AuthenticationError('not from Teams', UNAUTHORIZED);
}
