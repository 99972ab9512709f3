/** Samples of the numbers: none, a few outages, and many of every kind. */
import { numbersCard } from '../../../src/cards/look/numbers.ts';
import { periodOf } from '../../../src/desk/periods.ts';
import type { Figure, Kept, PeriodName } from '../../../src/outage/numbers/figure.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { NOW, type Texts } from '../outage/stories.ts';
import { entry, type SampleCard } from './sample-card.ts';

const MINUTE_MS = 60_000;
const kept = (outages: number, inTime: number, waiting = 0): Kept => ({ outages, kept: inTime, waiting });
const NOTHING: Figure = {
  ...kept(0, 0),
  ...{ updates: 0, updatesOnTime: 0, scenarios: [], hours: [] },
  ...{ acknowledged: { count: 0, few: [] }, resolved: { count: 0, few: [] } },
  apart: { transferred: kept(0, 0), merged: kept(0, 0), withdrawn: 0 },
};
/** Of so many outages, of which so many were acknowledged in time. */
export const weekOf = (outages: number, inTime: number): Figure => ({
  ...NOTHING,
  ...kept(outages, inTime),
  ...{ updates: outages * 3, updatesOnTime: outages * 3 - 1 },
  acknowledged: { count: outages, median: 7.5 * MINUTE_MS, p90: 31 * MINUTE_MS },
});
const hoursOf = (count: (hour: number) => number) => Array.from({ length: 24 }, (_, hour) => count(hour));

export function numbersCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  const known = desk.file.scenarios.map(({ id }) => id);
  const few: Figure = {
    ...kept(4, 2, 1),
    ...{ updates: 2, updatesOnTime: 2 },
    acknowledged: { count: 2, few: [1001, 1003].map((number, index) => ({ number, ms: (4 + index * 21) * MINUTE_MS })) },
    resolved: { count: 1, few: [{ number: 1001, ms: 95 * MINUTE_MS }] },
    apart: NOTHING.apart,
    scenarios: known.slice(0, 2).map((id, index) => ({ id, ...kept(2, 1, index) })),
    hours: hoursOf((hour) => (hour === 9 ? 3 : hour === 14 ? 1 : 0)),
  };
  const many: Figure = {
    ...kept(1_204, 1_101, 12),
    ...{ updates: 4_310, updatesOnTime: 3_998 },
    acknowledged: { count: 1_150, median: 7 * MINUTE_MS, p90: 26.5 * MINUTE_MS },
    resolved: { count: 1_098, median: 84 * MINUTE_MS, p90: 420 * MINUTE_MS },
    apart: { transferred: kept(40, 38), merged: kept(71, 71), withdrawn: 19 },
    // More than are shown, and of scenarios that are gone from the desk file.
    scenarios: [...known, ...Array.from({ length: 20 }, (_, index) => `${texts.typed(60)}-${index}`)].map((id, index) => ({
      id,
      ...kept(200 - index, 180 - index, index % 2),
    })),
    hours: hoursOf((hour) => (hour < 6 ? 4 : 30 + ((hour * 7) % 40))),
  };
  const shop = { id: 'contoso', name: texts.name };
  const draw = (name: string, period: PeriodName, figure: Figure, before: Figure, more: { project?: typeof shop; late?: boolean } = {}) =>
    entry(
      `numbers: ${name}`,
      numbersCard,
      numbersCard({
        ...{ asked: periodOf(period, NOW, desk.file.desk.timeZone), figure, before, desk, words, now: NOW },
        ...{ project: more.project ?? null, isIncomplete: more.late ?? false },
      }),
    );
  return [
    draw('none', 'month', NOTHING, NOTHING),
    draw('few', 'quarter', few, NOTHING, { project: shop }),
    draw('many', '90 days', many, few, { late: true }),
  ];
}
