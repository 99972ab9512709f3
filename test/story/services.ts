/** The other systems of the story, each an HTTP server of its own on this machine: Teams, PagerDuty, Twilio and a receiver of webhooks. */
import { asClientShows } from '../playground/recording.ts';
import { PLACES } from '../support/bot/users.ts';
import { createReceiver } from '../support/outward/receiver.ts';
import { serve } from '../support/outward/serve.ts';
import type { Incident } from '../support/pagers/fake-pagers.ts';
import { servePagers } from '../support/pagers/served-pagers.ts';
import { cardText, type Decided, startFakeTeams } from '../support/teams/fake-teams.ts';
import type { Step, Transcript } from './transcript.ts';

export type Services = Awaited<ReturnType<typeof startServices>>;

export async function startServices({ tell }: Transcript) {
  const teams = await startFakeTeams(Date.now, { onDecided: (decided) => tellOfTeams(decided, tell) });
  const receiver = createReceiver(Date.now);
  const paging = await servePagers({
    onTaken({ url, body = '' }) {
      if (url.includes('twilio')) {
        if (body !== '') tell('called', 'bot to Twilio', `POST Calls.json: call ${new URLSearchParams(body).get('To')}`);
        return;
      }
      const { event_action: action, dedup_key: key } = JSON.parse(body) as { event_action: string; dedup_key: string };
      const incident = paging.pagers.incidents.get(key);
      if (incident) tell(...PAGERDUTY[incident.state](action, incident.summary));
    },
  });
  const webhook = await serve(async ({ headers, body }) => {
    const status = receiver.receive(headers, body);
    const type = receiver.types().at(-1) ?? '';
    const step = WEBHOOK[type];
    if (step && status === 204) tell(step, 'bot to webhook', `${type}, and its signature is right`);
    return { status, text: '' };
  });
  return {
    teams,
    pagers: paging.pagers,
    receiver,
    urls: { ...paging.urls, webhook: `${webhook.url}/hook` },
    async stop() {
      for (const one of [paging, webhook]) one.stop();
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
