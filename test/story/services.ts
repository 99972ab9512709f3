/** The other systems of the story, each an HTTP server of its own on this machine: Teams, PagerDuty, Twilio and a receiver of webhooks. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asClientShows } from '../playground/recording.ts';
import { PLACES } from '../support/bot/users.ts';
import { createReceiver } from '../support/outward/receiver.ts';
import { createFakePagers, type Incident } from '../support/pagers/fake-pagers.ts';
import { cardText, type Decided, startFakeTeams } from '../support/teams/fake-teams.ts';
import type { Step, Transcript } from './transcript.ts';

export type Services = Awaited<ReturnType<typeof startServices>>;

export async function startServices({ tell }: Transcript) {
  const teams = await startFakeTeams(Date.now, { onDecided: (decided) => tellOfTeams(decided, tell) });
  const pagers = createFakePagers(Date.now);
  const receiver = createReceiver(Date.now);

  /** The documented service behind the address of this machine. */
  const pager = (host: string, tellOf: (body: string) => void) =>
    serve(async ({ method, path, headers, body }) => {
      const limits = { allowPrivate: false, limitMs: 0 };
      const answer = await pagers.request({ url: `https://${host}${path}`, method, headers: textOnly(headers), body, ...limits });
      if (answer.status < 300) tellOf(body);
      return answer;
    });
  const pagerDuty = await pager('events.pagerduty.com', (body) => {
    const { event_action: action, dedup_key: key } = JSON.parse(body) as { event_action: string; dedup_key: string };
    const incident = pagers.incidents.get(key);
    if (incident) tell(...PAGERDUTY[incident.state](action, incident.summary));
  });
  const twilio = await pager('api.twilio.com', (body) => {
    if (body !== '') tell('called', 'bot to Twilio', `POST Calls.json: call ${new URLSearchParams(body).get('To')}`);
  });
  const webhook = await serve(async ({ headers, body }) => {
    const status = receiver.receive(textOnly(headers), body);
    const type = receiver.types().at(-1) ?? '';
    const step = WEBHOOK[type];
    if (step && status === 204) tell(step, 'bot to webhook', `${type}, and its signature is right`);
    return { status, text: '' };
  });
  return {
    teams,
    pagers,
    receiver,
    urls: { pagerDuty: pagerDuty.url, twilio: twilio.url, webhook: `${webhook.url}/hook` },
    async stop() {
      for (const one of [pagerDuty, twilio, webhook]) one.stop();
      await teams.stop();
    },
  };
}

/** By what has become of the alert there. */
const PAGERDUTY: { readonly [state in Incident['state']]: (action: string, summary: string) => Parameters<Transcript['tell']> } = {
  triggered: (action, summary) => ['triggered', 'bot to PagerDuty', `${action}: "${summary}"`],
  acknowledged: (action) => ['pagerduty-acknowledged', 'bot to PagerDuty', `${action}: the same alert rings no more`],
  resolved: (action) => ['pagerduty-resolved', 'bot to PagerDuty', `${action}: the same alert has ended`],
};
const WEBHOOK: Readonly<Record<string, Step>> = {
  'outage.reported': 'hears-reported',
  'outage.escalated': 'hears-escalated',
  'outage.acknowledged': 'hears-acknowledged',
  'outage.resolved': 'hears-resolved',
};

type Sent = { readonly summary?: string; readonly attachments?: readonly { readonly content: unknown }[] };

/** What the bot posts in the thread and to the engineer alone, as the notification on their screen has it, and one edit of the first card. */
function tellOfTeams({ request: { method, path, text }, result }: Decided, tell: Transcript['tell']): void {
  if (result === null || result.status >= 300) return;
  const { activity, ...own } = JSON.parse(text || '{}') as Sent & { readonly activity?: Sent };
  const { summary = '', attachments = [] } = activity ?? own;
  const lines = asClientShows(cardText(attachments[0]?.content), 'UTC').split('\n');
  if (method === 'PUT') {
    const call = lines.find((one) => one.endsWith(': answered'));
    if (call) tell('shows-call', 'bot to Teams, the card', call);
  } else if (path === '/conversations') {
    // The bot opens threads for its own alarms too.
    if (summary.startsWith('OUT-')) tell('thread', 'bot to Teams, the desk', summary);
  } else if (!path.includes(PLACES.desk)) {
    if (LAST_CALL.test(summary)) tell('direct', 'bot to Teams, Priya alone', summary);
  } else if (LAST_CALL.test(summary)) {
    const mention = lines.find((one) => one.includes('<at>Priya Nair</at>'));
    if (mention) tell('last-call', 'bot to Teams, the thread', `${summary}. ${mention.replace(/<at>(.*?)<\/at>/, '@$1')}`);
  } else if (/: Acknowledged/.test(summary)) tell('acknowledged', 'bot to Teams, the thread', summary);
  else if (/: Resolved/.test(summary)) tell('resolved', 'bot to Teams, the thread', summary);
}
const LAST_CALL = /deadline is near/;

type Asked = { readonly method: 'GET' | 'POST'; readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
type Answered = { readonly status: number; readonly text: string };

async function serve(answer: (asked: Asked) => Promise<Answered>): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { url = '', headers } = request;
    const { status, text } = await answer({ method: request.method === 'GET' ? 'GET' : 'POST', path: url, headers, body });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const textOnly = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
