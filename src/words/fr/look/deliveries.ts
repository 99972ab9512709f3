/** What went where of an outage. */
import { formats } from '../formats.ts';

const some = (count: number, one: string, other: string) => formats.plural(count, { one, many: other, other });

export const deliveries = {
  button: 'Voir les envois',
  heading: (name: string) => `${name} : envois`,
  summary(whole: number, all: number): string {
    if (all === 0) return 'Rien n’a encore été envoyé.';
    if (whole === all && all > 1) return `Tout est arrivé aux ${all} endroits.`;
    return some(all, `Tout est arrivé à ${whole} endroit sur ${all}.`, `Endroits où tout est arrivé : ${whole} sur ${all}.`);
  },
  about: 'À côté de chaque endroit : l’heure du dernier message arrivé. Les modifications de cartes ne sont pas comptées.',
  came: (count: number) => some(count, `${count} message arrivé.`, `${count} messages arrivés.`),
  waits: (what: string) => `Attend son tour : ${what}.`,
  triesAgain: (what: string, why: string, attempts: number) =>
    `Pas encore arrivé : ${what} (${why}). ${some(attempts, `${attempts} tentative`, `${attempts} tentatives`)} jusqu’ici, et je réessaie.`,
  failed: (what: string, why: string) => `Abandonné : ${what} (${why}).`,
  told: 'Le support a été prévenu.',
  otherMissing: (count: number) => some(count, `${count} autre n’est pas arrivé.`, `${count} autres ne sont pas arrivés.`),
  more: (count: number) => some(count, `${count} autre endroit n’est pas affiché.`, `${count} autres endroits ne sont pas affichés.`),
};
