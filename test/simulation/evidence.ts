/** Reads from a history who sent what when, and how late a message may be, given what went wrong. */

import { LEASE_MS, PING_LIMIT, REQUEST_LIMIT_MS } from '../../src/engine/delivery/limits.ts';
import type { Limit } from '../../src/engine/ports/deliveries.ts';
import { formatDestination, hasThread, isDeskSide, isSame } from '../../src/outage/destinations.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { isReopening, type Notice, PRIORITY } from '../../src/outage/notices.ts';
import type { Joined } from '../../src/outage/types/affected.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { type Instant, isOwnChat, type Ladder } from '../../src/outage/types/values.ts';
import { TEAMS_LIMITS, TENANT_LIMITS } from '../support/teams/teams-limits.ts';
import { FIRST_DELETED } from './connector.ts';
import type { Fault, History, Send, Story } from './history.ts';
import { MINUTE_MS } from './people-and-places.ts';

/** In time while all is well; after a bot's death, whose lease has to end; after the end of the last fault. */
export const CALM_MS = 2_000;
export const AFTER_DEATH_MS = LEASE_MS + 5_000;
export const AFTER_FAULT_MS = MINUTE_MS;
/** After each refusal of what needs a message that is gone: a ping that was refused twice waits until its place may have another. */
export const BEGUN_ANEW_MS = 15_000;

/** The latest time for something that was due at `dueAt` and came at `cameAt`, given what went wrong meanwhile. */
export function inTimeUntil(history: History, dueAt: Instant, cameAt: Instant): Instant {
  return Math.max(dueAt + CALM_MS, ...disturbances(history, dueAt, cameAt).map(({ kind, until }) => until + graceMs(kind)));
}

const graceMs = (kind: string) => GRACE_MS[kind] ?? AFTER_FAULT_MS;
const GRACE_MS: Record<string, number> = { death: AFTER_DEATH_MS, [FIRST_DELETED]: BEGUN_ANEW_MS };

/**
 * The first moment from `from` on at which Teams would take a message of this priority in a conversation: no limit is used
 * up to half by messages that are as urgent. The other half is a reserve for what is more urgent.
 */
export function roomFrom(history: History, from: Instant, to: Destination): Instant {
  const scopes = [
    { times: timesOf(history, to, 'lane'), limits: TEAMS_LIMITS },
    { times: timesOf(history, to, 'tenantId'), limits: TENANT_LIMITS },
    // Pings of one place wait for each other, to come together.
    ...(to.priority === PRIORITY.ping ? [{ times: timesOf(history, to, 'pings'), limits: [PING_LIMIT] }] : []),
  ];
  let at = from;
  for (;;) {
    const later = Math.max(...scopes.flatMap(({ times, limits }) => limits.map((limit) => freeAfter(times, limit, at))));
    if (later <= at) return at;
    at = later;
  }
}
export type Destination = { readonly lane: string; readonly tenantId: string; readonly priority: number };

/** `times` in order. When less than half of a limit will be used, as far as is known at `at`. */
function freeAfter(times: readonly Instant[], { requests, withinMs }: Limit, at: Instant): Instant {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as Instant) <= at) low = middle + 1;
    else high = middle;
  }
  return (times[low - Math.ceil(requests / 2)] ?? -Infinity) + withinMs;
}

const known = new WeakMap<History, Map<string, readonly Instant[]>>();
/** When Teams took what was as urgent as that, or more, in the same conversation or tenant. */
function timesOf(history: History, to: Destination, scope: 'lane' | 'tenantId' | 'pings'): readonly Instant[] {
  const all = known.get(history) ?? new Map<string, readonly Instant[]>();
  known.set(history, all);
  const [of, pings] = scope === 'pings' ? (['lane', true] as const) : ([scope, false] as const);
  const key = `${scope} ${to[of]} ${to.priority}`;
  const found = all.get(key);
  if (found) return found;
  const sends = acceptedSends(history).filter(
    (send) => send[of] === to[of] && send.notice.priority <= to.priority && (!pings || isPing(send.notice)),
  );
  const times = sends.map(({ acceptedAt }) => acceptedAt ?? 0);
  all.set(key, times);
  return times;
}

const accepted = new WeakMap<History, readonly Send[]>();
/** What Teams took, in the order in which it took it; a digest counts as its first ping. */
function acceptedSends(history: History): readonly Send[] {
  const known = accepted.get(history);
  if (known) return known;
  const sends = [...sendsByLane(history).values()].flat().filter(({ acceptedAt }) => acceptedAt !== null);
  sends.sort((one, other) => (one.acceptedAt ?? 0) - (other.acceptedAt ?? 0));
  accepted.set(history, sends);
  return sends;
}

/** What went wrong between two moments, or shortly before. */
export function disturbances(history: History, from: Instant, to: Instant): readonly Fault[] {
  return history.faults.filter((fault) => fault.from <= to && fault.until + graceMs(fault.kind) >= from);
}

/** What went wrong exactly then. */
export const faultsBetween = (history: History, from: Instant, to: Instant): readonly Fault[] =>
  history.faults.filter((fault) => fault.from <= to && fault.until >= from);

/** The first true moment, not before `notBefore`, at which the store's clock shows `storeAt`. */
export function trueTimeOf(history: History, storeAt: Instant, notBefore: Instant): Instant {
  const { shifts } = history;
  for (let index = 0; index < shifts.length; index++) {
    const { at = 0, shift = 0 } = shifts[index] ?? {};
    const until = shifts[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const reached = Math.max(at, notBefore, storeAt - shift);
    if (reached < until) return reached;
  }
  return notBefore;
}

/** Whether the store's clock had shown a later time before, and not yet again. */
export function clockIsBehind({ shifts }: History, at: Instant): boolean {
  const shown = (index: number, until: Instant) => until + (shifts[index]?.shift ?? 0);
  const present = shifts.findLastIndex((shift) => shift.at <= at);
  return shifts.slice(0, Math.max(0, present)).some((_, index) => shown(index, shifts[index + 1]?.at ?? at) > shown(present, at));
}

export type Told = { readonly notice: Notice & { readonly lane: string }; readonly event: OutageEvent; readonly storedAt: Instant };

/** Every notice of an outage with its event, in the order in which they were stored. */
export function told(story: Story): readonly Told[] {
  const events = eventsOf(story);
  return story.commits.flatMap(({ at, notices }) =>
    notices.flatMap((notice) => {
      const event = events[notice.seq - 1];
      return event ? [{ notice, event, storedAt: at }] : [];
    }),
  );
}

export const eventsOf = (story: Story): readonly OutageEvent[] => story.commits.flatMap(({ events }) => events);
export const outageIn = (story: Story) => story.commits.at(-1)?.outage ?? null;

/** The tries of each message, in the order of time. */
export function triesByKey(story: Story): ReadonlyMap<string, readonly Send[]> {
  const tries = new Map<string, Send[]>();
  for (const send of story.sends) {
    const list = tries.get(send.key);
    if (list) list.push(send);
    else tries.set(send.key, [send]);
  }
  return tries;
}

/** When Teams first had it, or null. */
export const arrivedAt = (story: Story, key: string): Instant | null =>
  story.sends.find((send) => send.key === key && send.acceptedAt !== null)?.acceptedAt ?? null;

/** A time on the ladder: from the report, from when it was put back or from when it was taken back, until somebody took it or ended it. */
export type Round = {
  readonly ladder: Ladder;
  /** By the store's clock. */
  readonly from: Instant;
  readonly storedAt: Instant;
  readonly takenAt: Instant | null;
  /** Its first rung: after a take-back those before it have been told. */
  readonly first: number;
};
export function roundsOf(story: Story): readonly Round[] {
  const rounds: Round[] = [];
  for (const [index, { at, outage }] of story.commits.entries()) {
    const last = rounds.at(-1);
    if (last && last.takenAt === null && (outage.state !== 'reported' || outage.ladderFrom !== last.from)) {
      rounds[rounds.length - 1] = { ...last, takenAt: at };
    }
    const goesOn = outage.ladderFrom === last?.from;
    if (outage.state === 'reported' && !(goesOn && last?.takenAt === null)) {
      const first = goesOn ? (story.commits[index - 1]?.outage.rungsPassed ?? 0) : 0;
      rounds.push({ ladder: outage.ladder, from: outage.ladderFrom, storedAt: at, takenAt: null, first });
    }
  }
  return rounds;
}

/** Whether it was given up for a reason that lies with Teams: asked twice without an answer, or refused for ever. */
export function givenUpRightly(story: Story, key: string): boolean {
  const line = story.held.deliveries.find((delivery) => delivery.key === key);
  if (line?.state !== 'failed') return false;
  if (line.error === ORPHANED) return line.after !== null && givenUpRightly(story, line.after);
  const tries = story.sends.filter((send) => send.key === key);
  const unknown = story.begins.filter((begin) => begin.key === key).length - tries.filter((send) => !mayBeThere(send)).length;
  // A refusal that could not be recorded looks like a try without an answer.
  const refused = tries.some((send) => isRefused(send) && (!send.gone || isBesideNews(send) || wasRefusedAnew(story, send)));
  return refused || (line.error === UNCONFIRMED && unknown >= 2);
}

const isRefused = ({ answer }: Send): boolean => answer.startsWith('never');
/** A card that is not posted anew for its edit: the news in its thread, or beside it in the chat of the reporter, tell the same. */
const isBesideNews = ({ notice, conversationId }: Send): boolean =>
  notice.kind === 'state' && (conversationId.includes(';messageid=') || !hasThread(notice.destination));
/** The thread could not be begun anew either: that was refused, or never confirmed. */
const wasRefusedAnew = ({ sends, held }: Story, { notice }: Send): boolean =>
  sends.some((send) => isReopening(send.notice) && isSame(send.notice.destination, notice.destination) && isRefused(send)) ||
  held.deliveries.some(
    ({ key, error }) =>
      reopenedOf(key) !== null && error === UNCONFIRMED && key.includes(`/opening/${formatDestination(notice.destination)}/`),
  );

/** Whether it goes to another system, which is no conversation in Teams. */
export const isOutward = (key: string): boolean => /\/(?:webhook|pager):/.test(key);

/**
 * The key of a first message that was sent once more; null: it is none. The same key without its end is that of the first. After a restore
 * the number of an event has the restore's time behind it, and no message has such an id.
 */
export const reopenedOf = (key: string): string | null =>
  /^(.*\/opening\/[^/]+\/\d+(?:\/\d{13})?(?:\/first)?)\/(?!first$|\d{13}(?:\/first)?$)[^/]+$/.exec(key)?.[1] ?? null;

/** The latest card there has no id that the bot knows, so nobody can edit it: Teams gave none, or has not confirmed it. */
export function hasNoId(story: Story, key: string, at: Instant): boolean {
  const place = key.split('/')[2];
  const isOpening = (one: { readonly key: string }) => one.key.includes(`/opening/${place}/`);
  const latest = story.finishes.findLast((finish) => finish.at <= at && finish.outcome.state === 'done' && isOpening(finish));
  return latest?.outcome.state === 'done' ? latest.outcome.posted.activityId === null : story.held.deliveries.some(isOpening);
}

/** What the ledger says of a message whose opening was given up. */
const ORPHANED = 'the message that it comes after was given up';
/** What the ledger says of a message that was sent twice without an answer. */
export const UNCONFIRMED = 'sent twice, never confirmed';

/** Nobody can tell from the bot's side whether it arrived. */
export const mayBeThere = ({ answer }: Send): boolean => answer.startsWith('ambiguous') || answer === 'under way' || answer === 'taken';
export const isPing = ({ kind }: Notice): boolean => kind === 'ping' || kind === 'direct';
export const isDeskOpening = ({ kind, destination }: Notice): boolean => kind === 'opening' && isDeskSide(destination);

/** The tries in each conversation, in the order of time; a digest counts as its first ping. */
export function sendsByLane(history: History): ReadonlyMap<string, readonly Send[]> {
  const lanes = new Map<string, Send[]>();
  for (const { sends } of history.stories.values()) {
    for (const send of sends) {
      const lane = lanes.get(send.lane);
      if (lane) lane.push(send);
      else lanes.set(send.lane, [send]);
    }
  }
  for (const [lane, sends] of lanes) {
    sends.sort((one, other) => one.at - other.at);
    // The pings of a digest are one message.
    lanes.set(
      lane,
      sends.filter(({ bot, at }, index) => bot !== sends[index - 1]?.bot || at !== sends[index - 1]?.at),
    );
  }
  return lanes;
}

/** Whether these are the first of those. */
export const sameEvents = (some: readonly OutageEvent[], all: readonly OutageEvent[]): boolean =>
  some.every((event, index) => event.type === all[index]?.type && event.at === all[index]?.at);

/** It was read before the change, and only what held up its bot kept it from the wire. */
export const underWay = (history: History, send: Send, changedAt: number): boolean =>
  faultsBetween(history, changedAt - SLOWEST_CALL_MS, send.at).some(
    ({ kind }) => kind === 'pause' || (kind === 'store slow' && send.at - changedAt <= REQUEST_LIMIT_MS),
  );

/** A call to a slow store may end after the store has recovered. */
const SLOWEST_CALL_MS = 4_000;
const holdUps = new Set(['pause', 'clock forward', 'store slow']);
/** A bot that was frozen, or whose lease ended because the clock was set, can't know that another one goes on. */
export const excused = (history: History, before: Send, send: Send): boolean =>
  faultsBetween(history, before.at - REQUEST_LIMIT_MS, send.at).some(({ kind }) => holdUps.has(kind));

/** A bot that is held up between the record of a try and the wire sends when it is not counted any more; a clock that was set counts wrong. */
export const countsWereOff = (history: History, from: Instant, to: Instant): boolean =>
  faultsBetween(history, from - SLOWEST_CALL_MS, to).some(({ kind }) => holdUps.has(kind) || kind === 'clock back');

/** Teams' answer to the first did not get into the record before the second began. */
export function answerWasLost(history: History, story: Story, before: Send, send: Send): boolean {
  if (before.answer !== 'taken') return mayBeThere(before);
  const recorded = story.finishes.some(({ key, at, outcome }) => key === send.key && outcome.state === 'done' && at <= send.at);
  return !recorded && faultsBetween(history, before.at, send.at).some(({ kind }) => !kind.startsWith('connector'));
}

/** Where it was reported; of a call, the own chat of its reporter. */
const originOf = ({ origin, reporter }: Pick<Outage, 'origin' | 'reporter'>) =>
  isOwnChat(origin) ? { tenantId: origin.tenantId, conversationId: `person:${reporter.id}` } : origin;

export function roomOf(
  { kind, destination }: Notice,
  outage: Outage,
  events: readonly OutageEvent[],
): { tenantId: string; conversationId: string } {
  if (kind === 'alone') return outage.desk;
  switch (destination.kind) {
    case 'desk':
      return outage.desk;
    case 'queue':
      return outage.request?.queue ?? NOWHERE;
    case 'origin':
      return originOf(outage);
    case 'merged': {
      // It may go on by itself by now: what was sent before went to where it was reported.
      const merged = events.flatMap((event) => (event.type === 'absorbed' ? [event.merged] : [])).find(({ id }) => id === destination.id);
      return merged ? originOf(merged) : NOWHERE;
    }
    // They may have left since, and come back from elsewhere: what was sent went to where they were.
    case 'joined': {
      const joined = joinedIn(events, destination.id);
      return joined ? originOf({ origin: joined.origin, reporter: joined.person }) : NOWHERE;
    }
    // It may have been transferred to another one since.
    case 'team':
      return (
        events.flatMap((event) => (event.type === 'transferred' && event.team.id === destination.id ? [event.team] : []))[0]?.room ??
        NOWHERE
      );
    case 'reporter':
      return { tenantId: outage.origin.tenantId, conversationId: `person:${outage.reporter.id}` };
    case 'person':
      return { tenantId: outage.desk.tenantId, conversationId: formatDestination(destination) };
    case 'following':
      return { tenantId: followedIn(events, destination.id), conversationId: `person:${destination.id}` };
    case 'follower':
      return outage.followers.find(({ id }) => id === destination.id) ?? NOWHERE;
    case 'webhook':
    case 'pager':
      return NOWHERE;
  }
}

/** The tenant of somebody who follows or followed it. */
function followedIn(events: readonly OutageEvent[], personId: string): string {
  const all = events.flatMap((event) => {
    if (event.type === 'followed') return [event];
    return event.type === 'reported' || event.type === 'promoted' || event.type === 'absorbed' ? (event.following ?? []) : [];
  });
  return all.findLast(({ person }) => person.id === personId)?.tenantId ?? '';
}

/** How somebody joined last, here or in an outage that was merged into this one. */
const joinedIn = (events: readonly OutageEvent[], personId: string): Joined | undefined =>
  events
    .flatMap((event) => (event.type === 'joined' || event.type === 'absorbed' ? event.joined : []))
    .findLast(({ person }) => person.id === personId);
const NOWHERE = { tenantId: '', conversationId: '' };
