/** `/outage setup`: an administrator makes a channel the support desk, or lets a channel or chat hear of outages. Teams says which room it is. */
import { z } from 'zod';
import type { Card } from '../cards/base/card.ts';
import { sentenceCard } from '../cards/layouts/answer.ts';
import { ALL_PROJECTS, noDeskCard, peopleNames, projectNames, type SetupView, setupCard, setupInviteCard } from '../cards/setup/setup.ts';
import { asName } from '../cards/text/safe.ts';
import type { RoomFacts, RoomUse } from '../desk/rooms.ts';
import { may } from '../outage/permissions.ts';
import type { Denial } from '../words/denial.ts';
import {
  type Caller,
  type Command,
  cardReply,
  type Presses,
  type PressHandler,
  type Reply,
  refusing,
  type Services,
  says,
  sentence,
} from './command.ts';

export const setup: Command = {
  name: '/outage setup',
  needs: 'setup',
  help: (words) => words.commands.setup,
  menu: ['personal', 'team', 'groupChat'],
  // Alone: "/outage setup fails for everyone" is a report.
  parse: says(/^\/?(?:outage\s+)?set-?up[.!?]*$/i),
  run: async (_argument, caller, services) => await offer(caller, services),
};

/** In company only a card to open it; what stands on the other one is for administrators. */
async function offer(caller: Caller, services: Services): Promise<Reply> {
  const { kind } = caller.place;
  if (kind !== 'personal') return cardReply(setupInviteCard({ desk: services.desk, words: caller.words }, kind));
  return await show(caller, services, null);
}

/** Where the bot was added: only if somebody can set it up, and it is not set up already. */
export async function welcome(caller: Caller, services: Services): Promise<Reply> {
  const { desk } = services;
  const here = await caller.room();
  if (!here || desk.administrators.length === 0 || caller.place.tenantId !== desk.file.desk.tenant) return { type: 'nothing' };
  const rooms = desk.roomsIn(await services.rooms.all());
  const used = [rooms.desk, ...rooms.followers].some((room) => room?.conversationId === here.conversationId);
  return used ? { type: 'nothing' } : await offer(caller, services);
}

/** The answer to whoever wants to report while no channel is the desk; null when one is. */
export async function withoutDesk(caller: Caller, services: Services): Promise<Reply | null> {
  const { desk } = services;
  if (desk.roomsIn(await services.rooms.all()).desk) return null;
  const mayChoose = may(caller.actor, 'setup');
  if (mayChoose && caller.place.kind === 'personal') return await show(caller, services, null);
  const card = noDeskCard({ desk, words: caller.words, timeZone: caller.timeZone }, { setup: mayChoose });
  return refusing({ refused: 'no-desk' }, cardReply(card));
}

/** Says whom to ask. */
export function notAdministrator({ words }: Pick<Caller, 'words'>, { administrators }: Services['desk']): Denial {
  const names = peopleNames(administrators, words);
  return names ? words.setup.notYours(names) : words.setup.noAdministrator;
}

/** The card as things are now; `forEveryone`: what the others in the room see from now on. */
async function show(
  caller: Caller,
  services: Services,
  here: RoomFacts | null,
  more: Pick<SetupView, 'notice' | 'error' | 'entered'> = {},
  forEveryone?: Card,
): Promise<Reply> {
  const { desk } = services;
  const view = { desk, words: caller.words, rooms: desk.roomsIn(await services.rooms.all()), here, ...more };
  return cardReply(setupCard(view), forEveryone);
}

const followSchema = z.object({ projects: z.string().max(20_000).default('') });
const stopSchema = z.object({ room: z.string().max(500).default('') });

/** In a room, or with the bot alone. */
const press =
  (run: (data: unknown, here: RoomFacts | null, caller: Caller, services: Services) => Promise<Reply>): PressHandler =>
  async (data, caller, services) =>
    await run(data, await caller.room(), caller, services);

const makeDesk = press(async (_data, here, caller, services) => {
  const say = caller.words.setup;
  if (here?.kind !== 'channel') return sentence(caller.words.refused.oldCard);
  // An older card may still have the button.
  if (services.desk.file.desk.channel !== undefined) return await show(caller, services, here, { notice: say.deskByFile });
  await services.rooms.choose(here, { as: 'desk' });
  return await show(
    caller,
    services,
    here,
    { notice: say.done.desk },
    told(say.public.desk(nameOf(caller)), say.public.deskText, caller, services),
  );
});

const follow = press(async (data, here, caller, services) => {
  const { words } = caller;
  const say = words.setup;
  const entered = followSchema.safeParse(data);
  if (!here || !entered.success) return sentence(words.refused.oldCard);
  const ticked = entered.data.projects.split(',').filter((id) => id !== '');
  const projects = projectsIn(ticked, services);
  if (!projects) return await show(caller, services, here, { error: say.chooseProject, entered: ticked });
  const { desk } = services.desk.roomsIn(await services.rooms.all());
  // The desk hears of everything in any case.
  if (desk?.conversationId === here.conversationId) return await show(caller, services, here);
  await services.rooms.choose(here, { as: 'follower', projects });
  const text = say.public.followText(projectNames(projects, services.desk, words));
  return await show(
    caller,
    services,
    here,
    { notice: say.done.follow },
    told(say.public.follow[here.kind](nameOf(caller)), text, caller, services),
  );
});

/** Null for none, and for all together with some: nobody shall hear of more than was meant. */
function projectsIn(ticked: readonly string[], { desk }: Services): Extract<RoomUse, { as: 'follower' }>['projects'] | null {
  if (ticked.includes(ALL_PROJECTS)) return ticked.length === 1 ? 'all' : null;
  const projects = desk.file.projects.map(({ id }) => id).filter((id) => ticked.includes(id));
  return projects.length > 0 ? projects : null;
}

const stop = press(async (data, here, caller, services) => {
  const say = caller.words.setup;
  const entered = stopSchema.safeParse(data);
  if (!entered.success) return sentence(caller.words.refused.oldCard);
  const { followers } = services.desk.roomsIn(await services.rooms.all());
  const meant = here?.conversationId ?? entered.data.room;
  const room = followers.find(({ conversationId, by }) => by === 'teams' && conversationId === meant);
  if (!room) return await show(caller, services, here, here ? {} : { error: say.choose });
  await services.rooms.release(room.conversationId);
  const everyone = here ? told(say.public.stop[here.kind](nameOf(caller)), say.public.stopText, caller, services) : undefined;
  return await show(caller, services, here, { notice: say.done.stop }, everyone);
});

const nameOf = ({ actor }: Caller) => asName(actor.name);
const told = (heading: string, line: string, caller: Caller, { desk }: Services): Card =>
  sentenceCard({ desk, words: caller.words }, heading, [line]);

export const setupPresses = {
  'setup-open': { needs: 'setup', run: press(async (_data, here, caller, services) => await show(caller, services, here)) },
  'setup-desk': { needs: 'setup', run: makeDesk },
  'setup-follow': { needs: 'setup', run: follow },
  'setup-stop': { needs: 'setup', run: stop },
} satisfies Partial<Presses>;
