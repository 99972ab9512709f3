/** Links out of a card, in Spanish: the call, a chat with the reporter, runbooks, tickets in other systems. */

export const links = {
  call: 'Llamada',
  /** A call that is there; a new meeting. */
  join: 'Unirse a la llamada',
  start: 'Iniciar una llamada',
  /** As links in a row. `elsewhere`, here and below: the reporter is of another company. */
  chat: (elsewhere: boolean) => `Chatear en Teams${elsewhere ? ' (si ambas empresas lo permiten)' : ''}`,
  voice: (elsewhere: boolean) => `Llamar en Teams${elsewhere ? ' (si ambas empresas lo permiten)' : ''}`,
  /** As buttons, with what stands above them. */
  chatButton: 'Chatear con quien notificó',
  voiceButton: 'Llamar a quien notificó',
  group: (elsewhere: boolean): string =>
    elsewhere
      ? 'Llamada y chat. La persona que la notificó es de otra empresa: el chat y la llamada solo se abren si ambas empresas lo permiten.'
      : 'Llamada y chat',
  /** What an alarm calls their messages. */
  message: {
    'bridge-set': 'el vínculo de la llamada',
    'ticket-added': 'el ticket',
    'ticket-removed': 'el mensaje de que se quitó un ticket',
  },
  more: 'Vínculos',
  runbook: 'Runbook',
  tickets: 'Tickets',

  bridge: {
    button: 'Añadir vínculo de llamada',
    heading: (name: string) => `${name}: vínculo de la llamada`,
    address: 'Dirección de la llamada (déjela vacía para quitarla)',
    shared: 'Quien la notificó',
    share: 'Mostrárselo a quien la notificó',
    send: 'Guardar vínculo',
    audience: 'Soporte ve "Unirse a la llamada" en su tarjeta.',
    audienceInRoom:
      'Soporte ve "Unirse a la llamada" en su tarjeta. No se notificó en un chat privado: si marca la casilla, lo verán todas las personas de allí.',
    example: 'El vínculo que Teams copia de una reunión',
    notAnAddress: 'No puedo usar esa dirección. Copie la dirección completa de la reunión, desde https.',
    /** `hosts`: those of the desk file; empty when it has none. */
    wrongHost: (host: string, hosts: string) =>
      `Acepto llamadas de Teams${hosts && ` y de ${hosts}`}, pero no de ${host}. Quien administra el servicio puede añadirlo en el archivo de configuración, en bridgeHosts.`,
    timeline: (shared: boolean) => `añadió el vínculo de la llamada${shared ? ', que también ve quien la notificó' : ''}`,
    set: (name: string) => `${name}: ya hay una llamada`,
    removed: (name: string) => `${name}: se quitó el vínculo de la llamada`,
    /** For the desk. */
    seen: 'También lo ve quien la notificó.',
    notSeen: 'Quien la notificó no lo ve. Para mostrárselo, pulse Más y después Añadir vínculo de llamada.',
    /** For the reporter. */
    invited: 'Ya puede hablar con los ingenieros. Pulse el botón para unirse.',
  },

  ticket: {
    button: 'Añadir ticket',
    heading: (name: string) => `${name}: añadir ticket`,
    text: 'Su número o su dirección completa',
    send: 'Añadir ticket',
    audience: 'Solo lo ve soporte. Para quitar uno, escriba "ticket remove" y su número en el hilo.',
    no: 'No puedo usar ese ticket. Escriba su número, como INC0012345, o su dirección completa, desde https.',
    added: (id: string, name: string) => `${id} ya está en la tarjeta de ${name}.`,
    removed: (id: string, name: string) => `${id} ya no está en la tarjeta de ${name}.`,
  },
};
