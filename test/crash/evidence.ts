/** Puts the connector's received and the database's contents together: the history that the simulation's invariants read. */

import { createRenderer } from '../../src/cards/render.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type Recorded, recordedFrom } from '../../src/engine/ports/outages.ts';
import { laneOf } from '../../src/outage/destinations.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import { isEdit, isReopening, type Notice, notices } from '../../src/outage/notices.ts';
import type { Deadline } from '../../src/outage/promise.ts';
import { outageName } from '../../src/outage/types/outage.ts';
import { recordedAfter } from '../../src/store/outages/record.ts';
import { en } from '../../src/words/en/index.ts';
import { isOutward, reopenedOf } from '../simulation/evidence.ts';
import { type Commit, createHistory, type DeliveryRow, type History, type Send, type Story } from '../simulation/history.ts';
import { pageTaken } from '../simulation/simulated-pagers.ts';
import { objectId } from '../support/bot/users.ts';
import { isAlarm } from '../support/cards/alarms.ts';
import type { Database, Row } from './databases.ts';
import { CHATS } from './people.ts';
import { personOf } from './programs.ts';
import type { ReceivedMessage } from './received-messages.ts';
import type { Ran } from './world.ts';

export type Evidence = {
  readonly history: History;
  readonly ran: Ran;
  readonly names: ReadonlyMap<number, string>;
  /** Posts of the engine that belong to no notice: nobody knows why they were sent. */
  readonly strays: readonly ReceivedMessage[];
  readonly rows: { readonly deliveries: readonly Row[]; readonly events: readonly Row[] };
};

type Held = { notice: Notice & { lane: string }; row: Row };
/** The answer did not come to the bot, or not as one. */
const AMBIGUOUS = new Set([
  '500',
  '500 after it was taken',
  'a proxy answered',
  'reset',
  'reset after it was taken',
  'no answer',
  'no answer after it was taken',
]);

/** Teams takes it neither now nor later. */
const NEVER = new Set(['400', '403', '404']);
const failureOf = (fault: string) => (NEVER.has(fault) ? 'never' : AMBIGUOUS.has(fault) ? 'ambiguous' : 'refused');

/** A bot that had its answer records it within this time, or something was killed. */
const RECORD_MS = 3_000;
/** Whether something was killed before the answer to what came at `from` and was answered at `until` can be taken as recorded. */
export const isCutOff = ({ downtimes }: Ran, from: number, until: number): boolean =>
  downtimes.some((away) => away.from <= until + RECORD_MS && away.until >= from);

export async function gather(database: Database, ran: Ran, desk: Desk): Promise<Evidence> {
  const [events, outages, deliveries, deadlines, personal] = await Promise.all([
    database.rows('select outage_id, seq, at, data, client from outage_event order by outage_id, seq'),
    database.rows('select * from outage order by number'),
    database.rows('select * from delivery order by outage_id, position'),
    database.rows('select * from deadline'),
    database.rows('select outage_id, token, value from personal'),
  ]);
  const history = createHistory('crash', 0);
  history.end = { at: ran.endedAt, storeAt: ran.endedAt };
  for (const { kind, from, until, what } of ran.downtimes) history.faults.push({ kind, from, until, detail: what });
  const names = new Map<number, string>();
  const byOutage = group(deliveries);
  const eventsOf = group(events);
  const deadlinesOf = group(deadlines);
  const personalOf = group(personal);
  const held = new Map<string, { recorded: Recorded; deliveries: Held[] }>();
  for (const row of outages) {
    const id = String(row.id);
    names.set(Number(row.number), id);
    const recorded = recordOf(eventsOf.get(id) ?? [], personalOf.get(id) ?? []);
    const own = recorded?.events ?? [];
    const story = history.story(id);
    const clients = (eventsOf.get(id) ?? []).map((row) => textIn(row, 'client') ?? undefined);
    story.commits.push(...commitsOf(own, clients));
    const rows = byOutage.get(id) ?? [];
    story.held = {
      events: own,
      row: { state: String(row.state), number: Number(row.number), version: Number(row.version) },
      deliveries: rows.map(deliveryOf),
      deadlines: (deadlinesOf.get(id) ?? []).map(({ kind, due_at }) => ({ kind, dueAt: Number(due_at) }) as Deadline),
    };
    addAttempts(story, rows);
    const noticed = story.commits.flatMap((commit) => commit.notices);
    const known = rows.flatMap((one) => {
      const { key, after } = deliveryOf(one);
      if (isOutward(key)) return [];
      const notice = noticed.find((notice) => notice.key === (reopenedOf(key) ?? key));
      return notice ? [{ notice: { ...notice, key, after }, row: one }] : [];
    });
    if (recorded) held.set(id, { recorded, deliveries: known });
  }
  addPrograms(history, ran, names);
  const strays = matchSends({ history, ran, names, held, desk });
  return { history, ran, names, strays, rows: { deliveries, events } };
}

/** The record of an outage, read as the bot reads it. */
function recordOf(events: readonly Row[], personal: readonly Row[]): Recorded | null {
  const values = new Map(personal.map(({ token, value }) => [String(token), String(value)]));
  const notAppended = { salt: null, tokens: new Map<string, string>(), fresh: new Map<string, string>(), head: '' };
  return recordedAfter(
    null,
    events.map(({ data }) => String(data)),
    values,
    notAppended,
  );
}

/** How often each delivery was begun, and how it ended. */
function addAttempts({ begins, finishes }: Story, rows: readonly Row[]): void {
  for (const one of rows) {
    const { key, state, done_at: doneAt, attempts } = one;
    for (let tries = Number(attempts); tries > 0; tries--) begins.push({ bot: '', key: String(key), fence: 0, at: 0, storeAt: 0 });
    const moment = { at: Number(doneAt), storeAt: Number(doneAt), key: String(key) };
    if (state === 'done') finishes.push({ ...moment, outcome: { state, posted: postedBy(one) } });
    if (state === 'skipped') finishes.push({ ...moment, outcome: { state } });
  }
}

/** What pagers took, and what the monitor was answered. */
function addPrograms(history: History, { paged, posted }: Ran, names: ReadonlyMap<number, string>): void {
  for (const { at, isLost: lost, for: what } of paged) {
    const story = history.story(what.outageId);
    story.pages.push({ at, lost, ...pageTaken(what, story.held.events, personOf) });
  }
  const idOf = (name: string) => names.get(Number(name.slice('OUT-'.length))) ?? null;
  for (const { requestId, numbers } of posted)
    history.api.push({ requestId, answers: numbers.map((name) => ({ outageId: idOf(name), ok: true })) });
}

function group(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ outage_id }) => String(outage_id));
}

/** What was stored in one transaction has one time. Of a crowd several may join within a millisecond, each in a transaction of their own. */
function commitsOf(events: readonly OutageEvent[], clients: readonly (string | undefined)[]): Commit[] {
  const commits: Commit[] = [];
  for (let from = 0; from < events.length; ) {
    const at = events[from]?.at ?? 0;
    const isAlone = events[from]?.type === 'joined';
    const next = events.findIndex(({ at: later, type }, index) => index > from && (later !== at || isAlone || type === 'joined'));
    const to = next < 0 ? events.length : next;
    const outage = replay(events.slice(0, to));
    const own = events.slice(from, to);
    const before = recordedFrom(events.slice(0, from));
    const client = clients[from];
    from = to;
    if (!outage) continue;
    const told = notices(own, outage, before).map((notice) => ({ ...notice, lane: laneOf(notice, outage) }));
    commits.push({ at, storeAt: at, bot: '', events: own, outage, notices: told, client });
  }
  return commits;
}

const textIn = (row: Row, name: string): string | null => (row[name] === null ? null : String(row[name]));
const postedBy = (row: Row) => ({ conversationId: textIn(row, 'conversation_id') ?? '', activityId: textIn(row, 'activity_id') });

function deliveryOf(row: Row): DeliveryRow {
  const text = (name: string) => textIn(row, name);
  return {
    key: String(row.key),
    lane: String(row.lane),
    after: text('after_key'),
    state: String(row.state),
    createdAt: Number(row.created_at),
    attempts: Number(row.attempts),
    repeats: Number(row.repeats),
    error: text('error'),
  };
}

type Matching = {
  history: History;
  ran: Ran;
  names: ReadonlyMap<number, string>;
  held: ReadonlyMap<string, { recorded: Recorded; deliveries: readonly Held[] }>;
  desk: Desk;
};

/** Finds the notice of every post and edit of the engine; gives the posts that have none. */
function matchSends({ history, ran, names, held, desk }: Matching): readonly ReceivedMessage[] {
  const render = createRenderer(desk);
  const strays: ReceivedMessage[] = [];
  // What is told in a thread need not say the number again.
  const threads = new Map(ran.received.all.filter(isOpening).map((one) => [one.conversationId, numberIn(one)]));
  for (const one of ran.received.all) {
    if (one.kind === 'answer' || one.kind === 'chat' || isAlarm(one.summary) || isAnswerElsewhere(one)) continue;
    const told = isDigest(one) ? pingsOf(one, names, held) : noticeOf(one);
    for (const { notice, recorded } of told) history.story(notice.outageId).sends.push(sendOf(one, notice, recorded, ran));
    if (one.kind === 'post' && told.length < (isDigest(one) ? DIGEST_FROM : 1)) strays.push(one);
  }
  return strays;

  function noticeOf(one: ReceivedMessage) {
    if (one.kind === 'edit' && isList(one)) return listEditOf(one, names, held);
    const id = names.get(numberIn(one) ?? threads.get(one.conversationId) ?? 0) ?? '';
    const outage = held.get(id);
    const found = outage && (one.kind === 'edit' ? editOf(one, outage) : postOf(one, outage, render));
    return outage && found ? [{ notice: found.notice, recorded: outage.recorded }] : [];
  }
}

/**
 * An answer to what was begun by slash in a room, where Teams refused a message for one person: it is in their own chat. All that
 * the engine sends there by a notice names an outage.
 */
const isAnswerElsewhere = (one: ReceivedMessage): boolean => one.conversationId.startsWith('a:chat-with-') && numberIn(one) === null;

const DIGEST_FROM = 3;
/** Of outages that wait for an acknowledgement, some or all of them, or for an update. */
const isDigest = ({ kind, summary }: ReceivedMessage) =>
  kind === 'post' && [en.digest.heading, en.digest.updates].some((say) => summary === say(Number.parseInt(summary, 10)));
/** Also when some of its outages were taken, or all. */
const isList = ({ summary }: ReceivedMessage) =>
  [en.digest.heading, en.digest.updates, en.digest.settled].some((say) =>
    [1, Number.parseInt(summary, 10)].some((count) => summary === say(count)),
  );

const namedIn = ({ text }: ReceivedMessage, names: Matching['names'], held: Matching['held']) =>
  [...new Set([...text.matchAll(/OUT-(\d+)/g)].map(([, number]) => Number(number)))].flatMap(
    (number) => held.get(names.get(number) ?? '') ?? [],
  );

/** The edit of a digest is that of one of its outages: the one that was recorded next. */
function listEditOf(one: ReceivedMessage, names: Matching['names'], held: Matching['held']) {
  const edits = namedIn(one, names, held).flatMap((outage) => {
    const found = editOf(one, { ...outage, deliveries: outage.deliveries.filter(({ notice }) => notice.kind === 'settled') });
    return found ? [{ notice: found.notice, recorded: outage.recorded, doneAt: Number(found.row.done_at) }] : [];
  });
  return edits.sort((a, b) => a.doneAt - b.doneAt).slice(0, 1);
}

/** The pings that a digest told: of each outage that it names, the one that was recorded with it, else the latest there. */
function pingsOf(one: ReceivedMessage, names: Matching['names'], held: Matching['held']) {
  return namedIn(one, names, held).flatMap(({ recorded, deliveries }) => {
    const pings = deliveries.filter(
      ({ notice, row }) =>
        (notice.kind === 'ping' || notice.kind === 'direct') &&
        isIn(one, placeOf(row), recorded) &&
        Number(row.created_at) <= one.arrivedAt,
    );
    const told = pings.find(({ row }) => one.taken && row.activity_id === one.id) ?? pings.at(-1);
    return told ? [{ notice: told.notice, recorded }] : [];
  });
}

const isOpening = ({ kind, taken, conversationId, id }: ReceivedMessage) =>
  kind === 'post' && taken && conversationId.endsWith(`;messageid=${id}`);

function numberIn({ summary, text }: ReceivedMessage): number | null {
  const found = /OUT-(\d+)/.exec(summary) ?? /OUT-(\d+)/.exec(text);
  return found ? Number(found[1]) : null;
}

function sendOf(one: ReceivedMessage, notice: Notice & { lane: string }, recorded: Recorded, ran: Ran): Send {
  const acceptedAt = one.taken ? one.at : null;
  return {
    bot: '',
    key: notice.key,
    notice,
    lane: notice.lane,
    fence: null,
    at: one.arrivedAt,
    storeAt: one.arrivedAt,
    repeated: one.text.includes(en.news.repeated),
    drawn: recorded,
    storedVersion: recorded.outage.version,
    tenantId: recorded.outage.desk.tenantId,
    conversationId: one.conversationId,
    acceptedAt,
    acceptedStoreAt: acceptedAt,
    endedAt: one.at,
    answer: one.fault === null ? 'taken' : answerOf(one, one.fault, ran),
    restUntil: null,
    only: null,
    gone: false,
  };
}

/** A refusal that could not be recorded looks like no answer. */
const answerOf = ({ arrivedAt, at }: ReceivedMessage, fault: string, ran: Ran): string =>
  failureOf(fault) === 'refused' && isCutOff(ran, arrivedAt, at) ? `ambiguous ${fault}, then killed` : `${failureOf(fault)} ${fault}`;

const isWithin = ({ arrivedAt, at }: ReceivedMessage, row: Row) => Number(row.created_at) <= arrivedAt && Number(row.done_at) >= at - 1;
const placeOf = (row: Row) => String(row.place);

/** The edit of a message that was recorded next after this one came; none when that one was stored later. Of one that failed no id is recorded. */
function editOf(one: ReceivedMessage, { recorded, deliveries }: { recorded: Recorded; deliveries: readonly Held[] }): Held | undefined {
  const isOf = (row: Row) => (one.taken ? row.activity_id === one.id : isIn(one, placeOf(row), recorded));
  return deliveries
    .filter(({ row, notice }) => isEdit(notice) && Number(row.attempts) > 0 && isOf(row) && isWithin(one, row))
    .sort((a, b) => Number(a.row.done_at) - Number(b.row.done_at))[0];
}

function postOf(
  one: ReceivedMessage,
  { recorded, deliveries }: { recorded: Recorded; deliveries: readonly Held[] },
  render: ReturnType<typeof createRenderer>,
) {
  const byId = one.taken ? deliveries.find(({ row, notice }) => !isEdit(notice) && row.activity_id === one.id) : undefined;
  if (byId) return byId;
  const here = deliveries.filter(({ row, notice }) => !isEdit(notice) && isIn(one, placeOf(row), recorded));
  const isAnew = one.text.includes(en.news.begunAnew);
  const openings = here.filter(({ notice }) => notice.kind === 'opening' && isReopening(notice) === isAnew);
  const opens = openings.find(({ notice }) => isDrawnOnTheWay(one, notice, recorded, render));
  if (opens) return opens;
  const joined = here.filter(({ notice }) => recorded.events[notice.seq - 1]?.type === 'joined');
  // Drawn from how many had joined then. They come in order, so it is the first that was not recorded yet.
  if (isJoinNews(one, recorded)) return joined.find(({ row }) => isWithin(one, row) || row.done_at === null);
  const same = here.filter(({ notice }) => {
    if (notice.kind === 'opening' || Number(recorded.events[notice.seq - 1]?.at) > one.arrivedAt) return false;
    const event = recorded.events[notice.seq - 1];
    if (event && 'text' in event && !one.text.includes(event.text)) return false;
    return render(notice, recorded, { now: one.at, repeated: false }).summary === one.summary;
  });
  // The latest of those that say the same ("still not acknowledged").
  return same.at(-1);
}

/** An opening says how the outage stands when it is sent, and a later event may have come since. */
function isDrawnOnTheWay(
  { at, summary }: ReceivedMessage,
  notice: Notice,
  { events }: Recorded,
  render: ReturnType<typeof createRenderer>,
) {
  const stages = events.slice(notice.seq - 1).map((_, index) => recordedFrom(events.slice(0, notice.seq + index)));
  return stages.some((then) => then && render(notice, then, { now: at, repeated: false }).summary === summary);
}

function isJoinNews({ summary }: ReceivedMessage, { outage, events }: Recorded): boolean {
  const { news, manyNews } = en.affected.desk;
  const name = outageName(outage);
  const [, count = ''] = /: (\d+) people/.exec(summary) ?? [];
  const people = events.flatMap((event) => (event.type === 'joined' ? [event.by.name] : []));
  return summary === manyNews(name, Number(count)) || people.some((one) => summary === news(name, one));
}

function isIn(one: ReceivedMessage, place: string, { outage }: Recorded): boolean {
  if (place.startsWith('person:')) {
    const person = CHATS.get(one.conversationId);
    return person !== undefined && place === `person:${objectId(person)}`;
  }
  const room = one.conversationId.replace(/;messageid=.*$/, '');
  if (place === 'desk') return room === outage.desk.conversationId;
  const joined = place.startsWith('joined:') && outage.joined.find(({ person }) => place === `joined:${person.id}`);
  if (joined) return one.conversationId === joined.origin.conversationId;
  if (place === 'origin') return one.conversationId === outage.origin.conversationId;
  return outage.followers.some(({ id, conversationId }) => place === `follower:${id}` && conversationId === room);
}
