/** With which client, and in which way, somebody did something. */
import type { Platform, Used } from '../../../outage/types/client.ts';

export const platforms: Record<Platform, string> = {
  Windows: 'Windows 版 Teams',
  Mac: 'Mac 版 Teams',
  Linux: 'Linux 版 Teams',
  iOS: 'iOS 版 Teams',
  Android: 'Android 版 Teams',
  Web: 'Web 版 Teams',
  other: 'Teams',
};
/** Nothing for a card, which is the usual way. */
export const ways: Record<Used, string> = {
  card: '',
  command: 'コマンド入力',
  'message-action': 'メッセージから',
  reaction: 'リアクション',
  words: 'スレッドへの書き込み',
  api: 'API',
  phone: '電話',
};
