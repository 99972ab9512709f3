/** Programs that report and note by the API: to any bot, again until they are answered, again much later, and amid what people report. */
import { reportOrJoin } from '../../src/api/report-or-join.ts';
import type { Outcome } from '../../src/engine/handle.ts';
import { apiRequest } from '../../src/outage/types/client.ts';
import { clientKey } from '../../src/outage/types/person-key.ts';
import { type Actor, ownChatIn } from '../../src/outage/types/values.ts';
import type { Bot, Fleet } from './fleet.ts';
import type { ApiMessage, History } from './history.ts';
import type { People } from './people.ts';
import { drawOutage, HOUR_MS, MINUTE_MS, PROJECTS, type Scenario } from './people-and-places.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export const MONITORS: readonly Actor[] = Array.from({ length: PROJECTS }, (_, index) => ({
  id: clientKey(`monitor-${index}`),
  name: `Monitor ${index}`,
  roles: ['client'],
}));

/** The program gives up on an answer then. */
const ANSWER_LIMIT_MS = 10_000;
/** At once, while the first attempt is under way, or long after everything is over. */
const AGAIN_MS = [0, 1, 200, 15_000, 20 * MINUTE_MS, 2 * HOUR_MS] as const;

export type Monitors = { plan(id: string, at: number): void };

export function createMonitors(parts: {
  time: VirtualTime;
  random: Random;
  fleet: Fleet;
  history: History;
  people: People;
  until: number;
}): Monitors {
  const { time, fleet, history, people, until } = parts;
  return {
    plan(id, at) {
      const random = parts.random.fork(id);
      const project = random.int(0, PROJECTS - 1);
      const by = MONITORS[project] as Actor;
      const drawn = drawOutage(id, random, project);
      const scenario: Scenario = { ...drawn, reporter: by, origin: ownChatIn(drawn.desk.tenantId, false) };
      const message: ApiMessage = { requestId: id, answers: [] };
      history.api.push(message);
      const send = random.chance(0.75) ? reports(scenario, random) : notes(scenario);
      let isFollowed = false;
      /** Until it is answered, each time to any bot. */
      const insist = async (): Promise<void> => {
        const outcome = await attempt(random, send);
        if (!outcome) return void (time.now() < until && time.at(time.now() + random.int(200, 20_000), () => void insist()));
        const outageId = outcome.recorded?.outage.id ?? null;
        message.answers.push({ outageId, ok: outcome.ok });
        if (outageId !== id || isFollowed) return;
        isFollowed = true;
        people.follow(scenario, random);
      };
      for (const afterMs of [0, ...AGAIN_MS.filter(() => random.chance(0.4))])
        if (at + afterMs < until) time.at(at + afterMs, () => void insist());
    },
  };

  /** null: no answer came in time. */
  async function attempt(random: Random, send: (bot: Bot) => Promise<Outcome>): Promise<Outcome | null> {
    const bots = fleet.bots();
    if (bots.length === 0) return null;
    const bot = random.pick(bots);
    return await new Promise((resolve) => {
      const limit = time.at(time.now() + ANSWER_LIMIT_MS, () => resolve(null));
      const answer = (outcome: Outcome | null) => {
        if (bot.life.dead()) return;
        limit.cancel();
        resolve(outcome);
      };
      send(bot).then(answer, () => answer(null));
    });
  }
}

const reports =
  ({ id, reporter: by, takenBy: _, ...facts }: Scenario, random: Random) =>
  ({ engine, outages }: Bot): Promise<Outcome> => {
    const said = `${id} says so (${random.int(1, 9)})`;
    return reportOrJoin(
      { handle: engine.handle, outages },
      { requestId: id, said, report: { type: 'report', outageId: id, by, ...facts } },
    );
  };

/** To the first that is open in the environment; a client that names none reads that there is none. */
const notes =
  ({ id, reporter: by, report: { project, environment } }: Scenario) =>
  async ({ engine, outages }: Bot): Promise<Outcome> => {
    const [open] = await outages.similar({ projects: [project.id], same: { environmentId: environment.id }, limit: 1 });
    return await engine.handle(
      { type: 'note', outageId: open?.id ?? 'o-nowhere', by, text: `${id} notes it`, shown: false },
      apiRequest(id),
    );
  };
