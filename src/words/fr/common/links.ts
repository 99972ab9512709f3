/** Links out of a card: the call, a chat with the reporter, runbooks, tickets in other systems. */

export const links = {
  call: 'Appel',
  join: 'Rejoindre l’appel',
  start: 'Démarrer un appel',
  chat: (elsewhere: boolean) => `Conversation Teams${elsewhere ? ' (si les deux entreprises l’autorisent)' : ''}`,
  voice: (elsewhere: boolean) => `Appel Teams${elsewhere ? ' (si les deux entreprises l’autorisent)' : ''}`,
  chatButton: 'Écrire à l’auteur',
  voiceButton: 'Appeler l’auteur',
  group: (elsewhere: boolean): string =>
    elsewhere
      ? 'Appel et conversation. L’auteur du signalement est d’une autre entreprise : l’appel et la conversation ne s’ouvrent que si les deux entreprises l’autorisent.'
      : 'Appel et conversation',
  /** What an alarm calls their messages. */
  message: {
    'bridge-set': 'le lien d’appel',
    'ticket-added': 'le ticket',
    'ticket-removed': 'l’annonce du retrait d’un ticket',
  },
  more: 'Liens',
  runbook: 'Procédure',
  tickets: 'Tickets',

  bridge: {
    button: 'Définir le lien d’appel',
    heading: (name: string) => `${name} : définir le lien d’appel`,
    address: 'Adresse de l’appel (laissez vide pour la supprimer)',
    shared: 'L’auteur du signalement',
    share: 'L’afficher aussi à l’auteur',
    send: 'Enregistrer le lien',
    audience: 'Le support voit « Rejoindre l’appel » sur sa carte.',
    audienceInRoom:
      'Le support voit « Rejoindre l’appel » sur sa carte. La panne a été signalée dans un canal ou une conversation de groupe : si vous cochez la case, tous ses membres verront le lien.',
    example: 'Le lien que Teams copie pour une réunion',
    notAnAddress: 'Je ne peux pas utiliser cette adresse. Copiez l’adresse complète de la réunion, qui commence par https.',
    wrongHost: (host: string, hosts: string) =>
      `J’accepte les appels dans Teams${hosts && ` et sur ${hosts}`}, mais pas sur ${host}. Les gestionnaires du support peuvent l’ajouter dans le fichier du support, sous bridgeHosts.`,
    timeline: (shared: boolean) => `a défini le lien d’appel${shared ? ', visible aussi par l’auteur du signalement' : ''}`,
    set: (name: string) => `${name} : appel à rejoindre`,
    removed: (name: string) => `${name} : lien d’appel supprimé`,
    seen: 'L’auteur du signalement le voit aussi.',
    notSeen: 'L’auteur du signalement ne le voit pas. Pour le lui montrer, appuyez sur « Plus », puis sur « Définir le lien d’appel ».',
    invited: 'Vous pouvez maintenant parler aux ingénieurs. Appuyez sur le bouton pour les rejoindre.',
  },

  ticket: {
    button: 'Ajouter un ticket',
    heading: (name: string) => `${name} : ajouter un ticket`,
    text: 'Son numéro ou son adresse complète',
    send: 'Ajouter le ticket',
    audience: 'Seul le support le voit. Pour en retirer un, écrivez « ticket remove » et son numéro dans le fil.',
    no: 'Je ne peux pas utiliser ce ticket. Écrivez son numéro, par exemple INC0012345, ou son adresse complète, qui commence par https.',
    added: (id: string, name: string) => `${id} figure maintenant sur la carte de ${name}.`,
    removed: (id: string, name: string) => `${id} ne figure plus sur la carte de ${name}.`,
  },
};
