/** Messages about the on-call schedule: somebody goes on call or leaves, and who is on call this week. */
import type { Desk } from '../../desk/desk.ts';
import { type Change, type DueNotice, leavesAt, type OnCallNotice } from '../../desk/on-call/changes.ts';
import { firstGaps } from '../../desk/on-call/gaps.ts';
import type { Shift, Shifts } from '../../desk/on-call/roster.ts';
import { type Figure, promisedOf } from '../../outage/numbers/figure.ts';
import { may } from '../../outage/permissions.ts';
import { type Outage, outageName, ownerOf } from '../../outage/types/outage.ts';
import { type Instant, LEVELS, type Level, type Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Drawn } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { within } from '../look/numbers.ts';
import { stateText } from '../outage/outage.ts';
import { firstOf, quoted, readersClock } from '../text.ts';
import { gapText } from '../watch/check.ts';
import { isHole, namesOf } from './on-call.ts';

const MOST_OPEN = 10;
const MOST_SHIFTS = 15;
const WEEK_MS = 7 * 24 * 3_600_000;

type View = {
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  /** From the moment of the notice on, for so long as the message looks ahead. */
  readonly shifts: Shifts;
  /** null: its reader may not see outages, or need not. */
  readonly open: readonly Outage[] | null;
  readonly lastWeek: { readonly week: Figure; readonly before: Figure } | null;
};

const clockAt = (now: Instant, words: Words) => (at: Instant) => readersClock(at, now, words, { withDay: true });

/** For one person, in their own chat. */
export function onCallNews({ notice, change }: DueNotice, view: View): Drawn {
  const { desk, words, now } = view;
  const { news } = words.onCall;
  const person = desk.person(notice.personId);
  const mayTake = person !== null && may(desk.actor(person), 'on-call');
  const inVain = [news.notThen(clockAt(now, words)(notice.at)), ...(mayTake ? [news.takeBack] : [])];
  const heading = change === null ? news.not : headingOf(notice, change, news);
  const lines = change === null ? inVain : linesOf(notice, change, view);
  const card = drawMessage(words, {
    style: change && change.gained.length > 0 ? 'accent' : 'emphasis',
    heading,
    lines,
    actions: mayTake ? [button(news.show, 'on-call-show')] : [],
    fallbackText: words.formats.sentences([heading, words.formats.joined(lines)]),
  });
  return { card, summary: heading };
}

function headingOf({ kind }: OnCallNotice, { gained, has }: Change, news: Words['onCall']['news']): string {
  if (kind === 'before') return news.before;
  if (gained.length > 0) return news.begins;
  return has.length > 0 ? news.less : news.ends;
}

function linesOf({ kind }: OnCallNotice, { at, person, gained, lost, has }: Change, view: View): readonly string[] {
  const { words, shifts, now, open } = view;
  const { news } = words.onCall;
  const when = clockAt(now, words);
  const until = (level: Level) => {
    const end = leavesAt(shifts[level], person, at);
    return end === null ? null : when(end);
  };
  const above = LEVELS.slice(LEVELS.findLastIndex((level) => has.includes(level)) + 1).flatMap((level) => {
    const people = shifts[level][0]?.people ?? [];
    return people.length > 0 ? [{ level, who: namesOf(people, words) }] : [];
  });
  return [
    // Before it begins nothing has ended yet.
    ...(lost.length > 0 && kind === 'change' ? [news.lost(lost, when(at))] : []),
    ...gained.map((level) => news.role(level, when(at), until(level))),
    ...has.filter((level) => !gained.includes(level)).map((level) => news.still(level, until(level))),
    ...(gained.length > 0 ? [news.above(above), news.handOver] : []),
    ...(open ? openLines(open, person, words) : []),
  ];
}

function openLines(open: readonly Outage[], { id }: Person, words: Words): readonly string[] {
  const { news } = words.onCall;
  const { pair, sentences } = words.formats;
  if (open.length === 0) return [news.noneOpen];
  const owned = open.filter((outage) => outage.state === 'acknowledged' && ownerOf(outage)?.id === id);
  const lines = open.map((outage) => sentences([pair(outageName(outage), stateText(outage, words)), quoted(outage.report.title, words)]));
  return [news.open(open.length), ...firstOf(lines, MOST_OPEN, news.more), ...(owned.length > 0 ? [news.owned(owned.length)] : [])];
}

/** For the desk's channel. */
export function onCallWeek({ notice }: DueNotice, { desk, words, now, shifts, lastWeek }: View): Drawn {
  const { news, title } = words.onCall;
  const when = clockAt(now, words);
  const gaps = firstGaps(desk, shifts).map((gap) => gapText(gap, words, when, gap.more));
  const primary = words.formats.pair(title.primary, namesOf(shifts.primary[0]?.people ?? [], words));
  const card = drawMessage(words, {
    style: gaps.length > 0 ? 'warning' : 'emphasis',
    heading: news.week,
    lines: [],
    facts: [
      ...LEVELS.filter((level) => desk.roster[level].length > 0).map((level) => ({ label: title[level], lines: weekLines(shifts[level]) })),
      { label: news.gaps, lines: gaps.length > 0 ? gaps : [news.noGaps] },
      ...(lastWeek
        ? [{ label: news.lastWeek, lines: numbersLines(lastWeek.week, lastWeek.before, words, desk.onCallMessages.numbers) }]
        : []),
    ],
    actions: [button(news.show, 'on-call-show')],
    fallbackText: words.formats.sentences([news.week, primary, gaps[0] ?? news.noGaps]),
  });
  return { card, summary: news.week };

  function weekLines([first, ...next]: readonly Shift[]): readonly string[] {
    if (!first) return [words.onCall.nobody];
    const end = notice.at + WEEK_MS;
    const later = next.filter(({ from }) => from < end).map((shift) => words.onCall.from(when(shift.from), namesOf(shift.people, words)));
    return firstOf(
      [words.onCall.now(isHole(first) ? words.onCall.nobody : namesOf(first.people, words)), ...later],
      MOST_SHIFTS,
      words.onCall.news.more,
    );
  }
}

/** How the promises of a week were kept; `more`: with what the desk file asks for. */
function numbersLines(week: Figure, before: Figure, words: Words, more: boolean): readonly string[] {
  const { weekly: say } = words.look.numbers;
  const { acknowledged, updates, updatesOnTime, apart } = week;
  const all = [week, apart.transferred, apart.merged];
  const sum = (key: 'outages' | 'kept') => all.reduce((total, one) => total + one[key], 0);
  const kept = words.onCall.news.kept(sum('outages'), sum('kept'));
  if (!more) return [kept];
  return [
    kept,
    ...('few' in acknowledged ? [] : [say.spread(within(acknowledged.median, words), acknowledged.count)]),
    ...(updates > 0 ? [say.updates(updatesOnTime, updates)] : []),
    ...(before.outages > 0 ? [say.before(before.kept, promisedOf(before))] : []),
    say.more,
  ];
}
