/** The guided report, in Spanish: what a customer reads while production is down, and when the report waits, is sent, or cannot be. */
import { formats } from '../formats.ts';
import { access } from './access.ts';
import { byApi, byPhone } from './by-phone.ts';
import { fields } from './fields.ts';

export const report = {
  heading: 'Notificar una interrupción de producción',
  /** `most`: where it depends on the kind of outage, which is not chosen yet. */
  progress: (step: number, of: number, most = of) => `Paso ${step} de ${of}${most > of ? ` o ${most}` : ''}`,
  next: 'Continuar',
  back: 'Atrás',
  done: 'Enviar notificación',
  cancel: 'Cancelar',
  fields,
  byApi,
  byPhone,
  form: {
    below: 'El formulario está abajo, en un mensaje aparte.',
    belowAlone: 'El formulario está abajo. Solo usted puede verlo.',
    sent: 'Enviado.',
    closed: 'Cerrado. No se ha enviado nada.',
    held: (until: string) =>
      `Envíelo antes de esta hora: ${until}. Después, la tarjeta puede cambiar cuando actúen otras personas. Las novedades aparecen abajo.`,
    kept: 'Lo que escribió la última vez no se envió. Aquí lo tiene de nuevo.',
  },
  confirmation: {
    title: '¿Es una interrupción de producción?',
    intro: 'Es una interrupción cuando se cumplen las tres condiciones:',
    tick: 'Es una interrupción cuando se cumplen las tres condiciones. Marque las que se cumplen ahora.',
    yes: 'Sí, se cumplen las tres',
    notAll: 'No, no se cumplen las tres',
    environment: '¿Qué entorno de producción?',
    choose: 'Elija una opción',
    labels: { live: 'Producción real', many: 'Más de un usuario', stopped: 'Trabajo diario parado' },
    conditions: {
      live: 'Es nuestro entorno de producción real',
      many: 'Afecta a varios usuarios',
      stopped: 'La empresa no puede hacer su trabajo diario',
    },
  },
  scenario: {
    title: '¿Qué tipo de interrupción es?',
    intro: 'Elija el más parecido.',
    thisOne: 'Elegir este',
    often: 'Los más frecuentes aquí:',
    others: 'Todos los demás:',
    chosen: (title: string) => `\u2713 Elegido antes: ${title}`,
    hints: 'Ayúdeme a elegir',
    notThis: (text: string) => `No es esto: ${text}`,
  },
  details: {
    title: '¿Qué ocurre?',
    beganChoices: { 'just-now': 'Ahora mismo', 'ago-15': 'Hace 15 minutos', 'ago-60': 'Hace 1 hora', unsure: 'Antes, o no está claro' },
    exactly: 'Indicar la hora exacta',
    affectedChoices: {
      everyone: 'Todos',
      most: 'La mayoría de los usuarios',
      some: 'Algunos usuarios, más de uno',
      unsure: 'No está claro',
    },
  },
  questions: {
    title: 'Ayude al ingeniero a empezar antes',
    intro: 'Responda lo que sepa. Puede dejar el resto vacío.',
    introNeeded: 'Responda lo que sepa. Solo tiene que responder lo marcado como obligatorio.',
    needed: (question: string) => `${question} (obligatorio)`,
    time: (question: string, zone: string) => `${question} Hora en ${zone}`,
    fact: 'Respuestas',
  },
  contact: {
    title: '¿A quién llamamos?',
    intro: 'Esto solo lo ve soporte. Si hace falta una llamada, le llamará un ingeniero.',
  },
  review: {
    title: 'Revisar y enviar',
    intro: (minutes: string) => `Aún no se ha enviado nada. Pulse Enviar notificación y un ingeniero de soporte la asumirá en ${minutes}.`,
    orElse: (second: string) => `Si no responde: ${second}`,
  },
  errors: {
    required: 'Es obligatorio.',
    'too-long': 'Es demasiado largo, así que solo se muestra el principio. Acórtelo, por favor.',
    'unknown-choice': 'Elija una opción de la lista.',
    'in-the-future': 'Esa hora aún no ha llegado. Elija una que ya haya pasado.',
    'after-the-report': 'Es posterior a su notificación. Elija una hora anterior.',
    'not-a-time': 'Falta la fecha o la hora. Elija ambas.',
    'not-an-email': 'No parece una dirección de correo electrónico.',
    'not-a-phone': (example: string) => `No es un número de teléfono. Escríbalo con el prefijo de país, por ejemplo ${example}.`,
    'not-a-number': 'No es un número.',
    'too-long-ago': 'Es de hace más de un año. Compruebe la fecha, por favor.',
    'someone-reachable': 'Marque la casilla de arriba o diga a quién más se puede llamar.',
  },
  /** What Teams shows beside an input that it refuses by itself. */
  clientError: 'Compruebe este campo, por favor.',
  fix: (count: number) =>
    formats.plural(count, {
      one: 'Revise 1 respuesta, marcada abajo: falta o no es válida.',
      many: `Revise ${count} respuestas, marcadas abajo: faltan o no son válidas.`,
      other: `Revise ${count} respuestas, marcadas abajo: faltan o no son válidas.`,
    }),

  access,
  fromMessage: {
    /** In the menu that Teams shows for a message. */
    action: 'Notificar interrupción',
    menu: 'Notificar una interrupción de producción con este mensaje',
    somebody: 'Alguien',
    wrote: (author: string, when: string) => `${author} escribió${when ? `, ${when}` : ''}:`,
    noText: '(sin texto: una tarjeta, una imagen o un archivo)',
    withFiles: '(Lleva una imagen o un archivo, que solo está en el mensaje.)',
    begun: 'Continúe en su propio chat',
    waits: 'Su notificación está en nuestro chat',
    where: 'Para terminar su notificación, abra Chat y después Outage Desk. Aún no se ha enviado nada a soporte.',
    withIt: 'El mensaje está en sus detalles.',
    withoutIt:
      'Ya había rellenado los detalles de esa notificación, así que no añadí este mensaje. No ha cambiado nada de lo que escribió.',
    notInstalled: 'Aún no puedo escribirle',
    install: 'Abra Aplicaciones en Teams, busque Outage Desk y agréguela. Después inténtelo de nuevo.',
    kept: 'Hasta entonces guardo este mensaje para su notificación.',
    again: 'Intentar de nuevo',
    unsure: 'Puede que mi mensaje no haya llegado',
    unsureText: 'Abra su chat con Outage Desk. Si en un minuto no hay nada, escriba allí /outage. Guardo el mensaje que ha elegido.',
  },

  exit: {
    noOutageHeading: 'No es una interrupción de producción',
    noOutage:
      'En una interrupción de producción se cumplen las tres condiciones: es el entorno real, afecta a más de un usuario y detiene el trabajo diario.',
    notTicked: (condition: string) => `Sin marcar: ${condition}.`,
    inDoubt: 'Si no está seguro, vuelva atrás y marque las tres. Soporte lo aclarará con usted.',
    redirected: (scenario: string) => `${scenario}: mejor llámenos`,
    call: (phones: string) => `Llame al ${phones}.`,
    cancelled: 'Cancelado. No se ha enviado nada.',
    nothingToCancel: 'No hay nada que cancelar. No ha empezado ninguna notificación y no tiene ninguna interrupción abierta.',
  },

  resume: {
    heading: 'Su notificación aún no se ha enviado',
    text: (title: string, when: string) => (title ? `Empezó ${formats.quote(title)}, ${when}.` : `La empezó usted, ${when}.`),
    added: 'Lo que acaba de escribir está ya en sus detalles. Aún no lo ha leído nadie.',
    noRoom: 'No añadí lo que acaba de escribir, porque los detalles serían demasiado largos. Acórtelo, por favor.',
    press: 'Su notificación aún no se ha enviado. Pulse uno de sus botones.',
    goOn: 'Continuar',
    startOver: 'Empezar de nuevo',
  },

  public: {
    heading: (person: string) => `${person} está notificando una interrupción de producción`,
    text: (person: string) =>
      `Aún no se ha enviado nada a soporte. El botón es solo para ${person}. Cuando se envíe, su número aparecerá aquí.`,
    go: 'Continuar mi notificación',
    cancelled: (person: string) => `${person} empezó una notificación y la canceló. No se ha enviado nada.`,
    /** Above the reporter's buttons. */
    buttonsFor: (person: string) => `Para ${person}:`,
    arrived: (name: string, person: string) => `${name}, notificada por ${person}`,
    /** To the reporter alone, when the others have a card of their own. */
    sent: 'Aquí todos ven una tarjeta con su número y su estado, pero no lo que escribió. Las actualizaciones llegan allí. Este mensaje solo lo ve usted. No cambia y desaparece en un día.',
    /** Before it is sent. */
    willSee: 'Después, aquí todos verán su número y su estado, pero no lo que escribió.',
  },

  receipt: {
    /** A row that is folded, with all that they entered. */
    reported: 'Lo que notificó',
    heading: (name: string) => `${name}: hemos recibido su notificación`,
    next: (when: string) =>
      `Un ingeniero de soporte la asumirá, y se lo diremos. Hora límite: ${when}. Si nadie la ha asumido para entonces, alertaremos a más personas en Teams y también se lo diremos.`,
    breached: (when: string) =>
      `Vamos con retraso: la hora límite para asumirla era: ${when}. Seguimos alertando a más personas en Teams hasta que alguien la asuma.`,
    call: (name: string) => `Llámenos también, por favor, y diga ${name}.`,
    nextUpdate: (when: string) => `Próxima actualización, como muy tarde: ${when}.`,
    /** An engineer opened it again. */
    reopened: (when: string, by: string) => `Está abierta de nuevo desde: ${when}. Responsable: ${by}.`,
    acknowledged: (by: string, when: string) => `Asumida por ${by}, ${when}.`,
    resolved: (by: string, when: string) => `Resuelta por ${by}, ${when}.`,
  },

  correct: {
    saved: 'Su corrección está guardada, y se la hemos comunicado a soporte:',
    same: 'No ha cambiado nada, así que no se ha guardado nada.',
    changed: (label: string, was: string, now: string) => `${label}: antes ${was}, ahora ${now}`,
    second: 'Segundo contacto',
    heading: (name: string) => (name ? `${name}: corregir la notificación` : 'Corregir la notificación'),
    began: '¿Cuándo empezó? Fecha (déjela vacía si no lo sabe)',
    beganTime: 'Hora, en la zona horaria de su notificación',
    askDesk: (phones: string) =>
      `Para cambiar el entorno, el escenario, sus respuestas, su zona horaria o su idioma, pregunte a soporte: ${phones}.`,
    send: 'Guardar corrección',
    audience:
      'Para salir sin guardar, pulse Atrás. Soporte ve lo que ha cambiado. Su teléfono y su correo solo se muestran en el hilo de soporte y aquí.',
  },

  reclassify: {
    heading: (name: string) => `${name}: reclasificar`,
    scenario: 'Escenario',
    environment: 'Entorno de producción',
    send: 'Reclasificar',
    audience: 'El hilo muestra lo que ha cambiado. Quienes la siguen ven el nuevo tipo.',
  },

  unreached: {
    heading: (name: string) => `${name}: aún no ha llegado a soporte`,
    stored: (when: string) => `Guardamos su notificación con todo lo que escribió, ${when}. No tiene que escribirlo de nuevo.`,
    why: 'No hemos podido confirmar que haya llegado al canal de soporte en Teams. Seguimos intentándolo y le diremos cuándo está allí.',
    clock: (when: string) => `Mantenemos el compromiso: un ingeniero de soporte la asumirá. Hora límite: ${when}.`,
    late: (when: string) => `Vamos con retraso: la hora límite para asumirla era: ${when}.`,
    call: (phones: string, name: string) => `No nos espere, por favor: llame al ${phones} y diga ${name}.`,
    copyLabel: 'Texto para leer por teléfono o pegar en un correo',
    copyHint: 'Selecciónelo todo y cópielo. Lo que cambie aquí no se envía.',
    copyButton: 'Mostrar texto para copiar',
    copyHeading: (name: string) => `${name}: su notificación como texto`,
    /** When it could not be sent. */
    unsentHeading: 'Su notificación no se ha enviado',
    again: 'Intentar de nuevo',
    number: 'Número',
    received: 'Guardada',
    reached: (name: string) => `${name}: ya ha llegado a soporte`,
    reachedAt: (when: string) => `Llegó al canal de soporte, ${when}. Los ingenieros de soporte la ven allí.`,
    /** On the desk's own card. */
    deskTold: (when: string) =>
      `Llegó tarde. Se informó a quien la notificó, ${when}: no había llegado a este canal, y le pedimos que llamara.`,
  },

  nudge: {
    heading: 'Su notificación está pendiente de enviar',
    nobody: 'Aún no la ha leído nadie.',
    complete: 'Tiene todo lo que necesitamos. Puede enviarla ya.',
    missing: 'Pulse Continuar para terminarla y enviarla.',
    kept: 'La guardamos durante un día desde la última vez que trabajó en ella, y después la eliminamos.',
    goOn: 'Continuar',
  },
};
