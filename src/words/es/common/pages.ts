/** What rings beside Teams, in Spanish: calls, text messages and pages, what came of them, and what is told when nobody was paged. */
import type { PageOutcome } from '../../../outage/types/pages.ts';
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

/** On the card and in the timeline, after who was paged. */
const outcome: Record<PageOutcome | 'waiting', string> = {
  waiting: 'pendiente del servicio de avisos',
  accepted: 'aceptado por el servicio de avisos',
  answered: 'contestó',
  'no-answer': 'sin respuesta',
  busy: 'comunicaba',
  failed: 'sin conexión',
  missed: 'no se avisó',
};

export const pages = {
  /** How the bot is named in services of others. */
  source: botName,
  drill: 'Simulacro.',
  /** Before `left` or `late`: the title of a page, and the beginning of a text message. */
  text: (name: string, customer: string, title: string) => `${name}, ${customer}: ${title}.`,
  left: (time: string) => `Tiempo para asumirla: ${time}.`,
  late: (time: string) => `Nadie la ha asumido. El plazo venció hace ${time}.`,
  open: (link: string) => `Asúmala en Teams: ${link}`,
  openTeams: 'Asúmala en Teams.',
  /** In a service of its own, where people may acknowledge too. */
  notHere: `Asúmala en Teams. Confirmarla en este servicio no la asume en ${botName}.`,
  openThread: 'Abrir el hilo en Teams',

  /** What a call says. `language`: of the voice, as Twilio names it. */
  call: {
    language: 'es-ES',
    hello: `Hola, le llama ${botName}.`,
    drill: 'Esto es un simulacro. Todo funciona con normalidad.',
    outage: (digits: string) => `Interrupción número ${digits}.`,
    drillNumber: (digits: string) => `Simulacro número ${digits}.`,
    customer: (customer: string) => `Cliente: ${customer}.`,
    pressOne: 'Para asumirla, pulse 1.',
    bye: 'Adiós.',
    again: 'Se lo repito.',
    otherKey: 'No ha pulsado el 1.',
    taken: 'Gracias. Ahora está a su cargo. Abra el hilo en Teams.',
    yours: 'Ya la había asumido usted. Abra el hilo en Teams.',
    theirs: (owner: string) => `Ya la ha asumido ${owner}. No tiene que hacer nada.`,
    ended: 'Ya ha terminado. No tiene que hacer nada.',
    changed: denial('not-now', 'Ha cambiado desde que empezó esta llamada. Consulte el hilo en Teams.'),
    nobody: denial(
      'not-permitted',
      'Este número no está en el archivo de configuración, así que no puede asumirla. Consulte el hilo en Teams.',
    ),
    notEngineer: denial(
      'not-permitted',
      'Solo pueden asumirla los ingenieros de este servicio de soporte. Llame a un ingeniero que pueda.',
    ),
    failed: 'No he podido registrarlo. Asúmala en Teams.',
  },

  label: 'Avisos por teléfono',
  outcome,
  /** `who`: from `person` or `service`. */
  line: (who: string, when: string, what: string) => `${who}, ${when}: ${what}`,
  person: (name: string, number: string) => (number ? `${name}, ${number}` : name),
  service: (id: string) => `servicio de avisos "${id}"`,
  timeline: (who: string, what: string) => `Aviso por teléfono, ${who}: ${what}`,
  timelineMissed: (who: string) => (who ? `Aviso por teléfono no aceptado a tiempo: ${who}` : 'No se avisó a nadie por teléfono'),

  missed: {
    heading: (name: string) => `${name}: no se avisó a nadie por teléfono a tiempo`,
    headingSome: (name: string) => `${name}: un aviso por teléfono no llegó a tiempo`,
    who: (who: string) => `Sin aviso: ${who}. El servicio de avisos lo rechazó o no lo aceptó en un minuto.`,
    nobody: 'Las personas de guardia en este paso no tienen teléfono en el archivo de configuración, así que no suena ninguno.',
    next: (who: string) => `Avisando ahora: ${who}.`,
    noNext: 'De momento no queda otro servicio de avisos. Llame a quienes deban saberlo.',
  },
};
