/**
 * A bot's way to the shared store: every call is a step at which it may die, freeze, be slow, be refused, or lose the
 * answer although the work was done. What was really stored is written into the history, whether or not the bot hears of it.
 */

import type { DeliveryQueue, Lane } from '../../src/engine/ports/deliveries.ts';
import type { Follows } from '../../src/engine/ports/desk.ts';
import type { Leases, Restores } from '../../src/engine/ports/health.ts';
import { ConflictError, type OutageStore, type OutageTransaction } from '../../src/engine/ports/outages.ts';
import type { DeadlineQueue, Receipts } from '../../src/engine/ports/timers.ts';
import type { Watched } from './cached-queues.ts';
import type { Claim, Commit, History, Moment } from './history.ts';
import type { MemoryStore } from './memory-store.ts';
import type { SimulatedProcess } from './process-faults.ts';
import type { StoreTrouble } from './store-trouble.ts';

export type BotPorts = {
  readonly outages: OutageStore;
  readonly deadlines: DeadlineQueue;
  readonly deliveries: DeliveryQueue;
  readonly restores: Restores;
  readonly receipts: Receipts;
  readonly leases: Leases;
  readonly follows: Pick<Follows, 'chosenBy'>;
};

export function createBotPorts(parts: {
  life: SimulatedProcess;
  store: MemoryStore;
  queues: Watched;
  trouble: StoreTrouble;
  history: History;
  moment: () => Moment;
}): BotPorts {
  const { life, store, queues, trouble, history, moment } = parts;
  const bot = life.name;

  /** One call: the step before it, what the store does to it, and the step after it. */
  async function call<T>(name: string, kind: 'read' | 'write', work: () => Promise<T>): Promise<T> {
    if (life.undisturbed() && trouble.none()) return await work();
    await life.step(`before ${name}`);
    await trouble.before(name, kind);
    const result = await work();
    await trouble.after(name, kind);
    await life.step(`after ${name}`);
    return result;
  }
  async function changing<T>(work: () => Promise<T>): Promise<T> {
    const result = await work();
    queues.changed('deliveries');
    return result;
  }

  const outages: OutageStore = {
    now: () => call('now', 'read', () => store.outages.now()),
    read: (id) => call('read', 'read', () => store.outages.read(id)),
    list: (filter) => call('list', 'read', () => store.outages.list(filter)),
    similar: (filter) => call('similar', 'read', () => store.outages.similar(filter)),
    openOfScenario: (scenarioId, since) => call('openOfScenario', 'read', () => store.outages.openOfScenario(scenarioId, since)),
    joinedBy: (personId, states) => call('joinedBy', 'read', () => store.outages.joinedBy(personId, states)),
    openFollowedBy: (personId) => call('openFollowedBy', 'read', () => store.outages.openFollowedBy(personId)),
    idByThread: (id) => call('idByThread', 'read', () => store.outages.idByThread(id)),
    idByNumber: (number) => call('idByNumber', 'read', () => store.outages.idByNumber(number)),
    countByScenario: (projectId) => call('countByScenario', 'read', () => store.outages.countByScenario(projectId)),
    transaction: (work) =>
      call('transaction', 'write', async () => {
        const written: Commit[] = [];
        const result = await store.outages.transaction((inner) => run(work, watch(inner, written)));
        for (const commit of written) record(commit);
        if (isRejection(result) && written.length > 0) history.rejectedWrites.push(written[0]?.outage.id ?? '');
        return result;
      }),
  };

  /** Everything was written, and then another writer turns out to have been first, or the process dies before the commit. */
  async function run<T>(work: (transaction: OutageTransaction) => Promise<T>, transaction: OutageTransaction): Promise<T> {
    const result = await work(transaction);
    if (trouble.losesRace()) throw new ConflictError('another writer was first');
    if (!life.undisturbed()) await dying('before commit');
    return result;
  }
  /** A process that dies inside of a transaction takes it along; the store must not wait for it. */
  async function dying(point: string): Promise<void> {
    void life.step(point);
    if (life.dead()) throw new Error('the connection of a dead process was closed');
  }
  const watch = (inner: OutageTransaction, written: Commit[]): OutageTransaction => ({
    ...inner,
    async append(change) {
      if (!life.undisturbed()) await dying('before append');
      await inner.append(change);
      const { events, outage, notices, client } = change;
      written.push({ ...moment(), bot, events, outage, notices, client });
    },
  });
  function record(commit: Commit): void {
    queues.changed('deadlines', 'deliveries');
    const { outage } = commit;
    if (outage.state === 'reported' || outage.deskUnreached?.until === null) queues.changed('receipts');
    if (commit.events.length === 0) return;
    const { id, version } = commit.outage;
    history.story(id).commits.push(commit);
    history.trace(`${commit.at} ${bot} ${id} v${version} ${commit.events.map(({ type }) => type).join()}`);
  }

  function released({ id, fence }: Lane): void {
    queues.changed('deliveries');
    const claim = claimsOf(id).findLast((one) => one.fence === fence);
    if (claim) claim.releasedAt = moment().at;
  }

  const deliveries: DeliveryQueue = {
    claimLanes: (limit, leaseMs, priority, full, channel) =>
      call('claimLanes', 'write', async () => {
        const lanes = await queues.deliveries.claimLanes(limit, leaseMs, priority, full, channel);
        for (const lane of lanes) claimsOf(lane.id).push({ ...moment(), ...lane, bot, releasedAt: null });
        return lanes;
      }),
    next: (lane, limit) => call('next', 'read', () => store.deliveries.next(lane, limit)),
    count: (quotas) => call('count', 'write', () => store.deliveries.count(quotas)),
    begin: (lane, keys, quotas, neededMs) =>
      call('begin', 'write', async () => {
        const result = await store.deliveries.begin(lane, keys, quotas, neededMs);
        if (typeof result === 'number')
          for (const key of keys) history.story(outageOf(key)).begins.push({ ...moment(), bot, key, fence: lane.fence });
        return result;
      }),
    advance: (lane, keys, posted) =>
      call('advance', 'write', async () => {
        const following = await store.deliveries.advance(lane, keys, posted);
        for (const key of keys) history.story(outageOf(key)).finishes.push({ ...moment(), key, outcome: { state: 'done', posted } });
        if (following.length === 0) released(lane);
        return following;
      }),
    finish: (lane, keys, outcome) =>
      call('finish', 'write', async () => {
        await store.deliveries.finish(lane, keys, outcome);
        if (outcome.state === 'done' && keys.some((key) => key.includes('/opening/desk/'))) queues.changed('receipts');
        for (const key of keys) history.story(outageOf(key)).finishes.push({ ...moment(), key, outcome });
      }),
    release: (lane, rest) =>
      call('release', 'write', async () => {
        await store.deliveries.release(lane, rest);
        released(lane);
      }),
    nextDueAt: (channel) => call('nextDueAt', 'read', () => queues.deliveries.nextDueAt(channel)),
    reopen: (notice) => call('reopen', 'write', () => changing(() => store.deliveries.reopen(notice))),
    openingOf: (id, to) => call('openingOf', 'read', () => store.deliveries.openingOf(id, to)),
    settledBy: (delivery) => call('settledBy', 'read', () => store.deliveries.settledBy(delivery)),
    hasTaken: (id, opening) => call('hasTaken', 'read', () => store.deliveries.hasTaken(id, opening)),
    newsSince: (to, since) => call('newsSince', 'read', () => store.deliveries.newsSince(to, since)),
    ledger: (id) => call('ledger', 'read', () => store.deliveries.ledger(id)),
  };
  const deadlines: DeadlineQueue = {
    claimDue: (limit, leaseMs) => call('claimDue', 'write', () => queues.deadlines.claimDue(limit, leaseMs)),
    nextDueAt: () => call('deadlines.nextDueAt', 'read', () => queues.deadlines.nextDueAt()),
  };
  const restores: Restores = {
    pending: () => call('restores.pending', 'read', () => store.restores.pending()),
    openOutages: () => call('openOutages', 'read', () => store.restores.openOutages()),
    claim: (leaseMs) => call('restores.claim', 'write', () => store.restores.claim(leaseMs)),
    markTold: () => call('restores.markTold', 'write', () => store.restores.markTold()),
  };
  const receipts: Receipts = {
    due: (afterMs, limit) => call('receipts.due', 'read', () => queues.receipts.due(afterMs, limit)),
    nextDueAt: (afterMs) => call('receipts.nextDueAt', 'read', () => queues.receipts.nextDueAt(afterMs)),
  };
  const leases: Leases = {
    latest: () => call('leases.latest', 'read', () => store.leases.latest()),
    cap: (toMs) =>
      call('cap', 'write', async () => {
        await store.leases.cap(toMs);
        queues.changed('deadlines', 'deliveries', 'receipts');
      }),
  };
  const follows = { chosenBy: (id: string) => call('chosenBy', 'read', () => store.follows.chosenBy(id)) };
  return { outages, deadlines, deliveries, restores, receipts, leases, follows };

  function claimsOf(lane: string): Claim[] {
    const claims = history.claims.get(lane) ?? [];
    history.claims.set(lane, claims);
    return claims;
  }
}

export const outageOf = (key: string): string => key.slice(0, key.indexOf('/'));

const isRejection = (result: unknown): boolean => typeof result === 'object' && result !== null && 'rejection' in result;
