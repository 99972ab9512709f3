/** The people of the playground's desk file, as Teams shows them to the bot: what they say and press goes to it over real HTTP. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { ofType } from '../cards/walk.ts';
import { remember, rememberAllOf } from '../log/leak-check.ts';
import type { SentMessage } from '../teams/fake-graph.ts';
import { cardText, type FakeTeams } from '../teams/fake-teams.ts';
import { asSent } from '../teams/quirks/activities.ts';
import { FRIENDLY } from '../teams/quirks/manners.ts';

export const TENANT = '7e9a1c00-0000-4000-8000-00000000c0de';
export const PLACES = {
  desk: '19:support-desk@thread.tacv2',
  general: '19:contoso-erp@thread.tacv2',
  announcements: '19:erp-announcements@thread.v2',
} as const;
export const PEOPLE = ['maya', 'priya', 'tomas', 'ingrid', 'jonas', 'aiko'] as const;
export type PersonKey = (typeof PEOPLE)[number];
export type Tenants = { readonly [person in PersonKey]?: string };
const NAMES: Record<PersonKey, string> = {
  maya: 'Maya Lindt',
  priya: 'Priya Nair',
  tomas: 'Tomás Herrera',
  ingrid: 'Ingrid Sørensen',
  jonas: 'Jonas Weber',
  aiko: 'Aiko Tanaka',
};
/** What each one's client calls itself, and how it says so with all that it sends. */
export const PLATFORM: Record<PersonKey, string> = {
  maya: 'iOS',
  priya: 'Windows',
  tomas: 'Mac',
  ingrid: 'Web',
  jonas: 'Android',
  aiko: 'HoloLens',
};
const clientInfo = (person: PersonKey) => ({
  type: 'clientInfo',
  platform: PLATFORM[person],
  locale: 'en-GB',
  country: 'DK',
  timezone: 'Europe/Copenhagen',
});
export const objectId = (person: PersonKey) => storedPersonKey(`a1b2c3d4-0000-4000-8000-00000000000${PEOPLE.indexOf(person) + 1}`);

/** The team that a channel is in, as Teams names it: its own id, not the channel's. */
export const teamOf = (channelId: string) => `19:team-of-${channelId.replace(/;messageid=.*$/, '').slice(3)}`;

type Button = { title: string; verb: string; data: Record<string, unknown> };
/** `message`: what the card is on, where it is a message of its own. */
export type Shown = { card: unknown; text: string; buttons: Button[]; said: string; message?: SentMessage };

/** What an answer shows, with its buttons as they would be pressed. */
export function show(card: unknown, said = ''): Shown {
  const buttons = ofType(card, 'Action.Execute') as unknown as Button[];
  return { card, text: cardText(card), buttons, said };
}

export type Place = { kind: 'personal' | 'groupChat' | 'channel'; id: string };
export const chat = (person: PersonKey): Place => ({ kind: 'personal', id: `a:${person}` });
export const thread = (message: SentMessage | undefined): Place => ({ kind: 'channel', id: message?.conversationId ?? '' });

export type Users = {
  /** Says something, with "@tomas" for a mention of him; gives the bot's answer in the same conversation, if there is one. */
  says(person: PersonKey, text: string, place?: Place): Promise<Shown | null>;
  /** Sends a slash command: its title, and words after it. Gives the bot's answer, which nobody else sees of a correct bot. */
  slash(person: PersonKey, text: string, place: Place): Promise<Shown | null>;
  /** Marks a message with a reaction of Teams, or takes one away. */
  reacts(person: PersonKey, to: SentMessage | undefined, type: string, change?: 'reactionsAdded' | 'reactionsRemoved'): Promise<void>;
  /** Presses a button of a card; gives what is drawn for this person. */
  presses(
    person: PersonKey,
    title: string,
    on: Shown | SentMessage | undefined,
    inputs?: Record<string, string>,
    place?: Place,
  ): Promise<Shown>;
  /** Fills in a whole report, up to the review that has Done on it. */
  reviews(person?: PersonKey, place?: Place, answers?: Answers): Promise<Shown>;
  /** An activity of this person in this place, as Teams sends it. */
  activity(person: PersonKey, place: Place, more: object): Record<string, unknown>;
  /** What this person's client sends when they type or press, in whatever shape: see teams/quirks. */
  typed(person: PersonKey, text: string, place: Place): Record<string, unknown>;
  slashed(person: PersonKey, text: string, place: Place): Record<string, unknown>;
  pressed(person: PersonKey, place: Place, press: Pressed): Record<string, unknown>;
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: string }>;
};
/** `card`: the one that is pressed. `replyToId`: of its message. `isPrivate`: only one person sees that message. */
export type Pressed = {
  readonly verb: string;
  readonly data: object;
  readonly card: unknown;
  readonly replyToId: string;
  readonly isPrivate?: boolean;
};

const BOT = { id: '28:bot', name: 'Outage Desk' };
/** How Teams marks what came from one person to the bot alone. */
const PRIVATELY = { recipient: { ...BOT, isTargeted: true } };
const roomOf = (conversationId: string) => conversationId.replace(/;messageid=.*$/, '');
/** Where a message is that one person sees: in a channel or a group chat. */
const placeOf = ({ conversationId }: SentMessage): Place => ({
  kind: conversationId.includes('@thread.tacv2') ? 'channel' : 'groupChat',
  id: conversationId,
});

/** `url`: where the bot listens now. `send`: instead of fetch, for whoever adds a token or a clock. */
/** `tenants`: of people who are of another tenant than the desk's; their chats, and the rooms in `teams.tenants`, are in it. */
export function createUsers(parts: {
  teams: Pick<FakeTeams, 'roster' | 'serviceUrl' | 'messages' | 'in'> & Partial<Pick<FakeTeams, 'manners' | 'tenants'>>;
  tenants?: Tenants | undefined;
  url: () => string;
  send?: typeof fetch;
}): Users {
  const { teams, url, send = fetch, tenants = {} } = parts;
  const { manners = FRIENDLY } = teams;
  for (const person of PEOPLE) {
    const email = `${person}@example.com`;
    if (!teams.roster.some((one) => one.email === email))
      teams.roster.push({
        id: `29:${person}`,
        aadObjectId: objectId(person),
        name: NAMES[person],
        email,
        ...(tenants[person] ? { tenantId: tenants[person] } : {}),
      });
    if (tenants[person]) teams.tenants?.set(`a:${person}`, tenants[person]);
  }
  rememberAllOf(() => teams.roster);
  const users: Users = { says, slash, reacts, presses, reviews, activity, typed, slashed, pressed, post };
  return users;

  function activity(person: PersonKey, place: Place, more: object) {
    const tenantId = teams.tenants?.get(roomOf(place.id)) ?? TENANT;
    const own = tenants[person] ?? TENANT;
    return {
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      // Teams names the tenant of who is not of the conversation's.
      from: { id: `29:${person}`, name: NAMES[person], aadObjectId: objectId(person), ...(own === tenantId ? {} : { tenantId: own }) },
      recipient: BOT,
      conversation: { id: place.id, conversationType: place.kind, isGroup: place.kind !== 'personal', tenantId },
      channelData: { tenant: { id: tenantId }, ...(place.kind === 'channel' ? { team: { id: teamOf(place.id) } } : {}) },
      locale: 'en-GB',
      localTimezone: 'Europe/Copenhagen',
      entities: [clientInfo(person)],
      ...more,
    };
  }

  /** A message, as this person's client sends it. */
  function typed(person: PersonKey, text: string, place: Place) {
    const inCompany = place.kind !== 'personal';
    const mention = { type: 'mention', mentioned: BOT, text: '<at>Outage Desk</at>' };
    const { said, mentions } = mentioning(text);
    const message = activity(person, place, {
      type: 'message',
      text: inCompany ? `<at>Outage Desk</at> ${said}` : said,
      entities: [clientInfo(person), ...(inCompany ? [mention] : []), ...mentions],
    });
    return asSent(message, manners);
  }

  /** A slash command, as this person's client sends it: nobody mentions the bot. */
  function slashed(person: PersonKey, text: string, place: Place) {
    const { said, mentions } = mentioning(text);
    const entities = [clientInfo(person), ...mentions];
    return asSent(activity(person, place, { type: 'message', text: said, entities, ...PRIVATELY }), manners);
  }

  /** "@tomas" is picked from Teams' list: the text names him, an entity says who he is. */
  function mentioning(text: string) {
    const others = PEOPLE.filter((one) => text.includes(`@${one}`));
    const said = others.reduce((all, one) => all.replace(`@${one}`, `<at>${NAMES[one]}</at>`), text);
    const mentions = others.map((one) => ({
      type: 'mention',
      mentioned: { id: `29:${one}`, name: NAMES[one] },
      text: `<at>${NAMES[one]}</at>`,
    }));
    return { said, mentions };
  }

  /** A press, as this person's client sends it. */
  function pressed(person: PersonKey, place: Place, { verb, data, card, replyToId, isPrivate = false }: Pressed) {
    const press = activity(person, place, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...(isPrivate ? PRIVATELY : {}),
    });
    return asSent(press, manners, card);
  }

  async function post(body: unknown, headers: Record<string, string> = {}) {
    remember(body);
    const response = await send(`${url()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.text() };
  }

  /** Teams sends it without a name, and names the channel, not the thread. */
  async function reacts(person: PersonKey, to: SentMessage | undefined, type: string, change: string = 'reactionsAdded') {
    const place: Place = { kind: 'channel', id: to?.conversationId.replace(/;messageid=.*$/, '') ?? '' };
    const from = { id: `29:${person}`, aadObjectId: objectId(person) };
    const { status } = await post(activity(person, place, { type: 'messageReaction', from, replyToId: to?.id, [change]: [{ type }] }));
    expect(status).toBe(200);
  }

  async function says(person: PersonKey, text: string, place: Place = chat(person)) {
    return await answerTo(typed(person, text, place), person, ({ conversationId }) => conversationId === place.id);
  }

  async function slash(person: PersonKey, text: string, place: Place) {
    // At a channel's root the message may have become a thread of its own.
    return await answerTo(slashed(person, text, place), person, ({ conversationId }) => roomOf(conversationId) === roomOf(place.id));
  }

  /** The first message, among those that this person sees, that came since. */
  async function answerTo(sent: object, person: PersonKey, isThere: (message: SentMessage) => boolean): Promise<Shown | null> {
    const before = teams.messages.length;
    const { status } = await post(sent);
    expect(status).toBe(200);
    const answer = teams.messages.slice(before).find((message) => isThere(message) && isFor(person, message));
    return answer ? { ...show(answer.card), card: answer.card, message: answer } : null;
  }

  function isFor(person: PersonKey, { only }: SentMessage): boolean {
    return only === null || only === `29:${person}`;
  }

  /** A message for one person is pressed where it is, wherever else the story goes on. */
  function pressedOn(person: PersonKey, on: Shown | SentMessage | undefined, place: Place | undefined) {
    if (!on) return { message: undefined, where: place ?? chat(person), isPrivate: false };
    const message = 'conversationId' in on ? on : on.message;
    if (message && message.only !== null) return { message, where: placeOf(message), isPrivate: true };
    const usual = 'conversationId' in on ? thread(on) : chat(person);
    return { message, where: place ?? usual, isPrivate: false };
  }

  async function presses(
    person: PersonKey,
    title: string,
    on: Shown | SentMessage | undefined,
    inputs: Record<string, string> = {},
    place?: Place,
  ) {
    const shown = on && 'buttons' in on ? on : show(on?.card);
    const button = shown.buttons.find((one) => one.title === title);
    if (!button) throw new Error(`no button '${title}' on: ${shown.buttons.map((one) => one.title).join(', ')}\n${shown.text}`);
    const { message, where, isPrivate } = pressedOn(person, on, place);
    const replyToId = message?.id ?? teams.in(where.id)[0]?.id ?? 'none';
    const before = teams.messages.length;
    const { status, body } = await post(
      pressed(person, where, { verb: button.verb, data: { ...button.data, ...inputs }, card: shown.card, replyToId, isPrivate }),
    );
    expect(status, body).toBe(200);
    const answer = JSON.parse(body) as { type: string; value: unknown };
    if (typeof answer.value !== 'string') return { ...show(answer.value), ...(message ? { message } : {}) };
    // In somebody's own chat a form is a message of its own.
    const below = teams.messages.slice(before).find((one) => one.conversationId === where.id && isFor(person, one));
    return below ? { ...show(below.card, answer.value), message: below } : show(undefined, answer.value);
  }

  async function reviews(person: PersonKey = 'maya', place: Place = chat(person), answers: Answers = ANSWERS) {
    const first = await says(person, '/outage', place);
    const opened = place.kind === 'personal' ? first : await presses(person, 'Continue my report', first ?? undefined, {}, place);
    return await fillReport(users, person, opened ?? undefined, place, answers);
  }
}

/** What is pressed on the first two cards, where a button says it all, and what is entered on the others. */
export const ANSWERS = {
  confirmation: { press: 'Yes, all three are true' },
  scenario: { press: 'A core process fails for everyone' },
  details: {
    title: 'Invoices cannot be posted',
    description: 'Every posting ends with "Update conflict".\nSince the morning run.',
    began: 'ago-15',
    affected: 'everyone',
    impact: '40 trucks wait',
    changes: '',
  },
  questions: { answer_companies: 'All of them', answer_deadline: 'false' },
  contact: {
    name: 'Maya Lindt',
    email: 'maya@example.com',
    phone: '+45 32 12 34 56',
    aroundTheClock: 'true',
    secondContact: '',
    timeZone: 'Europe/Copenhagen',
    language: 'en',
  },
};

export type Answers = { readonly [step in keyof typeof ANSWERS]: Record<string, string> };

/** One step of the report: a button that says it all, or what is entered and Next. */
export async function answersStep(
  { presses }: Pick<Users, 'presses'>,
  person: PersonKey,
  shown: Shown | undefined,
  step: Record<string, string>,
  place?: Place,
): Promise<Shown> {
  const { press = 'Continue', ...inputs } = step;
  return await presses(person, press, shown, inputs, place);
}

/** How somebody answers when what is open already is offered to them. */
export const OTHER = 'No, ours is different';
export const SEND_TOO = 'Send mine too';
export const offers = (shown: Shown, title: string): boolean => shown.buttons.some((button) => button.title === title);

/** Fills in all steps that the scenario has, as somebody whose outage is none of those that are open; gives the review. */
export async function fillReport(
  users: Pick<Users, 'presses'>,
  person: PersonKey,
  first: Shown | undefined,
  place?: Place,
  answers: Answers = ANSWERS,
): Promise<Shown> {
  let shown = first;
  for (const step of Object.values(answers)) {
    shown = await answersStep(users, person, shown, step, place);
    if (offers(shown, OTHER)) shown = await users.presses(person, OTHER, shown, {}, place);
  }
  if (!shown) throw new Error('no review');
  return shown;
}
