/** The rows of an outage's card for all readers but the desk: which ones, and what each says. */
import { isOpen, type Outage, requestIn, updateMissed } from '../../outage/types/outage.ts';
import type { Audience } from '../../outage/types/values.ts';
import { AUDIENCE_VIEWS, type Row } from '../base/audience.ts';
import { scenarioTitle } from '../base/desk-texts.ts';
import { affectedText, type Fact, fieldWords, type Room, reportFacts, textFact } from '../base/facts.ts';
import { maintenanceFacts } from '../maintenance.ts';
import { affectedFacts, affectedThere, lastWord, progressFacts, reporterNames } from '../progress/facts.ts';
import { paragraphs } from '../text.ts';
import { type Clock, isReopened, nextLines, type OutageView } from './next-lines.ts';
import { stageFacts } from './stages.ts';

type RowView = OutageView & { readonly when: Clock; readonly room: Room };
type Rows = { readonly facts: readonly Row[]; readonly details: readonly Row[] };

/** What the reporter entered beside the title; where others than people of the project may read, it is left out. */
const ENTERED: readonly Row[] = ['since', 'affected', 'impact'];

export function followerRows(audience: Audience, entered: boolean): Rows {
  const { facts, details } = AUDIENCE_VIEWS[audience];
  return { facts: entered || audience !== 'customer' ? facts : facts.filter((row) => !ENTERED.includes(row)), details };
}

/** Where it was reported or joined. The reporter's own card has the rest of it in its details. */
export function ownRows(card: { outage: Outage; own: boolean; entered: boolean; showText: boolean }): Rows {
  const forOther: readonly Row[] = card.outage.report.onBehalfOf ? ['reporter'] : [];
  const where: readonly Row[] = card.own ? forOther : ['customer', 'environment', 'scenario'];
  const down: readonly Row[] = card.entered ? ['since', 'affected'] : [];
  return { facts: [...down, 'last', ...where, 'reported'], details: card.showText ? ['stages'] : [] };
}

export const rowsOf = (rows: readonly Row[], view: RowView): readonly Fact[] => rows.flatMap((row) => ROWS[row](view));

const row = (label: string, text: string): readonly Fact[] => [{ label, lines: paragraphs(text) }];

const ROWS: { readonly [row in Row]: (view: RowView) => readonly Fact[] } = {
  since: sinceFact,
  affected: affectedFact,
  impact: ({ outage, words }) => textFact(fieldWords(words).impact.fact, outage.report.impact, words),
  last: ({ outage, words, when }) => lastWord(outage, words, when),
  customer: ({ outage, words }) => row(words.facts.customer, outage.report.project.name),
  environment: ({ outage, words }) => row(words.facts.environment, outage.report.environment.name),
  scenario: (view) => row(view.words.facts.scenario, scenarioTitle(view.outage.report.scenario, view)),
  reported: ({ outage, words, when }) => [{ label: words.facts.reported, lines: [when(outage.reportedAt)] }],
  stages: ({ outage, words, when }) => stageFacts(outage, words, when),
  reporter: ({ outage, words }) => [{ label: words.facts.reporter, lines: [reporterNames(outage, words)] }],
  work: ({ outage, words, when }) => progressFacts(outage, words, when),
  people: ({ outage, words }) => affectedFacts(outage, words),
  report: ({ outage: { report }, desk, words, now, room }) =>
    reportFacts({ report, desk, words, now, room, contact: false, title: false, main: false }),
  maintenance: ({ outage, words, when }) => maintenanceFacts(outage, words, when),
  promise: promiseFact,
  next: nextFact,
};

/** Since when it is down and how long. */
function sinceFact({ outage, words, now, when }: RowView): readonly Fact[] {
  if (requestIn(outage)) return [];
  const { report, reportedAt } = outage;
  const { down, formats } = words;
  const from = report.beganAt ?? reportedAt;
  const over = outage.state === 'resolved' || outage.state === 'closed' ? outage.resolvedAt : null;
  const lastsMs = (over ?? now) - from;
  const lasts = formats.duration(lastsMs);
  // Clocks differ: it may begin later than now.
  if (lastsMs < 0 || (over === null && !isOpen(outage))) return [];
  const open = report.beganAt === null ? down.unsure(lasts, when(now)) : down.now(when(from), lasts, when(now));
  return [{ label: fieldWords(words).beganAt.fact, lines: [over === null ? open : down.over(when(from), when(over), lasts)] }];
}

/** For how many it is down. It says only what the reporter chose, and no name. */
function affectedFact({ outage, words }: RowView): readonly Fact[] {
  if (requestIn(outage)) return [];
  const people = affectedThere(outage).length;
  const lines = [affectedText(outage.report.affected, words), ...(people > 1 ? [words.down.people(people)] : [])];
  return textFact(fieldWords(words).affected.fact, lines.filter(Boolean).join('\n'), words);
}

/** Whether it was acknowledged in the promised time; nothing where it ended before that, or nobody had to. */
function promiseFact({ outage, words, now, when }: RowView): readonly Fact[] {
  const { promise } = words.audience;
  const fact = (text: string): readonly Fact[] => [{ label: promise.label, lines: [text] }];
  if (outage.state === 'reported') {
    const isLate = outage.breachedAt !== null || now >= outage.acknowledgeBy;
    return fact(promise[isLate ? 'missed' : 'due'](when(outage.acknowledgeBy)));
  }
  if (!('acknowledgedAt' in outage) || outage.state === 'transferred' || isReopened(outage)) return [];
  const [after, within] = [outage.acknowledgedAt - outage.ladderFrom, outage.acknowledgeBy - outage.ladderFrom];
  const { duration, exact } = words.formats;
  return fact(after > within ? promise.late(exact(after), duration(within)) : promise.kept(duration(after), duration(within)));
}

/** By when the next update comes; of what has ended, what else there is to say. */
function nextFact(view: RowView): readonly Fact[] {
  const { outage, words, when } = view;
  const { label, by, late } = words.audience.next;
  if (outage.state === 'reported') return [];
  if (outage.state !== 'acknowledged')
    return [{ label: words.facts.state, lines: nextLines({ ...view, reporter: false, follower: true }) }];
  return [{ label, lines: [(updateMissed(outage) ? late : by)(when(outage.nextUpdateBy))] }];
}
