/** What holds for an outage whatever people and clocks do to it, in any order and at any time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action } from '../../src/outage/actions.ts';
import { decide } from '../../src/outage/decide.ts';
import { evolve, type OutageEvent, replay } from '../../src/outage/events.ts';
import { type Notice, notices, overtaken } from '../../src/outage/notices.ts';
import { type Outage, PHASES } from '../../src/outage/outage.ts';
import { deadlines } from '../../src/outage/promise.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS } from '../support/run.ts';
import {
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleLosePlaceAction,
  samplePassDeadlineAction,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  sampleUpdateAction,
  secondEngineer,
} from '../support/sample.ts';

type World = { now: number; outage: Outage | null; readonly events: OutageEvent[]; readonly notices: Notice[] };
/** There is no system under test beside the core itself: the model only remembers the first facts. */
type Model = { first: Pick<Outage, 'id' | 'number' | 'reporter' | 'policy' | 'report' | 'origin' | 'acknowledgeBy'> | null };
type Change = (now: number, outage: Outage | null) => Action;

class Do implements fc.Command<Model, World> {
  readonly waitMs: number;
  readonly change: Change;
  constructor(waitMs: number, change: Change) {
    this.waitMs = waitMs;
    this.change = change;
  }
  check = () => true;
  toString = () => `after ${this.waitMs} ms ${JSON.stringify(this.change(0, null))}`;

  run(model: Model, world: World): void {
    world.now += this.waitMs;
    const before = world.outage;
    const action = this.change(world.now, before);
    const decision = decide(action, before);
    if ('rejection' in decision) return;
    const { events } = decision;
    world.outage = events.reduce<Outage | null>(evolve, before);
    world.events.push(...events);
    if (!world.outage) throw new Error('an accepted action made no outage');
    const told = events.length > 0 ? notices(events, world.outage) : [];
    world.notices.push(...told);
    model.first ??= structuredClone(factsOf(world.outage));
    holds(model, world, { action, before, events, told, outage: world.outage });
  }
}

const factsOf = ({ id, number, reporter: who, policy, report, origin, acknowledgeBy }: Outage) => ({
  id,
  number,
  reporter: who,
  policy,
  report,
  origin,
  acknowledgeBy,
});
const count = (events: readonly OutageEvent[], type: OutageEvent['type']) => events.filter((event) => event.type === type).length;

function holds(
  model: Model,
  world: World,
  step: { action: Action; before: Outage | null; events: readonly OutageEvent[]; told: readonly Notice[]; outage: Outage },
): void {
  const { outage, events, told, before, action } = step;
  expect(outage.version).toBe(world.events.length);
  expect(replay(world.events)).toEqual(outage);
  expect(factsOf(outage)).toEqual(model.first);
  expect(count(world.events, 'acknowledged')).toBe(outage.state === 'reported' ? 0 : 1);
  expect(count(world.events, 'breached')).toBe(outage.breachedAt === null ? 0 : 1);
  expect(new Set(world.notices.map(({ key }) => key)).size, 'keys are unique').toBe(world.notices.length);
  for (const { seq } of told) expect(seq).toBeLessThanOrEqual(outage.version);

  // After the end only a lost place is news, and it changes nothing that people see.
  if (before?.state === 'resolved') expect(events.filter(({ type }) => type !== 'place-lost')).toEqual([]);
  // A ping to everybody on call is only for an outage that nobody has; a taken one asks its owner alone.
  if (outage.state !== 'reported') expect(events.filter(({ type }) => type === 'escalated')).toEqual([]);
  for (const notice of world.notices.filter(({ kind }) => kind === 'ping' || kind === 'direct')) {
    const event = world.events[notice.seq - 1];
    if (event?.type === 'escalated' && outage.state !== 'reported') expect(overtaken(notice, outage, event)).toBe(true);
  }
  // What passed is not due again: the next deadline lies ahead, or nothing is due.
  for (const { dueAt } of deadlines(outage)) if (action.type === 'pass-deadline') expect(dueAt).toBeGreaterThan(world.now);
  if (outage.state === 'resolved') expect(deadlines(outage)).toEqual([]);

  // The same again gives no second telling, but for words that are typed and so may be meant twice.
  const again = decide(action, outage);
  const typed = action.type === 'update' && action.seen === null;
  if (!typed) expect('events' in again ? again.events : []).toEqual([]);
}

const wait = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 * MINUTE_MS }), fc.integer({ min: 1, max: 500 * MINUTE_MS }));
const actor = fc.constantFrom(engineer, secondEngineer, reporter);
const seen = fc.option(fc.nat(6), { nil: null });
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(reporter, secondEngineer).map(
    (by): Change =>
      (at) =>
        sampleReportAction({ at, by }),
  ),
  actor.map(
    (by): Change =>
      (at) =>
        sampleAcknowledgeAction({ at, by }),
  ),
  fc
    .record({
      by: actor,
      seen,
      text: fc.constantFrom('Nothing new.', 'We found it.'),
      phase: fc.option(fc.constantFrom(...PHASES), { nil: null }),
      nextUpdateInMs: fc.option(fc.integer({ min: MINUTE_MS, max: 120 * MINUTE_MS }), { nil: null }),
    })
    .map(
      (given): Change =>
        (at, outage) =>
          sampleUpdateAction({ ...given, at, seen: given.seen === null ? null : Math.min(given.seen, outage?.version ?? 0) }),
    ),
  fc.record({ by: actor, seen }).map(
    (given): Change =>
      (at) =>
        sampleResolveAction({ ...given, at }),
  ),
  { arbitrary: fc.constant<Change>((at) => samplePassDeadlineAction({ at })), weight: 3 },
  fc.constantFrom('desk', 'origin', 'follower:board').map(
    (place): Change =>
      (at) =>
        sampleLosePlaceAction({ at, place }),
  ),
  fc.constantFrom(0, MINUTE_MS, 100 * MINUTE_MS).map(
    (lostMs): Change =>
      (at) =>
        sampleRestoreAction({ at, to: at - lostMs }),
  ),
);

test('whatever happens, the record stays whole, people are told once, and nobody is nagged about something done', () => {
  const commands = fc.commands([fc.tuple(wait, changes).map(([waitMs, change]) => new Do(waitMs, change))], {
    maxCommands: 25,
    size: 'max',
  });
  fc.assert(
    fc.property(commands, (steps) => {
      const report = new Do(0, (at) => sampleReportAction({ at }));
      const setup = () => ({ model: { first: null } as Model, real: { now: START, outage: null, events: [], notices: [] } as World });
      const world = setup();
      report.run(world.model, world.real);
      fc.modelRun(() => world, steps);
    }),
    { numRuns: 300 },
  );
});
