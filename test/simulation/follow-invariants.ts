/** What must hold of those who follow, in rooms and in their own chats: they hear what they chose, all of that, and nothing else. */

import { formatDestination, isSame, joinedAt } from '../../src/outage/destinations.ts';
import type { OutageEvent, OutageEventType } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import type { Chosen } from '../../src/outage/follow/chosen.ts';
import { MOST_A_DAY } from '../../src/outage/follow/chosen.ts';
import type { Notice } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { type Instant, isOwnChat } from '../../src/outage/types/values.ts';
import { arrivedAt } from './evidence.ts';
import { chosenOf, leavesAt } from './following.ts';
import type { History, Moment, Send, Story } from './history.ts';
import { type Invariant, ofEach, when } from './invariant.ts';
import { customersOf, ENGINEERS } from './people-and-places.ts';

const ENDS: readonly OutageEventType[] = ['resolved', 'withdrawn', 'merged', 'transferred', 'reopened', 'objected'];
const TURNS: readonly OutageEventType[] = [...ENDS, 'acknowledged', 'breached', 'update-missed', 'released', 'taken-back'];
/** Between the moment in which it is asked what somebody chose, and that in which it is sent. */
const ON_ITS_WAY_MS = 20_000;

/** By the state before it, not by the events as the product does. */
function turns(seq: number, events: readonly OutageEvent[]): boolean {
  const event = events[seq - 1];
  // Of an update that stays late they are told once.
  if (event?.type === 'update-missed') return event.nudge === 0;
  if (event?.type !== 'updated') return event !== undefined && TURNS.includes(event.type);
  const before = replay(events.slice(0, seq - 1));
  return before?.state === 'acknowledged' && before.phase !== event.phase;
}

type Place = Notice['destination'];
const isFollowers = ({ kind }: Place): boolean => kind === 'follower' || kind === 'following';
const followingIn = (outage: Outage, { kind, id }: { kind: string; id: string }) =>
  kind === 'following' ? outage.following.find(({ person }) => person.id === id) : outage.followers.find((one) => one.id === id);

/** What holds for a place; noise as the record says it. */
function chosenAt(place: Place, outage: Outage): Chosen {
  if (!('id' in place)) return {};
  const found = followingIn(outage, place);
  return { ...(place.kind === 'following' ? chosenOf(place.id) : found), noise: found?.noise ?? 'everything' };
}
const wants = ({ noise }: Chosen, seq: number, events: readonly OutageEvent[]): boolean =>
  noise === 'everything' || (noise === 'turning-points' ? turns(seq, events) : ENDS.includes(events[seq - 1]?.type ?? 'planned'));

const clocks = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, Intl.DateTimeFormat>();
function formatIn(known: Map<string, Intl.DateTimeFormat>, timeZone: string, at: Instant, parts: Intl.DateTimeFormatOptions): string {
  const format = known.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...parts });
  known.set(timeZone, format);
  return format.format(at);
}
const clockIn = (timeZone: string, at: Instant): string => formatIn(clocks, timeZone, at, { hour: '2-digit', minute: '2-digit' });
const dayIn = (timeZone: string, at: Instant): string => formatIn(days, timeZone, at, { dateStyle: 'short' });
export function isQuiet({ hours }: Chosen, at: Instant): boolean {
  if (!hours) return false;
  const now = clockIn(hours.timeZone, at);
  const { from, until } = hours;
  return from < until ? now >= from && now < until : now >= from || now < until;
}

type Came = Moment & { readonly message: string };
const cameTo = new WeakMap<History, ReadonlyMap<string, readonly Came[]>>();
/** The news that were recorded as sent to those who follow, by place. */
function cameIn(history: History): ReadonlyMap<string, readonly Came[]> {
  const known = cameTo.get(history);
  if (known) return known;
  const all = new Map<string, Came[]>();
  for (const { finishes } of history.stories.values())
    for (const { key, outcome, at, storeAt } of finishes) {
      const place = /\/news\/((?:follower|following):[^/]+)\//.exec(key)?.[1];
      if (place === undefined || outcome.state !== 'done') continue;
      const before = all.get(place) ?? [];
      all.set(place, before);
      before.push({ at, storeAt, message: outcome.posted.activityId ?? key });
    }
  cameTo.set(history, all);
  return all;
}

/** How many messages with news had come there on the day of this moment, as far as that was stored. */
function cameBefore(history: History, place: Place, { hours }: Chosen, { at, storeAt }: Moment): number {
  const zone = hours?.timeZone ?? 'UTC';
  const came = cameIn(history).get(formatDestination(place)) ?? [];
  const today = came.filter((one) => one.at <= at && dayIn(zone, one.storeAt) === dayIn(zone, storeAt));
  return new Set(today.map(({ message }) => message)).size;
}

const isFull = (history: History, place: Place, chosen: Chosen, moment: Moment): boolean =>
  cameBefore(history, place, chosen, moment) >= (chosen.mostADay ?? MOST_A_DAY);

/** Whether it comes after the first message to somebody who never got that. */
function isOrphan({ held }: Story, { destination, after }: Notice): boolean {
  const first = held.deliveries.find(({ key }) => key === after);
  return destination.kind === 'following' && (first?.state === 'failed' || first?.state === 'skipped');
}

/** Whether it was right not to tell it there: they follow it no more, or chose so. `then`: the outage when that was decided. */
export function isUnheard(history: History, story: Story, notice: Notice, then: Outage | undefined, moment?: Moment): boolean {
  const { destination, kind, seq } = notice;
  if (isOrphan(story, notice)) return true;
  if (then && moment && isUnheardJoined(story, notice, then, moment)) return true;
  if (!isFollowers(destination) || !('id' in destination) || !then || !moment) return false;
  if (destination.kind === 'following' && leavesAt(destination.id) <= moment.at && then.reporter.id !== destination.id) return true;
  const events = story.held.events;
  const chosen = chosenAt(destination, then);
  if (!followingIn(then, destination)) return true;
  return kind === 'news' && (!wants(chosen, seq, events) || (!turns(seq, events) && isFull(history, destination, chosen, moment)));
}

/** In their own chat somebody who joined hears nothing more once they left the project, and a card that was never sent is not edited. */
function isUnheardJoined(story: Story, { destination, kind }: Notice, then: Outage, moment: Moment): boolean {
  const joined = joinedAt(destination, then);
  if (joined?.origin.kind !== 'personal') return false;
  const { id } = joined.person;
  if (id !== then.reporter.id && leavesAt(id) <= moment.at) return true;
  const opening = `/opening/${formatDestination(destination)}/`;
  const isSent = story.held.deliveries.some(({ key }) => key.includes(opening) && (arrivedAt(story, key) ?? Infinity) <= moment.at);
  return kind === 'state' && isOwnChat(joined.origin) && !isSent;
}

/** Whether it may wait until the quiet hours of its reader end. */
export const mayWait = ({ destination, kind, seq }: Notice, outage: Outage, events: readonly OutageEvent[]): boolean =>
  isFollowers(destination) && kind === 'news' && chosenAt(destination, outage).hours !== undefined && !turns(seq, events);

const newsToFollowers = ({ sends }: Story): readonly Send[] =>
  sends.filter(({ notice }) => notice.kind === 'news' && isFollowers(notice.destination));

export const FOLLOWING: readonly Invariant[] = [
  ofEach('whoever follows heard every turning point once', 'lost', (story, _outage, history) =>
    story.commits.flatMap(({ events, outage, notices }) =>
      events.flatMap((event, index) => {
        const seq = outage.version - events.length + index + 1;
        const all = story.held.events;
        // The news of an engineer's reopening says who has it.
        const isTold = event.type === 'acknowledged' && events[index - 1]?.type === 'reopened';
        if (!turns(seq, all) || isTold) return [];
        const places: Place[] = [
          ...outage.followers.map(({ id }) => ({ kind: 'follower', id }) as const),
          ...outage.following.map(({ person: { id } }) => ({ kind: 'following', id }) as const),
        ];
        return places
          .filter((place) => wants(chosenAt(place, outage), seq, all))
          .flatMap((place) => {
            const notice = notices.find((one) => one.kind === 'news' && one.seq === seq && isSame(one.destination, place));
            const name = `${formatDestination(place)} hears of '${event.type}' (${seq})`;
            if (!notice) return [`nobody stored that ${name}`];
            const skipped = story.finishes.find(({ key, outcome }) => key === notice.key && outcome.state === 'skipped');
            const then = story.commits.findLast(({ at }) => skipped && at <= skipped.at)?.outage;
            const isRight = !skipped || (then && overtaken(notice, then, event)) || isUnheard(history, story, notice, then, skipped);
            return when(!isRight, `it was left out that ${name}`);
          });
      }),
    ),
  ),
  ofEach('nobody heard more than they chose', 'wrong', (story, _outage, history) =>
    newsToFollowers(story).flatMap((send) => {
      const { notice, drawn, key } = send;
      const chosen = chosenAt(notice.destination, drawn.outage);
      const isTurning = turns(notice.seq, drawn.events);
      const early = { at: send.at - ON_ITS_WAY_MS, storeAt: send.storeAt - ON_ITS_WAY_MS };
      const wasSet = history.shifts.some(({ at }) => at > early.at && at <= send.at);
      const isNight = !isTurning && !wasSet && isQuiet(chosen, send.storeAt) && isQuiet(chosen, early.storeAt);
      return [
        ...when(!wants(chosen, notice.seq, drawn.events), `${key} is more than ${chosen.noise}`),
        ...when(isNight, `${key} came in quiet hours`),
        ...when(!isTurning && !wasSet && isFull(history, notice.destination, chosen, send), `${key} is above the number of the day`),
      ];
    }),
  ),
  ofEach("what a person was told of another's outage they may see", 'wrong', (story, outage) => {
    const { id: projectId } = outage.report.project;
    const theirs = new Set<string>([outage.reporter, ...customersOf(projectId), ...ENGINEERS].map(({ id }) => id));
    return story.sends.flatMap(({ key, at, notice: { destination, seq }, drawn }) => {
      if (destination.kind !== 'following') return [];
      const { id } = destination;
      const left = id !== outage.reporter.id && leavesAt(id) <= at - ON_ITS_WAY_MS;
      const since = drawn.outage.following.find(({ person }) => person.id === id)?.version ?? Number.POSITIVE_INFINITY;
      return [
        ...when(left || !theirs.has(id), `${key} went to somebody who may not see it`),
        ...when(since > seq, `${key} went to somebody who did not follow it then`),
      ];
    });
  }),
];
