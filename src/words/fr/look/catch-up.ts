/** What changed since somebody looked last. */
import { formats } from '../formats.ts';
import { at } from '../grammar.ts';

export const catchUp = {
  heading: 'Depuis votre dernière visite',
  since: (when: string) => `Depuis votre dernière visite, ${at(when)} :`,
  change: (when: string, text: string) => `${when} : ${text}`,
  updates: (count: number, when: string, last: string) => `${count} points, le dernier ${at(when)} : ${last}`,
  several: (count: number, when: string, last: string) => `${count} fois, la dernière ${at(when)} : ${last}`,
  earlier: (count: number, name: string) => {
    const several = `Et ${count} autres changements : écrivez « timeline ${name} ».`;
    return formats.plural(count, { one: `Et ${count} autre changement : écrivez « timeline ${name} ».`, many: several, other: several });
  },
  nothing: (when: string) => `Rien de nouveau depuis votre dernière visite, ${at(when)}.`,
  never: 'C’est votre première visite. Voici où en est la panne.',
  noneOpen: 'Aucune panne n’est en cours pour vous, et vous n’en avez consulté aucune jusqu’ici.',
  more: (name: string) => `Pour tout voir, écrivez « status ${name} ».`,
  moreOutages: (count: number) => {
    const several = `Il y a du nouveau dans ${count} autres pannes : écrivez de nouveau « catch up ».`;
    return formats.plural(count, {
      one: `Il y a du nouveau dans ${count} autre panne : écrivez de nouveau « catch up ».`,
      many: several,
      other: several,
    });
  },
  oneOf: (name: string) => `Pour voir tous les changements d’une panne, écrivez son numéro, par exemple « catch up ${name} ».`,
};
