/** For whom a room that follows is, and what executives read in the place of what everybody else does. */
import type { Stage } from '../../../outage/types/stage.ts';
import type { Audience } from '../../../outage/types/values.ts';

const stage: Record<Stage, string> = {
  reported: 'エンジニアの対応待ち',
  acknowledged: 'エンジニアが対応中',
  investigating: '原因を調査中',
  mitigating: '原因が判明し、修正中',
  monitoring: '修正を終え、経過観察中',
  resolved: '復旧済み',
};
const waitsAgain = '再びエンジニアの対応待ち';

export const audience = {
  label: 'ここを読むのは誰ですか?',
  name: { customer: 'お客様', internal: '社内のメンバー', executive: '経営層' } satisfies Record<Audience, string>,
  reads: {
    customer: 'タイトル、影響を受けている人数、止まっている業務 (連絡先は除く)',
    internal: 'エンジニアと同じ内容と人の名前 (連絡先、メモ、ファイルは除く)',
    executive: '止まっている業務と、約束を守れたかどうか (名前、環境、技術用語は除く)',
  } satisfies Record<Audience, string>,
  /** Of maintenance of some environments, which executives do not read. */
  partOf: (project: string) => `${project} の一部`,

  /** In the place of names, within a sentence. */
  people: { reporter: '報告者', affected: '影響を受けている人', engineer: 'エンジニア' },
  promise: {
    label: '約束',
    due: (when: string) => `${when} までにエンジニアが対応を開始`,
    missed: (when: string) => `期限超過: ${when} までにエンジニアが対応を開始する約束でした`,
    kept: (after: string, within: string) => `達成: ${after}で対応開始 (約束: ${within}以内)`,
    late: (after: string, within: string) => `期限超過: ${after}で対応開始 (約束: ${within}以内)`,
  },
  next: { label: '次の更新', by: (when: string) => `${when} まで`, late: (when: string) => `期限超過: ${when} の予定でした` },

  /** What stands here takes the place of the words of the same name. */
  executive: {
    state: {
      reported: stage.reported,
      breached: '期限超過: エンジニアの対応待ち',
      acknowledged: (_owner: string, at: Stage) => stage[at],
      resolved: stage.resolved,
    },
    news: {
      acknowledged: (name: string) => `${name}: ${stage.acknowledged}`,
      acknowledgedAgain: (name: string) => `${name}: 再び${stage.acknowledged}`,
      updated: (name: string, at: Stage) => `${name}: ${stage[at]}`,
      resolved: (name: string) => `${name}: ${stage.resolved}`,
    },
    report: { receipt: { resolved: (_by: string, when: string) => `${when} に復旧しました。` } },
    ownership: {
      reaction: {
        takenBack: (name: string) => `${name}: ${waitsAgain}`,
        mistake: 'エンジニアが誤って対応開始にしたものです。',
      },
    },
    progress: {
      state: {
        back: { release: waitsAgain, objection: waitsAgain, reopening: 'まだ停止中、エンジニアの対応待ち', mistake: waitsAgain },
        transferred: (team: string) => `${team} が対応、障害としての扱いは終了`,
      },
      next: {
        withdrawn: (_by: string, when: string) => `報告者が ${when} に取り下げました。これ以上の呼び出しはありません。`,
        confirmed: (_by: string, when: string) => `報告者が ${when} に復旧を確認しました。`,
      },
      news: {
        nothingNew: (name: string) => `${name}: 進展なし`,
        handedOver: (name: string) => `${name}: 別のエンジニアに交代`,
        handedOverTo: (_from: string, _to: string, when: string) => `${when} に交代`,
        released: (name: string) => `${name}: ${waitsAgain}`,
        ownedBy: () => 'エンジニアが対応しています。',
        updateMissedText: (when: string) => `更新の期限は ${when} でした。エンジニアに催促しました。`,
      },
    },
  },
};
