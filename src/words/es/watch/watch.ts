/** What is said about the bots themselves, in Spanish: alarms, the check whether it would work tonight, drills, a restore. */
import type { Level } from '../../../outage/types/values.ts';
import { level as roleOf, the, toThe, uncallable } from '../common/names.ts';
import { formats } from '../formats.ts';
import { alarm } from './alarm.ts';

/** As objects: "solo se alertaría a la guardia principal y al jefe de guardia". */
const namesOf = (levels: readonly Level[]): string => formats.and(levels.map((level) => toThe[level]));
/** At the beginning of a sentence. */
const toTheFirst = (level: Level): string => `A${toThe[level].slice(1)}`;

const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: '¿Funcionaría todo esta noche? Hay 1 problema.',
      many: `¿Funcionaría todo esta noche? Hay ${troubles} problemas.`,
      other: `¿Funcionaría todo esta noche? Hay ${troubles} problemas.`,
    }),
  fine: '¿Funcionaría todo esta noche? No he encontrado ningún problema.',
  looked: (until: string) => `Comprobado: el calendario de guardias hasta ${until}, el escalado, los proyectos y los teléfonos.`,
  more: (findings: number) =>
    formats.plural(findings, {
      one: 'Hay 1 más. Corrija primero estos y compruebe de nuevo.',
      many: `Hay ${findings} más. Corrija primero estos y compruebe de nuevo.`,
      other: `Hay ${findings} más. Corrija primero estos y compruebe de nuevo.`,
    }),
  /** `level` null: nobody is on any level that is pinged. */
  gap: (level: Level | null, from: string, until: string, more: number) => {
    const again =
      more > 0
        ? `, y ${formats.plural(more, { one: '1 vez más', many: `${more} veces más`, other: `${more} veces más` })} en los próximos 30 días`
        : '';
    const what = level === null ? 'No se alertaría a nadie' : `No hay ${roleOf[level]}`;
    return `${what}: ${from} – ${until}${again}.`;
  },
  gapCost: {
    nobody: (level: Level) => `No se alerta a nadie en el nivel de ${roleOf[level]}.`,
    only: (levels: readonly Level[], after: string) => `${after} después de una notificación, solo se alertaría ${namesOf(levels)}.`,
    later: (levels: readonly Level[], after: string) =>
      `No se alertaría a nadie más hasta ${after} después de una notificación: entonces, ${namesOf(levels)}.`,
  },
  gapRemedy: (key: Level | null) => `Añada una persona o una rotación para esas horas en onCall > ${key ?? 'primary'}.`,
  empty: (level: Level) => `Nunca hay ${roleOf[level]}, pero el escalado alerta en ese nivel.`,
  emptyRemedy: (key: string) => `Nombre a una persona en onCall > ${key}, o quite ${key} de promise > ladder y promise > breach.`,
  late: (level: Level, left: string) => `${toTheFirst(level)} se le alerta solo ${left} antes de vencer el plazo.`,
  lateRemedy: (level: Level, least: string) =>
    `Alerte ${toThe[level]} al menos ${least} antes de vencer el plazo: promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${toTheFirst(level)} no se le alerta nunca antes de vencer el plazo.`,
  uncalledRemedy: (key: string) => `Añada ${key} a los niveles de un paso en promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${who} está a la vez de ${roleOf[other]} y de ${roleOf[level]}, así que el siguiente nivel es la misma persona. Desde: ${from}.`,
  sameRemedy: (key: string) => `Ponga a otra persona en onCall > ${key} para ese tiempo, o cambie el orden de su rotación.`,
  moved: (level: Level, who: string, was: string) =>
    `Según este archivo, ${the[level]} es ahora: ${who || 'nadie'}. Hasta ahora era: ${was || 'nadie'}.`,
  movedTurnRemedy: (was: string, began: string) =>
    `Para que ${was} conserve este turno, ponga primero en la rotación a ${was} y después a los demás por orden, y escriba starts: ${began}.`,
  movedRemedy: 'Dígaselo a los dos o corrija onCall.',
  nowOnCall: (who: string) => `De guardia ahora, según este archivo: ${who}.`,
  noProduction: (project: string) => `${project} no tiene ningún entorno del que se pueda notificar una interrupción.`,
  noProductionRemedy: 'Ponga en uno de sus entornos kind: production, managedBy: microsoft y un producto admitido, o quite el proyecto.',
  noScenario: (product: string) =>
    `Ningún escenario es para ${product}, así que solo se pueden elegir los escenarios de todos los productos.`,
  noScenarioRemedy: 'Dele el identificador que usa scenarios > products, o escriba escenarios para él.',
  teamNotThere: (project: string) => `Teams no me deja entrar en el equipo de ${project}, así que no sé quién puede notificar.`,
  teamNotThereRemedy: 'Agregue la aplicación a ese equipo, o corrija projects > membersFrom en el archivo de configuración.',
  teamNotAsked: (project: string) => `Teams no dijo quién está en el equipo de ${project}.`,
  nobody: (project: string) => `Nadie puede notificar para ${project}: no nombra a nadie y su equipo está vacío.`,
  nobodyRemedy: 'Añada personas a ese equipo o a members del proyecto.',
  accountUnseen: (account: string) => `Aún no he visto la cuenta ${account}.`,
  accountUnseenRemedy: 'Compruebe que esté bien escrita. Si lo está, la conoceré cuando esa persona me escriba.',
  tenantUnseen: (project: string) => `Aún no me ha escrito nadie de ${project} desde su propio Teams.`,
  tenantUnseenRemedy: (tenant: string) => `Compruebe que su administrador agregó la aplicación y que su inquilino es ${tenant}.`,
  example: {
    id: (ids: string) => `Estos identificadores son de un ejemplo: ${ids}.`,
    phone: (numbers: string) => `Estos teléfonos son de un ejemplo, y nadie los contesta: ${numbers}.`,
    address: (addresses: string) => `Estas direcciones son de un ejemplo: ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Escriba los de su propio inquilino y sus personas: Centro de administración de Microsoft Entra > Información general, y Usuarios > Id. de objeto.',
    phone: (places: string) => `Escriba los suyos: ${places}.`,
    address: (places: string) => `Escriba las suyas: ${places}.`,
  },
  shortPromise: (within: string) =>
    `El compromiso es de ${within}. Eso es para hacer pruebas: nadie puede leer, decidir y pulsar tan rápido.`,
  shortPromiseRemedy: 'Quite promise > acknowledgeWithinMinutes, para que sea 30, o ponga al menos 5.',
  webhook: {
    inside: (webhook: string, host: string) => `El webhook "${webhook}" (${host}) está en su propia red, así que no se envía nada allí.`,
    unknown: (webhook: string, host: string) => `No se encontró el host del webhook "${webhook}" (${host}).`,
    gone: (webhook: string, host: string) => `El webhook "${webhook}" (${host}) respondió 410 Gone, así que no recibe más eventos.`,
    failing: (webhook: string, host: string, since: string, error: string) =>
      `El webhook "${webhook}" (${host}) no acepta nada. Desde: ${since}. Última respuesta: ${error}.`,
  },
  webhookRemedy: {
    inside: 'Corrija webhooks > address, o escriba allowPrivate: true si es lo que quiere.',
    unknown: 'Corrija webhooks > address, o compruebe el DNS de la máquina.',
    gone: 'Quítelo de webhooks o dele una dirección nueva.',
    failing: 'Compruebe ese sistema. Intento enviar cada evento durante un día.',
  },
  pager: {
    inside: (pager: string, host: string) => `El servicio de avisos "${pager}" (${host}) está en su propia red, así que no avisa a nadie.`,
    unknown: (pager: string, host: string) => `No se encontró el host del servicio de avisos "${pager}" (${host}).`,
  },
  pagerRemedy: {
    inside: 'Corrija pagers > address, o escriba allowPrivate: true si es lo que quiere.',
    unknown: 'Corrija pagers > address, o compruebe el DNS de la máquina.',
  },
  phone: uncallable,
  /** After "en", and after a colon. */
  place: (id: string) => `el destino "${id}"`,
  ownPlace: 'el canal de soporte',
  noDesk: 'Aún no hay canal de soporte, así que no se puede notificar ninguna interrupción.',
  noDeskRemedy: 'Un administrador escribe /outage setup en el canal, o se nombra en el archivo de configuración (desk.channel).',
  notThere: (place: string) => `Teams no me deja entrar en ${place}.`,
  notThereRemedy: 'Agregue la aplicación a ese equipo o chat, o corrija su id. de conversación en el archivo de configuración.',
  notAsked: (place: string) => `Teams no dijo si puedo escribir en ${place}.`,
  notAskedRemedy: 'Compruébelo de nuevo en un minuto.',
  notInTeam: (person: string) =>
    `${person} está en el calendario de guardias, pero no en el equipo del canal de soporte, así que no puede ver los hilos.`,
  notInTeamRemedy: 'Añada a esa persona al equipo.',
  noChat: (people: string) => `Teams no me deja enviar mensajes directos a estas personas del calendario de guardias: ${people}.`,
  noChatRemedy:
    'Pídales que agreguen la aplicación y no la bloqueen, o instálela para ellas: Centro de administración de Teams > Aplicaciones de Teams > Directivas de configuración.',
  noPhone: (people: string) => `Ningún servicio de avisos puede llamar a estas personas del calendario de guardias: ${people}.`,
  noPhoneRemedy: 'Escriba sus números en el archivo de configuración: people > phone.',
  noSecret: (pager: string) => `El servicio de avisos "${pager}" no tiene secreto, así que el bot no arranca.`,
  noSecretRemedy: (name: string) => `Defina ${name}, o ${name}_FILE con la ruta de un archivo que contenga el secreto.`,
  noPublicUrl: (pagers: string) =>
    `Nadie puede asumir una interrupción con una tecla del teléfono, y no sé si contestaron: no tengo dirección pública para ${pagers}.`,
  noPublicUrlRemedy: 'Defina PUBLIC_URL con la dirección https del bot.',
  chatNotAsked: (people: string) => `Teams no dijo si puedo enviar mensajes directos a estas personas: ${people}.`,
  lookedInTeams: (until: string) =>
    `Comprobado: el calendario de guardias hasta ${until}, el escalado, los proyectos, los teléfonos, dónde estoy en Teams y quién recibe mensajes directos.`,
  phoneRemedy: 'Escríbalo con el prefijo de país en desk > phones, como +34 910 12 34 56, y una extensión como ext. 5.',
};

const drill = {
  project: 'Simulacro',
  environment: 'Sin entorno',
  scenario: 'Un simulacro',
  title: 'Un simulacro: todo funciona con normalidad',
  notAgreed: (project: string) =>
    `No conozco ningún proyecto ${project} que participe en simulacros. En el archivo de configuración se indica con drills: true, si ambas partes están de acuerdo.`,
  description: 'Todo funciona con normalidad. Asúmalo, publique actualizaciones y resuélvalo como en una interrupción real. Termina solo.',
  hint: 'Esto es un simulacro. Su reloj va 60 veces más rápido, y termina solo.',
  begins: (name: string) => `${name}: empieza un simulacro`,
  quiet: 'No se menciona a nadie.',
  over: 'Simulacro terminado',
  begun: (name: string, ends: string, loud: boolean, rings: boolean) =>
    `${name} empieza en el canal de soporte. ${loud ? `Se alerta a las personas${rings ? ' y suenan los teléfonos' : ''}.` : 'No se menciona a nadie.'} Termina: ${ends}. El resultado llega allí.`,
  ended: (name: string) => `${name}: simulacro terminado`,
  all: 'Llegaron todos los mensajes.',
  missing: (count: number) =>
    formats.plural(count, { one: '1 mensaje no llegó.', many: `${count} mensajes no llegaron.`, other: `${count} mensajes no llegaron.` }),
  after: (time: string) => `Tras ${time}`,
  arrived: (what: string, where: string, late: string) => `${what}, para ${where}: llegó ${late} después`,
  atOnce: (what: string, where: string) => `${what}, para ${where}: llegó al momento`,
  joined: (what: string, where: string) => `${what}, para ${where}: llegó junto con el siguiente`,
  failed: (what: string, where: string, why: string) => `${what}, para ${where}: no llegó. ${why}`,
  waits: 'Sigue esperando.',
  times: 'En una interrupción real, los pasos están 60 veces más separados. Los mensajes llegan igual de rápido.',
};

const restored = {
  /** For the desk, in the first messages of each outage and on its card. */
  desk: (when: string) =>
    `Los registros de soporte se restauraron al estado de: ${when}. No sé qué pasó después: publíquelo de nuevo, por favor.`,
  /** For the reporter and those who follow. */
  others: (when: string) =>
    `Tras un fallo, nuestros registros terminan en este momento: ${when}. No contienen lo que se le dijo después. Hemos pedido a soporte que lo repita.`,
  /** In the place of "not acknowledged", which may be untrue. */
  breached: (name: string) => `${name}: no podemos ver si está asumida`,
  breachedText: 'Estamos alertando a más personas en Teams y seguiremos hasta que alguien la asuma.',
  /** Once, in the desk's channel. */
  heading: (when: string) => `Los registros de soporte se restauraron al estado de: ${when}`,
  text: 'No sé qué pasó después. Si desde entonces ha asumido, actualizado o resuelto algo, hágalo de nuevo, por favor.',
  gone: (when: string) =>
    `Momento de la copia: ${when}. Las interrupciones notificadas después no están en los registros, y las reabiertas después cuentan como terminadas. Por ellas no se alerta a nadie: busque sus hilos en este canal y haga que se notifiquen o se reabran de nuevo.`,
  noneOpen: 'Entonces no había ninguna interrupción abierta.',
  open: (count: number) =>
    formats.plural(count, {
      one: 'Entonces había 1 interrupción abierta, que continúa desde ahí:',
      many: `Entonces había ${count} interrupciones abiertas, que continúan desde ahí:`,
      other: `Entonces había ${count} interrupciones abiertas, que continúan desde ahí:`,
    }),
  more: (count: number) =>
    formats.plural(count, {
      one: 'Y 1 más. También lo dice su tarjeta.',
      many: `Y ${count} más. También lo dice la tarjeta de cada una.`,
      other: `Y ${count} más. También lo dice la tarjeta de cada una.`,
    }),
};

export const watch = { alarm, check, drill, restored };
