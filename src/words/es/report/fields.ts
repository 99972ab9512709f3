/** The fields of the report, in Spanish: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'Título: qué falla, en pocas palabras',
    example: 'No se pueden registrar facturas en ninguna empresa',
    fact: 'Título',
  },
  description: {
    label: '¿Qué ocurre y qué error ve?',
    example: 'Pasos, texto exacto del error, id. de sesión o de actividad',
    fact: 'Qué ocurre',
  },
  link: { fact: 'Mensaje' },
  began: { label: '¿Cuándo empezó?' },
  beganDate: { label: 'Fecha (hoy, si se deja vacía)' },
  beganTime: { label: (zone: string) => `Hora en ${zone}, en lugar de la opción de arriba` },
  beganAt: { fact: 'Desde' },
  affected: { label: '¿A cuántas personas afecta?', fact: 'Afecta a' },
  impact: {
    label: '¿Qué no puede hacer la empresa? (opcional)',
    example: '40 camiones esperan albaranes, y el cierre del mes es a las 18:00',
    fact: 'Impacto',
  },
  changes: {
    label: '¿Qué ha cambiado hace poco? (opcional)',
    example: 'Una actualización, una implementación, un ajuste nuevo, o nada que sepamos',
    fact: 'Cambios recientes',
  },
  name: { label: 'Nombre', fact: 'Contacto' },
  onBehalfOf: { label: '¿Notifica en nombre de otra persona? Su nombre (opcional)', fact: 'En nombre de' },
  email: { label: 'Correo electrónico' },
  phone: { label: 'Teléfono, con prefijo de país', example: '+34 910 12 34 56' },
  /** `title`: beside its box. */
  aroundTheClock: {
    label: 'Disponibilidad',
    title: 'Se me puede llamar a este número a cualquier hora hasta que se resuelva',
    fact: 'Disponi\u00ADbilidad',
  },
  secondContact: {
    label: '¿A quién más se puede llamar? (opcional si marca la casilla de arriba)',
    example: 'Nombre y número',
  },
  timeZone: { label: 'Su zona horaria', fact: 'Zona horaria, idioma' },
  language: { label: 'Idioma de la llamada' },
};

/** What a timeline says was changed in a report. */
export const changed = {
  title: 'el título',
  description: 'qué ocurre',
  beganAt: 'desde cuándo',
  affected: 'a quién afecta',
  impact: 'el impacto',
  recentChanges: 'los cambios recientes',
  contact: 'el contacto',
  onBehalfOf: 'en nombre de quién se notifica',
  scenario: 'el escenario',
  environment: 'el entorno',
} satisfies Record<keyof Correction, string>;
