/** How often promises were kept, and how long things took, in Spanish. */
import type { PeriodName } from '../../../outage/numbers/figure.ts';
import { formats } from '../formats.ts';

const outages = (count: number): string =>
  formats.plural(count, { one: '1 interrupción', many: `${count} interrupciones`, other: `${count} interrupciones` });
/** "41 de 44 (93 %)". */
const share = (part: number, all: number): string => `${part} de ${all}${all > 0 ? ` (${Math.round((100 * part) / all)}\u00A0%)` : ''}`;
/** Behind a colon. No name has a letter that must stay a capital. */
const small = (period: string): string => period.toLocaleLowerCase('es');

export const numbers = {
  period: {
    month: 'Este mes',
    'last month': 'El mes pasado',
    quarter: 'Este trimestre',
    'last quarter': 'El trimestre pasado',
    '90 days': 'Los últimos 90 días',
  } satisfies Record<PeriodName, string>,
  show: (period: string) => `Ver ${small(period)}`,
  heading: (period: string, project: string) => `Cifras: ${small(period)}${project ? `, ${project}` : ''}`,
  summary: (kept: number, promised: number) =>
    promised === 0 ? 'Aún no hay nada que contar.' : `Compromisos cumplidos: ${share(kept, promised)}.`,
  asOf: (time: string, zone: string) =>
    `Datos a esta hora: ${time}. Los meses, los días y las horas son los del servicio de soporte: ${zone}.`,
  incomplete: 'Aún se están contando interrupciones anteriores, así que consulte de nuevo más tarde.',
  before: (text: string) => `Antes: ${text}`,
  none: 'sin datos',
  noneBefore: 'no se notificó ninguna interrupción.',
  promise: 'Compromisos',
  kept: (kept: number, promised: number) => (promised === 0 ? 'Nada que contar.' : `Asumidas a tiempo: ${share(kept, promised)}.`),
  waiting: (count: number) => `Sin asumir todavía, dentro del plazo: ${outages(count)}.`,
  acknowledged: 'Tiempo hasta asumir',
  resolved: 'Tiempo hasta resolver',
  spread: (median: string, p90: string, count: number) => `La mitad en ${median} como máximo, el 90\u00A0% en ${p90} (${outages(count)}).`,
  updates: 'Actualiza\u00ADciones a tiempo',
  updated: (onTime: number, all: number) => (all === 0 ? 'No había ninguna actualización prevista.' : `${share(onTime, all)}.`),
  apart: 'No incluidas',
  transferred: (count: number, kept: number) => `Transferidas: ${count}; asumidas a tiempo: ${kept}.`,
  merged: (count: number, kept: number) => `Combinadas con otra: ${count}; asumidas a tiempo: ${kept}.`,
  withdrawn: (count: number) => `Retiradas antes del plazo: ${count}.`,
  scenarios: 'Por tipo',
  scenario: (title: string, count: number, kept: number, promised: number) =>
    `${title}: ${outages(count)}; asumidas a tiempo: ${kept} de ${promised}.`,
  otherScenarios: (count: number) =>
    formats.plural(count, { one: 'Y 1 tipo más.', many: `Y ${count} tipos más.`, other: `Y ${count} tipos más.` }),
  hours: 'Por hora',
  hour: (hour: number, count: number) => `${String(hour).padStart(2, '0')}:00: ${count}`,
  notCounted: 'Los simulacros y las solicitudes no cuentan.',
  chart: {
    promise: 'Asumidas a tiempo',
    kept: 'A tiempo',
    late: 'Con retraso',
    waiting: 'En plazo',
    hours: 'Interrupciones por hora del día',
    scenarios: 'Interrupciones por tipo',
  },
  unknownProject: (typed: string, projects: string) =>
    `No conozco el proyecto ${typed}. Escriba uno de estos: ${projects}. Delante puede escribir month, quarter o 90 days.`,
  weekly: {
    spread: (median: string, count: number) => `La mitad se asumió en ${median} como máximo (${outages(count)}).`,
    updates: (onTime: number, all: number) => `Actualizaciones a tiempo: ${share(onTime, all)}.`,
    before: (kept: number, promised: number) => `La semana anterior se asumieron a tiempo: ${share(kept, promised)}.`,
    more: 'Para ver más, escríbame /outage numbers.',
  },
};
