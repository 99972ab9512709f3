/** Setup in Teams: what an administrator chooses for a room, and what everybody else sees. */

import type { Desk } from '../../desk/desk.ts';
import type { Project } from '../../desk/desk-file.ts';
import type { DeskRooms, RoomFacts, UsedRoom } from '../../desk/rooms.ts';
import type { Language } from '../../outage/follow/language.ts';
import { AUDIENCES, type Audience, type Instant, type Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Fact, factRows } from '../base/facts.ts';
import { choiceInput, type Element, field } from '../base/inputs.ts';
import { callablePhones } from '../base/phone-links.ts';
import { type Button, button } from '../base/verbs.ts';
import { filledFrom, hearingFields } from '../follow/follow.ts';
import { type AnswerView, answer, type Texts } from '../layouts/layouts.ts';
import { languageChoices, ownNameOf } from '../look/language.ts';
import { asName, firstOf, oneLine, shorten } from '../text.ts';
import setupTemplate from './setup.json' with { type: 'json' };

const expand = template(setupTemplate);

/** The choice of all projects; no project can have this id. */
export const ALL_PROJECTS = '*';
/** The choice of no language of its own. */
export const AS_DESK = 'desk';
export type RoomLanguage = Language | typeof AS_DESK;
/** More would make the card too large for Teams. The desk file has no such limit. */
const MOST_CHOICES = 50;
const MOST_ROOMS = 10;
const LONGEST_NAME = 60;
/** With more projects than this, the input is a list that opens. */
const MOST_BOXES = 8;

export type SetupView = AnswerView & {
  readonly rooms: DeskRooms;
  /** The projects that a customer may choose for rooms of theirs, who sees nothing else; absent: an administrator of the desk chooses. */
  readonly ofCustomer?: readonly Project[] | undefined;
  /** The room in which it is shown; null: in a chat with the bot alone. */
  readonly here: RoomFacts | null;
  /** What was just done, or why it was not; left out when nothing was. */
  readonly notice?: string;
  readonly error?: string;
  /** What was ticked before it had to be asked again. */
  readonly entered?: readonly string[];
  readonly audience?: Audience | undefined;
  readonly language?: RoomLanguage | undefined;
  /** The zone of entered hours; `heard`: how much was chosen before it had to be asked again, and what is wrong with the hours. */
  readonly zone: string;
  readonly now: Instant;
  readonly heard?: Texts<'noise' | 'from' | 'until'>;
  readonly hoursError?: string;
};

/** For an administrator of the desk it names the projects and rooms of all customers. */
export function setupCard(view: SetupView): Card {
  const { desk, words, rooms, here, notice = '', error = '', entered } = view;
  const say = words.setup;
  const follower = rooms.followers.find(({ conversationId }) => conversationId === here?.conversationId);
  const isDesk = here !== null && rooms.desk?.conversationId === here.conversationId;
  const askProjects = here !== null && !isDesk && follower?.by !== 'file';
  const removable = here === null ? rooms.followers.filter(({ by }) => by === 'teams').slice(0, MOST_CHOICES) : [];
  // Nothing is ticked beforehand: adding a customer's project to "all" would tell that customer of all the others.
  const chosen = entered ?? (follower?.projects === 'all' ? [ALL_PROJECTS] : (follower?.projects ?? []));
  const more = projectsIn(view).length - MOST_CHOICES;
  return expand(words, {
    heading: say.heading,
    fallbackText: words.formats.joined([words.formats.sentence(say.heading), notice]),
    notice,
    facts: factRows([...hereFact(view, follower, isDesk), ...deskFact(view), ...otherFacts(view)]),
    lines: [
      ...(here === null ? [say.elsewhere] : []),
      ...(!view.ofCustomer && here?.kind === 'channel' && !isDesk && rooms.desk?.by === 'file' ? [say.deskByFile] : []),
      ...(canBeDesk(view) ? [say.deskSees] : []),
      ...(askProjects ? audiencesFor(view).map((one) => say.sees(words.audience.name[one], words.audience.reads[one])) : []),
      ...(askProjects && more > 0 ? [say.moreProjects(more)] : []),
    ],
    fields: [
      ...(askProjects
        ? [
            field(projectsInput(view, chosen), error),
            field(audienceInput(view, view.audience ?? follower?.audience)),
            ...hearing(view, follower),
            field(languageInput(view, view.language ?? follower?.chosen?.language ?? AS_DESK)),
          ]
        : []),
      ...(removable.length > 0 ? [field(roomInput(view, removable), error)] : []),
    ],
    phones: words.phones(callablePhones(desk.file.desk.phones)),
    actions: buttons(view, askProjects, follower?.by === 'teams' || removable.length > 0),
  });
}

const projectsIn = ({ ofCustomer, desk }: SetupView): readonly Project[] => ofCustomer ?? desk.file.projects;

function projectsInput(view: SetupView, chosen: readonly string[]): Element {
  const { words } = view;
  const projects = projectsIn(view);
  return choiceInput(words, {
    id: 'projects',
    label: words.setup.projects,
    value: chosen.join(','),
    choices: [
      ...(view.ofCustomer ? [] : [{ title: words.setup.everyProject, value: ALL_PROJECTS }]),
      ...projects.slice(0, MOST_CHOICES).map(({ id, name }) => ({ title: asName(short(name)), value: id })),
    ],
    style: projects.length > MOST_BOXES ? 'compact' : 'expanded',
    isMultiSelect: true,
  });
}

/** For whom a room can be: what is internal is for rooms of the desk's own tenant, and for an administrator of the desk to show. */
export const audiencesFor = ({ here, ofCustomer }: Pick<SetupView, 'here' | 'ofCustomer'>): readonly Audience[] =>
  AUDIENCES.filter((one) => one !== 'internal' || (here?.tenantId === null && !ofCustomer));

const hearing = ({ words, zone, now, heard, hoursError = '' }: SetupView, follower: DeskRooms['followers'][number] | undefined) =>
  hearingFields({ words, zone, now, filled: heard ?? filledFrom(follower?.chosen ?? {}), errors: { until: hoursError } });

const audienceInput = (view: SetupView, chosen: Audience = 'customer'): Element =>
  choiceInput(view.words, {
    id: 'audience',
    label: view.words.audience.label,
    value: audiencesFor(view).includes(chosen) ? chosen : 'customer',
    choices: audiencesFor(view).map((one) => ({ title: view.words.audience.name[one], value: one })),
    style: 'expanded',
  });

/** The language of a room, which is that of the desk where none is chosen. */
const languageInput = ({ words, desk }: SetupView, chosen: RoomLanguage): Element =>
  choiceInput(words, {
    id: 'language',
    label: words.languages.ofRoom,
    value: chosen,
    choices: [{ title: words.languages.ofDesk(ownNameOf(desk.file.desk.language)), value: AS_DESK }, ...languageChoices()],
    style: 'compact',
  });

const roomInput = ({ words }: SetupView, rooms: DeskRooms['followers']): Element =>
  choiceInput(words, {
    id: 'room',
    label: words.setup.whichRoom,
    value: '',
    choices: rooms.map((room) => ({ title: asName(roomName(room, words)), value: room.conversationId })),
    style: 'compact',
    placeholder: words.setup.choose,
  });

const canBeDesk = ({ rooms, here, ofCustomer }: SetupView): boolean =>
  !ofCustomer && here?.kind === 'channel' && rooms.desk?.by !== 'file' && rooms.desk?.conversationId !== here.conversationId;

function buttons(view: SetupView, askProjects: boolean, stops: boolean): readonly Button[] {
  const { words, rooms } = view;
  const say = words.setup;
  return [
    ...(canBeDesk(view) ? [button(say.makeDesk, 'setup-desk', {}, rooms.desk ? 'default' : 'positive')] : []),
    ...(askProjects ? [button(say.follow, 'setup-follow', {}, rooms.desk || view.ofCustomer ? 'positive' : 'default')] : []),
    ...(stops ? [button(say.stop, 'setup-stop')] : []),
  ];
}

function hereFact({ here, desk, words, rooms }: SetupView, follower: DeskRooms['followers'][number] | undefined, isDesk: boolean): Fact[] {
  if (here === null) return [];
  const say = words.setup;
  const label = say.here[here.kind];
  if (isDesk) return [{ label, lines: [rooms.desk?.by === 'file' ? say.byFile(say.isDesk) : say.isDesk] }];
  if (!follower) return [{ label, lines: [say.followsNothing] }];
  const text = say.follows(projectNames(follower.projects, desk, words), words.audience.name[follower.audience ?? 'customer']);
  return [{ label, lines: [follower.by === 'file' ? say.byFile(text) : text] }];
}

function deskFact({ rooms, here, words, ofCustomer }: SetupView): Fact[] {
  const say = words.setup;
  if (ofCustomer) return [];
  if (!rooms.desk) return [{ label: say.desk, lines: [say.noneYet] }];
  if (rooms.desk.conversationId === here?.conversationId) return [];
  return [{ label: say.desk, lines: [roomName(rooms.desk, words)] }];
}

function otherFacts({ rooms, here, desk, words }: SetupView): Fact[] {
  const say = words.setup;
  const others = rooms.followers.filter(({ conversationId }) => conversationId !== here?.conversationId);
  const lines = others.map((room) => say.room(roomName(room, words), shorten(projectNames(room.projects, desk, words), LONGEST_NAME)));
  const used = [...(rooms.desk ? [rooms.desk] : []), ...rooms.followers];
  const lost = used.flatMap((room) => (room.lost ? [say.room(roomName(room, words), say.changed.why[room.lost])] : []));
  const over = rooms.overruled.map((room) => say.overruledText(roomName(room, words)));
  return [
    { label: say.followers, lines: lines.length > 0 ? firstOf(lines, MOST_ROOMS, say.more) : [say.nobody] },
    ...(lost.length > 0 ? [{ label: say.lost, lines: firstOf(lost, MOST_ROOMS, say.more) }] : []),
    ...(over.length > 0 ? [{ label: say.overruled, lines: firstOf(over, MOST_ROOMS, say.more) }] : []),
  ];
}

const short = (name: string) => shorten(oneLine(name), LONGEST_NAME);

/** The name of a room. Teams does not always know it. */
export const roomName = ({ name, kind }: Pick<UsedRoom, 'name' | 'kind'>, { setup }: Words): string => short(name) || setup.unnamed[kind];

export function projectNames(chosen: 'all' | readonly string[], desk: Desk, { setup, formats }: Words): string {
  if (chosen === 'all') return setup.allProjects;
  return shorten(formats.list(chosen.map((id) => short(desk.file.projects.find((project) => project.id === id)?.name ?? id))), 300);
}

/** "Ann, Ben and Cid"; empty without anybody. */
export const peopleNames = (people: readonly Person[], { formats }: Words): string =>
  formats.and(people.slice(0, MOST_ROOMS).map(({ name }) => asName(name)));

/** Says to everybody in a room that it can be set up, and by whom. `administrators`: those of the room's tenant. */
export function setupInviteCard(view: AnswerView, kind: RoomFacts['kind'], administrators: readonly Person[]): Card {
  const { words } = view;
  const say = words.setup;
  return answer(view, {
    heading: say.heading,
    lines: [say.invite[kind], say.inviteWho(peopleNames(administrators, words))],
    actions: [button(say.open, 'setup-open', {}, 'positive')],
    phones: false,
  });
}

/** Shown instead of a report while there is no desk to tell. `setup`: the reader is an administrator. */
export function noDeskCard(
  view: AnswerView,
  { setup, administrators }: { readonly setup: boolean; readonly administrators: readonly Person[] },
): Card {
  const { words } = view;
  const names = peopleNames(administrators, words);
  return answer(view, {
    heading: words.setup.noDesk,
    lines: [words.setup.noDeskText, names ? words.setup.noDeskWho(names) : words.setup.noAdministrator.text],
    actions: setup ? [button(words.setup.open, 'setup-open', {}, 'positive')] : [],
  });
}
