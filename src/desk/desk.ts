/** Whose desk this is: the desk file's schema, and the questions that the rest of the bot asks of it. Pure. */
import { z } from 'zod';
import type { Actor, Instant, OnCall, Person, Policy, Role, Room, Team } from '../outage/outage.ts';
import { timeZoneSchema } from './local-time.ts';
import { type ManyAtOnce, manyAtOnceSchema, toManyAtOnce } from './many-at-once.ts';
import { entriesOf, keySchema as id, onCallSchema } from './on-call-schema.ts';
import { policySchema, toPolicy } from './policy.ts';
import { checkReferences } from './references.ts';
import { type DeskRooms, type KnownRoom, roomsIn } from './rooms.ts';
import { type Override, onCallAt, type Roster, type Shifts, shiftsOf, type Who } from './roster.ts';
import { DEFAULT_SCENARIOS, scenarioSchema } from './scenarios.ts';

/** Teams' ids are compared in small letters; some tools of Microsoft's show them in capitals. */
const guid = (remedy: string) => z.guid(remedy).transform((value) => value.toLowerCase());
const entraId = guid('use the Entra object id of the person, a GUID (Entra admin centre > Users > Object ID)');
const text = z.string().trim().min(1, 'say something here');
const conversation = z
  .string()
  .regex(/^\S+$/, 'use the conversation id, as in the link that Teams copies for a channel: 19:...@thread.tacv2');

const webAddress = z.url({ protocol: /^https?$/, error: 'use the whole address, with https://' });

const personSchema = z.strictObject({ id: entraId, name: text });

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

const projectSchema = z.strictObject({
  id,
  name: text,
  /** One of `plans`: how soon another team replies when something is no outage. */
  plan: id.optional(),
  /** Everyone who was added to the customer's implementation project; keys of `people`. */
  members: z.array(id).min(1, 'list at least one person who may report'),
  environments: z
    .array(
      z.strictObject({
        id,
        name: text,
        kind: z.enum(['production', 'sandbox']),
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
      /** Where people call when nothing else works; shown on the first card and on every failure. */
      phones: z.array(z.strictObject({ region: text, number: text })).min(1, 'give at least one phone number'),
      /** Where a problem that is no outage belongs. */
      supportRequest: z.strictObject({ text, url: webAddress }),
      timeZone: timeZoneSchema.default('UTC'),
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
    scenarios: z.array(scenarioSchema).min(1).default(DEFAULT_SCENARIOS),
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
export type Plan = DeskFile['plans'][number];

export type Desk = {
  readonly file: DeskFile;
  readonly policy: Policy;
  readonly manyAtOnce: ManyAtOnce;
  readonly engineers: readonly Person[];
  /** Who may answer what is no outage. */
  readonly teams: readonly Team[];
  /** The support plan of a project, or undefined when the desk file gives it none. */
  planOf(projectId: string): Plan | undefined;
  /** Somebody of the desk file, by the Entra object id. */
  person(personId: string): Person | null;
  /** The person with the roles that the desk file gives; everybody else is nobody in particular. */
  actor(person: Person): Actor;
  projectsOf(personId: string): readonly Project[];
  productionOf(project: Project): readonly Environment[];
  scenario(scenarioId: string): Scenario | undefined;
  /** By the roster and what was changed by hand, in the order in which it was; the same for every project so far. */
  onCall(projectId: string, at: Instant, overrides: readonly Override[]): OnCall;
  shifts(from: Instant, until: Instant, overrides: readonly Override[]): Shifts;
  readonly roster: Roster;
  /** Everybody whom the roster names, at whatever time. */
  readonly onRoster: readonly Person[];
  /** The desk's channel and who follows, with what is known from Teams; ask anew each time, for it changes while the bot runs. */
  roomsIn(known: readonly KnownRoom[]): DeskRooms;
  readonly administrators: readonly Person[];
  /** Whether this person, who speaks in this tenant, may set up rooms. */
  mayAdminister(personId: string, tenantId: string): boolean;
};

export function createDesk(file: DeskFile): Desk {
  const person = (key: string): Person => {
    const found = file.people[key];
    if (!found) throw new Error(`the desk file names '${key}', whom it does not know`);
    return { id: found.id, name: found.name };
  };
  const engineers = file.engineers.map(person);
  const engineer = (personId: string): Person | null => engineers.find(({ id }) => id === personId) ?? null;
  const administrators = file.administrators.map(person);
  const tenantId = file.desk.tenant;
  const members = new Map(file.projects.map((project) => [project.id, new Set(project.members.map((key) => person(key).id))]));
  const projectsOf = (personId: string) => file.projects.filter((project) => members.get(project.id)?.has(personId));
  const { timeZone } = file.desk;
  const roster: Roster = {
    primary: entriesOf(file.onCall.primary, timeZone),
    secondary: entriesOf(file.onCall.secondary, timeZone),
    'duty-manager': entriesOf(file.onCall['duty-manager'], timeZone),
  };
  const toRoom = ({ kind, conversation: conversationId }: z.infer<typeof roomSchema>): Room => ({ kind, conversationId, tenantId });
  const who: Who = { person, engineer };
  return {
    file,
    manyAtOnce: toManyAtOnce(file.manyAtOnce),
    policy: toPolicy(file.promise),
    engineers,
    teams: file.teams.map((team) => ({ id: team.id, name: team.name, room: team.room ? toRoom(team.room) : null })),
    planOf(projectId) {
      const plan = file.projects.find((project) => project.id === projectId)?.plan;
      return plan === undefined ? undefined : file.plans.find((one) => one.id === plan);
    },
    person: (personId) => Object.values(file.people).find(({ id }) => id === personId) ?? null,
    actor({ id, name }) {
      const roles: Role[] = [];
      if (engineer(id)) roles.push('engineer');
      if (projectsOf(id).length > 0) roles.push('customer');
      return { id, name, roles };
    },
    projectsOf,
    productionOf: (project) => project.environments.filter((environment) => environment.kind === 'production'),
    scenario: (scenarioId) => file.scenarios.find((scenario) => scenario.id === scenarioId),
    onCall: (_projectId, at, overrides) => onCallAt(roster, at, overrides, who),
    shifts: (from, until, overrides) => shiftsOf(roster, from, until, overrides, who),
    roster,
    onRoster: [...new Set(Object.values(roster).flatMap((entries) => entries.flatMap(({ people }) => people)))].map(person),
    roomsIn: (known) => roomsIn(file, known),
    administrators,
    mayAdminister: (personId, tenant) => tenant.toLowerCase() === tenantId && administrators.some(({ id }) => id === personId),
  };
}
