/** For whom a room that follows is, and what executives read in the place of what everybody else does. In Danish. */
import type { Stage } from '../../../outage/types/stage.ts';
import type { Audience } from '../../../outage/types/values.ts';
import { at } from '../grammar.ts';

const stage: Record<Stage, string> = {
  reported: 'Venter på supporten',
  acknowledged: 'Supporten arbejder på det',
  investigating: 'Vi leder efter årsagen',
  mitigating: 'Årsagen er fundet, vi udbedrer den',
  monitoring: 'Vi har udbedret det og holder øje',
  resolved: 'Det virker igen',
};
const waitsAgain = 'Venter igen på supporten';

export const audience = {
  label: 'Hvem læser her?',
  name: { customer: 'Kunder', internal: 'Egne medarbejdere', executive: 'Ledelsen' } satisfies Record<Audience, string>,
  reads: {
    customer: 'titlen, hvor mange der er berørt, og hvad der står stille; aldrig kontaktoplysninger',
    internal: 'det samme som teknikerne, med navne; aldrig kontaktoplysninger, notater eller filer',
    executive: 'hvad der står stille, og om vi holdt vores løfte; ingen navne, miljøer eller fagord',
  } satisfies Record<Audience, string>,
  partOf: (project: string) => `En del af ${project}`,

  /** In the place of names, within a sentence. */
  people: { reporter: 'en hos kunden', affected: 'en af de berørte', engineer: 'en fra supporten' },
  promise: {
    label: 'Løfte',
    due: (when: string) => `Supporten overtager sagen senest ${at(when)}`,
    missed: (when: string) => `Forsinket: vi lovede at overtage sagen senest ${at(when)}`,
    kept: (after: string, within: string) => `Holdt: overtaget efter ${after} (lovet: ${within})`,
    late: (after: string, within: string) => `Ikke holdt: overtaget efter ${after} (lovet: ${within})`,
  },
  next: {
    label: 'Næste opdatering',
    by: (when: string) => `Senest ${at(when)}`,
    late: (when: string) => `Forsinket: den var lovet senest ${at(when)}`,
  },

  executive: {
    state: {
      reported: stage.reported,
      breached: 'Forsinket: venter stadig på supporten',
      acknowledged: (_owner: string, reached: Stage) => stage[reached],
      resolved: stage.resolved,
    },
    news: {
      acknowledged: (name: string) => `${name}: ${stage.acknowledged}`,
      acknowledgedAgain: (name: string) => `${name}: Supporten arbejder på det igen`,
      updated: (name: string, reached: Stage) => `${name}: ${stage[reached]}`,
      resolved: (name: string) => `${name}: ${stage.resolved}`,
    },
    report: { receipt: { resolved: (_by: string, when: string) => `Det har virket igen siden ${at(when)}.` } },
    ownership: {
      reaction: {
        takenBack: (name: string) => `${name}: ${waitsAgain}`,
        mistake: 'Sagen blev overtaget ved en fejl.',
      },
    },
    progress: {
      state: {
        back: {
          release: waitsAgain,
          objection: waitsAgain,
          reopening: 'Virker stadig ikke, venter på supporten',
          mistake: waitsAgain,
        },
        transferred: (team: string) => `Hos ${team}, ikke længere et nedbrud`,
      },
      next: {
        withdrawn: (_by: string, when: string) => `Meldingen blev trukket tilbage ${at(when)}. Ingen alarmeres længere.`,
        confirmed: (_by: string, when: string) => `Det virker igen. Bekræftet ${at(when)}.`,
      },
      news: {
        nothingNew: (name: string) => `${name}: Intet nyt`,
        handedOver: (name: string) => `${name}: Nu arbejder en anden på det`,
        handedOverTo: (_from: string, _to: string, when: string) => `Siden ${at(when)}`,
        released: (name: string) => `${name}: ${waitsAgain}`,
        ownedBy: () => 'Supporten arbejder på det.',
        updateMissedText: (when: string) => `Den var lovet senest ${at(when)}. Vi har bedt supporten om den.`,
      },
    },
  },
};
