/** Joining an outage that is open, who is affected, and making several outages one. */
import type { Similarity } from '../../outage/types/affected.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

export const affected = {
  /** To somebody who had reported or joined it already. */
  notAdded:
    'この障害は、すでに報告しているか、影響を受けている人に加わっています。書いた内容は追加していません。1 日保管しますので、続けて送信するには /outage と入力してください。',
  /** During a report: an open outage may be the same one. */
  offer: {
    heading: (count: number) => (count === 1 ? 'この障害ですか?' : 'この中に同じ障害がありますか?'),
    text: 'サポート デスクはすでに把握しています。影響を受けている人に加わると、更新がすべて届きます。同じ内容を入力し直す必要はありません。',
    textUnreached: 'すでに報告されています。影響を受けている人に加わると、更新がすべて届きます。同じ内容を入力し直す必要はありません。',
    /** When it is sent, and somebody else was faster. */
    justReported: (by: string, ago: string, name: string) => `${by} が ${ago}前に報告しています: ${name}`,
    ownJustReported: (ago: string, name: string) => `${ago}前にあなたが報告しています: ${name}`,
    severalJustReported: 'すでに報告されている可能性があります',
    notSent:
      '報告はまだ送信されていません。入力した内容は失われません。加わると、書いた内容がサポート デスクに届きます。期限は最初の報告のままです。',
    /** To somebody who hears of it already. */
    notSentOwn:
      '報告はまだ送信されていません。入力した内容は失われません。この障害の更新はすでに届いています。同じ障害であれば、もう一度送信する必要はありません。',
    more: (count: number) => `対応中の障害がほかに ${count} 件ありますが、表示していません。`,
    item: (name: string, title: string) => `${name}: ${title}`,
    reported: (by: string, ago: string, when: string) => `${by} が ${ago}前に報告 (${when})`,
    ownReported: (ago: string, when: string) => `${ago}前にあなたが報告 (${when})`,
    acknowledgeBy: (when: string) => `${when} までにサポート エンジニアが対応を開始します。`,
    acknowledgeWas: (when: string) =>
      `${when} までに対応を開始するお約束でしたが、遅れており、申し訳ありません。Teams で呼び出す相手を増やしています。`,
    acknowledged: (by: string, when: string, next: string) => `${by} が ${when} に対応を開始しました。次の更新: ${next} まで。`,
    acknowledgedLate: (by: string, when: string, due: string) =>
      `${by} が ${when} に対応を開始しました。${due} までに更新をお届けするお約束でしたが、遅れているため催促しました。`,
    lastUpdate: (text: string) => `前回の更新: ${text}`,
    join: '影響を受けている人に加わる',
    joinOne: (name: string) => `${name} に加わる`,
    other: 'いいえ、別の障害です',
    sendToo: '自分の報告も送信',
    ended: 'その障害はすでに終了していたため、加わっていません。ご自身の報告を続けてください。',
  },

  joined: {
    since: (when: string) => `${when} から、影響を受けている人に加わっています。更新はすべてここに届きます。`,
    inCompany: (name: string, people: string) => `${name}: ${people} にも影響`,
    noPhone: 'サポート デスクにあなたの電話番号がありません。追加すると、折り返しお電話できます。',
    addPhone: '電話番号を追加',
    leave: '影響を受けている人から外れる',
    left: (name: string) => `${name}: 影響を受けている人から外れました`,
    leftHere: (name: string) => `${name}: ここの 1 人が、影響を受けている人から外れました`,
    leftText: 'この障害の更新は届かなくなります。止まっているものがあれば、報告してください。',
    notJoined: denial('not-yours', 'この操作ができるのは、この障害の影響を受けている人に加わった人だけです。'),
    forJoined: (mention: string) => `${mention} さん: 影響を受けている障害のお知らせです。`,
    /** For somebody who joined an outage that was merged into another. */
    yours: (own: string, name: string) => `影響を受けている ${own} は、${name} と同じ障害です。`,
  },
  /** What those affected say with one tap. */
  pulse: {
    question: { open: '今の状況はいかがですか?', ended: '問題なく動いていますか?' },
    titles: { down: 'まだ止まっている', better: 'よくなった', works: '動いている', worksAgain: '復旧した' },
    counted: 'ありがとうございます。同じ状況の人数がサポート デスクに表示されます。',
    /** To somebody who did not report it: others wait for it too. */
    staysOpen: 'デスクが解決済みにするまで、ほかの方のために対応を続けます。再び止まったら、"still down" と書いてください。',
    reopened: '再オープンし、当番を呼び出しています。',
    notYours: denial(
      'not-yours',
      'これを伝えられるのは、この障害を報告した人と、影響を受けている人に加わった人だけです。ご自身も止まっている場合は、報告してください。',
    ),
    /** For the desk. */
    fact: '今の状況',
    says: { down: 'まだ止まっている', better: 'よくなった', works: '動いている' },
    count: {
      down: (count: number) => `まだ停止 ${count} 人`,
      better: (count: number) => `改善 ${count} 人`,
      works: (count: number) => `動作 ${count} 人`,
    },
    counts: (counts: readonly string[], of: number) => `影響を受けている ${of} 人中: ${formats.list(counts)}`,
    stillDown: (count: number, of: number) => `影響を受けている ${of} 人のうち ${count} 人が、まだ止まっていると伝えています。`,
  },
  phoneForm: {
    heading: (name: string) => `${name}: あなたの電話番号`,
    phone: '電話番号 (国番号付き)',
    example: '+81 3-1234-5678',
    send: '番号を保存',
    audience: 'サポート デスクだけが見ます。',
  },

  desk: {
    fact: '影響を受けている人',
    people: (count: number) => `${count} 人に影響`,
    /** `more`: how many more there are than `names`. */
    count: (count: number, names: string, more: number) => `${count} 人に影響: ${more > 0 ? `${names}、ほか ${more} 人` : names}`,
    news: (name: string, by: string) => `${name}: ${by} にも影響`,
    manyNews: (name: string, count: number) => `${name}: ${count} 人に影響`,
    where: (project: string, environment: string) => `${project}、${environment}`,
    newsText: '更新はすべて本人に届きます。連絡先を見るには、「その他」から「影響を受けている人を表示」を選びます。',
    button: '影響を受けている人を表示',
    heading: (name: string) => `${name}: 影響を受けている人`,
    reporter: '報告者',
    reported: (name: string) => `${name} として報告`,
    joinedAt: (when: string) => `${when} に加わりました`,
    joinedOther: (name: string, when: string) => `${when} に ${name} に加わりました`,
    noPhone: '電話番号なし',
    said: (text: string) => `「${text}」`,
    earlier: (count: number) => `ほか ${count} 件は表示していません。`,
    onlyThere: denial('not-here', '影響を受けている人とその連絡先は、デスクのチャネルにだけ表示されます。'),
  },

  gathered: {
    heading: {
      environment: (count: number) => `1 つの環境で同時に ${count} 件の障害`,
      project: (count: number) => `1 社のお客様から似た障害が ${count} 件`,
      scenario: (count: number) => `同じように見える障害が ${count} 件`,
    } satisfies Record<Similarity, (count: number) => string>,
    what: (scenario: string) => `共通の種類: ${scenario}`,
    line: (name: string, where: string, reporter: string) => `${name}: ${where} (報告者: ${reporter})`,
    rest: (count: number) => `ほか ${count} 件は表示していません。`,
    text: (name: string) =>
      `同じ障害なら、統合してください。対応中のほかの障害は、最初に報告された ${name} にまとめられ、報告者には ${name} の更新が届きます。統合を取り消すには、"unmerge" と書きます。`,
    button: 'まとめて統合',
    timeline: (count: number) => `ほかの障害 ${count} 件`,
  },
  mergedDuplicates: {
    heading: (count: number, into: string) => (count === 0 ? `${into} に統合したものはありません` : `${count} 件を ${into} に統合しました`),
    merged: (names: string) => `統合: ${names}。`,
    before: (names: string) => `統合済み: ${names}。`,
    not: (name: string, state: string) => `統合せず: ${name} (${state})。`,
    since: (count: number, names: string) => `その後、同じように見える障害がさらに ${count} 件ありました: ${names}。`,
  },
};
