/**
 * A report that one person makes in a channel where nobody else sees it, until it is sent: others press its buttons and type there, and
 * get nothing of it, change nothing of it, and see nothing of it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ANSWERS,
  answersStep,
  OTHER,
  offers,
  PEOPLE,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  type Users,
} from '../support/bot/users.ts';
import type { FakeTeams } from '../support/teams/fake-teams.ts';
import { isWhispered } from './fuzz.ts';
import type { Target } from './target.ts';

const ROOM: Place = { kind: 'channel', id: PLACES.general };
/** What she enters, and nobody else may read before she sends it. */
const SECRET = 'Whispered to nobody';
const DETAILS = { ...ANSWERS.details, title: SECRET, description: `${SECRET}, at length`, impact: `${SECRET} of the impact` };
const FORGED = { ...ANSWERS.details, title: 'Forged' };
const OTHERS = PEOPLE.filter((one) => one !== 'maya');
/** Few and with a pause between them: what the bot says in one channel it says at the pace that Teams allows. */
const WORDS = ['outage', 'mine', 'status', 'cancel'];
const PAUSE_MS = 450;

type Parts = {
  readonly target: Target;
  readonly users: Users;
  readonly teams: FakeTeams;
  /** What is stored of a draft. */
  readonly stored: (draft: string) => string;
};
type Presser = { readonly name: string; readonly person: PersonKey; readonly more: object };

const PRESSERS: readonly Presser[] = [
  ...OTHERS.map((person) => ({ name: person, person, more: {} })),
  { name: 'a stranger', person: 'aiko', more: { from: { id: '29:nobody', name: 'Maya Lindt', aadObjectId: randomUUID() } } },
  { name: 'somebody with her Teams id', person: 'aiko', more: { from: { id: '29:maya', name: 'Maya Lindt', aadObjectId: randomUUID() } } },
];

/** Begins the report, up to the card that shows what she entered. */
export async function beginInPrivate(users: Users, first: Shown): Promise<Shown> {
  let shown = first;
  for (const step of [ANSWERS.confirmation, ANSWERS.scenario, DETAILS]) {
    shown = await answersStep(users, 'maya', shown, step);
    if (offers(shown, OTHER)) shown = await users.presses('maya', OTHER, shown);
  }
  return shown;
}

export async function forgedPrivately({ target, users, teams, stored }: Parts, shown: Shown): Promise<void> {
  const { message } = shown;
  if (message?.only !== '29:maya') throw new Error('the report in the channel is not for her alone, so this proves nothing');
  const draft = String(shown.buttons.find(({ data }) => 'draft' in data)?.data.draft);
  const [before, { edits, card }] = [stored(draft), message];
  if (!before.includes(SECRET)) throw new Error('nothing that she entered is stored, so this proves nothing');
  const first = teams.messages.length;
  for (const presser of PRESSERS) {
    await pressesAll({ target, users, presser, shown, replyToIds: [message.id, '1000000'] });
    await saysAll({ target, users, presser });
  }
  target.judge('a private report', stored(draft) === before ? null : 'was changed by somebody else');
  target.judge(
    'a private card',
    message.edits === edits && message.card === card && !message.deleted ? null : 'was edited for another press',
  );
  for (const { only, conversationId, card: posted } of teams.messages.slice(first))
    target.judge('a private report', JSON.stringify(posted ?? null).includes(SECRET) ? `was shown to ${only ?? conversationId}` : null);
}

type Forging = Pick<Parts, 'target' | 'users'> & { readonly presser: Presser };

async function pressesAll(parts: Forging & { readonly shown: Shown; readonly replyToIds: readonly string[] }): Promise<void> {
  const { target, users, presser, shown, replyToIds } = parts;
  const { name, person, more } = presser;
  const ways = replyToIds.flatMap((replyToId) => [true, false].map((isPrivate) => ({ replyToId, isPrivate })));
  for (const { verb, data } of shown.buttons)
    for (const way of ways) {
      const press = { verb, data: { ...data, ...FORGED }, card: shown.card, ...way };
      await target.hit({
        name: `${verb} by ${name} on what she alone sees`,
        body: JSON.stringify({ ...users.pressed(person, ROOM, press), ...more }),
        expect: ({ status, body }) =>
          status !== 200 ? `${status} ${body.slice(0, 100)}` : body.includes(SECRET) ? `gives away ${SECRET}` : null,
      });
    }
}

async function saysAll({ target, users, presser: { name, person, more } }: Forging): Promise<void> {
  const typed = WORDS.slice(0, 2).map((text) => ({ text, sent: users.typed(person, text, ROOM) }));
  const slashed = WORDS.map((text) => ({ text, sent: users.slashed(person, text, ROOM) }));
  for (const { text, sent } of [...slashed, ...typed]) {
    await pause(PAUSE_MS);
    await target.hit({ name: `"${text}" by ${name} beside it`, body: JSON.stringify({ ...sent, ...more }), expect: [200] });
  }
}

/** What was said and pressed where nobody else sees it, and what was entered there, is in no message for others. */
export function judgePrivate(target: Target, { messages, received }: FakeTeams): void {
  const whispered = received.filter(({ path }) => isWhispered(path));
  if (!whispered.some(({ targeted }) => targeted)) throw new Error('nobody was answered alone, so this proves nothing');
  const said = whispered.filter(({ targeted }) => !targeted);
  target.judge('a private answer', said.length === 0 ? null : `was public ${said.length} times: ${said[0]?.text.slice(0, 300)}`);
  const shown = messages.filter(({ only, card }) => only !== '29:maya' && JSON.stringify(card ?? null).includes(SECRET));
  target.judge('what was entered privately', shown.length === 0 ? null : `was read by ${shown[0]?.only ?? shown[0]?.conversationId}`);
}

/** Asks where nobody else sees it until the answer comes: a strange Teams loses some. */
export async function beginsBySlash(users: Users, tries: number): Promise<Shown> {
  for (let asked = 0; asked < tries; asked++) {
    const shown = await users.slash('maya', 'outage', ROOM);
    if (shown?.message?.only === '29:maya' && shown.buttons.some(({ title }) => title === ANSWERS.confirmation.press)) return shown;
  }
  throw new Error('the bot does not answer a slash command for her alone');
}
