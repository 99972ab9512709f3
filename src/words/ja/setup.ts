/** Setting up in Teams: which channel is the support desk, who follows, and which rooms were lost or came back. */
import { denial } from '../denial.ts';

type Kind = 'channel' | 'groupChat';

export const setup = {
  heading: 'Outage Desk の設定',
  open: '設定',
  invite: {
    channel: 'このチャネルをサポート デスクにするか、障害のフォロー先にすることができます。',
    groupChat: 'このチャットを障害のフォロー先にすることができます。',
  } satisfies Record<Kind, string>,
  inviteWho: (names: string) =>
    `${names && `設定できるのは ${names} です。`}ボタンを押した人にだけ設定が表示されます。もう一度表示するには "@Outage Desk setup" と書いてください。`,
  here: { channel: 'このチャネル', groupChat: 'このチャット' } satisfies Record<Kind, string>,
  desk: 'サポート デスク',
  followers: 'フォロー先',
  unnamed: { channel: 'チャネル', groupChat: 'グループ チャット' } satisfies Record<Kind, string>,
  noneYet: 'まだありません。設定されるまで、誰も障害を報告できません。',
  isDesk: 'ここがサポート デスクです。障害ごとにスレッドができます。',
  follows: (projects: string, audience: string) => `フォロー中: ${projects}。対象: ${audience}。`,
  followsNothing: 'まだ使われていません。',
  byFile: (text: string) => `${text}これはデスク ファイルの設定です。ここでの選択より優先されます。`,
  lost: '届いていません',
  overruled: '使われていません',
  overruledText: (room: string) => `${room}: Teams で選ばれましたが、デスク ファイルに別の場所が指定されているため、そちらが優先されます。`,
  nobody: 'まだありません',
  room: (name: string, projects: string) => `${name}: ${projects}`,
  more: (count: number) => `ほか ${count} 件。`,
  allProjects: 'すべてのプロジェクト',
  projects: 'どのプロジェクトですか?',
  everyProject: 'すべてのプロジェクト (今後の追加分も含む)',
  moreProjects: (count: number) =>
    `ほか ${count} 件のプロジェクトはこのカードに収まりません。選ぶにはデスク ファイルを使ってください。「すべてのプロジェクト」には含まれます。`,
  deskSees: 'サポート デスクのチャネルを読む人は全員、報告者の連絡先を見ることができます。',
  sees: (audience: string, what: string) => `${audience}に見える内容: ${what}。`,
  makeDesk: 'サポート デスクにする',
  follow: '選択した項目をフォロー',
  stop: 'フォローをやめる',
  whichRoom: 'どこのフォローをやめますか?',
  choose: '選択してください',
  chooseProject: 'すべて、または 1 つ以上のプロジェクトを選んでください。',
  elsewhere: 'チャネルやグループ チャットを設定するには、そこにこのボットを追加して "@Outage Desk setup" と書いてください。',
  deskByFile:
    'サポート デスクはデスク ファイルで指定されています (desk.channel)。ここで選ぶには、その行を削除してボットを再起動してください。',
  done: {
    desk: 'このチャネルがサポート デスクになりました。対応中の障害は今のスレッドに残ります。次に "@Outage Desk outage check" と書いて確認し、"@Outage Desk outage drill" で試してください。',
    follow: '保存しました。今後報告される障害から有効です。',
    stop: '保存しました。対応中の障害の更新は、終わるまでここに届きます。',
  },
  public: {
    desk: (person: string) => `${person} さんがこのチャネルをサポート デスクにしました`,
    deskText: '今後報告される障害ごとに、ここにスレッドができます。',
    follow: {
      channel: (person: string) => `${person} さんがこのチャネルで障害のフォローを始めました`,
      groupChat: (person: string) => `${person} さんがこのチャットで障害のフォローを始めました`,
    } satisfies Record<Kind, (person: string) => string>,
    followText: (projects: string, what: string) =>
      `今後報告される障害がここに表示されます。プロジェクト: ${projects}。表示される内容: ${what}。`,
    stop: {
      channel: (person: string) => `${person} さんがこのチャネルでのフォローをやめました`,
      groupChat: (person: string) => `${person} さんがこのチャットでのフォローをやめました`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: '対応中の障害の更新は、終わるまでここに届きます。',
  },
  notYours: (names: string) =>
    denial(
      'not-administrator',
      `設定できるのは ${names} だけです。設定を依頼するか、デスク ファイルに管理者として追加してもらってください。`,
    ),
  noAdministrator: denial(
    'not-administrator',
    'デスク ファイルに管理者がいないため、Teams では設定できません。ボットの運用者に連絡してください。',
  ),
  noDesk: 'ここではまだ障害を報告できません',
  noDeskText: 'サポート デスクのチャネルがまだありません。今、本番環境が止まっている場合は、お電話ください。',
  noDeskWho: (names: string) => `${names} がチャネルで "@Outage Desk setup" と書くと設定できます。`,
  notSent: denial(
    'no-desk',
    '送信していません。サポート デスクのチャネルがまだないためです。入力した内容は 1 日保管します。後でもう一度「報告を送信」を押してください。',
  ),

  /** To the support desk, when a room is lost or comes back. */
  changed: {
    heading: (lost: number, back: number) => (lost > 0 ? `${lost} か所に更新が届きません` : `${back} か所に更新が再び届きます`),
    why: {
      'channel-deleted': 'チャネルが削除されました',
      'team-deleted': 'チームが削除されました',
      'team-archived': 'チームがアーカイブされました',
      'bot-removed': 'このボットが削除されました',
    },
    desk: (room: string, why: string) =>
      `${room} (サポート デスク): ${why}。元に戻すか別のチャネルを選ぶまで、新しい障害のスレッドはできません。`,
    lost: (room: string, why: string) => `${room}: ${why}。ここでフォローしている人に新しい障害のお知らせが届きません。`,
    back: (room: string) => `${room}: 今後報告される障害の更新が再び届きます。`,
    now: '今すること',
    tell: 'そこにいる人に、別の方法で伝えてください。',
    admin: '管理者の方へ',
    remedy:
      '元に戻すか、ボットをもう一度追加してください。別の場所を使うには、そこで "@Outage Desk setup" と書くか、デスク ファイルで指定している場合はそれを変更してください。',
  },
};
