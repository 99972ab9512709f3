/** Reviews and follow-ups: who hears of them, and that each owner is reminded once, in time, and of nothing that is done. */
import { laneOf, tenantOf } from '../../src/outage/destinations.ts';
import type { EventOf } from '../../src/outage/events.ts';
import { PRIORITY } from '../../src/outage/notices.ts';
import { followUpIn, OF_REVIEW, toRemind } from '../../src/outage/review/review.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import { arrivedAt, eventsOf, told, trueTimeOf } from './evidence.ts';
import type { History, Story } from './history.ts';
import { type Invariant, ofEach, tooLate, when } from './invariant.ts';
import type { Arrival } from './lateness.ts';
import { LEFT } from './people-and-places.ts';

export const REVIEWS: readonly Invariant[] = [
  ofEach('a review and its follow-ups are read by engineers alone', 'wrong', (story) =>
    story.sends.flatMap(({ key, notice: { seq, destination, kind }, drawn }) => {
      const event = drawn.events[seq - 1];
      if (!event || !OF_REVIEW.includes(event.type)) return [];
      // An edit shows all that happened in that moment, such as that it was closed.
      const together = story.commits.find(({ outage }) => outage.version === seq)?.events ?? [];
      if (kind === 'state' && together.some(({ type }) => !OF_REVIEW.includes(type))) return [];
      const isOwners = event.type === 'follow-up-due' && destination.kind === 'person' && destination.id === event.owner.id;
      return when(destination.kind !== 'desk' && !(isOwners && kind !== 'news'), `${key} was sent`);
    }),
  ),
  ofEach('each follow-up is reminded of once, on its day, and never once it is done', 'wrong', (story, outage) => {
    const wrong: string[] = [];
    let open: ReadonlyMap<number, Kept> = new Map();
    for (const event of eventsOf(story)) {
      if (event.type === 'reviewed') open = keptAfter(event, open);
      if (event.type !== 'follow-up-done' && event.type !== 'follow-up-due') continue;
      const known = open.get(event.id);
      wrong.push(...when(!known, `${event.type} of ${event.id}, which is not there`));
      if (!known) continue;
      const isDone = event.type === 'follow-up-done';
      if (!isDone) wrong.push(...wrongWith(event, known, outage));
      open = new Map([...open, [event.id, isDone ? { ...known, isDone } : { ...known, isReminded: true }]]);
    }
    return wrong;
  }),
  ofEach('each owner is reminded in time', 'late', (story, outage, history) => tooLate(history, reminders(story, outage, history))),
];

/** What this file knows of a follow-up, by the events alone. */
type Kept = { readonly dueAt: Instant; readonly owner: string; readonly isReminded: boolean; readonly isDone: boolean };

const keptAfter = ({ followUps }: EventOf<'reviewed'>, before: ReadonlyMap<number, Kept>): ReadonlyMap<number, Kept> =>
  new Map(
    followUps.map(({ id, dueAt, owner }) => {
      const was = before.get(id);
      const isSame = was?.dueAt === dueAt && was.owner === owner.id;
      return [id, isSame ? was : { dueAt, owner: owner.id, isReminded: false, isDone: false }];
    }),
  );

const wrongWith = ({ id, at, owner, told: isTold, atDesk }: EventOf<'follow-up-due'>, known: Kept, { drill }: Outage) => [
  ...when(known.isReminded || known.isDone || at < known.dueAt, `reminded of ${id} wrongly`),
  ...when(drill !== null, 'somebody was reminded of a drill'),
  ...when(isTold && atDesk !== LEFT.includes(owner.id), `${owner.id} is reminded in the wrong place`),
];

/** Those that came, and those that are still waited for when the world ends. */
function reminders(story: Story, outage: Outage, history: History): Arrival[] {
  /** Since when it is known that a follow-up is due then. */
  const dueAt = (due: Instant, storedAt: Instant): Instant => {
    const saved = story.commits.findLast(({ at, events }) => at <= storedAt && events.some(({ type }) => type === 'reviewed'));
    return trueTimeOf(history, due, saved?.at ?? storedAt);
  };
  const came = told(story).flatMap(({ notice, event, storedAt }): Arrival[] => {
    const cameAt = arrivedAt(story, notice.key);
    if (event.type !== 'follow-up-due' || notice.kind === 'settled' || notice.kind === 'state' || cameAt === null) return [];
    const before = story.commits.findLast(({ at }) => at < storedAt)?.outage ?? null;
    const known = before && followUpIn(before.review, event.id);
    const to = { lane: laneOf(notice, outage), tenantId: tenantOf(notice.destination, outage), priority: notice.priority };
    return known ? [{ outageId: story.id, what: notice.key, dueAt: dueAt(known.dueAt, storedAt), cameAt, to }] : [];
  });
  const { conversationId: lane, tenantId } = outage.desk;
  const waiting = toRemind(outage).map((one): Arrival => {
    const due = dueAt(one.dueAt, history.end.at);
    return {
      outageId: story.id,
      what: `follow-up ${one.id}`,
      dueAt: due,
      cameAt: history.end.at,
      to: { lane, tenantId, priority: PRIORITY.ping },
    };
  });
  return [...came, ...waiting.filter((one) => one.dueAt < one.cameAt)];
}
