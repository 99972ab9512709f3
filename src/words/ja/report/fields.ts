/** The fields of the report: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'タイトル (何が起きているか、短く)',
    example: 'どの会社でも請求書を転記できない',
    fact: 'タイトル',
  },
  description: {
    label: '何が起きていますか? どんなエラーが表示されますか?',
    example: '操作手順、エラーの文面、セッション ID やアクティビティ ID',
    fact: '状況',
  },
  link: { fact: 'メッセージ' },
  began: { label: 'いつからですか?' },
  beganDate: { label: '日付 (空の場合は今日)' },
  beganTime: { label: (zone: string) => `時刻 (${zone})。上の選択の代わりに使われます` },
  beganAt: { fact: '発生' },
  affected: { label: '何人くらいに影響していますか?', fact: '影響人数' },
  impact: {
    label: '止まっている業務は何ですか? (任意)',
    example: 'トラック 40 台が納品書待ち。月次締めは 18:00',
    fact: '業務への影響',
  },
  changes: {
    label: '最近変わったことはありますか? (任意)',
    example: '更新プログラム、デプロイ、設定の変更など。心当たりがなければその旨',
    fact: '最近の変更',
  },
  name: { label: 'お名前', fact: '連絡先' },
  onBehalfOf: { label: 'ほかの方に代わって報告する場合、その方のお名前 (任意)', fact: '代理報告' },
  email: { label: 'メール アドレス' },
  phone: { label: '電話番号 (国番号付き)', example: '+81 3-1234-5678' },
  /** `title`: beside its box. */
  aroundTheClock: {
    label: '連絡できる時間',
    title: '解決するまで、この番号で 24 時間連絡を受けられます',
    fact: '連絡できる時間',
  },
  secondContact: {
    label: 'ほかに電話できる方 (上をチェックした場合は任意)',
    example: 'お名前と電話番号',
  },
  timeZone: { label: 'タイム ゾーン', fact: 'タイム ゾーン、言語' },
  language: { label: '電話で話す言語' },
};

/** What a timeline says was changed in a report. */
export const changed = {
  title: 'タイトル',
  description: '状況',
  beganAt: '発生日時',
  affected: '影響人数',
  impact: '業務への影響',
  recentChanges: '最近の変更',
  contact: '連絡先',
  onBehalfOf: '代理報告の相手',
  scenario: '障害の種類',
  environment: '環境',
} satisfies Record<keyof Correction, string>;
