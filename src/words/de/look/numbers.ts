/** How often promises were kept, and how long things took, in German. */
import type { PeriodName } from '../../../outage/numbers/figure.ts';
import { formats } from '../formats.ts';

const outages = (count: number): string => formats.plural(count, { one: '1 Ausfall', other: `${count} Ausfälle` });
/** "41 von 44 (93 %)". */
const share = (part: number, all: number): string => `${part} von ${all}${all > 0 ? ` (${Math.round((100 * part) / all)}\u00A0%)` : ''}`;

export const numbers = {
  period: {
    month: 'Dieser Monat',
    'last month': 'Letzter Monat',
    quarter: 'Dieses Quartal',
    'last quarter': 'Letztes Quartal',
    '90 days': 'Letzte 90 Tage',
  } satisfies Record<PeriodName, string>,
  show: (period: string) => `Anzeigen: ${period}`,
  heading: (period: string, project: string) => `Kennzahlen: ${period}${project ? `, ${project}` : ''}`,
  summary: (kept: number, promised: number) =>
    promised === 0 ? 'Es gibt noch nichts zu zählen.' : `Zusagen eingehalten: ${share(kept, promised)}.`,
  asOf: (time: string, zone: string) => `Stand: ${time}. Monate, Tage und Stunden gelten in der Zeitzone des Supportdesks: ${zone}.`,
  incomplete: 'Ältere Ausfälle werden noch gezählt. Fragen Sie später noch einmal.',
  before: (text: string) => `Davor: ${text}`,
  none: 'keine Angaben',
  noneBefore: 'Es wurde kein Ausfall gemeldet.',
  promise: 'Zusagen',
  kept: (kept: number, promised: number) => (promised === 0 ? 'Nichts zu zählen.' : `Rechtzeitig übernommen: ${share(kept, promised)}.`),
  waiting: (count: number) => `Noch nicht übernommen, Frist läuft noch: ${outages(count)}.`,
  acknowledged: 'Zeit bis zur Übernahme',
  resolved: 'Zeit bis zur Behebung',
  spread: (median: string, p90: string, count: number) =>
    `Die Hälfte innerhalb von ${median}, 90\u00A0% innerhalb von ${p90} (${outages(count)}).`,
  updates: 'Rechtzeitige Updates',
  updated: (onTime: number, all: number) => (all === 0 ? 'Es war kein Update fällig.' : `${share(onTime, all)}.`),
  apart: 'Hier nicht enthalten',
  transferred: (count: number, kept: number) => `Weitergeleitet: ${count}, davon rechtzeitig übernommen: ${kept}.`,
  merged: (count: number, kept: number) => `Mit einem anderen zusammengeführt: ${count}, davon rechtzeitig übernommen: ${kept}.`,
  withdrawn: (count: number) => `Vor der Frist zurückgezogen: ${count}.`,
  scenarios: 'Nach Art',
  scenario: (title: string, count: number, kept: number, promised: number) =>
    `${title}: ${outages(count)}, rechtzeitig übernommen: ${kept} von ${promised}.`,
  otherScenarios: (count: number) => formats.plural(count, { one: 'Und 1 weitere Art.', other: `Und ${count} weitere Arten.` }),
  hours: 'Nach Uhrzeit',
  hour: (hour: number, count: number) => `${String(hour).padStart(2, '0')}:00: ${count}`,
  notCounted: 'Übungen und Anfragen zählen nicht.',
  chart: {
    promise: 'Rechtzeitig übernommen',
    kept: 'Rechtzeitig',
    late: 'Zu spät',
    waiting: 'Noch nicht fällig',
    hours: 'Ausfälle nach Uhrzeit',
    scenarios: 'Ausfälle nach Art',
  },
  unknownProject: (typed: string, projects: string) =>
    `Das Projekt ${typed} kenne ich nicht. Schreiben Sie eines davon: ${projects}. Davor können Sie month, quarter oder 90 days schreiben.`,
  weekly: {
    spread: (median: string, count: number) => `Die Hälfte wurde innerhalb von ${median} übernommen (${outages(count)}).`,
    updates: (onTime: number, all: number) => `Rechtzeitige Updates: ${share(onTime, all)}.`,
    before: (kept: number, promised: number) => `In der Woche davor rechtzeitig übernommen: ${share(kept, promised)}.`,
    more: 'Für mehr schreiben Sie mir /outage numbers.',
  },
};
