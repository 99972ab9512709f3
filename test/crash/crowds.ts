/** Crowds on one outage: many press "Join this outage" in one moment, while engineers acknowledge it and a bot is killed. */
import { setTimeout as pause } from 'node:timers/promises';
import { personKey } from '../../src/outage/types/person-key.ts';
import { type CrowdKey, crowdId } from '../support/bot/crowd.ts';
import { ANSWERS, PLACES, type Shown, show, TENANT } from '../support/bot/users.ts';
import { CROWD, CROWDS_TENANT } from './desk-file.ts';
import { report, type Scene } from './people.ts';
import type { CurrentMessage } from './received-messages.ts';
import { ownChat } from './user-requests.ts';
import { within } from './wait-within.ts';

const SMALLEST = 20;
const JOIN = 'Join this outage';
/** The buttons that lead to the offer. Continue is one only on a report that was begun before, not on its steps. */
const WAY: readonly string[] = ['Continue', ANSWERS.confirmation.press, ANSWERS.scenario.press];
const JOINED = 'You joined it at';
/** Each begins a little after the one before, because Teams takes 30 messages a second of a tenant. */
const BEGIN_APART_MS = 60;
const THREAD_LIMIT_MS = 90_000;
const KILLED_WITHIN_MS = 250;

/** An outage on which a crowd gathers. Engineers acknowledge it at `moment`, and go on with it when `over` has come. */
export type Gathering = {
  /** 0 until its reporter has read it. */
  number: number;
  readonly crowd: readonly CrowdKey[];
  readonly moment: Promise<void>;
  readonly over: Promise<void>;
  isIts(opening: CurrentMessage): boolean;
};

/** `reserve`: keeps a bot that runs from being killed until the function that it returns kills it. */
export function createCrowds(scene: Scene, reserve: () => Promise<() => Promise<void>>, say: (text: string) => void) {
  const gatherings: Gathering[] = [];
  const { requests, received } = scene;
  return { gatherings, gather };

  /** From the report to the last answer of the crowd. */
  async function gather(): Promise<void> {
    const random = scene.random.fork(`crowd ${gatherings.length + 1}`);
    const [reporter = 'c0', ...others] = CROWD;
    const first = random.int(0, others.length - 1);
    const crowd = [...others.slice(first), ...others.slice(0, first)].slice(0, random.int(SMALLEST, others.length));
    const title = `The crane stands still for the crowd ${gatherings.length + 1}`;
    const [moment, over] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const isIts = ({ conversationId, id, summary }: CurrentMessage) =>
      conversationId === `${PLACES.desk};messageid=${id}` && summary.includes(title);
    // Engineers may see the thread before the reporter has the answer.
    const gathering: Gathering = { number: 0, crowd, moment: moment.promise, over: over.promise, isIts };
    gatherings.push(gathering);
    try {
      const { outageId, number } = await report(scene, reporter, title);
      gathering.number = number;
      const offers = await Promise.all(crowd.map((person, index) => pause(index * BEGIN_APART_MS).then(() => offer(person))));
      await within(THREAD_LIMIT_MS, `the crowd's OUT-${number} has no thread`, () => received.messages.some(isIts));
      const kill = await reserve();
      let again = 0;
      const killed = pause(random.int(0, KILLED_WITHIN_MS)).then(kill);
      moment.resolve();
      const joins = offers.map((shown) => join(shown, { outageId, number, unanswered: () => void again++ }));
      await Promise.all([killed, ...joins]);
      say(`a crowd of ${crowd.length} joined OUT-${number} while a bot was killed; pressed again ${again} times`);
    } finally {
      moment.resolve();
      over.resolve();
    }
  }

  type Offer = { readonly person: CrowdKey; readonly shown: Shown; readonly replyTo: string };

  async function offer(person: CrowdKey): Promise<Offer> {
    const wayOn = (shown: Shown) => shown.buttons.find(({ title, verb }) => WAY.includes(title) && verb !== 'report-next')?.title;
    const { id, card } = await requests.asks(person, '/outage', (message) => wayOn(show(message.card)) !== undefined);
    let shown = show(card);
    for (let title = wayOn(shown); title; title = wayOn(shown)) {
      shown = await requests.presses({ person, place: ownChat(person), replyTo: id, title, on: shown });
    }
    return { person, shown, replyTo: id };
  }

  async function join({ person, shown, replyTo }: Offer, to: { outageId: string; number: number; unanswered: () => void }) {
    const { outageId, number, unanswered } = to;
    const title = shown.buttons.find((one) => one.verb === 'join-outage' && one.data.outage === outageId)?.title ?? JOIN;
    const twice = scene.random.chance(0.2);
    const { text, said } = await requests.presses({ person, place: ownChat(person), replyTo, title, on: shown, twice, unanswered });
    if (!text.includes(JOINED)) throw new Error(`${person} joined OUT-${number} and read: ${said || text}`);
    scene.told.push({ kind: 'joined', at: Date.now(), number, personId: personKey(CROWDS_TENANT, crowdId(person), TENANT) });
  }
}
