/** A report that comes by phone, in Danish: what whoever takes the call enters, and what the cards say of it. */
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';
import { at } from '../grammar.ts';

export const byPhone = {
  open: 'Meld for en, der ringer',
  heading: (customer: string) => (customer ? `Telefonisk melding for ${customer}` : 'Telefonisk melding'),
  place: 'Kunde og miljø',
  more: 'Ikke alle kunder står på listen. Er det en anden, så luk dette, og skriv "report for NAME".',
  caller: 'Hvem ringer?',
  somebodyElse: 'En anden',
  name: 'Navn, hvis det er en anden',
  phone: 'Personens telefonnummer med landekode',
  scenario: 'Hvilken slags nedbrud er det?',
  title: 'Hvad er der galt, kort sagt?',
  description: 'Hvad siger de ellers? (valgfrit)',
  anyway: 'Er det et andet?',
  anywayTitle: 'Ja, meld det som et nedbrud for sig selv',
  send: 'Send melding',
  sendAndTake: 'Send og overtag',
  audience:
    'Løftet gælder fra det øjeblik, du sender. Supportdesken ser alt i sin tråd. Står den, der ringer, på listen, kommer nyt i personens egen chat med botten.',
  notOfCustomer: 'Personen står ikke på den kundes liste. Vælg en anden.',
  openThere: (names: string, one: string) =>
    `Allerede åbent der: ${names}. Er det det samme, så luk dette, oplys nummeret i telefonen, og skriv det, du hører, i tråden for ${one}: "note TEXT". Telefonvagter giver det videre til en tekniker. Er det et andet, så sæt kryds i feltet, og send.`,

  whichCustomer: (typed: string) => `Hvilken kunde mener du med ${typed}?`,
  moreCustomers: 'Navnet passer på flere kunder. Hvis kunden ikke er her, så skriv mere af navnet.',
  noCustomer: (typed: string) => `Jeg kender ingen kunde med navnet ${typed}. Skriv en del af navnet, eller "report by phone".`,
  nothingToReport: (customer: string) => denial('not-eligible', `${customer} har intet produktionsmiljø, der kan meldes nedbrud for.`),
  inRoom: 'Tryk på knappen for at melde for en, der ringer. Kun du ser, hvad du skriver.',

  sent: (name: string, caller: string, hears: boolean) =>
    hears
      ? `${name} er meldt for ${caller}, som får nyt i Teams. Oplys nummeret i telefonen.`
      : `${name} er meldt for ${caller}, som intet får i Teams. Oplys nummeret i telefonen. Kortet beder teknikerne om at ringe, når der er nyt.`,
  next: (when: string) => `En tekniker overtager sagen senest ${at(when)}. Indtil da alarmeres vagten.`,

  fact: 'Pr. telefon',
  by: (caller: string, taker: string) => `${caller}, pr. telefon (opkald taget af ${taker})`,
  takenBy: (taker: string) => `Opkald taget af ${taker}`,
  callBack: 'Får intet i Teams: Ring, når der er nyt',
  hears: 'Får nyt i Teams',
  callThem: (names: string) => `Meldt pr. telefon: ${names}. Den, der ringede, læser intet af dette i Teams, så ring tilbage.`,
  forYou: (taker: string) => `Du ringede, og ${taker} skrev denne melding for dig. Du kan rette den.`,
  youTook: (caller: string) => `Du tog opkaldet fra ${caller}. Du kan rette meldingen eller trække den tilbage.`,
  timeline: (what: string, taker: string) => `${what} (pr. telefon, opkald taget af ${taker})`,
};

/** Of what another system reported by the API. */
export const byApi = {
  fact: 'Fra et program',
  hears: 'Det får intet i Teams. Det kan spørge botten om status.',
  alert: 'En alarm fra overvågningen',
  moreAlerts: (count: number) => formats.plural(count, { one: 'Og 1 alarm mere.', other: `Og ${count} alarmer mere.` }),
  resolved: (title: string) => `Overvågningen siger, at dette virker igen: ${title}`,
};
