/** Whose desk this is: the questions that the rest of the bot asks of the desk file. Pure. */
import type { Language } from '../outage/follow/language.ts';
import type { Numbers } from '../outage/types/pages.ts';
import { partsOf, personKey, storedPersonKey } from '../outage/types/person-key.ts';
import { type Actor, type Instant, LEVELS, type OnCall, type Person, type Role, type Room, type Team } from '../outage/types/values.ts';
import type { Webhook } from '../outage/types/webhooks.ts';
import type { DeskFile, Environment, Project, Scenario, WrittenDeskFile } from './desk-file.ts';
import { createMembers, type Eligibility, eligibility, type Ineligibility, tenantsOf } from './eligibility.ts';
import { toFileLimits } from './file/files.ts';
import { toOnCallMessages } from './file/on-call-messages.ts';
import { toPagers } from './file/pagers.ts';
import { toManyAtOnce, toMs, toPolicy } from './file/policy.ts';
import { maintenanceOf } from './maintenance.ts';
import { type Override, onCallAt, type Roster, type Shifts, shiftsOf, type Who } from './on-call/roster.ts';
import { entriesOf } from './on-call/schema.ts';
import { shortNumber } from './phones.ts';
import { type KnownRoom, roomsIn } from './rooms.ts';
import { inLanguage } from './texts.ts';

export type Plan = { readonly name: string; readonly replyWithinMs: number };
export type Refused = { readonly environment: Environment; readonly why: Ineligibility };

export type Desk = ReturnType<typeof createDesk>;

export function createDesk(written: WrittenDeskFile) {
  const { language: ownLanguage } = written.desk;
  const byLanguage = new Map<Language, DeskFile>();
  const fileIn = (language: Language): DeskFile => {
    const known = byLanguage.get(language) ?? inLanguage(written, language, ownLanguage);
    byLanguage.set(language, known);
    return known;
  };
  const file = fileIn(ownLanguage);
  const person = (key: string): Person => {
    const found = file.people[key];
    if (!found) throw new Error(`the desk file names '${key}', whom it does not know`);
    if (!found.id) throw new Error(`'${key}' is named by an account alone, so could not be called`);
    return { id: storedPersonKey(found.id), name: found.name };
  };
  const people = namedIn(file);
  const peopleById = new Map<string, Person>(people.map((one) => [one.id, one]));
  const engineers = file.engineers.map(person);
  const engineersById = new Map<string, Person>(engineers.map((one) => [one.id, one]));
  const engineer = (personId: string): Person | null => engineersById.get(personId) ?? null;
  const dispatchers = file.dispatchers.map(person);
  const administrators = file.administrators.map(person);
  const tenantId = file.desk.tenant;
  const members = createMembers(file);
  const phones = new Map<string, string>(Object.values(file.people).flatMap(({ id, phone }) => (id && phone ? [[id, phone]] : [])));
  const judged = (environment: Environment): Eligibility => eligibility(environment, { member: true, products: file.products });
  const { timeZone } = file.desk;
  const roster: Roster = {
    primary: entriesOf(file.onCall.primary, timeZone),
    secondary: entriesOf(file.onCall.secondary, timeZone),
    'duty-manager': entriesOf(file.onCall['duty-manager'], timeZone),
  };
  const toRoom = ({ kind, conversation }: DeskFile['followers'][number]['room']): Room => ({
    kind,
    conversationId: conversation,
    tenantId,
  });
  const teamsIn = (language: Language): readonly Team[] =>
    fileIn(language).teams.map(({ id, name, room }) => ({ id, name, room: room ? toRoom(room) : null }));
  const maintenanceIn = (language: Language) => maintenanceOf(fileIn(language).projects, timeZone);
  const who: Who = { person, engineer };
  const onRoster = [...new Set(Object.values(roster).flatMap((entries) => entries.flatMap((entry) => entry.people)))].map(person);
  const staff = new Set<string>([...engineers, ...dispatchers, ...administrators, ...onRoster].map(({ id }) => id));
  return {
    /** In the desk's language: what is recorded and compared. */
    file,
    /** With the texts that people read in another language, where the desk file has them. */
    fileIn,
    /** With all texts in all languages. */
    written,
    timeZone,
    manyAtOnce: toManyAtOnce(file.manyAtOnce),
    files: toFileLimits(file.files),
    onCallMessages: toOnCallMessages(file.onCallMessages),
    policy: toPolicy(file.promise, toPagers(file.pagers)),
    /** How long the first message of the desk's thread may take until its reporter gets a failure receipt. */
    receiptAfterMs: file.promise.receiptAfterSeconds * 1_000,
    /** How long after the last press somebody is reminded of a report that was not sent; 0: never. */
    nudgeDraftAfterMs: file.desk.nudgeDraftAfterMinutes * 60_000,
    engineers,
    engineer,
    /** The number of somebody of the desk; undefined: the desk file gives none. */
    phoneOf: (personId: string): string | undefined => phones.get(personId),
    numbersOf: (some: readonly Person[]): Numbers =>
      Object.fromEntries(some.flatMap(({ id }) => (phones.has(id) ? [[id, shortNumber(phones.get(id) ?? '')]] : []))),
    teams: teamsIn(ownLanguage),
    teamsIn,
    planOf(projectId: string, language = ownLanguage): Plan | undefined {
      const named = file.projects.find((project) => project.id === projectId)?.plan;
      const plan = fileIn(language).plans.find(({ id }) => id === named);
      return plan && { name: plan.name, replyWithinMs: toMs(plan.replyWithinMinutes) };
    },
    /** The people whose Entra object id the desk file gives. */
    people,
    person: (personId: string): Person | null => peopleById.get(personId) ?? null,
    /** The person with the roles that the desk file gives. Whether they are a customer depends on the project, and on Teams. */
    actor({ id, name }: Person): Actor {
      const roles: Role[] = [];
      if (engineer(id)) roles.push('engineer');
      if (dispatchers.some((one) => one.id === id)) roles.push('dispatcher');
      if (administrators.some((one) => one.id === id)) roles.push('administrator');
      if (members.administeredBy(id).length > 0) roles.push('customer-administrator');
      return { id, name, roles };
    },
    /** The members of projects; without the answers of Teams, by the desk file alone. */
    members,
    projectsOf: members.projectsOf,
    productionOf: (project: Project): readonly Environment[] => project.environments.filter((environment) => judged(environment).eligible),
    refusedOf: (project: Project): readonly Refused[] =>
      project.environments.flatMap((environment) => {
        const found = judged(environment);
        return found.eligible ? [] : [{ environment, why: found.why }];
      }),
    /** The call of a project that is always there; null: there is none. */
    bridgeOf: (projectId: string): string | null => bridgeOf(file, projectId),
    /** The hosts, beside those of Teams, from which the call of an outage may be set. */
    bridgeHosts: (projectId: string): readonly string[] => [
      ...file.desk.bridgeHosts,
      ...[file.desk.bridge, bridgeOf(file, projectId)].flatMap((url) => (url ? [new URL(url).host] : [])),
    ],
    scenario: (scenarioId: string, language = ownLanguage): Scenario | undefined =>
      fileIn(language).scenarios.find((scenario) => scenario.id === scenarioId),
    /** The maintenance that the desk file plans. The store has it, and what engineers planned in Teams. */
    maintenance: maintenanceIn(ownLanguage),
    maintenanceIn,
    /** Who is on call by the roster and the overrides, which come in the order in which they were made. The same for every project so far. */
    onCall: (_projectId: string, at: Instant, overrides: readonly Override[]): OnCall => onCallAt(roster, at, overrides, who),
    shifts: (from: Instant, until: Instant, overrides: readonly Override[]): Shifts => shiftsOf(roster, from, until, overrides, who),
    /** The webhooks that hear of the outages of a project, or of a drill of none. */
    webhooks: (projectId: string): readonly Webhook[] =>
      Object.entries(file.webhooks).flatMap(([id, { events, projects }]) =>
        projects === 'all' || projects.includes(projectId) ? [{ id, events }] : [],
      ),
    roster,
    /** Everybody whom the roster names at any time. */
    onRoster,
    /** The desk's channel and the followers, with what is known from Teams. Ask each time: it changes while the bot runs. */
    roomsIn: (known: readonly KnownRoom[]) => roomsIn(file, known),
    retainedDays: (projectId: string): number => file.projects.find(({ id }) => id === projectId)?.retentionDays ?? file.retention.days,
    /** How long personal data is kept, by project where it differs. */
    retained: [
      { days: file.retention.days, projects: { allBut: file.projects.flatMap(({ id, retentionDays }) => (retentionDays ? id : [])) } },
      ...file.projects.flatMap(({ id, retentionDays: days }) => (days ? [{ days, projects: { only: id } }] : [])),
    ] as const,
    administrators,
    /** Who chooses for rooms of this tenant: of the desk's own its administrators, of a customer's the customer's. */
    administratorsIn: (tenantId: string): readonly Person[] =>
      tenantId === file.desk.tenant
        ? administrators
        : people.filter(({ id }) => partsOf(id).tenantId === tenantId && members.administeredBy(id).length > 0),
    /** Everybody who works for the desk. */
    isStaff: (personId: string): boolean => staff.has(personId),
    /** Rooms of the desk's own tenant hear what the desk's administrators let them hear. */
    mayHear(tenantId: string, projectId: string, as: 'person' | 'room'): boolean {
      const tenant = tenantId.toLowerCase();
      return (as === 'room' && tenant === file.desk.tenant) || members.isTenantOf(tenant, projectId);
    },
  };
}

const bridgeOf = ({ projects, desk }: DeskFile, projectId: string): string | null =>
  projects.find(({ id }) => id === projectId)?.bridge ?? desk.bridge ?? null;

/** Everybody whose object id the file gives: of a customer in the customer's tenant, and of the desk in its own. */
function namedIn(file: DeskFile): readonly Person[] {
  const own = file.desk.tenant;
  const ofProjects = Map.groupBy(
    file.projects.flatMap((project) => [...project.members, ...project.customerAdmins].map((key) => ({ key, project }))),
    ({ key }) => key,
  );
  const follow = new Set(file.projects.flatMap(({ mayFollow }) => mayFollow));
  const ofDesk = new Set([...file.engineers, ...file.dispatchers, ...file.administrators, ...peopleOnCall(file)]);
  return Object.entries(file.people).flatMap(([key, { id, name }]) => {
    const tenants = new Set(ofProjects.get(key)?.flatMap(({ project }) => tenantsOf(project, file)) ?? [own]);
    if (ofDesk.has(key)) tenants.add(own);
    if (follow.has(key)) tenants.add(file.people[key]?.tenant ?? own);
    return id ? [...tenants].map((tenant) => ({ id: personKey(tenant, id, own), name })) : [];
  });
}

const peopleOnCall = ({ onCall, desk }: DeskFile): readonly string[] =>
  LEVELS.flatMap((level) => entriesOf(onCall[level], desk.timeZone).flatMap(({ people }) => people));
