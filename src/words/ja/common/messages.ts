/** What messages about an event are called. */
import type { OutageEventType } from '../../../outage/events.ts';
import { conversation } from '../conversation/conversation.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { links } from './links.ts';
import { privacy } from './names.ts';

/** What a message of this event is called: "the update" in "the update, for the follower". */
export const message: Record<OutageEventType, string> = {
  reported: '最初のメッセージ',
  acknowledged: '対応開始のお知らせ',
  'taken-back': '対応開始取り消しのお知らせ',
  planned: '担当者の予定',
  updated: '更新',
  'hand-over-offered': '引き継ぎの依頼',
  'hand-over-declined': '引き継ぎ依頼への返事',
  'handed-over': '引き継ぎのお知らせ',
  assisted: '応援の呼び出し',
  released: '当番に戻したお知らせ',
  objected: '報告者の異議',
  reopened: '再オープンのお知らせ',
  ...conversation.message,
  noted: 'メモ',
  pulsed: '影響を受けている人の声',
  'files-added': '画像とファイル',
  corrected: '報告の訂正',
  transferred: '別のチームへの移管',
  withdrawn: '取り下げのお知らせ',
  merged: '統合のお知らせ',
  absorbed: '別の障害を統合したお知らせ',
  parted: '統合取り消しのお知らせ',
  joined: '影響を受けている人が増えたお知らせ',
  left: '影響を受けている人が減ったお知らせ',
  'phone-added': '影響を受けている人の電話番号',
  followed: 'フォローした人への最初のメッセージ',
  unfollowed: 'フォロー終了のお知らせ',
  gathered: '複数の障害の統合の提案',
  resolved: '解決のお知らせ',
  ...request.message,
  ...links.message,
  ...review.message,
  closed: 'クローズのお知らせ',
  breached: '対応開始の期限超過のお知らせ',
  escalated: '呼び出し',
  paged: 'ページャー呼び出しのお知らせ',
  'page-missed': '期限内に呼び出せなかったお知らせ',
  'update-missed': '更新の遅れのお知らせ',
  'place-lost': '更新が届かないお知らせ',
  'desk-unreached': '未達のお知らせ',
  'desk-reached': 'デスクのチャネルに届いたお知らせ',
  'drill-ended': '訓練の結果',
  restored: '記録を復元したお知らせ',
  'personal-data-removed': privacy.message,
};
