/** The fields of the report, in Danish: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'Titel: Hvad er der galt, kort sagt?',
    example: 'Fakturaer kan ikke bogføres i noget firma',
    fact: 'Titel',
  },
  description: {
    label: 'Hvad sker der, og hvilken fejl ser du?',
    example: 'Trin, den præcise fejltekst, sessions- eller aktivitets-id’er',
    fact: 'Hvad der sker',
  },
  link: { fact: 'Besked' },
  began: { label: 'Hvornår begyndte det?' },
  beganDate: { label: 'Dato (i dag, hvis feltet er tomt)' },
  beganTime: { label: (zone: string) => `Klokkeslæt i stedet for valget ovenfor, tidszone: ${zone}` },
  beganAt: { fact: 'Siden' },
  affected: { label: 'Hvor mange er berørt?', fact: 'Berørt' },
  impact: {
    label: 'Hvad står stille i virksomheden? (valgfrit)',
    example: '40 lastbiler venter på følgesedler, og måneden lukkes kl. 18',
    fact: 'Konsekvens',
  },
  changes: {
    label: 'Hvad er ændret for nylig? (valgfrit)',
    example: 'En opdatering, en udrulning, en ny indstilling, eller intet, som vi ved af',
    fact: 'Ændret for nylig',
  },
  name: { label: 'Navn', fact: 'Kontakt' },
  onBehalfOf: { label: 'Melder du for en anden? Navn (valgfrit)', fact: 'På vegne af' },
  email: { label: 'Mail' },
  phone: { label: 'Telefon med landekode', example: '+45 32 12 34 56' },
  aroundTheClock: {
    label: 'Kan træffes',
    title: 'Jeg kan træffes på dette nummer døgnet rundt, indtil det er løst',
    fact: 'Kan træffes',
  },
  secondContact: {
    label: 'Hvem kan vi ellers ringe til? (valgfrit, hvis du sætter kryds ovenfor)',
    example: 'Navn og nummer',
  },
  timeZone: { label: 'Din tidszone', fact: 'Tidszone, sprog' },
  language: { label: 'Sprog ved opkald' },
};

/** What a timeline says was changed in a report. */
export const changed = {
  title: 'titlen',
  description: 'hvad der sker',
  beganAt: 'siden hvornår',
  affected: 'hvem der er berørt',
  impact: 'konsekvensen',
  recentChanges: 'hvad der er ændret for nylig',
  contact: 'kontaktoplysningerne',
  onBehalfOf: 'hvem der meldes for',
  scenario: 'scenariet',
  environment: 'miljøet',
} satisfies Record<keyof Correction, string>;
