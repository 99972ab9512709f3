/**
 * Everything that can be said and pressed where nobody else sees it, by everybody: the answer goes to that person alone. What the
 * action causes is public, as ever, and comes from the queue of deliveries, which here stands still until a test lets it go on.
 */
// @module-tag sampled
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VERBS } from '../../../src/cards/base/verbs.ts';
import { COMMANDS, slashTitle } from '../../../src/commands/commands.ts';
import { en } from '../../../src/words/en/index.ts';
import { FILLED } from '../../support/bot/filled.ts';
import { GENERAL, GROUP, IN_THREAD, publicRequests, startPrivateBot } from '../../support/bot/private.ts';
import { PEOPLE, type PersonKey, PLACES, type Place, type Shown, show, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { sampleCardsIn } from '../../support/cards/cards.ts';
import { CALM } from '../../support/outage/stories.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
/** The limit of a person counts real time, and is not what is tested here. */
const TURNS_A_MINUTE = 1_000;
const BETWEEN_MS = 2_100;
let turns = 0;
beforeEach(() => {
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + Math.floor(turns / TURNS_A_MINUTE) * 61_000);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await testBot.stop();
});

const errors = () => testBot.log.filter(({ level }) => level === 'error');
const decided = () => testBot.log.filter(({ message }) => message === 'action decided').length;
const desk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));

/** Two outages, of which somebody took the first. */
async function begin(): Promise<readonly Place[]> {
  testBot = await startPrivateBot();
  await testBot.reports('maya');
  await testBot.reports('jonas');
  const [root] = desk();
  await testBot.presses('priya', 'Acknowledge', root);
  await testBot.settles();
  return [GENERAL, IN_THREAD, GROUP, thread(root)];
}

type Turn = { readonly person: PersonKey; readonly what: string; readonly ask: () => Promise<Shown | string | null> };
/** Each of them is answered, to its person, and nothing that it does shows before the queue goes on. */
async function isPrivate({ person, what, ask }: Turn): Promise<void> {
  turns += 1;
  // Below the limits of a conversation; only the queue, which stands still, does what falls due meanwhile.
  testBot.clock.advance(BETWEEN_MS);
  const { teams } = testBot;
  const [publicly, messages, actions] = [publicRequests(teams).length, teams.messages.length, decided()];
  const answer = await ask();
  expect(publicRequests(teams).slice(publicly), what).toEqual([]);
  const fresh = teams.messages.slice(messages);
  expect(
    fresh.filter(({ only, conversationId }) => only !== `29:${person}` && conversationId.startsWith('19:')),
    what,
  ).toEqual([]);
  // Where something was done, its news are the answer.
  if (decided() === actions) expect(answer, what).not.toBeNull();
}

/** An edit for everybody may come after its turn was answered. */
async function isQuiet(publicly: number): Promise<void> {
  for (let index = 0; index < 3; index++) {
    testBot.clock.advance(BETWEEN_MS);
    await testBot.slash('aiko', 'help', GENERAL);
  }
  expect(publicRequests(testBot.teams).slice(publicly)).toEqual([]);
}

const OTHER_WORDS = ['', '/', 'what is this', 'production is down', '1001', 'OUT-1002', 'thanks', '\u{1f44d}', 'x'.repeat(5_000), 'yes'];
const WORDS = [
  ...COMMANDS.flatMap((command) => {
    const title = command.menu?.includes('slash') ? slashTitle(command) : command.name;
    return [title, `${title} OUT-1001`, `${title} OUT-1002 invoices cannot be posted`];
  }),
  ...OTHER_WORDS,
];
/** A reporter, a colleague, somebody without a role, an engineer, and one who is an administrator as well. */
const WHO = PEOPLE.filter((one) => one !== 'tomas');
const SAID = WHO.flatMap((person) => WORDS.map((words) => ({ person, words })));

describe('15.2 what is said by slash', () => {
  it('is answered to that person alone: every command, with and without words, by everybody', async () => {
    const places = await begin();
    const publicly = publicRequests(testBot.teams).length;
    for (const [index, { person, words }] of sample('said', SAID, 6).entries()) {
      const place = places[index % places.length] ?? GENERAL;
      const ask = async () => await testBot.slash(person, words, place);
      await isPrivate({ person, what: `"${words.slice(0, 60)}" by ${person} in ${place.id}`, ask });
    }
    await isQuiet(publicly);
    await testBot.settles();
    expect(errors()).toEqual([]);
  });
});

/** A message that this person alone sees there. */
async function cardFor(person: PersonKey, place: Place): Promise<Shown> {
  testBot.clock.advance(BETWEEN_MS);
  const shown = await testBot.slash(person, 'help', place);
  if (shown?.message?.only !== `29:${person}`) throw new Error('no card for this person alone');
  return shown;
}

type Button = Shown['buttons'][number];
const kindOf = ({ verb, data }: Button) => `${verb} ${Object.keys(data).sort()} ${data.step ?? ''}`;
/** Each kind of button once, of every card in every state. */
const BUTTONS = [
  ...new Map(
    sampleCardsIn(en, CALM)
      .flatMap(({ card }) => show(card).buttons)
      .map((one) => [kindOf(one), one] as const),
  ).values(),
].filter(({ verb }) => (VERBS as readonly string[]).includes(verb));
const PRESSED = WHO.flatMap((person) => BUTTONS.map((button) => ({ person, button })));

describe('15.2 what is pressed on a card that one person sees', () => {
  it('is answered to that person alone: every button, by everybody', async () => {
    const places = await begin();
    expect(new Set(BUTTONS.map(({ verb }) => verb))).toEqual(new Set(VERBS));
    const [one, two] = await Promise.all([1001, 1002].map(async (number) => await testBot.app.store.outages.idByNumber(number)));
    const publicly = publicRequests(testBot.teams).length;
    const cards = new Map<string, Shown>();
    for (const [index, { person, button }] of sample('pressed', PRESSED, 6).entries()) {
      const place = places[index % places.length] ?? GENERAL;
      const on = cards.get(`${person} ${place.id}`) ?? (await cardFor(person, place));
      cards.set(`${person} ${place.id}`, on);
      const of = button.verb.startsWith('join') ? two : one;
      const about = 'outage' in button.data || !('draft' in button.data) ? { outage: of, version: 99 } : {};
      const data = { ...FILLED, ...button.data, ...about, others: [two], shown: [of] };
      const ask = async () => {
        const { verb } = button;
        const sent = testBot.pressed(person, place, { verb, data, card: on.card, replyToId: on.message?.id ?? '', isPrivate: true });
        const { status, body } = await testBot.post(sent);
        expect(status, verb).toBe(200);
        return body;
      };
      await isPrivate({ person, what: `${button.verb} by ${person} in ${place.id}`, ask });
    }
    await isQuiet(publicly);
    await testBot.settles();
    expect(errors()).toEqual([]);
  });
});
