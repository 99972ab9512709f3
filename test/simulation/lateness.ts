/** When everything that had to be told by a certain time was told. */
import type { Instant, Outage } from '../../src/outage/outage.ts';
import { rungAfterMs } from '../../src/outage/promise.ts';
import { arrivedAt, disturbances, givenUpRightly, outageIn, takenAt, told, trueTimeOf } from './evidence.ts';
import type { History, Story } from './history.ts';

/** In true time; `cameAt` is infinite for what never came. */
export type Arrival = { readonly outageId: string; readonly what: string; readonly dueAt: Instant; readonly cameAt: Instant };

/** Each step of the ladder is told by its ping, or by that of a higher step, or not needed any more. */
export function ladder(story: Story, outage: Outage, history: History): Arrival[] {
  const taken = takenAt(story) ?? history.end.at;
  const pings = told(story).flatMap(({ notice, event }) =>
    event.type === 'escalated' && notice.kind === 'ping' ? [{ notice, event }] : [],
  );
  const arrivals: Arrival[] = [];
  for (let rung = 0; ; rung++) {
    const dueAt = trueTimeOf(history, outage.reportedAt + rungAfterMs(outage.policy, rung), story.commits[0]?.at ?? 0);
    if (dueAt >= taken) return arrivals;
    const covering = pings.filter(({ event }) => event.rung >= rung);
    const came = covering.map(({ notice }) => arrivedAt(story, notice.key) ?? (givenUpRightly(story, notice.key) ? dueAt : taken));
    arrivals.push({ outageId: story.id, what: `rung ${rung}`, dueAt, cameAt: Math.min(taken, ...came) });
  }
}

export function openings(story: Story, outage: Outage): Arrival[] {
  const cameAt = arrivedAt(story, `${outage.id}/opening/desk/1`);
  return cameAt === null ? [] : [{ outageId: story.id, what: 'its opening at the desk', dueAt: story.commits[0]?.at ?? 0, cameAt }];
}

export function missedUpdates(story: Story, history: History): Arrival[] {
  return told(story).flatMap(({ notice, event, storedAt }) => {
    const cameAt = arrivedAt(story, notice.key);
    if (event.type !== 'update-missed' || cameAt === null) return [];
    const promised = story.commits.findLast(
      ({ at, outage }) => at < storedAt && outage.state === 'acknowledged' && outage.nextUpdateBy === event.dueAt && !outage.updateMissed,
    );
    const dueAt = trueTimeOf(history, event.dueAt, promised?.at ?? storedAt);
    return [{ outageId: story.id, what: notice.key, dueAt, cameAt }];
  });
}

/** The longest that anything took after it was due and all faults that touched it had ended, in ms. */
export function worstLatenessMs(history: History): number {
  let worst = 0;
  for (const story of history.stories.values()) {
    const outage = outageIn(story);
    if (!outage) continue;
    for (const { dueAt, cameAt } of [...ladder(story, outage, history), ...openings(story, outage), ...missedUpdates(story, history)]) {
      if (cameAt - dueAt <= worst) continue;
      const lastEnd = Math.max(dueAt, ...disturbances(history, dueAt, cameAt).map(({ until }) => until));
      worst = Math.max(worst, cameAt - lastEnd);
    }
  }
  return worst;
}
