/** The page that `npm run rules` writes: the answer of the core to every action in every state, and who may do what. */

import { fileURLToPath } from 'node:url';
import type { Action } from '../../../src/outage/actions.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import { isGrantedTo, PERMISSIONS, type Permission, RELATIONS } from '../../../src/outage/permissions.ts';
import type { OutageState } from '../../../src/outage/types/outage.ts';
import { en } from '../../../src/words/en/index.ts';
import { START } from '../clock.ts';
import { MINUTE_MS } from './apply.ts';
import { secondEngineer } from './sample.ts';
import { IN_STATE, SAMPLES, TAKEN_BY_REACTION } from './states.ts';
import { ACTION_TYPES, OUTAGE_STATES } from './types.ts';

export const RULES_FILE = fileURLToPath(new URL('../../../src/outage/RULES.md', import.meta.url));

/** Long after the report, so that in each state which has a deadline it is due. */
const LATE_MS = 25 * 60 * MINUTE_MS;
const SOON_MS = 31 * MINUTE_MS;
/** By an engineer who does not own it, where the action is an engineer's. */
const BY_ANOTHER: readonly Action['type'][] = ['acknowledge', 'update', 'transfer', 'merge', 'resolve'];

export function actionIn(type: Action['type'], state: OutageState): Action {
  const late = type === 'pass-deadline' && state !== 'reported';
  // Within the promise, so not late.
  const afterMs = late ? LATE_MS : type === 'pass-deadline' || (state !== 'reported' && type !== 'take-back') ? SOON_MS : 10 * MINUTE_MS;
  const by = BY_ANOTHER.includes(type) ? { by: secondEngineer } : {};
  const to = type === 'restore' ? { to: START + afterMs } : {};
  return { ...SAMPLES[type], at: START + afterMs, ...by, ...to } as Action;
}

/** The events of an action, 'quiet', or the reason of a refusal. */
export function answerTo(type: Action['type'], state: OutageState): string {
  const { outage } = type === 'take-back' && state === 'acknowledged' ? TAKEN_BY_REACTION : IN_STATE[state];
  const decision = decide(actionIn(type, state), outage);
  if ('rejection' in decision) return `no: ${decision.rejection.type}`;
  return decision.events.map((event) => event.type).join(', ') || 'quiet';
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Who may do what, as a table of Markdown: a row for each permission. */
export function whoMayTable(): string {
  const { who, what } = en.permissions;
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => [
    `\`${permission}\``,
    what[permission],
    ...RELATIONS.map((one) => (isGrantedTo(permission, one) ? 'yes' : '')),
  ]);
  return table(['in the code', 'to', ...RELATIONS.map((one) => who[one])], rows);
}

export function rulesPage(): string {
  const states = table(
    ['', ...OUTAGE_STATES],
    ACTION_TYPES.map((type) => [`**${type}**`, ...OUTAGE_STATES.map((state) => answerTo(type, state))]),
  );
  return `# What may happen to an outage, and who may do it

\`npm run rules\` makes this page of the code. The words are those of the glossary in \`types/outage.ts\`.

## Every action in every state

A cell says what happens, \`quiet\` when nothing is left to do, or the reason of a refusal; \`test/outage/table.test.ts\` checks each.
The actor is the usual one: the reporter for what is theirs, else an engineer, and for work an engineer who does not own the outage.
The action comes within the time that there is for it, and what is taken back was taken by a reaction.

${states}

## Who may do what

\`decide\` asks this table (\`permissions.ts\`) for every action; the help in Teams shows it. \`test/outage/permissions.test.ts\` checks
every kind of person with every action in every state.

${whoMayTable()}
`;
}
