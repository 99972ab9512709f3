/**
 * What is counted of one outage. Pure: the events say all. These rules are the only ones; `env/README.md` has them in words for people.
 *
 * - An outage begins when it is reported; a request when it is made an outage. Drills and requests are not counted.
 * - The promise is kept when somebody acknowledged it by the deadline. Nobody did, and the deadline is over: it is broken, also while it is
 *   open. Tools that leave these out show the worst cases nowhere (GoAlert; "Incident Metrics in SRE" of Google says what means hide).
 * - Of one that was released or reopened the first acknowledgement counts for the promise, and the last resolution for how long it took.
 * - An acknowledgement that was taken back never was.
 * - A transfer before anybody acknowledged it counts as an acknowledgement: somebody looked at it. So does a merge. Both are shown apart.
 * - A report that was withdrawn before the deadline, and before anybody acknowledged it, is shown apart. When it is reopened, its promise
 *   begins then.
 * - An update is on time when it came by the time that the one before had named; a resolution is the last one. One that never came by that
 *   time counts as late, also while it is open. Where it ended in another way or had no owner any more before that time, none was due. After a restore nobody knows what was said.
 */
import type { OutageEvent } from '../events.ts';
import { cadenceMs } from '../promise.ts';
import { type Outage, requestIn } from '../types/outage.ts';
import type { Instant } from '../types/values.ts';

/** What an outage is shown apart for; 'none': it is in all the figures. Stored by its index. */
export const APART = ['none', 'transferred', 'merged', 'withdrawn'] as const;
export type Apart = (typeof APART)[number];

/** Times and lengths in ms. */
export type Counted = {
  readonly number: number;
  readonly projectId: string;
  readonly scenarioId: string;
  readonly reportedAt: Instant;
  readonly apart: Apart;
  /** By when somebody had to acknowledge it. */
  readonly dueAt: Instant;
  /** null: it depends on whether the deadline is over. */
  readonly inTime: boolean | null;
  readonly acknowledgedAfter: number | null;
  /** null: it is open, or ended otherwise. */
  readonly resolvedAfter: number | null;
  /** Without the one that is due next. */
  readonly updates: number;
  readonly updatesOnTime: number;
  readonly updateBy: Instant | null;
};

/** null: it is not counted. */
export function numbersOf({ outage, events }: { readonly outage: Outage; readonly events: readonly OutageEvent[] }): Counted | null {
  if (outage.drill || requestIn(outage)) return null;
  const { reportedAt, clock, first, missed } = promiseOf(outage, events);
  const { report, number, state } = outage;
  const isOver = state === 'resolved' || state === 'closed';
  return {
    number,
    projectId: report.project.id,
    scenarioId: report.scenario.id,
    reportedAt,
    apart:
      state === 'withdrawn' && first === null && !missed ? 'withdrawn' : state === 'transferred' || state === 'merged' ? state : 'none',
    dueAt: clock.dueAt,
    inTime: first === null ? (missed ? false : null) : first <= clock.dueAt,
    acknowledgedAfter: first === null ? null : first - clock.from,
    resolvedAfter: isOver ? outage.resolvedAt - reportedAt : null,
    ...updatesOf(outage, events),
  };
}

type Clock = { readonly from: Instant; readonly dueAt: Instant };
const clockFrom = (from: Instant, withinMs: number): Clock => ({ from, dueAt: from + withinMs });

/** `first`: when it was acknowledged; null: nobody did. `missed`: it was withdrawn after the deadline, and nobody had. */
function promiseOf({ reportedAt: at, policy }: Outage, events: readonly OutageEvent[]) {
  let reportedAt = at;
  let clock = clockFrom(at, policy.acknowledgeWithinMs);
  let missed = false;
  const acknowledgements: Instant[] = [];
  for (const event of events) {
    const isWaiting: boolean = acknowledgements.length === 0 && !missed;
    switch (event.type) {
      case 'promoted':
        reportedAt = event.at;
        clock = clockFrom(event.at, event.policy.acknowledgeWithinMs);
        break;
      case 'acknowledged':
        acknowledgements.push(event.at);
        break;
      case 'taken-back':
        acknowledgements.pop();
        break;
      case 'withdrawn':
        missed = missed || (isWaiting && event.at > clock.dueAt);
        break;
      case 'reopened':
        if (isWaiting) clock = clockFrom(event.at, policy.again.acknowledgeWithinMs);
        break;
      default:
    }
  }
  return { reportedAt, clock, first: acknowledgements[0] ?? null, missed };
}

function updatesOf(outage: Outage, events: readonly OutageEvent[]): Pick<Counted, 'updates' | 'updatesOnTime' | 'updateBy'> {
  let [updates, updatesOnTime] = [0, 0];
  let updateBy: Instant | null = null;
  for (const event of events) {
    switch (event.type) {
      case 'acknowledged':
        updateBy = event.at + cadenceMs(outage, event.at);
        break;
      case 'planned':
        updateBy = event.nextUpdateBy;
        break;
      // A resolution is the last update.
      case 'updated':
      case 'resolved':
        if (updateBy !== null) updates++;
        if (updateBy !== null && event.at <= updateBy) updatesOnTime++;
        updateBy = event.type === 'updated' ? event.nextUpdateBy : null;
        break;
      case 'released':
      case 'withdrawn':
      case 'transferred':
      case 'merged':
        if (updateBy !== null && event.at > updateBy) updates++;
        updateBy = null;
        break;
      case 'taken-back':
      case 'restored':
        updateBy = null;
        break;
      default:
    }
  }
  return { updates, updatesOnTime, updateBy };
}
