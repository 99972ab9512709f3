/**
 * Who may speak to the bot at all, before anything is made of what is said. The SDK asks whether Teams signed it for this
 * bot; what it does not ask, or only asks when the body wants it to, is asked here.
 */
import { AuthenticationConstants, AuthenticationError, type Claim } from 'botframework-connector';
import { z } from 'zod';

const CHANNEL = 'msteams';
export const UNAUTHORIZED = 401;
const ISSUER = AuthenticationConstants.ToBotFromChannelTokenIssuer;

const payloadSchema = z.object({ iss: z.string() });

/**
 * Whether the token says that it is from Teams; nothing is checked yet. Asked before the body is read and before the SDK
 * sees the token: of every other issuer it would remember something for ever, or check less.
 */
export function claimsToBeTeams(authorization: string): boolean {
  const [, payload = ''] = authorization.split('.', 2);
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).iss === ISSUER;
  } catch {
    return false;
  }
}

const activitySchema = z.object({
  // In any other channel the SDK lets others vouch for the request; "AseChannel" takes no look at the service address.
  channelId: z.literal(CHANNEL),
  // An empty one would not be held against the token at all.
  serviceUrl: z.string().min(1),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string().optional() }).optional() }).optional(),
});

/** Whether an activity may come in. */
export type Door = (activity: unknown) => boolean;

/**
 * Anybody can put an app with this bot's id, which is no secret, into a tenant of their own, and Teams signs what they say
 * there: so the tenants are listed. `isTrusted`: whether a service address is one that our token may be sent to.
 */
export function createDoor({ tenants, isTrusted }: { tenants: readonly string[]; isTrusted: (serviceUrl: string) => boolean }): Door {
  const listed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return (activity) => {
    const parsed = activitySchema.safeParse(activity);
    if (!parsed.success || !isTrusted(parsed.data.serviceUrl)) return false;
    const { conversation, channelData } = parsed.data;
    const named = [conversation?.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
    return named.length > 0 && named.every((tenant) => listed.has(tenant.toLowerCase()));
  };
}

/** What the SDK calls for every token that it found valid: another bot's, and one without a service address, is not Teams'. */
export async function onlyTeams(claims: readonly Claim[]): Promise<void> {
  const claim = (name: string) => claims.find(({ type }) => type === name)?.value;
  if (claim(AuthenticationConstants.IssuerClaim) === ISSUER && claim(AuthenticationConstants.ServiceUrlClaim)) return;
  throw new AuthenticationError('not from Teams', UNAUTHORIZED);
}
