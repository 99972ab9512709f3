/** Sends the presses and messages of people to any bot that runs, again and again until an answer comes, as Teams and people do. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../simulation/random.ts';
import { asCustomer, type CrowdKey, inTenant, isOfCrowd } from '../support/bot/crowd.ts';
import { chat, createUsers, type PersonKey, type Place, type Shown, show } from '../support/bot/users.ts';
import type { FakeTeams } from '../support/teams/fake-teams.ts';
import type { Manners } from '../support/teams/quirks/manners.ts';
import { CROWDS_TENANT } from './desk-file.ts';
import type { CurrentMessage, ReceivedMessages } from './received-messages.ts';
import { heldWithin } from './wait-within.ts';

/** Teams waits this long for an answer. */
const ANSWER_LIMIT_MS = 15_000;
const AGAIN_MS = 700;
const PATIENCE_MS = 180_000;
const ANSWER_SHOWN_MS = 3_000;
export const FAILED = 'That did not work';

/** Somebody of the playground, or one of a crowd. */
export type Somebody = PersonKey | CrowdKey;
export const ownChat = (person: Somebody): Place => (isOfCrowd(person) ? { kind: 'personal', id: `a:${person}` } : chat(person));

/** That of any bot; undefined: none runs. */
export const anyUrl = (urls: readonly string[], random: Random): string | undefined => random.pick(['', ...urls]) || urls[0];

export type UserRequests = {
  /** Presses until it is answered; `twice`: the press is sent a second time at once, to any bot. */
  presses(press: Press): Promise<Shown>;
  /** Types; resolves when a bot has accepted it. */
  says(person: Somebody, text: string, place?: Place): Promise<void>;
  /** Types until the answer is in the conversation, and is for this person: in a room by a slash command. */
  asks(person: Somebody, text: string, isAnswer: (message: CurrentMessage) => boolean, place?: Place): Promise<CurrentMessage>;
  /** `mostTries`: until the answer came; `longestMs`: how long somebody waited for it. */
  readonly counts: { requests: number; unanswered: number; redelivered: number; mostTries: number; longestMs: number };
  /** Ends all waiting; nothing is sent any more. */
  end(): void;
};
export type Press = {
  readonly person: Somebody;
  readonly title: string;
  readonly on: Shown;
  readonly place: Place;
  readonly replyTo: string;
  /** The card is on a message that nobody else sees. */
  readonly isPrivate?: boolean;
  readonly inputs?: Record<string, string>;
  readonly twice?: boolean;
  /** Is called for each try that was not answered. */
  readonly unanswered?: () => void;
};

export function createUserRequests(parts: {
  received: ReceivedMessages;
  urls: () => readonly string[];
  serviceUrl: string;
  random: Random;
  manners: Manners;
}): UserRequests {
  const { received, urls, serviceUrl, random, manners } = parts;
  const noTeams = { serviceUrl, manners, roster: [], messages: [], in: () => [] } as unknown as FakeTeams;
  const { typed, slashed, pressed } = createUsers({ teams: noTeams, url: () => '' });
  const counts = { requests: 0, unanswered: 0, redelivered: 0, mostTries: 0, longestMs: 0 };
  const ended = new AbortController();

  return { presses, says, asks, counts, end: () => ended.abort() };

  /** One attempt; null when there was no answer, or one that says that it failed. */
  async function post(body: unknown): Promise<string | null> {
    const url = anyUrl(urls(), random);
    counts.requests += 1;
    try {
      if (!url) throw new Error('no bot is running');
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
      const text = await response.text();
      if (response.status === 200 && !text.includes(FAILED)) return text;
    } catch {
      // No bot runs, or it was killed while it worked on the request.
    }
    counts.unanswered += 1;
    return null;
  }

  async function untilAnswered(what: string, make: () => unknown, unanswered = () => {}): Promise<string> {
    const began = performance.now();
    let body = make();
    for (let tries = 1; performance.now() < began + PATIENCE_MS && !ended.signal.aborted; tries++) {
      const text = await post(body);
      if (text !== null) {
        counts.mostTries = Math.max(counts.mostTries, tries);
        counts.longestMs = Math.max(counts.longestMs, Math.round(performance.now() - began));
        return text;
      }
      unanswered();
      await pause(AGAIN_MS * (0.5 + random.next()), undefined, { signal: ended.signal }).catch(() => undefined);
      // Teams sends the same activity again; a person makes a new one.
      if (random.chance(0.5)) body = make();
      else counts.redelivered += 1;
    }
    throw new Error(`no answer within ${PATIENCE_MS} ms: ${what}`);
  }

  async function presses({
    person,
    title,
    on,
    place,
    replyTo,
    isPrivate = false,
    inputs = {},
    twice = false,
    unanswered,
  }: Press): Promise<Shown> {
    const button = on.buttons.find((one) => one.title === title);
    if (!button) throw new Error(`no button '${title}' on: ${on.buttons.map((one) => one.title).join(', ')}\n${on.text}`);
    const { verb, data } = button;
    const what = { verb, data: { ...data, ...inputs }, card: on.card, replyToId: replyTo, isPrivate };
    const make = () => sentBy(person, (one) => pressed(one, isOfCrowd(person) ? chat(one) : place, what));
    const [first, second] = await Promise.all([
      untilAnswered(`${person} presses ${title}`, make, unanswered),
      twice ? untilAnswered(`${person} presses ${title} again`, make, unanswered) : null,
    ]);
    return read(random.chance(0.5) ? first : (second ?? first));
  }

  function read(body: string): Shown {
    const answer = JSON.parse(body) as { value: unknown };
    return typeof answer.value === 'string' ? show(undefined, answer.value) : show(answer.value);
  }

  /** Jonas lends his client to the crowd. */
  function sentBy(person: Somebody, make: (person: PersonKey) => object): unknown {
    return isOfCrowd(person) ? inTenant(CROWDS_TENANT, asCustomer(person, make('jonas'))) : make(person);
  }

  async function says(person: Somebody, text: string, place: Place = ownChat(person)): Promise<void> {
    const make = () => sentBy(person, (one) => typed(one, text, isOfCrowd(person) ? chat(one) : place));
    await untilAnswered(`${person} says ${text}`, make);
  }

  async function slashes(person: PersonKey, text: string, place: Place): Promise<void> {
    await untilAnswered(`${person} says /${text}`, () => slashed(person, text, place));
  }

  async function asks(
    person: Somebody,
    text: string,
    isAnswer: (message: CurrentMessage) => boolean,
    place: Place = ownChat(person),
  ): Promise<CurrentMessage> {
    const isFor = ({ only }: CurrentMessage) => only === null || only === `29:${person}`;
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end && !ended.signal.aborted) {
      const before = received.messages.length;
      if (place.kind === 'personal' || isOfCrowd(person)) await says(person, text, place);
      else await slashes(person, text.replace('/', ''), place);
      let answer: CurrentMessage | undefined;
      await heldWithin(ANSWER_SHOWN_MS, () => {
        const fresh = received.messages.slice(before).filter((message) => message.conversationId === place.id && isFor(message));
        answer = fresh.findLast(isAnswer);
        return answer !== undefined;
      });
      if (answer) return answer;
    }
    throw new Error(`no answer to ${person} in ${place.id} to: ${text}`);
  }
}
