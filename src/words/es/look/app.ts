/** What Teams says of the app before anybody has it: at most 100, 80 and 4,000 characters. */
export const app = {
  fullName: 'Outage Desk: notificar una interrupción de producción',
  short: 'Notifique una interrupción, vea quién se encarga y sepa qué ocurre después.',
  full: [
    '¿No funciona producción y nadie puede trabajar? Dígaselo a Outage Desk, que alerta al ingeniero de soporte de guardia.',
    'Cómo notificar: envíe «interrupción» u outage en un chat con Outage Desk. En un canal o un chat de grupo, escriba / y elija outage, o escriba @Outage Desk outage. Son seis pasos cortos, casi todos de un toque: cerca de un minuto en total. Hasta que la envíe, solo usted verá lo que escriba.',
    'Qué ocurre después: recibe un número, la hora límite para que soporte la asuma y un número de teléfono. Sabrá quién se encarga, qué se ha encontrado, cuándo llega la próxima actualización y cuándo está resuelta.',
    'Para los ingenieros de soporte: cada interrupción es un hilo en el canal de su equipo de soporte. Se asume con un toque. Se alerta a las personas de guardia antes de que venza el plazo, y a nadie más una vez que usted la asume.',
    'Para quienes siguen: un canal o un chat de grupo recibe por cada interrupción una tarjeta, que siempre muestra su estado actual, y un mensaje cuando algo cambia.',
    'Es una interrupción cuando el sistema de producción impide a más de una persona hacer su trabajo diario. Para lo demás, Outage Desk le dice qué hacer.',
    'Quién ve qué: su número de teléfono y su correo se muestran solo a usted y en el canal del equipo de soporte. Outage Desk responde a los mensajes que se le envían o que lo mencionan, y no guarda nada de los demás.',
  ].join('\n\n'),
};
