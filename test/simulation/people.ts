/** What people do in the course of an outage, and what Teams makes of it: twice, late, to another bot, again when no answer came. */
import type { ActionRequest, Outcome } from '../../src/engine/handle.ts';
import type { Action } from '../../src/outage/actions.ts';
import { rungAfterMs } from '../../src/outage/promise.ts';
import { isOpen } from '../../src/outage/types/outage.ts';
import { drawActionType, drawActor, GENERATORS } from './actions.ts';
import type { Fleet } from './fleet.ts';
import type { History, Moment, Press } from './history.ts';
import { customersOf, drawScenario, engineersOf, HOUR_MS, MINUTE_MS, type Scenario } from './people-and-places.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Teams gives up on an answer then, and the person presses again. */
const ANSWER_LIMIT_MS = 15_000;
const REDELIVERED_WITHIN_MS = 20_000;
/** At once, at any time, or when Teams has waited for an answer in vain. */
const drawRedelivery = (random: Random): number => random.pick([0, random.int(0, REDELIVERED_WITHIN_MS), ANSWER_LIMIT_MS]);

export type People = {
  /** Lets an outage begin at a point in time, in this project or in any, and take its course. */
  plan(id: string, at: number, project?: number): void;
  /** The same from when it is reported, for what a program reports. */
  follow(scenario: Scenario, random: Random): void;
  /** Everybody who still works on something ends it. */
  endAll(leaveOpen: (index: number) => boolean): void;
};

/** `until`: nobody begins anything after it, so that what they did can be told before the end. */
export function createPeople(parts: {
  time: VirtualTime;
  random: Random;
  fleet: Fleet;
  history: History;
  moment: () => Moment;
  until: number;
}): People {
  const { time, fleet, history, moment, until } = parts;
  const begun: { scenario: Scenario; random: Random }[] = [];

  return {
    plan(id, at, project) {
      const random = parts.random.fork(id);
      const scenario = drawScenario(id, random, project);
      time.at(at, () => {
        report(scenario, random);
        follow(scenario, random);
        crowd(scenario, parts.random.fork(`crowd of ${id}`));
      });
    },
    follow,
    endAll(leaveOpen) {
      begun.forEach(({ scenario, random }, index) => {
        const outage = history.story(scenario.id).commits.at(-1)?.outage;
        if (outage && isOpen(outage) && !leaveOpen(index)) {
          insist(
            GENERATORS.resolve({ scenario, outage: null, others, by: random.pick(engineersOf(scenario.report.project.id)), random }),
            random,
          );
        }
      });
    },
  };

  function follow(scenario: Scenario, random: Random): void {
    begun.push({ scenario, random });
    const at = time.now();
    for (const [afterMs, type] of course(scenario, random)) time.at(at + afterMs, () => act(type, scenario, random));
  }

  /** Somebody in an outage presses Done until it is answered; Teams may bring it twice, and out of order. */
  function report(scenario: Scenario, random: Random): void {
    const request = GENERATORS.report({ scenario, outage: null, others, by: scenario.reporter, random });
    insist(request, random);
    for (let copies = random.pick([0, 0, 0, 1, 2]); copies > 0; copies--) {
      time.at(time.now() + drawRedelivery(random), () => void press(request, random));
    }
  }

  /** To some outages many people come at the same moment, and an engineer just after them. */
  function crowd(scenario: Scenario, random: Random): void {
    if (!random.chance(0.02)) return;
    const at = time.now() + random.int(1_000, 20 * MINUTE_MS);
    const all = customersOf(scenario.report.project.id);
    const first = random.int(0, all.length - 1);
    const people = Array.from({ length: random.int(15, all.length) }, (_, index) => all[(first + index) % all.length]);
    time.at(at, () => {
      for (const by of people) if (by) insist(GENERATORS.join({ scenario, outage: null, others, by, random }), random);
    });
    time.at(at + random.pick([0, 200]), () => act('acknowledge', scenario, random));
    // They say how it is within three hours, also after its end, some of them twice.
    for (const by of [...people, ...people.slice(0, 10)]) {
      const then = at + random.int(1, 180) * MINUTE_MS;
      if (by && then < until) time.at(then, () => insist(GENERATORS.pulse({ scenario, outage: null, others, by, random }), random));
    }
  }

  /** The ids of the outages that are open now. */
  function others(): readonly string[] {
    return begun.flatMap(({ scenario: { id } }) => {
      const outage = history.story(id).commits.at(-1)?.outage;
      return outage && isOpen(outage) ? [id] : [];
    });
  }

  function act(type: Action['type'], scenario: Scenario, random: Random): void {
    if (time.now() >= until) return;
    const outage = history.story(scenario.id).commits.at(-1)?.outage ?? null;
    const requestOf = () => GENERATORS[type]({ scenario, outage, others, by: drawActor(type, scenario, random), random });
    const request = requestOf();
    insist(request, random);
    if (random.chance(0.15)) time.at(time.now() + drawRedelivery(random), () => void press(request, random));
    // Two to five engineers at the same moment, or within the second.
    for (let rivals = random.chance(0.2) ? random.pick([1, 1, 2, 4]) : 0; rivals > 0; rivals--) {
      time.at(time.now() + random.pick([0, 0, random.int(1, 1_000)]), () => void press(requestOf(), random));
    }
  }

  /** Presses again until there is an answer. */
  function insist(request: ActionRequest, random: Random): void {
    void press(request, random).then((outcome) => {
      if (outcome === null) time.at(time.now() + random.int(500, 8_000), () => insist(request, random));
    });
  }

  /** Gives null when no answer came in time. */
  async function press(request: ActionRequest, random: Random): Promise<Outcome | null> {
    const bots = fleet.bots();
    const one: Press = { ...moment(), request, bot: 'nobody', answeredAt: null, outcome: null };
    const story = history.story(request.outageId);
    story.presses.push(one);
    if (bots.length === 0) return null;
    const { life, engine } = random.pick(bots);
    one.bot = life.name;
    return await new Promise((resolve) => {
      const limit = time.at(time.now() + ANSWER_LIMIT_MS, () => resolve(null));
      engine.handle(request).then(
        (outcome) => {
          if (life.dead()) return;
          limit.cancel();
          one.outcome = outcome;
          one.answeredAt = time.now();
          history.trace(
            `${one.answeredAt} ${life.name} answers ${request.type} ${request.outageId} ${outcome.ok || outcome.rejection.type}`,
          );
          resolve(outcome);
        },
        () => {
          limit.cancel();
          resolve(null);
        },
      );
    });
  }
}

/** When what is tried, in ms after the report. */
function course(scenario: Scenario, random: Random): [afterMs: number, type: Action['type']][] {
  const steps: [number, Action['type']][] = [];
  if (scenario.request && random.chance(0.5)) steps.push([random.int(1, 30) * MINUTE_MS, 'promote']);
  const takenAfter = drawTakenAfter(scenario, random);
  if (takenAfter !== null) steps.push([takenAfter, 'acknowledge']);
  // A reaction that was not meant, or one that counts by now; then somebody means it.
  if (takenAfter !== null && random.chance(0.3)) {
    const back = takenAfter + random.pick([random.int(1_000, MINUTE_MS), random.int(1, 12) * MINUTE_MS]);
    steps.push([back, 'take-back'], [back + random.waitMs(10 * MINUTE_MS), 'acknowledge']);
  }
  let last = takenAfter ?? random.int(1, 120) * MINUTE_MS;
  for (let updates = random.pick([0, 0, 0, 1, 1, 2]); updates > 0; updates--) {
    last += random.waitMs(25 * MINUTE_MS);
    steps.push([last, 'update']);
  }
  last += random.waitMs(25 * MINUTE_MS);
  steps.push([last, 'resolve']);
  // All other actions, mostly while somebody owns the outage, but at any time, also after its end; and what people do then.
  for (let more = random.pick([0, 0, 1, 1, 2]); more > 0; more--) {
    const type = drawActionType(random);
    const at = random.chance(0.7) ? random.int(takenAfter ?? 0, last) : random.int(0, last + HOUR_MS);
    steps.push([at, type], ...answers(type, at, random));
  }
  return [...steps, ...answers('resolve', last, random)];
}

/** What others do about it, some time later, and what comes of that. null: nothing. */
const ANSWERS: Partial<Record<Action['type'], readonly (Action['type'] | null)[]>> = {
  'hand-over': ['accept', 'accept', 'decline', 'decline', null],
  transfer: ['object', 'object', 'reopen', null],
  withdraw: ['reopen', null],
  merge: ['object', 'object', 'reopen', 'reopen'],
  // Called back: mostly somebody comes, and ends it.
  release: ['acknowledge'],
  'take-back': ['acknowledge'],
  object: ['acknowledge'],
  reopen: ['acknowledge'],
  join: ['join', 'leave', 'add-phone', 'pulse', null],
  pulse: ['pulse', 'pulse', null],
  acknowledge: ['resolve', 'resolve', 'resolve', 'transfer', 'take-back'],
  ask: ['reply', 'reply', 'reply', null],
  'add-ticket': ['remove-ticket', null],
  resolve: ['confirm', 'reopen', 'pulse', 'pulse', 'review', 'review', ...Array<null>(6).fill(null)],
  review: ['follow-up-done', 'follow-up-done', 'review', null],
};
function answers(type: Action['type'], at: number, random: Random): [afterMs: number, type: Action['type']][] {
  const answer = random.pick(ANSWERS[type] ?? [null]);
  if (answer === null) return [];
  const then = at + random.waitMs(10 * MINUTE_MS);
  return [[then, answer], ...answers(answer, then, random)];
}

function drawTakenAfter({ policy }: Scenario, random: Random): number | null {
  const kind = random.next();
  if (kind < 0.4) return random.int(1_000, 15 * MINUTE_MS);
  if (kind < 0.6) return random.int(15, 30) * MINUTE_MS;
  if (kind < 0.75) return random.waitMs(70 * MINUTE_MS);
  // At the very moment of a ping, or within the seconds around it.
  if (kind < 0.95) return rungAfterMs(policy, random.int(0, policy.rungs.length + 1)) + random.pick([0, random.int(-3_000, 3_000)]);
  return null;
}
