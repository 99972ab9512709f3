/** What is drawn of an outage: the colour and sign of its banner, the row of its stages, and the clock of the promise. */
import { isOpen, type Outage, PHASES, requestIn, updateMissed } from '../../outage/types/outage.ts';
import { STAGES, type Stage, stageOf } from '../../outage/types/stage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Drawing, NOT_DRAWN } from '../base/drawing.ts';
import type { Fact } from '../base/facts.ts';
import type { Look } from '../layouts/layouts.ts';
import type { Clock } from './next-lines.ts';

const STAGE_LOOK: { readonly [stage in Stage]: Look } = {
  reported: { style: 'warning', sign: '○' },
  acknowledged: { style: 'default', sign: '◔', color: 'Accent' },
  investigating: { style: 'accent', sign: '◑' },
  mitigating: { style: 'emphasis', sign: '◕', color: 'Accent' },
  monitoring: { style: 'default', sign: '◉' },
  resolved: { style: 'good', sign: '✓' },
};

/** The words of a banner say what its colour and sign do. No two stages look alike. */
export function lookOf(outage: Outage): Look {
  switch (outage.state) {
    case 'requested':
      return outage.answer ? { style: 'good', sign: '✓' } : { style: 'accent', sign: '○' };
    case 'closed':
      return { style: 'good', sign: '✓✓' };
    case 'withdrawn':
      return { style: 'emphasis', sign: '✕' };
    case 'transferred':
      return { style: 'emphasis', sign: '→' };
    case 'merged':
      return { style: 'emphasis', sign: '=' };
    default:
      return isLate(outage) ? { style: 'attention', sign: '⚠' } : STAGE_LOOK[stageOf(outage)];
  }
}

/** Nobody acknowledged it in time, or the next update is overdue. */
const isLate = (outage: Outage): boolean => (outage.state === 'reported' && outage.breachedAt !== null) || updateMissed(outage);

/**
 * Who needs somebody first: what nobody acknowledged in time, then the nearest deadline, an overdue update, the next update, a
 * request that waits. What has ended comes last, in the order in which it was.
 */
export const byUrgency = (one: Outage, other: Outage): number => {
  const [[rank, at], [otherRank, otherAt]] = [urgencyOf(one), urgencyOf(other)];
  return rank - otherRank || at - otherAt;
};

function urgencyOf(outage: Outage): readonly [rank: number, at: Instant] {
  switch (outage.state) {
    case 'reported':
      return [outage.breachedAt === null ? 1 : 0, outage.acknowledgeBy];
    case 'acknowledged':
      return [updateMissed(outage) ? 2 : 3, outage.nextUpdateBy];
    case 'requested':
      return [outage.answer ? 5 : 4, outage.answer ? 0 : (outage.request?.plan?.replyBy ?? 0)];
    default:
      return [5, 0];
  }
}

/** Where it stands among the stages; a support request has none. */
export function stagesOf(outage: Outage, words: Words, when: Clock): Drawing {
  if (requestIn(outage)) return NOT_DRAWN;
  const { reached } = outage;
  const stage = stageOf(outage);
  const current = STAGES.indexOf(stage);
  const { style, sign } = lookOf(outage);
  const cells = STAGES.map((one, index) => {
    // What is under way is blue, whatever its banner; what is late or has ended looks like its banner.
    if (index === current)
      return { style: isOpen(outage) && !isLate(outage) ? ('accent' as const) : style, sign: sign.slice(0, 1), width: 1 };
    if (index > current) return { style: 'emphasis' as const, sign: '·', width: 1 };
    // It may have gone from one stage to the next but one.
    const passed = one === 'reported' || reached[one] !== undefined;
    return { style: passed ? ('good' as const) : ('emphasis' as const), sign: passed ? '✓' : '–', width: 1 };
  });
  return { cells, text: textOf(outage, words, when) };
}

function textOf(outage: Outage, words: Words, when: Clock): string {
  const { stages } = words;
  const stage = stageOf(outage);
  const place = STAGES.indexOf(stage) + 1;
  const now = stages.now(place, STAGES.length, stages.name[stage]);
  // The phases of the work last; the other stages are reached in a moment.
  const lasts = PHASES.some((phase) => phase === stage);
  const since = stages[outage.drill ? 'after' : lasts ? 'since' : 'at'](now, timeOf(stage, outage, words, when));
  if (outage.drill?.over && outage.state === 'withdrawn') return stages.ended.drill(since);
  if (outage.state in stages.ended) return stages.ended[outage.state as keyof typeof stages.ended](since);
  const next = STAGES[place];
  if (updateMissed(outage)) return stages.updateLate(since);
  return next ? stages.next(since, stages.name[next]) : since;
}

/** When it reached a stage. A client shows minutes, but those of a drill are seconds apart. */
function timeOf(stage: Stage, { reached, ladderFrom, drill }: Outage, { formats }: Words, when: Clock): string {
  const at = stage === 'reported' ? ladderFrom : (reached[stage] ?? ladderFrom);
  return drill ? formats.duration(at - ladderFrom) : when(at);
}

/** When it reached each stage, for the details of a card. */
export function stageFacts(outage: Outage, words: Words, when: Clock): Fact[] {
  if (requestIn(outage)) return [];
  const { stages } = words;
  const lines = STAGES.filter((one) => one === 'reported' || outage.reached[one] !== undefined).map((one) =>
    stages.reached(stages.name[one], timeOf(one, outage, words, when)),
  );
  return [{ label: stages.fact, lines }];
}

const MINUTE_MS = 60_000;

/**
 * How much of the promised time is gone at `now`, while nobody has acknowledged it: a bar and a text, or a text alone while nothing
 * is gone and when all is. `desk`: its reader may acknowledge it. `deadline`: false where the card says it in another line. A sent
 * card stays as it is, so the text says when it was right.
 */
export function clockFor(
  outage: Outage,
  words: Words,
  when: Clock,
  { now, desk, deadline = true }: { readonly now: Instant; readonly desk: boolean; readonly deadline?: boolean },
): Drawing {
  if (outage.state !== 'reported') return NOT_DRAWN;
  const { acknowledgeBy, breachedAt, ladderFrom, drill } = outage;
  const { clock, formats } = words;
  const [whole, gone] = [acknowledgeBy - ladderFrom, now - ladderFrom];
  const late = gone >= whole;
  const unit = whole < 5 * MINUTE_MS ? 1000 : MINUTE_MS;
  const part = late
    ? clock.late(formats.duration(Math.max(gone - whole, 1000)))
    : gone < unit
      ? ''
      : clock.gone(partOf(gone, whole, unit, words));
  const share = Math.round((gone / whole) * 100);
  const cells = [
    { style: 'warning' as const, sign: BLANK, width: share },
    { style: 'emphasis' as const, sign: BLANK, width: 100 - share },
  ].filter(({ width }) => width > 0);
  const due = (late ? clock.was : desk ? clock.by : clock.byOthers)(when(acknowledgeBy));
  const said = drill || !deadline ? '' : desk && breachedAt !== null ? clock.told(due) : due;
  const text = formats.joined([part && (drill ? part : clock.at(when(now), part)), said]);
  return { cells: late || part === '' ? [] : cells, text };
}
const BLANK = '\u00A0';

/** "12 of 30 minutes", "24 of 60 seconds", and for what is longer than an hour "20 minutes of 1 hour 30 minutes". */
function partOf(gone: number, whole: number, unit: number, { clock, formats }: Words): string {
  if (whole >= 60 * MINUTE_MS) return clock.part(formats.duration(gone), formats.duration(whole));
  const count = String(Math.floor(gone / unit));
  return clock.part(count, unit === MINUTE_MS ? formats.duration(whole) : formats.seconds(whole));
}
