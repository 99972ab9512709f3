/** What went where of an outage, in Danish. */
import { formats } from '../formats.ts';

export const deliveries = {
  button: 'Vis leveringer',
  heading: (name: string) => `${name}: Leveringer`,
  summary(whole: number, all: number): string {
    if (all === 0) return 'Der er ikke sendt noget endnu.';
    return whole === all && all > 1
      ? `Alle ${all} steder har fået alt.`
      : `${whole} af ${formats.plural(all, { one: '1 sted', other: `${all} steder` })} har fået alt.`;
  },
  about: 'Ved hvert sted står, hvornår den seneste besked nåede frem. Ændringer af kort tælles ikke.',
  came: (count: number) => formats.plural(count, { one: '1 besked er nået frem.', other: `${count} beskeder er nået frem.` }),
  waits: (what: string) => `Venter på sin tur: ${what}.`,
  triesAgain: (what: string, why: string, attempts: number) =>
    `Ikke fremme endnu: ${what} (${why}). ${formats.plural(attempts, { one: '1 forsøg indtil nu', other: `${attempts} forsøg indtil nu` })}, og jeg prøver igen.`,
  failed: (what: string, why: string) => `Ikke leveret: ${what} (${why}).`,
  told: 'Supportdesken har fået besked.',
  otherMissing: (count: number) => formats.plural(count, { one: '1 mere mangler.', other: `${count} mere mangler.` }),
  more: (count: number) => formats.plural(count, { one: '1 sted mere er ikke vist.', other: `${count} steder mere er ikke vist.` }),
};
