/** Reads dates, times and numbers in the shapes that clients send and people write. Pure. */

/** Digits of any script as 0 to 9, spaces as plain ones, and no marks without width. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, plainDigit)
    .trim();

/** Each script has its digits in a row, from zero to nine. */
function plainDigit(digit: string): string {
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - value - 1))) value++;
  return String(value % 10);
}

const TWELVE_HOURS = [/(?:a\.? ?m\.?|ص|午前|上午|오전)/, /(?:p\.? ?m\.?|م|午後|下午|오후)/];

/** A time of day as HH:MM, which may not exist; null when it cannot be read. */
export function readTime(typed: string): string | null {
  const text = plain(typed).toLowerCase();
  const half = TWELVE_HOURS.findIndex((mark) => mark.test(text));
  const bare = TWELVE_HOURS.reduce((rest, mark) => rest.replace(mark, ''), text).trim();
  const found = /^(?:\d{4}-\d\d-\d\dt)?(\d{1,2})(?:[:.h] ?(\d\d))?(?::\d\d(?:[.,]\d+)?)?$/.exec(bare);
  if (!found || (half < 0 && found[2] === undefined)) return null;
  const hour = Number(found[1]);
  const hours = half < 0 || hour > 12 ? hour : (hour % 12) + 12 * half;
  return `${String(hours).padStart(2, '0')}:${found[2] ?? '00'}`;
}

/** The days that may be meant, as YYYY-MM-DD: two of "01/04/2026", none of what cannot be read. They may not exist. */
export function readDates(typed: string): readonly string[] {
  // Clients that send a point in time for a day send midnight.
  const text = plain(typed).replace(/[t, ]+(?:00:00|12:00)(?::00(?:\.0+)?)?(?: ?am)?z?$/i, '');
  const write = (...parts: (string | undefined)[]) => parts.map((part = '') => part.padStart(2, '0')).join('-');
  const [, year, month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.toSpliced(2, 1) ?? [];
  if (year) return [write(year, month, day)];
  const [, first = '', mark, second = '', last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (!last) return [];
  // With dots the day comes first everywhere.
  const read =
    mark === '.' || Number(first) > 12
      ? [[first, second]]
      : [
          [first, second],
          [second, first],
        ].filter(([, one]) => Number(one) <= 12);
  return [...new Set(read.map(([one, other]) => write(last, other, one)))];
}

/** "1,200" may be a thousand and more, or one and a fifth. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const GROUPED = /^-?[1-9]\d{0,2}([.,])(?:\d{2,3}\1)*\d{3}(?:(?!\1)[.,]\d+)?$/;

/** The number with a decimal point; as it was typed when it is ambiguous; null when it is none. */
export function readNumber(typed: string): string | null {
  const text = plain(typed)
    .replace(/[\s'’_٬]/g, '')
    .replace('٫', ',')
    .replace('−', '-');
  if (AMBIGUOUS.test(text)) return typed;
  const [, group = ''] = GROUPED.exec(text) ?? [];
  const number = text.replaceAll(group, '').replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? number : null;
}
