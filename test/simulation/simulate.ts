/** One simulated world from its seed: the real core, engine and store, several bots, people, and everything that goes wrong. */
import { START } from '../support/clock.ts';
import { always, type Manners, mannersOf } from '../support/teams/quirks/manners.ts';
import type { Quirk } from '../support/teams/quirks/switches.ts';
import { watchQueues } from './cached-queues.ts';
import { createConnector } from './connector.ts';
import { type BadDays, createBadDays, FAULT_KINDS, type FaultKind } from './fault-plan.ts';
import { type Break, createFleet } from './fleet.ts';
import { followProjects, leavesAt } from './following.ts';
import { createHistory, type History, type Moment } from './history.ts';
import { createLoopSleep } from './loop-sleep.ts';
import { openMemoryStore } from './memory-store.ts';
import { createMonitors } from './monitors.ts';
import { simulatedDesk, takeByHand } from './on-call-overrides.ts';
import { createPeople } from './people.ts';
import { HOUR_MS, MINUTE_MS, PROJECTS } from './people-and-places.ts';
import { createRandom } from './random.ts';
import { createReceivers } from './receivers.ts';
import { createSimulatedPagers } from './simulated-pagers.ts';
import { createStoreTrouble } from './store-trouble.ts';
import { createVirtualTime } from './virtual-time.ts';

export type World = {
  readonly seed: string;
  readonly hours: number;
  readonly outages: number;
  /** So many of the outages are reported to one desk within a minute. */
  readonly storm?: number | undefined;
  readonly bots?: number;
  readonly faults?: readonly FaultKind[];
  /** How many times as often as usual each kind comes. */
  readonly often?: number;
  /** How strange Teams is: exactly these, each time; without them, what the seed chooses. */
  readonly quirks?: readonly Quirk[];
  readonly breaks?: Break | undefined;
  /** Only these of the outages; the others never happen. */
  readonly only?: readonly string[] | undefined;
  /** What goes wrong stops here, in hours; the people go on. */
  readonly faultsUntil?: number;
};

const LEFT_OPEN_OF = 50;
/** For so many outages that people report, a program sends one message. */
const OUTAGES_A_POST = 4;
const CALM_AFTER_MS = 2 * HOUR_MS;
const LAST_ACT_MS = CALM_AFTER_MS - 10 * MINUTE_MS;

export const mannersIn = ({ seed, quirks }: World): Manners => (quirks ? always(...quirks) : mannersOf('simulation', seed));

export async function simulate(world: World): Promise<History> {
  const { seed, hours, outages, storm = 0, bots = 3, faults = FAULT_KINDS, often = 1, breaks, only, faultsUntil = hours } = world;
  const random = createRandom(seed);
  const manners = mannersIn(world);
  const time = createVirtualTime(START);
  const history = createHistory(seed, START);
  let shift = 0;
  const storeNow = () => time.now() + shift;
  const moment = (): Moment => ({ at: time.now(), storeAt: storeNow() });

  const store = await openMemoryStore(storeNow);
  const loopSleep = createLoopSleep(time, () => {
    const dueAt = queues.nextDueAt();
    return typeof dueAt === 'number' ? Math.max(0, dueAt - storeNow()) : dueAt;
  });
  const queues = watchQueues({ ...store, now: storeNow, onChange: loopSleep.wakeAll });
  const trouble = createStoreTrouble({ time, random: random.fork('store'), strike: history.strike });
  const connector = createConnector({ time, random: random.fork('connector'), manners, history, moment });
  const receivers = createReceivers({ time, random: random.fork('receivers'), history });
  const end = START + hours * HOUR_MS;
  const paging = { until: world.quirks?.length === 0 ? START : end };
  const pagers = createSimulatedPagers({ time, random: random.fork('pagers'), history, ...paging });
  const fleet = createFleet({
    ...{
      size: bots,
      time,
      random: random.fork('fleet'),
      store,
      queues,
      trouble,
      connector,
      receivers,
      pagers,
      loopSleep,
      desk: { ...simulatedDesk, mayFollow: async (id) => time.now() < leavesAt(id) },
      history,
      moment,
      breaks,
    },
  });
  const people = createPeople({ time, random: random.fork('people'), fleet, history, moment, until: end + LAST_ACT_MS });
  const monitors = createMonitors({ time, random: random.fork('monitors'), fleet, history, people, until: end });
  const badDays: BadDays = createBadDays({
    kinds: faults,
    often,
    time,
    random: random.fork('bad days'),
    history,
    fleet,
    connector,
    receivers,
    trouble,
    setClock(shiftMs) {
      shift += shiftMs;
      history.shifts.push({ at: time.now(), shift });
      queues.changed('deadlines', 'deliveries', 'receipts');
      history.trace(`${time.now()} clock ${shiftMs}`);
    },
  });

  const when = random.fork('reports');
  const stormOver = { project: when.int(0, PROJECTS - 1), from: START + Math.floor(when.next() * hours * HOUR_MS) };
  for (let index = 0; index < outages; index++) {
    const id = `o${index}`;
    const any = when.next();
    const inStorm = index < storm;
    const at = inStorm ? stormOver.from + any * MINUTE_MS : START + any * hours * HOUR_MS;
    if (!only || only.includes(id)) people.plan(id, Math.floor(at), inStorm ? stormOver.project : undefined);
  }
  const posts = random.fork('posts');
  for (let index = 0; index < outages / OUTAGES_A_POST; index++) {
    const at = START + Math.floor(posts.next() * hours * HOUR_MS);
    if (!only || only.includes(`api-${index}`)) monitors.plan(`api-${index}`, at);
  }
  takeByHand({ time, random: random.fork('by hand'), store, history, moment, until: end });
  await followProjects(store.follows, time);
  fleet.startAll();
  badDays.until(START + faultsUntil * HOUR_MS);
  await time.runUntil(end + 5 * MINUTE_MS);
  people.endAll((index) => index % LEFT_OPEN_OF === 0);
  await time.runUntil(end + CALM_AFTER_MS);

  history.end = moment();
  for (const story of history.stories.values()) story.held = store.held(story.id);
  await store.close();
  return history;
}
