/** The desk file: its schema, and the types that it makes. Pure. */
import { z } from 'zod';
import { accountOf } from './account.ts';
import { timeZoneSchema } from './on-call/local-time.ts';
import { keySchema as id, onCallSchema } from './on-call/schema.ts';
import { phoneSchema } from './phones.ts';
import { policySchema } from './policy.ts';
import { checkReferences } from './references.ts';
import { CATALOGUE_PRODUCTS, DEFAULT_SCENARIOS } from './scenarios/default-scenarios.ts';
import { manyAtOnceSchema } from './scenarios/many-at-once.ts';
import { scenariosSchema } from './scenarios/schema.ts';

/** Teams' ids are compared in small letters; some tools of Microsoft's show them in capitals. */
const guid = (remedy: string) => z.guid(remedy).transform((value) => value.toLowerCase());
const entraId = guid('use the Entra object id of the person, a GUID (Entra admin centre > Users > Object ID)');
const text = z.string().trim().min(1, 'say something here');
const conversation = z
  .string()
  .regex(/^\S+$/, 'use the conversation id, as in the link that Teams copies for a channel: 19:...@thread.tacv2');

const webAddress = z.url({ protocol: /^https?$/, error: 'use the whole address, with https://' });

const account = z
  .string()
  .regex(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    'use the user principal name of the account, such as maya@contoso.com; of a guest, the address that was invited',
  )
  .transform(accountOf);

/** By `id`, or by `upn` if all that they do is report; `references.ts` sees to it. */
const personSchema = z.strictObject({ id: entraId.optional(), upn: account.optional(), name: text });

const roomSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('channel'), conversation }),
  z.strictObject({ kind: z.literal('groupChat'), conversation }),
]);

/** A customer's support plan, which says how soon a request that is no outage gets a reply. */
const planSchema = z.strictObject({
  id,
  name: text,
  replyWithinMinutes: z
    .number()
    .positive('give minutes, more than 0')
    .max(60 * 24 * 31, 'give minutes, at most 31 days (44640)'),
});

/** Who answers what is no outage; without a room they are told by nobody but the engineer. */
const teamSchema = z.strictObject({ id, name: text, room: roomSchema.optional() });

/** What can be reported. Others may be named, so that people are told that theirs is none. */
const productSchema = z.strictObject({ id, name: text, eligible: z.boolean().default(true) });
const DEFAULT_PRODUCTS = (['finance', 'supply-chain-management'] as const).map((product) => ({
  id: product,
  name: CATALOGUE_PRODUCTS[product],
  eligible: true,
}));

const linkedTeam = conversation.refine(
  (value) => value.startsWith('19:'),
  'use the id that begins with 19: in the link that Teams copies for the team, or for a channel of it; its groupId is another one',
);

const projectSchema = z.strictObject({
  id,
  name: text,
  /** One of `plans`: how soon another team replies when something is no outage. */
  plan: id.optional(),
  /** Everyone who was added to the customer's implementation project; keys of `people`. */
  members: z.array(id).default([]),
  /** And everybody who is in this team of Teams, or in this private or shared channel, of the desk's own tenant. */
  membersFrom: z.strictObject({ team: linkedTeam }).optional(),
  environments: z
    .array(
      z.strictObject({
        id,
        name: text,
        kind: z.enum(['production', 'sandbox']),
        managedBy: z.enum(['microsoft', 'customer']).default('microsoft'),
        /** What runs there; all that are eligible where nothing is said. */
        products: z.array(id).min(1, 'name at least one product, or leave this out').optional(),
        url: webAddress.default(''),
      }),
    )
    .min(1, 'list at least one environment'),
});

export const deskFileSchema = z
  .strictObject({
    desk: z.strictObject({
      name: text,
      tenant: guid('use the Entra tenant id, a GUID (Entra admin centre > Overview)'),
      /** Where outages get their threads. Without it an administrator chooses the channel in Teams. */
      channel: conversation.optional(),
      /** The channel where support requests get theirs; the desk's own without it. Engineers only: contact data stands there. */
      queue: conversation.optional(),
      /** Where people call when nothing else works; shown on the first card and on every failure. */
      phones: z.array(phoneSchema).min(1, 'give at least one phone number'),
      /** Whom somebody asks who is on no project's list; it is told to anybody, so it names no customer. */
      askForAccess: text.optional(),
      /** Where a problem that is no outage belongs. */
      supportRequest: z.strictObject({ text, url: webAddress }),
      timeZone: timeZoneSchema.default('UTC'),
      /** So long after the last press somebody is reminded of a report that they have begun; 0: never. */
      nudgeDraftAfterMinutes: z.number().min(0).max(60, 'give minutes, at most 60; 0 for never').default(5),
      languages: z
        .array(z.strictObject({ id: text, name: text }))
        .min(1)
        .default([{ id: 'en', name: 'English' }]),
    }),
    people: z.record(id, personSchema),
    engineers: z.array(id).min(1, 'without an engineer nobody can acknowledge'),
    /** Who may say in Teams which channel is the desk and who follows; keys of `people`. */
    administrators: z.array(id).default([]),
    onCall: onCallSchema,
    promise: policySchema,
    manyAtOnce: manyAtOnceSchema,
    /** Names, contacts and what people wrote go so many days after the end of an outage; an anonymous record stays. */
    retention: z.strictObject({ days: z.number().int().min(1).max(3650, 'give days, from 1 to 3650') }).prefault({ days: 180 }),
    scenarios: scenariosSchema.prefault(DEFAULT_SCENARIOS),
    products: z.array(productSchema).min(1).default(DEFAULT_PRODUCTS),
    projects: z.array(projectSchema).min(1, 'list at least one project'),
    plans: z.array(planSchema).default([]),
    teams: z.array(teamSchema).default([]),
    followers: z
      .array(
        z.strictObject({
          id,
          room: roomSchema,
          projects: z.union([z.literal('all'), z.array(id).min(1)], 'write all, or a list of project ids').default('all'),
        }),
      )
      .default([]),
  })
  .superRefine(checkReferences, { when: () => true });

export type DeskFile = z.infer<typeof deskFileSchema>;
export type Project = DeskFile['projects'][number];
export type Environment = Project['environments'][number];
export type Scenario = DeskFile['scenarios'][number];
