/** The road between Teams and the desk, looked at from outside: the public address, Microsoft, and the desk's channel. Sends no message. */
import type { Desk } from '../../desk/desk.ts';
import type { UsedRoom } from '../../desk/rooms.ts';
import type { Store } from '../../store/store.ts';
import { credentialsOf } from '../credentials.ts';
import { createClients, tokenOf } from '../out/clients.ts';
import { HardenedAuthentication, NoTokenError } from '../out/connector.ts';
import { toSendError } from '../out/send-error.ts';
import { createServiceUrls } from '../out/service-url.ts';
import { membersOf } from '../people/people.ts';
import { askEndpoint } from './endpoint.ts';
import { putQuestion } from './question.ts';

const LIMIT_MS = 10_000;

type Parts = {
  readonly identity: Parameters<typeof credentialsOf>[0] & { readonly SERVICE_URL: string };
  readonly desk: Desk;
  /** null: there is none. Then it is not known whether the bot that answers is this desk's, nor which channel was chosen in Teams. */
  readonly store: Pick<Store, 'cache' | 'rooms'> | null;
};
/** Of a tenant whose service address is not known the configured one is used. */
const EMPTY_CACHE = { get: async () => undefined, keep: async () => {} };

/** What is broken of it, each with what to do. `endpoint`: where Teams sends its messages. Throws when the store cannot be used. */
export async function lookAtRoad(parts: Parts & { readonly endpoint: URL }): Promise<readonly string[]> {
  const { desk, store, endpoint } = parts;
  await using question = store && (await putQuestion(store.cache));
  const { desk: room } = desk.roomsIn(store ? await store.rooms.all() : []);
  const [asked, ofMicrosoft] = await Promise.all([askEndpoint(endpoint, question), askMicrosoft({ ...parts, room })]);
  return [asked, ...ofMicrosoft].filter((problem) => problem !== null);
}

/** Keys that tell who is Teams, a token for the bot, and the desk's channel. `room`: null: none is chosen yet. */
async function askMicrosoft(parts: Parts & { readonly room: UsedRoom | null }): Promise<readonly (string | null)[]> {
  const { identity, desk, room, store } = parts;
  const serviceUrls = createServiceUrls({ configured: identity.SERVICE_URL, loopback: false, cache: store?.cache ?? EMPTY_CACHE });
  const authentication = new HardenedAuthentication(await credentialsOf(identity), LIMIT_MS, () => false);
  const clients = createClients(authentication, identity.MicrosoftAppId, serviceUrls);
  const tenant = room?.tenantId ?? desk.file.desk.tenant;
  return await Promise.all([authentication.signingKeys.check().then(unreadable), open()]);

  function unreadable(): string | null {
    if (authentication.signingKeys.failing() === null) return null;
    return "Microsoft's signing keys cannot be read, so the bot cannot tell who is Teams. Let this machine reach https://login.botframework.com.";
  }

  async function open(): Promise<string | null> {
    try {
      const client = await clients(tenant);
      await tokenOf(client);
      if (room === null) return store && NO_DESK;
      // The first page is enough.
      for await (const _member of membersOf(room.conversationId, client)) break;
      return null;
    } catch (error) {
      return error instanceof NoTokenError ? noToken(error) : noChannel(error);
    }
  }
}

const NO_DESK =
  'No channel is the support desk yet, so nobody can report. Add the app to it, and write "@Outage Desk setup" there as an administrator of the desk file.';

/** Entra's codes for what goes wrong most often: https://learn.microsoft.com/entra/identity-platform/reference-error-codes. */
const SIGN_IN: Readonly<Record<string, string>> = {
  AADSTS7000215: 'the client secret is wrong. Copy the value of the secret, which is not its id',
  AADSTS7000222: 'the client secret has expired. Make a new one, and set it',
  AADSTS700016: 'the tenant does not know the app id. Compare both with the registration',
  AADSTS7000229: 'the app has no service principal in the tenant. Make one: az ad sp create --id APP-ID',
  AADSTS90002: 'there is no such tenant. Compare the tenant id with the registration',
  AADSTS700211: 'the registration has no federated credential for the issuer of FEDERATED_TOKEN_FILE. Add one',
  AADSTS700213: 'the registration has no federated credential for the subject of FEDERATED_TOKEN_FILE. Correct it',
  AADSTS700024: 'the token in FEDERATED_TOKEN_FILE is too old. Its host has to renew it',
};

function noToken(error: NoTokenError): string {
  const [code = ''] = /\bAADSTS\d{1,10}\b/.exec(error.message) ?? [];
  const known = SIGN_IN[code];
  if (known) return `Microsoft gives the bot no token (${code}): ${known}.`;
  if (code)
    return `Microsoft gives the bot no token (${code}). What that means: https://login.microsoftonline.com/error?code=${code.slice(6)}`;
  return 'The bot gets no token, and Microsoft did not say why. Let this machine reach https://login.microsoftonline.com; with a managed identity, run this on the machine that has it.';
}

function noChannel(error: unknown): string {
  const { status, message } = toSendError(error, Date.now());
  switch (status) {
    case 401:
      return 'Teams does not take the token of the bot (401). Register the bot under this app id, in this tenant, and add the Microsoft Teams channel.';
    case 403:
      return "Teams does not let the bot into the desk's channel (403): it is no member. Add the app to the team, and, if the channel is private, to the channel itself.";
    case 400:
    case 404:
      return `Teams does not find the desk's channel (${status}): it was deleted, or its id is wrong. Correct desk.channel in the desk file, or write "@Outage Desk setup" in another channel.`;
    default:
      return `Teams did not show the desk's channel (${message}). Try again; if it stays so, look at https://status.cloud.microsoft.`;
  }
}
