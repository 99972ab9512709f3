/** Asks at the bot's public address as Teams would, but without a token, and says in plain words who or what answers there. */
import { HEADER, type Question } from './question.ts';

const LIMIT_MS = 10_000;

/**
 * null: this desk's bot answers; where there is no question, anything that answers as a bot does. `endpoint`: the whole address, with
 * /api/messages. Never rejects.
 */
export async function askEndpoint(endpoint: URL, put: Question | null, limitMs = LIMIT_MS): Promise<string | null> {
  const { host } = endpoint;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      // Teams follows none either.
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...(put && { [HEADER]: put.question }) },
      body: '{}',
      signal: AbortSignal.timeout(limitMs),
    });
    await response.body?.cancel();
    const said = response.headers.get(HEADER);
    if (response.status === 401 && (put === null || said === put.answer)) return null;
    return answered(host, response, said !== null);
  } catch (error) {
    return notReached(endpoint, error, limitMs);
  }
}

/** `speaks`: it has the header of the answer, with something else in it. */
function answered(host: string, { status, headers }: Response, speaks: boolean): string {
  if (status >= 300 && status < 400)
    return `${host} answers with a redirection (${status})${leadingTo(headers)}. Teams does not follow it: make the proxy pass on POST /api/messages itself.`;
  switch (status) {
    case 401:
      return speaks
        ? `${host} gives a wrong answer: something answers in the place of this desk's bot.`
        : `${host} answers 401, as a bot does, but does not show that it is this desk's bot. It may be another bot, a version before this one, or a bot on another database than the one named here (DATABASE_URL, DATABASE_FILE). If many strangers ask at this moment, try again.`;
    case 403:
      return `${host} answers 403: a firewall or a proxy in front of the bot lets only some in. Let everybody POST to /api/messages, because Teams has no fixed addresses; the bot itself checks that a request is from Teams.`;
    case 404:
    case 405:
      return `${host} answers ${status}: a server is there, but passes POST /api/messages to nobody. Add that path to the proxy.`;
    case 502:
    case 503:
    case 504:
      return `${host} answers ${status}: the proxy is there, and the bot behind it is not. Start the bot, and compare HOST and PORT with what the proxy names.`;
    default:
      return `${host} answers ${status} to a request without a token, where the bot answers 401. Another program answers there, or the playground, which has no authentication.`;
  }
}

/** The host alone: the rest of an address may hold anything. */
function leadingTo(headers: Headers): string {
  const to = URL.parse(headers.get('location') ?? '')?.host;
  return to ? ` to ${to}` : '';
}

const ENDED = (host: string) => `${host} ended the connection without an answer. Look at the log of the proxy.`;
const NO_AUTHORITY = (host: string) =>
  `The certificate of ${host} is of no authority that this machine knows, or the proxy sends it without the certificates between. Take one of a public authority, and give the proxy the whole chain (fullchain.pem): Teams takes no other.`;

/** By the code of Node's error. */
const REASONS: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `DNS does not know ${host}, so Teams does not find the bot. Make a record for this name that leads to the proxy.`,
  EAI_AGAIN: (host) => `DNS gave no answer for ${host}. Try again; if it stays so, ask whoever runs DNS for this machine.`,
  ECONNREFUSED: (host) => `Nothing listens at ${host}. Start the proxy, or correct the address.`,
  ECONNRESET: ENDED,
  UND_ERR_SOCKET: ENDED,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired. Renew it, and see why that did not happen by itself.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate of ${host} is for another name. Give the proxy one for this name.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: NO_AUTHORITY,
  SELF_SIGNED_CERT_IN_CHAIN: NO_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: NO_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NO_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NO_AUTHORITY,
};

function notReached({ host, hostname }: URL, error: unknown, limitMs: number): string {
  const { name, cause } = error as Error;
  if (name === 'TimeoutError')
    return `${host} gave no answer within ${limitMs / 1_000} seconds. Open its port to the internet, and see that the proxy and the bot run.`;
  const code = String((cause as NodeJS.ErrnoException | undefined)?.code ?? name);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_'))
    return `${host} does not speak TLS there. Give the proxy a certificate for ${hostname}.`;
  return REASONS[code]?.(host) ?? `${host} was not reached (${code}).`;
}
