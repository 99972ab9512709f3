/** How often promises were kept, and how long things took: in words, and as charts where a client draws them. For the desk. */
import type { Desk } from '../../desk/desk.ts';
import type { Asked } from '../../desk/periods.ts';
import { type Figure, PERIODS, type PeriodName, promisedOf, type Spread } from '../../outage/numbers/figure.ts';
import { outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Fact, factRows } from '../base/facts.ts';
import type { Element } from '../base/inputs.ts';
import { button } from '../base/verbs.ts';
import { asName, firstOf, plain, readersClock } from '../text.ts';
import numbersTemplate from './numbers.json' with { type: 'json' };

const MOST_SCENARIOS = 8;
const MINUTE_MS = 60_000;
/** A phone has no room for the names of 24 bars. */
const HOURS_OF_BAR = 3;
const BAR = 'categoricalBlue';
const OFFERED: readonly PeriodName[] = ['month', 'last month', 'quarter', '90 days'];

export type NumbersView = {
  readonly asked: Asked;
  readonly figure: Figure;
  /** Of the period before. */
  readonly before: Figure;
  /** null: all. */
  readonly project: { readonly id: string; readonly name: string } | null;
  /** Some outages are not counted yet. */
  readonly isIncomplete: boolean;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
};

const expand = template(numbersTemplate);

export function numbersCard(view: NumbersView): Card {
  const { asked, figure, project, isIncomplete, desk, words, now } = view;
  const { numbers: say } = words.look;
  const heading = say.heading(say.period[asked.name], project ? asName(project.name) : '');
  const summary = say.summary(figure.kept, promisedOf(figure));
  const zone = words.formats.zone(desk.file.desk.timeZone, now);
  return expand(words, {
    ...{ style: 'emphasis', sign: '', color: 'Default', heading, subheadings: [summary] },
    lines: [...(isIncomplete ? [say.incomplete] : []), say.asOf(readersClock(now, now, words, { withDay: true }), zone)],
    facts: factRows(factsOf(view)),
    charts: chartsOf(view),
    fallbackText: words.formats.sentences([heading, summary]),
    actions: PERIODS.filter((name) => name !== asked.name && OFFERED.includes(name)).map((period) =>
      button(say.show(say.period[period]), 'numbers-show', { period, ...(project && { project: project.id }) }),
    ),
  });
}

/** Each beside what it was in the period before. */
function factsOf({ figure, before, words }: NumbersView): readonly Fact[] {
  const { numbers: say } = words.look;
  const beside = (label: string, linesOf: (figure: Figure) => readonly string[]): Fact => ({
    label,
    lines: [...linesOf(figure), ...(before.outages > 0 ? linesOf(before).map(say.before) : [])],
  });
  const { transferred, merged, withdrawn } = figure.apart;
  return [
    {
      label: say.promise,
      lines: [
        say.kept(figure.kept, promisedOf(figure)),
        say.before(before.outages > 0 ? say.kept(before.kept, promisedOf(before)) : say.noneBefore),
        ...(figure.waiting > 0 ? [say.waiting(figure.waiting)] : []),
      ],
    },
    beside(say.acknowledged, ({ acknowledged }) => spreadLines(acknowledged, words)),
    beside(say.resolved, ({ resolved }) => spreadLines(resolved, words)),
    beside(say.updates, ({ updates, updatesOnTime }) => [say.updated(updatesOnTime, updates)]),
    {
      label: say.apart,
      lines: [
        ...(transferred.outages > 0 ? [say.transferred(transferred.outages, transferred.kept)] : []),
        ...(merged.outages > 0 ? [say.merged(merged.outages, merged.kept)] : []),
        ...(withdrawn > 0 ? [say.withdrawn(withdrawn)] : []),
        say.notCounted,
      ],
    },
  ];
}

/** Percentiles, or each of the few. */
function spreadLines(spread: Spread, words: Words): readonly string[] {
  const { numbers: say } = words.look;
  if (!('few' in spread)) return [say.spread(within(spread.median, words), within(spread.p90, words), spread.count)];
  if (spread.count === 0) return [say.none];
  return [words.formats.list(spread.few.map(({ number, ms }) => `${outageName({ number })} ${within(ms, words)}`))];
}

/** A part of a minute counts as a whole one, or what took longer would be called "within". */
export const within = (ms: number, { formats }: Words): string =>
  formats.duration(ms < MINUTE_MS ? ms : Math.ceil(ms / MINUTE_MS) * MINUTE_MS);

/** The same as the charts say, for who reads no chart. It stands above each, because not every client draws the title of a chart. */
function saidOf({ figure, desk, words }: NumbersView) {
  const { numbers: say } = words.look;
  const scenarios = figure.scenarios.map((one) => say.scenario(titleOf(one.id, desk, words), one.outages, one.kept, promisedOf(one)));
  const hours = figure.hours.flatMap((count, hour) => (count > 0 ? [say.hour(hour, count)] : []));
  return {
    scenarios: factRows([{ label: say.scenarios, lines: firstOf(scenarios, MOST_SCENARIOS, say.otherScenarios) }]),
    hours: factRows([{ label: say.hours, lines: [words.formats.list(hours)] }]),
  };
}

/** A scenario may be gone from the desk file. */
const titleOf = (id: string, desk: Desk, { language }: Words): string => plain(desk.scenario(id, language)?.title ?? id);

/**
 * Charts of Teams. A client that does not know them leaves them out: the words above say the same. The fields are those of
 * npm @microsoft/teams.cards 2.1.0.
 */
function chartsOf(view: NumbersView): readonly Element[] {
  const { figure, desk, words } = view;
  if (figure.outages === 0) return [];
  const { chart: say } = words.look.numbers;
  const said = saidOf(view);
  const promised = [
    { legend: say.kept, value: figure.kept, color: 'good' },
    { legend: say.late, value: promisedOf(figure) - figure.kept, color: 'attention' },
    { legend: say.waiting, value: figure.waiting, color: 'neutral' },
  ].filter(({ value }) => value > 0);
  const scenarios = figure.scenarios.slice(0, MOST_SCENARIOS).map(({ id, outages }) => ({ x: titleOf(id, desk, words), y: outages }));
  const hours = Array.from({ length: 24 / HOURS_OF_BAR }, (_, bar) => ({
    x: String(bar * HOURS_OF_BAR),
    y: figure.hours.slice(bar * HOURS_OF_BAR, (bar + 1) * HOURS_OF_BAR).reduce((sum, count) => sum + count, 0),
  }));
  return [
    chart('Chart.Donut', say.promise, promised),
    ...said.scenarios,
    chart('Chart.HorizontalBar', say.scenarios, scenarios, { color: BAR }),
    ...said.hours,
    chart('Chart.VerticalBar', say.hours, hours, { color: BAR }),
  ];
}

const chart = (type: string, title: string, data: readonly object[], more: object = {}): Element => ({
  ...{ type, title, showTitle: true, data, ...more },
  fallback: 'drop',
});
