/** The certificate of an outage, in Spanish: the card that gives it, and the pages of its PDF. */
import type { Certificate, Happened, Reader } from '../../../certificate/document.ts';
import type { Outcome } from '../../../certificate/promises.ts';
import { denial } from '../../denial.ts';

const kept = (count: number, of: number): string => {
  if (of === 0) return 'Aún no ha vencido ningún compromiso.';
  if (count === of && of > 1) return `Se cumplieron los ${of} compromisos.`;
  return `Compromisos cumplidos: ${count} de ${of}.`;
};

export const certificate = {
  button: 'Mostrar certificado',
  heading: (name: string) => `${name}: certificado`,
  about:
    'Un archivo firmado para su documentación: cuándo se notificó y se asumió, las horas de todas las actualizaciones y qué compromisos se cumplieron.',
  notOver: 'Aún no ha terminado: el archivo recoge lo ocurrido hasta ahora. Vuelva a obtenerlo cuando termine.',
  kept,
  until: (when: string) =>
    `Los vínculos funcionan hasta: ${when}. Cualquiera que tenga uno puede abrirlo, así que comparta el archivo y no el vínculo.`,
  openPdf: 'Abrir PDF',
  openJson: 'Abrir JSON',
  truth: 'El PDF es para leer y contiene el JSON firmado, que es lo que cuenta. Ambos explican cómo comprobarlo.',
  none: (name: string) => denial('not-now', `${name} no tiene certificado: solo lo tienen las interrupciones.`),
  noKey: {
    desk: 'Este servicio no tiene clave para firmar. Pídala a quienes lo administran: npx outage-desk keys.',
    reporter: 'Este servicio de soporte aún no firma certificados. Pídale un informe de la interrupción.',
  } satisfies Record<Reader, string>,
  noAddress: {
    desk: (name: string) =>
      `No tengo dirección para archivos, así que este lo crean quienes administran el servicio: npx outage-desk certificate ${name} ARCHIVO.pdf`,
    reporter: (name: string) => `Aquí no puedo darle un vínculo. Pida a soporte el certificado de ${name}.`,
  } satisfies Record<Reader, (name: string) => string>,

  pdf: {
    title: (name: string) => `Certificado de la interrupción ${name}`,
    says: (desk: string, when: string) => `Esto es lo que consta en el registro de ${desk}. Emitido: ${when}.`,
    notOver: 'La interrupción no ha terminado. Esto es lo ocurrido hasta ahora.',
    fact: {
      outage: 'Interrupción',
      desk: 'Soporte',
      customer: 'Cliente',
      environment: 'Entorno',
      scenario: 'Escenario',
      state: 'Estado',
      affected: 'Personas afectadas',
      reader: 'Emitido para',
    },
    state: {
      reported: 'Notificada, sin asumir todavía',
      acknowledged: 'Asumida, en curso',
      transferred: 'Transferida a otro equipo',
      withdrawn: 'Retirada por quien la notificó',
      merged: 'Combinada con otra interrupción',
      resolved: 'Resuelta',
      closed: 'Resuelta y cerrada',
    } satisfies Record<Certificate['state'], string>,
    reader: {
      reporter: 'quien la notificó, sin contar a las personas de otros clientes',
      desk: 'el servicio de soporte',
    } satisfies Record<Reader, string>,
    times: (zone: string) => `Las horas están en UTC; la línea debajo de cada una es la de ${zone}.`,
    promises: 'Compromisos',
    what: 'Qué se prometió',
    promise: { acknowledge: 'La asume un ingeniero identificado', update: 'Llega la próxima actualización' },
    due: 'Hora límite',
    done: 'Hecho',
    result: 'Resultado',
    outcome: {
      kept: 'Cumplido',
      late: 'Con retraso',
      open: 'En plazo',
      ended: 'Terminó antes de vencer',
      unknown: 'Se desconoce: se restauraron los registros',
    } satisfies Record<Outcome, string>,
    lateBy: (late: string) => `${late} de retraso`,
    notDone: '\u2013',
    history: 'Qué ocurrió y cuándo se informó',
    when: 'Cuándo',
    event: 'Qué',
    happened: {
      reported: () => 'Notificada a soporte',
      promoted: () => 'Soporte determinó que la solicitud es una interrupción',
      acknowledged: (by) => (by ? `Asumida por ${by}` : 'Asumida'),
      'taken-back': () => 'Dejó de estar asumida: había sido un error',
      'handed-over': (by) => (by ? `Nuevo responsable: ${by}` : 'Nuevo responsable'),
      released: () => 'Devuelta a las personas de guardia',
      updated: () => 'Actualización para quienes la siguen',
      transferred: (team) => `Transferida a ${team}`,
      objected: () => 'Se opuso quien la notificó',
      withdrawn: () => 'Retirada por quien la notificó',
      merged: (into) => `Combinada con ${into}; las actualizaciones llegaron de allí`,
      resolved: () => 'Resuelta',
      reopened: () => 'Reabierta: no había terminado',
      closed: () => 'Cerrada',
      'desk-unreached': () => 'No había llegado al canal de soporte, y se informó a quien la notificó',
      'desk-reached': () => 'Llegó al canal de soporte',
      restored: (since) => `Registros restaurados de una copia de seguridad: no se sabe nada desde ${since} hasta esta hora`,
    } satisfies Record<Happened, (more: string) => string>,
    check: 'Cómo comprobarlo',
    holds: 'Este PDF contiene el archivo certificate.json, que está firmado. Si una página y ese archivo difieren, vale el archivo.',
    how: {
      file: (key: string) =>
        `Este archivo es un JWS (RFC 7515) firmado con Ed25519 (RFC 8037). Su contenido está en «payload», en base64url. La clave es ${key}.`,
      save: (from: string, file: string) =>
        `Guarde la clave pública que tiene este identificador como key.pem (origen: ${from}) y este archivo como ${file}. Después ejecute:`,
      fromDesk: 'soporte, por un medio en el que confíe',
      verified:
        'El cuarto comando muestra «Signature Verified Successfully» y el último muestra lo que está firmado. Nada más está firmado en este archivo.',
      takeOut:
        'Un PDF contiene este archivo: pdfdetach -saveall certificate.pdf lo extrae. Lo que vale es este archivo; las páginas de un PDF son para leer.',
    },
    record: (events: number, head: string) =>
      `El evento ${events} del registro de la interrupción tiene este hash de todos los eventos anteriores: ${head}`,
    missing: 'El signo ? sustituye a una letra que este PDF no puede dibujar. El archivo certificate.json tiene todas las letras.',
    page: (name: string, page: number, of: number) => `${name}, página ${page} de ${of}`,
    hash: (hash: string) => `SHA-256 de certificate.json: ${hash}`,
  },
};
