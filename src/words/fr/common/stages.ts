/** What stands beside the drawn stages and the clock of an outage, and on the row that unfolds the rest of a card. */
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { At, at, before, due, range, since as sinceWhen } from '../grammar.ts';
import { phaseShort } from './names.ts';

const name: Record<Stage, string> = { reported: 'Signalée', acknowledged: 'Prise en charge', ...phaseShort, resolved: 'Résolue' };

export const stages = {
  name,
  /** `now`, here and below: this text. */
  now: (n: number, of: number, stage: string) => `Étape ${n} sur ${of} : ${stage}`,
  at: (now: string, when: string) => `${now} ${at(when)}`,
  since: (now: string, when: string) => `${now} ${sinceWhen(when)}`,
  after: (now: string, after: string) => `${now}, ${after} après le signalement`,
  next: (now: string, stage: string) => `${now}. Ensuite : ${stage}.`,
  updateLate: (now: string) => `${now}. Le prochain point est en retard.`,
  ended: {
    closed: (now: string) => `${now}, maintenant clôturée`,
    withdrawn: (now: string) => `${now}, puis retirée`,
    transferred: (now: string) => `${now}, puis transférée`,
    merged: (now: string) => `${now}, puis fusionnée`,
    drill: (now: string) => `${now}, puis fin de l’exercice`,
  },
  fact: 'Étapes',
  reached: (stage: string, when: string) => `${stage} : ${when}`,
};

export const clock = {
  part: (count: string, whole: string) => `${count} sur ${whole}`,
  gone: (part: string) => `${part} écoulées.`,
  late: (late: string) => `\u26A0 ${late} de retard.`,
  /** A card that was sent does not move, so it says when it was right. */
  at: (when: string, text: string) => `${At(when)} : ${text}`,
  by: (when: string) => `À prendre en charge ${before(when)}.`,
  byOthers: (when: string) => `Le support la prendra en charge ${before(when)}.`,
  was: (when: string) => `C’était prévu ${due(when)}.`,
  told: (was: string) => `${was} L’auteur du signalement a été prévenu.`,
};

/** How long it has been down, and for how many. A card that was sent does not move. */
export const down = {
  now: (since: string, lasts: string, now: string) => `${since}. ${At(now)}, en panne depuis ${lasts}.`,
  unsure: (lasts: string, now: string) => `Début incertain. ${At(now)}, en panne depuis au moins ${lasts}.`,
  over: (since: string, until: string, lasted: string) => `En panne ${range(since, until)} (${lasted})`,
  people: (count: number) =>
    formats.plural(count, {
      one: `Selon ${count} personne`,
      many: `Selon ${count} personnes`,
      other: `Selon ${count} personnes`,
    }),
};

export const details = { label: 'Détails', toggle: 'Afficher ou masquer les détails' };
