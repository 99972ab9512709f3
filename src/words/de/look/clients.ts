/** With which client, and in which way, somebody did something. In German. */
import type { Platform, Used } from '../../../outage/types/client.ts';

export const platforms: Record<Platform, string> = {
  Windows: 'Teams unter Windows',
  Mac: 'Teams auf dem Mac',
  Linux: 'Teams unter Linux',
  iOS: 'Teams unter iOS',
  Android: 'Teams unter Android',
  Web: 'Teams im Web',
  other: 'Teams',
};
export const ways: Record<Used, string> = {
  card: '',
  command: 'eingegeben',
  'message-action': 'aus einer Nachricht',
  reaction: 'durch eine Reaktion',
  words: 'im Thread geschrieben',
  api: 'über die API',
  phone: 'per Telefon',
};
