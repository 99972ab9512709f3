/** Pictures and files: what people may send, what became of it, and where it is. */
import type { FileKind, FileRefusal } from '../../../outage/types/files.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

const count = (n: number) => `${n} 件のファイル`;

/** Why a file was not taken, behind its name. */
const why: Record<FileRefusal, string> = {
  gone: '時間内に Teams から取得できませんでした。もう一度送信してください。',
  elsewhere: 'Teams に保存されていないため、開いていません。ファイルそのものを添付してください。',
  'too-large': '大きすぎます。小さいファイルか、必要な部分だけを送信してください。',
  markup: 'SVG と HTML はプログラムを実行できるため、受け付けていません。画像か文章で送信してください。',
  'unknown-kind': '受け付けているのは、PNG、JPEG、WebP、GIF、PDF、テキスト、ログ、ZIP です。このどれかで送信してください。',
  broken: 'ファイルの種類どおりに読み取れませんでした。保存し直すか、スクリーンショットを送信してください。',
  'too-many': 'この障害で送信できる数に達しているため、誰にも届いていません。書いた内容は残っています。',
  rejected: 'この障害ではもうファイルを受け付けていないため、誰にも届いていません。重要な場合は、サポート デスクにお電話ください。',
  'no-room': '保存する容量がありません。書いた内容は残っています。サポート デスクにお電話で伝えてください。',
};

export const files = {
  /** On the step that asks what happens, and on the receipt, in their own chat. */
  maySend: '画像やファイルは、このチャットで送信できます。',

  /** Where nobody can fetch from the bot. */
  notTaken: '画像やファイルは渡せません。内容を文章で書いてください。ファイルを送りたい場合は、お電話で送り先をお尋ねください。',
  ownChatOnly: denial('not-here', 'ファイルを受け取れるのは、このボットとの個人チャットだけです。そちらで送信してください。'),
  openOwnChat: '個人チャットを開く',
  unreadable: 'Teams での保存場所がわからなかったため、誰にも届いていません。ファイルとして添付してください。',
  none: '誰にも届いていません。対応中の障害がないためです。/outage で報告してから、ここで画像やファイルを送信してください。',
  toShare: (example: string) => `誰にも届いていません。画像を全員に見せるには、更新と障害の番号を付けて送信してください (${example})。`,
  tooMany: (most: number) => `誰にも届いていません。1 つの障害で送信できるのは ${most} 件までです。`,
  chooseFirst: '誰にも届いていません。未送信のファイルが多すぎます。上でどの障害のものか選んでから、もう一度送信してください。',
  noRoom: '保存できなかったため、誰にも届いていません。書いた内容は残っています。サポート デスクにお電話ください。',

  taken: (n: number, name: string) => `${count(n)}を ${name} 用にサポート デスクに渡します。`,
  takenForReport: (n: number) => `${count(n)}を報告用に保管します。報告を送信すると、サポート デスクに届きます。`,
  takenForAll: (n: number, name: string) => `${count(n)}を、${name} の通知を受ける全員に表示します。`,
  isTold: '受け付けられないものがあれば、ここでお知らせします。',
  elsewhere: (n: number) => `ほか ${n} 件は Teams のものではないため、開いていません。`,
  more: (n: number) => `ほか ${n} 件は受け付けられませんでした。別のメッセージにファイルとして添付してください。`,
  edited: 'このメッセージに後から追加したものは、誰にも届いていません。画像やファイルは新しいメッセージで送信してください。',
  which: (n: number) => `どの障害についてですか? (${count(n)})`,
  whichText: (_files: number) => 'まだ誰にも届いていません。選んでください:',
  others: (n: number, _files: number) =>
    `ほかに ${n} 件の障害があります。そちらに追加するには、障害の番号を付けてもう一度送信してください。`,
  addTo: (name: string) => `${name} に追加`,
  keepForReport: '報告用に保管',
  chosenNot: 'このファイルはもうありません。もう一度送信してください。',

  refused: '受け付けられなかったファイル:',
  unnamed: '名前のない画像',
  why,

  news: (name: string, pictures: number, others: number) => {
    const seen = `新しい画像 ${pictures} 件`;
    const rest = `新しいファイル ${others} 件`;
    if (others === 0) return `${name}: ${seen}`;
    return pictures === 0 ? `${name}: ${rest}` : `${name}: ${formats.and([seen, rest])}`;
  },
  picture: (name: string) => `画像: ${name}`,
  open: '画像または名前を選ぶと、元のファイルが開きます。リンクは 1 週間有効です。',
  openAgain: '画像または名前を選ぶと、元のファイルが開きます。リンクは 1 週間有効です。その後は、このカードをもう一度開いてください。',
  fact: 'ファイル',
  held: (n: number, by: string) => `${count(n)} (最後の送信者: ${by})。見るには、「その他」から「ファイルを表示」を選びます。`,
  button: 'ファイルを表示',
  earlier: '以前のファイルを表示',
  heading: (name: string) => `${name}: 画像とファイル`,
  removed: '削除済み',
  onlyThere: denial('not-here', '画像とファイルは、デスクのチャネルにだけ表示されます。'),
  kind: {
    png: 'PNG',
    jpeg: 'JPEG',
    webp: 'WebP',
    gif: 'GIF',
    pdf: 'PDF',
    text: 'テキスト',
    zip: 'ZIP (未展開)',
  } satisfies Record<FileKind, string>,
  kilobytes: (n: number) => `${n} KB`,
  megabytes: (n: number) => `${formats.decimal(n)} MB`,
};
