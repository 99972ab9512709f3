/** What is said about the bots themselves: alarms, the check whether it would work tonight, drills, a restore. */
import type { Level } from '../../outage/types/values.ts';
import { message } from './common/messages.ts';
import { the, uncallable } from './common/names.ts';
import { formats } from './formats.ts';

const CALL = '今知らせるべき人に電話してください。';
const LOOK = 'すべてのボットが動いているか確認してください。';

const alarm = {
  /** `what`: one sentence for everybody. `desk`: what engineers do. `admin`: what the operator does. `thenLook`: what to do when it seems over, as it does when a bot was killed. */
  troubles: {
    'deadlines-overdue': {
      heading: '呼び出しが遅れています',
      what: (count: number, oldest: string) => `${count} 件の期限が過ぎましたが、誰も呼び出していません (最も古いものは ${oldest}前)。`,
      desk: '今は呼び出しに頼らないでください。対応開始や更新が必要な障害を、自分で確認してください。',
      admin: 'ボットのログとデータベースの負荷を確認し、ボットを再起動してください。',
      over: '呼び出しは時間どおりに戻りました',
    },
    'deadlines-missing': {
      heading: '呼び出しが行われない障害があります',
      what: (count: number) => `対応中の障害 ${count} 件に期限がなく、誰も呼び出されません。`,
      desk: '対応を開始するか、スレッドに更新を投稿してください。新しい期限が設定されます。',
      admin: '不具合か、データベースの手動での変更が原因です。ログを保存して報告してください。',
      over: '対応中のすべての障害に期限が戻りました',
    },
    'threads-missing': {
      heading: 'このチャネルに届いていない障害があります',
      what: (count: number) => `対応中の障害 ${count} 件のスレッドがサポート デスクのチャネルになく、送信待ちにもなっていません。`,
      desk: '"@Outage Desk ack OUT-1042" のように番号で対応を開始し、更新を投稿してください。更新は報告者に届きます。',
      admin: '不具合か、データベースの手動での変更が原因です。ログを保存して報告してください。',
      over: '対応中のすべての障害がこのチャネルにあります',
    },
    'deliveries-refused': {
      heading: 'メッセージが届きません',
      what: (count: number, oldest: string) =>
        `${count} 件のメッセージが届いていません (最長 ${oldest})。Teams に拒否されたか、応答がありません。`,
      desk: `${CALL}送信は続けます。送信を中止したメッセージはここでお知らせします。`,
      admin: 'Teams のサービス正常性と、ボットのクライアント シークレットの有効期限を確認してください。',
      over: 'メッセージが再び届くようになりました',
    },
    'deliveries-backlog': {
      heading: 'メッセージが順番待ちです',
      what: (count: number, oldest: string) =>
        `${count} 件のメッセージが待っています (最長 ${oldest})。Teams が一度に受け付ける数には限りがあります。`,
      desk: `${CALL}失われるものはありません。対応開始のお知らせから順に、すべて送信します。`,
      admin: '件数が減っている間は何もしないでください。増える場合は、ボットのログを確認してください。',
      over: '順番待ちのメッセージはなくなりました',
    },
    'deliveries-untouched': {
      heading: 'メッセージが送信されていません',
      what: (count: number, oldest: string) => `${count} 件のメッセージが待っていますが (最長 ${oldest})、送信するボットがありません。`,
      desk: `${CALL}失われるものはありません。ボットが動きしだい送信します。`,
      admin: 'ボットのログを確認し、ボットを再起動してください。',
      over: 'メッセージが再び送信されています',
    },
    'clock-skew': {
      heading: '時計がずれています',
      what: (by: string) => `ボットの時計とデータベースの時計が ${by}ずれています。`,
      desk: '呼び出しはデータベースの時計に従います。その時計が間違っていると、呼び出しもカードの時刻も間違います。',
      admin: '両方のマシンの時刻をタイム サーバーに合わせてください。',
      over: '動作中のすべてのボットの時計が合いました',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'ボットが停止しています',
      what: (since: string) => `ボットが ${since}前から何もしていません。`,
      desk: 'ほかのボットが動いていれば、代わりに処理します。メッセージが止まったら、今知らせるべき人に電話してください。',
      admin: '/readyz が 503 を返すボットを再起動してください。',
      over: '動作中のすべてのボットが正常に戻りました',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: 'Microsoft の署名キーを取得できません',
      what: (since: string, known: boolean) =>
        known
          ? `メッセージが Teams からのものか確認するキーを、ボットが ${since}前から取得できていません。前回のキーを使っています。`
          : `メッセージが Teams からのものか確認するキーを、ボットが ${since}前から取得できていません。メッセージもボタン操作も受け付けられません。`,
      desk: '呼び出しは続きます。ボットが応答しない場合、お客様はここで報告できません。電話に出てください。',
      admin:
        'ボットが https://login.botframework.com に接続できるか確認してください。Microsoft がキーを公開している場所です。再試行は自動で行います。',
      over: 'Microsoft の署名キーを再び取得できました',
    },
    'store-unavailable': { what: 'データベースの読み書きができません。', admin: 'DATABASE_URL、またはディスクを確認してください。' },
    'desk-untold': {
      what: '問題をサポート デスクに伝えられませんでした。',
      admin:
        'Teams が動いているか、サポート デスクのチームにアプリがあるか、どのチャネルがサポート デスクか (/outage setup) を確認してください。',
    },
  },
  still: (heading: string) => `継続中: ${heading}`,
  since: '開始',
  until: '終了',
  outages: '障害 (古い順)',
  lastAnswer: '最後の応答',
  now: '今すること',
  admin: '管理者の方へ',
  untold: '起きている間はお伝えできませんでした。',
  over: '解消しました。',
  setAside: {
    heading: (count: number) => `${count} 件のメッセージの送信を中止しました`,
    text: 'Teams に拒否されたか、届いたことを確認できませんでした。再試行はしません。別の方法で相手に伝えてください。',
    outward: 'ほかのシステムが受け付けませんでした。再試行はしません。届いていない内容は手動で入力してください。',
    line: (name: string, what: string, place: string) => `${name}: ${what} (送信先: ${place})`,
    why: (reason: string) => `理由: ${reason}`,
    unknown: '不明',
    more: (count: number) => `ほか ${count} 件。ログに記載しています。`,
    state: 'カードの新しい状態',
    message,
  },
};

const namesOf = (levels: readonly Level[]): string => formats.and(levels.map((level) => the[level]));

/** Names of settings, such as onCall > primary, stay as they stand in the desk file. */
const check = {
  heading: (troubles: number) => `今夜の体制の確認: 問題が ${troubles} 件あります。`,
  fine: '今夜の体制の確認: 問題は見つかりませんでした。',
  looked: (until: string) => `確認した内容: ${until} までの当番表、エスカレーション、プロジェクト、電話番号。`,
  more: (findings: number) => `ほか ${findings} 件あります。まずこれらを直してから、もう一度確認してください。`,
  /** `level` null: nobody is on any level that is pinged. */
  gap: (level: Level | null, from: string, until: string, more: number) => {
    const again = more > 0 ? `30 日以内にほか ${more} 回あります。` : '';
    return level === null
      ? `${from} から ${until} まで、呼び出せる人がいません。${again}`
      : `${from} から ${until} まで、${the[level]}がいません。${again}`;
  },
  gapCost: {
    nobody: (level: Level) => `${the[level]}の代わりに呼び出す人はいません。`,
    only: (levels: readonly Level[], after: string) => `報告から ${after}後に呼び出すのは、${namesOf(levels)}だけです。`,
    later: (levels: readonly Level[], after: string) => `次の呼び出しは報告から ${after}後で、相手は${namesOf(levels)}です。`,
  },
  gapRemedy: (key: Level | null) => `その時間帯の人またはローテーションを onCall > ${key ?? 'primary'} に追加してください。`,
  empty: (level: Level) => `エスカレーションで呼び出す${the[level]}に、誰も登録されていません。`,
  emptyRemedy: (key: string) => `onCall > ${key} に人を登録するか、promise > ladder と promise > breach から ${key} を削除してください。`,
  late: (level: Level, left: string) => `${the[level]}の呼び出しが、期限の ${left}前です。`,
  lateRemedy: (level: Level, least: string) =>
    `${the[level]}の呼び出しを、期限の ${least}以上前にしてください: promise > ladder > beforeEndMinutes。`,
  uncalled: (level: Level) => `${the[level]}は期限前に一度も呼び出されません。`,
  uncalledRemedy: (key: string) => `promise > ladder のどれかの段階の levels に ${key} を追加してください。`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${from} から、${who} が${the[other]}と${the[level]}を兼ねるため、次の呼び出しも同じ人になります。`,
  sameRemedy: (key: string) => `その時間は onCall > ${key} を別の人にするか、ローテーションの順番を変えてください。`,
  moved: (level: Level, who: string, was: string) =>
    `このファイルでは、現在の${the[level]}は ${who || 'なし'} です。これまでは ${was || 'なし'} でした。`,
  movedTurnRemedy: (was: string, began: string) =>
    `今回の当番を ${was} のままにするには、ローテーションの先頭を ${was} にして残りを順に並べ、starts: ${began} と書いてください。`,
  movedRemedy: '両方に伝えるか、onCall を修正してください。',
  nowOnCall: (who: string) => `このファイルによる現在の当番: ${who}。`,
  noProduction: (project: string) => `${project} に、障害を報告できる環境がありません。`,
  noProductionRemedy: 'どれかの環境に kind: production、managedBy: microsoft、対象の製品を設定するか、プロジェクトを削除してください。',
  noScenario: (product: string) => `${product} 用の障害の種類がないため、全製品共通のものだけを選べます。`,
  noScenarioRemedy: 'scenarios > products で使われている ID を付けるか、専用の障害の種類を追加してください。',
  teamNotThere: (project: string) => `${project} のチームに Teams がアクセスを許可しないため、誰が報告できるかわかりません。`,
  teamNotThereRemedy: 'そのチームにアプリを追加するか、デスク ファイルの projects > membersFrom を修正してください。',
  teamNotAsked: (project: string) => `${project} のチームのメンバーについて、Teams から応答がありませんでした。`,
  nobody: (project: string) => `${project} の障害を報告できる人がいません。メンバーの登録がなく、チームも空です。`,
  nobodyRemedy: 'そのチームか、プロジェクトの members に人を追加してください。',
  accountUnseen: (account: string) => `アカウント ${account} からは、まだ一度も連絡がありません。`,
  accountUnseenRemedy: 'つづりを確認してください。正しければ、本人がこのボットに書き込んだときに認識します。',
  tenantUnseen: (project: string) => `${project} の人は、まだ誰も自社の Teams からこのボットに書き込んでいません。`,
  tenantUnseenRemedy: (tenant: string) => `相手の管理者がアプリを追加したことと、テナントが ${tenant} であることを確認してください。`,
  example: {
    id: (ids: string) => `サンプルの ID が使われています: ${ids}。`,
    phone: (numbers: string) => `サンプルの電話番号が使われています。誰も出ません: ${numbers}。`,
    address: (addresses: string) => `サンプルのアドレスが使われています: ${addresses}。`,
  },
  exampleRemedy: {
    id: '自分のテナントと人の ID に変えてください: Microsoft Entra 管理センター > [概要]、または [ユーザー] > [オブジェクト ID]。',
    phone: (places: string) => `自分の電話番号に変えてください: ${places}。`,
    address: (places: string) => `自分のアドレスに変えてください: ${places}。`,
  },
  shortPromise: (within: string) => `約束の時間が ${within}です。これは試用のための設定で、読んで判断して押すには短すぎます。`,
  shortPromiseRemedy: 'promise > acknowledgeWithinMinutes を削除して 30 にするか、5 以上にしてください。',
  webhook: {
    inside: (webhook: string, host: string) => `Webhook「${webhook}」(${host}) は社内ネットワークにあるため、何も送信されません。`,
    unknown: (webhook: string, host: string) => `Webhook「${webhook}」のホスト (${host}) が見つかりません。`,
    gone: (webhook: string, host: string) => `Webhook「${webhook}」(${host}) が 410 Gone を返したため、イベントを送信していません。`,
    failing: (webhook: string, host: string, since: string, error: string) =>
      `Webhook「${webhook}」(${host}) は ${since} から何も受け付けていません。最後の応答: ${error}。`,
  },
  webhookRemedy: {
    inside: 'webhooks > address を修正するか、意図したものなら allowPrivate: true と書いてください。',
    unknown: 'webhooks > address を修正するか、マシンの DNS を確認してください。',
    gone: 'webhooks から削除するか、新しいアドレスにしてください。',
    failing: '相手のシステムを確認してください。イベントごとに 1 日間再試行します。',
  },
  pager: {
    inside: (pager: string, host: string) => `ページャー「${pager}」(${host}) は社内ネットワークにあるため、誰も呼び出せません。`,
    unknown: (pager: string, host: string) => `ページャー「${pager}」のホスト (${host}) が見つかりません。`,
  },
  pagerRemedy: {
    inside: 'pagers > address を修正するか、意図したものなら allowPrivate: true と書いてください。',
    unknown: 'pagers > address を修正するか、マシンの DNS を確認してください。',
  },
  phone: uncallable,
  place: (id: string) => `フォロー先「${id}」`,
  ownPlace: 'サポート デスクのチャネル',
  noDesk: 'サポート デスクのチャネルがまだないため、障害を報告できません。',
  noDeskRemedy: '管理者がチャネルで /outage setup と書くか、デスク ファイルで指定します (desk.channel)。',
  notThere: (place: string) => `Teams がアクセスを許可していません: ${place}。`,
  notThereRemedy: 'そのチームまたはチャットにアプリを追加するか、デスク ファイルの会話 ID を修正してください。',
  notAsked: (place: string) => `次の場所に書き込めるか、Teams から応答がありませんでした: ${place}。`,
  notAskedRemedy: '1 分後にもう一度確認してください。',
  notInTeam: (person: string) => `${person} は当番表にいますが、サポート デスクのチャネルのチームにいないため、スレッドを見られません。`,
  notInTeamRemedy: 'チームに追加してください。',
  noChat: (people: string) => `当番表の次の人に、Teams がダイレクト メッセージを許可していません: ${people}。`,
  noChatRemedy:
    'アプリを追加してブロックしないよう依頼するか、代わりにインストールしてください: Teams 管理センター > [Teams のアプリ] > [セットアップ ポリシー]。',
  noPhone: (people: string) => `当番表の次の人に電話できるページャーがありません: ${people}。`,
  noPhoneRemedy: 'デスク ファイルに電話番号を書いてください: people > phone。',
  noSecret: (pager: string) => `ページャー「${pager}」のシークレットがないため、ボットは起動しません。`,
  noSecretRemedy: (name: string) => `${name} を設定するか、${name}_FILE にシークレットのファイルのパスを設定してください。`,
  noPublicUrl: (pagers: string) =>
    `電話のキーで対応を開始することができず、応答したかどうかもわかりません。${pagers} 用の公開アドレスがないためです。`,
  noPublicUrlRemedy: 'PUBLIC_URL にボットの https アドレスを設定してください。',
  chatNotAsked: (people: string) => `次の人にダイレクト メッセージを送れるか、Teams から応答がありませんでした: ${people}。`,
  lookedInTeams: (until: string) =>
    `確認した内容: ${until} までの当番表、エスカレーション、プロジェクト、電話番号、Teams でのボットの場所、ダイレクト メッセージが届く人。`,
  phoneRemedy: 'desk > phones に、+81 3-1234-5678 のように国番号を付けて書いてください。内線は ext. 5 のように書きます。',
};

const drill = {
  project: '訓練',
  environment: '環境なし',
  scenario: '訓練',
  title: '訓練: 実際の障害ではありません',
  notAgreed: (project: string) =>
    `訓練に参加するプロジェクト ${project} は見つかりません。双方が合意したら、デスク ファイルに drills: true と書きます。`,
  description: '実際の障害ではありませんが、同じように対応の開始、更新の投稿、解決を行ってください。自動的に終わります。',
  hint: 'これは訓練です。時計は 60 倍の速さで進み、自動的に終わります。',
  begins: (name: string) => `${name}: 訓練開始`,
  quiet: '誰にもメンションしません。',
  over: '訓練終了',
  begun: (name: string, ends: string, loud: boolean, rings: boolean) =>
    `サポート デスクのチャネルで ${name} を始めます。${loud ? `当番を呼び出します${rings ? ' (ページャーも鳴ります)' : ''}。` : '誰にもメンションしません。'}${ends} に終わり、結果はそこに表示されます。`,
  ended: (name: string) => `${name}: 訓練終了`,
  all: 'メッセージはすべて届きました。',
  missing: (count: number) => `${count} 件のメッセージが届きませんでした。`,
  after: (time: string) => `${time}後`,
  arrived: (what: string, where: string, late: string) => `${what} (送信先: ${where}): ${late}後に到着`,
  atOnce: (what: string, where: string) => `${what} (送信先: ${where}): すぐに到着`,
  joined: (what: string, where: string) => `${what} (送信先: ${where}): 次のメッセージと一緒に到着`,
  failed: (what: string, where: string, why: string) => `${what} (送信先: ${where}): 届きませんでした。${why}`,
  waits: 'まだ待っています。',
  times: '実際の障害では、各段階の間隔は 60 倍になります。メッセージが届く速さは同じです。',
};

const restored = {
  /** For the desk, in the first messages of each outage and on its card. */
  desk: (when: string) => `デスクの記録は ${when} の時点に復元されました。その後のことは記録にありません。もう一度投稿してください。`,
  /** For the reporter and those who follow. */
  others: (when: string) =>
    `システム障害のため、${when} より後の記録が失われました。その後にお伝えした内容をもう一度お伝えするよう、デスクに依頼しました。`,
  /** In the place of "not acknowledged", which may be untrue. */
  breached: (name: string) => `${name}: 対応済みか確認できません`,
  breachedText: 'Teams で呼び出す相手を増やしています。誰かが対応を開始するまで続けます。',
  /** Once, in the desk's channel. */
  heading: (when: string) => `デスクの記録は ${when} の時点に復元されました`,
  text: 'その後のことは記録にありません。その後に対応開始、更新、解決をした場合は、もう一度行ってください。',
  gone: (when: string) =>
    `${when} より後に報告された障害は記録になく、再オープンした障害は終了した扱いです。呼び出しも行われません。このチャネルでスレッドを探し、もう一度報告または再オープンしてください。`,
  noneOpen: 'その時点で対応中の障害はありませんでした。',
  open: (count: number) => `その時点で対応中だった障害が ${count} 件あり、そこから続けます:`,
  more: (count: number) => `ほか ${count} 件。それぞれのカードにも書いてあります。`,
};

export const watch = { alarm, check, drill, restored };
