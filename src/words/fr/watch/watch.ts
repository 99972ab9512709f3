/** What is said about the bots themselves: alarms, the check whether it would work tonight, drills, a restore. */
import { formats } from '../formats.ts';
import { after, at, others } from '../grammar.ts';
import { alarm } from './alarm.ts';
import { check } from './check.ts';

const drill = {
  project: 'Exercice',
  environment: 'Aucun environnement',
  scenario: 'Un exercice',
  title: 'Un exercice : rien n’est en panne',
  notAgreed: (project: string) =>
    `Je ne connais aucun projet ${project} qui participe aux exercices. Le fichier du support l’indique par drills: true, quand les deux parties sont d’accord.`,
  description:
    'Rien n’est en panne. Prenez-la en charge, publiez des points et résolvez-la comme une vraie panne. L’exercice se termine tout seul.',
  hint: 'C’est un exercice. Son horloge va 60 fois plus vite, et il se termine tout seul.',
  begins: (name: string) => `${name} : début d’un exercice`,
  quiet: 'Personne n’est mentionné.',
  over: 'Fin de l’exercice',
  begun: (name: string, ends: string, loud: boolean, rings: boolean) =>
    `${name} commence dans le canal du support. ${loud ? `Des personnes sont alertées${rings ? ', et les services d’appel sonnent' : ''}.` : 'Personne n’est mentionné.'} Fin prévue ${at(ends)}. Le résultat sera publié dans le même canal.`,
  ended: (name: string) => `${name} : fin de l’exercice`,
  all: 'Tous les messages sont arrivés.',
  missing: (count: number) =>
    formats.plural(count, {
      one: `${count} message n’est pas arrivé.`,
      many: `${count} messages ne sont pas arrivés.`,
      other: `${count} messages ne sont pas arrivés.`,
    }),
  after: (time: string) => `Après ${time}`,
  arrived: (what: string, where: string, late: string) => `${what}, pour ${where} : reçu ${late} plus tard`,
  atOnce: (what: string, where: string) => `${what}, pour ${where} : reçu aussitôt`,
  joined: (what: string, where: string) => `${what}, pour ${where} : reçu avec le message suivant`,
  failed: (what: string, where: string, why: string) => `${what}, pour ${where} : non reçu. ${why}`,
  waits: 'En attente.',
  times: 'Lors d’une vraie panne, les étapes sont 60 fois plus espacées. Les messages arrivent tout aussi vite.',
};

const restored = {
  /** For the desk, in the first messages of each outage and on its card. */
  desk: (when: string) =>
    `Les données du support ont été restaurées. Dernier état connu : ${when}. J’ignore ce qui s’est passé ensuite : publiez-le de nouveau.`,
  /** For the reporter and those who follow. */
  others: (when: string) =>
    `À la suite d’un incident de notre côté, notre historique s’arrête ${at(when)}. Ce que vous avez appris ensuite n’y figure pas. Nous avons demandé au support de vous redonner les nouvelles.`,
  breached: (name: string) => `${name} : prise en charge ou non, nous ne pouvons pas le savoir`,
  breachedText: 'Nous alertons d’autres personnes dans Teams, et nous continuons jusqu’à ce que l’une d’elles la prenne en charge.',
  /** Once, in the desk's channel. */
  heading: (when: string) => `Données du support restaurées, dernier état connu : ${when}`,
  text: 'J’ignore ce qui s’est passé ensuite. Si vous avez pris en charge, résolu ou publié quelque chose depuis, refaites-le.',
  gone: (when: string) =>
    `Les pannes signalées ${after(when)} ne figurent pas dans l’historique, et celles qui ont été rouvertes depuis comptent comme terminées. Personne n’est alerté pour elles : cherchez leurs fils dans ce canal, et faites-les signaler ou rouvrir de nouveau.`,
  noneOpen: 'Aucune panne n’était alors en cours.',
  open: (count: number) =>
    formats.plural(count, {
      one: `${count} panne était alors en cours et reprend à partir de là :`,
      many: `${count} pannes étaient alors en cours et reprennent à partir de là :`,
      other: `${count} pannes étaient alors en cours et reprennent à partir de là :`,
    }),
  more: (count: number) => `Et ${others(count)}. Chaque carte l’indique aussi.`,
};

export const watch = { alarm, check, drill, restored };
