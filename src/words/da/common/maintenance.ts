/** Planned maintenance of a project, in Danish: to who begins a report meanwhile, to who follows, and to the engineers who plan it. */
import { at, range } from '../grammar.ts';

export const maintenance = {
  heading: 'Planlagt vedligeholdelse',
  place: (project: string, environments: string) => (environments ? `${project}, ${environments}` : project),

  asks: (until: string) => `Planlagt vedligeholdelse er i gang indtil ${at(until)}. Er det årsagen?`,
  runs: (where: string, until: string, what: string) => `${where}, indtil ${at(until)}: ${what}`,
  ifNot: 'Er det noget andet, eller er du i tvivl, så meld det. Vi behandler det som alle andre nedbrud.',
  yes: 'Ja, det er vedligeholdelsen',
  notSent: 'Der er ikke sendt noget. Hvis det stadig ikke virker efter vedligeholdelsen, så meld det.',

  fact: 'Vedligeholdelse',
  ran: (until: string, what: string) => `Var i gang ved meldingen, indtil ${at(until)}: ${what}`,

  news: {
    begins: (project: string) => `Vedligeholdelse er begyndt: ${project}`,
    changed: (project: string) => `Vedligeholdelse er ændret: ${project}`,
    over: (project: string) => `Vedligeholdelse er slut: ${project}`,
    until: (where: string, until: string) => `${where}: Vedligeholdelsen varer indtil ${at(until)}. Når den er slut, får I besked her.`,
    now: (where: string) => `${where}: Hvis noget ikke virker nu, så meld det.`,
  },

  none: 'Ingen vedligeholdelse er i gang eller planlagt.',
  open: 'Planlæg eller afslut vedligeholdelse',
  line: (where: string, from: string, until: string, what: string) => `${where}, ${range(from, until)}: ${what}`,
  byFile: 'planlagt i desk-filen (ret filen, og genstart mig for at ændre den)',
  by: (name: string) => `planlagt af ${name}`,
  projectGone: 'projektet står ikke længere i desk-filen, så ingen får besked',
  more: (count: number) => `Og ${count} mere.`,
  which: 'Hvilken er slut?',
  choose: 'Vælg en',
  where: 'Hvad vedligeholdes?',
  all: (project: string) => `${project}: alt`,
  noRoom: (count: number) => `Listen har ikke plads til ${count} mere. Planlæg dem i desk-filen.`,
  fromDate: 'Fra hvilken dag?',
  fromTime: (zone: string) => `Fra hvilket klokkeslæt, tidszone: ${zone}?`,
  untilDate: 'Til hvilken dag?',
  untilTime: (zone: string) => `Til hvilket klokkeslæt, tidszone: ${zone}?`,
  what: 'Hvad skal der laves? Kunderne læser det.',
  example: 'Opdatering til version 10.0.44',
  send: 'Gem vedligeholdelse',
  end: 'Afslut nu',
  audience:
    'Kanaler og chats, der følger projektet, får besked, når den begynder og slutter. Gem den igen for det samme sted for at ændre den.',
  errors: {
    choose: 'Vælg en på listen.',
    'not-a-time': 'Vælg en dag og et klokkeslæt.',
    'ends-first': 'Den skal slutte, efter at den er begyndt. Vælg et senere sluttidspunkt eller et tidligere starttidspunkt.',
    past: 'Det tidspunkt er passeret. Vælg et senere.',
    'too-long': 'Det er mere end 14 dage. Vælg et tidligere sluttidspunkt, og planlæg en vedligeholdelse mere for resten.',
    'too-far': 'Det er mere end et år ude i fremtiden. Vælg en tidligere dag.',
    overlaps: (from: string, until: string) =>
      `Der er allerede vedligeholdelse ${range(from, until)}. Vælg et andet tidspunkt, eller afslut den anden først.`,
    what: (most: number) => `Skriv, hvad der skal laves, med højst ${most} tegn.`,
  },
  saved: (where: string, from: string, until: string) => `Gemt: ${where}, ${range(from, until)}.`,
  nobody: 'Ingen kanal eller chat følger projektet, så ingen får besked. Skriv "@Outage Desk setup" i den, der skal følge det.',
  ended: 'Vedligeholdelsen er slut. De, der fik besked om, at den begyndte, får også det at vide.',
  gone: 'Den er allerede slut.',
};
