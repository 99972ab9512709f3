/** "help": what this person may do here. In company it is the same for everybody, so that it does not tell anybody's role. */
import type { Card } from '../../cards/base/card.ts';
import { fullHelpCard, helpCard } from '../../cards/look/look.ts';
import { isGrantedTo, type Permission, type Relation } from '../../outage/permissions.ts';
import { TYPED_NAMES } from '../../words/en/look/typed.ts';
import type { Words } from '../../words/words.ts';
import { atDesk } from '../authorize/access.ts';
import { type Caller, type Command, isAlone, type ListedCommand, type Presses, type Turn } from '../command.ts';
import { typedFor } from '../typed.ts';

/** What a customer may be to an outage. */
const OF_CUSTOMERS = ['customer', 'joined', 'following', 'reporter'] as const satisfies readonly Relation[];
const ON_CARDS = ['customer', 'reporter', 'engineer'] as const satisfies readonly Relation[];

/** What each role reads first, by the commands' names; the rest stands behind More. */
const FIRST: readonly (readonly [Relation, readonly string[]])[] = [
  ['administrator', ['/outage setup']],
  ['engineer', ['ack', 'update', 'resolve', '/outage list']],
  ['dispatcher', ['report for']],
  ['customer', ['/outage mine', 'still down', 'it works', 'withdraw']],
  ['anyone', ['/outage', 'help']],
];
const MOST_FIRST = 4;

/** `length`: a few lines for anybody, or everything that this person may do here. `unknown`: what they typed is no command. */
export async function helpFor(
  turn: Turn,
  { commands, presses }: { commands: readonly ListedCommand[]; presses: Presses },
  { length, unknown = false }: { length: 'short' | 'full'; unknown?: boolean },
): Promise<Card> {
  const { words, timeZone } = turn;
  const view = { desk: turn.desk, words, timeZone };
  const roles = await rolesHere(turn);
  const isOfDesk = roles.includes('engineer') || roles.includes('dispatcher');
  const shown = commands.filter(
    ({ needs, menu }) => (isOfDesk || menu?.includes('personal') || menu?.includes('help')) && permits(roles, needs),
  );
  const inRoom = turn.place.kind === 'personal' ? [] : [words.look.help.inRoom];
  const lineOf = (command: ListedCommand) => `${namesOf(command, words)}  \u2013  ${command.help(words)}`;
  if (length === 'short') {
    const names = FIRST.flatMap(([role, some]) => (roles.includes(role) ? some : []));
    const first = names.flatMap((name) => shown.filter((one) => one.name === name)).slice(0, MOST_FIRST);
    return helpCard(view, [...first.map(lineOf), ...inRoom], { unknown, mine: permits(roles, 'see'), calls: permits(roles, 'report-for') });
  }
  const typed = [...shown.map(lineOf), ...inRoom];
  return fullHelpCard(view, isAlone(turn) ? [...typed, ...onCards(turn, roles, shown, presses)] : typed);
}

/** The name, which is English, and what somebody may type for it in their own language. */
function namesOf({ name, parse }: Command, words: Words): string {
  const typed = TYPED_NAMES.find((one) => parse(one) !== null);
  const own = typed ? typedFor(typed, words) : '';
  return own === '' || name.endsWith(own) ? name : `${name} / ${own}`;
}

/** In which roles the help addresses this person. */
async function rolesHere(turn: Turn): Promise<readonly Relation[]> {
  const { actor } = turn;
  if (isAlone(turn)) {
    // Somebody who works at the desk does not wait for what Teams knows.
    const projects = actor.roles.length > 0 ? turn.desk.projectsOf(actor.id) : (await turn.membership()).projects;
    const also = turn.desk.members.followableBy(actor.id).length > 0 ? (['stakeholder', 'following'] as const) : [];
    return ['anyone', ...actor.roles, ...also, ...(projects.length > 0 ? OF_CUSTOMERS : [])];
  }
  const { desk } = turn.desk.roomsIn(await turn.rooms.all());
  return ['anyone', ...OF_CUSTOMERS, ...(atDesk(turn, desk) ? actor.roles : [])];
}

const permits = (roles: readonly Relation[], permission: Permission): boolean => roles.some((who) => isGrantedTo(permission, who));

/** What can be done by buttons only, each once; a line for each role. */
function onCards({ words }: Caller, roles: readonly Relation[], shown: readonly Command[], presses: Presses): readonly string[] {
  // A report that is begun with a command is sent with a button. What a reporter notes for the desk is typed, and files are sent.
  const mentioned = new Set<Permission>(['report', 'note', 'add-files', ...shown.map(({ needs }) => needs)]);
  return ON_CARDS.filter((who) => roles.includes(who)).flatMap((who) => {
    const more = [...new Set(Object.values(presses).map(({ needs }) => needs))].filter(
      (permission) => isGrantedTo(permission, who) && !mentioned.has(permission),
    );
    for (const permission of more) mentioned.add(permission);
    return more.length > 0 ? [words.permissions.onCards[who](more.map((permission) => words.permissions.what[permission]).join('; '))] : [];
  });
}
