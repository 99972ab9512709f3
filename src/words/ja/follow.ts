/** Following outages in somebody's own chat: how much, and when. */
import type { Noise } from '../../outage/follow/chosen.ts';
import { denial } from '../denial.ts';

const noise: { readonly [noise in Noise]: string } = {
  everything: 'すべて',
  'turning-points': '節目: 報告、対応開始、期限超過、新しい段階、解決、再オープン',
  'begin-and-end': '開始と終了: 報告、解決、再オープン',
};

export const follow = {
  noise,
  commands: {
    follow: '障害やプロジェクトを自分のチャットでフォロー: follow OUT-1042。"follow" だけでフォロー中の一覧を表示',
    unfollow: '障害やプロジェクトのフォローをやめる',
    myFollows: 'フォロー中の一覧を見て、通知の量と時間帯を選ぶ',
  },
  /** Without a name: who follows is nobody else's to read. */
  timeline: { followed: () => '個人チャットでのフォローが始まりました', unfollowed: () => '個人チャットでのフォローが終わりました' },
  button: '自分のチャットでフォロー',
  stop: 'フォローをやめる',
  started: (name: string) => `${name} をフォローしました。続報はこのボットとの個人チャットに届きます。`,
  already: (name: string) => `${name} の続報は、すでに個人チャットに届いています。`,
  stopped: (name: string) => `${name} のフォローをやめました。`,
  stoppedAll: 'すべてのフォローをやめました。',
  notFollowed: 'フォローしていません。フォロー中の一覧を見るには、"my follows" と書いてください。',
  joinedHere: (name: string) => `${name} の影響を受けている人に加わりました。更新はすべてこのボットとの個人チャットに届きます。`,
  noProject: (projects: string) =>
    denial(
      'not-member',
      projects
        ? `そのプロジェクトは見つかりません。"follow" に続けて、次のどれかを書いてください: ${projects}。`
        : 'フォローできるプロジェクトがまだありません。サポート デスクの管理者に追加を依頼してください。',
    ),
  project: {
    started: (project: string) => `${project} をフォローしました`,
    text: '今後報告される障害をお知らせします。通知の量と時間帯を選ぶには、"my follows" と書いてください。',
    open: (count: number) => `対応中の ${count} 件もフォロー`,
    openStarted: (count: number) => `さらに ${count} 件の障害をフォローしました。`,
  },
  mine: {
    heading: 'フォロー中の一覧',
    none: '何もフォローしていません。始めるには、"follow" に続けて、OUT-1042 のような番号かプロジェクト名を書いてください。',
    project: (project: string) => `${project}: 新しい障害すべて`,
    outage: (name: string, project: string) => `${name} (${project})`,
    howMuch: 'どのくらい通知を受け取りますか?',
    from: (zone: string) => `節目だけにする時間帯の開始 (${zone})`,
    until: '節目だけにする時間帯の終了',
    most: '1 日の最大通知数',
    stop: '選んだフォローをやめる',
    stopAll: 'すべてのフォローをやめる',
    save: '保存',
    open: 'フォロー中の一覧を表示',
    audience:
      'あなたにだけ表示されます。時間帯が終わると、その間の分が 1 件にまとめて届きます。1 日の最大数を超えると、節目だけが届きます。',
    saved: '保存しました。フォロー中のすべてに、すぐに適用されます。',
    errors: {
      hours: '22:00 と 07:00 のように異なる 2 つの時刻を入力するか、両方とも空にしてください。',
      most: (most: number) => `1 から ${most} までの数値を入力してください。`,
      noise: '通知の量を選んでください。',
    },
  },
  heard: {
    heading: (count: number) => `通知を控えていた間のメッセージ: ${count} 件`,
    more: (count: number) => `これより前の ${count} 件は表示していません。`,
    others: (count: number) => `ほか ${count} 件の障害は表示していません。`,
  },
  /** Below the last message of the day, but for turning points. */
  reached: (count: number) => `今日の ${count} 件目の通知です。午前 0 時までは節目だけが届きます。残りは "catch up" で見られます。`,
};
