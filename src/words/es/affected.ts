/** Joining an outage that is open, who is affected, and making several outages one. In Spanish. */
import type { Similarity } from '../../outage/types/affected.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

export const affected = {
  /** To somebody who had reported or joined it already. */
  notAdded:
    'Ya había notificado esta interrupción o se había sumado a ella. Lo que ha escrito no se ha añadido. Lo guardamos un día: para continuar y enviarlo también, escriba /outage.',
  /** During a report: an open outage may be the same one. */
  offer: {
    heading: (count: number) =>
      formats.plural(count, {
        one: '¿Es esta interrupción?',
        many: '¿Es una de estas interrupciones?',
        other: '¿Es una de estas interrupciones?',
      }),
    text: 'Soporte ya lo sabe. Súmese con un toque para recibir cada actualización. No tiene que escribir nada dos veces.',
    textUnreached: 'Esto ya se ha notificado. Súmese con un toque para recibir cada actualización. No tiene que escribir nada dos veces.',
    /** When it is sent, and somebody else was faster. */
    justReported: (by: string, ago: string, name: string) => `${name}: ya notificada por ${by} hace ${ago}`,
    ownJustReported: (ago: string, name: string) => `${name}: ya la notificó usted hace ${ago}`,
    severalJustReported: 'Puede que esto ya se haya notificado',
    notSent:
      'Su notificación aún no se ha enviado, y no se pierde nada. Si se suma, soporte recibe lo que ha escrito. El plazo sigue siendo el de la primera notificación.',
    /** To somebody who hears of it already. */
    notSentOwn:
      'Su notificación aún no se ha enviado, y no se pierde nada. Ya recibe las actualizaciones de esta interrupción. Si escribía sobre la misma, no tiene que enviarla de nuevo.',
    more: (count: number) =>
      formats.plural(count, {
        one: 'Hay 1 abierta más que no se muestra.',
        many: `Hay ${count} abiertas más que no se muestran.`,
        other: `Hay ${count} abiertas más que no se muestran.`,
      }),
    item: (name: string, title: string) => `${name}: ${title}`,
    reported: (by: string, ago: string, when: string) => `Notificada por ${by} hace ${ago}, ${when}`,
    ownReported: (ago: string, when: string) => `La notificó usted hace ${ago}, ${when}`,
    acknowledgeBy: (when: string) => `Un ingeniero de soporte la asumirá. Hora límite: ${when}.`,
    acknowledgeWas: (when: string) =>
      `Vamos con retraso: la hora límite para asumirla era: ${when}. Alertamos ahora a más personas en Teams.`,
    acknowledged: (by: string, when: string, next: string) => `Asumida por ${by}, ${when}. Próxima actualización, como muy tarde: ${next}.`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `Asumida por ${by}, ${when}. La actualización va con retraso y la hemos pedido. La hora límite era: ${due}.`,
    lastUpdate: (text: string) => `Última actualización: ${text}`,
    join: 'Sumarse a la interrupción',
    joinOne: (name: string) => `Sumarse a ${name}`,
    other: 'No, la nuestra es distinta',
    sendToo: 'Enviar también la mía',
    ended: 'Esa interrupción ha terminado, así que no se ha sumado a ella. Continúe con su propia notificación.',
  },

  joined: {
    since: (when: string) => `Se sumó a esta interrupción, ${when}. Recibirá aquí cada actualización.`,
    inCompany: (name: string, people: string) => `${name}: también afecta a ${people}`,
    noPhone: 'Soporte no tiene su número de teléfono. Si lo añade, podrá llamarle.',
    addPhone: 'Añadir mi teléfono',
    leave: 'Salir de la interrupción',
    left: (name: string) => `Ha salido de ${name}`,
    leftHere: (name: string) => `Alguien de aquí ha salido de ${name}`,
    leftText: 'Ya no recibirá actualizaciones. Si algo no le funciona, notifíquelo.',
    notJoined: denial('not-yours', 'Eso solo pueden hacerlo las personas que se sumaron a esta interrupción.'),
    forJoined: (mention: string) => `${mention}: se sumó a esta interrupción.`,
    /** For somebody who joined an outage that was merged into another. */
    yours: (own: string, name: string) => `Se sumó a ${own}. Es la misma interrupción que ${name}.`,
  },
  /** What those affected say with one tap. */
  pulse: {
    question: { open: '¿Le funciona ahora?', ended: '¿Ya le funciona?' },
    titles: { down: 'Sigue sin funcionar', better: 'Va mejor', works: 'Funciona', worksAgain: 'Vuelve a funcionar' },
    counted: 'Gracias. Soporte ve cuántas personas lo dicen.',
    /** To somebody who did not report it: others wait for it too. */
    staysOpen: 'Sigue abierta para los demás hasta que soporte la resuelva. Si vuelve a fallar, escriba "still down".',
    reopened: 'Está abierta de nuevo, y alertamos ahora a las personas de guardia.',
    notYours: denial(
      'not-yours',
      'Eso solo pueden decirlo quienes notificaron esta interrupción o se sumaron a ella. Si no le funciona, notifíquelo.',
    ),
    /** For the desk. */
    fact: 'Cómo va',
    says: { down: 'sigue sin funcionar', better: 'va mejor', works: 'funciona' },
    count: {
      down: (count: number) => `sigue sin funcionar: ${count}`,
      better: (count: number) => `va mejor: ${count}`,
      works: (count: number) => `funciona: ${count}`,
    },
    counts: (counts: readonly string[], of: number) => `${formats.list(counts)} (personas afectadas: ${of})`,
    stillDown: (count: number, of: number) =>
      formats.plural(count, {
        one: `${count} de ${of} personas afectadas dice que sigue sin funcionar.`,
        many: `${count} de ${of} personas afectadas dicen que sigue sin funcionar.`,
        other: `${count} de ${of} personas afectadas dicen que sigue sin funcionar.`,
      }),
  },
  phoneForm: {
    heading: (name: string) => `${name}: su número de teléfono`,
    phone: 'Teléfono, con prefijo de país',
    example: '+34 910 12 34 56',
    send: 'Guardar número',
    audience: 'Solo lo ve soporte.',
  },

  desk: {
    fact: 'Personas afectadas',
    people: (count: number) =>
      formats.plural(count, {
        one: `${count} persona afectada`,
        many: `${count} personas afectadas`,
        other: `${count} personas afectadas`,
      }),
    /** `more`: how many more there are than `names`. */
    count: (count: number, names: string, more: number) => {
      const all = more > 0 ? `${names} y ${more} más` : names;
      return formats.plural(count, {
        one: `${count} persona afectada: ${all}`,
        many: `${count} personas afectadas: ${all}`,
        other: `${count} personas afectadas: ${all}`,
      });
    },
    news: (name: string, by: string) => `${name}: también afecta a ${by}`,
    manyNews: (name: string, count: number) =>
      formats.plural(count, {
        one: `${name}: ${count} persona afectada`,
        many: `${name}: ${count} personas afectadas`,
        other: `${name}: ${count} personas afectadas`,
      }),
    where: (project: string, environment: string) => `${project}, ${environment}`,
    newsText: 'Reciben cada actualización. Para ver cómo contactar con esas personas, pulse Más y después Mostrar personas afectadas.',
    button: 'Mostrar personas afectadas',
    heading: (name: string) => `${name}: personas afectadas`,
    reporter: 'La notificó',
    reported: (name: string) => `La notificó como ${name}`,
    joinedAt: (when: string) => `Se sumó: ${when}`,
    joinedOther: (name: string, when: string) => `Se sumó a ${name}, ${when}`,
    noPhone: 'Sin número de teléfono',
    said: (text: string) => formats.quote(text),
    earlier: (count: number) =>
      formats.plural(count, {
        one: 'No se muestra 1 más.',
        many: `No se muestran ${count} más.`,
        other: `No se muestran ${count} más.`,
      }),
    onlyThere: denial('not-here', 'A quién afecta y cómo contactar con esas personas solo se muestra en el canal de soporte.'),
  },

  gathered: {
    heading: {
      environment: (count: number) => `${count} interrupciones a la vez en un entorno`,
      project: (count: number) => `${count} interrupciones parecidas de un cliente`,
      scenario: (count: number) => `${count} interrupciones parecen la misma`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `Todas: ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name}: ${where}, notificada por ${reporter}`,
    rest: (count: number) =>
      formats.plural(count, {
        one: 'No se muestra 1 más.',
        many: `No se muestran ${count} más.`,
        other: `No se muestran ${count} más.`,
      }),
    text: (name: string) =>
      `Si son la misma interrupción, combínelas. Las que sigan abiertas pasan a formar parte de ${name}, la primera que se notificó, y quienes las notificaron reciben sus actualizaciones. Para deshacer una combinación, escriba "unmerge".`,
    button: 'Combinarlas',
    timeline: (count: number) =>
      formats.plural(count, {
        one: '1 interrupción más',
        many: `${count} interrupciones más`,
        other: `${count} interrupciones más`,
      }),
  },
  mergedDuplicates: {
    heading: (count: number, into: string) =>
      count === 0
        ? `No se combinó nada con ${into}`
        : formats.plural(count, {
            one: `${count} combinada con ${into}`,
            many: `${count} combinadas con ${into}`,
            other: `${count} combinadas con ${into}`,
          }),
    merged: (names: string) => `Combinadas: ${names}.`,
    before: (names: string) => `Ya estaban combinadas: ${names}.`,
    not: (name: string, state: string) => `Sin combinar: ${name} – ${state}.`,
    since: (count: number, names: string) =>
      formats.plural(count, {
        one: `Desde entonces ha llegado ${count} más que parece la misma: ${names}.`,
        many: `Desde entonces han llegado ${count} más que parecen la misma: ${names}.`,
        other: `Desde entonces han llegado ${count} más que parecen la misma: ${names}.`,
      }),
  },
};
