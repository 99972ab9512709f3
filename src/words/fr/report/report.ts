/** The guided report: what a customer reads while production is down, and when the report waits or cannot be sent. */
import { formats } from '../formats.ts';
import { at, before } from '../grammar.ts';
import { access } from './access.ts';
import { byApi, byPhone } from './by-phone.ts';
import { fields } from './fields.ts';
import { receipt, unreached } from './sent.ts';

export const report = {
  heading: 'Signaler une panne de production',
  progress: (step: number, of: number, most = of) => `Étape ${step} sur ${of}${most > of ? ` ou ${most}` : ''}`,
  next: 'Continuer',
  back: 'Retour',
  done: 'Envoyer le signalement',
  cancel: 'Annuler',
  fields,
  byApi,
  byPhone,
  form: {
    below: 'Le formulaire est ci-dessous, dans un message à part.',
    belowAlone: 'Le formulaire est ci-dessous. Personne d’autre ne le voit.',
    sent: 'C’est envoyé.',
    closed: 'Fermé. Rien n’a été envoyé.',
    held: (until: string) =>
      `Envoyez ce formulaire ${before(until)}. Ensuite, la carte peut changer si d’autres personnes agissent. Les nouvelles arrivent ci-dessous.`,
    kept: 'Votre dernière saisie n’avait pas été envoyée. La voici.',
  },
  confirmation: {
    title: 'Est-ce une panne de production ?',
    intro: 'C’est une panne si ces trois conditions sont remplies :',
    tick: 'C’est une panne si ces trois conditions sont remplies. Cochez celles qui le sont maintenant.',
    yes: 'Oui, toutes les trois',
    notAll: 'Non, pas toutes les trois',
    environment: 'Quel environnement de production ?',
    choose: 'Faites un choix',
    labels: { live: 'Production réelle', many: 'Plus d’un utilisateur', stopped: 'Activité bloquée' },
    conditions: {
      live: 'C’est notre environnement de production réel',
      many: 'Plusieurs utilisateurs sont touchés',
      stopped: 'Notre activité quotidienne est bloquée',
    },
  },
  scenario: {
    title: 'De quel type de panne s’agit-il ?',
    intro: 'Choisissez le plus proche.',
    thisOne: 'Choisir celui-ci',
    often: 'Le plus souvent signalé ici :',
    others: 'Tous les autres :',
    chosen: (title: string) => `\u2713 Déjà choisi : ${title}`,
    hints: 'M’aider à choisir',
    notThis: (text: string) => `Cas à exclure : ${text}`,
  },
  details: {
    title: 'Que se passe-t-il ?',
    beganChoices: {
      'just-now': 'À l’instant',
      'ago-15': 'Il y a 15 minutes',
      'ago-60': 'Il y a 1 heure',
      unsure: 'Plus tôt, ou je ne sais pas',
    },
    exactly: 'Donner l’heure exacte',
    affectedChoices: {
      everyone: 'Tout le monde',
      most: 'La plupart des utilisateurs',
      some: 'Quelques utilisateurs (deux ou plus)',
      unsure: 'Je ne sais pas',
    },
  },
  questions: {
    title: 'Aidez l’ingénieur à démarrer plus vite',
    intro: 'Répondez à ce que vous savez. Vous pouvez laisser le reste vide.',
    introNeeded: 'Répondez à ce que vous savez. Seul ce qui porte la mention « obligatoire » doit être rempli.',
    needed: (question: string) => `${question} (obligatoire)`,
    time: (question: string, zone: string) => `${question} Heure (${zone})`,
    fact: 'Réponses',
  },
  contact: {
    title: 'Qui devons-nous appeler ?',
    intro: 'Seul le support voit ces informations. Si un appel est utile, un ingénieur vous appellera.',
  },
  review: {
    title: 'Vérifier et envoyer',
    intro: (minutes: string) =>
      `Rien n’est encore envoyé. Appuyez sur « Envoyer le signalement », et un ingénieur du support prendra la panne en charge sous ${minutes}.`,
    orElse: (second: string) => `Sinon : ${second}`,
  },
  errors: {
    required: 'Ce champ est obligatoire.',
    'too-long': 'Ce texte est trop long : seul le début est affiché. Raccourcissez-le.',
    'unknown-choice': 'Choisissez dans la liste.',
    'in-the-future': 'C’est dans le futur. Choisissez un moment passé.',
    'after-the-report': 'C’est après votre signalement. Choisissez un moment antérieur.',
    'not-a-time': 'Ce n’est pas une date avec une heure. Choisissez les deux.',
    'not-an-email': 'Cela ne ressemble pas à une adresse e-mail.',
    'not-a-phone': (example: string) => `Ce n’est pas un numéro de téléphone. Écrivez-le avec l’indicatif du pays, par exemple ${example}.`,
    'not-a-number': 'Ce n’est pas un nombre.',
    'too-long-ago': 'C’est il y a plus d’un an. Vérifiez la date.',
    'someone-reachable': 'Cochez la case ci-dessus, ou indiquez qui d’autre on peut appeler.',
  },
  clientError: 'Vérifiez ce champ.',
  fix: (count: number) => {
    const several = `${count} réponses manquent ou sont à revoir. Elles sont indiquées ci-dessous.`;
    return formats.plural(count, {
      one: `${count} réponse manque ou est à revoir. Elle est indiquée ci-dessous.`,
      many: several,
      other: several,
    });
  },

  access,
  fromMessage: {
    /** In the menu that Teams shows for a message. */
    action: 'Signaler une panne',
    menu: 'Signaler une panne de production en y joignant ce message',
    somebody: 'Quelqu’un',
    wrote: (author: string, when: string) => `${author} a écrit${when ? ` ${at(when)}` : ''} :`,
    noText: '(pas de texte : une carte, une image ou un fichier)',
    withFiles: '(Une image ou un fichier l’accompagnait, à retrouver dans le message seulement.)',
    begun: 'Continuez dans votre conversation privée',
    waits: 'Votre signalement vous attend dans notre conversation',
    where: 'Pour terminer votre signalement, ouvrez Conversation, puis Outage Desk. Rien n’a encore été envoyé au support.',
    withIt: 'Le message figure dans ses détails.',
    withoutIt:
      'Vous aviez déjà rempli les détails de ce signalement : je n’y ai pas ajouté ce message. Rien de ce que vous avez saisi n’a changé.',
    notInstalled: 'Je ne peux pas encore vous écrire',
    install: 'Ouvrez Applications dans Teams, cherchez Outage Desk et ajoutez-le pour vous. Puis réessayez.',
    kept: 'D’ici là, je garde ce message pour votre signalement.',
    again: 'Réessayer',
    unsure: 'Mon message n’est peut-être pas arrivé',
    unsureText:
      'Ouvrez votre conversation privée avec Outage Desk. Si vous n’y voyez rien dans une minute, écrivez-y /outage. Je garde le message que vous avez choisi.',
  },

  exit: {
    noOutageHeading: 'Ce n’est pas une panne de production',
    noOutage:
      'Une panne de production remplit trois conditions : elle touche la production réelle, elle concerne plus d’un utilisateur et elle bloque l’activité quotidienne.',
    notTicked: (condition: string) => `Non coché : ${condition}.`,
    inDoubt: 'En cas de doute, revenez en arrière et cochez les trois. Le support vérifiera avec vous.',
    redirected: (scenario: string) => `${scenario} : appelez-nous plutôt`,
    call: (phones: string) => `Appelez le ${phones}.`,
    cancelled: 'Annulé. Rien n’a été envoyé.',
    nothingToCancel: 'Il n’y a rien à annuler. Vous n’avez commencé aucun signalement, et vous n’avez aucune panne en cours.',
  },

  resume: {
    heading: 'Votre signalement n’est pas encore envoyé',
    text: (title: string, when: string) => (title ? `Vous avez commencé « ${title} » ${at(when)}.` : `Vous l’avez commencé ${at(when)}.`),
    added: 'Ce que vous venez d’écrire figure maintenant dans ses détails. Personne ne l’a encore lu.',
    noRoom: 'Je n’ai pas ajouté ce que vous venez d’écrire, car les détails seraient trop longs. Raccourcissez votre texte.',
    press: 'Votre signalement n’est pas encore envoyé. Appuyez sur l’un de ses boutons.',
    goOn: 'Continuer',
    startOver: 'Recommencer',
  },

  public: {
    heading: (person: string) => `${person} signale une panne de production`,
    text: (person: string) =>
      `Rien n’a encore été envoyé au support. Le bouton est réservé à cette personne : ${person}. Après l’envoi, vous verrez le numéro ici.`,
    go: 'Continuer mon signalement',
    cancelled: (person: string) => `${person} a commencé un signalement, puis l’a annulé. Rien n’a été envoyé.`,
    buttonsFor: (person: string) => `Pour ${person} :`,
    arrived: (name: string, person: string) => `${name}, signalée par ${person}`,
    sent: 'Ici, tout le monde voit une carte avec son numéro et son état, mais pas ce que vous avez écrit. Les points y arrivent. Ce message n’est visible que pour vous. Il ne change pas et disparaît au bout d’un jour.',
    willSee: 'Ensuite, tout le monde ici voit son numéro et son état, mais pas ce que vous avez écrit.',
  },

  receipt,

  correct: {
    saved: 'Votre correction est enregistrée, et nous avons prévenu le support :',
    same: 'Rien n’a changé : rien n’a été enregistré.',
    changed: (label: string, was: string, now: string) => `${label} : avant ${was}, maintenant ${now}`,
    second: 'Second contact',
    heading: (name: string) => (name ? `${name} : corriger le signalement` : 'Corriger le signalement'),
    began: 'Quand cela a-t-il commencé ? Date (laissez vide en cas de doute)',
    beganTime: 'Heure, dans le fuseau horaire de votre signalement',
    askDesk: (phones: string) =>
      `Pour changer l’environnement, le scénario, vos réponses à ses questions, votre fuseau horaire ou votre langue, appelez le support : ${phones}.`,
    send: 'Enregistrer la correction',
    audience:
      'Pour quitter sans enregistrer, appuyez sur « Retour ». Le support voit ce qui a changé. Votre téléphone et votre e-mail ne sont affichés que dans son fil et ici.',
  },

  reclassify: {
    heading: (name: string) => `${name} : reclasser`,
    scenario: 'Scénario',
    environment: 'Environnement de production',
    send: 'Reclasser',
    audience: 'Le fil indique ce qui a changé. Tous les abonnés voient le nouveau type.',
  },

  unreached,

  nudge: {
    heading: 'Votre signalement attend d’être envoyé',
    nobody: 'Personne ne l’a encore lu.',
    complete: 'Il contient tout ce qu’il nous faut. Vous pouvez l’envoyer.',
    missing: 'Appuyez sur « Continuer » pour le terminer et l’envoyer.',
    kept: 'Nous le conservons un jour après votre dernière modification, puis nous le supprimons.',
    goOn: 'Continuer',
  },
};
