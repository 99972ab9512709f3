/** When which fault begins and ends. Each kind has its own stream of chance, so leaving one out changes no other. */
import type { Instant } from '../../src/outage/types/values.ts';
import { RECEIVER_FAULTS, type ReceiverFault } from '../support/outward/receiver.ts';
import { CONNECTOR_FAULTS, type Connector, type ConnectorFault, FIRST_DELETED } from './connector.ts';
import type { Fleet } from './fleet.ts';
import type { Fault, History } from './history.ts';
import { DESK_LANES, LOSABLE, MINUTE_MS } from './people-and-places.ts';
import { drawSteps } from './process-faults.ts';
import type { Random } from './random.ts';
import { RECEIVER_IDS, type Receivers } from './receivers.ts';
import { STORE_FAULTS, type StoreFault, type StoreTrouble } from './store-trouble.ts';
import type { VirtualTime } from './virtual-time.ts';

const connectorKind = (fault: ConnectorFault) => `connector ${fault}` as const;
const receiverKind = (fault: ReceiverFault) => `receiver ${fault}` as const;
const storeKind = (fault: StoreFault) => `store ${fault}` as const;

export const FAULT_KINDS = [
  ...CONNECTOR_FAULTS.map(connectorKind),
  ...STORE_FAULTS.map(storeKind),
  ...RECEIVER_FAULTS.map(receiverKind),
  'crash',
  'whole fleet',
  'pause',
  'frozen with leases',
  'deployment',
  'place lost',
  FIRST_DELETED,
  'clock forward',
  'clock back',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** How often each kind comes, on average. */
const MEAN_GAP_MS = 8 * 60 * MINUTE_MS;
const GAPS: Partial<Record<FaultKind, number>> = {
  crash: 40 * MINUTE_MS,
  pause: 120 * MINUTE_MS,
  'whole fleet': 24 * 60 * MINUTE_MS,
  [FIRST_DELETED]: 60 * MINUTE_MS,
};

const LONGEST_DOOM_MS = 10_000;

export type BadDays = {
  /** Lets faults come until then; all have ended by then. */
  until(end: Instant): void;
};

export function createBadDays(parts: {
  kinds: readonly FaultKind[];
  /** So many times as often as usual. */
  often: number;
  time: VirtualTime;
  random: Random;
  history: History;
  fleet: Fleet;
  connector: Connector;
  receivers: Receivers;
  trouble: StoreTrouble;
  setClock: (shiftMs: number) => void;
}): BadDays {
  const { kinds, often, time, history, fleet, connector, receivers, trouble, setClock } = parts;

  return {
    until(end) {
      for (const kind of kinds) comes(kind, parts.random.fork(kind), end);
    },
  };

  function comes(kind: FaultKind, random: Random, end: Instant): void {
    const at = time.now() + random.waitMs((GAPS[kind] ?? MEAN_GAP_MS) / often);
    if (at >= end) return;
    time.at(at, () => {
      begin(kind, random, end);
      comes(kind, random, end);
    });
  }

  function begin(kind: FaultKind, random: Random, end: Instant): void {
    const untilEnd = (ms: number) => Math.min(ms, end - time.now());
    const lasting = (detail: string, ms: number, over: () => void) => lasts(kind, detail, untilEnd(ms), over);
    const connectorFault = CONNECTOR_FAULTS.find((fault) => connectorKind(fault) === kind);
    const receiverFault = RECEIVER_FAULTS.find((fault) => receiverKind(fault) === kind);
    const storeFault = STORE_FAULTS.find((fault) => storeKind(fault) === kind);
    if (connectorFault) {
      const lane = random.chance(0.3) ? random.pick(DESK_LANES) : null;
      const bad = { fault: connectorFault, probability: random.pick([0.2, 0.6, 1]), lane };
      connector.start(bad);
      lasting(`${lane ?? 'everywhere'}, ${bad.probability * 100} %`, duration(random), () => connector.end(bad));
    } else if (receiverFault === 'gone') {
      receivers.goes();
    } else if (receiverFault) {
      // No fault that may excuse anything in Teams, so it is not on the list of those.
      const bad = { id: random.pick(RECEIVER_IDS), fault: receiverFault, probability: random.pick([0.3, 1]) };
      receivers.start(bad);
      time.at(time.now() + untilEnd(duration(random) * 3), () => receivers.end(bad));
    } else if (storeFault) {
      trouble.start(storeFault);
      lasting('', duration(random) / 3, () => trouble.end(storeFault));
    } else {
      beginOther(kind, random, untilEnd, lasting);
    }
  }

  function beginOther(
    kind: FaultKind,
    random: Random,
    /** Nothing may outlast the bad days, or nobody could say what it excuses. */
    untilEnd: (ms: number) => number,
    lasting: (detail: string, ms: number, over: () => void) => void,
  ): void {
    const bots = fleet.bots();
    const bot = bots.length > 0 ? random.pick(bots) : null;
    switch (kind) {
      case 'crash':
        bot?.life.dieAfter(drawSteps(random));
        // Who sleeps takes no steps here, and looks every second in truth.
        time.at(time.now() + LONGEST_DOOM_MS, () => bot?.life.dieIfDue('in its sleep'));
        return;
      case 'pause': {
        const ms = untilEnd(random.int(10_000, 120_000));
        history.strike(kind);
        bot?.life.pause(ms);
        lasting(bot?.life.name ?? 'nobody', ms, () => {});
        return;
      }
      case 'frozen with leases': {
        const ms = random.int(20_000, 120_000);
        bot?.life.freezeWithLeases(ms, () => {
          history.strike(kind);
          lasts('pause', `${bot.life.name}, with leases`, ms, () => {});
        });
        return;
      }
      case 'deployment':
        if (bot) fleet.deploy(bot);
        return;
      case 'whole fleet': {
        const ms = untilEnd(random.int(5_000, 300_000));
        history.strike(kind);
        fleet.killAll(ms);
        lasts(kind, '', ms + 30_000, () => {});
        return;
      }
      case 'place lost': {
        const conversationId = random.pick(LOSABLE);
        history.strike(kind);
        connector.lose(conversationId);
        time.at(time.now() + random.int(30, 1_200) * MINUTE_MS, () => connector.regain(conversationId));
        return;
      }
      case FIRST_DELETED: {
        const deleted = connector.deleteFirst(random);
        if (deleted === null) return;
        history.strike(kind);
        history.trace(`${time.now()} ${kind}: ${deleted}`);
        return;
      }
      case 'clock forward':
      case 'clock back': {
        const drawn = random.pick([random.int(1, 2_000), random.int(1_000, 120_000), 60 * MINUTE_MS, 120 * MINUTE_MS]);
        // No further back than it can catch up with before the end.
        const ms = untilEnd(drawn);
        history.strike(kind);
        setClock(kind === 'clock back' ? -ms : ms);
        lasting(`${ms} ms`, 0, () => {});
        return;
      }
      default:
        throw new Error(`nobody knows how '${kind}' comes about`);
    }
  }

  function lasts(kind: FaultKind, detail: string, ms: number, over: () => void): void {
    const from = time.now();
    const fault: Fault = { kind, from, until: Number.POSITIVE_INFINITY, detail };
    history.faults.push(fault);
    const end = () => {
      over();
      fault.until = time.now();
      history.trace(`${fault.until} ${kind} ${detail} ends`);
    };
    if (ms <= 0) end();
    else time.at(from + Math.round(ms), end);
  }
}

/** Mostly seconds, now and then a bad quarter of an hour. */
const duration = (random: Random): number => Math.min(20 * MINUTE_MS, 2_000 + random.waitMs(2 * MINUTE_MS));
