/** What stands beside the drawn stages and the clock of an outage, and on the row that unfolds the rest of a card. */
import type { Stage } from '../../../outage/types/stage.ts';
import { phaseShort } from './names.ts';

const name: Record<Stage, string> = { reported: '報告済み', acknowledged: '対応開始', ...phaseShort, resolved: '解決済み' };

export const stages = {
  name,
  /** `now`, here and below: this text. */
  now: (n: number, of: number, stage: string) => `段階 ${n}/${of}: ${stage}`,
  at: (now: string, when: string) => `${now} (${when})`,
  since: (now: string, when: string) => `${now} (${when} から)`,
  /** In a drill, whose stages are seconds apart. `after`: how long after the report. */
  after: (now: string, after: string) => `${now} (報告から ${after}後)`,
  next: (now: string, stage: string) => `${now}。次の段階: ${stage}。`,
  updateLate: (now: string) => `${now}。次の更新が遅れています。`,
  /** It ended, or was closed, at this stage. */
  ended: {
    closed: (now: string) => `${now}、クローズ済み`,
    withdrawn: (now: string) => `${now}、その後取り下げ`,
    transferred: (now: string) => `${now}、その後移管`,
    merged: (now: string) => `${now}、その後統合`,
    drill: (now: string) => `${now}、その後、訓練終了`,
  },
  fact: '段階',
  reached: (stage: string, when: string) => `${stage}: ${when}`,
};

export const clock = {
  /** "12 of 30 minutes": `whole` says the unit. */
  part: (count: string, whole: string) => `${count} / ${whole}`,
  gone: (part: string) => `経過 ${part}。`,
  late: (late: string) => `\u26A0 期限を ${late}超過。`,
  /** A card that was sent does not move, so it says when it was right. */
  at: (when: string, text: string) => `${when} 現在: ${text}`,
  by: (when: string) => `${when} までに対応を開始してください。`,
  byOthers: (when: string) => `${when} までにサポートが対応を開始します。`,
  was: (when: string) => `期限は ${when} でした。`,
  told: (was: string) => `${was}報告者には連絡済みです。`,
};

/** How long it has been down, and for how many. A card that was sent does not move. */
export const down = {
  now: (since: string, lasts: string, now: string) => `${since}。停止時間: ${lasts} (${now} 現在)。`,
  unsure: (lasts: string, now: string) => `開始時刻は不明。停止時間: ${lasts}以上 (${now} 現在)。`,
  over: (since: string, until: string, lasted: string) => `${since} から ${until} まで停止 (${lasted})`,
  people: (count: number) => `${count} 人から申告あり`,
};

export const details = { label: '詳細', toggle: '詳細の表示を切り替え' };
