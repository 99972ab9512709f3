/** A report that comes by phone, in Spanish: what whoever takes the call enters, and what the cards say of it. */
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

export const byPhone = {
  /** On the help of those who may do it. */
  open: 'Notificar para quien llama',
  heading: (customer: string) => (customer ? `Notificación por teléfono para ${customer}` : 'Notificación por teléfono'),
  place: 'Cliente y entorno',
  /** When there are more than the list holds. */
  more: 'No todos los clientes están en la lista. Para otro, cierre esto y escriba "report for NOMBRE".',
  caller: '¿Quién llama?',
  somebodyElse: 'Otra persona',
  name: 'Su nombre, si es otra persona',
  phone: 'Su número de teléfono, con prefijo de país',
  scenario: '¿Qué tipo de interrupción es?',
  title: '¿Qué falla, en pocas palabras?',
  description: '¿Qué más cuenta? (opcional)',
  anyway: '¿Es una interrupción distinta?',
  anywayTitle: 'Sí, notificarla como otra interrupción',
  send: 'Enviar notificación',
  sendAndTake: 'Enviar y asumir',
  audience:
    'El plazo empieza al enviarla. Soporte lo ve todo en su hilo. Si quien llama está en la lista, recibe las novedades en su propio chat con el bot.',
  notOfCustomer: 'Esta persona no está en la lista de ese cliente. Elija "Otra persona".',
  /** `names`: those that are open in the environment; `one`: the first of them. */
  openThere: (names: string, one: string) =>
    `Ya hay abiertas allí: ${names}. Si es la misma, cierre esto, diga el número a quien llama y escriba lo que cuenta en el hilo de ${one}: "note TEXTO". Los operadores se lo dicen a un ingeniero. Si es otra, marque la casilla y envíela.`,

  whichCustomer: (typed: string) => `¿A qué cliente se refiere con ${typed}?`,
  moreCustomers: 'Hay más clientes que coinciden. Si el suyo no está aquí, escriba más letras del nombre.',
  noCustomer: (typed: string) => `No conozco ningún cliente llamado ${typed}. Escriba una parte de su nombre o "report by phone".`,
  nothingToReport: (customer: string) =>
    denial('not-eligible', `${customer} no tiene ningún entorno de producción que se pueda notificar.`),
  inRoom: 'Pulse el botón para notificar en nombre de quien llama. Solo usted ve lo que escriba.',

  /** After it was sent; `hears`: whether the caller hears of it in Teams. */
  sent: (name: string, caller: string, hears: boolean) =>
    hears
      ? `${name} está notificada en nombre de ${caller}, que recibe las novedades en Teams. Dígale el número.`
      : `${name} está notificada en nombre de ${caller}, que no recibe nada en Teams. Dígale el número. La tarjeta pide a los ingenieros que llamen para dar las novedades.`,
  next: (when: string) => `Un ingeniero la asumirá. Hora límite: ${when}. Hasta entonces se alerta a las personas de guardia.`,

  /** On cards: who called, and who took the call. */
  fact: 'Por teléfono',
  by: (caller: string, taker: string) => `${caller}, por teléfono (llamada atendida por ${taker})`,
  takenBy: (taker: string) => `Llamada atendida por ${taker}`,
  callBack: 'No recibe nada en Teams: llame para dar las novedades',
  hears: 'Recibe las novedades en Teams',
  /** In the desk's thread, below what the others were told. */
  callThem: (names: string) => `Notificada por teléfono: ${names}. Quien llamó no lee nada de esto en Teams, así que llame, por favor.`,
  forYou: (taker: string) => `Usted llamó, y ${taker} escribió esta notificación en su nombre. Puede corregirla.`,
  youTook: (caller: string) => `Atendió la llamada de ${caller}. Puede corregir o retirar la notificación en su nombre.`,
  timeline: (what: string, taker: string) => `${what} (por teléfono, llamada atendida por ${taker})`,
};

/** Of what another system reported by the API. */
export const byApi = {
  fact: 'Por un programa',
  hears: 'No recibe nada en Teams. Puede pedir el estado al bot.',
  alert: 'Una alerta del monitor',
  moreAlerts: (count: number) =>
    formats.plural(count, { one: 'Y 1 alerta más.', many: `Y ${count} alertas más.`, other: `Y ${count} alertas más.` }),
  resolved: (title: string) => `El monitor dice que esto vuelve a funcionar: ${title}`,
};
