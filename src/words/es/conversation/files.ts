/** Pictures and files: what people may send, what became of it, and where it is. In Spanish. */
import type { FileKind, FileRefusal } from '../../../outage/types/files.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const count = (n: number) => formats.plural(n, { one: '1 archivo', many: `${n} archivos`, other: `${n} archivos` });

/** Why a file was not taken, behind its name. */
const why: Record<FileRefusal, string> = {
  gone: 'No pude obtenerlo de Teams a tiempo. Envíelo de nuevo, por favor.',
  elsewhere: 'No está guardado en Teams, así que no lo abrí. Adjunte el archivo mismo, por favor.',
  'too-large': 'Es demasiado grande. Envíe uno más pequeño o solo la parte que importa.',
  markup: 'SVG y HTML pueden ejecutar programas, así que no los acepto. Envíe una imagen o el texto, por favor.',
  'unknown-kind': 'Acepto PNG, JPEG, WebP, GIF, PDF, ZIP y archivos de texto o de registro. Envíelo en uno de estos formatos, por favor.',
  broken: 'No pude leerlo en el formato que indica. Guárdelo de nuevo o envíe una captura de pantalla.',
  'too-many': 'Ya ha enviado todos los que admite esta interrupción, así que este no lo recibió nadie. Lo que escribió se conserva.',
  rejected: 'La interrupción ya no admite archivos suyos, así que no lo recibió nadie. Si es importante, llame a soporte.',
  'no-room': 'No queda espacio para guardarlo. Lo que escribió se conserva. Explíqueselo a soporte por teléfono, por favor.',
};

export const files = {
  /** On the step that asks what happens, and on the receipt, in their own chat. */
  maySend: 'Puede enviar imágenes y archivos aquí, en este chat.',

  /** Where nobody can fetch from the bot. */
  notTaken: 'No puedo pasar imágenes ni archivos. Escriba lo que muestran. Para enviar uno, llame y pida una dirección.',
  ownChatOnly: denial('not-here', 'Teams solo me entrega archivos en su chat conmigo. Envíelos allí, por favor.'),
  openOwnChat: 'Abrir mi chat con el bot',
  unreadable: 'No pude ver dónde lo guarda Teams, así que no lo recibió nadie. Adjúntelo como archivo, por favor.',
  none: 'No lo recibió nadie: no tiene ninguna interrupción abierta. Notifíquela con /outage y envíe aquí después imágenes y archivos.',
  toShare: (example: string) =>
    `No lo recibió nadie. Para mostrar una imagen a todos, envíela con su actualización y el número de la interrupción (${example}).`,
  tooMany: (most: number) => `No lo recibió nadie. Máximo por interrupción: ${count(most)}.`,
  chooseFirst:
    'No lo recibió nadie: muchos de sus archivos están pendientes. Elija arriba para qué interrupción son y envíe esto de nuevo.',
  noRoom: 'No pude guardarlo, y no lo recibió nadie. Lo que escribió se conserva. Llame a soporte, por favor.',

  taken: (n: number, name: string) => `Envío ${count(n)} a soporte, para ${name}.`,
  takenForReport: (n: number) => `Guardo ${count(n)} para su notificación. Soporte tendrá acceso cuando la envíe.`,
  takenForAll: (n: number, name: string) => `Muestro ${count(n)} a quienes reciben las novedades de ${name}.`,
  isTold: 'Si no puedo aceptar alguno, se lo digo aquí.',
  elsewhere: (n: number) =>
    formats.plural(n, {
      one: 'Otro no era de Teams, así que no lo abrí.',
      many: `Otros ${n} no eran de Teams, así que no los abrí.`,
      other: `Otros ${n} no eran de Teams, así que no los abrí.`,
    }),
  more: (n: number) =>
    formats.plural(n, {
      one: 'No pude aceptar otro. Adjúntelo como archivo en un mensaje nuevo.',
      many: `No pude aceptar otros ${n}. Adjúntelos como archivos en un mensaje nuevo.`,
      other: `No pude aceptar otros ${n}. Adjúntelos como archivos en un mensaje nuevo.`,
    }),
  edited: 'Nadie recibió lo que se añadió después a este mensaje. Envíe imágenes y archivos en un mensaje nuevo.',
  which: (n: number) => `¿De qué interrupción se trata? (${count(n)})`,
  whichText: (files: number) =>
    formats.plural(files, {
      one: 'Aún no lo ha recibido nadie. Elija una:',
      many: 'Aún no los ha recibido nadie. Elija una:',
      other: 'Aún no los ha recibido nadie. Elija una:',
    }),
  others: (n: number, files: number) =>
    `${formats.plural(n, {
      one: 'Tiene 1 interrupción más',
      many: `Tiene ${n} interrupciones más`,
      other: `Tiene ${n} interrupciones más`,
    })}. ${formats.plural(files, {
      one: 'Para añadirlo allí, envíelo de nuevo',
      many: 'Para añadirlos allí, envíelos de nuevo',
      other: 'Para añadirlos allí, envíelos de nuevo',
    })} con el número de la interrupción.`,
  addTo: (name: string) => `Añadir a ${name}`,
  keepForReport: 'Guardar para notificar',
  chosenNot: 'Ya no lo tengo. Envíelo de nuevo, por favor.',

  refused: 'No acepté este archivo:',
  unnamed: 'Una imagen sin nombre',
  why,

  news: (name: string, pictures: number, others: number) => {
    const seen = formats.plural(pictures, {
      one: 'nueva imagen',
      many: `${pictures} nuevas imágenes`,
      other: `${pictures} nuevas imágenes`,
    });
    const rest = formats.plural(others, { one: 'nuevo archivo', many: `${others} nuevos archivos`, other: `${others} nuevos archivos` });
    if (others === 0) return `${name}: ${seen}`;
    return pictures === 0 ? `${name}: ${rest}` : `${name}: ${formats.and([seen, rest])}`;
  },
  picture: (name: string) => `Imagen: ${name}`,
  open: 'Seleccione una imagen o un nombre para abrir el original. Los vínculos funcionan durante una semana.',
  openAgain:
    'Seleccione una imagen o un nombre para abrir el original. Los vínculos funcionan durante una semana; después, abra esta tarjeta de nuevo.',
  fact: 'Archivos',
  held: (n: number, by: string) => `${count(n)}, el último de ${by}. Para ver los archivos, pulse Más y después Mostrar archivos.`,
  button: 'Mostrar archivos',
  earlier: 'Mostrar archivos anteriores',
  heading: (name: string) => `${name}: imágenes y archivos`,
  removed: 'Ya no está aquí',
  onlyThere: denial('not-here', 'Las imágenes y los archivos solo se muestran en el canal de soporte.'),
  kind: {
    png: 'PNG',
    jpeg: 'JPEG',
    webp: 'WebP',
    gif: 'GIF',
    pdf: 'PDF',
    text: 'texto',
    zip: 'ZIP, sin abrir',
  } satisfies Record<FileKind, string>,
  kilobytes: (n: number) => `${n} KB`,
  megabytes: (n: number) => `${formats.decimal(n)} MB`,
};
