/** What went where of an outage. */

export const deliveries = {
  button: '配信状況を表示',
  heading: (name: string) => `${name}: 配信状況`,
  summary(whole: number, all: number): string {
    if (all === 0) return 'まだ何も送信されていません。';
    return whole === all && all > 1 ? `${all} か所すべてに届いています。` : `すべて届いた送信先: ${all} か所中 ${whole} か所。`;
  },
  about: '各送信先の横は、最後のメッセージが届いた時刻です。カードの編集は数えません。',
  came: (count: number) => `届いたメッセージ: ${count} 件。`,
  waits: (what: string) => `順番待ち: ${what}。`,
  triesAgain: (what: string, why: string, attempts: number) => `未着: ${what} (${why})。${attempts} 回試み、再試行します。`,
  failed: (what: string, why: string) => `送信を中止しました: ${what} (${why})。`,
  told: 'デスクには伝えました。',
  otherMissing: (count: number) => `ほか ${count} 件が届いていません。`,
  more: (count: number) => `ほか ${count} か所は表示していません。`,
};
