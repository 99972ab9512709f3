/** What rings beside Teams, in German: calls, text messages and pages, what came of them, and what is told when nobody was paged. */
import type { PageOutcome } from '../../../outage/types/pages.ts';
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

/** On the card and in the timeline, after who was paged. */
const outcome: Record<PageOutcome | 'waiting', string> = {
  waiting: 'wartet auf den Pager-Dienst',
  accepted: 'vom Pager-Dienst angenommen',
  answered: 'hat geantwortet',
  'no-answer': 'keine Antwort',
  busy: 'besetzt',
  failed: 'nicht erreichbar',
  missed: 'nicht gerufen',
};

export const pages = {
  source: botName,
  drill: 'Übung.',
  text: (name: string, customer: string, title: string) => `${name}, ${customer}: ${title}.`,
  left: (time: string) => `Bitte innerhalb von ${time} übernehmen.`,
  late: (time: string) => `Noch nicht übernommen, Frist seit ${time} abgelaufen.`,
  open: (link: string) => `In Teams übernehmen: ${link}`,
  openTeams: 'Bitte in Teams übernehmen.',
  notHere: `Bitte in Teams übernehmen. Eine Bestätigung in diesem Dienst gilt nicht als Übernahme in ${botName}.`,
  openThread: 'Thread in Teams öffnen',

  /** Spoken on the phone. */
  call: {
    language: 'de-DE',
    hello: `Hier ist ${botName}.`,
    drill: 'Dies ist eine Übung. Es ist nichts ausgefallen.',
    outage: (digits: string) => `Ausfall ${digits}.`,
    drillNumber: (digits: string) => `Übung ${digits}.`,
    customer: (customer: string) => `Kunde: ${customer}.`,
    pressOne: 'Drücken Sie die Eins, um zu übernehmen.',
    bye: 'Auf Wiederhören.',
    again: 'Ich wiederhole.',
    otherKey: 'Das war nicht die Eins.',
    taken: 'Danke. Sie sind jetzt zuständig. Bitte öffnen Sie den Thread in Teams.',
    yours: 'Sie sind bereits zuständig. Bitte öffnen Sie den Thread in Teams.',
    theirs: (owner: string) => `Zuständig ist bereits ${owner}. Sie müssen nichts tun.`,
    ended: 'Es ist schon beendet. Sie müssen nichts tun.',
    changed: denial('not-now', 'Seit Beginn dieses Anrufs hat sich etwas geändert. Bitte sehen Sie im Thread in Teams nach.'),
    nobody: denial(
      'not-permitted',
      'Diese Nummer steht nicht in der Desk-Datei. Deshalb können Sie nicht übernehmen. Bitte sehen Sie im Thread in Teams nach.',
    ),
    notEngineer: denial('not-permitted', 'Nur Engineers dieses Supportdesks können übernehmen. Bitte rufen Sie jemanden an, der das kann.'),
    failed: 'Das konnte ich nicht speichern. Bitte übernehmen Sie in Teams.',
  },

  label: 'Gerufen',
  outcome,
  line: (who: string, when: string, what: string) => `${who}, ${when}: ${what}`,
  person: (name: string, number: string) => (number ? `${name}, ${number}` : name),
  service: (id: string) => `Pager-Dienst „${id}“`,
  timeline: (who: string, what: string) => `Gerufen: ${who} (${what})`,
  timelineMissed: (who: string) => (who ? `Nicht rechtzeitig gerufen: ${who}` : 'Niemand wurde gerufen'),

  missed: {
    heading: (name: string) => `${name}: Niemand wurde rechtzeitig gerufen`,
    headingSome: (name: string) => `${name}: Jemand wurde nicht rechtzeitig gerufen`,
    who: (who: string) =>
      `Nicht gerufen: ${who}. Der Pager-Dienst hat den Alarmruf abgelehnt oder nicht innerhalb einer Minute angenommen.`,
    nobody: 'Für die Bereitschaft dieser Stufe steht keine Telefonnummer in der Desk-Datei. Deshalb klingelt kein Telefon.',
    next: (who: string) => `Jetzt gerufen: ${who}.`,
    noNext: 'Zurzeit ist kein anderer Pager-Dienst übrig. Rufen Sie die Personen an, die Bescheid wissen müssen.',
  },
};
