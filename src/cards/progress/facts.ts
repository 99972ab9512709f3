/** The rows of an outage's card about the work on it. */

import { plannedCalls } from '../../outage/promise.ts';
import type { Absorbed, Joined } from '../../outage/types/affected.ts';
import {
  type Acknowledged,
  affectedPeople,
  type Closed,
  isOpen,
  type Outage,
  outageName,
  type Resolved,
} from '../../outage/types/outage.ts';
import type { Instant, Level, Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Fact, textFact } from '../base/facts.ts';
import { type Clock, isReopened, transferFacts } from '../outage/next-lines.ts';
import { requestFacts } from '../request/request.ts';
import { fitting, oneLine, plain, quoted, shorten, took } from '../text.ts';

/** The last update, or why the outage ended, so that nobody has to read the whole thread. */
export function lastWord(outage: Outage, words: Words, when: Clock): Fact[] {
  const { facts, progress } = words;
  switch (outage.state) {
    case 'transferred':
      return transferFacts(outage, words, when);
    case 'withdrawn':
      return textFact(progress.facts.reason, outage.reason, words);
    case 'merged':
      return [];
    case 'requested':
      return textFact(words.request.facts.answer, outage.answer?.text ?? '', words);
    case 'resolved':
    case 'closed':
      return textFact(facts.done, outage.resolution, words);
    default:
      return textFact(facts.lastUpdate, outage.lastUpdate, words).map(({ label, lines }) => ({
        label,
        lines: [...(outage.lastUpdateAt === null ? [] : [when(outage.lastUpdateAt)]), ...lines],
      }));
  }
}

export function progressFacts(outage: Outage, words: Words, when: Clock): Fact[] {
  const { facts, progress } = words;
  const stateFact = (text: string): Fact => ({ label: facts.state, lines: [text] });
  const absorbed = outage.absorbed.map(({ number, reporter }) => progress.facts.absorbedOf(outageName({ number }), plain(reporter.name)));
  const last = [
    ...lastWord(outage, words, when),
    ...(absorbed.length > 0 ? [{ label: progress.facts.absorbed, lines: absorbed.slice(-10) }] : []),
  ];
  switch (outage.state) {
    case 'reported': {
      const { back } = outage;
      const backText = back && progress.facts.backBy[back.by](plain(back.owner?.name ?? ''), when(back.at));
      return [...(backText ? [{ label: progress.facts.back, lines: [backText] }] : []), ...last];
    }
    case 'requested':
      return [...requestFacts(outage, words, when), ...last];
    case 'acknowledged':
      return [...ownerFacts(outage, words, when), ...workFacts(outage, words), ...last];
    case 'transferred':
      return [stateFact(progress.facts.transferred(plain(outage.transferredBy.name), when(outage.transferredAt))), ...last];
    case 'withdrawn':
      // A drill ends by itself, which its news say.
      return outage.drill ? last : [stateFact(progress.facts.withdrawn(plain(outage.withdrawnBy.name), when(outage.withdrawnAt))), ...last];
    case 'merged':
      return [stateFact(progress.facts.merged(plain(outage.mergedBy.name), outageName(outage.into), when(outage.mergedAt))), ...last];
    case 'resolved':
    case 'closed':
      return [
        ...ownerFacts(outage, words, when),
        stateFact(words.report.receipt.resolved(plain(outage.resolvedBy.name), when(outage.resolvedAt))),
        ...(outage.state === 'closed' ? [{ label: progress.state.closed, lines: [closedText(outage, words, when)] }] : []),
        ...last,
      ];
  }
}

/** Who saved its review, and how many of its follow-ups are done. */
export function reviewFacts({ review }: Outage, { review: say }: Words, when: Clock): Fact[] {
  if (!review) return [];
  const done = review.followUps.filter((one) => one.done).length;
  return [{ label: say.facts.review, lines: [say.state(plain(review.by.name), when(review.at), done, review.followUps.length)] }];
}

const LONGEST_QUESTION = 160;
const QUESTION_BYTES = 1_500;
/** What the desk has asked the reporter, without a reply so far. */
export function questionFacts(outage: Outage, words: Words, when: Clock): Fact[] {
  const { conversation, facts } = words;
  const { waiting } = conversation;
  if (!isOpen(outage) || outage.questions.length === 0) return [];
  const lines = outage.questions.map(({ by, at, text }) =>
    waiting.line(plain(by.name), when(at), quoted(shorten(text, LONGEST_QUESTION), words)),
  );
  return [{ label: waiting.label, lines: fitting(lines, QUESTION_BYTES, facts.cut) }];
}

/** Those affected who are where it was reported. Customers of other tenants, whose outages were merged with it, do not count for its readers. */
export const affectedThere = (outage: Outage): readonly Person[] => {
  const isThere = ({ origin }: Absorbed | Joined) => origin.tenantId === outage.origin.tenantId;
  return affectedPeople({ ...outage, absorbed: outage.absorbed.filter(isThere), joined: outage.joined.filter(isThere) });
};

/** How many people are affected too, with the first names. How to reach them stands on a card of its own. */
export function affectedFacts(outage: Outage, { affected: { desk }, formats }: Words): Fact[] {
  const people = affectedPeople(outage);
  if (outage.joined.length === 0) return [];
  const names = people.slice(0, MOST_NAMED).map(({ name }) => shorten(plain(name), LONGEST_NAME));
  return [{ label: desk.fact, lines: [desk.count(people.length, formats.list(names), people.length - names.length)] }];
}
const MOST_NAMED = 6;
const LONGEST_NAME = 40;

function workFacts(outage: Acknowledged, { formats, progress }: Words): Fact[] {
  const { helpers, offeredTo, firstLook, owner } = outage;
  const row = (label: string, text: string): Fact[] => (text === '' ? [] : [{ label, lines: [text] }]);
  return [
    ...row(progress.facts.offered, offeredTo ? progress.facts.offeredTo(plain(offeredTo.name), plain(owner.name)) : ''),
    ...row(progress.facts.firstLook, plain(firstLook)),
    ...row(progress.facts.helpers, formats.list(helpers.map(({ name }) => plain(name)))),
  ];
}

const ownerFacts = (outage: Acknowledged | Resolved | Closed, words: Words, when: Clock): Fact[] => {
  const { owner, acknowledgedAt, acknowledgeBy, ladderFrom } = outage;
  const { acknowledged, reopened } = words.progress.facts;
  const name = plain(owner.name);
  const who = outage.state === 'acknowledged' && outage.notOnCall ? words.news.notOnCall(name) : name;
  if (isReopened(outage)) return [{ label: words.facts.owner, lines: [reopened(name, when(acknowledgedAt))] }];
  const after = took(acknowledgedAt - ladderFrom, acknowledgeBy - ladderFrom, words);
  return [{ label: words.facts.owner, lines: [acknowledged(who, when(acknowledgedAt), after)] }];
};

const closedText = ({ closedBy, closedAt }: Closed, { progress: { facts } }: Words, when: Clock): string =>
  closedBy ? facts.closedBy(plain(closedBy.name), when(closedAt)) : facts.closed(when(closedAt));

const LONGEST_CALL = 80;
const names = (people: readonly Person[], words: Words) =>
  people.length === 0 ? words.onCall.nobody : shorten(words.formats.list(people.map(({ name }) => oneLine(name))), LONGEST_CALL);

/** One row: the first call of each level, then the end of the promise. Empty once somebody acknowledged it or the promise is broken. */
export function planFacts(outage: Outage, words: Words, when: Clock): Fact[] {
  if (outage.state !== 'reported' || outage.breachedAt !== null) return [];
  const { plan } = words.onCall;
  // The steps of a drill are seconds apart, but a client shows minutes.
  const step = (at: Instant) => (outage.drill ? words.watch.drill.after(words.formats.duration(at - outage.ladderFrom)) : when(at));
  const called = new Set<Level>();
  const lines = plannedCalls(outage).flatMap(({ at, kind, levels }) => {
    const first = levels.filter((level) => !called.has(level));
    for (const level of first) called.add(level);
    const calls = first.map((level) => plan.calls(step(at), level, names(outage.onCall[level], words)));
    if (kind !== 'breach') return calls;
    return [...calls, plan.again(step(at), outage.ladder.breach.repeatEveryMs, levels)];
  });
  return [{ label: plan.label, lines }];
}

/** "Maya Lindt for Jonas Weber" where it was reported for somebody else. Not for followers. */
export function reporterNames({ reporter, report, takenBy }: Outage, { report: { access, byPhone } }: Words): string {
  const name = plain(reporter.name);
  if (takenBy) return byPhone.by(plain(report.onBehalfOf ?? reporter.name), plain(takenBy.name));
  return report.onBehalfOf ? access.onBehalfOf.both(name, oneLine(report.onBehalfOf)) : name;
}
