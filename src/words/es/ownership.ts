/** Who owns an outage: handing it over, helping with it and giving it back; and all buttons of engineers. In Spanish. */

export const ownership = {
  buttons: {
    nothingNew: 'Publicar "Sin novedades"',
    more: 'Más',
    accept: 'Aceptar',
    decline: 'Rechazar',
    handOver: 'Traspasar',
    help: 'Ayudar en esta interrupción',
    assist: 'Añadir ayudante',
    release: 'Devolver',
    transfer: 'Transferir',
    merge: 'Combinar',
    unmerge: 'Deshacer combinación',
    reclassify: 'Reclasificar',
    note: 'Añadir nota',
    reopen: 'Reabrir',
  },
  more: {
    heading: (name: string) => `${name}: más`,
    groups: {
      now: 'Ahora',
      owner: 'Quién trabaja en ella',
      call: 'Llamada y chat',
      kind: 'Qué es',
      ended: 'No ha terminado',
      look: 'Qué ha pasado',
      desk: 'Solo para soporte',
    },
  },

  handOver: {
    heading: (name: string) => `${name}: traspasar`,
    person: '¿A quién?',
    send: 'Ofrecer traspaso',
    audience: 'Preguntamos a esa persona en este hilo. Hasta que acepte, la interrupción sigue a cargo de usted.',
  },
  assist: {
    heading: (name: string) => `${name}: añadir ayudante`,
    person: '¿Quién ayuda?',
    send: 'Añadir ayudante',
    audience: 'Preguntamos a esa persona en este hilo. La persona responsable no cambia.',
  },
  release: {
    heading: (name: string) => `${name}: devolver`,
    reason: '¿Por qué la devuelve?',
    example: 'Qué sabe hasta ahora y por qué tiene que seguir otro ingeniero',
    send: 'Devolver',
    audience: 'Se alerta enseguida a las personas de guardia, con un plazo más corto, y se informa a quien la notificó.',
  },

  /** Somebody acknowledged it by a reaction to the first message of its thread. */
  reaction: {
    told: (by: string, until: string) => `Se asumió con una reacción. Si fue un error, ${by} puede deshacerlo hasta: ${until}.`,
    youTook: (name: string) => `${name}: asumida con su reacción`,
    undo: (until: string) =>
      `Ahora está a su cargo. Si fue un error, pulse el botón: quedará sin responsable y se informará a todos. Hora límite: ${until}.`,
    notMeant: 'No quería asumirla',
    done: (name: string) => `Deshecho. ${name} no tiene responsable, y se informa a todos los que sabían que la había asumido.`,
    takenBack: (name: string) => `${name}: ya no está asumida`,
    mistake: 'Se asumió por error.',
  },

  choose: 'Elija una opción',
  person: {
    placeholder: 'Escriba un nombre y elija',
    one: 'Elija una persona de la lista. No basta con escribir un nombre.',
    hasIt: (name: string) => `Ya está a cargo de ${name}. Elija otra persona.`,
    /** `engineers`: empty when they are too many to name. */
    noEngineer: (engineers: string) =>
      `Esa persona no es ingeniero de este servicio de soporte. Elija ${engineers ? `entre: ${engineers}` : 'de la lista'}. Quien administra el servicio puede añadir a otras en el archivo de configuración, en engineers.`,
  },

  say: {
    doYouTake: (name: string) => `¿Asumir ${name}?`,
    doYouTakeText: 'No me queda claro si quería asumirla, así que no ha cambiado nada. Para asumirla, pulse el botón.',
    like: (example: string) => `Dígalo así: ${example}`,
    whichEngineer: (names: string) => `Puede ser más de un ingeniero: ${names}. Mencione con @ al que quiera.`,
    noEngineer: 'No conozco a ese ingeniero en este servicio de soporte. Mencione a la persona con @ o pulse Traspasar.',
    whichTeam: (teams: string) => `No conozco ese equipo. Los equipos de este servicio son: ${teams}.`,
    noTeams:
      'Este servicio no tiene equipos a los que transferir. Quien lo administra puede añadirlos en el archivo de configuración, en teams.',
    noPlan: (project: string) =>
      `No puedo decir en cuánto tiempo responde un equipo a ${project}: no tiene plan de soporte en el archivo de configuración. Quien administra el servicio puede añadirlo, en plans y en el proyecto.`,
    so: (name: string) => `Ya estaba así. No ha cambiado nada en ${name}.`,
  },
};
