/** Ordinary support requests. */

export const request = {
  /** The steps of the report, when it becomes a request. */
  heading: 'サポート リクエストを送信',
  done: 'リクエストを送信',
  environment: {
    title: 'どの環境ですか?',
    label: '環境',
    intro: 'どの環境でも選べます。リクエストは本番環境以外でも送信できます。',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `リクエストとして ${desk} に届きます。回答期限は ${when} です。サポート プラン: ${plan}。当番の呼び出しは行いません。`,
    introNoPlan: (desk: string) =>
      `リクエストとして ${desk} に届きます。このプロジェクトの回答時間がわからないため、期限はお約束できません。当番の呼び出しは行いません。`,
  },
  noScenario: '未選択',

  exit: {
    notListed: '当てはまるものがない場合',
    notListedText: '急ぎでなければ、リクエストとして送信してください。種類を選ぶ必要はありません。',
    sendText: '入力した内容を、通常のサポート リクエストとして送信できます。',
    within: (within: string, plan: string) => `${within}以内に回答します (${plan})。`,
    noPlan: 'このプロジェクトの回答時間がわからないため、期限はお約束できません。',
    outageText: (minutes: string) => `3 つとも当てはまるなら、障害です。報告していただければ、${minutes}以内に対応を開始します。`,
    orPortal: (text: string) => `サポート ポータルも利用できます: ${text}`,
    portal: 'サポート ポータルを開く',
    send: 'リクエストとして送信',
    outage: '障害として報告',
  },

  /** A request that somebody began and did not send. */
  unsent: {
    nudge: '未送信のリクエストがあります',
    resume: 'リクエストはまだ送信されていません',
    resumeText:
      'リクエストでは当番を呼び出しません。本番環境が止まっている場合は、「最初からやり直す」を押して障害を報告してください。このリクエストは削除されます。',
    inCompany: (person: string) => `${person} さんがサポート リクエストを作成しています`,
    failed: 'リクエストを送信できませんでした',
  },

  state: { waiting: 'リクエスト、回答待ち', answered: 'リクエスト、回答済み', withdrawn: 'リクエスト、取り下げ' },
  receipt: (name: string, desk: string) => `${name} を ${desk} に送信しました`,
  next: {
    replyBy: (when: string, plan: string) => `回答期限は ${when} です。サポート プラン: ${plan}。`,
    replyLate: (when: string, name: string) =>
      `${when} までに回答するお約束でしたが、遅れており、申し訳ありません。お電話のうえ、「${name}」とお伝えください。`,
    noPlan: 'このプロジェクトの回答時間がわからないため、期限はお約束できません。サポート ポータルも利用できます。',
    answered: (by: string, when: string) => `${by} が ${when} に回答しました。`,
    ifOutage: 'リクエストでは当番を呼び出しません。本番環境が止まったら、/outage で障害を報告してください。',
    withdrawn: (by: string, when: string) => `${by} が ${when} にリクエストを取り下げました。`,
    was: (name: string) => `送信時の番号は ${name} です。`,
  },

  /** For the reporter, in the place of those of a report. */
  reporter: { correct: 'リクエストを訂正', withdraw: 'リクエストを取り下げ' },
  buttons: { answer: '回答する', promote: '障害にする' },
  facts: {
    replyBy: '回答期限',
    by: (when: string, plan: string) => `${when} (${plan})`,
    noPlan: 'このプロジェクトのサポート プランがデスク ファイルにありません',
    answer: '回答',
    was: '元のリクエスト',
    wasBy: (name: string, when: string) => `${name} (${when} に障害と判断)`,
  },
  desk: {
    promoted: (name: string) =>
      `障害になりました。サポート デスクのチャネルに ${name} のスレッドがあります。続きはそちらで進めてください。`,
  },
  answer: {
    heading: (name: string) => `${name}: 回答`,
    text: '報告者に伝えること',
    example: '何が原因だったか、何をしたか、これからどうすればよいか',
    send: '回答を送信',
    audience: 'このスレッドと報告者に届きます。続きがあれば、もう一度回答できます。',
  },
  news: {
    answered: (name: string) => `${name}: 回答済み`,
    notHelped: (phones: string, name: string) => `解決しない場合は、${phones} にお電話のうえ、「${name}」とお伝えください。`,
    promoted: (was: string, name: string) => `${was}: 障害になりました (${name})`,
    promotedText: '障害だとサポートが判断しました。',
    withdrawn: '回答は不要になりました。',
  },

  queue: 'リクエストの待ち行列',
  list: {
    mine: '以下はリクエストです。当番の呼び出しは行いません。',
    replyBy: (when: string) => `回答期限: ${when}`,
  },
  /** Behind the name of who did it. */
  timeline: {
    sent: (more: string) => `リクエストとして送信しました: ${more}`,
    answered: (more: string) => `回答しました: ${more}`,
    promoted: (more: string) => `障害と判断しました: ${more}`,
  },
  message: { answered: 'リクエストへの回答', promoted: 'リクエストが障害になったお知らせ' },
};
