/** What people write around a command, or in its place, in Japanese. */
import type { Around } from '../../en/look/around.ts';

export const around: Around = {
  greeting: 'こんにちは|こんばんは|おはよう(?:ございます)?|お疲れ(?:様|さま)です|お世話になっております|お世話になります',
  greeted: '皆さん|みなさん',
  kind: [
    'ありがとう(?:ございます|ございました)?|どうも|(?:了解|承知)(?:です|しました|いたしました)?|はい|いいえ|(?:わ|分)かりました',
    '大丈夫です|助かりました|よろしくお願い(?:します|いたします)|お疲れ(?:様|さま)でした',
  ].join('|'),
  please: 'お願いします',
  notYet: 'まだ|ない|ません|後で|あとで|のちほど|未',
  opensSentences: [],
  unspaced: true,
};
