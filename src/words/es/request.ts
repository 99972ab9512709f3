/** Ordinary support requests, in Spanish. */

export const request = {
  /** The steps of the report, when it becomes a request. */
  heading: 'Enviar una solicitud de soporte',
  done: 'Enviar solicitud',
  environment: {
    title: '¿Qué entorno es?',
    label: 'Entorno',
    intro: 'Puede elegir cualquiera de los suyos. Una solicitud no es solo para producción.',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `Se envía a ${desk} como solicitud. Respuesta, como muy tarde: ${when}. Su plan de soporte: ${plan}. No se alerta a nadie.`,
    introNoPlan: (desk: string) =>
      `Se envía a ${desk} como solicitud. No conozco el tiempo de respuesta de este proyecto, así que no puedo comprometerme a un plazo. No se alerta a nadie.`,
  },
  noScenario: 'Sin elegir',

  exit: {
    notListed: 'No es nada de esto',
    notListedText: 'Si puede esperar, envíelo como solicitud. No tiene que elegir un tipo.',
    sendText: 'Puede enviar lo que ha escrito como solicitud de soporte normal.',
    within: (within: string, plan: string) => `Recibirá respuesta en ${within} (${plan}).`,
    noPlan: 'No conozco el tiempo de respuesta de su proyecto, así que no puedo comprometerme a un plazo.',
    outageText: (minutes: string) =>
      `Ha dicho que se cumplen las tres condiciones, así que es una interrupción. Notifíquela y la asumiremos en ${minutes}.`,
    orPortal: (text: string) => `O en el portal de soporte: ${text}`,
    portal: 'Abrir el portal de soporte',
    send: 'Enviar como solicitud',
    outage: 'Notificar interrupción',
  },

  /** A request that somebody began and did not send. */
  unsent: {
    nudge: 'Su solicitud está pendiente de enviar',
    resume: 'Su solicitud aún no se ha enviado',
    resumeText:
      'Por una solicitud no se alerta a nadie. Si producción no funciona ahora, pulse Empezar de nuevo para notificar una interrupción. Se eliminará esta solicitud.',
    inCompany: (person: string) => `${person} está escribiendo una solicitud de soporte`,
    failed: 'Su solicitud no se ha enviado',
  },

  state: { waiting: 'Solicitud, pendiente de respuesta', answered: 'Solicitud, respondida', withdrawn: 'Solicitud, retirada' },
  receipt: (name: string, desk: string) => `${name} se ha enviado a ${desk}`,
  next: {
    replyBy: (when: string, plan: string) => `Respuesta, como muy tarde: ${when}. Su plan de soporte: ${plan}.`,
    replyLate: (when: string, name: string) =>
      `Vamos con retraso: la hora límite para responder era: ${when}. Llame, por favor, y diga ${name}.`,
    noPlan:
      'No conozco el tiempo de respuesta de este proyecto, así que no puedo comprometerme a un plazo. También puede usar el portal de soporte.',
    answered: (by: string, when: string) => `Respondida por ${by}, ${when}.`,
    ifOutage: 'Por una solicitud no se alerta a nadie. Si producción deja de funcionar, notifique una interrupción con /outage.',
    withdrawn: (by: string, when: string) => `Solicitud retirada por ${by}, ${when}.`,
    was: (name: string) => `La envió como ${name}.`,
  },

  /** For the reporter, in the place of those of a report. */
  reporter: { correct: 'Corregir solicitud', withdraw: 'Retirar solicitud' },
  buttons: { answer: 'Responder', promote: 'Pasar a interrupción' },
  facts: {
    replyBy: 'Responder antes de',
    by: (when: string, plan: string) => `${when} (${plan})`,
    noPlan: 'Este proyecto no tiene plan de soporte en el archivo de configuración',
    answer: 'Respuesta',
    was: 'Era una solicitud',
    wasBy: (name: string, when: string) => `${name}, resultó ser una interrupción, ${when}`,
  },
  desk: {
    promoted: (name: string) => `Ahora es una interrupción: ${name} tiene su propio hilo en el canal de soporte. Continúe allí.`,
  },
  answer: {
    heading: (name: string) => `${name}: responder`,
    text: '¿Qué debe saber quien la notificó?',
    example: 'Qué era, qué ha hecho, qué puede hacer ahora esa persona',
    send: 'Enviar respuesta',
    audience: 'Va a este hilo y a quien la notificó. Puede responder de nuevo si hay algo más que decir.',
  },
  news: {
    answered: (name: string) => `${name}: respondida`,
    notHelped: (phones: string, name: string) => `Si no le sirve, llame al ${phones} y diga ${name}.`,
    promoted: (was: string, name: string) => `${was}: ahora es una interrupción, ${name}`,
    promotedText: 'Soporte ha comprobado que es una interrupción.',
    withdrawn: 'Ya no tienen que responder.',
  },

  queue: 'la cola de solicitudes',
  list: {
    mine: 'A continuación, sus solicitudes. Por ellas no se alerta a nadie.',
    replyBy: (when: string) => `Respuesta, como muy tarde: ${when}`,
  },
  timeline: {
    sent: (more: string) => `la envió como solicitud: ${more}`,
    answered: (more: string) => `respondió: ${more}`,
    promoted: (more: string) => `determinó que es una interrupción: ${more}`,
  },
  message: { answered: 'la respuesta a una solicitud', promoted: 'el mensaje de que una solicitud es una interrupción' },
};
