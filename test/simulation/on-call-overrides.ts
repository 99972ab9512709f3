/** Engineers take on-call by hand, or end that, at any time. Checks that everybody who is called is on call, by the roster or by hand. */
import { type Override, onCallAt, type Who } from '../../src/desk/on-call/roster.ts';
import type { DeskFacts } from '../../src/engine/ports/desk.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { rungAudience } from '../../src/outage/promise.ts';
import { type Instant, LEVELS, type Level } from '../../src/outage/types/values.ts';
import { START } from '../support/clock.ts';
import type { History, Moment } from './history.ts';
import { ofEach } from './invariant.ts';
import type { MemoryStore } from './memory-store.ts';
import { ENGINEERS, engineersOf, HOUR_MS, LEFT, MINUTE_MS, onCallOf, phoneOf } from './people-and-places.ts';
import type { Random } from './random.ts';
import { simulatedWebhooks } from './receivers.ts';
import type { VirtualTime } from './virtual-time.ts';

const EVERY_MS = 20 * MINUTE_MS;
/** One who has left: what is in the store of them counts nothing. */
const GONE = 'engineer-who-left';

const engineerOf = (id: string) => ENGINEERS.find((one) => one.id === id) ?? null;
const whoIn = (projectId: string): Who => ({
  engineer: (id) => engineersOf(projectId).find((one) => one.id === id) ?? null,
  person(id) {
    const found = engineerOf(id);
    if (!found) throw new Error(`${id} is nobody`);
    return found;
  },
});

/** The desk of the simulated world: its shifts, with the real rules for what was taken by hand. */
export const simulatedDesk: DeskFacts = {
  // All outages of this world are of one scenario: fewer would be a message for every other one.
  manyAtOnce: { ofScenario: 40, ofProject: 6, withinMs: 15 * MINUTE_MS },
  mayHear: () => true,
  engineer: (id) => (LEFT.includes(id) ? null : engineerOf(id)),
  webhooks: simulatedWebhooks,
  numbersOf: (people) => Object.fromEntries(people.flatMap(({ id }) => (phoneOf(id) ? [[id, `.. ..${phoneOf(id)?.slice(-2)}`]] : []))),
  onCall(projectId, at, overrides) {
    const turn = onCallOf(projectId, Math.floor((at - START) / HOUR_MS));
    const entries = (level: Level) => [{ people: turn[level].map(({ id }) => id), turns: null, window: null, zone: 'UTC' }];
    return onCallAt(
      { primary: entries('primary'), secondary: entries('secondary'), 'duty-manager': entries('duty-manager') },
      at,
      overrides,
      whoIn(projectId),
    );
  },
};

export function takeByHand(parts: {
  time: VirtualTime;
  random: Random;
  store: MemoryStore;
  history: History;
  moment: () => Moment;
  until: Instant;
}): void {
  const { time, random, store, history, moment, until: end } = parts;
  const kept = new Map<string, Override>();
  const people = [...ENGINEERS.slice(0, 12).map(({ id }) => id), GONE];
  const drawTarget = (): Override['target'] => (random.chance(0.5) ? { level: random.pick(LEVELS) } : { insteadOf: random.pick(people) });
  for (let at = time.now() + random.waitMs(EVERY_MS); at < end; at += random.waitMs(EVERY_MS)) time.at(Math.floor(at), () => void act());

  async function act(): Promise<void> {
    const { at, storeAt } = moment();
    const own = random.chance(0.3) ? random.pick([...kept.values(), null]) : null;
    const personId = own?.personId ?? random.pick(people);
    const target = own?.target ?? drawTarget();
    const key = JSON.stringify([personId, target]);
    const until = storeAt + random.int(-5, 300) * MINUTE_MS;
    const before = kept.get(key);
    if (own) {
      if (before && before.until > storeAt) kept.set(key, { ...before, until: storeAt });
    } else if (until > storeAt) kept.set(key, { personId, target, from: storeAt, until });
    const overrides = [...kept.values()].sort((a, b) => a.from - b.from);
    history.byHand.push({ at, overrides });
    history.trace(`${at} by hand ${key} ${own ? 'ends' : until}`);
    await (own ? store.overrides.end({ personId, target }) : store.overrides.make({ personId, target, until }));
  }
}

/** Each person once, at the first level that names them. */
function expectedOf(onCall: ReturnType<DeskFacts['onCall']>, levels: readonly Level[]): string[] {
  const found = new Map<string, Level>();
  for (const level of levels) for (const { id } of onCall[level]) if (!found.has(id)) found.set(id, level);
  return [...found].map(([id, level]) => `${id} ${level}`).sort();
}

export const whoIsCalled = ofEach('whoever is called is on call, by the roster and by hand', 'wrong', (story, _outage, history) =>
  story.commits.flatMap(({ at, events, outage }, index) => {
    // Both in the same moment: which was first, nobody can say.
    if (history.byHand.some((one) => one.at === at)) return [];
    const overrides = history.byHand.findLast((one) => one.at < at)?.overrides ?? [];
    return events.flatMap((event) => {
      const called = calledBy(event);
      if (!called) return [];
      const onCall = simulatedDesk.onCall(outage.report.project.id, event.at, overrides);
      const before = story.commits[index - 1]?.outage;
      const levels = event.type === 'escalated' && before ? rungAudience(before.ladder, before.rungsPassed, event.rung).levels : LEVELS;
      const expected = event.type === 'escalated' ? expectedOf(onCall, levels) : everyLevel(onCall);
      return called.join() === expected.join()
        ? []
        : [`${called.join(', ') || 'nobody'} was called, and on call was ${expected.join(', ') || 'nobody'}`];
    });
  }),
);

const everyLevel = (onCall: ReturnType<DeskFacts['onCall']>): string[] =>
  LEVELS.flatMap((level) => onCall[level].map(({ id }) => `${id} ${level}`)).sort();

function calledBy(event: OutageEvent): string[] | null {
  if (event.type === 'reported' || event.type === 'promoted') return everyLevel(event.onCall);
  if (event.type === 'escalated') return event.people.map(({ person, level }) => `${person.id} ${level}`).sort();
  return null;
}
