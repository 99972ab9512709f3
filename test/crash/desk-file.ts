/** The playground's desk with a promise of seconds, one more customer, a second project with a crowd of members, and other systems. */
import { readFileSync } from 'node:fs';
import { crowdKeys, crowdLines } from '../support/bot/crowd.ts';
import { ACCOUNT, FROM } from '../support/pagers/fake-pagers.ts';

/** A ladder of seconds: reminder, last call by direct message too, breach, and again. */
const PROMISE = `
promise:
  acknowledgeWithinMinutes: 0.15
  ladder:
    - { afterMinutes: 0.05, kind: reminder, levels: [primary, secondary] }
    - { afterMinutes: 0.1, kind: last-call, levels: [primary, secondary, duty-manager], direct: true }
  breach: { levels: [primary, secondary, duty-manager], repeatEveryMinutes: 0.25 }
  updateEveryMinutes: 0.4
`;

/** Who reports an outage of the harbour, and the most who join it. */
export const CROWD = crowdKeys(41);
/** Their own, and not the desk's. */
export const CROWDS_TENANT = '7e9a1c00-0000-4000-8000-00000000bbbb';
const HARBOUR = `  - id: harbour
    name: Harbour
    tenant: ${CROWDS_TENANT}
    members: [${CROWD.join(', ')}]
    environments:
      - { id: quay, name: Quay, kind: production }

`;

export const WEBHOOK = 'tickets';
/** Of those who are called; Ingrid has none. */
export const PHONES = { priya: '+4520123456', tomas: '+4520123457' } as const;

/** Where the other systems are. */
export type Addresses = { readonly webhook: string; readonly pagerDuty: string; readonly twilio: string };

const otherSystems = ({ webhook, pagerDuty, twilio }: Addresses): string => `
webhooks:
  ${WEBHOOK}: { address: "${webhook}", secret: WEBHOOK_SECRET, allowPrivate: true }
pagers:
  ops: { type: pagerduty, routingKey: PD_KEY, address: "${pagerDuty}", allowPrivate: true }
  phones: { type: twilio, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}", address: "${twilio}", allowPrivate: true }
clients:
  - { id: monitor, name: Contoso Monitoring, kind: standard, secret: MONITOR_SECRET, token: MONITOR_TOKEN, projects: [contoso-erp] }
`;

export const deskText = (addresses: Addresses): string =>
  readFileSync('env/playground.desk.yaml', 'utf8')
    .replace(/\npromise:[\s\S]*?\n\n/, `\n${PROMISE}\n`)
    .replace('members: [maya, jonas]', 'members: [maya, jonas, aiko]')
    .replace('name: Priya Nair }', `name: Priya Nair, phone: "${PHONES.priya}" }`)
    .replace('name: Tomás Herrera }', `name: Tomás Herrera, phone: "${PHONES.tomas}" }`)
    .replace(/^people:\n/m, `people:\n${crowdLines(CROWD)}`)
    .replace(/^followers:/m, `${HARBOUR}followers:`)
    .concat(otherSystems(addresses));
