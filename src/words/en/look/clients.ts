/** With which client, and in which way, somebody did something. In English. */
import type { Platform, Used } from '../../../outage/types/client.ts';

export const platforms: Record<Platform, string> = {
  Windows: 'Teams on Windows',
  Mac: 'Teams on Mac',
  Linux: 'Teams on Linux',
  iOS: 'Teams on iOS',
  Android: 'Teams on Android',
  Web: 'Teams on the web',
  other: 'Teams',
};
/** Nothing for a card, which is the usual way. */
export const ways: Record<Used, string> = {
  card: '',
  command: 'typed',
  'message-action': 'from a message',
  reaction: 'by a reaction',
  words: 'written in the thread',
  api: 'by the API',
  phone: 'by phone',
};
