/** The end of an outage, in Danish: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { At, at } from './grammar.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: 'Ret melding',
    withdraw: 'Træk melding tilbage',
    object: 'Det er et nedbrud',
    other: 'Det er et andet nedbrud',
    notMerge: 'Nej, behold begge',
    stillDown: 'Virker stadig ikke',
  },
  said: { works: 'Det virker igen.', better: 'Det er bedre.', down: 'Det virker stadig ikke.' },
  withdraw: {
    heading: (name: string) => (name ? `${name}: Træk meldingen tilbage?` : 'Træk meldingen tilbage?'),
    reason: 'Hvorfor? (valgfrit)',
    example: 'Et kabel sad løst. Det virker igen.',
    send: 'Træk tilbage',
    audience: 'Ingen alarmeres længere, og alle, der følger med, får besked. Virker det alligevel ikke, kan du sige det senere.',
  },
  object: {
    heading: (name: string) => (name ? `${name}: Er det et nedbrud?` : 'Er det et nedbrud?'),
    reason: 'Hvad bør supporten vide? (valgfrit)',
    example: 'Ingen i tre lande kan bogføre, og ordrerne venter',
    send: 'Det er et nedbrud',
    audience: 'Sagen går straks tilbage til supporten, og vi alarmerer vagtlederen. Du kan gøre det én gang.',
  },
  other: {
    heading: (name: string) => (name ? `${name}: Er det et andet nedbrud?` : 'Er det et andet nedbrud?'),
    reason: 'Hvad er anderledes ved det? (valgfrit)',
    example: 'Vores begyndte en time før, og kun udskrivning fejler',
    send: 'Det er et andet nedbrud',
    audience: 'Det behandles straks for sig selv igen, og vi alarmerer vagtlederen. Du kan gøre det én gang.',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name}: Virker det stadig ikke?` : 'Virker det stadig ikke?'),
    reason: 'Hvad er der stadig galt?',
    example: 'Bogføring virker, men printerne får ingenting',
    send: 'Virker stadig ikke',
    audience: 'Nedbruddet åbnes igen under samme nummer, og vi alarmerer vagten med det samme.',
  },
  notYours: (person: string) =>
    denial('not-yours', `Det kan kun den gøre, der meldte det: ${person}. Hvis du ved mere, så fortæl det til ${person}, eller ring.`),
  useButton: (person: string) => `${person}: Tryk på knappen nedenfor. Kun du ser, hvad du skriver der.`,
  whichOne: (names: string) => `Du har mere end et: ${names}. Skriv hvilket, med nummeret.`,
  told: 'Supporten har fået besked i nedbruddets tråd.',
  toldWorks: 'Supporten har fået besked i nedbruddets tråd. Er det overstået, så træk meldingen tilbage. Indtil da arbejder de videre.',
  notHere: (example: string) => `Du meldte det ikke her. Skriv det i chatten med mig, eller: ${example}.`,
  noneHere:
    'Jeg finder ingen af dine nedbrud, som det passer på. Skriv nummeret, for eksempel OUT-1042, eller skriv /outage for at melde et.',
};

/** `by` may be empty. */
const done = (by: string, when: string) => (by ? `af ${by} ${at(when)}` : at(when));
/** Why nothing can be done with an outage that has ended. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} er åbent.`,
  acknowledged: (name) => `${name} er åbent.`,
  requested: (name) => `${name} er en henvendelse.`,
  transferred: (name, by, when) => `${name} blev sendt videre til et andet team ${done(by, when)}.`,
  withdrawn: (name, by, when) => `${name} blev trukket tilbage ${done(by, when)}. Der er ikke mere at gøre.`,
  merged: (name, by, when, into) => `${name} blev flettet med ${into} ${done(by, when)}. Fortsæt med ${into}.`,
  resolved: (name, by, when) => `${name} blev løst ${done(by, when)}. Der er ikke mere at gøre.`,
  closed: (name, by, when) => `${name} blev løst ${done(by, when)} og er lukket. Der er ikke mere at gøre.`,
};

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name}: Markér som løst`,
    text: 'Hvad blev gjort, og hvad mangler?',
    example: 'Hvad der var galt, hvad der hjalp, hvornår det virkede igen, hvilke data eller job der skal kontrolleres',
    send: 'Markér som løst',
    audience: 'Denne tråd, indmelderen og alle, der følger med, ser det. Ingen alarmeres længere.',
  },
  transfer: {
    heading: (name: string) => `${name}: Send videre`,
    promise: (plan: string, reply: string) => `Det andet team svarer inden for ${reply} (supportplan: ${plan}).`,
    promised: (within: string, when: string) =>
      `Vi lovede indmelderen at overtage sagen inden for ${within}, senest ${at(when)}. Indmelderen ser begge løfter og kan gøre indsigelse én gang.`,
    team: 'Hvilket team svarer?',
    reason: 'Hvorfor er det ikke et nedbrud?',
    example: 'Hvilket af de tre punkter der ikke passer: i drift, flere brugere, det daglige arbejde står stille',
    send: 'Send videre',
    audience: 'Ingen alarmeres længere. Indmelderen og alle, der følger med, ser begrundelsen.',
  },
  merge: {
    heading: (name: string) => `${name}: Flet`,
    open: 'Disse er også åbne:',
    number: 'Med hvilket nedbrud?',
    example: 'OUT-1042',
    send: 'Flet',
    audience: (name: string, into: string) =>
      `${name} slutter, og indmelderen får opdateringerne om ${into}. Skriv "unmerge" her for at ophæve fletningen.`,
    otherOne: 'det andet nedbrud',
    intoOther: 'det andet nedbrud',
    taken: (into: string, owner: string) => `Ansvarlig for ${into}: ${owner}.`,
    waiting: (into: string, promise: string) => `Ingen har overtaget ${into} endnu. ${promise}.`,
    question: (name: string, into: string) => `Er ${name} det samme som ${into}?`,
    saidApart: (by: string, when: string) => `${At(when)} blev det fastslået af ${by}, at de ikke er det samme.`,
    apart: (into: string) => `Det er ikke det samme som ${into}.`,
    notMerged: (name: string) => `${name} er ikke flettet med et andet nedbrud.`,
    partOfIt: (_count: number, names: string, first: string) => `${names} er flettet ind i det. Ophæv fletningen med: unmerge ${first}.`,
    notANumber: 'Skriv et nummer, for eksempel OUT-1042.',
    unknown: 'Jeg kender intet nedbrud med det nummer.',
  },
  reopen: {
    heading: (name: string) => `${name}: Genåbn`,
    reason: 'Hvad er der stadig galt?',
    example: 'Hvad der fejler igen, og siden hvornår',
    send: 'Genåbn',
    audience: 'Du bliver ansvarlig. Nummeret og trådene er de samme, og alle får besked.',
  },
};
