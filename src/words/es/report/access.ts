/** What people read who cannot report, in Spanish. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

/** Who cannot report reads whom to call now, then the reason, then what they can do instead. */
export const access = {
  callNow: (phones: readonly { region: string; number: string }[]) =>
    `¿No funciona producción ahora? No espere: llame al ${numbers(phones)}.`,

  notMember: {
    heading: 'No está en ningún proyecto',
    text: 'Solo los miembros de un proyecto de cliente pueden notificar aquí sus interrupciones. Su cuenta no está en ninguno.',
    ask: 'Pida al responsable del proyecto o al administrador de su organización que le añada, e inténtelo de nuevo.',
    askDesk: (whom: string) => `En soporte, pregunte a: ${whom}`,
  },
  otherTenant: {
    heading: 'Esta cuenta es de otra organización',
    text: (desk: string) =>
      `Para notificar una interrupción, use su cuenta en la organización de ${desk}. Desde aquí no puedo ver esa cuenta.`,
    change: 'Si tiene una, elija su foto en Teams, después esa organización, y escríbame allí /outage.',
    ask: 'Si no la tiene, pida al responsable del proyecto o al administrador de su organización que le añada como invitado.',
  },
  stranger: {
    heading: 'Su organización aún no está en la lista',
    text: (desk: string) => `Soy el bot de ${desk} y trabajo para sus clientes. Su organización no está en la lista.`,
    ask: 'Pida a soporte que la añada. Indique este identificador de inquilino:',
    next: 'No se ha notificado nada. Cuando la hayan añadido, escríbame /outage.',
  },
  notTold: {
    heading: 'No pude comprobar su acceso',
    text: 'Pregunté a Teams en qué proyecto está, y Teams no respondió. No es culpa suya.',
    next: 'Inténtelo de nuevo en un minuto. Si tampoco funciona, llame.',
  },
  again: 'Intentar de nuevo',

  notEligible: {
    heading: 'Aquí no se cubren sus entornos',
    public: 'No puede notificar aquí esta interrupción',
    publicText: 'El motivo nombra entornos, así que solo puede verlo quien notifica.',
    why: 'Mostrar el motivo',
  },
  missing: {
    open: 'Buscar mi entorno',
    heading: '¿Falta su entorno?',
    none: 'Todos los entornos de sus proyectos están en la lista.',
    other:
      'Si tampoco lo ve abajo, no está en su proyecto. Pida al responsable del proyecto o al administrador de su organización que le añada.',
    wrong: 'Si no es correcto, llámenos. Podemos cambiarlo.',
  },
  /** `names`: of one environment, or of several, as a list. */
  why: {
    'not-member': (names: string) => `Fuera de sus proyectos: ${names}.`,
    sandbox: (names: string, several: boolean) =>
      `${several ? `Son espacios aislados: ${names}` : `${names} es un espacio aislado`}. Solo se pueden notificar interrupciones de entornos de producción.`,
    'customer-managed': (names: string, several: boolean) =>
      `${several ? `Los administran ustedes o su partner: ${names}` : `${names} lo administran ustedes o su partner`}. Solo se pueden notificar interrupciones de entornos que administra Microsoft.`,
    product: (names: string, several: boolean, products: string) =>
      several
        ? `Ninguno usa un producto que cubramos (${products}): ${names}.`
        : `${names} no usa ningún producto que cubramos (${products}).`,
  } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
  more: (names: string, count: number) => `${names} y ${count} más`,
  instead: (text: string) => `Qué puede hacer: ${text}`,
  request: 'Abrir una solicitud',

  onBehalfOf: {
    both: (reporter: string, other: string) => `${reporter} en nombre de ${other}`,
  },
};
