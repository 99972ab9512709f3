/** What the bot, levels, phases and wrong phone numbers are called, and what stands in place of personal data; in Spanish. */
import type { PhoneFault } from '../../../desk/phones.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Level } from '../../../outage/types/values.ts';

/** The bot's name in Teams. In a channel, Teams gives the bot only messages that mention it. */
export const botName = 'Outage Desk';

/** Without an article: "está de guardia principal". */
export const level: Record<Level | 'owner', string> = {
  primary: 'guardia principal',
  secondary: 'guardia secundaria',
  'duty-manager': 'jefe de guardia',
  owner: 'responsable',
};
/** Within a sentence. */
export const the: Record<Level, string> = {
  primary: 'la guardia principal',
  secondary: 'la guardia secundaria',
  'duty-manager': 'el jefe de guardia',
};
/** As an object: "se alertó a la guardia principal". */
export const toThe: Record<Level, string> = {
  primary: 'a la guardia principal',
  secondary: 'a la guardia secundaria',
  'duty-manager': 'al jefe de guardia',
};
export const phase: Record<Phase, string> = {
  investigating: 'En investigación: se busca la causa',
  mitigating: 'En mitigación: se está aplicando una solución',
  monitoring: 'En supervisión: la solución está aplicada y la vigilamos',
};
export const phaseShort: Record<Phase, string> = {
  investigating: 'En investigación',
  mitigating: 'En mitigación',
  monitoring: 'En supervisión',
};

/** What is wrong with a phone number, behind the number. */
const phoneFault: Record<PhoneFault, string> = {
  INVALID_COUNTRY: 'no tiene prefijo de país',
  NOT_A_NUMBER: 'no es un número de teléfono',
  TOO_SHORT: 'es demasiado corto',
  TOO_LONG: 'es demasiado largo',
  INVALID_LENGTH: 'tiene cifras de más o de menos',
  UNKNOWN: 'no existe',
};

export const uncallable = (region: string, number: string, why: PhoneFault) =>
  `No se puede llamar al teléfono indicado para ${region}: ${number} ${phoneFault[why]}.`;

export const privacy = {
  /** In place of a name, a number or a text that was removed. */
  removed: '(eliminado)',
  message: 'la tarjeta sin datos personales',
  timeline: 'Se eliminaron datos personales del registro',
};
