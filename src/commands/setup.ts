/**
 * `/outage setup`: an administrator makes a channel the support desk, or lets a channel or chat follow outages. Teams says
 * which room it is.
 */
import { z } from 'zod';
import { sentenceCard } from '../cards/layouts/layouts.ts';
import { ALL_PROJECTS, noDeskCard, peopleNames, projectNames, type SetupView, setupCard, setupInviteCard } from '../cards/setup/setup.ts';
import { asName } from '../cards/text.ts';
import type { RoomFacts, RoomUse } from '../desk/rooms.ts';
import { may } from '../outage/permissions.ts';
import type { Denial } from '../words/denial.ts';
import {
  type Command,
  cardReply,
  forRoom,
  type Press,
  type Presses,
  type Reply,
  reading,
  refusing,
  says,
  sentence,
  type Turn,
} from './command.ts';

export const setup: Command = {
  name: '/outage setup',
  needs: 'setup',
  menu: ['personal', 'room'],
  // Alone: "/outage setup fails for everyone" is a report.
  parse: says(/^\/?(?:outage\s+)?set-?up[.!?]*$/i),
  run: async (_argument, turn) => await offer(turn),
};

/** In company only a card that opens the setup, because the setup itself is for administrators. */
async function offer(turn: Turn): Promise<Reply> {
  const { kind } = turn.place;
  if (kind !== 'personal') return forRoom(cardReply(setupInviteCard({ desk: turn.desk, words: turn.words }, kind)));
  return await show(turn, null);
}

/** What the bot says when it is added to a room: the setup, if somebody can do it and the room is not set up already. */
export async function welcome(turn: Turn): Promise<Reply> {
  const { desk } = turn;
  const here = await turn.room();
  if (!here || desk.administrators.length === 0 || turn.place.tenantId !== desk.file.desk.tenant) return { type: 'nothing' };
  const rooms = desk.roomsIn(await turn.rooms.all());
  const used = [rooms.desk, ...rooms.followers].some((room) => room?.conversationId === here.conversationId);
  return used ? { type: 'nothing' } : await offer(turn);
}

/** The answer to somebody who wants to report while no channel is the desk; null when one is. */
export async function withoutDesk(turn: Turn): Promise<Reply | null> {
  const { desk } = turn;
  if (desk.roomsIn(await turn.rooms.all()).desk) return null;
  const mayChoose = may(turn.actor, 'setup');
  if (mayChoose && turn.place.kind === 'personal') return await show(turn, null);
  const card = noDeskCard(turn, { setup: mayChoose });
  return refusing({ refused: 'no-desk' }, cardReply(card));
}

/** The denial to somebody who is no administrator: it names the people to ask. */
export function notAdministrator({ words, desk }: Turn): Denial {
  const names = peopleNames(desk.administrators, words);
  return names ? words.setup.notYours(names) : words.setup.noAdministrator;
}

/** The card as things are now. `forEveryone`: the heading and the line that the others in the room see from now on. */
async function show(
  turn: Turn,
  here: RoomFacts | null,
  more: Pick<SetupView, 'notice' | 'error' | 'entered'> = {},
  forEveryone?: readonly [heading: string, line: string],
): Promise<Reply> {
  const { desk, words } = turn;
  const card = setupCard({ desk, words, rooms: desk.roomsIn(await turn.rooms.all()), here, ...more });
  if (!forEveryone) return cardReply(card);
  const [heading, line] = forEveryone;
  return cardReply(card, sentenceCard({ desk, words }, heading, [line]));
}

/** A button of the setup. `here`: the room in which it was pressed; null in a chat with the bot alone. */
const press = <Data>(schema: z.ZodType<Data>, run: (data: Data, here: RoomFacts | null, turn: Turn) => Promise<Reply>): Press => ({
  needs: 'setup',
  run: reading(schema, async (data, turn) => await run(data, await turn.room(), turn)),
});

const nameOf = ({ actor }: Turn) => asName(actor.name);

const makeDesk = press(z.unknown(), async (_data, here, turn) => {
  const { deskByFile, done, public: say } = turn.words.setup;
  if (here?.kind !== 'channel') return sentence(turn.words.refusals.oldCard);
  // An older card may still have the button.
  if (turn.desk.file.desk.channel !== undefined) return await show(turn, here, { notice: deskByFile });
  await turn.rooms.choose(here, { as: 'desk' });
  return await show(turn, here, { notice: done.desk }, [say.desk(nameOf(turn)), say.deskText]);
});

const followSchema = z.object({ projects: z.string().max(20_000).default('') });

const follow = press(followSchema, async (entered, here, turn) => {
  const { words } = turn;
  const { chooseProject, done, public: say } = words.setup;
  if (!here) return sentence(words.refusals.oldCard);
  const ticked = entered.projects.split(',').filter((id) => id !== '');
  const projects = projectsIn(ticked, turn);
  if (!projects) return await show(turn, here, { error: chooseProject, entered: ticked });
  const { desk } = turn.desk.roomsIn(await turn.rooms.all());
  // The desk hears of everything in any case.
  if (desk?.conversationId === here.conversationId) return await show(turn, here);
  await turn.rooms.choose(here, { as: 'follower', projects });
  const text = say.followText(projectNames(projects, turn.desk, words));
  return await show(turn, here, { notice: done.follow }, [say.follow[here.kind](nameOf(turn)), text]);
});

/** null for no project, and for "all" together with some: nobody shall hear of more than was meant. */
function projectsIn(ticked: readonly string[], { desk }: Turn): Extract<RoomUse, { as: 'follower' }>['projects'] | null {
  if (ticked.includes(ALL_PROJECTS)) return ticked.length === 1 ? 'all' : null;
  const projects = desk.file.projects.map(({ id }) => id).filter((id) => ticked.includes(id));
  return projects.length > 0 ? projects : null;
}

const stopSchema = z.object({ room: z.string().max(500).default('') });

const stop = press(stopSchema, async (entered, here, turn) => {
  const { choose, done, public: say } = turn.words.setup;
  const { followers } = turn.desk.roomsIn(await turn.rooms.all());
  const chosen = here?.conversationId ?? entered.room;
  const room = followers.find(({ conversationId, by }) => by === 'teams' && conversationId === chosen);
  if (!room) return await show(turn, here, here ? {} : { error: choose });
  await turn.rooms.release(room.conversationId);
  const everyone = here ? ([say.stop[here.kind](nameOf(turn)), say.stopText] as const) : undefined;
  return await show(turn, here, { notice: done.stop }, everyone);
});

export const setupPresses = {
  'setup-open': press(z.unknown(), async (_data, here, turn) => await show(turn, here)),
  'setup-desk': makeDesk,
  'setup-follow': follow,
  'setup-stop': stop,
} satisfies Partial<Presses>;
