/** What must hold after a run: the simulation's invariants that can be seen from outside, and what only real processes show. */
import { LEASE_MS, REQUEST_LIMIT_MS } from '../../src/engine/delivery/limits.ts';
import { publishedAs } from '../../src/outage/audience.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { isEdit } from '../../src/outage/notices.ts';
import { personKey } from '../../src/outage/types/person-key.ts';
import { idOf } from '../../src/webhooks/outlet.ts';
import { isOutward, roundsOf, triesByKey } from '../simulation/evidence.ts';
import type { Send, Story } from '../simulation/history.ts';
import type { Count } from '../simulation/invariant.ts';
import { INVARIANTS } from '../simulation/invariants.ts';
import { type Arrival, ladder, missedUpdates, openings } from '../simulation/lateness.ts';
import { crowdId } from '../support/bot/crowd.ts';
import { TENANT } from '../support/bot/users.ts';
import type { Gathering } from './crowds.ts';
import type { Row } from './databases.ts';
import { CROWDS_TENANT, WEBHOOK } from './desk-file.ts';
import { type Evidence, isCutOff } from './evidence.ts';
import { ONE_TAP, ROOM, type Told } from './people.ts';
import type { Ran } from './world.ts';

/** Held against the history of a crash run; the others look at what only a simulation can see. */
const SHARED = [
  'a stored report is in the thread of its desk',
  'what had to be told was told, overtaken, or refused by Teams for good',
  'only what events have overtaken is left out',
  'a repeat says that it is one',
  'a message is repeated once at the most, but for the opening at the desk',
  'news of an outage keep their order in each place',
  'an outage has one owner',
  'the row is the fold of the events',
  'the deliveries of an outage are exactly the notices of its events',
  'the deadlines of an outage are those of its state',
  'numbers have no gaps, and each is given once',
  'the end is the end',
  'late steps are one message, and none is early',
  'nothing is sent before it is stored',
  'who joined hears all that follows, and its end',
  'nobody is affected twice, and who joined in one room hears it there once',
  'a failure receipt is given once, in earnest, and ends when the desk is reached',
  'a message of a program is done once, in one outage, and every answer names that one',
  'every step that pages has paged, or the desk was told within a minute',
  'a page is made once, and once more where its answer was lost',
  'no phone rings for an outage that somebody took',
  'what the ledger says of a page is what its pager has',
] as const;

/** After the end of the last fault (issue 3, invariants). */
const AFTER_FAULT_MS = 60_000;
/** Where bots were replaced: the limit of pings to one channel may hold one for ten seconds, but nobody waits for the lease of a bot that was told to stop. */
const ROLLING_MS = LEASE_MS;

export type Broken = { readonly name: string; readonly count: Count; readonly findings: readonly string[] };
export type Judged = {
  readonly outages: number;
  readonly broken: readonly Broken[];
  /** Posts that are there again, each because its answer was lost or something was killed before it was recorded. */
  readonly doubled: number;
  /** After the end of the last fault. */
  readonly worstLatenessMs: number;
  /** Also while things were killed. */
  readonly worstAmidFaultsMs: number;
  /** The longest time between an acknowledgement and a ping that was under way then. */
  readonly worstPingAfterMs: number;
  readonly setAside: number;
  /** The latest three, in words. */
  readonly latest: readonly string[];
};

export function judge(evidence: Evidence): Judged {
  const { history, ran } = evidence;
  const stories = [...history.stories.values()];
  const arrivals = stories.flatMap((story) => arrivalsOf(story, evidence));
  const pings = stories.flatMap(pingsAfterTaking);
  const doubles = stories.flatMap((story) => [...triesByKey(story).values()].flatMap(doublesOf));
  const findings: Broken[] = [
    ...sharedFindings(evidence),
    { name: 'every answer is true', count: 'lost', findings: untrueAnswers(evidence) },
    {
      name: 'everybody of a crowd has joined once, and one engineer has it',
      count: 'wrong',
      findings: evidence.ran.gatherings.flatMap((one) => ofCrowd(one, evidence)),
    },
    { name: 'versions have no gaps', count: 'wrong', findings: gaps(evidence) },
    {
      name: 'what was due came within a minute of the end of the last fault, or in seconds where bots were replaced',
      count: 'late',
      findings: arrivals
        .filter((one) => lateness(one, ran.calmAt) > (ran.replaced === null ? AFTER_FAULT_MS : ROLLING_MS))
        .map((one) => `${one.outageId} ${one.what}: ${lateness(one, ran.calmAt)} ms`),
    },
    {
      name: 'nobody is pinged after the acknowledgement',
      count: 'after-acknowledgement',
      findings: pings.filter(({ afterMs }) => afterMs > REQUEST_LIMIT_MS).map(({ key, afterMs }) => `${key} came ${afterMs} ms after it`),
    },
    {
      name: 'no ping comes below the news that it was taken',
      count: 'after-acknowledgement',
      findings: stories.flatMap(pingsBelowTheNews),
    },
    {
      name: 'only a post whose answer was lost is there again',
      count: 'doubled',
      findings: doubles.filter((one) => !isExcused(one, evidence)).map(([before, again]) => `${again.key}: ${before.at}, ${again.at}`),
    },
    { name: 'nothing that could be delivered waits', count: 'lost', findings: stillWaiting(evidence) },
    {
      name: 'every post belongs to a notice',
      count: 'wrong',
      findings: evidence.strays.map(({ at, room, summary }) => `${at} ${room} ${summary}`),
    },
    { name: 'what was asked where nobody else sees it was answered there', count: 'wrong', findings: publicAnswers(evidence) },
    { name: 'the webhook has each event that was published, in order for each outage', count: 'lost', findings: ofWebhook(evidence) },
    { name: 'nobody had to try more than once more while bots were replaced', count: 'lost', findings: triedAgain(evidence) },
    { name: 'the run itself', count: 'wrong', findings: ran.complaints },
  ];
  const settled = arrivals.filter(({ cameAt }) => Number.isFinite(cameAt));
  return {
    outages: stories.length,
    broken: findings.filter((one) => one.findings.length > 0),
    doubled: doubles.length,
    worstLatenessMs: Math.max(0, ...settled.map((one) => lateness(one, ran.calmAt))),
    worstAmidFaultsMs: Math.max(0, ...settled.map(({ dueAt, cameAt }) => cameAt - dueAt)),
    worstPingAfterMs: Math.max(0, ...pings.map(({ afterMs }) => afterMs)),
    latest: settled
      .filter((one) => lateness(one, ran.calmAt) > 0)
      .sort((one, other) => lateness(other, ran.calmAt) - lateness(one, ran.calmAt))
      .slice(0, 3)
      .map((one) => tell(one, evidence)),
    setAside: evidence.rows.deliveries.filter(({ state }) => state === 'failed').length,
  };
}

const triedAgain = ({ ran: { replaced, counts } }: Evidence): string[] =>
  replaced !== null && counts.mostTries > 2 ? [`somebody tried ${counts.mostTries} times`] : [];

function sharedFindings({ history }: Evidence): Broken[] {
  return SHARED.map((name) => {
    const invariant = INVARIANTS.find((one) => one.name === name);
    if (!invariant) throw new Error(`the simulation has no invariant '${name}' any more: name its heir in test/crash/checks.ts`);
    const findings = invariant.check(history).map(({ outageId, text }) => `${text}${triesOf(history.stories.get(outageId), text)}`);
    return { name, count: invariant.count, findings };
  });
}

/** Every try of the messages that a finding names, or nothing. */
function triesOf(story: Story | undefined, text: string): string {
  const named = text.split(/[ ,:]+/);
  const tries = story?.sends.filter(({ key }) => named.includes(key)) ?? [];
  return tries
    .map(({ at, key, answer, repeated, conversationId }) => {
      const what = key.slice(key.indexOf('/') + 1);
      return `; ${at} ${what} ${conversationId} ${answer}${repeated ? ', labelled' : ''}`;
    })
    .join('');
}

const arrivalsOf = (story: Story, { history }: Evidence): readonly Arrival[] => {
  const outage = story.commits.at(-1)?.outage;
  if (!outage) return [];
  const asked = missedUpdates(story, outage, history).filter(({ what }) => what.includes('/ping/'));
  return [...ladder(story, outage, history), ...openings(story, outage), ...asked];
};

/** While something is killed every few seconds nothing is late; from then on everything that is not there. */
const lateness = ({ dueAt, cameAt }: Arrival, calmAt: number): number => Math.max(0, cameAt - Math.max(dueAt, calmAt));

/** What came so late, with every try of its messages, in ms from the moment when it was due. */
function tell({ outageId, what, dueAt, cameAt }: Arrival, { history, ran }: Evidence): string {
  const sends = history.stories.get(outageId)?.sends ?? [];
  const tries = sends
    .filter(({ at, notice }) => notice.destination.kind === 'desk' && !isEdit(notice) && at >= dueAt - 1_000 && at <= cameAt)
    .map(({ at, key, answer }) => `${at - dueAt} ${key.slice(outageId.length + 1)} ${answer}`);
  const away = ran.downtimes.filter(({ from, until }) => from <= cameAt && until >= dueAt);
  const told = away.map(({ what: which, from, until }) => `${which} ${from - dueAt}..${until - dueAt}`);
  return `${what}, ${cameAt - dueAt} ms, calm at ${ran.calmAt - dueAt}; ${told.join(', ')}; ${tries.join(', ')}`;
}

/** Pings of the ladder that Teams took after the acknowledgement was stored, by their arrival. */
function pingsAfterTaking(story: Story): { key: string; afterMs: number }[] {
  const taken = roundsOf(story)[0]?.takenAt ?? null;
  if (taken === null) return [];
  return ladderPings(story)
    .filter(({ at, acceptedAt }) => acceptedAt !== null && at > taken)
    .map(({ key, at }) => ({ key, afterMs: at - taken }));
}

const ladderPings = (story: Story): readonly Send[] => {
  const rungs = new Set(story.held.events.flatMap((event, index) => (event.type === 'escalated' ? [index + 1] : [])));
  return story.sends.filter(({ notice: { kind, seq } }) => (kind === 'ping' || kind === 'direct') && rungs.has(seq));
};

function pingsBelowTheNews(story: Story): string[] {
  const seq = story.held.events.findIndex(({ type }) => type === 'acknowledged') + 1;
  const news = story.sends.find(({ key, acceptedAt }) => key === `${story.id}/news/desk/${seq}` && acceptedAt !== null);
  if (!news?.acceptedAt) return [];
  const toldAt = news.acceptedAt;
  return ladderPings(story)
    .filter(({ at, acceptedAt, notice }) => notice.kind === 'ping' && acceptedAt !== null && at > toldAt)
    .map(({ key, at }) => `${key} came ${at - toldAt} ms after the news`);
}

type Twice = readonly [before: Send, again: Send];

function doublesOf(tries: readonly Send[]): Twice[] {
  const there = tries.filter(({ acceptedAt, notice }) => acceptedAt !== null && !isEdit(notice));
  return there.slice(1).map((again, index) => [there[index] ?? again, again]);
}

/** The answer was lost on its way, or something was killed before the record could be made. */
const isExcused = ([before]: Twice, { ran }: Evidence): boolean => before.answer !== 'taken' || isCutOff(ran, before.at, before.endedAt);

function untrueAnswers({ ran, names, history }: Evidence): string[] {
  return ran.told.flatMap((told) => {
    const id = told.kind === 'phone' ? told.outageId : (names.get(told.number) ?? '');
    const story = history.stories.get(id);
    const wrong = story ? whatIsWrong(told, id, story.held.events) : 'it is not there';
    return wrong ? [`${told.kind === 'phone' ? id : `OUT-${told.number}`}, told at ${told.at}: ${wrong}`] : [];
  });
}

function whatIsWrong(told: Told, id: string, events: readonly OutageEvent[]): string | null {
  switch (told.kind) {
    case 'receipt': {
      const [first] = events;
      const right = id === told.outageId && first?.type === 'reported' && first.report.title === told.title;
      return right ? null : `the receipt is for ${told.outageId} '${told.title}', the record is ${id}`;
    }
    case 'owner': {
      const winner = events.find((event) => event.type === 'acknowledged');
      return winner?.by.name === told.owner ? null : `it is of ${winner?.by.name}, but somebody was told ${told.owner}`;
    }
    case 'phone': {
      const took = events.some((event) => event.type === 'acknowledged' && event.by.id === told.person);
      return took ? null : `${told.person} heard on the phone that they are its owner`;
    }
    case 'joined': {
      const joins = events.filter((event) => event.type === 'joined' && event.by.id === told.personId);
      return joins.length === 1 ? null : `${told.personId} joined it ${joins.length} times`;
    }
    default: {
      const type = told.kind === 'update' ? 'updated' : 'resolved';
      return events.some((event) => event.type === type && event.text === told.text) ? null : `'${told.text}' is not in the record`;
    }
  }
}

/** In that room all is said by slash. But for a card that tells nothing, nobody else sees an answer. */
const publicAnswers = ({ ran }: Evidence): string[] =>
  ran.received.all
    .filter(({ kind, room, only, text }) => kind === 'answer' && room === ROOM.id && only === null && !text.includes(ONE_TAP))
    .map(({ at, summary, text }) => `${at} ${summary}: ${text.slice(0, 200)}`);

function ofCrowd({ number, crowd }: Gathering, { history, names }: Evidence): string[] {
  const events = history.stories.get(names.get(number) ?? '')?.held.events ?? [];
  const joins = events.flatMap((event) => (event.type === 'joined' ? [event.by.id] : []));
  const taken = events.filter(({ type }) => type === 'acknowledged').length;
  const expected = crowd.map((person) => personKey(CROWDS_TENANT, crowdId(person), TENANT));
  return [
    ...expected.filter((id) => !joins.includes(id)).map((id) => `OUT-${number}: ${id} has not joined`),
    ...joins.filter((id, index) => !expected.includes(id) || joins.indexOf(id) < index).map((id) => `OUT-${number}: ${id} is too many`),
    ...(taken === 1 ? [] : [`OUT-${number} was acknowledged ${taken} times`]),
  ];
}

function gaps({ rows, history }: Evidence): string[] {
  return [...history.stories.keys()].flatMap((id) => {
    const own = rows.events.filter(({ outage_id }) => outage_id === id).map(({ seq }) => Number(seq));
    return own.some((seq, index) => seq !== index + 1) ? [`${id}: ${own.join(' ')}`] : [];
  });
}

/** It refuses nothing for ever, so all of it arrives. */
function ofWebhook({ history, rows: { deliveries }, ran: { webhook } }: Evidence): string[] {
  const placeOf = (key: string) => webhook.indexOf(idOf(key));
  const sent = deliveries.map(({ key, state }) => ({ key: String(key), state })).filter(({ key }) => isOutward(key));
  const published = [...history.stories.values()].flatMap(({ id, held }) =>
    held.events.flatMap((event, index) => (publishedAs(event) === null ? [] : `${id}/news/webhook:${WEBHOOK}/${index + 1}`)),
  );
  const missing = published.filter((key) => !sent.some((one) => one.key === key && one.state === 'done') || placeOf(key) < 0);
  const ofOutage = Map.groupBy(published, (key) => key.slice(0, key.indexOf('/')));
  const wrong = [...ofOutage].filter(([, keys]) =>
    keys.map(placeOf).some((place, index, all) => index > 0 && place < (all[index - 1] ?? 0)),
  );
  return [...missing.map((key) => `${key} is not there`), ...wrong.map(([id]) => `those of ${id} came in another order`)];
}

function stillWaiting({ rows: { deliveries }, ran }: Evidence): string[] {
  const failed = new Set(deliveries.filter(({ state }) => state === 'failed').map(({ key }) => key));
  const waiting = deliveries.filter((one) => one.state === 'waiting' && !failed.has(one.after_key) && !rests(one, ran));
  return waiting.map(
    ({ key, due_at, attempts, error }) => `${key}: due in ${Number(due_at) - ran.endedAt} ms, tried ${attempts} times, ${error}`,
  );
}

/** An edit waits for the forms that are open on its card, for three minutes at most and a look. */
const FORM_MS = 200_000;
/**
 * An edit rests while somebody has a form open on the card, and for a minute where a ping was answered. No run waits for it: what
 * was tried for the first time while the bots were told to stop, and met a proxy, waits for its second attempt.
 */
function rests({ kind, attempts, due_at, created_at, error }: Row, { endedAt }: Ran): boolean {
  const isLater = Number(due_at) > endedAt;
  if (error !== null && (Number(attempts) > 1 || !isLater)) return false;
  if (kind === 'settled') return error !== null || Number(attempts) === 0;
  return kind === 'state' && isLater && Number(created_at) > endedAt - FORM_MS;
}
