/** Several bots on one store: the real engine in each, started, killed, frozen and replaced. */

import { createEngine, type Engine } from '../../src/engine/engine.ts';
import type { DeskFacts } from '../../src/engine/ports/desk.ts';
import type { DigestRenderer, Messenger, Renderer } from '../../src/engine/ports/messenger.ts';
import type { OutageStore } from '../../src/engine/ports/outages.ts';
import { laneOf } from '../../src/outage/destinations.ts';
import { NOWHERE } from '../support/log/silent-log.ts';
import { type BotPorts, createBotPorts } from './bot-ports.ts';
import type { Watched } from './cached-queues.ts';
import type { Connector, SimulatedCard } from './connector.ts';
import type { Fault, History, Moment } from './history.ts';
import type { LoopSleep } from './loop-sleep.ts';
import type { MemoryStore } from './memory-store.ts';
import { createSimulatedProcess, type SimulatedProcess } from './process-faults.ts';
import type { Random } from './random.ts';
import type { Receivers } from './receivers.ts';
import type { SimulatedPagers } from './simulated-pagers.ts';
import type { StoreTrouble } from './store-trouble.ts';
import type { VirtualTime } from './virtual-time.ts';

export type EngineParts = BotPorts & { readonly messenger: Messenger };
/** For tests of the simulation itself: puts a deliberate defect between the engine and its ports. */
export type Break = (parts: EngineParts) => EngineParts;

export type Bot = { readonly life: SimulatedProcess; readonly engine: Engine; readonly outages: OutageStore };
export type Fleet = {
  /** The bots that are running. */
  bots(): readonly Bot[];
  /** Starts all of them. One that dies is replaced after a while. */
  startAll(): void;
  /** Stops it in order and starts its successor, as a deployment does. */
  deploy(bot: Bot): void;
  /** Kills all at the same time; none is started for `downMs`. */
  killAll(downMs: number): void;
};

const COMES_BACK_MS = { min: 1_000, max: 30_000 };

const silent = NOWHERE;

/** The card holds only what it was drawn from, so that it can be compared with what was true. */
const render: Renderer = (notice, drawn, { repeated }) => {
  const card: SimulatedCard = { told: [{ notice, drawn }], lane: laneOf(notice, drawn.outage), repeated };
  return { card, summary: '' };
};
const renderDigest: DigestRenderer = (pings, { repeated }) => {
  const told = pings.map(({ notice, recorded }) => ({ notice, drawn: recorded }));
  const [first] = told;
  const card: SimulatedCard = { told, lane: first ? laneOf(first.notice, first.drawn.outage) : '', repeated };
  return { card, summary: '' };
};
/** The smaller of the published figures. */
const TENANT_PER_SECOND = 30;

/** When the desk's thread takes longer, the reporter is told. */
export const RECEIPT_AFTER_MS = 60_000;

export function createFleet(parts: {
  size: number;
  time: VirtualTime;
  random: Random;
  store: MemoryStore;
  queues: Watched;
  trouble: StoreTrouble;
  connector: Connector;
  receivers: Receivers;
  pagers: SimulatedPagers;
  loopSleep: LoopSleep;
  desk: DeskFacts;
  history: History;
  moment: () => Moment;
  breaks?: Break | undefined;
}): Fleet {
  const { size, time, random, connector, receivers, pagers, loopSleep, desk, history, breaks = (same) => same } = parts;
  const living = new Map<number, Bot>();
  let born = 0;
  let downUntil = 0;
  let absence: Fault | null = null;

  const fleet: Fleet = {
    bots: () => [...living.values()],
    startAll() {
      for (let place = 0; place < size; place++) start(place);
    },
    deploy(bot) {
      const place = placeOf(bot);
      if (place === null) return;
      living.delete(place);
      history.strike('deployment');
      void bot.engine.stop().then(() => {
        bot.life.kill('after its stop');
        start(place);
      });
    },
    killAll(downMs) {
      downUntil = time.now() + downMs;
      for (const { life } of fleet.bots()) life.kill('with the whole fleet');
    },
  };
  return fleet;

  function start(place: number): void {
    const life = createSimulatedProcess(`bot-${place + 1}.${++born}`, time, (point) => died(place, life, point));
    const ports = createBotPorts({ ...parts, life });
    const engine: Engine = createEngine({
      ...breaks({ ...ports, messenger: connector.messengerOf(life) }),
      forms: { editAfter: async () => null },
      outlets: { webhook: receivers.outletOf(life), pager: pagers.outletOf(life, (...action) => engine.handle(...action)) },
      render,
      renderDigest,
      tenantPerSecond: TENANT_PER_SECOND,
      receiptAfterMs: RECEIPT_AFTER_MS,
      tellRestored: async () => {},
      desk,
      log: silent,
      clock: time.now,
      sleep: loopSleep.sleep,
      random: random.fork(life.name).next,
    });
    if (living.size === 0) endAbsence();
    living.set(place, { life, engine, outages: ports.outages });
    history.trace(`${time.now()} ${life.name} starts`);
    engine.start();
  }

  function died(place: number, life: SimulatedProcess, point: string): void {
    history.trace(`${time.now()} ${life.name} dies ${point}`);
    if (living.get(place)?.life !== life) {
      if (point !== 'after its stop') recordDeath(life, point);
      return;
    }
    living.delete(place);
    recordDeath(life, point);
    if (living.size === 0) beginAbsence();
    time.at(Math.max(downUntil, time.now() + random.int(COMES_BACK_MS.min, COMES_BACK_MS.max)), () => start(place));
  }

  /** All bots have died one after the other, and none is left. */
  function beginAbsence(): void {
    absence = { kind: 'nobody', from: time.now(), until: Number.POSITIVE_INFINITY, detail: '' };
    history.faults.push(absence);
  }
  function endAbsence(): void {
    if (absence) absence.until = time.now();
    absence = null;
  }

  function recordDeath(life: SimulatedProcess, point: string): void {
    history.strike(`death ${point}`);
    const { at } = parts.moment();
    history.faults.push({ kind: 'death', from: at, until: at, detail: `${life.name} ${point}` });
  }

  function placeOf(bot: Bot): number | null {
    for (const [place, one] of living) if (one === bot) return place;
    return null;
  }
}
