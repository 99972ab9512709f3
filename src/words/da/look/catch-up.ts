/** What changed since somebody looked last, in Danish. */
import { formats } from '../formats.ts';
import { At, at } from '../grammar.ts';

export const catchUp = {
  heading: 'Nyt siden sidst',
  since: (when: string) => `Nyt, siden du sidst så på det ${at(when)}:`,
  change: (when: string, text: string) => `${At(when)}: ${text}`,
  updates: (count: number, when: string, last: string) => `${count} opdateringer, den seneste ${at(when)}: ${last}`,
  several: (count: number, when: string, last: string) => `${count} gange, senest ${at(when)}: ${last}`,
  earlier: (count: number, name: string) =>
    formats.plural(count, {
      one: `Og 1 anden ændring: Skriv "timeline ${name}".`,
      other: `Og ${count} andre ændringer: Skriv "timeline ${name}".`,
    }),
  nothing: (when: string) => `Intet nyt, siden du sidst så på det ${at(when)}.`,
  never: 'Du har ikke set på det før. Sådan ser det ud nu.',
  noneOpen: 'Der er ingen åbne nedbrud for dig, og du har ikke set på noget endnu.',
  more: (name: string) => `Skriv "status ${name}" for at se det hele.`,
  moreOutages: (count: number) => `Der er nyt i ${count} nedbrud mere: Skriv "catch up" igen.`,
  oneOf: (name: string) => `Vil du se alt, hvad der er ændret i ét af dem, så skriv nummeret, for eksempel "catch up ${name}".`,
};
