/** The desk file: its schema, and the types that it makes. Pure. */
import { z } from 'zod';
import { AUDIENCES } from '../outage/types/values.ts';
import { clientsSchema } from './file/clients.ts';
import { filesSchema } from './file/files.ts';
import { onCallMessagesSchema } from './file/on-call-messages.ts';
import { pagersSchema, phoneOfPerson } from './file/pagers.ts';
import { manyAtOnceSchema, policySchema } from './file/policy.ts';
import { checkReferences } from './file/references.ts';
import { conversation, planSchema, roomSchema, teamSchema, text } from './file/teams.ts';
import { webhookSchema } from './file/webhooks.ts';
import { maintenanceSchema } from './maintenance.ts';
import { timeZoneSchema } from './on-call/local-time.ts';
import { keySchema as id, onCallSchema } from './on-call/schema.ts';
import { phoneSchema } from './phones.ts';
import { languageSchema, roomChoices } from './quiet-hours.ts';
import { CATALOGUE_PRODUCTS, DEFAULT_SCENARIOS } from './scenarios/default-scenarios.ts';
import { pageSchema, scenariosSchema } from './scenarios/schema.ts';
import { type InLanguage, textSchema } from './texts.ts';

/** Ids are compared in small letters, because some tools of Microsoft show them in capitals. */
const guid = (remedy: string) => z.guid(remedy).transform((value) => value.toLowerCase());
const entraId = guid('use the Entra object id of the person, a GUID (Microsoft Entra admin center > Users > Object ID)');
const tenantId = guid('use the Entra tenant id, a GUID (Microsoft Entra admin center > Overview)');

/** A name is enough: people copy it from the address of a meeting. */
const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{4,253}$)(?:[a-z0-9-]+\.)+[a-z0-9-]+$/, 'use the name of a host alone, such as meet.example.com');

const webAddress = z.url({ protocol: /^https?$/, error: 'use the whole address, with https://' });

/** The key of the newest service address of a tenant: somebody there wrote to the bot. */
export const seenTenant = (tenant: string) => `service-url:${tenant}`;
/** The key under which the store remembers that Teams said whose this account is. */
export const seenAccount = (account: string) => `account-seen:${account}`;

const GUEST = /^(.+)_([^_]+)#ext#@.+$/;

/** A user principal name in small letters; of a guest, who is "maya_customer.com#EXT#@desk.onmicrosoft.com", the address that was invited. */
export const accountOf = (upn: string): string => upn.trim().toLowerCase().replace(GUEST, '$1@$2');
const account = z
  .string()
  .regex(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'use the user principal name of the account, such as maya@contoso.com; of a guest, the address that was invited',
  )
  .transform(accountOf);

/** Named by `id`, or by `upn` when they only report; `references.ts` checks it. */
const personSchema = z.strictObject({
  id: entraId.optional().describe('Their Entra object id. Everybody but reporters needs it.'),
  upn: account
    .optional()
    .describe('Their account instead of the id, for people who only report; of a guest, the address that was invited.'),
  tenant: tenantId.optional().describe('In which tenant, where they are named by a project with several.'),
  name: text.describe('How they are shown.'),
  phone: phoneOfPerson.optional(),
});

/** A product of which outages can be reported. Others may be named too, so that people are told that they are not eligible. */
const productSchema = z.strictObject({
  id: id.describe('How environments and scenarios name it.'),
  name: text.describe('How it is shown.'),
  eligible: z.boolean().default(true).describe('Whether outages of it can be reported; if not, people are told so.'),
});
const DEFAULT_PRODUCTS = (['finance', 'supply-chain-management'] as const).map((product) => ({
  id: product,
  name: CATALOGUE_PRODUCTS[product],
  eligible: true,
}));

const linkedTeam = conversation.refine(
  (value) => value.startsWith('19:'),
  'use the id that begins with 19: in the link that Teams copies for the team, or for a channel of it; its groupId is another one',
);

const retentionDays = z.number().int().min(1).max(3650, 'give days, from 1 to 3650');

const projectSchema = z.strictObject({
  id: id.describe('How followers name it. It stands in the record, so do not change it later.'),
  name: text.describe('How it is shown: the customer.'),
  tenant: z
    .union(
      [tenantId, z.array(tenantId).min(1, 'name at least one tenant, or leave this out')],
      'write an Entra tenant id, or a list of them',
    )
    .optional()
    .describe("The Entra tenant of its people, where they use the bot in a Teams of their own; several in a list. Without it, the desk's."),
  plan: id.optional().describe('One of `plans`: how soon another team replies when something is no outage.'),
  members: z.array(id).default([]).describe('Who may report; keys of `people`.'),
  membersFrom: z
    .strictObject({
      team: linkedTeam.describe("The team's id, which begins with 19:."),
      tenant: tenantId.optional().describe('In which of the tenants of the project it is, where there are several.'),
    })
    .optional()
    .describe("Everybody in this team of Teams may report as well. It is of the project's tenant, and the app has to be in it."),
  retentionDays: retentionDays
    .optional()
    .describe('Days after the end of an outage of this project, where they are others than those of `retention`.'),
  bridge: pageSchema.optional().describe("The call of this project, where it is another one than the desk's."),
  maintenance: maintenanceSchema
    .prefault([])
    .describe('Planned maintenance: those who follow hear when it begins and ends, and who begins a report meanwhile reads of it.'),
  drills: z
    .boolean()
    .default(false)
    .describe('Both sides agreed that /outage drill for PROJECT plays in their own channels that follow, too.'),
  everyone: z
    .boolean()
    .default(false)
    .describe('Everybody of its tenant who has the app may report, but for guests and people without an account.'),
  customerAdmins: z
    .array(id)
    .default([])
    .describe('Who of the customer chooses in Teams which of their channels and chats follow this project; keys of `people`.'),
  mayFollow: z
    .array(id)
    .default([])
    .describe(
      'Who else may look up and follow its outages in Teams, and report nothing; keys of `people`. Of the desk, where a person has no `tenant`.',
    ),
  environments: z
    .array(
      z.strictObject({
        id: id.describe('How it stands in the record.'),
        name: text.describe('How it is shown.'),
        kind: z.enum(['production', 'sandbox']).describe('Only outages of production can be reported.'),
        managedBy: z.enum(['microsoft', 'customer']).default('microsoft').describe('Only what Microsoft manages can be reported.'),
        products: z
          .array(id)
          .min(1, 'name at least one product, or leave this out')
          .optional()
          .describe('What runs there; keys of `products`. Without it, every eligible one.'),
        url: webAddress.default('').describe('Its address, linked on cards.'),
        links: z
          .array(
            z.strictObject({
              title: textSchema(text.max(40, 'keep it under 40 characters; it has to fit a phone')).describe('What is shown.'),
              url: pageSchema.describe('What it opens.'),
            }),
          )
          .max(8, 'list at most 8')
          .prefault([])
          .describe("Monitoring, portal, change calendar: linked on the desk's card, for engineers alone."),
      }),
    )
    .min(1, 'list at least one environment')
    .describe('What can be down.'),
});

export const deskFileSchema = z
  .strictObject({
    desk: z
      .strictObject({
        name: text.describe('How the desk is shown.'),
        tenant: tenantId.describe('The Entra tenant of the desk.'),
        channel: conversation.optional().describe('Where outages get their threads. Without it an administrator chooses it in Teams.'),
        queue: conversation
          .optional()
          .describe("Where support requests get their threads; the desk's channel without it. For engineers only: it shows contacts."),
        phones: z
          .array(phoneSchema)
          .min(1, 'give at least one phone number')
          .describe('Where people call when nothing else works. Shown on the first card and on every failure.'),
        askForAccess: textSchema(text)
          .optional()
          .describe("Whom to ask who is on no project's list. Anybody reads it, so it names no customer."),
        engineerNames: z
          .enum(['full', 'first'], 'write full, or first')
          .default('full')
          .describe('How customers read who works for them: by full name, or by first name and "support engineer".'),
        numbersKey: z
          .string()
          .min(8, 'use at least 8 signs')
          .optional()
          .describe(
            'With a key, outages have numbers of six digits that do not tell how many there are. Never change it: it would rename all.',
          ),
        certificateKeyUrl: z
          .url({ protocol: /^https$/, error: 'use the whole address, with https://' })
          .optional()
          .describe('Where you publish the public keys of certificates (npx outage-desk keys); each certificate names it.'),
        supportRequest: z
          .strictObject({
            text: textSchema(text).describe('What to do instead, as a sentence.'),
            url: webAddress.describe('Where to do it.'),
          })
          .describe('Where a problem that is no outage belongs.'),
        bridge: pageSchema
          .optional()
          .describe("A call that is always there, as a link on the desk's card. Without it, the card offers a new meeting."),
        bridgeHosts: z
          .array(host)
          .default([])
          .describe('From which hosts engineers may set the call of an outage, beside those of Teams and of `bridge`.'),
        timeZone: timeZoneSchema.default('UTC').describe('The time zone of the desk, for its own times and for on-call.'),
        language: languageSchema.default('en').describe("Of the desk's channel, of pages, and of rooms that have none of their own."),
        nudgeDraftAfterMinutes: z
          .number()
          .min(0)
          .max(60, 'give minutes, at most 60; 0 for never')
          .default(5)
          .describe('So long after the last press somebody is reminded of an unfinished report; 0 for never.'),
        languages: z
          .array(z.strictObject({ id: text.describe('A BCP 47 tag, such as en.'), name: text.describe('How it is shown.') }))
          .min(1)
          .default([{ id: 'en', name: 'English' }])
          .describe('The languages that support should speak, offered on the contact card.'),
      })
      .describe('The support desk.'),
    people: z.record(id, personSchema).describe('Everybody whom this file names, by a key of yours.'),
    engineers: z
      .array(id)
      .min(1, 'without an engineer nobody can acknowledge')
      .describe('Who acknowledges, updates and resolves; keys of `people`.'),
    dispatchers: z.array(id).default([]).describe('Who answers the phone and reports for customers, and is no engineer; keys of `people`.'),
    administrators: z.array(id).default([]).describe('Who chooses in Teams which channel is the desk and who follows; keys of `people`.'),
    onCall: onCallSchema.describe('Who is on call, by level. A level is a person, a list, or entries that take turns or have hours.'),
    onCallMessages: onCallMessagesSchema.describe('The messages about who is on call.'),
    pagers: pagersSchema.describe('What rings: PagerDuty, another system, calls and text messages by Twilio; by a key of yours.'),
    promise: policySchema.describe('By when an outage is acknowledged, and who is pinged until then.'),
    manyAtOnce: manyAtOnceSchema.describe('When the desk is offered to make several outages one.'),
    clients: clientsSchema.describe('Other systems that report and ask by the API. Without any, there is no API.'),
    files: filesSchema.describe('Pictures and files that people send of an outage.'),
    retention: z
      .strictObject({
        days: retentionDays.describe('Days after the end of an outage. An anonymous record stays.'),
      })
      .prefault({ days: 180 })
      .describe('When names, contacts and what people wrote are removed.'),
    scenarios: scenariosSchema
      .prefault(DEFAULT_SCENARIOS)
      .describe('What kinds of outage can be chosen. Without it, a catalogue of fourteen.'),
    products: z.array(productSchema).min(1).default(DEFAULT_PRODUCTS).describe('What can be reported.'),
    projects: z
      .array(projectSchema)
      .min(1, 'list at least one project')
      .describe('The customers, who may report for them, and their environments.'),
    plans: z.array(planSchema).prefault([]).describe('Support plans. Without plans and teams there is no Transfer.'),
    teams: z.array(teamSchema).prefault([]).describe('Who answers what is no outage.'),
    followers: z
      .array(
        z.strictObject({
          id: id.describe('How it stands in the record.'),
          room: roomSchema.describe('The channel or group chat.'),
          tenant: tenantId
            .optional()
            .describe("The customer's tenant, where the room is in it. It hears of projects of that tenant alone."),
          projects: z
            .union([z.literal('all'), z.array(id).min(1)], 'write all, or a list of project ids')
            .default('all')
            .describe('Of which projects it hears.'),
          audience: z
            .enum(AUDIENCES, 'write customer, internal or executive')
            .default('customer')
            .describe("Who reads there, which says what is shown: customer, internal (the desk's own tenant alone) or executive."),
          ...roomChoices,
        }),
      )
      .default([])
      .describe('Channels and chats that follow. They can also be chosen in Teams.'),
    webhooks: z
      .record(id, webhookSchema)
      .default({})
      .describe('Addresses of other systems that hear what happens to outages, by a key of yours. See webhooks.md.'),
  })
  .superRefine(checkReferences, { when: () => true });

/** With texts by language, where it has them. */
export type WrittenDeskFile = z.infer<typeof deskFileSchema>;
/** With all texts in one language. */
export type DeskFile = InLanguage<WrittenDeskFile>;
export type Project = DeskFile['projects'][number];
export type Environment = Project['environments'][number];
export type Scenario = DeskFile['scenarios'][number];
