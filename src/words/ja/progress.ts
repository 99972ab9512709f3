/** An outage between its report and its end: states, next steps, news, pings, updates, notes. */

import type { SensitiveKind } from '../../desk/sensitive.ts';
import type { Phase } from '../../outage/types/outage.ts';
import type { BackBy, Level } from '../../outage/types/values.ts';
import { botName, phaseShort, the } from './common/names.ts';
import { formats } from './formats.ts';

export const progress = {
  /** After its number, at the head of its card. */
  state: {
    back: {
      release: '当番に差し戻し、未対応',
      objection: '報告者が異議、未対応',
      reopening: 'まだ停止中、未対応',
      mistake: '未対応',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `${team} に移管、障害としての扱いは終了`,
    withdrawn: '報告者が取り下げ',
    merged: (into: string) => `${into} に統合`,
    closed: 'クローズ',
  },

  /** What happens next and by when. */
  next: {
    back: {
      release: (when: string) => `担当者が続けられなくなりました。${when} までに別のエンジニアが対応を開始し、お知らせします。`,
      objection: (when: string) =>
        `再び障害として扱い、当番マネージャーに伝えました。${when} までにサポート エンジニアが対応を開始し、お知らせします。`,
      reopening: (when: string) => `まだ止まっています。${when} までにサポート エンジニアが再び対応を開始し、お知らせします。`,
      mistake: (when: string) =>
        `誤って対応開始になっていたため、担当者がいません。${when} までにサポート エンジニアが対応を開始し、お知らせします。`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) => `更新が遅れています。期限は ${when} でした。${asked} に催促しました。`,
    ownerAndAbove: (owner: string) => `${owner} と上位の当番`,
    transferred: (team: string, when: string) => `${team} が ${when} までに回答します。障害としての扱いは終わりました。`,
    objectOnce: '障害だと思われる場合は、ボタンを押してください。当番マネージャーを呼び出します。押せるのは 1 回だけです。',
    otherOnce: '別の障害の場合は、ボタンを押してください。当番マネージャーを呼び出します。押せるのは 1 回だけです。',
    objectedAlready: (phones: string) => `すでに一度異議をいただいています。まだ納得できない場合は、${phones} にお電話ください。`,
    withdrawn: (by: string, when: string) => `${by} が ${when} に報告を取り下げました。これ以上の呼び出しはありません。`,
    stillDownUntil: (when: string) => `まだ止まっている場合は、${when} までに伝えてください。番号は変わりません。`,
    merged: (into: string) => `${into} と同じ障害だとサポートが判断しました。${into} の更新はここにも届きます。`,
    mergedFollow: (into: string) => `${into} と同じ障害だとサポートが判断しました。今後は ${into} をご覧ください。`,
    doesItWork: (when: string) => `復旧しましたか? 連絡がなければ、${when} にクローズします。`,
    confirmed: (by: string, when: string) => `${by} が ${when} に復旧を確認しました。`,
    closedByTime: (when: string) => `まだ止まっているという連絡がなかったため、${when} にクローズしました。`,
  },

  facts: {
    back: '対応待ちに戻った理由',
    backBy: {
      release: (owner: string, when: string) => `${owner} が ${when} に当番に戻した`,
      objection: (_owner: string, when: string) => `報告者が ${when} に異議を伝えた`,
      reopening: (_owner: string, when: string) => `影響を受けている人が ${when} にまだ止まっていると伝えた`,
      mistake: (owner: string, when: string) => `${owner} が誤って対応を開始し、${when} に取り消した`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    /** The owner may have taken it over from somebody else. */
    acknowledged: (owner: string, when: string, after: string) => `${owner}。対応開始: ${when}、開始まで ${after}。`,
    reopened: (owner: string, when: string) => `${owner}。再オープン: ${when}。`,
    firstLook: '最初の調査',
    helpers: '応援',
    offered: '引き継ぎの依頼先',
    offeredTo: (to: string, owner: string) => `${to}。${to} が引き受けるまで、担当者は ${owner} です。`,
    reason: '理由',
    before: 'これまでの約束',
    /** `every`: how often an update was promised. */
    promiseBefore: (within: string, every: string) => `障害として: ${within}以内に対応開始、その後 ${every}ごとに更新`,
    after: '今後の約束',
    promiseAfter: (team: string, when: string, plan: string) => `${team} が ${when} までに回答 (サポート プラン: ${plan})`,
    withdrawn: (by: string, when: string) => `${by} が ${when} に取り下げました`,
    transferred: (by: string, when: string) => `${by} が ${when} に移管しました`,
    merged: (by: string, into: string, when: string) => `${by} が ${when} に ${into} へ統合しました`,
    closedBy: (by: string, when: string) => `${by} が ${when} に復旧を確認しました`,
    closed: (when: string) => `${when} にクローズ (まだ止まっているという連絡なし)`,
    absorbed: '統合した障害',
    absorbedOf: (name: string, reporter: string) => `${name} (報告者: ${reporter})`,
  },

  news: {
    heardAlready: (when: string, next: string) => `${when} に全員に更新が届いているため、送信していません。次の更新: ${next} まで。`,
    nothingNew: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}、進展なし`,
    /** How long it took since it last came back. */
    sinceBack: {
      release: (by: string, after: string) => `${by && `${by}、`}当番に戻してから ${after}`,
      objection: (by: string, after: string) => `${by && `${by}、`}異議から ${after}`,
      reopening: (by: string, after: string) => `${by && `${by}、`}再オープンから ${after}`,
    } satisfies Record<Exclude<BackBy, 'mistake'>, (by: string, after: string) => string>,
    nothingNewSince: (when: string) => `${when} から進展はありません。`,
    handedOver: (name: string) => `${name}: 引き継ぎ`,
    handedOverTo: (from: string, to: string, when: string) => `${from} から ${to} へ、${when}`,
    released: (name: string) => `${name}: 担当を当番に戻しました`,
    objected: (name: string) => `${name}: 再び障害として対応します`,
    parted: (name: string) => `${name}: 統合の取り消し`,
    partedFrom: (into: string) => `${into} とは別の障害です。再び個別に対応します。`,
    ownedBy: (by: string) => `担当者は ${by} です。`,
    backTeam: (name: string) => `${name}: サポート デスクに戻りました`,
    objectedTeamText: '障害だと報告者が伝えています。回答は不要になりました。',
    reopenedTeamText: 'サポート デスクが再オープンしました。回答は不要になりました。',
    reopened: (name: string) => `${name}: 再オープン`,
    stillDown: (name: string) => `${name}: まだ止まっています`,
    calledUntil: (when: string) => `${when} までにサポート エンジニアが対応を開始します。Teams で当番を呼び出しています。`,
    noted: (name: string) => `${name}: 新しいメモ`,
    notedText: 'このメモはデスクだけが見られます。',
    reporterWrote: (name: string) => `${name}: 報告者からのメッセージ`,
    affectedWrote: (name: string) => `${name}: 影響を受けている人からのメッセージ`,
    forOwner: (mention: string) => `${mention} さん: 担当の障害についてです。`,
    corrected: (name: string) => `${name}: 報告の訂正`,
    was: (text: string) => `変更前: ${text}`,
    now: (text: string) => `変更後: ${text}`,
    empty: 'なし',
    transferred: (name: string, team: string) => `${name}: ${team} に移管`,
    transferredText: '障害ではないとサポートが判断しました。',
    transferredTeam: (name: string, team: string) => `${name}: ${team} への移管`,
    transferredTeamText: '障害ではないとサポート デスクが判断し、こちらに移管しました。下の期限までに回答してください。',
    transferredContact: '報告者の電話番号とメール アドレスは、サポート デスクに確認してください。',
    withdrawn: (name: string) => `${name}: 取り下げ`,
    withdrawnText: '呼び出しを止めました。',
    merged: (name: string, into: string) => `${name}: ${into} に統合`,
    absorbed: (name: string, merged: string) => `${name}: ${merged} を統合`,
    absorbedText: (reporter: string) => `統合した障害の報告者 (${reporter}) には、今後この障害の更新が届きます。`,
    stillDownElsewhere: (phones: string) => `まだ止まっている場合は、/outage でもう一度報告するか、${phones} にお電話ください。`,
    closed: (name: string) => `${name}: クローズ`,
    closedText: '報告者が復旧を確認しました。',
    updateMissedText: (when: string, people: string) => `更新の期限は ${when} でした。${people} に催促しました。`,
    updateMissedCall: (phones: string) => `今すぐ詳しく知りたい場合は、${phones} にお電話ください。`,
    /** For somebody who reported the same outage under another number. */
    yours: (own: string, name: string) => `ご報告いただいた ${own} は、${name} と同じ障害です。`,
  },

  /** Why each of several outages needs somebody. */
  digest: {
    offered: (by: string, to: string) => `${by} が ${to} に引き継ぎを依頼しています。`,
    declined: (owner: string) => `担当者は引き続き ${owner} です。`,
    assisted: (by: string, person: string) => (by === person ? `${person} が応援します。` : `${by} が ${person} に応援を依頼しています。`),
  },

  ping: {
    offered: (name: string) => `${name}: 引き継ぎの依頼`,
    offeredWhy: (mention: string, by: string) => `${mention} さん: ${by} から引き継ぎの依頼です。`,
    offeredText: (owner: string) => `引き受けるまで、担当者は ${owner} です。`,
    declined: (name: string) => `${name}: 引き継ぎを断られました`,
    offerEnded: (name: string) => `${name}: 引き継ぎの依頼の取り消し`,
    declinedWhy: (mention: string, by: string) => `${mention} さん: ${by} は引き継げません。引き続き担当をお願いします。`,
    takenBackWhy: (mention: string) => `${mention} さん: 引き継ぎの依頼を取り消しました。引き続き担当をお願いします。`,
    assisted: (name: string) => `${name}: 応援の依頼`,
    assistedWhy: (mention: string, by: string, owner: string) =>
      `${mention} さん: ${by} から応援の依頼です。担当者は引き続き ${owner} です。`,
    assistedOwn: (mention: string, owner: string) => `${mention} さんが応援します。担当者は引き続き ${owner} です。`,
    objected: (name: string) => `${name}: 報告者から異議`,
    objectedText: (team: string) =>
      `障害だと報告者が伝えています。移管先は ${team} でした。すぐに対応を開始するか、報告者に連絡してください。`,
    otherText: (into: string) => `${into} とは別の障害だと報告者が伝えています。すぐに対応を開始するか、報告者に連絡してください。`,
    hadIt: (mention: string) => `${mention} さん: 以前の担当者として呼び出しています。`,
    transferredIt: (mention: string) => `${mention} さん: 移管した本人として呼び出しています。`,
    /** To a level above the owner. */
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention} さん: ${the[level]}として呼び出しています。担当者 (${owner}) が、期限の ${when} を過ぎても更新を投稿していません。`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention} さん: ${when} が期限の更新がまだありません。「進展なし」だけでもかまいません。`,
    stillMissing: (over: string) => `${over}遅れています。報告者とフォローしている人には連絡済みです。`,
  },

  updateForm: {
    heading: (name: string) => `${name}: 更新`,
    text: '何を伝えますか?',
    example: '今の影響、わかっていること、対応の内容。「進展なし」だけでもかまいません。',
    phase: '段階',
    next: '次の更新まで',
    minutes: (n: number) => formats.duration(n * 60_000),
    send: '更新を送信',
    audience: 'このスレッド、報告者、フォローしている全員に表示されます。',
  },
  /** A message of the desk's thread that everybody is to read. */
  publish: {
    /** In the menu that Teams shows for a message. */
    action: 'このメッセージを公開',
    menu: 'エンジニア用: このメッセージを更新として投稿、またはメモとして保存',
    heading: (name: string) => `${name}: 公開`,
    check: 'まだ投稿されていません。太字の部分を確認してください:',
    button: '文章を公開',
    begin: '文章を書くか、貼り付けてください。投稿する前に、機密情報の可能性がある部分を探します。',
    clean: '機密情報と思われる部分は見つかりませんでした。もう一度読んでから投稿してください。',
    text: '公開する文章',
    example: '影響、わかっていること、対応の内容',
    remove: 'チェックした部分を取り除く',
    kinds: {
      key: 'キーまたはパスワード',
      email: 'メール アドレス',
      phone: '電話番号',
      link: 'リンク',
      ticket: 'チケット',
      address: 'IP アドレス',
      host: 'ホスト名',
      name: '名前',
    } satisfies Record<SensitiveKind, string>,
    choice: (kind: string, text: string) => `${kind}: ${text}`,
    more: (count: number) => `ほか ${count} 件も取り除きます。自分で選ぶには、文章を短くしてください。`,
    foundMore: '文章に、機密情報の可能性がある部分がほかにもあります。一覧をもう一度確認してください。',
    send: '更新として投稿',
    keep: 'メモとして保存',
    audience: (places: readonly string[], more: number) => {
      const others = more > 0 ? [`ほか ${more} か所`] : [];
      return `更新が届く場所: ${formats.list(['この障害のスレッド', ...places, ...others])}。メモはデスクだけが読みます。`;
    },
    posted: (count: number) =>
      count === 0 ? '障害のスレッドに投稿しました。ほかには届きません。' : `スレッドのほか、${count} か所に投稿しました。`,
    kept: 'メモとして保存しました。デスクだけが読みます。',
    again: 'すでに投稿済みのため、送信していません。',
    /** What the engineer has to know of a message first. */
    cut: (limit: number) => `メッセージが ${limit} 文字を超えているため、終わりの部分がありません。`,
    beginning: 'Teams では、引用メッセージの最初の部分しか取得できないことがあります。抜けがないか確認してください。',
    withFiles: '画像とファイルは投稿されません。',
    below: 'プレビューはスレッドにあり、あなたにだけ見えます。まだ投稿されていません。',
    inChat: `プレビューは個人チャットにあります。[チャット] で ${botName} を開いてください。まだ投稿されていません。`,
    notShown: `プレビューを表示できませんでした。個人チャットに publish OUT-1042 と書き、続けて本文を書いてください。チャットがない場合は、先に [アプリ] で ${botName} を自分用に追加してください。`,
    inRoom:
      'プレビューを見られるのは本人だけですが、Teams ではここに表示できません。個人チャットに publish OUT-1042 と書き、続けて本文を書いてください。',
    noText: (example: string) =>
      `そのメッセージには文章がありません。削除されたか、画像やカードの可能性があります。自分で書くには: ${example}`,
  },
  plan: {
    firstLook: '最初に何を調べますか? (任意)',
    /** Cards that were sent hold the ids, which therefore stay. The record holds these texts. */
    looks: { changes: '最近の変更', logs: 'ログ', database: 'データベース', network: 'ネットワーク' },
    nextUpdate: '次の更新はいつですか?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },
  note: {
    heading: (name: string) => `${name}: メモを追加`,
    text: 'デスクに何を伝えますか?',
    example: '試したこと、除外できたこと、確認した相手',
    send: 'メモを追加',
    audience: 'デスクだけがこのスレッドで見られます。報告者とフォローしている人には見えません。',
  },
};
