/** With which client, and in which way, somebody did something. In Danish. */
import type { Platform, Used } from '../../../outage/types/client.ts';

export const platforms: Record<Platform, string> = {
  Windows: 'Teams på Windows',
  Mac: 'Teams på Mac',
  Linux: 'Teams på Linux',
  iOS: 'Teams på iOS',
  Android: 'Teams på Android',
  Web: 'Teams på internettet',
  other: 'Teams',
};
export const ways: Record<Used, string> = {
  card: '',
  command: 'skrevet',
  'message-action': 'fra en besked',
  reaction: 'med en reaktion',
  words: 'skrevet i tråden',
  api: 'via API’et',
  phone: 'pr. telefon',
};
