/** The customers who report and the engineers who answer, all the while; what they were told is kept. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../simulation/random.ts';
import { isOfCrowd } from '../support/bot/crowd.ts';
import { ANSWERS, chat, OTHER, type PersonKey, PLACES, type Place, SEND_TOO, type Shown, show } from '../support/bot/users.ts';
import type { CurrentMessage, ReceivedMessages } from './received-messages.ts';
import { ownChat, type Somebody, type UserRequests } from './user-requests.ts';
import { heldWithin } from './wait-within.ts';

export const CUSTOMERS = ['maya', 'jonas', 'aiko'] as const satisfies readonly PersonKey[];
export const ENGINEERS = ['priya', 'tomas', 'ingrid'] as const satisfies readonly PersonKey[];
export const CHATS = new Map(ENGINEERS.map((person) => [`a:chat-with-29:${person}`, person]));

/** What a person was told, to be compared with the record. */
export type Told =
  | { readonly kind: 'receipt'; readonly at: number; readonly outageId: string; readonly number: number; readonly title: string }
  | { readonly kind: 'joined'; readonly at: number; readonly number: number; readonly personId: string }
  | { readonly kind: 'owner'; readonly at: number; readonly number: number; readonly owner: string }
  /** By a voice, after they pressed 1. */
  | { readonly kind: 'phone'; readonly at: number; readonly outageId: string; readonly person: string }
  | { readonly kind: 'update' | 'resolve'; readonly at: number; readonly number: number; readonly text: string };

export type Scene = {
  readonly requests: UserRequests;
  readonly received: ReceivedMessages;
  readonly random: Random;
  readonly told: Told[];
};

/** A group chat in which people report by slash command, and so often they do. */
export const ROOM: Place = { kind: 'groupChat', id: '19:night-shift@thread.v2' };
const SLASHED = 0.35;
/** Of the card for everybody that tells nothing: what stands there when Teams did not take the one for its person alone. */
export const ONE_TAP = 'Continue my report';

/** The buttons that lead from the first card to the receipt. */
const WAY: readonly string[] = [
  ANSWERS.confirmation.press,
  ANSWERS.scenario.press,
  OTHER,
  SEND_TOO,
  'Continue',
  'Send report',
  ONE_TAP,
  'Report an outage',
];

/** One report from "/outage" to the receipt. A step that is lost is done again. */
export async function report({ requests, random, told }: Scene, person: Somebody, title: string) {
  const place = !isOfCrowd(person) && random.chance(SLASHED) ? ROOM : ownChat(person);
  for (;;) {
    const isFirst = ({ card }: CurrentMessage) =>
      show(card).buttons.some(
        ({ title: button, verb }) => [ANSWERS.confirmation.press, ONE_TAP].includes(button) || verb === 'report-stay',
      );
    const first = await requests.asks(person, '/outage', isFirst, place);
    const isPrivate = first.only !== null;
    let shown = show(first.card);
    let outageId = '';
    while (shown.buttons.length > 0) {
      const button = shown.buttons.find((one) => WAY.includes(one.title));
      if (!button) break;
      outageId = typeof button.data.draft === 'string' ? button.data.draft : outageId;
      const inputs = inputsOf(String(button.data.step), title);
      const { title: word } = button;
      const twice = random.chance(0.25);
      shown = await requests.presses({ person, title: word, on: shown, place, replyTo: first.id, isPrivate, inputs, twice });
    }
    const number = numberOf(shown);
    if (number === null) continue;
    told.push({ kind: 'receipt', at: Date.now(), outageId, number, title });
    return { outageId, number };
  }
}

function inputsOf(step: string, title: string): Record<string, string> {
  if (step === 'details') return { ...ANSWERS.details, title };
  return step === 'questions' || step === 'contact' ? ANSWERS[step] : {};
}

const numberOf = ({ text }: Shown): number | null => {
  const found = /OUT-(\d+)/.exec(text);
  return found ? Number(found[1]) : null;
};

/**
 * The life of one outage after its thread was seen: raced for, told of, mostly ended. `moment`: when somebody may look at it. `over`: of
 * one on which a crowd gathers, when they may go on with it; it is ended in any case.
 */
export async function work(
  scene: Scene,
  opening: CurrentMessage,
  { moment, over }: { readonly moment: Promise<unknown>; readonly over?: Promise<unknown> },
): Promise<void> {
  const { requests, random } = scene;
  const thread = { kind: 'channel', id: opening.conversationId } as const;
  const number = Number(/OUT-(\d+)/.exec(opening.summary)?.[1]);
  await moment;
  const shown = await race(scene, opening, number);
  await over;
  for (let updates = random.int(0, 2); updates > 0; updates--) {
    await pause(random.int(200, 3_000));
    const text = `Update ${random.int(1, 1e9)} of OUT-${number}.`;
    if (random.chance(0.3)) await requests.says(random.pick(ENGINEERS), `update ${text}`, thread);
    else await send(scene, shown, { form: 'Post update', button: 'Send update', kind: 'update', text, number, opening });
  }
  if (random.chance(0.3) && !over) return;
  await pause(random.int(200, 3_000));
  const text = `Restarted ${random.int(1, 1e9)}.`;
  await send(scene, shown, { form: 'Resolve', button: 'Resolve', kind: 'resolve', text, number, opening });
}

/** One to three engineers take it at once, each in their own way. Gives a card that the taken outage shows. */
async function race(scene: Scene, opening: CurrentMessage, number: number): Promise<Shown> {
  const { requests, random, received } = scene;
  const place = { kind: 'channel', id: opening.conversationId } as const;
  const presses = async (person: PersonKey, on: CurrentMessage) => {
    const shown = await requests.presses({
      person,
      title: 'Acknowledge',
      on: show(on.card),
      place,
      replyTo: on.id,
      twice: random.chance(0.3),
    });
    hearOwner(scene, number, shown);
    return shown;
  };
  const buttons = () =>
    received.messages.filter(
      ({ conversationId, card }) =>
        conversationId === opening.conversationId && show(card).buttons.some((button) => button.title === 'Acknowledge'),
    );
  const many = random.int(1, ENGINEERS.length);
  await Promise.all(
    ENGINEERS.slice(0, many).map(async (person) => {
      const on = random.pick([opening, ...buttons()]);
      if (random.chance(0.2)) return await requests.says(person, 'ack', place);
      if (random.chance(0.1)) return await requests.says(person, `ack OUT-${number}`, chat(person));
      // An edit may have taken the button away meanwhile.
      if (show(on.card).buttons.some((button) => button.title === 'Acknowledge')) await presses(person, on);
    }),
  );
  // The typed message may or may not have arrived; a press on the button makes sure, unless somebody took it on the phone before it came.
  const first = { ...opening, card: scene.received.all.find(({ id }) => id === opening.id)?.card };
  const isTaken = !show(first.card).buttons.some(({ title }) => title === 'Acknowledge');
  return isTaken ? show(first.card) : await presses(random.pick(ENGINEERS), first);
}

function hearOwner({ told }: Scene, number: number, { text }: Shown): void {
  const owner = /^(.+) already acknowledged OUT-/m.exec(text)?.[1] ?? /OUT-\d+: (?:Acknowledged by |\w+ \()([^()\n]+)/.exec(text)?.[1];
  if (owner) told.push({ kind: 'owner', at: Date.now(), number, owner });
}

type Form = { form: string; button: string; kind: 'update' | 'resolve'; text: string; number: number; opening: CurrentMessage };

/** Fills in a form, again for as long as it comes back with what was typed: somebody else was faster. */
async function send({ requests, random, told }: Scene, shown: Shown, { form, button, kind, text, number, opening }: Form): Promise<void> {
  const person = random.pick(ENGINEERS);
  const at = { person, place: { kind: 'channel', id: opening.conversationId }, replyTo: opening.id } as const;
  if (!shown.buttons.some(({ title }) => title === form)) return;
  let answer = await requests.presses({ ...at, title: form, on: shown });
  for (let tries = 0; tries < 10 && isForm(answer, button); tries++) {
    const inputs = { text, phase: random.pick(['investigating', 'mitigating', 'monitoring']), next: '30' };
    answer = await requests.presses({ ...at, title: button, on: answer, inputs, twice: random.chance(0.25) });
    // It was taken only if no form came back and nobody else had ended it.
    if (!isForm(answer, button) && !answer.text.includes('Nothing more to do') && !answer.said)
      told.push({ kind, at: Date.now(), number, text });
  }
}

/** A form has its own button and the way back. */
const isForm = ({ buttons }: Shown, button: string): boolean =>
  buttons.some(({ title }) => title === button) && buttons.some(({ title }) => title === 'Back');

/** The threads of the desk that nobody has looked at yet, as they come in; one an outage. */
export function createCardReader({ received }: Pick<Scene, 'received'>) {
  const seen = new Set<string>();
  return function newThreads(): readonly CurrentMessage[] {
    return received.messages.filter(({ conversationId, id, summary }) => {
      const name = /^OUT-\d+/.exec(summary)?.[0];
      if (conversationId !== `${PLACES.desk};messageid=${id}` || !name || seen.has(name)) return false;
      seen.add(name);
      return true;
    });
  };
}

/** So seldom that the desk's channel, at two messages a second, can take all messages. */
const REPORT_AGAIN_MS = [2_000, 11_000] as const;

/** `slower`: so many times longer between reports, where a run is longer: the channel takes a number of messages an hour. */
export async function customerLoop(scene: Scene, person: PersonKey, goesOn: () => boolean, slower = 1): Promise<void> {
  for (let reports = 1; goesOn(); reports++) {
    await report(scene, person, `Stopped ${reports} for ${person}`);
    await heldWithin(slower * scene.random.int(...REPORT_AGAIN_MS), () => !goesOn());
  }
}
