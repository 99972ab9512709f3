/**
 * `/outage setup`: an administrator makes a channel the support desk, or lets a channel or chat follow outages. Teams says
 * which room it is.
 */
import { z } from 'zod';
import { sentenceCard } from '../cards/layouts/layouts.ts';
import {
  ALL_PROJECTS,
  AS_DESK,
  audiencesFor,
  noDeskCard,
  peopleNames,
  projectNames,
  type SetupView,
  setupCard,
  setupInviteCard,
} from '../cards/setup/setup.ts';
import { asName } from '../cards/text.ts';
import type { Project } from '../desk/desk-file.ts';
import type { DeskRooms, RoomFacts, RoomUse } from '../desk/rooms.ts';
import { NOISES } from '../outage/follow/chosen.ts';
import { LANGUAGES } from '../outage/follow/language.ts';
import { AUDIENCES, type Person } from '../outage/types/values.ts';
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
import { readHours, zoneOf } from './follow/my-follows.ts';

export const setup: Command = {
  name: '/outage setup',
  needs: 'setup',
  menu: ['help', 'room'],
  // Alone: "/outage setup fails for everyone" is a report.
  parse: says(/^\/?(?:outage\s+)?set-?up[.!?]*$/i),
  run: async (_argument, turn) => await offer(turn),
};

/** In company only a card that opens the setup, because the setup itself is for administrators. */
async function offer(turn: Turn): Promise<Reply> {
  const { kind } = turn.place;
  if (kind !== 'personal')
    return forRoom(cardReply(setupInviteCard({ desk: turn.desk, words: turn.words }, kind, administratorsHere(turn))));
  return await show(turn, null);
}

/** What the bot says when it is added to a room: the setup, if somebody can do it and the room is not set up already. */
export async function welcome(turn: Turn): Promise<Reply> {
  const { desk } = turn;
  const here = await turn.room();
  if (!here || administratorsHere(turn).length === 0) return { type: 'nothing' };
  const rooms = desk.roomsIn(await turn.rooms.all());
  const used = [rooms.desk, ...rooms.followers].some((room) => room?.conversationId === here.conversationId);
  return used ? { type: 'nothing' } : await offer(turn);
}

const administratorsHere = ({ desk, place }: Turn): readonly Person[] => desk.administratorsIn(place.tenantId);

/** The projects of a customer's administrator; undefined: one of the desk, who chooses everything. */
const ofCustomer = ({ actor, desk }: Turn): readonly Project[] | undefined =>
  actor.roles.includes('administrator') ? undefined : desk.members.administeredBy(actor.id);

/** Of these rooms, those that this person may read of: a customer's administrator those of their own tenant, with projects of theirs alone. */
function readable(rooms: DeskRooms, turn: Turn): DeskRooms {
  const theirs = ofCustomer(turn)?.map(({ id }) => id);
  if (!theirs) return rooms;
  const isTheirs = ({ tenantId }: RoomFacts, projects: 'all' | readonly string[]) =>
    (tenantId ?? turn.desk.file.desk.tenant) === turn.place.tenantId && projects !== 'all' && projects.every((id) => theirs.includes(id));
  return {
    desk: null,
    queue: null,
    followers: rooms.followers.filter((room) => isTheirs(room, room.projects)),
    overruled: [],
  };
}

const roomsFor = async (turn: Turn): Promise<DeskRooms> => readable(turn.desk.roomsIn(await turn.rooms.all()), turn);

/** The answer to somebody who wants to report while no channel is the desk; null when one is. */
export async function withoutDesk(turn: Turn): Promise<Reply | null> {
  const { desk } = turn;
  if (desk.roomsIn(await turn.rooms.all()).desk) return null;
  const mayChoose = turn.actor.roles.includes('administrator');
  if (mayChoose && turn.place.kind === 'personal') return await show(turn, null);
  const card = noDeskCard(turn, { setup: mayChoose, administrators: administratorsHere(turn) });
  return refusing({ refused: 'no-desk' }, cardReply(card));
}

/** The denial to somebody who is no administrator: it names the people to ask. */
export function notAdministrator(turn: Turn): Denial {
  const { words } = turn;
  const names = peopleNames(administratorsHere(turn), words);
  return names ? words.setup.notYours(names) : words.setup.noAdministrator;
}

/** The card as things are now. `forEveryone`: the heading and the line that the others in the room see from now on. */
async function show(
  turn: Turn,
  here: RoomFacts | null,
  more: Pick<SetupView, 'notice' | 'error' | 'entered' | 'audience' | 'heard' | 'hoursError' | 'language'> = {},
  forEveryone?: readonly [heading: string, line: string],
): Promise<Reply> {
  const { desk, words } = turn;
  const own = { desk, words, zone: zoneOf(turn), now: await turn.outages.now() };
  const card = setupCard({ ...own, rooms: await roomsFor(turn), ofCustomer: ofCustomer(turn), here, ...more });
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
  if (here?.kind !== 'channel' || ofCustomer(turn)) return sentence(turn.words.refusals.oldCard);
  // An older card may still have the button.
  if (turn.desk.file.desk.channel !== undefined) return await show(turn, here, { notice: deskByFile });
  await turn.rooms.choose(here, { as: 'desk' });
  return await show(turn, here, { notice: done.desk }, [say.desk(nameOf(turn)), say.deskText]);
});

const time = z.string().max(100).default('');
/** `audience`, `noise` and `language`: left out on a card of an older version. */
const followSchema = z.object({
  projects: z.string().max(20_000).default(''),
  audience: z.enum(AUDIENCES).optional(),
  noise: z.enum(NOISES).optional(),
  language: z.enum([...LANGUAGES, AS_DESK]).optional(),
  from: time,
  until: time,
});

const follow = press(followSchema, async (entered, here, turn) => {
  const { words } = turn;
  const { chooseProject, done, public: say } = words.setup;
  if (!here) return sentence(words.refusals.oldCard);
  const ticked = entered.projects.split(',').filter((id) => id !== '');
  const projects = projectsIn(ticked, turn);
  const { noise, from, until, audience: reads, language } = entered;
  const hours = readHours({ from, until }, zoneOf(turn));
  const again = { entered: ticked, audience: reads, heard: { from, until, ...(noise && { noise }) }, language };
  if (!projects) return await show(turn, here, { error: chooseProject, ...again });
  if (hours === null) return await show(turn, here, { hoursError: words.follow.mine.errors.hours, ...again });
  const rooms = turn.desk.roomsIn(await turn.rooms.all());
  // The desk hears of everything in any case.
  if (rooms.desk?.conversationId === here.conversationId) return await show(turn, here);
  const known = rooms.followers.find(({ conversationId }) => conversationId === here.conversationId);
  // What was chosen for the room by somebody else, a customer's administrator may neither read nor change.
  if (known && !readable(rooms, turn).followers.includes(known)) return sentence(words.refusals.notPermitted);
  const audience = entered.audience ?? known?.audience ?? 'customer';
  if (!audiencesFor({ here, ofCustomer: ofCustomer(turn) }).includes(audience)) return sentence(words.refusals.notPermitted);
  const chosen = noise ? { noise, ...(hours && { hours }), ...(language && language !== AS_DESK && { language }) } : known?.chosen;
  const use = { as: 'follower', projects, ...(audience !== 'customer' && { audience }), ...(chosen && { chosen }) } as const;
  await turn.rooms.choose(here, use);
  const text = say.followText(projectNames(projects, turn.desk, words), words.audience.reads[audience]);
  return await show(turn, here, { notice: done.follow }, [say.follow[here.kind](nameOf(turn)), text]);
});

/** null for no project, and for "all" together with some: nobody shall hear of more than was meant. */
function projectsIn(ticked: readonly string[], turn: Turn): Extract<RoomUse, { as: 'follower' }>['projects'] | null {
  const theirs = ofCustomer(turn);
  if (ticked.includes(ALL_PROJECTS)) return ticked.length === 1 && !theirs ? 'all' : null;
  const projects = (theirs ?? turn.desk.file.projects).map(({ id }) => id).filter((id) => ticked.includes(id));
  return projects.length > 0 ? projects : null;
}

const stopSchema = z.object({ room: z.string().max(500).default('') });

const stop = press(stopSchema, async (entered, here, turn) => {
  const { choose, done, public: say } = turn.words.setup;
  const { followers } = await roomsFor(turn);
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
