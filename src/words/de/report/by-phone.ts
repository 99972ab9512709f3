/** A report that comes by phone, in German: what whoever takes the call enters, and what the cards say of it. */
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

export const byPhone = {
  open: 'Für Anrufende melden',
  heading: (customer: string) => (customer ? `Telefonische Meldung für ${customer}` : 'Telefonische Meldung'),
  place: 'Kunde und Umgebung',
  more: 'Nicht alle Kunden stehen in der Liste. Für einen anderen schließen Sie das hier und schreiben Sie "report for NAME".',
  caller: 'Wer ruft an?',
  somebodyElse: 'Jemand anderes',
  name: 'Name, wenn jemand anderes anruft',
  phone: 'Telefonnummer dieser Person, mit Ländervorwahl',
  scenario: 'Um welche Art von Ausfall geht es?',
  title: 'Was ist los, in wenigen Worten?',
  description: 'Was wird sonst noch berichtet? (optional)',
  anyway: 'Ist es ein anderer Ausfall?',
  anywayTitle: 'Ja, als eigenen Ausfall melden',
  send: 'Meldung senden',
  sendAndTake: 'Senden und übernehmen',
  audience:
    'Die Zusage gilt ab dem Moment, in dem Sie senden. Der Supportdesk sieht alles in seinem Thread. Wer in der Liste steht, erfährt Neues im eigenen Chat mit dem Bot.',
  notOfCustomer: 'Diese Person steht nicht auf der Liste dieses Kunden. Wählen Sie jemand anderes.',
  openThere: (names: string, one: string) =>
    `Dort schon offen: ${names}. Wenn es derselbe Ausfall ist, schließen Sie das hier, nennen Sie am Telefon die Nummer, und schreiben Sie in den Thread von ${one}, was Sie gehört haben: "note TEXT". Dispatcher geben einem Engineer Bescheid. Wenn es ein anderer ist, kreuzen Sie das Kästchen an und senden Sie.`,

  whichCustomer: (typed: string) => `Welchen Kunden meinen Sie mit ${typed}?`,
  moreCustomers: 'Es passen noch mehr Kunden. Wenn Ihrer nicht dabei ist, schreiben Sie mehr vom Namen.',
  noCustomer: (typed: string) => `Ich kenne keinen Kunden namens ${typed}. Schreiben Sie einen Teil des Namens, oder "report by phone".`,
  nothingToReport: (customer: string) =>
    denial('not-eligible', `${customer} hat keine Produktionsumgebung, für die ein Ausfall gemeldet werden kann.`),
  inRoom: 'Mit der Schaltfläche melden Sie für Anrufende. Nur Sie sehen, was Sie eingeben.',

  sent: (name: string, caller: string, hears: boolean) =>
    hears
      ? `${name} ist für ${caller} gemeldet. Neues kommt dort in Teams an. Nennen Sie am Telefon die Nummer.`
      : `${name} ist für ${caller} gemeldet. In Teams kommt dort nichts an. Nennen Sie am Telefon die Nummer. Die Karte bittet die Engineers, bei Neuigkeiten anzurufen.`,
  next: (when: string) => `Ein Engineer übernimmt bis ${when}. Bis dahin wird die Bereitschaft alarmiert.`,

  fact: 'Per Telefon',
  by: (caller: string, taker: string) => `${caller}, per Telefon (Anruf angenommen von ${taker})`,
  takenBy: (taker: string) => `Anruf angenommen von ${taker}`,
  callBack: 'Erfährt in Teams nichts: bei Neuigkeiten bitte anrufen',
  hears: 'Erfährt Neues in Teams',
  callThem: (names: string) => `Per Telefon gemeldet: ${names}. In Teams kommt dort nichts davon an. Bitte rufen Sie an.`,
  forYou: (taker: string) => `Sie haben angerufen, und ${taker} hat diese Meldung für Sie geschrieben. Sie können sie korrigieren.`,
  youTook: (caller: string) => `Sie haben diesen Anruf angenommen: ${caller}. Sie können die Meldung korrigieren oder zurückziehen.`,
  timeline: (what: string, taker: string) => `${what} (per Telefon, Anruf angenommen von ${taker})`,
};

/** Of what another system reported by the API. */
export const byApi = {
  fact: 'Von einem Programm',
  hears: 'Es erfährt in Teams nichts, kann aber den Bot nach dem Stand fragen.',
  alert: 'Eine Warnung der Überwachung',
  moreAlerts: (count: number) => formats.plural(count, { one: 'Und 1 weitere Warnung.', other: `Und ${count} weitere Warnungen.` }),
  resolved: (title: string) => `Laut Überwachung funktioniert das wieder: ${title}`,
};
