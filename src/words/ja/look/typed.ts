/**
 * What people who speak Japanese type for the commands, the most natural first. Japanese has no spaces between words, so a phrase
 * counts only where the message ends behind it, or goes on with a space, a colon (: or ：), a comma (、), a full stop, a digit, @ or
 * a Latin letter: "更新: DB 復旧" is a command, "更新プログラムを適用した" and "復旧しましたか" are not. The longest phrase wins.
 */
import type { Typed } from '../../en/look/typed.ts';

export const typed: Typed = {
  outage: ['障害報告', '障害を報告', '障害を報告する', '障害', '本番障害', '障害発生'],
  help: ['ヘルプ', '使い方', 'コマンド一覧', 'へるぷ'],
  ack: ['対応開始', '対応を開始', '対応します', '対応を開始します', '担当します'],
  update: ['更新', '更新を投稿', '状況更新', 'アップデート'],
  note: ['メモ', 'メモを追加', 'めも'],
  'nothing new': ['進展なし', '変化なし', '変わりなし', '更新なし', '進展無し'],
  resolve: ['解決', '解決しました', '解決済み', '解決済みにする', '解決済'],
  reopen: ['再オープン', '再オープンする', '再度オープン', '再発', '再発しました'],
  ask: ['質問', '報告者に質問', '報告者へ質問'],
  release: ['当番に戻す', '当番へ戻す', '担当を外れる', '担当解除'],
  'hand over to': ['引き継ぎ', '引き継ぎを依頼', '引継ぎ', '引継', '引き継ぐ'],
  transfer: ['移管', '移管する', '移管先'],
  merge: ['統合', '統合する', 'マージ', 'マージする'],
  unmerge: ['統合を取り消す', '統合取り消し', '統合取消', '統合解除', 'マージ取り消し', 'マージ解除'],
  publish: ['公開', '公開する'],
  follow: ['フォロー', 'フォローする'],
  unfollow: ['フォロー解除', 'フォローをやめる', 'フォローを解除', 'アンフォロー'],
  'my follows': ['フォロー一覧', 'フォロー中', 'フォロー中の一覧'],
  'catch up': ['前回からの変化', '前回からの差分', 'キャッチアップ', '新着'],
  status: ['ステータス', '状態', '状況確認', '状況を表示'],
  timeline: ['経過', 'タイムライン', '時系列', '経過を表示', '履歴'],
  'outages mine': ['自分の障害', '自分の障害を表示', '自分の報告', '担当の障害'],
  'outages list': ['障害一覧', '障害の一覧', '対応中の障害', '障害リスト'],
  cancel: ['キャンセル', 'キャンセルする', '報告をキャンセル', '下書きを削除'],
  'on call': ['当番', 'オンコール', '当番表', '今の当番', '当番を表示'],
  'still down': ['まだ止まっています', 'まだ使えません', 'まだ止まっている', 'まだ使えない', 'まだ落ちています', 'まだ復旧していません'],
  'works again': ['復旧しました', '復旧', '直りました', '直った', '使えるようになりました', '復旧した'],
  review: ['振り返り', '振り返りを書く', 'ふりかえり', 'ポストモーテム'],
  certificate: ['障害証明書', '証明書を表示', '証明書'],
  deliveries: ['配信状況', '配信状況を表示', '送信状況'],
  numbers: ['実績', '集計', '統計', '数値'],
};
