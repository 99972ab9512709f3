/** Why something was not done. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'この操作ができるのは、サポート デスクのエンジニアだけです。必要な場合は、デスクの管理者に追加を依頼してください。',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) =>
    denial('already-acknowledged', `${name} は ${by} が ${when} に対応を開始しています。`),
  alreadyYours: (name: string) => `${name} はすでにあなたが担当しています。`,
  onlyReporter: denial('not-permitted', 'この操作ができるのは、報告した本人だけです。'),
  notNow: (name: string, state: string) => denial('not-now', `今はこの操作ができません。${name}: ${state}。`),
  notOffered: (name: string) => denial('not-offered', `${name} の引き継ぎは依頼されていません。担当者に確認するか、応援してください。`),
  offeredToOther: (name: string, to: string) => denial('not-offered', `${name} の引き継ぎは ${to} に依頼されています。`),
  tooManyQuestions: (name: string, most: number) =>
    denial('too-many-questions', `${name} には回答待ちの質問がすでに ${most} 件あります。報告者に電話するか、回答をお待ちください。`),
  objectedAlready: (name: string) =>
    denial('objected-already', `${name} にはすでに一度異議をいただいています。まだ納得できない場合は、お電話ください。`),
  staysTaken: {
    theirs: (name: string, owner: string, _when: string) =>
      denial(
        'stays-taken',
        `${name} の担当者は ${owner} なので、取り消せません。誰も対応していない場合は、「その他」から「当番に戻す」を選んでください。`,
      ),
    'in-work': (name: string) =>
      denial(
        'stays-taken',
        `${name} は意図して対応を開始したか、その後に作業があったため、担当は変わりません。担当を外れるには、「その他」から「当番に戻す」を選んでください。`,
      ),
    late: (name: string, _owner: string, when: string) =>
      denial('stays-taken', `取り消しは ${when} まででした。${name} の担当を外れるには、「その他」から「当番に戻す」を選んでください。`),
  },
  saidAlready: (says: string, when: string, until: string) =>
    denial('said-already', `${when} に「${says}」と伝え済みです。サポート デスクも把握しています。次に伝えられるのは ${until} からです。`),
  tooLate: (name: string, when: string) =>
    denial('too-late', `この操作は ${when} まででした。/outage でもう一度報告し、以前は ${name} だったとお伝えください。`),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} をそれ自身に統合することはできません。`),
    unknown: (_name: string) => denial('bad-target', '統合先の障害が見つかりません。OUT-1042 のように番号を書いてください。'),
    ended: (_name: string) => denial('bad-target', '統合先の障害は終了しています。対応中の障害を選ぶか、先に再オープンしてください。'),
  },
  tooMany: (name: string, most: number) =>
    denial(
      'too-many',
      `${name} にはすでに ${most} 件のチケットがあります。先に 1 件削除してください。スレッドに "ticket remove" と番号を書きます。`,
    ),
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `${by} が ${when} に ${name} と ${into} は別の障害と判断したため、統合していません。同じ障害の場合は、"merge ${name} into ${into}" と書いてください。`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial(
      'card-outdated',
      `入力中に ${by} が変更しました (${when})。入力した内容は下に残っています。そのままでよければ、もう一度送信してください。`,
    ),
  unknownOutage: denial(
    'unknown-outage',
    'その障害は見つかりません。削除されたか、そのプロジェクトのメンバーだけが見られる障害です。報告するには /outage と入力してください。',
  ),
  tooMuch: (wait: string) =>
    denial('rate-limited', `1 分間に受け付けられる件数を超えたため、実行していません。${wait}後にもう一度お試しください。`),
  unreadable: denial('unreadable', '内容を読み取れなかったため、何も変更していません。始めるには /outage と入力してください。'),
  edited: '最初に送信した内容が有効です。編集しても反映されません。新しいメッセージとして送信してください。',
  guest: 'アカウントなしで参加しているため、どなたか確認できません。ご自身のアカウントでサインインして、もう一度お試しください。',
  noThread: denial(
    'no-thread',
    `どの障害のことかわかりません。障害のスレッドに書くか、番号を付けて "@${botName} ack OUT-1042" のように書いてください。`,
  ),
  noDeskThread: denial(
    'no-thread',
    '障害のスレッド内のメッセージを選んでください。自分で書くには、そのスレッドに update と書き、続けて本文を書きます。',
  ),
  notOpen: (name: string, state: string) =>
    denial(
      'not-now',
      `${name} は対応中の障害ではないため (${state})、投稿していません。デスク向けだけに残すには、スレッドに note と書き、続けて本文を書きます。`,
    ),
  needsText: (example: string) => `伝えたい内容も書いてください。例: ${example}`,
  textTooLong: (limit: number) => `${limit} 文字を超えています。短くしてください。`,
  draftNotHere: denial(
    'draft-gone',
    'この報告はもうないか、別の人が始めたものです。続けられるのは始めた本人だけです。ご自身で報告するには、/outage と入力してください。',
  ),
  draftGone: denial(
    'draft-gone',
    'この報告はもうここにはありません。送信済みの内容は失われていません。新しく始めるには /outage と入力してください。',
  ),
  oldCard: denial('unreadable', 'これは古いカードのボタンです。/outage と入力して始めるか、最新のカードを使ってください。'),
  oldClient: denial(
    'old-client',
    'お使いの Teams のバージョンでは、ここで行うと全員に見えてしまいます。個人チャットで /outage と送ってください。',
  ),
  failed: (id: string) =>
    `問題が発生し、何も送信されていません。入力した内容はこのカードに残っています。少し待ってからもう一度お試しください。それでも解決しない場合は、お電話で ID「${id}」をお伝えください。`,
};
