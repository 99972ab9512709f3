/** The playground's desk with a promise of seconds, one more customer, and a second project with a crowd of members. */
import { readFileSync } from 'node:fs';
import { crowdKeys, crowdLines } from '../support/bot/crowd.ts';

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
/** `webhook`: where another system hears of outages. */
export const deskText = (webhook: string): string =>
  readFileSync('env/playground.desk.yaml', 'utf8')
    .replace(/\npromise:[\s\S]*?\n\n/, `\n${PROMISE}\n`)
    .replace('members: [maya, jonas]', 'members: [maya, jonas, aiko]')
    .replace(/^people:\n/m, `people:\n${crowdLines(CROWD)}`)
    .replace(/^followers:/m, `${HARBOUR}followers:`)
    .concat(`\nwebhooks:\n  ${WEBHOOK}: { address: "${webhook}", secret: WEBHOOK_SECRET, allowPrivate: true }\n`);
