/**
 * What must hold in every world, each by its name. They look at a history (what was stored, sent, answered) and know
 * nothing of how it came about, so any test that keeps a history can use them.
 */
import { SETTLE_AFTER_MS } from '../../src/engine/delivery/limits.ts';
import { UNNAMED } from '../../src/engine/delivery/send.ts';
import { recordedFrom } from '../../src/engine/ports/outages.ts';
import { formatDestination, isSame, laneOf } from '../../src/outage/destinations.ts';
import type { OutageEvent, OutageEventType } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import { WAITS_FOR_HOURS } from '../../src/outage/follow/chosen.ts';
import { isEdit, isReopening, notices, PRIORITY } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { type Deadline, deadlines, highestRungDue } from '../../src/outage/promise.ts';
import { isOpen } from '../../src/outage/types/outage.ts';
import { OF_THE_API } from './api-invariants.ts';
import { AUDIENCES_READ } from './audience-invariants.ts';
import { CALLS_TAKEN } from './call-invariants.ts';
import { CONVERSATION } from './conversation-invariants.ts';
import {
  AFTER_FAULT_MS,
  answerWasLost,
  arrivedAt,
  clockIsBehind,
  countsWereOff,
  eventsOf,
  excused,
  faultsBetween,
  givenUpRightly,
  hasNoId,
  isDeskOpening,
  isOutward,
  isPing,
  reopenedOf,
  roomOf,
  roundsOf,
  sameEvents,
  sendsByLane,
  told,
  triesByKey,
  underWay,
} from './evidence.ts';
import { FOLLOWING, isUnheard, mayWait } from './follow-invariants.ts';
import type { Send, Story } from './history.ts';
import { type Invariant, invariant, ofEach, same, tooLate, when } from './invariant.ts';
import { JOINING } from './joining-invariants.ts';
import { ladder, missedUpdates, openings } from './lateness.ts';
import { OF_LINKS } from './link-invariants.ts';
import { MONITORS } from './monitors.ts';
import { whoIsCalled } from './on-call-overrides.ts';
import { PAGES } from './page-invariants.ts';
import { CUSTOMERS, customerTenantOf, ENGINEERS } from './people-and-places.ts';
import { PULSES } from './pulse-invariants.ts';
import { isThere, RECEIPTS } from './receipt-invariants.ts';
import { OF_REQUESTS } from './request-invariants.ts';
import { REVIEWS } from './review-invariants.ts';
import { isAskedAgain, SETTLED } from './settled-invariants.ts';
import { leftOutRightly, TAKEN_BACK } from './taken-back-invariants.ts';
import { OF_WEBHOOKS } from './webhook-invariants.ts';

/** What calls people to something that nobody has. */
const CALLS: readonly OutageEventType[] = ['escalated', 'released', 'taken-back', 'objected', 'reopened'];
const BACK: readonly OutageEventType[] = ['released', 'taken-back', 'objected', 'reopened'];
/** What may happen first to something that has ended. */
const AFTER_THE_END: readonly OutageEventType[] = [
  'objected',
  'reopened',
  'pulsed',
  'noted',
  'replied',
  'files-added',
  'ticket-added',
  'ticket-removed',
  'parted',
  'corrected',
  'closed',
  'reviewed',
  'follow-up-due',
  'follow-up-done',
  'drill-ended',
  'place-lost',
  'desk-reached',
  'paged',
  'followed',
  'unfollowed',
];
/** And to a request. */
const TO_A_REQUEST: readonly OutageEventType[] = [
  'answered',
  'promoted',
  'withdrawn',
  'noted',
  'files-added',
  'ticket-added',
  'ticket-removed',
  'corrected',
  'place-lost',
];
const REPORTERS_ONLY: readonly OutageEventType[] = ['corrected', 'objected', 'withdrawn', 'closed', 'replied'];
/** The store gives them in any order. */
const byKind = (all: readonly Deadline[]) => all.toSorted((one, other) => one.kind.localeCompare(other.kind));
const ANYBODYS: readonly OutageEventType[] = ['reported', 'reopened', 'joined', 'left', 'phone-added'];

/** What programs may do, too. */
const PROGRAMS = new Set(MONITORS.map(({ id }) => id));
const REPORTERS = new Set([...CUSTOMERS, ...ENGINEERS].filter(({ roles }) => roles.includes('customer')).map(({ id }) => id));

/** What the record held before this commit. */
const before = ({ commits }: Story, index: number) => recordedFrom(commits.slice(0, index).flatMap(({ events }) => events));

export const INVARIANTS: readonly Invariant[] = [
  ...PAGES,
  ofEach('a stored report is in the thread of its desk', 'lost', (story, outage) =>
    when(arrivedAt(story, `${outage.id}/opening/${outage.request ? 'queue' : 'desk'}/1`) === null, 'the desk never saw it'),
  ),
  ...OF_REQUESTS,
  ...CONVERSATION,
  ...REVIEWS,
  ofEach('a report that was answered is stored', 'lost', (story) =>
    when(story.held.events.length === 0 && story.presses.some(({ outcome }) => outcome?.ok), 'somebody was told that it arrived'),
  ),
  ofEach('what had to be told was told, overtaken, or refused by Teams for good', 'lost', (story) =>
    story.held.deliveries.flatMap(({ key, state }) => {
      if (isOutward(key)) return [];
      if (state === 'done') return when(arrivedAt(story, key) === null, `${key} is recorded as sent, but Teams never had it`);
      return when(state === 'failed' && !givenUpRightly(story, key), `${key} was given up without a reason`);
    }),
  ),
  ofEach('only what events have overtaken is left out', 'lost', (story, _outage, history) => {
    const events = new Map(told(story).map(({ notice, event }) => [notice.key, { notice, event }]));
    return story.held.deliveries.flatMap(({ key, state }) => {
      if (isOutward(key)) return [];
      const one = events.get(key);
      const skipped = story.finishes.find((finish) => finish.key === key && finish.outcome.state === 'skipped');
      const skippedAt = skipped?.at;
      const then = story.commits.findLast(({ at }) => skippedAt !== undefined && at <= skippedAt)?.outage;
      if (one?.notice.kind === 'alone')
        return when(state === 'skipped' && !leftOutRightly(story, one.notice, one.event, then), `${key} was left out`);
      const isUnnamed = key.includes('/state/') && skippedAt !== undefined && hasNoId(story, key, skippedAt);
      if (one && isUnheard(history, story, one.notice, then, skipped)) return [];
      // A thread that could not be begun anew, or took a message in the end.
      if (reopenedOf(key) !== null || isUnnamed) return [];
      // The clock on what was posted anew since is later than that of the edit.
      const isClock = one?.notice.kind === 'state' && one.notice.priority === PRIORITY.settled && skippedAt !== undefined;
      const place = key.replace(/\/\d+$/, '/').replace('/state/', '/opening/');
      const isAnew = (other: string) =>
        reopenedOf(other) !== null && other.startsWith(place) && (arrivedAt(story, other) ?? Infinity) <= (skippedAt ?? 0);
      if (isClock && story.held.deliveries.some((other) => isAnew(other.key))) return [];
      const late =
        one && then && (overtaken(one.notice, then, one.event) || (one.event.type === 'desk-unreached' && isThere(story, skippedAt)));
      // Whether the edit of a ping was left out rightly, SETTLED knows.
      return when(state === 'skipped' && !late && one?.notice.kind !== 'settled', `${key} was left out`);
    });
  }),
  ofEach('every step of the ladder is told in time, or somebody took it first', 'late', (story, outage, history) =>
    tooLate(history, ladder(story, outage, history)),
  ),
  ofEach('a stored report reaches its desk in time', 'late', (story, outage, history) => tooLate(history, openings(story, outage))),
  ofEach('an owner is asked for a missed update in time', 'late', (story, outage, history) =>
    tooLate(history, missedUpdates(story, outage, history)),
  ),
  ofEach('nobody is pinged about an outage that somebody took', 'after-acknowledgement', (story, _outage, history) => {
    const rounds = roundsOf(story);
    const calls = new Map(
      told(story).flatMap(({ notice, event, storedAt }) => {
        const round = CALLS.includes(event.type) && isPing(notice) ? rounds.findLast((one) => one.storedAt <= storedAt) : undefined;
        return round?.takenAt ? [[notice.key, round.takenAt]] : [];
      }),
    );
    return story.sends.flatMap((send) => {
      const taken = calls.get(send.key) ?? Number.POSITIVE_INFINITY;
      const wrong = send.at > taken && !underWay(history, send, taken);
      return when(wrong, `${send.key} was sent ${send.at - taken} ms after it was taken`);
    });
  }),
  ofEach('a message is there once, unless its answer was lost', 'doubled', (story, _outage, history) =>
    [...triesByKey(story).values()].flatMap((tries) => {
      const there = tries.filter(({ acceptedAt, notice }) => acceptedAt !== null && !isEdit(notice));
      return there.slice(1).flatMap((send, index) => {
        const before = there[index] ?? send;
        return when(!answerWasLost(history, story, before, send), `${send.key} was posted again although Teams had answered`);
      });
    }),
  ),
  ofEach('a repeat says that it is one', 'doubled', (story) =>
    [...triesByKey(story).values()].flatMap((tries) =>
      tries.flatMap((send, index) => {
        const another = tries.slice(0, index).some(({ acceptedAt }) => acceptedAt !== null);
        return when(!isEdit(send.notice) && another && !send.repeated, `${send.key} was there already, and the label is missing`);
      }),
    ),
  ),
  ofEach('a message is repeated once at the most, but for the opening at the desk', 'doubled', (story) =>
    [...triesByKey(story)].flatMap(([key, tries]) => {
      const notice = tries[0]?.notice;
      const there = tries.filter(({ acceptedAt }) => acceptedAt !== null).length;
      return when(!!notice && !isEdit(notice) && !isDeskOpening(notice) && there > 2, `${key} is there ${there} times`);
    }),
  ),
  ofEach('news of an outage keep their order in each place', 'wrong', (story, outage) => {
    const arrived = told(story).flatMap(({ notice }) => {
      const at = notice.kind === 'news' || notice.kind === 'ping' ? arrivedAt(story, notice.key) : null;
      return at === null ? [] : [{ ...notice, at }];
    });
    return arrived.flatMap((one) =>
      arrived.flatMap((later) => {
        const wrong =
          isSame(later.destination, one.destination) &&
          later.seq > one.seq &&
          later.priority >= one.priority &&
          later.at < one.at &&
          !mayWait(one, outage, story.held.events);
        return when(wrong, `${later.key} came before ${one.key}`);
      }),
    );
  }),
  ofEach('a thread is begun anew only when it refused twice, and what it refused comes there', 'wrong', (story) =>
    story.sends.flatMap((send) => {
      if (!isReopening(send.notice) || send.acceptedAt === null || send.key.endsWith(`/${UNNAMED}`)) return [];
      const { destination } = send.notice;
      const lost = send.key.slice(send.key.lastIndexOf('/'));
      const isInThread = ({ conversationId }: Send) => conversationId.endsWith(`;messageid=${lost.slice(1)}`);
      const ofChat = ({ notice, conversationId }: Send) => notice.kind === 'state' && !conversationId.includes(';messageid=');
      const before = story.sends.filter(
        (one) => one.at < send.at && isSame(one.notice.destination, destination) && (isInThread(one) ? !isEdit(one.notice) : ofChat(one)),
      );
      // What Teams refuses for the moment in between changes nothing of that.
      const answers = before.filter(({ answer }) => !answer.startsWith('refused') && !answer.startsWith('ambiguous'));
      return when(!answers.slice(-2).every(({ answer }) => answer.startsWith('never')), `${send.key} came without need`);
    }),
  ),
  ofEach('an outage has one owner', 'wrong', (story) => {
    // It is taken once each time that it is on the ladder, and handed over only by the one who has it.
    let owner: string | null = null;
    return eventsOf(story).flatMap((event) => {
      if (event.type === 'acknowledged') {
        const before = owner;
        owner = event.by.id;
        return when(before !== null, `${owner} took it from ${before}`);
      }
      const handed = event.type === 'handed-over';
      const wrong = handed && event.from.id !== owner;
      if (handed) owner = event.by.id;
      if (BACK.includes(event.type)) owner = null;
      return when(wrong, 'it was handed over by somebody who did not have it');
    });
  }),
  ofEach('who comes too late is told who won', 'wrong', (story) =>
    story.presses.flatMap(({ outcome }) => {
      if (!outcome || outcome.ok || outcome.rejection.type !== 'already-acknowledged') return [];
      const { by, at } = outcome.rejection;
      const won = story.commits.some(
        ({ outage }) => outage.state === 'acknowledged' && outage.owner.id === by.id && outage.ownerSince === at,
      );
      return when(!won, 'the loser was told somebody else');
    }),
  ),
  ofEach('whoever was told "done" finds it in the record', 'lost', (story) =>
    story.presses.flatMap(({ outcome }) => {
      if (!outcome?.ok) return [];
      const { events } = outcome.recorded;
      return when(!same(events, story.held.events.slice(0, events.length)), 'an answer told of events that are not there');
    }),
  ),
  ofEach('the record holds what was stored, and nothing else', 'lost', (story) =>
    when(!same(eventsOf(story), story.held.events), `${eventsOf(story).length} events were stored, ${story.held.events.length} are there`),
  ),
  ofEach('the row is the fold of the events', 'wrong', (story) => {
    const fold = replay(story.held.events);
    const { row } = story.held;
    return when(!fold || !row || row.state !== fold.state || row.version !== fold.version || row.number !== fold.number, 'it is not');
  }),
  ofEach('versions have no gaps', 'wrong', (story) =>
    story.commits.flatMap(({ events, outage }, index) =>
      when(outage.version !== (story.commits[index - 1]?.outage.version ?? 0) + events.length, `a gap before version ${outage.version}`),
    ),
  ),
  ofEach('the deliveries of an outage are exactly the notices of its events', 'lost', (story) => {
    const expected = story.commits.flatMap(({ events, outage }, index) =>
      notices(events, outage, before(story, index)).map((notice) => `${notice.key} in ${laneOf(notice, outage)} after ${notice.after}`),
    );
    const held = story.held.deliveries
      .filter(({ key }) => reopenedOf(key) === null)
      .map(({ key, lane, after }) => `${key} in ${lane} after ${after}`);
    const missing = expected.filter((one) => !held.includes(one));
    const added = held.filter((one) => !expected.includes(one));
    return when(!same(expected, held), `missing: ${missing.join(', ')}; added: ${added.join(', ')}`);
  }),
  ofEach('the deadlines of an outage are those of its state', 'lost', (story, outage) => {
    const [held, expected] = [story.held.deadlines, deadlines(outage)].map(byKind);
    return when(!same(expected, held), `${JSON.stringify(held)} instead of ${JSON.stringify(expected)}`);
  }),
  invariant('numbers have no gaps, and each is given once', 'wrong', ({ stories }) => {
    const rows = [...stories.values()].flatMap(({ id, held }) =>
      held.row && held.row.number > 0 ? [{ id, number: held.row.number }] : [],
    );
    const sorted = rows.sort((one, other) => one.number - other.number);
    return sorted.flatMap(({ id, number }, index) =>
      number === 1001 + index ? [] : [{ outageId: id, text: `it is ${number}, not ${1001 + index}` }],
    );
  }),
  ofEach('the end is the end', 'wrong', (story) => {
    return story.commits.flatMap(({ events }, index) => {
      const before = story.commits[index - 1]?.outage;
      const first = events[0]?.type ?? 'noted';
      const may = before?.state === 'requested' ? TO_A_REQUEST : AFTER_THE_END;
      const leaves = before?.state === 'merged' && first === 'left';
      return when(!!before && !isOpen(before) && !leaves && !may.includes(first), `'${first}' happened when it was ${before?.state}`);
    });
  }),
  ofEach('only engineers do what is the desk’s, and only the reporter what is theirs', 'wrong', (story, outage) =>
    eventsOf(story).flatMap((event) => {
      if (!('by' in event) || !event.by) return [];
      const { by, type } = event;
      const class_ = type === 'corrected' && 'scenario' in event.changes;
      const reporters = !class_ && REPORTERS_ONLY.includes(type);
      // Those who are affected write to the desk too, and reporters say of what was merged that it is something else.
      const isTheirs = (one: OutageEvent) =>
        (one.type === 'joined' && one.by.id === by.id) ||
        (one.type === 'absorbed' && [one.merged.reporter, ...one.joined.map(({ person }) => person)].some(({ id }) => id === by.id));
      const said =
        (type === 'noted' || type === 'pulsed' || (type === 'files-added' && !event.shared)) &&
        (by.id === outage.reporter.id || eventsOf(story).some(isTheirs));
      const ofTheirs = (one: OutageEvent) =>
        one.type === 'absorbed' && type === 'parted' && event.ids.includes(one.merged.id) && one.merged.reporter.id === by.id;
      const engineers =
        ENGINEERS.some(({ id }) => id === by.id) || said || (type === 'noted' && PROGRAMS.has(by.id)) || eventsOf(story).some(ofTheirs);
      const right = reporters ? by.id === outage.reporter.id : engineers;
      return when(!right && !ANYBODYS.includes(type), `${type} by somebody else`);
    }),
  ),
  ofEach('a file is recorded once, and shown to others than the desk only by an engineer', 'wrong', (story) => {
    const added = eventsOf(story).flatMap((event) => (event.type === 'files-added' ? [event] : []));
    const ids = added.flatMap(({ files }) => files.map(({ id }) => id));
    const own = added.filter(({ shared, by }) => shared && ENGINEERS.every(({ id }) => id !== by.id));
    return when(new Set(ids).size < ids.length, 'one was recorded twice').concat(when(own.length > 0, 'a customer showed one to all'));
  }),
  ofEach('only customers report, and only engineers drill', 'wrong', (story) =>
    eventsOf(story).flatMap((event) => {
      const isCall = event.type === 'reported' && (event.takenBy?.id === event.by.id || PROGRAMS.has(event.by.id));
      const may =
        event.type === 'reported' && (event.drill ? ENGINEERS.some(({ id }) => id === event.by.id) : isCall || REPORTERS.has(event.by.id));
      return event.type === 'reported' ? when(!may, `${event.by.id} did`) : [];
    }),
  ),
  invariant('a rejected action writes nothing', 'wrong', ({ rejectedWrites }) =>
    rejectedWrites.map((outageId) => ({ outageId, text: 'it did' })),
  ),
  ofEach('late steps are one message, and none is early', 'wrong', (story) =>
    story.commits.flatMap(({ events }, index) => {
      const before = story.commits[index - 1]?.outage;
      const event = events.findLast(({ type }) => type === 'escalated');
      if (event?.type !== 'escalated' || !before) return [];
      const highest = highestRungDue(before.ladder, before.ladderFrom, event.at);
      return when(event.rung !== highest || before.rungsPassed > event.rung, `rung ${event.rung}, ${highest} was due`);
    }),
  ),
  ofEach('a merge is on the record of both, and who reported what was merged hears of the other', 'lost', (story, _outage, { stories }) =>
    eventsOf(story).flatMap((event) => {
      if (event.type !== 'merged') return [];
      const other = stories.get(event.into.id);
      const absorbed = other ? eventsOf(other).some((one) => one.type === 'absorbed' && one.merged.id === story.id) : false;
      return when(!absorbed, `${event.into.id} knows nothing of it`);
    }),
  ),
  whoIsCalled,
  ...JOINING,
  ...FOLLOWING,
  ...PULSES,
  ...OF_THE_API,
  ...CALLS_TAKEN,
  ofEach('nothing is sent before it is stored', 'wrong', (story) => {
    const stored = new Map(told(story).map(({ notice, storedAt }) => [notice.key, storedAt]));
    const firstAt = (key: string) => story.begins.find((begin) => begin.key === key && reopenedOf(key) !== null)?.at;
    return story.sends.flatMap(({ key, at }) => when((stored.get(key) ?? firstAt(key) ?? Number.POSITIVE_INFINITY) > at, `${key} was`));
  }),
  ofEach('every try is recorded before the wire', 'wrong', (story) =>
    [...triesByKey(story)].flatMap(([key, tries]) =>
      tries.flatMap(({ at }, index) =>
        when(story.begins.filter((begin) => begin.key === key && begin.at <= at).length <= index, `try ${index + 1} of ${key} was not`),
      ),
    ),
  ),
  ofEach('what people are told is what is true', 'wrong', (story, _outage, history) =>
    story.sends.flatMap((send) => {
      const { drawn, storedVersion } = send;
      const prefix = sameEvents(drawn.events, eventsOf(story));
      const changedAt = story.commits.find(({ outage }) => outage.version > drawn.outage.version)?.at ?? send.at;
      // In the same moment it was read before, and was on its way already.
      const stale = storedVersion > drawn.outage.version && changedAt < send.at && !underWay(history, send, changedAt);
      return when(!prefix || stale, `${send.key} told of version ${drawn.outage.version} when it was ${storedVersion}`);
    }),
  ),
  ofEach('nothing goes to a wrong tenant or conversation', 'wrong', (story, outage) =>
    story.sends.flatMap(({ key, notice, tenantId, conversationId }) => {
      const room = roomOf(notice, outage, eventsOf(story));
      return when(
        tenantId !== room.tenantId || conversationId.split(';')[0] !== room.conversationId.split(';')[0],
        `${key} went to ${conversationId}`,
      );
    }),
  ),
  ofEach('nothing of a customer is in the tenant of another one', 'wrong', (story, outage) => {
    const project = Number(outage.report.project.id.slice('project-'.length));
    const theirs = [outage.desk.tenantId, customerTenantOf(project)];
    return story.sends.flatMap(({ key, notice, tenantId }) => {
      // What was merged, and who joined that, may be of another customer, who hears of it there; a team is the desk's own.
      const { kind } = notice.destination;
      const part = kind === 'merged' || kind === 'joined' || kind === 'team' ? roomOf(notice, outage, eventsOf(story)).tenantId : '';
      return when(![...theirs, ...(part ? [part] : [])].includes(tenantId), `${key} went to ${tenantId}`);
    });
  }),
  invariant('a conversation has one sender at a time', 'wrong', (history) =>
    [...sendsByLane(history).values()].flatMap((sends) =>
      sends.slice(1).flatMap((send, index) => {
        const before = sends[index] ?? send;
        const wrong = before.endedAt > send.at && !excused(history, before, send);
        return wrong
          ? [{ outageId: send.notice.outageId, text: `${send.key} (${send.bot}) was sent while ${before.key} (${before.bot}) was out` }]
          : [];
      }),
    ),
  ),
  invariant('a lane is claimed when it is free, and its fence grows', 'wrong', ({ claims }) =>
    [...claims].flatMap(([lane, list]) =>
      list.slice(1).flatMap((claim, index) => {
        const before = list[index] as (typeof list)[number];
        // By either clock, because after the clock was set back leases count from the new time.
        const over = before.leaseUntil <= claim.storeAt || before.at + (before.leaseUntil - before.storeAt) <= claim.at;
        const free = over || (before.releasedAt !== null && before.releasedAt <= claim.at);
        return free && claim.fence > before.fence
          ? []
          : [{ outageId: '', text: `${lane} was claimed by ${claim.bot} while ${before.bot} had it` }];
      }),
    ),
  ),
  invariant('nobody begins to send with a claim that another one has overtaken', 'wrong', ({ stories, claims }) => {
    const heirs = new Map([...claims].flatMap(([lane, list]) => list.map((claim) => [`${lane} ${claim.fence - 1}`, claim])));
    return [...stories.values()].flatMap(({ id, begins, commits }) => {
      const lanes = new Map(commits.flatMap(({ notices }) => notices.map(({ key, lane }) => [key, lane])));
      return begins.flatMap(({ key, fence, at, bot }) => {
        const heir = heirs.get(`${lanes.get(key)} ${fence}`);
        return heir && heir.at < at ? [{ outageId: id, text: `${bot} began ${key} when ${heir.bot} had claimed its lane` }] : [];
      });
    });
  }),
  invariant('a conversation rests for as long as Teams asks', 'wrong', (history) =>
    [...sendsByLane(history).values()].flatMap((sends) =>
      sends.flatMap((rest, index) => {
        const { restUntil } = rest;
        if (restUntil === null) return [];
        const next = sends.slice(index + 1).find(({ at }) => at >= rest.endedAt);
        const early =
          next && next.at < restUntil && faultsBetween(history, rest.at, next.at).every(({ kind }) => kind.startsWith('connector'));
        // A bot that starts while the clock is behind can't know for how long Teams asked, and asks again.
        return early && !clockIsBehind(history, next.at)
          ? [{ outageId: next.notice.outageId, text: `${next.key} was sent during the rest after ${rest.key}` }]
          : [];
      }),
    ),
  ),
  invariant("nobody's limit is exceeded", 'wrong', (history) =>
    history.exceeded.flatMap(({ at, outageId, scope, limit, waitMs }) => {
      const text = `${scope} got more than ${limit.requests} in ${limit.withinMs} ms, ${waitMs} ms too early`;
      return countsWereOff(history, at - limit.withinMs, at) ? [] : [{ outageId, text }];
    }),
  ),
  ofEach('the outbox is empty in the end', 'lost', (story, outage, history) =>
    story.held.deliveries.flatMap(({ key, state, createdAt, after, error }) => {
      if (error?.startsWith(WAITS_FOR_HOURS)) return [];
      const blocked = story.held.deliveries.some((one) => one.key === after && one.state === 'failed');
      const waits = AFTER_FAULT_MS + (key.includes('/settled/') ? SETTLE_AFTER_MS : 0);
      // It came back before that was edited, and asks again until somebody takes it.
      if (key.includes('/settled/') && isAskedAgain(outage)) return [];
      return when(state === 'waiting' && !blocked && createdAt < history.end.storeAt - waits, `${key} still waits`);
    }),
  ),
  ofEach('the card of the desk shows the present state in the end', 'wrong', (story, outage) => {
    // A request has its card in the queue, and another one at the desk once it is an outage.
    const places = outage.request ? ['queue', ...(outage.request.promoted ? ['desk'] : [])] : ['desk'];
    return places.flatMap((place) => {
      const shown = story.sends.findLast(
        (s) =>
          s.acceptedAt !== null &&
          formatDestination(s.notice.destination) === place &&
          (s.notice.kind === 'state' || isDeskOpening(s.notice)),
      );
      const refused = story.held.deliveries.some(
        ({ key, state }) =>
          key.includes(`/state/${place}/`) &&
          (state === 'failed' || (state === 'skipped' && hasNoId(story, key, Number.POSITIVE_INFINITY))),
      );
      return when(
        !refused && (shown?.drawn.outage.version ?? 0) < outage.lastChange.version,
        `in the ${place} it shows version ${shown?.drawn.outage.version}`,
      );
    });
  }),
  ...RECEIPTS,
  ...SETTLED,
  ...TAKEN_BACK,
  ...OF_LINKS,
  ...AUDIENCES_READ,
  ...OF_WEBHOOKS,
];
