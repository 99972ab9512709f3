/** How a language writes times, lengths of time, lists and counts. `Intl` knows most of it by the language's tag. */
import { LRUCache } from 'lru-cache';
import type { Instant } from '../outage/types/values.ts';
import { type Writing, writingOf } from './writing.ts';

/** A text for each class of counts that the language has: English has `one` and `other`, Polish `few` and `many` as well. */
type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string };

const MINUTE_MS = 60_000;

/** `Intl` takes longer for a word than a card for all its others, and most cards have the same few. */
function once<Key extends string | number>(say: (key: Key) => string): (key: Key) => string {
  const said = new LRUCache<Key, string>({ max: 200, memoMethod: say });
  return (key) => said.memo(key);
}

/**
 * What `Intl` knows of a language, and what it writes differently. `tag`: BCP 47, with the region where it matters: "en-GB". A `zone` is
 * an IANA name, and a length of time is in milliseconds.
 */
export function formatsOf(tag: string, writing: Writing) {
  const { cityTime, offsetTime = (time, offset) => `${time} (${offset})` } = writing;
  const wording = writingOf(writing);
  const formatter = (options: Intl.DateTimeFormatOptions, language = tag) => {
    // Making a formatter costs far more than using it, and each holds native memory.
    const byZone = new LRUCache<string, (at: Instant) => string>({
      max: 100,
      memoMethod(timeZone) {
        const { format } = new Intl.DateTimeFormat(language, { ...options, timeZone });
        return once((minute: number) => format(minute * MINUTE_MS));
      },
    });
    // No format has seconds.
    return (at: Instant, timeZone: string) => byZone.memo(timeZone)(Math.floor(at / MINUTE_MS));
  };
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const days = { day: 'numeric', month: 'short' } as const;
  const [time, date, both] = [formatter(hours), formatter(days), formatter({ ...days, ...hours })];
  const { dateTimeGap: gap } = writing;
  const dateTime: typeof both = gap === undefined ? both : (at, zone) => `${date(at, zone)}${gap}${time(at, zone)}`;
  const day = formatter({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const offsets = formatter({ timeZoneName: 'shortOffset' }, 'en');
  /** "UTC+5:30", or "UTC" without a difference. */
  const offset = (at: Instant, name: string) => offsets(at, name).replace(/^.*GMT(?:\+0$)?/, 'UTC');
  /** By its city. Where its name says an offset, by that: "Etc/GMT-5" is five hours ahead of UTC. */
  const inZone = (name: string, at: Instant, bySay: { city: (city: string) => string; offset: (offset: string) => string }) =>
    /^(?:Etc\/|[+-]|(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)0?$|GMT[+-])/.test(name)
      ? bySay.offset(offset(at, name))
      : bySay.city((name.split('/').at(-1) ?? name).replaceAll('_', ' '));

  const parts = new Intl.DateTimeFormat(tag, { ...days, ...hours }).formatToParts(0);
  // The date may end with a word of its own, such as "日".
  const dateTimeGap = gap ?? parts[parts.findIndex(({ type }) => type === 'hour') - 1]?.value.replace(/^\p{L}+/u, '') ?? ' ';

  const moment = (at: Instant, zoneId: string, now: Instant) => (day(at, zoneId) === day(now, zoneId) ? time : dateTime)(at, zoneId);

  /** `Intl` joins the units of a length of time with a comma, with a word or with nothing: each breaks a sentence or a word somewhere. */
  const unit = (name: 'hour' | 'minute' | 'second') => new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' });
  const units = [unit('hour'), unit('minute'), unit('second')] as const;
  const lengthOf = (...counts: readonly [number, number, number]) => {
    const said = units.flatMap((one, index) => (counts[index] ? [one.format(counts[index])] : []));
    return said.join(' ') || units[2].format(0);
  };
  const inSeconds = once((whole: number) => lengthOf(0, 0, whole));
  const ofMinutes = once((whole: number) => lengthOf(Math.floor(whole / 60), whole % 60, 0));

  const list = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(tag, { type, style: 'long' });
    return (items: readonly string[]) => format.format(items.map(wording.isolate));
  };
  const disjunction = list('disjunction');
  const either = (one: string, other: string) =>
    writing.or === undefined ? disjunction([one, other]) : [one, other].map(wording.isolate).join(writing.or);
  const decimals = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rules = new Intl.PluralRules(tag);
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const regions = new Intl.DisplayNames(tag, { type: 'region' });

  return {
    tag,
    ...wording,
    /** "10:45". */
    time,
    /** "22 Nov". */
    date,
    /** "22 Nov, 10:45". */
    dateTime,
    /** A point in time for one reader: "10:45 (Copenhagen time)", with the date where that is not the day of `now`. */
    clock(at: Instant, zoneId: string, now: Instant) {
      const time = moment(at, zoneId, now);
      return inZone(zoneId, at, { city: (city) => cityTime(time, city), offset: (difference) => offsetTime(time, difference) });
    },
    /** The same without the zone. */
    moment,
    /** "Mon". */
    weekday: formatter({ weekday: 'short' }),
    /** "Copenhagen (UTC+1)" for "Europe/Copenhagen" in winter. */
    zone: (name: string, at: Instant) =>
      inZone(name, at, { city: (city) => `${city} (${offset(at, name)})`, offset: (difference) => difference }),
    /** In whole minutes, under a minute in seconds: "2 hours 30 minutes". */
    duration(ms: number) {
      const whole = Math.round(ms / 1000);
      return whole < 60 ? inSeconds(whole) : ofMinutes(Math.floor(whole / 60));
    },
    /** "60 seconds", where the seconds are counted. */
    seconds: (ms: number) => inSeconds(Math.round(ms / 1000)),
    /** To the second, of which a part counts as a whole one: "3 minutes 16 seconds". */
    exact(ms: number) {
      const whole = Math.ceil(ms / 1000);
      return lengthOf(Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60);
    },
    /** "a, b and c". */
    and: list('conjunction'),
    /** "a or b or c": telephone numbers, where a comma between two would be misread. */
    or: (items: readonly string[]) => items.slice(1).reduce(either, items[0] ?? ''),
    /** What joins a date and a time that the reader's client writes. */
    dateTimeGap,
    /** "1.4", with one digit behind the decimal sign. */
    decimal: (value: number) => decimals.format(value),
    /** The text for this count. */
    plural: (count: number, forms: Forms) => forms[rules.select(count)] ?? forms.other,
    /** "Denmark" for "DK". */
    region: once((country: string) => regions.of(country) ?? country),
    /** "English" for "en"; the tag itself where it is unknown. */
    languageName: once((other: string) => {
      try {
        return names.of(other) ?? other;
      } catch {
        return other;
      }
    }),
  };
}
