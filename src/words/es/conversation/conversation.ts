/** What the reporter and the desk say to each other about an outage, in Spanish. */
import { formats } from '../formats.ts';

export const conversation = {
  /** What a message of such an event is called in an alarm. */
  message: {
    noted: 'la nota',
    asked: 'la pregunta a quien la notificó',
    replied: 'la respuesta de quien la notificó',
    'reply-missed': 'el mensaje de que no hay respuesta',
  },
  ask: {
    button: 'Preguntar a quien notificó',
    heading: (name: string) => `${name}: preguntar a quien la notificó`,
    text: '¿Qué necesita saber?',
    example: '¿Falla en todas las empresas o en una?',
    choices: 'Respuestas con un toque, separadas por comas (opcional, hasta cuatro)',
    choicesExample: 'Sí, No',
    send: 'Enviar pregunta',
    audience: 'Solo la recibe quien notificó. Su respuesta llega a este hilo y le menciona a usted.',
    tooManyChoices: (most: number, length: number) => `Indique como máximo ${most}, de hasta ${length} caracteres cada una.`,
    heard: 'La pregunta se envía a quien la notificó. Su respuesta llega a este hilo.',
    waits: 'Ya ha hecho esta pregunta y está pendiente de respuesta. No se ha enviado de nuevo.',
  },

  /** The question, as the desk and as the reporter read it. */
  asked: {
    heading: (name: string) => `${name}: pregunta a quien la notificó`,
    alone: 'Solo la lee quien notificó. Su respuesta llega a este hilo.',
    byPhone: 'Teams no sabe quién llamó, así que pregunte por teléfono, por favor.',
    byApi: 'La notificó un programa, que no puede responder. Pregunte al cliente, por favor.',
    choices: (choices: string) => `Respuestas con un toque: ${choices}.`,
    forReporter: (name: string) => `${name}: soporte tiene una pregunta`,
    how: 'Responda aquí. El ingeniero que pregunta lo sabrá enseguida.',
  },

  reply: {
    button: 'Responder a soporte',
    heading: (name: string) => `${name}: su respuesta`,
    which: '¿A qué pregunta?',
    text: 'Su respuesta',
    example: 'Escriba lo que sepa, aunque sea solo una parte',
    question: (number: number) => `Pregunta ${number}`,
    /** Above the buttons. */
    byTap: 'O con un toque:',
    send: 'Enviar respuesta',
    callMe: 'Llámenme',
    /** What the desk reads then. */
    pleaseCall: (phone: string) => (phone ? `Llámenme, por favor: ${phone}` : 'Llámenme, por favor.'),
    audience: 'Solo la lee soporte.',
    sent: 'Soporte ya tiene su respuesta, en el hilo de la interrupción.',
    already: 'Esta pregunta ya tiene respuesta.',
    answered: 'Esta pregunta ya tenía respuesta. Soporte también tiene lo que ha escrito.',
  },

  replied: {
    heading: (name: string) => `${name}: respuesta de quien la notificó`,
    forAsker: (mention: string) => `${mention}: esta es la respuesta a su pregunta.`,
    forOwner: (mention: string) => `${mention}: quien la notificó respondió cuando ya había terminado.`,
    question: 'Pregunta',
  },

  missed: {
    heading: (name: string) => `${name}: quien la notificó aún no ha respondido`,
    why: (mention: string) =>
      `${mention}: su pregunta sigue pendiente. Se lo recordamos una vez a quien la notificó. Si no puede esperar, llame.`,
    questions: 'Preguntas',
    forReporter: (name: string) => `${name}: responda a soporte, por favor`,
    more: (count: number) =>
      formats.plural(count, {
        one: 'Hay 1 pregunta. Esta es la primera pendiente.',
        many: `Hay ${count} preguntas. Esta es la primera pendiente.`,
        other: `Hay ${count} preguntas. Esta es la primera pendiente.`,
      }),
  },

  /** On the card of the outage. */
  waiting: {
    label: 'Pendiente de respuesta',
    line: (by: string, when: string, text: string) => `${by}, ${when}: ${text}`,
    forReporter: 'Soporte tiene una pregunta y espera su respuesta.',
  },

  /** What a reporter writes that is no command. */
  word: {
    heading: '¿Quiere que soporte lea esto?',
    /** In a room where everybody would read the answer. */
    inCompany: (person: string, name: string) =>
      `${person}: soporte no lee lo que ha escrito aquí. Para añadirlo a ${name}, escríbamelo en nuestro chat.`,
    notSent: 'Aún no se ha enviado.',
    question: (by: string, text: string) => `Pregunta de ${by}: ${text}`,
    text: 'Lo que ha escrito',
    example: 'Qué ve ahora y qué ha cambiado',
    which: '¿Para qué interrupción?',
    reply: 'Enviar como respuesta',
    add: (name: string) => `Añadir a ${name}`,
    addToChosen: 'Añadir a esta interrupción',
    another: 'Empezar otra notificación',
    audience: 'Lo lee soporte en el hilo de la interrupción. Quienes la siguen no lo leen.',
    cut: 'Era demasiado largo, así que este es solo el principio.',
    button: 'Añadir información',
    addHeading: (name: string) => `${name}: añadir información`,
    send: 'Enviar a soporte',
    fromCustomer: 'Cliente',
  },
};
