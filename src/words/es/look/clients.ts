/** With which client, and in which way, somebody did something. In Spanish. */
import type { Platform, Used } from '../../../outage/types/client.ts';

export const platforms: Record<Platform, string> = {
  Windows: 'Teams en Windows',
  Mac: 'Teams en Mac',
  Linux: 'Teams en Linux',
  iOS: 'Teams en iOS',
  Android: 'Teams en Android',
  Web: 'Teams en la web',
  other: 'Teams',
};
/** Nothing for a card, which is the usual way. */
export const ways: Record<Used, string> = {
  card: '',
  command: 'por escrito',
  'message-action': 'desde un mensaje',
  reaction: 'con una reacción',
  words: 'escrito en el hilo',
  api: 'por la API',
  phone: 'por teléfono',
};
