/** The SDK's authentication and connector client, without its hidden retries (up to four of a POST) and with time limits. */
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { LRUCache } from 'lru-cache';
import { type Log, SILENT } from '../../engine/ports/log.ts';
import type { Credentials } from '../credentials.ts';
import { type AcceptedTokens, createAcceptedTokens, createSigningKeys, type SigningKeys } from '../in/signing-keys.ts';
import { claimsToBeTeams, onlyTeams, type TenantGuard, UNAUTHORIZED } from '../in/tenant-guard.ts';
import { withTimeout } from './timeout.ts';
import { type OnAnswer, type Policy, transport } from './transport.ts';

/** The internals of the SDK's client that the hardening needs. */
type Internals = {
  client?: {
    pipeline?: {
      removePolicy(options: { name: string }): readonly unknown[];
      addPolicy(policy: Policy): void;
    };
  };
};

const RETRY_POLICY = 'defaultRetryPolicy';

type TokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** There was no token for a request, so the request was not sent. */
export class NoTokenError extends Error {
  override name = 'NoTokenError';
}

/** Removes the retries, and limits each request and its token. Throws, at startup, when the internals of the SDK have changed. */
export function harden<Client extends Pick<ConnectorClient, 'credentials'>>(client: Client, limitMs: number, onAnswer?: OnAnswer): Client {
  const pipeline = (client as Internals).client?.pipeline;
  if (pipeline?.removePolicy({ name: RETRY_POLICY }).length !== 1) {
    throw new Error(`the SDK's client has no policy '${RETRY_POLICY}' any more: find out how it repeats requests now, and stop it`);
  }
  pipeline.addPolicy(transport(limitMs, onAnswer));
  client.credentials = withinLimit(client.credentials, limitMs);
  return client;
}

/** The SDK calls `signRequest` before each request, and does not send the request when it rejects. */
function withinLimit(credentials: ConnectorClient['credentials'], limitMs: number): ConnectorClient['credentials'] {
  return {
    async signRequest(request) {
      try {
        return await withTimeout(credentials.signRequest(request), limitMs, () => new Error(`no token within ${limitMs} ms`));
      } catch (error) {
        throw new NoTokenError(error instanceof Error ? error.message : String(error), { cause: error });
      }
    },
  };
}

/**
 * The SDK's authentication with hardened clients, for turns and for messages that the bot sends on its own. Only tokens that
 * claim to be from Teams reach it: its checks for other issuers, which a request can choose, keep something of each forged
 * token in memory for ever, or check less. Without an app id (the playground) every request is accepted.
 */
export class HardenedAuthentication extends ConfigurationBotFrameworkAuthentication {
  /** Whether requests come in without a token. */
  readonly isOpen: boolean;
  onAnswer: OnAnswer = () => {};
  readonly #limitMs: number;
  readonly #tenantGuard: TenantGuard;
  /** One for each service address and audience, of which there are few. They know nothing of turns, and all are for this bot. */
  readonly #clients = new LRUCache<string, Promise<ConnectorClient>>({ max: 100 });
  #tokenClient: TokenClient | undefined;
  #accepted: AcceptedTokens<AuthenticateRequestResult> | undefined;
  /** Nothing to check without authentication. */
  readonly signingKeys: Pick<SigningKeys, 'check' | 'failing'> = { check: async () => {}, failing: () => null };
  constructor({ options, factory }: Credentials, limitMs: number, tenantGuard: TenantGuard, log: Log = SILENT) {
    super(options, factory, new AuthenticationConfiguration([], onlyTeams));
    this.#limitMs = limitMs;
    this.isOpen = !options.MicrosoftAppId;
    this.#tenantGuard = tenantGuard;
    if (this.isOpen) return;
    const url = options.ToBotFromChannelOpenIdMetadataUrl || AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
    const signingKeys = createSigningKeys({ url, now: Date.now, log });
    directoriesOfSdk().set(url, signingKeys);
    this.signingKeys = signingKeys;
    this.#accepted = createAcceptedTokens({ getKey: signingKeys.getKey, now: Date.now });
  }
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (!this.isOpen && !(claimsToBeTeams(authHeader) && this.#tenantGuard(activity))) {
      throw new AuthenticationError('not from Teams', UNAUTHORIZED);
    }
    const accepted = await this.#accepted?.find(authHeader);
    // Teams has a token for each service address; that it is this one's is for the SDK to check.
    if (accepted && accepted.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) === activity.serviceUrl) return accepted;
    const { connectorFactory, ...result } = await super.authenticateRequest(activity, authHeader).catch(refuse);
    const hardened = connectorFactory ? { ...result, connectorFactory: this.#hardened(connectorFactory) } : result;
    await this.#accepted?.keep(authHeader, hardened);
    return hardened;
  }
  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#hardened(super.createConnectorFactory(claimsIdentity));
  }
  /** The bot asks nobody to sign in, but the SDK makes one for each turn. */
  override async createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<TokenClient> {
    this.#tokenClient ??= await super.createUserTokenClient(claimsIdentity);
    return this.#tokenClient;
  }
  #hardened(factory: ConnectorFactory): ConnectorFactory {
    const create = async (serviceUrl: string, audience: string) => {
      const key = `${audience} ${serviceUrl}`;
      const known = this.#clients.get(key);
      if (known) return await known;
      const made = factory.create(serviceUrl, audience).then((client) => harden(client, this.#limitMs, (status) => this.onAnswer(status)));
      this.#clients.set(key, made);
      made.catch(() => this.#clients.delete(key));
      return await made;
    };
    return { create };
  }
}

/** Where the SDK keeps a directory of keys for each address. Throws, at startup, when that has changed. */
function directoriesOfSdk(): Map<string, Pick<SigningKeys, 'getKey'>> {
  const { openIdMetadataCache } = JwtTokenExtractor as unknown as { openIdMetadataCache?: unknown };
  if (openIdMetadataCache instanceof Map) return openIdMetadataCache;
  throw new Error('the SDK has no JwtTokenExtractor.openIdMetadataCache any more: find out where it reads keys now, and put ours there');
}

/** Errors of jsonwebtoken, most of which the SDK would answer with a 500. */
const TOKEN_ERRORS = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

function refuse(error: unknown): never {
  if (error instanceof Error && TOKEN_ERRORS.has(error.name)) throw new AuthenticationError('the token is not valid', UNAUTHORIZED);
  throw error;
}

/** The bot's own identity, for messages that answer nobody. */
export const botIdentity = (appId: string): ClaimsIdentity =>
  new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
