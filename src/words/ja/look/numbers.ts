/** How often promises were kept, and how long things took. */
import type { PeriodName } from '../../../outage/numbers/figure.ts';

/** "44 件中 41 件 (93%)". */
const share = (part: number, all: number): string => `${all} 件中 ${part} 件${all > 0 ? ` (${Math.round((100 * part) / all)}%)` : ''}`;

export const numbers = {
  period: {
    month: '今月',
    'last month': '先月',
    quarter: '今四半期',
    'last quarter': '前四半期',
    '90 days': '過去 90 日間',
  } satisfies Record<PeriodName, string>,
  show: (period: string) => `${period}を表示`,
  heading: (period: string, project: string) => `実績: ${period}${project ? `、${project}` : ''}`,
  summary: (kept: number, promised: number) =>
    promised === 0 ? 'まだ集計するものがありません。' : `守れた約束: ${share(kept, promised)}。`,
  asOf: (time: string, zone: string) => `${time} 現在。月、日、時間はデスクの時刻です: ${zone}。`,
  incomplete: '以前の障害を集計中です。後でもう一度お試しください。',
  before: (text: string) => `前の期間: ${text}`,
  none: 'なし',
  noneBefore: '障害の報告はありませんでした。',
  promise: '約束',
  kept: (kept: number, promised: number) =>
    promised === 0 ? '集計するものがありません。' : `期限内に対応開始: ${share(kept, promised)}。`,
  waiting: (count: number) => `未対応 (期限前): ${count} 件。`,
  acknowledged: '対応開始までの時間',
  resolved: '解決までの時間',
  spread: (median: string, p90: string, count: number) => `半数が ${median}以内、90% が ${p90}以内 (障害 ${count} 件)。`,
  updates: '期限内の更新',
  updated: (onTime: number, all: number) => (all === 0 ? '期限の来た更新はありません。' : `${share(onTime, all)}。`),
  apart: '集計対象外',
  transferred: (count: number, kept: number) => `移管: ${count} 件 (うち期限内に対応開始 ${kept} 件)。`,
  merged: (count: number, kept: number) => `ほかの障害に統合: ${count} 件 (うち期限内に対応開始 ${kept} 件)。`,
  withdrawn: (count: number) => `期限前に取り下げ: ${count} 件。`,
  scenarios: '種類別',
  scenario: (title: string, count: number, kept: number, promised: number) =>
    `${title}: 障害 ${count} 件、期限内に対応開始 ${promised} 件中 ${kept} 件。`,
  otherScenarios: (count: number) => `ほか ${count} 種類。`,
  hours: '時間帯別',
  hour: (hour: number, count: number) => `${String(hour).padStart(2, '0')}:00: ${count}`,
  notCounted: '訓練とリクエストは集計しません。',
  chart: {
    promise: '期限内の対応開始',
    kept: '期限内',
    late: '期限超過',
    waiting: '期限前',
    hours: '時間帯別の障害',
    scenarios: '種類別の障害',
  },
  unknownProject: (typed: string, projects: string) =>
    `プロジェクト ${typed} は見つかりません。次のどれかを書いてください: ${projects}。その前に month、quarter、90 days のどれかを付けられます。`,
  weekly: {
    spread: (median: string, count: number) => `半数が ${median}以内に対応開始 (障害 ${count} 件)。`,
    updates: (onTime: number, all: number) => `期限内の更新: ${share(onTime, all)}。`,
    before: (kept: number, promised: number) => `その前の週: 期限内に対応開始 ${share(kept, promised)}。`,
    more: '詳しく見るには、/outage numbers と送ってください。',
  },
};
