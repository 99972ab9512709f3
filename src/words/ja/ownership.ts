/** Who owns an outage: handing it over, helping with it and giving it back; and all buttons of engineers. */

export const ownership = {
  buttons: {
    nothingNew: '「進展なし」を投稿',
    more: 'その他',
    accept: '引き受ける',
    decline: '断る',
    handOver: '引き継ぎを依頼',
    help: '応援する',
    assist: '応援を依頼',
    release: '当番に戻す',
    transfer: '移管',
    merge: '統合',
    unmerge: '統合を取り消す',
    reclassify: '分類を変更',
    note: 'メモを追加',
    reopen: '再オープン',
  },
  more: {
    heading: (name: string) => `${name}: その他`,
    groups: {
      now: '今すること',
      owner: '対応する人',
      call: '通話とチャット',
      kind: '分類と扱い',
      ended: '終わっていない場合',
      look: '経過',
      desk: 'デスク専用',
    },
  },

  handOver: {
    heading: (name: string) => `${name}: 引き継ぎを依頼`,
    person: '誰に依頼しますか?',
    send: '依頼を送信',
    audience: 'このスレッドで相手に依頼します。相手が引き受けるまで、あなたが担当者です。',
  },
  assist: {
    heading: (name: string) => `${name}: 応援を依頼`,
    person: '誰に応援を頼みますか?',
    send: '応援を依頼',
    audience: 'このスレッドで相手に依頼します。担当者は変わりません。',
  },
  release: {
    heading: (name: string) => `${name}: 当番に戻す`,
    reason: '戻す理由は何ですか?',
    example: 'これまでにわかったことと、ほかのエンジニアに任せる理由',
    send: '当番に戻す',
    audience: '当番をすぐに呼び出します。期限は短くなり、報告者にも伝わります。',
  },

  /** Somebody acknowledged it by a reaction to the first message of its thread. */
  reaction: {
    told: (by: string, until: string) => `リアクションで対応開始になりました。間違いの場合、${by} は ${until} まで取り消せます。`,
    youTook: (name: string) => `${name}: リアクションで対応を開始しました`,
    undo: (until: string) =>
      `あなたが担当者になりました。間違いの場合は、${until} までにボタンを押してください。担当者がいない状態に戻り、全員に伝わります。`,
    notMeant: '対応開始を取り消す',
    done: (name: string) => `取り消しました。${name} に担当者はいません。対応開始のお知らせを受けた全員に伝えます。`,
    takenBack: (name: string) => `${name}: 対応開始の取り消し`,
    mistake: '誤って対応開始になっていました。',
  },

  choose: '選択してください',
  person: {
    placeholder: '名前を入力して選択',
    one: '一覧から 1 人選んでください。名前の入力だけでは選べません。',
    hasIt: (name: string) => `${name} はすでに担当者です。別の人を選んでください。`,
    /** `engineers`: empty when they are too many to name. */
    noEngineer: (engineers: string) =>
      `このデスクのエンジニアではありません。${engineers ? `次の中から選んでください: ${engineers}。` : '一覧から選んでください。'}追加するには、デスクの管理者がデスク ファイルの engineers に登録します。`,
  },

  say: {
    doYouTake: (name: string) => `${name} の対応を開始しますか?`,
    doYouTakeText: '内容がはっきりしなかったため、何も変更していません。担当者になるには、ボタンを押してください。',
    like: (example: string) => `次のように書いてください: ${example}`,
    whichEngineer: (names: string) => `複数のエンジニアが当てはまります: ${names}。@ で相手をメンションしてください。`,
    noEngineer: 'このデスクにそのエンジニアは見つかりません。@ で相手をメンションするか、「引き継ぎを依頼」を押してください。',
    whichTeam: (teams: string) => `そのチームは見つかりません。このデスクのチーム: ${teams}。`,
    noTeams: 'このデスクには移管先のチームがありません。デスクの管理者がデスク ファイルの teams に追加できます。',
    noPlan: (project: string) =>
      `${project} への回答期限がわかりません。デスク ファイルにサポート プランがないためです。デスクの管理者が plans とプロジェクトに追加できます。`,
    so: (name: string) => `${name} はすでにその状態です。何も変更していません。`,
  },
};
