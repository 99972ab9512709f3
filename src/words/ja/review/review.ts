/** The review of an outage: what its card and its form say, its news, and the Markdown of it. */

export const review = {
  button: '振り返りを書く',
  fillIn: '振り返りを入力',
  edit: '振り返りを編集',
  show: '振り返りを表示',
  markdown: 'Markdown で表示',
  heading: (name: string) => `${name}: 振り返り`,
  notYet: (name: string, state: string) =>
    `${name} はまだ終わっていません (${state})。振り返りは、解決、移管、または取り下げの後に書けます。`,
  merged: (name: string, into: string) =>
    `${name} は ${into} に統合されました。振り返りは ${into} に書いてください: /outage review ${into}`,
  request: (name: string) => `${name} はサポート リクエストです。振り返りがあるのは障害だけです。`,
  practice: 'これは訓練です。振り返りの練習ができます。改善項目の通知は送られません。',
  unsaved: '振り返りはまだ保存されていません。以下は記録の内容です。',
  saved: (who: string, when: string) => `${who} が ${when} に保存しました。`,
  lasted: (time: string, from: string, until: string) => `継続時間: ${time} (${from} から ${until} まで)。`,
  /** The rows, and the headings in Markdown. */
  facts: {
    summary: '概要',
    review: '振り返り',
    promise: '約束',
    updates: '更新',
    gaps: '連絡の空白',
    affected: '影響',
    told: 'お知らせ',
    cause: '原因',
    helped: '役立ったこと',
    followUps: '改善項目',
    timeline: '経過',
  },
  kept: (after: string, within: string) => `対応開始まで: ${after} (約束: ${within}以内)。守れました`,
  broken: (after: string, within: string) => `対応開始まで: ${after} (約束: ${within}以内)。守れませんでした`,
  never: '誰も対応を開始しませんでした。',
  updates: (inTime: number, all: number) => (all === 0 ? '期限の来た更新はありません。' : `${all} 件中 ${inTime} 件が期限内`),
  update: (due: string, late: string) => (late ? `期限 ${due}: ${late}遅れ` : `期限 ${due}: 期限内`),
  gap: (time: string, from: string, until: string) => `連絡なし: ${time} (${from} から ${until} まで)`,
  noGap: '更新の間隔より長い空白はありませんでした。',
  people: (place: string, people: number) => `${place}: ${people} 人`,
  merges: (outages: number) => `統合された障害: ${outages} 件`,
  told: (when: string, what: string, came: number, all: number) => `${when}: ${what} (${all} か所中 ${came} か所に到着)`,
  nothingTold: '何も送信されていません。',
  open: '未記入',
  followUp: (text: string, who: string, day: string) => `${text} (${who}、${day} まで)`,
  done: (text: string, who: string, when: string) => `\u2713 ${text} (完了: ${who}、${when})`,
  numberDone: (number: number) => `${number} を完了にする`,
  markDone: '完了にする',
  /** On the desk's card. */
  state: (who: string, when: string, done: number, all: number) =>
    `${who} が ${when} に保存${all > 0 ? `、改善項目 ${all} 件中 ${done} 件完了` : ''}`,
  gone: 'その改善項目は振り返りから削除されています。',
  wasDone: (name: string) => `${name} の改善項目は完了しています。`,

  form: {
    heading: (name: string) => `${name}: 振り返りを書く`,
    cause: '原因は何でしたか?',
    helped: '何が役立ちましたか?',
    text: (number: number) => `改善項目 ${number}: 何を変えますか?`,
    owner: (number: number) => `改善項目 ${number}: 担当者`,
    day: (number: number) => `改善項目 ${number}: 期日`,
    send: '振り返りを保存',
    audience: 'デスクだけが読めます。期日の 09:00 (デスクのタイム ゾーン) に、改善項目の担当者に通知します。',
    more: '改善項目を削除するには、内容を空にします。追加するには、保存してからもう一度編集します。',
    noOwner: 'デスクのエンジニアを選んでください。',
    /** `day`: on which the personal data of the outage is removed, and its review with it. */
    noDay: (day: string) => `明日以降で、この振り返りが削除される ${day} より前の日を選んでください。`,
    saved: '振り返りを保存しました。',
  },

  news: {
    saved: (name: string) => `${name}: 振り返りを保存`,
    yours: (mention: string) => `${mention} さん: 担当の改善項目があります。`,
    due: (name: string) => `${name}: 改善項目の期日です`,
    yoursDue: (mention: string) => `${mention} さん: この改善項目の担当です。`,
    dueText: (day: string) => `期日は ${day} です。`,
    /** `owner`: who was to do it. */
    noEngineer: (owner: string, day: string) =>
      `期日は ${day} です。${owner} はデスクのエンジニアではなくなりました。振り返りを編集して、別の担当者を選んでください。`,
    done: (name: string) => `${name}: 改善項目が完了`,
  },
  message: {
    reviewed: '振り返りを保存したお知らせ',
    'follow-up-due': '改善項目の期日の通知',
    'follow-up-done': '改善項目が完了したお知らせ',
  },
  /** Those of people stand behind the name of who did it. */
  timeline: {
    reviewed: () => '振り返りを保存しました',
    'follow-up-due': (more: string) => `改善項目の期日: ${more}`,
    'follow-up-done': (more: string) => `改善項目を完了しました${more && `: ${more}`}`,
  },

  zone: (zone: string) => `時刻は UTC です。サポート デスクのタイム ゾーン: ${zone}。`,
  copy: 'Wiki 用の Markdown',
  cut: '残りはこのカードに収まりません。全体はデスクの管理者が取得できます: npx outage-desk review',
};
