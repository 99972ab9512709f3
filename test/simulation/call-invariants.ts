/** What must hold of an outage that was reported by phone. */
import type { OutageEventType } from '../../src/outage/events.ts';
import { isRead } from '../../src/outage/types/values.ts';
import { eventsOf, told } from './evidence.ts';
import { type Invariant, ofEach, when } from './invariant.ts';
import { DISPATCHERS, ENGINEERS } from './people-and-places.ts';

/** What somebody hears who waits for the desk. */
const NEWS: readonly OutageEventType[] = ['acknowledged', 'updated', 'transferred', 'merged', 'resolved'];
/** That the desk was not reached, whoever took the call can tell it. */
const OF_THE_DESK: readonly OutageEventType[] = ['desk-unreached', 'desk-reached'];
const MAY_TAKE_CALLS = new Set([...ENGINEERS, ...DISPATCHERS].map(({ id }) => id));

export const CALLS_TAKEN: readonly Invariant[] = [
  ofEach('only the desk takes calls, and the record says who did', 'wrong', (story, outage) =>
    eventsOf(story).flatMap((event) => {
      if (event.type !== 'reported' || !event.takenBy) return [];
      const { takenBy, by } = event;
      return [
        ...when(!MAY_TAKE_CALLS.has(takenBy.id), `${takenBy.id} took a call`),
        ...when(outage.takenBy?.id !== takenBy.id, 'the outage does not say who took the call'),
        ...when(!isRead(event.origin) && by.id !== takenBy.id, `${by.id} reports for somebody whom Teams does not know`),
      ];
    }),
  ),
  ofEach(
    'a caller whom Teams knows hears everything in their own chat; whoever took the call of another one is left alone',
    'lost',
    (story, outage) => {
      if (!outage.takenBy) return [];
      const all = told(story);
      const toOrigin = all.filter(({ notice }) => notice.destination.kind === 'origin');
      if (!isRead(outage.origin))
        return toOrigin.flatMap(({ notice, event }) => when(!OF_THE_DESK.includes(event.type), `${notice.key} goes to who took the call`));
      const heard = new Set(toOrigin.filter(({ notice }) => notice.kind === 'news').map(({ event }) => event));
      return all.flatMap(({ notice, event }) => {
        const isTold = notice.kind === 'news' && notice.destination.kind === 'desk' && NEWS.includes(event.type);
        const lane = toOrigin.find((one) => one.event === event)?.notice.lane ?? `person:${outage.reporter.id}`;
        return when(
          (isTold && !heard.has(event)) || lane !== `person:${outage.reporter.id}`,
          `the caller does not hear that it was ${event.type}`,
        );
      });
    },
  ),
];
