/** How often promises were kept, and how long things took, in Danish. */
import type { PeriodName } from '../../../outage/numbers/figure.ts';
import { formats } from '../formats.ts';

/** Of any number: the singular is the plural. */
const outages = (count: number): string => `${count} nedbrud`;
/** "41 af 44 (93 %)". */
const share = (part: number, all: number): string => `${part} af ${all}${all > 0 ? ` (${Math.round((100 * part) / all)}\u00A0%)` : ''}`;

export const numbers = {
  period: {
    month: 'Denne måned',
    'last month': 'Sidste måned',
    quarter: 'Dette kvartal',
    'last quarter': 'Sidste kvartal',
    '90 days': 'De seneste 90 dage',
  } satisfies Record<PeriodName, string>,
  show: (period: string) => `Vis ${period.toLowerCase()}`,
  heading: (period: string, project: string) => `Nøgletal: ${period.toLowerCase()}${project ? `, ${project}` : ''}`,
  summary: (kept: number, promised: number) =>
    promised === 0 ? 'Der er ikke noget at tælle endnu.' : `Løfter holdt: ${share(kept, promised)}.`,
  asOf: (time: string, zone: string) => `Opgjort ${time}. Måneder, dage og timer følger supportdeskens tidszone: ${zone}.`,
  incomplete: 'Ældre nedbrud bliver stadig talt, så spørg igen senere.',
  before: (text: string) => `Før: ${text}`,
  none: 'ingen tal',
  noneBefore: 'intet nedbrud blev meldt.',
  promise: 'Løfter',
  kept: (kept: number, promised: number) => (promised === 0 ? 'Intet at tælle.' : `Overtaget til tiden: ${share(kept, promised)}.`),
  waiting: (count: number) => `Ikke overtaget endnu, før fristen: ${outages(count)}.`,
  acknowledged: 'Tid til overtagelse',
  resolved: 'Tid til løsning',
  spread: (median: string, p90: string, count: number) => `Halvdelen inden for ${median}, 90\u00A0% inden for ${p90} (${outages(count)}).`,
  updates: 'Opdateringer til tiden',
  updated: (onTime: number, all: number) => (all === 0 ? 'Ingen opdatering var lovet.' : `${share(onTime, all)}.`),
  apart: 'Ikke talt med her',
  transferred: (count: number, kept: number) => `Sendt videre: ${count}, heraf overtaget til tiden: ${kept}.`,
  merged: (count: number, kept: number) => `Flettet med et andet: ${count}, heraf overtaget til tiden: ${kept}.`,
  withdrawn: (count: number) => `Trukket tilbage før fristen: ${count}.`,
  scenarios: 'Efter type',
  scenario: (title: string, count: number, kept: number, promised: number) =>
    `${title}: ${outages(count)}, overtaget til tiden: ${kept} af ${promised}.`,
  otherScenarios: (count: number) => formats.plural(count, { one: 'Og 1 type mere.', other: `Og ${count} typer mere.` }),
  hours: 'Efter klokkeslæt',
  hour: (hour: number, count: number) => `${String(hour).padStart(2, '0')}.00: ${count}`,
  notCounted: 'Øvelser og henvendelser tælles ikke.',
  chart: {
    promise: 'Overtaget til tiden',
    kept: 'Til tiden',
    late: 'For sent',
    waiting: 'Fristen er ikke nået',
    hours: 'Nedbrud efter klokkeslæt',
    scenarios: 'Nedbrud efter type',
  },
  unknownProject: (typed: string, projects: string) =>
    `Projektet ${typed} kender jeg ikke. Skriv et af disse: ${projects}. Foran kan du skrive month, quarter eller 90 days.`,
  weekly: {
    spread: (median: string, count: number) => `Halvdelen blev overtaget inden for ${median} (${outages(count)}).`,
    updates: (onTime: number, all: number) => `Opdateringer til tiden: ${share(onTime, all)}.`,
    before: (kept: number, promised: number) => `Ugen før: ${share(kept, promised)} overtaget til tiden.`,
    more: 'Skriv /outage numbers til mig for at se mere.',
  },
};
