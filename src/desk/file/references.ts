/** Checks the sections of a desk file against each other: what one names must exist, and ids are unique. */
import type { z } from 'zod';
import { LEVELS } from '../../outage/types/values.ts';
import { DEFAULT_SCENARIOS } from '../scenarios/default-scenarios.ts';
import { field, list } from './raw.ts';

type Path = readonly (string | number)[];
type Known = ReadonlySet<unknown>;
type Complain = (path: Path, message: string) => void;

/** Also checks a file in which other things are wrong, so that all mistakes are named at once; hence `unknown`. */
export function checkReferences(file: unknown, context: z.RefinementCtx): void {
  const complain: Complain = (path, message) => context.addIssue({ code: 'custom', path: [...path], message });
  const knownOne = (key: unknown, among: Known, path: Path, what: string) => {
    if (typeof key !== 'string' || among.size === 0 || among.has(key)) return;
    complain(path, `there is no ${what} '${key}'; the known ones are ${listed(among)}`);
  };
  const known = (named: unknown, among: Known, path: Path, what: string) =>
    list(named).forEach((key, index) => {
      knownOne(key, among, [...path, index], what);
    });
  const unique = (things: unknown, path: Path) => {
    const seen = new Set<unknown>();
    list(things).forEach((thing, index) => {
      const id = field(thing, 'id');
      if (id !== undefined && seen.has(id)) complain([...path, index, 'id'], `'${id}' stands twice; give it an id of its own`);
      seen.add(id);
    });
  };

  const people: Known = new Set(Object.keys(field(file, 'people') ?? {}));
  const projects = list(field(file, 'projects'));
  const plans = idsOf(field(file, 'plans'));
  const onCall = field(file, 'onCall');
  known(field(file, 'engineers'), people, ['engineers'], 'person');
  known(field(file, 'administrators'), people, ['administrators'], 'person');
  checkDeskChannel(file, complain);
  checkQueue(file, complain);
  for (const level of LEVELS) {
    for (const { key, path } of namedOn(field(onCall, level), ['onCall', level])) knownOne(key, people, path, 'person');
  }
  const products = idsOf(field(file, 'products'));
  list(field(file, 'scenarios')).forEach((scenario, index) => {
    if (!isOfCatalogue(scenario)) known(field(scenario, 'products'), products, ['scenarios', index, 'products'], 'product');
  });
  projects.forEach((project, index) => {
    known(field(project, 'members'), people, ['projects', index, 'members'], 'person');
    if (list(field(project, 'members')).length === 0 && field(project, 'membersFrom') === undefined)
      complain(['projects', index, 'members'], 'list at least one person who may report, or link a team of Teams with membersFrom');
    list(field(project, 'environments')).forEach((environment, nth) => {
      known(field(environment, 'products'), products, ['projects', index, 'environments', nth, 'products'], 'product');
    });
    unique(field(project, 'environments'), ['projects', index, 'environments']);
    const plan = field(project, 'plan');
    if (typeof plan !== 'string' || plans.has(plan)) return;
    const remedy = plans.size === 0 ? 'add it to plans, with its replyWithinMinutes' : `the known ones are ${listed(plans)}`;
    complain(['projects', index, 'plan'], `there is no plan '${plan}'; ${remedy}`);
  });
  const projectIds = idsOf(projects);
  list(field(file, 'followers')).forEach((follower, index) => {
    known(field(follower, 'projects'), projectIds, ['followers', index, 'projects'], 'project');
  });
  for (const section of ['projects', 'scenarios', 'products', 'followers', 'plans', 'teams']) unique(field(file, section), [section]);
  unique(field(field(file, 'desk'), 'languages'), ['desk', 'languages']);
  checkTeamNames(list(field(file, 'teams')), complain);
  checkPeople(field(file, 'people'), complain);
  checkCallable(file, complain);
  checkOnCall(onCall, field(file, 'engineers'), people, complain);
}

const idsOf = (things: unknown): Known => new Set(list(things).map((thing) => field(thing, 'id')));

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

/** A person under two keys would be two people to a reader, and one to Teams. */
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
  }
}

/** Teams mentions people by their ids, so people who are called or set up rooms need one. */
function checkCallable(file: unknown, complain: Complain): void {
  const people = field(file, 'people');
  const check = (key: unknown, path: Path) => {
    const person = typeof key === 'string' ? field(people, key) : undefined;
    if (field(person, 'upn') === undefined || field(person, 'id') !== undefined) return;
    complain(path, `'${key}' is named by upn alone, which is enough to report; give their Entra object id as id`);
  };
  for (const section of ['engineers', 'administrators'])
    for (const [index, key] of list(field(file, section)).entries()) check(key, [section, index]);
  for (const level of LEVELS) for (const { key, path } of namedOn(field(field(file, 'onCall'), level), ['onCall', level])) check(key, path);
}

/** Engineers type the name of a team, so each name must mean one team. */
function checkTeamNames(teams: readonly unknown[], complain: Complain): void {
  const names = teams.map((team) => String(field(team, 'name') ?? '').toLowerCase());
  const seen = new Set<string>();
  names.forEach((name, index) => {
    if (name !== '' && seen.has(name)) complain(['teams', index, 'name'], 'two teams have this name; give each its own');
    seen.add(name);
  });
}

/** Duty managers are informed and make calls; people on the other levels must be able to acknowledge. */
function checkOnCall(onCall: unknown, engineers: unknown, people: Known, complain: Complain): void {
  if (!Array.isArray(engineers)) return;
  const able: Known = new Set(engineers);
  for (const level of ['primary', 'secondary']) {
    for (const { key, path } of namedOn(field(onCall, level), ['onCall', level])) {
      if (typeof key !== 'string' || able.has(key) || !people.has(key)) continue;
      complain(path, `'${key}' is on call but no engineer, so could not acknowledge; add them to engineers`);
    }
  }
}

/** The queue shows phone numbers, and customers may read in a follower's room. */
function checkQueue(file: unknown, complain: Complain): void {
  const queue = field(field(file, 'desk'), 'queue');
  if (queue === undefined) return;
  const follows = list(field(file, 'followers')).some((follower) => field(field(follower, 'room'), 'conversation') === queue);
  if (follows)
    complain(['desk', 'queue'], 'this channel follows outages too; requests hold phone numbers, so choose one that engineers alone read');
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

/** The people whom a level names, each with its path: a person, a list, an entry with people or a rotation, or a list of entries. */
function namedOn(level: unknown, path: Path): { key: unknown; path: Path }[] {
  if (typeof level === 'string') return [{ key: level, path }];
  if (Array.isArray(level)) return level.flatMap((entry, index) => namedOn(entry, [...path, index]));
  return ['people', 'rotation'].flatMap((name) => list(field(level, name)).map((key, index) => ({ key, path: [...path, name, index] })));
}
