/** On-call: who has it, who takes it, and why somebody is called. */
import type { Level } from '../../outage/types/values.ts';
import type { CalledBefore } from '../en/on-call.ts';
import { level as roleOf, the } from './common/names.ts';
import { formats } from './formats.ts';

const title: Record<Level, string> = the;

/** Why the engine calls somebody. */
export function whyCalled(mention: string, level: Level | 'owner', before: CalledBefore | null): string {
  const role = `${mention} さん: ${roleOf[level]}として`;
  if (before === null) return `${role}呼び出しています。`;
  const { who, when } = before;
  if (who === 'you') return `${role}再度呼び出しています。前回の呼び出し: ${when}。`;
  const names = formats.and(who.map((one) => the[one]));
  return `${role}呼び出しています。${names}は応答なし (${who.length > 1 ? '最後の呼び出し' : '呼び出し'}: ${when})。`;
}

const now = '今';
/** No space between two Japanese words. */
const spaced = (from: string): string => (from === now ? from : `${from} `);

export const onCall = {
  title,
  heading: '当番 (オンコール)',
  week: (zone: string) => `今後 7 日間 (${zone})。\u2713 全時間帯に当番あり、\u26A0 当番のいない時間帯あり`,
  atOnce: now,
  hole: (from: string, until: string) => `\u26A0 当番なし: ${spaced(from)}から ${until} まで`,
  /** Nobody has it as far as the on-call schedule is read. */
  holeOn: (from: string) => `\u26A0 当番なし: ${spaced(from)}以降`,
  moreHoles: (more: number) => `\u26A0 ほか ${more} 件`,
  summary: (primary: string) => `現在の当番: ${primary}`,
  now: (who: string) => `現在: ${who}`,
  from: (when: string, who: string) => `${when}: ${who}`,
  allTheTime: (who: string) => `${who} (今後 14 日間)`,
  nobody: '\u26A0 なし',
  more: (changes: number) => `ほか、14 日以内に ${changes} 件の交代があります。`,
  byHand: 'ここでの変更',
  has: (who: string, level: Level, until: string) => `${who}: ${the[level]} (${until} まで)`,
  covers: (who: string, insteadOf: string, until: string) => `${who}: ${insteadOf} の代わり (${until} まで)`,

  take: '当番を引き受ける',
  cover: '当番を代わる',
  end: '当番を終える',
  back: '戻る',

  takeForm: {
    heading: '当番を引き受ける',
    what: 'どの当番を引き受けますか?',
    send: '当番を引き受ける',
    note: '今から終了時刻まで、この当番への呼び出しはあなただけに届きます。途中で終えることもできます。',
  },
  coverForm: {
    heading: '当番を代わる',
    what: '誰の代わりをしますか?',
    send: '当番を代わる',
    note: '今から終了時刻まで、その人への呼び出しはすべてあなたに届きます。途中で終えることもできます。',
  },
  endForm: {
    heading: '当番を終える',
    what: 'どれを終えますか?',
    send: '当番を終える',
    note: 'これ以降は、当番表のとおりに呼び出します。',
  },
  untilDate: '終了日',
  untilTime: (zone: string) => `終了時刻 (${zone})`,

  errors: {
    choose: '選択してください。',
    'not-a-time': '日付と時刻を選んでください。',
    past: 'すでに過ぎています。もっと後の時刻を選んでください。',
    'too-far': '14 日以内の時刻を選んでください。それより長くするには、デスク ファイルの当番表を変更します。',
  },
  took: (level: Level, until: string) => `${until} まで、あなたが${the[level]}です。`,
  covering: (insteadOf: string, until: string) => `${until} まで、${insteadOf} の代わりに当番をします。`,
  ended: 'その当番を終えました。',
  noneOfYours: 'ここで引き受けた当番はありません。',

  /** Messages about the on-call schedule: to a person in their own chat, and once a week to the desk's channel. */
  news: {
    before: 'まもなく当番です',
    begins: '当番が始まりました',
    less: '当番が減りました',
    ends: '当番が終わりました',
    not: '当番がなくなりました',
    role: (level: Level, from: string, until: string | null) =>
      `${from} から${until === null ? '' : ` ${until} まで`}、あなたが${the[level]}です。`,
    still: (level: Level, until: string | null) => `${until === null ? '引き続き' : `${until} まで、引き続き`}${the[level]}です。`,
    lost: (levels: readonly Level[], at: string) => `${at} に終わった当番: ${formats.and(levels.map((level) => the[level]))}。`,
    notThen: (at: string) => `${at} からの当番は、別の人が引き受けました。`,
    above: (levels: readonly { readonly level: Level; readonly who: string }[]) =>
      levels.length === 0
        ? 'エスカレーション先はありません。'
        : `エスカレーション先: ${formats.and(levels.map(({ level, who }) => `${the[level]} (${who})`))}。`,
    handOver: '当番を代わってもらうには、同僚に /outage on-call と送って「当番を代わる」を押してもらってください。すぐに反映されます。',
    takeBack: '当番を続けるには、「当番を表示」、「当番を引き受ける」の順に押してください。',
    noneOpen: '対応中の障害はありません。',
    open: (count: number) => `対応中の障害が ${count} 件あります:`,
    owned: (count: number) =>
      `そのうち ${count} 件は引き続きあなたが担当者です。引き継ぐには、スレッドに hand over と相手の名前を書きます。`,
    more: (count: number) => `ほか ${count} 件。`,
    week: '今週の当番',
    gaps: '今後 30 日間',
    noGaps: '全時間帯に当番がいます。',
    lastWeek: '先週',
    kept: (outages: number, inTime: number) =>
      outages === 0 ? '障害の報告はありませんでした。' : `障害の報告 ${outages} 件のうち、期限内の対応開始は ${inTime} 件でした。`,
    show: '当番を表示',
  },

  calendar: {
    open: '予定表に追加',
    heading: '当番を予定表に表示',
    what: '誰の当番ですか?',
    mine: (name: string) => `自分 (${name})`,
    note: '予定表アプリ用のアドレスを発行します。',
    secret: 'アドレスは人に教えないでください。知っている人は誰でも、当番の時間と名前を見られます。',
    has: (whose: string) => `発行済みのアドレス: ${whose}。新しく発行すると、古いアドレスは使えなくなります。`,
    make: 'アドレスを発行',
    withdraw: 'アドレスを無効にする',
    made: (whose: string) => `予定表のアドレス: ${whose}`,
    address: 'アドレス',
    once: '今すぐコピーしてください。保存していないため、もう一度表示することはできません。',
    how: 'Outlook または Teams で、[予定表] > [予定表を追加] > [Web から購読] を選びます。その後はアプリが自動で確認します (通常は数時間ごと)。',
    title: (what: string, who: string) => `${what}: ${who}`,
    ofLevel: (level: Level) => `オンコール: ${title[level]}`,
    ofPerson: (name: string) => `オンコール: ${name}`,
    nobody: 'なし',
    withdrawn: (whose: string) => `アドレスを無効にしました: ${whose}。`,
    none: '発行済みのアドレスはありません。',
    off: '予定表アプリからこのボットに接続できないため、アドレスを発行できません。ボットの運用者が PUBLIC_URL を設定すると使えるようになります。',
  },

  plan: {
    label: '未対応が続いた場合',
    calls: (when: string, level: Level, who: string) => `${when}: ${title[level]}、${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when} とその後 ${formats.duration(everyMs)}ごと: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
