/** For whom a room that follows is, and what executives read in the place of what everybody else does. In Spanish. */
import type { Stage } from '../../../outage/types/stage.ts';
import type { Audience } from '../../../outage/types/values.ts';

const stage: Record<Stage, string> = {
  reported: 'Esperando a un ingeniero',
  acknowledged: 'Un ingeniero trabaja en ello',
  investigating: 'Buscamos la causa',
  mitigating: 'Causa encontrada: aplicamos la solución',
  monitoring: 'Solución aplicada: la vigilamos',
  resolved: 'Vuelve a funcionar',
};
const waitsAgain = 'Esperando de nuevo a un ingeniero';

export const audience = {
  label: '¿Quién lee aquí?',
  name: { customer: 'Clientes', internal: 'Personal interno', executive: 'Directivos' } satisfies Record<Audience, string>,
  /** After "se verá". */
  reads: {
    customer: 'el título, a cuántas personas afecta y qué impide; nunca el contacto',
    internal: 'lo mismo que ven los ingenieros, con nombres; nunca el contacto, las notas ni los archivos',
    executive: 'qué impide y si se cumplió el compromiso; sin nombres, entornos ni términos técnicos',
  } satisfies Record<Audience, string>,
  /** Of maintenance of some environments, which executives do not read. */
  partOf: (project: string) => `Parte de ${project}`,

  /** In the place of names, within a sentence. */
  people: { reporter: 'la persona que la notificó', affected: 'una persona afectada', engineer: 'un ingeniero' },
  promise: {
    label: 'Compromiso',
    due: (when: string) => `Un ingeniero la asumirá. Hora límite: ${when}`,
    missed: (when: string) => `Con retraso: la hora límite para asumirla era: ${when}`,
    kept: (after: string, within: string) => `Cumplido: asumida en ${after} (compromiso: ${within})`,
    late: (after: string, within: string) => `Con retraso: asumida en ${after} (compromiso: ${within})`,
  },
  next: {
    label: 'Próxima actualización',
    by: (when: string) => `Hora límite: ${when}`,
    late: (when: string) => `Con retraso. La hora límite era: ${when}`,
  },

  /** What stands here takes the place of the words of the same name. */
  executive: {
    state: {
      reported: stage.reported,
      breached: 'Con retraso: sigue esperando a un ingeniero',
      acknowledged: (_owner: string, at: Stage) => stage[at],
      resolved: stage.resolved,
    },
    news: {
      acknowledged: (name: string) => `${name}: ${stage.acknowledged}`,
      acknowledgedAgain: (name: string) => `${name}: ${stage.acknowledged} de nuevo`,
      updated: (name: string, at: Stage) => `${name}: ${stage[at]}`,
      resolved: (name: string) => `${name}: ${stage.resolved}`,
    },
    report: { receipt: { resolved: (_by: string, when: string) => `Vuelve a funcionar desde: ${when}.` } },
    ownership: {
      reaction: {
        takenBack: (name: string) => `${name}: ${waitsAgain}`,
        mistake: 'Un ingeniero la asumió por error.',
      },
    },
    progress: {
      state: {
        back: {
          release: waitsAgain,
          objection: waitsAgain,
          reopening: 'Sigue sin funcionar, esperando a un ingeniero',
          mistake: waitsAgain,
        },
        transferred: (team: string) => `En manos de ${team}, ya no es una interrupción`,
      },
      next: {
        withdrawn: (_by: string, when: string) => `La retiró quien la notificó: ${when}. Ya no se alerta a nadie.`,
        confirmed: (_by: string, when: string) => `Quien la notificó confirmó que vuelve a funcionar: ${when}.`,
      },
      news: {
        nothingNew: (name: string) => `${name}: sin novedades`,
        handedOver: (name: string) => `${name}: la lleva otro ingeniero`,
        handedOverTo: (_from: string, _to: string, when: string) => `Desde: ${when}`,
        released: (name: string) => `${name}: ${waitsAgain}`,
        ownedBy: () => 'Un ingeniero trabaja en ello.',
        updateMissedText: (when: string) => `La hora límite era: ${when}. Se la hemos pedido al ingeniero.`,
      },
    },
  },
};
