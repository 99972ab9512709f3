/** Why something was not done. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { at, starting, until as untilWhen } from '../grammar.ts';
import { botName } from './names.ts';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'Seuls les ingénieurs du support peuvent le faire. Si vous pensez devoir en faire partie, demandez aux gestionnaires du support de vous ajouter.',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) =>
    denial('already-acknowledged', `${by} a déjà pris en charge ${name} ${at(when)}.`),
  alreadyYours: (name: string) => `Vous êtes déjà responsable de ${name}.`,
  onlyReporter: denial('not-permitted', 'Seul l’auteur du signalement peut le faire.'),
  notNow: (name: string, state: string) => denial('not-now', `Ce n’est pas possible maintenant. ${name} : ${state}.`),
  notOffered: (name: string) =>
    denial(
      'not-offered',
      `Personne ne vous a proposé de prendre le relais pour ${name}. Demandez à son responsable, ou apportez votre aide.`,
    ),
  offeredToOther: (name: string, to: string) => denial('not-offered', `Pour ${name}, le relais est proposé à ${to}.`),
  tooManyQuestions: (name: string, most: number) =>
    denial(
      'too-many-questions',
      `${most} questions sur ${name} attendent déjà une réponse. Appelez l’auteur du signalement, ou attendez une réponse.`,
    ),
  objectedAlready: (name: string) =>
    denial(
      'objected-already',
      `Vous avez déjà fait une objection au sujet de ${name}. Si vous n’êtes toujours pas d’accord, appelez-nous.`,
    ),
  staysTaken: {
    theirs: (name: string, owner: string, _when: string) =>
      denial(
        'stays-taken',
        `${owner} est responsable de ${name} : vous ne pouvez pas annuler cela. Si personne ne s’en occupe, appuyez sur « Plus », puis sur « Remettre à l’astreinte ».`,
      ),
    'in-work': (name: string) =>
      denial(
        'stays-taken',
        `Vous avez pris en charge ${name} volontairement ou y avez travaillé depuis : vous en restez responsable. Pour ne plus l’être, appuyez sur « Plus », puis sur « Remettre à l’astreinte ».`,
      ),
    late: (name: string, _owner: string, when: string) =>
      denial(
        'stays-taken',
        `C’était possible ${untilWhen(when)}. Si vous ne pouvez pas garder ${name}, appuyez sur « Plus », puis sur « Remettre à l’astreinte ».`,
      ),
  },
  saidAlready: (says: string, when: string, until: string) =>
    denial('said-already', `Vous l’avez déjà dit ${at(when)} : ${says}. Le support le sait. Vous pourrez le redire ${starting(until)}.`),
  tooLate: (name: string, when: string) =>
    denial(
      'too-late',
      `C’était possible ${untilWhen(when)}. Signalez de nouveau la panne avec /outage, en précisant son ancien numéro : ${name}.`,
    ),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} ne peut pas être fusionnée avec elle-même.`),
    unknown: (_name: string) =>
      denial('bad-target', 'Je ne connais pas la panne dans laquelle fusionner. Écrivez son numéro, par exemple OUT-1042.'),
    ended: (_name: string) =>
      denial('bad-target', 'La panne dans laquelle fusionner est terminée. Choisissez-en une en cours, ou rouvrez d’abord celle-là.'),
  },
  tooMany: (name: string, most: number) =>
    denial('too-many', `${name} a déjà ${most} tickets. Retirez-en d’abord un : écrivez « ticket remove » et son numéro dans le fil.`),
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `${by} a dit ${at(when)} que ${name} et ${into} sont différentes : rien n’a été fusionné. Si c’est la même panne, écrivez « merge ${name} into ${into} ».`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial(
      'card-outdated',
      `${by} l’a modifiée ${at(when)}, pendant que vous écriviez. Votre texte est ci-dessous : renvoyez-le s’il est toujours juste.`,
    ),
  unknownOutage: denial(
    'unknown-outage',
    'Je ne connais pas cette panne. Elle a peut-être été supprimée, ou seules les personnes de son projet peuvent la consulter. Pour signaler une panne, tapez /outage.',
  ),
  tooMuch: (wait: string) =>
    denial(
      'rate-limited',
      `Vous ou votre entreprise avez envoyé plus que je ne peux traiter en une minute : rien n’a été fait. Réessayez dans ${wait}.`,
    ),
  unreadable: denial('unreadable', 'Je n’ai pas pu lire cela : rien n’a changé. Pour commencer, tapez /outage.'),
  edited: 'C’est votre premier envoi qui compte : le modifier ne change rien. Envoyez plutôt un nouveau message.',
  guest: 'Je ne peux pas savoir qui vous êtes, car vous êtes ici sans compte. Connectez-vous avec votre compte et réessayez.',
  noThread: denial(
    'no-thread',
    `Je ne vois pas de quelle panne il s’agit. Dites-le dans le fil de la panne, ou écrivez « @${botName} ack OUT-1042 » avec son numéro.`,
  ),
  noDeskThread: denial(
    'no-thread',
    'Choisissez un message dans le fil d’une panne. Pour en écrire un vous-même, écrivez dans ce fil : update, puis le texte.',
  ),
  notOpen: (name: string, state: string) =>
    denial(
      'not-now',
      `${name} n’est pas une panne en cours (${state}) : rien n’a été publié. Pour le support seul, écrivez dans son fil : note, puis le texte.`,
    ),
  needsText: (example: string) => `Dites ce qu’il faut savoir, comme ceci : ${example}`,
  textTooLong: (limit: number) => `Ce texte dépasse ${limit} caractères. Raccourcissez-le.`,
  draftNotHere: denial(
    'draft-gone',
    'Ce signalement n’est plus ici, ou c’est une autre personne qui l’a commencé. Elle seule peut le continuer. Pour signaler quelque chose vous-même, tapez /outage.',
  ),
  draftGone: denial(
    'draft-gone',
    'Ce signalement n’est plus ici. Ce que vous avez envoyé n’est pas perdu. Pour en commencer un nouveau, tapez /outage.',
  ),
  oldCard: denial(
    'unreadable',
    'Ce bouton se trouve sur une ancienne carte. Pour commencer, tapez /outage, ou utilisez la carte la plus récente.',
  ),
  oldClient: denial(
    'old-client',
    'Votre version de Teams ne peut pas faire cela ici sans que tout le monde le voie. Écrivez-moi /outage dans notre conversation privée.',
  ),
  failed: (id: string) =>
    `Cela n’a pas fonctionné, et rien n’a été envoyé. Ce que vous avez saisi reste sur cette carte. Réessayez dans un instant. En cas de nouvel échec, appelez et donnez cet identifiant : ${id}.`,
};
