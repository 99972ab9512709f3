/** How Japanese writes times, lists and counts. It has one plural form, so the texts of counts are plain. */
import { formatsOf } from '../formats.ts';

export const formats = formatsOf('ja-JP', {
  /** The time stands in brackets and before particles, where a second pair of brackets would be hard to read. Nobody says "Tokyo 時間". */
  cityTime: (time, city) => (city === 'Tokyo' ? `日本時間 ${time}` : `${city} 時間 ${time}`),
  offsetTime: (time, offset) => `${time} ${offset}`,
  quotes: ['「', '」'],
  nested: ['『', '』'],
  comma: '、',
  /** CLDR writes no spaces around it. */
  or: ' または ',
  stop: '。',
});
