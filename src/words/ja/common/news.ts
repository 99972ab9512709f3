/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Stage } from '../../../outage/types/stage.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';
import { stages } from './stages.ts';

export const facts = {
  customer: 'お客様',
  environment: '環境',
  scenario: '障害の種類',
  openMessage: 'Teams で開く',
  reporter: '報告者',
  counted: '分類',
  reported: '報告日時',
  state: '状態',
  owner: '担当者',
  lastUpdate: '前回の更新',
  done: '実施した対処',
  unsure: '不明',
  inRegion: (phone: string, region: string) => `${phone} (${region})`,
  notChecked: (phone: string) => `${phone} (未確認)`,
  asTyped: (text: string) => `「${text}」(入力のまま)`,
  cut: '続きがありますが、このカードには収まりません。',
  aroundTheClock: '24 時間連絡可',
  orElse: (second: string) => `24 時間の連絡は不可。ほかの連絡先: ${second}`,
};

export const state = {
  reported: '未対応',
  breached: '期限超過: 未対応',
  acknowledged: (owner: string, stage: Stage) => `${stages.name[stage]} (${owner})`,
  resolved: '解決済み',
};

export const desk = {
  newOutage: (name: string) => `${name}: 新しい障害`,
  newRequest: (name: string) => `${name}: 新しいリクエスト`,
  heading: (name: string, state: string) => `${name}: ${state}`,
  /** In place of its name, while that cannot be read. */
  thisOutage: 'この障害',
  onCall: (mentions: string) => `${mentions} さん: 当番として呼び出しています。`,
  acknowledge: '対応を開始',
  openThread: 'スレッドを開く',
  update: '更新を投稿',
  resolve: '解決済みにする',
};

export const news = {
  repeated: '再送: 最初のメッセージが届いたか確認できなかったため、もう一度送信しました。',
  begunAnew: '最初のメッセージが削除されたか変更できなくなったため、これに置き換えます。',
  /** How customers read an engineer, where the desk file says so. */
  engineer: (first: string) => `${first} (サポート エンジニア)`,
  /** Under a heading. */
  by: (who: string, when: string) => `${who}、${when}`,
  /** Other customers do not read the reporter's name, here and wherever `by` may be empty. */
  after: (by: string, after: string) => (by ? `${by}、対応開始まで ${after}` : `対応開始まで ${after}`),
  acknowledged: (name: string) => `${name}: ${stages.name.acknowledged}`,
  /** Who acknowledged it, where engineers read it. */
  notOnCall: (by: string) => `${by} (当番外)`,
  acknowledgedAgain: (name: string) => `${name}: 再び${stages.name.acknowledged}`,
  acknowledgedLate: (within: string) => `${within}以内のお約束でした。遅くなり申し訳ありません。`,
  /** `what`: what was done, when, or after how long. */
  late: (what: string, late: string) => `${what} (${late}遅れ)`,
  nextUpdate: (when: string) => `次の更新: ${when} まで。`,
  updated: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}`,
  resolved: (name: string) => `${name}: ${stages.name.resolved}`,
  resolvedAfter: (after: string) => `報告から解決まで: ${after}。`,
  stillDown: (phones: string) => `まだ止まっている場合は、ボタンを押すか、${phones} にお電話ください。`,
  updateMissed: (name: string) => `${name}: 更新が遅れています`,
  breached: (name: string) => `${name}: 期限超過、未対応`,
  breachedText: (after: string) =>
    `${after}以内に対応を開始するお約束でしたが、遅れており、申し訳ありません。Teams で呼び出す相手を増やしています。誰かが対応を開始するまで続けます。`,
  forReporter: (mention: string) => `${mention} さん: ご報告いただいた障害についてのお知らせです。`,
  breachedCall: (phones: string, name: string) => `${phones} にお電話のうえ、「${name}」とお伝えください。`,
  placeLost: (name: string, place: string) => `${name}: 更新が届きません (${place})`,
  placeLostText:
    'Teams がメッセージを受け付けません。ボットが削除またはブロックされたか、会話がなくなっています。別の方法で伝えてください。',
  placeNotTheirs:
    'デスク ファイルのこのプロジェクトに相手のテナントが載らなくなったため、通知を止めています。必要なことは直接伝えてください。',
  notMentioned: (name: string) => `${name} にメンションできませんでした`,
  oneNotMentioned: (names: string) => `メンションできなかった人がいます: ${names}`,
  notMentionedText:
    'Teams がメンションを受け付けなかったため、名前は文字だけで、通知は届いていません。本人に電話し、在籍しているかも確認してください。',
  places: {
    desk: 'デスクのスレッド',
    origin: '報告された場所',
    follower: (id: string) => `フォロー先「${id}」`,
    merged: (name: string) => `${name} が報告された場所`,
    someMerged: '同じ障害が報告された別の場所',
    team: (name: string) => `チーム ${name}`,
    webhook: (id: string) => `Webhook「${id}」`,
    pager: (id: string) => `ページャー「${id}」`,
    person: (name: string) => (name ? `${name} さんとの個人チャット` : 'ある人との個人チャット'),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name}: 対応を開始してください`,
    'last-call': (name: string) => `${name}: まもなく期限です`,
    breach: (name: string) => `${name}: 期限超過、すぐに対応を開始してください`,
    'still-open': (name: string) => `${name}: 未対応のままです`,
  } satisfies Record<RungKind, (name: string) => string>,
  why: whyCalled,
  updateMissedWhy: (mention: string, when: string) =>
    `${mention} さん: 次の更新の期限は ${when} でした。「進展なし」だけでもかまいません。`,
  /** After its reporter said so, until it is acknowledged, withdrawn or said to be down. */
  saysWorks: (by: string, when: string) =>
    `報告者 (${by}) から ${when} に復旧したと連絡がありましたが、報告は取り下げられていません。対応を開始して確認してください。`,
  openThread: 'ここか、デスクのスレッドで対応を開始してください。',
  notYours: 'まだ誰も対応していません。対応できるエンジニアに電話してください。',
  deskLost: (name: string) => `${name}: デスクのチャネルに届きません`,
  deskLostWhy: (mention: string) =>
    `${mention} さん: Teams がサポート デスクのチャネルへのメッセージを受け付けないため、ここでお知らせします。`,
  deskLostAdmin: '管理者の方へ: アプリの許可とインストール、チャネルの有無を確認してください。',
  takeHere: 'ここで対応を開始してください。',
  settled: (heading: string, when: string) => `${when} の時点の内容: 「${heading}」`,
};

export const digest = {
  heading: (n: number) => `${n} 件の障害が対応を待っています`,
  updates: (n: number) => `${n} 件の更新が遅れています`,
  settled: (n: number) => `${n} 件の障害が対応を待っていました`,
  people: (mentions: string) => `${mentions} さん: 対応をお願いします。`,
  how: (name: string) => `対応を開始するには、ボタンを押すか、スレッドで操作するか、"@${botName} ack ${name}" と書きます。`,
  owners: '担当者の方へ: スレッドに更新を投稿してください。「進展なし」だけでもかまいません。',
  notYours: 'まだ誰も対応していません。対応できるエンジニアに電話してください。',
  also: 'ほか',
  updateMissed: (owner: string, when: string) => `担当者 ${owner}: 更新の期限は ${when} でした。`,
  take: (name: string) => `${name} の対応を開始`,
  taken: (name: string) => `${name} の対応を開始しました。続きはスレッドで進めてください。`,
};
