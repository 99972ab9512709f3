/** Who reports and who answers while the bench runs: many people, projects and time zones, so that no memory holds one of each. */
import { readFileSync } from 'node:fs';
import { objectId, PLACES, TENANT } from '../../support/bot/users.ts';

/** A fifth more than a day of them at a large desk, and more time zones than a small memory would hold by chance. */
const PROJECTS = 40;
const MEMBERS = 10;
export const CUSTOMERS = PROJECTS * MEMBERS;
/** The customer of report number `index`, where the next one is to be of another project. */
export const apart = (index: number): number => ((index * MEMBERS) % CUSTOMERS) + (Math.floor(index / PROJECTS) % MEMBERS);
const ZONES = [
  ...['Europe/Copenhagen', 'Europe/London', 'Europe/Berlin', 'Europe/Kyiv', 'Europe/Athens', 'Europe/Lisbon', 'Europe/Warsaw'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Sao_Paulo', 'America/Toronto'],
  ...['Asia/Kolkata', 'Asia/Tokyo', 'Asia/Singapore', 'Asia/Shanghai', 'Asia/Dubai', 'Asia/Jerusalem', 'Asia/Manila'],
  ...['Australia/Sydney', 'Pacific/Auckland', 'Africa/Johannesburg', 'Africa/Cairo'],
] as const;
/** The people of the bench press English buttons, so none of these is a language that the bot has beside English. */
const LOCALES = ['en-GB', 'en-US', 'nl-NL', 'sv-SE'] as const;
const PLATFORMS = ['iOS', 'Android', 'Windows', 'Mac', 'Web'] as const;

export type Person = {
  readonly id: string;
  readonly objectId: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
  readonly platform: string;
  /** Their own chat with the bot. */
  readonly chat: string;
  readonly tenant: string;
};

const pick = <T>(all: readonly [T, ...T[]], index: number): T => all[index % all.length] ?? all[0];
const idOf = (index: number) => `c0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Customer number `index`, who belongs to one project. */
export const customer = (index: number): Person => ({
  id: `29:c${index}`,
  objectId: idOf(index),
  name: `Customer ${index}`,
  zone: pick(ZONES, index),
  locale: pick(LOCALES, Math.floor(index / 3)),
  platform: pick(PLATFORMS, index),
  chat: `a:c${index}`,
  tenant: TENANT,
});

/** Tenants of customers. The bot takes so many requests of each, and with few of them it is as quick as the machine. */
const TENANTS = 8;
const tenantOf = (project: number) => `7e9a1c00-0000-4000-8000-${String(project % TENANTS).padStart(12, '0')}`;
/** The same person, where each project is in a tenant of its customer. */
export const inOwnTenant = (index: number): Person => ({ ...customer(index), tenant: tenantOf(Math.floor(index / MEMBERS)) });

/** The engineer who is on call. */
export const ENGINEER: Person = {
  id: '29:priya',
  objectId: objectId('priya'),
  name: 'Priya Nair',
  zone: 'Europe/Copenhagen',
  locale: 'en-GB',
  platform: 'Windows',
  chat: 'a:priya',
  tenant: TENANT,
};

/** As the roster of Teams names somebody; undefined for whom it does not know. */
export function memberOf(id: string | undefined): object | undefined {
  const [, index] = /^29:c(\d+)$/.exec(id ?? '') ?? [];
  const person = index === undefined ? (id === ENGINEER.id ? ENGINEER : undefined) : customer(Number(index));
  if (!person) return undefined;
  const email = `${person.id.slice(3)}@example.com`;
  return { id: person.id, name: person.name, aadObjectId: person.objectId, objectId: person.objectId, email, tenantId: TENANT };
}

/** Long enough that no ping comes into a measurement. */
const PROMISE = '\npromise:\n  acknowledgeWithinMinutes: 600\n\n';

/** The playground's desk, with these people and projects. `ownTenants`: its customers are not in the desk's tenant. */
export function deskText(count = PROJECTS, { ownTenants = false } = {}): string {
  const keys = (project: number) => Array.from({ length: MEMBERS }, (_, offset) => `c${project * MEMBERS + offset}`);
  const people = Array.from({ length: count * MEMBERS }, (_, index) => `  c${index}: { id: ${idOf(index)}, name: Customer ${index} }\n`);
  const projects = Array.from(
    { length: count },
    (_, project) => `  - id: project-${project}
    name: Project ${project}
    plan: premier
${ownTenants ? `    tenant: ${tenantOf(project)}\n` : ''}    members: [${keys(project).join(', ')}]
    environments:
      - { id: production-${project}, name: Production ${project}, kind: production }
      - { id: sandbox-${project}, name: Sandbox ${project}, kind: sandbox }

`,
  );
  return readFileSync('env/playground.desk.yaml', 'utf8')
    .replace(/\npromise:[\s\S]*?\n\n/, PROMISE)
    .replace(/^people:\n/m, `people:\n${people.join('')}`)
    .replace(/^followers:/m, `${projects.join('')}followers:`);
}

const BOT = { id: '28:bot', name: 'Outage Desk' };
let nextActivity = 0;

/** What Teams sends of a person: a message, or a press. */
function activity(person: Person, serviceUrl: string, more: object): object {
  nextActivity += 1;
  return {
    id: `1764288${String(nextActivity).padStart(6, '0')}`,
    timestamp: new Date().toISOString(),
    localTimestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: person.id, name: person.name, aadObjectId: person.objectId },
    recipient: BOT,
    conversation: { id: person.chat, conversationType: 'personal', tenantId: person.tenant },
    channelData: { tenant: { id: person.tenant } },
    locale: person.locale,
    localTimezone: person.zone,
    entities: [
      { type: 'clientInfo', platform: person.platform, locale: person.locale, country: person.locale.slice(3), timezone: person.zone },
    ],
    ...more,
  };
}

export const typed = (person: Person, serviceUrl: string, text: string): object =>
  activity(person, serviceUrl, { type: 'message', text, textFormat: 'plain' });

/** `replyToId`: of the message whose card is pressed. `thread`: where that is, unless it is their own chat. */
export function pressed(
  person: Person,
  serviceUrl: string,
  { verb, data, replyToId, thread }: { verb: string; data: object; replyToId: string; thread?: string },
): object {
  const inThread = thread === undefined ? {} : inChannel(thread);
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return activity(person, serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', replyToId, value, ...inThread });
}

const inChannel = (thread: string) => ({
  conversation: { id: thread, conversationType: 'channel', isGroup: true, tenantId: TENANT },
  channelData: { tenant: { id: TENANT }, channel: { id: PLACES.desk }, team: { id: '19:team-of-the-desk' } },
});
