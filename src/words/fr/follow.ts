/** Following outages in somebody's own chat: how much, and when. */
import type { Noise } from '../../outage/follow/chosen.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

const noise: { readonly [noise in Noise]: string } = {
  everything: 'Tout',
  'turning-points': 'Les étapes clés : signalée, prise en charge, en retard, nouvelle étape, résolue, rouverte',
  'begin-and-end': 'Le début et la fin : signalée, résolue, rouverte',
};

export const follow = {
  noise,
  commands: {
    follow: 'Suivre une panne ou un projet ici : follow OUT-1042. « follow » seul montre ce que vous suivez.',
    unfollow: 'Ne plus suivre une panne ou un projet',
    myFollows: 'Voir ce que vous suivez, et choisir ce que vous recevez et quand',
  },
  /** Without a name: who follows is nobody else's to read. */
  timeline: {
    followed: () => 'Une personne suit cette panne dans sa conversation privée',
    unfollowed: () => 'Une personne ne suit plus cette panne',
  },
  button: 'Suivre en privé',
  stop: 'Ne plus suivre',
  started: (name: string) => `Vous suivez maintenant ${name}. Les nouvelles arrivent dans votre conversation privée avec moi.`,
  already: (name: string) => `Vous recevez déjà les nouvelles de ${name} dans votre conversation privée.`,
  stopped: (name: string) => `Vous ne suivez plus ${name}.`,
  stoppedAll: 'Vous ne suivez plus rien.',
  notFollowed: 'Vous ne suivez pas cela. Pour voir ce que vous suivez, écrivez « my follows ».',
  joinedHere: (name: string) => `Vous avez rejoint ${name}. Chaque point arrive dans votre conversation privée avec moi.`,
  noProject: (projects: string) =>
    denial(
      'not-member',
      projects
        ? `Je ne connais pas ce projet. Écrivez « follow » et l’un de ces noms : ${projects}.`
        : 'Vous ne pouvez encore suivre aucun projet. Demandez à un administrateur du support de vous ajouter à un projet.',
    ),
  project: {
    started: (project: string) => `Vous suivez maintenant ${project}`,
    text: 'Vous recevrez les nouvelles des pannes signalées à partir de maintenant. Pour choisir ce que vous recevez et quand, écrivez « my follows ».',
    open: (count: number) =>
      formats.plural(count, {
        one: `Suivre ${count} panne en cours`,
        many: `Suivre ${count} pannes en cours`,
        other: `Suivre ${count} pannes en cours`,
      }),
    openStarted: (count: number) =>
      formats.plural(count, {
        one: `Vous suivez maintenant ${count} panne de plus.`,
        many: `Vous suivez maintenant ${count} pannes de plus.`,
        other: `Vous suivez maintenant ${count} pannes de plus.`,
      }),
  },
  mine: {
    heading: 'Ce que vous suivez',
    none: 'Vous ne suivez rien. Pour commencer, écrivez « follow » et un numéro comme OUT-1042, ou le nom d’un projet.',
    project: (project: string) => `${project} : chaque nouvelle panne`,
    outage: (name: string, project: string) => `${name} (${project})`,
    howMuch: 'Que voulez-vous recevoir ?',
    from: (zone: string) => `Étapes clés seulement, à partir de (${zone})`,
    until: 'Étapes clés seulement, jusqu’à',
    most: 'Nombre maximal de messages par jour',
    stop: 'Ne plus suivre ces éléments',
    stopAll: 'Ne plus rien suivre',
    save: 'Enregistrer',
    open: 'Voir mes abonnements',
    audience:
      'Personne d’autre ne voit ceci. Ce qui attend la fin de vos heures calmes arrive en un seul message. Au-delà de ce nombre par jour, seules les étapes clés arrivent.',
    saved: 'Enregistré, avec effet immédiat pour tout ce que vous suivez.',
    errors: {
      hours: 'Saisissez deux heures différentes, par exemple 22:00 et 07:00, ou laissez les deux vides.',
      most: (most: number) => `Saisissez un nombre de 1 à ${most}.`,
      noise: 'Choisissez ce que vous voulez recevoir.',
    },
  },
  heard: {
    heading: (count: number) =>
      formats.plural(count, {
        one: `${count} message pendant vos heures calmes`,
        many: `${count} messages pendant vos heures calmes`,
        other: `${count} messages pendant vos heures calmes`,
      }),
    more: (count: number) =>
      formats.plural(count, {
        one: `${count} message plus ancien n’est pas affiché.`,
        many: `${count} messages plus anciens ne sont pas affichés.`,
        other: `${count} messages plus anciens ne sont pas affichés.`,
      }),
    others: (count: number) =>
      formats.plural(count, {
        one: `${count} autre panne n’est pas affichée.`,
        many: `${count} autres pannes ne sont pas affichées.`,
        other: `${count} autres pannes ne sont pas affichées.`,
      }),
  },
  reached: (count: number) =>
    `Messages reçus aujourd’hui : ${count}. Jusqu’à minuit, seules les étapes clés arrivent ici ; « catch up » montre le reste.`,
};
