/** The shell around `decide`: every action on an outage, of a person or of the clock, comes through here. */
import PQueue from 'p-queue';
import { decide } from '../outage/decide/decide.ts';
import type { Rejection } from '../outage/decision.ts';
import { laneOf } from '../outage/destinations.ts';
import type { OutageEvent } from '../outage/events.ts';
import { evolve } from '../outage/evolve.ts';
import { notices } from '../outage/notices.ts';
import { deadlines } from '../outage/promise.ts';
import { isDoneOnce } from '../outage/types/client.ts';
import type { Outage } from '../outage/types/outage.ts';
import { type ActionRequest, complete } from './complete.ts';
import { waitMs } from './delivery/limits.ts';
import type { DeskFacts } from './ports/desk.ts';
import type { Log } from './ports/log.ts';
import { ConflictError, type OutageStore, type OutageTransaction, type Recorded } from './ports/outages.ts';
import { suggestMerge } from './similar-outages.ts';

export type { ActionRequest } from './complete.ts';

export type Outcome =
  | { readonly ok: true; readonly recorded: Recorded; readonly events: readonly OutageEvent[] }
  | { readonly ok: false; readonly rejection: Rejection; readonly recorded: Recorded | null };

/**
 * `client`: the client that the person used (see outage/types/client.ts); it is stored with the events, and the core does not
 * know it. What `isDoneOnce` is done once, however often and to whichever outage it is sent: sent again, it gives no events.
 */
export type Handle = (request: ActionRequest, client?: string) => Promise<Outcome>;

const MAX_CONFLICTS = 8;
/** Reports have to wait for each other's number. If all of them waited in the database, no connection would be left for an acknowledgement. */
const REPORTS_AT_ONCE = 4;

/**
 * Decides an action and stores all that follows, in one transaction. Actions on one outage take turns: in a process by a queue, so
 * that a crowd holds one connection, and between bots by a lock on its row. An action that turns out to change other outages too
 * takes turns on all of them. If two meet all the same, one is decided again. Throws when it failed. `onStored` is called after each
 * commit, with the time until the next deadline of the outage.
 */
export function createHandle(parts: { outages: OutageStore; desk: DeskFacts; log: Log; onStored: (soonestInMs: number) => void }): Handle {
  const { outages, desk, log, onStored } = parts;
  const reports = new PQueue({ concurrency: REPORTS_AT_ONCE });
  const takeTurn = createTurns();
  return (request, client) => inTurn(request, changes(request), client);

  async function inTurn(request: ActionRequest, locked: readonly string[], client?: string): Promise<Outcome> {
    const work = () => handle(request, locked, client);
    try {
      if (request.type === 'report') return await reports.add(work);
      return await takeTurn(locked, request.type === 'acknowledge' ? 1 : 0, work);
    } catch (error) {
      if (!(error instanceof UnlockedError)) throw error;
      return await inTurn(request, inOrder([...locked, ...error.ids]), client);
    }
  }

  async function handle(request: ActionRequest, locked: readonly string[], client?: string): Promise<Outcome> {
    for (let conflicts = 0; ; conflicts++) {
      try {
        const work = async (transaction: OutageTransaction) =>
          (isDoneOnce(client) && (await doneBefore(client, transaction))) ||
          (await decideAndStore(request, { transaction, desk, locked, client }));
        const outcome = await outages.transaction(work, locked);
        record(log, request, outcome);
        if (outcome.ok && outcome.events.length > 0) onStored(soonestInMs(outcome));
        return outcome;
      } catch (error) {
        if (!(error instanceof ConflictError) || conflicts >= MAX_CONFLICTS) throw error;
      }
    }
  }
}

/** What this request did when it came before, to whichever outage; null: nothing. Of two at the same moment, the database refuses one. */
async function doneBefore(client: string, transaction: OutageTransaction): Promise<Outcome | null> {
  const id = await transaction.doneBy(client);
  const recorded = id === null ? null : await transaction.read(id);
  return recorded && { ok: true, recorded, events: [] };
}

/** How long after its last event the next deadline of the outage is due. */
const soonestInMs = ({ recorded, events }: Outcome & { ok: true }): number =>
  Math.min(...deadlines(recorded.outage).map(({ dueAt }) => dueAt - (events.at(-1)?.at ?? 0)));

/** The order in which all bots lock outages, so that no two wait for each other. */
const inOrder = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

/** The outages that an action changes, as far as that is known before they are read. */
const changes = (request: ActionRequest): readonly string[] =>
  inOrder(request.type === 'merge' ? [request.outageId, request.intoId] : [request.outageId]);

/** The action changes these outages too. It has to be decided again, with all of them locked from the beginning. */
class UnlockedError extends Error {
  readonly ids: readonly string[];
  constructor(ids: readonly string[]) {
    super(`not locked: ${ids.join(', ')}`);
    this.ids = ids;
  }
}

function needLocked(ids: readonly string[], { locked }: Context): void {
  const missing = ids.filter((id) => !locked.includes(id));
  if (missing.length > 0) throw new UnlockedError(missing);
}

/** Work on the same outage is done one after the other, that of the highest priority first. */
export function createTurns() {
  const queues = new Map<string, { readonly queue: PQueue; users: number }>();
  return async function takeTurn<T>([id, ...others]: readonly string[], priority: number, work: () => Promise<T>): Promise<T> {
    if (id === undefined) return await work();
    const entry = queues.get(id) ?? { queue: new PQueue({ concurrency: 1 }), users: 0 };
    queues.set(id, entry);
    entry.users += 1;
    try {
      return await entry.queue.add(() => takeTurn(others, priority, work), { priority });
    } finally {
      entry.users -= 1;
      if (entry.users === 0) queues.delete(id);
    }
  };
}

type Context = {
  readonly transaction: OutageTransaction;
  readonly desk: DeskFacts;
  readonly locked: readonly string[];
  readonly client?: string | undefined;
};

async function decideAndStore(request: ActionRequest, context: Context): Promise<Outcome> {
  const { transaction, client } = context;
  const before = await transaction.read(request.outageId);
  const action = await complete(request, before, context);
  const decision = decide(action, before?.outage ?? null);
  if ('rejection' in decision) return { ok: false, rejection: decision.rejection, recorded: before };

  const { events } = decision;
  const outage = events.reduce<Outage | null>(evolve, before?.outage ?? null);
  if (!outage) throw new Error(`'${request.type}' made no outage`);
  // A deadline that caused no events has to be stored again, or its claim would last until its lease ends.
  if (events.length > 0 || request.type === 'pass-deadline') {
    const addressed = notices(events, outage, before).map((notice) => ({
      ...notice,
      lane: laneOf(notice, outage),
      waitMs: waitMs(notice),
    }));
    await transaction.append({ before, events, outage, notices: addressed, deadlines: deadlines(outage), client });
  }
  if (events.length > 0) await changeOthers(request, outage, before, context);
  return { ok: true, events, recorded: { outage, events: [...(before?.events ?? []), ...events] } };
}

/** Makes the changes to other outages that follow, in the same transaction. `outage`: as it is now. */
async function changeOthers(request: ActionRequest, outage: Outage, before: Recorded | null, context: Context): Promise<void> {
  const { transaction, desk } = context;
  // It was merged and goes on by itself: what it was merged into loses it, and so does what that was merged into.
  const parted = { number: outage.number, ids: [outage, ...outage.absorbed].map(({ id }) => id) };
  for (let part = before?.outage; 'by' in request && outage.state !== 'merged' && part?.state === 'merged'; ) {
    needLocked([part.into.id], context);
    const outcome = await decideAndStore({ type: 'part', outageId: part.into.id, partedBy: request.by, parted }, context);
    part = outcome.recorded?.outage;
  }
  if (request.type === 'leave') {
    const ids = outage.absorbed.map(({ id }) => id);
    needLocked(ids, context);
    for (const id of ids) await decideAndStore({ ...request, outageId: id }, context);
  }
  if (request.type === 'merge') {
    const { id, number, reporter, report, origin, absorbed, joined, following } = outage;
    // Also with all that had been merged into it, because their reporters must hear of the other outage too.
    for (const merged of [{ id, number, reporter, origin }, ...absorbed]) {
      const theirs = merged.id === id ? { joined, following } : { joined: [] };
      const absorb = { type: 'absorb', outageId: request.intoId, by: request.by, merged, projectId: report.project.id, ...theirs } as const;
      const other = await decideAndStore(absorb, context);
      // The other outage ended after it was read, so it can't be merged into: the action is decided again.
      const absorbs = other.recorded?.outage.absorbed.some((one) => one.id === merged.id);
      if (!absorbs) throw new ConflictError(`outage ${request.intoId} did not absorb ${merged.id}`);
    }
  }
  if (request.type === 'report' && !request.drill && desk.manyAtOnce) {
    const suggestion = await suggestMerge(transaction, outage, { limits: desk.manyAtOnce, declined: request.declined ?? [] });
    if (suggestion) await decideAndStore(suggestion, { ...context, client: undefined });
  }
}

function record(log: Log, request: ActionRequest, outcome: Outcome): void {
  const taker = request.type === 'report' ? request.takenBy : undefined;
  const by = 'by' in request ? (taker ?? request.by).id : 'clock';
  const fields = { outage: outcome.recorded?.outage.number, outageId: request.outageId, action: request.type, by };
  if (!outcome.ok) log.info({ ...fields, rejection: outcome.rejection.type }, 'action rejected');
  else
    log.info({ ...fields, events: outcome.events.map((event) => event.type), version: outcome.recorded.outage.version }, 'action decided');
}
