/** "help": what this person may do, here. In company it is the same for everybody, so that it tells nobody's role. */
import type { Card } from '../../cards/base/card.ts';
import { helpCard } from '../../cards/layouts/answer.ts';
import { isGrantedTo, type Permission, type Relation } from '../../outage/permissions.ts';
import { atDesk } from '../authorize/visibility.ts';
import type { Caller, Command, Presses, Services } from '../command.ts';

/** What a customer may turn out to be to an outage. */
const OF_CUSTOMERS = ['customer', 'joined', 'reporter'] as const satisfies readonly Relation[];
const ON_CARDS = ['customer', 'reporter', 'engineer'] as const satisfies readonly Relation[];

export async function helpFor(
  caller: Caller,
  services: Services,
  { commands, presses }: { commands: readonly Command[]; presses: Presses },
  options: { unknown: boolean },
): Promise<Card> {
  const { words, timeZone } = caller;
  const are = await shownTo(caller, services);
  const shown = commands.filter(({ needs, menu }) => (are.includes('engineer') || menu.includes('personal')) && permits(are, needs));
  const typed = shown.map(({ name, help }) => `${name}  \u2013  ${help(words)}`);
  const lines = caller.place.kind === 'personal' ? [...typed, ...onCards(caller, are, shown, presses)] : typed;
  return helpCard({ desk: services.desk, words, timeZone }, lines, options);
}

/** As what the help speaks to them. */
async function shownTo(caller: Caller, services: Services): Promise<readonly Relation[]> {
  const { actor, place } = caller;
  if (place.kind === 'personal') {
    // Who works at the desk does not wait for what Teams knows.
    const projects = actor.roles.length > 0 ? services.desk.projectsOf(actor.id) : (await caller.membership()).projects;
    return ['anyone', ...actor.roles, ...(projects.length > 0 ? OF_CUSTOMERS : [])];
  }
  const { desk } = services.desk.roomsIn(await services.rooms.all());
  return ['anyone', ...OF_CUSTOMERS, ...(atDesk(caller, desk) ? actor.roles : [])];
}

const permits = (are: readonly Relation[], permission: Permission): boolean => are.some((who) => isGrantedTo(permission, who));

/** What only buttons do: each once, a line for each role. */
function onCards({ words }: Caller, are: readonly Relation[], shown: readonly Command[], presses: Presses): readonly string[] {
  // What is begun with a command is also sent.
  const told = new Set<Permission>(['report', ...shown.map(({ needs }) => needs)]);
  return ON_CARDS.filter((who) => are.includes(who)).flatMap((who) => {
    const more = [...new Set(Object.values(presses).map(({ needs }) => needs))].filter(
      (permission) => isGrantedTo(permission, who) && !told.has(permission),
    );
    for (const permission of more) told.add(permission);
    return more.length > 0 ? [words.mayDo.onCards[who](more.map((permission) => words.mayDo.what[permission]).join('; '))] : [];
  });
}
