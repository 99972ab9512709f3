/** The end of an outage: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: '報告を訂正',
    withdraw: '報告を取り下げ',
    object: '障害だと伝える',
    other: '別の障害だと伝える',
    notMerge: 'いいえ、統合しない',
    stillDown: 'まだ止まっていると伝える',
  },
  /** What the desk reads when somebody said no more than that. */
  said: { works: '復旧しました。', better: 'よくなりました。', down: 'まだ止まっています。' },
  withdraw: {
    heading: (name: string) => (name ? `${name}: 取り下げますか?` : '取り下げますか?'),
    reason: '理由 (任意)',
    example: 'ケーブルが緩んでいた。復旧した。',
    send: '取り下げる',
    audience: '呼び出しを止め、フォローしている全員に伝えます。まだ止まっている場合は、後で伝えることができます。',
  },
  object: {
    heading: (name: string) => (name ? `${name}: 障害ですか?` : '障害ですか?'),
    reason: 'デスクに伝えたいこと (任意)',
    example: '3 か国で誰も転記できず、注文が止まっている',
    send: '障害だと伝える',
    audience: 'すぐにサポート デスクに戻り、当番マネージャーを呼び出します。伝えられるのは 1 回だけです。',
  },
  other: {
    heading: (name: string) => (name ? `${name}: 別の障害ですか?` : '別の障害ですか?'),
    reason: '何が違いますか? (任意)',
    example: 'こちらは 1 時間早く始まり、印刷だけができない',
    send: '別の障害だと伝える',
    audience: 'すぐに別の障害として扱い、当番マネージャーを呼び出します。伝えられるのは 1 回だけです。',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name}: まだ止まっていますか?` : 'まだ止まっていますか?'),
    reason: 'まだ何が使えませんか?',
    example: '転記はできるが、プリンターに何も届かない',
    send: 'まだ止まっていると伝える',
    audience: '同じ番号のまま再オープンし、すぐに当番を呼び出します。',
  },
  notYours: (person: string) =>
    denial('not-yours', `この操作ができるのは、報告した ${person} さんだけです。情報があれば、${person} さんに伝えるか、お電話ください。`),
  /** In a channel or group chat, where a card that everybody sees must not ask for what one person enters. */
  useButton: (person: string) => `${person} さん: 下のボタンを押してください。入力した内容はあなたにだけ見えます。`,
  whichOne: (names: string) => `複数の障害があります: ${names}。どれか、番号を付けて書いてください。`,
  told: 'サポート デスクのスレッドに伝えました。',
  toldWorks: 'サポート デスクのスレッドに伝えました。もう問題がなければ、取り下げてください。それまでデスクは対応を続けます。',
  /** In a group or channel. `example`: what they wrote, with the number. */
  notHere: (example: string) => `ここで報告した障害ではありません。個人チャットで書くか、次のように書いてください: ${example}`,
  noneHere: '対象になる障害が見つかりません。OUT-1042 のように番号を書くか、/outage と入力して報告してください。',
};

/** Why nothing can be done with an outage that has ended. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} は対応中です。`,
  acknowledged: (name) => `${name} は対応中です。`,
  requested: (name) => `${name} はリクエストです。`,
  transferred: (name, by, when) => `${name} は ${by && `${by} が `}${when} に別のチームへ移管しました。`,
  withdrawn: (name, by, when) => `${name} は ${by && `${by} が `}${when} に取り下げました。これ以上の対応は不要です。`,
  merged: (name, by, when, into) => `${name} は ${by && `${by} が `}${when} に ${into} へ統合しました。続きは ${into} で進めてください。`,
  resolved: (name, by, when) => `${name} は ${by && `${by} が `}${when} に解決しました。これ以上の対応は不要です。`,
  closed: (name, by, when) => `${name} は ${by && `${by} が `}${when} に解決し、クローズ済みです。これ以上の対応は不要です。`,
};

/** In the place of the number, while none is chosen. */
const otherOne = '統合先の障害';

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name}: 解決済みにする`,
    text: '実施した対処と、残っていること',
    example: '原因、対処の内容、復旧した時刻、確認が必要なデータやジョブ',
    send: '解決済みにする',
    audience: 'このスレッド、報告者、フォローしている全員に表示されます。呼び出しは止まります。',
  },
  transfer: {
    heading: (name: string) => `${name}: 移管`,
    promise: (plan: string, reply: string) => `移管先のチームは ${reply}以内に回答します (サポート プラン: ${plan})。`,
    promised: (within: string, when: string) =>
      `報告者には、${within}以内 (${when} まで) の対応開始を約束しています。報告者には両方の約束が表示され、異議を 1 回伝えることができます。`,
    team: 'どのチームが回答しますか?',
    reason: '障害ではない理由は何ですか?',
    example: '当てはまらない条件: 稼働中の本番環境、複数のユーザー、日常業務の停止',
    send: '移管する',
    audience: '呼び出しは止まります。報告者とフォローしている全員に、理由が表示されます。',
  },
  merge: {
    heading: (name: string) => `${name}: 統合`,
    open: 'ほかに対応中の障害:',
    number: 'どの障害に統合しますか?',
    example: 'OUT-1042',
    send: '統合する',
    audience: (name: string, into: string) =>
      `${name} は終了し、その報告者には ${into} の更新が届きます。取り消すには、ここに "unmerge" と書きます。`,
    otherOne,
    intoOther: '別の障害',
    taken: (into: string, owner: string) => `${into} の担当者は ${owner} です。`,
    waiting: (into: string, promise: string) => `${into} は未対応です。${promise}。`,
    question: (name: string, into: string) => `${name} は ${into} と同じ障害ですか?`,
    saidApart: (by: string, when: string) => `${by} は ${when} に、別の障害だと伝えました。`,
    apart: (into: string) => `${into} とは別の障害です。`,
    notMerged: (name: string) => `${name} はほかの障害に統合されていません。`,
    partOfIt: (_count: number, names: string, first: string) => `統合済み: ${names}。取り消すには: unmerge ${first}`,
    notANumber: 'OUT-1042 のように番号を書いてください。',
    unknown: 'この番号の障害は見つかりません。',
  },
  reopen: {
    heading: (name: string) => `${name}: 再オープン`,
    reason: 'まだ何が起きていますか?',
    example: '再び起きていることと、その開始時刻',
    send: '再オープン',
    audience: 'あなたが担当者になります。番号とスレッドは同じで、全員に伝わります。',
  },
};
