/**
 * Authentication and the way out to Teams, without the SDK's two habits that would break our promises: it repeats
 * every POST up to four times on its own, and waits for an answer without end.
 */
import type { Activity } from 'botbuilder';
import { ConfigurationBotFrameworkAuthentication, type ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
} from 'botframework-connector';
import { z } from 'zod';
import { claimsToBeTeams, type Door, onlyTeams, UNAUTHORIZED } from '../in/tenant-guard.ts';
import { withTimeout } from './timeout.ts';

/** What of the SDK's client has to be there for the hardening; a release that moves it must fail at start, not at night. */
const pipelineHolder = z.object({
  client: z.object({
    pipeline: z.object({
      getOrderedPolicies: z.custom<() => { name: string }[]>((value) => typeof value === 'function'),
      removePolicy: z.custom<(options: { name: string }) => { name: string }[]>((value) => typeof value === 'function'),
      addPolicy: z.custom<(policy: Policy) => void>((value) => typeof value === 'function'),
    }),
  }),
});
type PipelineRequest = { timeout: number };
type Policy = {
  name: string;
  sendRequest: (request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>) => Promise<unknown>;
};

const RETRY_POLICY = 'defaultRetryPolicy';

/** There was no token for a request, so it was not sent, and will not be. */
export class NoTokenError extends Error {
  override name = 'NoTokenError';
}

/**
 * Removes the hidden retries and gives every request a time limit in ms, and its token another one. Throws when the SDK
 * no longer looks as it did.
 */
export function harden<Client extends Pick<ConnectorClient, 'credentials'>>(client: Client, limitMs: number): Client {
  const holder = client as unknown as z.infer<typeof pipelineHolder>;
  pipelineHolder.parse({ client: { pipeline: bound(holder.client.pipeline) } });
  const { pipeline } = holder.client;
  if (pipeline.removePolicy({ name: RETRY_POLICY }).length !== 1) {
    throw new Error(`the SDK's client has no policy '${RETRY_POLICY}' any more: find out how it repeats requests now, and stop it`);
  }
  pipeline.addPolicy({
    name: 'outage-desk-time-limit',
    sendRequest: (request, next) => {
      request.timeout = limitMs;
      return next(request);
    },
  });
  client.credentials = withinLimit(client.credentials, limitMs);
  return client;
}

/** The SDK asks these before each request, and sends nothing when they reject. */
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

/** The methods live on the prototype, where zod does not look. */
const bound = ({ getOrderedPolicies, removePolicy, addPolicy }: z.infer<typeof pipelineHolder>['client']['pipeline']) => ({
  getOrderedPolicies,
  removePolicy,
  addPolicy,
});

class HardenedFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #limitMs: number;
  constructor(inner: ConnectorFactory, limitMs: number) {
    super();
    this.#inner = inner;
    this.#limitMs = limitMs;
  }
  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return harden(await this.#inner.create(serviceUrl, audience as string), this.#limitMs);
  }
}

/**
 * The SDK's authentication, whose every client is hardened: those of a turn, and those that send on their own. Behind
 * the door stand only the checks for Teams: the SDK's others, chosen by what the request says of itself, remember
 * something of each forged token for ever, or check less. Without an app id (the playground) everything is let in.
 */
export class HardenedAuthentication extends ConfigurationBotFrameworkAuthentication {
  /** Whether requests need a token at all. */
  readonly isOpen: boolean;
  readonly #limitMs: number;
  readonly #door: Door;
  constructor(options: ConfigurationBotFrameworkAuthenticationOptions, limitMs: number, door: Door) {
    super(options, undefined, new AuthenticationConfiguration([], onlyTeams));
    this.#limitMs = limitMs;
    this.isOpen = !options.MicrosoftAppId;
    this.#door = door;
  }
  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    if (!this.isOpen && !(claimsToBeTeams(authHeader) && this.#door(activity))) {
      throw new AuthenticationError('not from Teams', UNAUTHORIZED);
    }
    const result = await super.authenticateRequest(activity, authHeader).catch(refuse);
    return result.connectorFactory ? { ...result, connectorFactory: new HardenedFactory(result.connectorFactory, this.#limitMs) } : result;
  }
  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return new HardenedFactory(super.createConnectorFactory(claimsIdentity), this.#limitMs);
  }
}

/** jsonwebtoken's errors; of most of them the SDK makes a 500, as if it were our fault. */
const TOKEN_ERRORS = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

function refuse(error: unknown): never {
  if (error instanceof Error && TOKEN_ERRORS.has(error.name)) throw new AuthenticationError('the token is not valid', UNAUTHORIZED);
  throw error;
}

/** The bot itself, as the one who sends without having been spoken to. */
export const botIdentity = (appId: string): ClaimsIdentity =>
  new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);
