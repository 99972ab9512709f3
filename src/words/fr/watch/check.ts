/** Whether it would work tonight. */
import type { Level } from '../../../outage/types/values.ts';
import { level as roleOf, the, uncallable } from '../common/names.ts';
import { formats } from '../formats.ts';
import { others, range, since as sinceWhen, starting, until as untilWhen } from '../grammar.ts';

/** At the beginning of a sentence. */
const The: Record<Level, string> = {
  primary: 'L’astreinte principale',
  secondary: 'L’astreinte secondaire',
  'duty-manager': 'Le cadre d’astreinte',
};
/** "Personne n'assure l'astreinte principale": after a name, and after "n'". */
const does: Record<Level, string> = {
  primary: 'assure l’astreinte principale',
  secondary: 'assure l’astreinte secondaire',
  'duty-manager': 'est cadre d’astreinte',
};
const nobodyIs = (level: Level): string => `n’${does[level]}`;
const isNever: Record<Level, string> = {
  primary: 'L’astreinte principale n’est jamais assurée',
  secondary: 'L’astreinte secondaire n’est jamais assurée',
  'duty-manager': 'Il n’y a jamais de cadre d’astreinte',
};
/** Before "que" or "à aucun moment". */
const isPinged: Record<Level, string> = {
  primary: 'L’astreinte principale n’est alertée',
  secondary: 'L’astreinte secondaire n’est alertée',
  'duty-manager': 'Le cadre d’astreinte n’est alerté',
};
const namesOf = (levels: readonly Level[]): string => formats.and(levels.map((level) => the[level]));

export const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: `Tout fonctionnerait-il cette nuit ? ${troubles} problème.`,
      many: `Tout fonctionnerait-il cette nuit ? ${troubles} problèmes.`,
      other: `Tout fonctionnerait-il cette nuit ? ${troubles} problèmes.`,
    }),
  fine: 'Tout fonctionnerait-il cette nuit ? Je n’ai trouvé aucun problème.',
  looked: (until: string) => `Contrôle effectué : planning d’astreinte ${untilWhen(until)}, escalade, projets et numéros de téléphone.`,
  more: (findings: number) => `Et ${others(findings)}. Corrigez d’abord ceux qui sont affichés, puis relancez la vérification.`,
  /** `level` null: nobody is on any level that is pinged. */
  gap: (level: Level | null, from: string, until: string, more: number) => {
    const again = more > 0 ? `, et ${more} ${more < 2 ? 'autre' : 'autres'} fois dans les 30 prochains jours` : '';
    return level === null
      ? `Personne ne serait alerté ${range(from, until)}${again}.`
      : `Personne ${nobodyIs(level)} ${range(from, until)}${again}.`;
  },
  gapCost: {
    nobody: (level: Level) => `Aucune alerte ne part à la place de ce niveau (${roleOf[level]}).`,
    only: (levels: readonly Level[], after: string) =>
      `Une alerte ne partirait que vers ${namesOf(levels)}, ${after} après un signalement.`,
    later: (levels: readonly Level[], after: string) =>
      `L’alerte suivante ne partirait que ${after} après un signalement, vers ${namesOf(levels)}.`,
  },
  gapRemedy: (key: Level | null) => `Ajoutez une personne ou une rotation pour ces heures sous onCall > ${key ?? 'primary'}.`,
  empty: (level: Level) => `${isNever[level]}, mais l’escalade alerte ce niveau.`,
  emptyRemedy: (key: string) => `Indiquez une personne sous onCall > ${key}, ou retirez ${key} de promise > ladder et de promise > breach.`,
  late: (level: Level, left: string) => `${isPinged[level]} que ${left} avant l’échéance.`,
  lateRemedy: (level: Level, least: string) =>
    `Faites alerter ${the[level]} au moins ${least} avant l’échéance : promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${isPinged[level]} à aucun moment avant l’échéance.`,
  uncalledRemedy: (key: string) => `Ajoutez ${key} aux niveaux d’une étape sous promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${who} cumule deux niveaux ${starting(from)} : ${the[other]} et ${the[level]}. Le niveau suivant est donc la même personne.`,
  sameRemedy: (key: string) => `Indiquez une autre personne sous onCall > ${key} pour ce moment, ou changez l’ordre de la rotation.`,
  moved: (level: Level, who: string, was: string) =>
    `${The[level]}, d’après ce fichier : ${who || 'personne'}. Jusqu’ici : ${was || 'personne'}.`,
  movedTurnRemedy: (was: string, began: string) =>
    `Pour laisser ce tour à ${was}, placez ${was} en tête de la rotation, puis les autres dans l’ordre, et écrivez starts: ${began}.`,
  movedRemedy: 'Prévenez les deux personnes, ou corrigez onCall.',
  nowOnCall: (who: string) => `D’astreinte en ce moment, d’après ce fichier : ${who}.`,
  noProduction: (project: string) => `${project} n’a aucun environnement pour lequel on peut signaler une panne.`,
  noProductionRemedy:
    'Donnez à l’un de ses environnements kind: production, managedBy: microsoft et un produit couvert, ou retirez le projet.',
  noScenario: (product: string) =>
    `Aucun scénario n’est prévu pour ${product} : seuls les scénarios communs à tous les produits peuvent être choisis.`,
  noScenarioRemedy: 'Donnez-lui l’ID que scenarios > products utilise pour lui, ou écrivez des scénarios pour lui.',
  teamNotThere: (project: string) => `Teams ne me laisse pas accéder à l’équipe du projet ${project} : je ne sais pas qui peut signaler.`,
  teamNotThereRemedy: 'Ajoutez l’application à cette équipe, ou corrigez projects > membersFrom dans le fichier du support.',
  teamNotAsked: (project: string) => `Teams n’a pas dit qui fait partie de l’équipe du projet ${project}.`,
  nobody: (project: string) => `Personne ne peut signaler pour ${project} : aucun membre n’est indiqué, et son équipe est vide.`,
  nobodyRemedy: 'Ajoutez des personnes à cette équipe, ou aux membres du projet (members).',
  accountUnseen: (account: string) => `Je n’ai pas encore vu le compte ${account}.`,
  accountUnseenRemedy: 'Vérifiez l’orthographe. Si elle est juste, je connaîtrai le compte quand cette personne m’écrira.',
  tenantUnseen: (project: string) => `Personne du projet ${project} ne m’a encore écrit depuis son propre Teams.`,
  tenantUnseenRemedy: (tenant: string) =>
    `Vérifiez que l’administrateur du client a ajouté l’application, et que l’ID de son locataire est bien ${tenant}.`,
  example: {
    id: (ids: string) => `Ces ID viennent d’un exemple : ${ids}.`,
    phone: (numbers: string) => `Ces numéros de téléphone viennent d’un exemple, et personne n’y répond : ${numbers}.`,
    address: (addresses: string) => `Ces adresses viennent d’un exemple : ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Écrivez les ID de votre locataire et de vos utilisateurs : centre d’administration Microsoft Entra > Vue d’ensemble, et Utilisateurs > ID d’objet.',
    phone: (places: string) => `Écrivez les vôtres : ${places}.`,
    address: (places: string) => `Écrivez les vôtres : ${places}.`,
  },
  shortPromise: (within: string) =>
    `L’engagement est de ${within}. Cela convient à un essai seulement : personne ne peut lire, décider et appuyer aussi vite.`,
  shortPromiseRemedy: 'Supprimez promise > acknowledgeWithinMinutes, qui passe alors à 30, ou indiquez au moins 5.',
  webhook: {
    inside: (webhook: string, host: string) =>
      `Le webhook « ${webhook} » (${host}) se trouve dans votre propre réseau : rien n’y est envoyé.`,
    unknown: (webhook: string, host: string) => `L’hôte du webhook « ${webhook} » (${host}) est introuvable.`,
    gone: (webhook: string, host: string) => `Le webhook « ${webhook} » (${host}) a répondu 410 Gone : il ne reçoit plus d’événements.`,
    failing: (webhook: string, host: string, since: string, error: string) =>
      `Le webhook « ${webhook} » (${host}) n’a rien accepté ${sinceWhen(since)}. Dernière réponse : ${error}.`,
  },
  webhookRemedy: {
    inside: 'Corrigez webhooks > address, ou écrivez allowPrivate: true si c’est voulu.',
    unknown: 'Corrigez webhooks > address, ou vérifiez le DNS de la machine.',
    gone: 'Retirez-le de webhooks, ou donnez-lui une nouvelle adresse.',
    failing: 'Vérifiez ce système. Je tente chaque événement pendant un jour.',
  },
  pager: {
    inside: (pager: string, host: string) =>
      `Le service d’appel « ${pager} » (${host}) se trouve dans votre propre réseau : il n’appelle personne.`,
    unknown: (pager: string, host: string) => `L’hôte du service d’appel « ${pager} » (${host}) est introuvable.`,
  },
  pagerRemedy: {
    inside: 'Corrigez pagers > address, ou écrivez allowPrivate: true si c’est voulu.',
    unknown: 'Corrigez pagers > address, ou vérifiez le DNS de la machine.',
  },
  phone: uncallable,
  place: (id: string) => `l’abonné « ${id} »`,
  ownPlace: 'le canal du support',
  noDesk: 'Aucun canal n’est encore celui du support : personne ne peut signaler de panne.',
  noDeskRemedy: 'Un administrateur écrit /outage setup dans le canal, ou le fichier du support le désigne (desk.channel).',
  notThere: (place: string) => `Teams ne me donne pas accès à cet endroit : ${place}.`,
  notThereRemedy: 'Ajoutez l’application à cette équipe ou conversation, ou corrigez l’ID de conversation dans le fichier du support.',
  notAsked: (place: string) => `Teams n’a pas dit si je peux écrire à cet endroit : ${place}.`,
  notAskedRemedy: 'Vérifiez de nouveau dans une minute.',
  notInTeam: (person: string) =>
    `${person} figure dans le planning d’astreinte mais pas dans l’équipe du canal du support, et ne peut donc pas voir les fils.`,
  notInTeamRemedy: 'Ajoutez cette personne à l’équipe.',
  noChat: (people: string) => `Teams ne me laisse pas écrire en privé à ces personnes du planning d’astreinte : ${people}.`,
  noChatRemedy:
    'Demandez-leur d’ajouter l’application et de ne pas la bloquer, ou installez-la pour elles : centre d’administration Teams > Applications Teams > Stratégies de configuration.',
  noPhone: (people: string) => `Aucun service d’appel ne peut appeler ces personnes du planning d’astreinte : ${people}.`,
  noPhoneRemedy: 'Écrivez leurs numéros dans le fichier du support : people > phone.',
  noSecret: (pager: string) => `Le service d’appel « ${pager} » n’a pas de secret : le bot ne démarre pas.`,
  noSecretRemedy: (name: string) => `Définissez ${name}, ou ${name}_FILE avec le chemin d’un fichier qui contient le secret.`,
  noPublicUrl: (pagers: string) =>
    `Personne ne peut prendre en charge une panne avec une touche du téléphone, et je n’apprends pas si quelqu’un a répondu : je n’ai pas d’adresse publique pour ${pagers}.`,
  noPublicUrlRemedy: 'Définissez PUBLIC_URL avec l’adresse https du bot.',
  chatNotAsked: (people: string) => `Teams n’a pas dit si je peux écrire en privé à ces personnes : ${people}.`,
  lookedInTeams: (until: string) =>
    `Contrôle effectué : planning d’astreinte ${untilWhen(until)}, escalade, projets, numéros de téléphone, ma présence dans Teams et qui reçoit des messages privés.`,
  phoneRemedy: 'Écrivez-le avec l’indicatif du pays sous desk > phones, par exemple +33 1 99 00 12 34, et un poste sous la forme ext. 5.',
};
