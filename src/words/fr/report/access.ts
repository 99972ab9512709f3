/** Who cannot report reads whom to call now, then the reason, then what they can do instead. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';
import { others } from '../grammar.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const access = {
  callNow: (phones: readonly { region: string; number: string }[]) =>
    `La production est en panne maintenant ? N’attendez pas : appelez le ${numbers(phones)}.`,

  notMember: {
    heading: 'Vous ne faites partie d’aucun projet',
    text: 'Seuls les membres d’un projet client peuvent signaler ses pannes ici. Votre compte n’a été ajouté à aucun projet.',
    ask: 'Demandez au propriétaire de votre projet ou à l’administrateur de votre organisation de vous ajouter, puis réessayez.',
    askDesk: (whom: string) => `Contact au support : ${whom}`,
  },
  otherTenant: {
    heading: 'Ce compte est celui d’une autre organisation',
    text: (desk: string) =>
      `Pour signaler une panne, utilisez votre compte dans cette organisation : ${desk}. D’ici, je ne vois pas ce compte.`,
    change: 'Si vous en avez un, sélectionnez votre photo dans Teams, puis cette organisation, et écrivez-moi /outage là-bas.',
    ask: 'Si vous n’en avez pas, demandez au propriétaire de votre projet ou à l’administrateur de votre organisation de vous inviter.',
  },
  stranger: {
    heading: 'Votre organisation n’est pas encore inscrite',
    text: (desk: string) =>
      `Je suis le bot du support « ${desk} » et je travaille pour ses clients. Votre organisation ne figure pas sur sa liste.`,
    ask: 'Demandez au support de l’ajouter. Voici l’ID de locataire dont il a besoin :',
    next: 'Rien n’a été signalé. Quand votre organisation aura été ajoutée, écrivez-moi /outage.',
  },
  notTold: {
    heading: 'Je n’ai pas pu vérifier votre accès',
    text: 'J’ai demandé à Teams de quel projet vous faites partie, et Teams n’a pas répondu. Vous n’y êtes pour rien.',
    next: 'Réessayez dans une minute. Si cela ne fonctionne toujours pas, appelez.',
  },
  again: 'Réessayer',

  notEligible: {
    heading: 'Vos environnements ne sont pas couverts ici',
    public: 'Vous ne pouvez pas signaler cette panne ici',
    publicText: 'La raison cite des environnements : seule la personne qui signale peut la voir.',
    why: 'Voir la raison',
  },
  missing: {
    open: 'Trouver mon environnement',
    heading: 'Votre environnement n’apparaît pas ?',
    none: 'Tous les environnements de vos projets sont dans la liste.',
    other:
      'Si vous ne le voyez pas non plus ci-dessous, votre compte n’a pas été ajouté à son projet. Demandez-le au propriétaire du projet ou à l’administrateur de votre organisation.',
    wrong: 'Si c’est une erreur, appelez-nous. Nous pouvons la corriger.',
  },
  /** `names`: of one environment, or of several, as a list. */
  why: {
    'not-member': (names: string) => `Hors de vos projets : ${names}.`,
    sandbox: (names: string, several: boolean) =>
      `${several ? `Ce sont des bacs à sable : ${names}` : `${names} est un bac à sable`}. Vous ne pouvez signaler que les pannes d’environnements de production.`,
    'customer-managed': (names: string, several: boolean) =>
      `${several ? `Gérés par vous ou votre partenaire : ${names}` : `${names} est géré par vous ou votre partenaire`}. Vous ne pouvez signaler que les pannes d’environnements gérés par Microsoft.`,
    product: (names: string, several: boolean, products: string) =>
      several
        ? `Aucun produit que nous couvrons (${products}) n’y fonctionne : ${names}.`
        : `${names} n’utilise aucun produit que nous couvrons (${products}).`,
  } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
  more: (names: string, count: number) => `${names} et ${others(count)}`,
  instead: (text: string) => `Ce que vous pouvez faire : ${text}`,
  request: 'Ouvrir une demande',

  onBehalfOf: {
    both: (reporter: string, other: string) => `${reporter} pour ${other}`,
  },
};
