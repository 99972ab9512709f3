/** Links out of a card: the call, a chat with the reporter, runbooks, tickets in other systems. */

export const links = {
  call: '通話',
  /** A call that is there; a new meeting. */
  join: '通話に参加',
  start: '通話を開始',
  /** As links in a row. `elsewhere`, here and below: the reporter is of another company. */
  chat: (elsewhere: boolean) => `Teams でチャット${elsewhere ? ' (両社が許可している場合)' : ''}`,
  voice: (elsewhere: boolean) => `Teams で通話${elsewhere ? ' (両社が許可している場合)' : ''}`,
  /** As buttons, with what stands above them. */
  chatButton: '報告者とチャット',
  voiceButton: '報告者に通話',
  group: (elsewhere: boolean): string =>
    elsewhere ? '通話とチャット。報告者は別の会社の方です。両社が許可している場合にのみつながります。' : '通話とチャット',
  /** What an alarm calls their messages. */
  message: {
    'bridge-set': '通話リンク',
    'ticket-added': 'チケット',
    'ticket-removed': 'チケット削除のお知らせ',
  },
  more: 'リンク',
  runbook: '手順書',
  tickets: 'チケット',

  bridge: {
    button: '通話リンクを設定',
    heading: (name: string) => `${name}: 通話リンクを設定`,
    address: '通話のアドレス (空にすると削除します)',
    shared: '報告者',
    share: '報告者にも表示する',
    send: '通話リンクを保存',
    audience: 'デスクのカードに「通話に参加」が表示されます。',
    audienceInRoom:
      'デスクのカードに「通話に参加」が表示されます。この障害は個人チャット以外で報告されたため、チェックを入れるとその場の全員に表示されます。',
    example: 'Teams でコピーした会議のリンク',
    notAnAddress: 'このアドレスは使えません。会議のアドレス全体を https からコピーしてください。',
    /** `hosts`: those of the desk file; empty when it has none. */
    wrongHost: (host: string, hosts: string) =>
      `使えるのは Teams の通話${hosts && `と ${hosts} `}です。${host} は使えません。追加するには、デスクの管理者がデスク ファイルの bridgeHosts に登録します。`,
    timeline: (shared: boolean) => `通話リンクを設定しました${shared ? ' (報告者にも表示)' : ''}`,
    set: (name: string) => `${name}: 通話に参加できます`,
    removed: (name: string) => `${name}: 通話リンクを削除しました`,
    /** For the desk. */
    seen: '報告者にも表示されます。',
    notSeen: '報告者には表示されません。表示するには、「その他」から「通話リンクを設定」を選びます。',
    /** For the reporter. */
    invited: 'エンジニアと直接お話しいただけます。ボタンを押して参加してください。',
  },

  ticket: {
    button: 'チケットを追加',
    heading: (name: string) => `${name}: チケットを追加`,
    text: 'チケット番号、またはアドレス全体',
    send: 'チケットを追加',
    audience: 'デスクにだけ表示されます。削除するには、スレッドに "ticket remove" と番号を書きます。',
    no: 'このチケットは使えません。INC0012345 のような番号か、https から始まるアドレス全体を書いてください。',
    added: (id: string, name: string) => `${id} を ${name} のカードに追加しました。`,
    removed: (id: string, name: string) => `${id} を ${name} のカードから削除しました。`,
  },
};
