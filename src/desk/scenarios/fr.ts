/** The texts of the default catalogue in French. */
import type { Catalogue } from './en.ts';

export const fr: Catalogue = {
  yes: 'Oui',
  no: 'Non',
  'sign-in': {
    title: 'Personne ne peut se connecter',
    chooseWhen: 'Aucun utilisateur n’arrive à se connecter à la production.',
    notThis: 'Un seul utilisateur, un mot de passe, une licence ou un rôle : adressez-vous à votre assistance informatique.',
    questions: {
      'sign-in-error': { text: 'Quelle erreur, avec son ID de corrélation ?' },
      'other-apps': { text: 'D’autres applications Microsoft fonctionnent-elles ?', choices: ['Oui', 'Non', 'Pas essayé'] },
      'rules-changed': { text: 'Les règles de connexion ou d’accès ont changé récemment' },
      'rules-change': { text: 'Qu’est-ce qui a changé, et quand ?' },
    },
  },
  'environment-down': {
    title: 'La production est inaccessible',
    chooseWhen: 'Le site affiche une erreur, reste vide ou ne se charge jamais, pour tout le monde.',
    notThis: 'Votre propre réseau, un bac à sable, ou une maintenance annoncée.',
    questions: {
      'site-error': { text: 'Quelle erreur ou quel code le navigateur affiche-t-il ?' },
      'second-network': {
        text: 'Est-ce pareil depuis un autre réseau, par exemple un téléphone ?',
        choices: ['Oui', 'Non, seulement depuis le nôtre', 'Pas essayé'],
      },
    },
  },
  'severe-slowness': {
    title: 'Trop lent pour travailler',
    chooseWhen: 'Tous les utilisateurs ou presque sont bloqués, dans plusieurs modules.',
    notThis: 'Une page, un rapport ou une requête lente : c’est une demande ordinaire.',
    questions: {
      'modules-fine': { text: 'Quels modules sont aussi rapides que d’habitude ?' },
      'slow-session': { text: 'L’ID de session d’une personne bloquée' },
      'heavy-batch': { text: 'Un traitement par lots lourd est en cours' },
    },
  },
  'core-process-blocked': {
    title: 'Un processus clé échoue pour tous',
    chooseWhen: 'Le site fonctionne, mais la validation, le lancement des commandes ou la facturation échoue pour tous.',
    notThis:
      'Une seule société, un seul document, ou une question d’utilisation. Si le processus vient de votre partenaire, appelez-le d’abord.',
    questions: {
      companies: { text: 'Dans quelles entités juridiques ?' },
      'process-last-worked': { text: 'Quand cela a-t-il fonctionné pour la dernière fois ?' },
      deadline: { text: 'Une échéance en dépend' },
      'deadline-at': { text: 'Quelle est l’échéance ?' },
    },
  },
  'batch-stopped': {
    title: 'Les traitements par lots sont arrêtés',
    chooseWhen: 'La file est bloquée, rien ne s’exécute, et l’activité en dépend.',
    notThis: 'Un seul traitement en échec ou lent.',
    questions: {
      'batch-group': { text: 'Quels traitements ou groupes de lots attendent ?' },
      'jobs-waiting': { text: 'Combien de traitements attendent environ ?' },
      'batch-last-ran': { text: 'Quand le dernier traitement s’est-il bien terminé ?' },
    },
  },
  'data-exchange-down': {
    title: 'L’import et l’export sont arrêtés',
    chooseWhen: 'La gestion des données échoue pour toutes les entités.',
    notThis: 'Un seul fichier, un seul mappage ou une seule entité.',
    questions: {
      'execution-id': { text: 'L’ID d’exécution d’un traitement en échec' },
      'exchange-first-failed': { text: 'Quand le premier échec a-t-il eu lieu ?' },
    },
  },
  'integration-down': {
    title: 'L’API ou le service web est en panne',
    chooseWhen: 'Toutes les intégrations échouent, avec des dépassements de délai ou des erreurs de serveur.',
    notThis: 'Une seule application avec un secret expiré, un 401 ou un 429 qui lui est propre, ou un défaut de l’autre système.',
    questions: {
      endpoint: { text: 'Quelle adresse est appelée ?' },
      'request-ids': { text: 'Pour un appel en échec : heure, x-ms-client-request-id ou ms-dyn-aid' },
    },
  },
  'commerce-down': {
    title: 'Ventes bloquées en magasin ou en ligne',
    chooseWhen: 'Le point de vente, la Commerce Scale Unit ou la boutique en ligne est en panne.',
    notThis: 'Une seule caisse, une imprimante ou un terminal, ou un défaut du prestataire de paiement.',
    questions: {
      stores: { text: 'Quels magasins ou canaux de vente ?' },
      registers: { text: 'Combien de caisses, environ ?' },
      'offline-mode': { text: 'Le mode hors connexion fonctionne-t-il ?', choices: ['Oui', 'Non', 'Pas configuré'] },
    },
  },
  'warehouse-down': {
    title: 'L’entrepôt est à l’arrêt',
    chooseWhen: 'L’application mobile ne peut plus traiter le travail sur un ou plusieurs sites.',
    notThis: 'Un seul appareil, le Wi-Fi, ou un menu mal configuré.',
    questions: {
      sites: { text: 'Quels sites ?' },
      devices: { text: 'Combien d’appareils, environ ?' },
      'web-client': { text: 'Le client web fonctionne-t-il ?', choices: ['Oui', 'Non', 'Pas essayé'] },
    },
  },
  'financial-reporting-down': {
    title: 'Le reporting financier est en panne',
    chooseWhen: 'Le reporting financier est indisponible, et une clôture ou une échéance légale approche.',
    notThis: 'En dehors d’une clôture, ou un seul état dont les chiffres sont faux.',
    questions: {
      'closing-at': { text: 'Quand a lieu la clôture ou l’échéance ?' },
      figures: {
        text: 'Qu’est-ce qui ne va pas dans les états ?',
        choices: ['Ils ne s’ouvrent pas', 'Ils s’ouvrent avec d’anciens chiffres'],
      },
    },
  },
  'update-failed': {
    title: 'Blocage après une mise à jour',
    chooseWhen: 'Une mise à jour ou un déploiement a dépassé sa fenêtre, ou a rendu la production inutilisable.',
    notThis: 'La mise à jour d’un bac à sable, ou une mise à jour encore dans sa fenêtre.',
    questions: {
      update: { text: 'Quelle mise à jour, et à quelle étape en est-elle ?' },
      'window-end': { text: 'Quand aurait-elle dû se terminer ?' },
      rollback: { text: 'Peut-on revenir en arrière ?', choices: ['Oui', 'Non', 'Nous ne savons pas'] },
    },
  },
  'wider-incident': {
    title: 'Incident général chez Microsoft',
    chooseWhen: '« Intégrité du service » affiche un incident qui correspond au vôtre, et vous avez besoin d’aide.',
    notThis: 'Il correspond, et vous n’avez besoin de rien : suivez-le dans « Intégrité du service ».',
    questions: {
      'health-id': { text: 'Son ID dans « Intégrité du service »' },
      needed: {
        text: 'De quoi avez-vous le plus besoin ?',
        choices: ['Une solution de contournement', 'Un basculement', 'Des informations'],
      },
    },
  },
  security: {
    title: 'Soupçon de piratage ou fuite de données',
    chooseWhen: 'Quelqu’un a pu entrer, ou des données ont pu sortir.',
    redirect:
      'Ne parlez pas d’un soupçon de piratage dans un canal. Appelez-nous maintenant et dites qu’il s’agit de sécurité ; nous verrons la suite avec vous seulement.',
  },
  'not-listed': {
    title: 'Aucun de ces cas',
    chooseWhen: 'Les trois conditions sont remplies, mais rien ci-dessus ne convient. Le support vérifiera si c’est une panne.',
    notThis: 'Données endommagées : arrêtez les traitements, et appelez votre partenaire.',
  },
};
