/** Runs the real bot, all of it but the wire to Teams, over a minute of deadlines, and notes when each was met. */
import { setTimeout as pause } from 'node:timers/promises';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Log } from '../../src/engine/ports/log.ts';
import type { Messenger } from '../../src/engine/ports/messenger.ts';
import type { Store } from '../../src/store/store.ts';
import { type Child, startChild } from '../playground/child.ts';
import { testDesk } from '../support/bot/test-bot.ts';
import { outageId, storeOpenOutages } from './outages.ts';

export type Load = {
  readonly outages: number;
  readonly channels: number;
  /** How long the deadlines are spread over. */
  readonly spreadMs: number;
  /** From the first outage stored to the first deadline. */
  readonly storingMs: number;
  /** How long a channel takes for a message. */
  readonly sendMs: number;
  /** From this deadline on another process keeps a core busy. */
  readonly busyFrom?: number;
  /** Ends when all deadlines are stored, while pings still wait for Teams' limits. */
  readonly onlyStored?: boolean;
};

/** In ms after the due time, one for each deadline: `handled`: it is stored; `pinged`: its ping was sent and recorded. */
export type Measured = {
  readonly handled: readonly number[];
  readonly pinged: readonly number[];
  /** What Teams was sent for all these pings: several that are due at once for one channel are one message. */
  readonly messages: number;
  readonly elapsedMs: number;
};

const GIVE_UP_AFTER_MS = 10 * 60_000;

/** `settled` is waited for when the outages are stored. */
export async function measure(store: Store, load: Load, settled: () => Promise<void>, opened?: () => Promise<void>): Promise<Measured> {
  const { outages, channels, spreadMs, storingMs, sendMs, busyFrom, onlyStored = false } = load;
  const firstDueAt = Date.now() + storingMs;
  const dueAt = (index: number) => Math.round(firstDueAt + (index * spreadMs) / outages);
  await storeOpenOutages(store, { count: outages, channels, dueAt }, opened);
  await settled();
  if (Date.now() > firstDueAt - 1_000)
    throw new Error(`storing the outages took longer than ${storingMs} ms: this machine has too much else to do`);

  const handledAt = new Map<string, number>();
  const pingedAt = new Map<string, number>();
  let messages = 0;
  const { promise: allPinged, resolve } = Promise.withResolvers<void>();
  const log: Log = {
    // Both are written by the engine as soon as the transaction is durable.
    info(fields, message) {
      const { outageId, action, delivery } = fields as { outageId?: string; action?: string; delivery?: string };
      if (message === 'action decided' && action === 'pass-deadline' && outageId) note(handledAt, outageId);
      if (onlyStored && handledAt.size === outages) resolve();
      if (message !== 'delivered' || !delivery?.includes('/ping/desk/')) return;
      note(pingedAt, delivery.slice(0, delivery.indexOf('/')));
      if (pingedAt.size === outages) resolve();
    },
    warn: unexpected,
    error: unexpected,
    child: () => log,
  };
  const messenger: Messenger = {
    async post(address) {
      if (address.to === 'person') throw new Error('nothing but pings at the desk is expected');
      messages += 1;
      if (sendMs > 0) await pause(sendMs);
      return { conversationId: address.to === 'new-thread' ? address.room.conversationId : address.conversationId, activityId: 'ping' };
    },
    // The clock of the card at the desk, once pings leave room for it.
    edit: async () => {},
  };
  const app = await buildApp(readConfig({ PORT: '0' }, true), testDesk(), log, { store, messenger });
  app.engine.start();
  const busy: Child[] = [];
  const keepBusy = () => busy.push(startChild({ name: 'what keeps a core busy', program: 'test/bench/world/busy-process.ts' }));
  if (busyFrom !== undefined) setTimeout(keepBusy, dueAt(busyFrom) - Date.now());
  await Promise.race([allPinged, pause(firstDueAt + spreadMs + GIVE_UP_AFTER_MS - Date.now(), undefined, { ref: false })]);
  const elapsedMs = Date.now() - firstDueAt;
  await Promise.all(busy.map((one) => one.stop()));
  await app.stop();
  if (!onlyStored && pingedAt.size < outages) throw new Error(`${outages - pingedAt.size} of ${outages} pings never came`);
  const lateness = (at: Map<string, number>) =>
    Array.from({ length: outages }, (_, index) => (at.get(outageId(index)) ?? 0) - dueAt(index));
  return { handled: lateness(handledAt), pinged: lateness(pingedAt), messages, elapsedMs };
}

function note(at: Map<string, number>, id: string): void {
  if (at.has(id)) throw new Error(`${id} came twice`);
  at.set(id, Date.now());
}

function unexpected(fields: object, message: string): never {
  throw new Error(`${message} ${JSON.stringify(fields)}`, { cause: 'err' in fields ? fields.err : undefined });
}
