/** Joining an outage that is open, who is affected, and making several outages one. */
import type { Similarity } from '../../outage/types/affected.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';
import { at, before, due as dueWhen, others } from './grammar.ts';

const are = (count: number): string =>
  formats.plural(count, {
    one: `${count} personne est touchée`,
    many: `${count} personnes sont touchées`,
    other: `${count} personnes sont touchées`,
  });

export const affected = {
  notAdded:
    'Vous avez déjà signalé ou rejoint cette panne. Ce que vous avez écrit n’y a pas été ajouté. Nous le gardons un jour : pour continuer et l’envoyer aussi, tapez /outage.',
  /** During a report: an open outage may be the same one. */
  offer: {
    heading: (count: number) =>
      formats.plural(count, {
        one: 'Est-ce cette panne ?',
        many: 'Est-ce l’une de ces pannes ?',
        other: 'Est-ce l’une de ces pannes ?',
      }),
    text: 'Le support est déjà au courant. Si c’est aussi la vôtre, rejoignez-la d’un seul geste pour recevoir chaque point. Vous n’avez rien à saisir deux fois.',
    textUnreached:
      'Cette panne a déjà été signalée. Si c’est aussi la vôtre, rejoignez-la d’un seul geste pour recevoir chaque point. Vous n’avez rien à saisir deux fois.',
    justReported: (by: string, ago: string, name: string) => `${by} a signalé cette panne il y a ${ago} : ${name}`,
    ownJustReported: (ago: string, name: string) => `Vous avez signalé cette panne il y a ${ago} : ${name}`,
    severalJustReported: 'Cela a peut-être déjà été signalé',
    notSent:
      'Votre signalement n’est pas encore envoyé, et rien n’est perdu. Si vous rejoignez la panne, le support reçoit ce que vous avez écrit. L’échéance reste celle du premier signalement.',
    notSentOwn:
      'Votre signalement n’est pas encore envoyé, et rien n’est perdu. Vous recevez déjà les points de cette panne. Si c’est la même, vous n’avez pas besoin de l’envoyer de nouveau.',
    more: (count: number) =>
      formats.plural(count, {
        one: `${count} autre panne en cours n’est pas affichée.`,
        many: `${count} autres pannes en cours ne sont pas affichées.`,
        other: `${count} autres pannes en cours ne sont pas affichées.`,
      }),
    item: (name: string, title: string) => `${name} : ${title}`,
    reported: (by: string, ago: string, when: string) => `Signalée par ${by} il y a ${ago}, ${at(when)}`,
    ownReported: (ago: string, when: string) => `Vous l’avez signalée il y a ${ago}, ${at(when)}`,
    acknowledgeBy: (when: string) => `Un ingénieur du support la prendra en charge ${before(when)}.`,
    acknowledgeWas: (when: string) =>
      `Nous nous étions engagés à la prendre en charge ${before(when)}, et nous sommes en retard. Nous alertons d’autres personnes dans Teams.`,
    acknowledged: (by: string, when: string, next: string) => `Prise en charge par ${by}, ${at(when)}. Prochain point ${before(next)}.`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `Prise en charge par ${by}, ${at(when)}. Un point était prévu ${dueWhen(due)}. Il est en retard, et nous l’avons demandé.`,
    lastUpdate: (text: string) => `Dernier point : ${text}`,
    join: 'Rejoindre cette panne',
    joinOne: (name: string) => `Rejoindre ${name}`,
    other: 'Non, la nôtre est différente',
    sendToo: 'Envoyer aussi le mien',
    ended: 'Cette panne est terminée : vous ne l’avez pas rejointe. Continuez votre propre signalement.',
  },

  joined: {
    since: (when: string) => `Vous l’avez rejointe ${at(when)}. Chaque point arrive ici.`,
    inCompany: (name: string, people: string) => `${name}, rejointe par : ${people}`,
    noPhone: 'Le support n’a pas votre numéro de téléphone. Si vous l’ajoutez, il pourra vous rappeler.',
    addPhone: 'Ajouter mon numéro',
    leave: 'Quitter cette panne',
    left: (name: string) => `Vous avez quitté ${name}`,
    leftHere: (name: string) => `Quelqu’un ici a quitté ${name}`,
    leftText: 'Vous n’en recevrez plus les points. Si quelque chose est en panne chez vous, signalez-le.',
    notJoined: denial('not-yours', 'Seules les personnes qui ont rejoint cette panne peuvent le faire.'),
    forJoined: (mention: string) => `${mention} : vous avez rejoint cette panne.`,
    yours: (own: string, name: string) => `Vous avez rejoint ${own}. C’est la même panne que ${name}.`,
  },
  /** What those affected say with one tap. */
  pulse: {
    question: { open: 'Et chez vous, maintenant ?', ended: 'Est-ce que cela fonctionne chez vous ?' },
    titles: { down: 'Toujours en panne', better: 'Mieux', works: 'Fonctionne', worksAgain: 'Fonctionne de nouveau' },
    counted: 'Merci. Le support voit combien de personnes disent la même chose.',
    staysOpen: 'La panne reste ouverte pour les autres jusqu’à sa résolution par le support. Si cela recommence, écrivez « still down ».',
    reopened: 'La panne est de nouveau ouverte, et nous alertons maintenant les personnes d’astreinte.',
    notYours: denial(
      'not-yours',
      'Seules les personnes qui ont signalé ou rejoint cette panne peuvent le dire. Si c’est en panne chez vous, signalez-le.',
    ),
    /** For the desk. */
    fact: 'Situation',
    says: { down: 'c’est toujours en panne', better: 'cela va mieux', works: 'cela fonctionne' },
    count: {
      down: (count: number) => `toujours en panne pour ${count}`,
      better: (count: number) => `mieux pour ${count}`,
      works: (count: number) => `fonctionne pour ${count}`,
    },
    counts: (counts: readonly string[], of: number) => `Personnes touchées (${of}) : ${formats.list(counts)}`,
    stillDown: (count: number, of: number) =>
      formats.plural(count, {
        one: `${count} personne touchée sur ${of} dit que c’est toujours en panne.`,
        many: `${count} personnes touchées sur ${of} disent que c’est toujours en panne.`,
        other: `${count} personnes touchées sur ${of} disent que c’est toujours en panne.`,
      }),
  },
  phoneForm: {
    heading: (name: string) => `${name} : votre numéro de téléphone`,
    phone: 'Téléphone, avec indicatif du pays',
    example: '+33 1 99 00 12 34',
    send: 'Enregistrer le numéro',
    audience: 'Seul le support le voit.',
  },

  desk: {
    fact: 'Qui est touché',
    people: are,
    /** `more`: how many more there are than `names`. */
    count: (count: number, names: string, more: number) => `${are(count)} : ${more > 0 ? `${names} et ${others(more)}` : names}`,
    news: (name: string, by: string) => `${name}, une personne touchée de plus : ${by}`,
    manyNews: (name: string, count: number) => `${name} : ${are(count)}`,
    where: (project: string, environment: string) => `${project}, ${environment}`,
    newsText: 'Ces personnes reçoivent chaque point. Leurs coordonnées se trouvent sous « Plus », puis « Voir les personnes touchées ».',
    button: 'Voir les personnes touchées',
    heading: (name: string) => `${name} : qui est touché`,
    reporter: 'A signalé la panne',
    reported: (name: string) => `A signalé la panne sous ${name}`,
    joinedAt: (when: string) => `A rejoint la panne ${at(when)}`,
    joinedOther: (name: string, when: string) => `A rejoint ${name} ${at(when)}`,
    noPhone: 'Pas de numéro de téléphone',
    said: (text: string) => `« ${text} »`,
    earlier: (count: number) =>
      formats.plural(count, {
        one: `${count} autre personne n’est pas affichée.`,
        many: `${count} autres personnes ne sont pas affichées.`,
        other: `${count} autres personnes ne sont pas affichées.`,
      }),
    onlyThere: denial('not-here', 'La liste des personnes touchées et leurs coordonnées ne sont affichées que dans le canal du support.'),
  },

  gathered: {
    heading: {
      environment: (count: number) => `${count} pannes en même temps dans un environnement`,
      project: (count: number) => `${count} pannes semblables chez un client`,
      scenario: (count: number) => `${count} pannes se ressemblent`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `Pour toutes : ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name} : ${where}, signalée par ${reporter}`,
    rest: (count: number) =>
      formats.plural(count, {
        one: `${count} autre n’est pas affichée.`,
        many: `${count} autres ne sont pas affichées.`,
        other: `${count} autres ne sont pas affichées.`,
      }),
    text: (name: string) =>
      `Si c’est une seule et même panne, fusionnez-les. Celles qui sont encore en cours rejoignent ${name}, signalée en premier, et les auteurs de leurs signalements en reçoivent les points. Pour annuler une fusion, écrivez « unmerge ».`,
    button: 'Les fusionner',
    timeline: (count: number) =>
      formats.plural(count, { one: `${count} autre panne`, many: `${count} autres pannes`, other: `${count} autres pannes` }),
  },
  mergedDuplicates: {
    heading: (count: number, into: string) =>
      count === 0
        ? `Rien n’a été fusionné dans ${into}`
        : formats.plural(count, {
            one: `${count} panne fusionnée dans ${into}`,
            many: `${count} pannes fusionnées dans ${into}`,
            other: `${count} pannes fusionnées dans ${into}`,
          }),
    merged: (names: string) => `Fusion effectuée : ${names}.`,
    before: (names: string) => `Fusion déjà faite : ${names}.`,
    not: (name: string, state: string) => `Non fusionnée : ${name} (${state}).`,
    since: (count: number, names: string) =>
      formats.plural(count, {
        one: `${count} autre panne semblable est arrivée depuis : ${names}.`,
        many: `${count} autres pannes semblables sont arrivées depuis : ${names}.`,
        other: `${count} autres pannes semblables sont arrivées depuis : ${names}.`,
      }),
  },
};
