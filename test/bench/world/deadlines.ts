/** Runs the real bot, all of it but the wire to Teams, while many deadlines fall due, and notes when each was stored. */
import { setTimeout as pause } from 'node:timers/promises';
import { buildApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Log } from '../../../src/engine/ports/log.ts';
import type { Messenger } from '../../../src/engine/ports/messenger.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Child, startChild } from '../../playground/child.ts';
import { testDesk } from '../../support/bot/test-bot.ts';
import { outageId, storeOpenOutages } from './open-outages.ts';

export type Deadlines = {
  readonly count: number;
  readonly channels: number;
  /** They are spread over this time. */
  readonly spreadMs: number;
  /** From the first outage stored to the first deadline. */
  readonly storingMs: number;
  /** From this deadline on another process keeps a core busy. */
  readonly busyFrom: number;
};

const GIVE_UP_AFTER_MS = 10 * 60_000;

/** Resolves to how many ms after its due time each deadline was stored. `opened` and `settled` are waited for when the outages are stored. */
export async function meetDeadlines(
  store: Store,
  deadlines: Deadlines,
  { opened, settled }: { opened: () => Promise<void>; settled: () => Promise<void> },
): Promise<readonly number[]> {
  const { count, channels, spreadMs, storingMs, busyFrom } = deadlines;
  const firstDueAt = Date.now() + storingMs;
  const dueAt = (index: number) => Math.round(firstDueAt + (index * spreadMs) / count);
  await storeOpenOutages(store, { count, channels, dueAt }, opened);
  await settled();
  if (Date.now() > firstDueAt - 1_000)
    throw new Error(`storing the outages took longer than ${storingMs} ms: this machine has too much else to do`);

  const storedAt = new Map<string, number>();
  const { promise: allStored, resolve } = Promise.withResolvers<void>();
  const log: Log = {
    // The engine writes it as soon as the transaction is durable.
    info(fields, message) {
      const { outageId, action } = fields as { outageId?: string; action?: string };
      if (message !== 'action decided' || action !== 'pass-deadline' || !outageId) return;
      if (storedAt.has(outageId)) throw new Error(`${outageId} came twice`);
      storedAt.set(outageId, Date.now());
      if (storedAt.size === count) resolve();
    },
    warn: unexpected,
    error: unexpected,
    child: () => log,
  };
  const messenger: Messenger = {
    async post(address) {
      if (address.to === 'person') throw new Error('nothing but pings at the desk is expected');
      return { conversationId: address.to === 'new-thread' ? address.room.conversationId : address.conversationId, activityId: 'ping' };
    },
    // The clock of the card at the desk, once pings leave room for it.
    edit: async () => {},
  };
  const app = await buildApp(readConfig({ PORT: '0' }, true), testDesk(), log, { store, messenger });
  app.engine.start();
  const busy: Child[] = [];
  const keepBusy = () => busy.push(startChild({ name: 'what keeps a core busy', program: 'test/bench/world/busy-process.ts' }));
  setTimeout(keepBusy, dueAt(busyFrom) - Date.now());
  await Promise.race([allStored, pause(firstDueAt + spreadMs + GIVE_UP_AFTER_MS - Date.now(), undefined, { ref: false })]);
  await Promise.all(busy.map((one) => one.stop()));
  await app.stop();
  if (storedAt.size < count) throw new Error(`${count - storedAt.size} of ${count} deadlines never came`);
  return Array.from({ length: count }, (_, index) => (storedAt.get(outageId(index)) ?? 0) - dueAt(index));
}

function unexpected(fields: object, message: string): never {
  throw new Error(`${message} ${JSON.stringify(fields)}`, { cause: 'err' in fields ? fields.err : undefined });
}
