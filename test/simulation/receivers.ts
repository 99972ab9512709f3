/** Other systems in virtual time: they verify what they get, and answer wrong, late or not at all. */
import { SendError } from '../../src/engine/ports/messenger.ts';
import type { Webhook } from '../../src/outage/types/webhooks.ts';
import type { Answer, Ask, request } from '../../src/outward/request.ts';
import { createKnown, createWebhookOutlet } from '../../src/webhooks/outlet.ts';
import { type Receiver as Sent, toReceivers } from '../../src/webhooks/receivers.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { createReceiver, type ReceiverFault, SECRET } from '../support/outward/receiver.ts';
import type { History } from './history.ts';
import type { SimulatedProcess } from './process-faults.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One hears everything, and one, which may end, a part of some projects. */
const RECEIVERS = {
  tickets: { events: 'all', ofEvery: 1 },
  status: { events: ['outage.reported', 'outage.breached', 'outage.updated', 'outage.resolved', 'outage.reopened'], ofEvery: 3 },
} as const satisfies { readonly [id: string]: { readonly events: Webhook['events']; readonly ofEvery: number } };
export type ReceiverId = keyof typeof RECEIVERS;
export const RECEIVER_IDS = Object.keys(RECEIVERS) as readonly ReceiverId[];
/** The only one that answers 410 Gone. */
const FRAGILE: ReceiverId = 'status';

/** Which of them hear of a project; a drill is of a project too in this world. */
export const simulatedWebhooks = (projectId: string): readonly Webhook[] =>
  RECEIVER_IDS.filter((id) => Number(projectId.slice('project-'.length)) % RECEIVERS[id].ofEvery === 0).map((id) => ({
    id,
    events: RECEIVERS[id].events,
  }));

/** A bad time at a receiver. */
export type BadReceiver = { readonly id: ReceiverId; readonly fault: ReceiverFault; readonly probability: number };

const LATENCY_MS = { min: 15, max: 200 };
const SLOW_MS = 6_000;
const PAUSE_S = 90;

export type Receivers = ReturnType<typeof createReceivers>;

export function createReceivers(parts: { time: VirtualTime; random: Random; history: History }) {
  const { time, random, history } = parts;
  const { file } = smallDesk(
    (text) =>
      `${text}webhooks:\n${RECEIVER_IDS.map((id) => `  ${id}: { address: "https://${id}.example/", secret: WEBHOOK_SECRET }\n`).join('')}`,
  );
  const sent: readonly Sent[] = toReceivers(file.webhooks, new Map([['WEBHOOK_SECRET', SECRET]])).receivers;
  // The clocks of this world jump by hours, so an event may seem old to nobody.
  const others = new Map(RECEIVER_IDS.map((id) => [id, createReceiver(time.now, SECRET, Number.POSITIVE_INFINITY)]));
  const badTimes = new Set<BadReceiver>();
  const cache = new Map<string, unknown>();
  let fragileIsGone = false;
  history.wrongReceived = () => [...others.values()].flatMap(({ wrong }) => wrong);

  return {
    start: (bad: BadReceiver) => void badTimes.add(bad),
    end: (bad: BadReceiver) => void badTimes.delete(bad),
    /** The fragile one ends. */
    goes() {
      fragileIsGone = true;
    },
    /** What a bot sends to them with. */
    outletOf: (life: SimulatedProcess) =>
      createWebhookOutlet({
        receivers: sent,
        known: createKnown({
          get: async (key) => cache.get(key),
          set: async (key, value) => void cache.set(key, value),
          delete: async (key) => void cache.delete(key),
        }),
        request: requestOf(life),
      }),
  };

  function requestOf(life: SimulatedProcess): typeof request {
    return async (ask) => {
      if (!life.undisturbed()) await life.step('before the wire');
      const id = RECEIVER_IDS.find((one) => ask.url.includes(one)) ?? FRAGILE;
      const fault = faultOf(id);
      history.trace(`${time.now()} ${life.name} asks ${id}: ${fault ?? 'well'}`);
      if (fault !== null) history.strike(`receiver ${fault}`);
      try {
        return await answer(id, ask, fault);
      } finally {
        if (!life.undisturbed()) await life.step('after the wire');
      }
    };
  }

  function faultOf(id: ReceiverId): ReceiverFault | null {
    if (id === FRAGILE && fragileIsGone) return 'gone';
    for (const bad of badTimes) if (bad.id === id && random.chance(bad.probability)) return bad.fault;
    return null;
  }

  async function answer(id: ReceiverId, ask: Ask, fault: ReceiverFault | null): Promise<Answer> {
    const says = (status: number, text = '', headers: Record<string, string> = {}): Answer => ({
      status,
      text,
      headers: new Headers(headers),
    });
    const msg = ask.headers['webhook-id'] ?? '';
    const refuses = (status: number): Answer => {
      history.refused.add(`${id} ${msg}`);
      return says(status);
    };
    const take = () => {
      const status = others.get(id)?.receive(ask.headers, ask.body ?? '') ?? 500;
      const key = `${id} ${msg}`;
      if (status === 204 && !history.received.has(key)) history.received.set(key, { order: history.received.size, at: time.now() });
      return status;
    };
    const lost = (failure: 'refused' | 'ambiguous') => new SendError(failure, `${id}: it gave no answer`);
    await time.wait(random.int(LATENCY_MS.min, LATENCY_MS.max));
    switch (fault) {
      case null:
        return says(take());
      case 'slow':
        await time.wait(SLOW_MS);
        return says(take());
      case 'hang':
        await time.wait(ask.limitMs);
        throw lost('ambiguous');
      case 'huge':
        take();
        return says(200, 'x'.repeat(65_536));
      case 'page':
        return says(200, '<!DOCTYPE html>');
      case 'redirect':
        return says(308);
      case 'error':
        return says(500);
      case 'limited':
        return says(429, '', { 'retry-after': String(PAUSE_S) });
      case 'gone':
        history.refused.add(`${id} gone`);
        return refuses(410);
      case 'refuses':
        return refuses(400);
      case 'takes-then-resets':
        take();
        throw lost('ambiguous');
      case 'resets':
        throw lost('ambiguous');
      case 'away':
        throw lost('refused');
    }
  }
}
