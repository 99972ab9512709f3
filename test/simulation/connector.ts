/** A fake connector in virtual time: it keeps Teams' limits, answers late, refuses, hangs, loses answers and places, and remembers everything. */
import { REQUEST_LIMIT_MS } from '../../src/engine/delivery/limits.ts';
import { type Address, type Message, type Messenger, type Posted, SendError } from '../../src/engine/ports/messenger.ts';
import type { Recorded } from '../../src/engine/ports/outages.ts';
import type { Notice } from '../../src/outage/notices.ts';
import { toSendError } from '../../src/teams/out/send-error.ts';
import type { Manners } from '../support/teams/quirks/manners.ts';
import { createLimiter, TEAMS_LIMITS, TENANT_LIMITS } from '../support/teams/teams-limits.ts';
import { createFirstMessages } from './first-messages.ts';
import type { History, Moment, Send } from './history.ts';
import type { SimulatedProcess } from './process-faults.ts';
import type { Random } from './random.ts';
import { createReadBack } from './read-back.ts';
import type { VirtualTime } from './virtual-time.ts';

export const CONNECTOR_FAULTS = [
  '429 with Retry-After',
  '429 without Retry-After',
  '400',
  '401',
  '403',
  '404',
  '408',
  '412',
  '500',
  '502',
  '503',
  '504',
  'hang',
  'reset',
  'lost answer',
] as const;
export type ConnectorFault = (typeof CONNECTOR_FAULTS)[number];

/** A bad time at the connector. `lane`: only there; else everywhere. */
export type BadTime = { readonly fault: ConnectorFault; readonly probability: number; readonly lane: string | null };

/** What the simulated renderer puts into a card. */
export type SimulatedCard = {
  /** One, or the pings of a digest. */
  readonly told: readonly { readonly notice: Notice; readonly drawn: Recorded }[];
  readonly lane: string;
  readonly repeated: boolean;
};

export type Connector = {
  messengerOf(life: SimulatedProcess): Messenger;
  start(bad: BadTime): void;
  end(bad: BadTime): void;
  /** From now on nobody is let in there: the bot was removed, the chat is gone. */
  lose(conversationId: string): void;
  /** The bot was added again. */
  regain(conversationId: string): void;
  /** Somebody deletes the first message of a thread, or an outage's card in a chat. Returns which; null: there is none. */
  deleteFirst(random: Random): string | null;
};

/** Somebody deleted what a message needs. It takes some seconds to begin anew. */
export const FIRST_DELETED = 'first message deleted';

const LATENCY_MS = { min: 15, max: 120 };
const MAX_RETRY_AFTER_S = 30;
const TAKEN_ANYWAY = 0.5;

const answered = (statusCode: number, retryAfterS?: number) => ({
  statusCode,
  response: { headers: { get: (name: string) => (name === 'retry-after' && retryAfterS !== undefined ? String(retryAfterS) : null) } },
});

export function createConnector(parts: {
  time: VirtualTime;
  random: Random;
  manners: Manners;
  history: History;
  moment: () => Moment;
}): Connector {
  const { time, random, manners, history, moment } = parts;
  const badTimes = new Set<BadTime>();
  const lost = new Set<string>();
  const readBack = createReadBack({ time, random: random.fork('shelves') });
  const limiter = createLimiter();
  const firsts = createFirstMessages();
  let posts = 0;

  return {
    start: (bad) => void badTimes.add(bad),
    end: (bad) => void badTimes.delete(bad),
    lose: (conversationId) => void lost.add(conversationId),
    regain: (conversationId) => void lost.delete(conversationId),
    deleteFirst: firsts.deleteOne,
    messengerOf: (life) => ({
      post: (address, message) => post(life, address, message),
      async edit(where, activityId, message) {
        await request(life, where, message, { conversationId: where.conversationId, activityId }, manners.shows('edit refused'));
      },
      async find(address, marks, since) {
        if (!life.undisturbed()) await life.step('before reading back');
        const known = await readBack.find(address, marks, since);
        if (!life.undisturbed()) await life.step('after reading back');
        return known;
      },
    }),
  };

  async function post(life: SimulatedProcess, address: Address, message: Message): Promise<Posted> {
    const activityId = `m${++posts}`;
    const room = conversationOf(address);
    const posted = { conversationId: address.to === 'new-thread' ? `${room};messageid=${activityId}` : room, activityId };
    // They left the channel, or it takes no messages for one person alone.
    await request(life, address, message, posted, address.to === 'one' && random.chance(0.2));
    // Taken, and nobody says under which id. Reading back would find it.
    const isUnnamed = address.to !== 'new-thread' && manners.shows('post answered 202 without body');
    return isUnnamed ? { ...posted, activityId: null } : posted;
  }

  /** `isRefused`: for good, whatever else goes wrong. */
  async function request(
    life: SimulatedProcess,
    address: Address,
    { card, marks = [] }: Message,
    posted: Posted,
    isRefused = false,
  ): Promise<void> {
    if (!life.undisturbed()) await life.step('before the wire');
    const { told, lane, repeated } = card as SimulatedCard;
    const conversationId = conversationOf(address);
    const sends = told.map(({ notice, drawn }) => sendOf(notice, drawn));
    const [first] = sends;
    if (!first) throw new Error('a card that tells nothing');
    try {
      first.gone = firsts.isGone(first.notice, posted);
      await serve(first, conversationId, isRefused);
      first.answer = 'taken';
    } catch (error) {
      first.answer = error instanceof SendError ? `${error.failure}: ${error.message}` : String(error);
      throw error;
    } finally {
      first.endedAt = time.now();
      const { acceptedAt, acceptedStoreAt, endedAt, answer, restUntil, gone } = first;
      if (acceptedAt !== null) readBack.keep(address, marks, acceptedAt, posted);
      if (acceptedAt !== null) firsts.take(first.notice, posted, address.to === 'new-thread');
      for (const send of sends) {
        Object.assign(send, { acceptedAt, acceptedStoreAt, endedAt, answer, restUntil, gone });
        history.trace(`${send.endedAt} ${send.bot} ${send.key} ${send.answer}`);
      }
      if (!life.undisturbed()) await life.step('after the wire');
    }

    function sendOf(notice: Notice, drawn: Recorded): Send {
      const story = history.story(notice.outageId);
      const send: Send = {
        ...moment(),
        bot: life.name,
        key: notice.key,
        notice,
        lane,
        fence: story.begins.findLast((begin) => begin.key === notice.key && begin.bot === life.name)?.fence ?? null,
        repeated,
        drawn,
        storedVersion: story.commits.at(-1)?.outage.version ?? 0,
        tenantId: address.to === 'new-thread' ? address.room.tenantId : address.tenantId,
        conversationId,
        only: address.to === 'one' ? address.personId : null,
        acceptedAt: null,
        acceptedStoreAt: null,
        endedAt: Number.POSITIVE_INFINITY,
        answer: 'under way',
        restUntil: null,
        gone: false,
      };
      story.sends.push(send);
      return send;
    }
  }

  async function serve(send: Send, conversationId: string, isRefused: boolean): Promise<void> {
    const fault = send.gone ? '404' : isRefused ? '403' : drawFault(send, conversationId);
    await time.wait(random.int(LATENCY_MS.min, LATENCY_MS.max));
    if (fault === null || fault === 'lost answer' || (canBeTaken(fault) && random.chance(TAKEN_ANYWAY))) {
      keepLimits(send, conversationId);
      send.acceptedAt = time.now();
      send.acceptedStoreAt = moment().storeAt;
    }
    if (fault === null) return await time.wait(random.int(LATENCY_MS.min, LATENCY_MS.max));
    // Where one person alone may be told nothing, nothing went wrong.
    if (send.only === null || !isRefused) strike(send, fault);
    if (fault === 'hang' || fault === 'lost answer') await time.wait(send.at + REQUEST_LIMIT_MS - time.now());
    const error = errorOf(fault, moment().storeAt);
    if (fault === '429 with Retry-After') send.restUntil = time.now() + (error.retryAfterMs ?? 0);
    throw error;
  }

  function strike({ gone, conversationId }: Send, fault: ConnectorFault): void {
    history.strike(gone ? 'refused without its first message' : fault);
    if (!gone) return;
    history.faults.push({ kind: FIRST_DELETED, from: time.now(), until: time.now(), detail: conversationId });
  }

  /** Nobody provoked this 429: the bots together sent more than Teams takes. */
  function keepLimits(send: Send, conversationId: string): void {
    const scopes = [
      { name: threadless(conversationId), limits: TEAMS_LIMITS },
      { name: send.tenantId, limits: TENANT_LIMITS },
    ];
    const answer = limiter.ask(scopes, time.now());
    if (answer === 'taken') return;
    history.exceeded.push({ at: time.now(), outageId: send.notice.outageId, ...answer });
    const error = toSendError(answered(429, Math.ceil(answer.waitMs / 1_000)), moment().storeAt);
    send.restUntil = time.now() + (error.retryAfterMs ?? 0);
    throw error;
  }

  function drawFault(send: Send, conversationId: string): ConnectorFault | null {
    if (lost.has(threadless(conversationId))) return '403';
    for (const { fault, probability, lane } of badTimes) {
      if ((lane === null || lane === send.lane) && random.chance(probability)) return fault;
    }
    return null;
  }

  function errorOf(fault: ConnectorFault, now: number): SendError {
    switch (fault) {
      case '429 with Retry-After':
        return toSendError(answered(429, random.int(1, MAX_RETRY_AFTER_S)), now);
      case '429 without Retry-After':
        return toSendError(answered(429), now);
      case 'hang':
      case 'lost answer':
        return toSendError(Object.assign(new Error('the request took too long'), { code: 'ETIMEDOUT' }), now);
      case 'reset':
        return toSendError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), now);
      default:
        return toSendError(answered(Number(fault)), now);
    }
  }
}

const threadless = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');
const canBeTaken = (fault: ConnectorFault) => fault === 'hang' || fault === 'reset' || fault === '408' || fault === '500';

function conversationOf(address: Address): string {
  switch (address.to) {
    case 'new-thread':
      return address.room.conversationId;
    case 'conversation':
    case 'one':
      return address.conversationId;
    case 'person':
      return `person:${address.personId}`;
  }
}
