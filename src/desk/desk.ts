/** Whose desk this is: the desk file's schema, and the questions that the rest of the bot asks of it. Pure. */
import { z } from 'zod';
import { type Actor, type Follower, LEVELS, type OnCall, type Person, type Policy, type Role, type Room } from '../outage/outage.ts';
import { policySchema, toPolicy } from './policy.ts';
import { DEFAULT_SCENARIOS, scenarioSchema } from './scenarios.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and hyphens');
const entraId = z.guid('use the Entra object id of the person, a GUID (Entra admin centre > Users > Object ID)');
const text = z.string().trim().min(1, 'say something here');
const conversation = z
  .string()
  .regex(/^\S+$/, 'use the conversation id, as in the link that Teams copies for a channel: 19:...@thread.tacv2');

const personSchema = z.strictObject({ id: entraId, name: text });

const roomSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('channel'), conversation }),
  z.strictObject({ kind: z.literal('groupChat'), conversation }),
]);

const projectSchema = z.strictObject({
  id,
  name: text,
  /** Everyone who was added to the customer's implementation project; keys of `people`. */
  members: z.array(id).min(1, 'list at least one person who may report'),
  environments: z
    .array(
      z.strictObject({
        id,
        name: text,
        kind: z.enum(['production', 'sandbox']),
        url: z.url('use the whole address, with https://').default(''),
      }),
    )
    .min(1, 'list at least one environment'),
});

export const deskFileSchema = z
  .strictObject({
    desk: z.strictObject({
      name: text,
      tenant: z.guid('use the Entra tenant id, a GUID'),
      channel: conversation,
      /** Where people call when nothing else works; shown on the first card and on every failure. */
      phones: z.array(z.strictObject({ region: text, number: text })).min(1, 'give at least one phone number'),
      /** Where a problem that is no outage belongs. */
      supportRequest: z.strictObject({ text, url: z.url('use the whole address, with https://') }),
      timeZone: z.string().refine(isTimeZone, 'use an IANA time zone, such as Europe/Copenhagen').default('UTC'),
      languages: z
        .array(z.strictObject({ id: text, name: text }))
        .min(1)
        .default([{ id: 'en', name: 'English' }]),
    }),
    people: z.record(id, personSchema),
    engineers: z.array(id).min(1, 'without an engineer nobody can acknowledge'),
    onCall: z.strictObject({
      primary: z.array(id).min(1, 'somebody has to be on call first'),
      secondary: z.array(id).default([]),
      'duty-manager': z.array(id).default([]),
    }),
    promise: policySchema,
    scenarios: z.array(scenarioSchema).min(1).default(DEFAULT_SCENARIOS),
    projects: z.array(projectSchema).min(1, 'list at least one project'),
    followers: z
      .array(z.strictObject({ id, room: roomSchema, projects: z.union([z.literal('all'), z.array(id).min(1)]).default('all') }))
      .default([]),
  })
  .superRefine(checkReferences);

export type DeskFile = z.infer<typeof deskFileSchema>;
export type Project = DeskFile['projects'][number];
export type Environment = Project['environments'][number];
export type Scenario = DeskFile['scenarios'][number];

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Every key that names a person or a project must exist, and no id may stand twice. */
function checkReferences(file: z.output<typeof deskFileSchema>, context: z.RefinementCtx): void {
  const known = (list: readonly string[], among: readonly string[], path: (string | number)[], what: string) => {
    list.forEach((key, index) => {
      if (among.includes(key)) return;
      context.addIssue({
        code: 'custom',
        path: [...path, index],
        message: `there is no ${what} '${key}'; the known ones are ${among.join(', ')}`,
      });
    });
  };
  const unique = (ids: readonly string[], path: string) => {
    ids.forEach((one, index) => {
      if (ids.indexOf(one) !== index) context.addIssue({ code: 'custom', path: [path, index, 'id'], message: `'${one}' stands twice` });
    });
  };
  const people = Object.keys(file.people);
  const projects = file.projects.map((project) => project.id);
  known(file.engineers, people, ['engineers'], 'person');
  for (const level of LEVELS) known(file.onCall[level], people, ['onCall', level], 'person');
  for (const [index, project] of file.projects.entries()) known(project.members, people, ['projects', index, 'members'], 'person');
  file.followers.forEach((follower, index) => {
    if (follower.projects !== 'all') known(follower.projects, projects, ['followers', index, 'projects'], 'project');
  });
  unique(projects, 'projects');
  unique(
    file.scenarios.map((scenario) => scenario.id),
    'scenarios',
  );
  unique(
    file.followers.map((follower) => follower.id),
    'followers',
  );
  const onCallStrangers = file.onCall.primary.filter((key) => !file.engineers.includes(key));
  for (const key of onCallStrangers) {
    context.addIssue({
      code: 'custom',
      path: ['onCall', 'primary'],
      message: `'${key}' is on call but no engineer, so could not acknowledge; add them to engineers`,
    });
  }
}

export type Desk = {
  readonly file: DeskFile;
  readonly policy: Policy;
  readonly room: Room;
  /** The person with the roles that the desk file gives; everybody else is nobody in particular. */
  actor(person: Person): Actor;
  projectsOf(personId: string): readonly Project[];
  productionOf(project: Project): readonly Environment[];
  scenario(scenarioId: string): Scenario | undefined;
  onCall(projectId: string): OnCall;
  followersOf(projectId: string): readonly Follower[];
};

export function createDesk(file: DeskFile): Desk {
  const person = (key: string): Person => {
    const found = file.people[key];
    if (!found) throw new Error(`the desk file names '${key}', whom it does not know`);
    return { id: found.id, name: found.name };
  };
  const engineers = new Set(file.engineers.map((key) => person(key).id));
  const tenantId = file.desk.tenant;
  const members = new Map(file.projects.map((project) => [project.id, new Set(project.members.map((key) => person(key).id))]));
  const projectsOf = (personId: string) => file.projects.filter((project) => members.get(project.id)?.has(personId));
  const onCall: OnCall = {
    primary: file.onCall.primary.map(person),
    secondary: file.onCall.secondary.map(person),
    'duty-manager': file.onCall['duty-manager'].map(person),
  };
  return {
    file,
    policy: toPolicy(file.promise),
    room: { kind: 'channel', conversationId: file.desk.channel, tenantId },
    actor({ id, name }) {
      const roles: Role[] = [];
      if (engineers.has(id)) roles.push('engineer');
      if (projectsOf(id).length > 0) roles.push('customer');
      return { id, name, roles };
    },
    projectsOf,
    productionOf: (project) => project.environments.filter((environment) => environment.kind === 'production'),
    scenario: (scenarioId) => file.scenarios.find((scenario) => scenario.id === scenarioId),
    onCall: () => onCall,
    followersOf: (projectId) =>
      file.followers
        .filter((follower) => follower.projects === 'all' || follower.projects.includes(projectId))
        .map((follower) => ({ id: follower.id, kind: follower.room.kind, conversationId: follower.room.conversation, tenantId })),
  };
}
