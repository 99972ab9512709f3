/** Pictures and files: what people may send, what became of it, and where it is. */
import type { FileKind, FileRefusal } from '../../../outage/types/files.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const some = (n: number, one: string, other: string) => formats.plural(n, { one, many: other, other });
const count = (n: number) => some(n, `${n} fichier`, `${n} fichiers`);

/** Why a file was not taken, behind its name. */
const why: Record<FileRefusal, string> = {
  gone: 'Je n’ai pas pu le récupérer à temps dans Teams. Renvoyez-le.',
  elsewhere: 'Il n’est pas stocké dans Teams, je ne l’ai donc pas ouvert. Joignez le fichier lui-même.',
  'too-large': 'Il est trop volumineux. Envoyez-en un plus petit, ou seulement la partie utile.',
  markup: 'Les formats SVG et HTML peuvent exécuter des programmes : je ne les accepte pas. Envoyez une image, ou le texte.',
  'unknown-kind': 'J’accepte PNG, JPEG, WebP, GIF, PDF, texte, journaux et ZIP. Envoyez-le sous l’une de ces formes.',
  broken: 'Son contenu ne correspond pas à son type, et je n’ai pas pu le lire. Enregistrez-le de nouveau, ou envoyez une capture d’écran.',
  'too-many': 'Vous avez envoyé le nombre maximal de fichiers pour cette panne : personne n’a reçu celui-ci. Votre texte est conservé.',
  rejected: 'La panne n’accepte plus de fichiers de votre part : personne ne l’a reçu. Si c’est important, appelez le support.',
  'no-room': 'Il n’y a plus de place pour ce fichier. Votre texte est conservé. Parlez-en au support par téléphone.',
};

export const files = {
  maySend: 'Vous pouvez envoyer des images et des fichiers ici, dans cette conversation.',

  /** Where nobody can fetch from the bot. */
  notTaken:
    'Je ne peux pas transmettre d’images ni de fichiers. Décrivez par écrit ce qu’ils montrent. Pour en envoyer un, appelez et demandez une adresse.',
  ownChatOnly: denial('not-here', 'Teams ne me transmet des fichiers que dans votre conversation privée avec moi. Envoyez-les là-bas.'),
  openOwnChat: 'Ouvrir ma conversation',
  unreadable: 'Je n’ai pas pu voir où Teams le conserve : personne ne l’a reçu. Joignez-le comme fichier.',
  none: 'Personne n’a reçu cela : vous n’avez aucune panne en cours. Signalez-la avec /outage, puis envoyez ici vos images et fichiers.',
  toShare: (example: string) =>
    `Personne n’a reçu cela. Pour montrer une image à tout le monde, envoyez-la avec votre point et le numéro de la panne (${example}).`,
  tooMany: (most: number) => `Personne n’a reçu cela. Maximum pour une panne : ${count(most)}.`,
  chooseFirst:
    'Personne n’a reçu cela : beaucoup de vos fichiers attendent. Indiquez ci-dessus à quelle panne ils se rapportent. Renvoyez ensuite celui-ci.',
  noRoom: 'Je n’ai pas pu le stocker, et personne ne l’a reçu. Votre texte est conservé. Appelez le support.',

  taken: (n: number, name: string) => `Je transmets ${count(n)} au support, pour ${name}.`,
  takenForReport: (n: number) =>
    some(
      n,
      `Je garde ${count(n)} pour votre signalement. Le support le recevra quand vous enverrez le signalement.`,
      `Je garde ${count(n)} pour votre signalement. Le support les recevra quand vous enverrez le signalement.`,
    ),
  takenForAll: (n: number, name: string) => `Je montre ${count(n)} à tous ceux qui reçoivent les nouvelles de ${name}.`,
  isTold: 'Si je dois en refuser un, je vous le dis ici.',
  elsewhere: (n: number) =>
    some(
      n,
      `${n} autre ne venait pas de Teams, je ne l’ai donc pas ouvert.`,
      `${n} autres ne venaient pas de Teams, je ne les ai donc pas ouverts.`,
    ),
  more: (n: number) =>
    some(
      n,
      `Je n’ai pas pu en accepter ${n} autre. Joignez-le comme fichier, dans un autre message.`,
      `Je n’ai pas pu en accepter ${n} autres. Joignez-les comme fichiers, dans un autre message.`,
    ),
  edited: 'Personne n’a reçu ce qui a été ajouté à ce message après coup. Envoyez images et fichiers dans un nouveau message.',
  which: (n: number) => `De quelle panne s’agit-il ? (${count(n)})`,
  whichText: (files: number) =>
    some(files, 'Personne ne l’a encore reçu. Choisissez :', 'Personne ne les a encore reçus. Choisissez une panne :'),
  others: (n: number, files: number) =>
    `${some(n, `Vous avez ${n} autre panne.`, `Vous avez ${n} autres pannes.`)} ${some(
      files,
      'Pour l’y ajouter, renvoyez-le avec le numéro de la panne.',
      'Pour les y ajouter, renvoyez-les avec le numéro de la panne.',
    )}`,
  addTo: (name: string) => `Ajouter à ${name}`,
  keepForReport: 'Garder pour mon signalement',
  chosenNot: 'Je ne l’ai plus. Renvoyez-le.',

  refused: 'Je n’ai pas accepté ce fichier :',
  unnamed: 'Une image sans nom',
  why,

  news: (name: string, pictures: number, others: number) => {
    const seen = some(pictures, 'nouvelle image', `${pictures} nouvelles images`);
    const rest = some(others, 'nouveau fichier', `${others} nouveaux fichiers`);
    if (others === 0) return `${name} : ${seen}`;
    return pictures === 0 ? `${name} : ${rest}` : `${name} : ${formats.and([seen, rest])}`;
  },
  picture: (name: string) => `Image : ${name}`,
  open: 'Sélectionnez une image ou un nom pour ouvrir l’original. Les liens fonctionnent pendant une semaine.',
  openAgain:
    'Sélectionnez une image ou un nom pour ouvrir l’original. Les liens fonctionnent pendant une semaine ; ensuite, ouvrez de nouveau cette carte.',
  fact: 'Fichiers',
  held: (n: number, by: string) => `${count(n)}, le dernier envoyé par ${by}. Pour les voir : « Plus », puis « Voir les fichiers ».`,
  button: 'Voir les fichiers',
  earlier: 'Voir les plus anciens',
  heading: (name: string) => `${name} : images et fichiers`,
  removed: 'Plus disponible',
  onlyThere: denial('not-here', 'Les images et fichiers ne sont affichés que dans le canal du support.'),
  kind: {
    png: 'PNG',
    jpeg: 'JPEG',
    webp: 'WebP',
    gif: 'GIF',
    pdf: 'PDF',
    text: 'texte',
    zip: 'ZIP, non ouvert',
  } satisfies Record<FileKind, string>,
  kilobytes: (n: number) => `${n} Ko`,
  megabytes: (n: number) => `${formats.decimal(n)} Mo`,
};
