/** For whom a room that follows is, and what executives read in the place of what everybody else does. */
import type { Stage } from '../../../outage/types/stage.ts';
import type { Audience } from '../../../outage/types/values.ts';
import { at, before, due, of, since } from '../grammar.ts';

const stage: Record<Stage, string> = {
  reported: 'En attente d’un ingénieur',
  acknowledged: 'Un ingénieur s’en occupe',
  investigating: 'Nous cherchons la cause',
  mitigating: 'Cause trouvée, correction en cours',
  monitoring: 'Corrigée, nous surveillons',
  resolved: 'Tout fonctionne de nouveau',
};
const waitsAgain = 'De nouveau en attente d’un ingénieur';

export const audience = {
  label: 'Qui lit ici ?',
  name: { customer: 'Clients', internal: 'Nos équipes', executive: 'Direction' } satisfies Record<Audience, string>,
  reads: {
    customer: 'le titre, le nombre de personnes touchées et ce qui est bloqué, jamais le contact',
    internal: 'ce que voient les ingénieurs, avec les noms, jamais le contact, les notes ni les fichiers',
    executive: 'ce qui est bloqué et si l’engagement a été tenu, sans noms, environnements ni termes techniques',
  } satisfies Record<Audience, string>,
  partOf: (project: string) => `Une partie ${of(project)}`,

  people: { reporter: 'l’auteur du signalement', affected: 'une personne touchée', engineer: 'un ingénieur' },
  promise: {
    label: 'Engagement',
    due: (when: string) => `Un ingénieur s’en chargera ${before(when)}`,
    missed: (when: string) => `En retard : un ingénieur devait s’en charger ${before(when)}`,
    kept: (after: string, within: string) => `Tenu : prise en charge en ${after} (engagement : ${within})`,
    late: (after: string, within: string) => `En retard : prise en charge en ${after} (engagement : ${within})`,
  },
  next: {
    label: 'Prochain point',
    by: (when: string) => `Au plus tard ${at(when)}`,
    late: (when: string) => `En retard : il était prévu ${due(when)}`,
  },

  executive: {
    state: {
      reported: stage.reported,
      breached: 'En retard, toujours en attente d’un ingénieur',
      acknowledged: (_owner: string, now: Stage) => stage[now],
      resolved: stage.resolved,
    },
    news: {
      acknowledged: (name: string) => `${name} : ${stage.acknowledged}`,
      acknowledgedAgain: (name: string) => `${name} : ${stage.acknowledged} de nouveau`,
      updated: (name: string, now: Stage) => `${name} : ${stage[now]}`,
      resolved: (name: string) => `${name} : ${stage.resolved}`,
    },
    report: { receipt: { resolved: (_by: string, when: string) => `Tout fonctionne de nouveau ${since(when)}.` } },
    ownership: {
      reaction: {
        takenBack: (name: string) => `${name} : ${waitsAgain}`,
        mistake: 'Un ingénieur l’avait prise en charge par erreur.',
      },
    },
    progress: {
      state: {
        back: {
          release: waitsAgain,
          objection: waitsAgain,
          reopening: 'Toujours en panne, en attente d’un ingénieur',
          mistake: waitsAgain,
        },
        transferred: (team: string) => `Transférée à ${team}, ce n’est plus une panne`,
      },
      next: {
        withdrawn: (_by: string, when: string) => `L’auteur du signalement l’a retiré ${at(when)}. Plus personne n’est alerté.`,
        confirmed: (_by: string, when: string) => `L’auteur du signalement a confirmé ${at(when)} que tout fonctionne de nouveau.`,
      },
      news: {
        nothingNew: (name: string) => `${name} : rien de nouveau`,
        handedOver: (name: string) => `${name} : un autre ingénieur s’en occupe`,
        handedOverTo: (_from: string, _to: string, when: string) => `D${since(when).slice(1)}`,
        released: (name: string) => `${name} : ${waitsAgain}`,
        ownedBy: () => 'Un ingénieur s’en occupe.',
        updateMissedText: (when: string) => `Il était prévu ${due(when)}. Nous l’avons demandé à l’ingénieur.`,
      },
    },
  },
};
