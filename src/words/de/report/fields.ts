/** The fields of the report, in German: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'Titel: Was ist los, in wenigen Worten?',
    example: 'In keinem Unternehmen lassen sich Rechnungen buchen',
    fact: 'Titel',
  },
  description: {
    label: 'Was passiert, und welchen Fehler sehen Sie?',
    example: 'Schritte, genauer Fehlertext, Sitzungs- oder Aktivitäts-IDs',
    fact: 'Was passiert',
  },
  link: { fact: 'Nachricht' },
  began: { label: 'Wann hat es begonnen?' },
  beganDate: { label: 'Datum (leer: heute)' },
  beganTime: { label: (zone: string) => `Uhrzeit statt der Auswahl oben, Zeitzone: ${zone}` },
  beganAt: { fact: 'Seit' },
  affected: { label: 'Wie viele sind betroffen?', fact: 'Betroffen' },
  impact: {
    label: 'Was steht im Unternehmen still? (optional)',
    example: '40 Lkw warten auf Lieferscheine, und um 18:00 Uhr ist Monatsabschluss',
    fact: 'Auswirkung',
  },
  changes: {
    label: 'Was hat sich zuletzt geändert? (optional)',
    example: 'Ein Update, eine Bereitstellung, eine neue Einstellung oder nichts, soweit wir wissen',
    fact: 'Letzte Änderungen',
  },
  name: { label: 'Name', fact: 'Kontakt' },
  onBehalfOf: { label: 'Melden Sie für jemand anderes? Name (optional)', fact: 'Im Namen von' },
  email: { label: 'E-Mail' },
  phone: { label: 'Telefon, mit Ländervorwahl', example: '+49 30 23125 123' },
  aroundTheClock: {
    label: 'Erreichbar',
    title: 'Ich bin unter dieser Nummer rund um die Uhr erreichbar, bis der Ausfall behoben ist',
    fact: 'Erreichbar',
  },
  secondContact: {
    label: 'Wen können wir sonst anrufen? (optional, wenn Sie das Kästchen oben ankreuzen)',
    example: 'Name und Nummer',
  },
  timeZone: { label: 'Ihre Zeitzone', fact: 'Zeitzone, Sprache' },
  language: { label: 'Sprache für den Anruf' },
};

/** What a timeline says was changed in a report. */
export const changed = {
  title: 'Titel',
  description: 'Beschreibung',
  beganAt: 'Beginn',
  affected: 'Betroffene',
  impact: 'Auswirkung',
  recentChanges: 'letzte Änderungen',
  contact: 'Kontakt',
  onBehalfOf: 'für wen gemeldet wurde',
  scenario: 'Szenario',
  environment: 'Umgebung',
} satisfies Record<keyof Correction, string>;
