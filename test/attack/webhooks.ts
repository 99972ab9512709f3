/** Other systems that are hostile, or overheard: what they get of people who type hostile text, and whether they lead the bot astray. */
import { MARKER } from '../support/cards/hostile-text.ts';
import { personalIn } from '../support/log/leak-check.ts';
import { type ReceiverFault, SECRET, startReceiver } from '../support/outward/receiver.ts';
import type { Target } from './target.ts';

export const WEBHOOK_SECRETS = { WEBHOOK_SECRET: SECRET } as const;
/** Its first answers lead elsewhere, never end, or lie; then it takes what it gets. */
const FIRST: readonly ReceiverFault[] = ['redirect', 'huge', 'page', 'takes-then-resets'];

export async function startHostileReceiver() {
  const left = [...FIRST];
  const receiver = await startReceiver(Date.now, () => left.shift() ?? null);
  const { port } = new URL(receiver.url);
  return {
    ...receiver,
    port: Number(port),
    /** For the desk file. The second one is in the own network, and the file does not allow that. */
    lines: `webhooks:
  public: { address: "http://localhost/public", secret: WEBHOOK_SECRET, allowPrivate: true }
  inside: { address: "https://localhost/inside", secret: WEBHOOK_SECRET, events: [outage.reported] }
`,
  };
}

/** What waits for the webhook that is refused waits for a day. */
export const NOT_REFUSED = "place <> 'webhook:inside'";

export function judgeWebhooks(target: Target, { wrong, bodies, asked }: Awaited<ReturnType<typeof startHostileReceiver>>): void {
  if (bodies().length < FIRST.length) throw new Error(`only ${bodies().length} events reached the webhook`);
  for (const one of wrong) target.judge('a webhook', one);
  const said = bodies().map((body) => JSON.stringify(body));
  for (const body of said) {
    target.judge('a public webhook', body.includes(MARKER) ? `says what somebody typed: ${body.slice(0, 200)}` : null);
    target.judge(
      'a public webhook',
      /32 12 34 56|maya|lindt|priya|nair/i.test(body) ? `says something of a person: ${body.slice(0, 200)}` : null,
    );
  }
  for (const found of personalIn(said)) target.judge('a public webhook', found.slice(0, 300));
  const elsewhere = asked.filter((one) => one !== 'POST /public');
  target.judge('an address in the own network', elsewhere.length === 0 ? null : `was asked: ${elsewhere.join(', ')}`);
}
