/** The texts of the default catalogue in Japanese. */
import type { Catalogue } from './en.ts';

export const ja: Catalogue = {
  yes: 'はい',
  no: 'いいえ',
  'sign-in': {
    title: '誰もサインインできない',
    chooseWhen: 'すべてのユーザーが本番環境にサインインできない場合。',
    notThis: '1 人だけの問題、パスワード、ライセンス、ロールは、自社の IT 部門にお問い合わせください。',
    questions: {
      'sign-in-error': { text: 'どのエラーですか? 相関 ID も教えてください' },
      'other-apps': { text: 'ほかの Microsoft のアプリは使えますか?', choices: ['はい', 'いいえ', '試していない'] },
      'rules-changed': { text: '最近、サインインやアクセスのルールを変更した' },
      'rules-change': { text: '何を、いつ変更しましたか?' },
    },
  },
  'environment-down': {
    title: '本番環境に接続できない',
    chooseWhen: '全員にエラーが表示される、画面が真っ白になる、読み込みが終わらない場合。',
    notThis: '自社のネットワークの問題、サンドボックス、事前に案内されたメンテナンス。',
    questions: {
      'site-error': { text: 'ブラウザーにどのエラーやコードが表示されますか?' },
      'second-network': {
        text: '携帯電話など、別のネットワークからでも同じですか?',
        choices: ['はい', 'いいえ、自社のネットワークだけ', '試していない'],
      },
    },
  },
  'severe-slowness': {
    title: '遅すぎて仕事にならない',
    chooseWhen: '全員またはほとんどのユーザーが、複数のモジュールで操作できないほど遅い場合。',
    notThis: '1 つのフォーム、レポート、クエリだけが遅い場合は、通常のリクエストです。',
    questions: {
      'modules-fine': { text: '普段どおりの速さで使えるモジュールはどれですか?' },
      'slow-session': { text: '操作できない人のセッション ID' },
      'heavy-batch': { text: '現在、負荷の高いバッチを実行している' },
    },
  },
  'core-process-blocked': {
    title: '基幹業務を誰も処理できない',
    chooseWhen: 'サイトは開くが、転記、オーダーのリリース、請求などを誰もできない場合。',
    notThis: '1 つの会社や伝票だけの問題、操作方法の質問。パートナーが作った処理の場合は、まずパートナーにお電話ください。',
    questions: {
      companies: { text: 'どの法人で起きていますか?' },
      'process-last-worked': { text: '最後に正常だったのはいつですか?' },
      deadline: { text: '締め切りのある業務に影響している' },
      'deadline-at': { text: '締め切りはいつですか?' },
    },
  },
  'batch-stopped': {
    title: 'バッチ ジョブが動かない',
    chooseWhen: 'キューが止まって何も実行されず、業務が待たされている場合。',
    notThis: '1 つのジョブだけが失敗した、または遅い場合。',
    questions: {
      'batch-group': { text: 'どのジョブまたはバッチ グループが待っていますか?' },
      'jobs-waiting': { text: '待っているジョブはおよそ何件ですか?' },
      'batch-last-ran': { text: '最後にジョブが正常に終わったのはいつですか?' },
    },
  },
  'data-exchange-down': {
    title: 'インポートとエクスポートの停止',
    chooseWhen: 'データ管理が、すべてのエンティティで失敗する場合。',
    notThis: '1 つのファイル、マッピング、エンティティだけの問題。',
    questions: {
      'execution-id': { text: '失敗したジョブの実行 ID' },
      'exchange-first-failed': { text: '最初に失敗したのはいつですか?' },
    },
  },
  'integration-down': {
    title: 'API や Web サービスの停止',
    chooseWhen: 'すべての連携が、タイムアウトまたはサーバー エラーで失敗する場合。',
    notThis: '1 つのアプリのシークレットの期限切れ、そのアプリだけの 401 や 429、相手のシステムの不具合。',
    questions: {
      endpoint: { text: 'どのアドレスを呼び出していますか?' },
      'request-ids': { text: '失敗した呼び出しの時刻と、x-ms-client-request-id または ms-dyn-aid' },
    },
  },
  'commerce-down': {
    title: '店舗や Web ショップで販売できない',
    chooseWhen: 'POS、スケール ユニット、または Web ショップが使えない場合。',
    notThis: '1 台のレジ、プリンター、端末だけの問題、決済会社の障害。',
    questions: {
      stores: { text: 'どの店舗またはチャネルですか?' },
      registers: { text: 'レジはおよそ何台ですか?' },
      'offline-mode': { text: 'オフライン モードは使えますか?', choices: ['はい', 'いいえ', '設定していない'] },
    },
  },
  'warehouse-down': {
    title: '倉庫が止まっている',
    chooseWhen: '1 つ以上のサイトで、モバイル アプリから作業を処理できない場合。',
    notThis: '1 台の端末、Wi-Fi、またはメニューの設定ミス。',
    questions: {
      sites: { text: 'どのサイトですか?' },
      devices: { text: '端末はおよそ何台ですか?' },
      'web-client': { text: 'Web クライアントは使えますか?', choices: ['はい', 'いいえ', '試していない'] },
    },
  },
  'financial-reporting-down': {
    title: '財務報告が使えない',
    chooseWhen: '財務報告を利用できず、決算や法定の期日が迫っている場合。',
    notThis: '決算の時期でない場合、または 1 つのレポートの数字が違う場合。',
    questions: {
      'closing-at': { text: '決算または期日はいつですか?' },
      figures: { text: 'レポートの何が問題ですか?', choices: ['開けない', '開けるが、数字が古い'] },
    },
  },
  'update-failed': {
    title: '更新プログラム適用後の障害',
    chooseWhen: '更新プログラムまたはデプロイが予定時間を過ぎても終わらない、または終わった後に本番環境が使えない場合。',
    notThis: 'サンドボックスの更新プログラム、またはまだ予定時間内のもの。',
    questions: {
      update: { text: 'どの更新プログラムで、どの手順まで進んでいますか?' },
      'window-end': { text: '終了予定はいつでしたか?' },
      rollback: { text: '元に戻せますか?', choices: ['はい', 'いいえ', 'わからない'] },
    },
  },
  'wider-incident': {
    title: 'Microsoft の広域障害',
    chooseWhen: 'サービス正常性に同じ内容の障害が表示されていて、支援が必要な場合。',
    notThis: '同じ内容だが、支援は不要な場合。サービス正常性の投稿をご確認ください。',
    questions: {
      'health-id': { text: 'サービス正常性での ID' },
      needed: { text: '最も必要なものは何ですか?', choices: ['回避策', 'フェールオーバー', '詳しい情報'] },
    },
  },
  security: {
    title: '不正アクセスや情報漏えいの疑い',
    chooseWhen: '誰かが侵入した、またはデータが流出した可能性がある場合。',
    redirect:
      '不正アクセスの疑いは、チャネルに書かないでください。今すぐお電話のうえ、セキュリティの件だとお伝えください。以降は個別に対応します。',
  },
  'not-listed': {
    title: 'この中にない',
    chooseWhen: '3 つとも当てはまるが、上のどれにも合わない場合。障害かどうかはサポートが確認します。',
    notThis: 'データの破損の場合は、処理を止めて、パートナーにお電話ください。',
  },
};
