/** When everything that had to be told by a certain time was told. */
import { PRIORITY } from '../../src/outage/notices.ts';
import { nudgeDueAt, replyReminderAt, rungAfterMs } from '../../src/outage/promise.ts';
import { isOpen, type Outage } from '../../src/outage/types/outage.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import {
  arrivedAt,
  type Destination,
  disturbances,
  givenUpRightly,
  isPing,
  outageIn,
  type Round,
  roomFrom,
  roundsOf,
  told,
  trueTimeOf,
} from './evidence.ts';
import type { History, Story } from './history.ts';

/** In true time; `cameAt` is infinite for what never came. */
export type Arrival = {
  readonly outageId: string;
  readonly what: string;
  readonly dueAt: Instant;
  readonly cameAt: Instant;
  readonly to: Destination;
};

/** In the conversation of the desk. */
const atDesk = ({ desk }: Pick<Outage, 'desk'>, priority: number): Destination => ({
  lane: desk.conversationId,
  tenantId: desk.tenantId,
  priority,
});

/** Each step of the ladder is told by its ping, or by that of a higher step, or not needed any more. */
export function ladder(story: Story, outage: Outage, history: History): Arrival[] {
  return roundsOf(story).flatMap((round) => ladderOf(round, story, outage, history));
}

function ladderOf({ ladder: steps, from, storedAt, takenAt, first }: Round, story: Story, outage: Outage, history: History): Arrival[] {
  const taken = takenAt ?? history.end.at;
  const pings = told(story).flatMap(({ notice, event, storedAt: at }) =>
    event.type === 'escalated' && notice.kind === 'ping' && at >= storedAt && at <= taken ? [{ notice, event }] : [],
  );
  // A ping answers the first message of its thread, whose own lateness is judged by `openings`: a drill's ladder is quicker than a queue.
  const threadFrom = arrivedAt(story, threadKey(outage)) ?? -Infinity;
  const arrivals: Arrival[] = [];
  for (let rung = first; ; rung++) {
    const dueAt = Math.max(threadFrom, trueTimeOf(history, from + rungAfterMs(steps, rung), storedAt));
    if (dueAt >= taken) return arrivals;
    const covering = pings.filter(({ event }) => event.rung >= rung);
    const came = covering.map(({ notice }) => arrivedAt(story, notice.key) ?? (givenUpRightly(story, notice.key) ? dueAt : taken));
    arrivals.push({ outageId: story.id, what: `rung ${rung}`, dueAt, cameAt: Math.min(taken, ...came), to: atDesk(outage, PRIORITY.ping) });
  }
}

export function openings(story: Story, outage: Outage): Arrival[] {
  const { request, desk } = outage;
  const opened = (what: string, key: string, version: number, room: Pick<Outage, 'desk'>): Arrival[] => {
    const cameAt = arrivedAt(story, key);
    const dueAt = story.commits.find((commit) => commit.outage.version >= version)?.at ?? 0;
    return cameAt === null ? [] : [{ outageId: story.id, what, dueAt, cameAt, to: atDesk(room, PRIORITY.opening) }];
  };
  const inQueue = request ? opened('its opening in the queue', `${outage.id}/opening/queue/1`, 1, { desk: request.queue }) : [];
  return [...inQueue, ...opened('its opening at the desk', threadKey(outage), request?.promoted?.version ?? 1, { desk })];
}

/** The first message of an outage's thread in the desk's channel; for a request, from the time when it became an outage. */
const threadKey = ({ id, request }: Outage): string => `${id}/opening/desk/${request?.promoted?.version ?? 1}`;

export function missedUpdates(story: Story, outage: Outage, history: History): Arrival[] {
  return told(story).flatMap(({ notice, event, storedAt }) => {
    const cameAt = arrivedAt(story, notice.key);
    if (event.type !== 'update-missed' || !isPing(notice) || cameAt === null) return [];
    // It speaks for those before it too; the first that nobody had told was due then.
    const before = story.commits.findLast(({ at, outage: then }) => at < storedAt && then.state === 'acknowledged');
    const due = before?.outage.state === 'acknowledged' ? nudgeDueAt(before.outage, before.outage.nudges) : event.dueAt;
    const dueAt = trueTimeOf(history, due, before?.at ?? storedAt);
    return [{ outageId: story.id, what: notice.key, dueAt, cameAt, to: atDesk(outage, PRIORITY.ping) }];
  });
}

/** The reporter and the desk are reminded of each question that has no reply; what nobody was reminded of when the world ended is late till then. */
export function missedReplies(story: Story, outage: Outage, history: History): Arrival[] {
  const to = atDesk(outage, PRIORITY.ping);
  const dueIn = (then: Outage, questions: readonly number[]): Instant[] =>
    then.questions.filter(({ id }) => questions.includes(id)).flatMap((question) => replyReminderAt(question, then) ?? []);
  const reminded = told(story).flatMap(({ notice, event, storedAt }) => {
    const cameAt = arrivedAt(story, notice.key);
    const before = story.commits.findLast(({ at }) => at < storedAt);
    if (event.type !== 'reply-missed' || !isPing(notice) || cameAt === null || !before) return [];
    const dueAt = trueTimeOf(history, Math.min(...dueIn(before.outage, event.questions)), before.at);
    return [{ outageId: story.id, what: notice.key, dueAt, cameAt, to }];
  });
  const last = story.commits.at(-1);
  if (!last || !isOpen(outage)) return reminded;
  const waiting = dueIn(
    outage,
    outage.questions.map(({ id }) => id),
  ).map((due) => ({ outageId: story.id, what: 'a reminder', dueAt: trueTimeOf(history, due, last.at), cameAt: history.end.at, to }));
  return [...reminded, ...waiting.filter(({ dueAt, cameAt }) => dueAt < cameAt)];
}

/** The longest that anything took after it was due, Teams had room for it and all faults that touched it had ended, in ms. */
export function worstLatenessMs(history: History): number {
  let worst = 0;
  for (const story of history.stories.values()) {
    const outage = outageIn(story);
    if (!outage) continue;
    for (const { dueAt, cameAt, to } of [
      ...ladder(story, outage, history),
      ...openings(story, outage),
      ...missedUpdates(story, outage, history),
      ...missedReplies(story, outage, history),
    ]) {
      if (cameAt - dueAt <= worst) continue;
      const lastEnd = Math.max(roomFrom(history, dueAt, to), ...disturbances(history, dueAt, cameAt).map(({ until }) => until));
      worst = Math.max(worst, cameAt - lastEnd);
    }
  }
  return worst;
}
