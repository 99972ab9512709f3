/** The certificate of an outage: the card that gives it, and the pages of its PDF. */
import type { Certificate, Happened, Reader } from '../../../certificate/document.ts';
import type { Outcome } from '../../../certificate/promises.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';
import { since as sinceWhen, until as untilWhen } from '../grammar.ts';

const kept = (count: number, of: number): string => {
  if (of === 0) return 'Aucun engagement n’est encore arrivé à échéance.';
  if (count === of && of > 1) return `Les ${of} engagements ont tous été tenus.`;
  const several = `${count} engagements sur ${of} ont été tenus.`;
  return formats.plural(count, { one: `${count} engagement sur ${of} a été tenu.`, many: several, other: several });
};

export const certificate = {
  button: 'Voir le certificat',
  heading: (name: string) => `${name} : certificat`,
  about:
    'Un fichier signé pour vos archives : les heures du signalement et de la prise en charge, celles de tous les points, et les engagements tenus ou non.',
  notOver: 'La panne n’est pas terminée : le fichier dit ce qui s’est passé jusqu’ici. Demandez-le de nouveau quand elle sera terminée.',
  kept,
  until: (when: string) =>
    `Les liens fonctionnent ${untilWhen(when)}. Toute personne qui a un lien peut l’ouvrir : transmettez le fichier, et non le lien.`,
  openPdf: 'Ouvrir le PDF',
  openJson: 'Ouvrir le JSON',
  truth: 'Le PDF est fait pour la lecture et contient le JSON signé, qui seul fait foi. Les deux expliquent comment le vérifier.',
  none: (name: string) => denial('not-now', `${name} n’a pas de certificat : seule une panne en a un.`),
  noKey: {
    desk: 'Ce support n’a pas de clé pour signer. Demandez-en une aux gestionnaires du support : npx outage-desk keys.',
    reporter: 'Ce support ne signe pas encore de certificats. Demandez-lui un compte rendu de la panne.',
  } satisfies Record<Reader, string>,
  noAddress: {
    desk: (name: string) =>
      `Je n’ai pas d’adresse pour les fichiers : les gestionnaires du support créent celui-ci avec npx outage-desk certificate ${name} FILE.pdf`,
    reporter: (name: string) => `Je ne peux pas vous donner de lien ici. Demandez au support le certificat de ${name}.`,
  } satisfies Record<Reader, (name: string) => string>,

  pdf: {
    title: (name: string) => `Certificat de la panne ${name}`,
    says: (desk: string, when: string) => `Voici ce que dit l’historique du support « ${desk} ». Établi le ${when}.`,
    notOver: 'La panne n’est pas terminée. Voici ce qui s’est passé jusqu’ici.',
    fact: {
      outage: 'Panne',
      desk: 'Support',
      customer: 'Client',
      environment: 'Environnement',
      scenario: 'Scénario',
      state: 'État',
      affected: 'Personnes touchées',
      reader: 'Établi pour',
    },
    state: {
      reported: 'Signalée, pas encore prise en charge',
      acknowledged: 'Prise en charge, en cours de traitement',
      transferred: 'Transférée à une autre équipe',
      withdrawn: 'Retirée par l’auteur du signalement',
      merged: 'Fusionnée dans une autre panne',
      resolved: 'Résolue',
      closed: 'Résolue et clôturée',
    } satisfies Record<Certificate['state'], string>,
    reader: {
      reporter: 'l’auteur du signalement : les personnes d’autres clients ne sont pas comptées',
      desk: 'le support',
    } satisfies Record<Reader, string>,
    times: (zone: string) => `Les heures sont en UTC ; la ligne du dessous indique l’heure dans ce fuseau : ${zone}.`,
    promises: 'Engagements',
    what: 'Engagement pris',
    promise: { acknowledge: 'Prise en charge par un ingénieur nommé', update: 'Arrivée du prochain point' },
    due: 'Échéance',
    done: 'Fait',
    result: 'Résultat',
    outcome: {
      kept: 'Tenu',
      late: 'En retard',
      open: 'Échéance à venir',
      ended: 'Fin avant l’échéance',
      unknown: 'Inconnu : données restaurées',
    } satisfies Record<Outcome, string>,
    lateBy: (late: string) => `Retard : ${late}`,
    notDone: '\u2013',
    history: 'Ce qui s’est passé, et quand les personnes ont été informées',
    when: 'Quand',
    event: 'Quoi',
    happened: {
      reported: () => 'Signalée au support',
      promoted: () => 'Le support a constaté que la demande est une panne',
      acknowledged: (by) => (by ? `Prise en charge par ${by}` : 'Prise en charge'),
      'taken-back': () => 'La prise en charge a été annulée',
      'handed-over': (by) => (by ? `Nouveau responsable : ${by}` : 'Nouveau responsable'),
      released: () => 'Remise à l’astreinte',
      updated: () => 'Point de situation à tous les abonnés',
      transferred: (team) => `Transférée à ${team}`,
      objected: () => 'L’auteur du signalement a fait une objection',
      withdrawn: () => 'Retirée par l’auteur du signalement',
      merged: (into) => `Fusionnée dans ${into}, d’où venaient les points de situation`,
      resolved: () => 'Résolue',
      reopened: () => 'Rouverte : elle n’était pas terminée',
      closed: () => 'Clôturée',
      'desk-unreached': () => 'Le signalement n’était pas arrivé dans le canal du support, et son auteur a été prévenu',
      'desk-reached': () => 'Le signalement est arrivé dans le canal du support',
      restored: (since) => `Données restaurées à partir d’une sauvegarde : rien n’est connu ${sinceWhen(since)} jusqu’à ce moment`,
    } satisfies Record<Happened, (more: string) => string>,
    check: 'Comment le vérifier',
    holds: 'Ce PDF contient le fichier certificate.json, qui est signé. Si une page diffère de ce fichier, c’est le fichier qui fait foi.',
    how: {
      file: (key: string) =>
        `Ce fichier est un JWS (RFC 7515) signé avec Ed25519 (RFC 8037). Son contenu se trouve dans « payload », en base64url. La clé est ${key}.`,
      save: (from: string, file: string) =>
        `Enregistrez la clé publique qui porte cet ID sous key.pem (source : ${from}) et ce fichier sous ${file}. Exécutez ensuite :`,
      fromDesk: 'le support, par un moyen auquel vous faites confiance',
      verified:
        'La quatrième commande affiche « Signature Verified Successfully », et la dernière montre ce qui est signé. Rien d’autre n’est signé dans ce fichier.',
      takeOut:
        'Un PDF contient ce fichier : pdfdetach -saveall certificate.pdf l’en extrait. C’est ce fichier qui fait foi ; les pages d’un PDF servent à la lecture.',
    },
    record: (events: number, head: string) =>
      `L’événement ${events} de l’historique de la panne porte cette empreinte de tous les événements précédents : ${head}`,
    missing: 'Le signe ? remplace un caractère que ce PDF ne peut pas afficher. Le fichier certificate.json contient tous les caractères.',
    page: (name: string, page: number, of: number) => `${name}, page ${page} sur ${of}`,
    hash: (hash: string) => `SHA-256 de certificate.json : ${hash}`,
  },
};
