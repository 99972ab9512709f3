/** What engineers write while they work on an outage: updates, the plan, notes. */
import type { SensitiveKind } from '../../../desk/sensitive.ts';
import { botName } from '../common/names.ts';
import { formats } from '../formats.ts';

export const updateForm = {
  heading: (name: string) => `${name} : point de situation`,
  text: 'Que faut-il savoir ?',
  example: 'Ce qui est touché maintenant, ce que vous savez, ce que vous faites. « Rien de nouveau » suffit.',
  phase: 'Étape',
  next: 'Prochain point dans',
  minutes: (n: number) => formats.duration(n * 60_000),
  send: 'Envoyer le point',
  audience: 'Visible dans ce fil, par l’auteur du signalement et par tous les abonnés.',
};

/** A message of the desk's thread that everybody is to read. */
export const publish = {
  /** In the menu that Teams shows for a message. */
  action: 'Publier ce message',
  menu: 'Pour les ingénieurs : publier ce message comme point de situation, ou le garder comme note',
  heading: (name: string) => `${name} : publier`,
  check: 'Rien n’est encore publié. Vérifiez ce qui est en gras :',
  button: 'Publier un texte',
  begin: 'Écrivez ou collez un texte. Avant la publication, je cherche ce qui pourrait être secret.',
  clean: 'Je n’ai rien trouvé qui semble secret. Relisez le texte, puis publiez-le.',
  text: 'Ce que tout le monde lira',
  example: 'Ce qui est touché, ce que vous savez, ce que vous faites',
  remove: 'Retirer ce qui est coché',
  kinds: {
    key: 'clé ou mot de passe',
    email: 'adresse e-mail',
    phone: 'numéro de téléphone',
    link: 'lien',
    ticket: 'ticket',
    address: 'adresse IP',
    host: 'nom d’hôte',
    name: 'nom',
  } satisfies Record<SensitiveKind, string>,
  choice: (kind: string, text: string) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} : ${text}`,
  more: (count: number) =>
    formats.plural(count, {
      one: `${count} autre élément est aussi retiré. Pour choisir vous-même, raccourcissez le texte.`,
      many: `${count} autres éléments sont aussi retirés. Pour choisir vous-même, raccourcissez le texte.`,
      other: `${count} autres éléments sont aussi retirés. Pour choisir vous-même, raccourcissez le texte.`,
    }),
  foundMore: 'Votre texte contient un nouvel élément qui pourrait être secret. Revoyez cette liste.',
  send: 'Publier comme point',
  keep: 'Garder comme note',
  audience: (places: readonly string[], more: number) => {
    const several = `${more} autres endroits`;
    const others = more > 0 ? [formats.plural(more, { one: `${more} autre endroit`, many: several, other: several })] : [];
    return `Qui lit un point : ${formats.list(['le fil de cette panne', ...places, ...others])}. Une note est réservée au support.`;
  },
  posted: (count: number) => {
    if (count === 0) return 'Publié dans le fil de la panne. Personne d’autre ne le reçoit.';
    const several = `Publié à ${count} endroits en plus du fil.`;
    return formats.plural(count, { one: `Publié à ${count} endroit en plus du fil.`, many: several, other: several });
  },
  kept: 'Gardé comme note. Seul le support la lit.',
  again: 'C’était déjà publié : rien n’a été envoyé.',
  /** What the engineer has to know of a message first. */
  cut: (limit: number) => `Le message dépasse ${limit} caractères : la fin manque ici.`,
  beginning: 'Teams ne donne parfois que le début d’un message cité. Vérifiez qu’il ne manque rien.',
  withFiles: 'Ses images et fichiers ne sont pas publiés.',
  below: 'Votre aperçu est dans le fil, visible de vous seulement. Rien n’est encore publié.',
  inChat: `Votre aperçu est dans notre conversation privée : ouvrez Conversation, puis ${botName}. Rien n’est encore publié.`,
  notShown: `Je n’ai pas pu vous montrer l’aperçu. Dans notre conversation privée, écrivez : publish OUT-1042, puis le texte. Si vous n’avez pas de conversation avec moi, ajoutez d’abord ${botName} pour vous dans Applications.`,
  inRoom:
    'L’aperçu ne doit être visible que de vous, et Teams ne le permet pas ici. Dans notre conversation privée, écrivez : publish OUT-1042, puis le texte.',
  noText: (example: string) =>
    `Ce message ne contient pas de texte : il a peut-être été supprimé, ou c’est une image ou une carte. Pour en écrire un : ${example}`,
};

export const plan = {
  firstLook: 'Qu’examinez-vous en premier ? (facultatif)',
  looks: { changes: 'Derniers changements', logs: 'Journaux', database: 'Base de données', network: 'Réseau' },
  nextUpdate: 'Quand viendra le prochain point ?',
  minutes: (n: number) => formats.duration(n * 60_000),
};

export const note = {
  heading: (name: string) => `${name} : ajouter une note`,
  text: 'Que doit savoir le support ?',
  example: 'Ce que vous avez essayé, ce que vous avez écarté, qui vous avez interrogé',
  send: 'Ajouter la note',
  audience: 'Seul le support la voit, dans ce fil. Ni l’auteur du signalement ni les abonnés ne la voient.',
};
