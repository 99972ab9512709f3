/** Checks the sections of a desk file against each other: what one names must exist, and ids are unique. */
import type { z } from 'zod';
import { LEVELS, type Level } from '../../outage/types/values.ts';
import { checkMaintenance } from '../maintenance.ts';
import { readNumber } from '../phones.ts';
import { DEFAULT_SCENARIOS } from '../scenarios/default-scenarios.ts';
import { textsIn } from '../texts.ts';
import { at, type Found, field, list, type Path } from './raw.ts';

type Known = ReadonlySet<unknown>;
type Complain = (path: Path, message: string) => void;

/** Lists whose things have an id of their own. */
const UNIQUE = ['projects', 'projects.*.environments', 'scenarios', 'products', 'followers', 'plans', 'teams', 'desk.languages', 'clients'];

/** Also checks a file in which other things are wrong, so that all mistakes are named at once; hence `unknown`. */
export function checkReferences(value: unknown, context: z.RefinementCtx): void {
  const file: Found = { value, path: [] };
  const complain: Complain = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
  /** `ofNone`: what to say when the file lists none; without it, that is a mistake that is named already. */
  const check = (named: readonly Found[], known: Known, what: string, ofNone?: string) => {
    const remedy = known.size === 0 ? ofNone : `the known ones are ${listed(known)}`;
    for (const { value: key, path } of named)
      if (typeof key === 'string' && !known.has(key) && remedy) complain(path, `there is no ${what} '${key}'; ${remedy}`);
  };
  const people = new Set<unknown>(Object.keys(field(value, 'people') ?? {}));
  const products = idsOf(file, 'products');
  for (const section of [
    'engineers',
    'dispatchers',
    'administrators',
    'projects.*.members',
    'projects.*.customerAdmins',
    'projects.*.mayFollow',
  ])
    check(at(file, `${section}.*`), people, 'person');
  check(onCallIn(file, LEVELS), people, 'person');
  check(at(file, 'projects.*.environments.*.products.*'), products, 'product');
  for (const scenario of at(file, 'scenarios.*'))
    if (!isOfCatalogue(scenario.value)) check(at(scenario, 'products.*'), products, 'product');
  const pagers = new Set<unknown>(Object.keys(field(value, 'pagers') ?? {}));
  for (const section of ['promise.ladder.*.page.*', 'promise.breach.page.*']) check(at(file, section), pagers, 'pager', 'add it to pagers');
  check(at(file, 'projects.*.plan'), idsOf(file, 'plans'), 'plan', 'add it to plans, with its replyWithinMinutes');
  const webhooks = Object.keys(field(value, 'webhooks') ?? {}).flatMap((key) => at(file, `webhooks.${key}.projects.*`));
  const ofClients = ['clients.*.projects.*', 'clients.*.project'].flatMap((section) => at(file, section));
  check([...at(file, 'followers.*.projects.*'), ...webhooks, ...ofClients], idsOf(file, 'projects'), 'project');
  checkClients(file, complain);
  for (const things of UNIQUE.flatMap((section) => at(file, section)))
    for (const { value: id, path } of repeated(at(things, '*.id'))) complain(path, `'${id}' stands twice; give it an id of its own`);
  checkProjects(at(file, 'projects.*'), complain);
  checkTenantsOfPeople(file, complain);
  checkTexts(file, complain);
  checkTeamNames(at(file, 'teams.*.name'), complain);
  checkPeople(field(value, 'people'), complain);
  checkCallable(file, complain);
  checkOnCall(file, people, complain);
  checkDeskChannel(value, complain);
  checkQueue(file, complain);
  checkFollowers(file, complain);
  checkMaintenance(file, complain);
}

const idsOf = (file: Found, section: string): Known => new Set(at(file, `${section}.*.id`).map(({ value }) => value));

/** What stands further up already. */
const repeated = (found: readonly Found[]): readonly Found[] =>
  [...Map.groupBy(found, ({ value }) => value)].flatMap(([value, [, ...others]]) => (value === undefined ? [] : others));

/** Of many, only the first are named. */
const MOST_LISTED = 20;
function listed(known: Known): string {
  const more = known.size - MOST_LISTED;
  return [...[...known.values().take(MOST_LISTED)].map(String), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/** The catalogue names more products than most desks have, and so does a copy of it in a desk file. */
const isOfCatalogue = (scenario: unknown): boolean =>
  DEFAULT_SCENARIOS.some(
    ({ id, products }) => id === field(scenario, 'id') && JSON.stringify(products) === JSON.stringify(field(scenario, 'products')),
  );

function checkProjects(projects: readonly Found[], complain: Complain): void {
  for (const { value, path } of projects) {
    const others = field(value, 'membersFrom') !== undefined || field(value, 'everyone') === true;
    if (list(field(value, 'members')).length === 0 && !others)
      complain([...path, 'members'], 'list at least one person who may report, or link a team of Teams with membersFrom');
    checkTenants(value, path, complain);
  }
}

function checkTenants(project: unknown, path: Path, complain: Complain): void {
  const tenants = list(field(project, 'tenant'));
  const small = tenants.map((value, index) => ({ value: String(value).toLowerCase(), path: [...path, 'tenant', index] }));
  for (const twice of repeated(small)) complain(twice.path, 'this tenant stands twice; once is enough');
  const ofTeam = field(field(project, 'membersFrom'), 'tenant');
  if (tenants.length > 1 && field(project, 'membersFrom') !== undefined && ofTeam === undefined)
    complain([...path, 'membersFrom', 'tenant'], 'this is missing: the project has several tenants, so say which one the team is in');
  const known = tenants.length > 0 ? small.map(({ value }) => value) : [String(field(project, 'tenant') ?? '').toLowerCase()];
  if (typeof ofTeam === 'string' && !known.includes(ofTeam.toLowerCase()))
    complain([...path, 'membersFrom', 'tenant'], 'this is none of the tenants of the project; add it to tenant, or take it out here');
}

/** Somebody who is named for a tenant that none of their projects has could never report. */
function checkTenantsOfPeople(file: Found, complain: Complain): void {
  const people = field(file.value, 'people');
  const projects = at(file, 'projects.*').map(({ value }) => ({
    names: new Set([...list(field(value, 'members')), ...list(field(value, 'customerAdmins'))]),
    tenants: [field(value, 'tenant') ?? field(field(file.value, 'desk'), 'tenant')].flat().map((tenant) => String(tenant).toLowerCase()),
  }));
  for (const key of Object.keys(people ?? {})) {
    const own = field(field(people, key), 'tenant');
    if (typeof own === 'string' && !projects.some(({ names, tenants }) => names.has(key) && tenants.includes(own.toLowerCase())))
      complain(['people', key, 'tenant'], 'no project that names this person has this tenant; correct it, or take it out');
  }
}

/** A room of a customer hears of that customer alone, so a follower with a tenant names projects of it. */
function checkFollowers(file: Found, complain: Complain): void {
  const tenants = new Map<unknown, readonly string[]>();
  // Of two projects with one id, which is a mistake of its own, the first counts.
  for (const { value } of at(file, 'projects.*').toReversed())
    tenants.set(
      field(value, 'id'),
      [field(value, 'tenant')].flat().map((one) => String(one ?? '').toLowerCase()),
    );
  const known = new Set([...tenants.values()].flat());
  for (const { value, path } of at(file, 'followers.*')) {
    const tenant = field(value, 'tenant');
    if (typeof tenant !== 'string' || tenant.toLowerCase() === String(field(field(file.value, 'desk'), 'tenant') ?? '').toLowerCase())
      continue;
    if (field(value, 'audience') === 'internal')
      complain([...path, 'audience'], "what is internal is for rooms of the desk's own tenant; write customer or executive");
    for (const [index, id] of list(field(value, 'projects')).entries())
      if (!tenants.get(id)?.includes(tenant.toLowerCase()))
        complain([...path, 'projects', index], `'${id}' is not a project of this tenant, so this room may not hear of it`);
    if (!known.has(tenant.toLowerCase())) complain([...path, 'tenant'], 'no project has this tenant, so the room would hear of nothing');
  }
}

/** All alerts of an Alertmanager are about one environment of its project. */
function checkClients(file: Found, complain: Complain): void {
  for (const { value, path } of at(file, 'clients.*')) {
    const [id, project] = [field(value, 'environment'), field(value, 'project')];
    const own = at(file, 'projects.*').filter((one) => field(one.value, 'id') === project);
    const named = own.flatMap((one) => at(one, 'environments.*')).find((one) => field(one.value, 'id') === id);
    if (typeof id !== 'string' || own.length === 0 || field(named?.value, 'kind') === 'production') continue;
    complain([...path, 'environment'], `its project has no production environment '${id}'; correct it, or add it to the project`);
  }
}

/** Engineers type the name of a team, in any language, so each name must mean one team. */
function checkTeamNames(names: readonly Found[], complain: Complain): void {
  const typed = names.flatMap(({ value, path }) =>
    [...new Set((typeof value === 'string' ? [value] : Object.values(value ?? {})).map((name) => String(name).toLowerCase()))].map(
      (name) => ({
        value: name || undefined,
        path,
      }),
    ),
  );
  for (const { path } of repeated(typed)) complain(path, 'two teams have this name; give each its own');
}

/** What is recorded, and what readers of all other languages read, is in the desk's language. */
function checkTexts({ value }: Found, complain: Complain): void {
  const own = field(field(value, 'desk'), 'language');
  for (const { text, path } of textsIn(value))
    if (typeof own === 'string' && field(text, own) === undefined)
      complain([...path, own], `this is missing: write it in ${own}, the desk's language`);
}

/** A person under two keys would be two people to a reader, and one to Teams. A key on a phone that two have would be that of either. */
function checkPeople(people: unknown, complain: Complain): void {
  const seen = new Map<unknown, string>();
  for (const key of Object.keys(people ?? {})) {
    const person = field(people, key);
    const [id, upn] = [field(person, 'id'), field(person, 'upn')];
    if (id === undefined && upn === undefined)
      complain(['people', key, 'id'], 'this is missing: write the Entra object id, or upn for somebody who only reports');
    if (id !== undefined && upn !== undefined) complain(['people', key, 'upn'], 'one is enough, and the id wins: take upn out');
    for (const [name, value] of Object.entries({ id, upn })) {
      const first = seen.get(value);
      if (value !== undefined && first !== undefined)
        complain(['people', key, name], `this is also the ${name} of '${first}'; each person once`);
      else seen.set(value, key);
    }
    const written = field(person, 'phone');
    const phone = written === undefined ? null : readNumber(String(written));
    const other = phone && seen.get(phone);
    if (other) complain(['people', key, 'phone'], `this is also the phone of '${other}'; give each a phone of their own, or take one out`);
    else if (phone) seen.set(phone, key);
  }
}

/** Teams mentions people by their ids, so people who are called or set up rooms need one. */
function checkCallable(file: Found, complain: Complain): void {
  const people = field(file.value, 'people');
  for (const { value: key, path } of [
    ...at(file, 'engineers.*'),
    ...at(file, 'dispatchers.*'),
    ...at(file, 'administrators.*'),
    ...at(file, 'projects.*.customerAdmins.*'),
    ...onCallIn(file, LEVELS),
  ]) {
    const person = typeof key === 'string' ? field(people, key) : undefined;
    if (field(person, 'upn') === undefined || field(person, 'id') !== undefined) continue;
    complain(path, `'${key}' is named by upn alone, which is enough to report; give their Entra object id as id`);
  }
}

/** Duty managers are informed and make calls; people on the other levels must be able to acknowledge. */
function checkOnCall(file: Found, people: Known, complain: Complain): void {
  if (!Array.isArray(field(file.value, 'engineers'))) return;
  const able = new Set(at(file, 'engineers.*').map(({ value }) => value));
  for (const { value: key, path } of onCallIn(file, ['primary', 'secondary'])) {
    if (able.has(key) || !people.has(key)) continue;
    complain(path, `'${key}' is on call but no engineer, so could not acknowledge; add them to engineers`);
  }
}

/** The queue shows phone numbers, and customers may read in a follower's room. */
function checkQueue(file: Found, complain: Complain): void {
  const [queue] = at(file, 'desk.queue');
  if (queue?.value === undefined || !at(file, 'followers.*.room.conversation').some(({ value }) => value === queue.value)) return;
  complain(queue.path, 'this channel follows outages too; requests hold phone numbers, so choose one that engineers alone read');
}

/** The file, or an administrator in Teams, must say where outages get their threads. */
function checkDeskChannel(file: unknown, complain: Complain): void {
  const desk = field(file, 'desk');
  if (typeof desk !== 'object' || desk === null || field(desk, 'channel') !== undefined) return;
  if (list(field(file, 'administrators')).length > 0) return;
  complain(
    ['desk', 'channel'],
    'this is missing: write the conversation id of the channel, or list administrators, who choose it in Teams',
  );
}

const onCallIn = (file: Found, levels: readonly Level[]): Found[] =>
  levels.flatMap((level) => at(file, `onCall.${level}`)).flatMap(namedOn);

/** The people whom a level names: a person, a list, an entry with people or a rotation, or a list of entries. */
function namedOn(level: Found): Found[] {
  if (typeof level.value === 'string') return [level];
  if (Array.isArray(level.value)) return at(level, '*').flatMap(namedOn);
  return [...at(level, 'people.*'), ...at(level, 'rotation.*')];
}
