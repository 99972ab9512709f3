/** Alarms about the bots themselves. */
import { message } from '../common/messages.ts';
import { formats } from '../formats.ts';
import { others } from '../grammar.ts';

const CALL = 'Appelez les personnes à prévenir sans attendre.';
const LOOK = 'Vérifiez que tous vos bots fonctionnent.';
/** `one` counts 0 and 1; `many` are millions. */
const some = (count: number, one: string, other: string) => formats.plural(count, { one, many: other, other });

export const alarm = {
  /** `what`: one sentence for everybody. `desk`: what engineers do. `admin`: what the operator does. `thenLook`: what to do when it seems over. */
  troubles: {
    'deadlines-overdue': {
      heading: 'Mes alertes sont en retard',
      what: (count: number, oldest: string) =>
        some(
          count,
          `${count} échéance est passée il y a ${oldest}, et personne n’a été alerté.`,
          `${count} échéances sont passées, la première il y a ${oldest}, et personne n’a été alerté.`,
        ),
      desk: 'Ne comptez pas sur mes alertes en ce moment. Vérifiez vous-même quelles pannes attendent une prise en charge ou un point.',
      admin: 'Vérifiez les journaux des bots et la charge de la base de données, puis redémarrez les bots.',
      over: 'Mes alertes sont de nouveau à l’heure',
    },
    'deadlines-missing': {
      heading: 'Certaines pannes ne déclencheraient aucune alerte',
      what: (count: number) =>
        some(
          count,
          `${count} panne en cours n’a pas d’échéance : personne ne serait alerté.`,
          `${count} pannes en cours n’ont pas d’échéance : personne ne serait alerté.`,
        ),
      desk: 'Prenez-les en charge, ou publiez un point dans leurs fils : cela fixe une nouvelle échéance.',
      admin: 'C’est un défaut, ou la base de données a été modifiée à la main : conservez les journaux et signalez-le.',
      over: 'Chaque panne en cours a de nouveau son échéance',
    },
    'threads-missing': {
      heading: 'Des pannes ne sont jamais arrivées dans ce canal',
      what: (count: number) =>
        some(
          count,
          `${count} panne en cours n’a pas de fil dans le canal du support, et aucun n’est en route.`,
          `${count} pannes en cours n’ont pas de fil dans le canal du support, et aucun n’est en route.`,
        ),
      desk: 'Prenez-les en charge par leur numéro, par exemple « @Outage Desk ack OUT-1042 », et publiez un point : l’auteur du signalement le reçoit.',
      admin: 'C’est un défaut, ou la base de données a été modifiée à la main : conservez les journaux et signalez-le.',
      over: 'Chaque panne en cours est dans ce canal',
    },
    'deliveries-refused': {
      heading: 'Des messages ne passent pas',
      what: (count: number, oldest: string) =>
        some(
          count,
          `${count} message attend depuis ${oldest} : Teams l’a refusé, ou n’a pas répondu.`,
          `${count} messages attendent, le plus ancien depuis ${oldest} : Teams les a refusés, ou n’a pas répondu.`,
        ),
      desk: `${CALL} Je réessaie, et j’indique ici chaque message que j’abandonne.`,
      admin: 'Vérifiez l’état du service Teams, et que la clé secrète client du bot n’a pas expiré.',
      over: 'Les messages passent de nouveau',
    },
    'deliveries-backlog': {
      heading: 'Des messages attendent leur tour',
      what: (count: number, oldest: string) =>
        some(
          count,
          `${count} message attend depuis ${oldest} : Teams n’en accepte qu’un certain nombre à la fois.`,
          `${count} messages attendent, le plus ancien depuis ${oldest} : Teams n’en accepte qu’un certain nombre à la fois.`,
        ),
      desk: `${CALL} Rien n’est perdu : tout est envoyé, les prises en charge en premier.`,
      admin: 'Ne faites rien tant que le nombre diminue. S’il augmente, vérifiez les journaux des bots.',
      over: 'Plus aucun message n’attend son tour',
    },
    'deliveries-untouched': {
      heading: 'Des messages ne sont pas envoyés',
      what: (count: number, oldest: string) =>
        some(
          count,
          `${count} message attend depuis ${oldest}, et aucun bot ne l’envoie.`,
          `${count} messages attendent, le plus ancien depuis ${oldest}, et aucun bot ne les envoie.`,
        ),
      desk: `${CALL} Rien n’est perdu : ce qui attend sera envoyé dès qu’un bot fonctionnera.`,
      admin: 'Vérifiez les journaux des bots, puis redémarrez les bots.',
      over: 'Les messages sont de nouveau envoyés',
    },
    'clock-skew': {
      heading: 'Deux horloges sont décalées',
      what: (by: string) => `L’horloge d’un bot et celle de sa base de données sont décalées de ${by}.`,
      desk: 'Les alertes suivent l’horloge de la base de données. Si elle est fausse, les alertes et les heures des cartes le sont aussi.',
      admin: 'Réglez les deux machines pour qu’elles prennent l’heure d’un serveur de temps.',
      over: 'Les horloges de tous les bots en service sont de nouveau à la même heure',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'Un bot ne travaille plus',
      what: (since: string) => `Un bot n’a rien fait depuis ${since}.`,
      desk: 'Si d’autres bots fonctionnent, ils prennent le relais. Si les messages s’arrêtent, appelez les personnes à prévenir sans attendre.',
      admin: 'Redémarrez le bot dont /readyz répond 503.',
      over: 'Tous les bots en service travaillent de nouveau',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: 'Les clés de signature de Microsoft sont illisibles',
      what: (since: string, known: boolean) =>
        known
          ? `Depuis ${since}, un bot ne peut pas lire les clés qui lui permettent de savoir qu’un message vient de Teams. Il utilise les dernières.`
          : `Depuis ${since}, un bot ne peut pas lire les clés qui lui permettent de savoir qu’un message vient de Teams. Il ne peut accepter aucun message ni aucune action sur un bouton.`,
      desk: 'Mes alertes continuent. Si je ne réponds pas, les clients ne peuvent rien signaler ici : répondez au téléphone.',
      admin: 'Vérifiez que le bot atteint https://login.botframework.com, où Microsoft les publie. Il réessaie tout seul.',
      over: 'Les clés de signature de Microsoft sont de nouveau lisibles',
    },
    'store-unavailable': {
      what: 'La base de données ne peut être ni lue ni écrite.',
      admin: 'Vérifiez DATABASE_URL, ou le disque.',
    },
    'desk-untold': {
      what: 'Le support n’a pas pu être prévenu d’un problème.',
      admin:
        'Vérifiez que Teams fonctionne, que l’application est dans l’équipe du support, et quel est le canal du support (/outage setup).',
    },
  },
  still: (heading: string) => `Toujours : ${heading}`,
  since: 'Depuis',
  until: 'Jusqu’à',
  outages: 'Pannes, les plus anciennes en premier',
  lastAnswer: 'Dernière réponse',
  now: 'À faire',
  admin: 'Administra\u00ADteurs',
  untold: 'Je n’ai pas pu vous le dire pendant que cela durait.',
  over: 'C’est terminé.',
  setAside: {
    heading: (count: number) => some(count, `${count} message abandonné`, `${count} messages abandonnés`),
    text: 'Teams les a refusés, ou n’a pas dit s’ils étaient arrivés. Je ne réessaie pas. Prévenez ces personnes autrement.',
    outward: 'D’autres systèmes ne les ont pas acceptés. Je ne réessaie pas. Saisissez-y à la main ce qui leur manque.',
    line: (name: string, what: string, place: string) => `${name} : ${what}, pour ${place}`,
    why: (reason: string) => `Raison : ${reason}`,
    unknown: 'inconnue',
    more: (count: number) => `Et ${others(count)}. Le journal les cite.`,
    state: 'le nouvel état sur la carte',
    message,
  },
};
