/** The guided report: what a customer reads while production is down, and when the report waits, is sent, or cannot be. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';
import { byApi, byPhone } from './by-phone.ts';
import { fields } from './fields.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const report = {
  heading: '本番環境の障害を報告',
  /** `most`: where it depends on the kind of outage, which is not chosen yet. */
  progress: (step: number, of: number, most = of) => `ステップ ${step}/${of}${most > of ? ` または ${most}` : ''}`,
  next: '続行',
  back: '戻る',
  done: '報告を送信',
  cancel: 'キャンセル',
  fields,
  byApi,
  byPhone,
  form: {
    below: '下の別のメッセージに入力してください。',
    belowAlone: '下に入力してください。あなたにだけ表示されます。',
    sent: '送信しました。',
    closed: '閉じました。何も送信していません。',
    held: (until: string) =>
      `${until} までに送信してください。それ以降は、ほかの人の操作でカードが変わることがあります。その間のお知らせは下に届きます。`,
    kept: '前回の入力は送信されていません。入力した内容はそのまま残っています。',
  },
  confirmation: {
    title: '本番環境の障害ですか?',
    intro: '次の 3 つすべてに当てはまる場合が障害です:',
    tick: '3 つとも当てはまる場合が障害です。今、当てはまるものをチェックしてください。',
    yes: 'はい、3 つとも当てはまる',
    notAll: 'いいえ、すべてではない',
    environment: 'どの本番環境ですか?',
    choose: '選択してください',
    labels: { live: '稼働中の本番環境', many: '複数のユーザー', stopped: '日常業務の停止' },
    conditions: {
      live: '稼働中の本番環境で起きている',
      many: '複数のユーザーに影響している',
      stopped: '日常の業務ができない',
    },
  },
  scenario: {
    title: 'どのような障害ですか?',
    intro: '最も近いものを選んでください。',
    thisOne: 'これを選ぶ',
    often: 'ここでよく報告されるもの:',
    others: 'そのほか:',
    chosen: (title: string) => `\u2713 前回の選択: ${title}`,
    hints: '選び方を見る',
    notThis: (text: string) => `対象外: ${text}`,
  },
  details: {
    title: '何が起きていますか?',
    beganChoices: { 'just-now': 'たった今', 'ago-15': '15 分前', 'ago-60': '1 時間前', unsure: 'もっと前、またはわからない' },
    exactly: '正確な時刻を入力',
    affectedChoices: { everyone: '全員', most: 'ほとんどのユーザー', some: '一部のユーザー (2 人以上)', unsure: 'わからない' },
  },
  questions: {
    title: '早く対応するために教えてください',
    intro: 'わかることだけ答えてください。残りは空でかまいません。',
    introNeeded: 'わかることだけ答えてください。入力が必要なのは「必須」とあるものだけです。',
    needed: (question: string) => `${question} (必須)`,
    time: (question: string, zone: string) => `${question} (時刻、${zone})`,
    fact: '回答',
  },
  contact: {
    title: 'どなたにお電話すればよいですか?',
    intro: 'サポート デスクだけが見ます。電話が役立つ場合は、エンジニアからお電話します。',
  },
  review: {
    title: '確認して送信',
    intro: (minutes: string) =>
      `まだ何も送信されていません。「報告を送信」を押すと、サポート エンジニアが ${minutes}以内に対応を開始します。`,
    orElse: (second: string) => `ほかの連絡先: ${second}`,
  },
  errors: {
    required: '入力が必要です。',
    'too-long': '長すぎるため、最初の部分だけ表示しています。短くしてください。',
    'unknown-choice': '一覧から選んでください。',
    'in-the-future': '未来の時刻です。すでに過ぎた時刻を選んでください。',
    'after-the-report': '報告した時刻より後です。もっと前の時刻を選んでください。',
    'not-a-time': '日付と時刻の両方を選んでください。',
    'not-an-email': 'メール アドレスの形式ではないようです。',
    'not-a-phone': (example: string) => `電話番号ではないようです。国番号を付けて入力してください。例: ${example}`,
    'not-a-number': '数値を入力してください。',
    'too-long-ago': '1 年以上前です。日付を確認してください。',
    'someone-reachable': '上をチェックするか、ほかに電話できる方を入力してください。',
  },
  /** What Teams shows beside an input that it refuses by itself. */
  clientError: 'この項目を確認してください。',
  fix: (count: number) => `未入力または確認が必要な回答が ${count} 件あります。下に印を付けました。`,

  /** Who cannot report reads whom to call now, then the reason, then what they can do instead. */
  access: {
    callNow: (phones: readonly { region: string; number: string }[]) =>
      `今、本番環境が止まっていますか? この手続きを待たずに、${numbers(phones)} にお電話ください。`,

    notMember: {
      heading: 'どのプロジェクトにも登録されていません',
      text: 'ここで障害を報告できるのは、お客様のプロジェクトのメンバーだけです。お使いのアカウントはまだ追加されていません。',
      ask: 'プロジェクトの所有者か組織の管理者に追加を依頼し、その後もう一度お試しください。',
      askDesk: (whom: string) => `サポート デスクでの問い合わせ先: ${whom}`,
    },
    otherTenant: {
      heading: '別の組織のアカウントです',
      text: (desk: string) =>
        `障害を報告するには、${desk} の組織のアカウントを使ってください。ここからそのアカウントを確認することはできません。`,
      change: 'アカウントをお持ちの場合は、Teams で自分の写真からその組織を選び、そこで /outage と送ってください。',
      ask: 'お持ちでない場合は、プロジェクトの所有者か組織の管理者に、ゲストとしての招待を依頼してください。',
    },
    stranger: {
      heading: 'お使いの組織はまだ登録されていません',
      text: (desk: string) => `これは ${desk} のお客様向けのボットです。お使いの組織は登録されていません。`,
      ask: 'デスクに追加を依頼してください。必要なテナント ID はこちらです:',
      next: '何も報告されていません。追加されたら、/outage と送ってください。',
    },
    notTold: {
      heading: 'アクセス権を確認できませんでした',
      text: 'どのプロジェクトのメンバーか Teams に確認しましたが、応答がありませんでした。操作の誤りではありません。',
      next: '1 分ほど待ってもう一度お試しください。それでも解決しない場合は、お電話ください。',
    },
    again: '再試行',

    notEligible: {
      heading: 'お使いの環境はここでは対象外です',
      public: 'この障害はここでは報告できません',
      publicText: '理由に環境の名前が含まれるため、報告する本人だけが見られます。',
      why: '理由を見る',
    },
    missing: {
      open: '自分の環境を探す',
      heading: '環境が見つかりませんか?',
      none: 'プロジェクトの環境はすべて一覧にあります。',
      other:
        '下にも見つからない場合は、その環境のプロジェクトに登録されていません。プロジェクトの所有者か組織の管理者に追加を依頼してください。',
      wrong: '間違いがあれば、お電話ください。変更できます。',
    },
    /** `names`: of one environment, or of several, as a list. */
    why: {
      'not-member': (names: string) => `あなたのプロジェクトにない環境: ${names}。`,
      sandbox: (names: string, _several: boolean) => `サンドボックス: ${names}。報告できるのは本番環境の障害だけです。`,
      'customer-managed': (names: string, _several: boolean) =>
        `お客様またはパートナーが管理する環境: ${names}。報告できるのは、Microsoft が管理する環境の障害だけです。`,
      product: (names: string, _several: boolean, products: string) => `対象の製品 (${products}) がない環境: ${names}。`,
    } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
    more: (names: string, count: number) => `${names}、ほか ${count} 件`,
    instead: (text: string) => `代わりにできること: ${text}`,
    request: 'サポート リクエストを作成',

    onBehalfOf: {
      both: (reporter: string, other: string) => `${reporter} (${other} の代理)`,
    },
  },
  fromMessage: {
    /** In the menu that Teams shows for a message. */
    action: '障害を報告',
    menu: 'このメッセージを添えて本番環境の障害を報告',
    somebody: 'ある人',
    wrote: (author: string, when: string) => `${author} の投稿${when ? ` (${when})` : ''}:`,
    noText: '(文章なし: カード、画像、またはファイル)',
    withFiles: '(画像またはファイルが付いていました。元のメッセージにだけあります。)',
    begun: '個人チャットで続けてください',
    waits: '報告は個人チャットにあります',
    where: '報告を完了するには、[チャット] で Outage Desk を開いてください。サポート デスクにはまだ何も送信されていません。',
    withIt: 'メッセージは「状況」に入っています。',
    withoutIt: 'その報告の「状況」は入力済みだったため、このメッセージは追加していません。入力した内容はそのままです。',
    notInstalled: 'まだメッセージを送れません',
    install: 'Teams で [アプリ] を開き、Outage Desk を探して自分用に追加してください。その後、もう一度お試しください。',
    kept: 'それまで、このメッセージは報告用に保管します。',
    again: '再試行',
    unsure: 'メッセージが届いていない可能性があります',
    unsureText:
      'Outage Desk との個人チャットを開いてください。1 分たっても何も届かない場合は、そこで /outage と送ってください。選んだメッセージは保管しています。',
  },

  exit: {
    noOutageHeading: 'これは本番環境の障害ではありません',
    noOutage: '本番環境の障害とは、稼働中の本番環境で起き、複数のユーザーに影響し、日常業務が止まっているものです。',
    notTicked: (condition: string) => `当てはまらない条件: ${condition}。`,
    inDoubt: '迷う場合は、戻って 3 つともチェックしてください。サポートが一緒に確認します。',
    redirected: (scenario: string) => `${scenario}: お電話ください`,
    call: (phones: string) => `電話番号: ${phones}。`,
    cancelled: 'キャンセルしました。何も送信していません。',
    nothingToCancel: 'キャンセルするものはありません。作成中の報告も、対応中の障害もありません。',
  },

  resume: {
    heading: '報告はまだ送信されていません',
    text: (title: string, when: string) => (title ? `「${title}」を ${when} に書き始めました。` : `${when} に書き始めました。`),
    added: '今書いた内容を「状況」に追加しました。まだ誰も読んでいません。',
    noRoom: '今書いた内容は、長すぎるため「状況」に追加していません。短くしてください。',
    press: '報告はまだ送信されていません。報告のボタンを押してください。',
    goOn: '続行',
    startOver: '最初からやり直す',
  },

  public: {
    heading: (person: string) => `${person} さんが本番環境の障害を報告しています`,
    text: (person: string) =>
      `サポートにはまだ何も送信されていません。ボタンは ${person} さん専用です。送信されると、ここに番号が表示されます。`,
    go: '報告を続ける',
    cancelled: (person: string) => `${person} さんが報告を始め、キャンセルしました。何も送信していません。`,
    /** Above the reporter's buttons. */
    buttonsFor: (person: string) => `${person} さん専用:`,
    arrived: (name: string, person: string) => `${name} (報告者: ${person} さん)`,
    /** To the reporter alone, when the others have a card of their own. */
    sent: 'ここにいる全員に、番号と状態のカードが表示されます。書いた内容は表示されません。更新はそのカードに届きます。このメッセージはあなたにだけ見え、内容は変わらず、1 日で消えます。',
    /** Before it is sent. */
    willSee: '送信すると、ここにいる全員に番号と状態が表示されます。書いた内容は表示されません。',
  },

  receipt: {
    /** A row that is folded, with all that they entered. */
    reported: '報告した内容',
    heading: (name: string) => `${name}: 報告を受け付けました`,
    next: (when: string) =>
      `${when} までにサポート エンジニアが対応を開始し、お知らせします。それまでに誰も対応しなければ、Teams で呼び出す相手を増やし、そのこともお知らせします。`,
    breached: (when: string) =>
      `${when} までに対応を開始するお約束でしたが、遅れており、申し訳ありません。誰かが対応を開始するまで、Teams で呼び出す相手を増やし続けます。`,
    call: (name: string) => `お電話でも「${name}」とお伝えください。`,
    nextUpdate: (when: string) => `次の更新は ${when} までにお届けします。`,
    /** An engineer opened it again. */
    reopened: (when: string, by: string) => `${when} に再オープンしました。担当者は ${by} です。`,
    acknowledged: (by: string, when: string) => `${by} が ${when} に対応を開始しました。`,
    resolved: (by: string, when: string) => `${by} が ${when} に解決しました。`,
  },

  correct: {
    saved: '訂正を保存し、サポート デスクに伝えました:',
    same: '変更がないため、保存していません。',
    changed: (label: string, was: string, now: string) => `${label}: 変更前 ${was}、変更後 ${now}`,
    second: 'ほかの連絡先',
    heading: (name: string) => (name ? `${name}: 報告を訂正` : '報告を訂正'),
    began: 'いつからですか? 日付 (わからない場合は空)',
    beganTime: '時刻 (報告のタイム ゾーン)',
    askDesk: (phones: string) =>
      `環境、障害の種類、その質問への回答、タイム ゾーン、言語を変えるには、サポート デスクにご連絡ください: ${phones}。`,
    send: '訂正を保存',
    audience:
      '保存せずにやめるには、「戻る」を押します。変更した点はサポート デスクに表示されます。電話番号とメール アドレスは、デスクのスレッドとここにだけ表示されます。',
  },

  reclassify: {
    heading: (name: string) => `${name}: 分類を変更`,
    scenario: '障害の種類',
    environment: '本番環境',
    send: '分類を変更',
    audience: 'スレッドに変更点が表示されます。フォローしている全員に新しい種類が表示されます。',
  },

  unreached: {
    heading: (name: string) => `${name}: まだサポート デスクに届いていません`,
    stored: (when: string) => `報告は ${when} に保存しました。入力した内容もすべて含まれています。もう一度入力する必要はありません。`,
    why: 'Teams でサポート デスクのチャネルに届いたことを確認できませんでした。送信を続け、届いたらお知らせします。',
    clock: (when: string) => `お約束は変わりません。${when} までにサポート エンジニアが対応を開始します。`,
    late: (when: string) => `${when} までに対応を開始するお約束でしたが、遅れており、申し訳ありません。`,
    call: (phones: string, name: string) => `待たずに ${phones} にお電話のうえ、「${name}」とお伝えください。`,
    copyLabel: '電話で読み上げる、またはメールに貼り付ける文章',
    copyHint: 'すべて選択してコピーしてください。ここで変更しても送信されません。',
    copyButton: 'コピー用の文章を表示',
    copyHeading: (name: string) => `${name}: 報告の文章`,
    /** When it could not be sent. */
    unsentHeading: '報告を送信できませんでした',
    again: '再試行',
    number: '番号',
    received: '保存日時',
    reached: (name: string) => `${name}: サポート デスクに届きました`,
    reachedAt: (when: string) => `${when} にデスクのチャネルに届きました。サポート エンジニアが見られます。`,
    /** On the desk's own card. */
    deskTold: (when: string) => `遅れて届きました。${when} に、このチャネルに届いていないことを報告者に伝え、電話をお願いしました。`,
  },

  nudge: {
    heading: '未送信の報告があります',
    nobody: 'まだ誰も読んでいません。',
    complete: '必要な内容はそろっています。今すぐ送信できます。',
    missing: '「続行」を押して、最後まで入力し、送信してください。',
    kept: '最後の操作から 1 日間保管し、その後削除します。',
    goOn: '続行',
  },
};
