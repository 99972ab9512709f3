/** What people look up: the help with its commands, lists of outages, and the timeline with what was refused. */

import type { Action } from '../../../outage/actions.ts';
import type { DenialReason } from '../../../outage/decision.ts';
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import type { Platform, Used } from '../../../outage/types/client.ts';
import { denial } from '../../denial.ts';
import { language } from '../common/language.ts';
import { botName, privacy } from '../common/names.ts';
import { follow } from '../follow.ts';
import { changed } from '../report/fields.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { app } from './app.ts';
import { catchUp } from './catch-up.ts';
import { platforms, ways } from './clients.ts';
import { deliveries } from './deliveries.ts';
import { doubt } from './doubt.ts';
import { numbers } from './numbers.ts';

/** What somebody wanted, as a noun. */
const actions: Partial<Record<Action['type'], string>> = {
  report: '報告',
  acknowledge: '対応の開始',
  'take-back': '対応開始の取り消し',
  plan: '次の更新の予定',
  update: '更新の投稿',
  'hand-over': '引き継ぎの依頼',
  accept: '引き継ぎの引き受け',
  decline: '引き継ぎの辞退',
  assist: '応援',
  release: '当番に戻す操作',
  pulse: '状況の申告',
  note: 'メモの追加',
  ask: '報告者への質問',
  reply: '質問への回答',
  'add-files': 'ファイルの追加',
  'set-bridge': '通話リンクの設定',
  'add-ticket': 'チケットの追加',
  'remove-ticket': 'チケットの削除',
  correct: '訂正',
  transfer: '移管',
  object: '異議',
  withdraw: '取り下げ',
  merge: '統合',
  resolve: '解決',
  confirm: '復旧の確認',
  reopen: '再オープン',
  review: '振り返りの保存',
  'follow-up-done': '改善項目の完了',
  promote: '障害への変更',
  join: '影響を受けている人に加わる操作',
  leave: '影響を受けている人から外れる操作',
  'add-phone': '電話番号の追加',
};
/** Buttons and commands whose name differs from that of their action. */
const called: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  help: 'assist',
  reclassify: 'correct',
  answer: 'resolve',
  'make-one': 'merge',
  'nothing-new': 'update',
  publish: 'update',
  '/outage': 'report',
  'report-for': 'report',
  ...{ works: 'pulse', 'it-works': 'pulse' },
  'still-down': 'reopen',
  outage: 'join',
  ...{ phone: 'add-phone', bridge: 'set-bridge', ticket: 'add-ticket' },
  'it-is-an-outage': 'object',
};

/** `what`: the action, the button or the command. */
function attempt(what: string): string {
  const plain = what.replace(/^\/?(?:outage|reporter|request|join)[ -]/, '').replace(/-(?:form|listed)$/, '');
  const action = plain.replaceAll(' ', '-');
  const known: Readonly<Record<string, string>> = actions;
  const found = Object.hasOwn(called, action) ? called[action] : action;
  return (found && Object.hasOwn(known, found) && known[found]) || '閲覧';
}

const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [used === 'api' || used === 'phone' ? '' : platforms[platform ?? 'other'], ways[used]].filter(Boolean).join('、'),
  somebody: '名前不明の人',
  tried: (what: string, why: string, times: number) =>
    `試みた操作: ${attempt(what)}${times > 1 ? ` (${times} 回)` : ''}。拒否の理由: ${why}`,
  whyNot: {
    'unknown-outage': '本人の障害ではない',
    'not-permitted': '権限がない',
    'already-acknowledged': 'すでに対応が始まっていた',
    'already-ended': 'すでに終わっていた',
    'card-outdated': 'その間に内容が変わっていた',
    'not-now': 'その時点ではできない操作',
    'not-offered': '本人への引き継ぎの依頼がない',
    'too-many-questions': '回答待ちの質問が多すぎた',
    'objected-already': 'すでに一度異議を伝えていた',
    'stays-taken': '期限切れ、作業済み、または本人の担当ではない',
    'too-late': '期限を過ぎていた',
    'said-already': '1 時間以内に状況を伝えていた',
    'bad-target': '統合先がなかった',
    'too-many': '数の上限に達していた',
    parted: '別の障害だとわかっている',
    'not-yours': '本人のものではない',
    'not-here': 'ほかの人に見えてしまう場所だった',
    'no-thread': 'どの障害かわからなかった',
    unreadable: 'カードが古い、またはこのボットのものではない',
    'draft-gone': '報告がすでになかった',
    'old-client': 'Teams のバージョンが古い',
    'rate-limited': '1 分間の操作が多すぎた',
    'not-administrator': '管理者ではない',
    'no-desk': 'サポート デスクがまだなかった',
    'other-tenant': '別の組織のアカウント',
    'not-member': 'どのプロジェクトにも登録されていない',
    'not-eligible': 'プロジェクトに報告できるものがない',
    'not-told': '権限について Teams から応答がなかった',
  } satisfies Record<DenialReason, string>,
};

const help = {
  heading: botName,
  text: '本番環境が止まっていますか? ここで報告すると、サポート エンジニアが対応を開始します。',
  report: '障害を報告',
  mine: '自分の障害を表示',
  youSaid: '内容を理解できませんでした。できることは次のとおりです:',
  all: 'ここでは、次のように書くか、ボタンを押してください:',
  inRoom: `ここでは @${botName} から書き始めるか、スラッシュを入力してコマンドを選んでください。スラッシュの場合、返事はあなたにだけ見えます。`,
  greeting: 'こんにちは。本番環境が止まっている場合は、ボタンを押すか、何が起きているかをここに書いてください。',
  thanks: 'どういたしまして。本番環境が止まっている場合は、ボタンを押すか、何が起きているかをここに書いてください。',
  doubt,
};

/** What each command does, as the help and Teams' menus say it. */
export const commands = {
  outage: '本番環境の障害を報告',
  reportFor: '電話をくれたお客様に代わって報告: report for お客様名',
  setup: '管理者用: サポート デスクとフォロー先を設定',
  acknowledge: '障害のスレッドで: 対応を開始',
  update: '障害のスレッドで: 新しい情報を全員に伝える',
  resolve: '障害のスレッドで: 終わったことと、実施した対処を伝える',
  onCall: '当番を見る、当番を引き受ける、当番を代わる',
  maintenance: 'プロジェクトのメンテナンスを計画、変更、または早く終える',
  check: '今夜の体制に問題がないか確認: 当番表、エスカレーション、プロジェクト',
  drill: '全体の流れを 60 倍の速さで試す ("pings" を付けると、当番を呼び出し、ページャーも鳴る)',
  help: 'Outage Desk でできることを見る',
  language: language.command,
  publish: '障害のスレッドで: メッセージに機密情報がないか確認し、更新として投稿またはメモとして保存',
  nothingNew: '障害のスレッドで: 進展がないことを伝える',
  handOver: '障害のスレッドで: 別のエンジニアに引き継ぎを依頼',
  accept: '依頼された障害を引き受ける',
  decline: '依頼された障害を断る',
  assist: '応援する、または応援を依頼',
  release: '理由を付けて当番に戻す',
  transfer: '障害のスレッドで: 障害ではないため、別のチームに移管',
  merge: '同じ障害に統合',
  unmerge: '統合を取り消し、自分の担当として再び個別に対応',
  ask: '障害のスレッドで: 報告者だけに質問',
  note: 'デスクだけが見るメモを追加',
  bridge: '障害のスレッドで: 通話リンクを設定、または削除 (bridge remove)',
  ticket: '障害のスレッドで: ほかのシステムのチケットを追加、または削除 (ticket remove)',
  ...follow.commands,
  reopen: '再オープンして担当者になる',
  list: '対応中の障害を見る',
  mine: '自分が報告した、または担当する障害を見る',
  status: '障害のカードを見る: /outage status OUT-1042',
  timeline: '誰がいつ何をしたかを見る: /outage timeline OUT-1042',
  catchUp: '前回見てからの変化を見る。障害を指定する場合: catch up OUT-1042',
  deliveries: '何がどこに届き、何が届いていないかを見る: /outage deliveries OUT-1042',
  certificate: '記録用の署名付きファイルを受け取る: /outage certificate OUT-1042',
  review: '終わった障害の振り返りを書く、または見る: /outage review OUT-1042',
  numbers: '約束をどれだけ守れたかを見る: /outage numbers に month、quarter、90 days のどれかとプロジェクトを付ける',
  stillDown: '報告した、または影響を受けている障害がまだ終わっていないことを伝える',
  works: '報告した、または影響を受けている障害が復旧したことを伝える',
  withdraw: '報告を取り下げる',
  object: '移管または統合された報告が、個別の障害だと伝える',
  cancel: 'まだ送信していない報告を削除',
};

/** What Teams offers before the first message in somebody's own chat. It is sent as it stands, so it stays English: its command understands it. */
export const starters = { outage: 'Report an outage', list: 'List open outages' } satisfies { [key in keyof typeof commands]?: string };

/** What somebody may write, where a command needs more. */
export const examples = {
  update: 'update 原因がわかり、修正をテストしています。',
  updateWithNumber: 'update OUT-1042 直るまでは、この画面が表示されます。',
  publish: 'publish 原因がわかり、修正をテストしています。',
  resolve: 'resolve サービスを再起動しました。10:40 から転記できています。',
  handOver: 'hand over to @佐藤',
  release: 'release 退勤します。テーブル 7 のロックは原因ではありません。',
  transfer: (team: string) => `transfer to ${team}: 影響を受けているのは 1 人だけです`,
  merge: 'merge OUT-1042',
  ask: 'ask すべての会社で起きますか? [はい, いいえ]',
  note: 'note ベンダーが不具合を確認、チケット 4711',
  reopen: 'reopen 11:20 から再び転記できません',
};

const list = {
  open: (count: number) => (count === 0 ? '対応中の障害はありません' : `対応中の障害: ${count} 件`),
  atLeast: (count: number) => `対応中の障害: ${count} 件以上`,
  mine: (count: number): string => (count === 0 ? '自分の障害はありません' : '自分の障害'),
  mineText: '自分が報告した、または担当する障害です。対応中のもの、最近終わったものの順です。',
  reported: (when: string) => `対応開始の期限: ${when}`,
  late: (when: string) => `期限超過: 期限は ${when} でした`,
  taken: (when: string) => `次の更新: ${when} まで`,
  missed: (when: string) => `更新の遅れ: 期限は ${when} でした`,
  and: 'ほか',
  more: (name: string) => `1 件ずつ見るには、番号を書いてください: /outage status ${name}`,
  which: 'どの障害か、番号を付けて書いてください: /outage status OUT-1042、または /outage timeline OUT-1042',
  ownChat: denial('not-here', '個人チャットで送ってください。ここでは、見る権限のない人にも見える可能性があります。'),
  noProjects: denial(
    'not-member',
    '障害を調べられるのは、プロジェクトのメンバーとデスクのエンジニアだけです。詳しく見るには、サポート デスクの管理者にプロジェクトへの追加を依頼してください。フォローしているチャネルには、障害ごとのカードがあります。',
  ),
};

const timeline = {
  button: '経過を表示',
  heading: (name: string) => `${name}: 経過`,
  earlier: (count: number) => `これより前の ${count} 件は表示していません。`,
  zone: (zone: string) => `タイム ゾーン: ${zone}`,
  later: (time: string) => `\u22EE ${time}後`,
  pings: (count: number, from: string, until: string, people: string) => `呼び出し ${count} 回 (${from} から ${until}): ${people}`,
  pulses: (count: number, from: string, until: string) => `状況の申告 ${count} 回 (${from} から ${until})`,
  line: (by: string, what: string) => `${by} が ${what}`,
  nobody: 'なし (当番がいないため)',
  changed,
  rung: {
    reminder: (people: string) => `呼び出し: ${people}`,
    'last-call': (people: string) => `期限直前の呼び出し: ${people}`,
    breach: (people: string) => `期限到来時の呼び出し: ${people}`,
    'still-open': (people: string) => `再度の呼び出し: ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  /** After the name of who did it (`by`); where nobody did it, a sentence. `more`: to whom, from whom, or the text; empty when there is none. */
  event: {
    reported: (more) => `報告しました: ${more}`,
    acknowledged: (more) => `対応を開始しました。開始まで: ${more}`,
    'taken-back': () => '対応開始を取り消しました',
    planned: (more) => `予定を伝えました: ${more}`,
    updated: (more) => (more ? `更新を投稿しました: ${more}` : '「進展なし」を投稿しました'),
    'hand-over-offered': (more) => `${more} に引き継ぎを依頼しました`,
    'hand-over-declined': () => '引き継ぎの依頼を終了しました',
    'handed-over': (more) => `${more} から引き継ぎました`,
    assisted: (more, by) => (more === by ? '応援しています' : `${more} に応援を依頼しました`),
    released: () => '当番に戻しました',
    objected: () => '異議を伝えました',
    reopened: (owner, by): string => (by ? `再オープンしました${owner && ' (担当者)'}` : '再オープン: まだ復旧していない人がいました'),
    noted: (more) => `メモを残しました: ${more}`,
    pulsed: (more) => `伝えました: ${more}`,
    asked: (more) => `報告者に質問しました: ${more}`,
    replied: (more) => `回答しました: ${more}`,
    'reply-missed': () => '回答がまだないため、報告者に催促しました',
    'files-added': (more) => `${more} を送信しました`,
    'bridge-set': (more) => more || '通話リンクを削除しました',
    'ticket-added': (more) => `チケット ${more} を追加しました`,
    'ticket-removed': (more) => (more ? `チケット ${more} を削除しました` : 'チケットを削除しました'),
    corrected: (more) => `${more}を訂正しました`,
    transferred: (more) => `${more} に移管しました`,
    withdrawn: () => '取り下げました',
    merged: (more) => `${more} に統合しました`,
    absorbed: (more) => `${more} を統合しました`,
    parted: (more) => `${more} の統合を取り消しました`,
    joined: (more) => `影響を受けている人に加わりました: ${more}`,
    left: () => '影響を受けている人から外れました',
    'phone-added': () => '電話番号を追加しました',
    ...follow.timeline,
    gathered: (more) => `${more}が同じように見えます`,
    resolved: (more) => `解決しました: ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (_more, by): string => (by ? '復旧を確認しました' : 'クローズ: まだ止まっているという連絡なし'),
    escalated: (more) => more,
    breached: () => '期限超過: 期限までに誰も対応を開始しませんでした',
    paged: (more) => more,
    'page-missed': (more) => more,
    'update-missed': (more) => `更新が遅れています。呼び出し: ${more}`,
    'place-lost': (more) => `更新が届かなくなりました: ${more}`,
    'desk-unreached': () => '期限内にサポート デスクのチャネルに届かず、報告者に伝えました',
    'desk-reached': () => 'サポート デスクのチャネルに届きました',
    'drill-ended': () => '訓練が終わりました',
    ...review.timeline,
    restored: (more) => `記録が ${more} の時点に復元されました`,
    'personal-data-removed': () => privacy.timeline,
  } satisfies Record<OutageEventType, (more: string, by: string) => string>,
};

export const look = {
  app,
  audit,
  catchUp,
  deliveries,
  help,
  list,
  numbers,
  timeline,
};
