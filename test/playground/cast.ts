/**
 * The people and places of the Playground, as env/playground.client.yml names them.
 * The Playground itself ends without a word when that file has a mistake; this reader says what is wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

export const castFile = new URL('../../env/playground.client.yml', import.meta.url).pathname;

const personSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  userPrincipleName: z.string().min(1), // sic, the Playground spells it so
  aadObjectId: z.guid(),
  givenName: z.string().min(1),
  surname: z.string().min(1),
  email: z.string().min(1),
});
const placeSchema = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const castSchema = z.strictObject({
  version: z.literal('0.1.1'),
  tenantId: z.guid(),
  bot: placeSchema,
  currentUser: personSchema,
  users: z.array(personSchema).length(5, 'The Playground insists on exactly five users beside currentUser.'),
  personalChat: z.strictObject({ id: z.string().min(1) }),
  groupChat: placeSchema,
  team: z.strictObject({
    ...placeSchema.shape,
    aadGroupId: z.guid(),
    channels: z.array(placeSchema).max(1, 'The Playground knows at most one channel beside General.'),
  }),
});

export type Person = z.infer<typeof personSchema>;
export type Cast = z.infer<typeof castSchema>;

/** @throws when the file is not what the Playground accepts; the message names every mistake. */
export function readCast(file: string = castFile): Cast {
  const read = castSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file} is not a configuration of the Playground:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** By first name, whole name or id; capitals and accents do not matter. The person in the browser counts too. */
export function findPerson(cast: Cast, name: string): Person | undefined {
  const wanted = plain(name);
  return everybody(cast).find((person) => [person.givenName, person.name, person.id].some((known) => plain(known) === wanted));
}

/** The same as findPerson, for tests, where a name that nobody bears is a mistake. */
export function personOf(cast: Cast, name: string): Person {
  const person = findPerson(cast, name);
  if (!person) throw new Error(`${castFile} has nobody called "${name}", but ${everybody(cast).map(firstName).join(', ')}.`);
  return person;
}

export function everybody(cast: Cast): Person[] {
  return [cast.currentUser, ...cast.users];
}

/** How a person is called on a command line: "tomas" for Tomás. */
export function firstName(person: Person): string {
  return plain(person.givenName);
}

/** General's conversation id is the team's. */
export function channelId(cast: Cast, name: string): string {
  if (name === 'General') return cast.team.id;
  const channel = cast.team.channels.find((known) => known.name === name);
  if (!channel) throw new Error(`${castFile} has no channel "${name}".`);
  return channel.id;
}

/**
 * The same stage with another person in the browser. Whoever sat there takes the free seat among the five. The personal
 * chat gets that person's id: otherwise a bot that remembers the chat would take Priya's for Maya's.
 */
export function withInBrowser(cast: Cast, person: Person): Cast {
  if (person.id === cast.currentUser.id) return cast;
  return {
    ...cast,
    currentUser: person,
    users: cast.users.map((user) => (user.id === person.id ? cast.currentUser : user)),
    personalChat: { id: `a:${person.id.replace(/^29:/, '')}` },
  };
}

export function writeCast(file: string, cast: Cast): void {
  writeFileSync(file, stringify(cast));
}

function plain(text: string): string {
  const decomposed = text.trim().toLowerCase().replaceAll('ø', 'o').normalize('NFD');
  return decomposed.replace(/\p{Mark}/gu, '');
}
