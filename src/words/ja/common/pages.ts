/** What rings beside Teams: calls, text messages and pages, what came of them, and what is told when nobody was paged. */
import type { PageOutcome } from '../../../outage/types/pages.ts';
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

/** On the card and in the timeline, after who was paged. */
const outcome: Record<PageOutcome | 'waiting', string> = {
  waiting: 'ページャーの応答待ち',
  accepted: 'ページャーが受け付け',
  answered: '応答あり',
  'no-answer': '応答なし',
  busy: '話し中',
  failed: 'つながらず',
  missed: '呼び出せず',
};

export const pages = {
  /** How the bot is named in services of others. */
  source: botName,
  drill: '訓練です。',
  /** Before `left` or `late`: the title of a page, and the beginning of a text message. */
  text: (name: string, customer: string, title: string) => `${name}、${customer}: ${title}。`,
  left: (time: string) => `${time}以内に対応を開始してください。`,
  late: (time: string) => `期限を ${time}過ぎても、まだ誰も対応していません。`,
  open: (link: string) => `Teams で対応を開始してください: ${link}`,
  openTeams: 'Teams で対応を開始してください。',
  /** In a service of its own, where people may acknowledge too. */
  notHere: `対応の開始は Teams で行ってください。このサービスで確認しても、${botName} には反映されません。`,
  openThread: 'Teams でスレッドを開く',

  /** What a call says, read aloud. `language`: of the voice, as Twilio names it. */
  call: {
    language: 'ja-JP',
    hello: `こちらは、${botName} です。`,
    drill: 'これは訓練です。実際の障害ではありません。',
    outage: (digits: string) => `障害番号、${digits}。`,
    drillNumber: (digits: string) => `訓練番号、${digits}。`,
    customer: (customer: string) => `お客様は、${customer} です。`,
    pressOne: '対応を開始するには、1 を押してください。',
    bye: '失礼いたします。',
    again: '繰り返します。',
    otherKey: '1 以外が押されました。',
    taken: 'ありがとうございます。あなたが担当者になりました。Teams でスレッドを開いてください。',
    yours: 'すでにあなたが担当者です。Teams でスレッドを開いてください。',
    theirs: (owner: string) => `すでに ${owner} が担当しています。対応の必要はありません。`,
    ended: 'この件は終了しました。対応の必要はありません。',
    changed: denial('not-now', 'この電話の間に状況が変わりました。Teams でスレッドを確認してください。'),
    nobody: denial(
      'not-permitted',
      'この電話番号はデスク ファイルに登録されていないため、対応を開始できません。Teams でスレッドを確認してください。',
    ),
    notEngineer: denial('not-permitted', '対応を開始できるのは、このデスクのエンジニアだけです。対応できるエンジニアに電話してください。'),
    failed: '記録できませんでした。Teams で対応を開始してください。',
  },

  label: 'ページャー呼び出し',
  outcome,
  /** `who`: from `person` or `service`. */
  line: (who: string, when: string, what: string) => `${who}、${when}: ${what}`,
  person: (name: string, number: string) => (number ? `${name} (${number})` : name),
  service: (id: string) => `ページャー「${id}」`,
  timeline: (who: string, what: string) => `ページャー呼び出し: ${who} (${what})`,
  timelineMissed: (who: string) => (who ? `期限内に呼び出せず: ${who}` : 'ページャーで呼び出せた人がいません'),

  missed: {
    heading: (name: string) => `${name}: 期限内に誰も呼び出せませんでした`,
    headingSome: (name: string) => `${name}: 期限内に呼び出せなかった人がいます`,
    who: (who: string) => `呼び出せなかった人: ${who}。ページャーに拒否されたか、1 分以内に受け付けられませんでした。`,
    nobody: 'この段階の当番の電話番号がデスク ファイルにないため、電話は鳴りません。',
    next: (who: string) => `呼び出し中: ${who}。`,
    noNext: 'ほかに使えるページャーが今はありません。知らせるべき人に電話してください。',
  },
};
