/** With which client, and in which way, somebody did something. */
import type { Platform, Used } from '../../../outage/types/client.ts';

export const platforms: Record<Platform, string> = {
  Windows: 'Teams sous Windows',
  Mac: 'Teams sur Mac',
  Linux: 'Teams sous Linux',
  iOS: 'Teams sous iOS',
  Android: 'Teams sous Android',
  Web: 'Teams sur le web',
  other: 'Teams',
};
/** Nothing for a card, which is the usual way. */
export const ways: Record<Used, string> = {
  card: '',
  command: 'par une commande',
  'message-action': 'à partir d’un message',
  reaction: 'par une réaction',
  words: 'écrit dans le fil',
  api: 'par l’API',
  phone: 'par téléphone',
};
