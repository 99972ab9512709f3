/** How often promises were kept, and how long things took. */
import type { PeriodName } from '../../../outage/numbers/figure.ts';
import { formats } from '../formats.ts';
import { at } from '../grammar.ts';

const outages = (count: number): string =>
  formats.plural(count, { one: `${count} panne`, many: `${count} pannes`, other: `${count} pannes` });
/** "41 sur 44 (93 %)". */
const share = (part: number, all: number): string => `${part} sur ${all}${all > 0 ? ` (${Math.round((100 * part) / all)} %)` : ''}`;
const inTime = (kept: number): string => `dont ${kept} ${kept < 2 ? 'prise' : 'prises'} en charge à temps`;
/** At the beginning of a text "Ce mois-ci", within one "ce mois-ci". */
const within = (period: string): string => `${period.charAt(0).toLowerCase()}${period.slice(1)}`;

export const numbers = {
  period: {
    month: 'Ce mois-ci',
    'last month': 'Le mois dernier',
    quarter: 'Ce trimestre',
    'last quarter': 'Le trimestre dernier',
    '90 days': 'Les 90 derniers jours',
  } satisfies Record<PeriodName, string>,
  show: (period: string) => `Voir ${within(period)}`,
  heading: (period: string, project: string) => `Chiffres : ${within(period)}${project ? `, ${project}` : ''}`,
  summary: (kept: number, promised: number) =>
    promised === 0 ? 'Il n’y a encore rien à compter.' : `Engagements tenus : ${share(kept, promised)}.`,
  asOf: (time: string, zone: string) => `Situation ${at(time)}. Les mois, jours et heures sont ceux du support : ${zone}.`,
  incomplete: 'Le décompte des pannes plus anciennes est encore en cours : redemandez plus tard.',
  before: (text: string) => `Période précédente : ${text}`,
  none: 'aucune panne',
  noneBefore: 'aucune panne n’a été signalée.',
  promise: 'Engagements',
  kept: (kept: number, promised: number) => (promised === 0 ? 'Rien à compter.' : `Prises en charge à temps : ${share(kept, promised)}.`),
  waiting: (count: number) => `Pas encore prises en charge, avant l’échéance : ${outages(count)}.`,
  acknowledged: 'Délai de prise en charge',
  resolved: 'Délai de résolution',
  spread: (median: string, p90: string, count: number) => `La moitié en moins de ${median}, 90 % en moins de ${p90} (${outages(count)}).`,
  updates: 'Points à temps',
  updated: (onTime: number, all: number) => (all === 0 ? 'Aucun point n’était prévu.' : `${share(onTime, all)}.`),
  apart: 'Non comptées ici',
  transferred: (count: number, kept: number) => `Transférées : ${count}, ${inTime(kept)}.`,
  merged: (count: number, kept: number) => `Fusionnées dans une autre : ${count}, ${inTime(kept)}.`,
  withdrawn: (count: number) => `Retirées avant l’échéance : ${count}.`,
  scenarios: 'Par type',
  scenario: (title: string, count: number, kept: number, promised: number) =>
    `${title} : ${outages(count)} (${kept} sur ${promised} à temps).`,
  otherScenarios: (count: number) =>
    formats.plural(count, {
      one: `Et ${count} autre type.`,
      many: `Et ${count} autres types.`,
      other: `Et ${count} autres types.`,
    }),
  hours: 'Par heure',
  hour: (hour: number, count: number) => `${String(hour).padStart(2, '0')}:00 : ${count}`,
  notCounted: 'Les exercices et les demandes ne sont pas comptés.',
  chart: {
    promise: 'Prises en charge à temps',
    kept: 'À temps',
    late: 'En retard',
    waiting: 'Échéance à venir',
    hours: 'Pannes par heure de la journée',
    scenarios: 'Pannes par type',
  },
  unknownProject: (typed: string, projects: string) =>
    `Je ne connais aucun projet ${typed}. Écrivez l’un de ces noms : ${projects}. Avant le nom, vous pouvez écrire month, quarter ou 90 days.`,
  weekly: {
    spread: (median: string, count: number) => `Prise en charge en moins de ${median} pour la moitié (${outages(count)}).`,
    updates: (onTime: number, all: number) => `Points à temps : ${share(onTime, all)}.`,
    before: (kept: number, promised: number) => `La semaine précédente, prises en charge à temps : ${share(kept, promised)}.`,
    more: 'Pour en savoir plus, écrivez-moi /outage numbers.',
  },
};
