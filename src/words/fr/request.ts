/** Ordinary support requests. */
import { at, before, due } from './grammar.ts';

export const request = {
  heading: 'Envoyer une demande de support',
  done: 'Envoyer la demande',
  environment: {
    title: 'De quel environnement s’agit-il ?',
    label: 'Environnement',
    intro: 'Vous pouvez choisir n’importe lequel des vôtres. Une demande ne concerne pas que la production.',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `Votre demande sera envoyée à ${desk}, qui répondra ${before(when)}. Votre plan de support : ${plan}. Personne n’est alerté.`,
    introNoPlan: (desk: string) =>
      `Votre demande sera envoyée à ${desk}. Je ne connais pas le délai de réponse de ce projet et ne peux donc pas m’engager. Personne n’est alerté.`,
  },
  noScenario: 'Non choisi',

  exit: {
    notListed: 'Aucun type ne convient',
    notListedText: 'Si cela peut attendre, envoyez-le comme demande. Vous n’avez pas à choisir de type.',
    sendText: 'Vous pouvez envoyer votre saisie comme simple demande de support.',
    within: (within: string, plan: string) => `Vous recevrez une réponse sous ${within} (${plan}).`,
    noPlan: 'Je ne connais pas le délai de réponse de votre projet et ne peux donc pas m’engager.',
    outageText: (minutes: string) =>
      `Vous avez indiqué que les trois conditions sont remplies : c’est donc une panne. Signalez-la, et nous la prendrons en charge sous ${minutes}.`,
    orPortal: (text: string) => `Ou sur le portail de support : ${text}`,
    portal: 'Ouvrir le portail de support',
    send: 'Envoyer comme demande',
    outage: 'La signaler comme panne',
  },

  unsent: {
    nudge: 'Votre demande attend d’être envoyée',
    resume: 'Votre demande n’est pas encore envoyée',
    resumeText:
      'Une demande n’alerte personne. Si la production est en panne maintenant, appuyez sur « Recommencer » pour signaler une panne. Cette demande sera supprimée.',
    inCompany: (person: string) => `${person} rédige une demande de support`,
    failed: 'Votre demande n’a pas été envoyée',
  },

  state: { waiting: 'Demande, en attente de réponse', answered: 'Demande, réponse envoyée', withdrawn: 'Demande, retirée' },
  receipt: (name: string, desk: string) => `${name} : demande envoyée à ${desk}`,
  next: {
    replyBy: (when: string, plan: string) => `Vous recevrez une réponse ${before(when)}. Votre plan de support : ${plan}.`,
    replyLate: (when: string, name: string) =>
      `Nous nous étions engagés à répondre ${before(when)}, et nous sommes en retard. Appelez-nous et indiquez ${name}.`,
    noPlan:
      'Je ne connais pas le délai de réponse de ce projet et ne peux donc pas m’engager. Vous pouvez aussi utiliser le portail de support.',
    answered: (by: string, when: string) => `${by} a répondu ${at(when)}.`,
    ifOutage: 'Une demande n’alerte personne. Si la production tombe en panne, signalez-le avec /outage.',
    withdrawn: (by: string, when: string) => `${by} a retiré la demande ${at(when)}.`,
    was: (name: string) => `Vous l’aviez envoyée sous le numéro ${name}.`,
  },

  reporter: { correct: 'Corriger la demande', withdraw: 'Retirer la demande' },
  buttons: { answer: 'Répondre', promote: 'En faire une panne' },
  facts: {
    replyBy: 'Réponse prévue',
    by: (when: string, plan: string) => `Au plus tard ${at(when)} (${plan})`,
    noPlan: 'Le fichier du support n’indique aucun plan de support pour ce projet',
    answer: 'Réponse',
    was: 'D’abord une demande',
    wasBy: (name: string, when: string) => `${name}, reconnue comme panne ${at(when)}`,
  },
  desk: {
    promoted: (name: string) => `C’est maintenant une panne : ${name} a son propre fil dans le canal du support. Continuez là-bas.`,
  },
  answer: {
    heading: (name: string) => `${name} : répondre`,
    text: 'Que doit savoir l’auteur de la demande ?',
    example: 'Ce que c’était, ce que vous avez fait, ce qui est possible maintenant',
    send: 'Envoyer la réponse',
    audience: 'La réponse va dans ce fil et à l’auteur. Vous pourrez répondre de nouveau s’il y a autre chose à dire.',
  },
  news: {
    answered: (name: string) => `${name} : réponse envoyée`,
    notHelped: (phones: string, name: string) => `Si cela ne vous aide pas, appelez le ${phones} et indiquez ${name}.`,
    promoted: (was: string, name: string) => `${was} est maintenant une panne : ${name}`,
    promotedText: 'Le support a constaté qu’il s’agit d’une panne.',
    withdrawn: 'Vous n’avez plus besoin de répondre.',
  },

  queue: 'la file d’attente des demandes',
  list: {
    mine: 'Voici vos demandes. Elles n’alertent personne.',
    replyBy: (when: string) => `Réponse prévue ${due(when)}`,
  },
  timeline: {
    sent: (more: string) => `a envoyé une demande : ${more}`,
    answered: (more: string) => `a répondu : ${more}`,
    promoted: (more: string) => `a constaté que c’est une panne : ${more}`,
  },
  message: { answered: 'la réponse à une demande', promoted: 'l’annonce qu’une demande est une panne' },
};
