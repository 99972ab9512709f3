/** The playground's desk with a promise of seconds, and one more customer. */
import { readFileSync } from 'node:fs';

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

export const deskText = (): string =>
  readFileSync('env/playground.desk.yaml', 'utf8')
    .replace(/\npromise:[\s\S]*?\n\n/, `\n${PROMISE}\n`)
    .replace('members: [maya, jonas]', 'members: [maya, jonas, aiko]');
