/** For whom a room that follows is, and what executives read in the place of what everybody else does. In German. */
import type { Stage } from '../../../outage/types/stage.ts';
import type { Audience } from '../../../outage/types/values.ts';

const stage: Record<Stage, string> = {
  reported: 'Wartet auf den Support',
  acknowledged: 'Der Support arbeitet daran',
  investigating: 'Wir suchen die Ursache',
  mitigating: 'Ursache gefunden, wir beheben sie',
  monitoring: 'Wir haben es behoben und beobachten',
  resolved: 'Es funktioniert wieder',
};
const waitsAgain = 'Wartet wieder auf den Support';

export const audience = {
  label: 'Wer liest hier?',
  name: { customer: 'Kunden', internal: 'Mitarbeitende', executive: 'Führungskräfte' } satisfies Record<Audience, string>,
  reads: {
    customer: 'den Titel, wie viele betroffen sind und was stillsteht; nie die Kontaktdaten',
    internal: 'was auch Engineers sehen, mit Namen; nie Kontaktdaten, Notizen oder Dateien',
    executive: 'was stillsteht und ob unsere Zusage eingehalten wurde; keine Namen, Umgebungen oder Fachbegriffe',
  } satisfies Record<Audience, string>,
  partOf: (project: string) => `Teil von ${project}`,

  /** In the place of names. The same in the nominative, dative and accusative. */
  people: { reporter: 'jemand vom Kunden', affected: 'jemand von den Betroffenen', engineer: 'jemand vom Support' },
  promise: {
    label: 'Zusage',
    due: (when: string) => `Der Support übernimmt bis ${when}`,
    missed: (when: string) => `Überfällig: Zugesagt war die Übernahme bis ${when}`,
    kept: (after: string, within: string) => `Eingehalten: übernommen nach ${after} (zugesagt: ${within})`,
    late: (after: string, within: string) => `Nicht eingehalten: übernommen nach ${after} (zugesagt: ${within})`,
  },
  next: {
    label: 'Nächstes Update',
    by: (when: string) => `Bis ${when}`,
    late: (when: string) => `Überfällig: Es war bis ${when} zugesagt`,
  },

  executive: {
    state: {
      reported: stage.reported,
      breached: 'Überfällig: wartet noch auf den Support',
      acknowledged: (_owner: string, at: Stage) => stage[at],
      resolved: stage.resolved,
    },
    news: {
      acknowledged: (name: string) => `${name}: ${stage.acknowledged}`,
      acknowledgedAgain: (name: string) => `${name}: Der Support arbeitet wieder daran`,
      updated: (name: string, at: Stage) => `${name}: ${stage[at]}`,
      resolved: (name: string) => `${name}: ${stage.resolved}`,
    },
    report: { receipt: { resolved: (_by: string, when: string) => `Seit ${when} funktioniert es wieder.` } },
    ownership: {
      reaction: {
        takenBack: (name: string) => `${name}: ${waitsAgain}`,
        mistake: 'Der Ausfall wurde versehentlich übernommen.',
      },
    },
    progress: {
      state: {
        back: {
          release: waitsAgain,
          objection: waitsAgain,
          reopening: 'Funktioniert noch nicht, wartet auf den Support',
          mistake: waitsAgain,
        },
        transferred: (team: string) => `Bei ${team}, kein Ausfall mehr`,
      },
      next: {
        withdrawn: (_by: string, when: string) => `Die Meldung wurde zurückgezogen, ${when}. Es wird niemand mehr alarmiert.`,
        confirmed: (_by: string, when: string) => `Es funktioniert wieder. Bestätigt: ${when}.`,
      },
      news: {
        nothingNew: (name: string) => `${name}: Nichts Neues`,
        handedOver: (name: string) => `${name}: Jetzt arbeitet jemand anderes daran`,
        handedOverTo: (_from: string, _to: string, when: string) => `Seit ${when}`,
        released: (name: string) => `${name}: ${waitsAgain}`,
        ownedBy: () => 'Der Support arbeitet daran.',
        updateMissedText: (when: string) => `Es war bis ${when} fällig. Wir haben es beim Support angefordert.`,
      },
    },
  },
};
