/** How often promises were kept, and how long things took, in English. */
import type { PeriodName } from '../../../outage/numbers/figure.ts';
import { formats } from '../formats.ts';

const outages = (count: number): string => formats.plural(count, { one: '1 outage', other: `${count} outages` });
/** "41 of 44 (93%)". */
const share = (part: number, all: number): string => `${part} of ${all}${all > 0 ? ` (${Math.round((100 * part) / all)}%)` : ''}`;

export const numbers = {
  period: {
    month: 'This month',
    'last month': 'Last month',
    quarter: 'This quarter',
    'last quarter': 'Last quarter',
    '90 days': 'Last 90 days',
  } satisfies Record<PeriodName, string>,
  show: (period: string) => `Show ${period.toLowerCase()}`,
  heading: (period: string, project: string) => `Numbers: ${period.toLowerCase()}${project ? `, ${project}` : ''}`,
  summary: (kept: number, promised: number) =>
    promised === 0 ? 'There is nothing to count yet.' : `Promises kept: ${share(kept, promised)}.`,
  asOf: (time: string, zone: string) => `As of ${time}. Months, days and hours are those of the desk: ${zone}.`,
  incomplete: 'Older outages are still being counted, so ask again later.',
  before: (text: string) => `Before: ${text}`,
  none: 'none',
  noneBefore: 'no outage was reported.',
  promise: 'Promises',
  kept: (kept: number, promised: number) => (promised === 0 ? 'Nothing to count.' : `${share(kept, promised)} acknowledged in time.`),
  waiting: (count: number) => `${outages(count)} not acknowledged yet, before the deadline.`,
  acknowledged: 'Time to acknowledge',
  resolved: 'Time to resolve',
  spread: (median: string, p90: string, count: number) => `Half within ${median}, 90% within ${p90} (${outages(count)}).`,
  updates: 'Updates in time',
  updated: (onTime: number, all: number) => (all === 0 ? 'No update was due.' : `${share(onTime, all)}.`),
  apart: 'Not in these',
  transferred: (count: number, kept: number) => `Transferred: ${count}, ${kept} of them acknowledged in time.`,
  merged: (count: number, kept: number) => `Merged into another: ${count}, ${kept} of them acknowledged in time.`,
  withdrawn: (count: number) => `Withdrawn before the deadline: ${count}.`,
  scenarios: 'By kind',
  scenario: (title: string, count: number, kept: number, promised: number) =>
    `${title}: ${outages(count)}, ${kept} of ${promised} acknowledged in time.`,
  otherScenarios: (count: number) => formats.plural(count, { one: 'And 1 more kind.', other: `And ${count} more kinds.` }),
  hours: 'By hour',
  hour: (hour: number, count: number) => `${String(hour).padStart(2, '0')}:00: ${count}`,
  notCounted: 'Drills and requests are not counted.',
  chart: {
    promise: 'Acknowledged in time',
    kept: 'In time',
    late: 'Late',
    waiting: 'Not yet due',
    hours: 'Outages by hour of the day',
    scenarios: 'Outages by kind',
  },
  unknownProject: (typed: string, projects: string) =>
    `I know no project ${typed}. Write one of these: ${projects}. Before it you may write month, quarter or 90 days.`,
  weekly: {
    spread: (median: string, count: number) => `Half were acknowledged within ${median} (${outages(count)}).`,
    updates: (onTime: number, all: number) => `Updates in time: ${share(onTime, all)}.`,
    before: (kept: number, promised: number) => `The week before: ${share(kept, promised)} acknowledged in time.`,
    more: 'For more, write /outage numbers to me.',
  },
};
