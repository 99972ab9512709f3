/** A report that comes by phone: what whoever takes the call enters, and what the cards say of it. */
import { denial } from '../../denial.ts';

export const byPhone = {
  /** On the help of those who may do it. */
  open: '電話の報告を登録',
  heading: (customer: string) => (customer ? `${customer} からの電話の報告` : '電話の報告'),
  place: 'お客様と環境',
  /** When there are more than the list holds. */
  more: '一覧にないお客様もいます。その場合は閉じて、"report for 名前" と書いてください。',
  caller: '電話をくれた方',
  somebodyElse: 'そのほかの方',
  name: 'そのほかの方の場合、お名前',
  phone: '電話番号 (国番号付き)',
  scenario: '障害の種類',
  title: '何が起きていますか? (短く)',
  description: 'ほかに聞いたこと (任意)',
  anyway: '別の障害ですか?',
  anywayTitle: 'はい、別の障害として報告します',
  send: '報告を送信',
  sendAndTake: '送信して対応を開始',
  audience:
    '約束の時間は送信した時点から始まります。デスクのスレッドにはすべて表示されます。一覧から選んだ方には、ボットとの個人チャットに続報が届きます。',
  notOfCustomer: 'この方は、そのお客様の一覧に載っていません。別の方を選んでください。',
  /** `names`: those that are open in the environment; `one`: the first of them. */
  openThere: (names: string, one: string) =>
    `この環境で対応中の障害: ${names}。同じ障害なら、これを閉じて相手に番号を伝え、聞いた内容を ${one} のスレッドに "note 本文" と書いてください。受付担当の方は、エンジニアに伝えてください。別の障害なら、チェックを入れて送信してください。`,

  whichCustomer: (typed: string) => `「${typed}」はどのお客様ですか?`,
  moreCustomers: 'ほかにも該当するお客様がいます。ここにない場合は、名前をもう少し長く書いてください。',
  noCustomer: (typed: string) => `「${typed}」というお客様は見つかりません。名前の一部か "report by phone" と書いてください。`,
  nothingToReport: (customer: string) => denial('not-eligible', `${customer} には、報告できる本番環境がありません。`),
  inRoom: 'ボタンを押すと、電話の報告を登録できます。入力した内容はあなたにだけ表示されます。',

  /** After it was sent; `hears`: whether the caller hears of it in Teams. */
  sent: (name: string, caller: string, hears: boolean) =>
    hears
      ? `${name} を登録しました (${caller} さんからの電話)。続報は Teams で本人に届きます。番号を伝えてください。`
      : `${name} を登録しました (${caller} さんからの電話)。続報は Teams では本人に届きません。番号を伝えてください。カードには、続報を電話で伝えるようエンジニアに表示されます。`,
  next: (when: string) => `${when} までにエンジニアが対応を開始します。それまで当番を呼び出します。`,

  /** On cards: who called, and who took the call. */
  fact: '電話',
  by: (caller: string, taker: string) => `${caller} さんから電話 (受付: ${taker})`,
  takenBy: (taker: string) => `受付: ${taker}`,
  callBack: 'Teams では届きません。続報は電話で伝えてください',
  hears: 'Teams で続報が届きます',
  /** In the desk's thread, below what the others were told. */
  callThem: (names: string) => `電話で報告された障害: ${names}。報告者は Teams でこれを読めません。電話で伝えてください。`,
  forYou: (taker: string) => `お電話の内容を ${taker} が報告にまとめました。訂正できます。`,
  youTook: (caller: string) => `これは ${caller} さんの電話を受けて登録した報告です。代わりに訂正や取り下げができます。`,
  timeline: (what: string, taker: string) => `${what} (電話、受付: ${taker})`,
};

/** Of what another system reported by the API. */
export const byApi = {
  fact: 'プログラムからの報告',
  hears: 'Teams の通知は届きません。状態はボットに問い合わせることができます。',
  alert: '監視アラート',
  moreAlerts: (count: number) => `ほか ${count} 件のアラート。`,
  resolved: (title: string) => `監視システムによると復旧しました: ${title}`,
};
