/** Planned maintenance of a project: to who begins a report meanwhile, to who follows, and to the engineers who plan it. */
export const maintenance = {
  heading: '計画メンテナンス',
  place: (project: string, environments: string) => (environments ? `${project}、${environments}` : project),

  /** On the first card of a report. */
  asks: (until: string) => `${until} まで計画メンテナンスを実施しています。これが原因ではありませんか?`,
  runs: (where: string, until: string, what: string) => `${where}、${until} まで: ${what}`,
  ifNot: '別の原因の場合や、はっきりしない場合は、報告してください。ほかの障害と同じように対応します。',
  yes: 'はい、メンテナンスです',
  notSent: '何も送信していません。メンテナンスが終わっても使えない場合は、報告してください。',

  /** On the desk's card of what was reported meanwhile. */
  fact: 'メンテナンス',
  ran: (until: string, what: string) => `報告時に実施中 (${until} まで): ${what}`,

  /** To channels and chats that follow. */
  news: {
    begins: (project: string) => `メンテナンス開始: ${project}`,
    changed: (project: string) => `メンテナンスの予定変更: ${project}`,
    over: (project: string) => `メンテナンス終了: ${project}`,
    until: (where: string, until: string) => `${where}: ${until} まで実施します。終了したらここでお知らせします。`,
    now: (where: string) => `${where}: 現在も使えないものがあれば、報告してください。`,
  },

  none: '実施中または予定のメンテナンスはありません。',
  open: 'メンテナンスを追加・終了',
  line: (where: string, from: string, until: string, what: string) => `${where}、${from} から ${until} まで: ${what}`,
  /** Behind that, after a comma. */
  byFile: 'デスク ファイルで計画 (変更するには、ファイルを変更してボットを再起動)',
  by: (name: string) => `${name} が計画`,
  projectGone: 'プロジェクトがデスク ファイルにないため、誰にも通知されません',
  more: (count: number) => `ほか ${count} 件。`,
  which: 'どのメンテナンスが終わりましたか?',
  choose: '選択してください',
  where: '何をメンテナンスしますか?',
  all: (project: string) => `${project}: すべて`,
  noRoom: (count: number) => `ほか ${count} 件はこの一覧に表示できません。デスク ファイルで計画してください。`,
  fromDate: '開始日',
  fromTime: (zone: string) => `開始時刻 (${zone})`,
  untilDate: '終了日',
  untilTime: (zone: string) => `終了時刻 (${zone})`,
  what: '作業の内容 (お客様が読みます)',
  example: 'バージョン 10.0.44 への更新',
  send: 'メンテナンスを保存',
  end: '今すぐ終了',
  audience:
    'このプロジェクトをフォローしているチャネルとチャットに、開始と終了をお知らせします。予定を変えるには、同じ対象でもう一度保存します。',
  errors: {
    choose: '一覧から 1 つ選んでください。',
    'not-a-time': '日付と時刻を選んでください。',
    'ends-first': '終了は開始より後にする必要があります。終了を遅くするか、開始を早くしてください。',
    past: 'すでに過ぎています。もっと後の終了時刻を選んでください。',
    'too-long': '14 日を超えています。終了を早め、残りは別のメンテナンスとして追加してください。',
    'too-far': '1 年以上先です。もっと近い日付を選んでください。',
    overlaps: (from: string, until: string) =>
      `${from} から ${until} までのメンテナンスがすでにあります。別の時間にするか、そちらを終了してください。`,
    what: (most: number) => `作業の内容を ${most} 文字以内で書いてください。`,
  },
  saved: (where: string, from: string, until: string) => `保存しました: ${where}、${from} から ${until} まで。`,
  nobody:
    'このプロジェクトをフォローしているチャネルやチャットがないため、誰にも通知されません。フォローするには、そこで "@Outage Desk setup" と書きます。',
  ended: '終了しました。開始をお知らせした相手に、終了をお知らせします。',
  gone: 'すでに終了しています。',
};
