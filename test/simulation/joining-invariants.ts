/** What must hold of those who join an outage instead of reporting it again. */
import type { OutageEventType } from '../../src/outage/events.ts';
import type { Joined } from '../../src/outage/types/affected.ts';
import { isOwnChat, type Origin, type Person, roomIdOf } from '../../src/outage/types/values.ts';
import { eventsOf } from './evidence.ts';
import { type Invariant, ofEach, when } from './invariant.ts';
import { CUSTOMERS, ENGINEERS } from './people-and-places.ts';

/** What everybody has to hear for whom it is down. */
const NEWS: readonly OutageEventType[] = [
  'acknowledged',
  'taken-back',
  'updated',
  'transferred',
  'withdrawn',
  'merged',
  'resolved',
  'reopened',
  'objected',
];
const MAY_JOIN = new Set([...CUSTOMERS, ...ENGINEERS].filter(({ roles }) => roles.includes('customer')).map(({ id }) => id));
/** Where they hear of it: all threads of a channel are one lane, and an own chat that is found when something is sent is its person's. */
const laneAt = ({ id }: Person, origin: Origin): string => (isOwnChat(origin) ? `person:${id}` : roomIdOf(origin.conversationId));

export const JOINING: readonly Invariant[] = [
  ofEach('who joined hears all that follows, and its end', 'lost', (story) =>
    story.commits.flatMap(({ events, outage, notices }) =>
      events.flatMap((event, index) => {
        // The news of an engineer's reopening says who has it.
        const isTold = event.type === 'acknowledged' && events[index - 1]?.type === 'reopened';
        if (!NEWS.includes(event.type) || isTold) return [];
        const seq = outage.version - events.length + index + 1;
        const reached = new Set(notices.filter((one) => one.kind === 'news' && one.seq === seq).map(({ lane }) => lane));
        // Whoever reopens it in their own chat has the answer there.
        const isAnswered = ({ person, origin }: Joined) =>
          event.type === 'reopened' && event.by.id === person.id && origin.kind === 'personal';
        return outage.joined
          .filter((one) => !isAnswered(one))
          .flatMap(({ person, origin }) =>
            when(!reached.has(laneAt(person, origin)), `${person.id} does not hear that it was ${event.type}`),
          );
      }),
    ),
  ),
  ofEach('nobody is affected twice, and who joined in one room hears it there once', 'doubled', (story) =>
    story.commits.flatMap(({ outage, notices }) => {
      const ids = outage.joined.map(({ person }) => person.id);
      const told = notices
        .filter(({ kind, destination }) => kind === 'news' && destination.kind === 'joined')
        .map(({ lane, seq }) => `${lane} ${seq}`);
      return [
        ...when(new Set(ids).size < ids.length || ids.includes(outage.reporter.id), `joined: ${ids.join()}`),
        ...when(new Set(told).size < told.length, `told: ${told.join()}`),
      ];
    }),
  ),
  ofEach('only customers join, each for themselves', 'wrong', (story) =>
    eventsOf(story).flatMap((event) => {
      if (event.type !== 'joined') return [];
      return when(!MAY_JOIN.has(event.by.id) || event.joined.person.id !== event.by.id, `${event.by.id} joined ${event.joined.person.id}`);
    }),
  ),
  ofEach('who joined what was merged hears of the other one', 'lost', (story, _outage, { stories }) =>
    story.commits.flatMap(({ events, outage }) => {
      const merged = events.find(({ type }) => type === 'merged');
      if (merged?.type !== 'merged') return [];
      const other = stories.get(merged.into.id);
      const then = other?.commits.find(({ events: others }) =>
        others.some((one) => one.type === 'absorbed' && one.merged.id === outage.id),
      );
      if (!then) return [];
      const known = new Set(
        [
          then.outage.reporter,
          ...then.outage.absorbed.map(({ reporter }) => reporter),
          ...then.outage.joined.map(({ person }: Joined) => person),
        ].map(({ id }) => id),
      );
      return outage.joined.flatMap(({ person }) => when(!known.has(person.id), `${person.id} is lost in ${merged.into.id}`));
    }),
  ),
];
