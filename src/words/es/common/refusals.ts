/** Why something was not done, in Spanish. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'Eso solo pueden hacerlo los ingenieros de soporte. Si usted debería poder, pida a quienes administran el servicio que le añadan.',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) =>
    denial('already-acknowledged', `${name} ya está asumida por ${by}, ${when}.`),
  alreadyYours: (name: string) => `${name} ya está a su cargo.`,
  onlyReporter: denial('not-permitted', 'Eso solo puede hacerlo la persona que la notificó.'),
  notNow: (name: string, state: string) => denial('not-now', `Ahora no puede hacer eso. ${name}: ${state}.`),
  notOffered: (name: string) => denial('not-offered', `Nadie le ha ofrecido ${name}. Hable con la persona responsable u ofrezca su ayuda.`),
  offeredToOther: (name: string, to: string) => denial('not-offered', `El traspaso de ${name} se ha ofrecido a ${to}.`),
  tooManyQuestions: (name: string, most: number) =>
    denial('too-many-questions', `Ya hay ${most} preguntas sobre ${name} sin respuesta. Llame a quien la notificó o espere una respuesta.`),
  objectedAlready: (name: string) =>
    denial('objected-already', `Ya se opuso una vez a la decisión sobre ${name}. Si sigue sin estar de acuerdo, llame, por favor.`),
  staysTaken: {
    theirs: (name: string, owner: string, _when: string) =>
      denial(
        'stays-taken',
        `${name} está a cargo de ${owner}, así que no puede deshacerlo. Si nadie trabaja en ella, pulse Más y después Devolver.`,
      ),
    'in-work': (name: string) =>
      denial(
        'stays-taken',
        `Asumió ${name} a propósito o ya ha trabajado en ella, así que sigue a su cargo. Para devolverla, pulse Más y después Devolver.`,
      ),
    late: (name: string, _owner: string, when: string) =>
      denial('stays-taken', `Eso se podía hacer hasta: ${when}. Para devolver ${name}, pulse Más y después Devolver.`),
  },
  /** `says`: it is still down, it is better, it works. */
  saidAlready: (says: string, when: string, until: string) =>
    denial('said-already', `Soporte ya lo sabe: usted dijo que ${says}, ${when}. Puede volver a decirlo a partir de: ${until}.`),
  tooLate: (name: string, when: string) =>
    denial('too-late', `Eso se podía hacer hasta: ${when}. Notifíquela de nuevo con /outage y diga que antes era ${name}.`),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} no se puede combinar consigo misma.`),
    unknown: (_name: string) =>
      denial('bad-target', 'No conozco la interrupción con la que quiere combinarla. Escriba su número, como OUT-1042.'),
    ended: (_name: string) =>
      denial('bad-target', 'La interrupción con la que quiere combinarla ha terminado. Elija una abierta o reábrala antes.'),
  },
  tooMany: (name: string, most: number) =>
    denial('too-many', `${name} ya tiene ${most} tickets. Quite uno antes: escriba "ticket remove" y su número en el hilo.`),
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `No se combinó nada: ${by} dijo que ${name} y ${into} son distintas, ${when}. Si son la misma, escriba "merge ${name} into ${into}".`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial(
      'card-outdated',
      `${by} hizo cambios mientras usted escribía, ${when}. Su texto está abajo: envíelo de nuevo si sigue siendo correcto.`,
    ),
  unknownOutage: denial(
    'unknown-outage',
    'No conozco esa interrupción. Puede que se haya eliminado o que solo puedan consultarla las personas de su proyecto. Para notificar una, escriba /outage.',
  ),
  tooMuch: (wait: string) =>
    denial(
      'rate-limited',
      `Usted o su empresa han enviado más de lo que puedo procesar en un minuto, así que esto no se hizo. Inténtelo de nuevo en ${wait}.`,
    ),
  unreadable: denial('unreadable', 'No he podido leerlo, y no ha cambiado nada. Para empezar, escriba /outage.'),
  edited: 'Cuenta lo que envió primero: editarlo no cambia nada. Envíelo como mensaje nuevo, por favor.',
  guest: 'No puedo saber quién es, porque está aquí sin cuenta. Inicie sesión con su propia cuenta e inténtelo de nuevo.',
  noThread: denial(
    'no-thread',
    `No sé a qué interrupción se refiere. Dígalo en el hilo de la interrupción o escriba "@${botName} ack OUT-1042" con su número.`,
  ),
  noDeskThread: denial(
    'no-thread',
    'Elija un mensaje del hilo de una interrupción. Para escribir uno, diga en ese hilo "update" y después el texto.',
  ),
  notOpen: (name: string, state: string) =>
    denial(
      'not-now',
      `${name} no es una interrupción abierta (${state}), así que no se publicó nada. Solo para soporte: escriba en su hilo "note" y después el texto.`,
    ),
  needsText: (example: string) => `Diga lo que los demás deben saber, así: ${example}`,
  textTooLong: (limit: number) => `Tiene más de ${limit} caracteres. Acórtelo, por favor.`,
  draftNotHere: denial(
    'draft-gone',
    'Esta notificación ya no está aquí, o la empezó otra persona, que es la única que puede continuarla. Para notificar algo, escriba /outage.',
  ),
  draftGone: denial(
    'draft-gone',
    'Esta notificación ya no está aquí. Lo que haya enviado no se ha perdido. Para empezar una nueva, escriba /outage.',
  ),
  oldCard: denial('unreadable', 'Este botón es de una tarjeta anterior. Escriba /outage para empezar o use la tarjeta más reciente.'),
  oldClient: denial('old-client', 'Su versión de Teams no puede hacer esto aquí sin que lo vean todos. Escríbame /outage en nuestro chat.'),
  failed: (id: string) =>
    `No ha funcionado, y no se ha enviado nada. Lo que escribió sigue en esta tarjeta. Inténtelo de nuevo en un momento. Si vuelve a fallar, llame y diga este identificador: ${id}.`,
};
