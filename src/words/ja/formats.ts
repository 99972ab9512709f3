/** How Japanese writes times, lists and counts. It has one plural form, so the texts of counts are plain. */
import { formatsOf } from '../formats.ts';

const japanese = formatsOf('ja-JP', (city) => `${city} 時間`);
/** CLDR leaves out the space between two units: "2 時間30 分". */
const spaced = (length: string): string => length.replaceAll(/(?<=[間分])(?=\d)/g, ' ');

/** "Tokyo 時間 10:45" stands in brackets and before a particle better than "10:45 (Tokyo 時間)". An offset stays behind the time. */
const zoneFirst = (clock: string): string =>
  clock.replace(/^(.*) \((?:(UTC.*)|(.*))\)$/, (_, time: string, utc = '', city = '') => (utc ? `${time} ${utc}` : `${city} ${time}`));

export const formats: typeof japanese = {
  ...japanese,
  clock: (at, zoneId, now) => zoneFirst(japanese.clock(at, zoneId, now)),
  duration: (ms) => spaced(japanese.duration(ms)),
  exact: (ms) => spaced(japanese.exact(ms)),
  /** CLDR puts nothing but a space between names. */
  list: japanese.and,
  or: (items) => items.join(' または '),
};
